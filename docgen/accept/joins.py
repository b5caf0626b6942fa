"""A point joined with the next, which has lines below it: these stand below the joined one."""

from __future__ import annotations

from docgen.accept.align import Pair
from docgen.accept.blocks import Blocks
from docgen.accept.change import Change, value_at
from docgen.accept.units import Line
from docgen.accept.words import line_changes
from docgen.edit.edits import Delete, Reword, place_of, reword


class Joins:
    """Lines that went behind one that stays, where what was below them is left on paper.

    `told` are those of them that are found.
    """

    def __init__(self, blocks: Blocks) -> None:
        self.blocks = blocks
        self.told: set[Line] = set()
        self.behind: dict[Line, Line] = {}
        above: Pair = (None, None)
        for old, new in blocks.sides:
            if isinstance(old, Line) and new is None and isinstance(above[0], Line) and above[1]:
                self.behind[above[0]] = old
            above = old, new

    def at(self, old: Line, new: Line) -> Change | None:
        """The two as one, with what changed in the line that stays; None where nothing joined."""
        gone = self.behind.get(old)
        if gone is None:
            return None
        first = self.blocks.item(old)
        said, other = self.blocks.places[old], self.blocks.places[gone]
        if first is None or said is None or other is None:
            return None
        source, (*parent, last) = first
        second = other.source, place_of(other)[: len(first[1])]
        left = [each for each in self.blocks.left_below(second) if each not in self.blocks.gone]
        if (
            not left or not isinstance(last, int) or second != (source, (*parent, last + 1))
            or self.blocks.left_below(first) != [old] or value_at(*first) != said.value
            or place_of(other)[: len(second[1]) + 1] != (*second[1], "text")
        ):  # fmt: skip
            return None
        found = [*line_changes(self.blocks.base, old, new)]
        words = [edit.new for each in found for edit in each.edits if isinstance(edit, Reword)]
        if any(each.verdict != "applied" for each in found) or len(words) > 1:
            return None
        self.told.add(gone)
        edits = reword(other, words[0] if words else said.value), Delete(*first)
        return Change(
            "words" if words else "out", "applied", said.where, f"{old.text} ¶ {gone.text}",
            new.text, new.authors, edits=edits, spot=new,
        )  # fmt: skip
