"""What a table of Word need not say once it is content."""

from docgen.from_word.formulas import with_formulas
from docgen.load.folder import load
from docgen.plan.reading_order import tables
from tests.plan_files import TINY, tiny_project

NUMBERED = """
appendices:
  - title: Bịa
    table:
      columns: [{key: code, title: STT}, {key: name, title: Xã}]
      rows:
        - code: I
          name: Xã miền núi
          rows: [{code: 1, name: Xã Một}, {code: 2, name: Xã Hai}]
"""


def table(tmp_path):
    root = tiny_project(tmp_path, TINY + NUMBERED)
    plan, findings = load(root / "content" / "2030", root)
    assert plan, findings
    return next(iter(tables(plan)))


def test_numbers_that_would_be_set_alike_are_not_typed_and_all_else_stays(tmp_path):
    typed = table(tmp_path)
    counted = with_formulas(typed, lambda _: True)
    (group,), (before,) = counted.rows, typed.rows
    assert [column.kind for column in counted.columns] == ["order", None]
    assert group.cells == {"name": before.cells["name"]}
    assert [row.cells for row in group.rows] == [
        {"name": row.cells["name"]} for row in before.rows
    ]  # fmt: skip


def test_numbers_that_would_be_set_otherwise_stay_as_typed(tmp_path):
    typed = table(tmp_path)
    assert with_formulas(typed, lambda _: False) == typed
