"""A text of the content as somebody wishes it printed: words, emphasis and footnotes together.

New words alone are spliced into the value (`letters.rewritten_value`). Where emphasis or notes
changed too, the value is written anew from its letters, those that stay as the file has them:
`{{ … }}`, escapes and notes whole, marks around each stretch of one look. Either is printed
again, and must print what is wished.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from docgen.accept.letters import (
    ENDINGS,
    Letter,
    Overtyped,
    Unsayable,
    core_of,
    letters,
    literal,
    rewritten_value,
)
from docgen.plan.expressions import fill
from docgen.plan.footnotes import OPENS, parted, spans
from docgen.plan.source import Text
from docgen.view.inline import inline
from docgen.view.origin import Origin, Traced

MARKS = {"": "", "i": "*", "b": "**", "bi": "***"}


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote behind `at` letters of the new paper; `was`: its number in the text before."""

    at: int
    words: str
    was: int | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """What a string of the paper is to become.

    `edits` are of the letters of `paper`: from, to, new words. `looks` and `kept` say of each
    letter of the new paper how it looks beside its style ("b", "i", "~", "^") and which letter of
    `paper` it was; None: it was typed.
    """

    paper: str
    edits: tuple[tuple[int, int, str], ...]
    looks: tuple[str, ...]
    kept: tuple[int | None, ...]
    notes: tuple[Note, ...]


def wished(text: Text, names: Mapping[str, Any], wish: Wish) -> str:
    """The value that prints the wish; raises `Overtyped` and `Unsayable`."""
    check = _Check(text, names, wish)
    try:
        return rewritten_value(text, names, wish.paper, wish.edits, marked=True, fits=check.fits)
    except Unsayable:
        value = _Emitter(text, names, wish).value()
        if not check.fits(value) or not check.says(value):
            raise
        return value


class _Check:
    """Whether a value prints what is wished."""

    def __init__(self, text: Text, names: Mapping[str, Any], wish: Wish) -> None:
        self.text = text
        self.names = names
        self.wish = wish
        paper = wish.paper
        for start, end, words in sorted(wish.edits, reverse=True):
            paper = paper[:start] + words + paper[end:]
        self.paper = paper

    def _printed(self, value: str) -> tuple[list[Letter], int]:
        """The letters of a value, and where they begin on the new paper; -1: not on it."""
        printed = letters(replace(self.text, value=value), self.names, marked=True)
        said = "".join(each.said for each in printed)
        core = said if said in self.paper else said.rstrip(ENDINGS)
        return printed[: len(core)], self.paper.find(core)

    def says(self, value: str) -> bool:
        """Whether all the new paper but what docgen adds before and behind is the value's."""
        before = core_of(self.text, self.names, self.wish.paper)[1]
        printed, start = self._printed(value)
        rest = self.paper[start + len(printed) :]
        return start == before and not rest.strip(ENDINGS)

    def fits(self, value: str) -> bool:
        """Whether looks and notes are as wished."""
        printed, start = self._printed(value)
        if start < 0:
            return False
        looks = self.wish.looks[start : start + len(printed)]
        if any(
            one.look != look
            for one, look in zip(printed, looks, strict=True)
            if not one.said.isspace()
        ):
            return False
        known = [(note.at, _squeezed(note.words)) for note in self.wish.notes]
        return known == [(start + at, words) for at, words in self._notes(value)]

    def _notes(self, value: str) -> Iterator[tuple[int, str]]:
        own = replace(self.text, value=value)
        for (start, _), words in zip(spans(value), parted(own)[1], strict=True):
            before = letters(replace(own, value=value[:start]), self.names, marked=True)
            yield len(before), printed_note(words, self.names)


class _Emitter:
    """Puts a value together."""

    def __init__(self, text: Text, names: Mapping[str, Any], wish: Wish) -> None:
        self.text = text
        self.names = names
        self.wish = wish
        self.known, self.before, core = core_of(text, names, wish.paper)
        self.length = len(core)
        self.spans = [*spans(text.value)]

    def value(self) -> str:
        """The value with marks around each stretch of one look."""
        return with_marks([*self._pieces(), *self._tail()])

    def _pieces(self) -> Iterator[tuple[str, str]]:
        """What the value says for each letter of the new paper, and its look."""
        notes = list(self.wish.notes)
        kept = self.wish.kept
        for at, (look, was) in enumerate(zip(self.wish.looks, kept, strict=True)):
            yield from self._noted(notes, at, look)
            number = None if was is None else was - self.before
            if number is None:
                yield self._typed(at), look
            elif 0 <= number < self.length:
                yield self._letter(number, at), look
        yield from self._noted(notes, len(kept), "")

    def _typed(self, at: int) -> str:
        """A letter that was typed, as a value says it."""
        said = self._new_paper[at]
        if self._ended and not self._new_paper[at:].strip(ENDINGS):
            return ""
        return f"\\{said}" if said in "*~^" else said

    @property
    def _ended(self) -> bool:
        return self.before + self.length < len(self.wish.paper)

    @property
    def _new_paper(self) -> str:
        return _Check(self.text, self.names, self.wish).paper

    def _letter(self, number: int, at: int) -> str:
        letter = self.known[number]
        if not letter.hole:
            return self.text.value[letter.start : letter.end]
        own = [at for at, each in enumerate(self.known) if each.hole and each.start == letter.start]
        whole = [self.before + each for each in own]
        here = self.wish.kept.index(whole[0]) if whole[0] in self.wish.kept else -1
        span = slice(here, here + len(whole))
        if here < 0 or list(self.wish.kept[span]) != whole or len({*self.wish.looks[span]}) > 1:
            raise Overtyped(self.text.value[letter.start : letter.end], letter.start)
        return self.text.value[letter.start : letter.end] if at == here else ""

    def _noted(self, notes: list[Note], at: int, look: str) -> Iterator[tuple[str, str]]:
        while notes and notes[0].at <= at:
            yield self._note(notes.pop(0)), look

    def _note(self, note: Note) -> str:
        if note.was is None:
            return f"{OPENS}{literal(note.words, marked=True)}]"
        start, end = self.spans[note.was]
        raw = self.text.value[start:end]
        inner = replace(self.text, value=raw[len(OPENS) : -1].strip())
        old = printed_note(inner, self.names)
        if old == _squeezed(note.words):
            return raw
        words = rewritten_value(
            inner, self.names, old, _one_edit(old, _squeezed(note.words)), marked=True
        )
        return f"{OPENS}{words}]"

    def _tail(self) -> Iterator[tuple[str, str]]:
        """What the value says behind the letters that are on the paper, `;` and `.`."""
        for letter in self.known[self.length :]:
            yield self.text.value[letter.start : letter.end], letter.look


def with_marks(pieces: Sequence[tuple[str, str]]) -> str:
    """What a value says that has these letters, each with its look."""
    said = ""
    for emphasis, run in groupby(_spaced(pieces), key=lambda piece: piece[1].rstrip("~^")):
        words = ""
        for script, stretch in groupby(run, key=lambda piece: piece[1].lstrip("bi")):
            words += f"{script}{''.join(raw for raw, _ in stretch)}{script}"
        said += f"{MARKS[emphasis]}{words}{MARKS[emphasis]}"
    return said


def printed_note(text: Text, names: Mapping[str, Any]) -> str:
    """The words of a footnote on paper."""
    said = fill(text, names)[0]
    return _squeezed(str(inline(Traced(said, Origin("text", text)))))


def _squeezed(words: str) -> str:
    return " ".join(words.split())


def _one_edit(old: str, new: str) -> list[tuple[int, int, str]]:
    """What differs between two texts, as one edit."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return [(start, len(old) - end, new[start : len(new) - end])]


def _spaced(pieces: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The pieces with spaces inside the marks only where both sides of them are."""
    found = [*pieces]
    for at, (raw, _) in enumerate(found):
        if raw.isspace() or not raw:
            before = next((look for each, look in found[:at][::-1] if each.strip()), "")
            after = next((look for each, look in found[at + 1 :] if each.strip()), "")
            found[at] = raw, before if before == after else ""
    return found
