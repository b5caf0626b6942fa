"""A table as rows that can be compared: each row with its code, name, group and merged cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from docgen.diff.changes import Cell, Place
from docgen.diff.line import Block, Line
from docgen.diff.outline import STEP, Outline, Owner, where_different
from docgen.diff.words import Words, keys, shown
from docgen.plan.compute import ComputedRow, compute_table
from docgen.plan.fields import Integer, Number
from docgen.plan.source import Text
from docgen.plan.table import Column, Row, Table, Value
from docgen.vietnamese import format_decimal, round_half_up

Thing = TypeVar("Thing")

_IDENTIFIER = re.compile(r"\w+")
_QUOTED = re.compile(r"'?(\w+)'?")
REFERRING = ("compute", "group", "total")  # the formulas that name other columns
NO_NAMES: Mapping[str, str] = {}


class Rows:
    """The rows of one table of a plan, in reading order.

    `names` says what both tables of a comparison call a column whose key is another one,
    `title` the column that names the rows of both, `shared` the columns of both: a cell over
    several columns is known by the first of these, in whatever order either table has them.
    """

    def __init__(
        self,
        outline: Outline,
        owner: Owner,
        table: Table,
        names: Mapping[str, str] = NO_NAMES,
        title: str = "",
        shared: Sequence[str] = (),
    ) -> None:
        self.outline = outline
        self.owner = owner
        self.table = table
        self._names = names
        self._shared = shared
        self.columns: dict[str, Column] = {
            names.get(column.key.value, column.key.value): column
            for column in table.columns
            if column.key
        }
        self.lines: list[Line] = []
        self.blocks: list[Block] = []
        self.computed, _ = compute_table(table)
        self.titles = ("code", title or self._name_column())
        for row in self.computed.rows:
            self._add(row, None, ())

    def words(self, value: Value) -> Words:
        """The words of a cell."""
        return self.outline.words((value.text,) if isinstance(value, Number | Integer) else value)

    def texts(self, line: Line) -> Iterator[Text]:
        """The texts of a row's cells, merged ones included, its code and name apart."""
        for key in self.columns:
            value = line.value(key)
            if key not in self.titles and isinstance(value, tuple):
                yield from value

    @property
    def fields(self) -> Iterator[tuple[str, str, tuple[Text, ...], tuple[str, ...]]]:
        """What the table says once: its name in a change, how an officer calls it, its words.

        Last the columns that it names, by what both tables know them by.
        """
        table, total = self.table, self.table.total
        yield "unit", "đơn vị tính", (table.unit,) if table.unit else (), ()
        yield "total", "dòng tổng", (total.label,) if total else (), ()
        first = table.first_numbered
        start = () if first is None else (table.keys[first],)
        numbered = f"(1) từ cột “{self.title(start[0])}”" if start else ""
        yield "numbered", "số của cột", _as(table.numbered, numbered), self._known(start)
        reach = table.total_label
        ends = (reach[0], reach[-1]) if len(reach) > 1 else ()
        cell = _as(total.column if total else None, self.reaching(ends))
        yield "total cell", "ô chữ của dòng tổng", cell, self._known(ends)

    def _known(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Columns of this table by the names that both tables know them by."""
        return tuple(self._names.get(key, key) for key in keys)

    @property
    def totals(self) -> dict[str, Decimal]:
        """The numbers of the line of totals, by what both tables know the columns by."""
        return self._named(self.computed.totals)

    def step(self, name: str) -> str:
        """The way to a part of the table."""
        return f"{self.owner.place.label}{STEP}{name}"

    def reaching(self, ends: tuple[str, ...]) -> str:
        """What a reader finds on paper: over which columns a cell reaches."""
        titles = [f"“{self.title(key)}”" for key in (*ends[:1], *ends[-1:])]
        return f"ô trải từ {' đến '.join(titles)}" if titles else "ô riêng"

    def title(self, key: str) -> str:
        """The printed title of a column; "" where the table has no such column."""
        return shown(self.title_words(key))

    def heading(self, key: str) -> str:
        """The title of a column with those printed above it: `Khối lượng: Đang lưu`."""
        return ": ".join(filter(None, (self.columns[key].path, self.title(key))))

    def title_words(self, key: str) -> Words:
        """The title of a column, as its words and their looks are compared."""
        column = self.columns.get(self._names.get(key, key))
        return self.words((column.title,)) if column and column.title else ()

    def is_numeric(self, key: str) -> bool:
        """Whether a column holds numbers."""
        return key in self.columns and self.columns[key].kind in ("decimal", "integer")

    def is_typed(self, line: Line, key: str) -> bool:
        """Whether the content gives this number; otherwise it follows from others."""
        column = self.columns[key]
        computed = column.compute or (column.group if line.row.kind == "group" else None)
        return computed is None and key in line.cells

    def formula(self, key: str, name: str) -> str:
        """What a column says under `name` (`total`, `above` …), in the columns' common names."""
        column = self.columns[key]
        value = column.path if name == "above" else getattr(column, name)
        said = str(getattr(value, "text", value) or "")
        if name not in REFERRING:
            return said
        return _IDENTIFIER.sub(lambda match: self._names.get(match[0], match[0]), said)

    def read_aloud(self, formula: str) -> str:
        """A formula with the titles of the columns for their keys: `“Điểm” - “Điểm chuẩn”`."""

        def title(match: re.Match[str]) -> str:
            said = self.title(match[1])
            return f"“{said}”" if said else match[0]

        return _QUOTED.sub(title, formula).replace("sum(", "tổng(")

    def rounded_total(self, key: str) -> str:
        """How many decimals the rounded total has, and the total so printed: `2 (in 86,25)`."""
        decimals, total = self.columns[key].total_decimals, self.totals.get(key)
        if decimals is None or total is None:
            return decimals.text.value if decimals else ""
        return f"{decimals.value} (in {format_decimal(round_half_up(total, decimals.value))})"

    def shown_cells(self, line: Line) -> tuple[Cell, ...]:
        """Every cell of a row that says something, its code and name apart."""
        return tuple(
            Cell(self.title(key) or key, said, key=key, number=line.numbers.get(key))
            for key in self.columns
            if key not in self.titles and (said := self.said(line, key))
        )

    def said(self, line: Line, key: str) -> str:
        """What a cell prints, merged and computed ones included."""
        if key in line.numbers:
            return format_decimal(line.numbers[key])
        return shown(self.words(line.value(key)))

    def content(self, line: Line, key: str) -> str:
        """What a cell says, a `{{ … }}` by what it names: a year that moved on is no difference.

        Nor is the look of its words.
        """
        value = line.value(key)
        is_text = isinstance(value, tuple) and value
        return " ".join(keys(self.words(value))) if is_text else self.said(line, key)

    def position(self, line: Line) -> Place:
        """The place of a row with its group and its number in it, for a row that moved."""
        peers = [each for each in self.lines if each.parent is line.parent]
        group = line.parent.place.text if line.parent else ""
        step = f"{group} (dòng {peers.index(line) + 1})".strip()
        label = STEP.join((self.owner.place.label, step, line.place.text))
        return replace(line.place, label=label)

    def named(self, line: Line) -> Place:
        """The place of a row at its name."""
        name = line.cells.get(self.titles[1], ())
        where = name[0].where if isinstance(name, tuple) and name else line.place.where
        return replace(line.place, where=where)

    def cell(self, key: str, values: tuple[Value, Value], line: Line, label: str) -> Place:
        """A cell as a side of a change: the first of `values`, compared with the other.

        It is found at its first paragraph that differs, a blank one at its row.
        """
        own, other = (
            (value.text,) if isinstance(value, Number | Integer) else value for value in values
        )
        where = where_different(own, other) or line.place.where
        return Place(shown(self.words(values[0])), label, where, self.title(key))

    def _name_column(self) -> str:
        """`name`, or the first column of text that is neither the code nor a number of the row."""
        counted = {key for key, column in self.columns.items() if column.kind == "order"}
        texts = [key for key in self.columns if key != "code" and not self.is_numeric(key)]
        texts = [key for key in texts if key not in counted]
        return "name" if "name" in texts else next(iter(texts), "")

    def _add(self, computed: ComputedRow, parent: Line | None, blocks: tuple[Block, ...]) -> None:
        row = computed.row
        if row.kind == "shared":
            block = Block(self._cells(row), self._spans(row), row)
            self.blocks.append(block)
            for child in computed.rows:
                self._add(child, parent, (*blocks, block))
            return
        line = self._line(computed, parent, blocks)
        self.lines.append(line)
        for block in blocks:
            block.lines.append(line)
        for child in computed.rows:
            self._add(child, line, ())

    def _line(self, computed: ComputedRow, parent: Line | None, blocks: tuple[Block, ...]) -> Line:
        row = computed.row
        cells = self._cells(row)
        code = shown(self.words(cells.get("code", ())))
        name = self.words((row.across,) if row.across else cells.get(self.titles[1], ()))
        own = " ".join(filter(None, (code, shown(name)))) or f"dòng {len(self.lines) + 1}"
        label = f"{self.owner.place.label}{STEP}{own}"
        place = Place(own, label, next(_texts(row), row.where).where)
        numbers = self._named(computed.numbers)
        numbers = {key: value for key, value in numbers.items() if key in self.columns}
        order = len(self.lines)
        return Line(row, code, name, order, parent, blocks, numbers, cells, self._spans(row), place)

    def _spans(self, row: Row) -> dict[str, tuple[str, ...]]:
        spans = (self._known(covered) for covered in row.spans.values())
        return {self._chief(covered): covered for covered in spans}

    def _cells(self, row: Row) -> dict[str, Value]:
        chiefs = {key: self._chief(self._known(covered)) for key, covered in row.spans.items()}
        return {
            chiefs.get(key, self._names.get(key, key)): value for key, value in row.cells.items()
        }

    def _chief(self, covered: Sequence[str]) -> str:
        """The column by which a cell over several is known in both tables."""
        return next((key for key in (*self.titles, *self._shared) if key in covered), covered[0])

    def _named(self, values: Mapping[str, Thing]) -> dict[str, Thing]:
        return {self._names.get(key, key): value for key, value in values.items()}


def common_title(old: Rows, new: Rows) -> str:
    """The column that names the rows of both tables, "" for each its own; symmetric.

    Where they name them by two columns, the one by which more rows are known in both.
    """
    named = {rows.titles[1] for rows in (old, new)}
    shared = sorted(key for key in named if key in old.columns and key in new.columns)
    if len(shared) == 1:
        return shared[0]
    return max(shared, key=lambda key: len(_said(old, key) & _said(new, key)), default="")


def _said(rows: Rows, key: str) -> set[str]:
    return {rows.said(line, key) for line in rows.lines}


def _texts(row: Row) -> Iterator[Text]:
    if row.across:
        yield row.across
    for value in row.cells.values():
        if isinstance(value, Number | Integer):
            yield value.text
        else:
            yield from value


def _as(text: Text | None, words: str) -> tuple[Text, ...]:
    """The text as an officer reads it; none where there is nothing."""
    return (replace(text, value=words),) if text and words else ()
