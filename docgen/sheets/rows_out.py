"""Rows of a table and tasks that are not in the workbook any more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from docgen.accept.carry import AS_NOW, CONFLICT
from docgen.accept.change import Change, Choice, holder, value_at
from docgen.edit.edits import Delete, Edit, Steps
from docgen.plan.source import Source
from docgen.sheets.cells_changed import AS_EXCEL
from docgen.sheets.found import Found
from docgen.sheets.hidden import Before
from docgen.sheets.lines import Line, Sheet, Sheets
from docgen.sheets.places import place_of_line, where_of_line
from docgen.sheets.words import is_as_before, line_words

LEFT_BELOW = "Dòng nhóm đã xóa mà còn dòng con: xóa cả nhóm, hoặc thêm lại dòng nhóm."
LEFT_ALONE = "Nhóm không còn dòng con nào: xóa cả dòng nhóm, hoặc sửa tay trong tệp."
NO_ITEM = "Nhiệm vụ này không phải một mục riêng: bỏ tay trong tệp."
LAST_TASK = "Đây là nhiệm vụ cuối cùng của phân công này: bỏ tay cả phân công trong tệp."


@dataclass(frozen=True, slots=True)
class _Item:
    """What goes as one: an item of a list, with the lines that it prints."""

    source: Source
    place: Steps
    lines: tuple[Line, ...]


class Gone:
    """The lines of one sheet whose addresses did not come back."""

    def __init__(self, today: Sheets, sheet: Sheet, missing: Mapping[str, Before]) -> None:
        """`missing` are what the lines said when the workbook was written, by today's addresses."""
        self.today = today
        self.sheet = sheet
        self.missing = missing
        self.places = {line.address: place_of_line(today, line) for line in sheet.lines}

    def found(self) -> Iterator[Found]:
        """A change for each item that goes, the rows below it with it."""
        done: set[str] = set()
        for line in self.sheet.lines:
            if line.address not in self.missing or line.address in done:
                continue
            item = self._item(line)
            gone = frozenset(each.address for each in item.lines) if item else frozenset()
            done |= gone
            change = replace(self._change(line, item), spot=self.missing[line.address])
            yield Found(change, self.sheet.name, gone=gone)

    def _change(self, line: Line, item: _Item | None) -> Change:
        now, before = line_words(line), self.missing[line.address]
        change = Change("row out", "asked", where_of_line(self.today, line), now, "")
        if item is None:
            return replace(change, why=NO_ITEM)
        if any(each.address not in self.missing for each in item.lines):
            return replace(change, why=LEFT_BELOW)
        if self._leaves_alone(item):
            return replace(change, why=LEFT_ALONE if line.row else LAST_TASK)
        edits: tuple[Edit, ...] = (Delete(item.source, item.place),)
        if all(is_as_before(self.sheet, each, self.missing[each.address]) for each in item.lines):
            return replace(change, verdict="applied", edits=edits)
        choices = (Choice(AS_EXCEL, edits), Choice(AS_NOW, as_word=False))
        old = " | ".join(" ¶ ".join(words) for words in before.cells.values() if words)
        return replace(change, kind="conflict", old=old, today=now, why=CONFLICT, choices=choices)

    def _item(self, line: Line) -> _Item | None:
        """The item of a line; the block of rows that share cells where all of them go."""
        known = self.places[line.address]
        if known is None:
            return None
        source, place = known
        if line.assignment:
            own = holder(place)
            said = value_at(source, own) if own else None
            if own is None or not (isinstance(said, str) or (place == (*own, "text"))):
                return None
            return _Item(source, own, self._below(source, own))
        while True:
            block = place[:-2]
            shares = value_at(source, (*block, "shared")) is not None if len(place) > 2 else False
            lines = self._below(source, block)
            if not shares or any(each.address not in self.missing for each in lines):
                return _Item(source, place, self._below(source, place))
            place = block

    def _below(self, source: Source, place: Steps) -> tuple[Line, ...]:
        """The lines that stand in an item."""
        return tuple(
            line
            for line in self.sheet.lines
            if (known := self.places[line.address])
            and known[0] is source
            and known[1][: len(place)] == place
        )

    def _leaves_alone(self, item: _Item) -> bool:
        """Whether the list that an item is of stays without any."""
        items = value_at(item.source, item.place[:-1])
        left = len(items) if isinstance(items, list) else 0
        gone = {
            known[1][len(item.place) - 1]
            for address in self.missing
            if (known := self.places.get(address))
            and known[0] is item.source
            and known[1][: len(item.place) - 1] == item.place[:-1]
        }
        return len(gone) >= left
