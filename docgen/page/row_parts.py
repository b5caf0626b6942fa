"""A row of a table in parts: its cells by their columns, what is printed and what is left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docgen.docx.cut_words import number_told
from docgen.docx.line_starts import Point
from docgen.view.inline import Inline
from docgen.view.printed import Cell, Merge, TableRow

LONGEST_NUMBER = 20  # letters


def placed(row: TableRow) -> Iterator[tuple[int, Cell]]:
    """The cells of a row, each with the first column that it covers."""
    column = 0
    for cell in row.passing:
        yield column, cell
        column += cell.span


def number_of(row: TableRow) -> str:
    """The number of a row: the words of its first cell, where they are few."""
    first = row.cells[0]
    words = first.words or number_told(first.told)
    return words if len(words) <= LONGEST_NUMBER and "\n" not in words else ""


def emptied(cell: Cell) -> Cell:
    """What is left of a cell whose words are all printed."""
    merge = Merge.CONTINUE if cell.merge is Merge.START else cell.merge
    return Cell((Inline((), cell.paragraphs[0].origin),), cell.span, merge)


def split_at(cell: Cell, point: Point) -> tuple[Cell, Cell]:
    """A cell as what stands before a point of it and what stands behind.

    The space between is on neither side. A word that fills lines alone is not split.
    """
    number, at = point
    if point == (0, 0):
        return cell, emptied(cell)
    here = cell.paragraphs[number]
    before, after = here.parted(at)
    if at:
        *runs, last = before.runs
        runs += [replace(last, text=last.text.removesuffix(" "))] if last.text != " " else []
        before = before.saying(runs)
    head = cell.paragraphs[:number]
    rest = (after, *cell.paragraphs[number + 1 :])
    return (
        replace(cell, paragraphs=(*head, before) if at else head),
        replace(cell, paragraphs=rest, told="", runs_on=at > 0),
    )
