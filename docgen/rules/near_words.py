"""KH455-KH457: a word that is one slip away from a frequent one, or lacks a syllable.

Each syllable is right, the pair is no word, and a word that nearly every plan uses is one
slip away: `rà xoát`, `cơ quang`, `trách nhiện`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import pairwise

from docgen.finding import Finding, Severity
from docgen.rules.facts import Facts, rule
from docgen.rules.prose import words
from docgen.rules.prose.slips_of_words import meant
from docgen.rules.prose.syllables import is_syllable
from docgen.rules.prose.tokens import fold
from docgen.rules.spelling import no_syllables
from docgen.rules.wrong_words import (
    PARTICLES,
    Pair,
    Pairs,
    known_pairs,
    own_pairs,
    with_wrong_marks,
    with_wrong_onset,
)
from docgen.vietnamese import without_marks


def _unknown(facts: Facts) -> tuple[Pair, ...]:
    """The pairs of two right syllables that are no word, the second in none with the next alone.

    What the plan or its agencies' names say twice is meant so.
    """
    known, own = facts.once(known_pairs), facts.once(own_pairs)
    rare = {
        pair for pair, times in facts.pairs.items()
        if times == 1 and is_syllable(pair[0]) and is_syllable(pair[1])
    } - known - own  # fmt: skip
    found = []
    for printed, run in facts.saying({first for first, _ in rare}):
        pairs = [*pairwise(run.folded)]
        if rare.isdisjoint(pairs):
            continue
        for index, pair in enumerate(pairs):
            if pair not in rare:
                continue
            begins_a_word = not known.isdisjoint(pairs[index + 1 : index + 2])
            if begins_a_word and known.isdisjoint(pairs[index + 2 : index + 3]):
                continue
            first, second = run[index], run[index + 1]
            begins_a_name = second.text[0].isupper() and not first.text.isupper()
            if not begins_a_name and is_syllable(first.text) and is_syllable(second.text):
                before = not known.isdisjoint(pairs[max(index - 1, 0) : index])
                found.append(Pair(printed, first, second, before, begins_a_word))
    return tuple(found)


def _named(facts: Facts) -> frozenset[tuple[str, int, int]]:
    """Where other rules have named a pair already: file, line and column."""
    return frozenset(
        (finding.where.file, finding.where.line, finding.where.column)
        for found in (facts.once(with_wrong_marks), facts.once(with_wrong_onset))
        for finding in found
    )


# Words of one syllable that stand beside any other: no slip of another word.
_COMMON = (
    "ai ăn bằng bị bốn cao cây chưa cũ có cùng cần dùng giao giữ gì gồm gửi hai hạn hết khác "
    "không kỳ làm lên lớn lại mới một mỗi ngày năm nhanh nhiều nhỏ nêu nộp phải phòng qua ra "
    "rất sẽ sáu tám tên thay thấp thì thứ tốt vào việc vẫn xem xuống xã xong đi đạt đến đủ ba "
    "bảy chín mười trồng"
)
COMMON = frozenset(_COMMON.split())
_FEW = 2


@rule(
    "KH456", Severity.INFO, "hai tiếng không thành từ, gần giống một từ thường gặp",
    "Sai một chữ thành tiếng khác thì không bộ kiểm chính tả nào thấy: rà xoát, cơ quang, ngân "
    "sánh.",
)  # fmt: skip
def near_a_frequent_word(facts: Facts) -> Iterable[Finding]:
    """`rà xoát`, `kiểm ta`, `lợi ít`; a pair that the plan has twice is meant so."""
    return facts.once(with_near_words)


def with_near_words(facts: Facts) -> tuple[Finding, ...]:
    """What KH456 finds, for the rules that look at the same words."""
    return (*_near_words(facts), *_turned(facts))


def _near_words(facts: Facts) -> Iterable[Finding]:
    pairs = facts.once(Pairs)
    for pair in facts.once(_unknown):
        if pair.follows_a_word and pairs.single[pair.second.folded] > 1:
            continue
        likely = [
            each
            for each in meant(*pair.folded)
            if (_may_be_written_for(pair.folded, each) or _belongs(facts, pair, each))
            and (each[0] == pair.first.folded or not pair.follows_a_word)
        ]
        near = [each for each in likely if each in words.frequent()]
        near = near or [
            each for each in likely if pairs.counts[each] > 1 or _tells(pair.folded, each)
        ]
        if near and not pair.is_known_wrong:
            place = pair.printed.text.locate(pair.first.start)
            if (place.file, place.line, place.column) in facts.once(_named):
                continue
            best = max(near, key=partial(_likeliness, facts, pair.folded))
            yield pair.differs(near_a_frequent_word, best, pairs.counts[best])


def _likeliness(
    facts: Facts, written: tuple[str, str], right: tuple[str, str]
) -> tuple[int, bool, bool, tuple[str, str]]:
    """What makes a word the one that was meant: how often it is used, then how little changed."""
    marks = _differs_in_marks(written, right)
    return facts.pairs[right], right in words.frequent(), marks, right


def _may_be_written_for(written: tuple[str, str], right: tuple[str, str]) -> bool:
    """Whether the syllable that differs is none that stands beside any other.

    Beside a particle any word may stand, unless it is a syllable of few words: `sảy ra`.
    """
    changed = set(written) - set(right)
    if not (COMMON | PARTICLES | words.single()).isdisjoint(changed):
        return False
    beside_a_particle = not PARTICLES.isdisjoint(set(written) & set(right))
    return not beside_a_particle or all(len(words.after(each)) <= _FEW for each in changed)


def _belongs(facts: Facts, pair: Pair, right: tuple[str, str]) -> bool:
    """Whether the plan often has the right word, and its first syllable nowhere without a word.

    Then even a syllable that stands beside any other is a slip there: `văn bảng`. Of a word that
    nearly every plan uses, other marks are enough: `quy đinh`.
    """
    first = pair.first.folded
    second = pair.second.folded
    if second == right[1] and words.degree(second) <= _BOUND:
        return _differs_in_marks(pair.folded, right) and not pair.follows_a_word
    return (
        first == right[0]
        and not pair.begins_a_word
        and (
            (facts.pairs[right] > 1 and not pair.follows_a_word)
            or _differs_in_marks(pair.folded, right)
        )
        and first not in COMMON | PARTICLES | words.single()
        and _times_free(facts, first) <= 1
    )


_BOUND = 20  # words that a syllable makes which hardly stands alone: báo cáo, tố cáo


def _differs_in_marks(written: tuple[str, str], right: tuple[str, str]) -> bool:
    bare = without_marks(" ".join(written))
    return right in words.frequent() and bare == without_marks(" ".join(right))


def _tells(written: tuple[str, str], right: tuple[str, str]) -> bool:
    """Whether one of the two syllables makes so few words that the other hardly belongs to it."""
    changed = set(written) - set(right)
    kept = set(written) & set(right)
    return any(words.degree(each) <= _FEW for each in (*changed, *kept))


@rule(
    "KH457", Severity.INFO, "cụm từ mất một tiếng",
    "“Trên bàn tỉnh” mất chữ “địa”: từng tiếng đều đúng nên đọc lướt không thấy.",
)  # fmt: skip
def syllable_lost(facts: Facts) -> Iterable[Finding]:
    """`trên bàn tỉnh` where the plan says `trên địa bàn tỉnh`."""
    between = facts.once(_between)
    for pair in facts.once(_unknown):
        counted = pair.printed.prose[pair.second.end :].lstrip()[:1].isdigit()
        lost = None if pair.begins_a_word or counted else between.get(pair.folded)
        if lost and _times_free(facts, pair.second.folded) <= 1:
            first, second = pair.folded
            written = pair.printed.prose[pair.first.start : pair.second.end]
            yield syllable_lost.at(
                pair.printed.text, f"“{written}” mất một tiếng",
                f"Có phải ý là “{first} {lost} {second}”?", *pair.first.to(pair.second),
            )  # fmt: skip


def _times_free(facts: Facts, syllable: str) -> int:
    """How often a syllable stands in no known word with its neighbours."""
    known = facts.once(known_pairs)
    return sum(
        known.isdisjoint(pairwise(run.folded[max(index - 1, 0) : index + 2]))
        for _, run in facts.saying([syllable])
        for index, word in enumerate(run.folded)
        if word == syllable
    )


def _between(facts: Facts) -> Mapping[tuple[str, str], str]:
    """The syllable that the plan puts between two unknown ones, where it makes a word with one."""
    frequent = words.frequent()
    unknown = {pair.folded for pair in facts.once(_unknown)}
    return {
        (first, second): lost
        for _, run in facts.saying({first for first, _ in unknown})
        for first, lost, second in zip(run.folded, run.folded[1:], run.folded[2:], strict=False)
        if (first, second) in unknown and (lost, second) in frequent
    }


def _turned(facts: Facts) -> Iterator[Finding]:
    """`trò vai` for `vai trò`: the syllables of a frequent word in the other order."""
    for pair in facts.once(_unknown):
        first, second = pair.folded
        free = not pair.follows_a_word and not pair.begins_a_word
        alone = (COMMON | PARTICLES | words.single()).isdisjoint(pair.folded)
        if free and alone and (second, first) in words.frequent() and not pair.is_known_wrong:
            yield pair.differs(near_a_frequent_word, (second, first), facts.pairs[second, first])


_MIXED = re.compile(r"[^\W\d_]{3,}")


@rule(
    "KH455", Severity.WARNING, "chữ tắt viết sai dạng",
    "Chữ tắt viết một kiểu trong cả kế hoạch: TTHC không viết tthc, Index không thêm s.",
)  # fmt: skip
def abbreviation_changed(facts: Facts) -> Iterator[Finding]:
    """`tthc`, `Sipas`, `PAR Indexs`, `PAPl`."""
    known = _short_forms(facts)
    by_case: dict[str, str] = {word.lower(): word for word in known}
    odd = {text for text in facts.once(no_syllables) - known if _MIXED.fullmatch(text)}
    for printed, run in facts.saying(map(fold, odd)):
        for word in run:
            text = word.text
            if text not in odd:
                continue
            right = by_case.get(text.lower()) or _with_ending(text, known)
            if (
                right
                and text not in (right, right.upper())
                and not _known_otherwise(text, printed.prose)
            ):
                yield abbreviation_changed.at(
                    printed.text, f"“{text}” viết khác chữ tắt “{right}”", f"Viết “{right}”.",
                    word.start, len(text),
                )  # fmt: skip


def _short_forms(facts: Facts) -> frozenset[str]:
    """The words of which the office's abbreviations are made, three letters and more."""
    texts = [*facts.abbreviations]
    texts += [index.name.value for index in facts.plan.indices.values() if index.name]
    made = {word for text in texts for word in re.findall(r"[^\W\d_]+", text)}
    return frozenset(word for word in made if len(word) > 2 and not is_syllable(word))


def _with_ending(text: str, known: Iterable[str]) -> str | None:
    """The abbreviation of which the last letter was doubled, changed or added to."""
    return next(
        (
            word
            for word in known
            if len(word) >= 4
            and text[0] == word[0]
            and text != word
            and (
                text == word + "s"
                or (word.isupper() and text[:-1] == word[:-1] and text[-1].islower())
            )
        ),
        None,
    )


def _known_otherwise(text: str, prose: str) -> bool:
    """Whether the word is part of an address."""
    return bool(
        re.search(rf"[\w.@/]{re.escape(text)}|{re.escape(text)}[@/]|{re.escape(text)}\.\w", prose)
    )
