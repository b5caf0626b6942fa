"""The exact strings that reach the paper, in the names the template uses.

`build_view` turns a plan into a `View`: numbering made, values filled in, marks and
closing punctuation set as the decree wants them. Nothing below this stage knows what a
plan is. `View.pieces` lists the same strings in reading order for the read-back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any

from docgen import vietnamese
from docgen.finding import Finding
from docgen.plan.compute import ComputedTable, names
from docgen.plan.model import NO_SYMBOL, Plan
from docgen.view.appendix import SHARE_OF_TEXT, AppendixView, appendix_view
from docgen.view.body import Block, body_blocks
from docgen.view.inline import Footnote, Inline, scripts
from docgen.view.origin import Origin, Traced
from docgen.view.printed import TableRow
from docgen.view.printing import Printer, ended
from docgen.view.wordml import Line

ADDRESSED_TO = "Kính gửi:"  # the template's words, but only where there is somebody (II.9.d)
GAP = "\u00a0" * 6


@dataclass(frozen=True, slots=True)
class Piece:
    """A string that must stand on the paper, or a table row; both know where they come from.

    The parts `head …` and `end …` may stand in any order (the office arranges its letterhead and
    its signature block); the pieces of a part, and those of all other parts, stand as listed.
    """

    part: str
    content: Traced | Inline | TableRow

    @property
    def origin(self) -> Origin:
        """What made it; a row has that of its first cell."""
        return self.content.origin

    @property
    def strings(self) -> Iterator[Traced | Inline]:
        """What is printed: the string, or each paragraph of each cell of the row.

        Footnotes come behind the string that calls them.
        """
        cells = self.content.passing if isinstance(self.content, TableRow) else ()
        own = [self.content] if not isinstance(self.content, TableRow) else []
        for string in (*own, *(each for cell in cells for each in cell.paragraphs)):
            yield string
            if isinstance(string, Inline):
                yield from (note.words for _, note in string.notes)


@dataclass(frozen=True, slots=True)
class Rules:
    """The lines under the issuer, the motto and the subject."""

    issuer: Line
    motto: Line
    subject: Line


@dataclass(frozen=True, slots=True)
class SignatureView:
    """Quyền hạn, chức vụ, họ tên."""

    lines: tuple[Traced, ...]
    name: Traced


@dataclass(frozen=True, slots=True)
class View:
    """What the template shows; its fields are the names a template may use."""

    superior: tuple[Traced, ...]
    issuer: tuple[Traced, ...]
    number: Traced
    symbol: Traced
    place: Traced
    date: Traced
    subject: Inline
    below_subject: tuple[Inline, ...]
    rules: Rules
    bases: tuple[Inline, ...]
    addressees: tuple[Traced, ...]
    body: tuple[Block, ...]
    recipients: tuple[Traced, ...]
    signature: SignatureView
    appendices: tuple[AppendixView, ...]
    footnotes: tuple[Footnote, ...]

    @property
    def title(self) -> str:
        """What the document is called among its properties."""
        return f"Kế hoạch {self.subject}"

    @property
    def context(self) -> dict[str, Any]:
        """The names for the template."""
        return {each.name: getattr(self, each.name) for each in fields(self)}

    @property
    def blocks(self) -> Iterator[Block]:
        """The paragraphs and tables of the text, then those of each appendix."""
        yield from self.body
        for appendix in self.appendices:
            yield from appendix.body

    @property
    def computed(self) -> tuple[ComputedTable, ...]:
        """The tables with their numbers."""
        return tuple(block.table.computed for block in self.blocks if block.table)

    @property
    def pieces(self) -> Iterator[Piece]:
        """Every string of the view in reading order: the one list of what is printed."""
        yield from self._groups(
            ("head issuer", (*self.superior, *self.issuer)), ("head number", (self.number,)),
            ("head symbol", (self.symbol,)), ("head place", (self.place,)),
            ("head date", (self.date,)),
        )  # fmt: skip
        yield Piece("title", self.subject)
        yield from (Piece("title", line) for line in self.below_subject)
        if self.addressees:
            first = self.addressees[0].origin.text
            yield Piece("body", Traced(ADDRESSED_TO, Origin("mark", first)))
        yield from (Piece("body", line) for line in self.addressees)
        yield from (Piece("body", basis) for basis in self.bases)
        yield from block_pieces("body", self.body)
        signature = (*self.signature.lines, self.signature.name)
        yield from self._groups(("end recipients", self.recipients), ("end signature", signature))
        for number, appendix in enumerate(self.appendices, 1):
            part = f"appendix {number}"
            lines = (appendix.label, *appendix.title, appendix.reference)
            yield from (Piece(part, text) for text in lines if text)
            yield from block_pieces(part, appendix.body)

    @staticmethod
    def _groups(*groups: tuple[str, Sequence[Traced]]) -> Iterator[Piece]:
        yield from (Piece(part, text) for part, texts in groups for text in texts if text)


def block_pieces(part: str, blocks: Sequence[Block]) -> Iterator[Piece]:
    """What must stand on the paper of these paragraphs and tables."""
    for block in blocks:
        if block.table:
            if block.table.unit:
                yield Piece(part, block.table.unit)
            yield from (Piece(part, row) for row in block.table.rows)
            continue
        yield from (Piece(part, each) for each in block.strings)


def build_view(plan: Plan, *, draft: bool = False) -> tuple[View, list[Finding]]:
    """The printed strings of a plan and the findings met on the way (`{{ … }}`, formulas).

    In a draft, cells that are still to be filled in show `[[thiếu: …]]`.
    """
    printer = Printer(names(plan), draft=draft, office=plan.office)
    place = printer.plain(plan.place, "địa danh")
    issuer = printer.lines(plan.issuer.name if plan.issuer else ())
    subject = printer.marked(printer.plain(plan.subject, "trích yếu"))
    undated = plan.is_attached and (plan.date is None or place == NO_SYMBOL)
    view = View(
        superior=printer.lines(plan.issuer.superior if plan.issuer else ()),
        issuer=issuer,
        number=_number(plan),
        symbol=_unless(plan.is_attached, printer.plain(plan.symbol, "ký hiệu")),
        place=_unless(undated, place),
        date=_unless(undated, Traced(_date(plan, filled=True), _date_origin(plan))),
        subject=subject,
        below_subject=tuple(printer.inline(each) for each in plan.below_subject),
        rules=Rules(
            Line(issuer, SHARE_OF_TEXT),
            Line(("Độc lập - Tự do - Hạnh phúc",), Decimal(1)),
            Line((str(subject),), SHARE_OF_TEXT),
        ),
        bases=tuple(map(printer.marked, ended(printer.lines(plan.bases)))),
        addressees=_addressees(printer.lines(plan.addressees)),
        body=body_blocks(plan, printer),
        recipients=tuple(map(scripts, _dashed(ended(printer.lines(plan.recipients))))),
        signature=SignatureView(
            printer.lines(plan.signature.lines if plan.signature else ()),
            _signer(plan, printer),
        ),
        appendices=_appendices(plan, printer),
        footnotes=tuple(printer.footnotes),  # last: all texts above are printed by now
    )
    return view, printer.findings


def _unless(left_out: bool, text: Traced) -> Traced:
    """The text, or nothing where a plan that another document carries does not print it."""
    return Traced("", Origin("blank", text.origin.text)) if left_out else text


def _number(plan: Plan) -> Traced:
    """The number as printed, or the gap for it; nothing where the plan has none of its own."""
    if plan.is_attached:
        return Traced("", Origin("blank", plan.symbol))
    if plan.number is None:
        return Traced(GAP, Origin("blank", plan.symbol))
    return Traced(vietnamese.document_number(plan.number.value), Origin("number", plan.number))


def _signer(plan: Plan, printer: Printer) -> Traced:
    name = plan.signature.name if plan.signature else None
    return printer.traced(name) if name else Traced("", Origin("blank", None))


def _date(plan: Plan, *, filled: bool) -> str:
    """Long date with gaps for what is not known yet (Phụ lục I, II.4.b); its year is its own."""
    if plan.date is None:
        return vietnamese.format_partial_day(None, None, None, gap=GAP)
    month, day = (plan.date.month, plan.date.day) if filled else (None, None)
    return vietnamese.format_partial_day(plan.date.year, month, day, gap=GAP)


def _date_origin(plan: Plan) -> Origin:
    if plan.date:
        return Origin("date", plan.date.text)
    return Origin("blank", plan.year.text if plan.year else None)


def _addressees(lines: Sequence[Traced]) -> tuple[Traced, ...]:
    """Under Kính gửi: one as it is, several each on a line of its own (Phụ lục I, II.9.d)."""
    return tuple(lines) if len(lines) <= 1 else _dashed(ended(lines))


def _dashed(lines: Sequence[Traced]) -> tuple[Traced, ...]:
    return tuple(Traced(f"- {line}", line.origin) for line in lines)


def _appendices(plan: Plan, printer: Printer) -> tuple[AppendixView, ...]:
    """Number and date stay blank on a plan that is issued electronically (III.1.c)."""
    on_paper = plan.issue != "electronic"
    document = _number(plan) if on_paper else GAP
    date = _date(plan, filled=on_paper)
    return tuple(
        appendix_view(plan, number, printer, document, date)
        for number in range(len(plan.appendices))
    )
