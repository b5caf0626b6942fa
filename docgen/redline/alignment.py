"""Two sequences side by side in their order: what stays, what went, what came."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

Thing = TypeVar("Thing")
Side = tuple[Thing | None, Thing | None]

_LEAST = 0.5  # things less alike than this are two things
_MOST_COMPARISONS = 100_000  # about a second; a longer stretch is taken out and put in whole


def aligned(
    old: Sequence[Thing],
    new: Sequence[Thing],
    keys: Sequence[Callable[[Thing], Hashable]],
    nearness: Callable[[Thing, Thing], float],
) -> list[Side[Thing]]:
    """(old, new) for what belongs together, (old, None) for what went, (None, new) for what came.

    Things of one key belong together, by the first of the `keys`, then, between those, by the
    next; what is left over is paired so that the sum of `nearness` (0 to 1) is greatest.
    """
    if not old or not new:
        return _apart(old, new)
    if not keys:
        return _nearest(old, new, nearness)
    key, others = keys[0], keys[1:]
    numbers: dict[Hashable, int] = {}  # a number is compared at once, a key cell by cell
    ours, theirs = (
        [numbers.setdefault(key(thing), len(numbers)) for thing in things] for things in (old, new)
    )
    sides: list[Side[Thing]] = []
    for i, j, k, m, equal in _stretches(ours, theirs):
        if equal:
            sides += zip(old[i:j], new[k:m], strict=True)
        else:
            between: list[Side[Thing]] = aligned(old[i:j], new[k:m], others, nearness)
            sides += between
    return sides


def _stretches(old: list[int], new: list[int]) -> Iterator[tuple[int, int, int, int, bool]]:
    """The stretches that are equal and those between, as `get_opcodes` of difflib gives them.

    What stands once on each side and in one order is equal; it cuts a long row into short ones,
    of which difflib, whose time grows as the square, is not afraid.
    """
    i = k = 0
    for at, to in [*_anchors(old, new), (len(old), len(new))]:
        if i < at or k < to:
            matcher = SequenceMatcher(None, old[i:at], new[k:to], autojunk=False)
            for tag, *places in matcher.get_opcodes():
                one, end, other, last = places
                yield i + one, i + end, k + other, k + last, tag == "equal"
        if at < len(old):
            yield at, at + 1, to, to + 1, True
        i, k = at + 1, to + 1


def _anchors(old: list[int], new: list[int]) -> list[tuple[int, int]]:
    """The most of what stands once on each side that keeps its order: places in both."""
    counts = Counter(old), Counter(new)
    there = {number: at for at, number in enumerate(new) if counts[1][number] == 1}
    pairs = [(at, there[n]) for at, n in enumerate(old) if counts[0][n] == 1 and n in there]
    ends: list[int] = []  # by length of a row in order the least place at which one ends
    rows: list[int] = []  # by length the pair that ends it
    before: list[int | None] = []
    for number, (_, to) in enumerate(pairs):
        length = bisect_left(ends, to)
        before.append(rows[length - 1] if length else None)
        ends[length : length + 1] = [to]
        rows[length : length + 1] = [number]
    anchors = []
    at = rows[-1] if rows else None
    while at is not None:
        anchors.append(pairs[at])
        at = before[at]
    return anchors[::-1]


def _apart(old: Sequence[Thing], new: Sequence[Thing]) -> list[Side[Thing]]:
    return [*((thing, None) for thing in old), *((None, thing) for thing in new)]


def _nearest(
    old: Sequence[Thing], new: Sequence[Thing], nearness: Callable[[Thing, Thing], float]
) -> list[Side[Thing]]:
    """The alignment of the greatest sum (Needleman and Wunsch), read from its end."""
    if len(old) * len(new) > _MOST_COMPARISONS:
        return _apart(old, new)
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i, one in enumerate(old):
        for j, other in enumerate(new):
            pair = best[i][j] + nearness(one, other) - _LEAST
            best[i + 1][j + 1] = max(pair, best[i][j + 1], best[i + 1][j])
    sides: list[Side[Thing]] = []
    i, j = len(old), len(new)
    while i or j:
        if j and best[i][j] == best[i][j - 1]:
            j -= 1
            sides.append((None, new[j]))
        elif i and best[i][j] == best[i - 1][j]:
            i -= 1
            sides.append((old[i], None))
        else:
            i, j = i - 1, j - 1
            sides.append((old[i], new[j]))
    return sides[::-1]
