"""Edits held against a rebuild: with them made, the content must print what the sheets say.

Everything else on the paper must stay, figures and numbers that follow left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from docgen.accept.base import Base
from docgen.accept.change import Change
from docgen.accept.printed import Printed
from docgen.accept.prove import UNPROVED, borne_out
from docgen.edit.edits import Edit
from docgen.sheets.found import Found
from docgen.sheets.lines import Line, Sheet, Sheets, sheets_of
from docgen.sheets.words import key

Cell = tuple[str, ...] | None  # None: docgen computes it, or it stands in the line above
FOLLOWING = ("computed", "mark", "agency")


class Proof:
    """What a workbook changes, and which of it a rebuild bears out."""

    def __init__(
        self, base: Base, today: Sheets, found: Sequence[Found],
        again: Callable[[Sheets], Sequence[Found]],
    ) -> None:  # fmt: skip
        """`again`: what the same workbook changes of other content."""
        self.base = base
        self.today = today
        self.wishes = found
        self.again = again

    @property
    def found(self) -> list[Change]:
        """All changes."""
        return [each.change for each in self.wishes]

    def settled(self) -> list[Change]:
        """The changes, those that are not proved asked."""
        tried = [each for each in self.wishes if each.change.verdict == "applied"]
        held = {id(each) for each in borne_out(tried, self._holds)}
        return [
            each.change
            if each.change.verdict != "applied" or id(each) in held
            else replace(each.change, kind="unproved", verdict="asked", why=UNPROVED, edits=())
            for each in self.wishes
        ]

    def left(self, edits: Iterable[Edit]) -> list[Change] | None:
        """What the workbook says otherwise than a rebuild with these edits; None: no rebuild."""
        made = [*edits]
        again = self.base.with_edits(made) if made else self.base.paper
        if again is None:
            return None
        found = (each.change for each in self.again(sheets_of(again)))
        return [change for change in found if change.verdict != "already"]

    def _holds(self, tried: Sequence[Found]) -> bool:
        if not tried:
            return True
        again = self.base.with_edits(edit for each in tried for edit in each.change.edits)
        if again is None:
            return False
        sheets = sheets_of(again)
        same = _others(sheets) == _others(self.today)
        return same and all(
            _alike([*_wished(sheet, tried)], [_shape(line) for line in now.lines])
            for sheet, now in zip(self.today.sheets, sheets.sheets, strict=True)
        )


def _shape(line: Line) -> list[Cell]:
    return [
        key(line.words(at)) if state in ("open", "closed") else None
        for at, state in enumerate(line.states)
    ]


def _wished(sheet: Sheet, tried: Sequence[Found]) -> Iterator[list[Cell]]:
    """The lines of a sheet of today with what was changed."""
    own = [each for each in tried if each.sheet == sheet.name]
    gone = frozenset[str]().union(*(each.gone for each in own))
    cells = {spot: words for each in own for spot, words in each.cells.items()}
    came: defaultdict[str, list[Found]] = defaultdict(list)
    for each in own:
        if each.new:
            came[each.new.behind.address if each.new.behind else ""].append(each)
    for line in (None, *sheet.lines):
        if line and line.address not in gone:
            said = _shape(line)
            for at in range(len(said)):
                words = cells.get((line.address, at))
                said[at] = said[at] if words is None else key(words)
            yield said
        for each in came[line.address if line else ""]:
            assert each.new
            new = each.new.cells
            yield [key(new[at]) if at in new else None for at in range(len(sheet.columns))]


def _alike(wished: Sequence[Sequence[Cell]], printed: Sequence[Sequence[Cell]]) -> bool:
    return len(wished) == len(printed) and all(
        one is None or other is None or one == other
        for line, said in zip(wished, printed, strict=True)
        for one, other in zip(line, said, strict=True)
    )


def _others(sheets: Sheets) -> list[str]:
    """What the paper says outside the sheets."""
    paper: Printed = sheets.paper
    inside = {
        mark[0]
        for sheet in sheets.sheets
        for line in sheet.lines
        for cell in line.unit.cells
        for paragraph in cell
        for mark in paragraph.marks
        if isinstance(mark, tuple)
    }
    return [
        str(string)
        for number, string in enumerate(paper.strings)
        if number not in inside and str(string) and string.origin.kind not in FOLLOWING
    ]
