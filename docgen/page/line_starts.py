"""Where the lines of a text begin in a column, letter by letter. Widths in 1/1000 em."""

from __future__ import annotations

import re
from functools import lru_cache

from docgen.docx.text_width import em_width

Point = tuple[int, int]  # a paragraph of a cell, and the letter of it
_DASH = re.compile(r" (?=[-–] )")  # begins no line, as it is printed
_WORD = re.compile(r"[^ ]+")
_SPACE = em_width(" ")


@lru_cache(maxsize=4096)
def line_starts(text: str, room: int, bold: bool = False) -> tuple[int, ...]:
    """The first letter of each line; a word wider than the room is broken where the room ends."""
    starts, used = [0], -_SPACE
    for word in _WORD.finditer(_DASH.sub("\u00a0", text)):
        wide = em_width(word[0], bold)
        used += _SPACE + wide
        if used > room and used > wide:
            starts.append(word.start())
            used = wide
        while used > room > 0:
            starts.append(word.start())
            used -= room
    return tuple(starts)
