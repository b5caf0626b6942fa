"""A row of numbers as a small chart: signs for a terminal, points of a line for a page."""

from __future__ import annotations

from decimal import Decimal

from docgen.diff.sides.report import Trend
from docgen.vietnamese import round_half_up

SIGNS = "▁▂▃▄▅▆▇█"
MISSING = "·"
WIDTH, HEIGHT, MARGIN = 80, 20, 3


def sparkline(values: Trend) -> str:
    """A sign a value, from the lowest to the highest of them; `·` where there is none."""
    return "".join(
        MISSING if share is None else SIGNS[int(round_half_up(share * (len(SIGNS) - 1), 0))]
        for share in _shares(values)
    )


def points(values: Trend) -> list[tuple[Decimal, Decimal]]:
    """The places of the values in a drawing of WIDTH by HEIGHT; none for one that is missing."""
    step = Decimal(WIDTH - 2 * MARGIN) / max(len(values) - 1, 1)
    return [
        (
            round_half_up(MARGIN + step * at, 1),
            round_half_up(HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN), 1),
        )
        for at, share in enumerate(_shares(values))
        if share is not None
    ]


def _shares(values: Trend) -> list[Decimal | None]:
    """From 0 (the lowest) to 1; all alike stand in the middle."""
    known = [value for value in values if value is not None]
    low, high = min(known, default=Decimal(0)), max(known, default=Decimal(0))
    middle = Decimal(1) / 2
    return [
        None if value is None else (value - low) / (high - low) if high > low else middle
        for value in values
    ]
