"""The words of lines, as they are compared and as they are told."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.accept.units import Line as Paragraph
from docgen.accept.units import line_from
from docgen.sheets.hidden import Before
from docgen.sheets.lines import Line, Sheet, SheetColumn
from docgen.sheets.meant import Words
from docgen.vietnamese import parse_decimal


def paragraph(words: str) -> Paragraph:
    """Words that somebody typed as a line of a paper."""
    return line_from([(each, -1, "") for each in words], "")


def key(words: Sequence[str]) -> tuple[str, ...]:
    """Equal for cells that say the same."""
    return tuple(paragraph(each).key for each in words)


def content_form(words: str, column: SheetColumn) -> str:
    """How the content writes what the paper prints: whole numbers without dots."""
    whole = column.column is not None and column.column.kind == "integer"
    return words.replace(".", "") if whole and parse_decimal(words) is not None else words


def joined(words: Words) -> str:
    """The paragraphs of a cell on one line."""
    return " ¶ ".join(words)


def line_words(line: Line) -> str:
    """What a line says, cells apart."""
    cells = (line.words(at) for at in range(len(line.states)))
    return " | ".join(joined(words) for words in cells if words)


def is_as_before(sheet: Sheet, line: Line, before: Before) -> bool:
    """Whether the cells that people write say what they said when the workbook was written."""
    return all(
        key(line.words(at)) == key(before.cells[column.key])
        for at, column in enumerate(sheet.columns)
        if line.states[at] == "open" and column.key in before.cells
    )
