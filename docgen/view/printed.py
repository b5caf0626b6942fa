"""Table rows as they stand on paper: what `view` makes, `wordml` writes and `verify` expects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from docgen.plan.source import Text
from docgen.view.inline import Inline
from docgen.view.origin import Origin


class Merge(StrEnum):
    """A cell's part in a vertical merge (ECMA-376 Part 1, 17.4.85 `vMerge`)."""

    NONE = ""
    START = "restart"
    CONTINUE = "continue"

    __hash__ = str.__hash__  # that of an enum takes ten times as long


@dataclass(slots=True, unsafe_hash=True)
class Cell:
    """A cell: its paragraphs (an empty one where it is empty), its span, its part in a merge.

    In a row that a page parts, `told` stands above its words and says that it goes on; its first
    paragraph `runs_on` where it is the rest of one in the part above.
    """

    paragraphs: tuple[Inline, ...]
    span: int = 1
    merge: Merge = Merge.NONE
    told: str = ""
    runs_on: bool = False

    @property
    def words(self) -> str:
        """Its paragraphs, a line each."""
        return "\n".join(map(str, self.paragraphs))

    @property
    def going_on(self) -> Cell:
        """What stands below it where it is merged downwards: nothing, of the same origin."""
        return Cell((Inline((), self.paragraphs[0].origin),), self.span, Merge.CONTINUE)


@dataclass(slots=True, repr=False)
class TableRow:
    """A row; `style` is the paragraph style of its cells, `header` repeats it on each page.

    `made` are its cells, or what makes them: a long table is written without holding them all.
    Those that are made later look as their style says and have no footnotes.
    `plain` are their texts by column, of a row that has in each column one that prints as written.
    """

    style: str
    made: tuple[Cell, ...] | Callable[[], tuple[Cell, ...]]
    header: bool = False
    plain: Mapping[str, tuple[Text]] | None = None

    @property
    def is_plain(self) -> bool:
        """Whether it is known, its cells not looked at, that all look as their style says."""
        return callable(self.made)

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Its cells, kept once they are made."""
        self.made = made = self.passing
        return made

    @property
    def passing(self) -> tuple[Cell, ...]:
        """Its cells for whoever asks once: made anew unless they are kept."""
        return self.made() if callable(self.made) else self.made

    def __repr__(self) -> str:
        return f"TableRow({self.style!r}, {self.passing!r}, {self.header})"

    def with_cells(self, cells: Iterable[Cell]) -> TableRow:
        """The row with other cells."""
        return TableRow(self.style, tuple(cells), self.header)

    @property
    def origin(self) -> Origin:
        """That of its first cell, one that only continues the row above left out."""
        own = [cell for cell in self.cells if cell.merge is not Merge.CONTINUE]
        return (own or self.cells)[0].paragraphs[0].origin
