"""Figures of one sentence that would follow from one another but for a slip: part of KH240."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain, combinations, permutations, product
from typing import NamedTuple

from docgen import vietnamese
from docgen.plan.reading_order import Printed
from docgen.rules.facts import Facts
from docgen.rules.prose.shapes import MONEY, NUMBER, read_number, slips

_FIGURE = re.compile(
    rf"(?<![\w.,/-])(?<![Ss]ố )(?!20\d\d\b)(?P<number>{NUMBER})"
    rf"(?:(?P<rate> ?%)|/(?P<whole>{NUMBER})(?![\d/.,]\d|/))?"
    rf"(?![/\d%-]|[.,]\d)"
    r"(?: (?P<size>nghìn tỷ|tỷ|triệu|nghìn)\b)?(?: (?P<unit>[^\W\d_]+))?"
)
_TWO_FIGURES = re.compile(r"\d\D+\d")
_SENTENCE_ENDS = re.compile(r"\.(?=\s|$)")
_SHARED = re.compile(
    r"(?:đạt|chiếm|bằng|tương đương|tỷ lệ|tỉ lệ)(?: tỷ lệ| tỉ lệ| là)* $|\((?:đạt )?$"
)
_OF_PARTS = re.compile(r"\b(?:gồm|trong đó|còn|chia ra)\b")
_EACH = re.compile(r"\b(?:bình quân|trung bình|đơn giá|mỗi)\b")
_ENDS_IN_THE_RATE = re.compile(r" ?%(?:[,;)]|$)")
_LARGE, _LARGER = 3, 4  # digits that hardly agree by chance, with and without a word of parts
_MOST = 8  # figures of one unit in a sentence; more are a list


class _Figure(NamedTuple):
    """A number of a sentence, with the place of it."""

    value: Decimal
    start: int
    written: str

    @property
    def digits(self) -> int:
        """How many of its digits say more than its size."""
        return len(self.written.replace(".", "").replace(",", "").strip("0"))


class Slip(NamedTuple):
    """A figure that a slip may have made of the one that would fit."""

    start: int
    written: str
    message: str


def likely_slips(facts: Facts) -> Iterator[tuple[Printed, Slip]]:
    """Figures that fit no other of their sentence, and would with two digits exchanged."""
    for printed, found in facts.seeing(_slips):
        yield from ((printed, slip) for slip in found)


def _slips(prose: str) -> list[Slip]:
    found: list[Slip] = []
    start = 0
    for sentence in _SENTENCE_ENDS.split(prose) if _TWO_FIGURES.search(prose) else ():
        by_unit, rates = _read(sentence) if _TWO_FIGURES.search(sentence) else ({}, [])
        for unit, figures in by_unit.items():
            if 2 < len(figures) <= _MOST and unit not in ("", "năm"):
                found += _sums(start, sentence, figures)
        if by_unit and _EACH.search(sentence):
            found += _products(start, [*chain.from_iterable(by_unit.values())])
            found += _units(start, by_unit)
        for rate in rates:
            found += _shares(start, sentence, rate, by_unit)
        found += _copies(start, sentence, by_unit)
        start += len(sentence) + 1
    return found


def _read(sentence: str) -> tuple[dict[str, list[_Figure]], list[_Figure]]:
    """The figures of a sentence by what they count, and its rates."""
    by_unit: dict[str, list[_Figure]] = defaultdict(list)
    rates = []
    for match in _FIGURE.finditer(sentence):
        size = MONEY[match["size"] or ""]
        places = [
            ("number", match["number"]),
            *([("whole", match["whole"])] * bool(match["whole"])),
        ]
        for group, written in places:
            value = (read_number(written) or Decimal(0)) * size
            figure = _Figure(value, match.start(group), written)
            if match["rate"]:
                rates.append(figure)
            else:
                by_unit[(match["unit"] or "").lower()].append(figure)
    return by_unit, rates


def _sums(start: int, sentence: str, figures: Sequence[_Figure]) -> Iterator[Slip]:
    """`gồm 1.250 thủ tục cấp tỉnh và 322 thủ tục cấp xã` of 1.842: 1.520 was meant."""
    values = {each.value for each in figures}
    held = {
        value
        for one, two in combinations(values, 2)
        if one + two in values
        for value in (one, two, one + two)
    }
    split = _OF_PARTS.search(sentence)
    wholes = [each.value for each in figures if split and each.start < split.start()]
    parts = [each for each in figures if split and each.start > split.start()]
    added = sum(each.value for each in parts)
    whole = max(values)
    if 2 * whole == sum(each.value for each in figures):
        return  # one is the sum of all others
    large = split or max(each.digits for each in figures) >= _LARGE
    least = 2 if len(values) == 3 and large else _LARGE if split else _LARGER
    for odd in figures:
        others = [each.value for each in figures if each is not odd]
        meant = {sum(others), 2 * max(others) - sum(others)} if len(figures) > _LARGE else set()
        if odd.value not in held and odd.digits >= least:
            pairs = combinations(others, 2)
            meant |= {abs(one + sign * two) for one, two in pairs for sign in (1, -1)}
        if odd in parts[: len(parts) * (len(parts) > 1 and added not in wholes)] and odd.digits > 1:
            meant |= {each - added + odd.value for each in wholes}
        for right in sorted(slips(odd.value) & meant):
            yield _slip(start, odd, "các số cùng loại của câu cộng lại ra", right, odd.value)
            break


def _products(start: int, figures: Sequence[_Figure]) -> Iterator[Slip]:
    """`1.284 con, khối lượng 79.104 kg, bình quân 56 kg một con`: 71.904 was meant."""
    triples = [*combinations(figures, 3)] if len(figures) <= _MOST else []
    for triple in triples:
        one, two, most = sorted(triple, key=lambda each: each.value)
        if most.digits < _LARGER or one.value * two.value == most.value:
            continue
        if not any(each.value * two.value == most.value for each in figures):
            for odd, right in (
                (most, one.value * two.value),
                (two, most.value / (one.value or 1)),
                (one, most.value / (two.value or 1)),
            ):
                if right in slips(odd.value):
                    how = "bình quân và số lượng của câu nhân lại ra"
                    yield _slip(start, odd, how, right, odd.value)


_ONE_KIND = (("kg", "tạ", "tấn"), ("m", "km"), ("ha", "m2"))


def _units(start: int, by_unit: dict[str, list[_Figure]]) -> Iterator[Slip]:
    """`1.284 con, khối lượng 71.904 tấn, bình quân 56 kg một con`."""
    counts = [each for unit, figures in by_unit.items() if unit for each in figures]
    for one, other in (pair for kind in _ONE_KIND for pair in permutations(kind, 2)):
        for whole, each in product(by_unit.get(one, ()), by_unit.get(other, ())):
            if any(each.value * count.value == whole.value for count in counts if count.value > 1):
                message = f"bình quân tính bằng {other}, tổng {whole.written} ghi {one}"
                yield Slip(start + whole.start, whole.written, message)


def _shares(
    start: int, sentence: str, rate: _Figure, by_unit: dict[str, list[_Figure]]
) -> Iterator[Slip]:
    """`598.200 hồ sơ, trong đó đúng hạn 589.227 hồ sơ (đạt 95,8%)`: 98,5 was meant."""
    if not _SHARED.search(sentence[: rate.start]):
        return
    before = [
        (each, unit) for unit, every in by_unit.items() for each in every if each.start < rate.start
    ]
    if not before:
        return
    part, unit = max(before, key=lambda found: found[0].start)
    wholes = [each for each in by_unit[unit] if each.value >= part.value > 0 and each is not part]
    digits = len(rate.written.partition(",")[2])
    right = [vietnamese.round_half_up(part.value * 100 / each.value, digits) for each in wholes]
    if rate.value in right:
        return
    for value in sorted(slips(rate.value).intersection(right)):
        yield _slip(start, rate, "tính từ các số của câu ra", value, rate.value)
    ends = rate.start + len(rate.written)
    if len(wholes) == 1 and _ENDS_IN_THE_RATE.match(sentence, ends):
        for odd, other in ((part, wholes[0]), (wholes[0], part)):
            for value in sorted(slips(odd.value) if odd.digits >= _LARGE else ()):
                pair = (value, other.value) if odd is part else (other.value, value)
                if vietnamese.round_half_up(pair[0] * 100 / pair[1], digits) == rate.value:
                    yield _slip(start, odd, "tỷ lệ của câu cho", value, odd.value)
                    break


def _copies(start: int, sentence: str, by_unit: dict[str, list[_Figure]]) -> Iterator[Slip]:
    """`18.600 lao động, đạt kế hoạch (16.800/16.000 lao động)`, `1.150 dịch vụ (1.105/1.842)`."""
    every = [each for figures in by_unit.values() for each in figures]
    values = [each.value for each in every]
    for match in _FIGURE.finditer(sentence) if "/" in sentence and every else ():
        part = read_number(match["number"]) if match["whole"] else None
        if part is None or values.count(part) > 1:
            continue
        size = MONEY[match["size"] or ""]
        for odd in every:
            turned = part * size in slips(odd.value)
            if odd.digits >= _LARGE and odd.start < match.start() and turned:
                yield _slip(start, odd, "phân số của câu ghi", part * size, odd.value)


def _slip(start: int, odd: _Figure, how: str, right: Decimal, value: Decimal) -> Slip:
    size = (read_number(odd.written) or Decimal(1)) / (value or Decimal(1))
    shown = vietnamese.format_decimal(right * size)
    return Slip(start + odd.start, odd.written, f"{how} {shown}, ở đây ghi {odd.written}")
