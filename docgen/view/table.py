"""A computed table as printed rows: header, group rows, merged cells, totals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import count
from typing import Any

from markupsafe import Markup

from docgen import vietnamese
from docgen.plan.compute import ComputedRow, ComputedTable, compute_table
from docgen.plan.expressions import missing_mark
from docgen.plan.fields import Integer, Number
from docgen.plan.missing import missing_in
from docgen.plan.table import Column, Row, Table
from docgen.view.column_widths import short_table
from docgen.view.inline import Inline, inline
from docgen.view.numbers import Digits, digits_of, printed_number, total_number
from docgen.view.origin import Origin, Traced
from docgen.view.printed import Cell, Merge, TableRow
from docgen.view.printing import Inlined, Printer, as_written, prints_as_written
from docgen.view.table_header import header
from docgen.view.wordml import WordTable, alignment_xml, shares

CELL = "KHTableCell"
HALF_POINTS = 22
TWIPS_PER_MM = Decimal(1440) / Decimal("25.4")
FEW_ROWS = 500  # of more the cells are made anew for each who asks: they would fill the memory
LEAST_TWIPS = 567  # 10 mm
GROUP, ACROSS, TOTAL = "KHTableGroup", "KHTableAcross", "KHTableTotal"


@dataclass(frozen=True, slots=True)
class TableView:
    """A table as printed; `computed` keeps its numbers for summaries.

    `unit` stands above its rows; it has no words where the content gives none. `parts` are its
    rows as they stand on pages, where it is known where these end.
    """

    unit: Inline
    rows: tuple[TableRow, ...]
    computed: ComputedTable
    parts: tuple[TableRow, ...] = ()

    def within(
        self, width: int, half_points: int = HALF_POINTS, keep: bool = False
    ) -> Iterator[Markup]:
        """The pieces of the table's XML, `width` twips wide; `keep`: with what follows it.

        `half_points` is the size of the template's letters, where the content says no other.
        """
        table = self.computed.table
        own = int(table.size.value * 2) if table.size else None
        whole = alignment_xml(table.align)
        alignments = tuple(alignment_xml(column.align) or whole for column in table.columns)
        grid = self.grid(width, own or half_points)
        rows = self.parts or self.rows
        return WordTable(grid, alignments, whole, own, self.unit, rows).within(keep)

    def grid(self, width: int, half_points: int) -> list[int]:
        """The widths of the columns: as the content gives them, or such that the table is short."""
        given = [column.width.value if column.width else None for column in self.columns]
        if None not in given:
            return shares([each for each in given if each is not None], width)
        return short_table(self.rows, _twips(given, width), width, half_points)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the content."""
        return self.computed.table.columns


def _twips(given: Sequence[Decimal | None], width: int) -> list[int | None]:
    """Millimetres as twips, less where too little of the `width` would be left for the others."""
    wanted = [None if each is None else int(each * TWIPS_PER_MM) for each in given]
    whole = sum(each or 0 for each in wanted)
    most = max(width - LEAST_TWIPS * wanted.count(None), 0)
    return [
        each if each is None or whole <= most else max(each * most // whole, 1) for each in wanted
    ]


def table_view(table: Table, printer: Printer) -> TableView:
    """The printed rows of a table; faults of its formulas go to the printer's findings."""
    computed, findings = compute_table(table)
    printer.findings += findings
    rows = _Rows(table, printer, digits_of(computed, printer))
    if any(column.kind == "order" for column in table.columns):
        rows.ordinals.update(_ordinals(computed.rows, count(1)))
    printed = [*header(table, printer), *(each for row in computed.rows for each in rows.of(row))]
    if table.total:
        printed.append(_total(computed, printer, rows.digits))
    if len(printed) <= FEW_ROWS:
        printed = [row.with_cells(row.passing) for row in printed]
    unit = printer.inline(table.unit) if table.unit else Inline((), Origin("blank", None))
    return TableView(unit, tuple(printed), computed)


def _ordinals(
    rows: Sequence[ComputedRow], numbers: Iterator[int], top: bool = True
) -> Iterator[tuple[int, str]]:
    """The number of each row: I, II for groups at the top, else 1, 2, anew in each group."""
    for each in rows:
        if each.row.kind in ("shared", "across"):
            inner = numbers if each.row.kind == "shared" else count(1)
            yield from _ordinals(each.rows, inner, top)
            continue
        number = next(numbers)
        roman = top and each.row.kind == "group"
        yield id(each), vietnamese.roman(number) if roman else str(number)
        yield from _ordinals(each.rows, count(1), top=False)


class _Rows:
    """Prints rows; a shared block's cells are merged over the rows it holds."""

    def __init__(self, table: Table, printer: Printer, digits: Digits) -> None:
        self.digits = digits
        self.columns = {column.key.value: column for column in table.columns}
        self.keys = list(self.columns)
        self.printer = printer
        self.ordinals: dict[int, str] = {}
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
            yield self._row(style, computed)
            yield from below

    def _row(self, style: str, computed: ComputedRow) -> TableRow:
        """A row; cells that give nothing to find and no footnotes are made later."""
        cells: Any = computed.row.cells
        texts = [text for each in cells.values() if isinstance(each, tuple) for text in each]
        words = [text.value for text in texts]
        if not prints_as_written("\n".join(words)):
            return TableRow(style, self._cells(computed, self.printer.inline))
        special = computed.numbers or computed.row.spans or self.marks
        is_plain = not special and len(words) == len(self.keys) == len(cells) and all(words)
        later = partial(self._cells, computed, as_written)
        return TableRow(style, later, plain=cells if is_plain else None)

    def _cells(self, computed: ComputedRow, inline: Inlined) -> tuple[Cell, ...]:
        """The cells of a row, those that others cover left out."""
        row, spans = computed.row, computed.row.spans
        if not spans:
            given, numbers, marks = row.cells, computed.numbers, self.marks
            return tuple(
                [
                    Cell((inline(value[0], row, column),))
                    if isinstance(value := given.get(key), tuple)
                    and len(value) == 1
                    and key not in numbers
                    and not marks
                    else self._cell(computed, key)
                    for key, column in self.columns.items()
                ]
            )
        covered = {key for keys in spans.values() for key in keys[1:]}
        return tuple(
            Cell(self._words(computed.row, key), len(spans[key]))
            if key in spans
            else self._cell(computed, key)
            for key in self.keys
            if key in spans or key not in covered
        )

    def _cell(self, computed: ComputedRow, key: str) -> Cell:
        row, column = computed.row, self.columns[key]
        if column.kind == "order" and key not in row.cells:
            origin = Origin("mark", row.where, row, column)
            return Cell((Inline(self.ordinals[id(computed)], origin),))
        if key not in computed.numbers:
            return Cell(self._words(row, key))
        formula = (column.group if row.kind == "group" else None) or column.compute
        typed = row.cells.get(key)
        if formula or not isinstance(typed, Number | Integer):
            origin = Origin("computed", row.where, row, column, formula)
        else:
            origin = Origin("number", typed.text, row, column)
        number = printed_number(computed.numbers[key], column, self.digits, computed=bool(formula))
        return Cell((Inline(number, origin),))

    def _words(self, row: Row, key: str) -> tuple[Inline, ...]:
        column = self.columns[key]
        value = row.cells.get(key, ())
        mark = self.marks.get((id(row), key), "") if self.marks else ""
        if mark or not value:
            blank = Origin("blank", row.blanks.get(key, row.where), row, column)
            return (inline(Traced(mark, blank)) if mark else Inline("", blank),)
        if not isinstance(value, tuple):
            number = Origin("number", value.text, row, column)
            words = value.text.value
            if isinstance(value, Number) and key in self.digits:
                words = printed_number(value.value, column, self.digits)
            return (Inline(words, number),)
        return tuple([self.printer.inline(text, row=row, column=column) for text in value])

    def _merged(self, row: Row, rows: list[TableRow]) -> Iterator[TableRow]:
        merge = Merge.START if len(rows) > 1 else Merge.NONE
        shared = {
            self.keys.index(key): Cell(
                self._words(row, key), len(row.spans.get(key, (key,))), merge
            )
            for key in self.keys
            if key in row.cells or key in row.spans or (id(row), key) in self.marks
        }
        going_on = {position: cell.going_on for position, cell in shared.items()}
        plain = all(text.is_plain for cell in shared.values() for text in cell.paragraphs)
        for number, printed in enumerate(rows):
            if printed.style == ACROSS:
                yield printed
                continue
            cells = shared if number == 0 else going_on
            if (plain or number) and printed.is_plain:
                yield TableRow(printed.style, partial(_upon, cells, printed))
            else:
                yield printed.with_cells(_upon(cells, printed))


def _upon(shared: Mapping[int, Cell], row: TableRow) -> tuple[Cell, ...]:
    """The cells of a row, those of some columns in place of its own."""
    cells = _by_column(row.passing)
    for position, cell in shared.items():
        for covered in range(position, position + cell.span):
            cells.pop(covered, None)
        cells[position] = cell
    return tuple([cells[each] for each in sorted(cells)])


def _by_column(cells: Sequence[Cell]) -> dict[int, Cell]:
    """The cells of a row by the position of the first column that each covers."""
    placed: dict[int, Cell] = {}
    column = 0
    for cell in cells:
        placed[column] = cell
        column += cell.span
    return placed


def _total(computed: ComputedTable, printer: Printer, digits: Digits) -> TableRow:
    total = computed.table.total
    assert total is not None
    label = computed.table.total_label
    cells = []
    for column in computed.table.columns:
        if column.key.value in label:
            if column.key.value == label[0]:
                cells.append(Cell((printer.inline(total.label, column=column),), len(label)))
            continue
        if column.key.value in computed.totals:
            number = total_number(computed.totals[column.key.value], column, digits)
            origin = Origin("computed", total.label, None, column, column.total)
            text = inline(Traced(number, origin))
        else:
            text = Inline((), Origin("blank", total.label, None, column))
        cells.append(Cell((text,)))
    return TableRow(TOTAL, tuple(cells))
