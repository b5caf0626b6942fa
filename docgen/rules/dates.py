"""KH206-KH210: dates and deadlines in prose."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from docgen import vietnamese
from docgen.finding import Finding, Severity
from docgen.plan.model import Plan
from docgen.plan.reading_order import Printed
from docgen.rules.facts import Facts, rule
from docgen.rules.prose.citations import Citation
from docgen.rules.years import DUE, time_columns

_LAW = "Phụ lục I, Phần I, II.4.b"
_SHORT = re.compile(r"(?<![\d/.-])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])")
_DATED = ("/0000", " tháng 0")
_LONG = re.compile(r"\b[Nn]gày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})\b")


@lru_cache(maxsize=4096)
def _dates(prose: str) -> tuple[tuple[re.Match[str], str], ...]:
    """Each full date of a text, and how the decree would write it; nothing for no real day."""
    found = []
    for pattern in (_SHORT, _LONG):
        for match in pattern.finditer(prose):
            day = _day(match)
            meant = ""
            if day:
                short = pattern is _SHORT
                meant = vietnamese.format_day(day) if short else vietnamese.format_long_day(day)
                meant = match[0][0] + meant[1:] if not short else meant
            found.append((match, meant))
    return tuple(found)


def _day(match: re.Match[str]) -> date | None:
    return vietnamese.parse_day("/".join(match.groups()))


@rule(
    "KH206", Severity.INFO, "ngày tháng thiếu số 0",
    "Ngày dưới 10 và tháng 1, 2 phải thêm số 0 phía trước: 07/12/2023.", _LAW,
)  # fmt: skip
def date_without_zero(facts: Facts) -> Iterable[Finding]:
    """`7/12/2023`, `ngày 7 tháng 2 năm 2023`."""
    for printed, prose in facts.holding(*_DATED):
        for match, meant in _dates(prose):
            figures = match.groups()
            day, month = (int(figure) for figure in figures[:2])
            lacks = (day < 10 and figures[0][0] != "0") or (month < 3 and figures[1][0] != "0")
            if meant and lacks:
                yield date_without_zero.mend_on(printed, match, f"“{match[0]}” thiếu số 0", meant)


@rule(
    "KH207", Severity.INFO, "tháng thừa số 0",
    "Chỉ ngày dưới 10 và tháng 1, 2 mới thêm số 0; tháng 3 đến tháng 9 thì không: 05/6/2024.", _LAW,
)  # fmt: skip
def month_with_needless_zero(facts: Facts) -> Iterable[Finding]:
    """`05/06/2024`."""
    for printed, prose in facts.holding(*_DATED):
        for match, meant in _dates(prose):
            month = match[2]
            if meant and month[0] == "0" and int(month) > 2:
                yield month_with_needless_zero.mend_on(
                    printed, match, f"“{match[0]}” thừa số 0 ở tháng", meant,
                )  # fmt: skip


_QUARTER = re.compile(
    r"\b[Qq]uý (?:I[IV]{0,2} ?(?:[-–,]|và|đến) ?(?:quý )?)?(V|VI{1,3}|IX|X|[05-9])\b(?!/(?!20\d\d))"
)
_LAST_MONTH = re.compile(
    r"(?<![\d/.])(?P<month>tháng )?(?:0?[1-9]|1[0-2]) ?[-–] ?(?:1[3-9]|[2-9]\d)/20\d\d(?![/\d])",
    re.IGNORECASE,
)
_MONTH = re.compile(r"\b[Tt]háng (\d{1,2})(?=/\d| năm \d{4})")
_TIMED = ("/0000", "tháng 0", "lúc 0", "trước 0", "ngày 0", "từ 0", "đến 0", "- 0", "– 0", "quý ")
_NO_TIME = re.compile(
    r"(?<=lúc )(?:2[5-9]|[3-9]\d) giờ\b|(?<=trước )(?:2[5-9]|[3-9]\d) giờ \d\d\b"
    r"|\bngày (?:3[2-9]|[4-9]\d)(?= (?:hằng|hàng|mỗi|của) tháng)"
    r"|(?:(?<=trước )|(?<=ngày )|(?<=từ )|(?<=đến )|(?<=\d [-–] ))"
    r"(?:3[01]/0?2|31/(?:0?[469]|11))(?![\d/])"
    r"|(?<=tháng )(?:\d{1,2}, )+(?:1[3-9]|[2-9]\d)(?=[);.])"
)


@rule(
    "KH208", Severity.WARNING, "ngày, tháng, quý không có thật",
    "31/02/2024, tháng 13 hay quý V không có trên lịch: thời hạn như vậy không thực hiện được.",
)  # fmt: skip
def impossible_date(facts: Facts) -> Iterable[Finding]:
    """`31/02/2024`, `31/6/{{ year }}`, `tháng 13/2024`, `11 - 13/2026` in a cell, `quý V/2024`."""
    for printed, faults in facts.seeing(_impossible, holding=_TIMED):
        for match in faults:
            if match.re is not _LAST_MONTH or match["month"] or printed.role == "cell":
                yield impossible_date.on(
                    printed, match, f"không có “{match[0]}”", "Kiểm tra lại ngày, tháng.",
                )  # fmt: skip
    for each, prose in facts.filled.holding(*_DATED):
        for match, meant in _dates(prose) if each.values else ():
            if not meant and any(match.start() < value[0] < match.end() for value in each.values):
                yield impossible_date.on(
                    each, match, f"không có “{match[0]}”", "Kiểm tra lại ngày, tháng.",
                )  # fmt: skip


def _impossible(prose: str) -> list[re.Match[str]]:
    """The dates, months, quarters and hours of a text that are on no calendar."""
    faults = [match for match, meant in _dates(prose) if not meant]
    for pattern in (_QUARTER, _NO_TIME, _LAST_MONTH):
        faults += pattern.finditer(prose)
    inside = [match.span() for match in faults]
    return faults + [
        match
        for match in _MONTH.finditer(prose)
        if not 1 <= int(match[1]) <= 12
        and not any(start <= match.start() < end for start, end in inside)
    ]


_KNOWN_AT = re.compile(
    r"(?:tính đến|số liệu đến|kết xuất|chốt số liệu|cập nhật đến|công bố|ban hành)"
    r"(?: hết)?(?: ngày)? $"
)
_OF_AGE = re.compile(r"tuổi\b[^.;]{0,60}$")  # đủ 18 tuổi tính đến ngày bầu cử


@rule(
    "KH209", Severity.WARNING, "số liệu sau ngày của kế hoạch",
    "Kế hoạch không thể dùng số liệu tính đến một ngày sau khi ban hành.",
)  # fmt: skip
def figures_after_the_plan(facts: Facts) -> Iterable[Finding]:
    """`tính đến 31/12/2025` in a plan of 2024; its date, or else the end of its year, decides."""
    end = _end(facts.plan)
    for printed, match in facts.matches(_SHORT, "/0000"):
        day = _day(match)
        before = printed.prose[: match.start()]
        is_known = day and end and day > end and _KNOWN_AT.search(before)
        if is_known and not _OF_AGE.search(before):
            yield figures_after_the_plan.on(
                printed, match, f"ngày {match[0]} sau ngày của kế hoạch",
                "Kiểm tra lại ngày của số liệu.",
            )  # fmt: skip


def _end(plan: Plan) -> date | None:
    if plan.date:
        return plan.date.value
    return date(plan.year.value, 12, 31) if plan.year else None


_WHEN = (
    r"(?:quý (?P<quarter>I{1,3}|IV)(?:/| năm )|(?:(?P<day>\d{1,2})/)?(?P<month>\d{1,2})/|)"
    r"(?P<year>20\d\d)(?![\d/-]|\.\d)"
)
_YEAR = re.compile(rf"(?<![\d/.-]){_WHEN}", re.IGNORECASE)
_DEADLINE = re.compile(rf"{DUE} ?{_WHEN}", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?:đã|từng (?:được|có)|(?<!báo cáo )kết quả(?!,? báo cáo))\b"
    r"(?![^.;]*\b(?:gửi|nộp|báo cáo) )[^.;]*$"
    r"|\b(?:tồn đọng|phát sinh|tồn tại|vi phạm|xảy ra|dôi dư|sử dụng|sử dụng đất|từ)\s*$",
    re.IGNORECASE,
)
_QUARTER_ENDS = {"I": 3, "II": 6, "III": 9, "IV": 12}


@rule(
    "KH210", Severity.WARNING, "thời hạn trước năm kế hoạch",
    "Thời hạn của một năm đã qua thường còn sót lại từ kế hoạch cũ.",
)  # fmt: skip
def deadline_in_the_past(facts: Facts) -> Iterable[Finding]:
    """`Quý IV năm 2023` in the deadline column of a plan of 2024, `trước ngày 15/12/2023`.

    Not the date of a cited document, what has been done, a span that reaches into the plan's
    time, nor a day of the year before that is still to come when the plan is signed.
    """
    plan = facts.plan
    if not plan.year:
        return
    columns = time_columns(facts)
    for printed, prose in facts.years:
        in_column = printed.column in columns and printed.role == "cell"
        pattern = _YEAR if in_column else _DEADLINE
        found = [
            match
            for match in pattern.finditer(prose)
            if not (_is_of_document(facts, printed, match) or _DONE.search(prose[: match.start()]))
        ]
        reaches = in_column and any(int(match["year"]) >= plan.year.value for match in found)
        for match in found:
            exact = match["quarter"] or match["month"]
            first = plan.year.value - (_LONGEST if exact else plan.year.value) * reaches
            if int(match["year"]) < first and not _still_to_come(plan, match):
                yield deadline_in_the_past.on(
                    printed, match, f"thời hạn năm {match['year']}, kế hoạch năm {plan.year.value}",
                    "Viết năm đúng, hoặc {{ year }} để sang năm tự đổi.", "year",
                )  # fmt: skip


_LONGEST = 5  # years that a span may reach back: `quý IV/2022 - quý I/2026`


def _is_of_document(facts: Facts, printed: Printed, match: re.Match[str]) -> bool:
    """Whether a date is that of a document cited there."""
    cited = facts.once(_citations_by_text).get(id(printed), ())
    return any(each.offset <= match.start("year") < each.end for each in cited)


def _citations_by_text(facts: Facts) -> Mapping[int, Sequence[Citation]]:
    found: dict[int, list[Citation]] = defaultdict(list)
    for each in facts.citations:
        found[id(each.printed)].append(each)
    return found


def _still_to_come(plan: Plan, match: re.Match[str]) -> bool:
    """Whether a deadline is no earlier than the day of the plan, as far as that is known."""
    if not plan.date:
        return False
    signed = date(plan.date.year, plan.date.month or 1, plan.date.day or 1)
    month = _QUARTER_ENDS.get((match["quarter"] or "").upper()) or int(match["month"] or 12)
    if not 1 <= month <= 12:
        return False
    day = int(match["day"]) if match["day"] else None
    try:
        return vietnamese.last_day(int(match["year"]), month, day) >= signed
    except ValueError:
        return False
