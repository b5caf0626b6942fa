"""Rows that went from one table and stand in another: moved, not dropped and added."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from docgen.diff.changes import (
    Added,
    Cell,
    Change,
    Changed,
    Figure,
    Moved,
    Place,
    Removed,
    Rescored,
    Subject,
)
from docgen.diff.divided import LEAST, WHOLE
from docgen.diff.outline import STEP
from docgen.diff.rows import Rows
from docgen.diff.tables import TableComparison
from docgen.diff.words import similarity, spans, words_of

_CODE = re.compile(r"^(?:\d+|[IVXLC]+)(?:\.\w+)*\.?\s+")


@dataclass(frozen=True)
class _Told:
    """A row that went or came: the change that tells it, where it stands, what its cells say."""

    change: Change
    place: Place
    cells: tuple[Cell, ...]

    @property
    def said(self) -> str:
        """What its cells say, in one line."""
        return row_said(self.cells)

    @property
    def alone(self) -> bool:
        """Whether it is told by itself, not with the whole of its table."""
        return self.change.subject is Subject.CRITERION


_Pair = tuple[_Told, _Told]


def with_moved_rows(changes: Sequence[Change], tables: Iterable[TableComparison]) -> list[Change]:
    """The changes with each such row told once; one that went along with its group moved not.

    Only a row that stands once on each side is known elsewhere. What its cells say otherwise
    is told with it.
    """
    gone, come = ([*_rows(changes, kind)] for kind in (Removed, Added))
    pairs = [*_once(gone, come, lambda row: (row.place.text, row.said))]
    for key in (lambda row: row.place.text), _name:
        known = {id(row) for pair in pairs for row in pair}
        gone, come = ([row for row in rows if id(row) not in known] for rows in (gone, come))
        pairs += (pair for pair in _once(gone, come, key) if _alike(*pair))
    pairs = [pair for pair in pairs if pair[0].alone or pair[1].alone]
    told = {id(row.change) for pair in pairs for row in pair if row.alone}
    tables = list(tables)
    above = _groups(table.old for table in tables), _groups(table.new for table in tables)
    went = {tuple(map(_known_as, pair)) for pair in pairs}
    groups = {place for side in above for place in side.values()}
    moved: list[Change] = []
    for one, other in pairs:
        if _groups_of((one, other), above) not in went:
            moved.append(_both(Moved, one, other))
        elif one.said != other.said and not groups & {one.place, other.place}:
            moved += _cells_changed(one, other)
    return [*(change for change in changes if id(change) not in told), *moved]


def _rows(changes: Iterable[Change], kind: type[Change]) -> Iterator[_Told]:
    """The rows that went or came: of their own, or with the whole of their table."""
    for change in changes:
        if not isinstance(change, kind):
            continue
        if change.subject is Subject.CRITERION:
            yield _Told(change, change.place, change.cells)
        elif change.subject in (Subject.APPENDIX, Subject.HEADING):
            for cell in (each for each in change.cells if not each.of_table):
                label = f"{change.place.label}{STEP}{cell.title}"
                yield _Told(change, replace(change.place, text=cell.title, label=label), cell.cells)


def _once(
    gone: Iterable[_Told], come: Iterable[_Told], key: Callable[[_Told], Hashable]
) -> Iterator[_Pair]:
    """The rows of one key, where each side has just one."""
    sides: list[dict[Hashable, list[_Told]]] = [defaultdict(list), defaultdict(list)]
    for side, rows in zip(sides, (gone, come), strict=True):
        for row in rows:
            side[key(row)].append(row)
    for name, rows in sides[0].items():
        others = sides[1].get(name, [])
        if len(rows) == len(others) == 1:
            yield rows[0], others[0]


def _name(row: _Told) -> Hashable:
    """The name of a row without its code, or a row of its own where that says little."""
    name = _CODE.sub("", row.place.text)
    return name if len(name.split()) >= LEAST else id(row)


def _alike(one: _Told, other: _Told) -> bool:
    """Whether two rows of one name say, name and cells, much the same."""
    words = [words_of([row.place.text, row.said], str) for row in (one, other)]
    return similarity(*words) >= WHOLE


def _groups(tables: Iterable[Rows]) -> Mapping[Place, Place]:
    """By row the group that it stands under."""
    lines = (line for rows in tables for line in rows.lines)
    return {line.place: line.parent.place for line in lines if line.parent}


def _known_as(row: _Told) -> Hashable:
    return row.place if row.alone else id(row.change)


def _groups_of(pair: _Pair, above: Sequence[Mapping[Place, Place]]) -> tuple[Hashable, ...]:
    """What the groups of a row are known as; of a table that is told whole it is the table."""
    return tuple(
        side.get(row.place) if row.alone else _known_as(row)
        for side, row in zip(above, pair, strict=True)
    )


def _cells_changed(one: _Told, other: _Told) -> Iterator[Change]:
    """What the cells of a row say otherwise since it went: its figures, then its words."""
    before, after = ({cell.key: cell for cell in row.cells} for row in (one, other))
    figures = {
        key: Figure(key, old.title, new.title, old.number, new.number)
        for key, old in before.items()
        if (new := after.get(key)) and None not in (old.number, new.number)
    }
    if changed := tuple(each for each in figures.values() if each.difference):
        yield replace(_both(Rescored, one, other), figures=changed, spans=())
    one, other = (
        replace(row, cells=tuple(cell for cell in row.cells if cell.key not in figures))
        for row in (one, other)
    )
    if one.said != other.said:
        yield _both(Changed, one, other)


def _both(kind: type[Change], one: _Told, other: _Told) -> Change:
    line = one.change if one.alone else other.change
    return kind(
        subject=line.subject, old=one.place, new=other.place,
        agencies=line.agencies, fields=line.fields,
        spans=spans(words_of([one.said], str), words_of([other.said], str)),
    )  # fmt: skip


def row_said(cells: Iterable[Cell]) -> str:
    """The cells of a row in one line."""
    return "; ".join(f"{each.title}: {each.text}" for each in cells)
