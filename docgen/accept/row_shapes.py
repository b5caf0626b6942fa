"""How a row of a table is laid out: where its cells begin, which are merged, how it looks."""

from __future__ import annotations

from docgen.accept.units import TableRow


def starts(row: TableRow) -> list[int]:
    """Where in the grid each cell begins."""
    return [sum(span for span, _ in row.merges[:number]) for number in range(len(row.merges))]


def at_merges(row: TableRow, *merges: str) -> set[int]:
    """Where in the grid the cells begin that are merged in these ways."""
    sides = zip(starts(row), row.merges, strict=True)
    return {start for start, (_, merge) in sides if merge in merges}


def filled(row: TableRow) -> list[int]:
    """Where in the grid the cells begin that say something."""
    return [start for start, cell in zip(starts(row), row.cells, strict=True) if cell]


def looks_of_row(row: TableRow) -> list[str]:
    """The looks of the letters of a row, the one of most letters first."""
    looks = [look for cell in row.cells for line in cell for look in line.looks]
    return sorted(set(looks), key=looks.count)[-1:]


def width(row: TableRow) -> int:
    """How many columns of the grid a row covers."""
    return sum(span for span, _ in row.merges)


def is_same(old: TableRow, new: TableRow) -> bool:
    """Whether two rows say the same, and look so."""
    sides = zip(old.cells, new.cells, strict=True)
    return all(tuple(x.said for x in one) == tuple(x.said for x in other) for one, other in sides)
