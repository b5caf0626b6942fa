"""The agencies of two plans: who is named, who was succeeded by whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from docgen.plan.agencies import find
from docgen.plan.model import Agency, Plan
from docgen.plan.reading_order import Printed
from docgen.plan.source import Text
from docgen.rules.prose.mentions import Names


class Offices:
    """The agencies of one plan, by key."""

    def __init__(self, plan: Plan) -> None:
        self.agencies: Mapping[str, Agency] = plan.agencies
        self._names = Names(plan.agencies)

    def keys(self, references: Iterable[str]) -> tuple[str, ...]:
        """The keys of the agencies that an assignment refers to; what is unknown stays as it is."""
        return tuple(find(each, self.agencies) or each for each in references)

    def name(self, key: str) -> str:
        """The official name, or the key itself where the agency is unknown."""
        agency = self.agencies.get(key)
        return agency.name.value if agency and agency.name else key

    def mentioned(self, texts: Iterable[Text]) -> set[str]:
        """The keys of the agencies that some texts name, however they spell them."""
        printed = (Printed(text, "cell") for text in texts)
        return {mention.key for mention in self._names.mentions(printed)}


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
