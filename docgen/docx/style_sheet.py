"""The styles and the theme of a document, and how letters look for which some of them speak.

Order of the layers (ECMA-376 Part 1, 17.7.2): document defaults, table style, paragraph
style with all it is based on, character style, direct formatting; the last that speaks
wins. Bold, italic and capitals of styles toggle each other (17.7.3).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from lxml import etree

from docgen.docx.model import W
from docgen.docx.named_styles import known_ids
from docgen.docx.package import parse
from docgen.docx.read import attribute
from docgen.docx.values import half_points, is_on

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
THEME_NAMES = {
    "text1": "dk1", "dark1": "dk1", "text2": "dk2", "dark2": "dk2", "background1": "lt1",
    "light1": "lt1", "background2": "lt2", "light2": "lt2", "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}  # fmt: skip
NO_STYLES = b"<styles/>"


class Look(NamedTuple):
    """A run on paper. `size` in pt; `color` RRGGBB.

    `fonts` are the fonts of its slots: "" where none is named for Latin letters.
    """

    fonts: frozenset[str]
    size: Decimal
    bold: bool
    italic: bool
    caps: bool
    color: str
    language: str


class Layers(NamedTuple):
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
        return (
            last_is_on(self.defaults, tag)
            or sum(last_is_on(level, tag) for level in self.levels) % 2 == 1
        )


class StyleSheet:
    """The styles and the theme of a document; all documents of the same styles share one."""

    def __init__(self, styles: bytes, theme: bytes | None) -> None:
        self.root = parse(styles)
        self.theme = None if theme is None else parse(theme)
        self.own = {each.get(W + "styleId"): each for each in self.root.iter(W + "style")}
        self._judged: dict[str, dict[Hashable, Any]] = {}
        self._chains: dict[tuple[str, str], tuple[Any, ...]] = {}

    def judged(self, what: str) -> dict[Hashable, Any]:
        """What was made out of keys for which the same speaks; plain values, no elements."""
        return self._judged.setdefault(what, {})

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

    @cached_property
    def tables_speak(self) -> bool:
        """Whether a style of tables says anything of letters."""
        kinds = (each for each in self.own.values() if each.get(W + "type") == "table")
        return any(each.find(W + "rPr") is not None for each in kinds)

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

    def said_for_all(self, properties: str) -> list[Any]:
        """The `rPr` or `pPr` of the document defaults (17.7.5)."""
        found = self.root.find(f"{W}docDefaults/{W}{properties}Default/{W}{properties}")
        return [] if found is None else [found]

    def look(self, found: Layers) -> Look:
        """How letters look for which these speak."""
        layers = found.every
        size = last(layers, "sz")
        return Look(
            fonts=frozenset(self._fonts(layers)),
            size=Decimal(half_points(size, 20)) / 2,
            bold=found.toggled("b"),
            italic=found.toggled("i"),
            caps=found.toggled("caps"),
            color=self.color(layers),
            language=last(layers, "lang"),
        )

    def _fonts(self, layers: Sequence[Any]) -> Iterator[str]:
        yield from (self.font(layers, slot) for slot in ("ascii", "hAnsi"))
        yield from filter(None, (self.font(layers, slot) for slot in ("eastAsia", "cs")))

    def font(self, layers: Sequence[Any], slot: str) -> str:
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
        scheme = None if self.theme is None else self.theme.find(f".//{DRAWING}clrScheme")
        found = {} if scheme is None else {
            etree.QName(each).localname: each[0].get("lastClr") or each[0].get("val", "")
            for each in scheme.iterchildren("{*}*") if len(each)
        }  # fmt: skip
        return {**found, **{name: found.get(own, "") for name, own in THEME_NAMES.items()}}

    @cached_property
    def _theme_fonts(self) -> Mapping[str, str]:
        """Typefaces of the theme by the names that `rFonts` uses, such as `minorHAnsi`."""
        if self.theme is None:
            return {}
        found = {}
        for group in ("major", "minor"):
            for tag, names in (
                ("latin", ("Ascii", "HAnsi")),
                ("ea", ("EastAsia",)),
                ("cs", ("Bidi",)),
            ):
                font = next(self.theme.iterfind(f".//{DRAWING}{group}Font/{DRAWING}{tag}"), None)
                for name in names:
                    found[group + name] = "" if font is None else font.get("typeface", "")
        return found


@lru_cache(maxsize=8)
def style_sheet(styles: bytes, theme: bytes | None) -> StyleSheet:
    """The styles of these two parts, the same object for the same bytes."""
    return StyleSheet(styles, theme)


def last(layers: Iterable[Any], tag: str) -> str:
    """The value of a property in the last layer that has one, else ""."""
    values = (attribute(layer, tag) for layer in layers)
    return next((value for value in reversed(list(values)) if value), "")


def _state(layer: Any, tag: str) -> bool | None:
    """What one layer says of an on-off property; None where it says nothing."""
    found = layer.find(W + tag)
    return None if found is None else is_on(found, W + "val")


def last_is_on(layers: Iterable[Any], tag: str) -> bool:
    """Whether the last layer that speaks of an on-off property says that it is on."""
    states = [state for layer in layers if (state := _state(layer, tag)) is not None]
    return bool(states and states[-1])
