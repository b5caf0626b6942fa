"""What two plans print otherwise and nobody typed: totals, groups, formulas, moves in rank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from docgen.diff.changes import Figure
from docgen.diff.outline import STEP
from docgen.diff.tables import TableComparison
from docgen.diff.words import printed, shown
from docgen.plan.model import Index, Plan

MOVE = "move"
Sum = tuple[str, Figure]


def sums(plans: tuple[Plan, Plan], tables: Iterable[TableComparison]) -> Iterator[Sum]:
    """Each computed number that is another, by what it is of, and is in no change of its own."""
    yield from _moves_in_rank(*plans)
    for table in tables:
        unit = _unit(table)
        for figure in _totals(table):
            yield f"{figure.title}, tổng cộng{unit}", figure
        for line, figure in table.followed():
            yield f"{line.place.label}{STEP}{figure.title}{unit}", figure


def _moves_in_rank(old: Plan, new: Plan) -> Iterator[Sum]:
    """How many places an index rose since the year before, as its sentence says."""
    for key, index in new.indices.items():
        before, after = _rise(old.indices.get(key)), _rise(index)
        if before is not None and after is not None and before != after:
            name = f"{printed(index.name.value)}, số bậc tăng (âm là giảm) so với năm trước"
            yield name, Figure(MOVE, "", "", before, after)


def _rise(index: Index | None) -> Decimal | None:
    if index is None or index.rank is None or index.previous_rank is None:
        return None
    return Decimal(index.previous_rank.value - index.rank.value)


def _totals(table: TableComparison) -> Iterator[Figure]:
    totals = table.old.totals, table.new.totals
    for key in table.new.columns:
        old, new = (each.get(key) for each in totals)
        if old != new:
            yield Figure(key, table.old.title(key), table.new.title(key), old, new)


def _unit(table: TableComparison) -> str:
    """The units of a table where they differ: a number beside one of another unit misleads."""
    units = [
        shown(rows.outline.words((rows.table.unit,))) if rows.table.unit else "không ghi đơn vị"
        for rows in (table.old, table.new)
    ]
    return "" if units[0] == units[1] else f" ({units[0]} → {units[1]})"
