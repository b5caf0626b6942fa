"""KH113, KH114: a formula and a unit of a table against what its own heads say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from docgen.finding import Finding, Severity
from docgen.plan.compute import ComputedTable
from docgen.plan.source import Text
from docgen.plan.table import Column
from docgen.rules.facts import Facts, rule

_TERM = re.compile(r"\w+|[-+*/x×:–]")
_SIGNS = {"x": "*", "×": "*", ":": "/", "–": "-"}
_SUM = re.compile(r"sum\('(?P<key>\w+)'\)")
_ANY_ORDER = "+*"
_WHOLE = re.compile(r"^(?:tổng(?! hợp)|cộng\b)", re.IGNORECASE)
_MULTIPLIED = re.compile(r"^thành tiền", re.IGNORECASE)
_REST = re.compile(r"^(?:còn lại|còn thiếu|chênh lệch|thiếu)", re.IGNORECASE)


@rule(
    "KH113", Severity.WARNING, "công thức của cột trái với tên hoặc ký hiệu của cột",
    "Đầu bảng ghi 3 = 1 x 2, ghi “Tổng” mà máy tính theo phép khác: cả cột số in ra sai.",
)  # fmt: skip
def formula_against_head(facts: Facts) -> Iterator[Finding]:
    """`mark: 3 = 1 + 2` over `compute: count * price`; `Tổng kinh phí` that subtracts."""
    for table in facts.tables:
        marks = {
            column.mark.value.partition("=")[0].strip(): column.key.value
            for column in table.table.columns
            if column.mark
        }
        for column in table.table.columns:
            summed = _SUM.fullmatch(column.total.value) if column.total else None
            if column.total and summed and summed["key"] != column.key.value:
                message = f"dòng tổng của cột “{column.title}” cộng cột “{summed['key']}”"
                hint = f"Viết sum('{column.key}')."
                yield formula_against_head.at(column.total, message, hint)
            if not column.compute:
                continue
            formula = _parsed(column.compute.value, {})
            stated = column.mark.value.partition("=")[2] if column.mark else ""
            marked = _parsed(stated, marks) if stated else None
            if column.mark and formula and marked and formula != marked:
                message = f"ký hiệu cột ghi {column.mark}, công thức là {column.compute}"
                hint = "Sửa ký hiệu cột hoặc công thức cho khớp nhau."
                yield formula_against_head.at(column.mark, message, hint)
                if column.mark.where.line != column.compute.where.line:
                    yield formula_against_head.at(column.compute, message, hint)
            elif left := _left_out(table.table.columns, column, formula):
                message = f"cột “{column.title}” không cộng cột “{left.title}” đứng trước nó"
                hint = "Thêm cột ấy vào công thức, nếu nó là một phần."
                yield formula_against_head.at(column.compute, message, hint)
            elif sign := _against_title(column, formula):
                message = f"cột “{column.title}” mà công thức là phép {sign}: {column.compute}"
                yield formula_against_head.at(column.compute, message, "Kiểm tra lại công thức.")


def _parsed(written: str, keys: dict[str, str]) -> tuple[str, Sequence[str]] | None:
    """The sign and the operands of a formula of one sign; none where it has more or others."""
    terms = _TERM.findall(written)
    operands = [keys.get(term, term) for term in terms[::2]]
    signs = {_SIGNS.get(term, term) for term in terms[1::2]}
    if len(signs) != 1 or len(terms) % 2 == 0 or not set(operands).isdisjoint("+-*/"):
        return None
    sign = signs.pop()
    return sign, sorted(operands) if sign in _ANY_ORDER else operands


def _against_title(column: Column, formula: tuple[str, Sequence[str]] | None) -> str:
    """The operation that the title of a column rules out, in words."""
    if formula and formula[0] == "-" and _WHOLE.match(column.title.value):
        return "trừ"
    if formula and formula[0] in "+-" and _MULTIPLIED.match(column.title.value):
        return "cộng" if formula[0] == "+" else "trừ"
    return "cộng" if formula and formula[0] == "+" and _REST.match(column.title.value) else ""


def _left_out(
    columns: Sequence[Column], column: Column, formula: tuple[str, Sequence[str]] | None
) -> Column | None:
    """A column that is added up and stands between the first operand of a sum and the sum."""
    if not formula or formula[0] != "+" or not _WHOLE.match(column.title.value):
        return None
    keys = [each.key.value for each in columns]
    first = min((keys.index(each) for each in formula[1] if each in keys), default=len(keys))
    between = columns[first : keys.index(column.key.value)]
    return next((each for each in between if each.total and each.key.value not in formula[1]), None)


_SCALES = (("tỷ", 9), ("tỉ", 9), ("triệu", 6), ("nghìn", 3), ("ngàn", 3), ("1.000", 3), ("đồng", 0))
_FEWEST_DIGITS = 3


def unit_of(table: ComputedTable, column: Column) -> tuple[Text, int] | None:
    """Where a column of money says its unit, and the power of ten that the unit is of a đồng."""
    for text in (column.title, *column.above, table.table.unit):
        for name, power in _SCALES if text and "đồng" in text.value.lower() else ():
            if text and name in text.value.lower():
                return text, power
    return None


@rule(
    "KH114", Severity.INFO, "hai bảng cùng một tổng mà khác đơn vị tính",
    "Một tổng tính ra đúng từng chữ số ở hai bảng mà nơi ghi triệu, nơi ghi tỷ: một nơi sai.",
)  # fmt: skip
def unit_of_another_size(facts: Facts) -> Iterator[Finding]:
    """A total of 1.730 `triệu đồng` here and of 1.730 `tỷ đồng` there."""
    sums = [
        (*unit, table.totals[column.key.value])
        for table in facts.tables
        for column in table.table.columns
        if column.key.value in table.totals and (unit := unit_of(table, column))
    ]
    for text, power, total in sums:
        others = {there for _, there, value in sums if value == total}
        if others != {power} and significant(total) >= _FEWEST_DIGITS:
            other = next(
                where for where, there, value in sums if value == total != 0 != there - power
            )
            message = f"tổng bằng nhau mà đơn vị ở dòng {other.where.line} là “{other}”"
            yield unit_of_another_size.at(text, message, "Xem đơn vị tính nào đúng.")


def significant(number: Decimal) -> int:
    """How many digits of a number tell it from another of the same size."""
    return len(str(abs(number)).replace(".", "").strip("0"))
