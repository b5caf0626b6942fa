"""What several edits make of one text: the words that each of them changes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise

from docgen.edit.edits import Edit, Put, Reword, Steps
from docgen.plan.source import Source

TOKEN = re.compile(r"\{\{.*?\}\}|\s+|\w+|[^\w\s]", re.DOTALL)


def together(edits: Iterable[Edit], later: Iterable[Edit] = ()) -> list[Edit]:
    """The edits and those that come later, one for each text.

    Where both reword one text, it gets the words of both; where these touch, or a value is put
    there, the later edit stands.
    """
    found: list[Edit] = []
    places: dict[tuple[Source, Steps], int] = {}
    for each in (*edits, *later):
        place = each.source, each.place
        before = found[places[place]] if place in places else None
        if not isinstance(each, Reword | Put):
            found.append(each)
        elif before is None:
            places[place] = len(found)
            found.append(each)
        else:
            found[places[place]] = _both(before, each)
    return found


def _both(one: Edit, other: Edit) -> Edit:
    if not isinstance(one, Reword) or not isinstance(other, Reword) or one.old != other.old:
        return other
    words = merged(one.old, one.new, other.new)
    return other if words is None else replace(other, new=words)


def merged(base: str, ours: str, theirs: str) -> str | None:
    """A text that two have changed, with the changes of both; None where these touch."""
    words, mine, others = (TOKEN.findall(each) for each in (base, ours, theirs))
    changes = sorted({*_changes(words, mine), *_changes(words, others)})
    for (_, end, _), (start, _, _) in pairwise(changes):
        if start <= end:
            return None
    for start, end, said in reversed(changes):
        words[start:end] = said
    return "".join(words)


def _changes(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, tuple[str, ...]]]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [(a, b, tuple(new[c:d])) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]
