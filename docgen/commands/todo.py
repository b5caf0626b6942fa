"""`docgen todo [NĂM]`: what is still to be done in a plan, by kind; for one agency; as a file."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from docgen import pipeline
from docgen.commands.chosen_agency import agency_key
from docgen.commands.chosen_year import folder_of
from docgen.commands.deliver import deliver
from docgen.commands.say import CLEAN, FINDINGS, USAGE, Say
from docgen.edit.work_list import Job, Kind, as_text, of_agency
from docgen.output import OUTPUT
from docgen.plan.model import Plan
from docgen.report import findings as report

SHOWN = 3  # of the places with the same words, where not all are asked for


def run(options: Namespace, say: Say) -> int:
    """`docgen todo [NĂM] [--agency MÃ] [-o TỆP]`; a file that ends in .xlsx is a workbook."""
    from docgen.edit.work_left import work_left

    folder = folder_of(options.root, options.year, say)
    if folder is None:
        return USAGE
    checked = pipeline.check(folder, options.root, on_stage=say.stage)
    if checked.plan is None:
        say.out(report.as_text(checked.findings))
        return FINDINGS
    kinds = work_left(checked.plan, checked.findings, folder.name, options.root)
    if options.agency:
        key = agency_key(options.agency, checked.plan, say)
        if key is None:
            return USAGE
        kinds = of_agency(kinds, key, checked.plan)
    if options.output:
        data = as_file(kinds, options.output, checked.plan)
        return deliver(data, options.output, options.root, say)
    say.out(as_text(kinds))
    return CLEAN


def default_file(root: Path, year: str) -> Path:
    """Where `docgen new` puts the list of a year."""
    return root / OUTPUT / f"can-lam_{year}.xlsx"


def as_file(kinds: Sequence[Kind], path: Path, plan: Plan) -> bytes:
    """The list as a workbook, or as a text where the name of the file does not end in .xlsx."""
    if path.suffix.lower() != ".xlsx":
        return f"{as_text(kinds)}\n".encode()
    from openpyxl import Workbook

    from docgen.diff.forms.sheets import Column, Value, fill, set_header, workbook_bytes

    workbook = Workbook()
    del workbook[workbook.sheetnames[0]]
    sheet = workbook.create_sheet("Cần làm")
    columns = [
        Column("Số", 6), Column("Loại việc", 22), Column("Ở đâu trên văn bản", 34),
        Column("Cơ quan", 26), Column("Việc cần làm", 46), Column("Cách làm", 40),
        Column("Năm trước", 30), Column("Tệp và dòng", 28),
    ]  # fmt: skip
    jobs = [(kind.title, job) for kind in kinds for job in kind.jobs]
    rows: list[list[Value]] = [
        [
            number, title, job.owner, _names(job, plan), job.finding.message, job.finding.hint,
            job.last, str(job.finding.where),
        ]
        for number, (title, job) in enumerate(jobs, 1)
    ]  # fmt: skip
    fill(sheet, columns, rows)
    set_header(sheet, f"Việc cần làm, kế hoạch năm {plan.year.value if plan.year else ''}".rstrip())
    return workbook_bytes(workbook)


def _names(job: Job, plan: Plan) -> str:
    """The agencies that a job concerns, in the order of the list of agencies."""
    named = (plan.agencies[key].name for key in plan.agencies if key in job.agencies)
    return "; ".join(name.value for name in named if name)
