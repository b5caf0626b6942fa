"""`docgen excel out|in|scores`: tables and tasks out to Excel, and back as edits of the content."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from docgen import limits
from docgen.commands.chosen_agency import agency_key
from docgen.commands.chosen_year import folder_of
from docgen.commands.deliver import deliver
from docgen.commands.say import FINDINGS, USAGE, Say
from docgen.commands.taking import take
from docgen.output import OUTPUT
from docgen.report import findings as report

if TYPE_CHECKING:
    from docgen.accept.base import Base


def run(options: Namespace, say: Say) -> int:
    """What was asked of `docgen excel`."""
    return {"out": _out, "in": _in, "scores": _scores}[options.what](options, say)


def _today(folder: Path, options: Namespace, say: Say, stage: str) -> Base | None:
    """The plan as it prints today; None where it cannot be read, which is said."""
    from docgen.accept.base import base_today

    say.stage(stage)
    base, findings = base_today(folder, options.root)
    if base is None:
        say.out(report.as_text(findings))
    return base


def _out(options: Namespace, say: Say) -> int:
    """`docgen excel out`: writes the workbook."""
    from docgen.sheets.lines import sheets_of
    from docgen.sheets.out import chosen, workbook_of

    folder = folder_of(options.root, options.year, say)
    if folder is None:
        return USAGE
    base = _today(folder, options, say, "đọc nội dung")
    if base is None:
        return FINDINGS
    plan = base.paper.plan
    agency = agency_key(options.agency, plan, say) if options.agency else ""
    if agency is None:
        return USAGE
    found = sheets_of(base.paper)
    sheets = chosen(found, options.part or "", agency)
    if not sheets:
        named = ", ".join(each.name for each in found.sheets if each.lines)
        say.problem(f"không có dòng nào như vậy; các bảng đang có: {named}")
        return USAGE
    say.stage("ghi tệp Excel")
    suffix = f"_{agency}" if agency else ""
    path = options.output or options.root / OUTPUT / f"bang_{folder.name}{suffix}.xlsx"
    data = workbook_of(plan, sheets, folder.name, found.sheets)
    return deliver(data, path, options.root, say)


def _in(options: Namespace, say: Say) -> int:
    """`docgen excel in`: shows what was edited in a workbook; with `--write` takes it home."""
    from docgen.sheets.look import look
    from docgen.sheets.read import read_workbook
    from docgen.workbooks import NotReadable

    say.stage("đọc tệp Excel")
    try:
        returned = read_workbook(limits.read_bytes(options.file, limits.PACKAGE))
    except (OSError, NotReadable) as error:
        why = error if isinstance(error, NotReadable | limits.TooLarge) else "không đọc được tệp"
        say.problem(f"{options.file}: {why}")
        return USAGE
    folder = folder_of(options.root, options.year or returned.written.year, say)
    if folder is None:
        return USAGE
    found = look(returned, folder, options.root)
    if found.findings:
        say.out(report.as_text(list(found.findings)))
        return FINDINGS
    for fault in returned.faults:
        say.problem(f"{options.file.name}: {fault}")
    return take(found, options, say, "Excel", "excel in").code


def _scores(options: Namespace, say: Say) -> int:
    """`docgen excel scores`: published scores as edits; codes that only one side has are listed."""
    from docgen.sheets.lines import sheets_of
    from docgen.sheets.published import read_published
    from docgen.sheets.scores import scored, table_for
    from docgen.workbooks import NotReadable

    folder = folder_of(options.root, options.year, say)
    if folder is None:
        return USAGE
    base = _today(folder, options, say, "đọc tệp điểm")
    if base is None:
        return FINDINGS
    today = sheets_of(base.paper)
    sheet = table_for(today, options.into)
    if sheet is None:
        say.problem(
            f"không có bảng nào vừa có cột code vừa có cột {options.into}; chọn bằng --into"
        )
        return USAGE
    title = next(each.title for each in sheet.columns if each.key == options.into)
    try:
        data = limits.read_bytes(options.file, limits.PACKAGE)
        found = read_published(
            data, options.file.name, options.code or "", options.score or "", title,
            point=options.point,
        )  # fmt: skip
    except (OSError, NotReadable) as error:
        why = error if isinstance(error, NotReadable | limits.TooLarge) else "không đọc được tệp"
        say.problem(f"{options.file}: {why}")
        return USAGE
    result = scored(found.scores, sheet.name, options.into, base, today)
    code, score = found.columns
    say.out(f"Mã ở cột “{code}”, điểm ở cột “{score}”: {len(found.scores)} dòng.\n")
    taken = take(result.accepted, options, say, "điểm", "excel scores")
    for what, codes in (
        ("Mã có hai điểm khác nhau, không lấy", result.twice),
        ("Mã trong tệp mà bảng không có", result.unknown),
        ("Mã trong bảng mà tệp không có điểm", result.missing),
    ):
        if codes:
            say.out(f"\n{what} ({len(codes)}): {', '.join(codes)}")
    return taken.code
