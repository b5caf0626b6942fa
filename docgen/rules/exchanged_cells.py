"""KH661: two cells of a row, each where the other belongs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import permutations

from docgen.finding import Finding, Severity
from docgen.plan.reading_order import tables
from docgen.plan.table import Column, Row
from docgen.rules.cells import HINT, MAY_BE_BLANK, WHO_TITLE, shortened
from docgen.rules.copies import cells, rows_of
from docgen.rules.facts import Facts, rule


@rule(
    "KH661", Severity.INFO, "hai ô của một dòng có thể đổi chỗ",
    "Ô ghi đúng chữ mà các dòng khác ghi ở cột bên, và ngược lại: hai ô gõ nhầm cột.",
)  # fmt: skip
def cells_exchanged(facts: Facts) -> Iterator[Finding]:
    """`Có` under `Trường thông tin` where the other rows have it under `Bắt buộc`."""
    for table in tables(facts.plan):
        rows = [row for row in rows_of(table) if row.kind == "row"]
        columns = [
            each
            for each in table.columns
            if each.kind in (None, "text") and each.key.value not in ("reason", "remedy")  # KH658's
        ]
        keys = [each.key.value for each in columns]
        texts = [{key: _said(row, key) for key in keys} for row in rows]
        said = {key: Counter(text[key] for text in texts) for key in keys}
        for column, other in permutations(columns, 2):
            here, there = column.key.value, other.key.value
            if _share(column, other):
                continue
            for row, text in zip(rows, texts, strict=True):
                value, beside = text[here], text[there]
                words = len(value) > 1 and any(map(str.isalpha, value))
                if not (words and beside and said[there][value]):
                    continue
                if said[here][value] != 1 or said[there][beside] != 1:
                    continue
                yield cells_exchanged.at(
                    cells(row, here)[0],
                    f"“{shortened(value)}” ở dòng khác ghi tại cột “{other.title}”", HINT,
                )  # fmt: skip


def _share(*columns: Column) -> bool:
    """Whether columns rightly say the same: who leads, who helps, notes."""
    return any(
        WHO_TITLE.search(each.title.value) or MAY_BE_BLANK.search(each.title.value)
        for each in columns
    )


def _said(row: Row, key: str) -> str:
    return " ".join(text.value.strip() for text in cells(row, key))
