"""What docgen knows of Vietnamese words: lists in `docgen/data`, read once when first asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

from docgen.rules.prose.tokens import fold
from docgen.vietnamese import without_marks

_DATA = Path(__file__).parents[2] / "data"


def is_word(first: str, second: str) -> bool:
    """Whether two folded syllables are a word of official Vietnamese."""
    return second in _words().get(first, ())


def after(first: str) -> frozenset[str]:
    """The syllables that make a word behind a folded syllable."""
    return _words().get(first, frozenset())


def before(second: str) -> frozenset[str]:
    """The syllables that make a word before a folded syllable."""
    return _heads_by_tail().get(second, frozenset())


def degree(syllable: str) -> int:
    """How many words a folded syllable makes, before or behind another."""
    return len(after(syllable)) + len(before(syllable))


def same_but_for_marks(first: str, second: str) -> list[tuple[str, str]]:
    """The words that differ from a pair of folded syllables in nothing but their marks."""
    bare = _letters(second)
    return [
        (head, tail)
        for head in _heads_by_letters().get(_letters(first), ())
        for tail in _words()[head]
        if _letters(tail) == bare and (head, tail) != (first, second)
    ]


@cache
def wrong_phrases() -> Mapping[tuple[str, ...], str]:
    """Phrases that are often written wrongly, as folded words, and how they are written."""
    pairs = (line.split(" = ") for line in _lines("phrases.txt"))
    return {tuple(map(fold, wrong.split())): right for wrong, right in pairs}


@cache
def acronyms() -> frozenset[str]:
    """Abbreviations that the world or the decree gives and no plan explains."""
    return frozenset(word for line in _lines("acronyms.txt") for word in line.split())


@cache
def borrowed() -> frozenset[str]:
    """Words of other languages that official Vietnamese uses as they are."""
    return frozenset(word for line in _lines("borrowed.txt") for word in line.split())


@cache
def single() -> frozenset[str]:
    """Folded words of one syllable that are in no word of two."""
    return frozenset(fold(word) for line in _lines("single.txt") for word in line.split())


@cache
def verbs() -> frozenset[str]:
    """Verbs with which a task of a plan begins."""
    return frozenset(
        verb.strip() for line in _lines("verbs.txt") for verb in line.split(",") if verb.strip()
    )


def ended() -> Iterator[tuple[str, str]]:
    """Each name of an agency that the whole country has merged, and the agency it went into."""
    for line in _lines("ended.txt"):
        names, _, successor = line.partition(" = ")
        yield from ((name, successor) for name in names.split(" | "))


@cache
def frequent() -> frozenset[tuple[str, str]]:
    """The words of two folded syllables that nearly every plan uses."""
    entries = (line.split(": ") for line in _lines("frequent.txt"))
    return frozenset((head, tail) for head, tails in entries for tail in tails.split())


@cache
def _words() -> Mapping[str, frozenset[str]]:
    entries = (line.split(": ") for line in _lines("words.txt"))
    return {head: frozenset(tails.split()) for head, tails in entries}


@cache
def _heads_by_tail() -> Mapping[str, frozenset[str]]:
    heads = defaultdict(set)
    for head, tails in _words().items():
        for tail in tails:
            heads[tail].add(head)
    return {tail: frozenset(found) for tail, found in heads.items()}


@cache
def _heads_by_letters() -> Mapping[str, list[str]]:
    heads = defaultdict(list)
    for head in _words():
        heads[_letters(head)].append(head)
    return heads


@lru_cache(maxsize=20_000)
def _letters(word: str) -> str:
    return without_marks(word)


def _lines(name: str) -> Iterator[str]:
    for line in (_DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line
