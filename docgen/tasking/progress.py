"""What all agencies report, held against what the plan gives them: who has done what, who is late.

A line that came back is known by its words, else by its address: content may have been edited
since the sheets went out. What several files of one agency say otherwise becomes a question.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from docgen.plan.model import Plan
from docgen.tasking.lines import Line, lines_of
from docgen.tasking.ownership import duties, holders
from docgen.tasking.read_back import Report, Reported
from docgen.tasking.status import DONE, SILENT, Said, Verdict, verdict
from docgen.vietnamese import format_day
from docgen.view.plan import View


@dataclass(frozen=True, slots=True)
class Record:
    """A duty of one agency, or of one of many units that share its sheet, and how it stands."""

    agency: str
    unit: str
    line: Line
    said: Said
    verdict: Verdict
    question: str = ""
    place: str = ""

    def is_late(self, today: date) -> bool:
        """Whether its term is over and it is not known to be done in time."""
        past = self.line.due is not None and self.line.due < today
        return self.verdict == "done late" or (past and self.verdict in ("overdue", "silent"))


@dataclass(frozen=True, slots=True)
class Progress:
    """The duties of all agencies, in the order of the plan; `strange` are lines that match none."""

    today: date
    records: tuple[Record, ...]
    silent: tuple[str, ...]
    strange: tuple[tuple[str, Reported], ...]
    refused: tuple[tuple[str, str], ...] = ()

    @property
    def by_unit(self) -> dict[tuple[str, str], list[Record]]:
        """The records of each agency and unit."""
        found: defaultdict[tuple[str, str], list[Record]] = defaultdict(list)
        for record in self.records:
            found[record.agency, record.unit].append(record)
        return dict(found)

    @property
    def questions(self) -> list[Record]:
        """What must be asked."""
        return [record for record in self.records if record.question]


def counts(records: Iterable[Record]) -> Counter[Verdict]:
    """How many stand how."""
    return Counter(record.verdict for record in records)


def progress(plan: Plan, view: View, reports: Sequence[Report], today: date) -> Progress:
    """All duties with what was reported of them by a day."""
    found = duties(plan, view)
    lines = lines_of(found, view, plan)
    by_agency: defaultdict[str, list[Report]] = defaultdict(list)
    for report in reports:
        by_agency[report.agency].append(report)
    records: list[Record] = []
    strange: list[tuple[str, Reported]] = []
    for key in holders(found):
        own = [lines[duty.address] for duty in found if key in duty.given]
        units = _units(by_agency.pop(key, []), _name(key, plan))
        for unit, files in units.items():
            matched, others = _matched(own, files)
            strange += others
            records += (_record(key, unit, line, matched[line.address], today) for line in own)
    strange += ((report.file, line) for each in by_agency.values() for report in each
                for line in report.lines if line.said != SILENT)  # fmt: skip
    reporting = {report.agency for report in reports}
    silent = tuple(key for key in holders(found) if key not in reporting)
    return Progress(today, tuple(records), silent, tuple(strange))


def _name(key: str, plan: Plan) -> str:
    return plan.agencies[key].name.value if key in plan.agencies else key


def _units(reports: Sequence[Report], name: str) -> dict[str, list[Report]]:
    """The files by who filled them in; one empty unit where nobody did."""
    units: defaultdict[str, list[Report]] = defaultdict(list)
    for report in reports:
        units[report.unit or name].append(report)
    return dict(units) or {name: []}


def _matched(
    own: Sequence[Line], reports: Sequence[Report]
) -> tuple[Mapping[str, list[tuple[str, Reported]]], list[tuple[str, Reported]]]:
    """What the files say of each line by its address, and what says nothing of any."""
    now = {line.address: line.letters for line in own}
    matched: defaultdict[str, list[tuple[str, Reported]]] = defaultdict(list)
    strange = []
    for report in reports:
        kept = {line.address for line in report.lines if now.get(line.address) == line.letters}
        free = {address: letters for address, letters in now.items() if address not in kept}
        moved = {line.address: _moved(line, free) for line in report.lines}
        taken = {*kept, *moved.values()}
        for line in report.lines:
            stays = line.address in kept or (line.address in now and line.address not in taken)
            address = line.address if stays else moved[line.address]
            if address is not None:
                matched[address].append((report.file, line))
            elif line.said != SILENT or line.question:
                strange.append((report.file, line))
    return matched, strange


def _moved(line: Reported, free: Mapping[str, str]) -> str | None:
    """The one address that has the words of a line now, where its own has others."""
    found = [address for address, letters in free.items() if letters == line.letters]
    return found[0] if len(found) == 1 else None


def _record(
    key: str, unit: str, line: Line, said: Sequence[tuple[str, Reported]], today: date
) -> Record:
    """How a line stands; what is doubtful, or said otherwise by two files, is asked."""
    spoken = [(file, each) for file, each in said if each.said != SILENT or each.question]
    if not spoken:
        return Record(key, unit, line, SILENT, "silent")
    file, first = spoken[0]
    place = f"{file}, dòng {first.row}"
    question = next((each.question for _, each in spoken if each.question), "")
    other = next(((name, each) for name, each in spoken if each.said != first.said), None)
    if not question and other:
        question = f"{other[0]}, dòng {other[1].row} ghi khác: lấy theo tệp nào?"
    if not question:
        question = _undated(first.said, line)
    how: Verdict = "asked" if question else verdict(first.said, line.due, today)
    return Record(key, unit, line, first.said, how, question, place)


def _undated(said: Said, line: Line) -> str:
    """What has a term and is done must say when: else nobody knows whether it was in time."""
    if said.state == DONE and line.due and said.done_on is None:
        return f"hoàn thành ngày nào? Hạn là {format_day(line.due)}"
    return ""
