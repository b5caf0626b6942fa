"""What the content must say of a cell of a table for it to print some words."""

from __future__ import annotations

from docgen.accept.change import mapping_at, value_at
from docgen.edit.edits import AddKey, Edit, Put, Steps, reword
from docgen.plan.source import Source
from docgen.plan.table import DASHES
from docgen.vietnamese import parse_decimal, suggest_decimal
from docgen.view.origin import Origin

COMPUTED = "Số này máy tính từ các ô khác: sửa ô gõ số, hoặc công thức của cột."
NO_WAY = "Không tìm được cách ghi vào tệp để in ra đúng như vậy: sửa tay."
WHOLE = "Cột này chỉ in số nguyên, không có dấu ngăn."
NOT_A_NUMBER = "Không phải số viết kiểu Việt Nam."


def meant(origin: Origin, new: str) -> str | None:
    """The number that was probably meant by one not written as Vietnamese numbers are."""
    kind = origin.column.kind if origin.column else ""
    number = parse_decimal(new)
    if kind == "integer" and number is not None and number == number.to_integral_value():
        return None if new.lstrip("-").isdecimal() else str(int(number))
    numeric = kind in ("decimal", "integer")
    return suggest_decimal(new) if numeric and new and number is None else None


def cell_edit(origin: Origin, new: str) -> tuple[Edit | None, str]:
    """The edit that makes a cell of a row print some words; None, and why, where there is none."""
    column, row = origin.column, origin.row
    assert column
    assert row
    if column.compute or (column.group and row.kind == "group") or column.kind == "order":
        return None, COMPUTED
    if column.key.value in row.spans or row.kind == "blank":
        return None, NO_WAY
    if column.kind in ("decimal", "integer") and not says_number(new):
        number = suggest_decimal(new)
        return None, f"{NOT_A_NUMBER} Có phải ý là {number}?" if number else NOT_A_NUMBER
    if (
        column.kind == "integer"
        and parse_decimal(new) is not None
        and not new.lstrip("-").isdecimal()
    ):
        return None, WHOLE
    if origin.kind == "number" and origin.text and new:
        return reword(origin.text, new), ""
    return put_cell(origin, new), ""


def says_number(words: str) -> bool:
    """Whether words may stand in a cell of a number: one, nothing, or a dash for nothing."""
    return not words or words.strip() in DASHES or parse_decimal(words) is not None


def put_cell(origin: Origin, value: str | list[str]) -> Edit:
    """The edit that gives a cell its words, or takes them away."""
    column, row = origin.column, origin.row
    assert column
    assert row
    place: Steps = mapping_at(row.where.source, row.where.start)
    if row.kind == "shared":
        place = (*place, "shared")
    source, key = row.where.source, column.key.value
    if value_at(source, (*place, key)) is None:
        return AddKey(source, place, key, value, after=_before(source, place))
    return Put(source, (*place, key), value)


def _before(source: Source, place: Steps) -> str:
    """The last key of a row that is a cell: its rows stand last."""
    row = value_at(source, place)
    keys = [key for key in row if key not in ("rows", "shared")] if isinstance(row, dict) else []
    return str(keys[-1]) if keys else ""
