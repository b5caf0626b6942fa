"""What a rule is given, and what a rule is.

A rule is one decorated function from `Facts` to the findings it finds:

    @rule("KH101", Severity.ERROR, "điểm lớn hơn điểm chuẩn", "…vì sao…")
    def score_above_max(facts: Facts) -> Iterator[Finding]: ...

inside, `score_above_max.rule` makes the findings, so that code and weight are said once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, pairwise
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar
from weakref import proxy

from docgen.finding import Finding, Rule, Severity
from docgen.plan.agencies import find
from docgen.plan.compute import ComputedRow, ComputedTable, compute_table
from docgen.plan.model import Plan
from docgen.plan.reading_order import Printed, printed_texts, tables
from docgen.plan.source import Text
from docgen.rules.prose.citations import Citation, citations
from docgen.rules.prose.filled import Filled, filled
from docgen.rules.prose.held import Held
from docgen.rules.prose.mentions import Mention, Names
from docgen.rules.prose.tokens import Run, runs

Made = TypeVar("Made")
_LAST_WORD, _FIRST_WORD = re.compile(r"\S*$"), re.compile(r"\S*")


class Said(NamedTuple):
    """A run of words of a text."""

    printed: Printed
    run: Run

    @property
    def prose(self) -> str:
        """The words as they are written."""
        return self.run.prose


BODY = ("preamble", "paragraph", "point", "task", "closing", "heading")


@dataclass(frozen=True)
class Facts:
    """A plan and what the rules need of it, each computed once.

    `computed` are those of its tables whose numbers are known already.
    """

    plan: Plan
    computed: Sequence[ComputedTable] = ()

    @cached_property
    def texts(self) -> tuple[Printed, ...]:
        """Every printed text in reading order."""
        return tuple(printed_texts(self.plan))

    @cached_property
    def _held(self) -> Held[Printed]:
        return Held(self.texts)

    def seeing(
        self, look: Callable[..., Made], *given: Hashable, holding: tuple[str, ...] = ()
    ) -> Sequence[tuple[Printed, Made]]:
        """The printed texts in which `look` sees something, each with that: see `Held`."""
        return self._held.seeing(look, *given, holding=holding)

    @cached_property
    def body(self) -> Held[Printed]:
        """The sentences of the text, not of its tables, in reading order."""
        return Held([each for each in self.texts if each.role in BODY])

    def holding(self, *pieces: str) -> Sequence[tuple[Printed, str]]:
        """The printed texts that hold one of the pieces, each with its prose: see `Held`."""
        return self._held.holding(*pieces)

    def matches(
        self, pattern: re.Pattern[str] | str, *pieces: str
    ) -> Iterator[tuple[Printed, re.Match[str]]]:
        """Each match of a pattern in the printed texts that hold one of the pieces."""
        return self._held.matches(pattern, *pieces)

    @cached_property
    def years(self) -> Sequence[tuple[Printed, str]]:
        """The printed texts that may name a year of this century or the last."""
        return self._held.years

    @cached_property
    def filled(self) -> Held[Filled]:
        """Every printed text with its values, in reading order."""
        return Held(tuple(filled(self.plan, self.texts)))

    @cached_property
    def figures(self) -> Sequence[tuple[Printed, str]]:
        """The printed texts that hold a figure, each with its prose."""
        return self.holding("0")

    @cached_property
    def _said(self) -> Held[Said]:
        said = [Said(each, run) for each in self.texts for run in runs(each.prose)]
        return Held(said, attrgetter("run"))

    @property
    def words(self) -> Sequence[Said]:
        """The words of every printed text, in runs, each with its text."""
        return self._said.texts

    def saying(self, look: Callable[[Run], Made]) -> Iterator[tuple[Printed, Run, Made]]:
        """The runs of words in which `look` sees something, each with its text and that.

        `look` tells the places of words by their number in the run: it is asked once of the same.
        """
        return ((*said, found) for said, found in self._said.seeing(look))

    @cached_property
    def pairs(self) -> Counter[tuple[str, str]]:
        """How often the plan has each pair of words side by side, folded."""
        return Counter(chain.from_iterable(pairwise(run.folded) for _, run in self.words))

    @cached_property
    def spoken(self) -> Counter[str]:
        """How often the plan has each word, folded."""
        return Counter(chain.from_iterable(run.folded for _, run in self.words))

    @cached_property
    def written(self) -> Counter[str]:
        """How often the plan has each word as it is written."""
        return Counter(chain.from_iterable(run.texts for _, run in self.words))

    @cached_property
    def tables(self) -> tuple[ComputedTable, ...]:
        """Every table of the plan with its numbers; faults of formulas are `view`'s to report."""
        known = {id(each.table): each for each in self.computed}
        every = tables(self.plan)
        return tuple(known.get(id(table)) or compute_table(table)[0] for table in every)

    @cached_property
    def rows(self) -> tuple[ComputedRow, ...]:
        """Every row of the tables, those of groups and blocks too, in order."""
        return tuple(row for table in self.tables for row in rows_below(table.rows))

    def columns(self, title: re.Pattern[str]) -> frozenset[str]:
        """The keys of the columns of all tables whose title matches."""
        columns = chain.from_iterable(each.table.columns for each in self.tables)
        return frozenset(each.key.value for each in columns if title.search(each.title.value))

    @cached_property
    def names(self) -> Names:
        """The names of the agencies, to be looked for."""
        return Names(self.plan.agencies)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every place in the texts where an agency is named."""
        return tuple(self.names.mentions(self._held))

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """Every document that the texts cite."""
        return tuple(citations(self._held))

    def mentions_in(self, text: Text) -> Sequence[Mention]:
        """Every place in one text where an agency is named."""
        return self._mentions_by_text.get(id(text), ())

    @cached_property
    def _mentions_by_text(self) -> dict[int, list[Mention]]:
        found: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            found.setdefault(id(mention.text), []).append(mention)
        return found

    @property
    def year(self) -> int:
        """The plan's year, the first of several; 0 where it has none."""
        return self.plan.year.value if self.plan.year else 0

    @cached_property
    def issuer(self) -> str:
        """The name of the issuer as it is printed, in one line."""
        return " ".join(line.value for line in self.plan.issuer.name) if self.plan.issuer else ""

    @cached_property
    def issuer_key(self) -> str | None:
        """The key of the issuer in agencies.yaml."""
        short = self.plan.issuer.short if self.plan.issuer else None
        return find(short.value, self.plan.agencies) if short else None

    @property
    def signature(self) -> Sequence[Text]:
        """The lines above the signer's name."""
        return self.plan.signature.lines if self.plan.signature else ()

    @property
    def signer(self) -> Text | None:
        """The signer's name."""
        return self.plan.signature.name if self.plan.signature else None

    @property
    def abbreviations(self) -> Mapping[str, Text]:
        """The office's own abbreviations and what they stand for."""
        return self.plan.glossary.abbreviations if self.plan.glossary else {}

    @cached_property
    def own_names(self) -> Sequence[str]:
        """The words that the office calls its own, and the names of its agencies."""
        named = (name for each in self.plan.agencies.values() for name in (each.name, *each.short))
        own = self.plan.glossary.words if self.plan.glossary else ()
        return [text.value for text in (*own, *named) if text]

    @cached_property
    def _made(self) -> dict[Any, Any]:
        return {}

    def once(self, make: Callable[[Facts], Made]) -> Made:
        """What `make` gives for this plan, made once however many rules ask.

        What it makes may hold the facts it is given: they go when the rules are done.
        """
        if make not in self._made:
            self._made[make] = make(proxy(self))
        made: Made = self._made[make]
        return made


def rows_below(rows: Iterable[ComputedRow]) -> Iterator[ComputedRow]:
    """The rows and all that stand in them, each before its own."""
    for row in rows:
        yield row
        yield from rows_below(row.rows)


Finder = Callable[[Facts], Iterable[Finding]]


@dataclass(frozen=True)
class Check:
    """A rule and the function that finds what breaks it."""

    rule: Rule
    find: Finder

    def __call__(self, facts: Facts) -> Iterable[Finding]:
        """What breaks this rule."""
        return self.find(facts)

    def at(
        self, text: Text, message: str, hint: str = "", offset: int = 0, length: int | None = None
    ) -> Finding:
        """A finding of this rule at a text, or at `length` characters of it from `offset`."""
        return text.finding(self.rule, message, hint, offset, length)

    def on(
        self,
        printed: Printed | Filled,
        match: re.Match[str],
        message: str,
        hint: str = "",
        group: int | str = 0,
    ) -> Finding:
        """A finding of this rule at what a pattern, or a group of it, matched in the prose."""
        return self.at(printed.text, message, hint, *printed.place(*match.span(group)))

    def mend_on(
        self,
        printed: Printed | Filled,
        match: re.Match[str],
        message: str,
        replacement: str,
        group: int | str = 0,
    ) -> Finding:
        """As `on`, for what `docgen check --fix` can mend by putting `replacement` there."""
        place = printed.place(*match.span(group))
        return self.mend(printed.text, message, *place, replacement)

    def mend(self, text: Text, message: str, offset: int, length: int, replacement: str) -> Finding:
        """A finding that `docgen check --fix` can mend by putting `replacement` there."""
        finding = self.at(
            text, message, _as_written(text, offset, length, replacement), offset, length
        )
        return replace(finding, fix=text.fix(offset, length, replacement))


def _as_written(text: Text, offset: int, length: int, replacement: str) -> str:
    """What to write, as a hint: with the words on either side where a mark alone says little."""
    before, after = text.value[:offset], text.value[offset + length :]
    if not any(map(str.isalnum, replacement)):
        left, right = _LAST_WORD.search(before), _FIRST_WORD.match(after)
        replacement = f"{left[0] if left else ''}{replacement}{right[0] if right else ''}"
    return f"Viết “{replacement.strip()}”." if replacement.strip() else ""


def rule(
    code: str, severity: Severity, title: str, reason: str, clause: str = ""
) -> Callable[[Finder], Check]:
    """Makes a `Check` of a function; the arguments are those of `Rule`."""
    return lambda find: Check(Rule(code, severity, title, reason, clause), find)


def run(checks: Iterable[Check], facts: Facts) -> Iterator[Finding]:
    """Everything the checks find."""
    return chain.from_iterable(check(facts) for check in checks)
