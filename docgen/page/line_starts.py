"""Where the lines of a text begin in a column, letter by letter. Widths in 1/1000 em."""

from __future__ import annotations

import re
from functools import lru_cache

from docgen.docx.text_width import em_width

Point = tuple[int, int]  # a paragraph of a cell, and the letter of it
Words = tuple[str, bool, bool]  # of one look: bold, italic
_DASH = re.compile(r" (?=[-–] )")  # begins no line, as it is printed
_WORD = re.compile(r"[^ ]+")
_SPACE = em_width(" ")


@lru_cache(maxsize=4096)
def line_starts(runs: tuple[Words, ...], room: int, indent: int = 0) -> tuple[int, ...]:
    """The first letter of each line; a word wider than the room is broken where the room ends.

    The first line begins `indent` inside the room.
    """
    text = "".join([words for words, _, _ in runs])
    starts, used, opens = [0], indent, True
    for word in _WORD.finditer(_DASH.sub("\u00a0", text)):
        wide = _wide(runs, *word.span())
        used += wide if opens else _SPACE + wide
        if used > room and not opens:
            starts.append(word.start())
            used = wide
        opens = False
        while used > room > 0:
            starts.append(word.start())
            used -= room
    return tuple(starts)


def _wide(runs: tuple[Words, ...], start: int, end: int) -> int:
    """The width of the letters from `start` to `end`."""
    wide = 0
    for words, bold, italic in runs:
        if start < len(words) and end > 0:
            wide += em_width(words[max(start, 0) : end], bold, italic)
        start, end = start - len(words), end - len(words)
    return wide
