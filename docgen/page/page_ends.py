"""Where the pages of an appendix end, and its long rows and merged cells parted there.

Rows are set in lines of whole words, as Word sets them. What a page has no room for stands on the
next one; where that would leave much white, a row is printed in two parts there, the second with
its number and “(tiếp)”, and a merged cell says at the top of the page what it goes on from.
Lengths are twips.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from docgen.docx.cut_rows import cell_goes_on, number_told, row_goes_on
from docgen.docx.read import NotADocx
from docgen.page.line_starts import Point, line_starts
from docgen.page.parts import STYLE_OF
from docgen.page.row_parts import beginning, continued, emptied, number_of, placed, split_at
from docgen.page.sheet import Sheet, sheet, text_width, turned
from docgen.render.template import Template
from docgen.view.appendix import AppendixView
from docgen.view.body import Block
from docgen.view.plan import View
from docgen.view.printed import Cell, Merge, TableRow
from docgen.view.table import TableView

LARGE_GAP = 16  # per cent of a page: more is not left white where a row can be parted
FEWEST_LINES = 3  # of a part of a row
BACK_TO_A_SENTENCE = 3  # lines that may stay white so that a part ends with a sentence
SPARE = 300  # what a part leaves free: a line more than Word may need for the rows above it
BORDER = 10
LINE_OF_FONT = 1150  # thousandths of its size: a single line of Times New Roman
_SENTENCE = re.compile(r"[.;!?…] +")


def on_pages(view: View, template: Template) -> View:
    """The view as the pages of a template part it; as it is where that names no paper."""
    try:
        looks = sheet(template.path, template.form)
    except (NotADocx, OSError, ValueError):
        return view
    return parted(view, looks)


def parted(view: View, looks: Sheet) -> View:
    """The view with the tables of its appendices parted where pages end."""
    return replace(view, appendices=tuple(_appendix(each, looks) for each in view.appendices))


def _appendix(appendix: AppendixView, looks: Sheet) -> AppendixView:
    if not any(block.table for block in appendix.body):
        return appendix
    flow = _Flow(looks, turned(looks["appendix"], appendix.orientation))
    flow.paragraph("KHAppendixLabel", appendix.label)
    for line in appendix.title:
        flow.paragraph("KHAppendixTitle", line)
    if appendix.reference:
        flow.paragraph("KHAppendixReference", appendix.reference)
    flow.paragraph("KHLine")
    return replace(appendix, body=tuple(map(flow.block, appendix.body)))


class _Flow:
    """Pages that are filled from the top; the last one is full down to `down`."""

    def __init__(self, looks: Sheet, paper: dict[str, int]) -> None:
        named: dict[str, dict[str, Any]] = looks["styles"]
        self.styles = {key: {**look, "size": look["size"] or 1} for key, look in named.items()}
        self.cell: dict[str, int] = looks["cell"]
        self.width = text_width(paper)
        self.height = paper["height"] - paper["top"] - paper["bottom"]
        self.down = 0

    def paragraph(self, style: str, text: object = "") -> None:
        """A paragraph below what is there."""
        look = self.styles[style]
        room = (self.width - look["left"] - look["right"]) * 100 // look["size"]
        lines = len(line_starts(str(text), room, look["bold"]))
        height = look["before"] + look["after"] + lines * _line(look)
        self.down = self.down + height if self.down + height <= self.height else height

    def block(self, block: Block) -> Block:
        """The same block below what is there, its table parted."""
        if block.table is None:
            words = f"{block.mark} {block.text}" if block.mark else block.text
            self.paragraph(STYLE_OF.get(block.kind, "KHParagraph"), words)
            return block
        if block.table.unit:
            self.paragraph("KHTableCell", block.table.unit)
        pages = _Pages(block.table, self)
        parts = tuple(pages.rows())
        self.down = pages.down
        self.paragraph("KHTableEnd")
        return replace(block, table=replace(block.table, parts=parts))


def _line(look: dict[str, Any]) -> int:
    """How high a line is; of two sizes the looks name half-points (17.3.1.33 for `line`)."""
    exact: int = look["line"]
    return exact if look["exact"] else exact * look["size"] * LINE_OF_FONT // 24000


class _Pages:
    """The rows of a table put on pages; `left` are those that stand on none yet, the last first."""

    def __init__(self, table: TableView, flow: _Flow) -> None:
        own = table.computed.table.size
        sizes = {"size": int(own.value * 2)} if own else {}
        self.looks = {style: {**look, **sizes} for style, look in flow.styles.items()}
        self.grid = table.grid(flow.width, self.looks["KHTableCell"]["size"])
        self.cell = flow.cell
        self.page = flow.height
        self.header = [row for row in table.rows if row.header]
        self.left = [row for row in reversed(table.rows) if not row.header]
        self.head = self._height(self.header)
        self.down = flow.down + self.head

    def rows(self) -> Iterator[TableRow]:
        """All rows in order, parted where a page ends in one."""
        yield from self.header
        while self.left:
            unit = self._unit()
            height, free = self._height(unit), self.page - self.down
            much = free * 100 > LARGE_GAP * self.page or height > self.page - self.head
            if height <= free:
                yield from self._taken(len(unit))
                self.down += height
            elif much and (begun := self._begun(unit, free - SPARE)):
                yield from begun
                self.down = self.head
            elif self.down > self.head:
                self.down = self.head
            else:  # higher than a page, and nothing to part it at
                yield from self._taken(1)
                self.down += self._height(unit[:1]) % max(free, 1)

    def _taken(self, count: int) -> list[TableRow]:
        taken = self.left[: -count - 1 : -1]
        del self.left[-count:]
        return taken

    def _unit(self) -> list[TableRow]:
        """The next rows that stand on one page where they can: headings, a run of merged rows."""
        unit = [self.left[-1]]
        for row in islice(reversed(self.left), 1, None):
            if not self.looks[unit[-1].style]["keep"] and not continued(row):
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
        white = not above or free * 100 > LARGE_GAP * self.page
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
        most = (room - self._edges) // _line(look)
        counts = {at: len(self._starts(cell, at, row)) for at, cell in placed(row)}
        own = [counts[at] for at, cell in placed(row) if alone or cell.merge is Merge.NONE]
        if look["bold"] or not max(own, default=0) > most >= FEWEST_LINES:
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
        return replace(row, cells=tuple(first)), replace(row, cells=tuple(rest))

    def _anew(self, above: list[TableRow], row: TableRow, room: int) -> TableRow:
        """The row with its merged cells begun anew; in the rows above they say what has room."""
        cells = []
        for at, cell in placed(row):
            begins = beginning(above, at) if cell.merge is Merge.CONTINUE else None
            if begins is None:
                cells.append(cell)
                continue
            first = above[begins]
            begun = dict(placed(first))[at]
            free = room - self._height(above[:begins], first) - self._edges
            most = max(free // _line(self.looks[first.style]) - self._told(begun, at, first), 1)
            rest = emptied(begun)
            if len(self._starts(begun, at, first)) > most:
                before, rest = self._split(begun, at, first, most)
                own = (before if place == at else each for place, each in placed(first))
                above[begins] = replace(first, cells=tuple(own))
            told = ""
            if begun.words or begun.told:
                number = number_told(begun.told) or number_of(first)
                told = cell_goes_on(number, said=not rest.words)
            cells.append(replace(rest, told=told, merge=Merge.START if told else cell.merge))
        return replace(row, cells=tuple(cells))

    def _split(self, cell: Cell, at: int, row: TableRow, most: int) -> tuple[Cell, Cell]:
        """A cell as its first lines, `most` of them or a few less, and the rest."""
        starts = self._starts(cell, at, row)
        limit = starts[max(min(most, len(starts) - 2), 1)]
        least = starts[max(starts.index(limit) - BACK_TO_A_SENTENCE, 1)]
        ends = [
            (number, place)
            for number, each in enumerate(cell.paragraphs)
            for place in (0, *(found.end() for found in _SENTENCE.finditer(str(each))))
            if place < len(str(each))
        ]
        return split_at(cell, max((end for end in ends if least <= end <= limit), default=limit))

    # ---------------------------------------------------------------------------- heights

    def _height(self, rows: Sequence[TableRow], below: TableRow | None = None) -> int:
        """How high rows are; their merged cells may go on in the row `below`."""
        down = 0
        begun: dict[int, int] = {}  # by column where the words of a merged cell end
        for number, row in enumerate(rows):
            line, own = _line(self.looks[row.style]), 1
            for at, cell in placed(row):
                if cell.merge is Merge.CONTINUE:
                    continue
                lines = len(self._starts(cell, at, row)) + self._told(cell, at, row)
                if cell.merge is Merge.START:
                    begun[at] = down + lines * line + self._edges
                else:
                    own = max(own, lines)
            following = rows[number + 1] if number + 1 < len(rows) else below
            going_on = continued(following) if following else ()
            ends = [begun.pop(at) for at in [*begun] if at not in going_on]
            down = max(down + own * line + self._edges, *ends, 0)
        return down

    @property
    def _edges(self) -> int:
        return self.cell["top"] + self.cell["bottom"] + BORDER

    def _starts(self, cell: Cell, at: int, row: TableRow) -> list[Point]:
        """Where each line of the words of a cell begins."""
        room, bold = self._room(cell, at, row), self.looks[row.style]["bold"]
        return [
            (number, start)
            for number, each in enumerate(cell.paragraphs)
            for start in line_starts(str(each), room, bold)
        ]

    def _told(self, cell: Cell, at: int, row: TableRow) -> int:
        """How many lines docgen's own words add to those of a cell."""
        lines = len(line_starts(cell.told, self._room(cell, at, row))) if cell.told else 0
        return lines if cell.words else max(lines - 1, 0)

    def _room(self, cell: Cell, at: int, row: TableRow) -> int:
        """The room for words, in thousandths of their size."""
        width = sum(self.grid[at : at + cell.span]) - self.cell["left"] - self.cell["right"]
        room: int = width * 100 // self.looks[row.style]["size"]
        return room
