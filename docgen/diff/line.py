"""One printed row of a table, and the cells that are merged over several rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from docgen.diff.changes import Place
from docgen.diff.words import Span, Words, shown
from docgen.plan.table import Row, Value


@dataclass(frozen=True, eq=False)
class Block:
    """Cells that the content says once and the paper merges over several rows."""

    cells: Mapping[str, Value]
    spans: Mapping[str, tuple[str, ...]]
    row: Row
    lines: list[Line] = field(default_factory=list)

    def value(self, key: str) -> Value:
        """What the merged cell of a column holds."""
        return self.cells.get(key, ())


@dataclass(frozen=True, eq=False)
class Line:
    """One printed row. `parent` is its group, `blocks` the merged cells over it, outer first.

    `numbers` are all its numbers by column key, typed and computed; `order` is its position
    in the table.
    """

    row: Row
    code: str
    name: Words
    order: int
    parent: Line | None
    blocks: tuple[Block, ...]
    numbers: Mapping[str, Decimal]
    cells: Mapping[str, Value]
    spans: Mapping[str, tuple[str, ...]]
    place: Place

    @property
    def depth(self) -> int:
        """0 for a row that stands directly in the table."""
        return 0 if self.parent is None else 1 + self.parent.depth

    @property
    def top(self) -> Line:
        """The outermost group, a field (lĩnh vực) of the index; itself where it is one."""
        return self if self.parent is None else self.parent.top

    def source(self, key: str) -> Block | None:
        """The merged cells that give the row's cell in a column, or none: it has its own."""
        holders = [block for block in self.blocks if key in block.cells]
        return holders[-1] if holders else None

    def reach(self, key: str) -> tuple[str, ...]:
        """The columns that the cell covers; none where it keeps to its own."""
        return (self.source(key) or self).spans.get(key, ())

    def value(self, key: str) -> Value:
        """What the cell holds, merged or its own."""
        return (self.source(key) or self).cells.get(key, ())

    def is_covered(self, key: str) -> bool:
        """Whether the cell of another column reaches over this one."""
        reaching: tuple[Line | Block, ...] = (self, *self.blocks)
        return any(key in covered and chief != key
                   for each in reaching for chief, covered in each.spans.items())  # fmt: skip

    def words_in(self, key: str, other: Line) -> bool:
        """Whether either row says words there, as a cell does that covers columns of figures."""
        values = (line.value(key) for line in (self, other))
        return any(isinstance(value, tuple) and value for value in values)


def recoded(one: Line, other: Line) -> tuple[Span, Span]:
    """The code is another; of a name that is another too a change of its own tells."""
    names = [line.place.text.removeprefix(line.code) for line in (one, other)]
    return Span(one.code, other.code, same=False), Span(names[0], names[1], same=True)


def merged_with(blocks: Iterable[Block]) -> str:
    """Which rows share the cells: what a reader finds on paper."""
    lines = [line.code or shown(line.name) for block in blocks for line in block.lines]
    return f"ô chung của {', '.join(lines)}" if lines else "ô riêng"


def fields_of(lines: Iterable[Line]) -> tuple[str, ...]:
    """The codes of the top groups of rows, sorted."""
    return tuple(sorted({line.top.code for line in lines if line.top.code}))
