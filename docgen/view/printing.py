"""Texts of the content as they print: values filled in, findings collected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from docgen.finding import Finding
from docgen.plan.expressions import fill, missing_mark
from docgen.plan.source import Text
from docgen.view.inline import Inline, inline


class Printer:
    """Prints texts with the names of one plan; `findings` grows as it meets faults.

    `draft`: table cells that are still to be filled in print a mark instead of nothing.
    """

    def __init__(self, names: Mapping[str, Any], *, draft: bool = False) -> None:
        self.names = names
        self.draft = draft
        self.findings: list[Finding] = []

    def plain(self, text: Text | None, title: str) -> str:
        """The printed words, or a visible mark where a required text is missing."""
        return self.optional(text) if text else missing_mark(title)

    def optional(self, text: Text | None) -> str:
        """The printed words, or nothing."""
        if text is None:
            return ""
        value, findings = fill(text, self.names)
        self.findings += findings
        return value

    def inline(self, text: Text | None, title: str = "") -> Inline:
        """The printed words with their italics and bolds."""
        return inline(self.plain(text, title) if title else self.optional(text))

    def lines(self, texts: Iterable[Text]) -> tuple[str, ...]:
        """The printed words of each text."""
        return tuple(self.optional(text) for text in texts)


def ended(lines: Sequence[str]) -> list[str]:
    """Each line ends with `;`, the last with `.` (Phụ lục I, II.6.a and II.9.d)."""
    bare = [line.rstrip().rstrip(";.") for line in lines]
    return [line + (";" if number < len(bare) else ".") for number, line in enumerate(bare, 1)]
