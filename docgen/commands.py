"""What each command of the command line does: it calls the pipeline and says the outcome.

A command takes the parsed options and a `Say`; it gives the exit code.
"""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any, Protocol

from docgen import pipeline
from docgen.issue import Issue, Severity, in_order
from docgen.load.plan import shown
from docgen.pdf import Pdf, to_pdf
from docgen.report import issues as report
from docgen.report.summary import facts

CLEAN, ISSUES, USAGE = 0, 1, 2
MOST_SHOWN = 20


class Say(Protocol):
    """How a command speaks; only `cli` prints."""

    def out(self, text: str) -> None:
        """The answer itself."""

    def problem(self, text: str) -> None:
        """What is wrong with the call."""

    def stage(self, name: str) -> None:
        """What is going on, shown when it takes more than a second."""


def build(options: Namespace, say: Say) -> int:
    """`docgen build [NĂM]`."""
    folder = _folder(options.root, options.year, say)
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
    return CLEAN if built.written else ISSUES


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
        "issues": report.as_data(built.issues),
    }


def _in_words(outcome: dict[str, Any], built: pipeline.Built, blocking: Severity) -> str:
    """A few lines: what forbade the document in full, or where it is and what to look at."""
    counts = report.tally(built.issues)
    if not outcome["written"]:
        forbade = [issue for issue in built.issues if issue.severity >= blocking]
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
    serious = [issue for issue in built.issues if issue.severity > Severity.INFO]
    lines += [f"    {report.in_a_line(issue)}" for issue in serious[:MOST_SHOWN]]
    if len(serious) > MOST_SHOWN:
        lines.append(f"    … và {len(serious) - MOST_SHOWN} chỗ nữa")
    return "\n".join(lines)


def check(options: Namespace, say: Say) -> int:
    """`docgen check [NĂM|TỆP…]`: plans, single content files, documents, or the template."""
    if options.template:
        return _check_template(options, say)
    if options.fix:
        return _fix(options, say)
    issues: list[Issue] = []
    for target in options.targets or [None]:
        found = _check_one(options, target, say)
        if found is None:
            return USAGE
        issues += found
    return _say_issues(options, say, in_order(issues), "Đã kiểm tra")


def _check_one(options: Namespace, target: str | None, say: Say) -> list[Issue] | None:
    """The issues of one year or file; `None` after saying why there is nothing to check."""
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
    folder = _folder(options.root, target, say)
    if folder is None:
        return None
    checked = pipeline.check(folder, options.root, on_stage=say.stage)
    if options.report and checked.plan:
        from docgen.report.sheet import write_report
        from docgen.rulebook import every_rule

        write_report(checked, len(every_rule()), options.report)
        say.problem(f"đã ghi {shown(options.report, options.root)}")
    return [issue for issue in checked.issues if only in ("", issue.where.file)]


def _check_document(path: Path, root: Path, say: Say) -> list[Issue] | None:
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
    issues = lint(path, pipeline.TEMPLATE.as_posix())
    if options.comments:
        write_comments(path, issues, options.comments)
        say.problem(f"đã ghi nhận xét vào {shown(options.comments, options.root)}")
    return _say_issues(options, say, in_order(issues), "Tệp mẫu")


def _say_issues(options: Namespace, say: Say, issues: list[Issue], title: str) -> int:
    if options.sarif:
        from docgen.rulebook import every_rule

        say.out(report.as_sarif(issues, every_rule()))
    elif options.json:
        say.out(report.as_json({"issues": report.as_data(issues)}))
    else:
        if issues:
            say.out(report.as_text(issues) + "\n")
        say.out(f"{title}: {report.tally(issues) or 'không có lỗi'}.")
    return ISSUES if pipeline.blocked(issues, strict=options.strict) else CLEAN


def _fix(options: Namespace, say: Say) -> int:
    """`docgen check --fix`: mends what is mechanical and shows each change."""
    from docgen.fix import fix_files

    folder = _folder(options.root, next(iter(options.targets), None), say)
    if folder is None:
        return USAGE
    checked = pipeline.check(folder, options.root, on_stage=say.stage)
    differences, issues = fix_files(checked, options.root)
    for difference in differences:
        say.out(difference)
    say.out(f"Đã sửa {len(differences)} tệp." if differences else "Không có gì tự sửa được.")
    if issues:
        say.out(report.as_text(issues))
    return ISSUES if pipeline.blocked(issues) else CLEAN


def rules(options: Namespace, say: Say) -> int:
    """`docgen rules [MÃ]`."""
    from docgen.rulebook import every_rule

    known = {rule.code: rule for rule in every_rule()}
    if options.code is None:
        for rule in known.values():
            law = f"  [{rule.clause}]" if rule.clause else ""
            say.out(f"{rule.code}  {rule.severity.label:<8}  {rule.title}{law}")
        return CLEAN
    wanted = known.get(options.code.upper())
    if wanted is None:
        say.problem(f"không có quy tắc {options.code}; xem danh sách: docgen rules")
        return USAGE
    say.out(f"{wanted.code} ({wanted.severity.label}): {wanted.title}\n{wanted.reason}")
    if wanted.clause:
        say.out(f"Căn cứ: Nghị định 30/2020/NĐ-CP, {wanted.clause}")
    return CLEAN


def new(options: Namespace, say: Say) -> int:
    """`docgen new NĂM --from NĂM`."""
    from docgen.next_year.start import start_year

    if not (options.year.isdigit() and options.source.isdigit()):
        say.problem("năm viết bằng chữ số, ví dụ: docgen new 2025 --from 2024")
        return USAGE
    started = start_year(options.root, int(options.year), int(options.source))
    if started.issues:
        say.out(report.as_text(started.issues))
        return ISSUES
    for path in started.files:
        say.out(f"Đã tạo {shown(path, options.root)}")
    say.out(f"\nCần làm ({len(started.to_do)} chỗ):")
    for issue in started.to_do:
        say.out(f"  {issue.where}: {issue.message}" + (f". {issue.hint}" if issue.hint else ""))
    return CLEAN


def diff(options: Namespace, say: Say) -> int:
    """`docgen diff CŨ MỚI`."""
    from docgen.diff.command import run

    return run(options, say)


def read(options: Namespace, say: Say) -> int:
    """`docgen read TỆP.docx`."""
    from docgen.docx_text import NotADocx, plain_text
    from docgen.docx_text import read as read_docx

    try:
        say.out(plain_text(read_docx(options.file)).rstrip("\n"))
    except NotADocx as error:
        say.problem(f"{options.file}: {error}")
        return ISSUES
    except OSError:
        say.problem(f"không đọc được tệp {options.file}")
        return ISSUES
    return CLEAN


def schema(options: Namespace, say: Say) -> int:
    """`docgen schema`: the schemas beside the content, or on the screen."""
    from docgen.schema import schemas

    if options.print:
        say.out(report.as_json(schemas()))
        return CLEAN
    folder = options.root / "schemas"
    folder.mkdir(exist_ok=True)
    for name, value in schemas().items():
        path = folder / f"{name}.schema.json"
        path.write_text(report.as_json(value) + "\n", encoding="utf-8", newline="\n")
        say.out(f"Đã ghi {shown(path, options.root)}")
    return CLEAN


def watch(options: Namespace, say: Say) -> int:
    """`docgen watch [NĂM]`: builds on every save until stopped."""
    from watchfiles import watch as changes

    folder = _folder(options.root, options.year, say)
    if folder is None:
        return USAGE
    once = Namespace(
        root=options.root,
        year=folder.name,
        **dict.fromkeys(("draft", "force", "strict", "json", "pdf"), False),
    )
    say.out(f"Đang theo dõi kế hoạch {folder.name}; nhấn Ctrl+C để dừng.")
    build(once, say)
    for _ in changes(options.root / pipeline.CONTENT, (options.root / pipeline.TEMPLATE).parent):
        build(once, say)
    return CLEAN


def _folder(root: Path, year: str | None, say: Say) -> Path | None:
    """The folder of the year asked for, or of the newest; says so where there is none."""
    content = root / pipeline.CONTENT
    known = pipeline.years(root)
    if not known:
        say.problem(f"không thấy kế hoạch nào trong {content}; chỉ thư mục khác bằng -C")
        return None
    year = year or known[-1]
    if year not in known:
        say.problem(f"không có kế hoạch năm {year}; các năm đang có: {', '.join(known)}")
        return None
    return content / year
