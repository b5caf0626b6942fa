"""KH106-KH108: figures of a table against the others of its column and against the prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from docgen import vietnamese
from docgen.finding import Finding, Severity
from docgen.plan.compute import ComputedRow, ComputedTable
from docgen.plan.fields import Integer, Number
from docgen.plan.source import Text
from docgen.plan.table import Column
from docgen.rules.facts import Facts, rule

_SCORES = ("score", "max")  # KH102 and KH103 name these
_WHOLE = Decimal(100)
_MAY_BE_NEGATIVE = re.compile(r"tăng|giảm|chênh|so với|so sánh|cân đối|±", re.IGNORECASE)
_MAY_BE_MORE = re.compile(r"tăng|gấp|so với|vượt|tốc độ|bằng", re.IGNORECASE)


def _rows(rows: Sequence[ComputedRow]) -> Iterator[ComputedRow]:
    for row in rows:
        if row.row.kind in ("row", "group"):
            yield row
        yield from _rows(row.rows)


def _columns(
    table: ComputedTable,
) -> Iterator[tuple[Column, str, list[tuple[ComputedRow, Decimal]]]]:
    """Each column of numbers with its words, those of the unit too, and its rows' numbers."""
    unit = table.table.unit.value if table.table.unit else ""
    for column in table.table.columns:
        key = column.key.value
        numbers = [
            (row, row.numbers[key])
            for row in _rows(table.rows)
            if row.row.kind == "row" and key in row.numbers
        ]
        yield column, f"{unit} {column.above or ''} {column.title}", numbers


def _place(row: ComputedRow, column: Column) -> Text:
    """The typed number, or for one that is computed the first typed number of its formula."""
    keys = [column.key.value, *re.findall(r"\w+", column.compute.value if column.compute else "")]
    typed = (row.row.cells.get(key) for key in keys)
    return next((each.text for each in typed if isinstance(each, Number | Integer)), row.row.where)


@rule(
    "KH106", Severity.INFO, "số âm giữa các số dương",
    "Đơn giá âm, phần còn lại âm: một trong các số của dòng gõ sai.",
)  # fmt: skip
def negative_among_others(facts: Facts) -> Iterator[Finding]:
    """`price: -118`; 18.240 in hand, 95.000 done, -76.760 left; not a column of changes."""
    for table in facts.tables:
        for column, title, numbers in _columns(table):
            below = [(row, number) for row, number in numbers if number < 0]
            others = sum(number > 0 for _, number in numbers)
            if len(below) != 1 or not 0 < others == len(numbers) - 1:
                continue
            if _MAY_BE_NEGATIVE.search(title) or column.key.value in _SCORES:
                continue
            row, number = below[0]
            shown = vietnamese.format_decimal(number)
            yield negative_among_others.at(
                _place(row, column), f"“{column.title}” bằng {shown}, các dòng khác dương",
                "Kiểm tra lại các số của dòng này.",
            )  # fmt: skip


@rule(
    "KH107", Severity.INFO, "tỷ lệ quá 100% giữa các tỷ lệ không quá 100%",
    "500 trong cột phần trăm thường là 50 thừa một số 0, hoặc mất dấu phẩy.",
)  # fmt: skip
def rate_above_the_whole(facts: Facts) -> Iterator[Finding]:
    """A typed rate above 100 in a column of percents where no other is; not one of growth."""
    for table in facts.tables:
        for column, title, numbers in _columns(table):
            high = [row for row, number in numbers if number > _WHOLE]
            typed = not column.compute and "%" in title and not _MAY_BE_MORE.search(title)
            if typed and len(high) == 1 and len(numbers) > 1:
                place = _place(high[0], column)
                yield rate_above_the_whole.at(
                    place, f"{place}%, các dòng khác không quá 100%",
                    "Xem có mất dấu phẩy hoặc thừa số không.",
                )  # fmt: skip


_COUNTED = re.compile(
    r"(?<![\w.,/-])(?P<number>[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{2,}) "
    r"(?P<noun>[^\W\d_]+(?: [^\W\d_]+)?)"
)
_FEWEST_DIGITS = 3
_NEAR = Decimal("0.4")


@rule(
    "KH108", Severity.INFO, "số trong lời văn khác dòng tổng của bảng",
    "Lời văn và bảng nói cùng một tổng; khác nhau thì một trong hai sai.",
)  # fmt: skip
def prose_against_total(facts: Facts) -> Iterator[Finding]:
    """`trồng 1.520 ha` where the column `Diện tích (ha)` adds up to 1.250."""
    totals = [
        (column, table.totals[column.key.value], {number for _, number in numbers})
        for table in facts.tables
        for column, _, numbers in _columns(table)
        if column.key.value in table.totals and len(numbers) > 1
    ]
    for printed, prose in facts.figures if totals else ():
        if printed.role in ("cell", "total", "column"):
            continue
        for match in _COUNTED.finditer(prose):
            number = vietnamese.parse_decimal(match["number"]) or Decimal(0)
            of = [each for each in totals if _is_counted(each[0], match["noun"])]
            if len(of) != 1:
                continue
            column, total, numbers = of[0]
            near = abs(number - total) <= total * _NEAR
            if near and number != total and number not in numbers:
                shown = vietnamese.format_decimal(total)
                yield prose_against_total.at(
                    printed.text,
                    f"{match[0]} ở đây, “{column.title}” (dòng {column.title.where.line}) cộng lại "
                    f"là {shown}", "Kiểm tra lại số trong lời văn và các số của bảng.",
                    match.start("number"), len(match["number"]),
                )  # fmt: skip


def _is_counted(column: Column, noun: str) -> bool:
    """Whether a column counts what the noun names: `nông dân` in `Số nông dân`, `ha` in `(ha)`."""
    title, words = column.title.value.lower(), noun.lower().split()
    return f"({words[0]})" in title or (len(words) > 1 and title.endswith(" ".join(words)))


CHECKS = (negative_among_others, rate_above_the_whole, prose_against_total)
