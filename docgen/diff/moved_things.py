"""Which texts, tables, headings and agencies stand somewhere else, or in another order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from itertools import product

from docgen.diff.match import out_of_order
from docgen.diff.outline import Entry, Outline, Owner
from docgen.diff.pairing import Pairing
from docgen.diff.table_pairs import Held
from docgen.diff.words import same

ThingPair = tuple[Entry | Held | Owner, Entry | Held | Owner]


def moved_things(pairing: Pairing, tables: Sequence[tuple[Held, Held]]) -> set[ThingPair]:
    """The pairs that stand under something else, or in another order among all that stands there.

    Of a text and the heading or table that it changed places with the text moved, of two texts
    the one that was reworded. Under a heading
    that came or went, or a lead-in that did so alone, nothing moved: it counts with what is above.
    """
    pairs: list[ThingPair] = [pair for pair in pairing.owners if pair[0].kind != "list"]
    pairs += [*pairing.entries, *tables]
    together = set(pairing.entries)
    together |= {(one, part) for one, parts in pairing.divided for part in parts}
    together |= {(part, one) for parts, one in pairing.joined for part in parts}
    entries = [*pairing.old.entries, *pairing.new.entries]
    company = {entry.parent for entry in entries if entry not in pairing.known}
    alone = {entry for entry in entries if entry not in pairing.known} - company
    homes = _homes(pairing, pairing.old) | _homes(pairing, pairing.new)

    def home(thing: Entry | Held | Owner) -> tuple[Owner | None, Entry | None]:
        above = thing.parent if isinstance(thing, Entry) else None
        while above and above in alone:
            above = above.parent
        return thing.parent if isinstance(thing, Owner) else thing.owner, above

    moved: set[ThingPair] = set()
    groups: dict[Hashable, dict[tuple[int, int], ThingPair]] = defaultdict(dict)
    for one, other in pairs:
        (owner, above), (now, over) = home(one), home(other)
        # what stands below a text goes along with it
        went_along = (above, over) in together if above and over else above is over
        stayed = [
            pair
            for pair in product(homes.get(owner, [owner]), homes.get(now, [now]))
            if above or pairing.at_home(*pair)
        ]
        if went_along and stayed:
            groups[stayed[0], above, over][one.order, other.order] = one, other
        else:
            moved.add((one, other))
    for group in groups.values():
        texts = {at: (_content(one), _content(other)) for at, (one, other) in group.items()}
        steady = {at: _steadiness(*pair) for at, pair in group.items()}
        moved |= {group[at] for at in out_of_order(list(group), texts.__getitem__, steady)}
    return moved


def _homes(pairing: Pairing, outline: Outline) -> dict[Owner | None, list[Owner | None]]:
    """Where on paper that which stands under a heading would, if the heading were not there.

    That is under the heading before it, or else under what is above; of all others nothing is said.
    """
    known = {owner for pair in pairing.home for owner in pair}
    homes: dict[Owner | None, list[Owner | None]] = {}
    last: dict[Owner | None, Owner] = {}
    for owner in outline.owners:
        if owner.kind == "heading" and owner in known:
            last[owner.parent] = owner
        elif owner.kind == "heading":
            before = [last[owner.parent]] if owner.parent in last else []
            homes[owner] = [*before, *homes.get(owner.parent, [owner.parent])]
    return homes


def _steadiness(one: Entry | Held | Owner, other: Entry | Held | Owner) -> int:
    """A table or heading rather stays than a text, a text with the same words than one reworded."""
    if isinstance(one, Entry) and isinstance(other, Entry):
        return int(same(one.words, other.words))
    return 2


def _content(thing: Entry | Held | Owner) -> str:
    if isinstance(thing, Held):
        return "\0".join(column.title.value for column in thing.table.columns)
    agencies = thing.agencies if isinstance(thing, Owner) else ()
    return "\0".join((thing.place.text, *agencies))
