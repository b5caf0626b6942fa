"""KH454: what stands twice in one list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from docgen.finding import Finding, Severity
from docgen.plan.model import Item
from docgen.plan.reading_order import assignments, items, tables
from docgen.plan.source import Text
from docgen.plan.table import Table
from docgen.rules.copies import FEWEST_WORDS, again, cells, content_of, rows_of
from docgen.rules.facts import Facts, rule

_PLAIN = re.compile(r"\b(?:và|của|các|những|việc|cho|với|tại)\b ?")


@rule(
    "KH454", Severity.WARNING, "ghi hai lần liền trong một danh sách",
    "Một dòng dán hai lần: tên, nơi nhận, sản phẩm, đề mục.",
)  # fmt: skip
def listed_twice(facts: Facts) -> Iterator[Finding]:
    """A recipient, a line of a cell, a point, heading or name of a row that its neighbour has too.

    Also where `và`, `của`, `các` alone make the difference.
    """
    for family in _lists(facts):
        if len(family) == 1:
            continue
        first: dict[str, Text] = {}
        for text in family:
            words = _content(text.value)
            known = first.setdefault(words, text) if len(words) > 2 else text
            same = known is not text and content_of(known.value) == content_of(text.value)
            told = same and len(text.value.split()) >= FEWEST_WORDS  # by KH450
            if known is not text and not told:
                for here, there in ((known, text), (text, known)):
                    yield again(listed_twice, here, there, "ghi cả ở", "Xóa một dòng.")


@lru_cache(maxsize=4096)
def _content(value: str) -> str:
    """What counts of a text, without the words that only join."""
    return _PLAIN.sub("", content_of(value))


def _lists(facts: Facts) -> Iterable[Sequence[Text]]:
    plan = facts.plan
    yield plan.recipients
    yield plan.addressees
    yield [section.title for section in plan.sections if section.title]
    for item in items(plan):
        yield [below.title for below in item.items if below.title]
        yield _short_texts(item.items)
    for assignment in assignments(plan):
        yield _short_texts(assignment.tasks)
    for table in tables(plan):
        titles = [(column.path, column.title) for column in table.columns]
        for above in dict.fromkeys(above for above, _ in titles):
            yield [title for over, title in titles if over == above]
        name = _name_column(table)
        yield [cell[0] for row in table.rows if (cell := cells(row, name))]
        for row in rows_of(table):
            yield from (cells(row, column.key.value) for column in table.columns)
            names = [cells(child, name) for child in row.rows]
            yield [cell[0] for cell in names if cell]


def _name_column(table: Table) -> str:
    """The key of the column that names the rows: `name`, or the first of words beside figures."""
    if "name" in table.keys or not any(each.kind == "decimal" for each in table.columns):
        return "name"
    words = (each for each in table.columns if each.kind in (None, "text"))
    return next((each.key.value for each in words if each.key.value != "code"), "name")


def _short_texts(family: Sequence[Item]) -> Sequence[Text]:
    """The first texts of points that KH450 is too coarse for."""
    texts = [item.text[0] for item in family if item.text]
    return [text for text in texts if len(text.value.split()) > 2]
