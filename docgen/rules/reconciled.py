"""KH109, KH118: a cell of another size, or with two digits exchanged."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from operator import itemgetter
from typing import NamedTuple

from docgen import vietnamese
from docgen.finding import Finding, Severity
from docgen.plan.compute import ComputedRow, ComputedTable
from docgen.plan.fields import Integer, Number
from docgen.plan.source import Text
from docgen.plan.table import Column
from docgen.rules.facts import Facts, rule
from docgen.rules.prose.shapes import slips
from docgen.rules.said_totals import said_totals
from docgen.rules.table_figures import columns_of, counted, is_counted, names_all, typed_place
from docgen.rules.table_formulas import significant, unit_of
from docgen.rules.typed_tables import odd_cells

# So rare must it be that a slip taken at random gives the figure that is looked for.
_RARE = 20
_VARIANTS = 10


class _Sum(NamedTuple):
    """A column that is added up: its rows' numbers and their sum."""

    table: ComputedTable
    column: Column
    numbers: Sequence[tuple[ComputedRow, Decimal]]
    total: Decimal


def _sums(facts: Facts) -> tuple[_Sum, ...]:
    found = []
    for table in facts.tables:
        for column, _, numbers in columns_of(table):
            total = table.totals.get(column.key.value)
            if total and len(numbers) > 1 and total == sum(number for _, number in numbers):
                found.append(_Sum(table, column, numbers, total))
    return tuple(found)


@rule(
    "KH109", Severity.INFO, "sửa một ô là tổng của bảng khớp với chỗ khác",
    "Tổng của bảng khác số ghi ở chỗ khác, mà chỉ cần một ô bớt một số 0 hay đổi chỗ hai chữ số "
    "là khớp: ô ấy gõ nhầm.",
)  # fmt: skip
def one_cell_explains(facts: Facts) -> Iterator[Finding]:
    """`people: 6000` where 600 would give the 1.250 of the text; a row of another share."""
    hint = "Xem ô này có thừa, thiếu số 0 hoặc đổi chỗ hai chữ số không."
    for place, message in odd_cells(facts):
        yield one_cell_explains.at(place, message, hint)
    for each in facts.once(_sums):
        targets = list(_targets(facts, each))
        if not targets or any(target == each.total for target, *_ in targets):
            continue
        for target, place, named in targets:
            if not named and 10 ** significant(target) < _RARE * _VARIANTS * len(each.numbers):
                continue
            for row, number in each.numbers:
                meant = target - each.total + number
                if meant in slips(number):
                    shown, total = map(vietnamese.format_decimal, (meant, target))
                    yield one_cell_explains.at(
                        typed_place(row, each.column),
                        f"nếu ở đây là {shown} thì cột “{each.column.title}” cộng lại đúng {total} "
                        f"như ở dòng {place.where.line} của {place.where.file}",
                        hint,
                    )  # fmt: skip


def _targets(facts: Facts, each: _Sum) -> Iterator[tuple[Decimal, Text, bool]]:
    """What a sum should be by other places: figures of the text, sums of money in one unit.

    With the place, and whether it names this very column.
    """
    figures = [one for one in facts.once(counted) if is_counted(each.column, one.noun)]
    times = Counter(figure.number for figure in figures)
    for number, place in _most_of(facts, each.column):
        if number <= each.total:
            yield number, place, True
    for figure in figures:
        sure = times[figure.number] > 1 or names_all(each.column, figure.noun)
        yield figure.number, figure.text, sure
    for said in facts.once(said_totals):
        sums = each.column.compute and "*" not in each.column.compute.value
        if said.column is each.column and not (said.is_of_another_size or sums):
            yield said.amount / Decimal(10) ** said.power, said.printed.text, True
        if said.table is each.table and _is_part(each.column, said.column):
            missing = (said.amount - said.total) / Decimal(10) ** said.power
            yield each.total + missing, said.printed.text, True
    unit = unit_of(each.table, each.column)
    for other in facts.once(_sums) if unit else ():
        known = unit_of(other.table, other.column)
        if other.table is not each.table and unit and known and known[1] == unit[1]:
            yield other.total, other.column.title, False


_FEW = re.compile(r"(?<![\w.,/-])(?P<number>[1-9]\d) (?P<noun>[^\W\d_]+)")


def _most_of(facts: Facts, column: Column) -> list[tuple[Decimal, Text]]:
    """The largest figure of two digits of what a column counts, where the prose has some."""
    found = [
        (Decimal(match["number"]), printed.text)
        for printed, match in facts.matches(_FEW, "00 ")
        if printed.role not in ("cell", "total", "column") and names_all(column, match["noun"])
    ]
    return sorted(found, key=itemgetter(0))[-1:]


def _is_part(column: Column, whole: Column) -> bool:
    """Whether a formula of sums adds a column up to another one."""
    formula = whole.compute.value if whole.compute else ""
    return "*" not in formula and column.key.value in re.findall(r"\w+", formula)


_BARE = re.compile(r"[1-9]\d{3,}(?:,\d+)?")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")


@rule(
    "KH118", Severity.INFO, "số của bảng không tách hàng nghìn như các ô khác",
    "Ô gõ 1800 giữa các ô gõ 1.250 thường là thừa một số 0, hoặc quên dấu chấm.",
)  # fmt: skip
def cell_not_grouped(facts: Facts) -> Iterator[Finding]:
    """`1800` in a column that has `1.250,5`."""
    for table in facts.tables:
        for column, _, numbers in columns_of(table):
            cells = [row.row.cells.get(column.key.value) for row, _ in numbers]
            typed = [cell.text for cell in cells if isinstance(cell, Number | Integer)]
            bare = [
                text
                for text in typed
                if _BARE.fullmatch(text.value) and not _YEAR.fullmatch(text.value)
            ]
            if bare and any(_GROUPED.fullmatch(text.value) for text in typed):
                for text in bare:
                    hint = "Xem có thừa một chữ số không; đúng thì gõ dấu chấm hàng nghìn."
                    yield cell_not_grouped.at(text, f"số {text} không tách hàng nghìn", hint)
