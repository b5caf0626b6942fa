"""What the classes of the plan are declared with: exact scalars, and keys with their words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from docgen.plan.source import Text


@dataclass(frozen=True, slots=True)
class Number:
    """An exact decimal as the content writes it (`0,8430` keeps its last zero)."""

    value: Decimal
    text: Text


@dataclass(frozen=True, slots=True)
class Integer:
    """A whole number: a year, a rank. Never grouped on paper."""

    value: int
    text: Text


@dataclass(frozen=True, slots=True)
class Day:
    """A date, written `05/6/2024` in the content."""

    value: date
    text: Text


def entry(title: str, description: str = "", **extra: Any) -> Any:
    """A field with its Vietnamese title and description.

    `required=True`: a finding when the key is missing, or blank unless `blank=True`, which
    makes that an empty text. Otherwise the field is empty (`None`, `()` or `{}`) when the key
    is missing or blank. `include=True`: the value
    may be the name of another content file. `private=True`: no key of the content.
    `shared=True`: what is missing may stand in `office.yaml`. `agency=True`: it names agencies.
    """
    required = extra.pop("required", False)
    metadata = {"title": title, "description": description, "required": required, **extra}
    return field(default=None, metadata=metadata)


def entries(title: str, description: str = "", **extra: Any) -> Any:
    """A field that is empty, not `None`, where the content has nothing."""
    empty = extra.pop("empty", tuple)
    metadata = {"title": title, "description": description, "required": False, **extra}
    return field(default_factory=empty, metadata=metadata)
