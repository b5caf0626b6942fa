"""The rows of a table on pages that are filled from the top; long ones parted where a page ends.

Rows are set in lines of whole words, as Word sets them. What a page has no room for stands on the
next one; where that would leave much white, a row is printed in two parts there, the second with
its number and “(tiếp)”, and a merged cell says at the top of the page what it goes on from.
Lengths are twips.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice, zip_longest
from typing import NamedTuple

from docgen.docx.cut_words import cell_goes_on, number_told, row_goes_on
from docgen.docx.line_starts import Point, line_starts
from docgen.page.flow import SEPARATOR, Flow, letters_of, line_height, room_of
from docgen.page.row_parts import emptied, number_of, placed, split_at
from docgen.view.printed import Cell, Merge, TableRow
from docgen.view.table import TableView

LARGE_GAP = 16  # per cent of a page: more is not left white where a row can be parted
FEWEST_LINES = 3  # of a part of a row
BACK_TO_A_SENTENCE = 3  # lines that may stay white so that a part ends with a sentence
SPARE = 300  # what a part leaves free: a line more than Word may need for the rows above it
ROUNDING = 20  # by which the rows of a page may be higher than reckoned
BORDER = 10
_SENTENCE = re.compile(r"[.;!?…] +")


def with_parts(table: TableView, flow: Flow) -> TableView:
    """The table below what is there, its rows parted where pages end."""
    if table.unit:
        flow.put({**flow.maker.paragraph("KHTableCell", table.unit), "keep": True})
    pages = _Pages(table, flow)
    parts = tuple(pages.rows())
    flow.down, flow.kept, flow.noted = pages.down, 0, False
    flow.put(flow.maker.paragraph("KHTableEnd"))
    return replace(table, parts=parts)


class _Measured(NamedTuple):
    """A row and how high it is.

    `own`: without its merged cells; `begins`: by column how high the words of those are that begin
    in it; `goes_on`: the columns of those that go on; `notes`: how high its footnotes are.
    """

    row: TableRow
    own: int
    begins: dict[int, int]
    goes_on: set[int]
    notes: int


class _Pages:
    """The rows of a table put on pages; `left` are those that stand on none yet, the last first.

    The page is full down to `down`; down to `stays` where the next row does not stand on it.
    """

    def __init__(self, table: TableView, flow: Flow) -> None:
        own = table.computed.table.size
        sizes = {"size": int(own.value * 2)} if own else {}
        self.looks = {style: {**look, **sizes} for style, look in flow.styles.items()}
        self.measured: dict[int, _Measured] = {}
        self.grid = table.grid(flow.width, self.looks["KHTableCell"]["size"])
        self.flow = flow
        self.page = flow.height
        self.header = [row for row in table.rows if row.header]
        self.left = [row for row in reversed(table.rows) if not row.header]
        self.head = self._height(self.header)
        self.top = flow.kept + self.head
        self.down, self.stays, self.spare = flow.down + self.top, flow.down, flow.spare

    def rows(self) -> Iterator[TableRow]:
        """All rows in order, parted where a page ends in one."""
        for row in chain(self.header, self._rows()):
            self.measured.pop(id(row), None)
            yield row

    def _rows(self) -> Iterator[TableRow]:
        while self.left:
            unit = self._unit()
            height, free = self._height(unit), self.page - self.down - ROUNDING
            white = self.page - self.stays
            much = white * 100 > LARGE_GAP * self.page or height > self.page - self.head
            if height <= free:
                yield from self._taken(len(unit), height)
            elif much and (begun := self._begun(unit, free - self.spare)):
                yield from begun
                self.top = self.head
                self._turn()
            elif self.stays:
                self._turn()
            else:  # higher than a page, and nothing to part it at
                yield from self._taken(1, self._height(unit[:1]) % max(free, 1))

    def _turn(self) -> None:
        self.down, self.stays, self.spare = self.top, 0, SPARE

    def _taken(self, count: int, height: int) -> list[TableRow]:
        taken = self.left[: -count - 1 : -1]
        del self.left[-count:]
        self.down += height
        self.stays, self.top = self.down, self.head
        return taken

    def _unit(self) -> list[TableRow]:
        """The next rows that stand on one page where they can: headings, a run of merged rows."""
        unit = [self.left[-1]]
        for row in islice(reversed(self.left), 1, None):
            if not self.looks[unit[-1].style]["keep"] and not self._measured(row).goes_on:
                break
            unit.append(row)
        return unit

    def _begun(self, unit: list[TableRow], room: int) -> list[TableRow]:
        """Of a unit what fits the room, the rest left for the next page; nothing where none is."""
        count = 0
        while count + 1 < len(unit) and self._height(unit[: count + 1], unit[count + 1]) <= room:
            count += 1
        above, row = unit[:count], unit[count]
        free = room - self._height(above, row)
        white = not above or (free + self.spare) * 100 > LARGE_GAP * self.page
        if white and (halves := self._in_two(row, free, alone=not above)):
            above, row = [*above, halves[0]], halves[1]
        if not above or self.looks[above[-1].style]["keep"]:
            return []
        row = self._anew(above, row, room)
        del self.left[-count - 1 :]
        self.left.append(row)
        return above

    def _in_two(self, row: TableRow, room: int, *, alone: bool) -> tuple[TableRow, TableRow] | None:
        """A row as the part that fits the room and the part with the rest.

        `alone`: no other row is above it, so its merged cells can only be parted here.
        """
        look = self.looks[row.style]
        counts = {at: len(self._starts(cell, at, row)) for at, cell in placed(row)}
        own = [counts[at] for at, cell in placed(row) if alone or cell.merge is Merge.NONE]
        room -= self._edges + self._notes(row.passing)
        most = min(room // line_height(look), max(own, default=0) - FEWEST_LINES)
        if look["bold"] or most < FEWEST_LINES:
            return None
        first, rest = [], []
        mark = row_goes_on(number_of(row))
        for at, cell in placed(row):
            before, after = cell, emptied(cell)
            if cell.merge is Merge.NONE:
                if counts[at] > most:
                    before, after = self._split(cell, at, row, most)
                after, mark = replace(after, told=mark), ""
            first.append(before)
            rest.append(after)
        return row.with_cells(first), row.with_cells(rest)

    def _anew(self, above: list[TableRow], row: TableRow, room: int) -> TableRow:
        """The row with its merged cells begun anew; in the rows above they say what has room."""
        cells = []
        for at, cell in placed(row):
            begins = self._beginning(above, at) if cell.merge is Merge.CONTINUE else None
            if begins is None:
                cells.append(cell)
                continue
            first = above[begins]
            begun = dict(placed(first))[at]
            free = room - self._height(above[:begins], first) - self._edges
            most = max(
                free // line_height(self.looks[first.style]) - self._told(begun, at, first), 1
            )
            rest = emptied(begun)
            if len(self._starts(begun, at, first)) > most:
                before, rest = self._split(begun, at, first, most)
                own = (before if place == at else each for place, each in placed(first))
                above[begins] = first.with_cells(own)
            told = ""
            if begun.words or begun.told:
                number = number_told(begun.told) or number_of(first)
                told = cell_goes_on(number, said=not rest.words)
            cells.append(replace(rest, told=told, merge=Merge.START if told else cell.merge))
        return row.with_cells(cells)

    def _beginning(self, rows: Sequence[TableRow], at: int) -> int | None:
        """The number of the row in which the merged cell of a column begins."""
        starts = (number for number, row in enumerate(rows) if at in self._measured(row).begins)
        return max(starts, default=None)

    def _split(self, cell: Cell, at: int, row: TableRow, most: int) -> tuple[Cell, Cell]:
        """A cell as its first lines, `most` of them or a few less, and the rest."""
        starts = self._starts(cell, at, row)
        line = max(min(most, len(starts) - 2), 1)
        number, place = starts[line]
        limit = number, str(cell.paragraphs[number]).rfind(" ", 0, place) + 1
        least = starts[max(line - BACK_TO_A_SENTENCE, 1)]
        ends = [
            (number, place)
            for number, each in enumerate(cell.paragraphs)
            for place in (0, *(found.end() for found in _SENTENCE.finditer(str(each))))
            if place < len(str(each))
        ]
        return split_at(cell, max((end for end in ends if least <= end <= limit), default=limit))

    # ---------------------------------------------------------------------------- heights

    def _height(self, rows: Sequence[TableRow], below: TableRow | None = None) -> int:
        """How high rows are, with their notes; their merged cells may go on in the row `below`."""
        down = 0
        begun: dict[int, int] = {}  # by column where the words of a merged cell end
        every = [self._measured(row) for row in (*rows, below) if row]
        measured = every[: len(rows)]
        for here, after in zip_longest(measured, every[1:]):
            begun |= {at: down + tall + self._edges for at, tall in here.begins.items()}
            going_on = after.goes_on if after else ()
            ends = [begun.pop(at) for at in [*begun] if at not in going_on]
            down = max(down + here.own + self._edges, *ends, 0)
        return down + sum(here.notes for here in measured)

    def _measured(self, row: TableRow) -> _Measured:
        """A row, measured once however often it is asked for before it stands on a page."""
        found = self.measured.get(id(row))
        if found is None:
            own, begins, goes_on = line_height(self.looks[row.style]), {}, set()
            cells = [*placed(row)]
            for at, cell in cells:
                if cell.merge is Merge.START:
                    begins[at] = self._tall(cell, at, row)
                elif cell.merge is Merge.CONTINUE:
                    goes_on.add(at)
                else:
                    own = max(own, self._tall(cell, at, row))
            notes = self._notes(cell for _, cell in cells)
            self.measured[id(row)] = found = _Measured(row, own, begins, goes_on, notes)
        return found

    def _tall(self, cell: Cell, at: int, row: TableRow) -> int:
        """How high the paragraphs of a cell are."""
        look = self.looks[row.style]
        lines = len(self._starts(cell, at, row)) + self._told(cell, at, row)
        around: int = look["before"] + look["after"]
        return lines * line_height(look) + len(cell.paragraphs) * around

    def _notes(self, cells: Iterable[Cell]) -> int:
        """How high the footnotes are that the cells of a row call."""
        texts = (each for cell in cells for each in cell.paragraphs)
        notes = [self.flow.note(note.words) for each in texts for _, note in each.notes]
        return sum(notes) + SEPARATOR * bool(notes)

    @property
    def _edges(self) -> int:
        return self.flow.cell["top"] + self.flow.cell["bottom"] + BORDER

    def _starts(self, cell: Cell, at: int, row: TableRow) -> list[Point]:
        """Where each line of the words of a cell begins."""
        look = self.looks[row.style]
        room, indent = self._room(cell, at, row), room_of(look["first"], look)
        return [
            (number, start)
            for number, each in enumerate(cell.paragraphs)
            for start in line_starts(letters_of(each, look), room, indent)
        ]

    def _told(self, cell: Cell, at: int, row: TableRow) -> int:
        """How many lines docgen's own words add to those of a cell."""
        if not cell.told:
            return 0
        lines = len(line_starts(((cell.told, False, False),), self._room(cell, at, row)))
        return lines if cell.words else lines - 1

    def _room(self, cell: Cell, at: int, row: TableRow) -> int:
        """The room for words, in thousandths of their size."""
        look = self.looks[row.style]
        sides = self.flow.cell["left"] + self.flow.cell["right"] + look["left"] + look["right"]
        return room_of(sum(self.grid[at : at + cell.span]) - sides, look)
