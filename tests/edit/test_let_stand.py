"""A finding let stand from the page: the comment works, and changes nothing that is said."""

import pytest

from docgen import pipeline
from docgen.edit.let_stand import let_stand
from docgen.finding import Where
from docgen.plan.source import Source
from tests.plan_files import TINY, with_template

TEXT = """\
a:
  - một câu
    dài
    ba dòng
  # ý
  - "hai
    dòng"
"""


@pytest.mark.parametrize(("line", "above"), [(2, 2), (3, 2), (4, 2), (6, 6), (7, 6), (1, 1)])
def test_the_comment_stands_above_the_text_that_the_line_belongs_to(line, above):
    source = Source("bịa.yaml", TEXT)
    after = let_stand(source, Where("bịa.yaml", line), "KH205", "theo  Bộ\nNội vụ")
    indent = "" if above == 1 else "  "
    assert after.splitlines()[above - 1] == f"{indent}# docgen: bỏ qua KH205 – theo Bộ Nội vụ"
    assert "".join(after.splitlines(keepends=True)[: above - 1]) in TEXT


@pytest.mark.parametrize("reason", ["", "  ", "–", "…"])
def test_a_reason_without_a_word_is_none(reason):
    assert let_stand(Source("bịa.yaml", TEXT), Where("bịa.yaml", 2), "KH205", reason) is None


def test_a_finding_of_the_check_is_let_stand(tmp_path):
    root = with_template(tmp_path)
    path = root / "content" / "2030" / "plan.yaml"
    path.parent.mkdir(parents=True)
    (root / "content" / "agencies.yaml").write_text("so-noi-vu: {name: Sở Nội vụ}\n", "utf-8")
    text = TINY.replace("Việc thứ nhất.", "Rà soát thủ tục hành chánh (ước đạt 70% / 100%) ..")
    path.write_text(text, "utf-8")
    line = text[: text.index("Rà soát")].count("\n") + 1
    here = [each for each in pipeline.check(path.parent, root).findings if each.where.line == line]
    found = next(each for each in here if each.code[2] in "123456")
    source = Source(found.where.file, text)
    path.write_text(let_stand(source, found.where, found.code, "đã xem"), "utf-8")
    checked = pipeline.check(path.parent, root)
    assert found.code in {each.finding.code for each in checked.silenced}
