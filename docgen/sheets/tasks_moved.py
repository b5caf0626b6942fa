"""Tasks that were given to another agency: one moves as it is written, all of one are asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from docgen.accept.ask import KEEP, of_agency
from docgen.accept.change import Change, holder
from docgen.accept.words import AGENCY
from docgen.edit.apply import move
from docgen.edit.edits import Delete, Edit, Insert, Reword, Steps
from docgen.plan.agencies import references
from docgen.plan.source import Source
from docgen.sheets.found import Found, NewLine
from docgen.sheets.lines import AGENCY_POSITION, TASK_POSITION, Line, Sheet, Sheets
from docgen.sheets.meant import Words
from docgen.sheets.places import place_of_line, where_of_line
from docgen.sheets.words import joined, key

NOT_MOVED = "Chưa có phân công nào của “{}”: chuyển tay trong tệp."


class Moves:
    """The tasks of one sheet whose agency is another now."""

    def __init__(self, today: Sheets, sheet: Sheet, agencies: Mapping[str, Words]) -> None:
        """`agencies` are what stands in the workbook now, by the addresses of today."""
        self.today = today
        self.sheet = sheet
        self.agencies = agencies

    def found(self, line: Line, spot: object, reworded: Change | None) -> Found | None:
        """What becomes of a task; `reworded`: its words changed too. None: told at the first."""
        agency = self.agencies[line.address]
        own = [each for each in self.sheet.lines if each.assignment is line.assignment]
        given = {key(self.agencies.get(each.address, ())) for each in own}
        if given == {key(agency)}:
            return self._all(line, agency, spot) if own[0] is line else None
        return self._one(line, agency, spot, reworded)

    def _change(self, line: Line, agency: Words, spot: object) -> Change:
        task = joined(line.words(TASK_POSITION))
        old, new = (f"{joined(each)}: {task}" for each in (line.words(AGENCY_POSITION), agency))
        where = where_of_line(self.today, line)
        return Change("agency", "asked", where, old, new, spot=spot)

    def _all(self, line: Line, agency: Words, spot: object) -> Found:
        """All that an assignment has: its agency is another, or only called otherwise."""
        assert line.assignment
        called = references(line.assignment)
        origins = (each.origin for each in self.today.paper.strings)
        printed = (
            each for each in origins if each.kind == "agency" and called and each.text is called[0]
        )
        origin = next(printed, None)
        choices = of_agency(self.today.paper, origin, joined(agency)) if origin else [KEEP]
        change = replace(self._change(line, agency, spot), why=AGENCY, choices=tuple(choices))
        return Found(change, self.sheet.name)

    def _one(self, line: Line, agency: Words, spot: object, reworded: Change | None) -> Found:
        """A task goes behind the last that the other agency has."""
        change = self._change(line, agency, spot)
        if reworded and reworded.verdict != "applied":
            return Found(reworded, self.sheet.name)
        own = self._item(line)
        others = [
            each for each in self.sheet.lines if key(each.words(AGENCY_POSITION)) == key(agency)
        ]
        for other in reversed(others):
            there = self._item(other)
            if own is None or there is None or there[0] is not own[0]:
                continue
            to = (*there[1][:-1], int(there[1][-1]) + 1)
            task = line.words(TASK_POSITION)
            edits = _edits(own[0], own[1], to, reworded)
            if reworded:
                task = (reworded.new,)
            cells = {AGENCY_POSITION: agency, TASK_POSITION: task}
            return Found(
                replace(change, kind="move", verdict="applied", edits=edits), self.sheet.name,
                gone=frozenset((line.address,)), new=NewLine(self.sheet.name, other, cells),
            )  # fmt: skip
        return Found(replace(change, why=NOT_MOVED.format(joined(agency))), self.sheet.name)

    def _item(self, line: Line) -> tuple[Source, Steps] | None:
        """The item of a list of tasks that a line is."""
        known = place_of_line(self.today, line)
        item = holder(known[1]) if known else None
        return (known[0], item) if known and item and item[-2:-1] == ("tasks",) else None


def _edits(source: Source, item: Steps, to: Steps, reworded: Change | None) -> tuple[Edit, ...]:
    """An item moves as it is written, or with its new words."""
    if not reworded:
        return tuple(move(source, item, to))
    new = next((each.new for each in reworded.edits if isinstance(each, Reword)), reworded.new)
    return (Delete(source, item), Insert(source, to, new))
