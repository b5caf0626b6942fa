"""Which of the old belongs to which of the new, and which of them stand in another order.

Everything here is symmetric: with old and new exchanged it gives the same pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import TypeVar
from zlib import crc32

Thing = TypeVar("Thing")
Pair = tuple[int, int]


def matched(
    old: Sequence[Thing],
    new: Sequence[Thing],
    identity: Callable[[Thing], Hashable],
    nearness: Callable[[Thing, Thing], float],
) -> list[Pair]:
    """Pairs of positions, one to one, nearest first.

    Things of one `identity` are paired before all others. `nearness` orders the candidates;
    0 says that the two never belong together. Of candidates as near as each other, those
    whose positions differ least come first, then those that come first.
    """
    pairs = matched_alike(old, new, identity, nearness)
    taken_old, taken_new = {i for i, _ in pairs}, {j for _, j in pairs}
    rest = [i for i in range(len(old)) if i not in taken_old]
    others = [j for j in range(len(new)) if j not in taken_new]
    more = _nearest_first(
        [(i, j) for i in rest for j in others], lambda i, j: nearness(old[i], new[j])
    )
    return sorted(_uncrossed(pairs + more, old, new, identity, nearness))


def _uncrossed(
    pairs: Sequence[Pair],
    old: Sequence[Thing],
    new: Sequence[Thing],
    identity: Callable[[Thing], Hashable],
    nearness: Callable[[Thing, Thing], float],
) -> list[Pair]:
    """The same pairs; of things that are alike the first belongs to the first."""
    groups: dict[tuple[Hashable, Hashable, float], list[Pair]] = defaultdict(list)
    for i, j in pairs:
        groups[identity(old[i]), identity(new[j]), nearness(old[i], new[j])].append((i, j))
    straight: list[Pair] = []
    for (*_, near), group in groups.items():
        olds, news = (sorted(side) for side in zip(*group, strict=True))
        ordered = [*zip(olds, news, strict=True)]
        alike = all(nearness(old[i], new[j]) == near for i, j in ordered)
        straight += ordered if alike else group
    return straight


def matched_alike(
    old: Sequence[Thing],
    new: Sequence[Thing],
    identity: Callable[[Thing], Hashable],
    nearness: Callable[[Thing, Thing], float],
) -> list[Pair]:
    """`matched`, but only things of one `identity`: its cost does not grow with all others."""
    buckets: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, things in enumerate((old, new)):
        for position, thing in enumerate(things):
            buckets[identity(thing)][side].append(position)
    alike = [(i, j) for olds, news in buckets.values() for i in olds for j in news]
    pairs = _nearest_first(alike, lambda i, j: nearness(old[i], new[j]))
    return _uncrossed(pairs, old, new, identity, nearness)


def matched_nearest(
    old: Sequence[Thing], new: Sequence[Thing], nearness: Callable[[Thing, Thing], float]
) -> list[Pair]:
    """`matched` by `nearness` alone."""
    return matched(old, new, lambda _: None, nearness)


def _nearest_first(candidates: Sequence[Pair], nearness: Callable[[int, int], float]) -> list[Pair]:
    measured = ((nearness(i, j), i, j) for i, j in candidates)
    order = sorted((-near, abs(i - j), i + j, i, j) for near, i, j in measured if near > 0)
    pairs: list[Pair] = []
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for *_, i, j in order:
        if i not in taken_old and j not in taken_new:
            pairs.append((i, j))
            taken_old.add(i)
            taken_new.add(j)
    return pairs


def out_of_order(
    pairs: Sequence[Pair],
    content: Callable[[Pair], tuple[str, str]],
    steady: Mapping[Pair, int] = MappingProxyType({}),
) -> list[Pair]:
    """The fewest pairs without which the others stand in the same order in both.

    Where it could be one or another, the more `steady` ones stay; else those that went farther are
    out of order; if that too is the same (two that changed places), a number made of their
    contents decides: neither depends on which side is old.
    """
    pairs = sorted(pairs)
    if all(one[1] < other[1] for one, other in pairwise(pairs)):
        return []
    weights = [
        (
            1,
            steady.get(pair, 0),
            -abs(pair[0] - pair[1]),
            crc32("\0".join(sorted(content(pair))).encode()),
        )
        for pair in pairs
    ]
    best: list[tuple[int, ...]] = []
    before: list[int | None] = []
    for position, (_, j) in enumerate(pairs):
        earlier = [at for at in range(position) if pairs[at][1] < j]
        last = max(earlier, key=lambda at: best[at], default=None)
        sofar = best[last] if last is not None else (0, 0, 0, 0)
        best.append(tuple(a + b for a, b in zip(sofar, weights[position], strict=True)))
        before.append(last)
    staying: set[Pair] = set()
    at: int | None = max(range(len(pairs)), key=lambda position: best[position])
    while at is not None:
        staying.add(pairs[at])
        at = before[at]
    return [pair for pair in pairs if pair not in staying]
