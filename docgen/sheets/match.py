"""The lines of a workbook as they were written beside those of the content as it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from docgen.redline.alignment import aligned
from docgen.sheets.hidden import Before
from docgen.sheets.lines import ROOT, TASK_POSITION, Line, Sheet

TITLE = 2  # columns that say what a row is called: its number and its name


Called = tuple[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """A line of either side: `line` of today, or `before`.

    `title` is what it is called: its number and name, or the task itself.
    """

    kind: str
    cells: tuple[tuple[str, ...], ...]
    title: tuple[tuple[str, ...], ...]
    line: Line | None = None
    before: Before | None = None

    @property
    def called(self) -> Called:
        """Equal for lines that are called the same."""
        return self.kind, self.title


def today(
    before: Sequence[Before], sheet: Sheet, now: Mapping[str, Mapping[str, Sequence[str]]]
) -> Mapping[str, Line]:
    """The line of today's content for each address of the workbook that still has one.

    `now` is what the workbook says of them by now, by the keys of the columns: a line of today
    that says just that is the one.
    """
    keys = [column.key for column in sheet.columns]
    title = slice(TASK_POSITION, None) if sheet.table is None else slice(TITLE)
    old = [
        _Side(each.kind, cells, cells[title], before=each)
        for each in before
        if each.address != ROOT
        for cells in [tuple(each.cells.get(key, ()) for key in keys)]
    ]
    known = {each.address for each in before}
    new = [
        _Side(line.kind, cells, cells[title], line)
        for line in sheet.lines
        if line.address != ROOT
        for cells in [tuple(_said(line, at) for at in range(len(keys)))]
    ]
    if len(old) < len(new):  # of an agency, or some rows: the others are no lines of the workbook
        chosen = [each for each in new if each.line and each.line.address in known]
        if [each.cells for each in chosen] == [each.cells for each in old]:
            new = chosen
    sides = aligned(old, new, [lambda each: (each.kind, each.cells), _named], _nearness)
    wished = {
        address: tuple(tuple(cells.get(key, ())) for key in keys)[title]
        for address, cells in now.items()
    }
    sides += _elsewhere(sides, wished)
    found = {
        one.before.address: other.line
        for one, other in sides
        if one and other and one.before and other.line
    }
    total = next((line for line in sheet.lines if line.address == ROOT), None)
    return {**found, ROOT: total} if total else found


def _elsewhere(
    sides: Sequence[tuple[_Side | None, _Side | None]],
    wished: Mapping[str, tuple[tuple[str, ...], ...]],
) -> list[tuple[_Side | None, _Side | None]]:
    """What went in one place and came in another, or came as the workbook says it."""
    came = {other.called: other for one, other in sides if other and not one}
    gone = [one for one, other in sides if one and one.before and not other]
    found: list[tuple[_Side | None, _Side | None]] = []
    for one in gone:
        assert one.before
        names = (one.title, wished.get(one.before.address, ()))
        twins = (came.pop((one.kind, name), None) for name in names if any(name))
        twin = next(filter(None, twins), None)
        found.append((one, twin))
    return found


def _said(line: Line, position: int) -> tuple[str, ...]:
    return line.words(position) if line.states[position] in ("open", "computed") else ()


def _named(side: _Side) -> object:
    """The second thing that two lines may have in common: what they are called."""
    return side.called if any(side.title) else id(side)


def _nearness(one: _Side, other: _Side) -> float:
    """How alike two lines are; of tasks only what is to be done counts, not by whom."""
    if one.kind != other.kind:
        return 0
    of = slice(-len(one.title), None) if one.kind == "task" else slice(None)
    sides = (" ".join(" ".join(cell) for cell in each.cells[of]).split() for each in (one, other))
    return Indel.normalized_similarity(*sides)
