"""The two things of a plan that a template cannot hold: its tables and its lines.

Columns come from the content, so grid, widths and merged cells are written here; every
look comes from the template's named styles. Element names are the standard's
(ECMA-376 Part 1, 17.4 Tables; 17.3.1 Paragraphs). Widths are in twips (1/20 pt).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from functools import cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from markupsafe import Markup

from docgen.docx.cut_words import AS_ABOVE, CONTINUED, GOES_ON, REST
from docgen.docx.line_starts import wrap
from docgen.docx.text_width import em_width, text_width
from docgen.view.column_widths import CELL_EDGES
from docgen.view.inline import RUN, RUN_ENDS, SIZE, TAB, Inline, Run, letters
from docgen.view.printed import Cell, Merge, TableRow

TWIPS_PER_PT = 20
STYLE_SIZE = 22
PLAIN_ENDS = f"{RUN_ENDS}</w:p>"
ROW = "<w:tr><w:trPr><w:cantSplit/>{}</w:trPr>{}</w:tr>"
BETWEEN, PLACE = "\0", "\0"  # in no text
TO_THE_BORDER = '<w:ind w:right="-57"/>'
MERGES = {
    Merge.NONE: "",
    Merge.START: '<w:vMerge w:val="restart"/>',
    Merge.CONTINUE: "<w:vMerge/>",
}


@dataclass(frozen=True)
class WordTable:
    """A table ready to be written; `grid` are the widths of its columns in twips.

    `alignments` are those of the columns, `whole` that of cells over several columns. `size`
    is in half-points, `None` where the template's styles decide; `unit` stands above the rows.
    No page ends in a row, nor between rows that share merged cells.
    """

    grid: Sequence[int]
    alignments: tuple[str, ...]
    whole: str
    size: int | None
    unit: Inline
    rows: tuple[TableRow, ...]

    def within(self, keep: bool = False) -> Iterator[Markup]:
        """The table as XML, a piece a row.

        `keep`: its last row stays on the page of what follows the table.
        """
        grid = self.grid
        columns = "".join(f'<w:gridCol w:w="{each}"/>' for each in grid)
        width = sum(grid)
        if self.unit:
            yield Markup(_unit(self.unit, self.size))
        yield Markup(
            '<w:tbl><w:tblPr><w:tblStyle w:val="KHTable"/>'
            f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
            ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
            f"<w:tblGrid>{columns}</w:tblGrid>"
        )

        @cache
        def places(
            spans: tuple[int, ...], merges: tuple[Merge, ...], style: str, header: bool, keep: bool
        ) -> list[_Place]:
            firsts = accumulate(spans, initial=0)
            return [
                self._place(*each, style, header=header, keep=keep)
                for each in zip(firsts, spans, merges, strict=False)
            ]

        def written(row: TableRow, cells: Sequence[Cell], keep: bool) -> Markup:
            if row.plain:
                words = BETWEEN.join([text.value for (text,) in row.plain.values()])
                return Markup(form(row.style, keep) % (*letters(words).split(BETWEEN),))
            spans = tuple([cell.span for cell in cells])
            merges = tuple([cell.merge for cell in cells])
            here = places(spans, merges, row.style, row.header, keep)
            return Markup(_row(row, cells, here, self.size))

        @cache
        def form(style: str, keep: bool) -> str:
            count = len(grid)
            here = places((1,) * count, (Merge.NONE,) * count, style, header=False, keep=keep)
            cells = (f"{each.cell}{each.plain}{PLACE}{PLAIN_ENDS}</w:tc>" for each in here)
            return ROW.format("", "".join(cells).replace("%", "%%").replace(PLACE, "%s"))

        above: TableRow | None = None
        cells: tuple[Cell, ...] = ()
        for row in self.rows:
            below = () if row.plain else row.passing
            if above:
                yield written(above, cells, _goes_on(below))
            above, cells = row, below
        if above:
            yield written(above, cells, keep)
        yield Markup("</w:tbl>")

    def _place(
        self, column: int, span: int, merge: Merge, style: str, *, header: bool, keep: bool
    ) -> _Place:
        width = sum(self.grid[column : column + span])
        properties = "<w:keepNext/>" * keep
        properties += "" if header else self.whole if span > 1 else self.alignments[column]
        across = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        middle = '<w:vAlign w:val="center"/>' if header else ""
        opened = _opened(style, properties)
        size = f"<w:rPr>{SIZE.format(self.size)}</w:rPr>" if self.size else ""
        return _Place(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
            f"{across}{MERGES[merge]}{middle}</w:tcPr>",
            opened,
            opened + RUN.format(size),
            properties,
            max(width - CELL_EDGES, 1),
        )


class _Place(NamedTuple):
    """What cells at one place of their rows share.

    How the cell and each of its paragraphs begin, and one of plain words; the properties of these
    behind their style, and the room in it.
    """

    cell: str
    paragraph: str
    plain: str
    properties: str
    room: int

    def filled(self, opened: str, text: Inline, size: int | None) -> str:
        """A paragraph that is `opened`; one with blanks has their stops before its alignment."""
        words = text.xml(size)
        if TAB in words:
            opened = _with(opened, text.stops(self.room, size or STYLE_SIZE, first_line=0))
        return f"{opened}{words}</w:p>"

    def told(self, style: str, words: str, size: int | None) -> str:
        """A paragraph of docgen's own words, up to the border where “(tiếp)” is so wide."""
        opened = _opened(style, self.properties)
        if em_width(GOES_ON, italic=True) * (size or STYLE_SIZE) > self.room * 100:
            opened = _with(opened, TO_THE_BORDER)
        return f"{opened}{Run(words).xml(SIZE.format(size) if size else '')}</w:p>"


def _unit(unit: Inline, size: int | None) -> str:
    """The line above a table that says its unit: in its letters, italic, at the right."""
    slanted = unit.looking(italic=True)
    properties = '<w:pStyle w:val="KHTableCell"/><w:keepNext/><w:jc w:val="right"/>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{slanted.xml(size)}</w:p>"


def _goes_on(cells: Sequence[Cell]) -> bool:
    """Whether a row shares merged cells with the one above, and so stays on its page."""
    return Merge.CONTINUE in [cell.merge for cell in cells]


def _opened(style: str, properties: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>'


def _with(opened: str, properties: str) -> str:
    """What opens a paragraph with more properties, before its alignment."""
    before, alignment, behind = opened.partition("<w:jc")
    if not alignment:
        before, alignment, behind = opened.partition("</w:pPr>")
    return f"{before}{properties}{alignment}{behind}"


def _row(row: TableRow, cells: Sequence[Cell], places: Sequence[_Place], size: int | None) -> str:
    xml: list[str] = []
    for cell, here in zip(cells, places, strict=True):
        if cell.told or cell.runs_on:
            xml += (here.cell, *_going_on(cell, here, size), "</w:tc>")
            continue
        xml.append(here.cell)
        for text in cell.paragraphs:
            if words := text.said if isinstance(text.said, str) else "":
                xml += (here.plain, letters(words), PLAIN_ENDS)
            else:
                xml.append(here.filled(here.paragraph, text, size))
        xml.append("</w:tc>")
    repeat = "<w:tblHeader/>" if row.header else ""
    return ROW.format(repeat, "".join(xml))


def _going_on(cell: Cell, here: _Place, size: int | None) -> Iterator[str]:
    """The paragraphs of a cell that goes on: what says so, the rest of one, those behind it."""
    opened = here.paragraph
    if cell.told:
        yield here.told(AS_ABOVE if cell.merge else CONTINUED, cell.told, size)
    if cell.runs_on:
        opened = _opened(REST, here.properties)
    for paragraph in cell.paragraphs if cell.words or not cell.told else ():
        yield here.filled(opened, paragraph, size)
        opened = here.paragraph


def alignment_xml(align: str | None) -> str:
    """The paragraph property of a column's alignment; none where the style decides."""
    values = {"left": "left", "center": "center", "right": "right", "justify": "both"}
    return f'<w:jc w:val="{values[align]}"/>' if align else ""


def shares(widths: Sequence[Decimal], total: int) -> list[int]:
    """Whole twips in proportion to `widths` that add up to exactly `total`."""
    whole = sum(widths) or Decimal(1)
    edges = [Decimal(0)]
    for width in widths:
        edges.append(edges[-1] + width)
    twips = [int((edge * total / whole).to_integral_value(ROUND_FLOOR)) for edge in edges]
    return [right - left for left, right in pairwise(twips)]


@dataclass(frozen=True)
class Line:
    """A solid line under a text, `share` of the text's longest printed line.

    Under the motto the line is as long as the text; under the issuer and the subject
    1/3 to 1/2 of it (Phụ lục I, Phần I, II.1.b, II.2.b, II.5.b). `lines` are the lines
    as the content breaks them; a line too long for its place wraps as Word wraps it.
    """

    lines: tuple[str, ...]
    share: Decimal

    def placed(self, width: int, half_points: int) -> tuple[int, int]:
        """Its distance from the left and its length in twips, centred in `width` twips."""
        size = Decimal(half_points) / 2
        room = Decimal(width) / TWIPS_PER_PT
        printed = [part for line in self.lines for part in wrap(line, room, size, bold=True)]
        longest = max((text_width(line, size, bold=True) for line in printed), default=Decimal(0))
        length = min(int(longest * self.share * TWIPS_PER_PT), width)
        return (width - length) // 2, length

    def within(self, width: int, half_points: int) -> Markup:
        """The line as a paragraph, centred in `width` twips under text of that size."""
        indent, length = self.placed(width, half_points)
        return Markup(
            f'<w:p><w:pPr><w:pStyle w:val="KHLine"/><w:ind w:left="{indent}"'
            f' w:right="{width - length - indent}" w:firstLine="0"/></w:pPr></w:p>'
        )
