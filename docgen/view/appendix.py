"""An appendix as printed: its head, and whatever stands below it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from docgen.plan.appendix_names import labels_of
from docgen.plan.model import NO_REFERENCE, Appendix, Plan
from docgen.view.body import Block, appendix_blocks
from docgen.view.origin import Origin, Traced
from docgen.view.printing import Printer
from docgen.view.wordml import Line

SHARE_OF_TEXT = Decimal("0.4")


@dataclass(frozen=True, slots=True)
class AppendixView:
    """One appendix as printed; `orientation` is `landscape` or `portrait`.

    `reference` has no words where the content leaves that line out.
    """

    label: Traced
    title: tuple[Traced, ...]
    reference: Traced
    rule: Line
    orientation: str
    body: tuple[Block, ...]


def appendix_view(
    plan: Plan, number: int, printer: Printer, document: str, date: str
) -> AppendixView:
    """The appendix at position `number`; `document` and `date` are the plan's, or gaps."""
    appendix = plan.appendices[number]
    title = printer.lines(appendix.title)
    return AppendixView(
        label=_label(plan, number, printer),
        title=title,
        reference=_reference(plan, appendix, printer, document, date),
        rule=Line(title, SHARE_OF_TEXT),
        orientation=appendix.orientation or "landscape",
        body=appendix_blocks(plan, appendix, printer),
    )


def _label(plan: Plan, number: int, printer: Printer) -> Traced:
    """The label that the content gives, or Phụ lục, numbered where there are several (III.1.a)."""
    appendix = plan.appendices[number]
    if appendix.label:
        return printer.traced(appendix.label)
    return Traced(labels_of(plan)[number], Origin("mark", appendix.where))


def _reference(
    plan: Plan, appendix: Appendix, printer: Printer, document: str, date: str
) -> Traced:
    """Which document the appendix belongs to (III.1.c), or what the content says instead."""
    if plan.is_attached and appendix.reference is None:
        with_plan = plan.below_subject[:1]
        return printer.traced(with_plan[0]) if with_plan else Traced("", Origin("blank", None))
    symbol = printer.plain(plan.symbol, "ký hiệu")
    issuer = printer.plain(plan.issuer.short if plan.issuer else None, "cơ quan ban hành")
    if appendix.reference is None:
        words = f"(Ban hành kèm theo Kế hoạch số {document}/{symbol} {date} của {issuer})"
        return Traced(words, Origin("mark", appendix.where))
    if appendix.reference.value == NO_REFERENCE:
        return Traced("", Origin("blank", appendix.reference))
    return printer.traced(appendix.reference)
