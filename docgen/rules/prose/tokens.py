"""The words of a text, each with its place, in runs that nothing but single spaces divides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from sys import intern
from typing import NamedTuple, overload

from docgen.vietnamese import fold_tone

# The new placement of a tone and the old one: hóa, hoá. It differs at the end of a word only.
_ENDS = [a + b for first, b in (("òóỏõọ", "a"), ("òóỏõọ", "e"), ("ùúủũụ", "y")) for a in first]
_FOLDED_ENDS = {end: fold_tone(end) for end in _ENDS}
_ADDRESS = re.compile(
    r"\S+@\S+|\b(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]*[a-z][\w-]*)+", re.IGNORECASE
)
_DOT_INSIDE = re.compile(r"[@.]\w")
_WORD = re.compile(r"\w+(?:&\w+)*")
_RUN = re.compile(rf"{_WORD.pattern}(?:\** \**{_WORD.pattern})*")


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

    @property
    def place(self) -> tuple[int, int]:
        """The offset and length of it in its text."""
        return self.start, len(self.text)

    def to(self, last: Word) -> tuple[int, int]:
        """The offset and length of the words from this one to the `last`."""
        return self.start, last.end - self.start


@dataclass(slots=True, unsafe_hash=True)  # frozen, each takes three times as long to make
class Run(Sequence[Word]):
    """Words that follow one another, kept by column: a long plan has a million of them.

    `prose` is the run as it is written.
    """

    prose: str
    texts: tuple[str, ...]
    folded: tuple[str, ...]
    offsets: tuple[int, ...]
    start: int

    def __len__(self) -> int:
        return len(self.texts)

    def __iter__(self) -> Iterator[Word]:
        return map(Word, self.texts, map(self.start.__add__, self.offsets), self.folded)

    @overload
    def __getitem__(self, at: int) -> Word: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Word]: ...
    def __getitem__(self, at: int | slice) -> Word | Sequence[Word]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        return Word(self.texts[at], self.start + self.offsets[at], self.folded[at])


@lru_cache(maxsize=4096)
def runs(prose: str) -> tuple[Run, ...]:
    """The words of a text; a run ends at a punctuation mark. Web addresses are left out."""
    if _DOT_INSIDE.search(prose):
        prose = _ADDRESS.sub(lambda match: "\ue000" * len(match[0]), prose)
    return tuple([Run(*_columns(match[0]), match.start()) for match in _RUN.finditer(prose)])


@lru_cache(maxsize=1 << 13)
def _columns(run: str) -> tuple[str, tuple[str, ...], tuple[str, ...], tuple[int, ...]]:
    """A run, its words as written and folded, and where each begins in it.

    Office texts say the same again and again: runs that say the same share them.
    """
    if "*" in run:
        found = [*_WORD.finditer(run)]
        texts = tuple(match[0] for match in found)
        offsets = tuple(match.start() for match in found)
    else:
        texts = tuple(map(intern, run.split(" ")))
        offsets = tuple(accumulate([0, *[len(text) + 1 for text in texts[:-1]]]))
    return run, texts, tuple(map(fold, texts)), offsets


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """The word in small letters with one tone placement, for comparing only."""
    word = word.lower()
    end = _FOLDED_ENDS.get(word[-2:])
    return word[:-2] + end if end else word
