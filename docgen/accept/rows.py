"""Rows and cells of tables that differ."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import takewhile

from docgen.accept.align import Pair, lines
from docgen.accept.ask import KEEP
from docgen.accept.blank_rows import blank_rows
from docgen.accept.cells import COMPUTED, NO_WAY, put_cell
from docgen.accept.change import Change, Choice, value_at
from docgen.accept.letters import Unsayable
from docgen.accept.merges import AS_WORD, Printing, merge_run, other_merges, regrouped
from docgen.accept.new_words import in_a_cell
from docgen.accept.row_places import RowPlaces
from docgen.accept.row_shapes import is_same, width
from docgen.accept.units import Line, TableRow, really_merged
from docgen.accept.words import line_changes, value_change
from docgen.edit.edits import Delete, DropKey, Edit, Empty, Insert, Put, Steps, place_of
from docgen.edit.rewrite import item_as_written
from docgen.plan.missing import needs
from docgen.plan.source import Source
from docgen.plan.table import Column, Row
from docgen.view.origin import Origin

MERGED = "Ô gộp khác trước, ở {}."
GROUP = "Dòng này còn dòng con, hoặc mang ô gộp của các dòng sau: bỏ tay trong tệp."
CARRIES = "Dòng này mang chữ của ô gộp, mà các dòng sau cùng ô gộp còn lại."
STAYS = "bỏ dòng này, chữ của ô gộp để lại cho các dòng sau"
UNGROUPED = "bỏ dòng này; các dòng con đứng thẳng ở chỗ của nó"
NEEDED = "Số tự tính cần số này: để trống thì docgen build dừng lại (KH690)."
BLANK = "để trống, điền sau"
FORM = "Đầu bảng và dòng tổng không thêm, bỏ ở đây: sửa tay trong tệp."
COLUMNS = "Bảng thêm hoặc bỏ cột: sửa columns trong tệp nội dung, rồi tạo lại."


class Rows:
    """The rows of the paper beside those of the Word file."""

    def __init__(self, rows: RowPlaces, sides: Sequence[Pair]) -> None:
        self.rows = rows
        self.base = rows.base
        self.sides = sides
        self._in_other_columns = False
        self._told: set[TableRow] = set()
        stay = [old for old, new in sides if isinstance(old, TableRow) and new is not None]
        self._merges = dict(zip(stay, really_merged([row.merges for row in stay]), strict=True))
        self._gone_rows = {old for old, new in sides if isinstance(old, TableRow) and new is None}

    def changed(self, old: TableRow, new: TableRow) -> Iterator[Change]:
        """What differs between two rows, cell by cell; other columns are told once a table."""
        told = self._in_other_columns
        self._in_other_columns = width(old) != width(new)
        if self._in_other_columns:
            if not told:
                yield Change(
                    "column", "refused", self.rows.where(old), old.text, new.text, new.authors,
                    COLUMNS,
                )  # fmt: skip
            return
        if old in self._told or (self._merges[old] == new.merges and is_same(old, new)):
            return
        if blank := self._blank(old):
            yield replace(blank, spot=new, authors=new.authors)
            return
        headless = self._is_headless(old)
        if self._merges[old] != new.merges and not headless:
            yield self._merged(old, new)
            return
        for number, (before, after) in enumerate(zip(old.cells, new.cells, strict=True)):
            if not (headless and old.merges[number][1] == "continue"):
                yield from self.cell(old, number, before, after)

    def _blank(self, old: TableRow) -> Change | None:
        """What became of the blank rows that one item of the content prints, this among them."""
        row, item = self.rows.row(old), self.rows.places.get(old)
        if row is None or item is None or row.kind != "blank":
            return None
        change = blank_rows(self.rows, self.sides, item)
        if change:
            self._told.update(self._printed[item[0].name, item[1]])
        return change

    def _is_headless(self, old: TableRow) -> bool:
        """Whether a row goes on with merged cells of rows that are all gone: these ask for it."""
        above = takewhile(lambda each: each is not old, self.base.units)
        rows = [
            row
            for row in takewhile(self._gone_rows.__contains__, [*above][::-1])
            if isinstance(row, TableRow)
        ]
        starts = any(merge == "restart" for row in rows for _, merge in row.merges)
        return starts and self._carries(rows[0])

    def _merged(self, old: TableRow, new: TableRow) -> Change:
        """Cells merged or split, with all rows that this touches."""
        run = merge_run(self.sides, old)
        self._told.update(one for one, _ in run)
        said, now = (" ¶ ".join(row.text for row in rows) for rows in zip(*run, strict=True))
        edits = regrouped([Printing(one, other, *self._known(one)) for one, other in run])
        choices = (Choice(AS_WORD, tuple(edits)), KEEP) if edits else (KEEP,)
        why = MERGED.format(", ".join(other_merges(run, self.rows.columns(old))))
        return Change(
            "merge", "asked", self.rows.where(old), said, now, new.authors, why,
            choices=choices, spot=new,
        )  # fmt: skip

    def _known(self, unit: TableRow) -> tuple[Row | None, list[Column | None]]:
        return self.rows.row(unit), self.rows.columns(unit)

    def cell(
        self, row: TableRow, number: int, before: tuple[Line, ...], after: tuple[Line, ...]
    ) -> Iterator[Change]:
        """What differs in one cell of a row."""
        blank = self.base.blanks.get((row, number))
        if not before:
            if after and blank is not None:
                yield self._filled(self.base.strings[blank].origin, after)
            return
        origin = self.rows.origin(before[0])
        if not after and origin and origin.kind == "computed":
            said = before[0].text
            yield Change("computed", "asked", origin.where, said, "", why=COMPUTED, choices=(KEEP,))
            return
        if not after and origin and origin.kind == "number":
            yield self._emptied(row, origin, before[0].text)
            return
        sides = lines(before, after)
        if all(old and new for old, new in sides):
            for old, new in sides:
                assert old
                assert new
                yield from line_changes(self.base, old, new)
            return
        yield self._paragraphs(row, before, after)

    def _emptied(self, row: TableRow, origin: Origin, said: str) -> Change:
        """A number that was taken out; asked where the plan does not build without it."""
        change = value_change(self.base, origin, said, "")
        columns = [each for each in self.rows.columns(row) if each]
        known = origin.row and origin.column and needs(columns, origin.row, origin.column)
        if change.verdict != "applied" or not known or self.base.draft:
            return change
        choices = Choice(BLANK, change.edits), KEEP
        return replace(change, verdict="asked", why=NEEDED, edits=(), choices=choices)

    def _filled(self, origin: Origin, after: tuple[Line, ...]) -> Change:
        """A cell that was empty."""
        said, authors = " ¶ ".join(line.text for line in after), after[0].authors
        if origin.row is None or origin.column is None:
            return Change("computed", "asked", origin.where, "", said, authors, COMPUTED)
        if len(after) == 1 or origin.column.kind:
            try:
                words = in_a_cell(after[0], marked=not origin.column.kind)
            except Unsayable:
                return Change("cell", "asked", origin.where, "", said, authors, NO_WAY)
            change = value_change(self.base, origin, "", words)
            return replace(change, authors=authors, spot=after[0])
        edit = put_cell(origin, [in_a_cell(line, marked=True) for line in after])
        return Change("cell", "applied", origin.where, "", said, authors, "", (edit,))

    def _paragraphs(
        self, row: TableRow, before: tuple[Line, ...], after: tuple[Line, ...]
    ) -> Change:
        """A cell with more or fewer paragraphs than it had."""
        old, new = (" ¶ ".join(line.text for line in cell) for cell in (before, after))
        origins = [self.rows.origin(line) for line in before]
        texts = [each.text for each in origins if each and each.kind == "text" and each.row]
        authors = tuple(dict.fromkeys(name for line in after for name in line.authors))
        where = self.rows.where(row)
        first = texts[0] if texts else None
        if len(texts) != len(before) or first is None:
            return Change("cell", "asked", where, old, new, authors, NO_WAY)
        edits: list[Edit] = []
        sides = lines(before, after)
        place = place_of(first)
        listed = isinstance(place[-1], int)
        at, kept = 0, 0
        try:
            if after and not any(one and other for one, other in sides):
                words = [in_a_cell(line, marked=True) for line in after]
                cell = place[:-1] if listed else place
                edit = Put(first.source, cell, words[0] if len(words) == 1 else words)
                return Change("cell", "applied", first.where, old, new, authors, "", (edit,))
            for one, other in sides:
                if one and other:
                    found = list(line_changes(self.base, one, other))
                    if any(each.verdict != "applied" for each in found):
                        return Change("cell", "asked", where, old, new, authors, NO_WAY)
                    edits += [edit for each in found for edit in each.edits]
                elif other:
                    step: Steps = (*place[:-1], at) if listed else (*place, at)
                    edits.append(Insert(first.source, step, in_a_cell(other, marked=True)))
                    continue
                elif listed:
                    edits.append(Delete(first.source, (*place[:-1], at)))
                else:
                    edits.append(Empty(first.source, place))
                kept += 1
                at += 1
        except Unsayable:
            return Change("cell", "asked", where, old, new, authors, NO_WAY)
        return Change("cell", "applied", first.where, old, new, authors, "", tuple(edits))

    # ------------------------------------------------------------------------- whole rows

    def gone(self, old: TableRow, moved: Collection[TableRow]) -> Iterator[Change]:
        """A row that is not there any more, a group with all its rows as one; not one `moved`."""
        if old not in self._told and old not in moved:
            yield replace(self._gone(old), spot=old)

    def _gone(self, old: TableRow) -> Change:
        row, where = self.rows.row(old), self.rows.where(old)
        if table := self._whole_table(old):
            return table
        if row is None:
            return Change("row out", "asked", where, old.text, "", (), FORM)
        source, place = self.rows.place(row)
        whole = self._whole(source, place)
        if whole is None:
            choices = (*self._without_head(source, place), KEEP)
            return self._blank(old) or Change(
                "row out", "asked", where, old.text, "", (), GROUP, choices=choices
            )
        if self._carries(old):
            choices = (Choice(STAYS, (Delete(source, whole),), as_word=False), KEEP)
            return Change("row out", "asked", where, old.text, "", (), CARRIES, choices=choices)
        block = self._printed[source.name, whole]
        self._told.update(block)
        said = " ¶ ".join(each.text for each in block)
        edit = Delete(source, whole)
        return Change("row out", "applied", where, said, "", (), "", (edit,))

    def _whole_table(self, old: TableRow) -> Change | None:
        """The table of a row, where no row of it is left."""
        units = self.base.units
        at = next(number for number, each in enumerate(units) if each is old)
        rows = [*takewhile(lambda each: isinstance(each, TableRow), units[at:])]
        first = next((each for each in rows if each in self.rows.places), None)
        if first is None or not self._gone_rows.issuperset(rows) or (
            at and isinstance(units[at - 1], TableRow)
        ):  # fmt: skip
            return None
        source, place = self.rows.places[first]
        item = place[: place.index("table")]
        holder = value_at(source, item)
        alone = item and isinstance(holder, dict) and [*holder] == ["table"]
        edit: Edit = Delete(source, item) if alone else DropKey(source, (*item, "table"))
        self._told.update(each for each in rows if isinstance(each, TableRow))
        said = " ¶ ".join(each.text for each in rows)
        return Change("row out", "applied", self.rows.where(first), said, "", edits=(edit,))

    def _carries(self, old: TableRow) -> bool:
        """Whether a row bears the words of merged cells that go on in a row that stays."""
        units = self.base.units
        at = next(number for number, each in enumerate(units) if each is old)
        below = units[at + 1] if at + 1 < len(units) else None
        return (
            isinstance(below, TableRow)
            and below not in self._gone_rows
            and any(
                on == "continue" and first == "restart"
                for (_, first), (_, on) in zip(old.merges, below.merges, strict=False)
            )
        )

    @staticmethod
    def _without_head(source: Source, place: Steps) -> Iterator[Choice]:
        """How a group goes and its rows stay: they stand in its place."""
        row = value_at(source, place)
        rows = row.get("rows") if isinstance(row, dict) else None
        *parent, last = place
        if isinstance(rows, list) and isinstance(last, int):
            below = [item_as_written(source, (*place, "rows", at)) for at in range(len(rows))]
            stay = [Insert(source, (*parent, last + 1), value, raw) for raw, value in below]
            yield Choice(UNGROUPED, (Delete(source, place, moved=True), *stay))

    def _whole(self, source: Source, place: Steps) -> Steps | None:
        """The greatest item of a list of rows of which no row is left."""
        for length in range(1, len(place) + 1):
            item = place[:length]
            if isinstance(item[-1], int) and item[-2] == "rows":
                below = self._printed.get((source.name, item), [])
                if below and self._gone_rows.issuperset(below):
                    return item
        return None

    @cached_property
    def _printed(self) -> dict[tuple[str, Steps], list[TableRow]]:
        """The rows of the paper that print something of an item, by its file and place."""
        found: dict[tuple[str, Steps], list[TableRow]] = {}
        for unit, (source, place) in self.rows.places.items():
            for length in range(1, len(place) + 1):
                found.setdefault((source.name, place[:length]), []).append(unit)
        return found
