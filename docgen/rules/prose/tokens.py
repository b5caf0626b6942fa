"""The words of a text, each with its place, in runs that nothing but single spaces divides."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from docgen.vietnamese import fold_tone

# The new placement of a tone and the old one: hóa, hoá. It differs at the end of a word only.
_ENDS = [a + b for first, b in (("òóỏõọ", "a"), ("òóỏõọ", "e"), ("ùúủũụ", "y")) for a in first]
_FOLDED_ENDS = {end: fold_tone(end) for end in _ENDS}
_ADDRESS = re.compile(
    r"\S+@\S+|\b(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]*[a-z][\w-]*)+", re.IGNORECASE
)
_DOT_INSIDE = re.compile(r"[@.]\w")
_WORD = re.compile(r"\w+(?:&\w+)*")


class Word(NamedTuple):
    """A word as written, the index of its first character in its text, and a form to compare.

    `folded` is in small letters, with one tone placement: `Hóa` and `hoá` fold to `hoá`.
    """

    text: str
    start: int
    folded: str

    @property
    def end(self) -> int:
        """The index after its last character."""
        return self.start + len(self.text)


Run = tuple[Word, ...]


def runs(prose: str) -> tuple[Run, ...]:
    """The words of a text; a run ends at a punctuation mark. Web addresses are left out."""
    if _DOT_INSIDE.search(prose):
        prose = _ADDRESS.sub(lambda match: "\ue000" * len(match[0]), prose)
    found: list[list[Word]] = []
    end = -1
    for match in _WORD.finditer(prose):
        start, text = match.start(), match[0]
        if end < 0 or ((between := prose[end:start]) != " " and between.replace("*", "") != " "):
            found.append([])
        found[-1].append(Word(text, start, fold(text)))
        end = match.end()
    return tuple(tuple(run) for run in found)


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """The word in small letters with one tone placement, for comparing only."""
    word = word.lower()
    end = _FOLDED_ENDS.get(word[-2:])
    return word[:-2] + end if end else word
