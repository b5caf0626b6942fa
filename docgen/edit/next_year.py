"""The next year's content from the last one's: what belongs to one year is emptied.

Kept: tasks, measures, agencies, recipients, comments and layout. Moved: the year, and
scores and ranks, which become those of the year before. Emptied, each with a note: number
and date, the scores and ranks of the indices, the cells of columns that are `yearly: yes`.
Years in texts move by themselves where they are written `{{ year }}`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from yaml.nodes import MappingNode, Node, SequenceNode

from docgen.edit import to_do
from docgen.edit.edits import AddKey, Edit, Empty, Put, Steps, root_of
from docgen.edit.rewrite import rewritten
from docgen.edit.write import write_folder
from docgen.edit.yaml_edit import COMPUTED, TO_FILL, Entry, entries, raw_of
from docgen.edit.yaml_writer import tree
from docgen.finding import Finding, Rule, Severity, Where, has_errors
from docgen.load.folder import load, shown
from docgen.load.nodes import is_blank
from docgen.plan.dates import Period
from docgen.plan.missing import in_sentence, index_value
from docgen.plan.source import Source
from docgen.plan.table import columns_named

YEAR_EXISTS = Rule(
    "KH055", Severity.ERROR, "năm mới đã có nội dung", "Chép đè thì phần đã soạn sẽ mất."
)
NO_OLD_YEAR = Rule(
    "KH056", Severity.ERROR, "không có năm cũ để chép", "Năm mới bắt đầu từ nội dung của năm cũ."
)
NOT_WRITTEN = Rule(
    "KH057", Severity.ERROR, "không ghi được năm mới", "Thư mục không cho ghi thì không có năm mới."
)
RULES = (YEAR_EXISTS, NO_OLD_YEAR, NOT_WRITTEN, *to_do.RULES)

WHEN_ISSUED = f"{TO_FILL} khi ban hành"


class Started(NamedTuple):
    """What starting a year gave: the files written, what is to be done in them, what forbade it."""

    files: list[Path]
    to_do: list[Finding]
    findings: list[Finding]


@dataclass(frozen=True, slots=True)
class _Years:
    """The years of the plans; a plan is about the results of the year before it."""

    new: Period
    old: Period

    @property
    def result(self) -> int:
        return self.new - 1

    @property
    def follow(self) -> bool:
        return self.new == self.old.last + 1


def start_year(root: Path, year: int, from_year: int) -> Started:
    """Writes `content/<year>` from `content/<from_year>`, whole or not at all.

    Either may be a `Period` of several years, whose folder is named as it is shown: `2026-2030`.

    `to_do` lists, with file and line, what an officer is to fill in, to confirm or to
    revise. Where `findings` holds something, nothing was written. `SOURCE.md`, which is
    about the old year's paper, stays behind.
    """
    content = root / "content"
    target, origin = content / str(year), content / str(from_year)
    new, old = shown(target, root), shown(origin, root)
    if target.exists():
        hint = "Xóa hoặc đổi tên thư mục đó nếu thật sự muốn làm lại từ đầu."
        return _refused(YEAR_EXISTS.at(Where(new), f"đã có {new}; không chép đè", hint))
    if not origin.is_dir():
        return _refused(NO_OLD_YEAR.at(Where(old), f"không có {old} để chép"))
    plan, findings = load(origin, root)
    if plan is None or has_errors(findings):
        return _refused(*findings)
    years = _Years(*(y if isinstance(y, Period) else Period(y) for y in (year, from_year)))
    files = {path.name: path.read_bytes() for path in origin.glob("*.yaml")}
    for source in plan.sources:
        path = (root / source.name).resolve()
        if path.parent == origin.resolve():
            files[path.name] = _of_new_year(source, years).encode("utf-8")
    try:
        write_folder(target, files)
    except OSError as error:
        message = f"không ghi được {new}: {error.strerror}"
        return _refused(NOT_WRITTEN.at(Where(new), message, "Kiểm tra ổ đĩa và quyền ghi."))
    plan, findings = load(target, root)
    assert plan is not None, findings
    return Started([target / name for name in sorted(files)], to_do.of(plan, years.old), [])


def _refused(*findings: Finding) -> Started:
    return Started([], [], list(findings))


def _of_new_year(source: Source, years: _Years) -> str:
    """The text of the new year's file of the same name."""
    node = root_of(source)
    assert node is not None, source.name
    head = _head(source, entries(node), years) if source.name.endswith("/plan.yaml") else ()
    tables = _tables(node)
    edits = [*head, *(edit for table in tables for edit in _Table(source, *table, years).edits())]
    text, findings = rewritten(source, edits)
    assert text is not None, findings
    return text


# ---------------------------------------------------------------------- head and indices


def _head(source: Source, plan: Mapping[str, Entry], years: _Years) -> Iterator[Edit]:
    yield Put(source, ("year",), str(Period(years.new, years.new.last)))
    for key in ("number", "date"):
        if key in plan and not is_blank(plan[key].value):
            yield Empty(source, (key,), WHEN_ISSUED)
    if "taken_from" in plan and not is_blank(plan["taken_from"].value):
        yield Empty(source, ("taken_from",), "văn bản mới: bỏ dòng này")
    indices = plan.get("indices")
    for key, index in entries(indices.value if indices else None).items():
        yield from _index(source, ("indices", key), entries(index.value), years)


def _index(
    source: Source, place: Steps, index: Mapping[str, Entry], years: _Years
) -> Iterator[Edit]:
    """Score and rank become those of the year before, and are emptied."""
    name = str(index["name"].value.value)
    for key in ("score", "rank"):
        previous = f"previous_{key}"
        given = key in index and not is_blank(index[key].value)
        if given and years.follow:
            value, raw = tree(index[key].value), raw_of(source, index[key].value)
            if previous in index:
                yield Put(source, (*place, previous), value, raw)
            else:
                yield AddKey(source, place, previous, value, raw)
        elif previous in index:
            before = f"{TO_FILL}: {index_value(name, key)} năm {years.result - 1}"
            yield Empty(source, (*place, previous), before)
        if key in index:
            note = f"{TO_FILL}: {index_value(name, key)} năm {years.result}"
            yield Empty(source, (*place, key), note)


# ------------------------------------------------------------------------------- tables


def _tables(node: Node, place: Steps = ()) -> Iterator[tuple[Steps, Mapping[str, Entry]]]:
    """Every table in a file, at any depth, with its place."""
    if isinstance(node, SequenceNode):
        for number, child in enumerate(node.value):
            yield from _tables(child, (*place, number))
    elif isinstance(node, MappingNode):
        for key, entry in entries(node).items():
            if key == "table":
                yield (*place, key), entries(entry.value)
            yield from _tables(entry.value, (*place, key))


class _Table:
    """Empties the cells of a table that belong to one year."""

    def __init__(
        self, source: Source, place: Steps, table: Mapping[str, Entry], years: _Years
    ) -> None:
        self.source = source
        self.place = place
        self.table = table
        self.years = years
        columns = [
            {key: str(entry.value.value) for key, entry in entries(column).items()}
            for column in (table["columns"].value.value if "columns" in table else ())
        ]
        self.notes = {
            column["key"]: f"{TO_FILL}: {in_sentence(column['title'])} năm {years.result}"
            for column in columns
            if column.get("yearly") == "yes"
        }
        self.keys = tuple(column["key"] for column in columns)
        self.computed = {column["key"] for column in columns if column.get("compute")}
        self.computed_in_groups = {column["key"] for column in columns if column.get("group")}

    def edits(self) -> Iterator[Edit]:
        """What is emptied in the rows and in the line of totals."""
        if "rows" in self.table:
            yield from self._rows(self.table["rows"].value, (*self.place, "rows"))
        stated = entries(self.table["total"].value).get("stated") if "total" in self.table else None
        for key in entries(stated.value if stated else None):
            note = f"{TO_FILL} khi có số công bố năm {self.years.result}"
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
            elif key in self.notes:
                yield Empty(self.source, (*place, written), self.notes[key])
