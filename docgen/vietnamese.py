"""How official Vietnamese writes numbers, dates and the letters of points.

Clauses are those of Decree 30/2020/NĐ-CP, Phụ lục I, Phần I. Every function takes and
gives plain values; what cannot be read is `None`, never an exception.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, ROUND_HALF_UP, Context, Decimal
from functools import cache, lru_cache

# ---------------------------------------------------------------------------- numbers

# Quantizing in the default context fails on more than 28 digits.
_EXACT = Context(prec=MAX_PREC, Emin=MIN_EMIN, Emax=MAX_EMAX)

_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,[0-9]+)?")
_LIKE_VIETNAMESE = re.compile(
    r"\+?(-?) ?([1-9][0-9]{0,2}(?:[ .'][0-9]{3})+|[0-9]*) ?(?:, ?([0-9]+))?"
)
_LIKE_ENGLISH = re.compile(
    r"\+?(-?) ?([1-9][0-9]{0,2}(?:[ ,'][0-9]{3})+|[0-9]*) ?(?:\. ?([0-9]+))?"
)
_LONGEST_SLIP = 60
_LOOK_ALIKES = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\uff0d", "-"),
        "\u2019": "'",
        "\uff0b": "+",
        "\uff0c": ",",
        "\uff0e": ".",
        "\uff05": "%",
    }
)


def parse_decimal(text: str) -> Decimal | None:
    """The number that `text` writes in Vietnamese, exactly: `0,8430` keeps its last zero.

    Dots stand only between thousands, so `101.835` is 101835 and `0.8089` no number;
    thousands may also stand without dots. Minus is U+002D. Not a number, hence `None`:
    a plus sign, spaces, a percent sign, a needless leading zero, minus zero.
    """
    if not _DECIMAL.fullmatch(text):
        return None
    value = Decimal(text.replace(".", "").replace(",", "."))
    return None if value.is_zero() and value.is_signed() else value


def suggest_decimal(text: str) -> str | None:
    """What was probably meant by a number that `parse_decimal` refuses, as it prints.

    `0.8089`, `08089` → `0,8089`, `–0,5` → `-0,5`, `1 000,5` → `1.000,5`, `79.46%` → `79,46`.
    `None` where nothing can be made of the text, or where it is right as it stands.
    """
    if len(text) > _LONGEST_SLIP or parse_decimal(text) is not None:
        return None
    ascii_text = "".join(
        " " if character.isspace() else str(unicodedata.decimal(character, character))
        for character in text.translate(_LOOK_ALIKES)
    )
    slip = ascii_text.strip().rstrip("% .,;")
    if re.fullmatch(r"-?0[1-9][0-9]{2,}", slip):  # the comma was lost: 08089
        slip = slip.replace("0", "0,", 1)
    match = _LIKE_VIETNAMESE.fullmatch(slip) or _LIKE_ENGLISH.fullmatch(slip)
    if match is None or not (match[2] or match[3]):
        return None
    whole = re.sub(r"[^0-9]", "", match[2])
    return format_decimal(Decimal(f"{match[1]}{whole or '0'}.{match[3] or ''}"))


def format_decimal(value: Decimal, least: int = 0) -> str:
    """`value` as it prints: `-2,1520`, `2.543.815`. Every digit stays, none is rounded.

    With `least` decimals at least: 1 with 2 prints `1,00`.

    Raises ValueError when the value is not finite.
    """
    if not value.is_finite():
        raise ValueError(f"not a finite number: {value}")
    if least and -int(value.as_tuple().exponent) < least:
        value = round_half_up(value, least)
    return f"{value or value.copy_abs():,f}".translate(_marks())


@cache
def _marks() -> dict[int, int]:
    """The marks of Vietnamese numbers in the place of Python's."""
    from docgen.compiled import KEPT

    return str.maketrans(",.", KEPT.value("marks of numbers", _symbols))


def _symbols() -> str:
    """What groups the digits of a number, and what stands before its decimals."""
    from babel import localedata

    symbols = localedata.load("vi", merge_inherited=False)["number_symbols"]["latn"]
    return f"{symbols['group']}{symbols['decimal']}"


def format_percent(value: Decimal) -> str:
    """A value that is in percent already: 79.46 prints `79,46%`."""
    return f"{format_decimal(value)}%"


def round_half_up(value: Decimal, digits: int) -> Decimal:
    """`value` with exactly `digits` decimals; a half goes away from zero (-0.005 → -0.01)."""
    return value.quantize(Decimal((0, (1,), -digits)), ROUND_HALF_UP, _EXACT)


def document_number(text: str) -> str:
    """The number of a document; below 10 it takes a leading 0: `7` → `07` [II.3.c]."""
    return f"0{text}" if re.fullmatch(r"[1-9]", text) else text


# ------------------------------------------------------------------------------ dates

_DAY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")


def parse_day(text: str) -> date | None:
    """The day written `05/6/2024` (day, month, four-digit year), with or without zeros."""
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    day, month, year = map(int, match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


_PARTIAL = (
    re.compile(
        r"(?:(?:(?:(?P<day>[0-9]{1,2})|[\s.…⋯_]*)[/.-])?"
        r"(?:(?P<month>[0-9]{1,2})|[\s.…⋯_]*)[/.-])?(?P<year>[0-9]{4})"
    ),
    re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})"),
    re.compile(
        r"(?:ngày[\s.…⋯_]*(?P<day>[0-9]{1,2})?[\s.…⋯_]*)?"
        r"(?:tháng[\s.…⋯_]*(?P<month>[0-9]{1,2})?[\s.…⋯_]*)?năm\s*(?P<year>[0-9]{4})"
    ),
)


def parse_partial_day(text: str) -> tuple[int, int | None, int | None] | None:
    """Year, month and day of a date that may be known only in part; `None` is not known yet.

    `05/6/2024`, `05-6-2024`, `2024-06-05`, `ngày 05 tháng 6 năm 2024`, `…/12/2025`, `12/2025`,
    `tháng 12 năm 2025`, `năm 2025`.
    """
    match = next(filter(None, (each.fullmatch(text.strip()) for each in _PARTIAL)), None)
    if match is None:
        return None
    year, month, day = (int(match[part]) if match[part] else None for part in _PARTS)
    if year is None or (day is not None and month is None):
        return None
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return year, month, day


_PARTS = ("year", "month", "day")


def last_day(year: int, month: int | None, day: int | None) -> date:
    """The last day that a date known in part may be."""
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def format_day(day: date) -> str:
    """The day in running text: `05/6/2024`, `22/01/2023` [II.4.b]."""
    return f"{day.day:02}/{_month(day.month)}/{day.year:04}"


def format_long_day(day: date) -> str:
    """The day in full: `ngày 05 tháng 6 năm 2024` [II.4.b]."""
    return format_partial_day(day.year, day.month, day.day, gap="")


def format_partial_day(year: int | None, month: int | None, day: int | None, *, gap: str) -> str:
    """The day in full, `gap` standing for what is not known yet: `ngày … tháng 12 năm 2025`."""
    parts = (
        f"ngày {day:02} " if day else f"ngày{gap}",
        f"tháng {_month(month)} " if month else f"tháng{gap}",
        f"năm {year:04}" if year else f"năm{gap}",
    )
    return "".join(parts)


def _month(month: int) -> str:
    return f"{month:02}" if month <= 2 else str(month)


# ------------------------------------------------------------------ letters and marks

_PART = re.compile(r"(?:phần|chương)\s+(?:thứ|[ivxlc\d]+\b)", re.IGNORECASE)
_LETTERED_PART = re.compile(r"[A-HĐ]\.\s")
_LETTERS = tuple("abcdđeghiklmnopqrstuvxy")
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_WITHOUT_STROKE = str.maketrans("đĐ", "dD")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_OLD_PLACEMENT = re.compile(
    rf"([oO])([{_TONES}])([aAeE])(?!\w|[\u0300-\u036f])"
    rf"|([uU])([{_TONES}])([yY])(?!\w|[\u0300-\u036f])"
)


def letters() -> Sequence[str]:
    """The letters that number points (điểm), in Vietnamese order: a b c d đ e g and on."""
    return _LETTERS


def point_letter(index: int) -> str:
    """The letter of the point at `index`, counted from 0 as in `letters()`: 4 → `đ`.

    Raises ValueError outside 0 to 22: the alphabet has no more letters for points.
    """
    if not 0 <= index < len(_LETTERS):
        raise ValueError(f"no letter for point {index}")
    return _LETTERS[index]


def heads_part(line: str, *, lettered: bool = True) -> bool:
    """Whether a line heads a part above its I. and 1.: `Phần thứ nhất`; `lettered` also `A. …`."""
    return bool(_PART.match(line) or (lettered and _LETTERED_PART.match(line)))


def roman(number: int) -> str:
    """`number` in Roman numerals: 4 → `IV`; in figures outside 1 to 3999, where there are none."""
    if not 1 <= number <= 3999:
        return str(number)
    numeral = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        numeral += sign * count
    return numeral


_NO_MARKS = dict.fromkeys(range(0x300, 0x370))


def without_marks(text: str) -> str:
    """`text` without diacritics and with d for đ, capitals kept: `Đắk Nông` → `Dak Nong`."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFD", text.translate(_WITHOUT_STROKE)).translate(_NO_MARKS)


def fold_tone(text: str) -> str:
    """`text` in NFC with old and new tone placement made one: `hóa`, `hoá` → `hoá`.

    The result has the placement of the hunspell dictionary; for comparing only, never for print.
    """
    if text.isascii():
        return text
    moved = _OLD_PLACEMENT.sub(
        lambda match: (
            f"{match[1]}{match[3]}{match[2]}" if match[1] else f"{match[4]}{match[6]}{match[5]}"
        ),
        unicodedata.normalize("NFD", text),
    )
    return unicodedata.normalize("NFC", moved)


def closest(word: str, candidates: Iterable[str], *, limit: int = 1) -> list[str]:
    """The `candidates` that `word` was probably meant to be, nearest first, at most `limit`.

    Case, marks, punctuation and a `và` do not count, except to choose between two that are
    as near. Near is one slip, or one in three letters of the words that are not the same;
    a swap of neighbours is one slip.
    """
    from rapidfuzz.distance import OSA

    marked, words = fold_tone(word).casefold(), _plain_words(word)
    least = 1 if len(word) > 2 else 0
    near = []
    for position, candidate in enumerate(dict.fromkeys(candidates)):
        written, meant = _where_they_differ(words, _plain_words(candidate))
        reach = max(least, len(written) // 3, len(meant) // 3)
        distance = OSA.distance(written, meant, score_cutoff=reach)
        if distance <= reach:
            marks = OSA.distance(marked, fold_tone(candidate).casefold())
            near.append((distance, marks, position, candidate))
    return [candidate for *_, candidate in sorted(near)[:limit]]


@lru_cache(maxsize=4096)
def _plain_words(text: str) -> list[str]:
    words = re.findall(r"[^\W_]+", without_marks(text).casefold())
    return [word for word in words if word != "va"]


def _where_they_differ(one: list[str], other: list[str]) -> tuple[str, str]:
    most = min(len(one), len(other))
    first = next((at for at in range(most) if one[at] != other[at]), most)
    last = next((at for at in range(most - first) if one[~at] != other[~at]), most - first)
    return " ".join(one[first : len(one) - last]), " ".join(other[first : len(other) - last])
