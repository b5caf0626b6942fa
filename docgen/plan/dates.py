"""The year or years of a plan, and the day of its issue as far as it is known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import NoReturn, Self

from docgen import vietnamese
from docgen.plan.source import Text

_YEARS = re.compile(
    r"(?:giai đoạn\s+|từ\s+)?(?:năm\s+)?"
    r"(?P<shown>(?P<first>[0-9]{4})(?:\s*(?:[-–—]|đến)\s*(?:năm\s+)?(?P<last>[0-9]{4}))?)",
    re.IGNORECASE,
)


class Period(int):
    """The first year as a number, which also knows the last and prints as the content writes it.

    What is before the plan is counted from the first year (`year - 1`); what is after it is not:
    `year + 1` could mean two years, so it raises `TypeError`, and `last_year + 1` says which.
    """

    last: int
    shown: str

    def __new__(cls, first: int, last: int | None = None, shown: str = "") -> Self:
        """`Period(2024)`, `Period(2026, 2030)`."""
        period = super().__new__(cls, first)
        period.last = first if last is None else last
        span = f"{first:d}" if period.last == first else f"{first:d} - {period.last:d}"
        period.shown = shown or span
        return period

    @classmethod
    def parse(cls, text: str) -> Period | None:
        """The period written `2024` or `2026 - 2030`; `None` for anything else."""
        match = _YEARS.fullmatch(text.strip())
        if match is None:
            return None
        first = int(match["first"])
        last = int(match["last"] or first)
        return cls(first, last, match["shown"]) if 1000 <= first <= last else None

    @property
    def several(self) -> bool:
        """Whether the plan runs over more than one year."""
        return self.last != int(self)

    def __contains__(self, year: int) -> bool:
        """Whether a year is one of the plan's."""
        return self <= year <= self.last

    def __str__(self) -> str:
        return self.shown

    def __add__(self, years: int) -> int:
        return self._ambiguous() if self.several else int(self) + years

    __radd__ = __add__

    def _ambiguous(self) -> NoReturn:
        raise TypeError("a year after a plan of several years: after its first or its last?")


@dataclass(frozen=True, slots=True)
class Years:
    """The year of a plan, written `2024`, or its years, written `2026 - 2030`."""

    value: Period
    text: Text


@dataclass(frozen=True, slots=True)
class IssueDay:
    """The day of issue as far as it is known: `05/6/2024`, `tháng 12 năm 2025`, `năm 2025`."""

    year: int
    month: int | None
    day: int | None
    text: Text

    @property
    def value(self) -> date:
        """The day, or the last one that it may be."""
        return vietnamese.last_day(self.year, self.month, self.day)

    @property
    def written(self) -> str:
        """What is known of it, as the content writes it: `05/6/2024`, `tháng 12 năm 2025`."""
        if self.day:
            return vietnamese.format_day(self.value)
        return f"tháng {self.month} năm {self.year}" if self.month else f"năm {self.year}"

    @property
    def shown(self) -> str:
        """The same in a sentence: `ngày 05/6/2024`, `tháng 12 năm 2025`."""
        return f"ngày {self.written}" if self.day else self.written
