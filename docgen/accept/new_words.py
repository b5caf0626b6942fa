"""What the content says of a line that is new in the Word file: words, emphasis, footnotes."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.accept.emit import with_marks
from docgen.accept.letters import literal
from docgen.accept.marks import bare
from docgen.accept.units import Line
from docgen.plan.footnotes import OPENS


def worded(line: Line, style: str = "", length: int | None = None) -> str:
    """The value that prints a line without its mark; `style` is how letters look without emphasis.

    `length`: only so many letters of it are the content's. Raises `Unsayable`.
    """
    start = len(line.text) - len(bare(line))
    return _value(line, start, len(line.text) if length is None else start + length, style)


def in_a_cell(line: Line, *, marked: bool) -> str:
    """The value that prints a line of a cell; one that all looks alike looks as its row does."""
    plain = not line.notes and len({*_looks(line, 0, len(line.text))}) < 2
    if plain or not marked:
        return literal(line.text, marked=marked)
    return _value(line, 0, len(line.text), "")


def _value(line: Line, start: int, end: int, style: str) -> str:
    words = literal(line.text[start:end], marked=True)
    if not line.notes and {*_looks(line, start, end)} <= {style}:
        return words
    return with_marks([*_pieces(line, start, end, style)])


def _looks(line: Line, start: int, end: int) -> Iterator[str]:
    return (line.looks[at] for at in range(start, end) if line.text[at] != " ")


def _pieces(line: Line, start: int, end: int, style: str) -> Iterator[tuple[str, str]]:
    """What the value says for each letter, and its emphasis."""
    look, notes = "", [*line.notes]
    for at in range(start, end + 1):
        while notes and notes[0][0] <= at:
            yield f"{OPENS}{literal(notes.pop(0)[1], marked=True)}]", look
        if at < end:
            look = "".join(each for each in line.looks[at] if each not in style)
            said = line.text[at]
            yield f"\\{said}" if said in "*~^" else said, look
