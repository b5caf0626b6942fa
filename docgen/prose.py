"""The words of a text, each with its place, in runs that nothing but single spaces divides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from docgen.vietnamese import fold_tone

_ADDRESS = re.compile(
    r"\S+@\S+|\b(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]*[a-z][\w-]*)+", re.IGNORECASE
)
_WORD = re.compile(r"\w+(?:&\w+)*")


@dataclass(frozen=True, slots=True)
class Word:
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
    if "@" in prose or "." in prose:
        prose = _ADDRESS.sub(lambda match: "\ue000" * len(match[0]), prose)
    found: list[list[Word]] = []
    end = -1
    for match in _WORD.finditer(prose):
        word = Word(match[0], match.start(), fold(match[0]))
        if end < 0 or prose[end : word.start].replace("*", "") != " ":
            found.append([])
        found[-1].append(word)
        end = word.end
    return tuple(tuple(run) for run in found)


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """The word in small letters with one tone placement, for comparing only."""
    return fold_tone(word.lower())
