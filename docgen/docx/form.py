"""How a paragraph and its runs really look: the style chain resolved.

Order of the layers (ECMA-376 Part 1, 17.7.2): document defaults, table style, paragraph
style with all it is based on, character style, direct formatting; the last that speaks
wins. Bold, italic and capitals of styles toggle each other (17.7.3).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from lxml import etree

from docgen.docx.model import Document, Paragraph, Run, W
from docgen.docx.named_styles import known_ids
from docgen.docx.package import parse
from docgen.docx.read import attribute
from docgen.docx.values import half_points, is_on, twips

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
ALIGNMENTS = {"start": "left", "end": "right", "distribute": "both"}
AUTO_SPACING = 280
THEME_NAMES = {
    "text1": "dk1", "dark1": "dk1", "text2": "dk2", "dark2": "dk2", "background1": "lt1",
    "light1": "lt1", "background2": "lt2", "light2": "lt2", "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}  # fmt: skip
NO_STYLES = b"<styles/>"


@dataclass(frozen=True, slots=True)
class Look:
    """A run on paper. `size` in pt; `fonts` by slot, "" where nothing names one; `color` RRGGBB."""

    fonts: Mapping[str, str]
    size: Decimal
    bold: bool
    italic: bool
    caps: bool
    color: str
    language: str


@dataclass(frozen=True, slots=True)
class Layers:
    """Who speaks for a run: document defaults, the styles by kind, its own properties."""

    defaults: Sequence[Any]
    levels: Sequence[Sequence[Any]]
    direct: Sequence[Any]

    @property
    def every(self) -> list[Any]:
        """All of them in order; the last that speaks wins."""
        return [*self.defaults, *(each for level in self.levels for each in level), *self.direct]

    def toggled(self, tag: str) -> bool:
        """Whether a property is on that styles toggle (17.7.3)."""
        if self.direct and (said := _state(self.direct[0], tag)) is not None:
            return said
        return _on(self.defaults, tag) or sum(_on(level, tag) for level in self.levels) % 2 == 1


@dataclass(frozen=True, slots=True)
class Layout:
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
    """The styles of a document. Each look and layout is worked out once."""

    def __init__(self, document: Document) -> None:
        self.parts = document.parts
        self.root = parse(document.parts.get("word/styles.xml", NO_STYLES))
        self.own = {each.get(W + "styleId"): each for each in self.root.iter(W + "style")}
        self._chains: dict[tuple[str, str], tuple[Any, ...]] = {}
        self._keys: dict[Any, Hashable] = {}
        self._looks: dict[Hashable, Look] = {}
        self._layouts: dict[Hashable, Layout] = {}

    @cached_property
    def ids(self) -> dict[str, str]:
        """For each style of the document the id that docgen knows it by, its name counting too."""
        return known_ids(self.root)

    @cached_property
    def defaults(self) -> dict[str, str]:
        """By type, `paragraph` or `table`, the style of what names none (17.7.4.17)."""
        return {
            xml.get(W + "type"): style
            for style, xml in self.own.items()
            if xml.get(W + "default") in ("1", "true", "on")
        }

    def look(self, paragraph: Paragraph, run: Run | None) -> Look:
        """How a run of the paragraph looks, or, with None, its paragraph mark."""
        key = self.key(paragraph, run)
        if key not in self._looks:
            self._looks[key] = self._look(self.layers(paragraph, run))
        return self._looks[key]

    def layout(self, paragraph: Paragraph) -> Layout:
        """How the paragraph stands on the page."""
        key = self.paragraph_key(paragraph)
        if key not in self._layouts:
            self._layouts[key] = _layout(self.paragraph_layers(paragraph))
        return self._layouts[key]

    def chain(self, style: str, properties: str) -> tuple[Any, ...]:
        """The `rPr` or `pPr` of a style and of all it is based on, the base first."""
        if (style, properties) not in self._chains:
            self._chains[style, properties] = tuple(self._walk(style, properties))[::-1]
        return self._chains[style, properties]

    def _walk(self, style: str, properties: str) -> Iterator[Any]:
        met = set()
        while style in self.own and style not in met:
            met.add(style)
            found = self.own[style].find(W + properties)
            if found is not None:
                yield found
            style = attribute(self.own[style], "basedOn")

    def _defaults(self, properties: str) -> list[Any]:
        found = self.root.find(f"{W}docDefaults/{W}{properties}Default/{W}{properties}")
        return [] if found is None else [found]

    def _table_style(self, paragraph: Paragraph) -> str:
        if not self._tables_with_looks:
            return ""
        table = next(paragraph.xml.iterancestors(W + "tbl"), None)
        return attribute(table, "tblPr/tblStyle") if table is not None else ""

    @cached_property
    def _tables_with_looks(self) -> bool:
        kinds = (each for each in self.own.values() if each.get(W + "type") == "table")
        return any(each.find(W + "rPr") is not None for each in kinds)

    def layers(self, paragraph: Paragraph, run: Run | None) -> Layers:
        """What speaks for a run of the paragraph, or, with None, for its paragraph mark."""
        own = _own(paragraph, run)
        style = paragraph.style or self.defaults.get("paragraph", "")
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
        own = next(paragraph.xml.iterchildren(W + "pPr"), None)
        if own is None or all(each.tag == W + "pStyle" for each in own):
            return paragraph.style, b""
        return paragraph.style, etree.tostring(own)

    def paragraph_layers(self, paragraph: Paragraph) -> list[Any]:
        """What speaks for a paragraph, the last that speaks wins."""
        style = paragraph.style or self.defaults.get("paragraph", "")
        own = paragraph.xml.iterchildren(W + "pPr")
        return [*self._defaults("pPr"), *self.chain(style, "pPr"), *own]

    def _layers(self, style: str, table: str, own: Any) -> Layers:
        character = attribute(own, "rStyle") if own is not None else ""
        styles = (table, style, character or self.defaults.get("character", ""))
        levels = [self.chain(each, "rPr") for each in styles]
        return Layers(self._defaults("rPr"), levels, [] if own is None else [own])

    def _look(self, found: Layers) -> Look:
        layers = found.every
        size = _last(layers, "sz")
        return Look(
            fonts={slot: self._font(layers, slot) for slot in SLOTS},
            size=Decimal(half_points(size, 20)) / 2,
            bold=found.toggled("b"),
            italic=found.toggled("i"),
            caps=found.toggled("caps"),
            color=self.color(layers),
            language=_last(layers, "lang"),
        )

    def _font(self, layers: Sequence[Any], slot: str) -> str:
        """The font of a slot; in one element the theme goes before the name (17.3.2.26)."""
        font = ""
        themed = "cstheme" if slot == "cs" else f"{slot}Theme"
        for layer in layers:
            fonts = layer.find(W + "rFonts")
            if fonts is not None:
                theme = self._theme_fonts.get(fonts.get(W + themed, ""), "")
                font = theme or fonts.get(W + slot) or font
        return font

    def color(self, layers: Sequence[Any]) -> str:
        """The colour of the letters, RRGGBB; a colour of the theme goes before (17.3.2.6)."""
        said = [each for each in (layer.find(W + "color") for layer in layers) if each is not None]
        if not said:
            return ""
        themed = self._theme_colors.get(said[-1].get(W + "themeColor", ""), "")
        return (themed or str(said[-1].get(W + "val", ""))).upper()

    @cached_property
    def _theme_colors(self) -> Mapping[str, str]:
        """The colours of the theme by the names that properties use (17.18.97)."""
        part = next((each for each in self.parts if each.startswith("word/theme/theme")), None)
        scheme = None if part is None else parse(self.parts[part]).find(f".//{DRAWING}clrScheme")
        found = {} if scheme is None else {
            etree.QName(each).localname: each[0].get("lastClr") or each[0].get("val", "")
            for each in scheme.iterchildren("{*}*") if len(each)
        }  # fmt: skip
        return {**found, **{name: found.get(own, "") for name, own in THEME_NAMES.items()}}

    @cached_property
    def _theme_fonts(self) -> Mapping[str, str]:
        """Typefaces of the theme by the names that `rFonts` uses, such as `minorHAnsi`."""
        part = next((each for each in self.parts if each.startswith("word/theme/theme")), None)
        if part is None:
            return {}
        theme = parse(self.parts[part])
        found = {}
        for group in ("major", "minor"):
            for tag, names in (
                ("latin", ("Ascii", "HAnsi")),
                ("ea", ("EastAsia",)),
                ("cs", ("Bidi",)),
            ):
                font = next(theme.iterfind(f".//{DRAWING}{group}Font/{DRAWING}{tag}"), None)
                for name in names:
                    found[group + name] = "" if font is None else font.get("typeface", "")
        return found


def _own(paragraph: Paragraph, run: Run | None) -> Any:
    return run.xml.find(W + "rPr") if run else paragraph.xml.find(f"{W}pPr/{W}rPr")


def _layout(layers: Sequence[Any]) -> Layout:
    spacing, indent = _merged(layers, "spacing"), _merged(layers, "ind")
    alignment = _last(layers, "jc") or "left"
    return Layout(
        alignment=ALIGNMENTS.get(alignment, alignment),
        left=twips(indent.get("left", indent.get("start"))),
        right=twips(indent.get("right", indent.get("end"))),
        first_line=-twips(indent.get("hanging")) or twips(indent.get("firstLine")),
        before=_space(spacing, "before"),
        after=_space(spacing, "after"),
        line=twips(spacing.get("line")) or 240,
        line_rule=spacing.get("lineRule", "auto"),
        keep_next=_on(layers, "keepNext"),
        page_break_before=_on(layers, "pageBreakBefore"),
        contextual=_on(layers, "contextualSpacing"),
        border=_border(layers),
    )


def _last(layers: Iterable[Any], tag: str) -> str:
    values = (attribute(layer, tag) for layer in layers)
    return next((value for value in reversed(list(values)) if value), "")


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


def _state(layer: Any, tag: str) -> bool | None:
    """What one layer says of an on-off property; None where it says nothing."""
    found = layer.find(W + tag)
    return None if found is None else is_on(found, W + "val")


def _on(layers: Iterable[Any], tag: str) -> bool:
    states = [state for layer in layers if (state := _state(layer, tag)) is not None]
    return bool(states and states[-1])


def _border(layers: Sequence[Any]) -> str:
    """The kind of the line above or below the paragraph: `single`, …; "" without one."""
    kinds = (_last(layers, f"pBdr/{side}") for side in ("top", "bottom"))
    return next((kind for kind in kinds if kind not in ("", "nil", "none")), "")
