"""KH106-KH108: figures of a table against the others of its column and against the prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from docgen import vietnamese
from docgen.finding import Finding, Severity
from docgen.plan.compute import ComputedRow, ComputedTable
from docgen.plan.fields import Integer, Number
from docgen.plan.source import Text
from docgen.plan.table import Column
from docgen.rules.facts import Facts, rows_below, rule
from docgen.rules.prose.shapes import one_slip_apart, slips

_SCORES = ("score", "max", "loss")  # KH101 to KH103 name these
_WHOLE = Decimal(100)
_MAY_BE_NEGATIVE = re.compile(r"tăng|giảm|chênh|so với|so sánh|cân đối|±", re.IGNORECASE)
_LEFT_OVER = re.compile(r"còn lại", re.IGNORECASE)
_ADDED_UP = re.compile(r"^(?:tổng|cộng)\b", re.IGNORECASE)
_MAY_BE_MORE = re.compile(r"tăng|gấp|so với|vượt|tốc độ|bằng", re.IGNORECASE)


def columns_of(
    table: ComputedTable,
) -> Iterator[tuple[Column, str, list[tuple[ComputedRow, Decimal]]]]:
    """Each column of numbers with its words, those of the unit too, and its rows' numbers."""
    unit = table.table.unit.value if table.table.unit else ""
    rows = [row for row in rows_below(table.rows) if row.row.kind == "row"]
    for column in table.table.columns:
        key = column.key.value
        numbers = [(row, row.numbers[key]) for row in rows if key in row.numbers]
        yield column, f"{unit} {column.path} {column.title}", numbers


def typed_place(row: ComputedRow, column: Column) -> Text:
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
        for column, title, numbers in columns_of(table):
            below = [(row, number) for row, number in numbers if number < 0]
            left_over = below and _LEFT_OVER.match(column.title.value)
            above = any(number > 0 for _, number in numbers)
            if not left_over and not (len(below) == 1 and above):
                continue
            if _MAY_BE_NEGATIVE.search(title) or column.key.value in _SCORES:
                continue
            row, number = below[0]
            shown = vietnamese.format_decimal(number)
            yield negative_among_others.at(
                typed_place(row, column), f"“{column.title}” bằng {shown}, các dòng khác dương",
                "Kiểm tra lại các số của dòng này.",
            )  # fmt: skip


@rule(
    "KH107", Severity.INFO, "tỷ lệ quá 100% giữa các tỷ lệ không quá 100%",
    "500 trong cột phần trăm thường là 50 thừa một số 0, hoặc mất dấu phẩy.",
)  # fmt: skip
def rate_above_the_whole(facts: Facts) -> Iterator[Finding]:
    """A rate above 100 in a column of percents where no other is, or of parts that add up so.

    Not one of growth, nor one that a formula divides.
    """
    for table in facts.tables:
        for column, title, numbers in columns_of(table):
            high = [row for row, number in numbers if number > _WHOLE]
            parts = not column.compute or _ADDED_UP.match(column.title.value)
            rates = parts and "%" in title and not _MAY_BE_MORE.search(title)
            if rates and len(high) == 1 and len(numbers) > 1:
                place = typed_place(high[0], column)
                yield rate_above_the_whole.at(
                    place, f"{place}%, các dòng khác không quá 100%",
                    "Xem có mất dấu phẩy hoặc thừa số không.",
                )  # fmt: skip


_COUNTED = re.compile(
    r"(?<![\w.,/-])(?P<number>[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{2,}) "
    r"(?P<noun>[^\W\d_]+(?: [^\W\d_]+)?)"
)
_OF_ALL = re.compile(r"(?<=\d/)(?P<number>[1-9]\d+) (?P<noun>[^\W\d_]+)")


class Counted(NamedTuple):
    """A figure of the prose with the words behind it: `1.250 nông dân`."""

    text: Text
    start: int
    written: str
    noun: str

    @property
    def place(self) -> tuple[int, int]:
        """The offset and length of it in its text."""
        return self.start, len(self.written)

    @property
    def number(self) -> Decimal:
        """The figure as a number."""
        return vietnamese.parse_decimal(self.written) or Decimal(0)


def counted(facts: Facts) -> tuple[Counted, ...]:
    """The figures of three digits and more in the prose that count something; of `08/45 xã` 45."""
    return tuple(
        Counted(printed.text, match.start("number"), match["number"], match["noun"])
        for printed, prose in facts.figures
        if printed.role not in ("cell", "total", "column")
        for match in (*_COUNTED.finditer(prose), *_OF_ALL.finditer(prose))
    )


@rule(
    "KH108", Severity.INFO, "số trong lời văn khác dòng tổng của bảng",
    "Lời văn và bảng nói cùng một tổng; khác nhau thì một trong hai sai.",
)  # fmt: skip
def prose_against_total(facts: Facts) -> Iterator[Finding]:
    """`trồng 1.520 ha`, `12.500 ha` where the column `Diện tích (ha)` adds up to 1.250."""
    totals = [
        (column, table.totals[column.key.value], {number for _, number in numbers})
        for table in facts.tables
        for column, _, numbers in columns_of(table)
        if column.key.value in table.totals and len(numbers) > 1
    ]
    for each in facts.once(counted) if totals else ():
        of = [total for total in totals if is_counted(total[0], each.noun)]
        if len(of) > 1:  # `42.600 con trâu` of two columns that count `(con)`
            last = each.noun.lower().split()[-1]
            of = [total for total in of if last in total[0].title.value.lower().split()]
        if len(of) != 1:
            continue
        column, total, numbers = of[0]
        digits = f"{each.number:f}", f"{total:f}"
        near = each.number != total and len(digits[0]) == len(digits[1])
        near = near and not names_all(column, each.noun) and one_slip_apart(*digits)
        if (near or total in slips(each.number)) and each.number not in numbers:
            shown = vietnamese.format_decimal(total)
            yield prose_against_total.at(
                each.text,
                f"{each.written} {each.noun} ở đây, “{column.title}” (dòng "
                f"{column.title.where.line}) cộng lại là {shown}",
                "Kiểm tra lại số trong lời văn và các số của bảng.", *each.place,
            )  # fmt: skip


def is_counted(column: Column, noun: str) -> bool:
    """Whether a column counts what the noun names: `nông dân` in `Số nông dân`, `ha` in `(ha)`."""
    title, words = column.title.value.lower(), noun.lower().split()
    named = len(words) > 1 and title.endswith(" ".join(words))
    return f"({words[0]})" in title or named or names_all(column, noun)


def names_all(column: Column, noun: str) -> bool:
    """Whether a column counts all that one word names: `xã` in `Số xã`, also of `xã nghèo`."""
    return column.title.value.lower() == f"số {noun.split(maxsplit=1)[0].lower()}"
