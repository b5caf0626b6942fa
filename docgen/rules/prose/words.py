"""What docgen knows of Vietnamese words: lists in `docgen/data`, read once when first asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from docgen.rules.prose.tokens import fold
from docgen.vietnamese import without_marks

_DATA = Path(__file__).parents[2] / "data"


def is_word(first: str, second: str) -> bool:
    """Whether two folded syllables are a word of official Vietnamese."""
    return second in after(first)


@lru_cache(maxsize=1 << 12)
def known(run: tuple[str, ...]) -> tuple[bool, ...]:
    """Of each folded syllable of a run but the last, whether it makes a word with the next."""
    return tuple(map(is_word, run, run[1:]))


@lru_cache(maxsize=20_000)
def after(first: str) -> frozenset[str]:
    """The syllables that make a word behind a folded syllable."""
    return frozenset(_tails().get(first, "").split())


def before(second: str) -> Sequence[str]:
    """The syllables that make a word before a folded syllable."""
    return _heads_by_tail().get(second, ())


def degree(syllable: str) -> int:
    """How many words a folded syllable makes, before or behind another."""
    return len(after(syllable)) + len(before(syllable))


def same_but_for_marks(first: str, second: str) -> list[tuple[str, str]]:
    """The words that differ from a pair of folded syllables in nothing but their marks."""
    bare = letters(second)
    return [
        (head, tail)
        for head in _heads_by_letters().get(letters(first), ())
        for tail in after(head)
        if letters(tail) == bare and (head, tail) != (first, second)
    ]


@cache
def wrong_phrases() -> Mapping[tuple[str, ...], str]:
    """Phrases that are often written wrongly, as folded words, and how they are written."""
    pairs = (line.split(" = ") for line in _lines("phrases.txt"))
    return {tuple(map(fold, wrong.split())): right for wrong, right in pairs}


@cache
def first_of_wrong_phrases() -> frozenset[str]:
    """The words, folded, with which these phrases begin."""
    return frozenset(phrase[0] for phrase in wrong_phrases())


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


def bodies() -> Iterator[str]:
    """The names of ministries, departments and other bodies that the whole country has."""
    return _lines("bodies.txt")


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
def _tails() -> Mapping[str, str]:
    return dict(line.split(": ") for line in _lines("words.txt"))


@cache
def _heads_by_tail() -> Mapping[str, list[str]]:
    heads = defaultdict(list)
    for head, tails in _tails().items():
        for tail in tails.split():
            heads[tail].append(head)
    return heads


@cache
def _heads_by_letters() -> Mapping[str, list[str]]:
    heads = defaultdict(list)
    for bare, head in zip(without_marks("\n".join(_tails())).split("\n"), _tails(), strict=True):
        heads[bare].append(head)
    return heads


@lru_cache(maxsize=20_000)
def letters(word: str) -> str:
    """A word without its marks."""
    return without_marks(word)


def _lines(name: str) -> Iterator[str]:
    for line in (_DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line
