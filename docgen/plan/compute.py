"""What follows from the content and is never typed: losses, sums, totals, moves in rank.

A table's numbers are computed bottom-up: the rows of a group first, then the group,
then the total. In one row the columns are taken from left to right, group formulas
before row formulas, so that `score` of a field can be `max + sum('loss')` and its
`loss` `score - max`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from docgen import vietnamese
from docgen.finding import Finding
from docgen.plan.expressions import Blank, formula, of_the_row
from docgen.plan.fields import Integer, Number
from docgen.plan.model import Index, Plan
from docgen.plan.table import Column, Row, Table, is_none


@dataclass(frozen=True, slots=True)
class ComputedRow:
    """A row with its numbers by column key: the typed ones and the computed ones."""

    row: Row
    numbers: Mapping[str, Decimal]
    rows: tuple[ComputedRow, ...]

    @property
    def printing(self) -> Iterator[ComputedRow]:
        """This row, or where it only holds others together, those."""
        if self.row.kind in ("row", "group"):
            yield self
        else:
            for row in self.rows:
                yield from row.printing


@dataclass(frozen=True, slots=True)
class ComputedTable:
    """A table with all its numbers; `totals` by column key."""

    table: Table
    rows: tuple[ComputedRow, ...]
    totals: Mapping[str, Decimal]


def compute_table(table: Table) -> tuple[ComputedTable, list[Finding]]:
    """The numbers of a table and what is wrong with its formulas."""
    calculator = _Calculator(table.columns)
    rows = tuple(calculator.row(row) for row in table.rows)
    totals = calculator.totals(rows) if table.total else {}
    return ComputedTable(table, rows, totals), calculator.findings


class _Calculator:
    """Evaluates the formulas of the columns; one finding a formula, however many rows."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.columns = columns
        self.numeric = [column for column in columns if column.kind in ("decimal", "integer")]
        formulas = (text for each in self.numeric for text in (each.compute, each.group) if text)
        computed = (each.key.value for each in self.numeric if each.compute)
        self.needed = frozenset(computed).union(*map(of_the_row, formulas))
        self.findings: list[Finding] = []

    def row(self, row: Row) -> ComputedRow:
        rows = tuple(self.row(child) for child in row.rows)
        if row.kind not in ("row", "group") or not self.numeric:
            return ComputedRow(row, {}, rows)
        numbers: dict[str, Decimal] = {}
        for column in self.numeric:
            key = column.key.value
            typed = row.cells.get(key)
            if isinstance(typed, Number):
                numbers[key] = typed.value
            elif isinstance(typed, Integer):
                numbers[key] = Decimal(typed.value)
        grouped = [each for each in self.numeric if row.kind == "group" and each.group]
        plain = [each for each in self.numeric if each not in grouped]
        self._apply("group", grouped, numbers, row, rows)
        self._apply("compute", plain, numbers, row, rows)
        return ComputedRow(row, numbers, rows)

    def totals(self, rows: Sequence[ComputedRow]) -> dict[str, Decimal]:
        totals: dict[str, Decimal] = {}
        self._apply("total", self.numeric, totals, None, rows)
        return totals

    def _apply(
        self,
        which: str,
        columns: Sequence[Column],
        numbers: dict[str, Decimal],
        row: Row | None,
        rows: Sequence[ComputedRow],
    ) -> None:
        """Adds the results of one kind of formula, for a row or the total below `rows`."""
        sums = _Sums(_printing(rows), self.needed)
        spanned = row.spanned if row else frozenset()
        none = [key for key, cell in row.cells.items() if is_none(cell)] if row else []
        given = {**dict.fromkeys(none, Decimal(0)), **numbers}
        for column in columns:
            text = getattr(column, which)
            if text is None:
                continue
            key = column.key.value
            names = {each.key.value: given.get(each.key.value, _MISSING) for each in self.numeric}
            try:
                value, findings = formula(text, {**names, "sum": sums})
            except _MissingNumber:
                continue
            self.findings += [finding for finding in findings if finding not in self.findings]
            numbers.pop(key, None)
            if key not in spanned and isinstance(value, Decimal | int):
                numbers[key] = given[key] = self._rounded(Decimal(value), column)

    @staticmethod
    def _rounded(value: Decimal, column: Column) -> Decimal:
        if column.decimals is None:
            return value
        return vietnamese.round_half_up(value, column.decimals.value)


class _MissingNumber(Exception):
    """A formula needs a number that the content leaves blank: its result is blank too."""


class _Missing:
    def _raise(self, *_: Any) -> Any:
        raise _MissingNumber

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _raise
    __truediv__ = __rtruediv__ = __neg__ = __str__ = _raise


_MISSING = _Missing()


@dataclass(frozen=True, slots=True)
class _Sums:
    """`sum('loss')` in a formula: the sum over the rows directly below, or theirs.

    A cell of a column that is only added up may be blank; that of a `needed` one must not,
    unless a dash says that there is nothing.
    """

    rows: Sequence[ComputedRow]
    needed: frozenset[str]

    def __call__(self, key: str) -> Decimal:
        rows = list(_with_cell(self.rows, key))
        values = [value for row in rows if (value := row.numbers.get(key)) is not None]
        said = [row for row in rows if key in row.numbers or is_none(row.row.cells.get(key))]
        if not said or (key in self.needed and len(said) < len(rows)):
            raise _MissingNumber
        return sum(values, Decimal(0))


def _with_cell(rows: Sequence[ComputedRow], key: str) -> Iterator[ComputedRow]:
    """The rows that have a cell in a column; for a group that has none the rows below it."""
    for row in rows:
        if key not in row.row.spanned:
            yield row
        else:
            yield from _with_cell(_printing(row.rows), key)


def _printing(rows: Sequence[ComputedRow]) -> list[ComputedRow]:
    return [each for row in rows for each in row.printing]


# ------------------------------------------------------------------ names for the texts


@dataclass(frozen=True, slots=True)
class IndexNames:
    """What `{{ par_index.… }}` can name."""

    name: str
    score: Decimal | Blank
    rank: int | Blank
    of: int | Blank
    previous_score: Decimal | Blank
    previous_rank: int | Blank
    move: str | Blank


@dataclass(frozen=True, slots=True)
class IssuerNames:
    """What `{{ issuer.… }}` can name."""

    name: str
    short: str


def move_in_rank(rank: int, previous: int) -> str:
    """The change of place in words: rank 41 after 52 is `tăng 11 bậc`."""
    if rank == previous:
        return "giữ nguyên thứ bậc"
    return f"{'tăng' if rank < previous else 'giảm'} {abs(previous - rank)} bậc"


def names(plan: Plan) -> dict[str, Any]:
    """Everything that `{{ … }}` in a text of the plan may name."""
    return {
        "year": plan.year.value if plan.year else Blank("năm kế hoạch"),
        "first_year": int(plan.year.value) if plan.year else Blank("năm đầu của kế hoạch"),
        "last_year": plan.year.value.last if plan.year else Blank("năm cuối của kế hoạch"),
        "place": plan.place.value if plan.place else Blank("địa danh"),
        "symbol": plan.symbol.value if plan.symbol and not plan.is_attached else Blank("ký hiệu"),
        "issuer": _issuer_names(plan),
        **{key: _index_names(index) for key, index in plan.indices.items()},
    }


def _issuer_names(plan: Plan) -> IssuerNames | Blank:
    if not plan.issuer or not plan.issuer.short:
        return Blank("cơ quan ban hành")
    return IssuerNames(" ".join(line.value for line in plan.issuer.name), plan.issuer.short.value)


def _index_names(index: Index) -> IndexNames:
    title = index.name.value if index.name else "chỉ số"

    def given(number: Number | Integer | None, what: str) -> Any:
        return number.value if number else Blank(f"{what} {title}")

    move: str | Blank = Blank(f"thay đổi thứ bậc {title}")
    if index.rank and index.previous_rank:
        move = move_in_rank(index.rank.value, index.previous_rank.value)
    return IndexNames(
        title,
        given(index.score, "điểm"),
        given(index.rank, "xếp hạng"),
        given(index.of, "số đơn vị xếp hạng"),
        given(index.previous_score, "điểm năm trước"),
        given(index.previous_rank, "xếp hạng năm trước"),
        move,
    )
