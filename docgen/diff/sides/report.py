"""What a comparison of many sides says, as tables that every form can show."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from docgen.diff.words import Span

Cell = str | Decimal | None
Trend = tuple[Decimal | None, ...]


class Marked(str):
    """A text that was reworded: `spans` say what of it is not as it was."""

    spans: tuple[Span, ...] = ()

    @classmethod
    def of(cls, text: str, spans: tuple[Span, ...]) -> Marked:
        """The text with its stretches."""
        marked = cls(text)
        marked.spans = spans
        return marked


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: `heads` name its columns, the chart's apart; without `rows` it says so.

    The cells `charted[0]` to `charted[1]`, not included, of each row are drawn as a small chart;
    those of the column `signed` are differences. In the rows `still` nothing changed; in those of
    `ranks` the smaller number is the better.
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    charted: tuple[int, int] | None = None
    signed: int | None = None
    still: frozenset[int] = frozenset()
    ranks: frozenset[int] = frozenset()

    @property
    def numeric(self) -> frozenset[int]:
        """The columns of numbers: those of the chart, and the differences."""
        return frozenset((*range(*(self.charted or (0, 0))), self.signed)) - {None}

    def trend(self, at: int) -> Trend:
        """The numbers of a row's chart, the higher the better: those of a rank are negative."""
        sign = -1 if at in self.ranks else 1
        cells = self.rows[at][slice(*(self.charted or (0, 0)))]
        return tuple(sign * cell if isinstance(cell, Decimal) else None for cell in cells)


@dataclass(frozen=True, slots=True)
class Report:
    """The whole comparison; `notes` say what its reader must know."""

    title: str
    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...] = ()
