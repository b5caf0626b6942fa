"""Rows that went from one table and stand, word for word, in another: moved, not dropped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from docgen.diff.changes import Added, Cell, Change, Moved, Place, Removed, Subject
from docgen.diff.outline import STEP

_Row = tuple[str, str]  # what a row is called, and what its cells say


def with_moved_rows(changes: Sequence[Change]) -> list[Change]:
    """The changes with each such row told once; only of a row that stands once on each side."""
    gone, come = (_rows(changes, kind) for kind in (Removed, Added))
    moved: list[Change] = []
    told: set[int] = set()
    for row in gone:
        if len(gone[row]) == len(come.get(row, ())) == 1:
            (one, old), (other, new) = gone[row][0], come[row][0]
            lines = [each for each in (one, other) if each.subject is Subject.CRITERION]
            told |= set(map(id, lines))
            moved += (_moved(line, old, new) for line in lines[:1])
    return [*(change for change in changes if id(change) not in told), *moved]


def _rows(changes: Iterable[Change], kind: type[Change]) -> dict[_Row, list[tuple[Change, Place]]]:
    """The rows that went or came: of their own, or with the whole of their table."""
    found: dict[_Row, list[tuple[Change, Place]]] = defaultdict(list)
    for change in changes:
        if not isinstance(change, kind):
            continue
        if change.subject is Subject.CRITERION:
            found[change.place.text, row_said(change.cells)].append((change, change.place))
        elif change.subject in (Subject.APPENDIX, Subject.HEADING):
            for cell in change.cells:
                label = f"{change.place.label}{STEP}{cell.title}"
                place = replace(change.place, text=cell.title, label=label)
                found[cell.title, cell.text].append((change, place))
    return found


def _moved(line: Change, old: Place, new: Place) -> Change:
    return Moved(subject=line.subject, old=old, new=new, agencies=line.agencies, fields=line.fields)


def row_said(cells: Iterable[Cell]) -> str:
    """The cells of a row in one line."""
    return "; ".join(f"{each.title}: {each.text}" for each in cells)
