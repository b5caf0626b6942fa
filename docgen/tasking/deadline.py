"""By when something is due, as far as its words say so."""

from __future__ import annotations

import re
from datetime import date

from docgen import vietnamese
from docgen.plan.dates import Period

QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_RECURS = re.compile(
    r"thường xuyên|\b(?:hằng|hàng|mỗi) (?:năm|quý|tháng|tuần|ngày)|định kỳ|liên tục", re.IGNORECASE
)
_BEGINS = re.compile(r"\b(?:bắt đầu )?từ\b[^.;]*$", re.IGNORECASE)
_ENDS = re.compile(r"\b(?:đến|tới|trước|xong)\b", re.IGNORECASE)
_DAY = re.compile(
    r"(?<![\d/.,-])(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})(?:[/.-](?P<year>\d{4}))?(?![\d/]|[.,-]\d)"
    r"|\bngày (?P<day2>\d{1,2}) tháng (?P<month2>\d{1,2})(?: năm (?P<year2>\d{4}))?",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"(?<!\d )\btháng (?P<month>\d{1,2})(?:(?:/| năm )(?P<year>\d{4}))?(?![\d/])", re.IGNORECASE
)
_NUMBER = "(?:IV|I{1,3}|[1-4])"
_QUARTER = re.compile(
    rf"\bquý (?P<quarters>{_NUMBER}(?:\s*(?:[,–-]|và|đến)\s*(?:quý )?{_NUMBER}\b)*)\b"
    r"(?:(?:/|,? năm | )(?P<year>\d{4}))?",
    re.IGNORECASE,
)
_HALF = re.compile(r"\b(?:6|sáu) tháng đầu năm(?: (?P<year>\d{4}))?", re.IGNORECASE)
_YEAR = re.compile(r"\bnăm (?P<year>\d{4})", re.IGNORECASE)
_IN_A_SENTENCE = re.compile(
    r"\b(?:trước|chậm nhất|hoàn thành (?:trong|trước|vào)|xong (?:trong|trước)|đến hết|thời hạn|"
    r"hạn cuối)\b[^.;,]{0,60}?(?:\d{1,2}/\d{1,2}(?:/\d{4})?|"
    r"tháng \d{1,2}(?:(?:/| năm )\d{4}| h[àằ]ng năm)?|quý [IV1-4]+(?:(?:/| năm )\d{4})?|năm \d{4})",
    re.IGNORECASE,
)


def phrase_in(sentence: str) -> str:
    """The words of a sentence that set a term: `trước ngày 15/12/2030`; "" for none."""
    found = _IN_A_SENTENCE.search(sentence)
    return found[0] if found else ""


def due(words: str, years: Period | None) -> date | None:
    """The last day on which something is in time; None where the words leave it open.

    What goes on all year is never late, and `từ quý IV` says only when it begins. A day or a
    quarter without its year is one of the plan's, if that has only one.
    """
    if _RECURS.search(words):
        return None
    days = [
        day
        for pattern, last in ((_DAY, _last_of_day), (_MONTH, _last_of_month),
                              (_QUARTER, _last_of_quarter), (_HALF, _last_of_half))
        for match in pattern.finditer(words)
        if not _only_begins(words, match) and (day := last(match, years))
    ]  # fmt: skip
    if not days:
        days = [
            date(int(match["year"]), 12, 31)
            for match in _YEAR.finditer(words)
            if not _only_begins(words, match)
        ]
    return max(days, default=None)


def _only_begins(words: str, match: re.Match[str]) -> bool:
    before = words[: match.start()]
    begins = _BEGINS.search(before)
    return begins is not None and not _ENDS.search(begins[0])


def _in_year(written: str | None, years: Period | None) -> int | None:
    if written:
        return int(written)
    return None if years is None or years.several else int(years)


def _last_of_day(match: re.Match[str], years: Period | None) -> date | None:
    day, month = match["day"] or match["day2"], match["month"] or match["month2"]
    year = _in_year(match["year"] or match["year2"], years)
    return vietnamese.parse_day(f"{day}/{month}/{year}") if year else None


def _last_of_month(match: re.Match[str], years: Period | None) -> date | None:
    month, year = int(match["month"]), _in_year(match["year"], years)
    return vietnamese.last_day(year, month, None) if year and 1 <= month <= 12 else None


def _last_of_quarter(match: re.Match[str], years: Period | None) -> date | None:
    quarters = re.findall(rf"\b{_NUMBER}\b", match["quarters"].upper())
    year = _in_year(match["year"], years)
    last = max(QUARTERS[each] for each in quarters)
    return vietnamese.last_day(year, last * 3, None) if year else None


def _last_of_half(match: re.Match[str], years: Period | None) -> date | None:
    year = _in_year(match["year"], years)
    return date(year, 6, 30) if year else None
