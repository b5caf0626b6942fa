"""A computed table as printed rows: header, group rows, merged cells, totals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from markupsafe import Markup

from docgen import vietnamese
from docgen.plan.compute import ComputedRow, ComputedTable, compute_table
from docgen.plan.expressions import missing_mark
from docgen.plan.fields import Integer, Number
from docgen.plan.missing import missing_in
from docgen.plan.model import Column, Row, Table
from docgen.view.inline import Inline, inline
from docgen.view.printed import Cell, Merge, TableRow
from docgen.view.printing import Printer
from docgen.view.wordml import WordTable, alignment_xml

HEADER, NUMBER, CELL = "KHTableHeader", "KHTableNumber", "KHTableCell"
GROUP, ACROSS, TOTAL = "KHTableGroup", "KHTableAcross", "KHTableTotal"


@dataclass(frozen=True, slots=True)
class TableView:
    """A table as printed; `computed` keeps its numbers for summaries."""

    rows: tuple[TableRow, ...]
    columns: tuple[Column, ...]
    computed: ComputedTable

    def within(self, width: int, keep: bool = False) -> Iterator[Markup]:
        """The pieces of the table's XML, `width` twips wide; `keep`: with what follows it."""
        shares = tuple(
            column.width.value if column.width else Decimal(1) for column in self.columns
        )
        alignments = tuple(alignment_xml(column.align) for column in self.columns)
        return WordTable(shares, alignments, self.rows).within(width, keep)


def table_view(table: Table, printer: Printer) -> TableView:
    """The printed rows of a table; faults of its formulas go to the printer's findings."""
    computed, findings = compute_table(table)
    printer.findings += findings
    rows = _Rows(table, printer)
    printed = [*_header(table, printer), *(each for row in computed.rows for each in rows.of(row))]
    if table.total:
        printed.append(_total(computed, printer))
    return TableView(tuple(printed), table.columns, computed)


def _header(table: Table, printer: Printer) -> Iterator[TableRow]:
    """One header row, or two where columns share a title above; then (1)(2)… if wanted."""
    columns = table.columns
    titles = [printer.inline(column.title) for column in columns]
    if any(column.above for column in columns):
        upper: list[Cell] = []
        for title, group in groupby(
            enumerate(columns), lambda each: each[1].above and each[1].above.value
        ):
            members = [number for number, _ in group]
            if title:
                above = printer.inline(columns[members[0]].above)
                upper.append(Cell((above,), span=len(members)))
            else:
                upper += [Cell((titles[number],), merge=Merge.START) for number in members]
        yield TableRow(HEADER, tuple(upper), header=True)
        lower = (
            Cell((title,)) if column.above else Cell(merge=Merge.CONTINUE)
            for column, title in zip(columns, titles, strict=True)
        )
        yield TableRow(HEADER, tuple(lower), header=True)
    else:
        yield TableRow(HEADER, tuple(Cell((title,)) for title in titles), header=True)
    if table.numbered == "yes":
        numbers = (Cell((inline(f"({number})"),)) for number in range(1, len(columns) + 1))
        yield TableRow(NUMBER, tuple(numbers), header=True)


class _Rows:
    """Prints rows; a shared block's cells are merged over the rows it holds."""

    def __init__(self, table: Table, printer: Printer) -> None:
        self.columns = table.columns
        self.keys = [column.key.value for column in table.columns]
        self.printer = printer
        self.marks = {
            (id(cell.row), cell.column.key.value): inline(missing_mark(cell.title))
            for cell in (missing_in(table) if printer.draft else ())
        }

    def of(self, computed: ComputedRow) -> Iterator[TableRow]:
        """The printed rows of one row of the content and of all rows below it."""
        row = computed.row
        below = (each for child in computed.rows for each in self.of(child))
        if row.kind == "across":
            yield TableRow(
                ACROSS, (Cell((self.printer.inline(row.across),), span=len(self.columns)),)
            )
            yield from below
        elif row.kind == "shared":
            yield from self._merged(row, list(below))
        else:
            style = GROUP if row.kind == "group" else CELL
            yield TableRow(style, tuple(self._cell(computed, key) for key in self.keys))
            yield from below

    def _cell(self, computed: ComputedRow, key: str) -> Cell:
        if key in computed.numbers:
            return Cell((inline(vietnamese.format_decimal(computed.numbers[key])),))
        return Cell(self._words(computed.row, key))

    def _words(self, row: Row, key: str) -> tuple[Inline, ...]:
        if mark := self.marks.get((id(row), key)):
            return (mark,)
        value = row.cells.get(key, ())
        if isinstance(value, Number | Integer):
            return (inline(value.text.value),)
        return tuple(self.printer.inline(text) for text in value)

    def _merged(self, row: Row, rows: list[TableRow]) -> Iterator[TableRow]:
        shared = {
            self.keys.index(key): Cell(
                self._words(row, key), merge=Merge.START if len(rows) > 1 else Merge.NONE
            )
            for key in self.keys
            if key in row.cells or (id(row), key) in self.marks
        }
        for number, printed in enumerate(rows):
            if len(printed.cells) != len(self.keys):
                yield printed
                continue
            cells = list(printed.cells)
            for position, cell in shared.items():
                cells[position] = cell if number == 0 else Cell(merge=Merge.CONTINUE)
            yield replace(printed, cells=tuple(cells))


def _total(computed: ComputedTable, printer: Printer) -> TableRow:
    total = computed.table.total
    assert total is not None
    cells = []
    for column in computed.table.columns:
        key = column.key.value
        text = inline("")
        if key in computed.totals:
            number = vietnamese.format_decimal(computed.totals[key])
            if column.total_decimals:
                rounded = vietnamese.round_half_up(
                    computed.totals[key], column.total_decimals.value
                )
                number += f" ({vietnamese.format_decimal(rounded)})"
            text = inline(number)
        elif total.column and key == total.column.value:
            text = printer.inline(total.label)
        cells.append(Cell((text,) if text else ()))
    return TableRow(TOTAL, tuple(cells))
