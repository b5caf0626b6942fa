"""What texts hold: no rule searches every text, and none searches the same words twice.

A question is about the words of a text alone, so its answer stays true wherever they stand. A plan
that is saved again, or one of many that say the same, is asked only about what it says anew.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import accumulate, compress, count
from operator import attrgetter
from threading import Lock
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from docgen.kept import Kept, key_of
from docgen.rules.prose.asked import Known, as_data, name_of, of_data

LITTLE = 20  # one text in so many
MOST_REMEMBERED = 8_000  # texts; with more, only answers about fewer of them are kept
_DIGIT = re.compile(r"\d")
_AS_NUMBERS = bytes.maketrans(b"01", b"\0\1")
_BETWEEN = "\0"  # in no text, so that no piece is found across two


class _HasProse(Protocol):
    @property
    def prose(self) -> str: ...


Written = TypeVar("Written", bound=_HasProse)
Answer = TypeVar("Answer")
Pattern = re.Pattern[str] | str
# Numbers of proses as the bits of one integer: which are new to a question is one subtraction.
Bits = int


class _Small(NamedTuple):
    """Some proses as one text in small letters, with 0 for each digit, and where each begins."""

    of: Sequence[int]
    joined: str
    starts: Sequence[int]

    def holding(self, piece: str) -> Iterator[int]:
        """The numbers of those in which a piece stands."""
        place = self.joined.find(piece)
        while 0 <= place < len(self.joined):
            at = bisect_right(self.starts, place)
            yield self.of[at - 1]
            place = self.joined.find(piece, self.starts[at])


def _small(of: Sequence[int], small: Sequence[str]) -> _Small:
    starts = accumulate((len(each) + 1 for each in small), initial=0)
    return _Small(of, _DIGIT.sub("0", _BETWEEN.join((*small, ""))), [*starts])


class _Remembered:
    """Proses, each numbered as it first came, and what each question found in which of them."""

    def __init__(self) -> None:
        self.proses: list[str] = []
        self.numbers: dict[str, int] = {}
        self._small = _small((), ())
        self._answers: dict[Hashable, tuple[Bits, dict[int, Any]]] = {}
        self._used: Bits = 0  # those that were asked about in this process
        self._recalled = 0  # how many come from a process before, the first of all
        self._before: dict[str, Known] = {}  # by its name, what each answered in a process before
        self._one_at_a_time = Lock()

    def take(self, proses: Collection[str]) -> None:
        """Takes in those that are new."""
        with self._one_at_a_time:
            new = [prose for prose in proses if prose not in self.numbers]
            count = len(self.proses)
            self.proses += new
            self.numbers |= zip(new, range(count, count + len(new)), strict=True)

    @property
    def is_full(self) -> bool:
        """Whether they are too many for answers to be kept."""
        return len(self.proses) > MOST_REMEMBERED

    def answers(
        self,
        of: Bits,
        question: Hashable,
        ask: Callable[[Sequence[int]], Iterable[tuple[int, Answer]]],
    ) -> Mapping[int, Answer]:
        """What is found in which prose: `ask` is told which `of` these it was not asked about."""
        asked, found = self._answers.get(question) or self._answered_before(question)
        self._used |= of
        if new := of & ~asked:
            found.update(ask(_numbers(new)))
            if not self.is_full or len(found) < MOST_REMEMBERED:
                self._answers[question] = asked | of, found
        return found

    def _answered_before(self, question: Hashable) -> tuple[Bits, dict[int, Any]]:
        if not self._before:
            return 0, {}
        asked, found = self._before.get(name_of(question), (0, {}))
        known = self._answers[question] = asked, {**found}
        return known

    def recall(self, data: bytes) -> None:
        """Takes in what was answered in a process before."""
        proses, self._before = of_data(data)
        self._recalled = len(proses)
        self.take(proses)

    @property
    def much_is_new(self) -> bool:
        """Whether more was asked anew than it takes to keep it all again."""
        new = self._used >> self._recalled
        return new.bit_count() * LITTLE > self._used.bit_count()

    def told(self) -> bytes:
        """What was answered, for `recall`; nothing, once most is of texts that are gone."""
        if self.is_full or self._used.bit_count() * 2 < len(self.proses):
            return as_data((), {})
        named = ((name_of(question), known) for question, known in self._answers.items())
        return as_data(self.proses, {name: known for name, known in named if name})

    def holding(self, of: Bits, pieces: tuple[str, ...]) -> Mapping[int, str]:
        """The proses in which one of the pieces stands; all, where none is named."""

        def ask(new: Sequence[int]) -> list[tuple[int, str]]:
            small = self._small
            if small.of is not new:
                small = self._small = _small(new, [self.proses[at].lower() for at in new])
            found = {at for piece in pieces or ("",) for at in small.holding(piece)}
            return [(at, self.proses[at]) for at in found]

        return self.answers(of, pieces, ask)

    def matches(
        self, of: Bits, pattern: Pattern, pieces: tuple[str, ...]
    ) -> Mapping[int, tuple[re.Match[str], ...]]:
        """Each match of a pattern in those."""

        def ask(new: Sequence[int]) -> Iterator[tuple[int, tuple[re.Match[str], ...]]]:
            fewest, sought = new, re.compile(pattern)
            if pieces:
                held = self.holding(of, pieces)
                fewest = [*held] if len(held) < len(new) else [at for at in new if at in held]
            # Most hold none: `search`, mapped, tells so sooner than an empty `finditer`.
            for at in compress(fewest, map(sought.search, map(self.proses.__getitem__, fewest))):
                yield at, tuple(sought.finditer(self.proses[at]))

        return self.answers(of, (pattern, pieces), ask)


@lru_cache(maxsize=4)
def _numbers(bits: Bits) -> Sequence[int]:
    """The numbers that are in a set of them."""
    return [*compress(count(), bin(bits)[:1:-1].encode().translate(_AS_NUMBERS))]


def _bits(numbers: Collection[int]) -> Bits:
    digits = bytearray(b"0") * (max(numbers, default=0) + 1)
    for at in numbers:
        digits[-1 - at] = ord("1")
    return int(digits, 2)


_LAST = [_Remembered()]


@contextmanager
def remembering(kept: Kept, whose: str) -> Iterator[None]:
    """What is sought for the first time in this process is `kept` for the next."""
    known = _LAST[0]
    if known.proses:
        yield
        return
    key = key_of("sought", (), whose)
    if data := kept.get(key):
        known.recall(data)
    yield
    if known.much_is_new:
        kept.put(key, known.told())


def _remembered(proses: Sequence[str]) -> _Remembered:
    """What is known of these proses, and of those before."""
    distinct = dict.fromkeys(proses)
    known = _Remembered() if len(distinct) > MOST_REMEMBERED else _LAST[0]
    known.take(distinct)
    if _LAST[0].is_full:
        _LAST[0] = _Remembered()
    return known


class Held(Generic[Written]):
    """Texts, to be asked what they hold; every answer comes in their order."""

    def __init__(
        self, texts: Sequence[Written], told: Callable[[Written], Any] = attrgetter("prose")
    ) -> None:
        self.texts = texts
        self._told = told
        proses = [text.prose for text in texts]
        self._known = _remembered(proses)
        self._numbers = array("q", [self._known.numbers[prose] for prose in proses])
        self._places: dict[int, int] = {}
        self._again: dict[int, list[int]] = {}  # where the same is said once more
        for place, at in enumerate(self._numbers):
            if self._places.setdefault(at, place) != place:
                self._again.setdefault(at, []).append(place)
        self._of_last: tuple[Sequence[int], list[Any]] = ((), [])
        self._bits = _bits(self._places.keys())

    def _where(self, found: Mapping[int, Answer]) -> list[tuple[Written, Answer]]:
        """The texts of which something was found."""
        common = found.keys() & self._places.keys()
        again = [place for at in self._again.keys() & common for place in self._again[at]]
        places = sorted([*(self._places[at] for at in common), *again])
        return [(self.texts[place], found[self._numbers[place]]) for place in places]

    def _told_of(self, new: Sequence[int]) -> list[Any]:
        """What is told of these proses; most questions are new to the same ones."""
        if self._of_last[0] is not new:
            self._of_last = new, [self._told(self.texts[self._places[at]]) for at in new]
        return self._of_last[1]

    def seeing(
        self, look: Callable[..., Answer], *given: Hashable, holding: tuple[str, ...] = ()
    ) -> list[tuple[Written, Answer]]:
        """The texts in which `look` sees something, each with that.

        `look` is a function of a module, or a method of a pattern, told a prose (or what `told`
        makes of its text) and what is `given`: it is asked once of the same, and of those alone
        in which one of the pieces stands that are named as `holding`.
        """

        def ask(new: Sequence[int]) -> list[tuple[int, Answer]]:
            told: Iterable[tuple[int, Any]] = zip(new, self._told_of(new), strict=True)
            if holding:
                held = self._known.holding(self._bits, holding)
                told = (each for each in told if each[0] in held)
            return [(at, seen) for at, each in told if (seen := look(each, *given))]

        return self._where(self._known.answers(self._bits, (look, given), ask))

    def holding(self, *pieces: str) -> list[tuple[Written, str]]:
        """The texts in which one of the pieces stands, each with its prose; all, if none is named.

        A piece is written in small letters with 0 for each digit: `0/0` finds `30/6`.
        """
        return self._where(self._known.holding(self._bits, pieces))

    @property
    def years(self) -> list[tuple[Written, str]]:
        """The texts that may name a year of this century or the last."""
        return [each for each in self.holding("0000") if "20" in each[1] or "19" in each[1]]

    def matches(self, pattern: Pattern, *pieces: str) -> Iterator[tuple[Written, re.Match[str]]]:
        """Each match of a pattern in the texts that `holding` finds."""
        for text, found in self._where(self._known.matches(self._bits, pattern, pieces)):
            for match in found:
                yield text, match
