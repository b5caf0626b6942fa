"""The one door through which tables of Excel come in: .xlsx, and the .csv of other programs."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from docgen import limits
from docgen.docx.package import NotAPackage, unpacked, well_formed

NO_WORKBOOK = "không phải tệp Excel .xlsx, hoặc tệp đã hỏng; trong Excel: Save As, chọn .xlsx"
# A row, a cell, or what openpyxl makes a cell for at each place it reaches over (18.3.1).
_CELL = re.compile(
    rb"<(?:[\w.-]+:)?(?:(?:c|row)(?=[\s/>])"
    rb"|(?:mergeCell|hyperlink)\s[^<>]*?\bref\s*=\s*[\"']([^\"'<>]*)[\"'])"
)


class NotReadable(Exception):
    """A file that is no workbook, or none of docgen; the reason in Vietnamese."""


def opened(data: bytes) -> tuple[Workbook, Workbook]:
    """A workbook with its formulas, and with what they came to; raises `NotReadable`."""
    _check(data)
    return _loaded(data, results=False), _loaded(data, results=True)


def results_of(data: bytes) -> Workbook:
    """A workbook with what its formulas came to; raises `NotReadable`."""
    _check(data)
    return _loaded(data, results=True)


def filled(made: Worksheet) -> dict[int, dict[int, Any]]:
    """The cells that hold something by their rows and columns, from 1, in that order.

    The size that a sheet claims is not asked: one cell far off would make it Excel's largest.
    """
    cells = made._cells  # noqa: SLF001 - iter_rows would make a cell for each that is not there
    found: dict[int, dict[int, Any]] = {}
    for row, column in sorted(cells):
        if cells[row, column].value is not None:
            found.setdefault(row, {})[column] = cells[row, column]
    return found


def values(made: Worksheet) -> dict[int, dict[int, object]]:
    """The same, as what the cells hold."""
    return {
        row: {column: cell.value for column, cell in cells.items()}
        for row, cells in filled(made).items()
    }


def within_limit(cells: Iterable[int]) -> None:
    """Raises `NotReadable` where a file has too many cells, as soon as that is known."""
    total = 0
    for some in cells:
        total += some
        if total > limits.CELLS.most:
            raise NotReadable(limits.CELLS.sentence)


def _check(data: bytes) -> None:
    try:
        parts = unpacked(data)
        within_limit(some for part in parts.values() for some in _cells(part))
        well_formed(parts)
    except NotAPackage as error:
        raise NotReadable(f"{NO_WORKBOOK} ({error})") from error


def _cells(part: bytes) -> Iterator[int]:
    """The cells of a sheet, one after another; those of an area at one go."""
    for each in _CELL.finditer(part.replace(b"\0", b"")):
        yield _area(each[1].decode("latin-1")) if each[1] else 1


def _area(ref: str) -> int:
    try:
        left, top, right, bottom = (each or 0 for each in range_boundaries(ref))
    except ValueError:
        return 1
    return max(right - left + 1, 1) * max(bottom - top + 1, 1)


def _loaded(data: bytes, *, results: bool) -> Workbook:
    try:
        return load_workbook(io.BytesIO(data), data_only=results)
    except Exception as error:
        raise NotReadable(NO_WORKBOOK) from error
