"""KH223, KH226: deadlines outside the time of the plan, read on the printed text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from docgen.finding import Finding, Severity
from docgen.rules.facts import Facts, rule
from docgen.rules.prose.filled import Filled
from docgen.rules.years import DUE, QUARTERS, YEAR, last_year, time_columns
from docgen.vietnamese import format_day

_DEADLINE = re.compile(
    rf"{DUE}(?:quý (?:I{{1,3}}|IV)/?)? "
    rf"?(?:\d{{1,2}}/)?(?:\d{{1,2}}/)?(?P<year>{YEAR})(?![\d/-]|\.\d)",
    re.IGNORECASE,
)
_ANY_YEAR = re.compile(
    rf"(?<![\d.,-])(?:\d{{1,2}}/)?(?:\d{{1,2}}/)?(?P<year>{YEAR})(?![\d/-]|[.,]\d)"
)
_CITED = re.compile(
    r"(?:Nghị quyết|Quyết định|Kế hoạch|Công văn|Thông tư|Nghị định|Luật|số)[^.;]{0,60}$"
)
_ON_INTO_LATER = re.compile(
    r"(?:đến|tới|hết|giai đoạn|định hướng|tầm nhìn|và những năm)[^.;,]{0,16}$", re.IGNORECASE
)


_STEP = re.compile(r"(?<!\d)20\d\d(?!\d)")


@rule(
    "KH223", Severity.WARNING, "thời hạn ngoài thời gian của kế hoạch",
    "Thời hạn của năm khác thường sót lại từ kế hoạch khác, hoặc gõ nhầm năm.",
)  # fmt: skip
def deadline_outside_the_plan(facts: Facts) -> Iterator[Finding]:
    """`Quý IV năm {{ year - 1 }}` or `năm 2042` in the column of deadlines.

    A step of later years is none where the text begins with one of the plan's own; nor are
    the later years of a programme, to which several rows of its tables are set.
    """
    if not facts.plan.year:
        return
    first, last = facts.plan.year.value, facts.once(last_year)
    columns = time_columns(facts)
    stages = _later_stages(facts, columns, last)
    for each, match in _deadlines(facts, columns):
        in_column = _is_in(columns, each)
        year = int(match["year"])
        # A typed year that is past is KH210's to name.
        past = year < first and str(year) not in each.text.value
        before = each.prose[: match.start("year")]
        if not (past or year > last) or _CITED.search(before):
            continue
        steps = any(first <= int(known) <= last for known in _STEP.findall(before))
        steps = steps and year <= last + _LONGEST_PROGRAMME
        ahead = year > last and not steps and not _ON_INTO_LATER.search(before)
        ahead = ahead and not (in_column and year <= stages)
        if past or (ahead and not _first_days(match[0], last)):
            yield deadline_outside_the_plan.on(
                each, match, f"thời hạn năm {year}, kế hoạch năm {first}", "Kiểm tra lại năm.",
                "year",
            )  # fmt: skip


def _deadlines(facts: Facts, columns: frozenset[str]) -> Iterator[tuple[Filled, re.Match[str]]]:
    """The years of deadlines: any in a column of them, elsewhere those that words make one."""
    for each, prose in facts.filled.years:
        for match in _matches(_ANY_YEAR if _is_in(columns, each) else _DEADLINE, prose):
            yield each, match


@lru_cache(maxsize=4096)
def _matches(pattern: re.Pattern[str], prose: str) -> Sequence[re.Match[str]]:
    return [*pattern.finditer(prose)]


def _is_in(columns: frozenset[str], each: Filled) -> bool:
    return each.printed.role == "cell" and each.printed.column in columns


def _later_stages(facts: Facts, columns: frozenset[str], last: int) -> int:
    """The last year of a programme that goes on after the plan's own, or 0."""
    later = [
        int(match["year"])
        for each, match in _deadlines(facts, columns)
        if _is_in(columns, each)
        if last < int(match["year"]) <= last + _LONGEST_PROGRAMME
    ]
    return max(later, default=0) if len(later) > _FEW else 0


_FEW = 2
_LONGEST_PROGRAMME = 10


def _first_days(written: str, last: int) -> bool:
    """Reports on a year are due in the first months of the next: `15/01/2025`."""
    return re.search(rf"\b0?[1-3]/{last + 1}$", written) is not None


_ONLY_A_MONTH = re.compile(r"(?:Trong )?[Tt]háng (?P<month>\d{1,2})\.?")
_PERIOD = re.compile(
    rf"\b[Qq]uý (?P<quarter>IV|I{{1,3}})(?![\w-])(?:(?:/| năm | )(?P<year>{YEAR}))?"
)


@rule(
    "KH226", Severity.INFO, "thời hạn đã qua khi kế hoạch ban hành",
    "Kế hoạch viện dẫn văn bản ngày này mà thời hạn đã hết trước ngày ấy: không ai làm kịp.",
)  # fmt: skip
def over_before_it_began(facts: Facts) -> Iterator[Finding]:
    """`Quý I` in a plan that cites a document of 29 April of its year."""
    if not facts.plan.year:
        return
    year = facts.plan.year.value
    days = [each.day for each in facts.citations if each.day and each.day.year == year]
    issued = facts.plan.date
    if issued and issued.month:
        days = [date(issued.year, issued.month, issued.day or 1)]
    known = max(days, default=None)
    if known and known.year < year:
        return  # signed before its year began: nothing of it is over
    columns = time_columns(facts)
    yield from _over_in_prose(facts, known, year) if known else ()
    for each, _ in facts.filled.holding("quý i", "tháng 0") if known else ():
        if each.printed.role != "cell" or each.printed.column not in columns:
            continue
        for match in _PERIOD.finditer(each.prose):
            of = int(match["year"] or year)
            last_month = QUARTERS[match["quarter"]] * 3
            if of == year and known and known.month > last_month:
                yield over_before_it_began.on(
                    each, match, f"{match[0]} đã hết, kế hoạch nhắc tới ngày {format_day(known)}",
                    "Kiểm tra lại thời hạn.",
                )  # fmt: skip
        month = _ONLY_A_MONTH.fullmatch(each.prose)
        if month and known and int(month["month"]) < known.month and known.year == year:
            yield over_before_it_began.on(
                each, month, f"{each.prose} đã hết, kế hoạch nói tới {format_day(known)}",
                "Kiểm tra lại thời hạn.",
            )  # fmt: skip


_BY_THE_MONTH = re.compile(
    r"(?:trước ngày|chậm nhất|(?:hoàn thành|xong) (?:trước|trong))[^.;,\d]{0,30}?"
    r"(?P<due>(?:tháng )?(?:(?P<day>\d{1,2})/)?(?P<month>\d{1,2})/"
    rf"(?P<year>{YEAR}))(?![\d/-]|\.\d)",
    re.IGNORECASE,
)
_TO_DO = ("point", "task", "paragraph", "closing")
_DONE = re.compile(r"\b(?:đã|kết quả|căn cứ)\b[^.;]*$", re.IGNORECASE)


def _over_in_prose(facts: Facts, known: date, year: int) -> Iterator[Finding]:
    """`hoàn thành trong tháng 02/2024` in a plan that cites a document of 29 April 2024."""
    for each, match in facts.filled.matches(_BY_THE_MONTH, "/0000"):
        if each.printed.role not in _TO_DO:
            continue
        due = int(match["month"]), int(match["day"] or 31)
        over = int(match["year"]) == year and due < (known.month, known.day)
        if over and not _DONE.search(each.prose[: match.start()]):
            message = f"{match['due']} đã qua, kế hoạch nhắc tới ngày {format_day(known)}"
            yield over_before_it_began.on(each, match, message, "Kiểm tra lại thời hạn.", "due")
