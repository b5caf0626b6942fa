"""What came back shown, its questions answered, its edits written: the same for Word and Excel."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from docgen.commands.say import CLEAN, FINDINGS, USAGE, Say
from docgen.finding import Finding
from docgen.load.folder import shown
from docgen.report import findings as report

if TYPE_CHECKING:
    from docgen.accept.look import Accepted, Decided

NO_SUCH = "--take ghi như 1=a,3=b: số của câu hỏi và chữ của cách chọn; xem lại bằng docgen {}"
UNPROVED = "Câu trả lời {} in lại không ra đúng như tệp {}: chưa ghi chỗ này, sửa tay trong tệp."


class Taken(NamedTuple):
    """The exit code; whether all that came back is content now; how many files were changed."""

    code: int
    is_all: bool = False
    files: int = 0


def take(found: Accepted, options: Namespace, say: Say, came: str, again: str) -> Taken:
    """Shows what a file changes and takes it into the content where `--write` is given.

    `came` says what kind of file it is: `Word`; `again` is the command: `accept`.
    """
    from docgen.accept.answers import taken
    from docgen.accept.look import answer
    from docgen.accept.terminal import as_text

    answers, findings = _answers(found, options)
    more = taken(options.take, found.questions) if options.take else {}
    if more is None:
        say.problem(NO_SUCH.format(again))
        return Taken(USAGE)
    decided = answer(found, answers | more)
    say.out(as_text(found, decided, answers | more, came))
    for key in decided.unproved:
        number = [each.key for each in found.questions].index(key) + 1
        say.out(f"\n{UNPROVED.format(number, came)}")
    if findings:
        say.out(f"\n{report.as_text(findings)}")
    if not options.write:
        _offer(found, decided, answers | more, options, say)
        return Taken(FINDINGS if decided.left else CLEAN)
    if findings:
        return Taken(FINDINGS)
    written = _write(decided, options.root, say)
    if answers | more:
        _ask(found, answers | more, options)
    return written


def _answers(found: Accepted, options: Namespace) -> tuple[dict[str, int], list[Finding]]:
    """The answers of the file that belongs to what came back, where there is one."""
    from docgen.accept.answers import read_answers

    path = _questions_file(options)
    if not path.exists() and not options.answers:
        return {}, []
    return read_answers(path, shown(path, options.root), found.questions)


def _offer(
    found: Accepted, decided: Decided, answers: dict[str, int], options: Namespace, say: Say
) -> None:
    """Says how to go on; questions are written into their file."""
    kept = bool(found.questions) and _ask(found, answers, options)
    if len(answers) < len(found.questions):
        where = shown(_questions_file(options), options.root)
        say.out(
            f"\nCâu hỏi và các cách: {where}. Ghi cách chọn vào đó, hoặc --take 1=a."
            if kept
            else "\nTrả lời câu hỏi: --take 1=a,2=b."
        )
    if decided.edits:
        say.out("\nChưa ghi gì. Ghi các chỗ lấy được vào nội dung: thêm --write.")


def _ask(found: Accepted, answers: dict[str, int], options: Namespace) -> bool:
    """Writes the questions and what was answered into their file, so that nothing is asked twice.

    False where the file cannot be written.
    """
    from docgen.accept.answers import as_file
    from docgen.output import replace_file

    try:
        replace_file(_questions_file(options), as_file(found.questions, answers).encode("utf-8"))
    except OSError:
        return False
    return True


def _write(decided: Decided, root: Path, say: Say) -> Taken:
    """Makes the edits, in all files or in none."""
    from docgen.edit.apply import apply

    differences, findings = apply(decided.edits, root)
    if findings:
        say.out(report.as_text(findings))
        return Taken(FINDINGS)
    if differences:
        say.out("\n" + "\n".join(differences))
        say.out(f"Đã sửa {len(differences)} tệp nội dung.")
    left = bool(decided.left)
    return Taken(FINDINGS if left else CLEAN, not left, len(differences))


def _questions_file(options: Namespace) -> Path:
    """Where the questions of a file stand: beside it, unless another file is named."""
    file: Path = options.file
    named: Path | None = options.answers
    return named or file.with_name(f"{file.stem}_hoi.yaml")
