"""Which mark a line of paper begins with, and its words without it."""

from __future__ import annotations

import re

from rapidfuzz.distance import Indel

from docgen.accept.units import Line

_MARK = re.compile(
    r"(?:(?P<dash>[-+•])|(?P<letter>[a-zđ])\)|(?P<below>[a-zđ]\.\d+)\)|(?P<bracket>\(\d+\))|"
    r"(?P<roman>[IVX]+)\.|(?P<number>\d+(?:\.\d+)*)[.)])\s+"
)


def mark_of(line: Line) -> str:
    """The kind of mark that a line begins with: `-`, `+`, `letter`, `number`, …, or none."""
    return kind_of_mark(line.key)


def kind_of_mark(words: str) -> str:
    """The kind of mark that words begin with; of numbers how deep they count, `1.` or `1.1.`."""
    found = _MARK.match(words)
    if not found:
        return ""
    depth = found["number"].count(".") if found["number"] else 0
    return str(found["dash"] or found.lastgroup) + "." * depth


def bare(line: Line) -> str:
    """The words of a line without the mark before and what docgen sets behind."""
    return line.text[found.end() :] if (found := _MARK.match(line.key)) else line.text


def likeness_of(one: Line, other: Line) -> float:
    """How alike the words of two lines are, from 0 to 1."""
    return Indel.normalized_similarity(bare(one).split(), bare(other).split())
