"""What went at one place and came at another: Word's moves (ECMA-376 Part 1, 17.13.5.21-28).

The words that stay are marked as moved at both places, those that were edited on the way as
taken out at the old and added at the new one. Word knows no moved row: a row is taken out and
added, the words of its cells are moved.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from rapidfuzz.distance import Indel

from docgen.docx.model import W
from docgen.redline.tracked_text import Fate, Marks, words

_LONG_ENOUGH = 5  # words; shorter texts are alike by chance, unless each stands only once
_SHORT_ENOUGH = 2
_NEAR = 0.7
_MOST_COMPARISONS = 100_000
_MOVES: dict[Fate, Fate] = {"del": "moveFrom", "ins": "moveTo"}


@dataclass(slots=True)
class Stretch:
    """The words of a paragraph that went or came whole, as they were written.

    `paragraph` is written, `written` what of it says them; `whole` where its end goes with them.
    """

    source: Any
    fate: Fate
    paragraph: Any
    written: list[Any]
    whole: bool


@dataclass(slots=True)
class Unit:
    """A paragraph, or a row with the paragraphs of its cells, that went or came whole."""

    stretches: list[Stretch]
    is_row: bool = False
    words: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.words = [word for each in self.stretches for word in words(each.source)]

    @property
    def key(self) -> tuple[str, ...]:
        """Equal for two that say the same."""
        return tuple(self.words)


def mark_moves(went: list[Unit], came: list[Unit], marks: Marks) -> tuple[int, int]:
    """Marks as moved what went and came again; how many paragraphs and how many rows."""
    moved: Counter[bool] = Counter()
    names = count(1)
    for old, new in _pairs(went, came):
        moved[old.is_row] += 1
        for one, other in zip(old.stretches, new.stretches, strict=False):
            if words(one.source) and words(other.source):
                name = f"docgen{next(names)}"
                for each in (one, other):
                    _rewrite(each, one.source, other.source, name, marks)
    return moved[False], moved[True]


def _pairs(went: list[Unit], came: list[Unit]) -> Iterator[tuple[Unit, Unit]]:
    """Equal ones in their order, then of the others the nearest first."""
    waiting: dict[tuple[bool, tuple[str, ...]], list[Unit]] = defaultdict(list)
    for unit in came:
        waiting[unit.is_row, unit.key].append(unit)
    gone = Counter((unit.is_row, unit.key) for unit in went)
    left = []
    for unit in went:
        key = (unit.is_row, unit.key)
        alone = gone[key] == len(waiting[key]) == 1 and len(unit.words) >= _SHORT_ENOUGH
        if waiting[key] and (alone or len(unit.words) >= _LONG_ENOUGH):
            yield unit, waiting[key].pop(0)
        else:
            left.append(unit)
    yield from _nearest(left, [unit for units in waiting.values() for unit in units])


def _nearest(went: list[Unit], came: list[Unit]) -> Iterator[tuple[Unit, Unit]]:
    long = [[each for each in units if len(each.words) >= _LONG_ENOUGH] for units in (went, came)]
    if len(long[0]) * len(long[1]) > _MOST_COMPARISONS:
        return
    nearness = [
        (Indel.normalized_similarity(old.words, new.words, score_cutoff=_NEAR), i, j)
        for i, old in enumerate(long[0])
        for j, new in enumerate(long[1])
        if old.is_row == new.is_row
    ]
    taken: tuple[set[int], set[int]] = set(), set()
    for near, i, j in sorted(nearness, key=lambda each: (-each[0], *each[1:])):
        if near and i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            yield long[0][i], long[1][j]


def _rewrite(stretch: Stretch, old: Any, new: Any, name: str, marks: Marks) -> None:
    """Writes a stretch again, its words that stayed as moved."""
    move = _MOVES[stretch.fate]
    start, end = marks.move_range(move, name)
    content = [*marks.moved(old, new, stretch.fate, move)]
    paragraph = stretch.paragraph
    place = paragraph.index(stretch.written[0])
    paragraph[place : place + len(stretch.written)] = [start, *content, end]
    stretch.written = [start, *content, end]
    if stretch.whole:
        paragraph.find(f"{W}pPr/{W}rPr/{W}{stretch.fate}").tag = W + move
        if paragraph.getparent().tag == W + "body":
            paragraph.addnext(end)
