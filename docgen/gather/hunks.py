"""Where two lines differ, in stretches that a reader takes for one edit each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from docgen.accept.units import Line
from docgen.gather.wish import Rewording, Spot

_TOKEN = re.compile(r"\s+|\d+(?:[.,/]\d+)*|\w+|[^\w\s]")  # a number is one word


@dataclass(frozen=True, slots=True)
class Hunk:
    """A stretch of the old line and the one of the new line in its place, by letters."""

    start: int
    end: int
    first: int
    last: int


def hunks(old: Line, new: Line) -> list[Hunk]:
    """The stretches that differ in words or in look; those with only a space between are one."""
    before, after = (_TOKEN.findall(line.key) for line in (old, new))
    starts, ends = _bounds(before), _bounds(after)
    found: list[Hunk] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            found += _of_looks(old, new, starts[a], ends[c], starts[b] - starts[a])
        else:
            found.append(Hunk(starts[a], starts[b], ends[c], ends[d]))
    return _joined(old, found)


def rewording(spot: Spot, new: Line, hunk: Hunk) -> Rewording:
    """The wish that a hunk is."""
    span = slice(hunk.first, hunk.last)
    return Rewording(spot, hunk.start, hunk.end, new.text[span], new.looks[span])


def carried(line: Line, other: Line, at: int) -> int:
    """Where in another line the place behind so many letters of a line is."""
    if line.key == other.key:
        return at
    found = 0
    matcher = SequenceMatcher(None, line.key, other.key, autojunk=False)
    for block in matcher.get_matching_blocks():
        if block.a > at:
            break
        found = block.b + min(at - block.a, block.size)
    return found


def _bounds(tokens: list[str]) -> list[int]:
    bounds = [0]
    for each in tokens:
        bounds.append(bounds[-1] + len(each))
    return bounds


def _of_looks(old: Line, new: Line, start: int, first: int, length: int) -> Iterator[Hunk]:
    """Words that stayed and look otherwise; how a space looks nobody sees."""
    at = 0
    while at < length:
        end = at
        while end < length and _looks_otherwise(old, new, start + end, first + end):
            end += 1
        if end > at and old.text[start + at : start + end].strip():
            yield Hunk(start + at, start + end, first + at, first + end)
        at = max(end, at + 1)


def _looks_otherwise(old: Line, new: Line, one: int, other: int) -> bool:
    return old.looks[one] != new.looks[other]


def _joined(old: Line, found: list[Hunk]) -> list[Hunk]:
    joined: list[Hunk] = []
    for hunk in found:
        if joined and not old.text[joined[-1].end : hunk.start].strip():
            before = joined.pop()
            hunk = Hunk(before.start, hunk.end, before.first, hunk.last)  # noqa: PLW2901
        joined.append(hunk)
    return joined
