"""What the plan of an earlier year says at the places of a new one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from docgen.plan.fields import Integer, Number
from docgen.plan.model import Plan
from docgen.plan.reading_order import printed_texts, tables
from docgen.plan.table import Column, Row, Table, Value

STANDING = 3  # rows that say the same: a formula of the office, not the case of one row


def said(value: Value | None) -> str:
    """A cell in one line, as the content has it; "" for none."""
    if isinstance(value, Number | Integer):
        return value.text.value
    return " / ".join(" ".join(text.value.split()) for text in value or ())


def label(row: Row) -> str:
    """What an officer calls a row: code and name, or the words across; of several the first."""
    if row.across:
        return row.across.value
    if row.kind == "shared" and row.rows:
        return label(row.rows[0])
    code, name = (said(row.cells.get(key)) for key in ("code", "name"))
    return f"{code} {name}".strip() or next(filter(None, map(said, row.cells.values())), "")


def standing(rows: Sequence[Mapping[str, str]]) -> frozenset[tuple[str, str]]:
    """The texts by column key that many rows share, such as the reason that is a survey."""
    count = Counter((key, text) for row in rows for key, text in row.items() if text)
    return frozenset(pair for pair, times in count.items() if times >= STANDING)


@dataclass(frozen=True)
class LastYear:
    """The rows and texts of an earlier plan, found from those of the new one."""

    texts: frozenset[str]
    rows: Mapping[int, Row]

    @classmethod
    def of(cls, new: Plan, old: Plan) -> LastYear:
        """Tables are paired by their columns, rows by code and name, alike ones in their order."""
        texts = frozenset(printed.text.value for printed in printed_texts(old))
        waiting = list(tables(old))
        rows: dict[int, Row] = {}
        for table in tables(new):
            match = next((each for each in waiting if each.keys == table.keys), None)
            if match is not None:
                waiting.remove(match)
                before = dict(_numbered(match.rows))
                rows |= {
                    id(row): before[key] for key, row in _numbered(table.rows) if key in before
                }
        return cls(texts, rows)

    def cell(self, row: Row, key: str) -> str:
        """What the row said in a column; "" where there was none."""
        before = self.rows.get(id(row))
        return said(before.cells.get(key)) if before else ""

    def kept(self, table: Table, column: Column) -> list[Row]:
        """The rows whose cell in a column still says what it said."""
        key = column.key.value
        return [
            row for row in every_row(table.rows)
            if (now := said(row.cells.get(key))) and now == self.cell(row, key)
        ]  # fmt: skip


def every_row(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows of a table at any depth, each before those below it."""
    for row in rows:
        yield row
        yield from every_row(row.rows)


def _numbered(rows: Sequence[Row]) -> Iterator[tuple[tuple[str, str, int], Row]]:
    """Each row with its kind, what it is called, and how many of that came before it."""
    seen: Counter[tuple[str, str]] = Counter()
    for row in every_row(rows):
        key = ("shared" if row.kind == "shared" else "", label(row))
        yield (*key, seen[key]), row
        seen[key] += 1
