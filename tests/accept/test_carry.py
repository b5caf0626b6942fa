"""Edits of the content that was built find their place in the content of today."""

import pytest

from docgen.accept.carry import Carrier
from docgen.accept.change import Change
from docgen.edit.edits import Delete, Insert, Reword
from docgen.plan.source import Source

NAME = "content/2030/plan.yaml"
BUILT = """\
subject: Trồng cây
sections:
  - title: Việc chung
    items: [Trồng cây xanh., Tưới cây xanh.]
"""
TODAY = """\
place: Sông Xanh
subject: Trồng cây
sections:
  - title: Việc mới
    items: [Mua cây giống.]
  - title: Việc chung
    items: [Họp các xã về việc này., Trồng cây xanh., Tưới cây xanh.]
"""
ITEMS = ("sections", 0, "items")


def carried(edit_of):
    """A change of the content that was built, as one of today's."""
    built, today = Source(NAME, BUILT), Source(NAME, TODAY)
    where = built.where(BUILT.index("Tưới"))
    change = Change("words", "applied", where, "", "", edits=(edit_of(built),))
    return Carrier([built], [today]).carried(change), today


@pytest.mark.parametrize(
    ("edit_of", "place"),
    [
        (lambda of: Reword(of, ("subject",), "Trồng cây", "Trồng rừng"), ("subject",)),
        (lambda of: Reword(of, (*ITEMS, 1), "Tưới cây xanh.", "Tưới cây."),
         ("sections", 1, "items", 2)),
        (lambda of: Delete(of, (*ITEMS, 0)), ("sections", 1, "items", 1)),
        (lambda of: Insert(of, (*ITEMS, 1), "Rào cây."), ("sections", 1, "items", 2)),
    ],
    ids=["a key", "an item", "an item that goes", "an item that comes"],
)  # fmt: skip
def test_an_edit_finds_its_place_behind_what_came_before_it(edit_of, place):
    change, today = carried(edit_of)
    assert change.verdict == "applied"
    assert [(each.source, each.place) for each in change.edits] == [(today, place)]
    assert change.where == today.where(TODAY.index("Tưới"))
