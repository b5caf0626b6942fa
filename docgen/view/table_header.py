"""The header of a table as printed: the titles of its columns, and the marks below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from docgen.plan.table import Column, Table
from docgen.view.inline import Inline, inline
from docgen.view.origin import Origin, Traced
from docgen.view.printed import Cell, Merge, TableRow
from docgen.view.printing import Printer

HEADER, NUMBER = "KHTableHeader", "KHTableNumber"


def header(table: Table, printer: Printer) -> Iterator[TableRow]:
    """A row of titles below those that columns share; then A, B, (1), (2) if wanted."""
    columns = table.columns
    titles = [Cell((printer.inline(column.title, column=column),)) for column in columns]
    last = max((len(column.above) for column in columns), default=0)
    for level in range(last + 1):
        cells = _titles(columns, titles, level, printer, more_below=level < last)
        yield TableRow(HEADER, tuple(cells), header=True)
    if table.first_numbered is not None or any(column.mark for column in columns):
        marks = (
            _mark(column, table.first_numbered, at, printer) for at, column in enumerate(columns)
        )
        yield TableRow(NUMBER, tuple(Cell((each,)) for each in marks), header=True)


def _titles(
    columns: Sequence[Column],
    titles: Sequence[Cell],
    level: int,
    printer: Printer,
    *,
    more_below: bool,
) -> Iterator[Cell]:
    """One row of the header: what columns share there, the columns' own titles, and below these."""

    def shared(at: int) -> tuple[str, ...] | int:
        above = columns[at].above
        return tuple(each.value for each in above[: level + 1]) if len(above) > level else at

    for _, group in groupby(range(len(columns)), shared):
        members = [*group]
        first = columns[members[0]]
        if len(first.above) > level:
            above = printer.inline(first.above[level], column=first)
            yield Cell((above,), span=len(members))
        elif len(first.above) < level:
            yield titles[members[0]].going_on
        else:
            merge = Merge.START if more_below else Merge.NONE
            yield replace(titles[members[0]], merge=merge)


def _mark(column: Column, first: int | None, position: int, printer: Printer) -> Inline:
    """What stands under a column's title: its own mark, or its number from the first one on."""
    if column.mark:
        return printer.inline(column.mark, column=column)
    if first is None or position < first:
        return Inline((), Origin("blank", column.title, column=column))
    return inline(Traced(f"({position - first + 1})", Origin("mark", column.title, column=column)))
