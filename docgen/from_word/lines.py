"""The paragraphs of any office's document as lines: their words, marks, looks, soft breaks.

Numbers that Word sets itself are written out; what is only form (runs, tabs, several spaces,
soft hyphens) is gone. A soft break parts two lines only where it parts two sentences.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from docgen.docx.form import Styles
from docgen.docx.leaders import ANY, LEADER, leader
from docgen.docx.model import Document, Paragraph, Run, Table, W
from docgen.docx.numbering import marks
from docgen.docx.read import TABS, switched_on
from docgen.from_word.equations import equations
from docgen.from_word.inline_marks import Letter, Look, braced, written
from docgen.from_word.marks import Mark, mark_of
from docgen.plan.source import Source, Text
from docgen.view import leaders

_INVISIBLE = re.compile(
    r"[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"
)
_SYMBOLS = str.maketrans({
    "\uf0b7": "•", "\uf0a7": "▪", "\uf02d": "-", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0e0": "→",
    "\uf0a8": "☐", "\uf06f": "☐", "\uf0fe": "☑", "\uf0de": "⇒", "\uf0f0": "⇒", "\uf076": "❖",
    "\uf02a": "*", "\uf02b": "+", "\uf0b0": "°", "\uf0b1": "±", "\uf0b3": "≥", "\uf0a3": "≤",
    "\uf0b4": "×", "\uf06d": "μ",
})  # fmt: skip
_UNKNOWN = re.compile(r"[\ue000-\uf8ff]")
_ENDED = re.compile(r"[.;:!?]\s*$|\./\.\s*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the document: `letters` without its ends, with its typed or automatic mark.

    `text` points at it; `align` is that of paper; `right`: the words behind a tab that parts a
    letterhead or a signature set without a table.
    """

    letters: tuple[Letter, ...]
    mark: Mark | None
    align: str
    text: Text
    paragraph: Paragraph = field(repr=False)

    @property
    def words(self) -> str:
        """The words with their mark."""
        return "".join(letter.said for letter in self.letters)

    @property
    def shown(self) -> str:
        """The words as paper shows them, in capitals where their style says so."""
        return "".join(letter.shown or letter.said for letter in self.letters)

    @property
    def bare(self) -> str:
        """The words behind the mark."""
        return self.words[self.mark.length :] if self.mark else self.words

    @property
    def look(self) -> Look:
        """The look of all its words behind the mark; plain where they differ."""
        start = self.mark.length if self.mark else 0
        looks = {each.look for each in self._part(start, None) if each.said.strip()}
        return looks.pop() if len(looks) == 1 else Look()

    @property
    def is_capital(self) -> bool:
        """Whether it is written in capitals."""
        return is_capital(self.shown)

    def value(self, start: int = 0, end: int | None = None, base: Look | None = None) -> Text:
        """Some of its words as the content writes them; `base` is the look that goes unsaid."""
        return replace(self.text, value=written(self._part(start, end), base or Look()))

    def plain(self, start: int = 0, end: int | None = None) -> Text:
        """Some of its words, footnotes too, where the style alone decides how they look."""
        letters = [replace(each, look=Look()) for each in self._part(start, end)]
        return replace(self.text, value=written(letters, Look()))

    def _part(self, start: int, end: int | None) -> list[Letter]:
        """The letters from one word to another; a footnote goes with what stands before it."""
        at = 0
        part = []
        for letter in self.letters:
            inside = start <= at and (end is None or at < end)
            if inside or (letter.note and start < at == end):
                part.append(letter)
            at += len(letter.said)
        return part

    def raw(self, start: int = 0, end: int | None = None) -> Text:
        """Some of its words, as shown, where the content knows neither looks nor footnotes."""
        return replace(self.text, value=braced(self.shown[start:end]))

    def cut(self, start: int, end: int) -> Line:
        """The line with only these of its letters."""
        letters = tuple(trimmed(self._part(start, end)))
        return replace(self, letters=letters, mark=mark_of("".join(each.said for each in letters)))


class Lines:
    """The lines of a document, each paragraph's once; `source` has a line for each."""

    def __init__(self, document: Document, name: str) -> None:
        self.styles = document.once(Styles)
        self.marks = marks(document)
        self.of_paragraph: dict[int, tuple[Line, ...]] = {}
        said: list[str] = []
        at = 0
        drafts = [(paragraph, self._parts(paragraph)) for paragraph in document.paragraphs]
        starts: list[int] = []
        for _, parts in drafts:
            starts.append(at)
            whole = " ".join("".join(each.said for each in part) for part in parts)
            said.append(whole)
            at += len(whole) + 1
        self.source = Source(name, "\n".join(said))
        for (paragraph, parts), start, whole in zip(drafts, starts, said, strict=True):
            text = Text(whole, self.source, start, start + max(len(whole), 1), "")
            self.of_paragraph[id(paragraph)] = tuple(
                self._line(paragraph, part, text) for part in parts
            )

    def of(self, paragraph: Paragraph) -> tuple[Line, ...]:
        """The lines of a paragraph, none where it is empty."""
        return self.of_paragraph[id(paragraph)]

    def columns(self, paragraph: Paragraph) -> tuple[tuple[Line, ...], ...]:
        """The lines of a paragraph that tabs part into columns."""
        lines = self.of(paragraph)
        if not lines:
            return ()
        rows = _split(self._letters(paragraph), "\n")
        columns: list[list[Line]] = []
        for row in rows:
            for number, part in enumerate(filter(_said, _split(row, "\t"))):
                if number >= len(columns):
                    columns.append([])
                columns[number].append(self._line(paragraph, trimmed(part), lines[0].text))
        return tuple(map(tuple, columns))

    def _line(self, paragraph: Paragraph, letters: Sequence[Letter], text: Text) -> Line:
        words = "".join(each.said for each in letters)
        align = self.styles.layout(paragraph).alignment
        return Line(tuple(letters), mark_of(words), align, text, paragraph)

    def _parts(self, paragraph: Paragraph) -> list[list[Letter]]:
        """The paragraph at its soft breaks, where those part sentences."""
        joined: list[list[Letter]] = []
        for part in map(trimmed, _split(self._letters(paragraph), "\n")):
            if not _said(part) and not any(each.note for each in part):
                continue
            if joined and not _parts_sentences(joined[-1], part):
                joined[-1] = [*joined[-1], Letter(" ", part[0].look), *part]
            else:
                joined.append(part)
        return joined

    def _letters(self, paragraph: Paragraph) -> list[Letter]:
        """Every letter with its look; the automatic mark stands before them."""
        counted = equations(paragraph)
        letters = [Letter(each, Look()) for each in counted.get(None, "")]
        for run in paragraph.runs:
            if is_hidden(run):
                continue
            seen = self.styles.look(paragraph, run)
            script = run.xml.find(f"{W}rPr/{W}vertAlign")
            kind = script.get(W + "val", "") if script is not None else ""
            look = Look(seen.bold, seen.italic, kind == "subscript", kind == "superscript")
            said = unicodedata.normalize("NFC", _UNKNOWN.sub("•", run.text.translate(_SYMBOLS)))
            said = _INVISIBLE.sub("", said).replace("\u00a0", " ")
            blanks = filter(None, map(leader, run.xml.iterchildren(*TABS)))
            for each in said:
                blank = leaders.written(next(blanks, ANY)) if each == LEADER else ""
                letters.append(Letter(each, look, shown=each.upper() * seen.caps, blank=blank))
            if run.note:
                letters.append(Letter("", look, " ".join(map(self._note, run.note)).strip()))
            letters += (Letter(each, look) for each in counted.get(run.xml, ""))
        if (mark := self.marks.get(paragraph.xml, "").strip()) and self._is_marked(paragraph):
            look = letters[0].look if letters else Look()
            mark = unicodedata.normalize("NFC", mark.translate(_SYMBOLS))
            letters = [*(Letter(each, look) for each in f"{mark} "), *letters]
        return letters

    @staticmethod
    def _is_marked(paragraph: Paragraph) -> bool:
        """Whether Word shows the number: outside tables an empty paragraph has none."""
        return bool(paragraph.text.strip()) or _in_cell(paragraph)

    def _note(self, paragraph: Paragraph) -> str:
        return written(trimmed(self._letters(paragraph)), Look())


def is_hidden(run: Run) -> bool:
    """Whether Word shows a run only to who edits (17.3.2.41)."""
    return switched_on(run.xml, "rPr/vanish")


def is_capital(words: str) -> bool:
    """Whether words are written in capitals."""
    return words == words.upper() != words.lower()


def _in_cell(paragraph: Paragraph) -> bool:
    return next(paragraph.xml.iterancestors(W + "tc"), None) is not None


def _said(letters: Sequence[Letter]) -> bool:
    return any(each.said.strip() for each in letters)


def _split(letters: Sequence[Letter], at: str) -> list[list[Letter]]:
    parts: list[list[Letter]] = [[]]
    for letter in letters:
        if letter.said == at:
            parts.append([])
        else:
            parts[-1].append(letter)
    return parts


def trimmed(letters: Sequence[Letter]) -> list[Letter]:
    """The letters with one space for any run of blanks, and none at the ends."""
    kept: list[Letter] = []
    for letter in letters:
        if letter.said.isspace():
            if kept and not kept[-1].said.isspace():
                kept.append(Letter(" ", letter.look))
        else:
            kept.append(letter)
    while kept and kept[-1].said.isspace():
        kept.pop()
    return kept


def _parts_sentences(above: Sequence[Letter], below: Sequence[Letter]) -> bool:
    """Whether a soft break stands between two paragraphs, or only wraps a line of one."""
    first, second = ("".join(each.said for each in part) for part in (above, below))
    if mark_of(second):
        return True
    if is_capital(first) or is_capital(second):
        return True
    return bool(_ENDED.search(first)) and second[:1].isupper()


def lines_of(blocks: Sequence[Paragraph | Table], lines: Lines) -> Iterator[Line]:
    """The lines of blocks, those in tables included, in reading order."""
    for block in blocks:
        for paragraph in block.paragraphs:
            yield from lines.of(paragraph)
