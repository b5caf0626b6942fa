"""What a plan still lacks: the places that an officer is to fill in.

One definition for three readers: `check` reports the places, a draft shows them as
`[[thiếu: …]]`, and `docgen new` lists them as what is to be done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from docgen.plan.expressions import of_the_row
from docgen.plan.model import Plan
from docgen.plan.reading_order import tables
from docgen.plan.source import Text
from docgen.plan.table import Column, Row, Table

_OF_INDEX = {
    "score": "điểm {}",
    "rank": "xếp hạng {}",
    "of": "số đơn vị xếp hạng {}",
    "previous_score": "điểm {} năm trước",
    "previous_rank": "xếp hạng {} năm trước",
}


class MissingCell(NamedTuple):
    """A cell without content: `place` is its key, or the first word of a row without that key.

    `counts`: a formula needs its number. `row` is the row or the shared block it belongs to.
    """

    row: Row
    column: Column
    place: Text
    counts: bool

    @property
    def title(self) -> str:
        """What belongs there, as it stands in a sentence."""
        return in_sentence(self.column.title.value)


class MissingValue(NamedTuple):
    """A value of an index whose key is written but has nothing behind it yet."""

    place: Text
    title: str


def in_sentence(title: str) -> str:
    """A column's title with a small first letter, unless it is an abbreviation such as STT."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def missing_values(plan: Plan) -> Iterator[MissingValue]:
    """The values of the indices that are still blank."""
    for index in plan.indices.values():
        for key, place in index.blanks.items():
            if key in _OF_INDEX:
                name = index.name.value if index.name else "chỉ số"
                yield MissingValue(place, index_value(name, key))


def index_value(name: str, key: str) -> str:
    """What a key of an index holds, such as “xếp hạng PAR Index”."""
    return _OF_INDEX[key].format(name)


def missing_cells(plan: Plan) -> Iterator[MissingCell]:
    """The cells still to be filled in, of every table."""
    for table in tables(plan):
        yield from missing_in(table)


def missing_in(table: Table) -> Iterator[MissingCell]:
    """The cells of a table that must hold something and do not.

    A cell must hold something where its column is `required: yes` (in rows that have no
    rows of their own) or where a formula of its row needs its number; what is only added up
    may be blank. A shared block answers for all rows below it.
    """
    yield from _missing(table.rows, _Formulas(table.columns), frozenset())


def needs(columns: Sequence[Column], row: Row, column: Column) -> bool:
    """Whether a formula needs the number of a row in a column of a table that has those."""
    return _Formulas(columns).need(row, column)


def _missing(
    rows: Sequence[Row], formulas: _Formulas, shared: frozenset[str]
) -> Iterator[MissingCell]:
    """`shared`: the columns that a block above answers for."""
    for row in rows:
        for column in formulas.columns:
            key = column.key.value
            counts = formulas.need(row, column)
            required = column.required == "yes" and row.kind in ("row", "shared")
            given = key in shared or key in row.cells or key in row.spanned
            elsewhere = row.kind == "shared" and key not in row.blanks
            if (counts or required) and not given and not elsewhere:
                yield MissingCell(row, column, row.blanks.get(key, row.where), counts)
        answered = {*row.cells, *row.blanks, *row.spanned} if row.kind == "shared" else ()
        yield from _missing(row.rows, formulas, shared.union(answered))


class _Formulas:
    """Which typed numbers the formulas of a table need."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.columns = [column for column in columns if column.key]
        self.in_row = _named(column.compute for column in self.columns)
        self.in_group = _named(column.group or column.compute for column in self.columns)

    def need(self, row: Row, column: Column) -> bool:
        """Whether a formula needs the number of this cell, and nobody computes it."""
        if column.kind not in ("decimal", "integer") or column.compute:
            return False
        if row.kind not in ("row", "group") or (row.kind == "group" and column.group):
            return False
        return column.key.value in (self.in_group if row.kind == "group" else self.in_row)


def _named(formulas: Iterable[Text | None]) -> frozenset[str]:
    """The columns whose number in the same row the formulas need."""
    return frozenset(key for formula in formulas if formula for key in of_the_row(formula))
