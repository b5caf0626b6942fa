"""Where the lines of a text begin in a column, letter by letter. Widths in 1/1000 em."""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate
from unicodedata import is_normalized

from docgen.docx.text_width import WIDTHS, em_width

Point = tuple[int, int]  # a paragraph of a cell, and the letter of it
Words = tuple[str, bool, bool]  # of one look: bold, italic
_DASH = re.compile(r" (?=[-–] )")  # begins no line, as it is printed
_SPACE = em_width(" ")


@lru_cache(maxsize=4096)
def line_starts(runs: tuple[Words, ...], room: int, indent: int = 0) -> tuple[int, ...]:
    """The first letter of each line; a word wider than the room is broken where the room ends.

    The first line begins `indent` inside the room.
    """
    text = _DASH.sub("\u00a0", "".join([words for words, _, _ in runs]))
    _, bold, italic = runs[0] if runs else ("", False, False)
    if len(runs) == 1 and (found := _in_words(text, bold, italic, room, indent)):
        return found
    starts, used, opens = [0], indent, True
    end = -1
    for word in text.split(" "):
        start, end = end + 1, end + 1 + len(word)
        if not word:
            continue
        wide = em_width(word, bold, italic) if len(runs) == 1 else _wide(runs, start, end)
        used += wide if opens else _SPACE + wide
        if used > room and not opens:
            starts.append(start)
            used = wide
        opens = False
        if used > room > 0:
            used -= wide
            for at in range(start, end):
                wide = _wide(runs, at, at + 1)
                if used + wide > room and at > starts[-1]:
                    starts.append(at)
                    used = 0
                used += wide
    return tuple(starts)


def _in_words(
    text: str, bold: bool, italic: bool, room: int, indent: int
) -> tuple[int, ...] | None:
    """The same for words of one look with single spaces between, none wider than the room."""
    if "  " in text or text[:1] == " " or text[-1:] == " " or not is_normalized("NFC", text):
        return None
    ends = [*accumulate(map(WIDTHS[bold, italic].__getitem__, text), initial=0)]
    starts, room_here = [0], room - indent
    while (fits := bisect_right(ends, ends[starts[-1]] + room_here) - 1) < len(text):
        space = text.rfind(" ", starts[-1], fits + 1)
        if space < 0:
            return None
        starts.append(space + 1)
        room_here = room
    return tuple(starts)


def wrap(
    text: str, width_pt: Decimal, size_pt: Decimal, bold: bool = False, italic: bool = False
) -> list[str]:
    """The lines of `text` in a column of `width_pt` points; an empty text has none."""
    words = " ".join(filter(None, text.replace("\n", " ").split(" ")))
    starts = line_starts(((words, bold, italic),), int(width_pt * 1000 / size_pt))
    ends = (*starts[1:], len(words))
    return [words[start:end].rstrip(" ") for start, end in zip(starts, ends, strict=True) if words]


def _wide(runs: tuple[Words, ...], start: int, end: int) -> int:
    """The width of the letters from `start` to `end`."""
    wide = 0
    for words, bold, italic in runs:
        if start < len(words) and end > 0:
            wide += em_width(words[max(start, 0) : end], bold, italic)
        start, end = start - len(words), end - len(words)
    return wide
