"""`docgen accept TỆP.docx [NĂM]`: edits made in Word become edits of the content."""

from __future__ import annotations

import re
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.commands.chosen_year import folder_of
from docgen.commands.say import CLEAN, FINDINGS, USAGE, Say
from docgen.docx.read import NotADocx
from docgen.finding import Finding
from docgen.load.folder import shown
from docgen.pipeline import YEAR_FOLDER
from docgen.report import findings as report

if TYPE_CHECKING:
    from docgen.accept.look import Accepted, Decided

NO_SUCH = "--take ghi như 1=a,3=b: số của câu hỏi và chữ của cách chọn; xem lại bằng docgen accept"
UNPROVED = "Câu trả lời {} in lại không ra đúng như tệp Word: chưa ghi chỗ này, sửa tay trong tệp."


def run(options: Namespace, say: Say) -> int:
    """`docgen accept`: shows what was edited in Word; with `--write` takes it into the content."""
    from docgen.accept.answers import taken
    from docgen.accept.look import answer, look
    from docgen.accept.terminal import as_text

    folder = folder_of(options.root, options.year or _year_of(options.file), say)
    if folder is None:
        return USAGE
    say.stage("đọc tệp Word")
    try:
        data = options.file.read_bytes()
        found = look(data, folder, options.root)
    except (OSError, NotADocx) as error:
        why = error if isinstance(error, NotADocx) else "không đọc được tệp"
        say.problem(f"{options.file}: {why}")
        return USAGE
    if found.findings:
        say.out(report.as_text(list(found.findings)))
        return FINDINGS
    answers, findings = _answers(found, options)
    more = taken(options.take, found.questions) if options.take else {}
    if more is None:
        say.problem(NO_SUCH)
        return USAGE
    decided = answer(found, answers | more)
    say.out(as_text(found, decided, answers | more))
    for key in decided.unproved:
        number = [each.key for each in found.questions].index(key) + 1
        say.out(f"\n{UNPROVED.format(number)}")
    if findings:
        say.out(f"\n{report.as_text(findings)}")
    if not options.write:
        _offer(found, decided, answers | more, options, say)
        return FINDINGS if decided.left else CLEAN
    if findings:
        return FINDINGS
    return _write(decided, data, options.root, say)


def _answers(found: Accepted, options: Namespace) -> tuple[dict[str, int], list[Finding]]:
    """The answers of the file that belongs to the Word file, where there is one."""
    from docgen.accept.answers import read_answers

    path = _questions_file(options)
    if not path.exists() and not options.answers:
        return {}, []
    return read_answers(path, shown(path, options.root), found.questions)


def _offer(
    found: Accepted, decided: Decided, answers: dict[str, int], options: Namespace, say: Say
) -> None:
    """Says how to go on; questions are written into their file."""
    from docgen.accept.answers import as_file
    from docgen.output import replace_file

    if found.questions:
        path = _questions_file(options)
        try:
            replace_file(path, as_file(found.questions, answers).encode("utf-8"))
            where = shown(path, options.root)
            say.out(f"\nCâu hỏi và các cách: {where}. Ghi cách chọn vào đó, hoặc --take 1=a.")
        except OSError:
            say.out("\nTrả lời câu hỏi: --take 1=a,2=b.")
    if decided.edits:
        say.out("\nChưa ghi gì. Ghi các chỗ lấy được vào nội dung: thêm --write.")


def _write(decided: Decided, data: bytes, root: Path, say: Say) -> int:
    """Makes the edits; once nothing of the Word file is left out, `build` may write over it."""
    from docgen.edit.apply import apply
    from docgen.output import let_go

    differences, findings = apply(decided.edits, root)
    if findings:
        say.out(report.as_text(findings))
        return FINDINGS
    if differences:
        say.out("\n" + "\n".join(differences))
        say.out(f"Đã sửa {len(differences)} tệp nội dung.")
    if decided.left:
        return FINDINGS
    let_go(data, root)
    if differences:
        say.out("Mọi chỗ sửa đã về nội dung: docgen build tạo lại được văn bản.")
    return CLEAN


def _questions_file(options: Namespace) -> Path:
    """Where the questions of a Word file stand: beside it, unless another file is named."""
    file: Path = options.file
    named: Path | None = options.answers
    return named or file.with_name(f"{file.stem}_hoi.yaml")


def _year_of(file: Path) -> str | None:
    """The year that the name of a built document says: `KH_2024.docx`."""
    found = re.fullmatch(rf"KH_({YEAR_FOLDER})(?:[^\d].*)?", file.stem)
    return found[1] if found else None
