"""Decisions carried out: what was taken becomes edits of the content, proved as `accept` does it.

The paper with all taken wishes met is held against the content as if it were one Word file.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from docgen.accept.look import Accepted, held
from docgen.gather.collect import Gathering
from docgen.gather.decision import TAKEN, Decided
from docgen.gather.opinion import Opinion
from docgen.gather.wish import fulfilled


@dataclass(frozen=True)
class Taken:
    """What the decisions come to.

    `accepted`: the edits that are proved, and what is left. `by_hand`: taken, but only a person can
    write it. `clashes`: both taken though they contradict; then nothing is written.
    """

    accepted: Accepted | None
    by_hand: tuple[Opinion, ...] = ()
    clashes: tuple[tuple[Opinion, Opinion], ...] = ()
    unknown: int = 0
    undecided: int = 0


def take(gathering: Gathering, decided: Decided, folder: Path, root: Path) -> Taken:
    """What the decisions make of the plan in `folder`; nothing is written here."""
    opinions = gathering.gathered.opinions
    by_number = {each.number: each for each in opinions}
    verdicts = {key: each.verdict for key, each in decided.decisions.items()}
    chosen = [each for each in opinions if verdicts.get(each.key) == TAKEN]
    taken = {each.number for each in chosen}
    clashes = tuple(
        (each, by_number[other])
        for each in chosen
        for other in each.against
        if other in taken and each.number < other
    )
    by_hand = tuple(each for each in chosen if not each.wishes)
    keys = {each.key for each in opinions}
    counts = {
        "unknown": sum(bool(verdict) and key not in keys for key, verdict in verdicts.items()),
        "undecided": sum(not verdicts.get(each.key) for each in opinions),
    }
    base = gathering.base
    if clashes or base is None:
        return Taken(None, by_hand, clashes, **counts)
    wishes = dict.fromkeys(wish for each in chosen for wish in each.wishes)
    wanted = fulfilled(base.paper.units, wishes)
    return Taken(held(base, wanted, folder, root), by_hand, (), **counts)
