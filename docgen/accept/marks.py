"""Which mark a line of paper begins with, and its words without it."""

from __future__ import annotations

import re

from docgen.accept.units import Line

_MARK = re.compile(
    r"(?:(?P<dash>[-+•])|(?P<letter>[a-zđ])\)|(?P<below>[a-zđ]\.\d+)\)|(?P<bracket>\(\d+\))|"
    r"(?P<roman>[IVX]+)\.|(?P<number>\d+(?:\.\d+)*)[.)])\s+"
)


def mark_of(line: Line) -> str:
    """The kind of mark that a line begins with: `-`, `+`, `letter`, `number`, …, or none."""
    found = _MARK.match(line.key)
    if not found:
        return ""
    return str(found["dash"] or found.lastgroup)


def bare(line: Line) -> str:
    """The words of a line without the mark before and what docgen sets behind."""
    return line.text[found.end() :] if (found := _MARK.match(line.key)) else line.text
