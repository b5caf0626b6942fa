"""What stands on paper, for holding two documents side by side: lines, and rows of lines.

Form is set aside here: no-break spaces, tabs, breaks, several spaces, soft hyphens, letters
written in two pieces. Each letter keeps its mark, whose string it is, and its look.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count, pairwise, repeat, zip_longest
from typing import Any

from docgen.accept.form import Formed, forms_of
from docgen.docx.form import Styles
from docgen.docx.model import Document, Paragraph, Row, Run, Table, W
from docgen.docx.numbering import marks
from docgen.docx.read import attribute
from docgen.docx.reviewing import revisions

Letter = tuple[str, Hashable, str]
Merges = tuple[tuple[int, str], ...]

BOX = W + "txbxContent"
SCRIPTS = {"subscript": "~", "superscript": "^"}
OFF_LINE = "~", "^"
_DROPPED = frozenset("\u00ad\u200b\u200c\u200d\ufeff\u2060")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‑": "-"})


@dataclass(frozen=True, eq=False)
class Line:
    """One paragraph: its words, a mark and a look for each letter, its style, who changed it.

    `notes` are its footnotes: how many letters stand before each, and its words. `forms` are those
    of its letters that the content cannot say.

    A look says how the letter is on paper: "b" bold, "i" italic, "~" below or "^" above the line,
    or several of them. Read from a document, a mark says where the letter stands in the paragraph
    `source`; -1: Word sets it.
    """

    text: str
    marks: tuple[Hashable, ...]
    looks: tuple[str, ...]
    style: str
    authors: tuple[str, ...] = ()
    source: Paragraph | None = field(default=None, repr=False)
    notes: tuple[tuple[int, str], ...] = ()
    forms: Formed = ()

    @cached_property
    def key(self) -> str:
        """Equal for two lines that say the same; Word makes long dashes of those of a list."""
        said = self.text.translate(_QUOTES)
        return f"-{said[1:]}" if said.startswith(("– ", "— ")) else said

    @property
    def said(self) -> Hashable:
        """Equal for two lines that say the same, look the same and have the same footnotes."""
        return self.key, self.looks, self.notes


@dataclass(frozen=True, eq=False)
class TableRow:
    """One row: the lines of each cell, and how each cell is merged."""

    cells: tuple[tuple[Line, ...], ...]
    merges: Merges
    authors: tuple[str, ...] = ()
    source: Row | None = field(default=None, repr=False)

    @cached_property
    def text(self) -> str:
        """Its words, cells apart."""
        return " | ".join(" ¶ ".join(line.text for line in cell) for cell in self.cells)

    @cached_property
    def key(self) -> str:
        """Equal for two rows that say the same."""
        return f"{self.merges} {self.text.translate(_QUOTES)}"


Unit = Line | TableRow
_NUMERALS = re.compile(r"\d+")
_POINT = re.compile(r"\s*([-+•])\s")
_LETTER = re.compile(r".[\u0300-\u036f]*", re.DOTALL)


def frame_of(unit: Unit) -> Any:
    """The element of the table or text box that a line or row read from a document stands in."""
    xml = unit.source.xml if unit.source else None
    return None if xml is None else next(xml.iterancestors(W + "tbl", BOX), None)


def units(document: Document) -> Iterator[Unit]:
    """The lines and rows of a document in reading order, empty lines left out."""
    counted, styles = marks(document), document.once(Styles)
    for block in document.blocks:
        if isinstance(block, Table) and any(row.header for row in block.rows):
            yield from (
                _row(row, merges, styles)
                for row, merges in zip(block.rows, merges_of(block), strict=True)
            )
            continue
        for paragraph in block.paragraphs:
            for line in lines_of(paragraph, styles, counted.get(paragraph.xml, "")):
                if line.text:
                    yield line


def page_texts(document: Document) -> dict[str, str]:
    """What headers and footers say, by what they say without their numbers, as those of pages."""
    parts = (
        part
        for section in document.sections
        for part in (*section.headers.values(), *section.footers.values())
    )
    lines = [" ".join(each.text.split()) for part in parts for each in part]
    found = {" ".join(_NUMERALS.sub("", each).split()): each for each in lines}
    return {bare: line for bare, line in found.items() if bare}


def merges_of(table: Table) -> list[Merges]:
    """How many columns each cell of each row covers, and how it is merged with those below."""
    return really_merged([tuple((x.span, x.merge) for x in row.cells) for row in table.rows])


def really_merged(rows: Sequence[Merges]) -> list[Merges]:
    """The merges of rows without those below which no cell goes on: Word leaves such behind."""
    found = []
    for row, below in zip_longest(rows, rows[1:], fillvalue=()):
        on = {at for at, merge in _at_columns(below) if merge == "continue"}
        spans = zip(row, _at_columns(row), strict=True)
        found.append(tuple(
            (span, "" if merge == "restart" and at not in on else merge)
            for (span, merge), (at, _) in spans
        ))  # fmt: skip
    return found


def _at_columns(row: Merges) -> Iterator[tuple[int, str]]:
    """The merges of a row by the column of the grid at which each cell begins."""
    column = 0
    for span, merge in row:
        yield column, merge
        column += span


def lines_of(paragraph: Paragraph, styles: Styles, counted: str = "") -> Iterator[Line]:
    """A paragraph without its form; `counted` is the mark that Word sets before it.

    Points that begin behind a line break with the mark of the first are lines of their own. Where
    all of it is set above or below the line, there is no line to be above or below of.
    """
    said: list[Letter] = [(each, -1, "") for each in f"{counted} "] if counted else []
    notes: list[tuple[int, str]] = []
    passed = 0
    looks = [look_of(styles, paragraph, run) for run in paragraph.runs]
    said_looks = [look for look, run in zip(looks, paragraph.runs, strict=True) if run.text.strip()]
    off_line = "" if any(not look.endswith(OFF_LINE) for look in said_looks) else "".join(OFF_LINE)
    for run, look in zip(paragraph.runs, looks, strict=True):
        said += _composed(run.text, passed, look.rstrip(off_line))
        passed += len(run.text)
        notes += noted(run, len(said))
    authors = tuple(dict.fromkeys(each.author for each in revisions(paragraph)))
    forms = forms_of(paragraph.runs)
    broken = any("\n" in run.text for run in paragraph.runs)
    for start, end in pairwise([0, *(_points(said) if broken else ()), len(said)]):
        own = [(at - start, words) for at, words in notes if start <= at <= end and at]
        yield line_from(said[start:end], paragraph.style, authors, own, paragraph, forms)
        forms = ()


def _points(said: Sequence[Letter]) -> Iterator[int]:
    """Where behind line breaks points begin that bear the mark which the paragraph begins with."""
    words = "".join(each for each, _, _ in said)
    if first := _POINT.match(words):
        yield from (found.end() for found in re.finditer(rf"\n(?=\s*[{first[1]}–]\s)", words))


def noted(run: Run, at: int) -> Iterator[tuple[int, str]]:
    """The footnote that a run calls behind so many letters, and its words."""
    if run.note:
        yield at, " ".join(" ".join(each.text for each in run.note).split())


def _composed(text: str, start: int, look: str) -> Iterator[Letter]:
    """The letters of a text in NFC, each with where it begins, counted from `start`."""
    if unicodedata.is_normalized("NFC", text):
        return zip(text, count(start), repeat(look), strict=False)
    return (
        (each, start + match.start(), look)
        for match in _LETTER.finditer(text)
        for each in unicodedata.normalize("NFC", match[0])
    )


def look_of(styles: Styles, paragraph: Paragraph, run: Run) -> str:
    """How bold and italic a run is on paper, and whether it is set below or above the line."""
    look = styles.look(paragraph, run)
    return f"{'b' if look.bold else ''}{'i' if look.italic else ''}{_script(run)}"


def _script(run: Run) -> str:
    return SCRIPTS.get(attribute(run.xml, "rPr/vertAlign"), "")


def line_from(
    said: Sequence[Letter],
    style: str,
    authors: tuple[str, ...] = (),
    notes: Sequence[tuple[int, str]] = (),
    source: Paragraph | None = None,
    forms: Formed = (),
) -> Line:
    """A line of letters with their marks; `notes` behind so many of these letters."""
    words = "".join([each for each, _, _ in said])
    if words == " ".join(words.split()) and _DROPPED.isdisjoint(words):
        return _line(said, style, authors, notes, source, forms)
    kept: list[Letter] = []
    before: list[int] = []
    for letter in said:
        each, mark, look = letter
        before.append(len(kept))
        if each in _DROPPED:
            continue
        if not each.isspace():
            kept.append(letter)
        elif kept and kept[-1][0] != " ":
            kept.append((" ", mark, look))
        elif kept and kept[-1][1] is None:  # a gap behind a space of the template is the gap's
            kept[-1] = (" ", mark, look)
    while kept and kept[-1][0] == " ":
        kept.pop()
    before.append(len(kept))
    called = [(min(before[at], len(kept)), words) for at, words in notes]
    return _line(kept, style, authors, called, source, forms)


def _line(
    letters: Sequence[Letter],
    style: str,
    authors: tuple[str, ...],
    notes: Sequence[tuple[int, str]],
    source: Paragraph | None,
    forms: Formed,
) -> Line:
    text, marks, looks = zip(*letters, strict=True) if letters else ((), (), ())
    return Line("".join(text), marks, looks, style, authors, source, tuple(notes), forms)


def _row(row: Row, merges: Merges, styles: Styles) -> TableRow:
    cells = tuple(
        tuple(line for each in cell.paragraphs for line in lines_of(each, styles))
        if cell.merge != "continue"
        else ()
        for cell in row.cells
    )
    authors = dict.fromkeys(name for cell in cells for line in cell for name in line.authors)
    return TableRow(
        tuple(tuple(line for line in cell if line.text) for cell in cells),
        merges,
        tuple(authors),
        row,
    )
