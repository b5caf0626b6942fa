"""Rows that exchanged nothing but their names: known by their codes and cells, not by the names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from docgen.diff.contents import Contents
from docgen.diff.line import Line
from docgen.diff.rows import Rows

LinePair = tuple[Line, Line]
Slot = tuple[Line | None, str | int]  # the group, and the code there or the place of a row without


def same_group(one: Line, other: Line, pairs: set[LinePair]) -> bool:
    """Whether two rows stand under the same group, or both under none."""
    if one.parent is None or other.parent is None:
        return one.parent is other.parent
    return (one.parent, other.parent) in pairs


def group_of(line: Line, known: AbstractSet[Line]) -> Line | None:
    """What a row stands under; where that group came or went alone, what is above it."""
    group = line.parent
    while group and group not in known:
        group = group.parent
    return group


def names_exchanged(
    pairs: Sequence[LinePair],
    groups: AbstractSet[LinePair],
    tables: tuple[Rows, Rows],
    below: Mapping[Line, Contents],
) -> list[LinePair]:
    """The pairs, with rows whose names went round among the same codes paired by their codes.

    So that fewer changes are told: `groups` are the pairs of what they stand under, `below` the
    names of the rows under each.
    """
    slots = [_slots(rows) for rows in tables]
    there: dict[Line | None, Line | None] = {None: None, **dict(groups)}
    now = {slots[1][other]: (one, other) for one, other in pairs if other in slots[1]}
    found = dict(pairs)
    seen: set[LinePair] = set()
    for pair in pairs:
        if pair not in seen:
            ring = _ring(pair, now, slots[0], there)
            seen |= set(ring)
            by_code = [(one, ring[at - 1][1]) for at, (one, _) in enumerate(ring)]
            moves = len(ring) if pair[0].code else 1
            named = _differences(ring, tables, below) + moves
            if len(ring) > 1 and _differences(by_code, tables, below) + len(ring) < named:
                found |= dict(by_code)
    return list(found.items())


def _ring(
    pair: LinePair,
    now: Mapping[Slot, LinePair],
    slots: Mapping[Line, Slot],
    there: Mapping[Line | None, Line | None],
) -> list[LinePair]:
    """Pairs each of which stands now where the one after it stood, the last behind the first."""
    ring = [pair]
    while True:
        group, own = slots.get(ring[-1][0], (None, ""))
        before = now.get((there.get(group), own)) if own != "" and group in there else None
        if before is None:
            return []
        if before == pair:
            return ring[::-1]
        ring.append(before)


def _slots(rows: Rows) -> dict[Line, Slot]:
    """By row its group with its code there, or its place in it where it has none."""
    places: Counter[Line | None] = Counter()
    found: dict[Slot, list[Line]] = defaultdict(list)
    for line in rows.lines:
        found[line.parent, line.code or places[line.parent]].append(line)
        places[line.parent] += 1
    return {lines[0]: slot for slot, lines in found.items() if len(lines) == 1}


def _differences(
    pairs: Iterable[LinePair], tables: tuple[Rows, Rows], below: Mapping[Line, Contents]
) -> int:
    """How many cells differ, and names of rows below."""
    return sum(
        sum(
            tables[0].content(one, key) != tables[1].content(other, key)
            for key in _own(one, other, tables)
        )
        + len(below.get(one, Contents()) ^ below.get(other, Contents()))
        for one, other in pairs
    )


def _own(one: Line, other: Line, tables: tuple[Rows, Rows]) -> set[str]:
    """The columns of both tables in which a row has a cell of its own, its code and name apart."""
    common = tables[0].columns.keys() & tables[1].columns.keys()
    return {key for key in (*one.cells, *other.cells) if key in common} - {
        *tables[0].titles,
        *tables[1].titles,
    }
