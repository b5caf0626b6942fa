"""The years that sentences name, read on the printed text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from docgen.finding import Finding
from docgen.rules.facts import Check, Facts
from docgen.rules.prose.filled import Filled
from docgen.rules.prose.shapes import SENTENCE_ENDS

_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(
    r"\b[Nn]ăm (?P<year>(?:19|20)\d\d)(?![\d-]|[.,]\d| ?[-–] ?\d)|(?<=/)(?P<slash>20\d\d)(?!\d"
    r"|[/.-]\w)"
)
_ROLES = (
    "subject",
    "preamble",
    "paragraph",
    "point",
    "task",
    "closing",
    "cell",
    "heading",
)
_DOCUMENT = re.compile(
    r"(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp|[Qq]uyết định|[Nn]ghị quyết|[Nn]ghị định|[Tt]hông tư"
    r"|[Cc]hỉ thị"
    r"|[Cc]ông văn|[Tt]hông báo|[Kk]ết luận|[Tt]ờ trình|[Cc]hương trình|[Đđ]ề án"
    r"|[Bb]áo cáo(?! (?:UBND|Ủy ban|Chủ tịch|Giám đốc|Tỉnh ủy)))[^.;]*$"
)
_LATER = re.compile(
    r"(?:đến|tới|hết|từ|giai đoạn|định hướng|tầm nhìn|mục tiêu|nhiệm kỳ|trước|sau|so với|kể từ)"
    r"(?: cuối| hết| đầu| trước| sau)?(?: tháng \d+)?(?: |/)$",
    re.IGNORECASE,
)
_MONTH_BEFORE = re.compile(r"(?:[Tt]háng (?:\d{1,2} ?[-–] ?)?\d{1,2}|[Qq]uý [IV]+)/$")
_COMPARED = re.compile(r"(?:so với|so) (?:cùng kỳ )?(?:kết quả )?$")


class _Said(NamedTuple):
    """A year in a text, the words of the sentence before it, and what these make of it."""

    start: int
    end: int
    year: int
    before: str
    words: tuple[str, ...]
    compared: bool
    of_a_document: bool
    later: bool


@dataclass(frozen=True, slots=True)
class Named:
    """A year that a sentence names."""

    filled: Filled
    said: _Said

    @property
    def year(self) -> int:
        """The year."""
        return self.said.year

    @property
    def before(self) -> str:
        """The words of the sentence before it."""
        return self.said.before

    @property
    def after(self) -> str:
        """What the text says behind it."""
        return self.filled.prose[self.said.end :]

    def finding(self, check: Check, message: str, hint: str) -> Finding:
        """A finding of `check` at the year."""
        place = self.filled.place(self.said.start, self.said.end)
        return check.at(self.filled.text, message, hint, *place)


def named_years(facts: Facts) -> tuple[Named, ...]:
    """Every year that a sentence of the plan names."""
    return tuple(
        Named(each, said)
        for each, years in facts.filled.seeing(_years)
        if each.printed.role in _ROLES
        for said in years
    )


def _years(prose: str) -> list[_Said]:
    """Every year that a sentence of a text names, where it names one of this century."""
    found = []
    begins = [0, *(match.end() for match in SENTENCE_ENDS.finditer(prose))] if "20" in prose else []
    for match in _YEAR.finditer(prose) if begins else ():
        group = "year" if match["year"] else "slash"
        begin = max(start for start in begins if start <= match.start())
        before = prose[begin : match.start()]
        if group == "year" or _MONTH_BEFORE.search(before):
            ways = (each.search(before) is not None for each in (_COMPARED, _DOCUMENT, _LATER))
            words = tuple(_WORD.findall(before))
            found.append(_Said(*match.span(group), int(match[group]), before, words, *ways))
    return found
