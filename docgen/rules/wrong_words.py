"""KH412-KH414: each syllable is a word, but not the one that was meant.

No dictionary sees `hải lòng` or `Bam kết`. What does: the pair is no known word, its near
neighbour is one, and the same plan uses that neighbour at least as often.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from docgen.finding import Finding, Severity
from docgen.plan.reading_order import Printed
from docgen.rules.facts import Check, Facts, rule
from docgen.rules.prose import words
from docgen.rules.prose.syllables import is_syllable, onset_and_rime
from docgen.rules.prose.tokens import Run, Word, fold
from docgen.vietnamese import without_marks

# Words that stand beside any other and make no word with it.
PARTICLES = frozenset(
    ("và", "với", "của", "các", "những", "là", "được", "cho", "theo", "trong", "này", "đó", "để",
     "như", "đã", "đang", "hoặc", "thì", "mà", "nên", "ở", "tại", "từ", "về", "có", "cùng", "không",
     "do", "khi", "nếu", "vì", "qua", "sau", "trước", "trên", "dưới", "ngoài", "mỗi", "từng", "cả",
     "chỉ", "đều", "vẫn", "còn", "lại", "ra", "vào", "lên", "rất", "hơn", "tỉnh", "huyện", "xã",
     "phường", "thôn", "bản", "năm", "tháng", "ngày", "quý", "người", "việc", "bảng", "giá", "mươi",
     "lăm", "mốt", "trăm", "nghìn", "triệu", "tỷ")
)  # fmt: skip

_FEW = 2  # words that a syllable begins without being one that joins any other


class Pair(NamedTuple):
    """Two words side by side that are no known word and in none with their neighbours."""

    printed: Printed
    first: Word
    second: Word
    follows_a_word: bool = False
    begins_a_word: bool = False

    @property
    def is_known_wrong(self) -> bool:
        """Whether the two are a name, or a phrase that KH412 names."""
        return _is_name(self.first, self.second) or self.folded in words.wrong_phrases()

    @property
    def folded(self) -> tuple[str, str]:
        """The two words for comparing."""
        return self.first.folded, self.second.folded

    def differs(self, check: Check, meant: tuple[str, str], times: int) -> Finding:
        """A finding of `check` at the pair, for which `meant` was probably meant."""
        start = self.first.start
        length = self.second.end - start
        written = self.printed.text.value[start : start + length]
        right = " ".join(meant)
        evidence = f", “{right}” có {times} lần trong văn bản" if times else ""
        return check.at(
            self.printed.text, f"“{written}” không phải một từ thường gặp{evidence}",
            f"Có phải ý là “{right}”? Nếu đúng là “{written.lower()}” thì dùng “docgen check "
            "--learn”.", start, length,
        )  # fmt: skip


@dataclass(frozen=True)
class Pairs:
    """The pairs of a plan: how often each occurs, and which are strange."""

    facts: Facts

    @property
    def counts(self) -> Counter[tuple[str, str]]:
        """How often the plan has each pair of words."""
        return self.facts.pairs

    @property
    def single(self) -> Counter[str]:
        """How often the plan has each word."""
        return self.facts.spoken

    @cached_property
    def before(self) -> Mapping[str, set[str]]:
        """The words that the plan has before the second of each strange pair."""
        found: dict[str, set[str]] = {pair.second.folded: set() for pair in self.strange}
        for first, second in self.counts:
            if second in found:
                found[second].add(first)
        return found

    def only_here(self, written: tuple[str, str], meant: tuple[str, str]) -> bool:
        """Whether one syllable differs that is in no other pair of the plan and in few words.

        A syllable of many words joins any other: `công ăn`, `thẻ chân`.
        """
        other = [one for one, two in zip(written, meant, strict=True) if one != two]
        if len(other) != 1 or self.single[other[0]] != self.counts[written]:
            return False
        return self.counts[meant] > 1 or len(words.after(other[0])) <= _FEW

    @cached_property
    def strange(self) -> tuple[Pair, ...]:
        """The pairs that are no known word, nor in one with the word before or behind them.

        The first is a syllable, the second no number.
        """
        own = self.facts.once(own_pairs)
        return tuple(
            Pair(printed, run[at], run[at + 1])
            for printed, run, found in self.facts.saying(_strange)
            for at, around in found
            if own.isdisjoint(around)
        )


def _strange(run: Run) -> list[tuple[int, list[tuple[str, str]]]]:
    """The first of each two, with the pairs that they and the words beside them make."""
    found = []
    pairs = [*pairwise(run.folded)]
    known = words.known(run.folded)
    for at, pair in enumerate(pairs):
        beside = slice(max(at - 1, 0), at + 2)
        if any(known[beside]) or not (PARTICLES.isdisjoint(pair) and _are_words(pair)):
            continue
        if not (_is_name(run[at], run[at + 1]) or pair in words.wrong_phrases()):
            found.append((at, pairs[beside]))
    return found


def _are_words(pair: tuple[str, str]) -> bool:
    """Whether the first can be read, and the second is no number."""
    return is_syllable(pair[0]) and not pair[1].isdigit()


def _is_name(first: Word, second: Word) -> bool:
    """`Hải Lăng`, `xã Hòa`: a capital begins a name, unless all are capitals; `TU tỉnh`."""
    if first.text.isupper() and len(first.text) > 1:
        return not second.text.isupper()
    return second.text[0].isupper() and not second.text.isupper()


def own_pairs(facts: Facts) -> set[tuple[str, str]]:
    """The pairs of words in the office's own words and in the names of its agencies."""
    split = [[fold(word) for word in text.split()] for text in facts.own_names]
    return {pair for each in split for pair in pairwise(each)}


@rule(
    "KH412", Severity.WARNING, "từ viết sai hay gặp",
    "Những chỗ này bộ kiểm chính tả thường không thấy vì từng tiếng đều có nghĩa.",
)  # fmt: skip
def wrong_phrase(facts: Facts) -> Iterable[Finding]:
    """`Bam kết`, `bổ xung`, `sử lý`: a short list in `docgen/data/phrases.txt`."""
    for printed, run, phrases in facts.saying(_wrong_phrases):
        for at, size, right in phrases:
            first, last = run[at], run[at + size - 1]
            yield wrong_phrase.at(
                printed.text, f"“{printed.text.value[first.start : last.end]}” viết sai",
                f"Viết “{right}”.", *first.to(last),
            )  # fmt: skip


def _wrong_phrases(run: Run) -> list[tuple[int, int, str]]:
    """The first word of each such phrase, how many words it has, and how it is written."""
    phrases, first_words = words.wrong_phrases(), words.first_of_wrong_phrases()
    return [
        (at, size, phrases[found])
        for at, word in enumerate(run.folded)
        if word in first_words
        for size in range(1, min(5, len(run) - at + 1))
        if (found := run.folded[at : at + size]) in phrases and not _straddles(run, at, size)
    ]


def _straddles(run: Run, index: int, size: int) -> bool:
    """Whether two words meet in the phrase: `triển khai chương trình`, no `khai chương`."""
    last = index + size - 1
    begins = index > 0 and words.is_word(run[index - 1].folded, run[index].folded)
    ends = last + 1 < len(run) and words.is_word(run[last].folded, run[last + 1].folded)
    return begins and ends


@rule(
    "KH413", Severity.INFO, "có thể sai dấu",
    "Sai một dấu thì thành từ khác: đơn đốc, hải lòng, phần đầu hoàn thành kế hoạch.",
)  # fmt: skip
def wrong_marks(facts: Facts) -> Iterable[Finding]:
    """`đơn đốc` where the plan has `đôn đốc` as often; `manh mẽ` where manh is nowhere else."""
    return facts.once(with_wrong_marks)


def with_wrong_marks(facts: Facts) -> tuple[Finding, ...]:
    """What KH413 finds, for the rules that look at the same words."""
    return tuple(_wrong_marks(facts))


def _wrong_marks(facts: Facts) -> Iterable[Finding]:
    pairs = facts.once(Pairs)
    for pair in pairs.strange:
        count = pairs.counts[pair.folded]
        second_is_syllable = is_syllable(pair.second.text)
        if not is_syllable(pair.first.text) or not (
            second_is_syllable or pair.second.text.isupper()
        ):
            continue
        if not second_is_syllable:
            first, second = pair.folded
            bare = without_marks(first)
            firsts = [each for each in pairs.before[second] if without_marks(each) == bare]
            near = [(each, second) for each in firsts if each != first]
            meant = [each for each in near if pairs.counts[each] > count]
        else:
            near = words.same_but_for_marks(*pair.folded)
            meant = [
                each
                for each in near
                if pairs.counts[each] >= max(2, count) or pairs.only_here(pair.folded, each)
            ]
        if meant:
            best = max(meant, key=lambda each: pairs.counts[each])
            yield pair.differs(wrong_marks, best, pairs.counts[best])


@rule(
    "KH414", Severity.WARNING, "sai chữ đầu",
    "Máy quét và tay gõ hay nhầm chữ đầu của tiếng: Bản Bam kết thay cho Bản Cam kết.",
)  # fmt: skip
def wrong_onset(facts: Facts) -> Iterable[Finding]:
    """`Bam kết` once, with a syllable used nowhere else, where the plan has `Cam kết` twice."""
    return facts.once(with_wrong_onset)


def with_wrong_onset(facts: Facts) -> tuple[Finding, ...]:
    """What KH414 finds, for the rules that look at the same words."""
    return tuple(_wrong_onset(facts))


def _wrong_onset(facts: Facts) -> Iterable[Finding]:
    pairs = facts.once(Pairs)
    for pair in pairs.strange:
        first, second = pair.folded
        if pairs.single[first] > 1 or not is_syllable(first):
            continue
        rime = onset_and_rime(first)[1]
        for other in pairs.before[second] - {first}:
            if onset_and_rime(other)[1] != rime:
                continue
            if pairs.counts[other, second] >= 2 and words.is_word(other, second):
                yield pair.differs(wrong_onset, (other, second), pairs.counts[other, second])
