"""Headings, agencies, tasks and paragraphs: what was added, dropped, reworded, moved."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from docgen.diff.changes import (
    Added,
    Change,
    Changed,
    Divided,
    Joined,
    Merged,
    Moved,
    Place,
    Removed,
    Renamed,
    Split,
    Subject,
)
from docgen.diff.moved_things import ThingPair
from docgen.diff.outline import STEP, Entry, Outline, Owner
from docgen.diff.pairing import Pairing, Succession, holders_of
from docgen.diff.words import joined_lines, same, shown, spans, words_of

OWNER_SUBJECTS = {
    "heading": Subject.HEADING,
    "assignment": Subject.AGENCY,
    "appendix": Subject.APPENDIX,
}


def text_changes(pairing: Pairing, moved: Collection[ThingPair]) -> Iterator[Change]:
    """Everything that changed between two outlines, tables and head apart."""
    yield from _agency_changes(pairing)
    yield from _owner_changes(pairing, moved)
    yield from _entry_changes(pairing, moved)


# ------------------------------------------------------------------------------- agencies


def _agency_changes(pairing: Pairing) -> Iterator[Change]:
    for merger in pairing.merged:
        yield Merged(
            subject=Subject.AGENCY,
            old=_former(merger, pairing.old),
            new=_office(pairing.new, merger.follower, merger.home),
            agencies=tuple(sorted((*merger.keys, merger.follower))),
        )
    for division in pairing.split:
        yield Split(
            subject=Subject.AGENCY,
            old=_office(pairing.old, division.follower, division.home),
            new=_former(division, pairing.new),
            agencies=tuple(sorted((*division.keys, division.follower))),
        )
    before, after = holders_of(pairing.old), holders_of(pairing.new)
    for key in sorted(before.keys() & after.keys()):
        one = _office(pairing.old, key, before[key])
        other = _office(pairing.new, key, after[key])
        if one.text != other.text:
            yield Renamed(
                subject=Subject.AGENCY, old=one, new=other, agencies=(key,),
                spans=spans(words_of([one.text], str), words_of([other.text], str)),
            )  # fmt: skip


def _office(outline: Outline, key: str, owner: Owner) -> Place:
    return Place(outline.offices.name(key), owner.place.label, owner.place.where)


def _former(succession: Succession, outline: Outline) -> Place:
    names = "; ".join(outline.offices.name(key) for key in succession.keys)
    first = succession.owners[0].place
    return Place(names, first.label, first.where)


# ------------------------------------------------------------------- headings, assignments


def _owner_changes(pairing: Pairing, moved: Collection[ThingPair]) -> Iterator[Change]:
    for one, other in pairing.owners:
        if (one, other) in moved:
            yield _owner_change(Moved, one, other)
        if (one.own_title or other.own_title) and not same(one.words, other.words):
            yield _owner_change(Renamed, one, other)
        elif one.agencies and other.agencies and {*one.agencies} != {*other.agencies}:
            yield _agencies_change(pairing, one, other)


def _owner_change(kind: type[Change], one: Owner, other: Owner) -> Change:
    return kind(
        subject=OWNER_SUBJECTS[one.kind],
        old=one.place,
        new=other.place,
        agencies=_agencies(one, other),
        spans=spans(one.words, other.words),
    )


def _agencies_change(pairing: Pairing, one: Owner, other: Owner) -> Change:
    """Other agencies under the same title: each side names its own."""
    places = [
        replace(owner.place, text="; ".join(map(outline.offices.name, owner.agencies)))
        for owner, outline in ((one, pairing.old), (other, pairing.new))
    ]
    return Changed(
        subject=Subject.AGENCY,
        old=places[0],
        new=places[1],
        aspect="agencies",
        agencies=_agencies(one, other),
        spans=spans(*(words_of([place.text], str) for place in places)),
    )


def _agencies(one: Owner | None, other: Owner | None) -> tuple[str, ...]:
    return tuple(sorted({key for owner in (one, other) if owner for key in owner.agencies}))


# -------------------------------------------------------------------------- tasks and texts


def _entry_changes(pairing: Pairing, moved: Collection[ThingPair]) -> Iterator[Change]:
    for one, other in pairing.entries:
        if (one, other) in moved:
            yield _placed(pairing, one, other)
        elif not same(one.words, other.words):
            yield _entry_change(Changed, one, other)
    yield from (_several(Divided, (one,), parts) for one, parts in pairing.divided)
    yield from (_several(Joined, parts, (one,)) for parts, one in pairing.joined)
    olds, news = (
        [entry for entry in outline.entries if entry not in pairing.known]
        for outline in (pairing.old, pairing.new)
    )
    yield from (_entry_change(Removed, entry, None) for entry in olds)
    yield from (_entry_change(Added, None, entry) for entry in news)


def _placed(pairing: Pairing, one: Entry, other: Entry) -> Change:
    """A text that moved; what it stands beside says where, if its number does not."""
    change = _entry_change(Moved, one, other)
    if one.place.label != other.place.label:
        return change
    return replace(change, old=_beside(pairing.old, one), new=_beside(pairing.new, other))


def _beside(outline: Outline, entry: Entry) -> Place:
    neighbour = outline.beside(entry)
    if not neighbour:
        return entry.place
    return replace(entry.place, label=f"{entry.place.label}, {neighbour}")


def _several(kind: type[Change], olds: Sequence[Entry], news: Sequence[Entry]) -> Change:
    """One text on one side, several on the other, a line each; `spans` tells what stayed."""
    words = [joined_lines(entry.words for entry in entries) for entries in (olds, news)]
    change = _entry_change(kind, olds[0], news[0])
    places = [
        replace(entries[0].place, text=shown(said), label=_label(entries))
        for entries, said in zip((olds, news), words, strict=True)
    ]
    agencies = {key for entry in (*olds, *news) for key in entry.owner.agencies}
    return replace(
        change,
        old=places[0],
        new=places[1],
        agencies=tuple(sorted(agencies)),
        spans=spans(*words),
    )


def _label(entries: Sequence[Entry]) -> str:
    """The way to the first text, and what the others are called beside it."""
    steps = [entry.place.label.split(STEP) for entry in entries]
    own = [
        step[-1] if entry.owner is entries[0].owner else f"{step[-1]} của {step[-2]}"
        for entry, step in zip(entries, steps, strict=True)
    ]
    return STEP.join((*steps[0][:-1], " và ".join(filter(None, (", ".join(own[:-1]), own[-1])))))


def _entry_change(kind: type[Change], one: Entry | None, other: Entry | None) -> Change:
    entries = [entry for entry in (one, other) if entry]
    subjects = {entry.subject for entry in entries}
    return kind(
        subject=Subject.TASK if Subject.TASK in subjects else min(subjects),
        old=one.place if one else None,
        new=other.place if other else None,
        agencies=_agencies(one.owner if one else None, other.owner if other else None),
        spans=spans(one.words, other.words) if one and other else (),
    )
