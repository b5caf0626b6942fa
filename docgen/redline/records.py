"""What properties were in the old document, kept in those of the new (17.13.5.29-37)."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from lxml import etree

from docgen.docx.model import W
from docgen.redline.columns import TC
from docgen.redline.likeness import TBL, P
from docgen.redline.tracked_text import LOOK, Marks, canonical, made, seen

# What the record of earlier properties does not hold (17.13.5.29-37).
_NOT_RECORDED = {
    "pPr": ("rPr", "sectPr", "pPrChange"),
    "rPr": ("ins", "del", "moveFrom", "moveTo", "rPrChange"),
    "sectPr": ("headerReference", "footerReference", "printerSettings", "sectPrChange"),
    "tblPr": ("tblPrChange",),
    "tblGrid": ("tblGridChange",),
    "trPr": ("ins", "del", "trPrChange"),
    "tcPr": ("cellIns", "cellDel", "cellMerge", "tcPrChange"),
}
MARK_BEHIND = (W + "sectPr", W + "pPrChange")
_BEHIND = {"pPr": (), "rPr": MARK_BEHIND}


class Records:
    """Puts records of earlier properties into the new document's elements."""

    def __init__(self, marks: Marks) -> None:
        self.marks = marks

    def record(self, parent: Any, earlier: Any, tag: str) -> None:
        """Keeps, in the properties `tag` of an element, what they were in the old document.

        What looks the same needs no record, nor what is the same in other surroundings.
        """
        today = parent.find(W + tag)
        recorded = _recorded(earlier, tag)
        alike = _has_look(earlier) and _has_look(today) and seen(earlier) == seen(today)
        if not alike and canonical(recorded) != canonical(_recorded(today, tag)):
            later = have(parent, tag, _BEHIND.get(tag, (TC, P, TBL)))
            later.append(self.marks.mark(f"{tag}Change", recorded))

    def within(self, new: Any, old: Any) -> None:
        """The look of a paragraph's mark, and the page setup of a section that ends there."""
        if new is not None and old is not None:
            self.record(new, old.find(W + "rPr"), "rPr")
            self.section(new, old)

    def section(self, new: Any, old: Any) -> None:
        """The page setup of a section that both documents have."""
        sections = [None if each is None else each.find(W + "sectPr") for each in (new, old)]
        if None not in sections:
            self.record(new, sections[1], "sectPr")


def _recorded(properties: Any, tag: str) -> Any:
    recorded = made(tag) if properties is None else deepcopy(properties)
    for child in [*recorded]:
        if etree.QName(child).localname in _NOT_RECORDED[tag]:
            recorded.remove(child)
    return recorded


def _has_look(properties: Any) -> bool:
    return properties is not None and properties.get(LOOK) is not None


def have(parent: Any, tag: str, behind: tuple[str, ...]) -> Any:
    """The child `tag`, made if there is none, ahead of the first child in `behind`."""
    found = parent.find(W + tag)
    if found is None:
        found = made(tag)
        following = next(parent.iterchildren(*behind), None) if behind else next(iter(parent), None)
        parent.insert(len(parent) if following is None else parent.index(following), found)
    return found
