"""The workbook that came back: what was decided about which opinion."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from docgen import limits
from docgen.docx.package import NotAPackage, parts_of
from docgen.gather.decision import VERDICTS, Decided, Decision, verdict_of
from docgen.gather.forms.xlsx import HIDDEN, KEY, LIST, REASON, VERDICT

NOT_OURS = "tệp này không do docgen gather tạo ra, hoặc đã mất trang, mất cột"
NOT_A_WORKBOOK = "tệp không phải tệp Excel .xlsx, hoặc đã hỏng"


class NotDecided(ValueError):
    """The file holds no decisions; the message is a Vietnamese sentence."""


def decisions(data: bytes) -> Decided:
    """The decisions in a workbook, whoever saved it last; raises `NotDecided`.

    Columns are known by their titles and rows by their keys, so either may have been moved.
    """
    try:
        parts_of(data)
    except NotAPackage as error:
        raise NotDecided(f"{NOT_A_WORKBOOK} ({error})") from error
    try:
        return _decisions(data)
    except NotDecided:
        raise
    except Exception as error:
        raise NotDecided(NOT_A_WORKBOOK) from error


def _decisions(data: bytes) -> Decided:
    workbook, written = (
        load_workbook(io.BytesIO(data), read_only=True, data_only=each) for each in (True, False)
    )
    if LIST not in workbook.sheetnames or HIDDEN not in workbook.sheetnames:
        raise NotDecided(NOT_OURS)
    rows = list(_rows(workbook, written))
    titles = [_text(each) for each in rows[0]] if rows else []
    if any(each not in titles for each in (VERDICT, REASON, KEY)):
        raise NotDecided(NOT_OURS)
    verdict, reason, key = (titles.index(each) for each in (VERDICT, REASON, KEY))
    found: dict[str, Decision] = {}
    faults: list[str] = []
    for number, row in enumerate(rows[1:], 2):
        name, said = _text(row[key]), _text(row[verdict])
        meant = verdict_of(said)
        if meant is None:
            wanted = ", ".join(VERDICTS)
            faults.append(f"dòng {number}: “{said}” không phải quyết định; chọn {wanted}")
        elif name in found and found[name].verdict != meant:
            faults.append(f"dòng {number}: ý kiến này có hai dòng, quyết định khác nhau")
        elif name:
            found[name] = Decision(meant, _text(row[reason]))
        elif meant:
            faults.append(f"dòng {number}: không rõ quyết định này cho ý kiến nào (mất mã dòng)")
    hidden = list(cells_of(workbook[HIDDEN]))
    year = _text(hidden[0][1]) if hidden and len(hidden[0]) > 1 else ""
    copies = {_text(row[1]): _text(row[0]) for row in hidden[1:] if len(row) > 1 and row[0]}
    return Decided(year, copies, found, tuple(faults))


def _rows(workbook: Workbook, written: Workbook) -> Iterator[list[object]]:
    """The rows of the list; where a formula has no result, what was typed."""
    both = (cells_of(each[LIST]) for each in (workbook, written))
    for row, typed in zip(*both, strict=True):
        yield [typed[at] if value is None else value for at, value in enumerate(row)]


def cells_of(sheet: Any) -> Iterator[tuple[object, ...]]:
    """The values of a sheet row by row, all as wide as the first.

    The size that the sheet claims is not asked: one cell far off would make it Excel's largest.
    """
    sheet.reset_dimensions()
    width = total = 0
    for row in sheet.iter_rows(values_only=True):
        total += len(row) + 1
        if total > limits.CELLS.most:
            raise NotDecided(limits.CELLS.sentence)
        width = width or len(row)
        yield (*row[:width], *(None for _ in range(width - len(row))))


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()
