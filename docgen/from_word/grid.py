"""The cells of a Word table on a plain grid: columns where any row has an edge, merges as spans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from docgen.docx.model import Row, Table
from docgen.docx.read import attribute
from docgen.docx.values import whole
from docgen.from_word.inline_marks import Look
from docgen.from_word.lines import Line, Lines
from docgen.plan.expressions import is_missing_mark
from docgen.vietnamese import round_half_up

TWIPS_PER_MM = Decimal(1440) / Decimal("25.4")


@dataclass(frozen=True, slots=True)
class Square:
    """A cell over the columns `start` to `end` (not included); `down`: how many rows it covers.

    `continued`: it only goes on what a row above begins.
    """

    start: int
    end: int
    lines: tuple[Line, ...]
    continued: bool = False
    down: int = 1

    @property
    def words(self) -> str:
        """Its words in one line."""
        return " ".join(line.words for line in self.lines)

    @property
    def is_bold(self) -> bool:
        """Whether all its words are bold."""
        looks = {
            each.look.bold for line in self.lines for each in line.letters if each.said.strip()
        }
        return looks == {True}

    @property
    def look(self) -> Look:
        """The look that all its lines share."""
        looks = {line.look for line in self.lines}
        return looks.pop() if len(looks) == 1 else Look()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; `widths` of its columns in millimetres, none where the file does not say."""

    rows: tuple[tuple[Square, ...], ...]
    headers: int
    columns: int
    widths: tuple[Decimal | None, ...]

    def at(self, row: int, column: int) -> Square | None:
        """The cell of a row over a column."""
        return next((each for each in self.rows[row] if each.start <= column < each.end), None)


def grid_of(table: Table, lines: Lines) -> Grid:
    """The table on its grid; `headers` are the rows that Word repeats, or none."""
    placed = [_placed(row, lines) for row in table.rows]
    width = max((cell.end for row in placed for cell in row), default=0)
    edges = sorted(
        {0, width} | {at for row in placed for cell in row for at in (cell.start, cell.end)}
    )
    column = {edge: number for number, edge in enumerate(edges)}
    rows = [
        [Square(column[each.start], column[each.end], each.lines, each.continued) for each in row]
        for row in placed
    ]
    headers = 0
    while headers < len(table.rows) and table.rows[headers].header:
        headers += 1
    said = [sum(table.grid[left:right]) for left, right in pairwise(edges)]
    widths = tuple(_millimetres(each) if each > 0 else None for each in said)
    return Grid(_with_depth(rows), headers, len(edges) - 1, widths)


def _millimetres(twips: int) -> Decimal:
    return max(round_half_up(Decimal(twips) / TWIPS_PER_MM, 0), Decimal(1))


def _placed(row: Row, lines: Lines) -> list[Square]:
    before = attribute(row.xml, "trPr/gridBefore")
    at = whole(before)
    cells = []
    for cell in row.cells:
        said = () if cell.merge == "continue" else tuple(
            line for paragraph in cell.paragraphs for line in lines.of(paragraph)
            if not is_missing_mark(line.words)
        )  # fmt: skip
        cells.append(Square(at, at + cell.span, said, cell.merge == "continue"))
        at += cell.span
    return cells


def _with_depth(rows: Sequence[Sequence[Square]]) -> tuple[tuple[Square, ...], ...]:
    """Each cell with the number of rows over which those below go on it."""

    def depth(number: int, cell: Square) -> int:
        below = number + 1
        while below < len(rows) and any(
            each.continued and (each.start, each.end) == (cell.start, cell.end)
            for each in rows[below]
        ):
            below += 1
        return below - number

    return tuple(
        tuple(
            Square(
                each.start, each.end, each.lines, each.continued,
                1 if each.continued else depth(number, each),
            )
            for each in row
        )
        for number, row in enumerate(rows)
    )  # fmt: skip
