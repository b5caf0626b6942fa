"""KH219: a year against the results, the figures and the deadline that its sentence gives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.finding import Finding, Severity
from docgen.rules.facts import Facts, rule
from docgen.rules.named_years import Named, named_years
from docgen.rules.prose.shapes import SENTENCE_ENDS

_REACHED = re.compile(
    r"^,(?![^.;]*\b(?:phấn đấu|dự kiến|mục tiêu|sẽ|cần|phải|kế hoạch|ước|tiếp tục|để)\b)"
    r"[^.;]{3,80}? (?:đạt \d|xếp (?:thứ|hạng) \d)"
)
_DUE = re.compile(r"^[^.;]{0,60}trước ngày \d{1,2}/\d{1,2}/(?P<year>20\d\d)(?!\d)")
_PLANNED = re.compile(r"kế hoạch|dự toán|chương trình|danh mục|đăng ký", re.IGNORECASE)
_TAKEN = re.compile(
    r"(?:kết xuất|trích xuất|tính đến|công bố|cập nhật|chốt)(?: số liệu| đến| ngày| hết)* "
    r"\d{1,2}/\d{1,2}/(?P<year>20\d\d)(?!\d)",
    re.IGNORECASE,
)


@rule(
    "KH219", Severity.WARNING, "năm trái với kết quả, số liệu, thời hạn trong câu",
    "Năm chưa hết thì chưa có kết quả; số liệu của một năm không lấy ra trước năm ấy; việc của "
    "năm sau không nộp trong năm trước.",
)  # fmt: skip
def year_against_its_results(facts: Facts) -> Iterator[Finding]:
    """`Năm 2025, Chỉ số … đạt 61,5` in 2024; `số liệu năm 2023 … (kết xuất ngày 31/01/2014)`."""
    year = facts.year
    for each in facts.once(named_years):
        rest = SENTENCE_ENDS.split(each.after)[0]
        opens = not each.before.strip()
        if year and each.year >= year and opens and (reached := _REACHED.match(rest)):
            message = f"năm {each.year} chưa hết mà câu viết “{reached[0].strip(' ,')}”"
            yield each.finding(year_against_its_results, message, "Viết {{ year - 1 }}.")
        elif (due := _DUE.match(rest)) and int(due["year"]) < each.year - _ahead(each.before):
            message = f"việc của năm {each.year} mà thời hạn là năm {due['year']}"
            yield each.finding(year_against_its_results, message, "Kiểm tra lại hai năm.")
        else:
            yield from _taken_before_its_year(each, rest)


def _ahead(before: str) -> int:
    """By how many years what is done for a year comes before it: a plan, an estimate is due."""
    return 1 if _PLANNED.search(before) else 0


def _taken_before_its_year(each: Named, rest: str) -> Iterator[Finding]:
    taken = _TAKEN.search(rest)
    if taken and int(taken["year"]) < each.year and "số liệu" in each.before.lower():
        start = each.said.end + taken.start("year")
        message = f"số liệu năm {each.year} mà ghi ngày của năm {taken['year']}"
        place = each.filled.place(start, start + 4)
        yield year_against_its_results.at(each.filled.text, message, "Kiểm tra lại năm.", *place)
