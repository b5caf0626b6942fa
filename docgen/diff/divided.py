"""Which texts were divided into several, which joined to one: each of the parts says some of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from docgen.diff.outline import Entry, Owner
from docgen.diff.words import Words, contained, covered, similarity, spoken, stretches

WHOLE = 0.75  # of a text must stand in the parts that it was divided into …
PART = 0.6  # … and of each part in it
WHOLLY = 0.9  # of a clause stands in the text that it was taken from or put into …
LEAST = 5  # … words at least
LEAST_QUOTED = 4  # syllables
LONG = 8  # words; of a shorter text parts that stand elsewhere are alike by chance
QUOTED = 0.8  # of each part stands word for word in a text of which the rest went …
SHORTENED = 0.25  # … and of the text in them; or the other way round, where the parts were cut

Parts = tuple[Entry, ...]


def divided_and_joined(
    left: tuple[Sequence[Entry], Sequence[Entry]],
    every: tuple[Sequence[Entry], Sequence[Entry]],
    home: Callable[[Entry, Entry], bool],
) -> tuple[list[tuple[Entry, Parts]], list[tuple[Parts, Entry]]]:
    """The texts that are several on the other side, those that share most first."""
    olds, news = left
    back = lambda one, other: home(other, one)  # noqa: E731 - the other way round
    candidates = [(*each, False) for each in _divided(olds, news, home)]
    candidates += [(*each, True) for each in _divided(news, olds, back)]
    candidates.sort(key=lambda each: (-each[0], each[1].order, each[2][0].order))
    divided, joined = [], []
    taken: set[Entry] = set()
    for _, one, points, are_old in candidates:
        side = 0 if are_old else 1
        parts = (*_lead_in(points, left[side], every[side]), *points)
        if not taken & {one, *parts}:
            taken |= {one, *parts}
            if are_old:
                joined.append((parts, one))
            else:
                divided.append((one, parts))
    return divided, joined


def _lead_in(parts: Parts, left: Sequence[Entry], every: Sequence[Entry]) -> Parts:
    """The sentence over the parts, if it is there for them alone: it belongs to them."""
    above = parts[0].parent
    if above is None or above not in left:
        return ()
    alone = tuple(entry for entry in every if entry.parent is above) == parts
    return (above,) if alone and above.words[-1].key == ":" else ()


def _divided(
    wholes: Sequence[Entry], others: Sequence[Entry], home: Callable[[Entry, Entry], bool]
) -> Iterator[tuple[float, Entry, Parts]]:
    """Each text with those on the other side that say, together, more of it than one.

    They stand side by side where it stood or elsewhere; or, under whatever owners, they are
    its clauses and nothing else.
    """
    places: dict[Owner, list[Entry]] = {}
    for each in others:
        places.setdefault(each.owner, []).append(each)
    for whole in wholes:
        at_home = [each for each in others if home(whole, each)]
        elsewhere = [its for its in places.values() if len(its) > 1 and not home(whole, its[0])]
        for group in (at_home, *(elsewhere if len(whole.words) >= LONG else ())):
            for parts in _neighbours(group, whole):
                together = _together(whole, parts)
                alone = max(similarity(whole.words, part.words) for part in parts)
                if len(parts) > 1 and together >= WHOLE and together > alone:
                    yield together + (group is at_home), whole, parts
        yield from _shortened(at_home, whole)
        if len(whole.words) >= LONG:
            clauses = _clauses(others, whole)
            together = covered(whole.words, [each.words for each in clauses])
            alone = max((similarity(whole.words, each.words) for each in clauses), default=0)
            if len(clauses) > 1 and together >= WHOLLY and together > alone:
                yield together, whole, clauses


def _shortened(entries: Sequence[Entry], whole: Entry) -> Iterator[tuple[float, Entry, Parts]]:
    """The text with those at home that quote it, or that it quotes, though words were cut."""
    size = len(spoken(whole.words))
    if size < 2 * LONG:
        return
    for of_part, of_whole in ((QUOTED, SHORTENED), (SHORTENED, QUOTED)):
        for parts, said in _quotations(entries, whole, of_part):
            if len(parts) > 1 and said >= size * of_whole:
                yield said / size / 2, whole, parts


def _quotations(
    entries: Sequence[Entry], whole: Entry, least: float
) -> Iterator[tuple[Parts, int]]:
    """Neighbours of which `least` stands word for word in a text, and how many words of it."""
    runs: list[list[tuple[Entry, set[int]]]] = [[]]
    for entry in entries:
        own = stretches(entry.words, whole.words)
        longer = [*runs[-1], (entry, own)]
        if len(own) < max(LEAST_QUOTED, least * len(spoken(entry.words))):
            runs.append([])
        elif _of_their_own([words for _, words in longer]):
            runs[-1] = longer
        else:
            runs.append([(entry, own)])
    for run in runs:
        yield tuple(each for each, _ in run), len(set().union(*(words for _, words in run)))


def _of_their_own(quoted: Sequence[set[int]]) -> bool:
    """Whether of each more than half is in none of the others."""
    times = Counter(word for words in quoted for word in words)
    return all(2 * sum(times[word] == 1 for word in words) > len(words) for words in quoted)


def _clauses(entries: Sequence[Entry], whole: Entry) -> Parts:
    """The texts that stand wholly in a longer one, each with words of it that no other has."""
    found: list[Entry] = []
    said = 0.0
    for entry in entries:
        inside = LEAST <= len(entry.words) < len(whole.words)
        if inside and contained(entry.words, whole.words) >= WHOLLY:
            now = covered(whole.words, [each.words for each in (*found, entry)])
            if now > said:
                found.append(entry)
                said = now
    return tuple(found)


def _together(whole: Entry, parts: Parts) -> float:
    """How much of the text its parts say, one behind the other or each with words of its own."""
    along = similarity(whole.words, _joined(parts))
    if all(contained(part.words, whole.words) >= WHOLE for part in parts):
        return max(along, covered(whole.words, [part.words for part in parts]))
    return along


def _stands_in(part: Entry, whole: Entry) -> bool:
    shorter = len(part.words) < len(whole.words)
    return shorter and len(part.words) > 1 and contained(part.words, whole.words) >= PART


def _neighbours(entries: Sequence[Entry], whole: Entry) -> Iterator[Parts]:
    """Those that stand in the text, with none between them that belongs to no other text."""
    run: list[Entry] = []
    for entry in entries:
        if _stands_in(entry, whole):
            run.append(entry)
            continue
        if run:
            yield tuple(run)
        run = []
    if run:
        yield tuple(run)


def _joined(parts: Parts) -> Words:
    return tuple(word for part in parts for word in part.words)
