"""The shapes of prose that many rules look for."""

from __future__ import annotations

import re

# A Vietnamese number, `1.250,5`; what may stand beside it a rule says itself.
NUMBER = r"\d+(?:\.\d{3})*(?:,\d+)?"
SENTENCE_ENDS = re.compile(r"[.;](?=\s|$)")


def one_slip_apart(one: str, other: str) -> bool:
    """Whether a letter more, less or other, or two letters swapped, makes one word the other."""
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return max(len(one), len(other)) <= 1 or (len(one) == 2 and one == other[::-1])
