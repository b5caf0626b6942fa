"""The files that are sent out: a Word sheet and a workbook for each agency, and who has what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook

from docgen.diff.forms.sheets import Column, Value, fill, set_header, workbook_bytes
from docgen.finding import Finding
from docgen.plan.model import Plan
from docgen.render.document import render
from docgen.render.template import Template, open_template
from docgen.tasking.extract import sheet_of
from docgen.tasking.lines import Line, lines_of
from docgen.tasking.ownership import Duty, duties, holders
from docgen.tasking.workbook import Add, workbook
from docgen.verify import verify
from docgen.vietnamese import without_marks
from docgen.view.plan import View

TEMPLATE = Path("templates") / "phieu_giao_viec.docx"
OVERVIEW = "_ai-lam-gi.xlsx"
BY_AGENCY = (
    Column("Cơ quan", 44), Column("Nhiệm vụ", 11), Column("Dòng của bảng", 14), Column("Tệp", 44),
    Column("Kế hoạch gọi là", 80),
)  # fmt: skip
BY_DUTY = (
    Column("Ở đâu trong Kế hoạch", 30), Column("Nhiệm vụ", 70), Column("Thời hạn", 18),
    Column("Giao cho", 60), Column("Tệp và dòng", 30),
)  # fmt: skip
UNCLEAR = (
    Column("Ở đâu trong Kế hoạch", 30), Column("Nhiệm vụ", 70),
    Column("Tên chưa có trong agencies.yaml", 34), Column("Tệp và dòng", 30),
)  # fmt: skip
LONGEST_STEM = 60  # a path on Windows has 260 letters, folders included


@dataclass(frozen=True, slots=True)
class HandedOut:
    """The files by name; `agencies` is how many they are for; what was found while making them."""

    files: dict[str, bytes]
    agencies: int
    duties: tuple[Duty, ...]
    findings: tuple[Finding, ...] = ()


def unclear(found: Iterable[Duty]) -> tuple[Duty, ...]:
    """Rows that nobody is given, and duties that name agencies nobody knows."""
    return tuple(duty for duty in found if not duty.given or duty.unknown)


def hand_out(
    plan: Plan, view: View, year: str, root: Path, add: Add = lambda _key, _workbook: None
) -> HandedOut:
    """The files of all agencies of a plan; `add` puts more sheets into an agency's workbook."""
    found = duties(plan, view)
    lines = lines_of(found, view, plan)
    template, findings = open_template(root / TEMPLATE, TEMPLATE.as_posix(), plan.office.form)
    if template is None:
        return HandedOut({}, 0, found, tuple(findings))
    period = plan.year.value if plan.year else None
    files: dict[str, bytes] = {}
    keys = holders(found)
    named = dict(zip(keys, stems(keys), strict=True))
    for key, stem in named.items():
        name = called(key, plan)
        own = [lines[duty.address] for duty in found if key in duty.given]
        files[f"{stem}.docx"], faults = _letter(key, name, found, view, (template, root))
        files[f"{stem}.xlsx"] = workbook(key, name, own, (year, period), add)
        findings += faults
    files[OVERVIEW] = _overview(found, lines, named, plan)
    return HandedOut(files, len(keys), found, tuple(findings))


def called(key: str, plan: Plan) -> str:
    """The official name of an agency; the name itself where agencies.yaml does not have it."""
    return plan.agencies[key].name.value if key in plan.agencies else key


def stems(keys: Iterable[str]) -> Iterator[str]:
    """A file name for each agency that every system takes: small letters without marks, digits, -.

    No two are alike, also where case does not count; none is a device of Windows, such as `con`.
    """
    taken: set[str] = set()
    for key in keys:
        plain = re.sub(r"[^a-z0-9]+", "-", without_marks(key).lower()).strip("-")
        stem = first = f"phieu-{plain[:LONGEST_STEM].rstrip('-') or 'co-quan'}"
        number = 1
        while stem in taken:
            number += 1
            stem = f"{first}-{number}"
        taken.add(stem)
        yield stem


def _letter(
    key: str, name: str, found: Sequence[Duty], view: View, form: tuple[Template, Path]
) -> tuple[bytes, list[Finding]]:
    """The Word sheet, read back as a plan is."""
    template, root = form
    sheet = sheet_of(key, name, found, view)
    data, findings = render(template, sheet)
    return data, findings or verify(data, sheet.pieces, root / TEMPLATE, name)


def _overview(
    found: Sequence[Duty], lines: Mapping[str, Line], files: Mapping[str, str], plan: Plan
) -> bytes:
    """Who has what: by agency, by duty, and what nobody has; `files` are the stems by agency."""
    agencies: list[list[Value]] = []
    for key, stem in files.items():
        mine = [duty for duty in found if key in duty.given]
        rows = sum(duty.row is not None for duty in mine)
        names = "; ".join(dict.fromkeys(duty.given[key] for duty in mine))
        agencies.append([called(key, plan), len(mine) - rows, rows, stem, names])
    given: list[list[Value]] = []
    left: list[list[Value]] = []
    for duty in found:
        line, whose = lines[duty.address], "; ".join(called(key, plan) for key in duty.given)
        where = str(duty.where.where)
        given.append([line.place, line.words, line.time or None, whose or None, where])
        if duty in unclear([duty]):
            left.append([line.place, line.words, "; ".join(duty.unknown) or None, where])
    made = Workbook()
    del made[made.sheetnames[0]]
    for title, columns, rows_of_sheet in (
        ("Cơ quan", BY_AGENCY, agencies), ("Nhiệm vụ", BY_DUTY, given),
        ("Chưa rõ giao ai", UNCLEAR, left),
    ):  # fmt: skip
        sheet = made.create_sheet(title)
        fill(sheet, columns, rows_of_sheet)
        set_header(sheet, "Ai làm gì")
    return workbook_bytes(made)
