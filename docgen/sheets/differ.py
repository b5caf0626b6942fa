"""A workbook that came back held against content: three ways, line by line, by address."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from docgen.accept.carry import GONE
from docgen.accept.cells import COMPUTED
from docgen.accept.change import Change
from docgen.rules.arithmetic import MAX, SCORE
from docgen.sheets import match
from docgen.sheets.cells import Typed
from docgen.sheets.cells_changed import Cells, Spot
from docgen.sheets.found import Found
from docgen.sheets.hidden import Before
from docgen.sheets.lines import AGENCY, AGENCY_POSITION, ROOT, Line, Sheet, Sheets
from docgen.sheets.meant import Doubt, Numbers, Words, meant
from docgen.sheets.places import where_of_line
from docgen.sheets.read import Came, Returned
from docgen.sheets.rows_in import Comers, Put
from docgen.sheets.rows_out import Gone
from docgen.sheets.tasks_moved import Moves
from docgen.sheets.words import is_as_before, joined, key
from docgen.sheets.workbook import digits_of
from docgen.vietnamese import parse_decimal

BROKEN = "công thức hỏng; docgen tự tính lại ô này, không phải sửa"


class Differ:
    """What a workbook says otherwise than the content that it is held against."""

    def __init__(self, returned: Returned) -> None:
        self.returned = returned
        self.spots: dict[tuple[int, str], Spot] = {}

    def found(self, today: Sheets) -> list[Found]:
        """The changes of all sheets, in the order of the workbook."""
        named = {sheet.name: sheet for sheet in today.sheets}
        return [
            each
            for name, lines in self.returned.sheets.items()
            if name in named
            for each in _OneSheet(self, today, named[name], lines).found()
        ]

    def is_of(self, today: Sheets) -> bool:
        """Whether the content still says what it said when the workbook was written."""
        named = {sheet.name: sheet for sheet in today.sheets}
        for name, before in self.returned.written.sheets.items():
            known = match.today(before, named[name], {}) if name in named else {}
            for each in before:
                line = known.get(each.address)
                if line is None or not is_as_before(named[name], line, each):
                    return False
        return True

    def spot(self, came: Came, column: str) -> Spot:
        """What a cell is called, the same each time it is asked for."""
        known = (id(came), column)
        if known not in self.spots:
            ref = came.cells[column].ref
            self.spots[known] = Spot(f"Ô {ref} của sheet “{came.sheet}”")
        return self.spots[known]


class _OneSheet:
    """One sheet of a workbook beside that of the content."""

    def __init__(self, differ: Differ, today: Sheets, sheet: Sheet, lines: Sequence[Came]) -> None:
        self.differ = differ
        self.today = today
        self.sheet = sheet
        self.lines = lines
        self.before = {each.address: each for each in differ.returned.written.sheets[sheet.name]}
        self.own = self._originals()
        now = {address: _words(came) for address, came in self.own.items()}
        self.known = match.today([*self.before.values()], sheet, now)
        self.cells = Cells(today, sheet)
        self._of_columns: dict[str, Numbers | None] = {}
        self.moves = Moves(today, sheet, self._agencies())

    def _originals(self) -> dict[str, Came]:
        """The line that each address is of; a copy of it counts as put in."""
        by_address: defaultdict[str, list[Came]] = defaultdict(list)
        for came in self.lines:
            if came.address in self.before:
                by_address[came.address].append(came)
        return {
            address: max(same, key=lambda came: self._same(came, self.before[address]))
            for address, same in by_address.items()
        }

    @staticmethod
    def _same(came: Came, before: Before) -> int:
        """How many cells of a line still say what they said."""
        return sum(
            came.cells[each].words == words for each, words in before.cells.items()
            if each in came.cells
        )  # fmt: skip

    def found(self) -> Iterator[Found]:
        """Cells first, then lines that went, lines that came."""
        for came in self.lines:
            if self.own.get(came.address) is came:
                yield from self._line(came)
        missing = {
            line.address: before
            for address, before in self.before.items()
            if address not in self.own and address != ROOT and (line := self.known.get(address))
        }
        yield from Gone(self.today, self.sheet, missing).found()
        strangers = {id(each) for each in self.known.values()}
        others = [each for each in self.sheet.lines if id(each) not in strangers]
        comers = Comers(self.today, self.sheet, others, is_sorted=self._is_sorted())
        yield from map(comers.found, self._put())

    # ---------------------------------------------------------------------------------- cells

    def _line(self, came: Came) -> Iterator[Found]:
        line, before = self.known.get(came.address), self.before[came.address]
        moves = (
            line is not None and line.address in self.moves.agencies and self._moves(line, before)
        )
        for name, typed in self._in_order(came):
            at, spot = self.sheet.position(name), self.differ.spot(came, name)
            if line is None or at is None:
                yield from self._of_nothing(came, name, typed, before, spot)
                continue
            if self.sheet.table is None and at == AGENCY_POSITION:
                continue  # told with the task
            change = self._cell(came, line, at, typed, before, spot)
            if moves:
                if found := self.moves.found(line, spot, change):
                    yield found
            elif change:
                said = self._said(came, at, typed, before)
                cells = (
                    {} if isinstance(said, Doubt) else {(line.address, at): self._now(change, said)}
                )
                yield Found(change, self.sheet.name, cells)

    def _in_order(self, came: Came) -> list[tuple[str, Typed]]:
        """The cells of a line as the content has their columns, wherever these stand now."""
        places = {column.key: at for at, column in enumerate(self.sheet.columns)}
        return sorted(came.cells.items(), key=lambda each: places.get(each[0], len(places)))

    def _moves(self, line: Line, before: Before) -> bool:
        """Whether a task was given to another agency than it has today."""
        agency = key(self.moves.agencies[line.address])
        known = before.cells.get(AGENCY, ()), line.words(AGENCY_POSITION)
        return agency not in map(key, known)

    def _agencies(self) -> dict[str, Words]:
        """Whose each task is in the workbook, by the addresses of today."""
        if self.sheet.table is not None:
            return {}
        return {
            line.address: came.cells[AGENCY].words
            for address, came in self.own.items()
            if AGENCY in came.cells and (line := self.known.get(address))
        }

    @staticmethod
    def _now(change: Change, said: Words) -> Words:
        """What a cell says with its change made: both sides' words where both were taken."""
        return (change.new,) if len(said) == 1 else said

    def _of_nothing(
        self, came: Came, name: str, typed: Typed, before: Before, spot: Spot
    ) -> Iterator[Found]:
        """A cell whose line or column the content has not any more, if somebody changed it."""
        old = before.cells.get(name)
        if old is None:
            return
        said = meant(typed, old, self._numbers(came, name))
        if said != old:
            new = joined(typed.words)
            why = f"{spot.place}: {GONE}"
            change = Change("conflict", "asked", None, joined(old), new, why=why, spot=spot)
            yield Found(change, self.sheet.name)

    def _cell(
        self, came: Came, line: Line, at: int, typed: Typed, before: Before, spot: Spot
    ) -> Change | None:
        state, name = line.states[at], self.sheet.columns[at].key
        if state == "computed":
            return self._computed(line, at, typed, before.cells.get(name, ()), spot)
        if name not in before.cells and state == "open":
            return None  # too long for a cell, or shared when the workbook was written
        old = before.cells.get(name, ())
        return self.cells.change(line, at, old, self._said(came, at, typed, before), spot)

    def _said(self, came: Came, at: int, typed: Typed, before: Before) -> Words | Doubt:
        column = self.sheet.columns[at]
        old = before.cells.get(column.key, ())
        return meant(typed, old, self._numbers(came, column.key))

    def _computed(
        self, line: Line, at: int, typed: Typed, before: Words, spot: Spot
    ) -> Change | None:
        """A cell that docgen computes: only what was typed over it is told."""
        where = where_of_line(self.today, line)
        if typed.kind == "error":
            why = f"{spot.place} ({joined(typed.words)}): {BROKEN}"
            return Change("computed", "refused", where, joined(before), "", why=why, spot=spot)
        if typed.formula or typed.kind in ("nothing", "formula") or typed.words == before:
            return None
        number = typed.number
        if number is not None and number == parse_decimal(joined(before).split(" (")[0]):
            return None
        said = meant(typed, before, Numbers(digits=typed.digits or 0))
        words = joined(typed.words) if isinstance(said, Doubt) else joined(said)
        if line.kind == "total" or isinstance(said, Doubt):
            why = f"{spot.place}: {COMPUTED}"
            return Change("computed", "refused", where, joined(before), words, why=why, spot=spot)
        return self.cells.change(line, at, before, said, spot)

    def _numbers(self, came: Came, name: str) -> Numbers | None:
        """What is known of the numbers around a cell; None where it holds no number."""
        if name not in self._of_columns:
            self._of_columns[name] = self._of_column(name)
        known = self._of_columns[name]
        most = came.cells[MAX].number if name == SCORE and MAX in came.cells else None
        return replace(known, most=most) if known else None

    def _of_column(self, name: str) -> Numbers | None:
        at = self.sheet.position(name)
        if at is None or not self.sheet.columns[at].is_number:
            return None
        column = self.sheet.columns[at].column
        known = (
            parse_decimal(words)
            for each in self.sheet.lines
            if each.states[at] == "open"
            for words in each.words(at)
        )
        greatest = max((abs(each) for each in known if each is not None), default=None)
        integer = column is not None and column.kind == "integer"
        return Numbers(digits_of(self.sheet, at) or 0, integer, None, greatest)

    # ---------------------------------------------------------------------------------- lines

    def _is_sorted(self) -> bool:
        """Whether lines stand in another order than they were written in."""
        order = {address: number for number, address in enumerate(self.before)}
        places = [order[came.address] for came in self.lines if self._known(came)]
        return any(one > other for one, other in pairwise(places))

    def _known(self, came: Came) -> Line | None:
        """The line of today that a line of the workbook is."""
        if self.own.get(came.address) is not came or came.address == ROOT:
            return None
        return self.known.get(came.address)

    def _put(self) -> Iterator[Put]:
        """The lines that were put in, each between those that stand above and below it."""
        lines = [self._known(came) for came in self.lines]
        for number, came in enumerate(self.lines):
            if came.address == ROOT or self.own.get(came.address) is came:
                continue
            cells: dict[int, Words | Doubt] = {}
            for name, typed in came.cells.items():
                at = self.sheet.position(name)
                column = self.sheet.columns[at].column if at is not None else None
                if at is not None and not (column and (column.compute or column.kind == "order")):
                    cells[at] = meant(typed, (), self._numbers(came, name))
            if any(cells.values()):
                above = next((each for each in reversed(lines[:number]) if each), None)
                below = next((each for each in lines[number + 1 :] if each), None)
                yield Put(came, cells, above, below)


def _words(came: Came) -> dict[str, Words]:
    """What the cells of a line hold, as they stand."""
    return {name: typed.words for name, typed in came.cells.items()}
