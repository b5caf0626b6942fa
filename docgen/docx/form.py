"""How a paragraph and its runs really look: the style chain resolved, see `style_sheet`."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import product
from typing import Any, NamedTuple

from lxml import etree

from docgen.docx.model import Document, Paragraph, Run, W
from docgen.docx.read import attribute
from docgen.docx.style_sheet import NO_STYLES, Layers, Look, last, last_is_on, style_sheet
from docgen.docx.values import twips

ALIGNMENTS = {"start": "left", "end": "right", "distribute": "both"}
AUTO_SPACING = 280
CELL_SIDES = {
    "top": ("top",),
    "right": ("right", "end"),
    "bottom": ("bottom",),
    "left": ("left", "start"),
}
CELL_MARGINS = {"top": 0, "right": 115, "bottom": 0, "left": 115}  # of a table that says none


class Layout(NamedTuple):
    """A paragraph on paper; lengths in twips. A hanging indent is a negative `first_line`.

    `line` is in 240ths of a line where `line_rule` is `auto`, else twips.
    """

    alignment: str
    left: int
    right: int
    first_line: int
    before: int
    after: int
    line: int
    line_rule: str
    keep_next: bool
    page_break_before: bool
    contextual: bool
    border: str


class Styles:
    """The styles of a document, asked about its paragraphs and runs."""

    def __init__(self, document: Document) -> None:
        parts = document.parts
        theme = next((each for each in parts if each.startswith("word/theme/theme")), "")
        self.sheet = style_sheet(parts.get("word/styles.xml", NO_STYLES), parts.get(theme))
        self._looks: dict[Hashable, Look] = self.sheet.judged("look")
        self._layouts: dict[Hashable, Layout] = self.sheet.judged("layout")
        self._keys: dict[Any, Hashable] = {}
        self._around: dict[Any, Hashable] = {}

    def look(self, paragraph: Paragraph, run: Run | None) -> Look:
        """How a run of the paragraph looks, or, with None, its paragraph mark."""
        key = self.key(paragraph, run)
        if key not in self._looks:
            self._looks[key] = self.sheet.look(self.layers(paragraph, run))
        return self._looks[key]

    def layout(self, paragraph: Paragraph) -> Layout:
        """How the paragraph stands on the page."""
        key = self.paragraph_key(paragraph)
        if key not in self._layouts:
            self._layouts[key] = _layout(self.paragraph_layers(paragraph))
        return self._layouts[key]

    def cell_margins(self, style: str, *own: Any) -> dict[str, int]:
        """By side, in twips, what cells of a table of that style leave free around their words.

        `own` are properties that say more, the last that speaks wins (17.4.42 `tblCellMar`).
        """
        layers = [*self.sheet.chain(style, "tblPr"), *own]
        margins = dict(CELL_MARGINS)
        for layer, (side, names) in product(layers, CELL_SIDES.items()):
            said = next(filter(None, (attribute(layer, f"tblCellMar/{n}", "w") for n in names)), "")
            margins[side] = twips(said, margins[side])
        return margins

    def _table_style(self, paragraph: Paragraph) -> str:
        if not self.sheet.tables_speak:
            return ""
        table = next(paragraph.xml.iterancestors(W + "tbl"), None)
        return attribute(table, "tblPr/tblStyle") if table is not None else ""

    def layers(self, paragraph: Paragraph, run: Run | None) -> Layers:
        """What speaks for a run of the paragraph, or, with None, for its paragraph mark."""
        own = _own(paragraph, run)
        style = paragraph.style or self.sheet.defaults.get("paragraph", "")
        return self._layers(style, self._table_style(paragraph), own)

    def key(self, paragraph: Paragraph, run: Run | None) -> Hashable:
        """Equal for two runs for which the same speaks."""
        place = run.xml if run else paragraph.xml
        if place not in self._keys:
            said = b"" if (own := _own(paragraph, run)) is None else etree.tostring(own)
            self._keys[place] = paragraph.style, self._table_style(paragraph), said
        return self._keys[place]

    def paragraph_key(self, paragraph: Paragraph) -> Hashable:
        """Equal for two paragraphs for which the same speaks."""
        if paragraph.xml not in self._around:
            own = next(paragraph.xml.iterchildren(W + "pPr"), None)
            named = own is None or all(each.tag == W + "pStyle" for each in own)
            said = b"" if own is None or named else etree.tostring(own)
            self._around[paragraph.xml] = paragraph.style, said
        return self._around[paragraph.xml]

    def paragraph_layers(self, paragraph: Paragraph) -> list[Any]:
        """What speaks for a paragraph, the last that speaks wins."""
        style = paragraph.style or self.sheet.defaults.get("paragraph", "")
        own = paragraph.xml.iterchildren(W + "pPr")
        return [*self.sheet.said_for_all("pPr"), *self.sheet.chain(style, "pPr"), *own]

    def _layers(self, style: str, table: str, own: Any) -> Layers:
        character = attribute(own, "rStyle") if own is not None else ""
        styles = (table, style, character or self.sheet.defaults.get("character", ""))
        levels = [self.sheet.chain(each, "rPr") for each in styles]
        return Layers(self.sheet.said_for_all("rPr"), levels, [] if own is None else [own])


def _own(paragraph: Paragraph, run: Run | None) -> Any:
    return run.xml.find(W + "rPr") if run else paragraph.xml.find(f"{W}pPr/{W}rPr")


def _layout(layers: Sequence[Any]) -> Layout:
    spacing, indent = _merged(layers, "spacing"), _merged(layers, "ind")
    alignment = last(layers, "jc") or "left"
    return Layout(
        alignment=ALIGNMENTS.get(alignment, alignment),
        left=twips(indent.get("left", indent.get("start"))),
        right=twips(indent.get("right", indent.get("end"))),
        first_line=-twips(indent.get("hanging")) or twips(indent.get("firstLine")),
        before=_space(spacing, "before"),
        after=_space(spacing, "after"),
        line=twips(spacing.get("line")) or 240,
        line_rule=spacing.get("lineRule", "auto"),
        keep_next=last_is_on(layers, "keepNext"),
        page_break_before=last_is_on(layers, "pageBreakBefore"),
        contextual=last_is_on(layers, "contextualSpacing"),
        border=_border(layers),
    )


def _merged(layers: Iterable[Any], tag: str) -> dict[str, str]:
    """The attributes of an element, each from the last layer that has it.

    Of `firstLine` and `hanging` the later one takes the other's place (17.3.1.12).
    """
    merged: dict[str, str] = {}
    for layer in layers:
        found = layer.find(W + tag)
        if found is None:
            continue
        said = {name.removeprefix(W): value for name, value in found.attrib.items()}
        if "firstLine" in said:
            merged.pop("hanging", None)
        merged |= said
    return merged


def _space(spacing: Mapping[str, str], side: str) -> int:
    automatic = spacing.get(f"{side}Autospacing") in ("1", "true", "on")
    return AUTO_SPACING if automatic else twips(spacing.get(side))


def _border(layers: Sequence[Any]) -> str:
    """The kind of the line above or below the paragraph: `single`, …; "" without one."""
    kinds = (last(layers, f"pBdr/{side}") for side in ("top", "bottom"))
    return next((kind for kind in kinds if kind not in ("", "nil", "none")), "")
