"""The tables as JSON, for programs; numbers are strings with a decimal point, exact."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from docgen.diff.sides.report import Cell, Report
from docgen.report.findings import as_json

VERSION = 1


def json(report: Report) -> str:
    """One JSON object; `version` rises when the meaning of a key changes."""
    return as_json(
        {
            "version": VERSION,
            "title": report.title,
            "notes": list(report.notes),
            "tables": [
                {
                    "title": sheet.title,
                    "columns": list(sheet.heads),
                    "rows": [[_plain(cell) for cell in row] for row in sheet.rows],
                }
                for sheet in report.sheets
            ],
        }
    )


def _plain(cell: Cell) -> Any:
    return f"{cell:f}" if isinstance(cell, Decimal) else cell
