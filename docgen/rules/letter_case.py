"""KH431, KH432, KH434, KH435: capitals and small letters where a sentence wants the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from docgen.finding import Finding, Severity
from docgen.rules.facts import Facts, rule
from docgen.rules.prose.syllables import is_syllable
from docgen.rules.prose.tokens import fold
from docgen.rules.wrong_words import known_pairs, own_pairs

_LAW = "Phụ lục II, I"
_STOP = re.compile(r"[.?!]\s")
_AFTER_STOP = re.compile(r"(?<![\w.])(?P<last>[^\W\d_]{2,})[”)]*[.?!]\s+[“(*]*(?P<first>[^\W\d_]+)")


@rule(
    "KH431", Severity.WARNING, "chữ thường sau dấu chấm", "Sau dấu chấm là câu mới, viết hoa.",
    _LAW, alone=True,
)  # fmt: skip
def small_letter_after_stop(facts: Facts) -> Iterable[Finding]:
    """`… của tỉnh. đồng thời …`; not after an abbreviation such as `TP.`."""
    for printed in facts.texts:
        for match in _AFTER_STOP.finditer(printed.prose) if _STOP.search(printed.prose) else ():
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
    "Cơ quan viết thành CƠ quan, CƠ quAn: phím Shift nhả chậm.", alone=True,
)  # fmt: skip
def case_mixed_in_word(facts: Facts) -> Iterable[Finding]:
    """`CÔng`, `nhiỆm`; not `TTg`, which is no syllable."""
    mixed = {
        text for text in facts.written
        if not (text.islower() or text.isupper() or text[1:].islower())
        and text.isalpha() and is_syllable(text) and text not in _COMPOUNDS
    }  # fmt: skip
    for printed, run in facts.saying(map(fold, mixed)):
        for word in run:
            text = word.text
            if text in mixed:
                meant = text.capitalize() if text[0].isupper() else text.lower()
                yield case_mixed_in_word.mend(
                    printed.text, f"“{text}” lẫn chữ hoa và chữ thường",
                    word.start, len(text), meant,
                )  # fmt: skip


_BEGINS = re.compile(r"[-–+•*“\" ]*(?P<first>[^\W\d_]\w+)(?![.)\w])")
_SENTENCES = ("preamble", "heading", "paragraph", "point", "task", "closing", "basis", "recipient")


@rule(
    "KH434", Severity.WARNING, "đoạn văn mở đầu bằng chữ thường",
    "Xuống dòng là câu mới, viết hoa chữ đầu.", _LAW, alone=True,
)  # fmt: skip
def small_letter_at_start(facts: Facts) -> Iterable[Finding]:
    """`tiếp tục đẩy mạnh …` as a task; cells and what goes on a line may begin small."""
    for printed in facts.texts:
        begins = printed.role in _SENTENCES and not printed.runs_in
        match = _BEGINS.match(printed.prose) if begins else None
        if match and match["first"][0].islower() and is_syllable(match["first"]):
            yield small_letter_at_start.on(
                printed, match, f"đoạn mở đầu bằng chữ thường “{match['first']}”",
                f"Viết “{match['first'].capitalize()}”.", "first",
            )  # fmt: skip


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
    known = facts.once(known_pairs) | facts.once(own_pairs)
    capitals = {text for text in facts.written if text.istitle()}
    every: Counter[tuple[str, ...]] = Counter()
    alone: Counter[tuple[str, ...]] = Counter()
    odd = []
    for printed, run in facts.words:
        if capitals.isdisjoint(run.texts[1:]):
            continue
        for index, both in enumerate(pairwise(run.texts)):
            pair = run.folded[index : index + 2]
            if not capitals.issuperset(both) or pair not in known:
                continue
            every[pair] += 1
            beside = run.texts[max(index - 1, 0) : index] + run.texts[index + 2 : index + 3]
            if any(text[:1].isupper() or text in _NAMED for text in beside):
                continue
            alone[pair] += 1
            if printed.role not in _IN_NAMES:
                odd.append((printed, run[index], run[index + 1]))
    for printed, first, second in odd:
        pair = first.folded, second.folded
        if alone[pair] == 1 and facts.pairs[pair] - every[pair] > 1:
            meant = f"{first.text} {second.text.lower()}"
            yield capital_unlike_the_others.at(
                printed.text, f"“{first.text} {second.text}”, các chỗ khác viết thường chữ sau",
                f"Viết “{meant}”.", *first.to(second),
            )  # fmt: skip
