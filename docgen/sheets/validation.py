"""What a cell lets in while somebody types: numbers in their range, words from a list.

Cells that docgen computes, and those that stand in the line above, let nothing in. The sheet as
a whole is not protected: Excel would then neither sort nor delete a row that has a locked cell.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from docgen.rules.arithmetic import MAX, SCORE
from docgen.sheets.lines import Sheet, State

MOST = "999999999999999"  # 15 digits, all that Excel knows of a number
_REFUSED: dict[State, tuple[str, str]] = {
    "computed": ("Số máy tính", "Ô này máy tự tính từ các ô khác; sửa các ô gõ số của dòng."),
    "above": ("Dùng chung", "Ô này dùng chung với dòng trên; sửa ở dòng đầu của các dòng chung."),
    "closed": ("Không có ô", "Dòng này không có ô ở cột này."),
}


def validate(made: Worksheet, sheet: Sheet, first_row: int, first_column: int) -> None:
    """Sets what each cell of a worksheet lets in; its lines and columns begin there."""
    for state, (title, words) in _REFUSED.items():
        cells = [
            f"{get_column_letter(first_column + at)}{row}"
            for row, line in enumerate(sheet.lines, first_row)
            for at, own in enumerate(line.states)
            if own == state
        ]
        _add(made, cells, title, words, type="custom", formula1="FALSE")
    most = sheet.position(MAX)
    for at, column in enumerate(sheet.columns):
        if not column.is_number or column.column is None:
            continue
        name = get_column_letter(first_column + at)
        cells = [
            f"{name}{row}"
            for row, line in enumerate(sheet.lines, first_row)
            if line.states[at] == "open"
        ]
        kind = "whole" if column.column.kind == "integer" else "decimal"
        if column.key == SCORE and most is not None:
            first = next((cell for cell in cells), f"{name}{first_row}")
            limit = f"${get_column_letter(first_column + most)}{first.removeprefix(name)}"
            words = "Điểm là số từ 0 đến điểm chuẩn của dòng, ví dụ 1,4741."
            _add(made, cells, "Điểm", words, type=kind, formula1="0", formula2=limit)
        else:
            least = "0" if column.key == MAX else f"-{MOST}"
            words = "Ô này chỉ ghi số: không ghi chữ, không ghi dấu phẩy, dấu chấm lẫn nhau."
            _add(made, cells, "Số", words, type=kind, formula1=least, formula2=MOST)


def offer(made: Worksheet, cells: str, values: str) -> None:
    """A list to choose from in some cells; other words may be typed too."""
    choice = DataValidation(type="list", formula1=values, allow_blank=True, showErrorMessage=False)
    choice.add(cells)
    made.add_data_validation(choice)


def _add(made: Worksheet, cells: Iterable[str], title: str, words: str, **how: Any) -> None:
    if not (chosen := " ".join(cells)):
        return
    rule = DataValidation(
        allow_blank=True, showErrorMessage=True, errorTitle=title, error=words, sqref=chosen, **how
    )
    made.add_data_validation(rule)
