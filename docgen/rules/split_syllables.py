"""KH419: one syllable with a blank inside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from docgen.finding import Finding, Severity
from docgen.rules.facts import Facts, rule
from docgen.rules.prose import words
from docgen.rules.prose.syllables import is_syllable
from docgen.rules.prose.tokens import Run, fold

_CONSONANTS = re.compile(r"[bcdđghklmnpqrstvx]{1,3}")
_VOWEL_LAST = re.compile(r"[aăâeêioôơuưyà-ỹ]$", re.IGNORECASE)
_TWO = 2


@rule(
    "KH419", Severity.WARNING, "một tiếng bị tách đôi",
    "Dấu cách lọt vào giữa một tiếng: “hà nh chính”, “thự c hiện”.",
)  # fmt: skip
def syllable_split(facts: Facts) -> Iterator[Finding]:
    """`hà nh chính`, `t rách nhiệm`; not `vitamin c`, `điểm b`."""
    for printed, run, split in facts.saying(_split):
        for first, second in ((run[at], run[at + 1]) for at in split):
            yield syllable_split.mend(
                printed.text, f"“{first.text} {second.text}” là một tiếng bị tách đôi",
                *first.to(second), first.text + second.text,
            )  # fmt: skip


def _split(run: Run) -> list[int]:
    """The first part of each such syllable."""
    found = []
    consonants = [_CONSONANTS.fullmatch(text) is not None for text in run.texts]
    for index, (first, second) in enumerate(pairwise(run.texts) if any(consonants) else ()):
        joined = first + second
        parts = (
            _VOWEL_LAST.search(first)
            if consonants[index + 1]
            else consonants[index] and is_syllable(second)
        )
        if parts and is_syllable(joined) and _in_a_word(run, index, joined):
            found.append(index)
    return found


def _in_a_word(run: Run, index: int, joined: str) -> bool:
    """Whether the whole syllable makes a known word with the word before or behind it."""
    before = run[index - 1].folded if index else ""
    after = run[index + _TWO].folded if index + _TWO < len(run) else ""
    return words.is_word(before, fold(joined)) or words.is_word(fold(joined), after)
