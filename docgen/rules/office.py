"""What an office chose in `office.yaml`, held against what the decree leaves to it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from docgen.finding import Finding, Severity
from docgen.plan.fields import Number
from docgen.rules.facts import Check, Facts, rule
from docgen.vietnamese import format_decimal


class Range(NamedTuple):
    """What a choice may be: `values` one by one, or from the `least` to the `most`."""

    key: str
    name: str
    least: Decimal
    most: Decimal | None = None
    values: tuple[Decimal, ...] = ()

    @property
    def wanted(self) -> str:
        """The range in words."""
        if self.values:
            return " hoặc ".join(map(format_decimal, self.values))
        if self.most is None:
            return f"từ {format_decimal(self.least)} trở lên"
        return f"từ {format_decimal(self.least)} đến {format_decimal(self.most)}"

    def holds(self, value: Decimal) -> bool:
        """Whether a value is one of the range."""
        if self.values:
            return value in self.values
        return self.least <= value and (self.most is None or value <= self.most)


SIZES = (
    Range("head_size", "cỡ chữ Quốc hiệu", Decimal(12), Decimal(13), (Decimal(12), Decimal(13))),
    Range("body_size", "cỡ chữ lời văn", Decimal(13), Decimal(14), (Decimal(13), Decimal(14))),
)
SPACES = (
    Range("first_line", "thụt đầu dòng", Decimal(1), None, (Decimal(1), Decimal("1.27"))),
    Range("line_spacing", "giãn dòng", Decimal(1), Decimal("1.5")),
    Range("paragraph_spacing", "cách đoạn", Decimal(6)),
)
USUAL = (
    Range("table_size", "cỡ chữ bảng", Decimal(9), Decimal(14)),
    Range("footnote_size", "cỡ chữ chú thích", Decimal(9), Decimal(13)),
)


def _outside(check: Check, facts: Facts, ranges: tuple[Range, ...]) -> Iterator[Finding]:
    form = facts.plan.office.form if facts.plan.office else None
    for each in ranges:
        chosen: Number | None = getattr(form, each.key, None)
        if chosen and not each.holds(chosen.value):
            message = f"{each.name} {chosen.text}, phải {each.wanted}"
            yield check.at(chosen.text, message, f"Ghi {each.key}: {each.wanted}.")


@rule(
    "KH645", Severity.ERROR, "cỡ chữ cơ quan chọn ngoài mức Nghị định cho phép",
    "Quốc hiệu cỡ 12 đến 13, lời văn cỡ 13 đến 14.", "Phụ lục I, Phần I, II.1.a, II.6.e",
)  # fmt: skip
def sizes_outside(facts: Facts) -> Iterator[Finding]:
    """A size of letters that the decree does not know."""
    yield from _outside(sizes_outside, facts, SIZES)


@rule(
    "KH646", Severity.ERROR, "khoảng cách cơ quan chọn ngoài mức Nghị định cho phép",
    "Lùi đầu dòng 1 hoặc 1,27 cm; giãn dòng từ dòng đơn đến 1,5; cách đoạn ít nhất 6 pt.",
    "Phụ lục I, Phần I, II.6.e",
)  # fmt: skip
def spaces_outside(facts: Facts) -> Iterator[Finding]:
    """An indent or a space that the decree does not know."""
    yield from _outside(spaces_outside, facts, SPACES)


@rule(
    "KH647", Severity.WARNING, "cỡ chữ của bảng hoặc chú thích khác thường",
    "Nghị định không quy định, nhưng chữ quá nhỏ khó đọc, chữ lớn hơn lời văn thì lạ mắt.",
)  # fmt: skip
def unusual_sizes(facts: Facts) -> Iterator[Finding]:
    """A table or footnote in letters that nobody uses."""
    yield from _outside(unusual_sizes, facts, USUAL)
