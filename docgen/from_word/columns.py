"""The head of a Word table as columns: their keys, titles, marks, widths and alignment."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from docgen.from_word.grid import Grid, Square
from docgen.from_word.inline_marks import Look
from docgen.from_word.lines import Line
from docgen.plan.fields import Number
from docgen.plan.source import Text
from docgen.plan.table import Column
from docgen.vietnamese import format_decimal, without_marks

# English keys for the columns that most tables have; any other has its title as its key.
KNOWN = {
    "code": r"stt|tt|số tt|số thứ tự",
    "lead": r".*chủ trì.*",
    "support": r".*phối hợp.*",
    "name": r"tên (?!cơ quan|đơn vị).*|.*(?:tiêu chí|nội dung|nhiệm vụ).*",
    "max": r"điểm (?:chuẩn|tối đa)",
    "score": r"điểm (?:thẩm định|đạt được|số)",
    "loss": r".*bị trừ|điểm trừ",
    "reason": r"lý do.*",
    "remedy": r".*(?:biện pháp|giải pháp).*",
    "agencies": r".*(?:cơ quan|đơn vị(?! tính)).*",
    "time": r"thời (?:gian|hạn).*",
    "product": r".*(?:sản phẩm|kết quả).*",
    "unit": r"đơn vị tính|đvt",
    "note": r"ghi chú",
}
STRUCTURE = ("rows", "shared", "across", "blank")
BLANK = "{{ '' }}"
MOST_LEVELS = 3
TWO_LEVELS = 2
_MARK = re.compile(r"[A-Z](?:\s*=.*)?|\(?\d{1,2}\)?(?:\s*=.*)?|\([a-z]\)|[a-z]")
Cells = list[list[tuple[str, int, str]]]


class Header:
    """The head of a table: `levels` rows of titles, `marked` one more with marks of columns."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.numbered: Text | None = None
        self.levels, self.marked = self._header()
        self.first = self.levels + self.marked
        self.columns = self._columns()
        self.keys = [column.key.value for column in self.columns]

    def _header(self) -> tuple[int, int]:
        """How many rows hold titles, and whether one more holds the marks of the columns."""
        rows = self.grid.rows
        merged = max((each.down for each in rows[0]), default=1) if rows else 1
        levels = min(max(merged, 1), MOST_LEVELS, len(rows))
        across = len(rows) > 1 and len(rows[0]) == 1 and self.grid.columns > 1
        flagged = self.grid.headers
        if levels == 1 and len(rows) > 1 and (across or (flagged > 1 and self._parts(0, 1))):
            levels = TWO_LEVELS
        following = rows[levels] if levels < len(rows) else ()
        words = [each.words for each in following]
        marked = (
            len(following) == self.grid.columns > 1
            and any(words)
            and all(not each or _MARK.fullmatch(each) for each in words)
            and (flagged > levels or len([each for each in words if each]) == len(words))
            and len(rows) > levels + 1
        )
        return levels, int(marked)

    def _parts(self, upper: int, lower: int) -> bool:
        """Whether a row only parts the columns of the one above."""
        return len(self.grid.rows[lower]) > len(self.grid.rows[upper])

    def _columns(self) -> list[Column]:
        columns: list[Column] = []
        keys: list[str] = []
        for number in range(self.grid.columns):
            squares = [self.grid.at(level, number) for level in range(self.levels)]
            titled = [each for each in squares if each and not each.continued]
            title = self._title(titled[-1] if titled else None, number)
            above = tuple(joined(each.lines) for each in titled[:-1] if each.words)
            key = _key("" if title.value == BLANK else title.value, keys)
            keys.append(key)
            columns.append(
                Column(
                    key=replace(title, value=key), title=title, above=above,
                    width=self._width(number, title), align=self._align(number),
                )
            )  # fmt: skip
        return self._with_marks(columns)

    def _title(self, square: Square | None, number: int) -> Text:
        if square and square.lines and square.start == number:
            return joined(square.lines)
        anywhere = next(line for row in self.grid.rows for each in row for line in each.lines)
        return replace(anywhere.text, value=BLANK)

    def _width(self, number: int, at: Text) -> Number | None:
        width = self.grid.widths[number]
        if width is None or None in self.grid.widths or len(set(self.grid.widths)) == 1:
            return None
        return Number(width, replace(at, value=format_decimal(width)))

    def _align(self, number: int) -> Literal["center", "right", "justify"] | None:
        """How most of its cells stand; left goes without saying."""
        seen = Counter(
            line.align
            for row in self.grid.rows[self.first :]
            for each in row
            if (each.start, each.end) == (number, number + 1)
            for line in each.lines
        )
        known: dict[str, Literal["center", "right", "justify"]] = {
            "center": "center", "right": "right", "both": "justify",
        }  # fmt: skip
        return known.get(seen.most_common(1)[0][0]) if seen else None

    def _with_marks(self, columns: list[Column]) -> list[Column]:
        if not self.marked:
            return columns
        squares = self.grid.rows[self.levels]
        firsts = [number for number, each in enumerate(squares) if each.words == "(1)"]
        counted = bool(firsts) and all(
            each.words == f"({number - firsts[0] + 1})"
            for number, each in enumerate(squares)
            if number >= firsts[0]
        )
        if counted:
            key = columns[firsts[0]].key
            self.numbered = replace(key, value="yes" if firsts[0] == 0 else key.value)
        return [
            replace(column, mark=joined(square.lines))
            if square.lines and not (counted and number >= firsts[0])
            else column
            for number, (column, square) in enumerate(zip(columns, squares, strict=True))
        ]

    def printed(self) -> Cells:
        """The cells of the document as docgen prints cells: words, span, part in a merge."""
        rows = []
        for number, row in enumerate(self.grid.rows):
            cells = []
            for each in row:
                if number < self.levels and each.end - each.start > 1:
                    cells += self._parted(number, each)
                    continue
                part = "continue" if each.continued else "restart" if each.down > 1 else ""
                cells.append((each.words, each.end - each.start, part))
            rows.append(cells)
        return rows

    def _parted(self, number: int, each: Square) -> list[tuple[str, int, str]]:
        """A title over several columns; where nothing stands below it each column has a cell."""
        below = self.grid.at(number + 1, each.start) if number + 1 < self.levels else None
        if below and not below.continued:
            return [(each.words, each.end - each.start, "")]
        part = "continue" if each.continued else "restart" if each.down > 1 else ""
        rest = [("", 1, part)] * (each.end - each.start - 1)
        return [(each.words, 1, part), *rest]


def joined(lines: Sequence[Line], base: Look | None = None) -> Text:
    """The lines of a title as one; the style of titles says how they look."""
    parts = [line.value(base=base) if base else line.plain() for line in lines]
    return replace(lines[0].text, value=" ".join(each.value for each in parts))


def _key(title: str, taken: Sequence[str]) -> str:
    folded = " ".join(title.split()).casefold()
    for key, pattern in KNOWN.items():
        if key not in taken and re.fullmatch(pattern, folded):
            return key
    words = re.sub(r"[^a-z0-9]+", "_", without_marks(folded)).strip("_").split("_")
    key = "_".join(words[:4]).lstrip("0123456789_") or "column"
    number = 2
    base = key
    while key in taken or key in STRUCTURE:
        key, number = f"{base}_{number}", number + 1
    return key
