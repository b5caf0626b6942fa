"""A comparison as one page for a browser: offline, searched and filtered, by keys, printable.

The look and the script are package data (`docgen/data/compare.*`). The page says by its
Content-Security-Policy that it fetches nothing and runs no script but its own.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from docgen.diff.changes import KINDS, Change, Place, Subject
from docgen.diff.compare import Comparison
from docgen.diff.forms import phrases, places
from docgen.diff.forms.chart import WIDTH, chart
from docgen.vietnamese import without_marks

DATA = Path(__file__).parents[2] / "data"


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to filter: the value in the page's address, the words, how many changes."""

    value: str
    label: str
    count: int


def html(comparison: Comparison) -> str:
    """The whole page, self-contained: nothing is fetched when it is opened.

    Everything that comes from the content is escaped. Without JavaScript the page is the full
    list; with it, the address after `#` holds the filters, so that a view can be shared.
    """
    names = (comparison.old, comparison.new)
    numbers = {id(change): number for number, change in enumerate(comparison.changes, 1)}
    return _template().render(
        comparison=comparison,
        summary=comparison.summary,
        parts=places.by_place(comparison.changes),
        number_of=lambda change: numbers[id(change)],
        agencies=_agencies(comparison),
        fields=_fields(comparison),
        subjects=_counted(Subject, Counter(change.subject for change in comparison.changes)),
        kinds=_counted((kind.word for kind in KINDS), Counter(c.word for c in comparison.changes)),
        chart=chart(comparison.summary.fields, names),
        chart_width=WIDTH,
        style=inline("compare.css"),
        dark=inline("compare-dark.css"),
        script=inline("compare.js"),
        title=phrases.title(comparison),
        findings=phrases.findings(comparison),
        counts=phrases.counts(comparison),
    )


def _agencies(comparison: Comparison) -> list[Choice]:
    count = Counter(key for change in comparison.changes for key in change.agencies)
    named = sorted(comparison.agencies.items(), key=lambda pair: without_marks(pair[1]).casefold())
    return [Choice(key, name, count[key]) for key, name in named]


def _fields(comparison: Comparison) -> list[Choice]:
    count = Counter(code for change in comparison.changes for code in change.fields)
    return [Choice(code, f"{code} {name}", count[code]) for code, name in comparison.fields.items()]


def _counted(words: Iterable[str], count: Mapping[str, int]) -> list[Choice]:
    return [Choice(slug(word), str(word), count[word]) for word in words if count[word]]


def slug(word: str) -> str:
    """A kind or subject in the page's address: `đổi số liệu` → `doi-so-lieu`."""
    return without_marks(word).replace(" ", "-")


def has_text(change: Change) -> bool:
    """Whether the texts of a change tell more than its numbers and the title of its place."""
    if change.figures:
        return False
    named = change.subject is Subject.CRITERION and not change.place.part
    return not (named and change.old and change.new and change.old.text == change.new.text)


def where(place: Place) -> str:
    """The file and the line of a place."""
    at = place.where
    return f"{at.file}:{at.line}" if at.line else at.file


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True,
        loader=FileSystemLoader(DATA),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "number": phrases.number,
        "signed": phrases.signed,
        "deadline": phrases.deadline,
        "difference": phrases.difference,
        "parts_of_field": phrases.parts_of_field,
        "runs": phrases.runs,
        "thing": places.thing,
        "slug": slug,
        "has_text": has_text,
        "where": where,
    }
    return environment.get_template("compare.html")


@dataclass(frozen=True, slots=True)
class Inline:
    """A file of the page, and by what the browser knows it (CSP Level 3, hash-source)."""

    text: Markup
    hash: str


def inline(name: str) -> Inline:
    """A file of the folder `data`, to stand in a page as it is."""
    text = (DATA / name).read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return Inline(Markup(text), f"sha256-{digest}")  # noqa: S704 - our own file
