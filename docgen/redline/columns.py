"""Two tables with other columns, brought to one grid: the columns of both, in order.

Where one table lacks a column its rows get an empty cell, so that the tables can be compared
row by row, cell by cell; attributes of our own say which cells stand for what, until `cleaned`.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from docgen.docx.model import W
from docgen.docx.values import columns
from docgen.redline.alignment import Side, aligned
from docgen.redline.tracked_text import made, words

TR, TC = W + "tr", W + "tc"
SPAN, LONE = "columns", "lone"  # attributes: columns of both tables; "own" or "absent"
_HALF = 0.5


def own_columns(table: Any) -> int:
    """The number of columns of the table's grid."""
    return len(table.findall(f"{W}tblGrid/{W}gridCol"))


def belongs_together(old: Any, new: Any) -> bool:
    """Whether at least half of the columns stand in both tables, in the same order."""
    return bool(_paired(old, new))


def unite(old: Any, new: Any) -> None:
    """Gives every row of both tables, in place, a cell for every column that either has.

    The new table's grid gets the columns of the old one too, or they could not be seen.
    """
    sides = _paired(old, new)
    before, after = ([*each.iterfind(f"{W}tblGrid/{W}gridCol")] for each in (old, new))
    grid = [before[i or 0] if j is None else after[j] for i, j in sides]
    widths = [each.get(W + "w", "") for each in grid]
    lone = {at for at, (i, j) in enumerate(sides) if i is None or j is None}
    for table, places in ((old, [i for i, _ in sides]), (new, [j for _, j in sides])):
        own = [at for at, place in enumerate(places) if place is not None]
        for row in table.iterchildren(TR):
            _widen(row, own, lone, widths)
    for at, (column, (_, j)) in enumerate(zip(grid, sides, strict=True)):
        if j is None:
            new.find(W + "tblGrid").insert(at, deepcopy(column))


def cleaned(table: Any) -> None:
    """Takes our own attributes away."""
    for cell in table.iter(TC):
        for name in (SPAN, LONE):
            cell.attrib.pop(name, None)


def is_lone(cell: Any) -> bool:
    """Whether only one of the two tables has the cell's column."""
    return cell.get(LONE) is not None


def is_absent(cell: Any) -> bool:
    """Whether the cell only stands in for a column of the other table."""
    return bool(cell.get(LONE) == "absent")


def span_of(cell: Any) -> int:
    """How many columns of its own table a cell covers (17.4.17)."""
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if span is None else columns(span.get(W + "val"))


def _paired(old: Any, new: Any) -> list[Side[int]]:
    """The columns side by side by their headers and cells; empty for two unlike tables."""
    before, after = (_texts_of_columns(each) for each in (old, new))
    if not before or not after:
        return []

    def near(i: int, j: int) -> float:
        ours, theirs = set(before[i][1:]), set(after[j][1:])
        return len(ours & theirs) / max(len(ours | theirs), 1)

    heads = aligned(
        [(i, texts[0]) for i, texts in before.items()],
        [(j, texts[0]) for j, texts in after.items()],
        [lambda column: column[1]],
        lambda one, other: near(one[0], other[0]),
    )
    sides: list[Side[int]] = [(i and i[0], j and j[0]) for i, j in heads]
    both = sum(i is not None and j is not None for i, j in sides)
    if both < _HALF * max(len(before), len(after)):
        return []
    return sides


def _texts_of_columns(table: Any) -> dict[int, list[str]]:
    """For each column what its cells say, the header first; {} where a row has another grid."""
    texts: dict[int, list[str]] = {at: [] for at in range(own_columns(table))}
    for row in table.iterchildren(TR):
        at = 0
        for cell in row.iterchildren(TC):
            said = " ".join(words(cell))
            for column in range(at, at + span_of(cell)):
                texts.setdefault(column, []).append(said)
            at += span_of(cell)
        if at != own_columns(table):
            return {}
    return texts


def _widen(row: Any, places: list[int], lone: set[int], widths: list[str]) -> None:
    """`places` says for each column of the row's table where it stands among those of both."""
    cells = [*row.iterchildren(TC)]
    everywhere = len(cells) == 1
    column, filled = 0, 0
    for cell in cells:
        covered = places[column : column + span_of(cell)]
        column += span_of(cell)
        first, behind = (0, len(widths)) if everywhere else (covered[0], covered[-1] + 1)
        for absent in map(_absent, widths[filled:first]):
            cell.addprevious(absent)
        cell.set(SPAN, str(behind - first))
        if {*range(first, behind)} <= lone:
            cell.set(LONE, "own")
        filled = behind
    row.extend(map(_absent, widths[filled:]))


def _absent(width: str) -> Any:
    cell = made("tc", {LONE: "absent", SPAN: "1"})
    properties = made("tcPr")
    properties.append(made("tcW", {W + "w": width, W + "type": "dxa"}))
    cell.extend((properties, made("p")))
    return cell
