"""The agency that a command was asked for."""

from __future__ import annotations

from docgen.commands.say import Say
from docgen.plan.agencies import find
from docgen.plan.model import Plan
from docgen.vietnamese import closest


def agency_key(asked: str, plan: Plan, say: Say) -> str | None:
    """The key of the agency called so; says so where there is none."""
    key = find(asked, plan.agencies)
    if key is None:
        near = closest(asked, list(plan.agencies))
        meant = f"; có phải ý là {near[0]}?" if near else ""
        say.problem(f"agencies.yaml không có cơ quan “{asked}”{meant}")
    return key
