"""What each command of the command line does: it calls the pipeline and says the outcome.

A command takes the parsed options and a `Say`; it gives the exit code.
"""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any, Protocol

from docgen import pipeline, report
from docgen.issue import Issue
from docgen.load import shown
from docgen.pdf import Pdf, to_pdf
from docgen.summary import facts

CLEAN, ISSUES, USAGE = 0, 1, 2


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
    folder = _folder(options, say)
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
    data = _outcome(built, pdf, options.root)
    if options.json:
        say.out(report.as_json(data))
    else:
        if built.issues:
            say.out(report.as_text(built.issues) + "\n")
        say.out(_in_words(data, report.tally(built.issues)))
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


def _in_words(outcome: dict[str, Any], counts: str) -> str:
    if not outcome["written"]:
        return f"Chưa tạo văn bản: {counts}."
    done = "Đã tạo" if outcome["changed"] else "Không có gì thay đổi:"
    lines = [f"{done} {outcome['written']}"]
    if outcome["kept"]:
        lines.append(f"  bản đã sửa trong Word giữ ở {outcome['kept']}")
    if outcome["pdf"]:
        lines.append(f"  {outcome['pdf']}: {outcome['pages']} trang")
    lines += [f"  {line}" for line in (outcome["note"], *outcome["facts"]) if line]
    return "\n".join(lines) + (f"\n  Còn {counts} ở trên." if counts else "")


def check(options: Namespace, say: Say) -> int:
    """`docgen check [NĂM|TỆP…]`."""
    folder = _folder(options, say)
    if folder is None:
        return USAGE
    checked = pipeline.check(folder, options.root, on_stage=say.stage)
    return _say_issues(options, say, checked.issues, f"Kế hoạch {folder.name}")


def _say_issues(options: Namespace, say: Say, issues: list[Issue], title: str) -> int:
    if options.sarif:
        say.out(report.as_sarif(issues, []))
    elif options.json:
        say.out(report.as_json({"issues": report.as_data(issues)}))
    else:
        if issues:
            say.out(report.as_text(issues) + "\n")
        say.out(f"{title}: {report.tally(issues) or 'không có lỗi'}.")
    return ISSUES if pipeline.blocked(issues, strict=options.strict) else CLEAN


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

    folder = _folder(options, say)
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


def _folder(options: Namespace, say: Say) -> Path | None:
    """The folder of the year asked for, or of the newest; says so where there is none."""
    content = options.root / pipeline.CONTENT
    known = pipeline.years(options.root)
    if not known:
        say.problem(f"không thấy kế hoạch nào trong {content}; chỉ thư mục khác bằng -C")
        return None
    year = options.year or known[-1]
    if year not in known:
        say.problem(f"không có kế hoạch năm {year}; các năm đang có: {', '.join(known)}")
        return None
    return Path(content / year)
