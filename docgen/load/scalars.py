"""Numbers, dates and years as the content writes them: each text to its value or a finding."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from docgen import vietnamese
from docgen.finding import Finding, Rule, Severity
from docgen.plan.dates import IssueDay, Period, Years
from docgen.plan.fields import Day, Integer, Number
from docgen.plan.source import Text

NOT_A_NUMBER = Rule(
    "KH013", Severity.ERROR, "không phải số viết kiểu Việt Nam",
    "Số lẻ viết dấu phẩy, hàng nghìn viết dấu chấm; viết lẫn thì số sai mà không ai thấy.",
)  # fmt: skip
NOT_A_DAY = Rule(
    "KH014", Severity.ERROR, "ngày viết sai hoặc không có trong lịch", "Ngày viết dạng 05/6/2024."
)
RULES = (NOT_A_NUMBER, NOT_A_DAY)

MOST_DIGITS = 15
# Three digits after the dot could be thousands as well.
_DECIMAL_DOT = re.compile(r"-?(?:0\.[0-9]+|[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,}))")

Read = tuple[Any, Finding | None]


def _number(text: Text) -> Read:
    value = vietnamese.parse_decimal(text.value)
    if value is not None:
        return Number(value, text), None
    meant = vietnamese.suggest_decimal(text.value)
    hint = f"Có phải ý là {meant}?" if meant else "Ví dụ: 0,8089 hoặc 101.835."
    message = f"“{text.value}” không phải số viết kiểu Việt Nam"
    certain = meant and _DECIMAL_DOT.fullmatch(text.value)
    fix = text.fix(0, len(text.value), meant or "") if certain else None
    return None, replace(text.finding(NOT_A_NUMBER, message, hint), fix=fix)


def _integer(text: Text) -> Read:
    if text.value.isascii() and text.value.isdigit() and len(text.value) <= MOST_DIGITS:
        return Integer(int(text.value), text), None
    message, hint = f"“{text.value}” không phải số nguyên", "Chỉ viết chữ số, ví dụ 2024."
    if vietnamese.parse_decimal(text.value) is not None:
        hint = "Số có dấu chấm hàng nghìn, có phần thập phân thì cột ghi kind: decimal."
    return None, text.finding(NOT_A_NUMBER, message, hint)


def _day(text: Text) -> Read:
    value = vietnamese.parse_day(text.value)
    return (None, _no_day(text, "Ví dụ: 05/6/2024.")) if value is None else (Day(value, text), None)


def _issue_day(text: Text) -> Read:
    known = vietnamese.parse_partial_day(text.value)
    if known is None:
        return None, _no_day(text, "Ví dụ: 05/6/2024; chưa biết ngày: tháng 6 năm 2024, năm 2024.")
    return IssueDay(*known, text), None


def _no_day(text: Text, hint: str) -> Finding:
    impossible = re.fullmatch(r"\d{1,2}/\d{1,2}/\d{4}", text.value)
    what = "không có trong lịch" if impossible else "không viết dạng ngày/tháng/năm"
    return text.finding(NOT_A_DAY, f"ngày “{text.value}” {what}", hint)


def _years(text: Text) -> Read:
    period = Period.parse(text.value)
    if period is None:
        hint = "Ví dụ: 2024; kế hoạch nhiều năm: 2026 - 2030."
        return None, text.finding(NOT_A_NUMBER, f"“{text.value}” không phải năm", hint)
    return Years(period, text), None


SCALARS: Mapping[Any, Callable[[Text], Read]] = {
    Number: _number,
    Integer: _integer,
    Day: _day,
    IssueDay: _issue_day,
    Years: _years,
}
