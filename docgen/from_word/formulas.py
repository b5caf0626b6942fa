"""What a table need not say: numbers that follow from others, and rows that count themselves.

Each formula is tried on the table and kept only where the same cells are printed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, permutations
from operator import add, mul, sub, truediv
from typing import Any

from docgen.plan.fields import Integer, Number
from docgen.plan.table import Column, Row, Table, Total, Value
from docgen.vietnamese import parse_decimal

TOTAL = re.compile(r"\W*(?:tổng|cộng)\b", re.IGNORECASE)
_NAME = re.compile(r"[a-z]\w*")
_SIGN = re.compile(r" ([-+*/]) ")
_SIGNS = {"x": "*", "×": "*", ":": "/"}
_DONE: Mapping[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": add, "-": sub, "*": mul, "/": truediv,
}  # fmt: skip
_PER_CENT = " * 100"
_ROUNDED = re.compile(r"(?P<exact>\S+) \((?P<rounded>\S+)\)")
KNOWN = (
    ("loss", "compute", "score - max"),
    ("score", "group", "max + sum('loss')"),
)
SUMMED = ("max", "score", "loss")  # where scores are still to come, so is their sum
FEWEST_ROWS = 2
MOST_COLUMNS = 8
Holds = Callable[[Table], bool]
Cells = tuple[Mapping[str, Value], Mapping[str, tuple[str, ...]]]


def with_formulas(table: Table, holds: Holds) -> Table:
    """The table with all that it need not say; `holds` prints a table and compares."""
    numeric = [column.key.value for column in table.columns if column.kind == "decimal"]
    for key, which, formula in KNOWN:
        if key in numeric:
            table = _tried(table, key, which, formula, holds)
    for key in set(SUMMED) & set(numeric) if table.total else ():
        summed = tuple(
            _with(each, "total", f"sum('{key}')") if each.key.value == key else each
            for each in table.columns
        )
        if holds(tried := replace(table, columns=summed)):
            table = tried
    if any(row.kind == "group" for row in _all(table.rows)):
        for key in numeric:
            table = _tried(table, key, "group", f"sum('{key}')", holds)
    named = [each.key.value for each in table.columns if TOTAL.match(each.title.value)]
    stated = list(_stated(table.columns, numeric))
    for key, formula in (*stated, *_candidates(numeric[:MOST_COLUMNS], named)):
        if _plausible(table, key, formula):
            table = _tried(table, key, "compute", formula, holds)
    return _counting(table, holds)


def _stated(columns: Sequence[Column], numeric: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The formulas that the marks of columns say: `(5)=(6)+(7)`, `C = A x B`, `4 = 3/2` in %."""
    marked = [(each.key.value, each.mark.value) for each in columns if each.mark]
    keys = {_bare(mark.partition("=")[0]): key for key, mark in marked}
    for key, mark in marked:
        parts = re.split(r"\s*([-+*x×/:])\s*", mark.partition("=")[2].strip())
        names = [keys.get(_bare(each), "") for each in parts[::2]]
        signs = [_SIGNS.get(each, each) for each in parts[1::2]]
        if signs and {key, *names} <= set(numeric) and (set(signs) <= {*"+-"} or len(signs) == 1):
            pairs = zip(signs, names[1:], strict=True)
            formula = names[0] + "".join(f" {sign} {name}" for sign, name in pairs)
            yield key, formula
            if signs == ["/"]:
                yield key, f"{formula}{_PER_CENT}"


def _bare(mark: str) -> str:
    return mark.strip(" ()")


def _candidates(numeric: Sequence[str], named: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What a column may follow from: sums first, of those that are `named` a total before others.

    Then what stands to its left, then the rest.
    """
    places = {key: at for at, key in enumerate(numeric)}

    def late(key: str, others: Sequence[str]) -> bool:
        return all(places[other] < places[key] for other in others)

    found: list[tuple[int, str, str]] = []
    for key in reversed(numeric):
        others = [each for each in numeric if each != key]
        for count in range(len(others), 1, -1):
            for each in combinations(others, count):
                first = places[key] == 0 or late(key, each)
                whole = key in named or (first and count > 2)
                found.append((0 if whole else 1 if late(key, each) else 3, key, " + ".join(each)))
        for one, other in permutations(others, 2):
            if late(key, (one, other)):
                found.append((2, key, f"{one} - {other}"))
        for one, other in combinations(others, 2):
            if late(key, (one, other)):
                found.append((2, key, f"{one} * {other}"))
    return ((key, formula) for _, key, formula in sorted(found, key=lambda each: each[0]))


def _tried(table: Table, key: str, which: str, formula: str, holds: Holds) -> Table:
    """The table with a formula in place of the numbers that it gives, or as it was.

    Where only its last digits are others, it is rounded to those that the column shows.
    """
    kinds = ("group",) if which == "group" else ("row", "group")
    rows, dropped = _without(table.rows, key, kinds)
    if not dropped:
        return table
    for rounded in (False, True):
        digits = str(_digits(table.rows, key)) if rounded else ""
        formed = tuple(
            _with(column, which, formula, digits) if column.key.value == key else column
            for column in table.columns
        )
        tried = replace(table, columns=formed, rows=rows)
        if holds(tried):
            return tried
    return table


def _with(column: Column, which: str, formula: str, digits: str = "") -> Column:
    changed: dict[str, Any] = {which: replace(column.key, value=formula)}
    if digits:
        changed["decimals"] = Integer(int(digits), replace(column.key, value=digits))
    return replace(column, **changed)


def _digits(rows: Sequence[Row], key: str) -> int:
    """The most decimals that a column shows."""
    values = (row.cells.get(key) for row in _all(rows))
    return max((_decimals(each.value) for each in values if isinstance(each, Number)), default=0)


def _decimals(value: Decimal) -> int:
    return max(0, -int(value.as_tuple().exponent))


def _without(rows: Sequence[Row], key: str, kinds: Sequence[str]) -> tuple[tuple[Row, ...], int]:
    """The rows without what a column says in rows of these kinds, and how many said something."""
    kept: list[Row] = []
    count = 0
    for row in rows:
        below, more = _without(row.rows, key, kinds)
        said = row.kind in kinds and isinstance(row.cells.get(key), Number | Integer)
        cells = {name: each for name, each in row.cells.items() if not (said and name == key)}
        kept.append(replace(row, rows=below, cells=cells))
        count += said + more
    return tuple(kept), count


def _all(rows: Sequence[Row]) -> Iterator[Row]:
    for row in rows:
        yield row
        yield from _all(row.rows)


def _plausible(table: Table, key: str, formula: str) -> bool:
    """Whether a formula gives, to the last digit but one, what two rows or more show."""
    column = next(each for each in table.columns if each.key.value == key)
    if column.compute:
        return False
    names, signs = _NAME.findall(formula), _SIGN.findall(formula.removesuffix(_PER_CENT))
    scale = 100 if formula.endswith(_PER_CENT) else 1
    proved: set[Decimal] = set()
    for row in _all(table.rows):
        said = row.cells.get(key)
        parts = [row.cells.get(name) for name in names]
        if row.kind != "row" or not isinstance(said, Number):
            continue
        values = [each.value for each in parts if isinstance(each, Number)]
        if len(values) < len(names) or abs(_result(signs, values) * scale - said.value) > 1:
            return False
        if any(values):
            proved.add(said.value)
    return len(proved) >= FEWEST_ROWS


def _result(signs: Sequence[str], values: Sequence[Decimal]) -> Decimal:
    """The values by their signs, from left to right; 0 where one is divided by nothing."""
    result = values[0]
    for sign, value in zip(signs, values[1:], strict=True):
        if sign == "/" and not value:
            return Decimal(0)
        result = _DONE[sign](result, value)
    return result


def with_total(table: Table, cells: Cells) -> Table | None:
    """The table with a line of totals whose numbers are sums; None where it is none."""
    values, spans = cells
    numeric = {column.key.value for column in table.columns if column.kind == "decimal"}
    labels = [
        (key, value[0])
        for key, value in values.items()
        if isinstance(value, tuple) and len(value) == 1 and TOTAL.match(value[0].value)
    ]
    if len(labels) != 1 or not set(values) - {labels[0][0]} <= numeric or len(values) < FEWEST_ROWS:
        return None
    key, label = labels[0]
    span = spans.get(key, (key,))
    columns = tuple(
        _summed(column, values[column.key.value], table.rows)
        if column.key.value in values and column.key.value != key
        else column
        for column in table.columns
    )
    named = span[0] if len(span) == 1 else f"{span[0]} - {span[-1]}"
    return replace(
        table, columns=columns, total=Total(label=label, column=replace(label, value=named))
    )


def _summed(column: Column, value: Value, rows: Sequence[Row]) -> Column:
    """A column with the sum that its line of totals shows, rounded as it shows it."""
    said = value.text.value if not isinstance(value, tuple) else value[0].value
    key = column.key.value
    match = _ROUNDED.fullmatch(said)
    exact = parse_decimal(match["exact"] if match else said)
    digits = "" if exact is None or _decimals(exact) == _digits(rows, key) else _decimals(exact)
    column = _with(column, "total", f"sum('{key}')", str(digits))
    if match and (short := parse_decimal(match["rounded"])) is not None:
        rounded = str(_decimals(short))
        column = replace(
            column, total_decimals=Integer(int(rounded), replace(column.key, value=rounded))
        )
    return column


def _counting(table: Table, holds: Holds) -> Table:
    """The first column as numbers that docgen sets, where it would set the same."""
    first = table.columns[0]
    if first.key.value != "code" or not table.rows:
        return table
    rows = _unnumbered(table.rows, "code")
    columns = (replace(first, kind="order"), *table.columns[1:])
    tried = replace(table, columns=columns, rows=rows)
    return tried if holds(tried) else table


def _unnumbered(rows: Sequence[Row], key: str) -> tuple[Row, ...]:
    return tuple(
        replace(
            row,
            cells={name: each for name, each in row.cells.items() if name != key},
            rows=_unnumbered(row.rows, key),
        )
        for row in rows
    )
