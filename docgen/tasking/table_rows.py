"""The printed rows of a table as rows of their own: merged cells said in each, some rows kept."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from docgen.plan.reading_order import leaves
from docgen.plan.source import Text
from docgen.plan.table import Column, Row
from docgen.view.inline import Inline
from docgen.view.printed import Cell, Merge, TableRow
from docgen.view.table import ACROSS, TOTAL


def own_row(printed: TableRow) -> Row | None:
    """The row of the content that a printed one is; none for heads, totals and words across."""
    rows = (cell.paragraphs[0].origin.row for cell in printed.cells)
    return next((row for row in rows if row and row.kind in ("row", "group")), None)


def unmerged(rows: Sequence[TableRow]) -> Iterator[TableRow]:
    """The rows with what is merged over several said in each."""
    above: dict[int, Cell] = {}
    for row in rows:
        cells, at = [], 0
        for cell in row.cells:
            if cell.merge is Merge.START:
                above[at] = cell
            cells.append(above.get(at, cell) if cell.merge is Merge.CONTINUE else cell)
            at += cell.span
        yield row.with_cells(cells)


def paragraphs(printed: TableRow) -> Iterator[tuple[Inline, Text, Column | None]]:
    """The paragraphs of a row that say something of the content, each with its column."""
    for cell in printed.cells:
        for words in cell.paragraphs:
            origin = words.origin
            if origin.text and origin.kind in ("text", "number") and str(words).strip():
                yield words, origin.text, origin.column


def only(rows: Sequence[TableRow], kept: Collection[int]) -> tuple[TableRow, ...]:
    """The heads and the rows whose content's `id` is kept, with the rows of their fields.

    Merged cells reach over the rows that are left; the line of totals goes, it would not be theirs.
    """
    left: list[tuple[TableRow, TableRow]] = []
    for row, whole in zip(rows, unmerged(rows), strict=True):
        if row.header or (row.style != TOTAL and _is_kept(row, kept)):
            left.append((row, whole))
    return tuple(_merged_again(left))


def _is_kept(printed: TableRow, kept: Collection[int]) -> bool:
    row = printed.origin.row if printed.style == ACROSS else own_row(printed)
    below = leaves(row.rows) if row else ()
    return row is not None and (id(row) in kept or any(id(each) in kept for each in below))


def _merged_again(rows: Sequence[tuple[TableRow, TableRow]]) -> Iterator[TableRow]:
    for number, (row, whole) in enumerate(rows):
        if row.header:
            yield row
            continue
        before = rows[number - 1][1] if number else None
        after = rows[number + 1][1] if number + 1 < len(rows) else None
        cells = []
        for said in whole.cells:
            goes_on = said.merge is not Merge.NONE and _has(before, said)
            begins = said.merge is not Merge.NONE and _has(after, said)
            if goes_on:
                cells.append(said.going_on)
            else:
                cells.append(replace(said, merge=Merge.START if begins else Merge.NONE))
        yield row.with_cells(cells)


def _has(row: TableRow | None, cell: Cell) -> bool:
    return row is not None and any(each is cell for each in row.cells)
