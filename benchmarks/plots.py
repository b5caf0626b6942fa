"""Lines over numbers of rows as SVG, both axes logarithmic."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from html import escape

WIDTH, HEIGHT, LEFT, BOTTOM, RIGHT, TOP = 720, 400, 60, 40, 150, 30
COLOURS = ("#1b6ca8", "#c0392b", "#27874a", "#8e5aa8", "#c77f16", "#5f6b73", "#107a7a", "#9a3b6e")


def plot(title: str, unit: str, lines: Mapping[str, Mapping[int, float]]) -> str:
    """One line a name; `unit` says what stands on the left."""
    rows = sorted({at for line in lines.values() for at in line})
    values = [value for line in lines.values() for value in line.values() if value > 0]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))

    def x(at: float) -> float:
        share = math.log(at / rows[0]) / math.log(rows[-1] / rows[0])
        return LEFT + share * (WIDTH - LEFT - RIGHT)

    def y(value: float) -> float:
        share = (math.log10(max(value, 10**low)) - low) / max(high - low, 1)
        return HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP)

    def drawn() -> Iterator[str]:
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
            'font-family="sans-serif" font-size="12">'
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>'
            f'<text x="{LEFT}" y="18" font-weight="bold">{escape(title)}</text>'
        )
        for power in range(low, high + 1):
            height = y(10.0**power)
            yield (
                f'<path d="M{LEFT} {height:.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>'
                f'<text x="{LEFT - 6}" y="{height + 4:.1f}" '
                f'text-anchor="end">{10.0**power:g}</text>'
            )
        for at in rows:
            yield (
                f'<text x="{x(at):.1f}" y="{HEIGHT - BOTTOM + 16}" '
                f'text-anchor="middle">{at:,}</text>'
            )
        yield f'<text x="{LEFT}" y="{HEIGHT - 6}">rows; {escape(unit)}</text>'
        for number, (name, line) in enumerate(lines.items()):
            colour = COLOURS[number % len(COLOURS)]
            points = " ".join(f"{x(at):.1f},{y(line[at]):.1f}" for at in sorted(line))
            yield f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>'
            yield (
                f'<text x="{WIDTH - RIGHT + 8}" y="{TOP + 14 + 18 * number}" '
                f'fill="{colour}">{escape(name)}</text>'
            )
        yield "</svg>\n"

    return "".join(drawn())
