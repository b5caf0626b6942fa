"""Columns of two tables that came, went, moved, changed their titles, formulas or total."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from docgen.diff.changes import (
    Added,
    Cell,
    Change,
    Changed,
    Divided,
    Joined,
    Moved,
    Place,
    Removed,
    Renamed,
    Subject,
)
from docgen.diff.joined_columns import Taken
from docgen.diff.match import out_of_order
from docgen.diff.rows import REFERRING, Rows
from docgen.diff.words import same, shown, spans, words_of

UNRECKONED = ("above", "mark")
FORMULAS = (*UNRECKONED, "compute", "group", "total", "decimals", "total_decimals")


def column_changes(
    old: Rows, new: Rows, common: Sequence[str], taken: tuple[Mapping[str, Taken], ...] = ({}, {})
) -> Iterator[Change]:
    """Every change of the columns of two tables; `common` are the names of those both have.

    `taken` says what a column took in since, and what it gave away.
    """
    yield from _Columns(old, new, common, *taken).changes()


class _Columns:
    def __init__(
        self, old: Rows, new: Rows, common: Sequence[str],
        joined: Mapping[str, Taken], divided: Mapping[str, Taken],
    ) -> None:  # fmt: skip
        self.old, self.new, self.common = old, new, common
        self.joined, self.divided = joined, divided
        self._taken = {each.key for each in (*joined.values(), *divided.values())}

    def changes(self) -> Iterator[Change]:
        """Columns that came, went or moved, then titles and formulas."""
        olds, news = list(self.old.columns), list(self.new.columns)
        for key in olds:
            if key not in news and key not in self._taken:
                yield self._column_change(Removed, key)
        for key in news:
            if key not in olds and key not in self._taken:
                yield self._column_change(Added, key)
        common = [(olds.index(key), news.index(key)) for key in self.common]
        moved = out_of_order(common, lambda pair: (olds[pair[0]], olds[pair[0]]))
        for i, j in moved:
            yield self._moved(olds[i], (i, j))
        for key in self.common:
            if key in self.joined or key in self.divided:
                yield self._together(key)
            elif not same(self.old.title_words(key), self.new.title_words(key)):
                yield self._column_change(Renamed, key)
            yield from self._formula_changes(key)

    def _formula_changes(self, key: str) -> Iterator[Change]:
        numeric = self.old.is_numeric(key) and self.new.is_numeric(key)
        for name in FORMULAS if numeric else UNRECKONED:
            before, after = (rows.formula(key, name) for rows in (self.old, self.new))
            if before != after:
                texts = before, after
                if name in REFERRING:
                    texts = self.old.read_aloud(before), self.new.read_aloud(after)
                if name == "total_decimals":
                    if any(rows.totals.get(key) is None for rows in (self.old, self.new)):
                        continue  # a total that is not printed yet shows no rounding
                    texts = self.old.rounded_total(key), self.new.rounded_total(key)
                yield self._column_change(Changed, key, name, texts)

    def _together(self, key: str) -> Change:
        """Two columns that became one, or one that became two: their titles, a line each."""
        kind: type[Change] = Joined if key in self.joined else Divided
        titles = [
            "\n".join(rows.title(each) for each in (key, taken.get(key)) if each)
            for rows, taken in (
                (self.old, {into: each.key for into, each in self.joined.items()}),
                (self.new, {into: each.key for into, each in self.divided.items()}),
            )
        ]
        change = self._column_change(kind, key, "", (titles[0], titles[1]))
        apart = (self.joined.get(key) or self.divided[key]).key
        marks = spans(*(words_of(each.split("\n"), str) for each in titles))
        return replace(change, spans=marks, cells=self._column_cells(apart))

    def _moved(self, key: str, at: tuple[int, int]) -> Change:
        """A column that stands elsewhere: which one it was and is, from 1."""
        change = self._column_change(Moved, key)
        places = [
            place and replace(place, label=f"{place.label} (cột thứ {position + 1})")
            for place, position in zip((change.old, change.new), at, strict=True)
        ]
        return replace(change, old=places[0], new=places[1])

    def _column_change(
        self, kind: type[Change], key: str, name: str = "", texts: tuple[str, str] | None = None
    ) -> Change:
        if texts:
            words = words_of([texts[0]], str), words_of([texts[1]], str)
        else:
            words = self.old.title_words(key), self.new.title_words(key)
        places = [
            Place(
                shown(said), rows.step(f"cột {rows.title(key)}"),
                rows.columns[key].title.where, name,
            ) if key in rows.columns else None
            for said, rows in zip(words, (self.old, self.new), strict=True)
        ]  # fmt: skip
        both = places[0] and places[1] and kind is not Moved
        return kind(
            subject=Subject.COLUMN, old=places[0], new=places[1], aspect=key,
            spans=spans(*words) if both else (),
            cells=() if all(places) else self._column_cells(key),
        )  # fmt: skip

    def _column_cells(self, key: str) -> tuple[Cell, ...]:
        """The cells of a column that only one table has, by row."""
        rows = self.new if key in self.new.columns else self.old
        said = ((line.place.text, rows.said(line, key)) for line in rows.lines)
        return tuple(Cell(name, text) for name, text in said if text)
