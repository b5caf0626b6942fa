"""KH431, KH432, KH434, KH435: capitals and small letters where a sentence wants the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from docgen.finding import Finding, Severity
from docgen.rules.facts import Facts, rule
from docgen.rules.prose import words
from docgen.rules.prose.syllables import is_syllable
from docgen.rules.prose.tokens import Run
from docgen.rules.wrong_words import own_pairs

_LAW = "Phụ lục II, I"
_AFTER_STOP = re.compile(r"(?<![\w.])(?P<last>[^\W\d_]{2,})[”)]*[.?!]\s+[“(*]*(?P<first>[^\W\d_]+)")


@rule(
    "KH431", Severity.WARNING, "chữ thường sau dấu chấm", "Sau dấu chấm là câu mới, viết hoa.",
    _LAW,
)  # fmt: skip
def small_letter_after_stop(facts: Facts) -> Iterable[Finding]:
    """`… của tỉnh. đồng thời …`; not after an abbreviation such as `TP.`."""
    for printed, match in facts.matches(_AFTER_STOP, ".", "?", "!"):
        first = match["first"]
        if first.islower() and is_syllable(match["last"]):
            yield small_letter_after_stop.at(
                printed.text, f"“{first}” đứng đầu câu mà viết thường",
                f"Viết “{first.capitalize()}”, hoặc thay dấu chấm bằng dấu phẩy.",
                match.start("first"), len(first),
            )  # fmt: skip


_COMPOUNDS = frozenset(("CaO", "BaO", "FeO", "ZnO", "MgO", "HgO", "CuO", "PbO"))


@rule(
    "KH432", Severity.WARNING, "hoa thường lẫn trong một tiếng",
    "Cơ quan viết thành CƠ quan, CƠ quAn: phím Shift nhả chậm.",
)  # fmt: skip
def case_mixed_in_word(facts: Facts) -> Iterable[Finding]:
    """`CÔng`, `nhiỆm`; not `TTg`, which is no syllable."""
    for printed, run, mixed in facts.saying(_mixed):
        for text, start, _ in (run[at] for at in mixed):
            meant = text.capitalize() if text[0].isupper() else text.lower()
            yield case_mixed_in_word.mend(
                printed.text, f"“{text}” lẫn chữ hoa và chữ thường", start, len(text), meant,
            )  # fmt: skip


def _mixed(run: Run) -> list[int]:
    """The syllables in which capitals and small letters are mixed."""
    return [at for at, text in enumerate(run.texts) if _is_mixed(text)]


@lru_cache(maxsize=20_000)
def _is_mixed(text: str) -> bool:
    if text.islower() or text.isupper() or text[1:].islower():
        return False
    return text.isalpha() and is_syllable(text) and text not in _COMPOUNDS


_BEGINS = re.compile(r"[-–+•*“\" ]*(?P<first>[^\W\d_]\w+)(?![.)\w])")
_SPLIT = "Trong [ ] dấu phẩy tách một câu thành hai mục: đặt cả câu trong ngoặc kép."
_SENTENCES = ("preamble", "heading", "paragraph", "point", "task", "closing", "basis", "recipient")


@rule(
    "KH434", Severity.WARNING, "đoạn văn mở đầu bằng chữ thường",
    "Xuống dòng là câu mới, viết hoa chữ đầu.", _LAW,
)  # fmt: skip
def small_letter_at_start(facts: Facts) -> Iterable[Finding]:
    """`tiếp tục đẩy mạnh …` as a task; cells and what goes on a line may begin small."""
    for printed, match in facts.seeing(_begins_small):
        if match and printed.role in _SENTENCES and not printed.runs_in:
            text = printed.text
            split = text.source.text[: text.start].rstrip().endswith(",")
            yield small_letter_at_start.on(
                printed, match, f"đoạn mở đầu bằng chữ thường “{match['first']}”",
                _SPLIT if split else f"Viết “{match['first'].capitalize()}”.", "first",
            )  # fmt: skip


def _begins_small(prose: str) -> re.Match[str] | None:
    match = _BEGINS.match(prose)
    small = match is not None and match["first"][0].islower() and is_syllable(match["first"])
    return match if small else None


# The last word of what companies, persons and places are called by.
_ENDS_OF_KINDS = "ty đoàn trường tâm khu án hàng hiệu xã phường thôn bản chí ông bà tổ"
_NAMED = frozenset(_ENDS_OF_KINDS.split())
_IN_NAMES = ("heading", "recipient", "signature", "issuer", "column", "appendix title")


@rule(
    "KH435", Severity.INFO, "một từ viết hoa khác các chỗ khác",
    "“Hải Quan” ở một chỗ, “Hải quan” ở mọi chỗ khác: chữ thứ hai viết hoa thừa.", _LAW,
)  # fmt: skip
def capital_unlike_the_others(facts: Facts) -> Iterable[Finding]:
    """`Hải Quan` once, `Hải quan` elsewhere; not between other capitals, as in a person's name."""
    own = facts.once(own_pairs)
    every: Counter[tuple[str, str]] = Counter()
    alone: Counter[tuple[str, str]] = Counter()
    odd = []
    for printed, run, found in facts.saying(_both_capital):
        for at, stand_alone in found:
            pair = run.folded[at], run.folded[at + 1]
            if not (words.is_word(*pair) or pair in own):
                continue
            every[pair] += 1
            if stand_alone:
                alone[pair] += 1
                if printed.role not in _IN_NAMES:
                    odd.append((printed, run[at], run[at + 1]))
    for printed, first, second in odd:
        pair = first.folded, second.folded
        if alone[pair] == 1 and facts.pairs[pair] - every[pair] > 1:
            meant = f"{first.text} {second.text.lower()}"
            yield capital_unlike_the_others.at(
                printed.text, f"“{first.text} {second.text}”, các chỗ khác viết thường chữ sau",
                f"Viết “{meant}”.", *first.to(second),
            )  # fmt: skip


def _both_capital(run: Run) -> list[tuple[int, bool]]:
    """The first of two words with capitals, and whether no word beside them makes them a name."""
    found = []
    for at, both in enumerate(pairwise(map(str.istitle, run.texts))):
        if all(both):
            beside = run.texts[max(at - 1, 0) : at] + run.texts[at + 2 : at + 3]
            named = any(text[:1].isupper() or text in _NAMED for text in beside)
            found.append((at, not named))
    return found
