"""Cells that Word merges otherwise than the content shares them: its rows written anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from docgen.accept.align import Pair
from docgen.accept.change import mapping_at, value_at
from docgen.accept.letters import Unsayable, literal
from docgen.accept.units import Line, TableRow
from docgen.edit.edits import Delete, Edit, Insert, Steps
from docgen.edit.yaml_writer import Tree
from docgen.plan.source import Source
from docgen.plan.table import Column, Row

AS_WORD = "ghi lại các dòng này với ô gộp như trong Word"

Sides = list[tuple[TableRow, TableRow]]


@dataclass(frozen=True, slots=True)
class Printing:
    """A row as docgen prints it and as Word has it; its `row` and `columns` in the content."""

    old: TableRow
    new: TableRow
    row: Row | None
    columns: Sequence[Column | None]


def merge_run(sides: Sequence[Pair], first: TableRow) -> Sides:
    """The rows that merged cells of either side tie to the `first`, it among them."""
    at = next(number for number, (old, _) in enumerate(sides) if old is first)
    start, end = at, at + 1
    while start and _is_tied(sides[start]):
        start -= 1
    while end < len(sides) and _is_tied(sides[end]):
        end += 1
    return [
        (old, new)
        for old, new in sides[start:end]
        if isinstance(old, TableRow) and isinstance(new, TableRow)
    ]


def _is_tied(side: Pair) -> bool:
    """Whether a cell of a row goes on from the row above, on one of the sides."""
    rows = [unit for unit in side if isinstance(unit, TableRow)]
    return any(merge == "continue" for row in rows for _, merge in row.merges)


def other_merges(run: Sides, columns: Sequence[Column | None]) -> list[str]:
    """The columns in which the merges of the two sides differ, as an officer calls them."""
    found = {
        at
        for old, new in run
        for at, (one, other) in enumerate(zip(old.merges, new.merges, strict=False))
        if one != other
    }
    named = [columns[at] for at in sorted(found) if at < len(columns)]
    return [column.called for column in named if column] or ["dòng này"]


def regrouped(run: Sequence[Printing]) -> list[Edit]:
    """The edits that share the cells of these rows as Word merges them; none: there is no way."""
    try:
        return _Regrouping(run).edits()
    except (LookupError, Unsayable):
        return []


class _Regrouping:
    def __init__(self, run: Sequence[Printing]) -> None:
        self.run = run
        rows = [each.row for each in run if each.row and each.row.kind == "row"]
        widths = {len(cells) for each in run for cells in (each.new.cells, each.columns)}
        if len(rows) != len(run) or len(widths) > 1:
            raise LookupError
        self.source: Source = rows[0].where.source
        self.places = [mapping_at(self.source, row.where.start) for row in rows]
        self.shared = [_block(self.source, place) for place in self.places]
        self.columns = [
            next((found for found in columns if found), None)
            for columns in zip(*(each.columns for each in run), strict=True)
        ]

    def edits(self) -> list[Edit]:
        """The old items out, the new ones in at the place of the first."""
        items = list(dict.fromkeys(
            block or place for block, place in zip(self.shared, self.places, strict=True)
        ))  # fmt: skip
        numbers = [item[-1] for item in items]
        first = numbers[0]
        if len({item[:-1] for item in items}) > 1 or not isinstance(first, int):
            raise LookupError
        if self._printed(items) != len(self.run):
            raise LookupError
        gone: list[Edit] = [Delete(self.source, item) for item in items]
        new = [Insert(self.source, items[0], value) for value in self._values()]
        return [*gone, *new]

    def _printed(self, items: Sequence[Steps]) -> int:
        """How many rows the items hold."""
        values = [value_at(self.source, item) for item in items]
        return sum(
            len(value["rows"]) if isinstance(value, dict) and "rows" in value else 1
            for value in values
        )

    def _values(self) -> Iterator[Tree]:
        """The items of the content: rows, and blocks of rows with what they share."""
        goes_on = [
            frozenset(at for at, (_, merge) in enumerate(each.new.merges) if merge == "continue")
            for each in self.run
        ]
        return self._blocks(goes_on, 0, len(self.run), frozenset())

    def _blocks(
        self, goes_on: Sequence[frozenset[int]], first: int, end: int, above: frozenset[int]
    ) -> Iterator[Tree]:
        """The items of some rows, of which the cells `above` are shared around them already."""
        own = [each - above for each in goes_on]
        starts = [at for at in range(first, end) if at == first or not own[at]]
        for start, stop in pairwise([*starts, end]):
            if stop == start + 1:
                yield self._row(start, sorted(above))
                continue
            merged = frozenset.intersection(*own[start + 1 : stop])
            if not merged:
                raise LookupError(start)
            cells = self._cells(start)
            shared = {key: value for key, value in cells if self._is(key, sorted(merged))}
            rows = [*self._blocks(goes_on, start, stop, above | merged)]
            yield {"shared": shared, "rows": rows}

    def _is(self, key: str, merged: Sequence[int]) -> bool:
        return key.partition(" - ")[0] in {
            column.key.value for at in merged if (column := self.columns[at])
        }

    def _row(self, at: int, merged: Sequence[int]) -> dict[str, Tree]:
        """What a row says by itself, its keys as they stood."""
        known = value_at(self.source, self.places[at])
        assert isinstance(known, dict)
        cells = {key: value for key, value in self._cells(at) if not self._is(key, merged)}
        kept = {key: cells.pop(key) for key in known if key in cells}
        return kept | cells

    def _cells(self, at: int) -> Iterator[tuple[str, Tree]]:
        """The cells of a row in Word as the content writes them; empty ones left out."""
        for number, (column, cell) in enumerate(
            zip(self.columns, self.run[at].new.cells, strict=True)
        ):
            if column is None and cell:
                raise LookupError(number)
            if column is None or column.compute or column.kind == "order" or not cell:
                continue
            key = self._key(at, column, self.run[at].new.merges[number][0])
            known = self._as_written(at, number, key, cell)
            yield key, known if known is not None else _said(cell, column)

    def _key(self, at: int, column: Column, span: int) -> str:
        """The key of a cell; of one across columns as the content names them: `how - note`."""
        own = column.key.value
        if span == 1:
            return own
        held = self.places[at], (*(self.shared[at] or ()), "shared")
        keys = (key for place in held for key in _keys(value_at(self.source, place)))
        return next((key for key in keys if key.partition(" - ")[0] == own), own)

    def _as_written(self, at: int, number: int, key: str, cell: Sequence[Line]) -> Tree | None:
        """What the content says of a cell whose words stayed."""
        above = at
        while above and self.run[above].old.merges[number][1] == "continue":
            above -= 1
        if [line.key for line in self.run[above].old.cells[number]] != [x.key for x in cell]:
            return None
        for place in ((*self.places[above], key), (*(self.shared[above] or ()), "shared", key)):
            value = value_at(self.source, place)
            if isinstance(value, str | list):
                return value
        return None


def _keys(value: object) -> list[str]:
    return [*value] if isinstance(value, dict) else []


def _block(source: Source, place: Steps) -> Steps | None:
    """The item that shares cells between this row and others."""
    around = place[:-2]
    value = value_at(source, around)
    return around if isinstance(value, dict) and "shared" in value else None


def _said(cell: Sequence[Line], column: Column) -> Tree:
    words = [literal(line.text, marked=not column.kind) for line in cell]
    return words[0] if len(words) == 1 else list[Tree](words)
