"""KH410, KH411, KH417, KH418: words that are no Vietnamese syllable, or spelt in two ways."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise

from docgen import vietnamese
from docgen.finding import Finding, Severity
from docgen.plan.reading_order import Printed
from docgen.rules.facts import Facts, rule
from docgen.rules.prose import words
from docgen.rules.prose.syllables import from_typing, is_syllable, with_tone_moved
from docgen.rules.prose.tokens import Word

_LIKE_FOREIGN_NAME = re.compile(r"[A-ZĐ]\w*(?:-\w+)+")
_ROMAN = re.compile(r"[ivx]+")


@rule(
    "KH410", Severity.WARNING, "chữ không phải tiếng Việt",
    "Thừa, thiếu hay sai một chữ cái thì từ đó không đọc được.",
)  # fmt: skip
def no_syllable(facts: Facts) -> Iterable[Finding]:
    """`việcc`, `thửơng`, `nghành`; not names, abbreviations or the office's own words."""
    common: list[str] = []
    for printed, word in facts.once(_strange):
        if from_typing(word.text):
            continue
        common = common or _common_syllables(facts)
        meant = with_tone_moved(word.text) or _undoubled(word.text)
        near = [meant] if meant else vietnamese.closest(word.text, common)
        yield no_syllable.at(
            printed.text, f"“{word.text}” không phải một tiếng của tiếng Việt",
            (f"Có phải ý là “{near[0]}”? " if near else "")
            + "Từ riêng của cơ quan thì ghi vào glossary.yaml, mục words.",
            word.start, len(word.text),
        )  # fmt: skip


@rule(
    "KH411", Severity.WARNING, "chữ chưa bỏ dấu do bộ gõ",
    "Bộ gõ tắt giữa chừng để lại dduowcj thay cho được.",
)  # fmt: skip
def typing_left_over(facts: Facts) -> Iterable[Finding]:
    """`dduowcj` (Telex), `d9u7o7c5` (VNI)."""
    for printed, word in facts.once(_strange):
        if meant := from_typing(word.text):
            yield typing_left_over.at(
                printed.text, f"“{word.text}” là chữ chưa bỏ dấu",
                f"Có phải ý là “{meant}”?", word.start, len(word.text),
            )  # fmt: skip


def _strange(facts: Facts) -> tuple[tuple[Printed, Word], ...]:
    """The words that should be syllables of Vietnamese and are not."""
    own = _own_words(facts)
    found = []
    for printed, run in facts.words:
        for word in run:
            text = word.text
            if len(text) < 2 or is_syllable(text) or text.lower() in own:
                continue
            if _may_be_strange(text) and not _in_foreign_name(printed.prose, word):
                found.append((printed, word))
    return tuple(found)


def _may_be_strange(text: str) -> bool:
    if not text.isalpha():
        typed = len(text) > 3 and text.isascii() and text.islower() and text[0].isalpha()
        return typed and from_typing(text) is not None
    marked = vietnamese.without_marks(text) != text.replace("đ", "d").replace("Đ", "D")
    if text.isupper():
        return marked
    if not text[1:].islower():
        return False
    if text.isascii() and text[0].isupper():
        return from_typing(text) is not None and any(key in text for key in ("dd", "w", "j"))
    return text.lower() not in words.borrowed() and not _ROMAN.fullmatch(text)


def _in_foreign_name(prose: str, word: Word) -> bool:
    """Whether the word is a piece of a name written with hyphens: `Mát-xcơ-va`."""
    if "-" not in (prose[word.start - 1 : word.start], prose[word.end : word.end + 1]):
        return False
    names = _LIKE_FOREIGN_NAME.finditer(prose)
    return any(match.start() <= word.start < match.end() for match in names)


def _own_words(facts: Facts) -> set[str]:
    texts = [text.value for text in facts.plan.glossary.words] if facts.plan.glossary else []
    texts += facts.plan.glossary.abbreviations if facts.plan.glossary else []
    for agency in facts.plan.agencies.values():
        texts += [text.value for text in (agency.name, *agency.short) if text]
    return {word for text in texts for word in re.findall(r"\w+", text.lower())}


def _common_syllables(facts: Facts) -> list[str]:
    """The syllables of the plan, the most frequent first."""
    found = Counter(word.text.lower() for _, run in facts.words for word in run)
    return [text for text, _ in found.most_common() if is_syllable(text)]


def _undoubled(text: str) -> str | None:
    """The syllable that is left when one of two equal letters goes."""
    lower = text.lower()
    for index in range(1, len(lower)):
        shorter = lower[:index] + lower[index + 1 :]
        if lower[index] == lower[index - 1] and is_syllable(shorter):
            return shorter
    return None


@rule(
    "KH417", Severity.WARNING, "một từ đặt dấu thanh hai kiểu",
    "Hoá và hóa đều đúng, nhưng một kế hoạch nên theo một kiểu; tìm kiếm cũng mới ra hết.",
)  # fmt: skip
def tone_placed_in_two_ways(facts: Facts) -> Iterable[Finding]:
    """`hiện đại hoá` here, `số hóa` there: said once for each word, at the rarer way."""
    found: dict[str, dict[str, list[tuple[Printed, Word]]]] = defaultdict(lambda: defaultdict(list))
    for printed, run in facts.words:
        for word in run:
            lower = word.text.lower()
            if lower != word.folded or word.folded[-2:-1] in ("o", "u"):
                found[word.folded][lower].append((printed, word))
    for ways in found.values():
        if len(ways) > 1:
            rarer, common = sorted(ways, key=lambda way: (len(ways[way]), way))[:2]
            printed, word = ways[rarer][0]
            yield tone_placed_in_two_ways.at(
                printed.text,
                f"“{rarer}” {len(ways[rarer])} lần, “{common}” {len(ways[common])} lần",
                f"Thống nhất một kiểu, ví dụ “{common}”.", word.start, len(word.text),
            )  # fmt: skip


_ENDS_IN_Y = re.compile(r"(?:h|k|l|m|s|t|v|qu)[yỳỷỹýỵ]")
_I_OR_Y = frozenset("iìỉĩíịyỳỷỹýỵ")
_TO_I = str.maketrans("yỳỷỹýỵ", "iìỉĩíị")


def _with_i(syllable: str) -> str:
    return syllable.translate(_TO_I) if _ENDS_IN_Y.fullmatch(syllable) else syllable


@rule(
    "KH418", Severity.INFO, "một từ viết cả i lẫn y",
    "Tỷ lệ và tỉ lệ đều đúng, nhưng một kế hoạch nên theo một cách viết.",
)  # fmt: skip
def written_with_i_and_y(facts: Facts) -> Iterable[Finding]:
    """`tỷ lệ` here, `tỉ lệ` there: said once for each word, at the rarer way."""
    found: dict[tuple[str, str], list[tuple[Printed, Word, Word]]] = defaultdict(list)
    for printed, run in facts.words:
        for first, second in pairwise(run):
            if first.folded[-1] in _I_OR_Y or second.folded[-1] in _I_OR_Y:
                found[first.folded, second.folded].append((printed, first, second))
    for pair, with_y in found.items():
        with_i = _with_i(pair[0]), _with_i(pair[1])
        others = found.get(with_i) if with_i != pair else None
        if others and words.is_word(*pair):
            rarer, common = sorted((with_y, others), key=len)
            printed, head, tail = rarer[0]
            usual = f"{common[0][1].folded} {common[0][2].folded}"
            yield written_with_i_and_y.at(
                printed.text,
                f"“{head.folded} {tail.folded}” {len(rarer)} lần, “{usual}” {len(common)} lần",
                f"Thống nhất một cách viết, ví dụ “{usual}”.",
                head.start, tail.end - head.start,
            )  # fmt: skip


CHECKS = (no_syllable, typing_left_over, tone_placed_in_two_ways, written_with_i_and_y)
