"""Where in the content a line of a sheet stands."""

from __future__ import annotations

from docgen.accept.change import mapping_at
from docgen.edit.edits import Steps, place_of
from docgen.finding import Where
from docgen.plan.source import Source, Text
from docgen.sheets.lines import TASK_POSITION, Line, Sheets


def place_of_line(today: Sheets, line: Line) -> tuple[Source, Steps] | None:
    """The file and the place of a row, or of the text of a task; None for the line of totals."""
    if line.row:
        source = line.row.where.source
        return source, mapping_at(source, line.row.where.start)
    text = text_of_task(today, line)
    return (text.source, place_of(text)) if text else None


def text_of_task(today: Sheets, line: Line) -> Text | None:
    """The text of the content that a task is."""
    origins = today.origins(line, TASK_POSITION) if line.assignment else ()
    return origins[0].text if origins else None


def where_of_line(today: Sheets, line: Line) -> Where | None:
    """The line of the content that an officer is sent to."""
    text = line.row.where if line.row else text_of_task(today, line)
    return text.where if text else None
