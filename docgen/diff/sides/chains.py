"""Things of several plans, each followed through the years in which it stands."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


@dataclass(eq=False)
class Chain(Generic[Thing]):
    """One thing, by the number of the plan in which it stands."""

    at: dict[int, Thing] = field(default_factory=dict)

    @property
    def last(self) -> Thing:
        """As the newest plan that has it says it."""
        return self.at[max(self.at)]


def chained(
    plans: Sequence[Mapping[Hashable, Thing]],
    pairs: Sequence[Mapping[Hashable, Hashable]],
    same: Mapping[int, Mapping[Hashable, Hashable]],
) -> list[Chain[Thing]]:
    """The things of all plans; the newest plan's first, in its order, then those that are gone.

    `plans` has the things of each plan by a key, `pairs` for each plan but the last the key in
    the next plan; `same` by plan and key what a thing is known by when it comes back later.
    """
    chains: list[Chain[Thing]] = []
    here: dict[Hashable, Chain[Thing]] = {}
    ended: dict[Hashable, Chain[Thing]] = {}
    for number, things in enumerate(plans):
        before, here = here, {}
        if number:
            here = {
                new: before[old]
                for old, new in pairs[number - 1].items()
                if old in before and new in things
            }
            staying = set(map(id, here.values()))
            gone = [(old, each) for old, each in before.items() if id(each) not in staying]
            ended |= {same[number - 1][old]: each for old, each in gone}
        for key, thing in things.items():
            if key not in here:
                known = same[number][key]
                here[key] = ended.pop(known) if known in ended else _begun(chains)
            here[key].at[number] = thing
    newest = [here[key] for key in plans[-1]]
    return [*newest, *_without(chains, newest)]


def _begun(chains: list[Chain[Thing]]) -> Chain[Thing]:
    chains.append(Chain())
    return chains[-1]


def _without(chains: Iterable[Chain[Thing]], known: Iterable[Chain[Thing]]) -> list[Chain[Thing]]:
    out = set(map(id, known))
    return [each for each in chains if id(each) not in out]
