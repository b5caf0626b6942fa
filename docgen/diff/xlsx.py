"""A comparison as a workbook: one sheet for rows, one for tasks."""

from __future__ import annotations

from docgen.diff.compare import Comparison


def xlsx(comparison: Comparison) -> bytes:
    """The bytes of the workbook, the same for the same comparison; numbers are numbers."""
    raise NotImplementedError
