"""A table of any office's document as columns, rows, groups and merged cells.

Each way to say more than the bare cells (groups, merges, numbers that count themselves, formulas,
a line of totals) is tried, printed, and kept only where it prints the very cells of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import product

from docgen.from_word.columns import Cells, Header, joined
from docgen.from_word.formulas import FEWEST_ROWS, TOTAL, with_formulas, with_total
from docgen.from_word.grid import Grid, Square
from docgen.from_word.inline_marks import Look
from docgen.plan.fields import Number
from docgen.plan.source import Text
from docgen.plan.table import DASHES, Row, Table, Value
from docgen.vietnamese import format_decimal, parse_decimal
from docgen.view.printing import Printer
from docgen.view.table import table_view

_ROMAN = re.compile(r"[IVXLC]+\.?")
_DOTTED = re.compile(r"\d+(?:\.\d+)+\.?")
_CAPITAL = re.compile(r"[A-ZĐ]\.?")
BOLD = Look(bold=True)


def table_of(grid: Grid, unit: Text | None = None) -> Table:
    """The table in the form that says most and still prints the cells of the document."""
    header = Header(grid)
    wanted = header.printed()
    for merges, groups, total in product((True, False), repeat=3):

        def holds(tried: Table, merges: bool = merges) -> bool:
            return _prints(tried, wanted, header.levels, merges=merges)

        reader = _Reader(header, unit, groups=groups, merges=merges, total=total)
        table = reader.table()
        if table and holds(table):
            return with_formulas(table, holds)
    assert table is not None, "the barest form says all cells"
    return table


def _prints(table: Table, wanted: Cells, levels: int, *, merges: bool) -> bool:
    """Whether docgen prints these cells; of `levels` of titles, and without `merges`, the words."""
    printer = Printer({})
    rows = table_view(table, printer).rows
    shown = [
        [(" ".join(cell.words.split()), cell.span, cell.merge.value) for cell in row.cells]
        for row in rows
    ]
    if printer.findings or len(shown) != len(wanted):
        return False
    return all(
        [each[: 3 if merges and number >= levels else 2] for each in one]
        == [each[: 3 if merges and number >= levels else 2] for each in other]
        for number, (one, other) in enumerate(zip(shown, wanted, strict=True))
    )


@dataclass
class _Line:
    """A row on the way to the content."""

    number: int
    squares: Sequence[Square]
    shared: dict[int, list[Square]] = field(default_factory=dict)
    own: list[Square] = field(default_factory=list)

    @property
    def is_head(self) -> bool:
        """Whether it may head rows: its number and its name are bold, whatever its figures are."""
        said = [each for each in self.squares if each.lines]
        names = [each for each in said[1:] if parse_decimal(each.words) is None]
        return bool(said) and all(each.is_bold for each in (said[0], *names[:1]))

    @property
    def code(self) -> str:
        """What its first cell says."""
        return self.squares[0].words if self.squares else ""

    @property
    def rank(self) -> int:
        """How high a row in bold stands: A above I above the others."""
        code = self.code
        return 0 if _CAPITAL.fullmatch(code) and not _ROMAN.fullmatch(code) else (
            1 if _ROMAN.fullmatch(code) else 2
        )  # fmt: skip


class _Reader:
    """Reads the rows of a table in one way.

    `groups`: rows in bold hold those below them; `merges`: cells go over rows; `total`: the last
    row is the line of totals.
    """

    def __init__(
        self, header: Header, unit: Text | None, *, groups: bool, merges: bool, total: bool
    ) -> None:
        self.header = header
        self.grid = header.grid
        self.keys = header.keys
        self.unit = unit
        self.groups = groups
        self.merges = merges
        self.total = total
        self.numeric: set[str] = set()

    def table(self) -> Table | None:
        """The table; None where a line of totals is wanted and there is none."""
        lines = [
            _Line(number, row)
            for number, row in enumerate(self.grid.rows[self.header.first :], self.header.first)
        ]
        last = lines.pop() if self.total and len(lines) > FEWEST_ROWS else None
        self.numeric = self._numeric(lines)
        taken = set(_nested(lines)) if self.merges else set()
        for line in lines:
            for square in line.squares:
                if (line.number, square.start) in taken:
                    line.shared.setdefault(square.down, []).append(square)
                elif not square.continued or not self.merges:
                    line.own.append(square)
        columns = tuple(
            replace(column, kind="decimal") if column.key.value in self.numeric else column
            for column in self.header.columns
        )
        table = Table(
            unit=self.unit,
            columns=columns,
            numbered=self.header.numbered,
            rows=self._tree(lines),
        )
        if not self.total:
            return table
        return with_total(table, self._cells(last.squares, BOLD)) if last else None

    def _numeric(self, lines: Iterable[_Line]) -> set[str]:
        """The columns whose cells are all numbers that docgen prints as they stand, or dashes."""
        seen: dict[str, list[str]] = {key: [] for key in self.keys}
        for line in lines:
            for each in line.squares:
                if each.end - each.start == 1 and each.words:
                    seen[self.keys[each.start]].append(each.words)
        return {
            key
            for key, said in seen.items()
            if key != "code" and len(said) > 1 and _are_numbers(said)
        }

    def _tree(self, lines: Sequence[_Line]) -> tuple[Row, ...]:
        rows: list[Row] = []
        at = 0
        while at < len(lines):
            line = lines[at]
            if line.shared:
                length = max(line.shared)
                cells = line.shared.pop(length)
                below = self._tree(lines[at : at + length])
                values, spans = self._cells(cells, Look())
                rows.append(Row("shared", values, below, None, self._place(line), spans=spans))
                at += length
                continue
            end = at + 1
            across = self._across(line)
            if across is not None or (self.groups and line.is_head):
                while end < len(lines) and not self._ends(line, lines[end]):
                    end += 1
            below = self._tree(lines[at + 1 : end])
            rows.append(self._row(line, across, below))
            at = end
        return tuple(rows)

    def _row(self, line: _Line, across: Text | None, below: tuple[Row, ...]) -> Row:
        here = self._place(line)
        if across is not None:
            return Row("across", {}, below, across, here)
        values, spans = self._cells(line.own, BOLD if below else Look())
        if not values and not below and not spans and not any(e.continued for e in line.squares):
            return Row("blank", {}, (), None, here)
        return Row("group" if below else "row", values, below, None, here, spans=spans)

    def _across(self, line: _Line) -> Text | None:
        only = line.squares[0] if len(line.squares) == 1 else None
        if only is None or not only.lines or only.end - only.start < self.grid.columns > 1:
            return None
        return joined(only.lines, BOLD) if only.down == 1 else None

    def _ends(self, group: _Line, line: _Line) -> bool:
        if self._across(line) is not None:
            return True
        if self._across(group) is not None:
            return False
        if line.code.startswith(f"{group.code.rstrip('.')}."):
            return False
        if line.is_head:
            return line.rank <= group.rank or self._sums_up(line)
        return bool(line.code and _DOTTED.fullmatch(group.code))

    def _sums_up(self, line: _Line) -> bool:
        """Whether it is the last row and says the total: no part of the last group."""
        said = next((each.words for each in line.squares if each.lines), "")
        return line.number == len(self.grid.rows) - 1 and bool(TOTAL.match(said))

    def _cells(
        self, squares: Iterable[Square], base: Look
    ) -> tuple[dict[str, Value], dict[str, tuple[str, ...]]]:
        values: dict[str, Value] = {}
        spans: dict[str, tuple[str, ...]] = {}
        for each in squares:
            key = self.keys[each.start]
            if each.end - each.start > 1:
                spans[key] = tuple(self.keys[each.start : each.end])
            if not each.lines:
                continue
            number = parse_decimal(each.words) if key in self.numeric and key not in spans else None
            texts = tuple(line.value(base=base) for line in each.lines)
            values[key] = (
                texts if number is None else Number(number, replace(texts[0], value=each.words))
            )
        return values, spans

    def _place(self, line: _Line) -> Text:
        for square in (*line.squares, *self.grid.rows[0]):
            for each in square.lines:
                return each.text
        return self.header.columns[0].title


def _nested(lines: Sequence[_Line]) -> Iterator[tuple[int, int]]:
    """The merged cells (row, column) that stand inside each other or apart, not across."""
    merged = [
        (line.number, line.number + each.down, each.start)
        for line in lines
        for each in line.squares
        if each.down > 1 and not each.continued
    ]
    kept: list[tuple[int, int, int]] = []
    for start, end, column in sorted(merged, key=lambda each: each[0] - each[1]):
        crossing = any(
            start < other_end and other_start < end
            and not (other_start <= start and end <= other_end)
            for other_start, other_end, _ in kept
        )  # fmt: skip
        if not crossing:
            kept.append((start, end, column))
            yield start, column


def _are_numbers(said: Sequence[str]) -> bool:
    numbers = [each for each in said if each not in DASHES]
    return bool(numbers) and all(map(_is_exact, numbers))


def _is_exact(said: str) -> bool:
    number = parse_decimal(said)
    return number is not None and format_decimal(number) == said
