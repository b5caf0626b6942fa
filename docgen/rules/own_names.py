"""KH358, KH359: names that the plan itself writes otherwise elsewhere; no list says how."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from docgen.finding import Finding, Severity
from docgen.plan.reading_order import Printed
from docgen.rules.facts import Facts, rule
from docgen.rules.places import own_province, plain_letters
from docgen.rules.prose.shapes import one_slip_apart
from docgen.rules.prose.tokens import Run, Word, fold
from docgen.rules.prose.words import letters


class _Name(NamedTuple):
    """Two words of which one at least begins with a capital, and the word before them."""

    printed: Printed
    run: Run
    at: int
    written: tuple[str, str]
    is_whole: bool  # whether both words begin with a capital, as those of a place do

    @property
    def first(self) -> Word:
        return self.run[self.at]

    @property
    def second(self) -> Word:
        return self.run[self.at + 1]

    @property
    def before(self) -> str:
        return self.run.folded[self.at - 1] if self.at else ""


@lru_cache(maxsize=4096)
def _as_read(word: str) -> str:
    """A word with one placement of its tone and its first capital kept."""
    return fold(word).title() if word[0].isupper() else fold(word)


def _names_in(run: Run) -> list[tuple[tuple[str, str], int, tuple[str, str], bool]]:
    """The names of two words: their plain letters, then as `_Name` has them.

    What is all in capitals says no case.
    """
    capital = [text.istitle() and text.isalpha() for text in run.texts]
    return [
        (
            (letters(run.folded[at]), letters(run.folded[at + 1])), at,
            (_as_read(first), _as_read(second)), first.istitle() and second.istitle(),
        )
        for at, (first, second) in enumerate(pairwise(run.texts))
        if any(capital[at : at + 2]) and not first.isupper() and not second.isupper()
    ]  # fmt: skip


def _names(facts: Facts) -> dict[tuple[str, str], list[_Name]]:
    """The names of two words by their plain letters."""
    found: dict[tuple[str, str], list[_Name]] = defaultdict(list)
    for printed, run, names in facts.saying(_names_in):
        for key, at, written, is_whole in names:
            found[key].append(_Name(printed, run, at, written, is_whole))
    return found


def _in_head(facts: Facts) -> frozenset[tuple[str, str]]:
    """The pairs of words of the place and the issuer, as names are written."""
    place = [facts.plan.place.value] if facts.plan.place else []
    words = [fold(word).title() for each in (*place, facts.issuer) for word in each.split()]
    return frozenset(pairwise(words))


def _usual(facts: Facts) -> dict[tuple[str, str], tuple[str, str]]:
    """How each name is written, by its plain letters: in the head, or more than once."""
    head = facts.once(_in_head)
    usual = {}
    for key, found in facts.once(_names).items():
        whole = [each.written for each in found if each.is_whole]
        told = len(whole) > 1 or not head.isdisjoint(whole)
        for written, count in Counter(whole).most_common(1) if told else ():
            if count > 1 or written in head:
                usual[key] = written
        fields = (each.written for each in found if each.before in _KINDS)
        if field := next((each for each in fields if each[1].islower()), None):
            usual[key] = field
    return usual


@rule(
    "KH358", Severity.INFO, "tên riêng viết khác các chỗ khác",
    "Suối Hoa ở mọi chỗ, Suối hoa hay Suối Hòa ở một chỗ: chỗ ấy gõ nhầm.",
)  # fmt: skip
def name_unlike_elsewhere(facts: Facts) -> Iterator[Finding]:
    """`Suối hoa`, `Suối Hòa` once, `Suối Hoa` in the head or again and again."""
    names, usual = facts.once(_names), facts.once(_usual)
    own = plain_letters(facts.once(own_province))
    for key, found in names.items():
        if " ".join(key) in own:  # KH343 names it
            continue
        times = Counter(each.written for each in found)
        for each in found if len(times) > 1 or len(found) == 1 else ():
            if times[each.written] > 1 or _is_listed(facts, each):
                continue
            right = usual.get(key) or _near(key, each, facts)
            cased = right and "".join(each.written).lower() == "".join(right).lower()
            if right and each.written != right and (cased or each.is_whole):
                meant = " ".join(right)
                shown = f"{each.first.text} {each.second.text}"
                yield name_unlike_elsewhere.at(
                    each.printed.text, f"“{shown}” ở đây, các chỗ khác viết “{meant}”",
                    f"Viết “{meant}” nếu là một nơi.", *each.first.to(each.second),
                )  # fmt: skip


def _is_listed(facts: Facts, name: _Name) -> bool:
    """Whether it is part of an agency's name, which KH302 compares."""
    return any(
        each.offset <= name.first.start < each.offset + len(each.spelling)
        for each in facts.mentions_in(name.printed.text)
    )


_KINDS = {"sở", "bộ", "cục", "phòng", "ban"}
_PLACES = {"xã", "phường", "thôn", "bản", "tỉnh", "huyện", "sông", "hồ"}


def _usual_by_word(facts: Facts) -> dict[tuple[int, str], list[tuple[int, tuple[str, str]]]]:
    """The plain letters of the usual names, numbered, by their first word and by their second."""
    found: dict[tuple[int, str], list[tuple[int, tuple[str, str]]]] = defaultdict(list)
    for number, key in enumerate(facts.once(_usual)):
        for word in enumerate(key):
            found[word].append((number, key))
    return found


def _near(key: tuple[str, str], each: _Name, facts: Facts) -> tuple[str, str] | None:
    """The name a letter away that stands behind the same word: `xã Suối Ho`."""
    if not each.is_whole or each.before not in _PLACES:
        return None
    by_word = facts.once(_usual_by_word)
    for _, other in sorted(chain.from_iterable(by_word.get(word, ()) for word in enumerate(key))):
        found = facts.once(_names)[other] if all(map(one_slip_apart, key, other)) else ()
        beside = any(same.printed is each.printed for same in found)
        if not beside and any(each.before == same.before for same in found):
            return facts.once(_usual)[other]
    return None


_OVER = re.compile(
    r"trước đây|\bcũ\b|bàn giao|kết thúc|sắp xếp|không tổ chức|không còn|giải thể|bãi bỏ|hai cấp"
    r"|02 cấp|2 cấp|trước ngày [\d/]*20(?:1\d|2[0-5])|\bđã\b|huyện đảo"
    r"|giai đoạn 20(?:1\d|2[0-5])|năm 20(?:[01]\d|2[0-5])",
    re.IGNORECASE,
)
_DISTRICTS_ENDED = date(2025, 7, 1)
_LEVEL = (
    r"\b(?:Phòng|Ban|Trung tâm|Công an|Đài|Trạm|Hội|Bệnh viện|Hạt|Chi cục|Tòa án|Ngân hàng"
    r"|Văn phòng|Thanh tra|UBND|Ủy ban nhân dân|Hội đồng nhân dân|HĐND)\b"
    r"(?: [^.;,:()]{1,40})? huyện(?! [A-ZĐ])"
)


@rule(
    "KH359", Severity.INFO, "nêu cấp huyện sau khi không còn cấp huyện",
    "Từ ngày 01/7/2025 chỉ còn cấp tỉnh và cấp xã; câu thường chép từ kế hoạch cũ.",
)  # fmt: skip
def district_after_its_end(facts: Facts) -> Iterator[Finding]:
    """`Trung tâm Y tế huyện` in a plan of 2028; not where the sentence speaks of the past."""
    plan = facts.plan
    day = (plan.date and plan.date.value) or (plan.year and date(plan.year.value, 12, 31))
    for printed, match in facts.matches(_LEVEL, "huyện") if day and day > _DISTRICTS_ENDED else ():
        given = not match.start() and match[0].startswith("UBND")  # KH307 names it
        if not given and not _OVER.search(printed.prose):
            yield district_after_its_end.on(
                printed, match, f"“{match[0]}”: từ ngày 01/7/2025 không còn cấp huyện",
                "Ghi cơ quan của tỉnh hoặc của xã đang làm việc ấy.",
            )  # fmt: skip
