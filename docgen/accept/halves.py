"""An edit that is found as several changes: it comes home as a whole, or not at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from docgen.accept.align import Pair
from docgen.accept.change import Change
from docgen.accept.letters import ENDINGS
from docgen.accept.marks import bare
from docgen.accept.units import Line

REPLACED = "Chỗ này được thay bằng chỗ docgen chưa lấy được: quyết định cùng nhau."
FEWEST_WORDS = 2
WHOLE = "structure", "unproved"


def whole(found: Sequence[Change], sides: Sequence[Pair]) -> list[Change]:
    """The changes; a half of an edit whose other half is not taken is asked too.

    Halves are the lines between which words went from one to the other, and what else changed in
    a line whose mark became one that cannot be taken, or of which some is not borne out.
    """
    owner: dict[int, int] = {}
    for alone, stayed in _halves(sides):
        owner[id(alone)] = owner.setdefault(id(stayed), id(stayed))
    groups: defaultdict[int, list[Change]] = defaultdict(list)
    for change in found:
        groups[owner.get(id(change.spot), id(change.spot))].append(change)
    open_ones = {
        id(change)
        for spot, several in groups.items()
        if any(
            each.verdict in ("asked", "refused")
            and (each.kind in WHOLE or (spot in owner and each.kind != "look"))
            for each in several
        )
        for change in several
        if spot in owner or change.verdict == "applied"
    }
    return [_open(each) if id(each) in open_ones else each for each in found]


def _open(change: Change) -> Change:
    """A half that is asked: there is no answer to it alone."""
    if change.verdict == "applied":
        return replace(change, verdict="asked", why=REPLACED, edits=())
    return replace(change, choices=())


def _halves(sides: Sequence[Pair]) -> Iterator[tuple[Line, Line]]:
    """Each line that went or came with the one, as the Word file has it, that it shares words with.

    These stand in what it became, or in what it was: there alone.
    """
    for at, (old, new) in enumerate(sides):
        alone = old if new is None else new if old is None else None
        if not isinstance(alone, Line):
            continue
        words = bare(alone).rstrip(f"{ENDINGS}: ")
        for there in (sides[at + 1 :], sides[:at][::-1]):
            one, other = next(((a, b) for a, b in there if a and b), (None, None))
            if not isinstance(one, Line) or not isinstance(other, Line):
                continue
            has, not_yet = (other, one) if new is None else (one, other)
            if (
                len(words.split()) >= FEWEST_WORDS
                and words in has.text
                and words not in not_yet.text
            ):
                yield alone, other
                break
