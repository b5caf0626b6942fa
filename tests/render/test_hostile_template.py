"""A template that is broken, or would lose words, ends in a finding and never in a document."""

import re
import zipfile
from pathlib import Path

import pytest

from docgen.finding import Finding, Severity
from docgen.load.folder import load
from docgen.render.document import render
from docgen.render.template import open_template
from docgen.view.plan import build_view
from tests.plan_files import TINY, W, build, lines, tiny_project, xml

DOCUMENT = "word/document.xml"
TEMPLATE = "templates/KH_template.docx"


@pytest.fixture
def project(tmp_path) -> Path:
    issued = TINY.replace("number:", "number: 12").replace("date:", "date: 05/6/2030")
    return tiny_project(tmp_path / "project", issued)


def rewrite(template: Path, part: str, change) -> None:
    """Changes one part of the template; `change` takes its text and gives the new one or None."""
    with zipfile.ZipFile(template) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    before = parts.pop(part).decode()
    after = change(before)
    assert after != before
    with zipfile.ZipFile(template, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
        if after is not None:
            package.writestr(part, after)


def errors(root: Path) -> list[Finding]:
    """The errors of a build, which must end without a document."""
    built = build(root)
    assert built.written is None
    assert not (root / "output").exists()
    return [finding for finding in built.findings if finding.severity is Severity.ERROR]


def codes(root: Path) -> set[str]:
    return {finding.code for finding in errors(root)}


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda path: path.write_text("hello", encoding="utf-8"), id="a text file"),
        pytest.param(lambda path: path.write_bytes(b""), id="empty"),
        pytest.param(lambda path: path.write_bytes(path.read_bytes()[:4000]), id="cut short"),
        pytest.param(lambda path: path.unlink(), id="missing"),
        pytest.param(lambda path: (path.unlink(), path.mkdir()), id="a folder"),
        pytest.param(
            lambda path: path.write_bytes(
                re.sub(
                    rb"(?s)(word/document\.xml.{99})..",
                    rb"\1" + b"\xff\x00",
                    path.read_bytes(),
                    count=1,
                )
            ),
            id="a damaged zip",
        ),
    ],
)
def test_a_file_that_is_no_docx_is_called_that(project, spoil):
    spoil(project / TEMPLATE)
    (finding,) = errors(project)
    assert (finding.where.file, finding.code) == (TEMPLATE, "KH030")


@pytest.mark.parametrize(
    "part", ["[Content_Types].xml", "_rels/.rels", DOCUMENT, "word/styles.xml", "docProps/core.xml"]
)
def test_a_docx_without_one_of_its_parts_is_no_template(project, part):
    rewrite(project / TEMPLATE, part, lambda _: None)
    assert codes(project) == {"KH030"}


@pytest.mark.parametrize(
    ("written", "instead", "code", "said"),
    [
        ("{{ number }}", "{{ numbr }}", "KH031", "number"),
        ("{{ number }}", "{{ khong_ten_nao }}", "KH031", "docs/huong-dan.md"),
        ("signature.name", "signature.nam", "KH031", "name"),
        ("{{r b.text }}", "{{r b.txt }}", "KH031", "text"),
        ("in recipients", "in recipient", "KH031", "recipients"),
        ("{{ number }}", "{{ number|ghi_hoa }}", "KH031", "gọi “ghi_hoa” không có"),
        ("{{ number }}", "{{ number }", "KH031", "{{ number }"),
        ("in body %}", "in body –%}", "KH031", "in body –%}"),
        ("{%p endfor %}", "", "KH031", ""),
        ("{%p endif %}", "", "KH031", ""),
        ("{{ number }}", "{{ number() }}", "KH031", ""),
        ("{{ number }}", "{{ number + 1 }}", "KH031", ""),
        ("{{ number }}", "{% include 'x' %}", "KH031", ""),
        ("{{ number }}", "{{ 'a' * 999999999 }}", "KH031", ""),
        ("{{ number }}", "{{ number.__class__.__mro__ }}", "KH031", "__class__"),
        ("{{ number }}", "{{ number.format.__globals__ }}", "KH031", "__globals__"),
        ("w:pgMar", "w:pgMarx", "KH030", "lề"),
        ('w:w="11906"', 'w:w="21cm"', "KH030", "khổ giấy"),
        ("w:body", "w:bodyx", "KH030", ""),
        ("</w:body>", "", "KH030", ""),
    ],
)
def test_a_tag_or_a_form_that_cannot_be_used_is_named(project, written, instead, code, said):
    rewrite(project / TEMPLATE, DOCUMENT, lambda xml: xml.replace(written, instead))
    (finding,) = errors(project)
    assert (finding.where.file, finding.code) == (TEMPLATE, code)
    assert said in finding.message + finding.hint


@pytest.mark.parametrize(
    ("tag", "lost"),
    [
        ("{{ number }}", "12"),
        ("{{ symbol }}", "KH-UBND"),
        ("{{ place }}", "Sông Xanh"),
        ("{{r subject }}", "Thử phần mềm"),
        ("{{ signature.name }}", "Nguyễn Văn Mẫu"),
        ("{{r b.text }}", "NỘI DUNG"),
        ("{{ b.mark }}", "I."),
    ],
)
def test_a_missing_tag_is_noticed_by_what_is_not_on_paper(project, tag, lost):
    rewrite(project / TEMPLATE, DOCUMENT, lambda xml: xml.replace(tag, ""))
    said = [finding.message for finding in errors(project) if finding.code == "KH045"]
    assert f"không thấy trên văn bản: “{lost}”" in said


def test_words_before_a_block_tag_that_docxtpl_swallows_are_noticed(project):
    block = "{%p for b in body %}"
    rewrite(project / TEMPLATE, DOCUMENT, lambda xml: xml.replace(block, f"Chữ thừa {block}"))
    assert "KH045" in codes(project)


def test_words_printed_that_nobody_wrote_are_noticed(project):
    twice = "{{ place }}, {{ place }}"
    rewrite(project / TEMPLATE, DOCUMENT, lambda xml: xml.replace("{{ place }}", twice))
    assert "KH046" in codes(project)


def test_an_appendix_without_a_section_of_its_own_is_refused(project):
    rewrite(
        project / TEMPLATE,
        DOCUMENT,
        lambda xml: re.sub(r"<w:sectPr>.*?</w:sectPr>", "", xml, count=1),
    )
    assert codes(project) == {"KH032"}


def test_a_cell_of_automatic_width_is_measured_by_its_column(project):
    def automatic(document: str) -> str:
        return re.sub(
            r'<w:tcW w:w="\d+" w:type="dxa"/>', '<w:tcW w:w="0" w:type="auto"/>', document
        )

    before = lines_drawn(project)
    rewrite(project / TEMPLATE, DOCUMENT, automatic)
    assert lines_drawn(project) == before


def lines_drawn(project: Path) -> list[str]:
    """From where to where the lines under issuer, motto and subject go."""
    view, _ = build_view(load(project / "content/2030", project)[0])
    template, _ = open_template(project / TEMPLATE, TEMPLATE)
    indents = (each.find(f"{W}pPr/{W}ind") for each in xml(render(template, view)[0]).iter(W + "p"))
    return [indent.get(W + "left") for indent in indents if indent is not None]


def test_what_an_officer_changes_in_word_around_the_tags_reaches_the_paper(project):
    """Word leaves runs cut by its spelling check."""

    def in_word(document: str) -> str:
        cut = '{{ num</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>ber }}'
        return document.replace("{{ number }}", cut)

    rewrite(project / TEMPLATE, DOCUMENT, in_word)
    built = build(project)
    text = lines(built.written.path) if built.written else []
    assert "Số: 12/KH-UBND" in text, built.findings
