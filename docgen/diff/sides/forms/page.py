"""The tables as one page for a browser, offline and printable, with charts drawn in the page."""

from __future__ import annotations

from functools import cache

from jinja2 import Template

from docgen.diff.forms.page import inlined, template
from docgen.diff.sides.forms.text import said
from docgen.diff.sides.report import Report
from docgen.diff.sides.trend import HEIGHT, WIDTH, points


def html(report: Report) -> str:
    """The whole page, self-contained; everything that comes from the content is escaped."""
    return _template().render(report=report, style=inlined("sides.css"), width=WIDTH, height=HEIGHT)


@cache
def _template() -> Template:
    return template("sides.html", {"said": said, "points": points})
