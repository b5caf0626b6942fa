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
from docgen.view.origin import Origin, Traced
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
    titles = [printer.inline(column.title, column=column) for column in columns]
    if any(column.above for column in columns):
        upper: list[Cell] = []
        for title, group in groupby(
            enumerate(columns), lambda each: each[1].above and each[1].above.value
        ):
            members = [number for number, _ in group]
            first = columns[members[0]]
            if title and first.above:
                above = printer.inline(first.above, column=first)
                upper.append(Cell((above,), span=len(members)))
            else:
                upper += [Cell((titles[number],), merge=Merge.START) for number in members]
        yield TableRow(HEADER, tuple(upper), header=True)
        lower = (
            Cell((title,)) if column.above else _continued(Cell((title,)))
            for column, title in zip(columns, titles, strict=True)
        )
        yield TableRow(HEADER, tuple(lower), header=True)
    else:
        yield TableRow(HEADER, tuple(Cell((title,)) for title in titles), header=True)
    if table.numbered == "yes":
        numbers = (
            inline(Traced(f"({number})", Origin("mark", column.title, column=column)))
            for number, column in enumerate(columns, 1)
        )
        yield TableRow(NUMBER, tuple(Cell((each,)) for each in numbers), header=True)


def _continued(cell: Cell) -> Cell:
    """What stands below `cell` where it is merged downwards: nothing, of the same origin."""
    return Cell((Inline((), cell.paragraphs[0].origin),), cell.span, Merge.CONTINUE)


class _Rows:
    """Prints rows; a shared block's cells are merged over the rows it holds."""

    def __init__(self, table: Table, printer: Printer) -> None:
        self.columns = {column.key.value: column for column in table.columns}
        self.keys = list(self.columns)
        self.printer = printer
        self.marks = {
            (id(cell.row), cell.column.key.value): missing_mark(cell.title)
            for cell in (missing_in(table) if printer.draft else ())
        }

    def of(self, computed: ComputedRow) -> Iterator[TableRow]:
        """The printed rows of one row of the content and of all rows below it."""
        row = computed.row
        below = (each for child in computed.rows for each in self.of(child))
        if row.across:
            words = self.printer.inline(row.across, row=row)
            yield TableRow(ACROSS, (Cell((words,), span=len(self.keys)),))
            yield from below
        elif row.kind == "shared":
            yield from self._merged(row, list(below))
        else:
            style = GROUP if row.kind == "group" else CELL
            yield TableRow(style, tuple(self._cell(computed, key) for key in self.keys))
            yield from below

    def _cell(self, computed: ComputedRow, key: str) -> Cell:
        if key not in computed.numbers:
            return Cell(self._words(computed.row, key))
        row, column = computed.row, self.columns[key]
        formula = column.compute or (column.group if row.kind == "group" else None)
        typed = row.cells.get(key)
        if formula or not isinstance(typed, Number | Integer):
            origin = Origin("computed", row.where, row, column, formula)
        else:
            origin = Origin("number", typed.text, row, column)
        number = vietnamese.format_decimal(computed.numbers[key])
        return Cell((inline(Traced(number, origin)),))

    def _words(self, row: Row, key: str) -> tuple[Inline, ...]:
        column = self.columns[key]
        value = row.cells.get(key, ())
        mark = self.marks.get((id(row), key), "")
        if mark or not value:
            blank = Origin("blank", row.blanks.get(key, row.where), row, column)
            return (inline(Traced(mark, blank)),)
        if isinstance(value, Number | Integer):
            number = Origin("number", value.text, row, column)
            return (inline(Traced(value.text.value, number)),)
        return tuple(self.printer.inline(text, row=row, column=column) for text in value)

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
                cells[position] = cell if number == 0 else _continued(cell)
            yield replace(printed, cells=tuple(cells))


def _total(computed: ComputedTable, printer: Printer) -> TableRow:
    total = computed.table.total
    assert total is not None
    cells = []
    for column in computed.table.columns:
        if column.key.value in computed.totals:
            number = _total_number(computed.totals[column.key.value], column)
            origin = Origin("computed", total.label, None, column, column.total)
            text = inline(Traced(number, origin))
        elif total.column and column.key.value == total.column.value:
            text = printer.inline(total.label, column=column)
        else:
            text = Inline((), Origin("blank", total.label, None, column))
        cells.append(Cell((text,)))
    return TableRow(TOTAL, tuple(cells))


def _total_number(number: Decimal, column: Column) -> str:
    """The number and, where the column wants it, the rounded one: `86,2482 (86,25)`."""
    printed = vietnamese.format_decimal(number)
    if not column.total_decimals:
        return printed
    rounded = vietnamese.round_half_up(number, column.total_decimals.value)
    return f"{printed} ({vietnamese.format_decimal(rounded)})"
