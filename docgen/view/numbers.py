"""The numbers of a table as they print: as many decimals in a column where the office wants it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from docgen import vietnamese
from docgen.plan.compute import ComputedRow, ComputedTable
from docgen.plan.fields import Number
from docgen.plan.table import Column
from docgen.view.printing import Printer

Digits = Mapping[str, int]  # by column how many decimals each of its numbers prints at least


def digits_of(computed: ComputedTable, printer: Printer) -> Digits:
    """By column how many decimals each of its numbers prints, where all print as many."""
    digits: dict[str, int] = {}
    for column in computed.table.columns:
        key = column.key.value
        if printer.office.pads(column):
            total = {} if column.decimals else computed.totals
            every = (*_every(computed.rows), total)
            digits[key] = max((_decimals(each[key]) for each in every if key in each), default=0)
    return digits


def _every(rows: Iterable[ComputedRow]) -> Iterator[Mapping[str, Decimal]]:
    """The numbers of each row, computed or typed, those that rows share included."""
    for each in rows:
        typed = {k: cell.value for k, cell in each.row.cells.items() if isinstance(cell, Number)}
        yield {**typed, **each.numbers}
        yield from _every(each.rows)


def _decimals(number: Decimal) -> int:
    return max(0, -int(number.as_tuple().exponent))


def printed_number(
    number: Decimal, column: Column, digits: Digits, *, computed: bool = False
) -> str:
    """A number with as many decimals as its column has; what the column rounds stays as it is."""
    least = 0 if computed and column.decimals else digits.get(column.key.value, 0)
    return vietnamese.format_decimal(number, least)


def total_number(number: Decimal, column: Column, digits: Digits) -> str:
    """The number and, where the column wants it, the rounded one: `86,2482 (86,25)`."""
    printed = printed_number(number, column, digits, computed=True)
    if not column.total_decimals:
        return printed
    rounded = vietnamese.round_half_up(number, column.total_decimals.value)
    return f"{printed} ({vietnamese.format_decimal(rounded)})"
