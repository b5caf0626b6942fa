"""Which rows of a table stay on one page, so that no page cuts a merged cell that need not be cut.

docs/decisions says what is kept and what is not, and what is said where a page does end in a row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from docgen.view.printed import Merge, TableRow

PAGE_LINES = 60  # no page holds more: where it is known where pages end, nothing else is cut
SHORT_LINES = 24  # printed lines that stay on one page: fewer cut more, more leave larger gaps

Lines = Callable[[TableRow], list[int]]  # by cell about how many lines it prints


def fits(row: TableRow, printed: Sequence[int], most: int = SHORT_LINES) -> bool:
    """Whether a row of so many lines by cell is short enough never to be cut by a page."""
    return _own(row, printed) <= most


def kept_with_next(rows: Sequence[TableRow], lines: Lines, most: int = SHORT_LINES) -> set[int]:
    """The numbers of the rows that stay on the page of the row behind them.

    They are those that share merged cells, where all of them are short enough together.
    """
    kept: set[int] = set()
    for block in _blocks(rows):
        printed = {number: lines(rows[number]) for number in block}
        own = sum(_own(rows[number], printed[number]) for number in block)
        highest = max(count for counts in printed.values() for count in counts)
        if max(own, highest) <= most:
            kept |= {*block[:-1]}
    return kept


def _blocks(rows: Sequence[TableRow]) -> Iterator[range]:
    """The runs of rows that merged cells reach over."""
    first = 0
    for number in range(1, len(rows) + 1):
        if number == len(rows) or not _goes_on(rows[number]):
            if number - first > 1:
                yield range(first, number)
            first = number


def _goes_on(row: TableRow) -> bool:
    return Merge.CONTINUE in [cell.merge for cell in row.cells]


def _own(row: TableRow, printed: Sequence[int]) -> int:
    """The lines of the row's highest cell that is not merged."""
    cells = zip(row.cells, printed, strict=True)
    return max([count for cell, count in cells if cell.merge is Merge.NONE], default=1)
