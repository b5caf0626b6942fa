"""A comparison as one page for a browser: offline, searched and filtered, by keys, printable.

The look and the script are package data (`docgen/data/compare.*`). The page says by its
Content-Security-Policy that it fetches nothing and runs no script but its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from jinja2 import Template

from docgen.diff.changes import KINDS, Change, Place, Subject
from docgen.diff.compare import Comparison
from docgen.diff.forms import phrases, places
from docgen.diff.forms.chart import WIDTH, chart
from docgen.diff.forms.page import Choice, inlined, slug, template
from docgen.vietnamese import without_marks


def html(comparison: Comparison) -> str:
    """The whole page, self-contained: nothing is fetched when it is opened.

    Everything that comes from the content is escaped. Without JavaScript the page is the full
    list; with it, the address after `#` holds the filters, so that a view can be shared.
    """
    names = (comparison.old, comparison.new)
    order = [*Subject]
    changes = sorted(comparison.changes, key=lambda change: order.index(change.subject))
    nouns = Counter(change.called for change in changes)
    numbers = {id(change): number for number, change in places.numbered(comparison.changes)}
    return _template().render(
        comparison=comparison,
        summary=comparison.summary,
        parts=places.by_place(comparison.changes),
        number_of=lambda change: numbers[id(change)],
        agencies=_agencies(comparison),
        fields=_fields(comparison),
        subjects=_counted(nouns, nouns),
        kinds=_counted((kind.word for kind in KINDS), Counter(c.word for c in comparison.changes)),
        chart=chart(comparison.summary.fields, names),
        chart_width=WIDTH,
        style=inlined("compare.css"),
        dark=inlined("compare-dark.css"),
        script=inlined("compare.js"),
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


def has_text(change: Change) -> bool:
    """Whether the texts of a change tell more than its numbers and the title of its place."""
    if change.figures:
        return False
    named = change.subject is Subject.CRITERION and not change.place.part
    alike = change.old and change.new and change.old.text == change.new.text
    return bool(change.spans) or not (named and alike)


def where(place: Place) -> str:
    """The file and the line of a place."""
    at = place.where
    return f"{at.file}:{at.line}" if at.line else at.file


@cache
def _template() -> Template:
    return template(
        "compare.html",
        {
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
        },
    )
