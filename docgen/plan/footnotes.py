"""Footnotes as the content writes them: `đạt 95%^[Theo báo cáo của Sở Nội vụ.] số hồ sơ`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.plan.source import Extract, Text

OPENS = "^["
_BRACKET = re.compile(r"[\[\]]")


def spans(value: str) -> Iterator[tuple[int, int]]:
    """Where each footnote of a text begins and ends, its brackets included.

    Brackets inside a footnote come in pairs; one that is never closed is no footnote.
    """
    start = value.find(OPENS)
    while start >= 0:
        depth, end = 0, 0
        for bracket in _BRACKET.finditer(value, start):
            depth += 1 if bracket[0] == "[" else -1
            if depth == 0:
                end = bracket.end()
                yield start, end
                break
        start = value.find(OPENS, end or start + len(OPENS))


def parted(text: Text) -> tuple[Text, tuple[Text, ...]]:
    """The sentence without its footnotes, and each of them; all know their places in the file."""
    found = [*spans(text.value)] if OPENS in text.value else []
    if not found:
        return text, ()
    inside = {index for start, end in found for index in range(start, end)}
    rest = [index for index in range(len(text.value)) if index not in inside]
    notes = (range(start + len(OPENS), end - 1) for start, end in found)
    return Extract.of(text, rest), tuple(Extract.of(text, note) for note in notes)
