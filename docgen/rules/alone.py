"""Rules that look at one text alone: what they found of a text is remembered while it stays.

Such a rule finds the same in the same text whatever stands around it. So when a plan is checked
again it is asked only about texts that are new: `tests/rules/test_alone.py` holds each to it. What
it may know of the plan besides is `frame`; where that changes, all texts are asked about anew.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from hashlib import blake2b
from typing import Any, NamedTuple

from docgen.finding import Finding, Where
from docgen.plan.model import Plan
from docgen.plan.reading_order import Printed
from docgen.plan.source import Source, Text
from docgen.rules.facts import Check, Facts

TEXTS = (
    *("below_subject", "bases", "addressees", "preamble", "sections", "closing"),
    *("recipients", "appendices"),
)
MOST_TEXTS = 20_000  # beyond, to tell the texts apart costs more than a plan is checked again


class _Place(NamedTuple):
    """A scalar of a file: its key, and the line and the index at which its lines begin."""

    key: bytes
    source: Source
    start: int
    line: int
    begin: int


class _Answer(NamedTuple):
    """A finding and the place it was found at."""

    finding: Finding
    place: _Place

    def at(self, place: _Place) -> Finding:
        """The finding at another place with the same lines."""
        where, fix = self.finding.where, self.finding.fix
        moved = place.begin - self.place.begin
        line = where.line + place.line - self.place.line
        return replace(
            self.finding,
            where=Where(place.source.name, line, where.column, where.length),
            fix=fix and replace(fix, start=fix.start + moved, end=fix.end + moved),
        )


@dataclass(frozen=True)
class _Memory:
    """The last answers: by the code of a rule those that are not empty, by the key of the text."""

    frame: Any = None
    texts: frozenset[bytes] = frozenset()
    found: Mapping[str, Mapping[bytes, list[_Answer]]] = field(default_factory=dict)


_LAST: list[_Memory] = []


def run(checks: Iterable[Check], facts: Facts) -> Iterator[Finding]:
    """Everything the checks find."""
    if len(facts.texts) > MOST_TEXTS:
        for check in checks:
            yield from check(facts)
        return
    asking = _Asking(facts, _LAST[0] if _LAST else _Memory())
    for check in checks:
        yield from asking.ask(check) if check.alone else check(facts)
    _LAST[:] = [asking.learnt()]


def frame(plan: Plan) -> Plan:
    """What a rule that looks at one text alone may know of its plan: all but the other texts."""
    none: dict[str, Any] = dict.fromkeys(TEXTS, ())
    return replace(plan, sources=(), **none)


class _Asking:
    """One plan, whose new texts the rules are asked about."""

    def __init__(self, facts: Facts, memory: _Memory) -> None:
        self.frame = _values(frame(facts.plan))
        self.facts = facts
        self.places: dict[bytes, list[_Place]] = {}
        self.starts: dict[str, list[tuple[int, _Place]]] = {}
        new: list[Printed] = []
        self.memory = memory if memory.frame == self.frame else _Memory()
        for place, texts in _by_place(facts.texts):
            self.places.setdefault(place.key, []).append(place)
            self.starts.setdefault(place.source.name, []).append((place.start, place))
            if place.key not in self.memory.texts:
                new += texts
        self.new = Facts(frame(facts.plan), tuple(new)) if self.memory.texts else facts
        for starts in self.starts.values():
            starts.sort(key=lambda each: each[0])
        self.found: dict[str, dict[bytes, list[_Answer]]] = {}

    def ask(self, check: Check) -> Iterator[Finding]:
        """What a rule finds, in new texts and in those that it was asked about before."""
        known = self.memory.found.get(check.rule.code)
        found: dict[bytes, list[_Answer]] = {}
        for key, answers in (known or {}).items():
            for place in self.places.get(key, ()):
                found[key] = [_Answer(each.at(place), place) for each in answers]
                yield from (each.finding for each in found[key])
        fresh: dict[tuple[str, int], list[_Answer]] = {}
        for finding in check(self.facts if known is None else self.new):
            place = self._place(finding)
            fresh.setdefault((place.source.name, place.start), []).append(_Answer(finding, place))
            yield finding
        found |= {answers[0].place.key: answers for answers in fresh.values()}
        self.found[check.rule.code] = found

    def _place(self, finding: Finding) -> _Place:
        starts = self.starts[finding.where.file]
        source = starts[0][1].source
        index = source.line_start(finding.where.line - 1) + finding.where.column - 1
        return starts[bisect_right(starts, index, key=lambda each: each[0]) - 1][1]

    def learnt(self) -> _Memory:
        """What is to be remembered."""
        return _Memory(self.frame, frozenset(self.places), self.found)


def _by_place(texts: Iterable[Printed]) -> Iterator[tuple[_Place, list[Printed]]]:
    """The texts by the scalar that they are of: a sentence and its notes are one."""
    grouped: dict[tuple[str, int], list[Printed]] = {}
    for printed in texts:
        grouped.setdefault((printed.text.source.name, printed.text.start), []).append(printed)
    for group in grouped.values():
        text = group[0].text
        line, begin, lines = text.source.lines_of(text.start, text.end)
        said = [lines, str(text.start - begin), str(text.end - begin)]
        for each in group:
            said += (each.text.value, each.role, each.column, str(each.appendix), str(each.runs_in))
        key = blake2b("\0".join(said).encode("utf-8", "surrogatepass"), digest_size=16).digest()
        yield _Place(key, text.source, text.start, line, begin), group


def _values(value: Any) -> Any:
    """What a part of a plan says, wherever it stands."""
    if isinstance(value, Text):
        return value.value
    if is_dataclass(value):
        return tuple(_values(getattr(value, each.name)) for each in fields(value))
    if isinstance(value, Mapping):
        return tuple((key, _values(each)) for key, each in value.items())
    return tuple(map(_values, value)) if isinstance(value, tuple) else value
