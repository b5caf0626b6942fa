"""The head of the plan: issuer, number and symbol, place, subject, capitals of titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.finding import Finding, Severity
from docgen.plan.source import Text
from docgen.rules.facts import Check, Facts, rule

_SYMBOL = re.compile(r"KH(?:LN)?(?:-[A-ZĐ](?:[a-zđ]?[A-ZĐ&])*\d*)+")
_PLACEHOLDER = re.compile(r"\{\{.*?\}\}")
_NUMBER = re.compile(r"[0-9]+")
_NEEDLESS_ZERO = re.compile(r"0+(?=0|\d\d)")
_OPENING = re.compile(r"(?:V/v|Về việc|KẾ HOẠCH|Kế hoạch)\b[:\s]*", re.IGNORECASE)


@rule(
    "KH530", Severity.WARNING, "ký hiệu của kế hoạch viết sai dạng",
    "Ký hiệu gồm KH, gạch nối, chữ viết tắt tên cơ quan; chữ in hoa, không cách chữ.",
    "Phụ lục I, Phần I, II.3.c",
)  # fmt: skip
def own_symbol(facts: Facts) -> Iterator[Finding]:
    """A symbol of the plan other than `KH-UBND`."""
    symbol = facts.plan.symbol
    if symbol and not facts.plan.is_attached and not _SYMBOL.fullmatch(symbol.value):
        bare = re.sub(r"\s+", "", symbol.value.replace("–", "-")).upper()
        meant = bare.rpartition("/")[2]
        hint = f"Viết “{meant}”." if _SYMBOL.fullmatch(meant) else "Ví dụ: KH-UBND."
        yield own_symbol.at(symbol, f"ký hiệu “{symbol}” không đúng dạng KH-…", hint)


@rule(
    "KH531", Severity.WARNING, "số của kế hoạch không chỉ gồm chữ số",
    "Số của văn bản được ghi bằng chữ số Ả Rập; ký hiệu ghi ở mục khác.",
    "Phụ lục I, Phần I, II.3.a",
)  # fmt: skip
def own_number(facts: Facts) -> Iterator[Finding]:
    """A number such as `12/KH-UBND`, `12a` or `087`."""
    number = facts.plan.number
    if number and not _NUMBER.fullmatch(number.value):
        digits = _NUMBER.search(number.value)
        hint = f"Viết {digits[0]}; ký hiệu tự in." if digits else "Chỉ viết chữ số, ví dụ 12."
        yield own_number.at(number, f"số “{number}” có ký tự khác chữ số", hint)
    elif number and (zero := _NEEDLESS_ZERO.match(number.value)):
        hint = f"Viết {number.value[zero.end() :]}."
        yield own_number.at(number, f"số “{number}” thừa số 0", hint)


@rule(
    "KH601", Severity.WARNING, "trích yếu kết thúc bằng dấu câu",
    "Trích yếu là tên của kế hoạch, không phải một câu; tên không có dấu chấm ở cuối.",
)  # fmt: skip
def subject_ends_in_stop(facts: Facts) -> Iterator[Finding]:
    """A subject with a full stop or another mark at its end."""
    subject = facts.plan.subject
    if subject and subject.value.rstrip().endswith((".", ";", ",", ":")):
        last = len(subject.value.rstrip()) - 1
        message = f"trích yếu kết thúc bằng dấu “{subject.value[last]}”"
        yield subject_ends_in_stop.at(subject, message, "Bỏ dấu này.", last, 1)


@rule(
    "KH602", Severity.WARNING, "trích yếu lặp lại tên loại hoặc có “V/v”",
    "Chữ KẾ HOẠCH tự in phía trên trích yếu; “V/v” chỉ dùng cho công văn.",
    "Phụ lục I, Phần I, II.5.b",
)  # fmt: skip
def subject_opening(facts: Facts) -> Iterator[Finding]:
    """A subject that begins with `Kế hoạch` or `V/v`."""
    subject = facts.plan.subject
    if subject and (opening := _OPENING.match(subject.value)):
        written = opening[0].rstrip()
        message = f"trích yếu bắt đầu bằng “{written}”"
        yield subject_opening.at(subject, message, "Bỏ chữ này.", 0, len(written))


@rule(
    "KH603", Severity.WARNING, "địa danh có dấu phẩy hoặc viết thường",
    "Dấu phẩy sau địa danh tự in; chữ cái đầu của địa danh phải viết hoa.",
    "Phụ lục I, Phần I, II.4.c",
)  # fmt: skip
def place_written(facts: Facts) -> Iterator[Finding]:
    """A place with a comma of its own or a small first letter."""
    place = facts.plan.place
    if (
        place
        and not facts.plan.is_attached
        and (place.value.rstrip().endswith(",") or place.value[0].islower())
    ):
        meant = place.value.rstrip(", ")
        meant = " ".join(word[:1].upper() + word[1:] for word in meant.split())
        yield place_written.at(place, f"địa danh viết “{place}”", f"Viết “{meant}”.")


def _in_small_letters(check: Check, texts: Sequence[Text], what: str) -> Iterator[Finding]:
    for text in texts:
        words = _PLACEHOLDER.sub(lambda match: " " * len(match[0]), text.value)
        small = next((index for index, letter in enumerate(words) if letter.islower()), None)
        if small is not None:
            hint = "" if "{{" in text.value else f"Viết “{text.value.upper()}”."
            yield check.at(text, f"{what} phải viết chữ in hoa", hint, small)


@rule(
    "KH604", Severity.WARNING, "tên cơ quan ban hành không viết chữ in hoa",
    "Tên cơ quan ban hành và cơ quan chủ quản trình bày bằng chữ in hoa.",
    "Phụ lục I, Phần I, II.2.b",
)  # fmt: skip
def issuer_capitals(facts: Facts) -> Iterator[Finding]:
    """An issuer or superior body in small letters."""
    issuer = facts.plan.issuer
    if issuer:
        yield from _in_small_letters(
            issuer_capitals, (*issuer.superior, *issuer.name), "tên cơ quan"
        )


@rule(
    "KH605", Severity.INFO, "đề mục I, II, III không viết chữ in hoa",
    "Số thứ tự và tiêu đề của mục lớn nhất trình bày bằng chữ in hoa, đậm.", "Phụ lục I, Phần I, V",
)  # fmt: skip
def section_capitals(facts: Facts) -> Iterator[Finding]:
    """A heading of the first level in small letters."""
    titles = [section.title for section in facts.plan.sections if section.title]
    yield from _in_small_letters(section_capitals, titles, "đề mục này")


@rule(
    "KH606", Severity.WARNING, "tên phụ lục không viết chữ in hoa",
    "Tên phụ lục được canh giữa, viết bằng chữ in hoa, đậm.", "Phụ lục I, Phần I, III.1.b",
)  # fmt: skip
def appendix_capitals(facts: Facts) -> Iterator[Finding]:
    """A line of an appendix title in small letters."""
    titles = [line for appendix in facts.plan.appendices for line in appendix.title]
    yield from _in_small_letters(appendix_capitals, titles, "tên phụ lục")
