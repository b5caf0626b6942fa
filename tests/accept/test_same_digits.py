"""Numbers printed with as many decimals as their column: the zeros at the end are no edit."""

import pytest

from docgen.accept.look import look
from docgen.diff.compare import diff
from docgen.edit.apply import apply
from docgen.load.folder import load
from docgen.open_plan import open_plan
from tests.plan_files import TINY, printed, tiny_project
from tests.word_edits import Word

TABLE = """\
- table:
    columns:
      - {key: name, title: Tên, width: 60}
      - {key: max, title: Chuẩn, width: 30, kind: decimal}
      - {key: score, title: Điểm, width: 35, kind: decimal}
      - {key: loss, title: Trừ, width: 35, kind: decimal, compute: score - max}
    rows:
      - {name: Việc thứ nhất, max: 1, score: "0,85"}
      - {name: Việc thứ hai, max: "1,5", score: "1,5"}
"""


@pytest.fixture
def root(tmp_path):
    point = "      - Việc thứ nhất.\n"
    table = "".join(f"      {line}\n" for line in TABLE.splitlines())
    root = tiny_project(tmp_path, TINY.replace(point, table))
    (root / "content/office.yaml").write_text("form: {same_digits: yes}\n", encoding="utf-8")
    return root


def accepted(root, *edits):
    word = Word(printed(root))
    for row, column, words in edits:
        word.type_in_cell(row, column, words)
    return look(word.saved(), root / "content/2030", root)


def test_zeros_put_in_or_taken_out_are_no_edit(root):
    assert "Việc thứ nhất|1,0|0,85|-0,15" in rows(root)
    found = accepted(root, ("Việc thứ nhất", 1, "1"), ("Việc thứ hai", 2, "1,5"))
    assert (found.known, found.changes, found.follows) == (True, (), ())


@pytest.mark.parametrize(
    ("typed", "printed_again"), [("2", "2,0"), ("1,25", "1,25")], ids=["fewer", "more"]
)
def test_a_number_typed_in_word_is_taken_whatever_its_digits(root, typed, printed_again):
    found = accepted(root, ("Việc thứ nhất", 1, typed))
    assert [(each.kind, each.verdict) for each in found.changes] == [("number", "applied")]
    assert apply(found.edits, root).findings == []
    assert f"Việc thứ nhất|{printed_again}|0,85" in rows(root)


def test_a_printed_document_does_not_differ_from_its_content(root, tmp_path):
    document = tmp_path / "in.docx"
    document.write_bytes(printed(root))
    sides = [open_plan(each, root).plan for each in ("2030", str(document))]
    changes = diff(*sides, ("cũ", "mới"), ()).changes
    assert [each for each in changes if "Chuẩn" in str(each)] == []


def rows(root):
    plan, _ = load(root / "content/2030", root)
    assert plan
    table = Word(printed(root)).root.iter("{*}tr")
    return "\n".join("|".join("".join(c.itertext()) for c in row.iter("{*}tc")) for row in table)
