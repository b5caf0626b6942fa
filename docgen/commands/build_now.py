"""Checks a plan and writes its document, for `docgen build`."""

from __future__ import annotations

from argparse import Namespace
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from docgen import pipeline
from docgen.builds import base_of
from docgen.commands.answers_kept import keep_unchanged
from docgen.commands.chosen_year import folder_of
from docgen.commands.say import CLEAN, FINDINGS, USAGE, Say
from docgen.finding import Finding, Severity
from docgen.load.folder import shown
from docgen.report import findings as report
from docgen.report.summary import facts

if TYPE_CHECKING:
    from docgen.docx.pdf import Pdf


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
    pdf = _pdf(built.written.path, say) if options.pdf and built.written else None
    data = {"year": folder.name, **_outcome(built, pdf, options.root)}
    least = Severity.WARNING if options.strict else Severity.ERROR

    def said(outcome: dict[str, Any]) -> str:
        return report.as_json(outcome) if options.json else _in_words(outcome, built, least)

    edited = "" if options.json else _edited(folder, options.root, built)
    say.out(f"{said(data)}\n\n{edited}" if edited else said(data))
    if built.written is None:
        return FINDINGS
    if pdf is None:
        again = said({**data, "changed": False, "kept": None})
        keep_unchanged(options, folder, again, base_of(built.written.path.read_bytes()))
    return CLEAN


def _pdf(document: Path, say: Say) -> Pdf:
    from docgen.docx.pdf import to_pdf

    say.stage("tạo PDF")
    return to_pdf(document)


def _edited(folder: Path, root: Path, built: pipeline.Built) -> str:
    """What was edited in Word in a document that docgen does not write over."""
    from docgen.output import EDITED, OUTPUT

    if not any(finding.code == EDITED.code for finding in built.findings):
        return ""
    from docgen.accept.look import answer, look
    from docgen.accept.terminal import as_text
    from docgen.docx.read import NotADocx

    try:
        found = look((root / OUTPUT / f"KH_{folder.name}.docx").read_bytes(), folder, root)
    except (OSError, NotADocx):
        return ""
    return as_text(found, answer(found, {}), {})


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
        lines.append(
            f"  Nên xem trước khi trình ký: {counts}. Xem từng chỗ: docgen check {outcome['year']}"
        )
    serious = [finding for finding in built.findings if finding.severity > Severity.INFO]
    return "\n".join([*lines, *(f"    {line}" for line in _by_kind(serious))])


def _by_kind(findings: Iterable[Finding]) -> Iterator[str]:
    """A line for each kind of fault, the most frequent first: how often, and where."""
    kinds: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        kinds[finding.code].append(finding)
    for found in sorted(kinds.values(), key=lambda kind: -len(kind)):
        files = groupby(found, key=lambda each: each.where.file)
        places = "; ".join(f"{PurePosixPath(file).name}:{_lines(group)}" for file, group in files)
        yield f"{len(found):>3} × {found[0].title} ({found[0].code}): {places}"


def _lines(findings: Iterable[Finding]) -> str:
    return ", ".join(dict.fromkeys(str(finding.where.line) for finding in findings))
