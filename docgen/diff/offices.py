"""The agencies of two plans: who is named, who was succeeded by whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from docgen.plan.agencies import find
from docgen.plan.model import Agency, Plan
from docgen.plan.reading_order import Printed
from docgen.plan.source import Text
from docgen.rules.prose.held import Held
from docgen.rules.prose.mentions import Names


class Offices:
    """The agencies of one plan, by key; `known_as` has the keys that another plan gives them."""

    def __init__(self, plan: Plan, known_as: Mapping[str, str]) -> None:
        self._known_as = known_as
        self._own: Mapping[str, Agency] = plan.agencies
        self.agencies = {known_as.get(key, key): agency for key, agency in self._own.items()}
        self._names = Names(plan.agencies)

    def keys(self, references: Iterable[str]) -> tuple[str, ...]:
        """The keys of the agencies that an assignment refers to; what is unknown stays as it is."""
        keys = (find(each, self._own) or each for each in references)
        return tuple(self._known_as.get(key, key) for key in keys)

    def name(self, key: str) -> str:
        """The official name, or the key itself where the agency is unknown."""
        agency = self.agencies.get(key)
        return agency.name.value if agency and agency.name else key

    def mentioned(self, texts: Iterable[Text]) -> set[str]:
        """The keys of the agencies that some texts name, however they spell them."""
        printed = Held([Printed(text, "cell") for text in texts])
        keys = (mention.key for mention in self._names.mentions(printed))
        return {self._known_as.get(key, key) for key in keys}


def known_as(new: Plan, old: Plan) -> dict[str, str]:
    """The agencies of a plan that another one has by the same name under another key."""
    ours, theirs = (
        {agency.name.value: key for key, agency in plan.agencies.items() if agency.name}
        for plan in (new, old)
    )
    return {
        key: theirs[name]
        for name, key in ours.items()
        if name in theirs and key not in old.agencies and theirs[name] not in new.agencies
    }


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
