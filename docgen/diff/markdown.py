"""A comparison as Markdown, for a merge request or a wiki."""

from __future__ import annotations

from docgen.diff.compare import Comparison


def markdown(comparison: Comparison) -> str:
    """The summary, then the changes by place; everything from the content is escaped."""
    raise NotImplementedError
