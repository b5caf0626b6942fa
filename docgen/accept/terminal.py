"""What a Word file changes, as an officer reads it on the terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from docgen.accept.change import LABELS, Change
from docgen.accept.prove import Accepted

MOST_LETTERS = 160


def as_text(accepted: Accepted) -> str:
    """The changes by what becomes of them, each at its line with the words that differ."""
    parts = [
        ("Lấy được vào nội dung", accepted.applied),
        ("Cần quyết định, chưa lấy", [each for each in accepted.left if each.verdict == "asked"]),
        ("Không lấy được", [each for each in accepted.left if each.verdict == "refused"]),
        ("Máy tính lại, khác tệp Word", accepted.follows),
    ]
    blocks = [
        "\n".join([f"{title} ({len(changes)}):", *_listed(changes)])
        for title, changes in parts
        if changes
    ]
    return "\n\n".join(blocks) or "Tệp Word nói đúng như nội dung: không có gì để lấy."


def _listed(changes: Iterable[Change]) -> Iterator[str]:
    for change in changes:
        who = f" ({', '.join(change.authors)})" if change.authors else ""
        yield f"  {change.where or 'văn bản'}: {LABELS[change.kind]}{who}"
        yield f"      {difference(change)}"
        if change.why:
            yield f"      {change.why}"


def difference(change: Change) -> str:
    """The words with [-what went-] and {+what came+}."""
    if not change.old:
        return _short(f"{{+{change.new}+}}")
    if not change.new:
        return _short(f"[-{change.old}-]")
    old, new = (re.findall(r"\s+|\S+", words) for words in (change.old, change.new))
    pieces = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, came = "".join(old[a:b]), "".join(new[c:d])
        if tag == "equal":
            pieces.append(_short(came, 60))
        else:
            pieces += [f"[-{gone}-]"] if gone else []
            pieces += [f"{{+{came}+}}"] if came else []
    return "".join(pieces)


def _short(words: str, most: int = MOST_LETTERS) -> str:
    half = most // 2
    return words if len(words) <= most else f"{words[:half]}…{words[-half:]}"
