"""How wide the columns of a sheet are, so that it reads on the screen and on paper lying."""

from __future__ import annotations

from math import isqrt

from docgen.sheets.lines import Sheet, SheetColumn

WHOLE = 175  # characters across A4, lying: 11 points print as 9
NARROWEST, NUMBER, WIDEST = 7, 12, 110


def widths(sheet: Sheet) -> list[int]:
    """The width of each column in characters; what texts need is shared by their lengths."""
    least = [_least(sheet, at, column) for at, column in enumerate(sheet.columns)]
    longest = [max((len(" ".join(line.words(at))) for line in sheet.lines), default=0)
               for at in range(len(sheet.columns))]  # fmt: skip
    wants = [isqrt(long) if long > low else 0 for long, low in zip(longest, least, strict=True)]
    room = max(WHOLE - sum(least), 0)
    shared = sum(wants)
    return [
        min(low + (room * want // shared if shared else 0), WIDEST, max(low, long + 2))
        for low, want, long in zip(least, wants, longest, strict=True)
    ]


def _least(sheet: Sheet, at: int, column: SheetColumn) -> int:
    """Room for the longest word of the title; numbers need no more."""
    title = max((len(word) for word in column.title.split()), default=0) + 2
    if column.is_number:
        said = (len(words) for line in sheet.lines for words in line.words(at)[:1])
        return max(NUMBER, title, min(max(said, default=0), WIDEST // 4) + 2)
    return max(NARROWEST, title)
