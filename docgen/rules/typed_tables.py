"""Part of KH109: what holds between the typed numbers of a table everywhere but in one place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import permutations
from typing import NamedTuple

from docgen import vietnamese
from docgen.plan.compute import ComputedRow, ComputedTable
from docgen.plan.fields import Integer, Number
from docgen.plan.source import Text
from docgen.plan.table import Column
from docgen.rules.facts import Facts, rows_below
from docgen.rules.prose.shapes import NUMBER, read_number, slips
from docgen.rules.table_figures import columns_of

_ADDED_UP = re.compile(r"(?:tổng(?: cộng| số)?|cộng)\b(?! hợp)", re.IGNORECASE)
_RATE = re.compile(r"%|tỷ lệ|tỉ lệ|đơn giá|bình quân|mức", re.IGNORECASE)
_FEWEST = 3  # places that agree by no chance
_FAR = 3  # times as much as anywhere else
_NARROW, _NARROWEST = 2, Decimal("1.1")  # times that the largest share is of the smallest


class _Line(NamedTuple):
    """The numbers of a column by row, or of a row by column, as typed, and what it is called."""

    name: str
    cells: Mapping[int, Text]
    numbers: Mapping[int, Decimal]


def odd_cells(facts: Facts) -> Iterator[tuple[Text, str]]:
    """Cells that break what their table keeps everywhere else, with what would keep it."""
    for table in facts.tables:
        columns, rows = _lines(table)
        only_up = all(number >= 0 for each in columns for number in each.numbers.values())
        yield from _shares(columns)
        yield from _told(table, columns)
        for at in range(len(columns)):
            yield from _sums(columns, at, _FEWEST, only_up=only_up)
        for at, row in enumerate(rows):
            if _ADDED_UP.match(row.name):
                yield from _sums(rows, at, _FEWEST - 1, only_up=only_up)


def _lines(table: ComputedTable) -> tuple[list[_Line], list[_Line]]:
    """The typed columns of a table, and its rows without what no sum is of: rates, prices."""
    typed = [each for each in columns_of(table) if not each[0].compute]
    added = {at for at, (_, title, _) in enumerate(typed) if not _RATE.search(title)}
    columns = [
        _Line(
            column.title.value,
            {id(row): cell for row, _ in rows if (cell := _typed(row, column))},
            {id(row): number for row, number in rows},
        )
        for column, _, rows in typed
    ]
    every = {id(row): row for *_, rows in typed for row, _ in rows}
    names = {one: _name(row) for one, row in every.items()}
    rows = [
        _Line(
            names[one],
            {at: columns[at].cells[one] for at in added if one in columns[at].cells},
            {at: columns[at].numbers[one] for at in added if one in columns[at].numbers},
        )
        for one in (every if any(names.values()) else ())
    ]
    return columns, rows


def _typed(row: ComputedRow, column: Column) -> Text | None:
    cell = row.row.cells.get(column.key.value)
    return cell.text if isinstance(cell, Number | Integer) else None


def _name(row: ComputedRow) -> str:
    """The words of a row that say it is a sum, or nothing."""
    words = (each for cell in row.row.cells.values() if isinstance(cell, tuple) for each in cell)
    return next((each.value for each in words if _ADDED_UP.match(each.value)), "")


def _sums(
    lines: Sequence[_Line], at: int, fewest: int, *, only_up: bool
) -> Iterator[tuple[Text, str]]:
    """Where a line adds up those before it, or behind it, in all places but one.

    `only_up`: no number is below zero, so that a sum that is exceeded twice is no sum.
    """
    whole = lines[at]
    totals = {place: total for place, total in whole.numbers.items() if total}
    if len(totals) <= fewest:
        return
    for beside in (range(at - 1, -1, -1), range(at + 1, len(lines))):
        missing = {**totals}
        for count, part in enumerate(beside, 1):
            for place, number in lines[part].numbers.items():
                if place in missing:
                    missing[place] -= number
            wrong = [place for place, lack in missing.items() if lack]
            if count > 1 and len(wrong) == 1:
                parts = [lines[each] for each in beside[:count]]
                yield from _odd(whole, parts, wrong[0], missing[wrong[0]])
            if only_up and sum(lack < 0 for lack in missing.values()) > 1:
                break


def _odd(
    whole: _Line, parts: Sequence[_Line], place: int, lack: Decimal
) -> Iterator[tuple[Text, str]]:
    """The cells of a wrong sum that a slip would explain, else the sum."""
    odd = [(whole, whole.numbers[place] - lack)]
    odd += [(each, each.numbers[place] + lack) for each in parts if place in each.numbers]
    likely = [each for each in odd if each[1] in slips(each[0].numbers[place])]
    for line, meant in likely or odd[:1]:
        if place in line.cells:
            shown = vietnamese.format_decimal(meant)
            yield (
                line.cells[place],
                f"nếu ở đây là {shown} thì “{whole.name}” là tổng như mọi chỗ khác của bảng",
            )


_FIGURE = re.compile(rf"(?P<number>{NUMBER}) [^\W\d_]")


def _told(table: ComputedTable, columns: Sequence[_Line]) -> Iterator[tuple[Text, str]]:
    """`count: 81` beside `note: 18 đội`, where the notes of other rows repeat their counts."""
    rows = [row for row in rows_below(table.rows) if row.row.kind == "row"]
    for column in table.table.columns:
        said = {id(row): row.row.cells.get(column.key.value) for row in rows}
        figures = {
            one: (cell[0], read_number(match["number"]) or Decimal(0))
            for one, cell in said.items()
            if isinstance(cell, tuple) and cell and (match := _FIGURE.match(cell[0].value))
        }
        for line in columns:
            odd = [one for one in figures if line.numbers.get(one) != figures[one][1]]
            if len(odd) != 1 or len(figures) < _FEWEST or odd[0] not in line.cells:
                continue
            text, meant = figures[odd[0]]
            if meant in slips(line.numbers[odd[0]]):
                yield line.cells[odd[0]], f"“{column.title}” của dòng này ghi “{text}”"


def _shares(columns: Sequence[_Line]) -> Iterator[tuple[Text, str]]:
    """Where a number is another share of its neighbour than in any other row.

    `fmd: 3.830` where 85 % of each herd is vaccinated; 100 days after a cut, of 15 before it.
    """
    for one, two in permutations(columns, 2):
        shares = {
            place: number / two.numbers[place]
            for place, number in one.numbers.items()
            if number > 0 and two.numbers.get(place, 0) > 0
        }
        ordered = sorted(shares, key=lambda place: shares[place])
        if len(ordered) <= _FEWEST:
            continue
        for place, others in ((ordered[0], ordered[1:]), (ordered[-1], ordered[:-1])):
            share, least, most = (shares[each] for each in (place, others[0], others[-1]))
            alike = most <= least * (_NARROW if len(others) > _FEWEST else _NARROWEST)
            far = alike and not least / _FAR <= share <= most * _FAR
            least, most = _percent(least), _percent(most)
            same = least == most not in (0, 100) and _percent(share) != least
            meant = [
                each
                for each in (slips(one.numbers[place]) if same or far else ())
                if least <= _percent(each / two.numbers[place]) <= most
            ]
            if meant and place in one.cells:
                shown = vietnamese.format_decimal(min(meant))
                message = f"so với “{two.name}” ở mọi dòng khác thì ở đây {shown} mới vừa"
                yield one.cells[place], message


def _percent(share: Decimal) -> Decimal:
    return vietnamese.round_half_up(share * 100, 1)
