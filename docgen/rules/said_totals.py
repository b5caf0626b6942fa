"""KH119: the money of a sentence against the column of a table that it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from docgen import vietnamese
from docgen.finding import Finding, Severity
from docgen.plan.compute import ComputedTable
from docgen.plan.reading_order import Printed
from docgen.plan.source import Text
from docgen.plan.table import Column
from docgen.rules.facts import Facts, rule
from docgen.rules.prose.shapes import MONEY, NUMBER, slips
from docgen.rules.table_formulas import unit_of

_WHOLE = re.compile(r"^(?:tổng|cộng|thành tiền|số tiền|kinh phí|dự toán)", re.IGNORECASE)
_FUNDS = r"(?:tổng (?:số )?)?(?:kinh phí|dự toán|nhu cầu vốn|số tiền)"
_AMOUNT = rf"(?P<number>{NUMBER})(?: (?P<unit>nghìn tỷ|tỷ|triệu|nghìn))? đồng(?!/)"
_IN_PROSE = ("preamble", "paragraph", "point", "task", "closing")
_NEAR = Decimal("0.4")


class Said(NamedTuple):
    """An amount that a sentence gives for a column, and the sum of the column, both in đồng."""

    printed: Printed
    match: re.Match[str]
    amount: Decimal
    table: ComputedTable
    column: Column
    unit: Text
    power: int

    @property
    def total(self) -> Decimal:
        """The sum of the column in đồng."""
        return self.table.totals[self.column.key.value] * Decimal(10) ** self.power

    @property
    def is_of_another_size(self) -> bool:
        """Whether the two have the same digits."""
        return self.amount != self.total and _digits(self.amount) == _digits(self.total)


def _digits(number: Decimal) -> str:
    return f"{number:f}".replace(".", "").strip("0")


def said_totals(facts: Facts) -> tuple[Said, ...]:
    """Where sentences give the sums of columns of money.

    Of a column whose sum one gives, only those that two digits exchanged make another.
    """
    found = [each for column in _money(facts) for each in _said(facts, *column)]
    right = {id(each.column) for each in found if each.amount == each.total}
    return tuple(
        each for each in found if id(each.column) not in right or each.total in slips(each.amount)
    )


def _money(facts: Facts) -> list[tuple[ComputedTable, Column, Text, int]]:
    """The columns of money that are added up, with their units."""
    return [
        (table, column, *unit)
        for table in facts.tables
        for column in table.table.columns
        if table.totals.get(column.key.value) and (unit := unit_of(table, column))
    ]


def _said(
    facts: Facts, table: ComputedTable, column: Column, unit: Text, power: int
) -> Iterator[Said]:
    title = re.sub(r"\(.*?\)", "", column.title.value).strip().lower()
    whole = bool(_WHOLE.match(title))
    wholes = [each for _, each, *_ in _money(facts) if _WHOLE.match(each.title.value)]
    if not title or (whole and len(wholes) > 1):
        return
    name = _FUNDS if whole else re.escape(title)
    pattern = re.compile(rf"\b{name}\b[^.;\d]{{0,40}}?{_AMOUNT}", re.IGNORECASE)
    for printed, match in facts.matches(pattern, " đồng"):
        if printed.role in _IN_PROSE:
            number = vietnamese.parse_decimal(match["number"]) or Decimal(0)
            amount = number * MONEY[match["unit"] or ""]
            yield Said(printed, match, amount, table, column, unit, power)


@rule(
    "KH119", Severity.INFO, "số tiền trong lời văn khác tổng của bảng",
    "Lời văn và bảng nói cùng một khoản tiền; khác số hoặc khác đơn vị thì một nơi sai.",
)  # fmt: skip
def money_against_total(facts: Facts) -> Iterator[Finding]:
    """`kinh phí 4.850 triệu đồng` over a table that adds up to 4.850 `nghìn đồng`."""
    for each in facts.once(said_totals):
        total = vietnamese.format_decimal(each.table.totals[each.column.key.value])
        near = abs(each.amount - each.total) <= each.total * _NEAR
        named = not each.match.start() and each.match[0].lower().startswith("tổng")
        if near or named or each.is_of_another_size:
            yield money_against_total.on(
                each.printed, each.match,
                f"{each.match[0]}, cột “{each.column.title}” cộng lại {total} ({each.unit})",
                "Kiểm tra lại số, đơn vị ở hai nơi.", "number",
            )  # fmt: skip
        if each.is_of_another_size:
            line = each.printed.text.locate(each.match.start("number")).line
            yield money_against_total.at(
                each.unit, f"cột “{each.column.title}” cộng lại {total}, dòng {line} ghi "
                f"{each.match['number']} {each.match['unit'] or ''} đồng".replace("  ", " "),
                "Xem đơn vị tính nào đúng.",
            )  # fmt: skip
