"""Words of two syllables that are one slip away from a pair that is none.

A slip is one letter more, less or other, two swapped, other marks on the same letters, or a
consonant that the ear takes for another: x for s, tr for ch, d for gi, n for ng at the end.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from docgen.rules.prose import words
from docgen.rules.prose.syllables import TONES, onset_and_rime

_ONSETS = (
    ("x", "s"), ("tr", "ch"), ("d", "gi"), ("d", "r"), ("gi", "r"), ("l", "n"), ("d", "v"),
    ("g", "gh"), ("ng", "ngh"), ("c", "k"), ("c", "q"), ("h", "qu"), ("gi", "v"),
)  # fmt: skip
_ENDS = (
    ("n", "ng"), ("c", "t"), ("ch", "t"), ("c", "ch"), ("nh", "n"), ("m", "n"), ("i", "y"),
    ("p", "t"), ("nh", "ng"), ("o", "u"),
)  # fmt: skip
_ALIKE = frozenset(pair for one, two in _ONSETS for pair in ((one, two), (two, one)))
_ALIKE_ENDS = frozenset(pair for one, two in _ENDS for pair in ((one, two), (two, one)))


@lru_cache(maxsize=20_000)
def meant(first: str, second: str) -> Sequence[tuple[str, str]]:
    """The known words that are one slip away from a pair of folded syllables."""
    tails = (each for each in words.after(first) if each != second and one_slip(second, each))
    heads = (each for each in words.before(second) if each != first and one_slip(first, each))
    return [*((first, tail) for tail in tails), *((head, second) for head in heads)]


@lru_cache(maxsize=50_000)
def one_slip(written: str, right: str) -> bool:
    """Whether one slip of hand or ear makes one syllable of the other."""
    if abs(len(written) - len(right)) > 2 or min(len(written), len(right)) < 2:
        return False
    bare, bare_right = words.letters(written), words.letters(right)
    if bare == bare_right:
        return True
    if bare[0] != bare_right[0] and bare[-1] != bare_right[-1] and bare != bare_right[::-1]:
        return False  # whatever the slip, it leaves one end of a syllable
    if _one_edit(written, right) or (
        _one_edit(bare, bare_right) and _tone(written) == _tone(right)
    ):
        return True
    onset, rime = onset_and_rime(written)
    other, rime_right = onset_and_rime(right)
    if rime == rime_right and (onset, other) in _ALIKE:
        return True
    return onset == other and _ends_alike(rime, rime_right)


def _tone(syllable: str) -> str:
    return "".join(mark for mark in unicodedata.normalize("NFD", syllable) if mark in TONES)


def _one_edit(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1:
        return False
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return max(len(one), len(other)) <= 1 or (len(one) == 2 and one == other[::-1])


def _ends_alike(one: str, other: str) -> bool:
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    return start > 0 and any(
        (one[cut:], other[cut:]) in _ALIKE_ENDS for cut in range(max(1, start - 1), start + 1)
    )
