"""The walk over the paper that crosses off what was expected."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from docgen.docx.model import Cell, Document, Paragraph, Table
from docgen.docx.model import Row as PaperRow
from docgen.finding import Finding, Where
from docgen.verify.looks import Printed
from docgen.verify.own_words import TemplateWords, Word
from docgen.verify.told import LOST, MOST_FINDINGS, UNEXPECTED, spaced
from docgen.view.inline import Inline, Styled
from docgen.view.plan import Piece
from docgen.view.printed import Cell as PrintedCell
from docgen.view.printed import TableRow
from docgen.visible import shortened

Row = tuple[tuple[str, int, str], ...]
# Where the office arranges its parts as it likes; within a group their order is the content's.
HEAD, END = "head", "end"


def units(document: Document) -> Iterator[Paragraph | PaperRow]:
    """What the paper shows in reading order: paragraphs, and the rows of tables with a header."""
    for block in document.blocks:
        if isinstance(block, Table) and any(row.header for row in block.rows):
            yield from block.rows
        else:
            yield from (each for each in block.paragraphs if each.text.strip())


def _row(cells: Iterable[Cell]) -> Row:
    return tuple(
        [
            (spaced("\n".join([p.text for p in cell.paragraphs])), cell.span, cell.merge)
            for cell in cells
        ]
    )


def _expected_row(cells: Iterable[PrintedCell]) -> Row:
    return tuple([(spaced(cell.words), cell.span, cell.merge) for cell in cells])


class Expected(NamedTuple):
    """A piece and the words that are looked for; "" for a row of a table."""

    piece: Piece
    words: str


class Reading:
    """Walks the paper and crosses off what was expected; `printed` is what it found, and where."""

    def __init__(self, pieces: Iterable[Piece], words: TemplateWords, name: str) -> None:
        self.groups: dict[str, deque[Expected]] = {}
        self.in_order: deque[Expected] = deque()
        for piece in pieces:
            is_row = isinstance(piece.content, TableRow)
            expected = Expected(piece, "" if is_row else spaced(str(piece.content)))
            if not is_row and not expected.words.strip():
                continue
            if piece.part.partition(" ")[0] in (HEAD, END):
                self.groups.setdefault(piece.part, deque()).append(expected)
            else:
                self.in_order.append(expected)
        self.begun = False
        self.sometimes = words.sometimes
        self.of_style: dict[str, list[Word]] = {}
        for word in {*words.always, *words.sometimes}:
            self.of_style.setdefault(word[0], []).append(word)
        self.unseen = Counter(words.always)
        self.printed: list[Printed] = []
        self.whole = Where(name)
        self.strange_rows: deque[Row] = deque(maxlen=MOST_FINDINGS)
        self.findings: list[Finding] = []

    def take(self, unit: Paragraph | PaperRow) -> None:
        """One paragraph or one row of the paper."""
        if isinstance(unit, PaperRow):
            self._take_row(unit)
            return
        text, position, glued = spaced(unit.text), 0, False
        while position < len(text):
            if text[position].isspace():
                position, glued = position + 1, False
                continue
            taken, ordered = self._match(unit, position)
            if not taken:
                self._unexpected(text[position:])
                return
            if glued and ordered:
                self._unexpected(text, "hai phần dính vào nhau")
            position, glued = position + taken, ordered

    def _match(self, unit: Paragraph, position: int) -> tuple[int, bool]:
        """How many characters the best match takes, and whether it was next in order."""
        rest = spaced(unit.text)[position:]
        best = max(
            (group[0] for group in self._open_groups() if rest.startswith(group[0].words)),
            key=lambda expected: len(expected.words),
            default=None,
        )
        word = self._word(rest, unit.style)
        length = max(len(best.words) if best else 0, len(word[1]))
        # Words that are both of the head and next in order are the head's until the text begins.
        heads = best is not None and not self.begun and len(best.words) == length
        ahead = self._ahead(rest, longer_than=length, least=length + heads)
        if ahead is not None:
            self._lose(ahead)
            self.begun = True
            return self._found(self.in_order.popleft(), unit, position), True
        if best and len(best.words) >= len(word[1]):
            return self._found(self.groups[best.piece.part].popleft(), unit, position), False
        if self.unseen[word] > 0:
            self.unseen[word] -= 1
        return len(word[1]), False

    def _found(self, expected: Expected, unit: Paragraph, position: int) -> int:
        content = expected.piece.content
        if isinstance(content, Inline | Styled):
            self.printed.append(Printed(content.runs, content.origin, unit, position))
        return len(expected.words)

    def _open_groups(self) -> Iterator[deque[Expected]]:
        """Those that may stand here: of the head before all text, of the end behind the body."""
        ended = not self.in_order or self.in_order[0].piece.part not in ("title", "body")
        for part, group in self.groups.items():
            if group and (not self.begun if part.startswith(HEAD) else ended):
                yield group

    def _word(self, rest: str, style: str) -> Word:
        """The longest word of the template that may stand here: in this style, not too often."""
        words = (
            word
            for word in self.of_style.get(style, ())
            if rest.startswith(word[1])
            if self.unseen[word] > 0 or word in self.sometimes
        )
        return max(words, key=lambda word: len(word[1]), default=(style, ""))

    def _ahead(self, rest: str, *, longer_than: int, least: int) -> int | None:
        """How far ahead in the order the text at hand stands; it may only be whole paragraphs.

        The next piece may be shorter, of `least` characters.
        """
        for number, (_, words) in enumerate(self.in_order):
            if words and rest.startswith(words):
                if number == 0 and len(words) >= least:
                    return 0
                if rest == words and len(words) > longer_than:
                    return number
        return None

    def _take_row(self, unit: PaperRow) -> None:
        row = _row(unit.cells)
        for number, (piece, _) in enumerate(self.in_order):
            expected = piece.content
            if not isinstance(expected, TableRow):
                continue
            cells = expected.passing
            if cells and _expected_row(cells) == row:
                self._lose(number)
                self.in_order.popleft()
                if expected.is_plain:
                    return
                self.printed += [
                    Printed(text.runs, text.origin, paragraph, 0)
                    for cell, own in zip(cells, unit.cells, strict=True)
                    for text, paragraph in zip(cell.paragraphs, own.paragraphs, strict=True)
                    if not text.is_plain
                ]
                return
        self.strange_rows.append(row)
        self._unexpected(" | ".join(text for text, _, _ in row))

    def _lose(self, number: int) -> None:
        for _ in range(number):
            self._lost(self.in_order.popleft().piece)

    def finish(self) -> list[Finding]:
        """All findings, with what was expected and never came."""
        left = (each for group in self.groups.values() for each in group)
        for expected in (*left, *self.in_order):
            self._lost(expected.piece)
        for _, word in sorted((+self.unseen).elements()):
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
        message = f"không thấy trên văn bản: “{shortened(words)}”"
        self.findings.append(LOST.at(lost.origin.where or self.whole, message, hint))

    def _lost_cells(self, row: TableRow) -> TableRow:
        """Only the cells in which a strange row of the paper differs, where it is much alike."""
        expected = _expected_row(row.cells)
        differing = [
            [number for number, cell in enumerate(expected) if cell != strange[number]]
            for strange in self.strange_rows
            if len(strange) == len(expected)
        ]
        fewest = min(differing, key=len, default=[])
        if not fewest or 2 * len(fewest) > len(expected):
            return row
        return row.with_cells(row.cells[number] for number in fewest)

    def _unexpected(self, text: str, why: str = "chữ thừa hoặc sai chỗ") -> None:
        self.findings.append(UNEXPECTED.at(self.whole, f"{why}: “{shortened(text)}”"))
