"""Who a paper names, as the keys of agencies.yaml, and the edits that give a task to them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from docgen.accept.change import value_at
from docgen.edit.edits import AddKey, Edit, Put, Reword, Steps, place_of
from docgen.plan.agencies import find
from docgen.plan.model import Agency
from docgen.plan.source import Source, Text

CALLED = "agency", "agencies"
NOBODY = re.compile(r"(?!)")


class Assigned(NamedTuple):
    """An assignment of the content, and whom it names, as it is written there."""

    source: Source
    place: Steps
    names: tuple[str, ...]


def assigned(text: Text) -> Assigned | None:
    """The assignment that a text stands in, or names the agency of."""
    place = place_of(text)
    for length in range(len(place) - 1, 0, -1):
        value = value_at(text.source, place[:length])
        if isinstance(value, dict) and not value.keys().isdisjoint(CALLED):
            one, several = (value.get(key) for key in CALLED)
            names = [one] if isinstance(one, str) else []
            names += [each for each in several or () if isinstance(each, str)]
            return Assigned(text.source, place[:length], tuple(names))
    return None


def official(words: str, agencies: Mapping[str, Agency]) -> str | None:
    """The key of the agency that prints just these words."""
    key = find(words, agencies)
    return key if key and agencies[key].name.value == words else None


def names_pattern(agencies: Mapping[str, Agency]) -> re.Pattern[str]:
    """The official names, one or several in one line."""
    names = sorted((each.name.value for each in agencies.values()), key=len, reverse=True)
    one = "|".join(map(re.escape, names))
    return re.compile(rf"\b(?:{one})(?:, (?:{one}))*(?!\w)") if names else NOBODY


def given_to(called: Assigned, words: str, agencies: Mapping[str, Agency]) -> Sequence[Edit]:
    """The edits that give an assignment to the agencies that the words name; none: no such."""
    keys = _keys(words, agencies)
    if not keys or not called.names:
        return ()
    known = {find(each, agencies): each for each in called.names}
    by_key = called.names[0] in agencies
    said = [known.get(key, key if by_key else agencies[key].name.value) for key in keys]
    source, place = called.source, called.place
    one, several = (value_at(source, (*place, key)) for key in CALLED)
    if isinstance(one, str) and several is None:
        first: list[Edit] = [Reword(source, (*place, "agency"), one, said[0])]
        more = AddKey(source, place, "agencies", [*said[1:]], after="agency")
        return [*(first if said[0] != one else ()), *([more] if said[1:] else ())]
    return [Put(source, (*place, "agencies"), [*said])] if one is None else ()


def _keys(words: str, agencies: Mapping[str, Agency]) -> list[str]:
    """The keys of the agencies whose official names stand in one line; [] where others do."""
    for key, agency in agencies.items():
        name = agency.name.value
        if words == name:
            return [key]
        rest = words.removeprefix(f"{name}, ")
        if rest != words and (others := _keys(rest, agencies)):
            return [key, *others]
    return []
