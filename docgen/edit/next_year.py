"""The next year's content from the last one's: what belongs to one year is emptied.

Kept: tasks, measures, agencies, recipients, comments and layout. Moved: the year, and
scores and ranks, which become those of the year before. Emptied, each with a note: number
and date, the scores and ranks of the indices, the cells of columns that are `yearly: yes`.
Years in texts move by themselves where they are written `{{ year }}`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from docgen.edit import to_do
from docgen.edit.edits import AddKey, Edit, Empty, Put, Steps, root_of
from docgen.edit.last_year import every_row, label, said
from docgen.edit.rewrite import rewritten
from docgen.edit.write import write_folder
from docgen.edit.yaml_edit import TO_FILL, Entry, entries, raw_of
from docgen.edit.yaml_writer import tree
from docgen.edit.yearly_cells import Said, YearlyCells, Years, tables_of
from docgen.finding import Finding, Rule, Severity, Where, has_errors
from docgen.load.folder import load, shown
from docgen.load.nodes import is_blank
from docgen.plan.dates import Period
from docgen.plan.missing import index_value
from docgen.plan.model import Plan
from docgen.plan.reading_order import tables
from docgen.plan.source import Source
from docgen.refused import why

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
    years = Years(*(y if isinstance(y, Period) else Period(y) for y in (year, from_year)))
    before = _before(plan, content, root)
    files = {path.name: path.read_bytes() for path in origin.glob("*.yaml")}
    for source in plan.sources:
        path = (root / source.name).resolve()
        if path.parent == origin.resolve():
            files[path.name] = _of_new_year(source, years, before).encode("utf-8")
    try:
        write_folder(target, files)
    except OSError as error:
        message = f"không ghi được {new}: {why(error)}"
        return _refused(NOT_WRITTEN.at(Where(new), message, "Kiểm tra ổ đĩa và quyền ghi."))
    started, findings = load(target, root)
    assert started is not None, findings
    to_be_done = to_do.of(started, years.old, plan)
    return Started([target / name for name in sorted(files)], to_be_done, [])


def _before(plan: Plan, content: Path, root: Path) -> frozenset[Said]:
    """What the rows of the year before the old one say, where there is such a year."""
    folder = content / str(plan.year.value - 1)
    before = load(folder, root)[0] if folder.is_dir() else None
    return frozenset(
        (label(row), key, said(value))
        for table in (tables(before) if before else ())
        for row in every_row(table.rows)
        for key, value in row.cells.items()
    )


def _refused(*findings: Finding) -> Started:
    return Started([], [], list(findings))


def _of_new_year(source: Source, years: Years, before: frozenset[Said]) -> str:
    """The text of the new year's file of the same name."""
    node = root_of(source)
    assert node is not None, source.name
    head = _head(source, entries(node), years) if source.name.endswith("/plan.yaml") else ()
    edits = [*head]
    for place, table in tables_of(node):
        edits += YearlyCells(source, place, table, years, before).edits()
    text, findings = rewritten(source, edits)
    assert text is not None, findings
    return text


# ---------------------------------------------------------------------- head and indices


def _head(source: Source, plan: Mapping[str, Entry], years: Years) -> Iterator[Edit]:
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
    source: Source, place: Steps, index: Mapping[str, Entry], years: Years
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
            last = "" if years.follow else str(index[key].value.value)
            yield Empty(source, (*place, key), years.with_last(note, last))
