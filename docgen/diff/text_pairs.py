"""Which texts of two outlines belong together: one to one, one to several, several to one.

A text stays where it is if it can: an equal or near text at home is nearer than an equal one
elsewhere that has copies. Only a text of which each plan has one is known wherever it stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import chain

from docgen.diff.divided import divided_and_joined
from docgen.diff.match import matched_alike, matched_nearest
from docgen.diff.outline import Entry, Owner
from docgen.diff.words import (
    cut,
    enclosed,
    keys,
    prolonged,
    same,
    similarity,
)

# Two different tasks of the 2024 plan share at most 0.54 of their syllables (`similarity`);
# from here on a text counts as the other one reworded.
NEAR = 0.6
VERY_NEAR = 0.9  # at home it is that one, though an equal one stands elsewhere
NEAR_ELSEWHERE = 0.7  # under another owner: offices have many sentences that are much alike
LIKE = 0.45  # left over alone in one place a text less alike is still the other one reworded

AtHome = Callable[[Owner, Owner], bool]
Nearness = Callable[[Entry, Entry], float]


@dataclass
class TextPairs:
    """`pairs` one to one; `divided` one old text and its parts, `joined` old parts and the one."""

    pairs: list[tuple[Entry, Entry]] = field(default_factory=list)
    divided: list[tuple[Entry, tuple[Entry, ...]]] = field(default_factory=list)
    joined: list[tuple[tuple[Entry, ...], Entry]] = field(default_factory=list)

    @property
    def known(self) -> set[Entry]:
        """Every text that belongs to another one."""
        several = [(one, *parts) for one, parts in self.divided]
        several += [(*parts, one) for parts, one in self.joined]
        return {entry for group in (*self.pairs, *several) for entry in group}


def paired_texts(olds: Sequence[Entry], news: Sequence[Entry], at_home: AtHome) -> TextPairs:
    """The pairs of two lists of texts that may stand under many owners."""
    found = TextPairs()
    counts = [Counter(keys(each.words) for each in entries) for entries in (olds, news)]

    def home(one: Entry, other: Entry) -> bool:
        return at_home(one.owner, other.owner)

    def equal(one: Entry, other: Entry) -> bool:
        return keys(one.words) == keys(other.words)

    def equal_at_home(one: Entry, other: Entry) -> float:
        return float(equal(one, other) and home(one, other))

    def only_one(one: Entry, other: Entry) -> float:
        alone = equal(one, other) and all(count[keys(one.words)] == 1 for count in counts)
        return float(alone and (home(one, other) or not _reworded(one, other, rest, home)))

    def near_at_home(one: Entry, other: Entry) -> float:
        return _near(one, other) if home(one, other) else 0

    staying: set[tuple[str, ...]] = set()

    def equal_elsewhere(one: Entry, other: Entry) -> float:
        return float(equal(one, other) and keys(one.words) not in staying)

    def near_elsewhere(one: Entry, other: Entry) -> float:
        stays = equal(one, other) or bool(staying & {keys(one.words), keys(other.words)})
        return 0 if stays else _near_elsewhere(one, other)

    def left() -> tuple[list[Entry], list[Entry]]:
        known = found.known
        return [e for e in olds if e not in known], [e for e in news if e not in known]

    def pair(nearness: Nearness, *, equals: bool) -> None:
        ours, theirs = left()
        pairs = (
            matched_alike(ours, theirs, lambda entry: keys(entry.words), nearness)
            if equals
            else matched_nearest(ours, theirs, nearness)
        )
        found.pairs += [(ours[i], theirs[j]) for i, j in pairs]

    pair(equal_at_home, equals=True)
    staying |= {keys(one.words) for one, _ in found.pairs}
    rest = left()
    pair(only_one, equals=True)
    found.divided, found.joined = divided_and_joined(left(), (olds, news), home)
    pair(near_at_home, equals=False)
    pair(equal_elsewhere, equals=True)
    pair(near_elsewhere, equals=False)
    found.pairs += _in_place(olds, news, found, home)
    found.pairs.sort(key=lambda pair: (pair[0].order, pair[1].order))
    return found


def _reworded(
    one: Entry,
    other: Entry,
    left: tuple[Sequence[Entry], Sequence[Entry]],
    home: Callable[[Entry, Entry], bool],
) -> bool:
    """Whether either of two equal texts stands, hardly changed, where it stood."""
    stayed = ((one, each) for each in left[1]), ((each, other) for each in left[0])
    return any(
        home(*pair) and similarity(pair[0].words, pair[1].words) >= VERY_NEAR
        for pair in chain(*stayed)
    )


def _near(one: Entry, other: Entry) -> float:
    near = 1.0 if same(one.words, other.words) else similarity(one.words, other.words)
    if near < NEAR and (prolonged(one.words, other.words) or cut(one.words, other.words)):
        return NEAR
    return near if near >= NEAR else 0


def _near_elsewhere(one: Entry, other: Entry) -> float:
    near = similarity(one.words, other.words)
    if enclosed(one.words, other.words):
        return max(near, NEAR_ELSEWHERE)
    return near if near >= NEAR_ELSEWHERE else 0


def _in_place(
    olds: Sequence[Entry],
    news: Sequence[Entry],
    found: TextPairs,
    home: Callable[[Entry, Entry], bool],
) -> list[tuple[Entry, Entry]]:
    """A text left over on each side, alone behind the same text, with some of the same words."""
    there: dict[Entry | None, Entry | None] = {None: None, **dict(found.pairs)}
    pairs: list[tuple[Entry, Entry]] = []
    taken: set[Entry] = set()
    alone = _alone(news, found.known)
    for before, one in _alone(olds, found.known):
        for last, other in alone:
            level = home(one, other) and there.get(one.parent) is other.parent
            behind = before in there and there[before] is last
            if level and behind and other not in taken and _like(one, other):
                pairs.append((one, other))
                taken.add(other)
                break
    return pairs


def _alone(entries: Sequence[Entry], known: set[Entry]) -> list[tuple[Entry | None, Entry]]:
    """Each text left over that has no such neighbour, behind the one that is known."""
    last: dict[tuple[Owner, Entry | None], Entry] = {}
    gaps: dict[tuple[Owner, Entry | None, Entry | None], list[Entry]] = {}
    for entry in entries:
        place = entry.owner, entry.parent
        if entry in known:
            last[place] = entry
        else:
            gaps.setdefault((*place, last.get(place)), []).append(entry)
    return [(before, left[0]) for (*_, before), left in gaps.items() if len(left) == 1]


def _like(one: Entry, other: Entry) -> bool:
    near = similarity(one.words, other.words) >= LIKE
    return near or prolonged(one.words, other.words, least=3)
