"""Blanks that run to a stop: `[…]` in the content, a tab with a line of dots on paper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate

from docgen.docx.leaders import DOT, LEADER, UNDERSCORE, Stop
from docgen.plan.leaders import IN_CONTENT

WRITTEN = rf"{LEADER}|{IN_CONTENT}"
_FIGURE = re.compile(r"\d+")
_TWIPS_PER_MM = Decimal(1440) / Decimal("25.4")
_LEAST = 567  # twips, 10 mm: a blank that can be written on


def stop(written: str) -> Stop:
    """What the content means by a blank."""
    figure = _FIGURE.search(written)
    at = int(int(figure[0]) * _TWIPS_PER_MM) if figure else None
    return Stop(UNDERSCORE if "_" in written else DOT, at)


def written(stop: Stop) -> str:
    """How the content writes a blank."""
    sign = "___" if stop.kind == UNDERSCORE else "…"
    mm = "" if stop.at is None else f" {round(stop.at / _TWIPS_PER_MM)} mm"
    return f"[{sign}{mm}]"


def stops_xml(stops: Sequence[Stop], words: Sequence[int], width: int) -> str:
    """The stops of a paragraph `width` twips wide as the property `w:tabs` (17.3.1.38).

    `words` says how wide the words before each blank are, and those behind the last one.
    """
    ends = _shares(words, width)
    tabs = "".join(
        f'<w:tab w:val="{"left" if place < width else "right"}" w:leader="{each.kind}"'
        f' w:pos="{place}"/>'
        for each, end in zip(stops, ends, strict=True)
        for place in [end if each.at is None else min(each.at, width)]
    )
    return f"<w:tabs>{tabs}</w:tabs>" if tabs else ""


def _shares(words: Sequence[int], width: int) -> list[int]:
    """Where each blank ends: in equal parts of the line, or where words are longer all alike."""
    count = len(words) - 1
    equal = [width * number // count for number in range(1, count + 1)]
    if all(each + _LEAST <= width // count for each in words[:-1]) and words[-1] < _LEAST:
        return equal
    free = (width - sum(words)) // count
    if free < _LEAST:
        return equal
    return [*(each + free * number for number, each in enumerate(accumulate(words[:-2]), 1)), width]
