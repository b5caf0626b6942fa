"""KH240: figures of one sentence of which each follows from the others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from docgen import vietnamese
from docgen.finding import Finding, Severity
from docgen.plan.reading_order import Printed
from docgen.rules.facts import Facts, rule
from docgen.rules.prose.shapes import NUMBER

_WORDS = r"[^.;\d]{0,40}?"
_RATE = rf"(?P<rate>{NUMBER})%"
_OF_ALL = re.compile(rf"\btổng số (?P<all>{NUMBER}) (?P<noun>[^\W\d_]+)")
_GROWTH = re.compile(
    rf"(?<![\w.,/])(?P<now>{NUMBER}) (?P<unit>(?:triệu |nghìn |tỷ )?[^\W\d_]+){_WORDS}"
    rf"\b(?P<way>tăng|giảm) {_RATE} so với [^.;()]{{3,40}}\((?P<then>{NUMBER}) (?P=unit)"
)
_TURN = re.compile(
    rf"\b(?P<way>giảm|tăng|nâng|hạ)\b[^.;\d]{{0,60}}?\btừ (?P<first>{NUMBER})(?:%| [^\W\d_]+)?"
    rf" (?:xuống|lên)(?: còn)? (?P<last>{NUMBER})"
)
_AGAIN = re.compile(
    rf"(?<![\w.,/])(?P<part>{NUMBER}) (?P<noun>[^\W\d_]+ [^\W\d_]+)[^.;()]{{0,60}}"
    rf"\((?P<again>{NUMBER})/(?P<whole>{NUMBER}) (?P=noun)"
)
_OF_THE_FIRST = re.compile(
    rf"(?<![\w.,/])(?P<all>{NUMBER}) (?P<noun>[^\W\d_]+ [^\W\d_]+)[^.\d]{{0,60}}?"
    rf"(?<![\w.,/])(?P<part>{NUMBER}) (?P=noun)[^.;\d]{{0,20}}?, (?:đạt|chiếm|bằng)"
    rf"(?: tỷ lệ| tỉ lệ)? {_RATE}"
)
_MORE = ("tăng", "nâng")


@lru_cache(maxsize=256)
def _shares(noun: str) -> re.Pattern[str]:
    """`18.420 hộ nghèo, chiếm 9,21%`: a part of what the noun counts, and its rate."""
    part = rf"(?<![\w.,/])(?P<part>{NUMBER}) {re.escape(noun)}\b"
    return re.compile(rf"{part}{_WORDS}\b(?:chiếm|tỷ lệ|tỉ lệ)(?: là)? {_RATE}")


def _number(match: re.Match[str], group: str) -> Decimal:
    return vietnamese.parse_decimal(match[group]) or Decimal(0)


def _near(exact: Decimal, written: str) -> bool:
    """Whether a rate holds, to one unit of the last digit that is written."""
    stated = vietnamese.parse_decimal(written) or Decimal(0)
    return abs(exact - stated) <= Decimal(1).scaleb(-len(written.partition(",")[2]))


@rule(
    "KH240", Severity.INFO, "các số của một câu không khớp nhau",
    "Tỷ lệ, mức tăng, giảm tính lại được từ các số đứng cạnh; lệch thì một số gõ sai.", alone=True,
)  # fmt: skip
def figures_contradict(facts: Facts) -> Iterator[Finding]:
    """`18.420 hộ, chiếm 9,21% trong tổng số 200.000 hộ`, `2,4 triệu lượt, tăng 20% … (2,0 …)`."""
    yield from _shares_of_all(facts)
    yield from _shares_of_the_first(facts)
    yield from _growth(facts)
    for printed, match in facts.matches(_TURN, "từ 0"):
        first, last = _number(match, "first"), _number(match, "last")
        if first != last and (last > first) != (match["way"] in _MORE):
            message = f"{match['way']} mà từ {match['first']} thành {match['last']}"
            yield figures_contradict.on(printed, match, message, "Kiểm tra lại hai số.", "first")
    for printed, match in facts.matches(_AGAIN, "(0"):
        if sorted(match["part"]) == sorted(match["again"]) and match["part"] != match["again"]:
            message = f"{match['part']} ở đây, trong ngoặc ghi {match['again']}"
            yield figures_contradict.on(printed, match, message, "Thống nhất hai số.", "part")


def _shares_of_all(facts: Facts) -> Iterator[Finding]:
    """`18.420 hộ nghèo, chiếm 9,21% trong tổng số 200.000 hộ`."""
    for printed, match in facts.matches(_OF_ALL, "tổng số 0"):
        for share in _shares(match["noun"]).finditer(printed.prose):
            exact = _number(share, "part") * 100 / (_number(match, "all") or 1)
            if not _near(exact, share["rate"]):
                yield from _differ(printed, share, exact, ("part", "rate"))


def _shares_of_the_first(facts: Facts) -> Iterator[Finding]:
    """`có 9.860 cơ sở; đã kiểm tra 6.409 cơ sở, đạt 56%`, where the right rate has its digits."""
    for printed, match in facts.matches(_OF_THE_FIRST, "0%"):
        exact = _number(match, "part") * 100 / (_number(match, "all") or 1)
        digits = len(match["rate"].partition(",")[2])
        rounded = vietnamese.format_decimal(vietnamese.round_half_up(exact, digits))
        if sorted(rounded) == sorted(match["rate"]) and not _near(exact, match["rate"]):
            yield from _differ(printed, match, exact, ("part", "rate"))


def _growth(facts: Facts) -> Iterator[Finding]:
    """`2,4 triệu lượt khách, tăng 20% so với năm 2026 (2,0 triệu lượt)`."""
    for printed, match in facts.matches(_GROWTH, "so với"):
        before = _number(match, "then") or Decimal(1)
        exact = (_number(match, "now") - before) * 100 / before
        if not _near(exact if match["way"] == "tăng" else -exact, match["rate"]):
            yield from _differ(printed, match, abs(exact), ("now", "rate", "then"))


def _differ(
    printed: Printed, match: re.Match[str], exact: Decimal, groups: tuple[str, ...]
) -> Iterator[Finding]:
    right = vietnamese.format_percent(vietnamese.round_half_up(exact, 2))
    for group in groups:
        yield figures_contradict.on(
            printed, match, f"{match['rate']}% không khớp các số bên cạnh, tính ra {right}",
            "Kiểm tra lại các số này.", group,
        )  # fmt: skip
