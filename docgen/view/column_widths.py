"""Widths of columns that make a table short, where the content leaves them to docgen.

The table is set in lines of whole words, as Word sets it, for widths in small steps; width
moves from column to column as long as rows get lower. Whole numbers only, no chance in it:
the same table has the same widths each time. A long table is judged by parts of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product

from docgen.docx.cut_words import GOES_ON
from docgen.docx.text_width import em_width
from docgen.view.inline import Inline
from docgen.view.printed import Merge, TableRow

BOLD = frozenset({"KHTableHeader", "KHTableGroup", "KHTableAcross", "KHTableTotal"})
CELL_EDGES = 134  # twips: margins left and right of the words, and the border
STEPS = 240
MOVES = (24, 12, 6, 3, 1)
MOST_ROWS, TOGETHER = 160, 8
TRIED = 3

Height = tuple[int, int]


def short_table(
    rows: Sequence[TableRow], given: Sequence[int | None], width: int, half_points: int
) -> list[int]:
    """A width in twips for each column; those `given` stay, all add up to `width`.

    `half_points` is the size of the letters. Where the longest words do not fit beside one
    another the widths follow those words.
    """
    open_columns = [number for number, each in enumerate(given) if each is None]
    room = width - sum(each or 0 for each in given)
    needed = _longest_words(rows, len(given), half_points)
    step = max(room // STEPS, 1)
    least = {number: -(-needed[number] // step) for number in open_columns}
    free = room // step - sum(least.values())
    widths = [each if each is not None else least[n] * step for n, each in enumerate(given)]
    if free > 0:
        table = _Table(_sample(rows), half_points)
        _spread(table, widths, open_columns, free, step)
        _exchange(table, widths, least, step)
    return _exactly(widths, open_columns, max(room, len(open_columns)))


def _exactly(widths: Sequence[int], open_columns: Sequence[int], room: int) -> list[int]:
    """The widths with those of the open columns in proportion, adding up to `room`."""
    whole = sum(widths[number] for number in open_columns)
    exact, passed, edge = list(widths), 0, 0
    for number in open_columns:
        passed += widths[number]
        exact[number] = passed * room // whole - edge
        edge += exact[number]
    return exact


def _longest_words(rows: Iterable[TableRow], count: int, half_points: int) -> list[int]:
    """How wide each column must be for its longest word, in twips; the first one for “(tiếp)”."""
    words: list[set[tuple[str, bool]]] = [set() for _ in range(count)]
    words[0].add((GOES_ON, False))
    for row in rows:
        column = 0
        for cell in row.passing:
            if cell.span == 1:
                for paragraph in cell.paragraphs:
                    bold = row.style in BOLD
                    words[column].update((word, bold) for word in str(paragraph).split(" "))
            column += cell.span
    widest = (max((em_width(*word) for word in each), default=0) for each in words)
    return [each * half_points // 100 + 1 + CELL_EDGES for each in widest]


def _sample(rows: Sequence[TableRow]) -> list[TableRow]:
    """All rows, or of a long table as many runs of rows, evenly spread, as are quick to set."""
    if len(rows) <= MOST_ROWS:
        return list(rows)
    apart = len(rows) * TOGETHER // MOST_ROWS
    starts = range(0, len(rows), apart)
    return [row for start in starts for row in rows[start : start + TOGETHER]]


@dataclass(frozen=True)
class _Cells:
    """The cells over one run of columns: by row, the widths of the words of each paragraph.

    `lasts` says for cells that are merged downwards the row that ends them.
    """

    columns: range
    words: dict[int, list[list[int]]] = field(default_factory=dict)
    lasts: dict[int, int] = field(default_factory=dict)
    known: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def lines(self, room: int) -> list[tuple[int, int]]:
        """The rows with a cell here and how many lines each needs in `room` (1/1000 em)."""
        if room not in self.known:
            self.known[room] = [
                (row, sum(_lines(each, room) for each in paragraphs))
                for row, paragraphs in self.words.items()
            ]
        return self.known[room]


def _lines(words: Sequence[int], room: int) -> int:
    lines, used = 1, -SPACE
    for word in words:
        used += SPACE + word
        if used > room and used > word:
            lines += 1
            used = word
    return lines


SPACE = em_width(" ")


class _Table:
    """The rows of a table, to be set in columns of any widths."""

    def __init__(self, rows: Sequence[TableRow], half_points: int) -> None:
        self.count = len(rows)
        self.half_points = half_points
        self.cells: dict[range, _Cells] = {}
        begun: dict[range, int] = {}
        for number, row in enumerate(rows):
            column = 0
            for cell in row.passing:
                columns = range(column, column + cell.span)
                column += cell.span
                here = self.cells.setdefault(columns, _Cells(columns))
                if cell.merge is Merge.CONTINUE:
                    if columns in begun:
                        here.lasts[begun[columns]] = number
                    continue
                begun[columns] = number
                bold = row.style in BOLD
                here.words[number] = [_words(each, bold) for each in cell.paragraphs]

    @cached_property
    def merged(self) -> list[tuple[int, int, range]]:
        """The cells that are merged downwards: last row, first row, columns."""
        cells = self.cells.values()
        return sorted(
            ((last, first, each.columns) for each in cells for first, last in each.lasts.items()),
            key=lambda each: (each[0], -each[1], each[2].start, each[2].stop),
        )

    def height(self, widths: Sequence[int]) -> Height:
        """How many lines the rows are high together; then how many lines all cells have."""
        high = [1] * self.count
        every = 0
        lines = {}
        for columns, cells in self.cells.items():
            room = (sum(widths[n] for n in columns) - CELL_EDGES) * 100 // self.half_points
            here = cells.lines(room)
            lasts = cells.lasts
            for row, count in here:
                every += count
                if row in lasts:
                    lines[columns, row] = count
                elif count > high[row]:
                    high[row] = count
        for last, first, columns in self.merged:
            missing = lines[columns, first] - sum(high[first : last + 1])
            high[last] += max(missing, 0)
        return sum(high), every


def _words(paragraph: Inline, bold: bool) -> list[int]:
    return [em_width(word, bold) for word in str(paragraph).split(" ")]


def _spread(
    table: _Table, widths: list[int], open_columns: Sequence[int], free: int, step: int
) -> None:
    """Gives the columns what is free, by how much they have to say."""
    amounts = dict.fromkeys(open_columns, 1)
    for columns, cells in table.cells.items():
        if len(columns) == 1 and columns.start in amounts:
            amounts[columns.start] += sum(
                sum(words) for each in cells.words.values() for words in each
            )
    whole, passed, given = sum(amounts.values()), 0, 0
    for number in open_columns:
        passed += amounts[number]
        share = passed * free // whole - given
        given += share
        widths[number] += share * step


def _exchange(table: _Table, widths: list[int], least: dict[int, int], step: int) -> None:
    """Moves width from column to column, in smaller and smaller steps, while rows get lower."""
    best = table.height(widths)
    for move in MOVES:
        better = True
        while better:
            better = False
            for taken, given in _promising(table, widths, least, step, move * step):
                changed = list(widths)
                changed[taken] -= move * step
                changed[given] += move * step
                height = table.height(changed)
                if height < best:
                    best, widths[:], better = height, changed, True
                    break


def _promising(
    table: _Table, widths: Sequence[int], least: dict[int, int], step: int, twips: int
) -> Iterator[tuple[int, int]]:
    """The columns that lose least by being narrower, with those that gain most by being wider."""

    def alone(number: int, change: int) -> Height:
        changed = list(widths)
        changed[number] += change
        return table.height(changed)

    gains = sorted(least, key=lambda number: (alone(number, twips), number))
    losers = [number for number in least if widths[number] - twips >= least[number] * step]
    losses = sorted(losers, key=lambda number: (alone(number, -twips), number))
    pairs = product(losses[:TRIED], gains[:TRIED])
    yield from ((taken, given) for taken, given in pairs if taken != given)
