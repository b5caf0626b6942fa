"""KH410, KH411, KH417, KH418: words that are no Vietnamese syllable, or spelt in two ways."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from docgen import vietnamese
from docgen.finding import Finding, Severity
from docgen.plan.reading_order import Printed
from docgen.rules.facts import Facts, rule
from docgen.rules.prose import words
from docgen.rules.prose.syllables import from_typing, is_syllable, with_tone_moved
from docgen.rules.prose.tokens import Run, Word, fold

_LIKE_FOREIGN_NAME = re.compile(r"[A-ZĐ]\w*(?:-\w+)+")
_ROMAN = re.compile(r"[ivx]+")
_USUAL = 3  # times that a syllable stands in the plan before a word a slip away is taken for it
# Beginnings that no syllable of Vietnamese has, nor a slip for one: crôm, prôtêin, Krông.
_FOREIGN_START = re.compile(r"[bcdđgkp][rl]|tl|s[cklmnpt]|[fjwz]")
_TYPED = re.compile(r"dd|[wjf]")


@rule(
    "KH410", Severity.WARNING, "chữ không phải tiếng Việt",
    "Thừa, thiếu hay sai một chữ cái thì từ đó không đọc được.",
)  # fmt: skip
def no_syllable(facts: Facts) -> Iterable[Finding]:
    """`việcc`, `thửơng`, `nghành`, `côngchức`; not names, abbreviations or foreign words.

    A word is blamed where it cannot be foreign: it has Vietnamese marks, or a slip away from
    it stands a syllable that makes a word with its neighbour.
    """
    for each in facts.once(strange_words):
        if from_typing(each.word.text) or not (meant := each.meant(facts)):
            continue
        learn = "Từ riêng của cơ quan thì dùng “docgen check --learn”."
        hint = f"Có phải ý là “{meant}”? {learn}" if meant != _UNKNOWN else learn
        if " " in meant:
            hint = f"Viết “{meant}”."
        yield no_syllable.at(
            each.printed.text, f"“{each.word.text}” không phải một tiếng của tiếng Việt",
            hint, *each.word.place,
        )  # fmt: skip


@rule(
    "KH411", Severity.WARNING, "chữ chưa bỏ dấu do bộ gõ",
    "Bộ gõ tắt giữa chừng để lại dduowcj thay cho được.",
)  # fmt: skip
def typing_left_over(facts: Facts) -> Iterable[Finding]:
    """`dduowcj` (Telex), `d9u7o7c5` (VNI); not `test`, though its keys make a syllable."""
    for each in facts.once(strange_words):
        meant = from_typing(each.word.text)
        if meant and each.typed(meant):
            yield typing_left_over.at(
                each.printed.text, f"“{each.word.text}” là chữ chưa bỏ dấu",
                f"Có phải ý là “{meant}”?", *each.word.place,
            )  # fmt: skip


class StrangeWord(NamedTuple):
    """A word that is no syllable of Vietnamese, with the words on either side of it."""

    printed: Printed
    word: Word
    before: Word | None
    after: Word | None

    @property
    def is_among_foreign(self) -> bool:
        """Whether a neighbour is no syllable either: `Vibrio sp`, `black carbon`."""
        sides = (side for side in (self.before, self.after) if side)
        return any(side.text.isalpha() and not is_syllable(side.text) for side in sides)

    @property
    def is_in_name(self) -> bool:
        """Whether capitals make it part of a name: `xã Đắk Sắk`, `Phạm Văn Rủă`."""
        sides = (side for side in (self.before, self.after) if side)
        capital = self.word.text[0].isupper()
        return capital and (
            any(side.text[0].isupper() for side in sides)
            or (self.before is not None and not self.printed.prose.isupper())
        )

    def makes_word(self, syllable: str) -> bool:
        """Whether a syllable in its place makes a known word with a neighbour."""
        folded = fold(syllable)
        before = self.before is not None and words.is_word(self.before.folded, folded)
        return before or (self.after is not None and words.is_word(folded, self.after.folded))

    def meant(self, facts: Facts) -> str:
        """What it was meant to be; `_UNKNOWN` for a slip that nothing explains; or nothing.

        Nothing: it may be a name or a foreign word.
        """
        text = self.word.text
        if self.is_in_name or self.is_among_foreign:
            return ""
        shortest = 4 if text.isascii() else 3
        wanted = self._neighbours_want() if len(text) >= shortest else ()
        if near := vietnamese.closest(text, wanted):
            return near[0]
        if glued := _unglued(text):
            return glued
        if text.isascii() or (text.isupper() and not self.printed.prose.isupper()):
            return ""
        moved = with_tone_moved(text) or _undoubled(text) or _respelt(text.lower())
        if moved or _are_syllables(text.lower()):
            return moved or ""
        near_in_plan = vietnamese.closest(text, facts.once(_usual_syllables))
        if text[0].isupper():
            return near_in_plan[0] if near_in_plan else ""
        unknown = "" if _FOREIGN_START.match(text) else _UNKNOWN
        return near_in_plan[0] if near_in_plan else unknown

    def _neighbours_want(self) -> Iterator[str]:
        if self.before:
            yield from sorted(words.after(self.before.folded))
        if self.after:
            yield from sorted(words.before(self.after.folded))

    def typed(self, meant: str) -> bool:
        """Whether keys of Telex or VNI left it, and no other language."""
        if not self.word.text.isalpha() or self.makes_word(meant):
            return True
        marks = len(unicodedata.normalize("NFD", meant)) - len(meant) + ("đ" in meant)
        certain = marks > 1 and _TYPED.search(self.word.text.lower())
        return bool(certain) and not self.is_among_foreign and not self.is_in_name


_UNKNOWN = "?"


def strange_words(facts: Facts) -> tuple[StrangeWord, ...]:
    """The words that should be syllables of Vietnamese and are not."""
    own = own_words(facts)
    found = []
    for printed, run, strange in facts.saying(_strange):
        for at in strange:
            word, prose = run[at], printed.prose
            known = word.text.lower() in own or _is_entity(prose, word)
            if not known and not _in_foreign_name(prose, word):
                before = run[at - 1] if at else None
                after = run[at + 1] if at + 1 < len(run) else None
                found.append(StrangeWord(printed, word, before, after))
    return tuple(found)


def _strange(run: Run) -> list[int]:
    return [
        at
        for at, text in enumerate(run.texts)
        if not is_syllable(text) and len(text) > 1 and _may_be_strange(text)
    ]


def _is_entity(prose: str, word: Word) -> bool:
    return prose[word.start - 1 : word.start] == "&" and prose[word.end : word.end + 1] == ";"


_NO_VOWEL = re.compile(r"[b-df-hj-np-tv-xz]{1,3}", re.IGNORECASE)  # đv, Đvt: short forms
_GREEK = re.compile(r"[µΩα-ωΑ-Ω]")  # µg, MΩ: units


def _may_be_strange(text: str) -> bool:
    if _GREEK.search(text) or _NO_VOWEL.fullmatch(vietnamese.without_marks(text)):
        return False
    if not text.isalpha():
        typed = len(text) > 3 and text.isascii() and text.islower() and text[0].isalpha()
        return typed and from_typing(text) is not None
    if text.isupper():
        return vietnamese.without_marks(text) != text.replace("Đ", "D")
    if not text[1:].islower():
        return False
    return text.lower() not in words.borrowed() and not _ROMAN.fullmatch(text)


def _in_foreign_name(prose: str, word: Word) -> bool:
    """Whether the word is a piece of a name written with hyphens: `Mát-xcơ-va`."""
    if "-" not in (prose[word.start - 1 : word.start], prose[word.end : word.end + 1]):
        return False
    names = _LIKE_FOREIGN_NAME.finditer(prose)
    return any(match.start() <= word.start < match.end() for match in names)


def _are_syllables(text: str) -> bool:
    """Whether a word is syllables written together, as borrowed words are: `ôtô`, `atisô`."""
    ends = (at for at in range(1, len(text) + 1) if is_syllable(text[:at]))
    return any(at == len(text) or _are_syllables(text[at:]) for at in ends)


def _unglued(text: str) -> str:
    """The known word whose space was lost, or nothing."""
    for at in range(2, len(text) - 1):
        first, second = text[:at], text[at:]
        if words.is_word(fold(first), fold(second)) and is_syllable(first) and is_syllable(second):
            return f"{first} {second}"
    return ""


def own_words(facts: Facts) -> set[str]:
    """The words of the glossary and of the agencies' names, in small letters."""
    texts = (*facts.own_names, *facts.abbreviations)
    return {word for text in texts for word in re.findall(r"\w+", text.lower())}


def _usual_syllables(facts: Facts) -> tuple[str, ...]:
    """The syllables that the plan uses again and again, the most frequent first."""
    found: Counter[str] = Counter()
    for text, times in facts.written.items():
        found[text.lower()] += times
    usual = (text for text, count in found.most_common() if count >= _USUAL and len(text) > 2)
    return tuple(text for text in usual if is_syllable(text))


_RESPELT = (("ngh", "ng"), ("gh", "g"), ("ng", "ngh"), ("g", "gh"), ("k", "c"), ("c", "k"))


def _respelt(text: str) -> str | None:
    """The syllable whose first consonant is spelled as its vowel asks: `nghành` → `ngành`."""
    made = (right + text[len(wrong) :] for wrong, right in _RESPELT if text.startswith(wrong))
    return next(filter(is_syllable, made), None)


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
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for _, _, toned in facts.saying(_toned):
        for folded, lower in toned:
            found[folded][lower] += 1
    for ways in found.values():
        if len(ways) > 1:
            rarer, common = sorted(ways, key=lambda way: (ways[way], way))[:2]
            printed, word = next(
                (printed, word)
                for printed, run in facts.words
                for word in run
                if word.text.lower() == rarer
            )
            yield tone_placed_in_two_ways.at(
                printed.text, f"“{rarer}” {ways[rarer]} lần, “{common}” {ways[common]} lần",
                f"Thống nhất một kiểu, ví dụ “{common}”.", *word.place,
            )  # fmt: skip


_ENDS_IN_Y = re.compile(r"(?:h|k|l|m|s|t|v|qu)[yỳỷỹýỵ]")
_TO_I = str.maketrans("yỳỷỹýỵ", "iìỉĩíị")


@lru_cache(maxsize=20_000)
def _with_i(syllable: str) -> str:
    return syllable.translate(_TO_I) if _ENDS_IN_Y.fullmatch(syllable) else syllable


@rule(
    "KH418", Severity.INFO, "một từ viết cả i lẫn y",
    "Tỷ lệ và tỉ lệ đều đúng, nhưng một kế hoạch nên theo một cách viết.",
)  # fmt: skip
def written_with_i_and_y(facts: Facts) -> Iterable[Finding]:
    """`tỷ lệ` here, `tỉ lệ` there: said once for each word, at the rarer way."""
    in_y = {pair for _, _, found in facts.saying(_words_in_y) for pair in found}
    for pair in in_y:
        other = _with_i(pair[0]), _with_i(pair[1])
        if other in facts.pairs:
            rarer, common = sorted((pair, other), key=facts.pairs.__getitem__)
            printed, head, tail = next(
                (printed, run[index], run[index + 1])
                for printed, run in facts.words
                for index, each in enumerate(pairwise(run.folded))
                if each == rarer
            )
            usual = " ".join(common)
            yield written_with_i_and_y.at(
                printed.text,
                f"“{' '.join(rarer)}” {facts.pairs[rarer]} lần, “{usual}” "
                f"{facts.pairs[common]} lần",
                f"Thống nhất một cách viết, ví dụ “{usual}”.", *head.to(tail),
            )  # fmt: skip


def _toned(run: Run) -> list[tuple[str, str]]:
    """The words whose tone may stand in two places, as they are compared and as they are."""
    both = ((fold(text), text.lower()) for text in run.texts)
    return [each for each in both if each[0] != each[1] or each[0][-2:-1] in ("o", "u")]


def _words_in_y(run: Run) -> list[tuple[str, str]]:
    """The words in which `i` could stand for a `y`."""
    return [
        pair
        for pair in pairwise(run.folded)
        if pair != (_with_i(pair[0]), _with_i(pair[1])) and words.is_word(*pair)
    ]
