"""A comparison as one page for a browser: offline, filtered by agency and kind, printable."""

from __future__ import annotations

from docgen.diff.compare import Comparison


def html(comparison: Comparison) -> str:
    """The whole page, self-contained: nothing is fetched when it is opened."""
    raise NotImplementedError
