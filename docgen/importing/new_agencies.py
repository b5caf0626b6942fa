"""Agencies that a plan gives tasks to and nobody knows yet: each gets a key, to be proposed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any

from docgen.plan.agencies import find
from docgen.plan.model import Agency, Assignment, Plan
from docgen.vietnamese import without_marks

_PREFIX = re.compile(r"^(?:Đối với|Giao|Đề nghị|Yêu cầu)\s+")


def with_agencies(plan: Plan) -> tuple[Plan, dict[str, str]]:
    """The plan with a key for every assignment, and the names of the new keys."""
    proposing = _Proposing(plan.agencies)
    return (
        replace(
            plan,
            sections=proposing.of(plan.sections),
            appendices=proposing.of(plan.appendices),
        ),
        proposing.proposed,
    )


@dataclass
class _Proposing:
    agencies: Mapping[str, Agency]
    proposed: dict[str, str] = field(default_factory=dict)

    def of(self, value: Any) -> Any:
        """The same value, its assignments with keys."""
        if isinstance(value, tuple):
            return tuple(map(self.of, value))
        if isinstance(value, Assignment):
            value = self._keyed(value)
        if not is_dataclass(value) or isinstance(value, type):
            return value
        below = {
            each.name: self.of(getattr(value, each.name))
            for each in fields(value)
            if each.name in ("items", "tasks", "assignments")
        }
        return replace(value, **below) if below else value

    def _keyed(self, assignment: Assignment) -> Assignment:
        title = assignment.title
        called = assignment.agency
        if called and not find(called.value, self.agencies):  # a name within its task's sentence
            return replace(assignment, agency=replace(called, value=self._key(called.value)))
        if called or assignment.agencies or title is None:
            return assignment
        name = _PREFIX.sub("", title.value.rstrip(": "))
        key = self._key(name)
        same = title.value == name
        shown = None if same else replace(title, value=title.value.replace(name, "{{ agency }}"))
        return replace(assignment, agency=replace(title, value=key), title=shown)

    def _key(self, name: str) -> str:
        """The key of a name that is proposed, the same wherever it is named."""
        key = slug(name)
        if key in self.agencies or self.proposed.setdefault(key, name) != name:
            key = f"{key}-2"
            self.proposed[key] = name
        return key


def slug(name: str) -> str:
    """The key of an agency: its name without marks, words joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", without_marks(name).lower()).strip("-") or "co-quan"
