"""Paragraphs and tables of two documents side by side: which went, came and stay, in what order.

A side is (old, new); None for the one that is not there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, zip_longest
from typing import Any

from docgen.redline.alignment import Side
from docgen.redline.likeness import TBL, ends_section
from docgen.redline.tracked_text import Fate


def either(side: Side[Any]) -> Any:
    """The new element, or the old one where no new one stands."""
    old, new = side
    return new if old is None else old


def tag_of(side: Side[Any]) -> str:
    """Whether it is a paragraph or a table."""
    return str(either(side).tag)


def fate_of(old: Any, new: Any) -> Fate:
    """Whether an element went, came, or ("") stays."""
    if old is None:
        return "ins"
    return "del" if new is None else ""


def table_by_table(sides: list[Side[Any]]) -> Iterator[Side[Any]]:
    """The same sides; of what went and came between two that stay, table next to table."""
    for stays, group in groupby(sides, lambda side: not fate_of(*side)):
        changed = [*group]
        if stays:
            yield from changed
            continue
        went = _cut_at_tables(side for side in changed if side[1] is None)
        came = _cut_at_tables(side for side in changed if side[0] is None)
        nothing: list[Side[Any]] = []
        for some, others in zip_longest(went, came, fillvalue=nothing):
            yield from (*some, *others)


def _cut_at_tables(sides: Iterable[Side[Any]]) -> list[list[Side[Any]]]:
    """Paragraphs, a table, paragraphs, a table, paragraphs …; there may be no paragraphs."""
    parts: list[list[Side[Any]]] = [[]]
    for side in sides:
        if tag_of(side) == TBL:
            parts += [side], []
        else:
            parts[-1].append(side)
    return parts


def one_stays(sides: list[Side[Any]]) -> list[Side[Any]]:
    """The same paragraphs, the last that went and the last that came made one if none stays."""
    went = [old for old, new in sides if new is None]
    came = [new for old, new in sides if old is None]
    if not went or not came or len(went) + len(came) < len(sides):
        return sides
    if ends_section(went[-1]) != ends_section(came[-1]):
        return sides
    return [*((old, None) for old in went[:-1]), *((None, new) for new in came[:-1]),
            (went[-1], came[-1])]  # fmt: skip


def end_stays(sides: list[Side[Any]]) -> bool:
    """Whether one of the paragraphs behind the last table stays; a table needs none."""
    *_, (tag, ending) = ((tag, [*group]) for tag, group in groupby(sides, tag_of))
    return tag == TBL or any(not fate_of(*side) for side in ending)
