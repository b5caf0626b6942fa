"""How deep a paragraph of a document stands: by its mark, and by what came before it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from docgen.plan.source import Text
from docgen.plan.table import Table

HEADINGS = ("KHHeading1", "KHHeading2", "KHHeading3")
POINTS = ("KHNumbered", "KHPoint", "KHDash", "KHPlus")
_NUMBER = re.compile(r"(\d+)\.")
_DOTTED = re.compile(r"\d+(?:\.\d+)+\.")
_ROMAN = re.compile(r"[IVXLC]+\.")


@dataclass
class Node:
    """A heading, a point, a paragraph or a table on the way: what is below it still grows.

    `more` are paragraphs that go on a point.
    """

    style: str
    depth: int
    text: Text | None = None
    table: Table | None = None
    more: list[Text] = field(default_factory=list)
    below: list[Node] = field(default_factory=list)
    mark: str = ""


def deepest(trail: Sequence[Node], styles: Collection[str]) -> int:
    """The depth of the innermost open node of these styles, or 0."""
    return max((node.depth for node in trail if node.style in styles), default=0)


def first_point(trail: Sequence[Node]) -> Node | None:
    """The outermost open point below the last heading."""
    points: list[Node] = []
    for node in trail:
        points = [] if node.style in HEADINGS else [*points, *[node] * (node.style in POINTS)]
    return points[0] if points else None


def depth_of(style: str, mark: str, trail: Sequence[Node]) -> int:
    """The depth of a heading or a point: 1 for I., 2 for 1., 3 for 1.1., points below those.

    A point 2. goes on where the innermost 1. stands, be that a heading or a point.
    """
    if style in HEADINGS[:2]:
        return HEADINGS.index(style) + 1
    if style == HEADINGS[2]:
        return max(mark.count("."), 2) + 1
    if _DOTTED.fullmatch(mark):
        return mark.count(".") + 1
    if _ROMAN.fullmatch(mark) and style == "KHNumbered":
        return 1
    before = [node for node in reversed(trail) if _goes_before(node.mark, mark)]
    return before[0].depth if before else deepest(trail, (*HEADINGS, *POINTS)) + 1


def _goes_before(earlier: str, mark: str) -> bool:
    """Whether two marks are of one list."""
    if number := _NUMBER.fullmatch(mark):
        return earlier == f"{int(number[1]) - 1}."
    return bool(earlier) and _kind(earlier) == _kind(mark)


def _kind(mark: str) -> str:
    return re.sub(r"[^\W\d_]", "a", re.sub(r"\d+", "1", mark))
