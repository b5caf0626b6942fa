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
from docgen.rules.prose.shapes import NUMBER, read_number, slips
from docgen.rules.related_figures import likely_slips

_WORDS = r"[^.;\d]{0,40}?"
_RATE = rf"(?P<rate>{NUMBER})%"
_OF_ALL = re.compile(rf"\btổng số (?P<all>{NUMBER}) (?P<noun>[^\W\d_]+)")
_GROWTH = re.compile(
    rf"(?<![\w.,/])(?P<now>{NUMBER}) (?P<unit>(?:triệu |nghìn |tỷ )?[^\W\d_]+){_WORDS}"
    rf"\b(?P<way>tăng|giảm) {_RATE} so với [^.;()]{{3,40}}\((?P<then>{NUMBER}) (?P=unit)"
)
_TURN = re.compile(
    rf"\btừ (?P<first>{NUMBER})(?:%| [^\W\d_]+)? (?P<way>xuống|lên)(?: còn| dưới| trên)?"
    rf" (?P<last>{NUMBER})"
)
_CHANGE = re.compile(
    rf"(?P<now>{NUMBER})%?[^.;\d]{{0,40}}\b(?P<way>tăng|giảm) (?P<by>{NUMBER})(?:%| điểm)"
    rf"(?: phần trăm)? so với [^.;()]{{3,40}}\((?P<then>{NUMBER})%"
)
_PLACES = re.compile(
    r"(?:thứ|hạng) (?P<now>\d+)(?:/(?P<of>\d+))?[^.;\d]{0,40}\b(?P<way>tăng|giảm) (?P<by>\d+) bậc "
    r"so với [^.;()]{3,40}\([^.;()\d]*(?P<then>\d+)(?:/(?P<then_of>\d+))?\)"
)
_BY = re.compile(
    rf"(?<![\w.,/])(?P<by>{NUMBER}) (?P<unit>[^\W\d_]+)[^.;\d]{{0,60}}\b(?:nâng|tăng|đưa)"
    rf"[^.;\d]{{0,40}}\btừ (?P<first>{NUMBER}) (?:[^\W\d_]+ )?lên (?P<last>{NUMBER}) (?P=unit)\b"
)


@lru_cache(maxsize=256)
def _shares(noun: str) -> re.Pattern[str]:
    """`18.420 hộ nghèo, chiếm 9,21%`: a part of what the noun counts, and its rate."""
    part = rf"(?<![\w.,/])(?P<part>{NUMBER}) {re.escape(noun)}\b"
    return re.compile(rf"{part}{_WORDS}\b(?:chiếm|tỷ lệ|tỉ lệ)(?: là)? {_RATE}")


def _number(match: re.Match[str], group: str) -> Decimal:
    return read_number(match[group]) or Decimal(0)


def _near(exact: Decimal, written: str) -> bool:
    """Whether a rate holds, to one unit of the last digit that is written."""
    stated = read_number(written) or Decimal(0)
    return abs(exact - stated) <= Decimal(1).scaleb(-len(written.partition(",")[2]))


@rule(
    "KH240", Severity.INFO, "các số của một câu không khớp nhau",
    "Tỷ lệ, mức tăng, giảm tính lại được từ các số đứng cạnh; lệch thì một số gõ sai.",
)  # fmt: skip
def figures_contradict(facts: Facts) -> Iterator[Finding]:
    """`18.420 hộ, chiếm 9,21% trong tổng số 200.000 hộ`, `2,4 triệu lượt, tăng 20% … (2,0 …)`."""
    yield from _shares_of_all(facts)
    yield from _growth(facts)
    yield from _changes(facts)
    for printed, slip in likely_slips(facts):
        yield figures_contradict.at(
            printed.text, slip.message, "Kiểm tra lại các số này.", slip.start,
            len(slip.written),
        )  # fmt: skip
    for printed, match in facts.matches(_TURN, "từ 0"):
        first, last = _number(match, "first"), _number(match, "last")
        if first != last and (last > first) != (match["way"] == "lên"):
            message = f"từ {match['first']} mà {match['way']} {match['last']}"
            yield figures_contradict.on(printed, match, message, "Kiểm tra lại hai số.", "first")


def _shares_of_all(facts: Facts) -> Iterator[Finding]:
    """`18.420 hộ nghèo, chiếm 9,21% trong tổng số 200.000 hộ`."""
    for printed, match in facts.matches(_OF_ALL, "tổng số 0"):
        for share in _shares(match["noun"]).finditer(printed.prose):
            exact = _number(share, "part") * 100 / (_number(match, "all") or 1)
            if not _near(exact, share["rate"]):
                yield from _differ(printed, share, exact, ("part", "rate"))


def _changes(facts: Facts) -> Iterator[Finding]:
    """`71,2%, tăng 7,9 điểm phần trăm so với năm 2025 (61,5%)`; places count the other way.

    `Mở 12 điểm, nâng tổng số từ 20 lên 23 điểm` too.
    """
    for pattern, turn in ((_CHANGE, 1), (_PLACES, -1)):
        for printed, match in facts.matches(pattern, "so với"):
            way = turn if match["way"] == "tăng" else -turn
            right = (_number(match, "now") - _number(match, "then")) * way
            others = pattern is _PLACES and match["of"] and match["then_of"]
            if right != _number(match, "by") or (others and match["of"] != match["then_of"]):
                shown = vietnamese.format_decimal(abs(right))
                message = f"{match['now']} so với {match['then']}: chênh {shown}, ở đây ghi "
                for group in ("now", "by", "then"):
                    yield figures_contradict.on(
                        printed, match, f"{message}{match['way']} {match['by']}",
                        "Kiểm tra lại các số này.", group,
                    )  # fmt: skip
    for printed, match in facts.matches(_BY, "từ 0"):
        last, by = _number(match, "last"), _number(match, "by")
        more = last - _number(match, "first")
        if more != by and (more in slips(by) or last - more + by in slips(last)):
            message = f"thêm {match['by']} mà từ {match['first']} lên {match['last']}"
            for group in ("by", "last"):
                yield figures_contradict.on(printed, match, message, "Kiểm tra lại ba số.", group)


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
