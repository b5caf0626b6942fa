"""Who wants something, and since when: from tracked changes, else from who saved the copy."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from docgen.accept.units import Line, TableRow, Unit
from docgen.docx.model import Paragraph, W
from docgen.docx.reviewing import Kind, Revision, revisions
from docgen.gather.copy import Copy
from docgen.gather.hunks import Hunk


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody: his `name` in Word, the date (ISO 8601), the `office` whose copy it is, the copy.

    `tracked`: he had changes tracked. The same person at the same time in two copies is one: the
    second office worked on in the copy of the first. Without a trace every copy is another's.
    """

    name: str
    date: str
    apart: str = field(repr=False)
    office: str = field(compare=False)
    copy: str = field(compare=False)
    tracked: bool = field(default=True, compare=False)


class Voices:
    """Who changed what in one copy."""

    def __init__(self, copy: Copy) -> None:
        self.copy = copy
        self._former: dict[str, list[Unit]] = {}
        self._lines: dict[str, Line] = {}
        for unit in copy.former_units:
            self._former.setdefault(unit.key, []).append(unit)

    def voice(self, name: str, date: str) -> Voice:
        """Somebody who is named in the copy."""
        copy = self.copy
        return Voice(name, date, "" if date else copy.name, copy.office, copy.name)

    @property
    def untracked(self) -> tuple[Voice, ...]:
        """Who edited without a trace: whoever saved the copy, or it alone."""
        copy = self.copy
        return (Voice(copy.editor, copy.saved, copy.name, copy.office, copy.name, tracked=False),)

    def of_hunk(self, old: Line, new: Line, hunk: Hunk) -> tuple[Voice, ...]:
        """Who changed the words of a line there: took some of the old out, put some new ones in."""
        if new.source is None:
            return self.untracked
        former = self._former_of(new.source)
        if former and former.source and former.key == old.key:
            gone = {mark for mark in former.marks[hunk.start : hunk.end] if isinstance(mark, int)}
            came = {mark for mark in new.marks[hunk.first : hunk.last] if isinstance(mark, int)}
            told = [*_over(former.source, "out", gone), *_over(new.source, "in", came)]
            if told:
                return self._named(told)
        marks = [mark for mark in new.marks if isinstance(mark, int)]
        length = len(new.source.text)
        first = marks[hunk.first - 1] + 1 if hunk.first else 0
        last = marks[hunk.last] if hunk.last < len(marks) else length
        inner = [mark for mark in marks[hunk.first : hunk.last] if mark >= 0]
        told = [
            each
            for each in revisions(new.source)
            if each.words.strip() and self._meets(each, first, last, inner)
        ]
        return self._named(told or self._restyled(new.source, inner))

    def _former_of(self, paragraph: Paragraph) -> Line | None:
        """The line that a paragraph was before the tracked changes: the one at its place."""
        if not self._lines:
            for unit in self.copy.former_units:
                lines = (each for cell in unit.cells for each in cell) if isinstance(
                    unit, TableRow) else [unit]  # fmt: skip
                self._lines |= {_place(each.source): each for each in lines if each.source}
        return self._lines.get(_place(paragraph))

    @staticmethod
    def _restyled(paragraph: Paragraph, marks: Collection[int]) -> Iterator[Revision]:
        """The tracked changes of the look of some letters (17.13.5.31)."""
        at = 0
        for run in paragraph.runs:
            change = run.xml.find(f"{W}rPr/{W}rPrChange")
            end = at + len(run.text)
            if change is not None and any(at <= mark < end for mark in marks):
                author, date = change.get(W + "author", ""), change.get(W + "date", "")
                yield Revision("in", author, date, at, end, run.text)
            at = end

    @staticmethod
    def _meets(revision: Revision, first: int, last: int, inner: list[int]) -> bool:
        if revision.kind == "out":
            return first <= revision.start <= last
        return any(revision.start <= mark < revision.end for mark in inner)

    def of_note(self, line: Line, words: str) -> tuple[Voice, ...]:
        """Who changed a footnote of a line."""
        runs = line.source.runs if line.source else ()
        said = [each for run in runs for each in run.note if words and each.text.strip() in words]
        return self._named(told for each in said for told in revisions(each))

    def of_new(self, unit: Unit) -> tuple[Voice, ...]:
        """Who put a line or a row in."""
        if isinstance(unit, TableRow):
            row = self._of_row(unit, "in")
            return self._named(row) if row else self._named(self._of_cells(unit, "in"))
        return self._named(self._told([unit], "in"))

    def of_old(self, unit: Unit) -> tuple[Voice, ...]:
        """Who took a line or a row out: the copy as it was still holds it."""
        known = self._former.get(unit.key, [])
        former = known.pop(0) if len(known) > 1 else known[0] if known else None
        if former is None:
            return self.untracked
        if isinstance(former, TableRow):
            row = self._of_row(former, "out")
            return self._named(row) if row else self._named(self._of_cells(former, "out"))
        return self._named(self._told([former], "out"))

    def apart(self, old: Unit, new: Unit) -> Literal["before", "behind", ""]:
        """Where a new line stands that one put in while another took the old one out; else ""."""
        former = self._former.get(old.key, [None])[0]
        if not isinstance(former, Line) or not isinstance(new, Line):
            return ""
        out, come = former.source, new.source
        if out is None or come is None or out.xml.getparent().tag != come.xml.getparent().tag:
            return ""
        gone, came = _whole(out, "out"), _whole(come, "in")
        if not gone or not came or gone & came:
            return ""
        at, to = (each.xml.getparent().index(each.xml) for each in (out, come))
        return "before" if to < at else "behind"

    def of_cells(self, old: Iterable[Line], new: Iterable[Line]) -> tuple[Voice, ...]:
        """Who gave a cell other paragraphs."""
        gone = [line for line in old for line in self._of_former(line)]
        told = [*self._told(gone, "out"), *self._told(new, "in"), *self._told(new, "out")]
        return self._named(told)

    def _of_former(self, line: Line) -> Iterator[Line]:
        for unit in self.copy.former_units:
            if isinstance(unit, TableRow):
                yield from (each for cell in unit.cells for each in cell if each.key == line.key)

    @staticmethod
    def _told(lines: Iterable[Line], kind: Kind) -> list[Revision]:
        sources = [line.source for line in lines if line.source is not None]
        return [each for source in sources for each in revisions(source) if each.kind == kind]

    def _of_cells(self, row: TableRow, kind: Kind) -> list[Revision]:
        return self._told((line for cell in row.cells for line in cell), kind)

    @staticmethod
    def _of_row(row: TableRow, kind: Kind) -> list[Revision]:
        """The tracked change of a row as a whole (17.13.5.16, 17.13.5.12)."""
        tag = "ins" if kind == "in" else "del"
        mark = row.source.xml.find(f"{W}trPr/{W}{tag}") if row.source else None
        if mark is None:
            return []
        return [Revision(kind, mark.get(W + "author", ""), mark.get(W + "date", ""), 0, 0, "")]

    def _named(self, told: Iterable[Revision]) -> tuple[Voice, ...]:
        found = dict.fromkeys(self.voice(each.author, each.date) for each in told)
        names = {each.name: each for each in reversed(found)}
        return tuple(each for each in found if names[each.name] is each) or self.untracked


def _whole(paragraph: Paragraph, kind: Kind) -> set[str]:
    """Who put in, or took out, all words of a paragraph; nobody where some of them stayed."""
    told = [each for each in revisions(paragraph) if each.kind == kind]
    whole = "".join(each.words for each in told) == paragraph.text
    return {each.author for each in told if each.words.strip()} if whole else set()


def _over(paragraph: Paragraph, kind: Kind, letters: Collection[int]) -> Iterator[Revision]:
    """The tracked changes of a kind that some letters of a paragraph stand in."""
    for each in revisions(paragraph):
        if each.kind == kind and any(each.start <= at < each.end for at in letters):
            yield each


def _place(paragraph: Paragraph) -> str:
    """Where in its part a paragraph stands, however the part was read."""
    return str(paragraph.xml.getroottree().getpath(paragraph.xml))
