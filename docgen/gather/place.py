"""Where on paper and in the content something stands: the part, the heading, the row, the column.

The names are those of `docgen diff`; the line is that of the letter that is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docgen.accept.letters import ENDINGS, letters
from docgen.accept.printed import Printed, String
from docgen.accept.units import Line, TableRow
from docgen.diff.head import head_labels
from docgen.diff.outline import STEP, Outline, Owner
from docgen.finding import Where
from docgen.gather.wish import Spot
from docgen.plan.table import Row
from docgen.view.inline import Inline, Styled
from docgen.view.origin import Origin

TEMPLATE = "Chữ của tệp mẫu"
TOP = "Đầu văn bản"
LONGEST = 60


@dataclass(frozen=True, slots=True)
class Place:
    """What an officer calls the place, and its line of the content; None: the template says it."""

    label: str
    where: Where | None


class Places:
    """The places of a built paper."""

    def __init__(self, base: Printed) -> None:
        self.base = base
        outline = Outline(base.plan)
        self.labels = dict(head_labels(base.plan))
        places = [owner.place for owner in outline.owners]
        for place in (*places, *(entry.place for entry in outline.entries)):
            self.labels.setdefault(place.where, place.label)
        self.tables = {id(row): owner for owner in outline.owners for row in _rows_of(owner)}

    def of(self, spot: Spot, start: int = 0, end: int | None = None) -> Place:
        """The place of the letters from `start` to `end` of a line, or of the spot as a whole."""
        if spot.unit < 0:
            return Place(TOP, None)
        found = self._string(spot, start, end)
        unit = self.base.units[spot.unit]
        if found is None:
            words = unit.text if isinstance(unit, Line) else self._row_name(unit)
            return Place(f"{TEMPLATE}: {_short(words)}", None)
        string, at = found
        where = self._where(string, at)
        if isinstance(unit, TableRow):
            return Place(self._cell_label(unit, spot, string.origin), where)
        return Place(self._label(string.origin), where)

    def origin(self, spot: Spot, start: int, end: int) -> Origin | None:
        """What printed the letters of a line; None: the template."""
        found = self._string(spot, start, end)
        return found[0].origin if found else None

    def _string(self, spot: Spot, start: int, end: int | None) -> tuple[String, int] | None:
        """The string of the content that is meant, and the number of its letter."""
        unit = self.base.units[spot.unit]
        if isinstance(unit, TableRow) and spot.cell < 0:
            cells = range(len(unit.cells))
            found = (self._string(Spot(spot.unit, cell), 0, None) for cell in cells)
            return next((each for each in found if each), None)
        if isinstance(unit, TableRow):
            lines = unit.cells[spot.cell]
            blank = self.base.blanks.get((unit, spot.cell))
            if not lines:
                return (self.base.strings[blank], 0) if blank is not None else None
            line = lines[min(spot.line, len(lines) - 1)]
        else:
            line = unit
        return self._of_line(line, start, len(line.text) if end is None else end)

    def _of_line(self, line: Line, start: int, end: int) -> tuple[String, int] | None:
        """Inside the stretch first, then beside it; words before marks that docgen sets."""
        inside = range(start, end)
        beside = sorted(range(len(line.marks)), key=lambda at: abs(at - start))
        known = [
            (self.base.strings[mark[0]], mark[1])
            for at in (*inside, *beside)
            if isinstance(mark := line.marks[at], tuple)
        ]
        words = (each for each in known if each[0].origin.kind != "mark")
        return next(words, known[0] if known else None)

    def _where(self, string: String, at: int) -> Where | None:
        """The line of one letter of a string."""
        origin = string.origin
        if origin.kind != "text" or origin.text is None:
            return origin.where
        known = letters(
            origin.text, self.base.names_in(string), marked=isinstance(string, Inline | Styled)
        )
        whole = "".join(each.said for each in known)
        core = whole if whole in str(string) else whole.rstrip(ENDINGS)
        index = at - max(str(string).find(core), 0)
        if not core or not 0 <= index < len(known):
            return origin.where
        return origin.text.locate(known[index].start)

    def _label(self, origin: Origin) -> str:
        where = origin.where
        if where is None:
            return TEMPLATE
        if where in self.labels:
            return self.labels[where]
        above = [each for each in self.labels if each.file == where.file and each <= where]
        return self.labels[max(above)] if above else TOP

    def _cell_label(self, unit: TableRow, spot: Spot, origin: Origin) -> str:
        owner = self.tables.get(id(origin.row)) if origin.row else None
        above = owner.place.label if owner else self._label(origin)
        column = origin.column.title.value if origin.column and spot.cell >= 0 else ""
        return STEP.join(filter(None, (above, self._row_name(unit), " ".join(column.split()))))

    @staticmethod
    def _row_name(unit: TableRow) -> str:
        """The first two cells of a row: its number and its name."""
        words = (" ".join(line.text for line in cell) for cell in unit.cells)
        first = [each for each in words if each][:2]
        return f"dòng {_short(' '.join(first))}"


def _rows_of(owner: Owner) -> Iterator[Row]:
    def below(rows: Iterable[Row]) -> Iterator[Row]:
        for row in rows:
            yield row
            yield from below(row.rows)

    return (row for table in owner.tables.values() for row in below(table.rows))


def _short(words: str) -> str:
    if len(words) <= LONGEST:
        return words
    return f"{words[:LONGEST].rpartition(' ')[0]}…"
