"""Rows of a form that the content has as `blank: N`: taken out in Word, or filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from docgen.accept.align import Pair
from docgen.accept.cells import NO_WAY
from docgen.accept.change import Change, Kind
from docgen.accept.letters import Unsayable
from docgen.accept.line_places import Place
from docgen.accept.new_words import in_a_cell
from docgen.accept.row_places import RowPlaces
from docgen.accept.units import TableRow
from docgen.edit.edits import Delete, Edit, Insert, Put
from docgen.edit.yaml_writer import Tree


def blank_rows(rows: RowPlaces, sides: Sequence[Pair], item: Place) -> Change | None:
    """What became of the blank rows of one item, as one change; None where they are as before."""
    source, place = item
    pairs = [
        (old, new if isinstance(new, TableRow) else None)
        for old, new in sides
        if isinstance(old, TableRow) and rows.places.get(old) == item
    ]
    other = [(old, new) for old, new in pairs if new is None or _filled(rows, old, new)]
    if not other:
        return None
    was, now = (" ¶ ".join(row.text for row in side if row) for side in zip(*other, strict=True))
    kind: Kind = "row in" if now else "row out"
    where = rows.where(pairs[0][0])
    try:
        values = [*_values(rows, pairs)]
    except Unsayable:
        return Change("cell", "asked", where, was, now, why=NO_WAY)
    match values:
        case [{"blank": count}] if len(pairs) > 1:
            edits: tuple[Edit, ...] = (Put(source, (*place, "blank"), count),)
        case _:
            edits = Delete(source, place), *(Insert(source, place, each) for each in values)
    return Change(kind, "applied", where, was, now, edits=edits)


def _values(
    rows: RowPlaces, pairs: Sequence[tuple[TableRow, TableRow | None]]
) -> Iterator[dict[str, Tree]]:
    """The items that print the rows that are left; raises `Unsayable`."""
    left = [_filled(rows, old, new) for old, new in pairs if new]
    for is_filled, run in groupby(left, bool):
        if is_filled:
            yield from run
        else:
            yield {"blank": str(len([*run]))}


def _filled(rows: RowPlaces, old: TableRow, new: TableRow) -> dict[str, Tree]:
    """What was written in a blank row, by the keys of its columns."""
    columns = zip(rows.columns(old), old.cells, new.cells, strict=True)
    return {
        column.key.value: said[0] if len(said) == 1 else said
        for column, before, after in columns
        if column and after and not before
        and (said := [in_a_cell(line, marked=not column.kind) for line in after])
    }  # fmt: skip
