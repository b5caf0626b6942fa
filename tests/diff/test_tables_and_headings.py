"""Tables and headings that go elsewhere or give way to others: one change, the same both ways."""

import pytest

from docgen.diff.compare import diff
from tests.hard_edits import set_
from tests.hard_moves import BOATS, FUNDS, OFFICES, WORKS, at, edited
from tests.measured import loaded


def _to_an_appendix(plan):
    """The table of a heading in an appendix, whose own table takes its place."""
    appendix, under = plan["appendices"][3], plan["sections"][2]["items"][1]
    appendix["table"], under["table"] = under["table"], appendix["table"]


def _last_column_first(table):
    table["columns"].insert(0, table["columns"].pop())


def _quite_other_titles(plan):
    """Two headings under new titles, and every text of theirs reworded by a word."""
    for item, title in zip(
        plan["sections"][1]["items"][:2], ("Chấm điểm", "Lắng nghe người dân"), strict=True
    ):
        item["title"] = title
        item["items"] = [f"{text} của tỉnh" for text in item["items"]]


EDITS = {
    "two tables changed places": (
        _to_an_appendix,
        [("moved", "phụ lục", "table")] * 2,
    ),
    "another table in the place of one": (
        set_(*WORKS, BOATS),
        [("removed", "phụ lục", "table"), ("added", "phụ lục", "table")],
    ),
    "another table under the same heading": (
        set_(*FUNDS, BOATS),
        [("removed", "đề mục", "table"), ("added", "đề mục", "table")],
    ),
    "a column went to the front": (at(WORKS, _last_column_first), [("moved", "cột", "out")]),
    "headings of other titles": (
        _quite_other_titles,
        [("renamed", "đề mục", "")] * 2 + [("changed", "đoạn văn", "")] * 5,
    ),
}


@pytest.mark.parametrize("what", EDITS)
def test_it_is_told_as_what_it_is_from_either_side(what, tmp_path):
    edit, told = EDITS[what]
    old = loaded(tmp_path / "old", edited(), OFFICES)
    new = loaded(tmp_path / "new", edited(edit), OFFICES)
    back = {"added": "removed", "removed": "added"}
    forth = [(c.kind, str(c.subject), c.aspect) for c in diff(old, new).changes]
    mirrored = [
        (back.get(c.kind, c.kind), str(c.subject), c.aspect) for c in diff(new, old).changes
    ]
    assert sorted(forth) == sorted(mirrored) == sorted(told)
