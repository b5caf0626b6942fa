"""What docgen prints, every letter with the string it belongs to.

The view is rendered once more with marks around each of its strings, by the office's own
template, and read back: so nothing is asked of the template, and nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import cached_property, lru_cache
from itertools import count, repeat
from pathlib import Path
from typing import Any

from docgen.accept.form import Formed, forms_of
from docgen.accept.units import (
    Letter,
    Line,
    Merges,
    TableRow,
    Unit,
    line_from,
    look_of,
    merges_of,
    noted,
    page_texts,
)
from docgen.builds import stamp_of
from docgen.docx.form import Styles
from docgen.docx.model import Paragraph, Row, Table
from docgen.docx.read import read
from docgen.finding import Finding
from docgen.kept import Kept
from docgen.page.page_ends import on_pages
from docgen.plan.compute import names
from docgen.plan.model import Plan
from docgen.render.document import render
from docgen.render.template import Template, open_template
from docgen.view.body import Block
from docgen.view.inline import Inline, Run, Styled
from docgen.view.origin import Traced
from docgen.view.plan import View, build_view
from docgen.view.printed import Cell, Merge
from docgen.view.printed import TableRow as PrintedRow
from docgen.view.table import TableView
from docgen.view.wordml import Line as DrawnLine

String = Traced | Inline
Said = tuple[tuple[str, str], ...]  # the words of each run, and how they look
_OPENS, _ENDS, _CLOSES = "\ue010", "\ue011", "\ue012"
_DIGITS = "\ue020\ue021\ue022\ue023\ue024\ue025\ue026\ue027\ue028\ue029"
_TOKEN = re.compile(
    f"{_OPENS}(?P<string>[{_DIGITS}]+){_ENDS}|{_CLOSES}|(?P<words>[^{_OPENS}{_CLOSES}]+)"
)
_NUMERALS = {ord(each): str(number) for number, each in enumerate(_DIGITS)}
_UNMARKED = dict.fromkeys(map(ord, (_OPENS, _ENDS, _CLOSES, *_DIGITS)))


@dataclass(frozen=True, eq=False)
class Printed:
    """The paper of a plan: its strings, and its units, whose marks are (string, letter) numbers.

    A letter of the template has the mark None. A blank cell is a line whose one letter is the
    string itself: `blanks` says which string an empty cell of a unit is.
    """

    plan: Plan
    names: dict[str, Any]
    strings: tuple[String, ...]
    units: tuple[Unit, ...]
    blanks: dict[tuple[TableRow, int], int]
    template: Template = field(repr=False)
    view: View = field(repr=False)
    draft: bool
    page_texts: frozenset[str]

    def names_in(self, string: String) -> dict[str, Any]:
        """The names that the text of a string may call: in a task its agency too."""
        agency = string.origin.agency
        return {**self.names, "agency": agency} if agency else self.names

    @cached_property
    def stamp(self) -> str:
        """The stamp of the document that is built of it."""
        return stamp_of(render(self.template, on_pages(self.view, self.template))[0])


def printed(
    plan: Plan, template: Path, *, draft: bool = False, kept: Kept | None = None
) -> tuple[Printed | None, list[Finding]]:
    """The paper of a plan by the office's template."""
    opened, found = open_template(template, template.name, plan.office.form, kept)
    if opened is None:
        return None, [*build_view(plan, draft=draft)[1], *found]
    return printed_by(opened, plan, draft=draft)


def printed_by(
    opened: Template, plan: Plan, *, draft: bool = False
) -> tuple[Printed | None, list[Finding]]:
    """The paper of a plan by a template that is open."""
    view, findings = build_view(plan, draft=draft)
    marker = _Marker()
    data, found = render(opened, marker.of(view))
    if found:
        return None, [*findings, *found]
    document = read(data, alike=True)
    reader = _Reader(marker.strings, document.once(Styles))
    seen: list[Unit] = []
    for block in document.blocks:
        if isinstance(block, Table) and any(row.header for row in block.rows):
            sides = zip(block.rows, merges_of(block), strict=True)
            seen += (reader.row(row, merges) for row, merges in sides)
        else:
            lines = (reader.line(each) for each in block.paragraphs)
            seen += (line for line in lines if line.text)
    paper = Printed(
        plan,
        names(plan),
        tuple(marker.strings),
        tuple(seen),
        reader.blanks,
        opened,
        view,
        draft,
        frozenset(each.translate(_UNMARKED) for each in page_texts(document)),
    )
    return paper, findings


class _Marker:
    """Puts marks around every string of a view."""

    def __init__(self) -> None:
        self.strings: list[String] = []

    def of(self, value: Any) -> Any:
        """The same value with its strings marked; what is only drawn stays."""
        if isinstance(value, Styled):
            return Styled(Inline(self._around(value, value.runs), value.origin))
        if isinstance(value, Traced):
            return Traced(self._marked(value, value), value.origin) if value else value
        if isinstance(value, Inline):
            return self._inline(value) if value else value
        if isinstance(value, TableView):
            return replace(value, unit=self.of(value.unit), rows=self.of(value.rows))
        if isinstance(value, PrintedRow):
            return value.with_cells(self.of(value.cells))
        if isinstance(value, Cell):
            whole = value.merge is not Merge.CONTINUE
            lines = value.paragraphs
            return replace(value, paragraphs=tuple(map(self._inline, lines)) if whole else lines)
        if isinstance(value, tuple):
            return tuple(map(self.of, value))
        if is_dataclass(value) and not isinstance(value, DrawnLine | type):
            names = [each.name for each in fields(value)]
            if isinstance(value, Block) and value.label:
                names = [name for name in names if name not in ("text", "label")]
                value = replace(value, text=self._run_in(value))
            return replace(value, **{name: self.of(getattr(value, name)) for name in names})
        return value

    def _marked(self, string: String, words: str) -> str:
        self.strings.append(string)
        number = "".join(_DIGITS[int(each)] for each in str(len(self.strings) - 1))
        return f"{_OPENS}{number}{_ENDS}{words}{_CLOSES}"

    def _run_in(self, block: Block) -> Inline:
        """A label and the text behind it, each with marks of its own."""
        label, text = (each for each in block.strings if isinstance(each, Inline))
        said = label.looking(bold=False) if _is_bold_unsaid(label) else label
        runs = (*self._around(said, label.runs), Run(" "), *self._around(text, text.runs))
        return block.text.saying(runs)

    def _inline(self, value: Inline) -> Inline:
        return value.saying(self._around(value, value.runs))

    def _around(self, string: String, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        head, tail = self._marked(string, "\0").split("\0")
        return (Run(head), *runs, Run(tail))


def _is_bold_unsaid(label: Inline) -> bool:
    """Whether a label is bold by its kind: the content says nothing of how it looks."""
    said = label.origin.text.value if label.origin.text else ""
    return "*" not in said and all(run.bold for run in label.runs)


class _Reader:
    """Reads marked paper; the marks go, and every letter knows its string."""

    def __init__(self, strings: list[String], styles: Styles) -> None:
        self.strings = strings
        self.styles = styles
        self.blanks: dict[tuple[TableRow, int], int] = {}

    def line(self, paragraph: Paragraph) -> Line:
        """A paragraph without the marks."""
        noted = any(run.note for run in paragraph.runs)
        notes = tuple(self._notes(paragraph)) if noted else ()
        forms = forms_of(paragraph.runs)
        return copy(_line(self._said(paragraph), paragraph.style, notes, forms))

    @staticmethod
    def _notes(paragraph: Paragraph) -> Iterator[tuple[int, str]]:
        """The footnotes of a paragraph, each behind how many letters."""
        at = 0
        for run in paragraph.runs:
            at += len(run.text.translate(_UNMARKED))
            for place, words in noted(run, at):
                yield place, words.translate(_UNMARKED)

    def _said(self, paragraph: Paragraph) -> Said:
        return tuple([(run.text, look_of(self.styles, paragraph, run)) for run in paragraph.runs])

    def row(self, row: Row, merges: Merges) -> TableRow:
        """A row without the marks."""
        paragraphs = [cell.paragraphs if cell.merge != "continue" else () for cell in row.cells]
        lines = tuple(
            tuple(line for line in map(self.line, cell) if line.text) for cell in paragraphs
        )
        found = TableRow(lines, merges)
        for number, cell in enumerate(paragraphs):
            said = (_letters(self._said(each)) for each in cell if not lines[number])
            marks = (mark for letters in said for _, mark, _ in letters if isinstance(mark, tuple))
            if mark := next(marks, None):
                self.blanks[found, number] = mark[0]
        return found


@lru_cache(maxsize=4096)
def _line(said: Said, style: str, notes: tuple[tuple[int, str], ...], forms: Formed) -> Line:
    """A line of marked words: a rebuild has most of those of the paper before."""
    letters = [each for each in _letters(said) if each[0]]
    return line_from(letters, style, (), notes, forms=forms)


def _letters(said: Said) -> list[Letter]:
    """The letters of marked words; an empty string gives one empty letter."""
    letters: list[Letter] = []
    string: int | None = None
    at = 0
    for text, look in said:
        for token in _TOKEN.finditer(text):
            if token["string"]:
                string, at = int(token["string"].translate(_NUMERALS)), 0
            elif words := token["words"]:
                marks = repeat(None) if string is None else zip(repeat(string), count(at))
                letters += zip(words, marks, repeat(look), strict=False)
                at += len(words)
            else:
                if not at:
                    letters.append(("", (string, 0), look))
                string = None
    return letters
