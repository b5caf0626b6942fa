"""Checks plans, single content files, documents, or the template, for `docgen check`."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from docgen import pipeline
from docgen.commands.chosen_year import folder_of
from docgen.commands.say import CLEAN, FINDINGS, USAGE, Say
from docgen.finding import Finding, Severity, in_order
from docgen.load.folder import shown
from docgen.report import findings as report

if TYPE_CHECKING:
    from docgen.docx.model import Document

YAML = (".yaml", ".yml")


def run(options: Namespace, say: Say) -> int:
    """`docgen check [NĂM|TỆP…]`: plans, single content files, documents, or the template."""
    if options.template:
        return _check_template(options, say)
    if options.fix:
        return _fix(options, say)
    if options.learn or options.write or options.accept:
        from docgen.commands import learn

        return learn.run(options, say)
    findings: list[Finding] = []
    undelivered = CLEAN
    for target in options.targets or [None]:
        path = Path(target or "")
        if path.suffix.lower() == ".docx":
            found = _check_document(path, options.root, say)
        else:
            checked = _checked(options, target, say)
            found = _of_file(checked, path, options.root) if checked else None
            if checked and checked.plan and options.report:
                undelivered = _report(checked, options, say)
        if found is None:
            return USAGE
        findings += found
    return _say_findings(options, say, in_order(findings), "Đã kiểm tra") or undelivered


def _checked(options: Namespace, target: str | None, say: Say) -> pipeline.Checked | None:
    """The plan of a year or of a file, checked; `None` after saying why there is none."""
    path = Path(target or "")
    if path.suffix.lower() in YAML:
        if not path.is_file():
            say.problem(f"không có tệp {target}")
            return None
        target = path.resolve().parent.name
        target = target if target in pipeline.years(options.root) else None
    folder = folder_of(options.root, target, say)
    if folder is None:
        return None
    return pipeline.check(folder, options.root, on_stage=say.stage)


def _of_file(checked: pipeline.Checked, path: Path, root: Path) -> list[Finding]:
    """The findings of a plan, or of one of its files where `path` names one."""
    if path.suffix.lower() not in YAML:
        return checked.findings
    return [each for each in checked.findings if each.where.file == shown(path, root)]


def _report(checked: pipeline.Checked, options: Namespace, say: Say) -> int:
    from docgen.commands.deliver import deliver
    from docgen.report.sheet import report as sheet
    from docgen.rulebook import every_rule

    data = sheet(checked, len(every_rule()))
    return deliver(data, options.report, options.root, say, say.problem)


def _check_document(path: Path, root: Path, say: Say) -> list[Finding] | None:
    """The form of a document, and what it says otherwise than the content it was built from.

    Where that content is known, what is a hint on paper is one at the content's own line.
    """
    from docgen.accept.against import NOT_COMPARED, against_content
    from docgen.paper import check_paper

    name = shown(path, root)
    try:
        data = path.read_bytes()
    except OSError:
        say.problem(f"không đọc được tệp {path}")
        return None
    against = against_content(data, name, root)
    form = check_paper(data, name, _template(data, root))
    if not any(each.code == NOT_COMPARED.code for each in against):
        form = [each for each in form if each.severity > Severity.INFO]
    return [*form, *against]


def _template(data: bytes, root: Path) -> Document | None:
    """The template that a document was built with, where there is one that can be read."""
    from docgen.builds import kept_files, stamp_of, template_among
    from docgen.docx.read import NotADocx, read

    try:
        return read(root / template_among(kept_files(stamp_of(data), root)))
    except (OSError, NotADocx):
        return None


def _check_template(options: Namespace, say: Say) -> int:
    """`docgen check --template`; with `--comments` the findings go into a copy as comments."""
    from docgen.commands.deliver import deliver
    from docgen.template_lint import lint, with_comments

    path = options.root / pipeline.TEMPLATE
    findings = lint(path, pipeline.TEMPLATE.as_posix())
    undelivered = CLEAN
    if options.comments:
        data = with_comments(path, findings)
        undelivered = deliver(data, options.comments, options.root, say, say.problem)
    return _say_findings(options, say, in_order(findings), "Tệp mẫu") or undelivered


def _fix(options: Namespace, say: Say) -> int:
    """`docgen check --fix`: mends what is mechanical and shows each change."""
    from docgen.edit.fix import fix_files

    folder = folder_of(options.root, next(iter(options.targets), None), say)
    if folder is None:
        return USAGE
    checked = pipeline.check(folder, options.root, on_stage=say.stage)
    differences, findings = fix_files(checked, options.root)
    for difference in differences:
        say.out(difference)
    say.out(f"Đã sửa {len(differences)} tệp." if differences else "Không có gì tự sửa được.")
    if findings:
        say.out(report.as_text(findings))
    return FINDINGS if pipeline.blocked(findings) else CLEAN


def _say_findings(options: Namespace, say: Say, findings: list[Finding], title: str) -> int:
    if options.sarif:
        from docgen.rulebook import every_rule

        say.out(report.as_sarif(findings, every_rule()))
    elif options.json:
        say.out(report.as_json({"issues": report.as_data(findings)}))
    else:
        if findings:
            say.out(report.as_text(findings) + "\n")
        say.out(f"{title}: {report.tally(findings) or 'không có lỗi'}.")
    return FINDINGS if pipeline.blocked(findings, strict=options.strict) else CLEAN
