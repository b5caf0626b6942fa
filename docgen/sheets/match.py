"""The lines of a workbook as they were written beside those of the content as it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from docgen.redline.alignment import aligned
from docgen.sheets.hidden import Before
from docgen.sheets.lines import ROOT, TASK_POSITION, Line, Sheet


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """A line of either side: `line` of today, or `before`."""

    kind: str
    cells: tuple[tuple[str, ...], ...]
    line: Line | None = None
    before: Before | None = None

    @property
    def title(self) -> tuple[tuple[str, ...], ...]:
        """Its number and its name, or whose task it is and what: the first two columns."""
        return self.cells[:2]


def today(before: Sequence[Before], sheet: Sheet) -> Mapping[str, Line]:
    """The line of today's content for each address of the workbook that still has one."""
    keys = [column.key for column in sheet.columns]
    old = [
        _Side(each.kind, tuple(each.cells.get(key, ()) for key in keys), before=each)
        for each in before
        if each.address != ROOT
    ]
    known = {each.address for each in before}
    lines = [line for line in sheet.lines if line.address != ROOT]
    new = [
        _Side(line.kind, tuple(_said(line, at) for at in range(len(keys))), line) for line in lines
    ]
    if len(old) < len(lines):  # of an agency, or some rows: the others are no lines of the workbook
        chosen = [each for each in new if each.line and each.line.address in known]
        if [each.cells for each in chosen] == [each.cells for each in old]:
            new = chosen
    sides = aligned(old, new, [lambda each: (each.kind, each.cells), _named], _nearness)
    sides += _moved(sides, is_tasks=sheet.table is None)
    found = {
        one.before.address: other.line
        for one, other in sides
        if one and other and one.before and other.line
    }
    total = next((line for line in sheet.lines if line.address == ROOT), None)
    return {**found, ROOT: total} if total else found


def _moved(
    sides: Sequence[tuple[_Side | None, _Side | None]], *, is_tasks: bool
) -> list[tuple[_Side | None, _Side | None]]:
    """What went in one place and came in another: the same task, a row of the same name."""

    def called(side: _Side) -> object:
        return side.kind, side.cells[TASK_POSITION] if is_tasks else side.title

    came = {called(other): other for one, other in sides if other and not one}
    gone = [one for one, other in sides if one and not other and any(one.title)]
    return [(one, came.get(called(one))) for one in gone]


def _said(line: Line, position: int) -> tuple[str, ...]:
    return line.words(position) if line.states[position] in ("open", "computed") else ()


def _named(side: _Side) -> object:
    """The second thing that two lines may have in common: their number and name."""
    return (side.kind, side.title) if any(side.title) else id(side)


def _nearness(one: _Side, other: _Side) -> float:
    if one.kind != other.kind:
        return 0
    sides = (" ".join(" ".join(cell) for cell in each.cells).split() for each in (one, other))
    return Indel.normalized_similarity(*sides)
