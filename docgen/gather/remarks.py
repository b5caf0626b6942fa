"""Comments of a copy, and words struck out or hidden in it, at their place of the built paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from docgen.accept.align import Pair, lines, pairs
from docgen.accept.printed import Printed
from docgen.accept.units import Line, TableRow, Unit
from docgen.docx.model import Document
from docgen.docx.reviewing import Comment, comments
from docgen.gather.copy import Copy
from docgen.gather.hunks import carried
from docgen.gather.opinion import Answer
from docgen.gather.voices import Voice, Voices
from docgen.gather.wish import Spot

UNSAID = "Trong bản này là {}: chưa rõ ý là bỏ hay để."


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment: on the letters from `start` to `end` of a line of the built paper."""

    spot: Spot
    start: int
    end: int
    quote: str
    said: str
    voice: Voice
    answers: tuple[Answer, ...]
    resolved: bool


def remarks(base: Printed, copy: Copy, voices: Voices) -> Iterator[Remark]:
    """The comments of a copy; those on words that its tracked changes took out stand there too."""
    former = _Anchors(base, copy.former, copy.former_units)
    revised = _Anchors(base, copy.document, copy.units)
    for each, before in zip(comments(copy.document), comments(copy.former), strict=True):
        place = former.of(before) or revised.of(each) or (Spot(-1), 0, 0)
        quote = each.quote or before.quote
        answers = tuple(
            Answer(voices.voice(other.author, other.date), other.text) for other in each.answers
        )
        voice = voices.voice(each.author, each.date)
        yield Remark(*place, quote, each.text.strip(), voice, answers, each.resolved)
    for place, words, name in revised.unsaid():
        yield Remark(*place, words, UNSAID.format(name), voices.untracked[0], (), resolved=False)


class _Anchors:
    """Where the paragraphs of a document stand on the built paper."""

    def __init__(self, base: Printed, document: Document, own: Sequence[Unit]) -> None:
        self.sides = pairs(base.units, own)
        self.numbers = {id(unit): number for number, unit in enumerate(base.units)}
        self.at: dict[object, tuple[Spot, Line | None, Line | None]] = {}
        self.notes: dict[object, tuple[object, int]] = {}
        last = -1
        for old, new in self.sides:
            last = self.numbers[id(old)] if old is not None else last
            if new is not None:
                self._hold(last, (old, new))
        self._skip_to(document)

    def _hold(self, number: int, pair: Pair) -> None:
        old, new = pair
        if isinstance(new, Line) and new.source:
            here = Spot(number), old if isinstance(old, Line) else None, new
            self.at.setdefault(new.source.xml, here)
        if not isinstance(new, TableRow) or new.source is None:
            return
        for cell, known in enumerate(new.source.cells):
            same = isinstance(old, TableRow) and cell < len(old.cells)
            before = old.cells[cell] if same and isinstance(old, TableRow) else ()
            whole = Spot(number, cell if same else -1)
            for each in known.paragraphs:
                self.at[each.xml] = whole, None, None
            at = 0
            for one, other in _in_order(before, new.cells[cell]):
                at = before.index(one) if one is not None else at
                if other is not None and other.source:
                    self.at[other.source.xml] = Spot(number, whole.cell, at), one, other

    def _skip_to(self, document: Document) -> None:
        """Empty paragraphs stand for what follows them, footnotes for where they are called."""
        following = None
        for paragraph in reversed(document.paragraphs):
            if paragraph.xml in self.at:
                following = self.at[paragraph.xml]
            elif following is not None:
                self.at[paragraph.xml] = following[0], None, None
            passed = 0
            for run in paragraph.runs:
                for each in run.note:
                    self.notes[each.xml] = paragraph.xml, passed
                passed += len(run.text)

    def unsaid(self) -> Iterator[tuple[tuple[Spot, int, int], str, str]]:
        """The words that somebody only struck out, or hid: where, which, and what was done."""
        for spot, old, new in self.at.values():
            known = {form for form, _ in old.forms} if old else ()
            for form, words in new.forms if new else ():
                start = new.text.find(words) if old and new and form.why else -1
                if old and new and form not in known and start >= 0:
                    span = carried(new, old, start), carried(new, old, start + len(words))
                    yield (spot, *span), words, form.name

    def of(self, comment: Comment) -> tuple[Spot, int, int] | None:
        """The line and the letters of the built paper that a comment is on."""
        if comment.paragraph is None:
            return None
        xml, start, length = comment.paragraph.xml, comment.start, len(comment.quote)
        if xml in self.notes:
            (xml, start), length = self.notes[xml], 0
        if xml not in self.at:
            return None
        spot, old, new = self.at[xml]
        if old is None or new is None:
            return spot, 0, 0
        marks = [mark if isinstance(mark, int) else -1 for mark in new.marks]
        first = sum(mark < start for mark in marks)
        last = sum(mark < start + length for mark in marks)
        return spot, carried(new, old, first), carried(new, old, last)


def _in_order(
    before: Sequence[Line], after: Sequence[Line]
) -> Iterator[tuple[Line | None, Line | None]]:
    if len(before) == len(after):
        yield from zip_longest(before, after)
    else:
        yield from lines(before, after)
