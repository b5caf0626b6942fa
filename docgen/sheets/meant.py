"""What was meant by what a cell holds now: words of the content, or a doubt that is asked.

A number that stayed keeps its old text. One that Excel may have read otherwise than it was typed
(`1,4741` as 14741, `101.835` as 101835, `2.4.1` as a day) is never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from docgen.sheets.cells import ABOVE, Typed
from docgen.vietnamese import format_day, format_decimal, parse_decimal, suggest_decimal

Words = tuple[str, ...]
MOST_CHOICES = 3
FAR = 10  # times the greatest number of a column: more is asked about
SURE = 1000  # a whole number below this is written alike everywhere

NO_NUMBER = "Ô số mà ghi chữ."
ERROR = "Ô báo lỗi {}: sửa lại trong Excel, hoặc sửa tay trong tệp nội dung."
TRUTH = "Ô ghi {} (đúng, sai): ghi lại thành chữ hoặc số."
FORMULA = "Ô ghi công thức {}: docgen chỉ lấy kết quả khi được bảo."
NO_RESULT = "Ô ghi công thức {} chưa có kết quả: thay bằng chữ hoặc số."
A_DAY = "Excel đã đổi ô này thành ngày {}: không rõ đã gõ gì."
A_NUMBER = "Excel đã đổi ô chữ này thành số {}: không rõ đã gõ gì."
TOO_GREAT = "{} lớn hơn {}: có thể Excel hiểu sai dấu phẩy, dấu chấm."
NEGATIVE = "{} nhỏ hơn 0."
FAR_OFF = "{} lớn hơn hẳn các số của cột (lớn nhất {}): có thể Excel hiểu sai dấu phẩy, dấu chấm."
PERCENT = "Ô ghi tỷ lệ {}%: Excel giữ số đã chia cho 100."
NO_INTEGER = "Cột này chỉ ghi số nguyên."


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a cell is asked about, what it shows, and the words that may have been meant."""

    why: str
    shown: Words
    meant: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Numbers:
    """What is known of the numbers of a cell: how many digits the others have, what is too much.

    `most` is the maximum of its row, `greatest` the greatest number of its column.
    """

    digits: int = 0
    integer: bool = False
    most: Decimal | None = None
    greatest: Decimal | None = None


def meant(typed: Typed, before: Words, numbers: Numbers | None) -> Words | Doubt:
    """The words that a cell holds, `before` where they stayed; `numbers`: it is one for numbers."""
    if typed.kind == "nothing" or typed.words == (ABOVE,):
        return ()
    if typed.kind == "error":
        return Doubt(ERROR.format(typed.words[0]), typed.words)
    if typed.kind == "truth":
        return Doubt(TRUTH.format(typed.words[0]), typed.words)
    if typed.kind == "formula":
        return Doubt(NO_RESULT.format(_short(typed.formula)), (_short(typed.formula),))
    said = _number(typed, before, numbers) if numbers else _text(typed, before)
    if typed.formula and said != before:
        options = said.meant if isinstance(said, Doubt) else (said,)
        return Doubt(FORMULA.format(_short(typed.formula)), typed.words, options)
    return said


def _short(formula: str) -> str:
    return formula if len(formula) <= 40 else f"{formula[:40]}…"


# -------------------------------------------------------------------------------------- texts


def _text(typed: Typed, before: Words) -> Words | Doubt:
    if typed.kind == "words":
        return typed.words
    if typed.kind == "day":
        return Doubt(A_DAY.format(typed.words[0]), typed.words, (*_kept(before), *_days(typed)))
    assert typed.number is not None
    if len(before) == 1 and typed.number in (parse_decimal(before[0]), _plain(before[0])):
        return before
    if typed.number == int(typed.number) and 0 <= typed.number < SURE:
        return (str(int(typed.number)),)
    options = dict.fromkeys(((format_decimal(typed.number),), (f"{typed.number:f}",)))
    return Doubt(A_NUMBER.format(typed.words[0]), typed.words, tuple(options))


def _plain(words: str) -> Decimal | None:
    """The number that a text is on a machine whose decimals have a point: a code such as 1.10."""
    return Decimal(words) if re.fullmatch(r"\d+(\.\d+)?", words) else None


def _kept(before: Words) -> Iterator[Words]:
    """What stood there, where Excel may make a day of it."""
    if len(before) == 1 and re.fullmatch(r"\d{1,4}([./-]\d{1,4}){1,2}", before[0]):
        yield before


def _days(typed: Typed) -> Iterator[Words]:
    if typed.day:
        yield (format_day(typed.day),)


# ------------------------------------------------------------------------------------ numbers


def _number(typed: Typed, before: Words, numbers: Numbers) -> Words | Doubt:
    if typed.kind == "words":
        return typed.words if typed.words == before else _no_number(typed.words)
    if typed.kind == "day":
        day = typed.day
        options = ((f"{day.day},{day.month}",),) if day and not numbers.integer else ()
        return Doubt(A_DAY.format(typed.words[0]), typed.words, options)
    value = typed.number
    assert value is not None
    if len(before) == 1 and value == parse_decimal(before[0]):
        return before
    if typed.is_percent:
        whole = written(value * 100, 0)
        return Doubt(PERCENT.format(whole), (f"{whole}%",), ((whole,), (written(value, 0),)))
    if numbers.integer and value != int(value):
        return Doubt(NO_INTEGER, (written(value, 0),))
    digits = _digits_behind(before[0]) if len(before) == 1 else 0
    shown = typed.digits if typed.digits is not None else digits
    if why := _strange(value, numbers):
        commas = _commas(value, digits or numbers.digits, numbers)
        return Doubt(why, (written(value, 0),), tuple((each,) for each in commas))
    return (written(value, 0 if numbers.integer else shown),)


def _no_number(words: Words) -> Doubt:
    said = " ".join(words)
    meant = said if parse_decimal(said) is not None else suggest_decimal(said)
    hint = f" Có phải ý là {meant}?" if meant else ""
    return Doubt(f"{NO_NUMBER}{hint}", words, ((meant,),) if meant else ())


def _digits_behind(words: str) -> int:
    return len(words.partition(",")[2])


def written(value: Decimal, digits: int) -> str:
    """A number as Vietnamese writes it, with at least so many digits behind the comma."""
    own = max(0, -int(value.normalize().as_tuple().exponent))
    return format_decimal(value.quantize(Decimal(1).scaleb(-max(own, digits))))


def _strange(value: Decimal, numbers: Numbers) -> str:
    """Why a number is doubtful; "" where nothing speaks against it."""
    words = written(value, 0)
    if numbers.most is not None:
        if value > numbers.most:
            return TOO_GREAT.format(words, format_decimal(numbers.most))
        return NEGATIVE.format(words) if value < 0 else ""
    if numbers.greatest and abs(value) > numbers.greatest * FAR:
        return FAR_OFF.format(words, format_decimal(numbers.greatest))
    return ""


def _commas(value: Decimal, digits: int, numbers: Numbers) -> Sequence[str]:
    """The numbers that its figures may have been with a comma in them; last it as it stands."""
    figures = f"{abs(value):f}".replace(".", "")
    behind = [digits, *(at for at in range(1, len(figures) + 1) if at != digits)]
    options = (Decimal(int(figures)).scaleb(-at) for at in behind if 0 < at <= len(figures))
    found = [
        written(option, 0)
        for option in options
        if not numbers.integer and not _strange(option, numbers)
    ]
    return [*found[: MOST_CHOICES - 1], written(value, 0)]
