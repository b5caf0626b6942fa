"""Cells that somebody changed: what the workbook was, what it says, what the content says today."""

from __future__ import annotations

from dataclasses import dataclass, replace

from docgen.accept.ask import KEEP
from docgen.accept.carry import AS_NOW, CONFLICT
from docgen.accept.change import Change, Choice, Kind, Verdict
from docgen.accept.row_places import RowPlaces
from docgen.accept.rows import Rows
from docgen.accept.together import merged
from docgen.edit.edits import Empty, place_of
from docgen.sheets.lines import Line, Sheet, Sheets
from docgen.sheets.meant import Doubt, Words
from docgen.sheets.places import where_of_line
from docgen.sheets.words import content_form, joined, key, paragraph

AS_EXCEL = "theo tệp Excel"
SHARED = "Ô này dùng chung với dòng trên: sửa ở dòng đầu của các dòng chung."
NO_CELL = "Dòng này không có ô ở cột này: sửa tay trong tệp."


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """A cell of a workbook, the same however often it is looked at; `place` as Excel names it."""

    place: str


class Cells:
    """Makes changes of the cells of today's lines."""

    def __init__(self, today: Sheets, sheet: Sheet) -> None:
        self.today = today
        self.sheet = sheet
        self.rows = Rows(RowPlaces(today.paper), ())

    def change(
        self, line: Line, position: int, before: Words, said: Words | Doubt, spot: Spot
    ) -> Change | None:
        """What becomes of one cell; None where nothing does."""
        if said == before:
            return None
        change = self._change(line, position, before, said)
        if change is None:
            return None
        why = f"{spot.place}: {change.why}" if change.why else ""
        return replace(change, why=why, spot=spot, authors=())

    def _change(
        self, line: Line, position: int, before: Words, said: Words | Doubt
    ) -> Change | None:
        state, now = line.states[position], line.words(position)
        shown = joined(said) if not isinstance(said, Doubt) else ""
        if state in ("above", "closed"):
            why = SHARED if state == "above" else NO_CELL
            where = where_of_line(self.today, line)
            return Change("cell", "refused", where, joined(before), shown, why=why)
        if isinstance(said, Doubt):
            return self._doubtful(line, position, said)
        if key(said) == key(now):
            where = where_of_line(self.today, line)
            return Change("cell", "already", where, joined(before), shown)
        if key(now) == key(before):
            return self._one(line, position, said)
        both = merged(*map(joined, (before, now, said))) if _single(before, now, said) else None
        if both is not None:
            return self._one(line, position, (both,))
        return self._conflict(line, position, before, said)

    def _one(self, line: Line, position: int, said: Words) -> Change | None:
        """The change that gives a cell of today its new words."""
        old, column = line.unit.cells[position], self.sheet.columns[position]
        if not said and (emptied := self._emptied(line, position)):
            return emptied
        new = tuple(paragraph(content_form(each, column)) for each in said)
        found = [*self.rows.cell(line.unit, position, old, new)]
        if not found:
            return None
        now = joined(line.words(position))
        doubtful = next((each for each in found if each.verdict != "applied"), None)
        if doubtful:
            return replace(doubtful, old=now, new=joined(said))
        edits = tuple(edit for each in found for edit in each.edits)
        return replace(found[0], old=now, new=joined(said), edits=edits)

    def _emptied(self, line: Line, position: int) -> Change | None:
        """A number that is taken away."""
        origins = self.today.origins(line, position)
        text = origins[0].text if origins and origins[0].kind == "number" else None
        if text is None:
            return None
        edit = Empty(text.source, place_of(text))
        return Change(
            "number", "applied", text.where, joined(line.words(position)), "", edits=(edit,)
        )

    def _doubtful(self, line: Line, position: int, doubt: Doubt) -> Change:
        """A cell of which it is not known what was meant; with edits only by an answer."""
        first = line.unit.cells[position]
        tries = [(words, self._one(line, position, words)) for words in doubt.meant]
        choices = tuple(
            Choice(f"ghi {joined(words)}", each.edits if each else (), as_word=False)
            for words, each in tries
            if each is None or each.verdict == "applied"
        )
        known = next((each for _, each in tries if each), None)
        where = known.where if known else where_of_line(self.today, line)
        old = joined(tuple(each.text for each in first))
        kind: Kind = known.kind if known else "cell"
        verdict: Verdict = "asked" if choices else "refused"
        options = (*choices, KEEP) if choices else ()
        new = joined(doubt.shown)
        return Change(kind, verdict, where, old, new, why=doubt.why, choices=options)

    def _conflict(self, line: Line, position: int, before: Words, said: Words) -> Change | None:
        change = self._one(line, position, said)
        if change is None:
            return None
        edits = change.edits if change.verdict == "applied" else ()
        choices = (Choice(AS_EXCEL, edits), Choice(AS_NOW, as_word=False)) if edits else ()
        return replace(
            change, kind="conflict", verdict="asked", old=joined(before), edits=(),
            today=joined(line.words(position)), why=CONFLICT, choices=choices,
        )  # fmt: skip


def _single(*cells: Words) -> bool:
    return all(len(each) == 1 for each in cells)
