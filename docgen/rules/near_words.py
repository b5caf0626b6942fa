"""KH456-KH457: a word that is one slip away from a frequent one, or lacks a syllable.

Each syllable is right, the pair is no word, and a word that nearly every plan uses is one
slip away: `rà xoát`, `cơ quang`, `trách nhiện`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from itertools import chain, pairwise

from docgen.finding import Finding, Severity
from docgen.rules.facts import Facts, rule
from docgen.rules.prose import words
from docgen.rules.prose.slips_of_words import meant
from docgen.rules.prose.syllables import is_syllable
from docgen.rules.prose.tokens import Run
from docgen.rules.wrong_words import (
    PARTICLES,
    Pair,
    Pairs,
    own_pairs,
    with_wrong_marks,
    with_wrong_onset,
)
from docgen.vietnamese import without_marks


def _candidates(run: Run) -> list[tuple[int, bool, bool]]:
    """The pairs of right syllables that are no word, the second in none with the next alone.

    Of each the number of the first, whether it ends a word, and whether the second begins one.
    """
    found = []
    known = words.known(run.folded)
    right = [*map(is_syllable, run.texts)]
    for at, is_word in enumerate(known):
        if is_word or not (right[at] and right[at + 1]):
            continue
        begins_a_word = any(known[at + 1 : at + 2])
        if begins_a_word and not any(known[at + 2 : at + 3]):
            continue
        if run.texts[at].isupper() or not run.texts[at + 1][0].isupper():
            found.append((at, any(known[max(at - 1, 0) : at]), begins_a_word))
    return found


def _unknown(facts: Facts) -> tuple[Pair, ...]:
    """Of those of all texts, what neither the plan nor its agencies' names say twice."""
    own, times = facts.once(own_pairs), facts.pairs
    return tuple(
        Pair(printed, run[at], run[at + 1], *beside)
        for printed, run, found in facts.saying(_candidates)
        for at, *beside in found
        if times[pair := (run.folded[at], run.folded[at + 1])] == 1 and pair not in own
    )


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
    "bảy chín mười trồng số"
)
COMMON = frozenset(_COMMON.split())
_FEW = 2


@cache
def _free() -> frozenset[str]:
    """Syllables that stand beside any other."""
    return COMMON | PARTICLES | words.single()


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
    if not _free().isdisjoint(changed):
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
        and first not in _free()
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
    return facts.once(_free_syllables)[syllable]


def _free_syllables(facts: Facts) -> Counter[str]:
    return Counter(chain.from_iterable(found for _, _, found in facts.saying(_free_in)))


def _free_in(run: Run) -> list[str]:
    """The syllables that stand in no word."""
    known = words.known(run.folded)
    beside = zip(run.folded, [False, *known], [*known, False], strict=True)
    return [syllable for syllable, before, after in beside if not (before or after)]


def _between(facts: Facts) -> Mapping[tuple[str, str], str]:
    """The syllable that the plan puts between two unknown ones, where it makes a word with one."""
    unknown = {pair.folded for pair in facts.once(_unknown)}
    return {
        (first, second): lost
        for _, _, found in facts.saying(_before_frequent_words)
        for first, lost, second in found
        if (first, second) in unknown
    }


def _before_frequent_words(run: Run) -> list[tuple[str, str, str]]:
    """Each word that stands before a frequent one of two syllables, with these."""
    following = pairwise(run.folded[1:])
    pairs = zip(run.folded, following, strict=False)
    return [(first, *pair) for first, pair in pairs if pair in words.frequent()]


def _turned(facts: Facts) -> Iterator[Finding]:
    """`trò vai` for `vai trò`: the syllables of a frequent word in the other order."""
    for pair in facts.once(_unknown):
        first, second = pair.folded
        free = not pair.follows_a_word and not pair.begins_a_word
        alone = _free().isdisjoint(pair.folded)
        if free and alone and (second, first) in words.frequent() and not pair.is_known_wrong:
            yield pair.differs(near_a_frequent_word, (second, first), facts.pairs[second, first])
