"""KH451: cells that were pasted into another row than theirs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, product

from docgen.finding import Finding, Severity
from docgen.plan.reading_order import tables
from docgen.plan.table import Row, Table
from docgen.rules.copies import again, cells, content_of, rows_of
from docgen.rules.facts import Facts, rule

_MOST_SISTERS = 20  # more rows of nearly one name are a series, told apart by a number
_FEWEST_IN_A_CELL = 8
_FEWEST_IN_A_NAME = 6
# Columns in which many rows say the same, rightly.
_ALIKE = re.compile(r"cơ quan|đơn vị|thời gian|thời hạn|sản phẩm|ghi chú|kinh phí", re.IGNORECASE)

_Named = tuple[tuple[str, ...], Row]  # the words of a row's name


@rule(
    "KH451", Severity.INFO, "hai dòng của bảng có cùng lý do, biện pháp",
    "Ô chép từ dòng khác mà chưa sửa: lý do, biện pháp của tiêu chí này thành của tiêu chí kia.",
)  # fmt: skip
def cell_twice(facts: Facts) -> Iterator[Finding]:
    """A long cell that stands in another row too, where the rows are not alike otherwise.

    `UBND cấp xã …` in the row of `cấp huyện` too, where the row of `cấp xã` is named alike.
    """
    for table in tables(facts.plan):
        yield from _of_a_sister(table)
        texts = [column for column in table.columns if column.kind in (None, "text")]
        columns = [column.key.value for column in texts]
        rows = list(rows_of(table))
        for key in (each.key.value for each in texts if not _ALIKE.search(each.title.value)):
            first: dict[str, Row] = {}
            for row in rows:
                text = " ".join(each.value for each in cells(row, key))
                content = content_of(text)
                if content.count(" ") + 1 < (
                    _FEWEST_IN_A_NAME if key == "name" else _FEWEST_IN_A_CELL
                ):
                    continue
                known = first.setdefault(content, row)
                if known is not row and not _go_together(known, row, key, columns):
                    here, there = _stranger(known, row, key, columns)
                    yield again(
                        cell_twice, cells(here, key)[0], cells(there, key)[0],
                        "trùng nguyên văn với ô cùng cột ở", "Xem ô này có chép nhầm dòng không.",
                    )  # fmt: skip


def _go_together(one: Row, other: Row, key: str, columns: Sequence[str]) -> bool:
    """Whether the rows share more than this cell: then they are treated alike on purpose."""
    alike = [
        column
        for column in columns
        if column != key
        and cells(one, column)
        and _said(one, column) == _said(other, column)
        and len(_said(one, column)) > 2
    ]
    return len(alike) >= 2


def _said(row: Row, key: str) -> str:
    return content_of(" ".join(each.value for each in cells(row, key)))


def _stranger(one: Row, other: Row, key: str, columns: Sequence[str]) -> tuple[Row, Row]:
    """The row that the cell fits less, then the other; the later one where it fits both alike."""
    words = set(_said(one, key).split())

    def fits(row: Row) -> int:
        rest = {word for column in columns if column != key for word in _said(row, column).split()}
        return len(words & rest)

    return (one, other) if fits(one) < fits(other) else (other, one)


def _of_a_sister(table: Table) -> Iterator[Finding]:
    """Cells that say what tells a row of nearly the same name apart, and not what tells theirs."""
    columns = [
        column.key.value
        for column in table.columns
        if column.kind in (None, "text")
        and column.key.value != "name"
        and not _ALIKE.search(column.title.value)
    ]
    begun: dict[tuple[int, str], list[_Named]] = defaultdict(list)
    for row in rows_of(table):
        words = tuple(_said(row, "name").split())
        if len(words) > _FEWEST_IN_A_CELL:
            begun[len(words), words[0]].append((words, row))
    for (length, _), named in begun.items():
        for at, sisters in _sisters(named, 1, length):
            few = sisters if len(sisters) <= _MOST_SISTERS else ()
            own_words = [(" ".join(words[at - 1 : at + 1]), row) for words, row in few]
            yield from _of_others(own_words, columns)


def _sisters(named: Sequence[_Named], first: int, end: int) -> Iterator[tuple[int, list[_Named]]]:
    """Names alike but for one word from `first` on, given those alike outside: which, and they."""
    half = (first + end) // 2
    for same, differ in (((first, half), (half, end)), ((half, end), (first, half))):
        alike: dict[Sequence[str], list[_Named]] = defaultdict(list)
        for each in named if differ[0] < differ[1] else ():
            alike[each[0][slice(*same)]].append(each)
        for group in alike.values():
            if len({words for words, _ in group}) > 1:
                if differ[1] - differ[0] == 1:
                    yield differ[0], group
                else:
                    yield from _sisters(group, *differ)


def _of_others(sisters: Sequence[tuple[str, Row]], columns: Sequence[str]) -> Iterator[Finding]:
    """Cells that say the words of another of the rows, each given with its own words."""
    told_apart = {own for own, _ in sisters}
    for (own, row), key in product(sisters, columns):
        said = _couples(_said(row, key))
        of_others = told_apart & said if own not in said else ()
        for others, sister in sisters if of_others else ():
            if others in of_others:
                yield cell_twice.at(
                    cells(row, key)[0],
                    f"ô này nói “{others}”, dòng này là “{own}”; dòng "
                    f"{sister.where.where.line} mới là “{others}”",
                    "Xem ô này có chép nhầm dòng không.",
                )  # fmt: skip


@lru_cache(maxsize=4096)
def _couples(said: str) -> frozenset[str]:
    """The words of a text side by side."""
    return frozenset(map(" ".join, pairwise(said.split())))
