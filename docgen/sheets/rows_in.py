"""Rows and tasks that were put into the workbook: where they belong, what the content says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from docgen.accept.cells import NO_WAY
from docgen.accept.change import Change, holder, value_at
from docgen.accept.letters import Unsayable, literal
from docgen.accept.new_rows import NO_FAMILY
from docgen.edit.edits import Insert, Steps
from docgen.edit.yaml_writer import Tree
from docgen.plan.source import Source
from docgen.sheets.cells_changed import SHARED
from docgen.sheets.found import Found, NewLine
from docgen.sheets.lines import AGENCY_POSITION, TASK_POSITION, Line, Sheet, Sheets
from docgen.sheets.meant import Doubt, Words
from docgen.sheets.places import place_of_line, where_of_line
from docgen.sheets.read import Came
from docgen.sheets.words import content_form, joined, key

CODE = "code"
BELOW = "Dòng nằm dưới dòng tổng, không thuộc bảng: chuyển lên trên dòng tổng, hoặc bỏ."
NO_PLACE = "Bảng đã sắp xếp lại nên không rõ dòng mới thuộc đâu: thêm tay vào tệp."
NO_TASK = "Nhiệm vụ mới cần ghi cả cơ quan và nội dung."
NO_ASSIGNMENT = "Chưa có phân công nào của “{}”: thêm tay phân công vào tệp."


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a new item goes: before the one at `steps` of its file, printed behind a line."""

    source: Source
    steps: Steps
    behind: Line | None
    near: Line


@dataclass(frozen=True, slots=True, eq=False)
class Put:
    """A line that was put in, with the words that its cells mean; `after`: the line above it."""

    came: Came
    cells: Mapping[int, Words | Doubt]
    after: Line | None
    before: Line | None


class Comers:
    """The lines that were put into one sheet."""

    def __init__(
        self, today: Sheets, sheet: Sheet, strangers: Sequence[Line], *, is_sorted: bool
    ) -> None:
        """`strangers` are lines of today that the workbook never had; `is_sorted`: moved about."""
        self.today = today
        self.sheet = sheet
        self.strangers = strangers
        self.is_sorted = is_sorted

    def found(self, put: Put) -> Found:
        """What becomes of one line."""
        said = {at: words for at, words in put.cells.items() if not isinstance(words, Doubt)}
        new = " | ".join(joined(words) for words in said.values() if words)
        change = Change("row in", "asked", None, "", new, spot=put.came)
        doubt = next((each for each in put.cells.values() if isinstance(each, Doubt)), None)
        if put.came.below or doubt:
            return self._asked(change, put, doubt.why if doubt else BELOW)
        if twin := self._twin(said):
            where = where_of_line(self.today, twin)
            return Found(replace(change, verdict="already", where=where), self.sheet.name)
        place = self._of_task(put, said) if self.sheet.table is None else self._of_row(put, said)
        if isinstance(place, str):
            return self._asked(change, put, place)
        value = self._value(said, place.near)
        if isinstance(value, str):
            return self._asked(change, put, value)
        tree, cells = value
        edit = Insert(place.source, place.steps, tree)
        where = where_of_line(self.today, place.near)
        change = replace(change, verdict="applied", where=where, edits=(edit,))
        line = NewLine(self.sheet.name, place.behind, cells)
        return Found(change, self.sheet.name, new=line)

    def _asked(self, change: Change, put: Put, why: str) -> Found:
        near = put.after or put.before
        where = where_of_line(self.today, near) if near else None
        why = f"{put.came.place[:1].upper()}{put.came.place[1:]}: {why}"
        return Found(replace(change, where=where, why=why), self.sheet.name)

    def _twin(self, said: Mapping[int, Words]) -> Line | None:
        """A line that the content has got by now and that says the same."""
        wanted = {at: key(words) for at, words in said.items() if words}
        for line in self.strangers:
            if all(key(line.words(at)) == words for at, words in wanted.items()):
                return line
        return None

    # --------------------------------------------------------------------------------- places

    def _of_row(self, put: Put, said: Mapping[int, Words]) -> _Place | str:
        """Where a new row goes: into the family of its number, or behind the row above it."""
        code = self.sheet.position(CODE)
        number = joined(said.get(code, ())) if code is not None else ""
        if number and code is not None:
            near = put.after if put.after and self._number(put.after) else None
            if near and near.kind == "group" and number.startswith(f"{self._number(near)}."):
                return self._first_of(near)
            if near and near.kind == "row" and _family(self._number(near)) == _family(number):
                return self._behind(near, said)
            return self._in_family(number, said)
        if self.is_sorted:
            return NO_PLACE
        if put.after is None:
            return self._before(put.before) if put.before else NO_FAMILY
        if put.after.kind in ("group", "across"):
            return self._first_of(put.after)
        return self._behind(put.after, said)

    def _number(self, line: Line) -> str:
        code = self.sheet.position(CODE)
        return joined(line.words(code)) if code is not None else ""

    def _in_family(self, number: str, said: Mapping[int, Words]) -> _Place | str:
        """Among the rows with numbers of the same group, in the order of the numbers."""
        family = [
            line
            for line in self.sheet.lines
            if self._number(line) and _family(self._number(line)) == _family(number)
        ]
        smaller = [line for line in family if _order(self._number(line)) < _order(number)]
        if smaller:
            return self._behind(max(smaller, key=lambda line: _order(self._number(line))), said)
        if family:
            return self._before(family[0])
        above = [line for line in self.sheet.lines if self._number(line) == _family(number) != ""]
        return self._first_of(above[0]) if above and above[0].kind == "group" else NO_FAMILY

    def _place(self, line: Line) -> tuple[Source, Steps]:
        known = place_of_line(self.today, line)
        assert known
        return known

    def _behind(self, near: Line, said: Mapping[int, Words]) -> _Place | str:
        """Behind a row and all that stands below it; behind its block where the cells are own."""
        source, steps = self._place(near)
        shared = self._shared(near)
        if any(said.get(at) and key(said[at]) != key(self._said(near, at)) for at in shared):
            block, last = steps[:-2], steps[-1]
            rows = value_at(source, steps[:-1])
            if not isinstance(rows, list) or last != len(rows) - 1:
                return SHARED
            steps = block
        *parent, at = steps
        assert isinstance(at, int)
        return _Place(source, (*parent, at + 1), self._last_of(source, steps) or near, near)

    def _last_of(self, source: Source, steps: Steps) -> Line | None:
        """The last line that stands in an item."""
        inside = [
            line
            for line in self.sheet.lines
            if (known := place_of_line(self.today, line))
            and known[0] is source
            and known[1][: len(steps)] == steps
        ]
        return inside[-1] if inside else None

    def _before(self, near: Line) -> _Place | str:
        source, steps = self._place(near)
        at = self.sheet.lines.index(near)
        behind = self.sheet.lines[at - 1] if at else None
        return _Place(source, steps, behind, near)

    def _first_of(self, group: Line) -> _Place | str:
        source, steps = self._place(group)
        rows = value_at(source, (*steps, "rows"))
        if not isinstance(rows, list):
            return NO_FAMILY
        return _Place(source, (*steps, "rows", 0), group, group)

    def _shared(self, near: Line) -> list[int]:
        """The columns whose cell a row shares with others."""
        return [
            at
            for at, state in enumerate(near.states)
            if state == "above"
            or any(each.row and each.row is not near.row for each in self.today.origins(near, at))
        ]

    def _said(self, near: Line, position: int) -> Words:
        """The words of a cell, those of the line above where it shares them."""
        at = self.sheet.lines.index(near)
        while at and self.sheet.lines[at].states[position] == "above":
            at -= 1
        return self.sheet.lines[at].words(position)

    def _of_task(self, put: Put, said: Mapping[int, Words]) -> _Place | str:
        """Where a new task goes: behind the one above it, or as the last of its agency."""
        agency, task = said.get(AGENCY_POSITION, ()), said.get(TASK_POSITION, ())
        if not agency or len(task) != 1:
            return NO_TASK
        own = [line for line in self.sheet.lines if key(line.words(AGENCY_POSITION)) == key(agency)]
        if put.after in own:
            own = [put.after]
        for line in reversed(own):
            source, place = self._place(line)
            item = holder(place)
            if item and len(item) > 1 and item[-2] == "tasks" and isinstance(item[-1], int):
                behind = self._last_of(source, item)
                return _Place(source, (*item[:-1], item[-1] + 1), behind, line)
        return NO_ASSIGNMENT.format(joined(agency))

    # --------------------------------------------------------------------------------- values

    def _value(
        self, said: Mapping[int, Words], near: Line
    ) -> tuple[Tree, Mapping[int, Words]] | str:
        """What the content says of a line, and the cells that it gets."""
        try:
            if self.sheet.table is None:
                words = said[TASK_POSITION]
                return literal(words[0], marked=True), said
            own = {at: words for at, words in said.items() if words and self._is_own(at, near)}
            tree: dict[str, Tree] = {}
            for at, words in own.items():
                column = self.sheet.columns[at]
                text = not column.is_number
                values = [literal(content_form(each, column), marked=text) for each in words]
                tree[column.key] = values[0] if len(values) == 1 else values
        except Unsayable:
            return NO_WAY
        return tree, own

    def _is_own(self, position: int, near: Line) -> bool:
        """Whether a new row writes a cell itself: nobody computes or shares it."""
        column = self.sheet.columns[position].column
        if column is None or column.compute or column.kind == "order":
            return False
        return near.kind != "row" or position not in self._shared(near)


def _family(number: str) -> str:
    return number.rstrip(".").rpartition(".")[0]


def _order(number: str) -> list[tuple[int, str]]:
    parts = re.split(r"\W+", number)
    return [(int(each), "") if re.fullmatch(r"\d{1,9}", each) else (0, each) for each in parts]
