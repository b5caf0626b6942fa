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
from docgen.redline.columns import SPAN, TC, is_absent, span_of
from docgen.redline.likeness import merge_of
from docgen.redline.sides import fate_of

Sides = list[Side[Any]]
Merges = list[tuple[int, str | None]]
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
        own = [(view, its) for view, its in ((before, old), (after, new)) if its is not None]
        found = _begun(tracked, _shown(*(_merges(its) for _, its in own)), above + at)
        for view, its in own:
            begun = _begun(view, _merges(its), above + at)
            if any(mine not in (None, its) for mine, its in zip(begun, found, strict=True)):
                return at
    return len(rows)


def _merges(row: Any) -> Merges:
    """By cell the columns that it covers and its merge; None where the table lacks the column."""
    return [
        (int(cell.get(SPAN) or span_of(cell)), None if is_absent(cell) else merge_of(cell))
        for cell in row.iterchildren(TC)
    ]


def _shown(*sides: Merges) -> Merges:
    """The cells of a row as they stand in the tracked table."""
    return [
        (cells[0][0], next((merge for _, merge in cells if merge is not None), ""))
        for cells in zip(*reversed(sides), strict=True)
    ]


def _begun(beginnings: dict[int, int], row: Merges, at: int) -> list[int | None]:
    """For each cell of the row the row that begins it; `beginnings` goes on to the next row."""
    found: list[int | None] = []
    column = 0
    for span, merge in row:
        if merge is not None and merge != "continue":
            beginnings[column] = at
        found.append(None if merge is None else beginnings.setdefault(column, at))
        column += span
    return found
