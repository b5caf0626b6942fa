"""Rows that went and came, put so that merged cells stay merged whichever of them go.

A cell that continues a merge (17.4.84) belongs to the cell that begins it: for Word to the
nearest above, for LibreOffice to the one it had when the file was opened. Both agree only
where that is the same cell before and after every change.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from docgen.redline.alignment import Side
from docgen.redline.likeness import Shape, shape
from docgen.redline.sides import either, fate_of

Sides = list[Side[Any]]
Beginnings = tuple[dict[int, int], ...]  # tracked, old, new: by column the row that begins a cell


def keep_merged(sides: Sides) -> Sides:
    """The same rows; some that stayed are taken out and put in again, where merges need it."""
    while True:
        sides, right = _ordered(sides)
        staying = [at for at, side in enumerate(sides[: right + 1]) if not fate_of(*side)]
        if right == len(sides) or not staying:
            return sides
        old, new = sides[staying[-1]]
        sides[staying[-1] : staying[-1] + 1] = [(old, None), (None, new)]


def _ordered(sides: Sides) -> tuple[Sides, int]:
    """Between two rows that stay, what went before what came or the other way about.

    With how many rows from the first are right: each of their cells begins where it should.
    """
    ordered: Sides = []
    beginnings: Beginnings = ({}, {}, {})
    for _, stretch in groupby(sides, lambda side: not fate_of(*side)):
        rows = [*stretch]
        for order in _orders(rows):
            after = tuple(dict(view) for view in beginnings)
            right = _right(order, after, len(ordered))
            if right == len(rows):
                break
        else:
            return [*ordered, *order, *sides[len(ordered) + len(rows) :]], len(ordered) + right
        ordered += order
        beginnings = after
    return ordered, len(ordered)


def _orders(rows: Sides) -> Iterator[Sides]:
    yield sorted(rows, key=lambda side: fate_of(*side))
    if fate_of(*rows[0]):
        yield sorted(rows, key=lambda side: fate_of(*side), reverse=True)


def _right(rows: Sides, beginnings: Beginnings, above: int) -> int:
    """How many of the rows, from the first, have cells that begin where they do in their own."""
    tracked, before, after = beginnings
    for at, (old, new) in enumerate(rows):
        row = shape(either((old, new)))
        views = [view for view, its in ((before, old), (after, new)) if its is not None]
        found = _begun(tracked, row, above + at)
        if any(_begun(view, row, above + at) != found for view in views):
            return at
    return len(rows)


def _begun(beginnings: dict[int, int], row: Shape, at: int) -> list[int]:
    """For each cell of the row the row that begins it; `beginnings` goes on to the next row."""
    found = []
    column = 0
    for span, merge in row:
        if merge != "continue":
            beginnings[column] = at
        found.append(beginnings.setdefault(column, at))
        column += int(span or 1)
    return found
