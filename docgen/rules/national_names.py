"""KH309: names of ministries, departments and bodies that the whole country writes in one way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from docgen import vietnamese
from docgen.finding import Finding, Severity
from docgen.rules.facts import Facts, rule
from docgen.rules.prose import words
from docgen.rules.prose.shapes import one_slip_apart

_WORD = re.compile(r"[^\W\d_]+")
_FIRST = re.compile(r"([A-ZĐ](?<!\w.)[^\W\d_]*) (?=[^\W\d_])")
_STOPS = re.compile(r"[.;:()“”/]| [-–] ")
_LONGEST = 80  # letters of a name
_FEWEST = 3  # words of a name that is known also with a letter off


@cache
def _bodies() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """The names and their words, by the first word, the longest first."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    names = (*words.bodies(), *(name for name, _ in words.ended() if name[1:].lower() != name[1:]))
    for name in sorted(names, key=len, reverse=True):
        parts = tuple(vietnamese.fold_tone(word) for word in _WORD.findall(name))
        if len(parts) > 1 and not any(part.isupper() and len(part) > 1 for part in parts):
            found.setdefault(parts[0], []).append((name, parts))
    return found


@rule(
    "KH309", Severity.INFO, "tên cơ quan, tổ chức chung của cả nước viết sai",
    "Tên bộ, sở, tổ chức viết đúng chữ hoa, đủ dấu; sai một chữ thì không có cơ quan nào như thế.",
    "Phụ lục II, IV",
)  # fmt: skip
def national_name_misspelt(facts: Facts) -> Iterator[Finding]:
    """`Mặt trận tổ quốc Việt Nam`, `Sở Xây dung`, `Bộ Giáo dục và Đào tào`."""
    for printed, misspelt in facts.seeing(_misspelt):
        for start, name, length in misspelt:
            if any(each.offset == start for each in facts.mentions_in(printed.text)):
                continue
            written = printed.prose[start : start + length]
            yield national_name_misspelt.at(
                printed.text, f"“{written}” viết khác tên “{name}”", f"Viết “{name}”.",
                start, length,
            )  # fmt: skip


def _misspelt(prose: str) -> list[tuple[int, str, int]]:
    """Where a text has such a name written wrongly, the name, and how many letters it takes."""
    heads = _bodies()
    starts = [match.start() for match in _FIRST.finditer(prose) if match[1] in heads]
    clauses = [_STOPS.split(prose[start : start + _LONGEST], maxsplit=1)[0] for start in starts]
    meant = zip(starts, map(_meant, clauses), strict=True)
    return [(start, *each) for start, each in meant if each]


@lru_cache(maxsize=4096)
def _meant(clause: str) -> tuple[str, int] | None:
    """The name that a clause begins with, written wrongly, and how many letters of it those are."""
    found = [*_WORD.finditer(clause)]
    said = [vietnamese.fold_tone(each[0]) for each in found]
    if clause.isupper():
        return None
    for name, parts in _bodies()[said[0]]:
        here = said[: len(parts)]
        if here == list(parts):
            return None
        if len(here) == len(parts) and _is_slip(parts, here):
            return name, found[len(parts) - 1].end()
    return None


def _is_slip(parts: tuple[str, ...], said: Sequence[str]) -> bool:
    """Whether capitals, marks or one letter make the difference."""
    plain = zip(_plain(parts), map(_bare, said), strict=True)
    other = [(one, two) for one, two in plain if one != two]
    if len(other) > 1:
        return False
    differ = sum(one.lower() != two.lower() for one, two in zip(parts, said, strict=True))
    named = any(word[0].isupper() for word in said[1:])
    if not other:
        return differ == 0 or (differ == 1 and named)
    return len(parts) >= _FEWEST and named and one_slip_apart(*other[0])


@cache
def _plain(parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_bare, parts))


@lru_cache(maxsize=20_000)
def _bare(word: str) -> str:
    return vietnamese.without_marks(word).lower()
