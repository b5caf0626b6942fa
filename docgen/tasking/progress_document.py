"""The table of what was done, for the quarterly report, in Word.

Rendered from the office's `templates/bang_tien_do.docx` on the same path as a plan.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.finding import Finding
from docgen.plan.model import Plan
from docgen.render.document import render
from docgen.render.template import open_template
from docgen.tasking.progress import Progress, Record
from docgen.tasking.progress_workbook import Called, table
from docgen.vietnamese import format_day
from docgen.view.beside import BesidePlan
from docgen.view.plan import View

TEMPLATE = Path("templates") / "bang_tien_do.docx"


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table: its number, "" for the sum; whose it is; the counts."""

    number: str
    name: str
    counts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overdue:
    """A duty whose term is over, with all who have not done it."""

    place: str
    words: tuple[str, ...]
    time: str
    who: str


@dataclass(frozen=True, slots=True)
class Table(BesidePlan):
    """What the template shows: all names of the plan, and how it stands."""

    as_of: str
    lines: tuple[Line, ...]
    overdue: tuple[Overdue, ...]
    silent: str

    @property
    def title(self) -> str:
        """What the document is called among its properties."""
        return f"Tiến độ thực hiện đến ngày {self.as_of}: {self.plan.title}"


def document(
    found: Progress, plan: Plan, view: View, root: Path, called: Called
) -> tuple[bytes, list[Finding]]:
    """The bytes of the document; findings where the template is missing or its tags are wrong."""
    template, findings = open_template(root / TEMPLATE, TEMPLATE.as_posix(), plan.office.form)
    if template is None:
        return b"", findings
    *units, (whole, total) = table(found)
    lines = [Line(str(at), name, _shown(numbers)) for at, (name, numbers) in enumerate(units, 1)]
    lines.append(Line("", whole, _shown(total)))
    late: defaultdict[str, list[Record]] = defaultdict(list)
    for record in found.records:
        if record.is_late(found.today) and record.verdict != "done late":
            late[record.line.address].append(record)
    overdue = tuple(map(_overdue, late.values()))
    silent = "; ".join(map(called, found.silent))
    return render(template, Table(view, format_day(found.today), tuple(lines), overdue, silent))


def _overdue(records: Sequence[Record]) -> Overdue:
    line = records[0].line
    who = "; ".join(record.unit for record in records)
    return Overdue(line.place, tuple(line.words.split("\n")), line.time, who)


def _shown(numbers: Sequence[int]) -> tuple[str, ...]:
    """A dash for none, as tables of reports have it."""
    return tuple(str(number) if number else "-" for number in numbers)
