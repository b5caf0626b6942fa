"""What a Word file changes, as an officer reads it on the terminal."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import groupby

from docgen.accept.answers import letter
from docgen.accept.change import LABELS, Change
from docgen.accept.letters import PLACEHOLDER
from docgen.accept.look import Accepted, Decided
from docgen.accept.remarks import Remark
from docgen.accept.units import Line
from docgen.docx.model import Paragraph
from docgen.docx.reviewing import revisions
from docgen.edit.edits import Reword

MOST_LETTERS = 160
TWO_SIDES = "Không biết tệp Word được tạo từ nội dung nào: so thẳng với nội dung hiện nay, hai bên."
CHANGED_SINCE = "Nội dung đã sửa sau khi tạo tệp: chỗ chỉ nội dung sửa thì giữ nguyên."
ANSWERED = "Đã trả lời"
FORM_ONLY = "Chỉ là hình thức trong tệp, không vào nội dung"


def as_text(
    found: Accepted, decided: Decided, answers: Mapping[str, int], came: str = "Word"
) -> str:
    """The changes by what becomes of them, each at its line with the words that differ.

    `came` says what kind of file they are of.
    """
    numbers = {id(each.change): number for number, each in enumerate(found.questions, 1)}
    chosen = {id(each.change): answers[each.key] for each in found.questions if each.key in answers}
    asked = [each for each in found.changes if each.verdict == "asked"]
    parts = [
        ("Lấy được vào nội dung", found.applied),
        (ANSWERED, [each for each in asked if id(each) in chosen]),
        ("Cần quyết định, chưa lấy", [each for each in asked if id(each) not in chosen]),
        ("Không lấy được", [each for each in found.changes if each.verdict == "refused"]),
        (FORM_ONLY, [each for each in found.changes if each.verdict == "noted"]),
        (f"Máy tính lại, khác tệp {came}", [*map(_printed, found.follows)]),
        ("Đổi theo câu trả lời", [*map(_printed, decided.besides)]),
        ("Nội dung nay đã như vậy", [each for each in found.changes if each.verdict == "already"]),
    ]
    blocks = [
        "\n".join([f"{title} ({len(changes)}):", *_listed(changes, numbers, chosen, came)])
        for title, changes in parts
        if changes
    ]
    said = [f"Nhận xét ({len(found.remarks)}):", *map(_remark, found.remarks)]
    remarks = ["\n".join(said)] if found.remarks else []
    heads = [TWO_SIDES] if not found.known else [] if found.today else [CHANGED_SINCE]
    nothing = f"Tệp {came} nói đúng như nội dung: không có gì để lấy."
    return "\n\n".join([*heads, *(blocks or [nothing]), *remarks])


def _listed(
    changes: Iterable[Change], numbers: Mapping[int, int], said: Mapping[int, int], came: str
) -> Iterator[str]:
    for change in changes:
        number = f"câu {numbers[id(change)]}: " if id(change) in numbers else ""
        yield f"  {change.where or 'văn bản'}: {number}{LABELS[change.kind]}{_by(change)}"
        if change.today:
            built, now, in_file = bracketed(change.old, (change.today, change.new))
            yield f"      lúc tạo: {built}"
            yield f"      nay    : {now}"
            yield f"      {came:<7}: {in_file or '(bỏ)'}"
        else:
            yield f"      {difference(_as_written(change))}"
        if change.why:
            yield f"      {change.why}"
        for at, choice in enumerate(change.choices):
            chosen = "» " if said.get(id(change)) == at else ""
            yield f"        {chosen}{letter(at)}) {choice.words}"


def _as_written(change: Change) -> Change:
    """A change of look, or of a note, as the content writes it: on paper its words are the same."""
    edit = change.edits[0] if change.edits and change.old == change.new else None
    return replace(change, old=edit.old, new=edit.new) if isinstance(edit, Reword) else change


def _printed(change: Change) -> Change:
    """What the content will print otherwise than the file: from the file's words to its own."""
    return replace(change, old=change.new, new=change.old, why="", choices=())


def _by(change: Change) -> str:
    """Who changed it and when, where Word tracked that."""
    paragraph = change.spot.source if isinstance(change.spot, Line) else None
    said = list(revisions(paragraph)) if isinstance(paragraph, Paragraph) else []
    people = dict.fromkeys(f"{each.author}{_day(each.date)}" for each in said)
    return f" ({', '.join(people or change.authors)})" if people or change.authors else ""


def _day(written: str) -> str:
    year, month, day = written[:4], written[5:7], written[8:10]
    return f", {day}/{month}/{year}" if (year + month + day).isdigit() else ""


def _remark(remark: Remark) -> str:
    said = remark.comment
    settled = " (đã xong)" if said.resolved else ""
    quote = f" “{_short(' '.join(said.quote.split()), 60)}”" if said.quote else ""
    lines = [f"  {remark.where or 'văn bản'}: {said.author}{_day(said.date)}{settled}{quote}"]
    lines += [f"      {_short(each)}" for each in said.text.splitlines()]
    lines += [f"      {each.author}: {_short(each.text)}" for each in said.answers]
    return "\n".join(lines)


def difference(change: Change) -> str:
    """The words with [-what went-] and {+what came+}, all of them; what stayed is cut short."""
    if not change.old:
        return f"{{+{change.new}+}}"
    if not change.new:
        return f"[-{change.old}-]"
    old, new = _tokens(change.old), _tokens(change.new)
    pieces = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, came = "".join(old[a:b]), "".join(new[c:d])
        if tag == "equal":
            pieces.append(_short(came, 60))
        else:
            pieces += [f"[-{gone}-]"] if gone else []
            pieces += [f"{{+{came}+}}"] if came else []
    return "".join(pieces)


def bracketed(base: str, others: Sequence[str]) -> list[str]:
    """A text and what others made of it, in each the [words that differ] whole.

    A `{{ … }}` of the content is no difference from what it prints.
    """
    words = _tokens(base)
    changed: set[int] = set()
    shown = []
    for other in others:
        new = _tokens(other)
        came: set[int] = set()
        for tag, a, b, c, d in SequenceMatcher(None, words, new, autojunk=False).get_opcodes():
            prints = [token for token in new[c:d] if token.strip()]
            if tag == "equal" or (prints and all(map(PLACEHOLDER.fullmatch, prints))):
                continue
            changed.update(range(a, b))
            came.update(range(c, d))
        shown.append(_marked(new, came))
    return [_marked(words, changed), *shown]


def _marked(words: Sequence[str], marked: Collection[int]) -> str:
    """The words with those marked in brackets; of the others only what stands beside them."""

    def is_inside(at: int) -> bool:
        return at in marked or (words[at].isspace() and {at - 1, at + 1} <= {*marked})

    pieces = []
    for inside, run in groupby(range(len(words)), is_inside):
        said = "".join(words[at] for at in run)
        pieces.append(f"[{said}]" if inside else _short(said, 60))
    return "".join(pieces)


def _tokens(words: str) -> list[str]:
    return re.findall(r"\{\{.*?\}\}|\s+|(?:(?!\{\{)\S)+", words)


def _short(words: str, most: int = MOST_LETTERS) -> str:
    half = most // 2
    return words if len(words) <= most else f"{words[:half]}…{words[-half:]}"
