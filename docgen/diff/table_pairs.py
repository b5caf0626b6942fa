"""Which tables of two outlines belong together: by their rows and columns, wherever they stand."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from docgen.diff.contents import cells_of, contained, share, titles_of
from docgen.diff.match import matched
from docgen.diff.outline import Outline, Owner
from docgen.diff.pairing import HALF, HOME, Pairing
from docgen.plan.table import Row, Table, Value

SOME = 0.2  # of the cells must be the same where the columns are others


@dataclass(frozen=True, eq=False)
class Held:
    """A table, what it stands under, its position among all that the plan holds."""

    owner: Owner
    table: Table
    order: int


@dataclass(frozen=True)
class TablePairs:
    """The pairs of tables, and those that only one plan has."""

    pairs: list[tuple[Held, Held]]
    gone: list[Held]
    come: list[Held]


def paired_tables(pairing: Pairing) -> TablePairs:
    """Tables that share most cells, or that stand in one place and share columns or some cells.

    What is left of a table at home is the table, though more of it went elsewhere.
    """
    olds, news = _held(pairing.old), _held(pairing.new)
    cells = {each: cells_of(each.table) for each in (*olds, *news)}
    titles = {each: titles_of(each.table) for each in (*olds, *news)}

    def nearness(one: Held, other: Held) -> float:
        rows, columns = share(cells[one], cells[other]), share(titles[one], titles[other])
        home = pairing.at_home(one.owner, other.owner)
        known = rows >= HALF or (home and (columns >= HALF or rows >= SOME))
        stayed = home and contained(cells[one], cells[other]) >= HALF
        return stayed + rows + columns / 2 + HOME * home if known else 0

    pairs = [(olds[i], news[j]) for i, j in matched(olds, news, lambda _: None, nearness)]
    known = {each for pair in pairs for each in pair}
    return TablePairs(
        pairs,
        [each for each in olds if each not in known],
        [each for each in news if each not in known],
    )


def _held(outline: Outline) -> list[Held]:
    return [
        Held(owner, table, order)
        for owner in outline.owners
        for order, table in owner.tables.items()
    ]


def with_rows_uncounted(one: Table, other: Table) -> tuple[Table, Table]:
    """Two tables without the numbers of their rows where either side has them counted."""
    counted = {title for table in (one, other) for title in _counted(table)}
    return _uncounted(one, counted), _uncounted(other, counted)


def _counted(table: Table) -> Iterator[str]:
    """The titles of the columns in which docgen counts the rows."""
    return (column.title.value for column in table.columns if column.kind == "order")


def _uncounted(table: Table, titles: Collection[str]) -> Table:
    """The table without the numbers of its rows, where the other side has them counted.

    Words that stand there instead of a number stay.
    """
    keys = {each.key.value for each in table.columns if each.title.value in titles}

    def bare(row: Row) -> Row:
        cells = {
            key: value
            for key, value in row.cells.items()
            if key not in keys or not _is_count(value)
        }
        return replace(row, cells=cells, rows=tuple(map(bare, row.rows)))

    return replace(table, rows=tuple(map(bare, table.rows))) if keys else table


def _is_count(value: Value) -> bool:
    texts = value if isinstance(value, tuple) else (value.text,)
    return all(text.value.strip(" .").isdigit() for text in texts)
