"""Every text of a plan in the order in which it reaches the paper.

`check` and `diff` both walk this one list: each entry is a `Text`, so it knows its
file, line, column and its address in the plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from docgen.plan.footnotes import OPENS, parted
from docgen.plan.leaders import IN_CONTENT
from docgen.plan.model import NO_REFERENCE, Appendix, Assignment, Item, Plan
from docgen.plan.source import Text
from docgen.plan.table import Row, Table

MASK, BLANK = "\ue000", "\ue001"
_PLACEHOLDER = re.compile(rf"\{{\{{.*?\}}\}}|{IN_CONTENT}", re.DOTALL)


@dataclass(slots=True, unsafe_hash=True)
class Printed:
    """A text and its role on paper.

    `role` is one of issuer, subject, subject note, basis, addressee, preamble, heading, paragraph,
    point, task, closing, recipient, signature, appendix label, appendix title, appendix reference,
    unit, column, column mark, across, cell, total, footnote. `column` is the column's key for
    cells; `appendix` counts the appendices from 1, 0 is the plan itself. `runs_in`: it goes on
    the line that a title or the name of an agency begins. `prose` is the text with each `{{ … }}`
    and each blank `[…]` masked by as many characters that no rule looks for.
    """

    text: Text
    role: str
    column: str = ""
    appendix: int = 0
    runs_in: bool = False
    prose: str = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        self.prose = _masked(self.text.value)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The offset and length in the content of the stretch of `prose` from `start` to `end`."""
        return start, end - start


def _masked(value: str) -> str:
    if "{{" not in value and "[" not in value:
        return value
    return _PLACEHOLDER.sub(
        lambda match: (BLANK if match[0][0] == "[" else MASK) * len(match[0]), value
    )


def printed_texts(plan: Plan) -> Iterator[Printed]:
    """All texts of the plan that are printed, in reading order; a footnote after its sentence."""
    for printed in _texts(plan):
        if OPENS in printed.text.value:
            sentence, notes = parted(printed.text)
            yield replace(printed, text=sentence)
            yield from (replace(printed, text=note, role="footnote") for note in notes)
        else:
            yield printed


def _texts(plan: Plan) -> Iterator[Printed]:
    if plan.issuer:
        yield from _all(plan.issuer.superior, "issuer")
        yield from _all(plan.issuer.name, "issuer")
    if plan.subject:
        yield Printed(plan.subject, "subject")
    yield from _all(plan.below_subject, "subject note")
    yield from _all(plan.addressees, "addressee")
    yield from _all(plan.bases, "basis")
    yield from _all(plan.preamble, "preamble")
    yield from _items(plan.sections, "point")
    yield from _all(plan.closing, "closing")
    yield from _all(plan.recipients, "recipient")
    if plan.signature:
        yield from _all(plan.signature.lines, "signature")
        if plan.signature.name:
            yield Printed(plan.signature.name, "signature")
    for number, appendix in enumerate(plan.appendices, 1):
        for printed in _appendix(appendix):
            printed.appendix = number
            yield printed


def _appendix(appendix: Appendix) -> Iterator[Printed]:
    if appendix.label:
        yield Printed(appendix.label, "appendix label")
    yield from _all(appendix.title, "appendix title")
    if appendix.reference and appendix.reference.value != NO_REFERENCE:
        yield Printed(appendix.reference, "appendix reference")
    yield from _items(appendix.content, "point")


def _all(texts: Sequence[Text], role: str) -> Iterator[Printed]:
    return (Printed(text, role) for text in texts)


def _items(items: Sequence[Item], role: str) -> Iterator[Printed]:
    for item in items:
        if item.title:
            yield Printed(item.title, "heading")
        yield from _texts_below(item.title, item.text, "paragraph" if item.title else role)
        for line in filter(None, (item.plain, item.centered)):
            yield Printed(line, "paragraph")
        yield from _items(item.items, role)
        for assignment in item.assignments:
            yield from _assignment(assignment)
        if item.table:
            yield from _table(item.table)


def _texts_below(title: Text | None, texts: Sequence[Text], role: str) -> Iterator[Printed]:
    """The texts below a title; after a colon the first goes on its line."""
    for number, text in enumerate(texts):
        runs_in = number == 0 and title is not None and _is_label(title)
        yield Printed(text, role, runs_in=runs_in)


def _is_label(title: Text) -> bool:
    """Whether a title ends with a colon, marks and footnotes left out."""
    return parted(title)[0].value.rstrip(" *").endswith(":")


def _assignment(assignment: Assignment) -> Iterator[Printed]:
    if assignment.title:
        yield Printed(assignment.title, "heading")
    if assignment.task:
        yield Printed(assignment.task, "task", runs_in=True)
    yield from _texts_below(assignment.title, assignment.text, "paragraph")
    yield from _items(assignment.tasks, "task")


def texts_of(assignment: Assignment) -> Iterator[Text]:
    """The texts of an assignment, its title and tasks, in reading order."""
    return (printed.text for printed in _assignment(assignment))


def tasks_of(owner: Assignment | Item) -> Iterator[tuple[Text, ...]]:
    """Each task of an assignment, or of an item that names who has it: its texts in order."""
    if isinstance(owner, Assignment):
        lines, below = (*filter(None, (owner.task,)), *owner.text), owner.tasks
    else:
        lines, below = (*owner.text, *filter(None, (owner.plain, owner.centered))), owner.items
    if isinstance(owner, Item) and not owner.title:
        yield tuple(printed.text for printed in _items((owner,), "point"))
        return
    yield from ((line,) for line in lines)
    for item in below:
        if texts := tuple(printed.text for printed in _items((item,), "task")):
            yield texts


def _table(table: Table) -> Iterator[Printed]:
    if table.unit:
        yield Printed(table.unit, "unit")
    for column in table.columns:
        yield from (Printed(each, "column") for each in column.above)
        yield Printed(column.title, "column")
    for column in table.columns:
        if column.mark:
            yield Printed(column.mark, "column mark")
    yield from _rows(table, table.rows)
    if table.total:
        yield Printed(table.total.label, "total")


def _rows(table: Table, rows: Sequence[Row]) -> Iterator[Printed]:
    for row in rows:
        if row.across:
            yield Printed(row.across, "across")
        for column in table.columns:
            value = row.cells.get(column.key.value, ())
            if isinstance(value, tuple):
                yield from (Printed(text, "cell", column.key.value) for text in value)
        yield from _rows(table, row.rows)


def items(plan: Plan) -> Iterator[Item]:
    """Every item of the body and of the appendices, each before those below it; tasks too."""

    def within(items: Sequence[Item]) -> Iterator[Item]:
        for item in items:
            yield item
            yield from within(item.items)
            for assignment in item.assignments:
                yield from within(assignment.tasks)

    yield from within(plan.sections)
    for appendix in plan.appendices:
        yield from within(appendix.content)


def assignments(plan: Plan) -> Iterator[Assignment]:
    """Every assignment of the body, in order."""

    def within(items: Sequence[Item]) -> Iterator[Assignment]:
        for item in items:
            yield from within(item.items)
            for assignment in item.assignments:
                yield assignment
                yield from within(assignment.tasks)

    for items in (plan.sections, *(appendix.content for appendix in plan.appendices)):
        yield from within(items)


def tables(plan: Plan) -> Iterator[Table]:
    """Every table of the plan: those in the body, then those of the appendices."""
    yield from tables_in(plan.sections)
    for appendix in plan.appendices:
        yield from tables_in(appendix.content)


def tables_in(items: Sequence[Item]) -> Iterator[Table]:
    """Every table of these items and of those below them."""
    for item in items:
        yield from tables_in(item.items)
        for assignment in item.assignments:
            yield from tables_in(assignment.tasks)
        if item.table:
            yield item.table


def leaves(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows that print cells of their own, groups included, in order."""
    for row in rows:
        if row.kind in ("row", "group"):
            yield row
        yield from leaves(row.rows)
