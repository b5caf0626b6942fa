"""Three plans and more in one form: years in a row, or a base and two versions of it."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.commands.screen import columns
from docgen.diff.sides.report import Report
from docgen.diff.sides.versions import versions
from docgen.diff.sides.years import over_the_years
from docgen.plan.model import Plan

VERSIONS = 3  # a base, ours and theirs


def many_sides(
    plans: Sequence[Plan], names: Sequence[str], notes: Sequence[str], form: str, *, to_screen: bool
) -> bytes:
    """The comparison of the plans in a form: as versions where three are of one year."""
    report = _report(plans, names, notes)
    if form == "xlsx":
        from docgen.diff.sides.forms.workbook import xlsx

        return xlsx(report)
    if form == "html":
        from docgen.diff.sides.forms.page import html

        text = html(report)
    elif form == "json":
        from docgen.diff.sides.forms.json import json

        text = json(report)
    else:
        from docgen.diff.sides.forms.text import markdown, terminal

        if form == "markdown":
            text = markdown(report)
        else:
            text = terminal(report, width=columns(to_screen=to_screen))
    return f"{text.rstrip()}\n".encode()


def _report(plans: Sequence[Plan], names: Sequence[str], notes: Sequence[str]) -> Report:
    years = {str(plan.year.value) if plan.year else "" for plan in plans}
    if len(years) == 1 and len(plans) == VERSIONS:
        base, ours, theirs = plans
        return versions(base, ours, theirs, names, notes)
    return over_the_years(plans, names, notes)
