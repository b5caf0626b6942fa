"""What is still to be done in a year: what is wrong with it, what the year before left in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from docgen import pipeline
from docgen.edit import to_do
from docgen.edit.work_list import Kind, work_list
from docgen.finding import Finding, in_order
from docgen.load.folder import load
from docgen.plan.model import Plan


def work_left(plan: Plan, findings: Sequence[Finding], year: str, root: Path) -> list[Kind]:
    """The work in the plan of the folder `year` by kind; `findings` are those of its check.

    What was kept is seen against the last year before that there is.
    """
    old = _year_before(year, root)
    found = [*findings]
    if old and old.year:
        found += to_do.of(plan, old.year.value, old)
    return work_list(plan, in_order(found), old)


def _year_before(year: str, root: Path) -> Plan | None:
    earlier = [each for each in pipeline.years(root) if each < year]
    return load(root / pipeline.CONTENT / earlier[-1], root)[0] if earlier else None
