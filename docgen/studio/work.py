"""What is still to be done in a year, by kind and by agency, as the page shows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docgen.edit.work_list import Job, Kind, of_agency
from docgen.plan.model import Plan
from docgen.studio.safety import Refused


def as_plain(kinds: Sequence[Kind], plan: Plan, agency: str) -> dict[str, Any]:
    """The `kinds` of work, of one `agency` where a key is given; who has how much.

    Work of the same words is together. Raises `Refused` for an agency that the plan has not.
    """
    if agency and agency not in plan.agencies:
        raise Refused(422, "Không có cơ quan này.")
    counts = {key: _count(of_agency(kinds, key, plan)) for key in plan.agencies}
    chosen = of_agency(kinds, agency, plan) if agency else kinds
    return {
        "all": _count(kinds),
        "agencies": [[key, str(plan.agencies[key].name), n] for key, n in counts.items() if n],
        "kinds": [
            {"title": kind.title, "alike": [_alike(jobs) for jobs in kind.alike]} for kind in chosen
        ],
    }


def _count(kinds: Sequence[Kind]) -> int:
    return sum(len(kind.jobs) for kind in kinds)


def _alike(jobs: Sequence[Job]) -> dict[str, Any]:
    first = jobs[0].finding
    places = [
        {
            "code": job.finding.code,
            "file": job.finding.where.file,
            "line": job.finding.where.line,
            "column": job.finding.where.column,
            "owner": job.owner,
            "last": job.last,
        }
        for job in jobs
    ]
    return {"message": first.message, "hint": first.hint, "jobs": places}
