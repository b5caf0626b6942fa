"""Where a plan's texts name an agency, however they spell it.

A name is recognised by its letters alone: marks, case, spaces, punctuation and a `và` do
not count, so that `V PUBND tỉnh` and `Sở kế hoạch & đầu tư` are found and can be corrected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from docgen.plan.model import Agency
from docgen.plan.reading_order import Printed
from docgen.plan.source import Text
from docgen.rules.prose.held import Held
from docgen.vietnamese import without_marks

_WORD = re.compile(r"[^\W_]+")
_ENDS_NAME = re.compile(r"[.;:()“”\n]")
# The key of an agency, whether it is a group of agencies, its spellings.
Spelled = tuple[str, bool, tuple[str, ...]]
_ENDS_A_WORD = re.compile(
    r"\b(?:cơ|trụ|công|tổng|chi)\s+$", re.IGNORECASE
)  # cơ sở y tế, chi cục thuế
_SHORTEST = 5  # fewer letters are a name only when spelled exactly so: TTg, CP


class Mention(NamedTuple):
    """An agency named at `offset` of a text, as `spelling`; `key` is its key in agencies.yaml."""

    printed: Printed
    offset: int
    spelling: str
    key: str

    @property
    def place(self) -> tuple[int, int]:
        """The offset and length of it in its text."""
        return self.offset, len(self.spelling)

    @property
    def text(self) -> Text:
        """The text that names the agency."""
        return self.printed.text


@lru_cache(maxsize=1 << 14)
def _plain(word: str) -> str:
    return without_marks(word).casefold()


def letters(text: str) -> str:
    """The letters of a name that count: without marks, case, spaces, punctuation and `và`."""
    words = map(_plain, _WORD.findall(text))
    return "".join(word for word in words if word != "va")


class Names:
    """All spellings of all agencies, to be looked for in texts."""

    def __init__(self, agencies: Mapping[str, Agency]) -> None:
        self.agencies = agencies
        spelled = ((key, each.group == "yes", _spellings(each)) for key, each in agencies.items())
        self._lexicon = _lexicon(*spelled)

    def spellings(self, key: str) -> tuple[str, ...]:
        """The accepted spellings of an agency, the official name first."""
        return _spellings(self.agencies[key])

    @property
    def by_letters(self) -> Mapping[str, str]:
        """The key of the agency by the letters of each of its spellings."""
        return self._lexicon.by_letters

    def mentions(self, texts: Held[Printed]) -> Iterator[Mention]:
        """Every mention in the texts, the longest name that fits at each place."""
        for printed, places in texts.seeing(self._lexicon.places):
            for start, end, key in places:
                yield Mention(printed, start, printed.prose[start:end], key)


def _spellings(agency: Agency) -> tuple[str, ...]:
    return (agency.name.value, *(each.value for each in agency.short))


class _Lexicon:
    """The spellings of agencies and where a text has one."""

    def __init__(self, spelled: tuple[Spelled, ...]) -> None:
        self.asked_as = spelled
        self.of = {key: (is_group, spellings) for key, is_group, spellings in spelled}
        self.by_letters: dict[str, str] = {}
        for key, (_, spellings) in self.of.items():
            for spelling in spellings:
                self.by_letters.setdefault(letters(spelling), key)
        self.beginnings = frozenset(
            name[:end] for name in self.by_letters for end in range(1, len(name) + 1)
        )

    def places(self, prose: str) -> tuple[tuple[int, int, str], ...]:
        """The first and the last index of each mention, and whose it is."""
        plain = [*map(_plain, _WORD.findall(prose))]
        if self.beginnings.isdisjoint(plain):
            return ()
        firsts = [
            number
            for number, (word, following) in enumerate(zip(plain, [*plain[1:], ""], strict=False))
            if word in self.beginnings
            and (
                word in self.by_letters or word + following in self.beginnings or following == "va"
            )
        ]
        words = [match.span() for match in _WORD.finditer(prose)] if firsts else []
        found: list[tuple[int, int, str]] = []
        done = 0
        for first in firsts:
            if first >= done:
                last, key = self._longest(prose, words, plain, first)
                done = last + 1
                if key is not None:
                    found.append((words[first][0], words[last][1], key))
        return tuple(found)

    def _longest(
        self, prose: str, words: list[tuple[int, int]], plain: list[str], first: int
    ) -> tuple[int, str | None]:
        """The last word of the longest name that begins with the word `first`, and whose it is."""
        joined = ""
        found: tuple[int, str | None] = (first, None)
        for number in range(first, len(words)):
            if plain[number] == "va" and joined:
                continue
            joined += plain[number]
            if joined not in self.beginnings:
                break
            if number > first and _ENDS_NAME.search(prose, words[number - 1][1], words[number][0]):
                break
            key = self.by_letters.get(joined)
            if key and self._is_name(prose, words[first][0], words[number][1], joined, key):
                found = number, key
        return found

    def _is_name(self, prose: str, start: int, end: int, joined: str, key: str) -> bool:
        """Whether these letters are meant as the agency's name, not as common words."""
        is_group, spellings = self.of[key]
        spelling = prose[start:end]
        if spelling in spellings:
            return True
        if len(joined) < _SHORTEST:
            return False
        if is_group or spelling[0].isupper():
            return True
        return spelling.startswith(("sở ", "cục ")) and not _ENDS_A_WORD.search(prose, 0, start)


@lru_cache(maxsize=8)
def _lexicon(*spelled: Spelled) -> _Lexicon:
    return _Lexicon(spelled)
