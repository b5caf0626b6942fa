"""The blocks of one document as tracked changes of another's: paragraphs, tables, rows, cells.

A row that came or went is marked as a row; one whose merged cells changed is taken out and
put in again, for no mark that every word processor knows says that cells were merged.
Without the insertions each stretch is the old one, without the deletions the new one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from copy import deepcopy
from itertools import groupby
from typing import Any

from lxml import etree

from docgen.docx.model import W
from docgen.redline.alignment import Side, aligned
from docgen.redline.likeness import (
    TBL,
    TC,
    TR,
    Nearness,
    P,
    block_key,
    row_head,
    row_key,
    shape,
)
from docgen.redline.merged_cells import keep_merged
from docgen.redline.sides import either, end_stays, fate_of, one_stays, table_by_table, tag_of
from docgen.redline.tracked_text import RELATED, Fate, Marks, canonical, made, words

# What the record of earlier properties does not hold (17.13.5.29-37).
_NOT_RECORDED = {
    "pPr": ("rPr", "sectPr", "pPrChange"),
    "sectPr": ("headerReference", "footerReference", "printerSettings", "sectPrChange"),
    "tblPr": ("tblPrChange",),
    "tblGrid": ("tblGridChange",),
    "trPr": ("ins", "del", "trPrChange"),
    "tcPr": ("cellIns", "cellDel", "cellMerge", "tcPrChange"),
}
_PAGE_TEXTS = (W + "headerReference", W + "footerReference")
_LONG_ENOUGH = 5  # words; shorter paragraphs are alike by chance


class Tracker:
    """Turns the new document's blocks, in place, into tracked changes of the old one's.

    `relations` names the headers and footers of the old document as the new one does. What
    the marks do not say is counted: `moved`, `remerged_rows`, `recast_tables`.
    """

    def __init__(self, marks: Marks, relations: Mapping[str, str]) -> None:
        self.marks = marks
        self.relations = relations
        self.went: Counter[str] = Counter()
        self.came: Counter[str] = Counter()
        self.remerged_rows = 0
        self.recast_tables = 0
        self._nearness = Nearness()

    @property
    def moved(self) -> int:
        """How many paragraphs and rows went at one place and came, unchanged, at another."""
        return (self.went & self.came).total()

    def body(self, old: Any, new: Any) -> None:
        """The whole document."""
        self.container(old, new)
        self._record_section(new, old)

    def container(self, old: Any, new: Any) -> None:
        """The blocks of a body or a cell."""
        before, after = ([*each.iterchildren(P, TBL)] for each in (old, new))
        near = self._nearness.of_blocks
        sides = aligned(before, after, [block_key], near)
        if before and after and not end_stays(sides):
            sides = aligned(before[:-1], after[:-1], [block_key], near)
            sides.append((before[-1], after[-1]))
        settled: list[Any] = []
        for tag, group in groupby(table_by_table(sides), tag_of):
            settle = self._paragraphs if tag == P else self._tables
            settled += settle([*group])
        _replace(new, after, settled)

    # ------------------------------------------------------------------------ paragraphs

    def _paragraphs(self, sides: list[Side[Any]]) -> Iterator[Any]:
        """Paragraphs between two tables.

        A mark that goes joins its paragraph to the next (17.13.5.15), which a table or the
        end of a cell is not. So behind the last paragraph that stays each mark takes the fate
        of the paragraph after it, and the last mark stays.
        """
        sides = one_stays(sides)
        fates = [fate_of(*side) for side in sides]
        staying = [at for at, fate in enumerate(fates) if not fate]
        if staying:
            fates = [*fates[: staying[-1]], *fates[staying[-1] + 1 :], ""]
        before = [_properties(old) for old, _ in sides if old is not None]
        after = [_properties(new) for _, new in sides if new is not None]
        for (old, new), mark in zip(sides, fates, strict=True):
            earlier = before.pop(0) if mark != "ins" else None
            later = after.pop(0) if mark != "del" else None
            self._count(old, new)
            yield self._paragraph(old, new, mark, earlier, later)

    def _paragraph(self, old: Any, new: Any, mark: Fate, earlier: Any, later: Any) -> Any:
        """One paragraph; its mark ends one with the properties `earlier`, now with `later`."""
        stays = not mark and old is not None and new is not None
        if stays and block_key(old) == block_key(new):
            return new
        paragraph = made("p", {} if new is None else dict(new.attrib))
        properties = self._ours(earlier) if mark == "del" else deepcopy(later)
        if properties is not None:
            paragraph.append(properties)
        if mark:
            self._mark_end(paragraph, mark)
        else:
            self._record(paragraph, earlier, "pPr")
            self._record_section(_properties(paragraph), earlier)
        paragraph.extend(self.marks.rewritten(old, new))
        return paragraph

    def _mark_end(self, paragraph: Any, mark: Fate) -> None:
        """Says that the paragraph's end was added or taken out (17.13.5.20, 17.13.5.15)."""
        properties = _have(paragraph, "pPr", ())
        look = _have(properties, "rPr", (W + "sectPr", W + "pPrChange"))
        look.insert(0, self.marks.mark(mark))

    def _ours(self, earlier: Any) -> Any:
        """The old document's properties as the new one can hold them."""
        ours = deepcopy(earlier)
        for page_text in [] if ours is None else [*ours.iter(*_PAGE_TEXTS)]:
            name = self.relations.get(page_text.get(RELATED + "id"))
            if name is None:
                page_text.getparent().remove(page_text)
            else:
                page_text.set(RELATED + "id", name)
        return ours

    # ---------------------------------------------------------------------------- tables

    def _tables(self, sides: list[Side[Any]]) -> Iterator[Any]:
        """Tables that follow each other."""
        fates = Counter(fate_of(*side) for side in sides)
        self.recast_tables += min(fates["del"], fates["ins"])
        for old, new in sides:
            if old is not None and new is not None:
                yield self._table(old, new)
            else:
                table = deepcopy(old) if new is None else new
                self._whole_rows(table, fate_of(old, new))
                yield table

    def _table(self, old: Any, new: Any) -> Any:
        for tag in ("tblPr", "tblGrid"):
            self._record(new, old.find(W + tag), tag)
        before, after = ([*each.iterchildren(TR)] for each in (old, new))
        keys = [row_key, lambda row: (shape(row), row_head(row))]
        sides = keep_merged(aligned(before, after, keys, self._nearness.of_rows))
        self._count_rows(sides)
        _replace(new, after, [self._row(*side) for side in sides])
        return new

    def _row(self, old: Any, new: Any) -> Any:
        if old is None or new is None:
            row = deepcopy(old) if new is None else new
            self._whole_row(row, fate_of(old, new))
            return row
        self._record(new, old.find(W + "trPr"), "trPr")
        for before, after in zip(old.iterchildren(TC), new.iterchildren(TC), strict=True):
            self._record(after, before.find(W + "tcPr"), "tcPr")
            self.container(before, after)
        return new

    def _whole_rows(self, table: Any, fate: Fate) -> None:
        for row in table.iterchildren(TR):
            self._whole_row(row, fate)

    def _whole_row(self, row: Any, fate: Fate) -> None:
        """A row that came or went, with all it holds (17.13.5.16, 17.13.5.12)."""
        _have(row, "trPr", (TC,)).append(self.marks.mark(fate))
        for cell in row.iterchildren(TC):
            for block in [*cell.iterchildren(P, TBL)]:
                if block.tag == TBL:
                    self._whole_rows(block, fate)
                    continue
                old, new = (block, None) if fate == "del" else (None, block)
                ends = (_properties(old), _properties(new))
                cell.replace(block, self._paragraph(old, new, fate, *ends))

    # -------------------------------------------------------------------- records, counts

    def _record(self, parent: Any, earlier: Any, tag: str) -> None:
        """Keeps, in the properties `tag` of an element, what they were in the old document."""
        recorded = _recorded(earlier, tag)
        if canonical(recorded) != canonical(_recorded(parent.find(W + tag), tag)):
            later = _have(parent, tag, () if tag == "pPr" else (TC, P, TBL))
            later.append(self.marks.mark(f"{tag}Change", recorded))

    def _record_section(self, new: Any, old: Any) -> None:
        """The page setup of a section that both documents have."""
        sections = [None if each is None else each.find(W + "sectPr") for each in (new, old)]
        if None not in sections:
            self._record(new, sections[1], "sectPr")

    def _count(self, old: Any, new: Any) -> None:
        """Remembers a paragraph or row that came or went, to tell those that moved."""
        if old is None or new is None:
            element = either((old, new))
            said = words(element)
            if len(said) >= _LONG_ENOUGH:
                counter = self.went if new is None else self.came
                counter[" ".join(said)] += 1

    def _count_rows(self, sides: list[Side[Any]]) -> None:
        """Between two rows that stay, one that went and came again was there all the time."""
        for _, stretch in groupby(sides, lambda side: not fate_of(*side)):
            changed = [*stretch]
            went = {row_head(old) for old, new in changed if new is None}
            came = {row_head(new) for old, new in changed if old is None}
            self.remerged_rows += len(went & came)
            for side in changed:
                if row_head(either(side)) not in went & came:
                    self._count(*side)


def _properties(paragraph: Any) -> Any:
    return None if paragraph is None else paragraph.find(W + "pPr")


def _recorded(properties: Any, tag: str) -> Any:
    recorded = made(tag) if properties is None else deepcopy(properties)
    for child in [*recorded]:
        if etree.QName(child).localname in _NOT_RECORDED[tag]:
            recorded.remove(child)
    return recorded


def _have(parent: Any, tag: str, behind: tuple[str, ...]) -> Any:
    """The child `tag`, made if there is none, ahead of the first child in `behind`."""
    found = parent.find(W + tag)
    if found is None:
        found = made(tag)
        following = next(parent.iterchildren(*behind), None) if behind else next(iter(parent), None)
        parent.insert(len(parent) if following is None else parent.index(following), found)
    return found


def _replace(parent: Any, blocks: list[Any], others: list[Any]) -> None:
    """Puts the other blocks where these stand, ahead of what follows the last of them."""
    if blocks == others:
        return
    following = blocks[-1].getnext() if blocks else None
    for block in blocks:
        parent.remove(block)
    if following is None:
        parent.extend(others)
        return
    for other in others:
        following.addprevious(other)
