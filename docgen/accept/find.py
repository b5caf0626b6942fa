"""Everything that a Word file says otherwise than docgen prints, as changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from docgen.accept.align import Pair, pairs
from docgen.accept.blocks import Blocks
from docgen.accept.change import Change
from docgen.accept.printed import Printed
from docgen.accept.rows import Rows
from docgen.accept.units import Line, TableRow, Unit
from docgen.accept.words import line_changes


def changes(base: Printed, word: Sequence[Unit]) -> list[Change]:
    """The changes that make the paper of the content the paper of the Word file."""
    return list(_Finder(base, pairs(base.units, word)).changes())


class _Finder:
    def __init__(self, base: Printed, sides: list[Pair]) -> None:
        self.base = base
        self.sides = sides

    @cached_property
    def rows(self) -> Rows:
        """The rows of all tables."""
        return Rows(self.base, self.sides)

    def changes(self) -> Iterator[Change]:
        """In reading order; what came and went after what was reworded."""
        for old, new in self.sides:
            if isinstance(old, Line) and isinstance(new, Line):
                yield from line_changes(self.base, old, new)
            elif isinstance(old, TableRow) and isinstance(new, TableRow):
                yield from self.rows.changed(old, new)
            elif isinstance(old, TableRow):
                yield self.rows.gone(old)
        yield from self.rows.came()
        yield from Blocks(self.base, self.sides).changes()
