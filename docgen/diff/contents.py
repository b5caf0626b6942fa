"""What stands below the owners of an outline: by this a heading of a new title is the same one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator

from docgen.diff.outline import Outline, Owner
from docgen.diff.words import printed
from docgen.plan.table import Row, Table

Contents = frozenset[Hashable]


def contents_of(outline: Outline) -> dict[Owner, Contents]:
    """By owner all texts, titles, agencies and cells of text below it, however deep."""
    found: dict[Owner, set[Hashable]] = defaultdict(set)
    for entry in outline.entries:
        for above in _upwards(entry.owner):
            found[above].add(tuple(word.key for word in entry.words))
    for owner in outline.owners:
        for above in _upwards(owner):
            found[above].update(owner.agencies)
            if above is not owner:
                found[above].add(tuple(word.key for word in owner.words))
            for table in owner.tables.values():
                found[above] |= cells_of(table)
    return {owner: frozenset(found[owner]) for owner in outline.owners}


def sizes_of(outline: Outline) -> Counter[Owner]:
    """By owner how many texts and tables stand below it, however deep."""
    sizes = Counter(above for entry in outline.entries for above in _upwards(entry.owner))
    for owner in outline.owners:
        sizes.update({above: len(owner.tables) for above in _upwards(owner)})
    return sizes


def cells_of(table: Table) -> Contents:
    """The cells of text of a table: what its rows are known by when a column has another key."""
    return frozenset(_cells(table.rows))


def titles_of(table: Table) -> Contents:
    """The titles of a table's columns."""
    titles = (printed(column.title.value) for column in table.columns)
    return frozenset(" ".join(title.casefold().split()) for title in titles)


def share(old: Contents, new: Contents) -> float:
    """From 0 to 1: twice what is in both, over what is in either. Symmetric."""
    return 2 * len(old & new) / max(len(old) + len(new), 1)


def contained(old: Contents, new: Contents) -> float:
    """From 0 to 1: how much of the smaller one stands in the other. Symmetric."""
    return len(old & new) / max(min(len(old), len(new)), 1)


def _cells(rows: Iterable[Row]) -> Iterator[Hashable]:
    for row in rows:
        if row.across:
            yield (row.across.value,)
        for key, value in row.cells.items():
            if isinstance(value, tuple) and key != "code":
                yield tuple(text.value for text in value)
        yield from _cells(row.rows)


def _upwards(owner: Owner | None) -> Iterator[Owner]:
    while owner is not None:
        yield owner
        owner = owner.parent
