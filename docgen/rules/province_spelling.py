"""KH343: the name of a province with other marks or capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from docgen import vietnamese
from docgen.finding import Finding, Severity
from docgen.plan.reading_order import Printed
from docgen.rules.facts import Facts, rule
from docgen.rules.places import letters_pattern, own_province, plain_letters
from docgen.rules.prose import provinces
from docgen.rules.prose.syllables import is_syllable

_MARKED = {
    "a": "aàáảãạăằắẳẵặâầấẩẫậ", "e": "eèéẻẽẹêềếểễệ", "i": "iìíỉĩị", "o": "oòóỏõọôồốổỗộơờớởỡợ",
    "u": "uùúủũụưừứửữự", "y": "yỳýỷỹỵ", "d": "dđ",
}  # fmt: skip
_OF_A_PROVINCE = re.compile(r"\btỉnh (?:ủy )?", re.IGNORECASE)
_ENDS_SO = re.compile(rf"{_OF_A_PROVINCE.pattern}$", re.IGNORECASE)
_LAST_WORD, _NEXT_WORD = re.compile(r"([^\W\d_]+) $"), re.compile(r" ([^\W\d_]+)")
_LONGEST_BEFORE, _LONGEST_NAME = len(" tỉnh ủy "), 40


@cache
def _own_pattern(own: str) -> re.Pattern[str]:
    """A name with any marks and any capitals, the first letter one."""
    plain = vietnamese.without_marks(own)
    first, others = plain[0], plain[1:]
    capital = "DĐ" if first.upper() == "D" else first.upper()
    spelt = "".join(map(_any_mark, others))
    return re.compile(rf"(?-i:[{capital}])(?<!\w.){spelt}(?!\w)", re.IGNORECASE)


def _any_mark(letter: str) -> str:
    return f"[{_MARKED[letter.lower()]}]" if letter.lower() in _MARKED else re.escape(letter)


def _spelt_anyhow(prose: str, own: str) -> tuple[tuple[int, str, bool], ...]:
    """Where a text names a province with any marks and capitals, and whether `tỉnh` stands before.

    Where it does not, only the issuer's own is meant, and with a capital.
    """
    return tuple(_every_spelling(prose, own))


def _every_spelling(prose: str, own: str) -> Iterator[tuple[int, str, bool]]:
    for before in _OF_A_PROVINCE.finditer(prose) if "tỉnh " in prose.lower() else ():
        behind = prose[before.end() : before.end() + _LONGEST_NAME]
        name = letters_pattern(own).match(plain_letters(behind))
        if name:
            yield before.end(), behind[: name.end()], True
    for match in _own_pattern(own).finditer(prose):
        lead = prose[max(match.start() - _LONGEST_BEFORE, 0) : match.start()]
        if not _ENDS_SO.search(lead) and not (match[0].isascii() and _is_foreign(prose, match)):
            yield match.start(), match[0], False


def _is_foreign(prose: str, match: re.Match[str]) -> bool:
    """Whether a word beside a name is of another language: `Hue Heritage`, `Enjoy Da Nang`."""
    beside = (_LAST_WORD.search(prose, 0, match.start()), _NEXT_WORD.match(prose, match.end()))
    return any(word and word[1].isascii() and not is_syllable(word[1]) for word in beside)


@rule(
    "KH343", Severity.WARNING, "tên tỉnh viết sai",
    "Tên địa lý viết hoa chữ đầu mỗi tiếng, đủ dấu.", "Phụ lục II, III.1",
)  # fmt: skip
def province_misspelt(facts: Facts) -> Iterator[Finding]:
    """`tỉnh Quãng Trị`, `tỉnh quảng trị`; the issuer's own name also without `tỉnh`."""
    own = facts.once(own_province)
    if not own:
        return
    unprinted = [facts.plan.issuer.short if facts.plan.issuer else None, facts.plan.place]
    more = [Printed(text, "issuer") for text in unprinted if text]
    spelt = [(printed, _spelt_anyhow(printed.prose, own)) for printed in more]
    for printed, found in (*facts.seeing(_spelt_anyhow, own), *spelt):
        for start, written, behind in found:
            meant = provinces.by_letters().get(plain_letters(written), own)
            whole = written.isupper() or written.islower()
            shouted = not behind and whole and printed.role != "issuer"
            if _is_right(written, meant) or shouted:
                continue
            yield province_misspelt.at(
                printed.text, f"“{written}” viết sai tên “{meant}”", f"Viết “{meant}”.",
                start, len(written),
            )  # fmt: skip


def _is_right(written: str, meant: str) -> bool:
    folded = vietnamese.fold_tone(written)
    return folded == vietnamese.fold_tone(meant) or (
        written.isupper() and folded == vietnamese.fold_tone(meant.upper())
    )
