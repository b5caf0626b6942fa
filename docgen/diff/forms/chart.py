"""Field scores of two years as dots on one scale: how much of the maximum each field has.

Only places on the paper are made here, in units of the drawing; the numbers themselves
stand beside it in the table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from docgen.diff.summary import FieldScore
from docgen.vietnamese import format_percent, round_half_up

WIDTH, MARGIN = 300, 18
STEP = 10
MOST_STEPS = 5  # of which the labels stand apart on paper too


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the scale: its place and what it says."""

    x: Decimal
    label: str


@dataclass(frozen=True, slots=True)
class Dots:
    """One field: the place of either year, `None` where there is no score; `words` say both."""

    field: FieldScore
    old: Decimal | None
    new: Decimal | None
    words: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The fields on one scale, from `ticks[0]` to `ticks[-1]` percent of the maximum."""

    ticks: tuple[Tick, ...]
    rows: tuple[Dots, ...]


def chart(scores: Sequence[FieldScore], names: tuple[str, str]) -> Chart | None:
    """The chart of the fields; none where no field has a share of a maximum."""
    shares = [
        share for each in scores for new in (False, True)
        if (share := each.share(new=new)) is not None
    ]  # fmt: skip
    if not shares:
        return None
    low, high = min(*shares, Decimal(100 - STEP)), max(*shares, Decimal(100))
    high = _to_step(high, STEP, ROUND_CEILING)
    step = STEP if high - low <= MOST_STEPS * STEP else 2 * STEP
    low = high + _to_step(low - high, step, ROUND_FLOOR)

    def x(share: Decimal) -> Decimal:
        return round_half_up(MARGIN + (share - low) * (WIDTH - 2 * MARGIN) / (high - low), 1)

    def dots(each: FieldScore) -> Dots:
        old, new = each.share(new=False), each.share(new=True)
        said = zip(names, (old, new), strict=True)
        words = "; ".join(f"{name}: {_percent(share)}" for name, share in said)
        return Dots(each, None if old is None else x(old), None if new is None else x(new), words)

    scale = map(Decimal, range(int(low), int(high) + 1, step))
    ticks = tuple(Tick(x(at), format_percent(at)) for at in scale)
    return Chart(ticks, tuple(dots(each) for each in scores))


def _to_step(share: Decimal, step: int, rounding: str) -> Decimal:
    return (share / step).to_integral_value(rounding) * step


def _percent(share: Decimal | None) -> str:
    return "không có điểm" if share is None else format_percent(round_half_up(share, 1))
