"""Which owners and which texts of two outlines belong together.

Lists are paired by name, assignments by their agencies, headings and appendices by their
titles; a successor's assignment is home to the tasks of those it succeeds. Then each text
is paired with the nearest one, wherever it stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass

from docgen.diff.changes import Subject
from docgen.diff.contents import contained, contents_of, share, sizes_of, titles_of
from docgen.diff.match import matched
from docgen.diff.outline import Entry, Outline, Owner
from docgen.diff.text_pairs import NEAR, paired_texts
from docgen.diff.words import keys, same, similarity

NEAR_ELSEWHERE = 0.8  # for a heading under another heading: they are short and much alike
HALF = 0.5  # of the agencies of two assignments must be the same, unless all of one are the other's
_BY_PLACE = ("heading", "appendix")
HOME = 0.1  # what it counts for that two texts already stand under the same owner


@dataclass(frozen=True)
class Succession:
    """Agencies that the one plan names and the other does not, and the successor it names."""

    keys: tuple[str, ...]
    owners: tuple[Owner, ...]
    follower: str
    home: Owner


class Pairing:
    """The pairs of two outlines, and `home`: the owner pairs between which nothing moves."""

    def __init__(self, old: Outline, new: Outline, successors: Mapping[str, str]) -> None:
        self.old, self.new = old, new
        self.merged = list(_successions(old, new, successors))
        self.split = list(_successions(new, old, successors))
        self.owners: list[tuple[Owner, Owner]] = []
        self._contents = contents_of(old) | contents_of(new)
        self._sizes = sizes_of(old) + sizes_of(new)
        self._appendices = _appendices(old) | _appendices(new)
        self._pair_sure_headings()
        self._pair_owners()
        while self._pair_last_ones():
            self._pair_owners()
        self.home = set(self.owners)
        self.home |= {(owner, each.home) for each in self.merged for owner in each.owners}
        self.home |= {(each.home, owner) for each in self.split for owner in each.owners}
        self._pair_texts()
        self._pair_headings_by_their_texts()

    def at_home(self, one: Owner | None, other: Owner | None) -> bool:
        """Whether what stands under `one` is where it was when it now stands under `other`."""
        if one is None or other is None:
            return one is other
        return (one, other) in self.home

    def _pair_owners(self) -> None:
        deepest = max((_depth(owner) for owner in (*self.old.owners, *self.new.owners)), default=0)
        headings = (("heading", depth) for depth in range(deepest + 1))
        for kind, depth in (
            ("list", None), ("appendix", None), *headings, ("heading", None), ("assignment", None),
        ):  # fmt: skip
            taken = {owner for pair in self.owners for owner in pair}
            olds, news = (
                [
                    owner for owner in outline.owners
                    if owner.kind == kind and owner not in taken and depth in (None, _depth(owner))
                ] for outline in (self.old, self.new)
            )  # fmt: skip
            found = matched(olds, news, self._identity, self._owner_nearness)
            self.owners += [(olds[i], news[j]) for i, j in found]
        self._pair_agencies_that_are_headings()

    def _pair_sure_headings(self) -> None:
        """A title of which each plan has one, over much the same: at whatever depth it stands."""
        named = [_by_title(outline, "heading") for outline in (self.old, self.new)]
        self.owners += [
            (one, named[1][title])
            for title, one in named[0].items()
            if title in named[1] and self._share(one, named[1][title]) >= HALF
        ]

    def _pair_agencies_that_are_headings(self) -> None:
        """An assignment whose agency is now a heading, with the same words, or the other way."""
        known = {owner for pair in self.owners for owner in pair}
        for kinds in (("heading", "assignment"), ("assignment", "heading")):
            olds, news = (
                _by_title(outline, kind)
                for outline, kind in zip((self.old, self.new), kinds, strict=True)
            )
            self.owners += [
                (one, news[title])
                for title, one in olds.items()
                if title in news and not known & {one, news[title]}
            ]

    def _pair_last_ones(self) -> bool:
        """Whether a title left over on each side, alone and in one place, was paired."""
        known = {owner for pair in self.owners for owner in pair}
        parents = [*self.owners, (None, None)]
        found = []
        for above, over in parents:
            olds, news = (
                [o for o in outline.owners if o.parent is parent and o.kind in _BY_PLACE]
                for outline, parent in ((self.old, above), (self.new, over))
            )
            left = [o for o in olds if o not in known], [o for o in news if o not in known]
            if [len(each) for each in left] == [1, 1]:
                one, other = left[0][0], left[1][0]
                if olds.index(one) == news.index(other) and _could_be_one(one, other):
                    found.append((one, other))
        self.owners += found
        return bool(found)

    def _share(self, one: Owner, other: Owner) -> float:
        return share(self._contents[one], self._contents[other])

    def _identity(self, owner: Owner) -> Hashable:
        """What sets an owner apart from all others; a title is known with what it is over.

        A heading over one thing alone is known by itself: then it is the thing that moved.
        """
        alone = owner.kind == "heading" and self._sizes[owner] <= 1
        below = self._contents[owner] if owner.kind in _BY_PLACE and not alone else None
        return (owner.kind, owner.name, *sorted(owner.agencies), keys(owner.words), below)

    def _owner_nearness(self, one: Owner, other: Owner) -> float:
        home = (one.parent, other.parent) in self.owners
        if one.kind == "list":
            return float(one.name == other.name)
        if one.kind == "assignment" and one.agencies and other.agencies:
            every = {*one.agencies, *other.agencies}
            both = {*one.agencies} & {*other.agencies}
            shared = len(both) / len(every)
            whole = both in ({*one.agencies}, {*other.agencies})
            return shared + HOME * home if shared >= HALF or (both and whole) else 0
        if one.kind == "assignment" and same(one.words, other.words):
            return 1 + HOME * home
        near = similarity(one.words, other.words)
        below = 0 if one.kind == "assignment" else self._share(one, other)
        stayed = one.kind == "appendix" and self._is_left(one, other)
        known = near >= (NEAR if home else NEAR_ELSEWHERE) or below >= HALF or stayed
        return near + below + HALF * stayed + HOME * home if known else 0

    def _is_left(self, one: Owner, other: Owner) -> bool:
        """Whether one appendix is what is left of the other, in its place: more went elsewhere."""
        there = self._appendices[one] == self._appendices[other]
        return there and contained(self._contents[one], self._contents[other]) >= HALF

    def _pair_texts(self) -> None:
        self.entries: list[tuple[Entry, Entry]] = []
        self.divided: list[tuple[Entry, tuple[Entry, ...]]] = []
        self.joined: list[tuple[tuple[Entry, ...], Entry]] = []
        self.known: set[Entry] = set()
        for pool in (Subject.RECIPIENT, Subject.ADDRESSEE, None):
            olds, news = (
                [entry for entry in outline.entries if _pool(entry) is pool]
                for outline in (self.old, self.new)
            )
            found = paired_texts(olds, news, self.at_home)
            self.entries += found.pairs
            self.divided += found.divided
            self.joined += found.joined
            self.known |= found.known

    def _pair_headings_by_their_texts(self) -> None:
        """A heading of quite other words is the same heading if most of its texts are."""
        taken = {owner for pair in self.owners for owner in pair}
        sizes = Counter(entry.owner for entry in (*self.old.entries, *self.new.entries))
        shared = Counter((one.owner, other.owner) for one, other in self.entries)
        for (one, other), count in shared.items():
            kinds = {one.kind, other.kind}
            most = 2 * count > max(sizes[one], sizes[other])
            if most and kinds == {"heading"} and not taken & {one, other}:
                self.owners.append((one, other))
                self.home.add((one, other))


def _successions(
    before: Outline, after: Outline, successors: Mapping[str, str]
) -> Iterator[Succession]:
    """The agencies with tasks in `before` whose tasks are a successor's in `after`."""
    holders, homes = holders_of(before), holders_of(after)
    gone: dict[str, list[str]] = {}
    for key in holders:
        follower = successors.get(key)
        if follower and key not in homes and follower in homes:
            gone.setdefault(follower, []).append(key)
    for follower, keys_gone in gone.items():
        owners = tuple(holders[key] for key in keys_gone)
        yield Succession(tuple(keys_gone), owners, follower, homes[follower])


def holders_of(outline: Outline) -> dict[str, Owner]:
    """The first assignment of each agency, by key."""
    holders: dict[str, Owner] = {}
    for owner in outline.owners:
        for key in owner.agencies:
            holders.setdefault(key, owner)
    return holders


def _by_title(outline: Outline, kind: str) -> dict[str, Owner]:
    """By its words, capitals apart, each owner of this kind whose words no other has."""
    owners = [owner for owner in outline.owners if owner.kind == kind and owner.words]
    counts = Counter(owner.place.text.casefold() for owner in owners)
    named = {owner.place.text.casefold(): owner for owner in owners}
    return {title: owner for title, owner in named.items() if counts[title] == 1}


def _could_be_one(one: Owner, other: Owner) -> bool:
    """A heading has one place; an appendix of another title and table is another appendix."""
    if one.kind == other.kind == "heading":
        return True
    titles = [
        frozenset[Hashable]().union(*map(titles_of, owner.tables.values()))
        for owner in (one, other)
    ]
    return one.kind == other.kind and share(*titles) >= HALF


def _appendices(outline: Outline) -> dict[Owner, int]:
    """The appendices of a plan with their numbers."""
    return {owner: number for number, owner in enumerate(outline.appendices)}


def _depth(owner: Owner) -> int:
    return 0 if owner.parent is None else 1 + _depth(owner.parent)


def _pool(entry: Entry) -> Subject | None:
    """Recipients and addressees are compared among themselves, all other texts together."""
    apart = (Subject.RECIPIENT, Subject.ADDRESSEE)
    return entry.subject if entry.subject in apart else None
