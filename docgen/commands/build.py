"""`docgen build [NĂM]`: checks a plan and writes its document."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from docgen import pipeline
from docgen.commands.chosen_year import folder_of
from docgen.commands.say import CLEAN, FINDINGS, USAGE, Say
from docgen.docx.pdf import Pdf, to_pdf
from docgen.finding import Severity
from docgen.load.folder import shown
from docgen.report import findings as report
from docgen.report.summary import facts

MOST_SHOWN = 20


def run(options: Namespace, say: Say) -> int:
    """`docgen build [NĂM]`."""
    folder = folder_of(options.root, options.year, say)
    if folder is None:
        return USAGE
    built = pipeline.build(
        folder,
        options.root,
        draft=options.draft,
        force=options.force,
        strict=options.strict,
        on_stage=say.stage,
    )
    say.stage("tạo PDF")
    pdf = to_pdf(built.written.path) if options.pdf and built.written else None
    data = {"year": folder.name, **_outcome(built, pdf, options.root)}
    if options.json:
        say.out(report.as_json(data))
    else:
        say.out(_in_words(data, built, Severity.WARNING if options.strict else Severity.ERROR))
    return CLEAN if built.written else FINDINGS


def _outcome(built: pipeline.Built, pdf: Pdf | None, root: Path) -> dict[str, Any]:
    """What a build did, as plain values."""
    written, checked = built.written, built.checked
    return {
        "written": shown(written.path, root) if written else None,
        "changed": bool(written and written.changed),
        "kept": shown(written.kept, root) if written and written.kept else None,
        "pdf": shown(pdf.path, root) if pdf and pdf.path else None,
        "pages": pdf.pages if pdf else None,
        "note": pdf.reason if pdf else "",
        "facts": facts(checked.plan, checked.view) if checked.plan and checked.view else [],
        "issues": report.as_data(built.findings),
    }


def _in_words(outcome: dict[str, Any], built: pipeline.Built, blocking: Severity) -> str:
    """A few lines: what forbade the document in full, or where it is and what to look at."""
    counts = report.tally(built.findings)
    if not outcome["written"]:
        forbade = [finding for finding in built.findings if finding.severity >= blocking]
        return f"{report.as_text(forbade)}\n\nChưa tạo văn bản: {counts}."
    done = "Đã tạo" if outcome["changed"] else "Không có gì thay đổi:"
    lines = [f"{done} {outcome['written']}"]
    if outcome["kept"]:
        lines.append(f"  bản đã sửa trong Word giữ ở {outcome['kept']}")
    if outcome["pdf"]:
        lines.append(f"  {outcome['pdf']}: {outcome['pages']} trang")
    lines += [f"  {line}" for line in (outcome["note"], *outcome["facts"]) if line]
    if counts:
        lines.append(f"  Còn {counts}; xem từng chỗ: docgen check {outcome['year']}")
    serious = [finding for finding in built.findings if finding.severity > Severity.INFO]
    lines += [f"    {report.in_a_line(finding)}" for finding in serious[:MOST_SHOWN]]
    if len(serious) > MOST_SHOWN:
        lines.append(f"    … và {len(serious) - MOST_SHOWN} chỗ nữa")
    return "\n".join(lines)
