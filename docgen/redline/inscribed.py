"""What each piece of formatting of a document comes to, written upon it by a number.

Two properties of one number print alike, in whichever of the two documents they stand and by
whatever style, list or default. The attribute is our own, until `bared`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import cache, partial
from typing import Any

from docgen.docx.effective import TOGGLES
from docgen.docx.model import W
from docgen.docx.package import parse
from docgen.docx.read import attribute
from docgen.docx.style_sheet import NO_STYLES, Layers, style_sheet
from docgen.docx.values import columns, twips
from docgen.redline.looks import Lengths, Said, come_to, merged
from docgen.redline.records import MARK_BEHIND, have
from docgen.redline.tracked_text import LOOK, canonical

_MADE = {W + tag for tag in ("pPr", "rPr", "trPr", "tcPr")}
_OTHER_SCRIPTS = ("bCs", "iCs", "szCs")
_MARGINS = {"left": "108", "right": "108", "top": "0", "bottom": "0"}
_LEVEL = {"numFmt": "decimal", "lvlText": "", "start": "1", "suff": "tab", "isLgl": "0"}
_INSIDE = {"top": "insideH", "bottom": "insideH", "left": "insideV", "right": "insideV"}

Parts = Mapping[str, bytes]


class Looks:
    """The looks of two documents, numbered alike."""

    def __init__(self) -> None:
        self.numbers: dict[Hashable, str] = {}
        self.lengths = Lengths()

    def inscribe(self, body: Any, parts: Parts) -> None:
        """Writes upon all properties in a body what they come to; missing ones are made."""
        document = _Document(self, parts)
        for each in [*body.iter(*document.readers)]:
            document.readers[each.tag](each)


def bared(body: Any) -> None:
    """Takes our own attributes away, and the properties that were made for them alone."""
    for each in reversed([each for each in body.iter() if LOOK in each.attrib]):
        del each.attrib[LOOK]
        around = each.getparent()
        if each.tag in _MADE and not len(each) and not around.tag.endswith("Change"):
            around.remove(each)


class _Document:
    """One of the two; what was worked out once is kept by what it was worked out from."""

    def __init__(self, looks: Looks, parts: Parts) -> None:
        self.looks, self.lengths = looks, looks.lengths
        theme = next((each for each in parts if each.startswith("word/theme/theme")), "")
        self.sheet = style_sheet(parts.get("word/styles.xml", NO_STYLES), parts.get(theme))
        self.levels = _levels(parts.get("word/numbering.xml"))
        self.known: dict[Hashable, str] = {}
        # Once a table: lxml goes through all its rows to see whether there is a second `tblPr`.
        self.style_of_table = cache(lambda table: attribute(table, "tblPr/tblStyle"))
        self.readers: dict[str, Callable[[Any], None]] = {
            W + "p": self.paragraph,
            W + "r": self.run,
            W + "tbl": self.table,
            W + "sectPr": self.section,
        }

    def write(self, properties: Any, context: Hashable, look: Callable[[], Hashable]) -> None:
        """Numbers the look of properties, worked out for the first of their kind and context."""
        key = (properties.tag, context, canonical(properties))
        if key not in self.known:
            numbers = self.looks.numbers
            self.known[key] = numbers.setdefault((properties.tag, look()), str(len(numbers)))
        properties.set(LOOK, self.known[key])

    # ----------------------------------------------------------------------- letters, lines

    def paragraph(self, element: Any) -> None:
        own = have(element, "pPr", ())
        mark = have(own, "rPr", MARK_BEHIND)
        style, table = self.styles(element)
        self.write(mark, (style, table), lambda: self.letters(mark, style, table))
        in_cell = element.getparent().tag == W + "tc"
        self.write(own, (style, table, in_cell), lambda: self.lines(own, style, table, in_cell))

    def run(self, element: Any) -> None:
        around = next(element.iterancestors(W + "p"), None)
        if around is not None:
            own = have(element, "rPr", ())
            others = any(map(_has_other_scripts, element.itertext()))
            style, table = self.styles(around)
            self.write(own, (style, table, others), lambda: self.letters(own, style, table, others))

    def styles(self, paragraph: Any) -> tuple[str, str]:
        """The style of a paragraph and that of the table around it."""
        around = next(paragraph.iterancestors(W + "tbl"), None)
        table = "" if around is None else self.style_of_table(around)
        return attribute(paragraph, "pPr/pStyle") or self.default("paragraph"), table

    def default(self, kind: str) -> str:
        return self.sheet.defaults.get(kind, "")

    def letters(self, own: Any, style: str, table: str, others: bool = False) -> Hashable:
        character = attribute(own, "rStyle") or self.default("character")
        levels = [self.sheet.chain(each, "rPr") for each in (table, style, character)]
        layers = Layers(self.sheet.said_for_all("rPr"), levels, [own])
        said = merged(layers.every, self.lengths)
        colour = said.pop("color", {}).get("val", "AUTO")
        colour = self.sheet.color(layers.every).replace("AUTO", "") if colour == "AUTO" else colour
        said.pop("rFonts", None)
        for tag in (each.removeprefix(W) for each in TOGGLES):
            said[tag] = {"val": "1" if layers.toggled(tag) else "0"}
        for tag in () if others else _OTHER_SCRIPTS:
            said.pop(tag, None)
        slots = ("ascii", "hAnsi", "eastAsia", "cs") if others else ("ascii", "hAnsi")
        return come_to(said), colour, *(self.sheet.font(layers.every, slot) for slot in slots)

    def lines(self, own: Any, style: str, table: str, in_cell: bool) -> Hashable:
        layers = [
            *self.sheet.said_for_all("pPr"),
            *self.sheet.chain(table or self.default("table"), "pPr"),
            *self.sheet.chain(style, "pPr"),
            own,
        ]
        number = _last(layers, "numId")
        listed = self.levels.get((number, _last(layers, "ilvl") or "0"))
        if listed is not None:
            place = max(at for at, each in enumerate(layers) if each.find(W + "numPr") is not None)
            layers[place:place] = listed.iterchildren(W + "pPr")
        said = merged(layers, self.lengths)
        said |= {"numPr": {}, "pStyle": {"val": style}}
        if in_cell:
            said.pop("widowControl", None)
        number = "" if number == "0" else number
        return come_to(said), number if listed is None else _of_level(listed)

    def section(self, own: Any) -> None:
        self.write(own, (), lambda: _of_section(own, self.lengths))

    # ------------------------------------------------------------------------------- tables

    def table(self, element: Any) -> None:
        own, grid = (element.find(W + tag) for tag in ("tblPr", "tblGrid"))
        if own is None:
            return
        widths = [] if grid is None else [each.get(W + "w", "0") for each in grid]
        if grid is not None:
            self.write(grid, (), lambda: tuple(map(self.lengths.of, widths)))
        style = attribute(own, "tblStyle") or self.default("table")
        around = self.around(own, style, widths)
        frame = come_to(around)
        self.write(own, tuple(widths), lambda: frame)
        for row in element.iterchildren(W + "tr"):
            self.row(row, frame, around, widths)

    def row(self, row: Any, frame: Hashable, around: Said, widths: list[str]) -> None:
        own = have(row, "trPr", (W + "tc",))
        self.write(own, (), lambda: come_to(merged([own], self.lengths)))
        at = 0
        for cell in row.iterchildren(W + "tc"):
            its = have(cell, "tcPr", ())
            covered = widths[at : at + columns(attribute(its, "gridSpan"))]
            at += columns(attribute(its, "gridSpan"))
            self.write(its, (frame, *covered), partial(self.cell, its, around, covered))

    def cell(self, own: Any, around: Said, covered: list[str]) -> Hashable:
        """A border or margin that the table gives anyhow is none of its own."""
        said = merged([own], self.lengths)
        said["tcW"] = {"w": self.width(said.get("tcW", {}), covered)}
        for side, inside in _INSIDE.items():
            given = [around.get(("tblBorders", each), {}) for each in (side, inside)]
            border = said.get(("tcBorders", side), {})
            if border.get("val") in ("nil", "none") and any(given):
                said["tcBorders", side] = {"none": "instead"}
            elif [border, border] == given:
                said.pop(("tcBorders", side), None)
            if said.get(("tcMar", side)) == around.get(("tblCellMar", side)):
                said.pop(("tcMar", side), None)
        return come_to(said)

    def width(self, stated: Mapping[str, str], covered: list[str]) -> str:
        """A width as stated, or else that of the columns covered."""
        if stated.get("type", "auto") in ("auto", "nil"):
            return self.lengths.of(str(sum(map(twips, covered))))
        return stated.get("w", "")

    def around(self, own: Any, style: str, widths: list[str]) -> Said:
        """What a table says for itself and its cells."""
        said = merged([*self.sheet.chain(style, "tblPr"), own], self.lengths)
        for side, margin in _MARGINS.items():
            said.setdefault(("tblCellMar", side), {"w": margin, "type": "dxa"})
        said["tblW"] = {"w": self.width(said.get("tblW", {}), widths)}
        styles = self.sheet.own
        if style not in styles or styles[style].find(W + "tblStylePr") is None:
            said.pop("tblLook", None)
        said.get("tblLook", {}).pop("val", None)  # the same bits once more
        return said


def _of_section(own: Any, lengths: Lengths) -> Hashable:
    """The page of a section; one column is none, nor is a grid of no kind."""
    said = merged([own], lengths)
    if said.get("cols", {}).get("num", "1") == "1":
        said.pop("cols", None)
    if said.get("docGrid", {}).get("type", "default") == "default":
        said.pop("docGrid", None)
    for text in ("header", "footer"):
        if own.find(f"{W}{text}Reference") is None:
            said.get("pgMar", {}).pop(text, None)
    size = said.get("pgSz", {})
    if (size.get("orient") == "landscape") == (twips(size.get("w")) > twips(size.get("h"))):
        size.pop("orient", None)
    return come_to(said)


def _of_level(level: Any) -> Hashable:
    """What the numbers or dashes of a list look like."""
    said = {tag: attribute(level, tag) or anyhow for tag, anyhow in _LEVEL.items()}
    font = attribute(level, "rPr/rFonts", "ascii") if said["numFmt"] == "bullet" else ""
    return *said.values(), font


def _levels(part: bytes | None) -> dict[tuple[str, str], Any]:
    """The levels of each list; what a list sets otherwise than its pattern counts (17.9.9)."""
    if part is None:
        return {}
    root = parse(part)
    shapes = {each.get(W + "abstractNumId"): each for each in root.iterchildren(W + "abstractNum")}
    found = {}
    for each in root.iterchildren(W + "num"):
        shape = shapes.get(attribute(each, "abstractNumId"))
        overridden = each.iterfind(f"{W}lvlOverride/{W}lvl")
        for level in (*(() if shape is None else shape.iterchildren(W + "lvl")), *overridden):
            found[each.get(W + "numId", ""), level.get(W + "ilvl", "0")] = level
    return found


def _last(layers: Iterable[Any], tag: str) -> str:
    """The list, or the level in it, that the last layer names."""
    said = (attribute(each, f"numPr/{tag}") for each in layers)
    return next((each for each in reversed([*said]) if each), "")


def _has_other_scripts(text: str) -> bool:
    """Whether there are letters that take their font from another slot (17.3.2.26)."""
    return any(each >= "\u2e80" or "\u0590" <= each <= "\u1cff" for each in text)
