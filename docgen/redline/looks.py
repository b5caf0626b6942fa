"""What properties come to, whoever says them: equal for two that print alike.

The last that speaks wins, attribute by attribute where the standard says so (ECMA-376 Part 1,
17.7.2). What says no more than is so anyhow counts for nothing, nor does what no reader sees:
the language of letters, how a program spells an off switch, how it rounds a length.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import Any

from lxml import etree

from docgen.docx.values import OFF, twips

Key = str | tuple[str, str]  # a tag, or a tag and the side or place that it speaks of
Said = dict[Key, dict[str, str]]

_ROUNDED = 2  # twips: a hundredth of a millimetre and back
_UNSEEN = frozenset((
    "lang", "noProof", "rStyle", "suppressAutoHyphens", "cnfStyle", "tblStyle", "tblLayout",
    "formProt", "printerSettings", "tblStyleRowBandSize", "tblStyleColBandSize",
    "headerReference", "footerReference", "sectPr", "rPr", "ins", "del", "moveFrom",
    "moveTo", "cellIns", "cellDel", "cellMerge",
))  # fmt: skip
_BY_SIDE = frozenset(["pBdr", "tcBorders", "tblBorders", "tcMar", "tblCellMar"])
_BY_ATTRIBUTE = frozenset(["spacing", "ind", "rFonts"])
_ONE_OF = frozenset(["firstLine", "hanging"])
_LENGTHS = frozenset((
    "spacing", "ind", "tab", "tcW", "tblW", "tblInd", "gridCol", "pgSz", "pgMar",
    "trHeight", "top", "bottom", "left", "right",
))  # fmt: skip
_NO_LENGTHS = frozenset(["sz", "space", "code", "line"])
_COLOURS = ("color", "fill", "themeColor")
_ON = ("true", "on")
_OTHER_NAMES = {"start": "left", "end": "right"}
_ON_ANYHOW = frozenset((
    "widowControl", "snapToGrid", "autoSpaceDE", "autoSpaceDN", "adjustRightInd", "kinsoku",
    "overflowPunct",
))  # fmt: skip
_ZERO_SPEAKS = frozenset(["outlineLvl", "gridBefore", "color"])
_NOTHING = frozenset((
    "spacing.before=0", "spacing.after=0", "spacing.line=240", "spacing.lineRule=auto",
    "ind.left=0", "ind.right=0", "ind.firstLine=0", "ind.hanging=0", "jc.val=left",
    "w.val=100", "u.val=none", "vertAlign.val=baseline", "color.val=AUTO",
    "highlight.val=none", "effect.val=none", "em.val=none", "outlineLvl.val=9",
    "vAlign.val=top", "textAlignment.val=auto", "textDirection.val=lrTb", "gridSpan.val=1",
    "type.val=nextPage", "pgMar.gutter=0", "pgNumType.fmt=decimal", "tblInd.w=0",
    "tblInd.type=dxa", "trHeight.hRule=auto", "trHeight.hRule=atLeast",
    "spacing.beforeAutospacing=0", "spacing.afterAutospacing=0",
))  # fmt: skip


class Lengths:
    """Lengths of two documents: one that a program has rounded is the one it was."""

    def __init__(self) -> None:
        self._known: dict[int, int] = {}

    def of(self, text: str) -> str:
        """The length in twips, or that of one met before which is as good as equal."""
        length = twips(text)
        near = sorted(range(-_ROUNDED, _ROUNDED + 1), key=abs)
        known = (self._known[length + each] for each in near if length + each in self._known)
        return str(self._known.setdefault(length, next(known, length)))


def merged(layers: Iterable[Any], lengths: Lengths) -> Said:
    """What these properties say, each from the last layer that does."""
    found: Said = {}
    for each in (each for layer in layers for each in layer if isinstance(each.tag, str)):
        tag = etree.QName(each).localname
        if tag in _BY_SIDE:
            for side in each:
                name = etree.QName(side).localname
                found[tag, _OTHER_NAMES.get(name, name)] = _attributes(side, lengths)
        elif tag == "tabs":
            for tab in each:
                said = _attributes(tab, lengths)
                found[tag, said.pop("pos", "")] = said
        elif tag not in _UNSEEN and not tag.endswith("Change"):
            said = _attributes(each, lengths)
            if tag in _BY_ATTRIBUTE:
                less = _ONE_OF if _ONE_OF & said.keys() else ()
                earlier = found.get(tag, {})
                said = {name: its for name, its in earlier.items() if name not in less} | said
            found[tag] = said
    return found


def come_to(said: Said) -> Hashable:
    """The same without what says nothing."""
    left = {key: dict(_counting(key, attributes)) for key, attributes in said.items()}
    return frozenset((key, frozenset(its.items())) for key, its in left.items() if its)


def _attributes(element: Any, lengths: Lengths) -> dict[str, str]:
    tag = etree.QName(element).localname
    if len(element):
        inside = (f"{etree.QName(each).localname}{_attributes(each, lengths)}" for each in element)
        return {"inside": " ".join(inside)}
    if not element.attrib:
        return {"val": "continue" if tag == "vMerge" else "1"}
    said = ((etree.QName(name).localname, value) for name, value in element.attrib.items())
    return {
        _OTHER_NAMES.get(name, name) if tag == "ind" else name: _value(tag, name, value, lengths)
        for name, value in said
    }


def _value(tag: str, name: str, value: str, lengths: Lengths) -> str:
    """The value of an attribute, spelled in one way."""
    if tag in _LENGTHS and name not in _NO_LENGTHS and value.lstrip("-").isdigit():
        return lengths.of(value)
    if name in _COLOURS or tag == "color":
        return value.upper()
    if name != "val":
        return value
    return "0" if value in OFF else _OTHER_NAMES.get(value, "1" if value in _ON else value)


def _counting(key: Key, attributes: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The attributes that say something."""
    value = attributes.get("val")
    if isinstance(key, tuple):
        gone = ("clear", "num") if key[0] == "tabs" else ("none", "nil")
        counting = (each for each in attributes.items() if each[1] not in ("0", "AUTO", ""))
        yield from [] if value in gone else counting
    elif key in _ON_ANYHOW:
        yield from [("val", "0")] if value == "0" else []
    elif key == "shd" and value in (None, "clear", "nil"):
        fill = attributes.get("fill", "AUTO")
        yield from [] if fill == "AUTO" else [("fill", fill)]
    elif value != "0" or key in _ZERO_SPEAKS:
        yield from (
            each for each in attributes.items() if f"{key}.{each[0]}={each[1]}" not in _NOTHING
        )
