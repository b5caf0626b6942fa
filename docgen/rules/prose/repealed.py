"""Documents that are no longer in force: `data/repealed.txt`, each with its date and successor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from docgen.vietnamese import parse_day

_DATA = Path(__file__).parents[2] / "data"


class Repealed(NamedTuple):
    """A document, of which law and year, the first day without force, and what took its place."""

    symbol: str
    law: str
    year: int
    since: date
    successor: str


@cache
def by_symbol() -> Mapping[str, Repealed]:
    """Every repealed document by its number and symbol."""
    found = {}
    for line in (_DATA / "repealed.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        symbol, law, year, since, successor = (part.strip() for part in line.split("|"))
        day = parse_day(since)
        assert day
        found[symbol] = Repealed(symbol, law, int(year), day, successor)
    return found


@cache
def by_law() -> Mapping[str, Sequence[Repealed]]:
    """The repealed laws of each name, the oldest first."""
    found: dict[str, list[Repealed]] = {}
    for each in sorted(by_symbol().values(), key=lambda one: one.since):
        if each.law:
            found.setdefault(each.law, []).append(each)
    return found
