"""The template as the lint sees it: its paragraphs, and the tags in them.

A tag is docxtpl's: `{{ … }}` prints, `{% … %}` steers; a letter after the opening says what
it takes the place of: `p` its paragraph, `tr` its row, `r` its run.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from docgen.docx.model import W
from docgen.docx.package import parse
from docgen.finding import Finding, Rule, Severity, Where
from docgen.visible import shortened

DOCUMENT = "word/document.xml"
TAGGED_PART = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
PARTS_OF_TAG = re.compile(r"\{(?P<opens>[{%#])-?(?P<level>p|tr|tc|r)?(?=\s)(?P<code>.*?)-?[}%#]\}")
QUOTES = str.maketrans("“”„‘’", '"""\'\'')


@dataclass(frozen=True, slots=True)
class Spot:
    """A paragraph of the template: the `number`-th `w:p` of its part, from 0."""

    part: str
    number: int
    xml: Any
    text: str

    @property
    def quoted(self) -> str:
        """The beginning of its words, to find it by."""
        return shortened(self.text)


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: what is typed, its place in the paragraph, what it replaces, its Jinja code.

    `opens` is `{` for a tag that prints, `%` for one that steers, `#` for a remark.
    """

    text: str
    spot: Spot
    start: int
    opens: str
    level: str
    code: str

    @property
    def word(self) -> str:
        """The first word of the code, such as `for` or `endif`."""
        return self.code.split(maxsplit=1)[0] if self.code else ""

    def runs(self) -> list[Any]:
        """The runs that hold a part of the tag."""
        held, position = [], 0
        for run in self.spot.xml.iter(W + "r"):
            length = len("".join(text.text or "" for text in run.iterchildren(W + "t")))
            if position < self.start + len(self.text) and position + length > self.start:
                held.append(run)
            position += length
        return held


@dataclass(frozen=True)
class Sheet:
    """A template opened for the lint; `parts` are its parts by name, the document first."""

    name: str
    parts: Mapping[str, bytes]

    @cached_property
    def roots(self) -> dict[str, Any]:
        """The parts that may hold tags, parsed."""
        return {name: parse(self.parts[name]) for name in filter(TAGGED_PART.fullmatch, self.parts)}

    @cached_property
    def spots(self) -> list[Spot]:
        """Every paragraph of these parts, in order."""
        return [
            Spot(part, number, xml, "".join(text.text or "" for text in xml.iter(W + "t")))
            for part, root in self.roots.items()
            for number, xml in enumerate(root.iter(W + "p"))
        ]

    @cached_property
    def tags(self) -> list[Tag]:
        """Every whole tag, in order."""
        return [
            Tag(
                match[0],
                spot,
                match.start(),
                parts["opens"] if parts else match[0][1],
                (parts["level"] or "") if parts else "",
                parts["code"].strip().translate(QUOTES) if parts else match[0][2:-2].strip(),
            )
            for spot in self.spots
            for match in TAG.finditer(spot.text)
            for parts in [PARTS_OF_TAG.fullmatch(match[0])]
        ]

    @cached_property
    def loops(self) -> list[Any]:
        """The paragraphs and rows that a loop repeats, as elements of their part."""
        held, depth = [], 0
        for part, root in self.roots.items():
            words = [(tag.spot.xml, tag.word) for tag in self.tags if tag.spot.part == part]
            steps = {id(xml): [word for each, word in words if each is xml] for xml, _ in words}
            for xml in root.iter(W + "p"):
                depth += steps.get(id(xml), []).count("for")
                if depth:
                    held.append(xml)
                depth -= steps.get(id(xml), []).count("endfor")
        return held


@dataclass(frozen=True, slots=True)
class Spotted:
    """A finding, and the paragraph that it is about (None: the file as a whole)."""

    finding: Finding
    spot: Spot | None = None


Finder = Callable[[Sheet], Iterable[Spotted]]


@dataclass(frozen=True)
class LintCheck:
    """A rule of the template and the function that finds what breaks it."""

    rule: Rule
    find: Finder

    def __call__(self, sheet: Sheet) -> Iterable[Spotted]:
        """What breaks the rule."""
        return self.find(sheet)

    def at(self, sheet: Sheet, spot: Spot | None, message: str, hint: str = "") -> Spotted:
        """A finding at a paragraph; its words are added to the message."""
        quote = f", ở đoạn “{spot.quoted}”" if spot and spot.text.strip() else ""
        return Spotted(self.rule.at(Where(sheet.name), message + quote, hint), spot)


def rule(code: str, severity: Severity, title: str, reason: str) -> Callable[[Finder], LintCheck]:
    """Makes a `LintCheck` of a function."""
    return lambda find: LintCheck(Rule(code, severity, title, reason), find)


def leftovers(spot: Spot) -> Iterator[str]:
    """Openings and closings of tags that have no partner in their paragraph."""
    rest = TAG.sub(lambda match: " " * len(match[0]), spot.text)
    yield from re.findall(r"\{\{|\}\}|\{%|%\}", rest)
