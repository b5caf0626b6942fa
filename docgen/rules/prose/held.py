"""Which texts hold a piece of writing: found at once, so that no rule searches every text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Generic, Protocol, TypeVar

_DIGIT = re.compile(r"\d")
_BETWEEN = "\0"  # in no text, so that no piece is found across two


class _HasProse(Protocol):
    @property
    def prose(self) -> str: ...


Written = TypeVar("Written", bound=_HasProse)


class Held(Generic[Written]):
    """Texts, to be asked which of them hold a piece."""

    def __init__(self, texts: Sequence[Written]) -> None:
        self.texts = texts
        self._asked: dict[tuple[str, ...], list[Written]] = {}

    @cached_property
    def letters(self) -> frozenset[str]:
        """Every character of the texts."""
        return frozenset().union(*(text.prose for text in self.texts))

    @cached_property
    def _joined(self) -> tuple[str, list[int]]:
        """The texts in small letters with 0 for each digit, and where each begins there."""
        small = [text.prose.lower() for text in self.texts]
        starts = accumulate((len(each) + 1 for each in small), initial=0)
        return _DIGIT.sub("0", _BETWEEN.join(small)), [*starts]

    def __iter__(self) -> Iterator[Written]:
        return iter(self.texts)

    def holding(self, *pieces: str) -> tuple[tuple[Written, str], ...]:
        """The texts in which one of the pieces stands, each with its prose, in their order.

        A piece is written in small letters with 0 for each digit: `0/0` finds `30/6`.
        """
        if pieces not in self._asked:
            found = {at for piece in pieces for at in self._with(piece)}
            self._asked[pieces] = [self.texts[at] for at in sorted(found)]
        return tuple([(text, text.prose) for text in self._asked[pieces]])

    def _with(self, piece: str) -> Iterator[int]:
        """The numbers of the texts in which a piece stands."""
        joined, starts = self._joined
        place = joined.find(piece)
        while place >= 0:
            at = bisect_right(starts, place)
            yield at - 1
            place = joined.find(piece, starts[at])

    @cached_property
    def years(self) -> tuple[tuple[Written, str], ...]:
        """The texts that may name a year of this century or the last."""
        four = self.holding("0000")
        return tuple([each for each in four if "20" in each[1] or "19" in each[1]])

    def matches(
        self, pattern: re.Pattern[str] | str, *pieces: str
    ) -> Iterator[tuple[Written, re.Match[str]]]:
        """Each match of a pattern in the texts that hold one of the pieces: see `holding`."""
        matches = re.compile(pattern).finditer
        for text, prose in self.holding(*pieces):
            for match in matches(prose):
                yield text, match
