"""Where in the content the rows of a printed table stand."""

from __future__ import annotations

from functools import cached_property

from docgen.accept.change import mapping_at
from docgen.accept.printed import Printed
from docgen.accept.units import Line, TableRow
from docgen.edit.edits import Steps
from docgen.finding import Where
from docgen.plan.source import Source
from docgen.plan.table import Column, Row
from docgen.view.origin import Origin


class RowPlaces:
    """The rows of a paper, each with its place, its columns, its line."""

    def __init__(self, base: Printed) -> None:
        self.base = base

    @cached_property
    def places(self) -> dict[TableRow, tuple[Source, Steps]]:
        """The rows that print one of the content, and where that stands."""
        rows = ((unit, self.row(unit)) for unit in self.base.units if isinstance(unit, TableRow))
        return {unit: self.place(row) for unit, row in rows if row}

    def columns(self, row: TableRow) -> list[Column | None]:
        """The column of each cell of a row; None where it is not known."""
        found: list[Column | None] = []
        for number, cell in enumerate(row.cells):
            origin = self.origin(cell[0]) if cell else None
            blank = self.base.blanks.get((row, number))
            if origin is None and blank is not None:
                origin = self.base.strings[blank].origin
            found.append(origin.column if origin else None)
        return found

    def origin(self, line: Line) -> Origin | None:
        """The origin of the first string of a line."""
        numbers = [mark[0] for mark in line.marks if isinstance(mark, tuple)]
        return self.base.strings[numbers[0]].origin if numbers else None

    def row(self, unit: TableRow) -> Row | None:
        """The row of the content that a row of the paper prints; its own, not one merged over."""
        rows = [
            origin.row
            for cell, (_, merge) in zip(unit.cells, unit.merges, strict=True)
            for line in cell
            if not merge and (origin := self.origin(line)) and origin.row
        ]
        return rows[0] if rows else None

    def place(self, row: Row) -> tuple[Source, Steps]:
        """The file and the place in it of a row."""
        return row.where.source, mapping_at(row.where.source, row.where.start)

    def where(self, unit: TableRow) -> Where | None:
        """The first line of the content that a row prints."""
        found = (self.origin(line) for cell in unit.cells for line in cell)
        return next((each.where for each in found if each and each.where), None)
