"""Tables for a terminal and for Markdown; small charts in block signs."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from decimal import Decimal

from docgen.diff.forms.markdown import escape
from docgen.diff.forms.phrases import NOTHING, number, signed
from docgen.diff.forms.terminal import marked
from docgen.diff.sides.report import Cell, Marked, Report, Sheet
from docgen.diff.sides.trend import sparkline

CHART, NONE = "Diễn biến", "Không có."
NARROW = 8  # characters; a column that never needs more keeps what it needs


def terminal(report: Report, *, width: int = 100) -> str:
    """The tables in columns, texts wrapped, in lines of at most about `width` columns."""
    blocks = [report.title, *(f"Lưu ý: {note}" for note in report.notes)]
    for sheet in report.sheets:
        blocks += ["", sheet.title]
        blocks += _aligned(sheet, width) if sheet.rows else [f"  {NONE}"]
    return "\n".join(blocks)


def markdown(report: Report) -> str:
    """The same as tables of GitHub's Markdown; everything from the content is escaped."""
    lines = [f"# {escape(report.title)}", ""]
    for note in report.notes:
        lines += [f"> {escape(note)}", ""]
    for sheet in report.sheets:
        lines += [f"## {escape(sheet.title)}", ""]
        if not sheet.rows:
            lines += [NONE, ""]
            continue
        head, *rows = [[escape(cell) for cell in row] for row in rows_of(sheet)]
        lines += [_row(head), _row(["---"] * len(head)), *map(_row, rows), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def rows_of(sheet: Sheet) -> Iterator[list[str]]:
    """The head and the lines of a table as texts, the chart last."""
    yield [*sheet.heads, *([CHART] if sheet.charted else [])]
    for line, row in enumerate(sheet.rows):
        cells = (said(cell, signs=at == sheet.signed) for at, cell in enumerate(row))
        yield [*cells, *([sparkline(sheet.trend(line))] if sheet.charted else [])]


def said(cell: Cell, *, signs: bool = False) -> str:
    """A cell as it prints: numbers with a comma, differences with a sign, a dash for none."""
    if cell is None:
        return NOTHING
    if isinstance(cell, Marked):
        return marked(cell.spans)
    if isinstance(cell, Decimal):
        return signed(cell) if signs else number(cell)
    return cell


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _aligned(sheet: Sheet, width: int) -> Iterator[str]:
    rows = [*rows_of(sheet)]
    widths = _widths(rows, width - 2)
    for row in rows:
        cells = [
            textwrap.wrap(cell, size, break_on_hyphens=False) or [""]
            for cell, size in zip(row, widths, strict=True)
        ]
        for at in range(max(map(len, cells))):
            parts = (
                (cell[at] if at < len(cell) else "").ljust(size)
                for cell, size in zip(cells, widths, strict=True)
            )
            yield f"  {'  '.join(parts)}".rstrip()


def _widths(rows: list[list[str]], width: int) -> list[int]:
    """Each column what it needs, the long ones what is left, in equal parts."""
    needed = [max(map(len, column)) for column in zip(*rows, strict=True)]
    room = width - 2 * (len(needed) - 1)
    widths = [min(each, NARROW) for each in needed]
    while room > sum(widths) and widths != needed:
        short = [at for at, each in enumerate(widths) if each < needed[at]]
        widths[min(short, key=lambda at: widths[at])] += 1
    return widths
