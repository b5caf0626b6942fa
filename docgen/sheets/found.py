"""One thing that a workbook changes, and what the sheets say once it is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.accept.change import Change
from docgen.sheets.lines import Line
from docgen.sheets.meant import Words


@dataclass(frozen=True, slots=True)
class NewLine:
    """A line that comes to stand behind another of today; None: before all of its sheet.

    `cells` by the position of their columns.
    """

    sheet: str
    behind: Line | None
    cells: Mapping[int, Words]


@dataclass(frozen=True, slots=True)
class Found:
    """A change, and what it makes of the sheets of today: cells, lines that go, one that comes.

    `cells` by the address of their sheet and line and their position.
    """

    change: Change
    sheet: str = ""
    cells: Mapping[tuple[str, int], Words] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()
    new: NewLine | None = None
