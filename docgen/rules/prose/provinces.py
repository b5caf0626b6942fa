"""The provinces and districts of the country before and after 1 July 2025: `data/provinces.txt`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from docgen.vietnamese import fold_tone, without_marks

_DATA = Path(__file__).parents[2] / "data"
MERGED_ON = date(2025, 7, 1)
_LINE = re.compile(r"(?P<name>[^>#]+) > (?P<later>[^:]+): (?P<districts>.+)")


class Province(NamedTuple):
    """A province as it was until 30 June 2025, and the name of the one it then belongs to."""

    name: str
    later: str
    districts: frozenset[str]


@cache
def provinces() -> Mapping[str, Province]:
    """Every province by its name until 30 June 2025, and Huế by its later one."""
    found = {}
    for line in (_DATA / "provinces.txt").read_text(encoding="utf-8").splitlines():
        if match := _LINE.fullmatch(line):
            districts = frozenset(map(fold, match["districts"].split(", ")))
            found[match["name"]] = Province(match["name"], match["later"], districts)
    return found


@cache
def names() -> tuple[str, ...]:
    """The names of all provinces, before and after, the longest first."""
    every = {*provinces(), *(each.later for each in provinces().values())}
    return tuple(sorted(every, key=lambda name: (-len(name), name)))


@cache
def by_letters() -> Mapping[str, str]:
    """The name of a province by its letters without marks, in small letters."""
    return {without_marks(name).lower(): name for name in names()}


@cache
def provinces_of_district(name: str) -> frozenset[str]:
    """The provinces that had a district, town or city of this name."""
    folded = fold(name)
    return frozenset(each.name for each in provinces().values() if folded in each.districts)


@cache
def family(name: str, year: int) -> frozenset[str]:
    """The names that are a province's own in a plan of a year: from 2025 on also of the merged."""
    if year < MERGED_ON.year:
        return frozenset({name})
    later = {each.later for each in provinces().values() if name in (each.name, each.later)}
    merged = {each.name for each in provinces().values() if each.later in later}
    return frozenset({name} | later | merged)


def fold(name: str) -> str:
    """A name for comparing: small letters, one tone placement, no spaces or hyphens."""
    return re.sub(r"[\s'-]+", "", fold_tone(name)).lower()
