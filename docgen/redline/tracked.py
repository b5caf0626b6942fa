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

from docgen.docx.model import W
from docgen.redline.alignment import Side, aligned
from docgen.redline.columns import TC, TR, cleaned, is_absent, own_columns, unite
from docgen.redline.likeness import (
    TBL,
    Nearness,
    P,
    block_key,
    ends_section,
    row_head,
    row_key,
    shape,
)
from docgen.redline.merged_cells import keep_merged
from docgen.redline.moves import Stretch, Unit, mark_moves
from docgen.redline.records import MARK_BEHIND, Records, have
from docgen.redline.sides import either, end_stays, fate_of, one_stays, table_by_table, tag_of
from docgen.redline.tracked_text import RELATED, Fate, Marks, made

_CELLS = {"ins": "cellIns", "del": "cellDel"}
_PAGE_TEXTS = (W + "headerReference", W + "footerReference")


class Tracker:
    """Turns the new document's blocks, in place, into tracked changes of the old one's.

    `relations` names the headers and footers of the old document as the new one does. What
    the marks do not say is counted: `remerged_rows`, `recast_tables`; and so is what moved.
    """

    def __init__(self, marks: Marks, relations: Mapping[str, str]) -> None:
        self.marks = marks
        self.records = Records(marks)
        self.relations = relations
        self.moved_paragraphs = self.moved_rows = 0
        self.remerged_rows = 0
        self.recast_tables = 0
        self._whole: dict[Fate, list[Unit]] = {"del": [], "ins": []}
        self._nearness = Nearness()

    def body(self, old: Any, new: Any) -> None:
        """The whole document."""
        self.container(old, new)
        self.records.section(new, old)
        went, came = self._whole["del"], self._whole["ins"]
        self.moved_paragraphs, self.moved_rows = mark_moves(went, came, self.marks)

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
        of the paragraph after it, and the last mark stays; unless one of both ends a section,
        for that stands at a mark and no record of earlier properties holds it.
        """
        sides = one_stays(sides)
        fates = [fate_of(*side) for side in sides]
        staying = [at for at, fate in enumerate(fates) if not fate]
        ends = [[side for side in its if side is not None][-1:] for its in zip(*sides, strict=True)]
        if staying and len({ends_section(each) for end in ends for each in end}) == 1:
            fates = [*fates[: staying[-1]], *fates[staying[-1] + 1 :], ""]
        before = [_properties(old) for old, _ in sides if old is not None]
        after = [_properties(new) for _, new in sides if new is not None]
        for (old, new), mark in zip(sides, fates, strict=True):
            earlier = before.pop(0) if mark != "ins" else None
            later = after.pop(0) if mark != "del" else None
            paragraph, stretches = self._paragraph(old, new, mark, earlier, later)
            self._keep([Unit([each]) for each in stretches])
            yield paragraph

    def _paragraph(
        self, old: Any, new: Any, mark: Fate, earlier: Any, later: Any
    ) -> tuple[Any, list[Stretch]]:
        """One paragraph; its mark ends one with the properties `earlier`, now with `later`.

        And what of it went or came whole; old words that are unlike the new ones do.
        """
        both = old is not None and new is not None
        if both and not mark and block_key(old) == block_key(new):
            return new, []
        paragraph = made("p", {} if new is None else dict(new.attrib))
        properties = self._ours(earlier) if mark == "del" else deepcopy(later)
        if properties is not None:
            paragraph.append(properties)
        if mark:
            self._mark_end(paragraph, mark)
        else:
            self.records.record(paragraph, earlier, "pPr")
            self.records.within(_properties(paragraph), earlier)
        if both and self._nearness.of_texts(old, new):
            paragraph.extend(self.marks.rewritten(old, new))
            return paragraph, []
        return paragraph, [*self._stretches(paragraph, old, new, mark)]

    def _stretches(self, paragraph: Any, old: Any, new: Any, mark: Fate) -> Iterator[Stretch]:
        for source, side in ((old, (old, None)), (new, (None, new))):
            if source is not None:
                written = [*self.marks.rewritten(*side)]
                paragraph.extend(written)
                if written:
                    fate = fate_of(*side)
                    yield Stretch(source, fate, paragraph, written, whole=mark == fate)

    def _mark_end(self, paragraph: Any, mark: Fate) -> None:
        """Says that the paragraph's end was added or taken out (17.13.5.20, 17.13.5.15)."""
        properties = have(paragraph, "pPr", ())
        look = have(properties, "rPr", MARK_BEHIND)
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
            self.records.record(new, old.find(W + tag), tag)
        same_grid = own_columns(old) == own_columns(new)
        if not same_grid:
            unite(old, new)
        before, after = ([*each.iterchildren(TR)] for each in (old, new))
        printed = {row: row_key(row) for row in (*before, *after)}
        keys = [printed.__getitem__, lambda row: (shape(row), row_head(row))]
        sides = keep_merged(aligned(before, after, keys, self._nearness.of_rows))
        remerged = self._remerged(sides)
        self.remerged_rows += len(remerged) // 2
        rows = [
            side[1]
            if same_grid and not fate_of(*side) and printed[side[0]] == printed[side[1]]
            else self._row(*side, side in remerged)
            for side in sides
        ]
        _replace(new, after, rows)
        cleaned(new)
        return new

    def _row(self, old: Any, new: Any, remerged: bool) -> Any:
        if old is None or new is None:
            row = deepcopy(old) if new is None else new
            stretches = self._whole_row(row, fate_of(old, new))
            self._keep([] if remerged else [Unit([*stretches], is_row=True)])
            return row
        self.records.record(new, old.find(W + "trPr"), "trPr")
        for before, after in zip(old.iterchildren(TC), new.iterchildren(TC), strict=True):
            if is_absent(after):
                new.replace(after, self._whole_cell(deepcopy(before), "del"))
            elif is_absent(before):
                self._whole_cell(after, "ins")
            else:
                self.records.record(after, before.find(W + "tcPr"), "tcPr")
                self.container(before, after)
        return new

    def _whole_rows(self, table: Any, fate: Fate) -> None:
        for row in table.iterchildren(TR):
            self._keep([Unit(self._whole_row(row, fate), is_row=True)])

    def _whole_row(self, row: Any, fate: Fate) -> list[Stretch]:
        """A row that came or went, with all it holds (17.13.5.16, 17.13.5.12)."""
        have(row, "trPr", (TC,)).append(self.marks.mark(fate))
        stretches: list[Stretch] = []
        for cell in row.iterchildren(TC):
            if is_absent(cell):
                self._mark_cell(cell, "ins" if fate == "del" else "del")
            stretches += self._whole_content(cell, fate)
        return stretches

    def _whole_cell(self, cell: Any, fate: Fate) -> Any:
        """A cell whose column came or went (17.13.5.1, 17.13.5.2)."""
        self._mark_cell(cell, fate)
        self._keep([Unit([each]) for each in self._whole_content(cell, fate)])
        return cell

    def _mark_cell(self, cell: Any, fate: Fate) -> None:
        have(cell, "tcPr", ()).append(self.marks.mark(_CELLS[fate]))

    def _whole_content(self, cell: Any, fate: Fate) -> list[Stretch]:
        stretches: list[Stretch] = []
        for block in [*cell.iterchildren(P, TBL)]:
            if block.tag == TBL:
                self._whole_rows(block, fate)
                continue
            old, new = (block, None) if fate == "del" else (None, block)
            ends = (_properties(old), _properties(new))
            paragraph, its = self._paragraph(old, new, fate, *ends)
            cell.replace(block, paragraph)
            stretches += its
        return stretches

    # --------------------------------------------------------------------------- counts

    def _keep(self, units: list[Unit]) -> None:
        """Remembers what went or came whole, to tell what moved."""
        for unit in units:
            if unit.stretches:
                self._whole[unit.stretches[0].fate].append(unit)

    def _remerged(self, sides: list[Side[Any]]) -> set[Side[Any]]:
        """Between two rows that stay, one that went and came again was there all the time."""
        remerged: set[Side[Any]] = set()
        for _, stretch in groupby(sides, lambda side: not fate_of(*side)):
            changed = [*stretch]
            went = {row_head(old) for old, new in changed if new is None}
            came = {row_head(new) for old, new in changed if old is None}
            remerged.update(side for side in changed if row_head(either(side)) in went & came)
        return remerged


def _properties(paragraph: Any) -> Any:
    return None if paragraph is None else paragraph.find(W + "pPr")


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
