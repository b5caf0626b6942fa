"""The work that a plan still needs, by kind, each piece with its row, agencies and last value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from docgen.edit.last_year import LastYear, label
from docgen.finding import Finding
from docgen.plan.agencies import find, printed_name, references, within
from docgen.plan.model import Plan
from docgen.plan.reading_order import assignments, tables, texts_of
from docgen.plan.source import Text
from docgen.plan.table import Row
from docgen.rules.facts import Facts

FILL = ("KH690", "KH691")
Spot = tuple[str, int]  # the file of a text and where it begins


@dataclass(frozen=True, slots=True)
class Job:
    """One thing to do: the finding, whose it is on paper, what stood there the year before."""

    finding: Finding
    owner: str = ""
    last: str = ""
    agencies: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Kind:
    """The jobs of one rule, in the order of the files; `title` is the rule's."""

    title: str
    jobs: tuple[Job, ...]

    @property
    def alike(self) -> list[list[Job]]:
        """The jobs of the same words together."""
        groups: defaultdict[tuple[str, str], list[Job]] = defaultdict(list)
        for job in self.jobs:
            groups[job.finding.message, job.finding.hint].append(job)
        return list(groups.values())


@dataclass(frozen=True, slots=True)
class _Unit:
    """A row, an assignment or a text: the lines that it takes, what it is, whom it names."""

    file: str
    lines: range
    owner: str
    agencies: frozenset[str]
    last: Mapping[int, str]


def work_list(plan: Plan, findings: Iterable[Finding], old: Plan | None = None) -> list[Kind]:
    """The findings by rule: what is to be filled in first, then the most serious, then the most.

    `old` is the plan that the values before are of.
    """
    units: defaultdict[tuple[str, int], list[_Unit]] = defaultdict(list)
    for unit in _units(plan, old):
        for line in unit.lines:
            units[unit.file, line].append(unit)
    by_code: defaultdict[str, list[Job]] = defaultdict(list)
    for finding in findings:
        here = units[finding.where.file, finding.where.line]
        by_code[finding.code].append(_job(finding, here))

    def order(jobs: list[Job]) -> tuple[bool, int, int]:
        return (jobs[0].finding.code not in FILL, -jobs[0].finding.severity, -len(jobs))

    return [Kind(jobs[0].finding.title, (*jobs,)) for jobs in sorted(by_code.values(), key=order)]


def of_agency(kinds: Iterable[Kind], key: str, plan: Plan) -> list[Kind]:
    """The jobs that concern an agency, by its own name or by that of a group that it is in."""
    names = {each for each in plan.agencies if key in within(each, plan.agencies)}
    found = (Kind(kind.title, tuple(j for j in kind.jobs if j.agencies & names)) for kind in kinds)
    return [kind for kind in found if kind.jobs]


def as_text(kinds: Sequence[Kind], most: int | None = None) -> str:
    """The kinds with their counts, then each kind; of jobs of the same words at most `most`."""
    if not kinds:
        return "Không còn việc gì."
    count = sum(len(kind.jobs) for kind in kinds)
    width = len(str(count))
    lines = [f"Cần làm ({count} chỗ):"]
    lines += [f"  {len(kind.jobs):>{width}}  {kind.title}" for kind in kinds]
    for kind in kinds:
        lines += ["", f"{kind.title[:1].upper()}{kind.title[1:]} ({len(kind.jobs)})"]
        for alike in kind.alike:
            lines += _told(alike, most)
    return "\n".join(lines)


def _told(alike: Sequence[Job], most: int | None) -> Iterator[str]:
    finding = alike[0].finding
    words = f"{finding.message}. {finding.hint}".rstrip(". ") + "."
    if len(alike) == 1:
        owner = f" {alike[0].owner}:" if alike[0].owner else ""
        yield f"  {finding.where}:{owner} {words}{_last(alike[0])}"
        return
    yield f"  {len(alike)} chỗ: {words}"
    for job in alike[:most]:
        yield f"    {job.finding.where}: {job.owner}{_last(job)}".rstrip(": ")
    if most and len(alike) > most:
        yield f"    … và {len(alike) - most} chỗ nữa"


def _last(job: Job) -> str:
    return f" (năm trước: {job.last})" if job.last else ""


# ------------------------------------------------------------------------------ whose it is


def _job(finding: Finding, units: Iterable[_Unit]) -> Job:
    """The finding with what is known of its line; the unit of the fewest lines names it."""
    here = sorted(units, key=lambda unit: len(unit.lines))
    owner = next((unit.owner for unit in here if unit.owner), "")
    last = next(filter(None, (unit.last.get(finding.where.line, "") for unit in here)), "")
    agencies = frozenset[str]().union(*(unit.agencies for unit in here))
    return Job(finding, owner, last if finding.code in FILL else "", agencies)


def _units(plan: Plan, old: Plan | None) -> Iterator[_Unit]:
    facts = Facts(plan)
    named: defaultdict[Spot, set[str]] = defaultdict(set)
    for mention in facts.mentions:
        named[_spot(mention.text)].add(mention.key)
    last = LastYear.of(plan, old) if old else None
    for table in tables(plan):
        yield from _rows(table.rows, named, last)
    for assignment in assignments(plan):
        called = references(assignment)
        keys = filter(None, (find(each.value, plan.agencies) for each in called))
        if texts := [*called, *texts_of(assignment)]:
            yield _unit(texts, printed_name(assignment, plan.agencies)[0], keys)
    for key, index in plan.indices.items():
        before = old.indices.get(key) if old else None
        for name, place in index.blanks.items():
            value = getattr(before, name, None) if before else None
            yield _unit([place], "", (), {place.where.line: value.text.value if value else ""})
    for printed in facts.texts:
        yield _unit([printed.text], "", _named_in([printed.text], named))


def _unit(
    texts: Sequence[Text],
    owner: str,
    agencies: Iterable[str],
    last: Mapping[int, str] | None = None,
) -> _Unit:
    first = min(text.where.line for text in texts)
    final = max(text.source.where(max(text.end - 1, text.start)).line for text in texts)
    return _Unit(
        texts[0].source.name, range(first, final + 1), owner, frozenset(agencies), last or {}
    )


def _spot(text: Text) -> Spot:
    return (text.source.name, text.start)


def _named_in(texts: Iterable[Text], named: Mapping[Spot, set[str]]) -> set[str]:
    return {key for text in texts for key in named.get(_spot(text), ())}


def _rows(
    rows: Sequence[Row],
    named: Mapping[Spot, set[str]],
    last: LastYear | None,
    above: frozenset[str] = frozenset(),
) -> Iterator[_Unit]:
    """The rows as units; what rows share is theirs too, and theirs is that of the block's."""
    for row in rows:
        texts = _texts(row)
        own = _named_in(texts, named)
        below = [text for each in row.rows for text in _texts(each)]
        whole = own | above | (_named_in(below, named) if row.kind == "shared" else set())
        before = {
            place.where.line: last.cell(row, key) for key, place in row.blanks.items()
        } if last else {}  # fmt: skip
        yield _unit([*texts, *row.blanks.values(), row.where], label(row), whole, before)
        inherited = above | own if row.kind == "shared" else above
        yield from _rows(row.rows, named, last, frozenset(inherited))


def _texts(row: Row) -> list[Text]:
    values = (each if isinstance(each, tuple) else (each.text,) for each in row.cells.values())
    return [text for value in values for text in value]
