"""KH213: spans of time that run backwards, read on the printed text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from docgen import vietnamese
from docgen.finding import Finding, Severity
from docgen.rules.facts import Facts, rule

_DAY = r"(\d{1,2}/\d{1,2}/20\d\d)"
_RANGE = re.compile(
    r"(?<![\d/.-])20\d\d ?[-–] ?(20\d\d),? (?:định hướng|tầm nhìn)(?: đến)?(?: năm)? (20\d\d)"
    r"|(?<![\d/.,-])((?:19|20)\d\d) ?[-–] ?((?:19|20)\d\d)(?![\d/-]|\.\d)"
    r"|từ (?:năm )?((?:19|20)\d\d) đến (?:năm )?((?:19|20)\d\d)(?!\d|[.,/]\d)"
    r"|[Qq]uý (I{1,3}|IV) ?[-–] ?(?:quý )?(I{1,3}|IV)\b"
    r"|[Qq]uý (I{1,3}|IV) (?:và|đến) quý (I{1,3}|IV)\b"
    r"|[Tt]ừ ngày (\d{1,2}) đến (?:hết )?ngày (\d{1,2})(?= (?:hằng|hàng) tháng)"
    rf"|[Tt]ừ (?:ngày )?{_DAY} đến (?:hết )?(?:ngày )?{_DAY}"
    rf"|(?:[Tt]rước|[Cc]hậm nhất) ngày {_DAY} và (?:trước )?ngày {_DAY}"
    r"|đến năm ((?:19|20)\d\d)[^.;\d]{0,40}(?:định hướng|tầm nhìn) (?:đến )?(?:năm )?"
    r"((?:19|20)\d\d)"
)
_SEASON = re.compile(
    r"(?:[Tt]ừ |[Nn]gày |\()\d{1,2}/(?P<first>\d{1,2}) ?(?:[-–]|đến(?: ngày)?) ?"
    r"\d{1,2}/(?P<last>\d{1,2})(?![\d/])"
)
_ROUNDS = re.compile(rf"[Đđ]ợt 1[^.;\d]{{0,20}}{_DAY}[^.;]*?[Đđ]ợt 2[^.;\d]{{0,20}}{_DAY}")
_RANGES = (
    *("0000-", "0000 -", "0000–", "0000 –", "đến năm 0000", "từ 0", "từ năm 0000", "quý i"),
    *("từ ngày 0", "trước ngày 0", "chậm nhất ngày 0"),
)
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}


def _moment(written: str) -> int:
    """A year, a quarter or a day as a number that grows with time; 0 for a day that is none."""
    if "/" in written:
        day = vietnamese.parse_day(written)
        return day.toordinal() if day else 0
    return _QUARTERS.get(written) or int(written)


@rule(
    "KH213", Severity.WARNING, "khoảng thời gian ngược",
    "2025-2021: năm cuối đứng trước năm đầu, thường là gõ nhầm một trong hai.",
)  # fmt: skip
def range_reversed(facts: Facts) -> Iterable[Finding]:
    """`2025-2021`, `từ năm 2025 đến năm 2021`, `Quý IV-III`, `đến năm 2030, định hướng 2025`.

    `từ ngày 14/12/2026 đến ngày 01/9/2026` and `trước ngày 15/12/2026 và ngày 15/6/2026` too.
    """
    rounds = facts.filled.matches(_ROUNDS, "đợt 0")
    for each, match in (*facts.filled.matches(_RANGE, *_RANGES), *rounds):
        first, last = (group for group in match.groups() if group)
        if _moment(first) > _moment(last) > 0:
            yield range_reversed.on(
                each, match, f"khoảng “{match[0]}” đi ngược", f"Kiểm tra lại {first} và {last}."
            )
    for each, match in facts.filled.matches(_SEASON, "0/0"):
        if int(match["last"]) < int(match["first"]) <= min(int(match["last"]) + 2, 12):
            message = f"khoảng “{match[0]}” đi ngược"
            yield range_reversed.on(each, match, message, "Kiểm tra lại hai tháng.")
