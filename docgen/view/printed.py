"""Table rows as they stand on paper: what `view` makes, `wordml` writes and `verify` expects."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from docgen.view.inline import Inline


class Merge(StrEnum):
    """A cell's part in a vertical merge (ECMA-376 Part 1, 17.4.85 `vMerge`)."""

    NONE = ""
    START = "restart"
    CONTINUE = "continue"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its paragraphs, the columns it spans, its part in a vertical merge."""

    paragraphs: tuple[Inline, ...] = ()
    span: int = 1
    merge: Merge = Merge.NONE


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row; `style` is the paragraph style of its cells, `header` repeats it on each page."""

    style: str
    cells: tuple[Cell, ...]
    header: bool = False
