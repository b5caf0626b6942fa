"""`docgen gather TỆP.docx… [NĂM]`: what many people sent back, as one list; its decisions made."""

from __future__ import annotations

import re
from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.commands.chosen_year import folder_of
from docgen.commands.deliver import deliver
from docgen.commands.say import CLEAN, FINDINGS, USAGE, Say
from docgen.load.folder import shown
from docgen.pipeline import YEAR_FOLDER
from docgen.project import year_named
from docgen.report import findings as report

if TYPE_CHECKING:
    from docgen.gather.collect import Gathering
    from docgen.gather.decision import Decided
    from docgen.gather.opinion import Received

    Files = tuple[list[tuple[str, bytes]], list[Received]]

ENDINGS = {"html": ".html", "xlsx": ".xlsx", "docx": ".docx"}
NO_FILES = "còn thiếu: TỆP.docx (các bản góp ý), hoặc --decided TỆP.xlsx"
NOT_KEPT = "không còn bản góp ý {}: ghi đường dẫn các bản sau lệnh rồi chạy lại"
NONE_READ = "không đọc được bản góp ý nào:"
NO_SUCH = "--take ghi như 1=a,3=b: số của câu hỏi và chữ của cách chọn"
NOTHING_TO_WRITE = "--write đi cùng --decided: ghi các ý kiến đã quyết định tiếp thu"


def run(options: Namespace, say: Say) -> int:
    """`docgen gather`: lists; with `--decided` carries decisions out, `--write` makes the edits."""
    paths, year = _files_and_year([year_named(each, options.root) for each in options.files])
    decided = _decided(paths, options, say)
    if decided is None:
        return USAGE
    folder = folder_of(options.root, year or decided.year or _year_of(paths), say)
    files = _files(paths, decided, options.root, say) if folder else None
    if folder is None or files is None:
        return USAGE
    found = _gathered(files, folder, options.root, say)
    if found is None:
        return FINDINGS
    for fault in decided.faults:
        say.problem(f"{shown(options.decided, options.root)}: {fault}")
    if options.decided and options.form == "text":
        return _carry_out(found, decided, folder, options, say)
    code = _deliver(found, decided, folder, options, files[0], say)
    return code or (FINDINGS if any(each.refused for each in found.gathered.copies) else CLEAN)


def _files_and_year(given: list[str]) -> tuple[list[Path], str | None]:
    """The files, and the year where the last of what was given is one."""
    if given and re.fullmatch(YEAR_FOLDER, given[-1]):
        return [Path(each) for each in given[:-1]], given[-1]
    return [Path(each) for each in given], None


def _year_of(paths: list[Path]) -> str | None:
    """The year that the name of a built document says: `KH_2024_So-Y-te.docx`."""
    names = (re.search(rf"KH_({YEAR_FOLDER})(?!\d)", each.stem) for each in paths)
    return next((found[1] for found in names if found), None)


def _decided(paths: list[Path], options: Namespace, say: Say) -> Decided | None:
    """The decisions of the workbook that was named, none without one; says why there are none."""
    from docgen.gather.decision import NONE
    from docgen.gather.read_back import NotDecided, decisions

    path: Path | None = options.decided
    if path is None:
        if options.write or not paths:
            say.problem(NOTHING_TO_WRITE if options.write else NO_FILES)
        return None if options.write or not paths else NONE
    try:
        return decisions(path.read_bytes())
    except OSError:
        say.problem(f"không đọc được tệp {shown(path, options.root)}")
    except NotDecided as error:
        say.problem(f"{shown(path, options.root)}: {error}")
    return None


def _files(paths: list[Path], decided: Decided, root: Path, say: Say) -> Files | None:
    """The copies that were named, else those that the workbook was made of; and what is refused."""
    from docgen.gather.collect import files_of
    from docgen.gather.kept import kept

    if paths:
        return files_of(paths, root)
    files, missing = kept(decided.copies, root)
    if missing:
        say.problem(NOT_KEPT.format(", ".join(missing)))
        return None
    return files, []


def _gathered(files: Files, folder: Path, root: Path, say: Say) -> Gathering | None:
    """The list; says why there is none."""
    from docgen.gather.collect import gather

    say.stage("đọc các tệp Word")
    found = gather(files[0], folder, root)
    if found.gathered.findings:
        say.out(report.as_text(list(found.gathered.findings)))
        return None
    copies = (*found.gathered.copies, *files[1])
    if found.base is None:
        said = "".join(f"\n  {each.name}: {each.refused}" for each in copies)
        say.problem(f"{NONE_READ}{said}")
        return None
    return replace(found, gathered=replace(found.gathered, copies=copies))


# ------------------------------------------------------------------------------------ forms


def _deliver(
    found: Gathering, decided: Decided, folder: Path, options: Namespace,
    files: list[tuple[str, bytes]], say: Say,
) -> int:  # fmt: skip
    say.stage("lập danh sách")
    data, problem = _as(options.form, found, decided, folder, options.root)
    if problem:
        say.out(problem)
        return FINDINGS
    if options.form == "xlsx":
        from docgen.gather.kept import keep

        try:
            keep((data for _, data in files), options.root)
        except OSError:
            say.problem("không giữ được bản sao các tệp góp ý: khi ghi quyết định, nêu lại các tệp")
    path: Path | None = options.output
    if path is None and options.form in ENDINGS:
        path = options.root / "output" / f"gop-y_{folder.name}{ENDINGS[options.form]}"
    if path is None:
        say.out(data.decode("utf-8").rstrip("\n"))
        return CLEAN
    return deliver(data, path, options.root, say)


def _as(
    form: str, found: Gathering, decided: Decided, folder: Path, root: Path
) -> tuple[bytes, str]:
    """The list in a form, or why it cannot be made."""
    if form == "html":
        from docgen.gather.forms.html import html

        return html(found.gathered, decided).encode("utf-8"), ""
    if form == "xlsx":
        from docgen.gather.forms.xlsx import xlsx

        return xlsx(found.gathered, folder.name, decided), ""
    if form == "docx":
        from docgen.gather.forms.docx import docx

        assert found.base is not None
        data, findings = docx(found.gathered, found.base.paper, decided, root)
        return data, report.as_text(findings) if findings else ""
    from docgen.gather.forms.terminal import as_text

    return as_text(found.gathered).encode("utf-8"), ""


# -------------------------------------------------------------------------------- decisions


def _carry_out(
    found: Gathering, decided: Decided, folder: Path, options: Namespace, say: Say
) -> int:
    """Shows what the decisions come to; with `--write` makes the edits, all of them or none."""
    from docgen.accept.answers import taken as answers_of
    from docgen.accept.look import Decided as Answered
    from docgen.accept.look import answer
    from docgen.edit.apply import apply
    from docgen.gather.forms.outcome import outcome
    from docgen.gather.take import take

    say.stage("thử các ý kiến được tiếp thu")
    taken = take(found, decided, folder, options.root)
    if taken.accepted is None:
        say.out(outcome(taken, decided, Answered((), ()), {}))
        return FINDINGS
    questions = taken.accepted.questions
    answers = answers_of(options.take, questions) if options.take else {}
    if answers is None:
        say.problem(NO_SUCH)
        return USAGE
    answered = answer(taken.accepted, answers)
    say.out(outcome(taken, decided, answered, answers))
    if len(answers) < len(questions):
        say.out("\nTrả lời câu hỏi: thêm --take 1=a,2=b.")
    left = bool(answered.left or taken.by_hand or decided.faults)
    if not answered.edits:
        return FINDINGS if left else CLEAN
    if not options.write:
        say.out("\nChưa ghi gì. Ghi các chỗ lấy được vào nội dung: thêm --write.")
        return FINDINGS if left else CLEAN
    differences, findings = apply(answered.edits, options.root)
    if findings:
        say.out(report.as_text(findings))
    if not differences:
        return FINDINGS
    say.out("\n" + "\n".join(differences))
    say.out(f"Đã sửa {len(differences)} tệp nội dung.")
    return FINDINGS if left else CLEAN
