"""A new line that opens a list: the first below a point that had none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from docgen.accept.align import Pair
from docgen.accept.ask import KEEP
from docgen.accept.blocks import NEW_KIND, Blocks
from docgen.accept.change import Change, Choice, value_at
from docgen.accept.letters import ENDINGS, Unsayable, literal
from docgen.accept.marks import bare, mark_of
from docgen.accept.units import Line
from docgen.accept.words import line_changes
from docgen.edit.edits import AddKey, Delete, Edit, Insert, Reword
from docgen.edit.yaml_writer import Tree

WHY = "thêm trong Word"
AS_WORD = "thêm ý này ở dưới “{}”"
MARKERS = {"-": "dash", "+": "plus", "•": "•", "letter": "letter", "bracket": "(1)"}
MOST_WORDS = 8


class FirstBelow:
    """New lines of which nothing of their kind stands nearby, held against the point above."""

    def __init__(self, blocks: Blocks) -> None:
        self.blocks = blocks
        self.told: set[Line] = set()
        self.before: dict[Line, Pair] = {}
        self.behind: dict[Line, Line] = {}
        self.numbers: dict[Line, int] = {}
        for number, (pair, (old, new)) in enumerate(pairwise(blocks.sides), start=1):
            if isinstance(new, Line):
                self.before[new] = pair
                self.numbers[new] = number
            if isinstance(pair[1], Line) and old is None and isinstance(new, Line):
                self.behind[pair[1]] = new

    def split(self, old: Line, new: Line) -> Change | None:
        """A point whose end became the first one below it: both halves are one question."""
        tail = self.behind.get(new)
        if tail is None or bare(tail).rstrip(ENDINGS) not in old.text:
            return None
        text = self.blocks.places.get(old)
        where = text.where if text else None
        said = f"{new.text} ¶ {tail.text}"
        change = Change("in", "asked", where, old.text, said, new.authors, NEW_KIND, spot=tail)
        found = self.answered(change)
        if not found.choices or self.blocks.is_of_list(self.numbers[tail], tail):
            return None
        self.told.add(tail)
        return found

    def answered(self, change: Change) -> Change:
        """The change, with a choice to put its line below the point above, where that may be."""
        new = change.spot
        if change.kind != "in" or change.verdict != "asked" or not isinstance(new, Line):
            return change
        edits = () if change.choices else tuple(self._edits(new))
        if not edits:
            return change
        old = self.before[new][0]
        said = " ".join(old.text.split()[:MOST_WORDS]) if old else ""
        return replace(change, choices=(Choice(AS_WORD.format(f"{said} …"), edits), KEEP))

    def _edits(self, new: Line) -> Iterator[Edit]:
        old, now = self.before.get(new, (None, None))
        item, marker = self.blocks.item(old), MARKERS.get(mark_of(new))
        if not isinstance(old, Line) or item is None or marker is None:
            return
        source, place = item
        value, above = value_at(source, place), mark_of(old)
        natural = "plus" if above in ("-", "+") else "dash"
        try:
            below: dict[str, Tree] = {} if marker == natural else {"marker": marker}
            below["items"] = [literal(bare(new), marked=True)]
        except Unsayable:
            return
        if isinstance(value, str):
            found = line_changes(self.blocks.base, old, now) if isinstance(now, Line) else ()
            said = [edit for each in found for edit in each.edits if isinstance(edit, Reword)]
            text = said[0].new if said else value
            *parent, last = place
            if isinstance(last, int):
                yield Delete(source, place, why=WHY)
                yield Insert(source, (*parent, last + 1), {"text": text, **below}, why=WHY)
        elif isinstance(value, dict) and "items" not in value and "marker" not in below:
            yield AddKey(source, place, "items", below["items"], why=WHY)
