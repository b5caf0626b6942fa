"""Columns that took in the words of another: two columns of a table became one, or one two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from docgen.diff.line import Line
from docgen.diff.rows import Rows
from docgen.diff.words import spoken
from docgen.plan.table import Value

LEAST = 2  # rows that say the words of both, and half of those that had some, are no chance


@dataclass(frozen=True, slots=True)
class Taken:
    """The column whose words another one took in, and whether they stand `first` there."""

    key: str
    first: bool

    def value(self, own: Value, other: Value) -> Value:
        """A cell with the words that it took in."""
        if not (isinstance(own, tuple) and isinstance(other, tuple)):
            return own
        return (*other, *own) if self.first else (*own, *other)


def joined_columns(
    apart: Rows, joined: Rows, lines: Iterable[tuple[Line, Line]]
) -> Mapping[str, Taken]:
    """By column of both tables what it took in of the columns that only `apart` has."""
    lines = [*lines]
    texts = [key for key in apart.columns if not apart.is_numeric(key)]
    found: dict[str, Taken] = {}
    for key in texts:
        if key in joined.columns:
            continue
        said = [pair for pair in lines if _said(apart, pair[0], key)]
        for into in texts:
            if into not in joined.columns or into in (*apart.titles, *joined.titles):
                continue
            for first in (False, True):
                whole = [
                    pair for pair in said if _is_whole(apart, joined, pair, (into, key), first)
                ]
                if len(whole) >= LEAST and 2 * len(whole) >= len(said):
                    found.setdefault(into, Taken(key, first))
    return found


def _is_whole(
    apart: Rows, joined: Rows, pair: tuple[Line, Line], keys: tuple[str, str], first: bool
) -> bool:
    own, other = (_said(apart, pair[0], key) for key in keys)
    whole = other + own if first else own + other
    return bool(own and other) and _said(joined, pair[1], keys[0]) == whole


def _said(rows: Rows, line: Line, key: str) -> list[str]:
    words = rows.words(line.value(key))
    return spoken(words) if words else []
