"""The plan's year in its sentences as `{{ year }}`, so that next year's text moves by itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from docgen.plan.dates import Period
from docgen.plan.model import Plan
from docgen.plan.source import Text

SAYS_YEARS = (
    "subject", "preamble", "sections", "closing", "appendices",
    "title", "text", "plain", "centered", "items", "assignments", "task", "tasks", "notes",
)  # fmt: skip
BEFORE = 2


def with_years(plan: Plan, years: Period) -> Plan:
    """The plan with its year, and the two before it, by name; tables and dates stay as typed."""
    named = {str(years): "{{ year }}"}
    if years.several:
        named |= {str(years.last): "{{ last_year }}", str(int(years)): "{{ first_year }}"}
    named |= {str(years - back): f"{{{{ year - {back} }}}}" for back in range(1, BEFORE + 1)}
    pattern = re.compile(
        rf"(?<![\d/.,\-–])(?:{'|'.join(map(re.escape, named))})(?![\d/\-–]|[.,]\d)"
    )
    changed: Plan = _of(plan, lambda words: pattern.sub(lambda match: named[match[0]], words))
    return changed


def _of(value: Any, renamed: Callable[[str], str]) -> Any:
    if isinstance(value, tuple):
        return tuple(_of(each, renamed) for each in value)
    if isinstance(value, Text):
        return replace(value, value=renamed(value.value))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    said = {
        each.name: _of(getattr(value, each.name), renamed)
        for each in fields(value)
        if each.name in SAYS_YEARS
    }
    return replace(value, **said)
