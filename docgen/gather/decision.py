"""What the officer decided about each opinion, and why."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Verdict = Literal["Tiếp thu", "Không tiếp thu", "Giải trình", ""]
TAKEN: Verdict = "Tiếp thu"
VERDICTS: tuple[Verdict, ...] = (TAKEN, "Không tiếp thu", "Giải trình")


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict on one opinion ("" : not decided yet) and the reason given."""

    verdict: Verdict
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """The decisions of one workbook by the keys of the opinions.

    `copies` are the digests of the files that were gathered by their names; `faults` are Vietnamese
    sentences about what could not be read.
    """

    year: str
    copies: Mapping[str, str]
    decisions: Mapping[str, Decision]
    faults: tuple[str, ...] = ()


NONE = Decided("", {}, {})


def verdict_of(written: str) -> Verdict | None:
    """The verdict that somebody wrote, in whatever letters; None where it is none."""
    plain = " ".join(unicodedata.normalize("NFC", written).casefold().split())
    return next((each for each in (*VERDICTS, "") if each.casefold() == plain), None)
