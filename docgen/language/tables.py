"""Rows of a table as they print: for the cursor in an appendix."""

from __future__ import annotations

from collections.abc import Iterator

from yaml.nodes import MappingNode

from docgen.pipeline import Checked
from docgen.plan.model import Plan
from docgen.plan.reading_order import tables
from docgen.plan.table import Column
from docgen.view.printed import TableRow


def columns_at(plan: Plan, name: str, index: int) -> tuple[Column, ...]:
    """The columns of the last table of a file that begins before an index; none without one."""
    own = [
        table.columns for table in tables(plan)
        if any(each.key.source.name == name for each in table.columns[:1])
    ]  # fmt: skip
    before = [columns for columns in own if columns[0].key.start <= index]
    return (before or own or [()])[-1]


def computed(checked: Checked, name: str, mapping: MappingNode) -> Iterator[tuple[Column, str]]:
    """The values that docgen computes for the row that a mapping writes."""
    pieces = checked.view.pieces if checked.view else ()
    rows = (piece.content for piece in pieces if isinstance(piece.content, TableRow))
    for printed in (string for row in rows for cell in row.cells for string in cell.paragraphs):
        origin = printed.origin
        if origin.kind != "computed" or origin.row is None or origin.column is None:
            continue
        where = origin.row.where
        if where.source.name == name and where.start == mapping.start_mark.index:
            yield origin.column, str(printed)
