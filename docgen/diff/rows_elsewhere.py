"""Rows that went from one table and stand, word for word, in another: moved, not dropped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from docgen.diff.changes import Added, Cell, Change, Moved, Place, Removed, Subject
from docgen.diff.outline import STEP
from docgen.diff.rows import Rows
from docgen.diff.tables import TableComparison

_Row = tuple[str, str]  # what a row is called, and what its cells say


@dataclass(frozen=True)
class _Told:
    """A row that went or came: the change that tells it, and where it stands."""

    change: Change
    place: Place

    @property
    def alone(self) -> bool:
        """Whether it is told by itself, not with the whole of its table."""
        return self.change.subject is Subject.CRITERION


_Pair = tuple[_Told, _Told]


def with_moved_rows(changes: Sequence[Change], tables: Iterable[TableComparison]) -> list[Change]:
    """The changes with each such row told once, and those below a group with their group.

    Only a row that stands once on each side is known elsewhere.
    """
    gone, come = (_rows(changes, kind) for kind in (Removed, Added))
    pairs = [
        (gone[row][0], come[row][0])
        for row in gone
        if len(gone[row]) == len(come.get(row, ())) == 1
    ]
    pairs = [pair for pair in pairs if pair[0].alone or pair[1].alone]
    told = {id(row.change) for pair in pairs for row in pair if row.alone}
    tables = list(tables)
    above = _groups(table.old for table in tables), _groups(table.new for table in tables)
    went = {tuple(map(_known_as, pair)) for pair in pairs}
    moved = [_moved(*pair) for pair in pairs if _groups_of(pair, above) not in went]
    return [*(change for change in changes if id(change) not in told), *moved]


def _rows(changes: Iterable[Change], kind: type[Change]) -> dict[_Row, list[_Told]]:
    """The rows that went or came: of their own, or with the whole of their table."""
    found: dict[_Row, list[_Told]] = defaultdict(list)
    for change in changes:
        if not isinstance(change, kind):
            continue
        if change.subject is Subject.CRITERION:
            found[change.place.text, row_said(change.cells)].append(_Told(change, change.place))
        elif change.subject in (Subject.APPENDIX, Subject.HEADING):
            for cell in change.cells:
                label = f"{change.place.label}{STEP}{cell.title}"
                place = replace(change.place, text=cell.title, label=label)
                found[cell.title, cell.text].append(_Told(change, place))
    return found


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


def _moved(one: _Told, other: _Told) -> Change:
    line = one.change if one.alone else other.change
    return Moved(
        subject=line.subject, old=one.place, new=other.place,
        agencies=line.agencies, fields=line.fields,
    )  # fmt: skip


def row_said(cells: Iterable[Cell]) -> str:
    """The cells of a row in one line."""
    return "; ".join(f"{each.title}: {each.text}" for each in cells)
