"""Changes held against a rebuild: with them made, the content must print just the Word file.

What a rebuild does not bear out is asked, never written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from docgen import limits
from docgen.accept.align import pairs
from docgen.accept.base import Base
from docgen.accept.change import Change
from docgen.accept.find import changes, changes_of
from docgen.accept.halves import whole
from docgen.accept.together import together
from docgen.accept.units import TableRow, Unit
from docgen.edit.edits import Edit

FOLLOWING = ("computed", "mark")
UNPROVED = "In lại không ra đúng như tệp gửi về: sửa tay trong tệp nội dung."


Tried = TypeVar("Tried")


def borne_out(
    tried: Sequence[Tried], holds: Callable[[Sequence[Tried]], bool], known: Sequence[Tried] = ()
) -> list[Tried]:
    """Those that hold together with the `known` ones, found by halves.

    Where so much is wrong that it takes too many trials, what is still in doubt does not hold.
    """
    good, doubtful = [*known], [[*tried]]
    for _ in range(limits.REBUILDS.most):
        if not doubtful:
            break
        some = doubtful.pop()
        if holds([*good, *some]):
            good += some
        elif len(some) > 1:
            half = len(some) // 2
            doubtful += [some[half:], some[:half]]
    return good[len(known) :]


class Rebuild(Protocol):
    """What is `found` to differ, and what is `left` of it once the content has some edits."""

    @property
    def found(self) -> Sequence[Change]:
        """All that differs."""

    def left(self, edits: Iterable[Edit]) -> list[Change] | None:
        """What a rebuild with these edits still prints otherwise; None: there is no rebuild."""


class Proof:
    """What a Word file says otherwise than its base, and which of it a rebuild bears out."""

    def __init__(self, base: Base, word: Sequence[Unit]) -> None:
        self.base = base
        self.word = word
        self.sides = pairs(base.paper.units, word)
        self.found: Sequence[Change] = changes_of(base.paper, self.sides)
        self._new_cells = {
            id(line)
            for old, new in self.sides
            if old is None and isinstance(new, TableRow)
            for cell in new.cells
            for line in cell
        }

    def settled(self) -> tuple[list[Change], list[Change]]:
        """The changes, those that are not proved asked; and the figures that follow from them.

        Such figures and numbers the rebuild sets otherwise than the Word file, where nobody
        touched them.
        """
        tried = [change for change in self.found if change.verdict == "applied"]
        follows = self._follows(tried)
        if follows is None:
            tried = borne_out(tried, lambda some: self._follows(some) is not None)
            follows = self._follows(tried) or []
        held = {id(change) for change in tried}
        still = {change.key for change in follows}
        settled = [
            change
            if change.verdict != "applied" or id(change) in held
            else replace(change, kind="unproved", verdict="asked", why=UNPROVED, edits=())
            for change in self.found
            if change.kind not in FOLLOWING or change.key in still
        ]
        settled = whole(settled, self.sides)
        touched = {change.key for change in self.found}
        return settled, [change for change in follows if change.key not in touched]

    def left(self, edits: Iterable[Edit]) -> list[Change] | None:
        """What a rebuild with these edits prints otherwise than the Word file; None: no rebuild."""
        made = together(edits)
        if not made:
            return list(self.found)
        again = self.base.with_edits(made)
        return None if again is None else changes(again, self.word)

    def _follows(self, tried: Sequence[Change]) -> list[Change] | None:
        """The figures and marks that a rebuild prints otherwise than the Word file.

        None where it prints anything else that is not among what was found and not tried. How the
        cells of a new row look is its form: Word gives them the look of a row beside.
        """
        held = {id(change) for change in tried}
        expected = {change.key for change in self.found if id(change) not in held}
        left = self.left(edit for change in tried for edit in change.edits)
        if left is None:
            return None
        left = [
            each for each in left if each.kind != "look" or id(each.spot) not in self._new_cells
        ]
        touched = {change.key for change in self.found}
        follows: list[Change] = []
        others: list[Change] = []
        for each in left:
            renumbered = each.kind == "head" and each.key not in touched
            (follows if each.kind in FOLLOWING or renumbered else others).append(each)
        return follows if expected.issuperset(each.key for each in others) else None
