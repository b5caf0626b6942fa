"""Plans of several years: scores and tasks, each followed from the first year to the last."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from docgen.diff.changes import Subject
from docgen.diff.compare import paired
from docgen.diff.line import Line
from docgen.diff.outline import Entry, Outline
from docgen.diff.pairing import Pairing
from docgen.diff.rows import Rows
from docgen.diff.sides.chains import Chain, chained
from docgen.diff.sides.report import Cell, Report, Sheet
from docgen.diff.tables import TableComparison
from docgen.diff.words import keys, printed, same, shown
from docgen.plan.model import Plan

SCORE, MOST = "score", "max"
NEW, BACK, KEPT, MOVED, REWORDED = "mới", "có lại", "giữ", "chuyển", "sửa"
DROPPED, THERE = "bỏ", "có"
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class _Number:
    """A number of a table: `key` is where it stands, `known_as` what it is known by for years."""

    key: Hashable
    code: str
    name: str
    title: str
    value: Decimal
    known_as: Hashable


def over_the_years(plans: Sequence[Plan], names: Sequence[str], notes: Sequence[str]) -> Report:
    """The scores and tasks of the plans, given from the oldest to the newest. Pure."""
    found = [paired(one, other) for one, other in pairwise(plans)]
    outlines = [found[0][0].old, *(pairing.new for pairing, *_ in found)]
    scores = _scores(outlines, [tables for *_, tables in found])
    tasks = _tasks(outlines, [pairing for pairing, *_ in found])
    years = tuple(names)
    score_rows = tuple(_score_row(each, len(plans)) for each in scores)
    task_rows = tuple(_task_row(each, len(plans)) for each in tasks)
    return Report(
        f"Kế hoạch qua các năm {', '.join(names)}",
        (
            _indices(plans, years),
            Sheet(
                "Điểm và số liệu qua các năm",
                ("Mã", "Tiêu chí", "Cột", *years, f"{names[-1]} so với {names[0]}"),
                score_rows,
                (3, 3 + len(years)),
                signed=3 + len(years),
                still=_still(score_rows, range(3, 3 + len(years))),
            ),
            Sheet(
                "Nhiệm vụ mới, giữ, bỏ",
                ("Số nhiệm vụ", *years),
                tuple(_counts(tasks, len(years))),
                (1, 1 + len(years)),
            ),
            Sheet(
                "Nhiệm vụ qua các năm",
                ("Cơ quan", "Nhiệm vụ", *years),
                task_rows,
                still=_still(task_rows, range(2, 2 + len(years))),
            ),
        ),
        tuple(notes),
    )


def _still(rows: Sequence[Row], years: range) -> frozenset[int]:
    """The rows that are the same in each of the years, by their places."""
    same_year = {THERE: KEPT}
    return frozenset(
        at
        for at, row in enumerate(rows)
        if len({same_year.get(str(row[year]), row[year]) for year in years}) == 1
    )


# -------------------------------------------------------------------------------- indices


def _indices(plans: Sequence[Plan], years: tuple[str, ...]) -> Sheet:
    rows: list[Row] = []
    ranks: set[int] = set()
    for key in dict.fromkeys(key for plan in reversed(plans) for key in plan.indices):
        entries = [plan.indices.get(key) for plan in plans]
        name = next(printed(each.name.value) for each in reversed(entries) if each)
        for what, told in (("score", ""), ("rank", ", xếp hạng (số nhỏ là cao)")):
            given = [getattr(each, what) if each else None for each in entries]
            values = [None if each is None else Decimal(each.value) for each in given]
            if any(value is not None for value in values):
                ranks |= {len(rows)} if what == "rank" else set()
                rows.append((f"{name}{told}", *values))
    charted = (1, 1 + len(years))
    return Sheet("Chỉ số", ("Chỉ số", *years), tuple(rows), charted, ranks=frozenset(ranks))


# --------------------------------------------------------------------------------- scores


def _scores(
    outlines: Sequence[Outline], found: Sequence[Sequence[TableComparison]]
) -> list[Chain[_Number]]:
    numbers = [{each.key: each for each in _numbers(outline)} for outline in outlines]
    pairs = [
        dict(pair for tables in comparisons for pair in _paired_numbers(tables))
        for comparisons in found
    ]
    known = {
        at: {key: each.known_as for key, each in its.items()} for at, its in enumerate(numbers)
    }
    return chained(numbers, pairs, known)


def _numbers(outline: Outline) -> Iterator[_Number]:
    """By row and column the scores of a plan and what is computed, then each table's totals.

    In a table without scores all its numbers.
    """
    for owner in outline.owners:
        for table in owner.tables.values():
            rows = Rows(outline, owner, table)
            numeric = {key: each for key, each in rows.columns.items() if rows.is_numeric(key)}
            scored = SCORE in numeric and not numeric[SCORE].compute
            wanted = [
                key for key, column in numeric.items()
                if key != MOST and (key == SCORE or column.compute or not scored)
            ]  # fmt: skip
            for row in rows.lines:
                for key in wanted:
                    if key in row.numbers:
                        title = rows.title(key)
                        yield _Number(
                            _key(row, key), row.code, shown(row.name), title, row.numbers[key],
                            (row.code, keys(row.name), title),
                        )  # fmt: skip
            if total := table.total:
                label = shown(outline.words((total.label,))).rstrip(": ")
                name = f"{label} ({owner.place.label})"
                for key, value in rows.totals.items():
                    title = rows.title(key)
                    yield _Number(_total_key(rows, key), "", name, title, value, (name, title))


def _paired_numbers(tables: TableComparison) -> Iterator[tuple[Hashable, Hashable]]:
    """What a number of the one plan is in the other: of the same row, or of the totals."""
    for key in tables.old.columns.keys() & tables.new.columns.keys():
        own = [rows.columns[key].key.value for rows in (tables.old, tables.new)]
        for one, other in tables.lines:
            yield _key(one, own[0]), _key(other, own[1])
        yield _total_key(tables.old, own[0]), _total_key(tables.new, own[1])


def _key(row: Line, column: str) -> Hashable:
    where = row.row.where.where if row.row.where else row.place.where
    return where, column


def _total_key(rows: Rows, column: str) -> Hashable:
    return rows.table.columns[0].title.where, column


def _score_row(chain: Chain[_Number], count: int) -> Row:
    last = chain.last
    values = tuple(chain.at[at].value if at in chain.at else None for at in range(count))
    first, newest = values[0], values[-1]
    difference = None if first is None or newest is None else newest - first
    return (last.code, last.name, last.title, *values, difference)


# ---------------------------------------------------------------------------------- tasks


def _tasks(outlines: Sequence[Outline], found: Sequence[Pairing]) -> list[Chain[Entry]]:
    tasks: list[dict[Hashable, Entry]] = [
        {each.place.where: each for each in outline.entries if each.subject is Subject.TASK}
        for outline in outlines
    ]
    pairs: list[dict[Hashable, Hashable]] = []
    for pairing in found:
        there = [*pairing.entries, *((one, parts[0]) for one, parts in pairing.divided)]
        there += ((parts[0], one) for parts, one in pairing.joined)
        pairs.append({one.place.where: other.place.where for one, other in there})
    known: dict[int, dict[Hashable, Hashable]] = {
        at: {
            key: (keys(each.words), each.owner.agencies, each.owner.place.text)
            for key, each in its.items()
        }
        for at, its in enumerate(tasks)
    }
    return chained(tasks, pairs, known)


def _task_row(chain: Chain[Entry], count: int) -> Row:
    last = chain.last
    return (last.owner.place.text, shown(last.words), *(_said(chain, at) for at in range(count)))


def _said(chain: Chain[Entry], at: int) -> str:
    """What became of a task in a year; of one that moved where it came from, and if reworded."""
    state = _state(chain, at)
    if state != MOVED:
        return state
    before, now = chain.at[at - 1], chain.at[at]
    reworded = "" if same(before.words, now.words) else f", {REWORDED}"
    return f"{MOVED} từ {before.owner.place.text}{reworded}"


def _state(chain: Chain[Entry], at: int) -> str:
    """What became of a task in a year."""
    now, before = chain.at.get(at), chain.at.get(at - 1)
    if now is None:
        return DROPPED if before else ""
    if before is None:
        return THERE if at == 0 else NEW if at == min(chain.at) else BACK
    if (before.owner.agencies or before.owner.place.text) != (
        now.owner.agencies or now.owner.place.text
    ):
        return MOVED
    return KEPT if same(before.words, now.words) else REWORDED


def _counts(tasks: Sequence[Chain[Entry]], count: int) -> Iterator[Row]:
    states = [[_state(chain, at) for chain in tasks] for at in range(count)]
    for state in (NEW, BACK, KEPT, MOVED, REWORDED, DROPPED):
        yield (state, None, *(Decimal(its.count(state)) for its in states[1:]))
    yield ("tất cả", *(Decimal(len(its) - its.count("") - its.count(DROPPED)) for its in states))
