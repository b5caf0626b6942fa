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
from docgen.plan.compute import names
from docgen.plan.model import Appendix, Plan
from docgen.plan.source import Text
from docgen.view.body import Block, body_blocks
from docgen.view.inline import Inline, inline
from docgen.view.printed import TableRow
from docgen.view.printing import Printer, ended
from docgen.view.table import TableView, table_view
from docgen.view.wordml import Line

ADDRESSED_TO = "Kính gửi:"  # the template's words, but only where there is somebody (II.9.d)
GAP = "\u00a0" * 6
SHARE_OF_TEXT = Decimal("0.4")


@dataclass(frozen=True, slots=True)
class Piece:
    """A string that must stand on the paper, or a table row, and where it comes from.

    The pieces of `head` and of `end` may stand in any order (the office arranges its
    letterhead and its signature block); those of the other parts stand as listed.
    """

    part: str
    content: str | TableRow
    origin: Text | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """The lines under the issuer, the motto and the subject."""

    issuer: Line
    motto: Line
    subject: Line


@dataclass(frozen=True, slots=True)
class SignatureView:
    """Quyền hạn, chức vụ, họ tên."""

    lines: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class AppendixView:
    """One appendix as printed; `orientation` is `landscape` or `portrait`."""

    label: str
    title: tuple[str, ...]
    reference: str
    rule: Line
    orientation: str
    text: tuple[Block, ...]
    table: TableView | tuple[()]
    notes: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class View:
    """What the template shows; its fields are the names a template may use."""

    superior: tuple[str, ...]
    issuer: tuple[str, ...]
    number: str
    symbol: str
    place: str
    date: str
    subject: Inline
    below_subject: tuple[Inline, ...]
    rules: Rules
    bases: tuple[Inline, ...]
    addressees: tuple[str, ...]
    body: tuple[Block, ...]
    recipients: tuple[str, ...]
    signature: SignatureView
    appendices: tuple[AppendixView, ...]

    @property
    def context(self) -> dict[str, Any]:
        """The names for the template."""
        return {each.name: getattr(self, each.name) for each in fields(self)}

    @property
    def pieces(self) -> Iterator[Piece]:
        """Every string of the view in reading order."""
        head = (*self.superior, *self.issuer, self.number, self.symbol, self.place, self.date)
        yield from (Piece("head", text) for text in head if text)
        yield Piece("title", str(self.subject))
        yield from (Piece("title", str(line)) for line in self.below_subject)
        if self.addressees:
            yield Piece("body", ADDRESSED_TO)
        yield from (Piece("body", line) for line in self.addressees)
        yield from (Piece("body", str(basis)) for basis in self.bases)
        yield from _block_pieces("body", self.body)
        end = (*self.recipients, *self.signature.lines, self.signature.name)
        yield from (Piece("end", text) for text in end if text)
        for number, appendix in enumerate(self.appendices, 1):
            part = f"appendix {number}"
            lines = (appendix.label, *appendix.title, appendix.reference)
            yield from (Piece(part, text) for text in lines)
            yield from _block_pieces(part, appendix.text)
            if appendix.table:
                yield from (Piece(part, row) for row in appendix.table.rows)
            yield from _block_pieces(part, appendix.notes)


def _block_pieces(part: str, blocks: Sequence[Block]) -> Iterator[Piece]:
    for block in blocks:
        if block.table:
            yield from (Piece(part, row, block.origin) for row in block.table.rows)
            continue
        if block.mark:
            yield Piece(part, block.mark, block.origin)
        yield Piece(part, str(block.text), block.origin)


def build_view(plan: Plan, *, draft: bool = False) -> tuple[View, list[Finding]]:
    """The printed strings of a plan and the findings met on the way (`{{ … }}`, formulas).

    In a draft, cells that are still to be filled in show `[[thiếu: …]]`.
    """
    printer = Printer(names(plan), draft=draft)
    place = printer.plain(plan.place, "địa danh")
    issuer = printer.lines(plan.issuer.name if plan.issuer else ())
    subject = printer.inline(plan.subject, "trích yếu")
    view = View(
        superior=printer.lines(plan.issuer.superior if plan.issuer else ()),
        issuer=issuer,
        number=_number(plan) or GAP,
        symbol=printer.plain(plan.symbol, "ký hiệu"),
        place=place,
        date=_date(plan, filled=True),
        subject=subject,
        below_subject=tuple(printer.inline(each) for each in plan.below_subject),
        rules=Rules(
            Line(issuer, SHARE_OF_TEXT),
            Line(("Độc lập - Tự do - Hạnh phúc",), Decimal(1)),
            Line((str(subject),), SHARE_OF_TEXT),
        ),
        bases=tuple(inline(each) for each in ended(printer.lines(plan.bases))),
        addressees=_addressees(printer.lines(plan.addressees)),
        body=body_blocks(plan, printer),
        recipients=tuple(f"- {each}" for each in ended(printer.lines(plan.recipients))),
        signature=SignatureView(
            printer.lines(plan.signature.lines if plan.signature else ()),
            printer.optional(plan.signature.name if plan.signature else None),
        ),
        appendices=tuple(
            _appendix(plan, appendix, number, printer)
            for number, appendix in enumerate(plan.appendices, 1)
        ),
    )
    return view, printer.findings


def _number(plan: Plan) -> str:
    return vietnamese.document_number(plan.number.value) if plan.number else ""


def _date(plan: Plan, *, filled: bool) -> str:
    """Long date with gaps for what is not known yet (Phụ lục I, II.4.b); its year is its own."""
    if plan.date is None:
        return vietnamese.format_partial_day(None, None, None, gap=GAP)
    month, day = (plan.date.month, plan.date.day) if filled else (None, None)
    return vietnamese.format_partial_day(plan.date.year, month, day, gap=GAP)


def _addressees(lines: Sequence[str]) -> tuple[str, ...]:
    """Under Kính gửi: one as it is, several each on a line of its own (Phụ lục I, II.9.d)."""
    return tuple(lines) if len(lines) <= 1 else tuple(f"- {line}" for line in ended(lines))


def _appendix(plan: Plan, appendix: Appendix, number: int, printer: Printer) -> AppendixView:
    several = len(plan.appendices) > 1
    title = printer.lines(appendix.title)
    on_paper = plan.issue != "electronic"
    document = _number(plan) if on_paper else ""
    symbol = printer.plain(plan.symbol, "ký hiệu")
    issuer = printer.plain(plan.issuer.short if plan.issuer else None, "cơ quan ban hành")
    date = _date(plan, filled=on_paper)
    return AppendixView(
        label=f"Phụ lục {vietnamese.roman(number)}" if several else "Phụ lục",
        title=title,
        reference=f"(Ban hành kèm theo Kế hoạch số {document or GAP}/{symbol} {date} của {issuer})",
        rule=Line(title, SHARE_OF_TEXT),
        orientation=appendix.orientation or "landscape",
        text=tuple(
            Block("paragraph", "", printer.inline(each), origin=each) for each in appendix.text
        ),
        table=table_view(appendix.table, printer) if appendix.table else (),
        notes=tuple(
            Block("paragraph", "", printer.inline(each), origin=each) for each in appendix.notes
        ),
    )
