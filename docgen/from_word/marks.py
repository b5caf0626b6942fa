"""Marks before a line: which kind they are, and which number they say."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docgen.vietnamese import letters, roman

_ROMAN = {roman(number): number for number in range(1, 100)}
_MARK = re.compile(
    r"(?P<roman>[IVXLC]+)\.(?=\s|[^\W\d_])"
    r"|(?P<dotted>\d{1,3}(?:\.\d{1,3})+)\.(?!\d)"
    r"|(?P<dotless>\d{1,2}(?:\.\d{1,2})+)(?=\s[^\W\d_a-z])"
    r"|(?P<paren>\d{1,2})\)(?=\s)"
    r"|(?P<stop>[a-zđ])\.(?=\s)"
    r"|(?P<number>\d{1,3})\.(?!\d)"
    r"|(?P<lettered>[a-zđ]\.\d{1,2})\)"
    r"|(?P<letter>[a-zđ])\)"
    r"|\((?P<bracket>\d{1,2})\)"
    r"|(?P<dash>[-–—])(?=\s|[^\W\d_])"
    r"|(?P<bullet>•)"
    r"|(?P<plus>\+)(?=\s|[^\W\d_])"
)
SIGNS = {"dash": "-", "plus": "+", "bullet": "•"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark as docgen prints it; `length` are its letters with the blanks behind it."""

    kind: str
    words: str
    number: int
    length: int


def colon(words: str) -> int:
    """Where the first colon stands that no bracket holds; the length of the words without one."""
    colons = (at for at, letter in enumerate(words) if letter == ":")
    return next(
        (at for at in colons if words.count("(", 0, at) <= words.count(")", 0, at)), len(words)
    )


def mark_of(words: str) -> Mark | None:
    """The mark at the head of a line; None for one that docgen has no form of, or for none."""
    match = _MARK.match(words)
    if match is None or match.end() >= len(words):
        return None
    kind = match.lastgroup or ""
    said = match[kind]
    length = len(words) - len(words[match.end() :].lstrip())
    if kind == "roman":
        return Mark(kind, match[0], _ROMAN[said], length) if said in _ROMAN else None
    if kind in SIGNS:
        return Mark(kind, SIGNS[kind], 0, length)
    if kind in ("letter", "stop"):
        number = letters().index(said) + 1 if said in letters() else 0
        return Mark(kind, match[0], number, length)
    return Mark(kind, match[0], int(re.findall(r"\d+", said)[-1]), length)
