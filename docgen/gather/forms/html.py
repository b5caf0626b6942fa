"""The list as one page for a browser, of the family of the page of `docgen diff`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from jinja2 import Template

from docgen.diff.forms.page import Choice, inlined, slug, template
from docgen.diff.outline import STEP
from docgen.gather.decision import Decided
from docgen.gather.forms.words import dates, moment, people, remark, summary, title, who
from docgen.gather.opinion import Gathered, Opinion
from docgen.vietnamese import without_marks

CLASHING, SHARED, ALONE = "mâu thuẫn", "nhiều nơi cùng ý", "một nơi"


@dataclass(frozen=True, slots=True)
class Group:
    """The opinions at one place of a part."""

    title: str
    opinions: list[Opinion] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the plan, as in `Phụ lục`, and the places in it."""

    title: str
    groups: list[Group] = field(default_factory=list)


def html(gathered: Gathered, decided: Decided) -> str:
    """The whole page: nothing is fetched, everything of the copies is escaped."""
    opinions = gathered.opinions
    return _template().render(
        gathered=gathered,
        decisions=decided.decisions,
        title=title(gathered),
        summary=summary(gathered),
        parts=_parts(opinions),
        offices=_offices(opinions),
        kinds=_counted(each.label for each in opinions),
        standings=_counted(map(standing, opinions)),
        style=inlined("compare.css"),
        dark=inlined("compare-dark.css"),
        own=inlined("gather.css"),
        script=inlined("compare.js"),
    )


def standing(opinion: Opinion) -> str:
    """Whether others contradict an opinion, or have it too."""
    if opinion.against:
        return CLASHING
    return SHARED if len(_places_of(opinion)) > 1 else ALONE


def _places_of(opinion: Opinion) -> list[str]:
    """The offices that have an opinion, as the page's address knows them."""
    return [slug(each) for each in dict.fromkeys(each.office for each in opinion.voices)]


def _parts(opinions: Iterable[Opinion]) -> list[Part]:
    parts: list[Part] = []
    for each in opinions:
        first, _, rest = each.place.partition(STEP)
        if not parts or parts[-1].title != first:
            parts.append(Part(first))
        groups = parts[-1].groups
        if not groups or groups[-1].title != rest:
            groups.append(Group(rest))
        groups[-1].opinions.append(each)
    return parts


def _offices(opinions: Iterable[Opinion]) -> list[Choice]:
    def named() -> Iterator[str]:
        for each in opinions:
            yield from dict.fromkeys(voice.office for voice in each.voices)

    count = Counter(named())
    ordered = sorted(count, key=lambda name: without_marks(name).casefold())
    return [Choice(slug(name), name, count[name]) for name in ordered]


def _counted(words: Iterable[str]) -> list[Choice]:
    return [Choice(slug(word), word, count) for word, count in Counter(words).items()]


@cache
def _template() -> Template:
    return template(
        "gather.html",
        {
            "who": who,
            "people": people,
            "dates": dates,
            "moment": moment,
            "remark": remark,
            "slug": slug,
            "standing": standing,
            "offices": _places_of,
        },
    )
