"""Texts of the content as they print: values filled in, findings collected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from itertools import count
from typing import Any

from docgen.docx.leaders import LEADER
from docgen.finding import Finding
from docgen.plan.expressions import fill, missing_mark
from docgen.plan.footnotes import OPENS
from docgen.plan.office import Office
from docgen.plan.source import Text
from docgen.plan.table import Column, Row
from docgen.view.inline import Footnote, Inline, with_footnotes
from docgen.view.origin import Origin, Traced

Inlined = Callable[[Text, Row | None, Column | None], Inline]
FIRST_NOTE = 1001  # the template's own footnotes keep the numbers below


class Printer:
    """Prints texts with the names of one plan; `findings` grows as it meets faults.

    `footnotes` collects those of all texts. `draft`: table cells that are still to be filled
    in print a mark instead of nothing. `office` says what it chose for all its plans.
    """

    def __init__(
        self, names: Mapping[str, Any], *, draft: bool = False, office: Office | None = None
    ) -> None:
        self.names = names
        self.draft = draft
        self.office = office or Office()
        self.findings: list[Finding] = []
        self.footnotes: list[Footnote] = []
        self._numbers = count(FIRST_NOTE)

    def knowing(self, **names: str) -> Printer:
        """A printer that knows more names; what it finds is found here too."""
        other = copy(self)
        other.names = {**self.names, **names}
        return other

    def traced(self, text: Text, *, row: Row | None = None, column: Column | None = None) -> Traced:
        """The printed words of a text; `row` and `column` where it stands in a table."""
        value, findings = fill(text, self.names)
        self.findings += findings
        agency = self.names.get("agency", "")
        return Traced(value, Origin("text", text, row, column, agency=agency))

    def plain(self, text: Text | None, title: str) -> Traced:
        """The printed words, or a visible mark where a required text is missing."""
        return self.traced(text) if text else Traced(missing_mark(title), Origin("blank", None))

    def inline(self, text: Text, row: Row | None = None, column: Column | None = None) -> Inline:
        """The printed words with their italics, bolds and footnotes."""
        if prints_as_written(text.value):
            return as_written(text, row, column)
        return self.marked(self.traced(text, row=row, column=column))

    def marked(self, words: Traced) -> Inline:
        """The same of words that are printed already."""
        made = with_footnotes(words, self._numbers)
        if OPENS in words:
            self.footnotes += [note for _, note in made.notes]
        return made

    def lines(self, texts: Iterable[Text]) -> tuple[Traced, ...]:
        """The printed words of each text."""
        return tuple(self.traced(text) for text in texts)


def as_written(text: Text, row: Row | None, column: Column | None) -> Inline:
    """A text that `prints_as_written`."""
    return Inline(text.value, Origin("text", text, row, column))


def prints_as_written(words: str) -> bool:
    """Whether nothing in the words is filled in, a mark or a footnote."""
    return not (
        "{" in words or "}" in words or "[" in words or "\\" in words
        or "*" in words or "~" in words or "^" in words or LEADER in words
    )  # fmt: skip


def ended(lines: Sequence[Traced]) -> list[Traced]:
    """Each line ends with `;`, the last with `.` (Phụ lục I, II.6.a and II.9.d)."""
    ends = [";"] * (len(lines) - 1) + ["."]
    return [
        Traced(line.rstrip().rstrip(";.") + end, line.origin)
        for line, end in zip(lines, ends, strict=False)
    ]
