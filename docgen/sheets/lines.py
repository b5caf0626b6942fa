"""What the sheets of a plan hold, line by line: a sheet is one more paper of the same strings.

Each line has an address that stays with it in a hidden column, and a unit as `accept` knows it:
the words of each cell, every letter with the printed string that it belongs to. So what comes
back is told, carried and proved by the very functions that take edits back from Word.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from docgen.accept.letters import Unsayable, core_of
from docgen.accept.printed import Printed
from docgen.accept.units import Line as Paragraph
from docgen.accept.units import TableRow, line_from
from docgen.plan.agencies import printed_name
from docgen.plan.appendix_names import labels_of
from docgen.plan.model import Assignment, Plan
from docgen.plan.reading_order import assignments, tables_in, texts_of
from docgen.plan.source import Text
from docgen.plan.table import Column, Row, Table, Total
from docgen.view.inline import Inline
from docgen.view.origin import Origin

ROOT = "r"  # the address of the line of totals, which is above all rows
AGENCY, TASK = "agency", "task"
AGENCY_POSITION, TASK_POSITION = 0, 1
TASKS = "Nhiệm vụ"
BODY_TABLE = "Bảng"
LONGEST_NAME = 24  # of the 31 letters that Excel grants the name of a sheet
_NO_NAME = re.compile(r"[\[\]:*?/\\']")

State = Literal["open", "computed", "above", "closed"]


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column of a sheet; `column` is that of the content, which a sheet of tasks has not."""

    key: str
    title: str
    column: Column | None = None

    @property
    def is_number(self) -> bool:
        """Whether it holds numbers."""
        return self.column is not None and self.column.kind in ("decimal", "integer")


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A row of a table, or a task.

    `address` is its own on its sheet; `parent` that of the row whose sums count it. `states` says
    of each cell whether people write it (`open`), docgen computes it, it stands in the line above
    because several rows share it, or there is no such cell (`closed`). `row` and `assignment` are
    what it is in the content.
    """

    address: str
    parent: str
    kind: Literal["row", "group", "across", "task", "total"]
    unit: TableRow
    states: tuple[State, ...]
    row: Row | None = None
    assignment: Assignment | None = None

    def words(self, position: int) -> tuple[str, ...]:
        """The paragraphs of a cell."""
        return tuple(each.text for each in self.unit.cells[position])


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of the plan, or the tasks of its body; `table` is None for these."""

    name: str
    columns: tuple[SheetColumn, ...]
    lines: tuple[Line, ...]
    table: Table | None = None

    def position(self, key: str) -> int | None:
        """Where a column stands; None where there is none of that key."""
        return next((at for at, each in enumerate(self.columns) if each.key == key), None)


@dataclass(frozen=True, slots=True)
class Sheets:
    """All sheets of a plan, and its paper, which says what each letter and each blank cell is."""

    paper: Printed
    sheets: tuple[Sheet, ...]

    def origins(self, line: Line, position: int) -> tuple[Origin, ...]:
        """What each paragraph of a cell comes from, or the blank cell; none for a closed one."""
        marks = (each.marks[0] for each in line.unit.cells[position] if each.marks)
        numbers = [mark[0] for mark in marks if isinstance(mark, tuple)]
        if (blank := self.paper.blanks.get((line.unit, position))) is not None:
            numbers.append(blank)
        return tuple(self.paper.strings[number].origin for number in numbers)


def sheets_of(paper: Printed) -> Sheets:
    """The sheets of a printed plan: its tables as they follow each other, then the tasks."""
    strings = _Strings(paper)
    found = [_of_table(name, table, strings) for name, table in named_tables(paper.plan)]
    found.append(_of_tasks(paper, strings))
    known = replace(paper, strings=tuple(strings.strings), blanks=strings.blanks)
    return Sheets(known, tuple(found))


def named_tables(plan: Plan) -> Iterator[tuple[str, Table]]:
    """Every table with the name of its sheet: `Bảng 1` in the body, `Phụ lục I`, `Phụ lục I (2)`.

    Tables of one appendix, and those of appendices with one label, are numbered.
    """
    for number, table in enumerate(tables_in(plan.sections), 1):
        yield f"{BODY_TABLE} {number}", table
    met: defaultdict[str, int] = defaultdict(int)
    for label, appendix in zip(labels_of(plan), plan.appendices, strict=True):
        name = " ".join(_NO_NAME.sub(" ", label).split())[:LONGEST_NAME].strip() or BODY_TABLE
        for table in tables_in(appendix.content):
            met[name.casefold()] += 1
            number = met[name.casefold()]
            yield f"{name} ({number})" if number > 1 else name, table


class _Strings:
    """The printed strings by the cell or the text that they are of; `blanks` are empty cells."""

    def __init__(self, paper: Printed) -> None:
        self.paper = paper
        self.strings = [*paper.strings]
        self.blanks: dict[tuple[TableRow, int], int] = {}
        self.of_cell: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
        self.of_text: dict[tuple[str, int, str], int] = {}
        for number, string in enumerate(paper.strings):
            origin = string.origin
            key = origin.column.key.value if origin.column else ""
            if origin.row is not None:
                self.of_cell[id(origin.row), key].append(number)
            elif origin.text and origin.kind != "mark":
                self.of_text[origin.text.source.name, origin.text.start, key] = number

    def cell(self, owner: Row, column: SheetColumn) -> Sequence[int]:
        """The strings of a cell; a blank one that rows share is on no paper, but has its place."""
        found = self.of_cell[id(owner), column.key]
        if not found and column.key in owner.blanks:
            origin = Origin("blank", owner.blanks[column.key], owner, column.column)
            self.strings.append(Inline((), origin))
            found.append(len(self.strings) - 1)
        return found

    def unit(self, numbers: Sequence[Sequence[int]]) -> TableRow:
        """The cells of a line, each of so many strings."""
        cells = [[*map(self.paragraph, each)] for each in numbers]
        unit = TableRow(
            tuple(tuple(line for line in cell if line.text) for cell in cells),
            tuple((1, "") for _ in cells),
        )
        empty = (at for at, each in enumerate(numbers) if each and not unit.cells[at])
        self.blanks |= {(unit, at): numbers[at][0] for at in empty}
        return unit

    def paragraph(self, number: int, start: int = 0, end: int | None = None) -> Paragraph:
        """A string, or some of its letters, as a line whose letters know it."""
        words = str(self.strings[number])
        letters = [(each, (number, at), "") for at, each in enumerate(words)]
        return line_from(letters[start:end], "")

    def text(self, text: Text, key: str = "") -> Paragraph | None:
        """A text of the content where it is printed, without what docgen prints around it."""
        number = self.of_text.get((text.source.name, text.start, key))
        if number is None:
            return None
        words = str(self.paper.strings[number])
        try:
            _, start, core = core_of(text, self.paper.names, words)
        except Unsayable:
            return self.paragraph(number)
        return self.paragraph(number, start, start + len(core))


# ------------------------------------------------------------------------------------- tables


def _of_table(name: str, table: Table, strings: _Strings) -> Sheet:
    columns = tuple(
        SheetColumn(each.key.value, _title(each), each) for each in table.columns if each.key
    )
    maker = _Rows(columns, strings)
    lines = [*maker.below(table.rows, ROOT, ROOT, {})]
    if table.total:
        lines.append(maker.total(table.total))
    return Sheet(name, columns, tuple(lines), table)


def _title(column: Column) -> str:
    """The title of a column on one line, that above it first."""
    above = f"{column.path}: " if column.above else ""
    return " ".join(f"{above}{column.title.value}".split())


class _Rows:
    """Makes the lines of one table."""

    def __init__(self, columns: Sequence[SheetColumn], strings: _Strings) -> None:
        self.columns = columns
        self.strings = strings
        self._shown: set[tuple[int, str]] = set()

    def below(
        self, rows: Sequence[Row], here: str, parent: str, shared: Mapping[str, Row]
    ) -> Iterator[Line]:
        """The lines of rows; `shared` are the blocks that have cells for all of them."""
        for number, row in enumerate(rows, 1):
            address = f"{here}{number}" if here == ROOT else f"{here}_{number}"
            if row.kind == "shared":
                own = dict.fromkeys((*row.cells, *row.blanks, *row.spanned), row)
                yield from self.below(row.rows, address, parent, {**shared, **own})
            elif row.kind == "across":
                yield self._across(row, address, parent)
                yield from self.below(row.rows, address, parent, shared)
            elif row.kind != "blank":
                yield self._line(row, address, parent, shared)
                yield from self.below(row.rows, address, address, shared)

    def _line(self, row: Row, address: str, parent: str, shared: Mapping[str, Row]) -> Line:
        numbers: list[Sequence[int]] = []
        states: list[State] = []
        for column in self.columns:
            owner = shared.get(column.key, row)
            spot = (id(owner), column.key)
            above = owner is not row and spot in self._shown
            self._shown.add(spot)
            numbers.append(() if above else self.strings.cell(owner, column))
            states.append("above" if above else self._state(row, column, numbers[-1]))
        kind: Literal["row", "group"] = "group" if row.kind == "group" else "row"
        return Line(address, parent, kind, self.strings.unit(numbers), tuple(states), row)

    @staticmethod
    def _state(row: Row, column: SheetColumn, numbers: Sequence[int]) -> State:
        if not numbers:
            return "closed"
        own = column.column
        grouped = own and own.group and row.kind == "group"
        if own and (own.compute or grouped or own.kind == "order"):
            return "computed"
        return "open"

    def _across(self, row: Row, address: str, parent: str) -> Line:
        """One text over all columns stands in the first that holds text."""
        texts = [at for at, each in enumerate(self.columns) if _holds_text(each)]
        here = texts[0] if texts else 0
        numbers: list[Sequence[int]] = [()] * len(self.columns)
        numbers[here] = self.strings.of_cell[id(row), ""]
        states: list[State] = ["closed"] * len(self.columns)
        states[here] = "open"
        return Line(address, parent, "across", self.strings.unit(numbers), tuple(states), row)

    def total(self, total: Total) -> Line:
        """The line of totals: its words and its figures."""
        label = total.label
        known = (
            self.strings.of_text.get((label.source.name, label.start, column.key))
            for column in self.columns
        )
        unit = self.strings.unit([() if number is None else (number,) for number in known])
        states: list[State] = ["computed"] * len(self.columns)
        return Line(ROOT, "", "total", unit, tuple(states))


def _holds_text(column: SheetColumn) -> bool:
    return column.column is None or column.column.kind in (None, "text")


# -------------------------------------------------------------------------------------- tasks


def _of_tasks(paper: Printed, strings: _Strings) -> Sheet:
    """The tasks of the body and whose they are, each text of an assignment a line."""
    columns = (SheetColumn(AGENCY, "Cơ quan"), SheetColumn(TASK, "Nhiệm vụ"))
    lines: list[Line] = []
    for number, assignment in enumerate(assignments(paper.plan), 1):
        agency = _called(assignment, paper, strings)
        texts = [each for each in texts_of(assignment) if each is not assignment.title]
        for at, text in enumerate(texts, 1):
            if task := strings.text(text):
                unit = TableRow(((agency,), (task,)), ((1, ""), (1, "")))
                states: tuple[State, ...] = ("open", "open")
                address = f"t{number}_{at}"
                lines.append(Line(address, "", "task", unit, states, None, assignment))
    return Sheet(TASKS, columns, tuple(lines))


def _called(assignment: Assignment, paper: Printed, strings: _Strings) -> Paragraph:
    """How an assignment is headed on paper: its own title, or its agencies."""
    printed = strings.text(assignment.title) if assignment.title else None
    name = printed.text if printed else printed_name(assignment, paper.plan.agencies)[0]
    return line_from([(each, None, "") for each in name], "")
