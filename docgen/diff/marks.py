"""Lists that are counted in another way: `a), b)` became `1., 2.`, or dashes.

What cites `điểm a` then leads nowhere. A number that only moved on is none: what stands before
says so; nor is a sign that nobody cites where its list grew or shrank, for a lone text has none,
or where what heads the list is marked otherwise itself.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass

from docgen.diff.changes import Change, Changed, Place, Subject
from docgen.diff.moved_things import ThingPair
from docgen.diff.outline import STEP, Entry, Outline, Owner
from docgen.diff.pairing import Pairing
from docgen.diff.words import spans, words_of

ASPECT = "marker"
WORDS = "cách đánh số, đánh dấu"
_Thing = Entry | Owner
NO_MARK = "không có số hay dấu"
_COUNTED = ((re.compile(r"\d+(?:\.\d+)*"), "1"), (re.compile(r"^[IVXLC]+(?=\.$)"), "I"),
            (re.compile(r"^[^\W\d_I]"), "a"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Marked:
    """An entry of a list that stayed, and what stood and stands before it."""

    sides: tuple[_Thing, _Thing]
    marks: tuple[str, str]


def mark_changes(pairing: Pairing, moved: Collection[ThingPair]) -> Iterator[Change]:
    """One change for each list; of what moved, or lost its lead-in, its new place says it."""
    lists: dict[Hashable, list[_Marked]] = defaultdict(list)
    entries = {*pairing.entries, (None, None)}
    sizes = [Counter(map(_list, outline.entries)) for outline in (pairing.old, pairing.new)]
    pairs: list[tuple[_Thing, _Thing]] = [*pairing.owners]
    pairs += [pair for pair in pairing.entries if (pair[0].parent, pair[1].parent) in entries]
    for one, other in pairs:
        marks = pairing.old.mark(one), pairing.new.mark(other)
        styles = _style(marks[0]), _style(marks[1])
        stayed = (one, other) not in moved and pairing.at_home(_above(one), _above(other))
        if styles[0] == styles[1] or not stayed:
            continue
        cited = any(style.strip("(")[:1].isalnum() for style in styles)
        as_long = sizes[0][_list(one)] == sizes[1][_list(other)]
        if cited or (as_long and _head(pairing.old, one) == _head(pairing.new, other)):
            lists[_list(one), _list(other), styles].append(_Marked((one, other), marks))
    yield from map(_change, lists.values())


def _above(thing: _Thing) -> Owner | None:
    return thing.owner if isinstance(thing, Entry) else thing.parent


def _list(thing: _Thing) -> Hashable:
    return type(thing), _above(thing), thing.parent


def _head(outline: Outline, thing: _Thing) -> str:
    """How what heads the list of a thing is marked itself."""
    return _style(outline.mark(thing.parent)) if thing.parent else ""


def _style(mark: str) -> str:
    """How a mark counts: `1.` for `3.` and `2.1.`, `a)` for `đ)`."""
    for counted, sample in _COUNTED:
        mark = counted.sub(sample, mark)
    return mark


def _change(marked: Sequence[_Marked]) -> Change:
    one, other = marked[0].sides
    texts = [
        ", ".join(dict.fromkeys(each.marks[side] for each in marked)) or NO_MARK for side in (0, 1)
    ]
    agencies = {
        key for each in marked for side in each.sides if (its := _above(side))
        for key in its.agencies
    }  # fmt: skip
    return Changed(
        subject=one.subject if isinstance(one, Entry) else Subject.HEADING,
        old=_place(one, texts[0]),
        new=_place(other, texts[1]),
        aspect=ASPECT,
        agencies=tuple(sorted(agencies)),
        spans=spans(*(words_of([text], str) for text in texts)),
    )


def _place(thing: _Thing, text: str) -> Place:
    above = _above(thing)
    label = above.place.label if above else thing.place.label
    if isinstance(thing, Entry):
        return Place(text, f"{label}{STEP}{WORDS}", thing.place.where)
    return Place(text, label, thing.place.where, WORDS)
