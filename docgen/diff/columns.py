"""Which columns of two tables belong together, whatever keys the content gives them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from docgen.diff.contents import share
from docgen.diff.match import matched
from docgen.diff.words import printed, similarity, words_of
from docgen.plan.fields import Integer, Number
from docgen.plan.table import Column, Row, Table

HALF = 0.5
KNOWN = ("code", "name", "max", "score", "loss", "time")  # keys that the comparison knows
Names = Mapping[str, str]


def common_names(old: Table, new: Table) -> tuple[Names, Names]:
    """By key of each table a name that both tables know the column by.

    Columns are paired by title and by key, the more so the more of their cells are the same;
    then by a near title, by their cells, and the last ones by their place. The key itself is
    the name unless the two keys differ.
    """
    pairs = _pairs(old, new)
    taken = Counter(column.key.value for table in (old, new) for column in table.columns)
    names: tuple[dict[str, str], dict[str, str]] = ({}, {})
    for one, other in pairs:
        keys = one.key.value, other.key.value
        name = keys[0] if keys[0] == keys[1] else _name(keys, taken, one, other)
        for each, key in zip(names, keys, strict=True):
            each[key] = name
    return names


def in_both(olds: Sequence[str], news: Sequence[str]) -> list[str]:
    """The columns of both tables, in an order that does not depend on which one is old."""
    common = [key for key in news if key in olds]
    return sorted(common, key=lambda key: (olds.index(key) + news.index(key), key))


def _name(keys: tuple[str, str], taken: Counter[str], one: Column, other: Column) -> str:
    for key in sorted(keys, key=lambda key: (key not in KNOWN, key)):
        if taken[key] == 1:
            return key
    titles = sorted((one.title.value, other.title.value))
    return "/".join((*sorted(keys), *titles))


def _pairs(old: Table, new: Table) -> list[tuple[Column, Column]]:
    olds, news = list(old.columns), list(new.columns)
    cells = {
        id(column): frozenset(_cells(table.rows, column.key.value))
        for table in (old, new)
        for column in table.columns
    }

    def nearness(one: Column, other: Column) -> float:
        same_key = one.key.value == other.key.value
        held = share(cells[id(one)], cells[id(other)])
        if _title(one) == _title(other) and one.title.value:
            return 3.0 + same_key + 2 * held
        if same_key:
            return 2.0 + 2 * held
        if (one.kind or "text") != (other.kind or "text"):
            return 0
        near = similarity(*(words_of([column.title.value], str) for column in (one, other)))
        return max((each for each in (near, held) if each >= HALF), default=0)

    pairs = [(olds[i], news[j]) for i, j in matched(olds, news, lambda _: None, nearness)]
    known = {id(column) for pair in pairs for column in pair}
    left = [[each for each in table.columns if id(each) not in known] for table in (old, new)]
    if [len(each) for each in left] == [1, 1]:
        one, other = left[0][0], left[1][0]
        numbers = one.kind == other.kind and one.kind in ("decimal", "integer")
        if numbers and olds.index(one) == news.index(other):
            pairs.append((one, other))
    return pairs


def _title(column: Column) -> tuple[str, str]:
    return " ".join(column.path.casefold().split()), " ".join(
        printed(column.title.value).casefold().split()
    )


def _cells(rows: Iterable[Row], key: str) -> Iterator[tuple[str, ...]]:
    for row in rows:
        value = row.cells.get(key)
        if isinstance(value, Number | Integer):
            yield (value.text.value,)
        elif value:
            yield tuple(text.value for text in value)
        yield from _cells(row.rows, key)
