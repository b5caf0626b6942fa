"""The cells of tables that belong to one year, emptied in the next year's content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from yaml.nodes import MappingNode, Node, SequenceNode

from docgen.edit.edits import Edit, Empty, Steps
from docgen.edit.last_year import standing
from docgen.edit.yaml_edit import COMPUTED, TO_FILL, Entry, entries
from docgen.load.nodes import is_blank
from docgen.plan.dates import Period
from docgen.plan.missing import in_sentence
from docgen.plan.source import Source
from docgen.plan.table import columns_named

Said = tuple[str, str, str]  # a row's label, a column's key, the text of the cell
LONGEST_NOTE = 60


@dataclass(frozen=True, slots=True)
class Years:
    """The years of the plans; a plan is about the results of the year before it."""

    new: Period
    old: Period

    @property
    def result(self) -> int:
        """The year that the new plan is about."""
        return self.new - 1

    @property
    def follow(self) -> bool:
        """Whether the new plan comes right after the old one."""
        return self.new == self.old.last + 1

    def with_last(self, note: str, last: str) -> str:
        """A note with what stood there; a long text is cut, `docgen todo` has it whole."""
        shown = " ".join(last.replace("#", " ").split())
        if len(shown) > LONGEST_NOTE:
            shown = f"{shown[:LONGEST_NOTE].rsplit(' ', 1)[0]}…"
        return f"{note} (năm {self.old - 1}: {shown})" if shown else note


def tables_of(node: Node, place: Steps = ()) -> Iterator[tuple[Steps, Mapping[str, Entry]]]:
    """Every table in a file, at any depth, with its place."""
    if isinstance(node, SequenceNode):
        for number, child in enumerate(node.value):
            yield from tables_of(child, (*place, number))
    elif isinstance(node, MappingNode):
        for key, entry in entries(node).items():
            if key == "table":
                yield (*place, key), entries(entry.value)
            yield from tables_of(entry.value, (*place, key))


class YearlyCells:
    """Empties the cells of a table that belong to one year.

    A text stays that many rows share, or that the row had the year before too: it is no case of
    one year, and `to_do` asks to confirm it.
    """

    def __init__(
        self,
        source: Source,
        place: Steps,
        table: Mapping[str, Entry],
        years: Years,
        before: frozenset[Said],
    ) -> None:
        self.source = source
        self.place = place
        self.table = table
        self.years = years
        columns = [
            {key: str(entry.value.value) for key, entry in entries(column).items()}
            for column in (table["columns"].value.value if "columns" in table else ())
            if not is_blank(column)
        ]
        self.notes = {
            column["key"]: f"{TO_FILL}: {in_sentence(column['title'])} năm {years.result}"
            for column in columns
            if column.get("yearly") == "yes"
        }
        self.keys = tuple(column["key"] for column in columns)
        self.before = before
        texts = {column["key"] for column in columns if column["key"] in self.notes
                 and column.get("kind", "text") == "text"}  # fmt: skip
        rows = _every(table["rows"].value) if "rows" in table else ()
        self.standing = standing(
            [{key: _words(cell.value) for key, cell in row.items() if key in texts} for row in rows]
        )
        self.texts = texts
        self.computed = {column["key"] for column in columns if column.get("compute")}
        self.computed_in_groups = {column["key"] for column in columns if column.get("group")}

    def edits(self) -> Iterator[Edit]:
        """What is emptied in the rows and in the line of totals."""
        if "rows" in self.table:
            yield from self._rows(self.table["rows"].value, (*self.place, "rows"))
        stated = entries(self.table["total"].value).get("stated") if "total" in self.table else None
        for key, number in entries(stated.value if stated else None).items():
            note = f"{TO_FILL} khi có số công bố năm {self.years.result}"
            note = self.years.with_last(note, _words(number.value))
            yield Empty(self.source, (*self.place, "total", "stated", key), note)

    def _rows(self, node: Node, place: Steps) -> Iterator[Edit]:
        """Empties the cells of all rows and of the rows below them."""
        for number, row in enumerate(node.value if isinstance(node, SequenceNode) else ()):
            cells, here = entries(row), (*place, number)
            below = cells.get("rows")
            group = below is not None and not is_blank(below.value)
            computed = self.computed | (self.computed_in_groups if group else set())
            yield from self._row(cells, here, computed)
            if shared := cells.get("shared"):
                yield from self._row(entries(shared.value), (*here, "shared"), self.computed)
            if below:
                yield from self._rows(below.value, (*here, "rows"))

    def _row(self, cells: Mapping[str, Entry], place: Steps, computed: set[str]) -> Iterator[Edit]:
        for written, cell in cells.items():
            key, *covered = columns_named(written, self.keys) or (written,)
            if key in computed and not covered:
                if not is_blank(cell.value):
                    yield Empty(self.source, (*place, written), COMPUTED)
            elif key in self.notes and not self._stays(cells, key, cell.value):
                note = self.years.with_last(self.notes[key], _words(cell.value))
                yield Empty(self.source, (*place, written), note)

    def _stays(self, cells: Mapping[str, Entry], key: str, value: Node) -> bool:
        if key not in self.texts:
            return False
        words = _words(value)
        row = " ".join(_words(cells[each].value) for each in ("code", "name") if each in cells)
        return (key, words) in self.standing or (row, key, words) in self.before


def _every(rows: Node) -> Iterator[Mapping[str, Entry]]:
    """The cells of every row, and of what rows share, at any depth."""
    for row in rows.value if isinstance(rows, SequenceNode) else ():
        cells = entries(row)
        yield cells
        if "shared" in cells:
            yield entries(cells["shared"].value)
        if "rows" in cells:
            yield from _every(cells["rows"].value)


def _words(node: Node) -> str:
    """A cell in one line, as `said` has it of a plan."""
    texts = node.value if isinstance(node, SequenceNode) else (node,)
    return " / ".join(" ".join(str(text.value).split()) for text in texts)
