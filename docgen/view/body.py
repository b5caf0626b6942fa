"""The main text as a row of numbered blocks: I. · 1. · 1.1. · a) · - · +."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from docgen import vietnamese
from docgen.finding import Rule, Severity
from docgen.plan.agencies import printed_name, references
from docgen.plan.model import Appendix, Assignment, Item, Plan
from docgen.plan.source import Text
from docgen.view.inline import Inline, Run, inline
from docgen.view.origin import Origin, Traced
from docgen.view.printing import Printer
from docgen.view.table import TableView, table_view

END = "./."
OUT_OF_LETTERS = Rule(
    "KH025", Severity.ERROR, "quá nhiều điểm đánh bằng chữ cái",
    "Bảng chữ cái tiếng Việt chỉ có 23 chữ dùng để đánh thứ tự điểm.",
    "Phụ lục I, Phần I, II.6.đ",
)  # fmt: skip
RULES = (OUT_OF_LETTERS,)
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
    `keep`: it stays on the page of what follows.
    """

    kind: str
    mark: Traced
    text: Inline
    table: TableView | None = None
    keep: bool = False


def body_blocks(plan: Plan, printer: Printer) -> tuple[Block, ...]:
    """Preamble, sections and closing; `./.` ends the last paragraph (Phụ lục III, Mẫu 1.4)."""
    blocks = [paragraph(text, printer) for text in plan.preamble]
    blocks += _Numbering(plan, printer).items(plan.sections, "", "")
    blocks += [replace(paragraph(text, printer), kind="closing") for text in plan.closing]
    if blocks:
        last = blocks[-1] if blocks[-1].table else _concluded(blocks[-1])
        blocks[-1] = replace(last, keep=True)
    return tuple(blocks)


def appendix_blocks(plan: Plan, appendix: Appendix, printer: Printer) -> tuple[Block, ...]:
    """All that stands below the head of an appendix, numbered from its own start."""
    above = "" if appendix.headings != "number" else vietnamese.roman(1)
    return tuple(_Numbering(plan, printer).items(appendix.content, above, ""))


def _concluded(block: Block) -> Block:
    """The block with `./.` for its last full stop."""
    *runs, last = block.text.runs or (Run(""),)
    if last.note:
        runs, last = [*_without_stop(runs), last], Run("")
    words = last.text.rstrip().removesuffix(END).rstrip(" .")
    return replace(block, text=replace(block.text, runs=(*runs, replace(last, text=words + END))))


def _without_stop(runs: Sequence[Run]) -> Iterator[Run]:
    """The runs before a footnote that ends the text, without the full stop that it follows."""
    for number, run in enumerate(runs, 1):
        last = number == len(runs)
        yield replace(run, text=run.text.removesuffix(END).rstrip(" .")) if last else run


def paragraph(text: Text, printer: Printer) -> Block:
    """A paragraph without a mark."""
    return _block("paragraph", "", printer.inline(text))


def _block(kind: str, mark: str, text: Inline, table: TableView | None = None) -> Block:
    return Block(kind, Traced(mark, Origin("mark", text.origin.text)), text, table)


class _Numbering:
    """Walks the items and numbers them. The depth of a heading is the length of its number."""

    def __init__(self, plan: Plan, printer: Printer) -> None:
        self.plan = plan
        self.printer = printer

    def items(self, items: Sequence[Item], heading: str, marker: str) -> Iterator[Block]:
        """The blocks of `items` under the heading numbered `heading`, marked `marker`."""
        headings = points = 0
        for item in items:
            inner, below = heading, item.marker or marker
            if item.title:
                headings += 1
                kind, inner = _heading(heading, headings)
                below = item.marker or "dash"
                yield _block(kind, inner, self.printer.inline(item.title))
                yield from self._paragraphs(item.text)
            elif item.text:
                points += 1
                below = item.marker or DEFAULT_BELOW[marker]
                yield self._point(item.text[0], marker, points)
                yield from self._paragraphs(item.text[1:])
            yield from self._paragraphs((item.plain,) if item.plain else ())
            yield from self.items(item.items, inner, below)
            if item.table:
                table = table_view(item.table, self.printer)
                yield _block("table", "", Inline((), Origin("blank", item.where)), table)
            for position, assignment in enumerate(item.assignments, 1):
                yield from self._assignment(assignment, inner, position)

    def _assignment(self, assignment: Assignment, parent: str, number: int) -> Iterator[Block]:
        kind, mark = _heading(parent, number)
        yield _block(kind, mark, self._assignee(assignment))
        yield from self._paragraphs(assignment.text)
        yield from self.items(assignment.tasks, mark, "dash")

    def _assignee(self, assignment: Assignment) -> Inline:
        """Whose tasks they are: the title, or the official names of the agencies."""
        if assignment.title:
            return self.printer.inline(assignment.title)
        name, names = printed_name(assignment, self.plan.agencies)
        called = references(assignment)
        where = called[0] if called else assignment.where
        return inline(Traced(name, Origin("agency", where, names=names)))

    def _paragraphs(self, texts: Sequence[Text]) -> Iterator[Block]:
        return (paragraph(text, self.printer) for text in texts)

    def _point(self, text: Text, marker: str, number: int) -> Block:
        """A point with its mark (Phụ lục I, II.6.đ: Vietnamese letters in their order)."""
        if marker == "letter" and number > len(vietnamese.letters()):
            hint = "Chia thành các mục có số, hoặc dùng marker: number."
            self.printer.findings.append(
                text.finding(OUT_OF_LETTERS, "hết chữ cái cho điểm này", hint)
            )
            marker = "number"
        kind = "paragraph" if marker == "none" else marker
        return _block(kind, _mark(marker, number), self.printer.inline(text))


def _heading(parent: str, number: int) -> tuple[str, str]:
    """Kind and number of a heading: I. at the top, 1. below, then 1.1., 1.1.1."""
    if not parent:
        return "heading1", f"{vietnamese.roman(number)}."
    if not parent[0].isdigit():
        return "heading2", f"{number}."
    return "heading3", f"{parent}{number}."


def _mark(marker: str, number: int) -> str:
    if marker == "letter":
        return f"{vietnamese.point_letter(number - 1)})"
    return {"number": f"{number}.", "dash": "-", "plus": "+"}.get(marker, "")
