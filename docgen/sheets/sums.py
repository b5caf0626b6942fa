"""Hidden columns over which live sums go, one for each summed column and each level of rows.

A sum over the column itself would count its own cell in: to Excel that is a circle, whatever the
condition says. A column of one level holds the numbers of the rows of that level alone.
"""

from __future__ import annotations

from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from docgen.sheets.cells import put_words
from docgen.sheets.lines import ROOT, Line, Sheet

OWN = "docgen:"  # how the key of a column begins that is docgen's alone


class Sums:
    """The hidden columns of one worksheet, behind its own."""

    def __init__(
        self, sheet: Sheet, first_row: int, first_column: int, numbers: dict[str, str]
    ) -> None:
        """`numbers`: the letters of the columns that hold numbers, by their keys."""
        self.sheet = sheet
        self.last_row = first_row + sum(line.kind != "total" for line in sheet.lines) - 1
        self.rows = {line.address: at for at, line in enumerate(sheet.lines, first_row)}
        self.first_column = first_column
        self.numbers = numbers
        self.gaps = {key for key in numbers if _has_gaps(sheet, key)}
        self.columns: dict[tuple[str, int], str] = {}
        self.levels = {ROOT: 0}
        for line in sheet.lines:
            if line.address != ROOT:
                self.levels[line.address] = self.levels.get(line.parent, 0) + 1

    def column_below(self, line: Line, key: str) -> str:
        """The letter of the column with the numbers of the rows right below a line; "" for none."""
        if key not in self.numbers or key in self.gaps:
            return ""
        wanted = (key, self.levels[line.address] + 1)
        if wanted not in self.columns:
            self.columns[wanted] = get_column_letter(self.first_column + len(self.columns))
        return self.columns[wanted]

    def write(self, made: Worksheet) -> None:
        """Fills the columns that were asked for, and hides them."""
        for (key, level), letter in self.columns.items():
            head = made[f"{letter}1"]
            assert isinstance(head, Cell)
            put_words(head, (f"{OWN}{key} {level}",))
            made.column_dimensions[letter].hidden = True
            for line in self.sheet.lines:
                if self.levels[line.address] == level:
                    row = self.rows[line.address]
                    number = f"{self.numbers[key]}{row}"
                    made[f"{letter}{row}"] = f'=IF(ISNUMBER({number}),{number},"")'


def _has_gaps(sheet: Sheet, key: str) -> bool:
    """Whether a row has no cell in a column: docgen sums what stands below such a group instead."""
    at = sheet.position(key)
    rows = (line for line in sheet.lines if line.kind in ("row", "group"))
    return at is None or any(line.states[at] == "closed" for line in rows)
