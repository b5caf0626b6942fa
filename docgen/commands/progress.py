"""`docgen progress TỆP.xlsx… [NĂM]`: what the agencies report, in one workbook and a Word table."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from docgen import limits, pipeline
from docgen.commands.chosen_year import folder_of
from docgen.commands.deliver import deliver
from docgen.commands.say import CLEAN, FINDINGS, USAGE, Say
from docgen.load.folder import load, shown
from docgen.output import OUTPUT
from docgen.plan.dates import Period
from docgen.project import year_named
from docgen.report import findings as report
from docgen.tasking.hand_out import OVERVIEW, called
from docgen.tasking.progress import Progress, counts, progress
from docgen.tasking.progress_document import document
from docgen.tasking.progress_workbook import Called, workbook
from docgen.tasking.read_back import NotAReport, Report, report_of
from docgen.tasking.status import VERDICTS
from docgen.vietnamese import parse_day
from docgen.view.plan import build_view

SHOWN = 10  # questions; the workbook has all


def run(options: Namespace, say: Say) -> int:
    """`docgen progress`: exit code 1 where something must be asked or a file was refused."""
    paths, year = _files_and_year([year_named(each, options.root) for each in options.files])
    today = parse_day(options.on) if options.on else datetime.now().astimezone().date()
    if today is None:
        say.problem(f"--on “{options.on}” không phải một ngày; ghi như 30/9/2024")
        return USAGE
    if not paths:
        say.problem("không thấy tệp .xlsx nào")
        return USAGE
    folder = folder_of(options.root, year or _year_of(paths, options.root), say)
    if folder is None:
        return USAGE
    plan, findings = load(folder, options.root)
    if plan is None:
        say.out(report.as_text(findings))
        return FINDINGS
    say.stage("đọc báo cáo")
    period = plan.year.value if plan.year else None
    reports, refused = _read(paths, folder.name, (period, today), options.root)
    view, _ = build_view(plan)
    found = replace(progress(plan, view, reports, today), refused=tuple(refused))

    def name(key: str) -> str:
        return called(key, plan)

    words, faults = document(found, plan, view, options.root, name)
    if faults:
        say.out(report.as_text(faults))
        return FINDINGS
    target = options.output or options.root / OUTPUT / f"tien-do_{folder.name}.xlsx"
    data = workbook(found, folder.name, name)
    code = deliver(data, target, options.root, say)
    code = deliver(words, target.with_suffix(".docx"), options.root, say) or code
    say.out("\n".join(_told(found, name)))
    return code or (FINDINGS if found.questions or found.strange or refused else CLEAN)


def _files_and_year(given: list[str]) -> tuple[list[Path], str | None]:
    """The files, those of a folder too, and the year where the last of what was given is one."""
    year = given[-1] if given and re.fullmatch(pipeline.YEAR_FOLDER, given[-1]) else None
    if year and Path(year).exists():
        year = None
    paths = [Path(each) for each in (given[:-1] if year else given)]
    return [file for path in paths for file in _files(path)], year


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for each in sorted(path.iterdir()):
        open_in_excel = each.name.startswith("~$")
        if each.suffix.lower() == ".xlsx" and each.name != OVERVIEW and not open_in_excel:
            yield each


def _year_of(paths: Iterable[Path], root: Path) -> str | None:
    """The year of the plan that the first file is of, if there is such a plan."""
    for path in paths:
        try:
            data = limits.read_bytes(path, limits.PACKAGE)
            year = report_of(data, path.name, None, date.max).year
        except (OSError, NotAReport):
            continue
        return year if year in pipeline.years(root) else None
    return None


def _read(
    paths: Iterable[Path], year: str, days: tuple[Period | None, date], root: Path
) -> tuple[list[Report], list[tuple[str, str]]]:
    """The reports, and the files that hold none with the reason."""
    reports: list[Report] = []
    refused: list[tuple[str, str]] = []
    for path in paths:
        name = shown(path, root)
        try:
            data = limits.read_bytes(path, limits.PACKAGE)
            found = report_of(data, name, *days)
        except NotAReport as error:
            refused.append((name, str(error)))
        except OSError:
            refused.append((name, "không đọc được tệp"))
        else:
            if found.year == year:
                reports.append(found)
            else:
                refused.append((name, f"là phiếu của kế hoạch {found.year}"))
    return reports, refused


def _told(found: Progress, name: Called) -> Iterator[str]:
    counted = counts(found.records)
    said = [
        f"{title.lower()}: {counted[each]}" for each, title in VERDICTS.items() if counted[each]
    ]
    yield f"{len(found.records)} việc; {', '.join(said)}."
    if found.silent:
        yield f"Chưa gửi báo cáo ({len(found.silent)}): {', '.join(map(name, found.silent))}."
    for file, why in found.refused:
        yield f"Không dùng {file}: {why}."
    for each in found.questions[:SHOWN]:
        yield f"Cần hỏi {each.unit} ({each.place}): {each.question}"
    if len(found.questions) > SHOWN:
        yield f"… và {len(found.questions) - SHOWN} chỗ nữa, xem trang “Cần hỏi lại”."
    for file, line in found.strange[:SHOWN]:
        yield f"{file}, dòng {line.row}: việc này không còn trong Kế hoạch."
