"""`docgen sheets [NĂM]`: a Word sheet and a workbook for each agency of a plan."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook

from docgen import pipeline
from docgen.commands.chosen_year import folder_of
from docgen.commands.say import CLEAN, FINDINGS, USAGE, Say
from docgen.finding import Severity
from docgen.load.folder import shown
from docgen.output import OUTPUT, save
from docgen.report import findings as report
from docgen.tasking.hand_out import HandedOut, hand_out, unclear
from docgen.tasking.workbook import Add

FOLDER = OUTPUT / "phieu"
SHOWN = 10  # of what is left over


def run(options: Namespace, say: Say) -> int:
    """`docgen sheets [NĂM] [--draft]`: writes them into output/phieu/NĂM/."""
    folder = folder_of(options.root, options.year, say)
    if folder is None:
        return USAGE
    checked = pipeline.check(folder, options.root, draft=options.draft, on_stage=say.stage)
    waived = pipeline.GAPS if options.draft else ()
    if (
        checked.plan is None
        or checked.view is None
        or pipeline.blocked(checked.findings, waived=waived)
    ):
        errors = [each for each in checked.findings if each.severity is Severity.ERROR]
        say.out(report.as_text(errors))
        return FINDINGS
    say.stage("lập phiếu giao việc")
    add = _content(folder, options.root)
    made = hand_out(checked.plan, checked.view, folder.name, options.root, add)
    if made.findings:
        say.out(report.as_text(list(made.findings)))
        return FINDINGS
    target = options.root / FOLDER / folder.name
    code = _write(made, target, options.root, say) if made.agencies else CLEAN
    say.out("\n".join(_told(made, target, folder.name, options.root)))
    return code


def _content(folder: Path, root: Path) -> Add:
    """What puts the tables and tasks of an agency into its workbook, for `docgen excel in`."""
    from docgen.accept.base import base_today
    from docgen.sheets.lines import sheets_of
    from docgen.sheets.out import add_sheets, only
    from docgen.sheets.whose import Whose

    base, _ = base_today(folder, root)
    found = sheets_of(base.paper) if base else None
    whose = Whose(found) if found else None

    def add(key: str, workbook: Workbook) -> None:
        if found is None or whose is None:
            return
        own = (only(each, whose.of(key, each)) for each in found.sheets)
        sheets = [each for each in own if each.lines]
        if sheets:
            add_sheets(workbook, found.paper.plan, sheets, folder.name, found.sheets)

    return add


def _write(made: HandedOut, target: Path, root: Path, say: Say) -> int:
    code = CLEAN
    for name, data in made.files.items():
        if refused := save(target / name, data, shown(target / name, root), root):
            say.problem(f"{refused.message}. {refused.hint}")
            code = FINDINGS
    return code


def _told(made: HandedOut, target: Path, year: str, root: Path) -> Iterator[str]:
    given = [duty for duty in made.duties if duty.given]
    rows = sum(duty.row is not None for duty in given)
    if made.agencies:
        yield (
            f"{len(given) - rows} nhiệm vụ trong lời văn, {rows} dòng của bảng giao cho "
            f"{made.agencies} cơ quan."
        )
        yield f"Mỗi cơ quan một phiếu Word, một tệp Excel trong {shown(target, root)}."
    else:
        yield f"Kế hoạch {year} không giao việc cho cơ quan nào."
    left = unclear(made.duties)
    for duty in left[:SHOWN]:
        unknown = ", ".join(f"“{each}”" for each in duty.unknown)
        named = f"{unknown} chưa có trong agencies.yaml, phiếu lấy đúng tên này"
        yield f"  {duty.where.where}: {named if unknown else 'không ghi cơ quan nào'}"
    if len(left) > SHOWN:
        yield f"  … và {len(left) - SHOWN} dòng nữa"
    stale = sorted(path.name for path in target.glob("phieu-*") if path.name not in made.files)
    if stale:
        yield f"Phiếu cũ, kế hoạch không còn giao việc: {', '.join(stale)}"
