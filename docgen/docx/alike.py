"""Rows of a table that differ in their words alone: of all but the first the words are parsed.

So a document that docgen wrote is read with a tenth of the elements; all rows of a form share
those of the first. Rows that a page parts are made whole before, a few at a time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

from lxml import etree

from docgen.docx.cut_rows import make_whole
from docgen.docx.cut_words import CUT_STYLES
from docgen.docx.model import Cell, Paragraph, Row, Run, W
from docgen.docx.package import parse

FORM, LIKE = (
    "docgen-form",
    "docgen-like",
)  # of a row: the number that it has, that of the row it is like
_TABLE, _TABLE_ENDS, _HEADER = b"<w:tbl>", b"</w:tbl>", b"<w:tblHeader/>"
_ROW, _ROW_ENDS = b"<w:tr>", b"</w:tr>"
_TEXT, _TEXT_ENDS = b'<w:t xml:space="preserve">', b"</w:t>"
_ROOT, _ENDS = re.compile(rb"<w:document\b[^>]*>"), b"</w:document>"
_GOES_ON = (b"<w:vMerge/>", *(style.encode() for style in CUT_STYLES))
_NAME = re.compile(rb"<(/?[\w:]*)")
# What a row of words holds: nothing that shows another text, or that counts.
_PLAIN = frozenset(
    b"w:tr w:trPr w:cantSplit w:tc w:tcPr w:tcW w:gridSpan w:vMerge w:vAlign w:p w:pPr w:pStyle "
    b"w:keepNext w:jc w:r w:rPr w:b w:i w:sz w:szCs w:vertAlign w:t w:noBreakHyphen".split()
)
_BETWEEN = "\ue003"  # stands between the words of a row; for private use, so in no text
_UNLIKE = (b"<!", b"<w:ins ", b"<w:del ", _BETWEEN.encode())


def shortened(part: bytes) -> bytes:
    """The document part with words alone where a row is like one above it in its table."""
    if any(each in part for each in _UNLIKE):
        return part
    opened = _ROOT.search(part)
    root = opened[0] if opened else b"<w:document>"
    pieces: list[bytes] = []
    end = 0
    while (start := part.find(_TABLE, end)) >= 0:
        pieces.append(part[end:start])
        end = part.find(_TABLE_ENDS, start)
        if end < 0 or part.find(_TABLE, start + 1, end) >= 0:  # a table in a table
            return part
        pieces += _pieces(part, start, end, root)
    return b"".join([*pieces, part[end:]])


def _pieces(part: bytes, start: int, end: int, root: bytes) -> Iterator[bytes]:
    """The table that stands there in a part, in pieces; `root` opens the document."""
    last = part.rfind(_ROW_ENDS, start, end)
    if last < 0 or part.find(_HEADER, start, end) < 0:  # it places the parts of a letterhead
        yield part[start:end]
        return
    yield _TABLE
    forms: dict[bytes, int] = {}
    for block in _blocks(_rows(part, start + len(_TABLE), end)):
        for row in _whole(tuple(block), root) if any(map(_is_cut, block)) else block:
            before, _, inside = row.partition(_ROW)
            form, words = _parted(inside)
            if form in forms:
                told = _BETWEEN.encode().join(words)
                yield b'<w:tr %b="%d">%b</w:tr>' % (LIKE.encode(), forms[form], told)
            elif form and not before and _is_plain(form):
                forms[form] = len(forms)
                yield b'<w:tr %b="%d">%b</w:tr>' % (FORM.encode(), forms[form], inside)
            else:
                yield row + _ROW_ENDS
    yield part[last + len(_ROW_ENDS) : end]


def _rows(part: bytes, start: int, end: int) -> Iterator[bytes]:
    """The rows of a table without what ends them, the first with all that stands before it."""
    while (stop := part.find(_ROW_ENDS, start, end)) >= 0:
        yield part[start:stop]
        start = stop + len(_ROW_ENDS)


def _blocks(rows: Iterable[bytes]) -> Iterator[list[bytes]]:
    """The rows with those that go on from them, be they merged with them or parted by a page."""
    block: list[bytes] = []
    for row in rows:
        if block and not any(each in row for each in _GOES_ON):
            yield block
            block = []
        block.append(row)
    yield block


@lru_cache(maxsize=64)  # of a plan that is saved again and again most rows stay
def _whole(rows: tuple[bytes, ...], root: bytes) -> Sequence[bytes]:
    """Rows as they are once those are joined that a page parts; `root` opens their document."""
    try:
        table = b"".join([root, _TABLE, *(row + _ROW_ENDS for row in rows), _TABLE_ENDS, _ENDS])
        document = parse(table)
    except etree.XMLSyntaxError:  # the document is none, as whoever parses it will say
        return rows
    make_whole(document)
    written = etree.tostring(document, encoding="UTF-8").partition(_TABLE)[2]
    return written.partition(_TABLE_ENDS)[0].split(_ROW_ENDS)[:-1]


def _is_cut(row: bytes) -> bool:
    return any(style in row for style in _GOES_ON[1:])


def _parted(row: bytes) -> tuple[bytes, list[bytes]]:
    """A row without its words, and these; nothing where they are more than letters."""
    before, *others = row.split(_TEXT)
    said = [each.partition(_TEXT_ENDS) for each in others]
    words = [each for each, _, _ in said]
    if any(b"<" in each for each in words):
        return b"", []
    return _TEXT.join([before, *[rest for _, _, rest in said]]), words


@lru_cache(maxsize=256)
def _is_plain(form: bytes) -> bool:
    names = {name.removeprefix(b"/") for name in _NAME.findall(form.replace(_TEXT, b""))}
    return names <= _PLAIN - {b"w:t"}


class Form(NamedTuple):
    """A row, and for each of its runs what it shows, None for words that each row has itself."""

    row: Row
    shown: tuple[tuple[str | None, ...], ...]

    @classmethod
    def of(cls, row: Row, characters: Callable[[Any], str]) -> Form:
        """The form of a row; `characters` says what a child of a run shows."""
        runs = [run for cell in row.cells for each in cell.paragraphs for run in each.runs]
        shown = [
            tuple(None if child.tag == W + "t" else characters(child) for child in run.xml)
            for run in runs
        ]
        return cls(row, tuple(shown))

    def saying(self, said: Any) -> Row:
        """The row of this form with the words of a row that is told by them."""
        words = iter((said.text or "").split(_BETWEEN))
        shown = iter(self.shown)

        def run(like: Run) -> Run:
            parts = next(shown)
            return Run("".join([next(words) if part is None else part for part in parts]), like.xml)

        def paragraph(like: Any) -> Paragraph:
            runs = tuple([run(each) for each in like.runs])
            return Paragraph(like.style, like.alignment, runs, like.xml)

        def cell(like: Cell) -> Cell:
            blocks = tuple([paragraph(each) for each in like.blocks])
            return Cell(blocks, like.span, like.merge, like.width, like.xml)

        return replace(self.row, cells=tuple([cell(each) for each in self.row.cells]))
