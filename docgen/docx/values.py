"""The values of attributes as the standard types them, whoever wrote the file.

What is no value of its type counts as not said: a document is read, never refused, for one
strange attribute. ECMA-376 Part 1, 17.18 and 22.9.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from docgen import limits

OFF = ("0", "false", "off")
_DIGITS = re.compile(r"\d[\d.,]*")
_WHOLE = re.compile(r"[-+]?[0-9]{1,9}")
_MEASURE = re.compile(r"(?P<number>[-+]?[0-9]{1,9}(?:\.[0-9]{1,9})?)(?P<unit>mm|cm|in|pt|pc|pi|)")
_TWIPS = {
    "": Decimal(1), "pt": Decimal(20), "pc": Decimal(240), "pi": Decimal(240),
    "in": Decimal(1440), "mm": Decimal(1440) / Decimal("25.4"),
    "cm": Decimal(1440) / Decimal("2.54"),
}  # fmt: skip


def longest_number(text: str) -> int:
    """How long the longest number in a text is, asked only of texts that are longer than any."""
    found = _DIGITS.findall(text) if len(text) > limits.NUMBER.most else ()
    return max(map(len, found), default=0)


def whole(text: str | None, otherwise: int = 0) -> int:
    """A whole number (ST_DecimalNumber); `otherwise` where it is none."""
    return int(text) if text and _WHOLE.fullmatch(text) else otherwise


def twips(text: str | None, otherwise: int = 0) -> int:
    """A length in twips, also where it is written `2cm` or `1.5` (ST_TwipsMeasure, 22.9.2.15)."""
    measure = _MEASURE.fullmatch(text or "")
    if not measure:
        return otherwise
    return int((Decimal(measure["number"]) * _TWIPS[measure["unit"]]).to_integral_value())


def is_measure(text: str) -> bool:
    """Whether a value is a number, with a unit of length or a per cent sign or without."""
    return _MEASURE.fullmatch(text.removesuffix("%")) is not None


def half_points(text: str | None, otherwise: int = 0) -> int:
    """A size of letters in half-points, also written `12pt` (ST_HpsMeasure, 17.18.42)."""
    measure = _MEASURE.fullmatch(text or "")
    return twips(text) // 10 if measure and measure["unit"] else whole(text, otherwise)


def columns(text: str | None) -> int:
    """How many columns a cell takes (`w:gridSpan`): at least one, never beyond the limit."""
    return min(max(whole(text, 1), 1), limits.COLUMNS.most)


def character(text: str | None, otherwise: str = "\ufffd") -> str:
    """The character of a code in four hexadecimal digits (`w:sym`)."""
    return chr(int(text, 16)) if text and re.fullmatch("[0-9a-fA-F]{1,4}", text) else otherwise


def is_on(element: Any, name: str) -> bool:
    """Whether an on-off property is on: it stands there and does not say otherwise (17.17.4)."""
    return element is not None and element.get(name, "1") not in OFF
