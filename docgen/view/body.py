"""The main text as a row of numbered blocks: I. · 1. · 1.1. · a) · - · +."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from docgen.finding import Rule, Severity
from docgen.plan.agencies import printed_name, references
from docgen.plan.model import Appendix, Assignment, Item, Plan
from docgen.plan.source import Text
from docgen.view.inline import Inline, Run, Styled, inline
from docgen.view.marks import Mark, Place
from docgen.view.origin import Origin, Traced
from docgen.view.printing import Printer
from docgen.view.table import TableView, table_view

END = "./."
OUT_OF_LETTERS = Rule(
    "KH025", Severity.WARNING, "quá nhiều điểm đánh bằng chữ cái",
    "Bảng chữ cái tiếng Việt chỉ có 23 chữ dùng để đánh thứ tự điểm.",
    "Phụ lục I, Phần I, II.6.đ",
)  # fmt: skip
RULES = (OUT_OF_LETTERS,)
CALLS_AGENCY = re.compile(r"\{\{[^}]*\bagency\b")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or table of the text.

    `kind` names the template's branch: heading1, heading2, heading3, number, letter,
    dash, plus, center, paragraph, closing, table. `mark` is the number, letter or dash.
    `keep`: it stays on the page of what follows. `label` is the beginning of `text` that
    stands for a heading in the same paragraph.
    """

    kind: str
    mark: Traced
    text: Inline
    table: TableView | None = None
    keep: bool = False
    label: Inline | None = None

    @property
    def strings(self) -> Iterator[Traced | Inline]:
        """The mark, the label and the rest, each with its origin."""
        if self.mark:
            yield self.mark
        if self.label:
            yield self.label
            yield self.text.saying(self.text.runs[len(self.label.runs) + 1 :])
        else:
            yield self.text


def body_blocks(plan: Plan, printer: Printer) -> tuple[Block, ...]:
    """Preamble, sections and closing; `./.` ends the last paragraph (Phụ lục III, Mẫu 1.4)."""
    blocks = [paragraph(text, printer) for text in plan.preamble]
    above = "I." if plan.headings == "number" else ""
    blocks += Numbering(plan, printer).items(plan.sections, above)
    blocks += [replace(paragraph(text, printer), kind="closing") for text in plan.closing]
    if blocks:
        last = blocks[-1] if blocks[-1].table else _concluded(blocks[-1])
        blocks[-1] = replace(last, keep=True)
    return tuple(blocks)


def appendix_blocks(plan: Plan, appendix: Appendix, printer: Printer) -> tuple[Block, ...]:
    """All that stands below the head of an appendix, numbered from its own start."""
    above = "I." if appendix.headings == "number" else ""
    return tuple(Numbering(plan, printer).items(appendix.content, above))


def _concluded(block: Block) -> Block:
    """The block with `./.` for its last full stop."""
    *runs, last = block.text.runs or (Run(""),)
    if last.note:
        runs, last = [*_without_stop(runs), last], Run("")
    words = last.text.rstrip().removesuffix(END).rstrip(" .")
    return replace(block, text=block.text.saying((*runs, replace(last, text=words + END))))


def _without_stop(runs: Sequence[Run]) -> Iterator[Run]:
    """The runs before a footnote that ends the text, without the full stop that it follows."""
    for number, run in enumerate(runs, 1):
        last = number == len(runs)
        yield replace(run, text=run.text.removesuffix(END).rstrip(" .")) if last else run


def paragraph(text: Text, printer: Printer) -> Block:
    """A paragraph without a mark."""
    return _block("paragraph", "", printer.inline(text))


def _block(
    kind: str, mark: str, text: Inline, table: TableView | None = None, look: Run | None = None
) -> Block:
    """A block whose mark has the look of the run `look`, or that of the template."""
    words = Traced(mark, Origin("mark", text.origin.text))
    if mark and look and not look.is_plain:
        words = Styled(Inline((replace(look, text=mark),), words.origin))
    return Block(kind, words, text, table)


class Numbering:
    """Walks items and numbers them: titles, points and assignments of a list in one sequence.

    The depth of a heading is the length of its number. A list with a `marker` gives it to all
    its entries; without one, titles and agencies are numbered as headings, points have a dash.
    """

    def __init__(self, plan: Plan, printer: Printer) -> None:
        self.plan = plan
        self.printer = printer
        form = plan.office.form if plan.office else None
        self.bold_run_in = form is None or form.run_in_number != "plain"

    def items(self, items: Sequence[Item], above: str = "") -> Iterator[Block]:
        """The blocks of `items`, of the plan or of an appendix, below the heading `above`."""
        yield from self._items(items, Place(above))

    def _items(self, items: Sequence[Item], place: Place) -> Iterator[Block]:
        for item in items:
            inner = replace(place, marker=item.marker, count=0) if item.marker else place
            if item.title or item.text:
                mark = place.next(titled=bool(item.title))
                inner = mark.below(item.marker)
                yield from self._opening(item, mark)
            if item.plain:
                yield self._paragraph(item.plain)
            if item.centered:
                yield replace(self._paragraph(item.centered), kind="center")
            yield from self._items(item.items, inner)
            if item.table:
                table = table_view(item.table, self.printer)
                yield _block("table", "", Inline((), Origin("blank", item.where)), table)
            for assignment in item.assignments:
                yield from self._assignment(assignment, inner)

    def _opening(self, item: Item, mark: Mark) -> Iterator[Block]:
        """The title or the first paragraph of an item with its mark, then its paragraphs."""
        if not item.title:
            yield self._point(item.text[0], mark)
            yield from map(self._paragraph, item.text[1:])
            return
        title = self.printer.inline(item.title)
        if item.text and str(title).endswith(":"):
            yield self._run_in(title, self.printer.inline(item.text[0]), mark)
            yield from map(self._paragraph, item.text[1:])
        else:
            yield _titled(title, mark)
            yield from map(self._paragraph, item.text)

    def _assignment(self, assignment: Assignment, place: Place) -> Iterator[Block]:
        mark = place.next(titled=True)
        name, names = printed_name(assignment, self.plan.agencies)
        printer = self.printer.knowing(agency=name)
        if assignment.title:
            title = printer.inline(assignment.title)
        else:
            called = references(assignment)
            where = called[0] if called else assignment.where
            title = inline(Traced(name, Origin("agency", where, names=names)))
        paragraphs = list(assignment.text)
        if assignment.task and CALLS_AGENCY.search(assignment.task.value):
            yield _block(mark.point, mark.words, printer.inline(assignment.task))
        elif assignment.task:
            yield self._run_in(_with_colon(title), printer.inline(assignment.task), mark)
        elif paragraphs and str(title).endswith(":"):
            yield self._run_in(title, self.printer.inline(paragraphs.pop(0)), mark)
        else:
            yield _titled(title, mark)
        yield from map(self._paragraph, paragraphs)
        yield from self._items(assignment.tasks, mark.below(assignment.marker))

    def _paragraph(self, text: Text) -> Block:
        return paragraph(text, self.printer)

    def _run_in(self, label: Inline, text: Inline, mark: Mark) -> Block:
        """A label and its text in one paragraph; where nothing marks its look the label is bold.

        Its number has the same look, or none where the office chose so.
        """
        label = label if _has_look(label) else label.looking(bold=True)
        look = label.runs[0] if self.bold_run_in and _is_one_look(label) else None
        whole = Inline((*label.runs, Run(" "), *text.runs), text.origin)
        return replace(_block(mark.point, mark.words, whole, look=look), label=label)

    def _point(self, text: Text, mark: Mark) -> Block:
        """A point with its mark (Phụ lục I, II.6.đ: Vietnamese letters in their order)."""
        if mark.is_past_letters:
            hint = "Chia thành các mục có số, hoặc dùng marker: number."
            self.printer.findings.append(
                text.finding(OUT_OF_LETTERS, "hết chữ cái cho điểm này", hint)
            )
        return _block(mark.point, mark.words, self.printer.inline(text))


def _titled(title: Inline, mark: Mark) -> Block:
    """A title on a line of its own. Marks around all of it say its look, else the template does."""
    if mark.heading:
        title = _as_marked(title)
        look = title.runs[0] if _is_one_look(title) else None
        return _block(mark.heading, mark.words, title, look=look)
    title = title if _has_look(title) else title.looking(bold=True)
    block = _block(mark.point, mark.words, title, look=title.runs[0] if title.runs else None)
    return replace(block, keep=True)


def _with_colon(label: Inline) -> Inline:
    *runs, last = label.runs or (Run(""),)
    return label.saying((*runs, replace(last, text=last.text.rstrip(" :") + ":")))


def _has_look(text: Inline) -> bool:
    return any(run.bold or run.italic for run in text.runs)


def _is_one_look(text: Inline) -> bool:
    said = [run for run in text.runs if not run.note]
    return len(said) == 1 and _has_look(text)


def _as_marked(title: Inline) -> Inline:
    """A title that is all italic is not bold, whatever its style."""
    return title.looking(light=True) if _is_one_look(title) and not title.runs[0].bold else title
