"""The agencies of two plans: who is named, who was succeeded by whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from docgen.agencies import find
from docgen.model import Agency, Plan


class Offices:
    """The agencies of one plan, by key."""

    def __init__(self, plan: Plan) -> None:
        self.agencies: Mapping[str, Agency] = plan.agencies

    def keys(self, references: Iterable[str]) -> tuple[str, ...]:
        """The keys of the agencies that an assignment refers to; what is unknown stays as it is."""
        return tuple(find(each, self.agencies) or each for each in references)

    def name(self, key: str) -> str:
        """The official name, or the key itself where the agency is unknown."""
        agency = self.agencies.get(key)
        return agency.name.value if agency and agency.name else key

    def mentioned(self, text: str) -> tuple[str, ...]:
        """The agencies that a text names by an official or a short name, longest name first."""
        found = (self._keys_by_name[match[0].casefold()] for match in self._pattern.finditer(text))
        return tuple(dict.fromkeys(found))

    @cached_property
    def _keys_by_name(self) -> dict[str, str]:
        names: dict[str, str] = {}
        for key, agency in self.agencies.items():
            for text in (agency.name, *agency.short):
                if text:
                    names.setdefault(text.value.casefold(), key)
        return names

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        names = sorted(self._keys_by_name, key=len, reverse=True)
        any_name = "|".join(map(re.escape, names)) or "(?!)"
        return re.compile(rf"(?<!\w)(?:{any_name})(?!\w)", re.IGNORECASE)


def successions(plans: Sequence[Plan]) -> dict[str, str]:
    """Who succeeded whom by the facts of all plans: key → the key that took over in the end."""
    direct = {
        key: agency.successor.value
        for plan in plans
        for key, agency in plan.agencies.items()
        if agency.successor
    }

    def last(key: str, seen: frozenset[str]) -> str:
        follower = direct.get(key)
        return key if follower is None or follower in seen else last(follower, seen | {follower})

    return {key: last(key, frozenset({key})) for key in direct}
