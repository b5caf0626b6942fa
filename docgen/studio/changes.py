"""Changes of a file that came back, as plain values; what is taken of them as new texts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from difflib import SequenceMatcher
from typing import Any

from docgen.accept.change import LABELS, Change
from docgen.accept.look import Accepted, Decided, answer
from docgen.edit.apply import by_file
from docgen.edit.edits import Edit
from docgen.edit.rewrite import rewritten
from docgen.studio.asking import Body
from docgen.studio.safety import Refused


def answers_in(body: Body, found: Accepted, left_out: Collection[str] = ()) -> Decided:
    """What the `answers` that the page sends, numbers of choices by key, make of the questions.

    The changes whose keys are `left_out` are not taken.
    """
    answers = body.get("answers")
    if not isinstance(answers, dict):
        raise Refused(400, "Không rõ lấy chỗ nào.")
    chosen = {str(key): int(number) for key, number in answers.items()}
    return answer(found, chosen, left_out)


def texts_of(edits: Iterable[Edit]) -> dict[str, str]:
    """The texts, with plain ends of line, that edits make of their files, by name."""
    texts = {}
    for source, own in by_file(edits).items():
        after, findings = rewritten(source, own)
        if after is None:
            raise Refused(422, f"{findings[0].message}. {findings[0].hint}")
        texts[source.name] = after.replace("\r\n", "\n")
    return texts


def _pieces(old: str, new: str) -> list[tuple[str, str]]:
    """Both texts as one: stretches that stay, that go (`-`) and that come (`+`)."""
    one, other = (re.findall(r"\S+\s*", text) for text in (old, new))
    pieces: list[tuple[str, str]] = []
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(("", "".join(one[a:b])))
            continue
        pieces += [("-", "".join(one[a:b])), ("+", "".join(other[c:d]))]
    return [piece for piece in pieces if piece[1]]


def plain(key: str, change: Change) -> dict[str, Any]:
    """A change and the key it is known by."""
    return {
        "key": key,
        "kind": LABELS[change.kind],
        "verdict": change.verdict,
        "file": change.where.file if change.where else "",
        "line": change.where.line if change.where else 0,
        "pieces": _pieces(change.old, change.new),
        "today": change.today,
        "who": ", ".join(change.authors),
        "why": change.why,
        "choices": [each.words for each in change.choices],
    }
