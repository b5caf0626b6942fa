"""The questions of `accept` as a small file that an officer fills in, and read back.

- câu: 1
mã: 3f9a02c1
ở: content/2024/plan.yaml:29:5
…
cách a: theo tệp Word
cách b: giữ như nội dung hiện nay
chọn:
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from string import ascii_lowercase

from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from docgen.accept.look import Question
from docgen.edit.yaml_edit import entries
from docgen.edit.yaml_writer import block
from docgen.finding import Finding, Rule, Severity
from docgen.load.yaml_text import compose, read_source

NO_CHOICE = Rule(
    "KH054", Severity.ERROR, "câu trả lời không có trong các cách",
    "Không rõ chọn cách nào thì docgen không ghi.",
)  # fmt: skip
RULES = (NO_CHOICE,)
HEAD = """\
# Câu hỏi của docgen. Ghi chữ của cách đã chọn (a, b, …) sau “chọn:”, lưu lại, rồi chạy lại lệnh
# với --write. Chỗ nào để trống thì docgen chưa ghi.
"""
_TAKEN = re.compile(r"\s*(\d+)\s*[=:.]?\s*([a-z])\s*")


def letter(number: int) -> str:
    """How a choice (from 0) is called: a, b, c."""
    return ascii_lowercase[number]


def as_file(questions: Sequence[Question], answers: Mapping[str, int]) -> str:
    """The file with all questions; those answered already have their answers."""
    return HEAD + "".join(
        f"\n- {block(_entry(number, each), 2, chr(10))}\n  chọn: {_said(each, answers)}".rstrip()
        + "\n"
        for number, each in enumerate(questions, 1)
    )


def _entry(number: int, question: Question) -> dict[str, str]:
    change = question.change
    said = {
        "câu": str(number), "mã": question.key, "ở": str(change.where or "văn bản"),
        "lúc tạo": change.old, "nay": change.today, "tệp": change.new, "hỏi": change.why,
    }  # fmt: skip
    choices = {f"cách {letter(at)}": each.words for at, each in enumerate(question.choices)}
    return {key: words for key, words in (said | choices).items() if words}


def _said(question: Question, answers: Mapping[str, int]) -> str:
    return letter(answers[question.key]) if question.key in answers else ""


def read_answers(
    path: Path, name: str, questions: Sequence[Question]
) -> tuple[dict[str, int], list[Finding]]:
    """The answers of a file, numbers of choices (from 0) by the keys of their questions.

    What it says of other questions is passed over: they are not asked any more.
    """
    source, findings = read_source(path, name)
    if source is None:
        return {}, findings
    root, findings = compose(source)
    asked = {each.key: each for each in questions}
    answers: dict[str, int] = {}
    for node in root.value if isinstance(root, SequenceNode) else ():
        said = entries(node) if isinstance(node, MappingNode) else {}
        if "mã" not in said or "chọn" not in said:
            continue
        chosen, key = said["chọn"].value, said["mã"].value
        question = asked.get(str(key.value))
        if not isinstance(chosen, ScalarNode) or not chosen.value.strip() or question is None:
            continue
        known = [letter(at) for at in range(len(question.choices))]
        if chosen.value.strip().lower() in known:
            answers[question.key] = known.index(chosen.value.strip().lower())
            continue
        where = source.where(chosen.start_mark.index, len(chosen.value))
        message = f"“{chosen.value}” không phải một cách của câu này"
        hint = f"Ghi một trong: {', '.join(known)}; hoặc để trống."
        findings.append(NO_CHOICE.at(where, message, hint, source.line_text(where.line)))
    return answers, findings


def taken(said: str, questions: Sequence[Question]) -> dict[str, int] | None:
    """The answers of `--take 1=a,2b`, by the keys of the questions; None where it is no answer."""
    answers: dict[str, int] = {}
    for each in said.split(","):
        match = _TAKEN.fullmatch(each.lower())
        number = int(match[1]) if match else 0
        if match is None or not 1 <= number <= len(questions):
            return None
        choice = ascii_lowercase.index(match[2])
        if choice >= len(questions[number - 1].choices):
            return None
        answers[questions[number - 1].key] = choice
    return answers
