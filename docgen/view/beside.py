"""A document that goes with a plan and may use all its names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

from docgen.view.inline import Footnote
from docgen.view.plan import View


@dataclass(frozen=True, slots=True)
class BesidePlan:
    """What the template of such a document shows: the names of the plan, and its own fields."""

    plan: View

    @property
    def context(self) -> dict[str, Any]:
        """The names for the template; its own go before the plan's."""
        own = (each.name for each in fields(self) if each.name != "plan")
        return {**self.plan.context, **{name: getattr(self, name) for name in own}}

    @property
    def footnotes(self) -> tuple[Footnote, ...]:
        """None, unless it shows text of the plan."""
        return ()

    @property
    def issuer(self) -> Sequence[str]:
        """The office of the plan."""
        return self.plan.issuer
