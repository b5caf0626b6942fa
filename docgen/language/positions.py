"""Places in a file as an editor counts them: lines from 0, and UTF-16 units of the text it holds.

docgen counts characters of the text in NFC; an editor may hold the same letters decomposed.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import lru_cache

from lsprotocol.types import Position, Range

from docgen.finding import Where
from docgen.plan.source import Source


def range_of(source: Source, where: Where) -> Range:
    """What a finding points at; the beginning of the file where it means the whole."""
    line, column = max(where.line - 1, 0), max(where.column - 1, 0)
    length = where.length if where.line else 0
    return Range(_position(source, line, column), _position(source, line, column + length))


def range_between(source: Source, start: int, end: int) -> Range:
    """From one index of `source.text` to another."""
    return Range(position_at(source, start), position_at(source, end))


def position_at(source: Source, index: int) -> Position:
    """Where the character at an index of `source.text` stands in the editor."""
    where = source.where(index)
    return _position(source, where.line - 1, where.column - 1)


def index_at(source: Source, position: Position) -> int:
    """The index in `source.text` of a place in the editor; one beyond the text is its end."""
    if position.line >= len(source.lines):
        return len(source.text)
    written = _written(source)[position.line]
    units = written.encode("utf-16-le", "surrogatepass")[: position.character * 2]
    column = len(units.decode("utf-16-le", "ignore"))
    if written != source.lines[position.line]:
        column = bisect_right(_beginnings(written), column) - 1
    return source.line_start(position.line) + column


def _position(source: Source, line: int, column: int) -> Position:
    line = min(line, len(source.lines) - 1)
    written = _written(source)[line]
    if written != source.lines[line]:
        beginnings = _beginnings(written)
        column = beginnings[min(column, len(beginnings) - 1)]
    units = written[:column].encode("utf-16-le", "surrogatepass")
    return Position(line, len(units) // 2)


@lru_cache(maxsize=32)
def _written(source: Source) -> list[str]:
    """The lines as the editor holds them: NFC makes and loses no end of line."""
    return source.lines if source.written is None else Source(source.name, source.written).lines


@lru_cache(maxsize=1024)
def _beginnings(written: str) -> tuple[int, ...]:
    """For each character of a line in NFC, and for its end, where it begins in the line."""
    beginnings: list[int] = []
    start = 0
    for end in range(1, len(written) + 1):
        if end == len(written) or _parts(written[start:end], written[end]):
            composed = unicodedata.normalize("NFC", written[start:end])
            beginnings += [start] * len(composed)
            start = end
    return (*beginnings, len(written))


def _parts(letter: str, following: str) -> bool:
    """Whether a character begins another letter: it neither marks nor joins the one before."""
    if unicodedata.combining(following):
        return False
    both = unicodedata.normalize("NFC", letter + following)
    return both == unicodedata.normalize("NFC", letter) + following
