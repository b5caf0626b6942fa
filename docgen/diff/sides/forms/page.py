"""The tables as one page for a browser, offline and printable, with charts drawn in the page."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from docgen.diff.forms.html import DATA, inline
from docgen.diff.sides.forms.text import said
from docgen.diff.sides.report import Report
from docgen.diff.sides.trend import HEIGHT, WIDTH, points


def html(report: Report) -> str:
    """The whole page, self-contained; everything that comes from the content is escaped."""
    return _template().render(report=report, style=inline("sides.css"), width=WIDTH, height=HEIGHT)


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True,
        loader=FileSystemLoader(DATA),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"said": said, "points": points}
    environment.tests["decimal"] = lambda cell: isinstance(cell, Decimal)
    return environment.get_template("sides.html")
