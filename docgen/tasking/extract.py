"""What of a plan concerns one agency, as the plan prints it: its tasks and its rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from docgen import vietnamese
from docgen.tasking.ownership import Duty, Spot, spot
from docgen.tasking.table_rows import only, paragraphs
from docgen.view.appendix import AppendixView
from docgen.view.beside import BesidePlan
from docgen.view.body import Block
from docgen.view.inline import Footnote, Inline
from docgen.view.origin import Origin, Traced
from docgen.view.plan import GAP, Piece, View, block_pieces

BLANK_DATE = Traced(
    vietnamese.format_partial_day(None, None, None, gap=GAP), Origin("blank", None)
)  # of the sheet, written in by hand
HEADINGS = ("heading1", "heading2", "heading3")


@dataclass(frozen=True, slots=True)
class Sheet(BesidePlan):
    """Phiếu giao việc: the names of the plan, its text and appendices cut down to one agency.

    `related` are tasks of others in which the agency is named; `amount` says how much it is.
    """

    agency: Traced
    body: tuple[Block, ...]
    related: tuple[Block, ...]
    appendices: tuple[AppendixView, ...]
    amount: Traced
    blank_date: Traced = BLANK_DATE

    @property
    def footnotes(self) -> tuple[Footnote, ...]:
        """Those that the text which is left calls, and what is called in the subject."""
        called = {
            note.number
            for piece in self.pieces
            for string in piece.strings
            if isinstance(string, Inline)
            for _, note in string.notes
        }
        return tuple(note for note in self.plan.footnotes if note.number in called)

    @property
    def title(self) -> str:
        """What the document is called among its properties."""
        return f"Phiếu giao việc, {self.agency}: {self.plan.title}"

    @property
    def pieces(self) -> Iterator[Piece]:
        """What of the plan must stand on the paper, in reading order."""
        plan = self.plan
        for part, texts in (
            ("head issuer", (*plan.superior, *plan.issuer)), ("head place", (plan.place,)),
            ("head date", (BLANK_DATE,)),
        ):  # fmt: skip
            yield from (Piece(part, text) for text in texts if text)
        named = (plan.subject, self.agency, plan.number, plan.symbol, plan.date, self.agency,
                 self.amount)  # fmt: skip
        yield from (Piece("body", each) for each in named if each)
        yield from block_pieces("body", self.body)
        if self.related:
            yield Piece("body", self.agency)
            yield from block_pieces("body", self.related)
        signed = (*plan.signature.lines, plan.signature.name)
        yield from (Piece("end signature", each) for each in signed if each)
        for number, appendix in enumerate(self.appendices, 1):
            lines = (appendix.label, *appendix.title, appendix.reference)
            yield from (Piece(f"appendix {number}", each) for each in lines if each)
            yield from block_pieces(f"appendix {number}", appendix.body)


def sheet_of(key: str, name: str, found: Sequence[Duty], view: View) -> Sheet:
    """The sheet of the agency `key`, which is called `name`."""
    given = [duty for duty in found if key in duty.given]
    tasks = [duty for duty in given if duty.row is None]
    others = [duty for duty in found if duty.row is None and key in duty.named and duty.given]
    rows = {id(duty.row) for duty in given if duty.row}
    mine = _spots(tasks)
    appendices = (replace(each, body=_cut(each.body, mine, rows)) for each in view.appendices)
    return Sheet(
        plan=view,
        agency=Traced(name, Origin("mark", None)),
        body=_cut(view.body, mine, rows),
        related=tuple(
            block
            for blocks in (view.body, *(each.body for each in view.appendices))
            for block in _cut(blocks, _spots(others), ())
        ),
        appendices=tuple(each for each in appendices if each.body),
        amount=Traced(_amount(len(tasks), len(rows)), Origin("mark", None)),
    )


def _amount(tasks: int, rows: int) -> str:
    counts = ((tasks, "nhiệm vụ trong lời văn"), (rows, "dòng của bảng"))
    return " và ".join(f"{count} {what}" for count, what in counts if count)


def _spots(tasks: Iterable[Duty]) -> frozenset[Spot]:
    """The scalars of these tasks and of what they stand under."""
    texts = (text for duty in tasks for text in (*duty.texts, duty.heading) if text)
    return frozenset(map(spot, texts))


def _cut(
    blocks: Sequence[Block], tasks: frozenset[Spot], rows: Collection[int]
) -> tuple[Block, ...]:
    """The blocks of these tasks and rows, below their headings."""
    above: list[Block] = []
    kept: list[Block] = []
    for block in blocks:
        if block.kind in HEADINGS:
            above = [each for each in above if each.kind < block.kind]
        left = _left_of(block, tasks, rows)
        if left:
            kept += (each for each in above if not any(each is known for known in kept))
            kept.append(left)
        if block.kind in HEADINGS and not left:
            above.append(block)
    return tuple(kept)


def _left_of(block: Block, tasks: frozenset[Spot], rows: Collection[int]) -> Block | None:
    """The block as it stands in the sheet; a table of a task whole, else its rows."""
    if block.table is None:
        text = block.text.origin.text
        return block if text and spot(text) in tasks else None
    said = (text for row in block.table.rows for _, text, _ in paragraphs(row))
    if any(spot(text) in tasks for text in said):
        return block
    left = only(block.table.rows, rows)
    if all(row.header for row in left):
        return None
    return replace(block, table=replace(block.table, rows=left))
