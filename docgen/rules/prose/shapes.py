"""The shapes of prose that many rules look for."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import combinations

from docgen import vietnamese

# A Vietnamese number, `1.250,5`; what may stand beside it a rule says itself.
NUMBER = r"\d+(?:\.\d{3})*(?:,\d+)?"
# How many đồng one of each unit of money is; none is written for a đồng itself.
MONEY = {
    unit: Decimal(10) ** power
    for unit, power in {"": 0, "nghìn": 3, "triệu": 6, "tỷ": 9, "nghìn tỷ": 12}.items()
}
# Before what stays open until the plan is signed: Kế hoạch số …/KH-UBND ngày …/01/2026.
OWN_REFERENCE = re.compile(r"Kế hoạch số:?\s*[….\s\d]*/?(?:KH-[A-ZĐ]+)?\s*(?:ngày[….\s/]*)?$")
SENTENCE_ENDS = re.compile(r"[.;](?=\s|$)")


def read_number(written: str) -> Decimal | None:
    """A Vietnamese number, also a count such as `08`; nothing for what is none."""
    return vietnamese.parse_decimal(re.sub(r"^0+(?=\d)", "", written))


def slips(value: Decimal) -> frozenset[Decimal]:
    """The numbers of which two digits exchanged, or zeros more or less, make this one."""
    digits = f"{value:f}"
    at = [place for place, digit in enumerate(digits) if digit.isdigit()]
    found = {value.scaleb(power) for power in (-3, -2, -1, 1, 2, 3)}
    for one, two in combinations(at, 2):
        turned = [*digits]
        turned[one], turned[two] = turned[two], turned[one]
        found.add(Decimal("".join(turned)))
    return frozenset(found - {value})


def one_slip_apart(one: str, other: str) -> bool:
    """Whether a letter more, less or other, or two letters swapped, makes one word the other."""
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return max(len(one), len(other)) <= 1 or (len(one) == 2 and one == other[::-1])
