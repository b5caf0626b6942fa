"""Keys that somebody wrote, against those that may stand there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen.plan.table import column_called


def by_title(word: str, known: Any) -> str:
    """The key whose Vietnamese title was written for it; "" where there is none."""
    if not isinstance(known, Mapping):
        return ""
    for name, each in known.items():
        title = each if isinstance(each, str) else each.metadata.get("title", "")
        if title.lower() == word.lower():
            return str(name)
    return ""


def called(name: str, known: Any) -> str:
    """A key as it is written; that of a column, whose title is known, with its title."""
    title = known.get(name) if isinstance(known, Mapping) else None
    return column_called(title, name) if isinstance(title, str) else f"“{name}”"
