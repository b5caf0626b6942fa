"""The words and abbreviations of a plan that docgen does not know: what `--learn` proposes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from docgen.finding import Where
from docgen.rules.abbreviations import unexplained
from docgen.rules.facts import Facts
from docgen.rules.prose import words
from docgen.rules.prose.tokens import Word
from docgen.rules.spelling import no_syllable
from docgen.rules.wrong_words import wrong_marks, wrong_onset


class Unknown(NamedTuple):
    """A word or an abbreviation, and where it stands.

    `meaning`: what the letters of an abbreviation stand for, where the plan itself says those
    words. `doubtful`: a rule takes it for a slip, so that it is learnt by its name only.
    """

    word: str
    places: tuple[Where, ...]
    is_abbreviation: bool = False
    meaning: str = ""
    doubtful: bool = False


def unknown(facts: Facts) -> list[Unknown]:
    """What the glossary may have to learn: abbreviations first, each kind by its letters."""
    return [*_abbreviations(facts), *_words(facts)]


def _abbreviations(facts: Facts) -> Iterator[Unknown]:
    found: dict[str, list[Where]] = defaultdict(list)
    doubtful = set()
    for printed, token, start, slip in unexplained(facts):
        found[token].append(printed.text.locate(start, len(token)))
        doubtful |= {token} if slip else set()
    meanings = _meanings(facts, found)
    for token in sorted(found):
        yield Unknown(token, tuple(found[token]), True, meanings[token], token in doubtful)


def _words(facts: Facts) -> Iterator[Unknown]:
    found: dict[str, list[Where]] = defaultdict(list)
    for check in (no_syllable, wrong_marks, wrong_onset):
        for finding in check(facts):
            start = finding.where.column - 1
            written = finding.line_text[start : start + finding.where.length]
            found[written.lower()].append(finding.where)
    for word in sorted(found):
        yield Unknown(word, tuple(found[word]), doubtful=True)


def _meanings(facts: Facts, tokens: dict[str, list[Where]]) -> dict[str, str]:
    """For each abbreviation the words of the plan with those first letters, or nothing."""
    wanted = {token.replace("&", ""): token for token in tokens}
    sizes = {len(letters) for letters in wanted if len(letters) > 2}
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for _, run in facts.words:
        letters = "".join(text[0] for text in run.texts).upper()
        for size in sizes:
            for start in range(len(run) - size + 1):
                token = wanted.get(letters[start : start + size])
                if token and _are_words(spoken := run[start : start + size]):
                    found[token][" ".join(word.text.lower() for word in spoken)] += 1
    best = {token: counts.most_common(1)[0][0] for token, counts in found.items()}
    return {token: best.get(token, "") for token in tokens}


def _are_words(spoken: Sequence[Word]) -> bool:
    """Whether known words make up a phrase, one syllable at most left over."""
    known = [words.is_word(one.folded, two.folded) for one, two in pairwise(spoken)]
    whole = all(known[::2]) and len(spoken) % 2 == 0
    but_one = len(spoken) % 2 == 1 and (all(known[::2][: len(spoken) // 2]) or all(known[1::2]))
    return all(word.text.isalpha() for word in spoken) and (whole or but_one)
