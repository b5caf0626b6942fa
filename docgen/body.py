"""The main text as a row of numbered blocks: I. · 1. · 1.1. · a) · - · +."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from docgen import vietnamese
from docgen.agencies import printed_name
from docgen.inline import Inline, inline
from docgen.model import Assignment, Item, Plan
from docgen.printing import Printer
from docgen.source import Text
from docgen.table_view import TableView, table_view

END = "./."
DEFAULT_BELOW = {
    "": "dash",
    "dash": "plus",
    "plus": "plus",
    "letter": "dash",
    "number": "dash",
    "none": "dash",
}


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or table of the text.

    `kind` names the template's branch: heading1, heading2, heading3, number, letter,
    dash, plus, paragraph, closing, table. `mark` is the number, letter or dash.
    """

    kind: str
    mark: str
    text: Inline
    table: TableView | None = None
    origin: Text | None = None


def body_blocks(plan: Plan, printer: Printer) -> tuple[Block, ...]:
    """Preamble, sections and closing; `./.` ends the last paragraph (Phụ lục III, Mẫu 1.4)."""
    blocks = [_paragraph(text, printer) for text in plan.preamble]
    blocks += _Numbering(plan, printer).items(plan.sections, "", "")
    blocks += [replace(_paragraph(text, printer), kind="closing") for text in plan.closing]
    if blocks and blocks[-1].table is None:
        words = str(blocks[-1].text).rstrip()
        ending = words.removesuffix(END).rstrip(".")
        last = blocks[-1].text
        trimmed = last.runs[-1].text.rstrip().removesuffix(END).rstrip(".") if last.runs else ending
        runs = (
            (*last.runs[:-1], replace(last.runs[-1], text=trimmed + END))
            if last.runs
            else inline(END).runs
        )
        blocks[-1] = replace(blocks[-1], text=Inline(runs))
    return tuple(blocks)


def _paragraph(text: Text, printer: Printer) -> Block:
    return Block("paragraph", "", printer.inline(text), origin=text)


class _Numbering:
    """Walks the items and numbers them. The depth of a heading is the length of its number."""

    def __init__(self, plan: Plan, printer: Printer) -> None:
        self.plan = plan
        self.printer = printer

    def items(self, items: Sequence[Item], heading: str, marker: str) -> Iterator[Block]:
        """The blocks of `items` under the heading numbered `heading`, marked `marker`."""
        headings = points = 0
        for item in items:
            if item.title:
                headings += 1
                yield from self._section(item, heading, headings)
            elif item.plain:
                yield _paragraph(item.plain, self.printer)
            elif item.table:
                yield from self._table(item)
            elif item.text:
                points += 1
                yield from self._point(item, heading, marker, points)
            else:
                yield from self.items(item.items, heading, item.marker or marker)

    def _section(self, item: Item, parent: str, number: int) -> Iterator[Block]:
        kind, mark = _heading(parent, number)
        assert item.title is not None
        yield Block(kind, mark, self.printer.inline(item.title), origin=item.title)
        yield from (_paragraph(text, self.printer) for text in item.text)
        yield from self.items(item.items, mark, item.marker or "dash")
        yield from self._table(item)
        for position, assignment in enumerate(item.assignments, 1):
            yield from self._assignment(assignment, mark, position)

    def _assignment(self, assignment: Assignment, parent: str, number: int) -> Iterator[Block]:
        kind, mark = _heading(parent, number)
        title, origin = printed_name(assignment, self.plan.agencies)
        text = self.printer.inline(assignment.title) if assignment.title else inline(title)
        yield Block(kind, mark, text, origin=origin)
        yield from (_paragraph(each, self.printer) for each in assignment.text)
        yield from self.items(assignment.tasks, mark, "dash")

    def _point(self, item: Item, heading: str, marker: str, number: int) -> Iterator[Block]:
        mark = _mark(marker, number)
        first, *more = item.text
        kind = "paragraph" if marker == "none" else marker
        yield Block(kind, mark, self.printer.inline(first), origin=first)
        yield from (_paragraph(text, self.printer) for text in more)
        yield from self.items(item.items, heading, item.marker or DEFAULT_BELOW[marker])

    def _table(self, item: Item) -> Iterator[Block]:
        if item.table:
            yield Block("table", "", Inline(()), table_view(item.table, self.printer), item.where)


def _heading(parent: str, number: int) -> tuple[str, str]:
    """Kind and number of a heading: I. at the top, 1. below, then 1.1., 1.1.1."""
    if not parent:
        return "heading1", f"{vietnamese.roman(number)}."
    if not parent[0].isdigit():
        return "heading2", f"{number}."
    return "heading3", f"{parent}{number}."


def _mark(marker: str, number: int) -> str:
    """The mark of a point (Phụ lục I, II.6.đ: Vietnamese letters in their order)."""
    marks = {
        "letter": f"{vietnamese.point_letter(number - 1)})" if marker == "letter" else "",
        "number": f"{number}.",
        "dash": "-",
        "plus": "+",
    }
    return marks.get(marker, "")
