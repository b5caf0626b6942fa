"""`docgen check [NĂM|TỆP…]`: plans, single content files, documents, or the template."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from docgen import pipeline
from docgen.commands.chosen_year import folder_of
from docgen.commands.say import CLEAN, FINDINGS, USAGE, Say
from docgen.finding import Finding, in_order
from docgen.load.folder import shown
from docgen.report import findings as report


def run(options: Namespace, say: Say) -> int:
    """`docgen check [NĂM|TỆP…]`: plans, single content files, documents, or the template."""
    if options.template:
        return _check_template(options, say)
    if options.fix:
        return _fix(options, say)
    findings: list[Finding] = []
    for target in options.targets or [None]:
        found = _check_one(options, target, say)
        if found is None:
            return USAGE
        findings += found
    return _say_findings(options, say, in_order(findings), "Đã kiểm tra")


def _check_one(options: Namespace, target: str | None, say: Say) -> list[Finding] | None:
    """The findings of one year or file; `None` after saying why there is nothing to check."""
    path = Path(target or "")
    if path.suffix == ".docx":
        return _check_document(path, options.root, say)
    only = ""
    if path.suffix in (".yaml", ".yml"):
        if not path.is_file():
            say.problem(f"không có tệp {target}")
            return None
        only = shown(path, options.root)
        target = path.resolve().parent.name
        target = target if target in pipeline.years(options.root) else None
    folder = folder_of(options.root, target, say)
    if folder is None:
        return None
    checked = pipeline.check(folder, options.root, on_stage=say.stage)
    if options.report and checked.plan:
        from docgen.report.sheet import write_report
        from docgen.rulebook import every_rule

        write_report(checked, len(every_rule()), options.report)
        say.problem(f"đã ghi {shown(options.report, options.root)}")
    return [finding for finding in checked.findings if only in ("", finding.where.file)]


def _check_document(path: Path, root: Path, say: Say) -> list[Finding] | None:
    from docgen.paper import check_paper

    try:
        return check_paper(path.read_bytes(), shown(path, root))
    except OSError:
        say.problem(f"không đọc được tệp {path}")
        return None


def _check_template(options: Namespace, say: Say) -> int:
    """`docgen check --template`; with `--comments` the findings go into a copy as comments."""
    from docgen.template_lint import lint, write_comments

    path = options.root / pipeline.TEMPLATE
    findings = lint(path, pipeline.TEMPLATE.as_posix())
    if options.comments:
        write_comments(path, findings, options.comments)
        say.problem(f"đã ghi nhận xét vào {shown(options.comments, options.root)}")
    return _say_findings(options, say, in_order(findings), "Tệp mẫu")


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
