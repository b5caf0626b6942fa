"""What a document holds that nobody can read on paper, and why.

Whether letters can be read is worked out like any other look: from all that speaks for them, and
from where they stand. Lengths in twips, sizes in points (ECMA-376 Part 1, 17.3 and 17.4).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, NamedTuple

from docgen.docx.effective import Properties, of_paragraph, of_run, said
from docgen.docx.form import Layout, Styles
from docgen.docx.model import Block, Cell, Document, Paragraph, Row, Run, Section, Table, W
from docgen.docx.read import attribute, properties, switched_on
from docgen.docx.style_sheet import Look
from docgen.docx.values import twips, whole

SMALLEST = 6  # points
LEAST_SCALE = 40  # per cent of the width of a letter
LEAST_LINE = Decimal("0.6")  # of the size of the letters
LEAST_CONTRAST = 60  # of 255 shades between letters and what is behind them
BLACK, WHITE = "000000", "FFFFFF"
HIGHLIGHTS = {
    "black": BLACK, "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkGray": "808080", "blue": "0000FF",
}  # fmt: skip
SHADED = {"solid": 100, "pct95": 95, "pct90": 90, "pct85": 85, "pct80": 80, "pct75": 75}


class Place(NamedTuple):
    """Where a paragraph stands: how wide, how high (None: as high as it needs), upon what.

    `margin` is what it may reach over on the left; `why` says why nothing there can be read.
    """

    width: int
    margin: int
    height: int | None = None
    ground: str = WHITE
    why: str = ""


def unreadable(document: Document) -> tuple[tuple[Paragraph, Run, str], ...]:
    """Each run with words that cannot be read, and why, in Vietnamese."""
    return document.once(_unreadable)


def _unreadable(document: Document) -> tuple[tuple[Paragraph, Run, str], ...]:
    return tuple(_not_readable(document))


def _not_readable(document: Document) -> Iterator[tuple[Paragraph, Run, str]]:
    styles = document.once(Styles)
    known: dict[Hashable, str] = styles.sheet.judged("visibility")
    judged: dict[tuple[Any, Place], str] = {}
    for paragraph, place in _places(document):
        for run in paragraph.runs:
            if not run.text.strip():
                continue
            if (why := judged.get((run.xml, place))) is None:
                key = styles.paragraph_key(paragraph), styles.key(paragraph, run), place
                if key not in known:
                    known[key] = _why(styles, paragraph, run, place)
                why = judged[run.xml, place] = known[key]
            if why:
                yield paragraph, run, why


def readable(document: Document) -> Document:
    """The document as a reader has it: without the words that cannot be read."""
    gone = {run.xml for _, run, _ in unreadable(document)}
    return _without(document, gone) if gone else document


def _without(document: Document, gone: set[Any]) -> Document:
    def block(each: Block) -> Block:
        if isinstance(each, Paragraph):
            return replace(each, runs=tuple(map(seen, each.runs)))
        return replace(each, rows=tuple(map(row, each.rows)))

    def seen(run: Run) -> Run:
        note = tuple(replace(each, runs=tuple(map(seen, each.runs))) for each in run.note)
        return replace(run, text="" if run.xml in gone else run.text, note=note)

    def row(each: Row) -> Row:
        return replace(each, cells=tuple(map(cell, each.cells)))

    def cell(each: Cell) -> Cell:
        return replace(each, blocks=tuple(map(block, each.blocks)))

    def section(each: Section) -> Section:
        return replace(each, blocks=tuple(map(block, each.blocks)))

    notes = tuple(replace(each, runs=tuple(map(seen, each.runs))) for each in document.notes)
    return Document(tuple(map(section, document.sections)), notes, document.parts)


def _places(document: Document) -> Iterator[tuple[Paragraph, Place]]:
    """Every paragraph of the document with its place, headers, footers and notes included."""
    cells: dict[Any, list[Place]] = {}
    for section in document.sections:
        page = _of_page(section)
        yield from _within(section.blocks, page, cells)
        for texts in (*section.headers.values(), *section.footers.values()):
            yield from ((each, page) for each in texts)
    if document.sections:
        page = _of_page(document.sections[0])
        yield from ((each, page) for each in document.notes)


def _of_page(section: Section) -> Place:
    return Place(section.text_width, section.value("pgMar", "left") or 0)


def _within(
    blocks: Iterable[Block], place: Place, cells: dict[Any, list[Place]]
) -> Iterator[tuple[Paragraph, Place]]:
    """`cells` keeps where the cells of each row stand, which may share its elements with others."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block, place
            continue
        table = _of_table(block, place)
        for row in block.rows:
            if row.xml not in cells:
                cells[row.xml] = [*_of_cells(row, block.grid, _of_row(row, table))]
            for cell, here in zip(row.cells, cells[row.xml], strict=True):
                yield from _within(cell.blocks, here, cells)


def _of_cells(row: Row, grid: Sequence[int], place: Place) -> Iterator[Place]:
    column = 0
    for cell in row.cells:
        width = sum(grid[column : column + cell.span])
        column += cell.span
        yield _of_cell(cell, width, place)


def _of_table(table: Table, place: Place) -> Place:
    ground = _ground(table.xml.find(f"{W}tblPr/{W}shd"), place.ground)
    left = twips(attribute(table.xml, "tblPr/tblInd", "w"))
    off = not -place.margin <= left < place.width
    return place._replace(ground=ground, margin=0, why=place.why or "bảng ở ngoài trang" * off)


def _of_row(row: Row, place: Place) -> Place:
    if switched_on(row.xml, "trPr/hidden"):
        return place._replace(why="hàng bị ẩn")
    if attribute(row.xml, "trPr/trHeight", "hRule") != "exact":
        return place
    return place._replace(height=twips(attribute(row.xml, "trPr/trHeight")))


def _of_cell(cell: Cell, width: int, place: Place) -> Place:
    said = properties(cell.xml, W + "tcPr")
    ground = _ground(said.get(W + "shd"), place.ground)
    merged = said.get(W + "hMerge")
    hidden = merged is not None and merged.get(W + "val", "") in ("", "continue")
    why = place.why or ("ô bị gộp vào ô khác" if hidden or cell.merge == "continue" else "")
    return Place(cell.width or width, place.margin, place.height, ground, why)


def _why(styles: Styles, paragraph: Paragraph, run: Run, place: Place) -> str:
    look, layout = styles.look(paragraph, run), styles.layout(paragraph)
    letters, around = of_run(styles, paragraph, run), of_paragraph(styles, paragraph)
    return (
        place.why
        or _of_letters(letters, look)
        or _of_place(layout, look, place)
        or _of_ground(letters, around, look, place.ground)
    )


def _of_letters(letters: Properties, look: Look) -> str:
    if any(W + tag in letters for tag in ("vanish", "specVanish", "webHidden")):
        return "chữ bị ẩn"
    if look.size < SMALLEST:
        return "chữ quá nhỏ"
    if _number(letters, "w", 100) < LEAST_SCALE:
        return "chữ bị bóp hẹp"
    if -_number(letters, "spacing", 0) > look.size * 20 / 4:
        return "các chữ chồng lên nhau"
    if abs(_number(letters, "position", 0)) > look.size * 2:
        return "chữ bị nâng hoặc hạ ra khỏi dòng"
    return ""


def _of_place(layout: Layout, look: Look, place: Place) -> str:
    size = look.size * 20
    if layout.line_rule == "exact" and layout.line < size * LEAST_LINE:
        return "dòng quá thấp, chữ bị che"
    if place.height is not None and place.height < size * LEAST_LINE:
        return "hàng quá thấp, chữ bị che"
    if place.width < size:
        return "cột quá hẹp"
    start = layout.left + min(layout.first_line, 0)
    if start < -place.margin - size or layout.left + layout.right > place.width - size:
        return "chữ ở ngoài trang"
    return ""


def _of_ground(letters: Properties, around: Properties, look: Look, ground: str) -> str:
    ground = _ground(around.get(W + "shd"), ground)
    ground = _ground(letters.get(W + "shd"), ground)
    if W + "highlight" in letters:
        ground = HIGHLIGHTS.get(said(letters[W + "highlight"]), ground)
    color = look.color if _is_color(look.color) else BLACK
    if abs(_shade(color) - _shade(ground)) < LEAST_CONTRAST:
        return "chữ cùng màu với nền"
    return ""


def _ground(shading: Any, behind: str) -> str:
    """The colour that a `w:shd` lays over what is behind (17.3.5)."""
    if shading is None:
        return behind
    cover = SHADED.get(said(shading), 0)
    fill, color = (str(shading.get(W + name, "")) for name in ("fill", "color"))
    under = fill if _is_color(fill) else behind
    over = color if _is_color(color) else BLACK
    return over if cover else under


def _is_color(text: str) -> bool:
    return len(text) == len(BLACK) and all(each in "0123456789abcdefABCDEF" for each in text)


def _shade(color: str) -> Decimal:
    """How light a colour is, 0 for black to 255 for white."""
    red, green, blue = (int(color[at : at + 2], 16) for at in (0, 2, 4))
    return (Decimal(299) * red + 587 * green + 114 * blue) / 1000


def _number(properties: Properties, tag: str, otherwise: int) -> int:
    found = properties.get(W + tag)
    return otherwise if found is None else whole(said(found).removesuffix("%"), otherwise)
