"""Documents that docgen built, without their stamp and styles, become content of the same words."""

import io
import re
import zipfile

import pytest

from docgen import limits, pipeline
from docgen.docx.package import unpacked
from docgen.docx.plain_text import plain_text
from docgen.docx.read import NotADocx, read
from docgen.importing.take_over import folder_of, taken, write
from docgen.plan.dates import Period
from tests.plan_files import copy_project, every_plan, printed, tiny_project, with_template


def foreign(data):
    """The document with every style renamed and nothing that says who made it."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(target, "w") as other:
        for name in whole.namelist():
            text = whole.read(name).decode("utf-8")
            text = re.sub(
                r'((?:styleId|Style w:val|basedOn w:val|next w:val|link w:val)=")KH', r"\1X", text
            )
            text = re.sub(r'(<w:name w:val=")KH ', r"\1Kiểu ", text)
            other.writestr(name, re.sub(r"docgen:\w+", "", text))
    return target.getvalue()


@pytest.mark.parametrize(("year", "root"), every_plan("2031"))
def test_a_built_document_becomes_content_that_builds_to_the_same_words(tmp_path, year, root):
    project = copy_project(tmp_path / "old", root)
    old = foreign(printed(project, year))
    other = with_template(tmp_path / "new")
    (other / "content").mkdir()
    for name in ("agencies.yaml", "office.yaml"):
        if (root / "content" / name).exists():
            (other / "content" / name).write_bytes((root / "content" / name).read_bytes())
    result = taken(old, "cu.docx", Period.parse(year), other)
    assert result.blocked == ()
    assert result.arrived.sentences.missing == ()
    assert result.arrived.cells.missing == ()
    assert write(result, Period.parse(year), other) == []
    built = pipeline.build(other / "content" / folder_of(Period.parse(year)), other)
    assert built.written, built.findings
    assert plain_text(read(built.written.path)) == plain_text(read(old))


def test_words_that_no_content_can_hold_are_named_and_nothing_is_written(tmp_path):
    old = printed(tiny_project(tmp_path / "old"))
    parts = unpacked(old)
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        "Việc thứ nhất".encode(), b"a" * (limits.WORD.most + 1)
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    other = with_template(tmp_path / "new")
    with pytest.raises(NotADocx, match="không ghi được chữ “aaa"):
        taken(target.getvalue(), "cu.docx", Period.parse("2030"), other)
    assert not (other / "content").exists()


def test_the_first_import_of_a_project_builds_without_any_agency(tmp_path):
    old = foreign(printed(tiny_project(tmp_path / "old")))
    other = with_template(tmp_path / "new")
    result = taken(old, "cu.docx", Period.parse("2030"), other)
    assert (result.blocked, dict(result.proposed)) == ((), {})
    assert write(result, Period.parse("2030"), other) == []
    assert pipeline.build(other / "content" / "2030", other).written
