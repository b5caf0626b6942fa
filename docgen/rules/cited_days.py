"""KH537-KH539: the day of a cited document against what the plan does with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from docgen import vietnamese
from docgen.finding import Finding, Severity
from docgen.rules.facts import Facts, rule

_CARRIES_OUT = re.compile(
    r"\b(?:thực hiện|triển khai|hướng dẫn|cụ thể hóa|ban hành kèm theo|thi hành)\b[^.;]*$"
)


@rule(
    "KH537", Severity.INFO, "văn bản có trước văn bản mà nó thực hiện",
    "Chương trình ngày 15/12/2012 không thể thực hiện Nghị quyết ngày 04/11/2021.",
)  # fmt: skip
def earlier_than_what_it_carries_out(facts: Facts) -> Iterator[Finding]:
    """`Chương trình … ngày 15/12/2012 … thực hiện Nghị quyết … ngày 04/11/2021`."""
    for each, later in pairwise(facts.citations):
        if each.printed is not later.printed or not each.day or not later.day:
            continue
        between = each.printed.prose[each.end : later.kind_offset if later.kind else later.offset]
        if each.day < later.day and _CARRIES_OUT.search(between) and len(between) < _NEAR:
            yield earlier_than_what_it_carries_out.at(
                each.printed.text,
                f"{each.tight} ghi ngày {vietnamese.format_day(each.day)}, thực hiện {later.tight} "
                f"ngày {vietnamese.format_day(later.day)}",
                "Đối chiếu ngày của hai văn bản.", *each.day_place,
            )  # fmt: skip


_NEAR = 60
_OF_THE_DAY = ("BC", "TTr", "TB", "CV", "BB")
_OLD = 5  # years


@rule(
    "KH538", Severity.INFO, "báo cáo, tờ trình nhiều năm trước",
    "Kế hoạch dựa vào báo cáo mới; báo cáo của mười năm trước thường là gõ nhầm năm.",
)  # fmt: skip
def report_of_long_ago(facts: Facts) -> Iterator[Finding]:
    """`66/BC-VPCP ngày 03/01/2014` in a plan of 2024."""
    year = facts.year
    for each in facts.citations:
        if each.abbreviation in _OF_THE_DAY and each.day and year - each.day.year >= _OLD:
            yield report_of_long_ago.at(
                each.printed.text, f"{each.tight} ghi ngày {vietnamese.format_day(each.day)}, "
                f"kế hoạch năm {year}", "Kiểm tra lại năm của văn bản.",
                *each.day_place,
            )  # fmt: skip


_IN_TITLE = re.compile(r"^[^.;:]{0,160}?\bnăm (?P<year>(?:19|20)\d\d)(?![\d-]|[.,]\d)")
_SPAN = re.compile(r"giai đoạn|đến năm|tầm nhìn|từ năm|nhiệm kỳ|khóa|ngày \d", re.IGNORECASE)
_UNTIL = re.compile(r"^[^.;:]{0,320}?\b(?:đến|tầm nhìn) năm (?P<year>20\d\d)(?!\d)")
_APART = 3  # years
# What councils and committees decide in December is for the year that comes.
_FOR_NEXT_YEAR = re.compile(
    r"dự toán|nhiệm vụ|kế hoạch|kinh tế - xã hội|đầu tư công|phân bổ", re.IGNORECASE
)
_OF_THIS_YEAR = re.compile(r"điều chỉnh|bổ sung|quyết toán|kết quả|tình hình", re.IGNORECASE)


@rule(
    "KH539", Severity.INFO, "năm trong tên văn bản cách xa năm ban hành",
    "Kế hoạch năm 2024 ban hành năm 2023 hoặc 2024; ghi năm 2014 là một trong hai năm gõ nhầm.",
)  # fmt: skip
def title_of_another_year(facts: Facts) -> Iterator[Finding]:
    """`… ngày 07/12/2023 … về kế hoạch phát triển kinh tế - xã hội năm 2014`."""
    following = pairwise((*facts.citations, None))
    for each, later in following:
        if each is None or not each.day:
            continue
        prose = each.printed.prose
        end = later.offset if later and later.printed is each.printed else len(prose)
        named = _IN_TITLE.match(prose[each.end : end])
        until = _UNTIL.match(prose[each.end : end])
        if until and int(until["year"]) < each.day.year:
            message = (
                f"văn bản ngày {vietnamese.format_day(each.day)} mà tên ghi đến {until['year']}"
            )
            hint, start = "Đối chiếu ngày và tên của văn bản.", each.end + until.start("year")
            yield title_of_another_year.at(each.printed.text, message, hint, start, 4)
        if not named or _SPAN.search(named[0]) or "Luật" in named[0]:
            continue
        ahead = int(named["year"]) - each.day.year
        december = each.day.month == 12 and each.issuer_code in ("HĐND", "UBND") and not ahead
        next_year = _FOR_NEXT_YEAR.search(named[0]) and not _OF_THIS_YEAR.search(named[0])
        if abs(ahead) >= _APART or (december and next_year):
            start = each.end + named.start("year")
            message = (
                f"văn bản ngày {vietnamese.format_day(each.day)} mà tên ghi năm {named['year']}"
            )
            for place, length in (each.day_place, (start, 4)):
                hint = "Đối chiếu ngày và tên của văn bản."
                yield title_of_another_year.at(each.printed.text, message, hint, place, length)
