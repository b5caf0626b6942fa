"""The net under `render`: the finished document is read back and held against the view.

Every string of the view must stand on the paper, in order; every table row must be
equal, merged cells included; and no word may stand there that neither the view nor the
template's own text accounts for. Shares no code with `render`: docxtpl loses text
without an exception, so who writes must not be who reads.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from docgen.docx import read as docx_text
from docgen.docx.model import Cell, Document, Paragraph, Table
from docgen.finding import Finding, Rule, Severity, Where
from docgen.view.inline import Inline
from docgen.view.plan import Piece
from docgen.view.printed import TableRow

LOST = Rule(
    "KH045",
    Severity.ERROR,
    "văn bản in ra thiếu nội dung",
    "Nội dung có trong YAML mà không lên giấy.",
)
UNEXPECTED = Rule(
    "KH046",
    Severity.ERROR,
    "văn bản in ra thừa chữ",
    "Chữ không có trong nội dung, cũng không có trong mẫu.",
)  # fmt: skip
BROKEN = Rule("KH047", Severity.ERROR, "tệp Word hỏng cấu trúc", "Word sẽ báo không đọc được tệp.")

RULES = (LOST, UNEXPECTED, BROKEN)

MOST_FINDINGS = 20
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_OPENS, _CLOSES = re.compile(r"\{%p?\w*\s+(?:for|if)\b"), re.compile(r"\{%p?\w*\s+end(?:for|if)\b")

Row = tuple[tuple[str, int, str], ...]


def verify(
    built: bytes | Document, pieces: Iterable[Piece], template: Path, name: str
) -> list[Finding]:
    """What a built document says otherwise than `pieces` and the template's own words."""
    try:
        document = built if isinstance(built, Document) else docx_text.read(built)
    except docx_text.NotADocx as error:
        return [BROKEN.at(Where(name), str(error))]
    pieces = [*pieces]
    reading = _Reading(pieces, template_words(docx_text.read(template)), name)
    for unit in _units(document):
        reading.take(unit)
    notes = _strayed_notes(document, pieces, name)
    return [*_broken_tables(document, name), *reading.finish(), *notes][:MOST_FINDINGS]


@dataclass(frozen=True, slots=True)
class TemplateWords:
    """The template's own words: all of them, and those that every document shows."""

    every: frozenset[str]
    always: frozenset[str]


def template_words(template: Document) -> TemplateWords:
    """The words of a template that stand outside its tags."""
    every: set[str] = set()
    always: set[str] = set()
    depth = 0
    for paragraph in template.paragraphs:
        text = paragraph.text
        words = {part.strip() for part in _TAG.split(text) if part.strip()}
        every |= words
        if depth == 0:
            always |= words
        depth += len(_OPENS.findall(text)) - len(_CLOSES.findall(text))
    return TemplateWords(frozenset(every), frozenset(always))


def _units(document: Document) -> Iterator[str | Row]:
    """What the paper shows in reading order: paragraphs, and the rows of tables with a header."""
    for block in document.blocks:
        if isinstance(block, Table) and any(row.header for row in block.rows):
            yield from (_row(row.cells) for row in block.rows)
        else:
            yield from (_spaced(each.text) for each in block.paragraphs if each.text.strip())


def _row(cells: Iterable[Cell]) -> Row:
    return tuple(
        (_spaced("\n".join(p.text for p in cell.paragraphs)), cell.span, cell.merge)
        for cell in cells
    )


def _expected_row(row: TableRow) -> Row:
    return tuple((_spaced(cell.words), cell.span, cell.merge.value) for cell in row.cells)


def _said(piece: Piece) -> str:
    return _spaced(str(piece.content))


def _spaced(words: str) -> str:
    """A no-break space is a space: it only says where no line may begin."""
    return words.replace("\u00a0", " ")


class _Reading:
    """Walks the paper and crosses off what was expected."""

    def __init__(self, pieces: Iterable[Piece], words: TemplateWords, name: str) -> None:
        pieces = [
            piece for piece in pieces if isinstance(piece.content, TableRow) or _said(piece).strip()
        ]
        self.anywhere = [piece for piece in pieces if piece.part in ("head", "end")]
        self.in_order = deque(piece for piece in pieces if piece.part not in ("head", "end"))
        self.words = sorted(words.every, key=len, reverse=True)
        self.unseen = set(words.always)
        self.whole = Where(name)
        self.strange_rows: deque[Row] = deque(maxlen=MOST_FINDINGS)
        self.findings: list[Finding] = []

    def take(self, unit: str | Row) -> None:
        """One paragraph or one row of the paper."""
        if isinstance(unit, tuple):
            self._take_row(unit)
            return
        position, glued = 0, False
        while position < len(unit):
            if unit[position].isspace():
                position, glued = position + 1, False
                continue
            taken, ordered = self._match(unit, position)
            if not taken:
                self._unexpected(unit[position:])
                return
            if glued and ordered:
                self._unexpected(unit, "hai phần dính vào nhau")
            position, glued = position + taken, ordered

    def _match(self, unit: str, position: int) -> tuple[int, bool]:
        """How many characters the best match takes, and whether it was next in order."""
        rest = unit[position:]
        best = max(
            (piece for piece in self.anywhere if rest.startswith(_said(piece))),
            key=lambda piece: len(_said(piece)),
            default=None,
        )
        word = next((word for word in self.words if rest.startswith(word)), "")
        length = max(len(_said(best)) if best else 0, len(word))
        ahead = self._ahead(rest, longer_than=length)
        if ahead is not None:
            self._lose(ahead)
            return len(_said(self.in_order.popleft())), True
        if best and len(_said(best)) >= len(word):
            self.anywhere.remove(best)
            return len(_said(best)), False
        self.unseen.discard(word)
        return len(word), False

    def _ahead(self, rest: str, *, longer_than: int) -> int | None:
        """How far ahead in the order the text at hand stands; it may only be whole paragraphs."""
        for number, piece in enumerate(self.in_order):
            if isinstance(piece.content, TableRow):
                continue
            words = _said(piece)
            if rest.startswith(words):
                if number == 0 and len(words) >= longer_than:
                    return 0
                if rest == words and len(words) > longer_than:
                    return number
        return None

    def _take_row(self, row: Row) -> None:
        for number, piece in enumerate(self.in_order):
            if isinstance(piece.content, TableRow) and _expected_row(piece.content) == row:
                self._lose(number)
                self.in_order.popleft()
                return
        self.strange_rows.append(row)
        self._unexpected(" | ".join(text for text, _, _ in row))

    def _lose(self, number: int) -> None:
        for _ in range(number):
            self._lost(self.in_order.popleft())

    def finish(self) -> list[Finding]:
        """All findings, with what was expected and never came."""
        for piece in (*self.anywhere, *self.in_order):
            self._lost(piece)
        for word in sorted(self.unseen):
            self.findings.append(LOST.at(self.whole, f"thiếu chữ của tệp mẫu “{word}”"))
        return self.findings

    def _lost(self, piece: Piece) -> None:
        content = piece.content
        lost = self._lost_cells(content) if isinstance(content, TableRow) else content
        words = (
            " | ".join(cell.words for cell in lost.cells)
            if isinstance(lost, TableRow)
            else str(lost)
        )
        hint = "Tệp mẫu có thể thiếu thẻ cho phần này: chạy docgen check --template."
        message = f"không thấy trên văn bản: “{_shortened(words)}”"
        self.findings.append(LOST.at(lost.origin.where or self.whole, message, hint))

    def _lost_cells(self, row: TableRow) -> TableRow:
        """Only the cells in which a strange row of the paper differs, where it is much alike."""
        expected = _expected_row(row)
        differing = [
            [number for number, cell in enumerate(expected) if cell != strange[number]]
            for strange in self.strange_rows
            if len(strange) == len(expected)
        ]
        fewest = min(differing, key=len, default=[])
        if not fewest or 2 * len(fewest) > len(expected):
            return row
        return replace(row, cells=tuple(row.cells[number] for number in fewest))

    def _unexpected(self, text: str, why: str = "chữ thừa hoặc sai chỗ") -> None:
        self.findings.append(UNEXPECTED.at(self.whole, f"{why}: “{_shortened(text)}”"))


def _shortened(text: str, most: int = 90) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[:most] + "…"


def _strayed_notes(document: Document, pieces: Iterable[Piece], name: str) -> Iterator[Finding]:
    """Footnotes that are not at the end of the words before them, or that nobody wrote."""
    paragraphs = document.paragraphs if document.notes else ()
    found = [
        (_spaced(words), _spaced(said))
        for paragraph in paragraphs
        for words, said in paragraph.notes
    ]
    for piece in pieces:
        for string in piece.strings:
            for before, note in string.notes if isinstance(string, Inline) else ():
                wanted = _spaced(str(note.words))
                match = next(
                    (at for at, (words, said) in enumerate(found)
                     if said == wanted and words.endswith(_spaced(before))), None,
                )  # fmt: skip
                if match is not None:
                    found.pop(match)
                    continue
                message = f"không thấy chú thích đúng chỗ trên văn bản: “{_shortened(wanted)}”"
                yield LOST.at(note.words.origin.where or Where(name), message)
    for _, said in found:
        yield UNEXPECTED.at(Where(name), f"chú thích thừa hoặc sai chỗ: “{_shortened(said)}”")


def _broken_tables(document: Document, name: str) -> Iterator[Finding]:
    """Tables that Word calls unreadable (ECMA-376 Part 1, 17.4.65 `tc`, 17.4.37 `tbl`)."""
    for table in document.tables:
        if not table.rows:
            yield BROKEN.at(Where(name), "có bảng không có dòng nào")
        for row in table.rows:
            if sum(cell.span for cell in row.cells) != len(table.grid):
                yield BROKEN.at(Where(name), "có dòng không đủ ô so với số cột của bảng")
            if any(
                not cell.blocks or not isinstance(cell.blocks[-1], Paragraph) for cell in row.cells
            ):
                yield BROKEN.at(Where(name), "có ô không chứa đoạn văn nào")
