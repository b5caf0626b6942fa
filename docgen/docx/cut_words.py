"""What docgen writes where a page parts a row: the styles of such paragraphs, and the words.

The words say that a row goes on (`KHTableContinued` in a part of a row, `KHTableAsAbove` in a
merged cell begun anew); the rest of a paragraph that began in the part above is `KHTableRest`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

CONTINUED, AS_ABOVE, REST = "KHTableContinued", "KHTableAsAbove", "KHTableRest"
CUT_STYLES: Mapping[str, str] = MappingProxyType(
    {
        CONTINUED: "KH Bảng: dòng tiếp",
        AS_ABOVE: "KH Bảng: ô gộp tiếp",
        REST: "KH Bảng: đoạn tiếp",
    }
)
GOES_ON = "(tiếp)"
ROW_GOES_ON = re.compile(r"(?:(?P<number>.+) )?\(tiếp\)")
CELL_GOES_ON = re.compile(r"\((?:tiếp|như trên|(?:tiếp|như) mục (?P<number>.+))\)")


def row_goes_on(number: str) -> str:
    """What the number of a row says in the part that stands on the next page."""
    return f"{number} {GOES_ON}".strip()


def cell_goes_on(number: str, *, said: bool) -> str:
    """What a merged cell says on the next page, of a first row of that number.

    `said`: all its words stand on the page before.
    """
    if number:
        return f"(như mục {number})" if said else f"(tiếp mục {number})"
    return "(như trên)" if said else GOES_ON


def number_told(told: str) -> str:
    """The number in what docgen told of a row or a cell that goes on; "" where it told none."""
    match = CELL_GOES_ON.fullmatch(told) or ROW_GOES_ON.fullmatch(told)
    return (match["number"] or "") if match else ""
