"""What content must say and an old document does not: the year it is given, gaps for the rest."""

from __future__ import annotations

from dataclasses import replace

from docgen.plan.dates import Period, Years
from docgen.plan.model import Plan, Signature
from docgen.plan.office import Issuer, Office
from docgen.plan.source import Source, Text

GAP = "…"
WORDS = {
    "issuer": "cơ quan ban hành (issuer)",
    "symbol": "ký hiệu (symbol)",
    "place": "địa danh (place)",
    "subject": "trích yếu (subject)",
}


def filled(plan: Plan, years: Period, name: str, office: Office) -> tuple[Plan, tuple[str, ...]]:
    """The plan with a gap `…` for what it must say, and what an officer is to fill in.

    What the office says for all its plans is left to it.
    """
    source = Source(name, GAP)
    gap = Text(GAP, source, 0, 1, "")
    to_fill = [
        words for key, words in WORDS.items()
        if not _said(plan, key) and not getattr(office, key, None)
    ]  # fmt: skip
    signature = plan.signature
    signed = (signature and (signature.lines or signature.name)) or office.authority
    unsigned = not signed and not plan.is_attached  # its carrier is signed
    to_fill += ["người ký (signature)"] if unsigned else []
    issuer = plan.issuer or Issuer()
    if WORDS["issuer"] in to_fill:
        issuer = replace(issuer, name=issuer.name or (gap,), short=issuer.short or gap)
    changed = replace(
        plan,
        year=Years(years, replace(gap, value=str(years))),
        taken_from=replace(gap, value=name),
        issuer=issuer,
        signature=Signature((gap,)) if unsigned else plan.signature,
        symbol=gap if WORDS["symbol"] in to_fill else plan.symbol,
        place=gap if WORDS["place"] in to_fill else plan.place,
        subject=gap if WORDS["subject"] in to_fill else plan.subject,
    )
    return changed, tuple(to_fill)


def _said(plan: Plan, key: str) -> bool:
    if key == "issuer":
        return bool(plan.issuer and plan.issuer.name and plan.issuer.short)
    return bool(getattr(plan, key))
