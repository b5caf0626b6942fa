"""KH155-KH158: the figures in a row's words against the row's own numbers."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from docgen import vietnamese
from docgen.finding import Finding, Severity
from docgen.plan.compute import ComputedRow
from docgen.plan.fields import Number
from docgen.plan.source import Text
from docgen.rules.facts import Facts, rule
from docgen.rules.prose.shapes import NUMBER, slips

MAX, SCORE, LOSS, REASON = "max", "score", "loss", "reason"
_FRACTION = re.compile(rf"(?<![\w.,/])({NUMBER})/({NUMBER})(?![\d/,.]\d|/)")
_PERCENT = re.compile(rf"(?<![\w.,/])({NUMBER}) ?%")
_PRODUCT = re.compile(
    rf"(?P<part>{NUMBER}) ?[/:] ?(?P<whole>{NUMBER}) ?[x×*X] ?(?P<factor>{NUMBER})"
    rf"(?: ?= ?(?P<result>{NUMBER}))?"
)
_COUNTED = re.compile(rf"^\W*(?P<count>{NUMBER}) [^=\d]{{3,120}}= ?$")
_LOST = re.compile(rf"(?:bị trừ|trừ|mất)(?: đi)? (?P<points>{NUMBER}) điểm")
_NEAR = Decimal("0.0005")
_OWN = Decimal("0.01")
_FAR = Decimal("0.05")


class _Scored(NamedTuple):
    """A row with its maximum, its score and the texts of its reason."""

    row: ComputedRow
    most: Decimal
    score: Decimal
    reasons: Sequence[Text]


def _scored(facts: Facts) -> tuple[_Scored, ...]:
    """The rows that have a maximum, a score and a reason."""
    found = []
    for row in facts.rows:
        most, score = row.numbers.get(MAX), row.numbers.get(SCORE)
        reasons = row.row.cells.get(REASON)
        if row.row.kind == "row" and most and score is not None and isinstance(reasons, tuple):
            found.append(_Scored(row, most, score, reasons))
    return tuple(found)


def _number(text: str) -> Decimal:
    return vietnamese.parse_decimal(text) or Decimal(0)


def _shown(number: Decimal) -> str:
    return vietnamese.format_decimal(number)


@rule(
    "KH155", Severity.INFO, "số liệu trong lý do là của dòng khác",
    "Tỷ lệ trong lý do nhân điểm chuẩn ra đúng điểm của dòng khác: lý do chép nhầm dòng.",
)  # fmt: skip
def figures_of_another_row(facts: Facts) -> Iterator[Finding]:
    """`đạt 99,5% (101.835/102.337)` where 99,5 % of the maximum is another row's score."""
    rows = facts.once(_scored)
    places = _Places(rows)
    for each in rows:
        for text in each.reasons:
            ratios = _ratios(text.value)
            if not ratios or any(
                abs(ratio * each.most - each.score) <= _OWN * each.most for ratio, _ in ratios
            ):
                continue
            for ratio, match in ratios:
                other = places.first_other(each, ratio)
                if other and _plausible(each, other, text):
                    line = other.row.row.where.where.line
                    yield figures_of_another_row.at(
                        text,
                        f"{match[0]} x {_shown(each.most)} không ra {_shown(each.score)} của "
                        f"dòng này "
                        f"mà ra {_shown(other.score)} của dòng ở {line}",
                        "Xem lý do có chép nhầm dòng không.", match.start(), len(match[0]),
                    )  # fmt: skip
                    break


class _Places:
    """Where in a table a score of a maximum stands: long tables have few pairs of them."""

    def __init__(self, rows: Sequence[_Scored]) -> None:
        self.rows = rows
        self.first_two: dict[tuple[Decimal, Decimal], list[int]] = {}
        for at, row in enumerate(rows):
            if 0 < row.score < row.most:
                same = self.first_two.setdefault((row.most, row.score), [])
                if len(same) < 2:
                    same.append(at)
        self.scores: dict[Decimal, list[Decimal]] = {}
        for most, score in sorted(self.first_two):
            self.scores.setdefault(most, []).append(score)

    def first_other(self, each: _Scored, ratio: Decimal) -> _Scored | None:
        """The first row but `each` whose score is this share of its maximum."""
        near = (
            at
            for most, scores in self.scores.items()
            for score in _between(scores, ratio * most - _NEAR, ratio * most + _NEAR)
            for at in self.first_two[most, score]
            if self.rows[at] is not each
        )
        first = min(near, default=None)
        return None if first is None else self.rows[first]


def _between(numbers: Sequence[Decimal], least: Decimal, most: Decimal) -> Sequence[Decimal]:
    return numbers[bisect_left(numbers, least) : bisect_right(numbers, most)]


def _ratios(value: str) -> list[tuple[Decimal, re.Match[str]]]:
    found = [(_number(match[1]) / 100, match) for match in _PERCENT.finditer(value)]
    for match in _FRACTION.finditer(value):
        whole = _number(match[2])
        if whole > 1:
            found.append((_number(match[1]) / whole, match))
    return found


def _plausible(each: _Scored, other: _Scored, text: Text) -> bool:
    """Whether the words too speak for the other row: more than a coincidence of figures."""
    if abs(each.most - other.most) < _NEAR and abs(each.score - other.score) < _NEAR:
        return False
    return len(_ratios(text.value)) <= 2 and bool(_PERCENT.search(text.value))


@rule(
    "KH156", Severity.INFO, "tỷ lệ trong lý do lệch xa điểm của dòng",
    "Tiêu chí chấm theo tỷ lệ thì điểm gần bằng tỷ lệ nhân điểm chuẩn; lệch xa thường do mất "
    "dấu phẩy.",
)  # fmt: skip
def rate_far_from_score(facts: Facts) -> Iterator[Finding]:
    """`chỉ đạt 400%` where the row has 0,4118 of 1; only where the reason has one rate.

    A score of which two digits exchanged make the rate of the maximum is named itself.
    """
    for each in facts.once(_scored):
        rates = {
            vietnamese.round_half_up(rate * each.most, 4)
            for text in each.reasons
            for rate, _ in _ratios(text.value)
        }
        cell = each.row.row.cells[SCORE]
        exchanged = rates & slips(each.score) if rates and each.score not in rates else ()
        if isinstance(cell, Number) and exchanged:
            share = _shown(min(exchanged))
            message = f"điểm {cell.text}, tỷ lệ trong lý do nhân điểm chuẩn là {share}"
            yield rate_far_from_score.at(cell.text, message, "Đối chiếu điểm với tỷ lệ.")
        percents = [
            (text, match) for text in each.reasons for match in _PERCENT.finditer(text.value)
        ]
        if len(percents) != 1 or not 0 < each.score < each.most:
            continue
        text, match = percents[0]
        rate = _number(match[1]) / 100
        if abs(rate * each.most - each.score) > _FAR * each.most:
            share = vietnamese.format_percent(
                vietnamese.round_half_up(each.score * 100 / each.most, 2)
            )
            yield rate_far_from_score.at(
                text, f"lý do ghi {match[0]}, điểm {_shown(each.score)} là {share} của điểm chuẩn",
                "Đối chiếu tỷ lệ với điểm thẩm định; xem có mất dấu phẩy không.",
                match.start(), len(match[0]),
            )  # fmt: skip


@rule(
    "KH157", Severity.WARNING, "điểm bị trừ trong lời văn khác cột điểm bị trừ",
    "Cùng một dòng mà lời văn trừ một số, cột ghi số khác: một trong hai sai.",
)  # fmt: skip
def points_lost_differ(facts: Facts) -> Iterator[Finding]:
    """`bị trừ 0,3 điểm` in a row that lost 0,5."""
    for each in facts.once(_scored):
        found = [(text, match) for text in each.reasons for match in _LOST.finditer(text.value)]
        if len(found) != 1:
            continue
        text, match = found[0]
        lost = each.most - each.score
        if _number(match["points"]) != lost:
            cell, meant = each.row.row.cells[SCORE], each.most - _number(match["points"])
            if isinstance(cell, Number) and meant in slips(each.score):
                message = f"điểm {cell.text}, lời văn trừ {match['points']} điểm"
                yield points_lost_differ.at(cell.text, message, f"Có phải ý là {_shown(meant)}?")
            yield points_lost_differ.at(
                text, f"lời văn trừ {match['points']} điểm, dòng này bị trừ {_shown(lost)}",
                "Sửa lời văn, hoặc đối chiếu lại điểm.", match.start("points"),
                len(match["points"]),
            )  # fmt: skip


@rule(
    "KH158", Severity.WARNING, "phép tính trong lý do không theo điểm của dòng",
    "Tỷ lệ phải nhân với điểm chuẩn của chính dòng và ra đúng điểm thẩm định.",
)  # fmt: skip
def product_of_another_row(facts: Facts) -> Iterator[Finding]:
    """`41.940/58.818 x 2 = 1,4261` in a row of 1,5 points."""
    for each in facts.once(_scored):
        for text in each.reasons:
            for match in _PRODUCT.finditer(text.value):
                factor, result = _number(match["factor"]), match["result"]
                counted = _COUNTED.search(text.value[: match.start()])
                if counted and counted["count"] != match["part"]:
                    yield product_of_another_row.at(
                        text, f"câu nêu {counted['count']}, phép tính dùng {match['part']}",
                        "Thống nhất hai số.", counted.start("count"), len(counted["count"]),
                    )  # fmt: skip
                if factor != each.most:
                    yield product_of_another_row.at(
                        text,
                        f"nhân với {match['factor']}, điểm chuẩn của dòng là {_shown(each.most)}",
                        "Nhân với điểm chuẩn của dòng.", match.start("factor"),
                        len(match["factor"]),
                    )  # fmt: skip
                elif result and _rounded_differs(_number(result), each.score):
                    yield product_of_another_row.at(
                        text, f"kết quả {result}, điểm thẩm định của dòng là {_shown(each.score)}",
                        "Đối chiếu phép tính với điểm.", match.start("result"), len(result),
                    )  # fmt: skip


def _rounded_differs(result: Decimal, score: Decimal) -> bool:
    """Whether a result is not the score, rounded to the digits with which the result is written."""
    digits = max(0, -int(result.as_tuple().exponent))
    return vietnamese.round_half_up(score, digits) != result
