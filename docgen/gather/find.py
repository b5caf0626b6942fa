"""The wishes of one copy: everything that it says otherwise than the paper it was made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from docgen.accept.align import Pair, lines
from docgen.accept.letters import ENDINGS
from docgen.accept.marks import bare
from docgen.accept.printed import Printed
from docgen.accept.units import Line, TableRow, Unit, frame_of
from docgen.gather.hunks import carried, hunks, rewording
from docgen.gather.voices import Voice, Voices
from docgen.gather.wish import (
    Addition,
    Annotating,
    Moving,
    Refilling,
    Removal,
    Reshaping,
    Spot,
    Wish,
)
from docgen.redline.alignment import aligned

Wanted = tuple[Wish, tuple[Voice, ...]]


def wishes(base: Printed, sides: Sequence[Pair], voices: Voices) -> list[Wanted]:
    """Each wish of a copy with who has it; `sides` are the units of the base beside its own."""
    return list(_Finder(base, sides, voices).all())


class _Finder:
    def __init__(self, base: Printed, sides: Sequence[Pair], voices: Voices) -> None:
        self.base = base
        self.sides = sides
        self.voices = voices
        self.numbers = {id(unit): number for number, unit in enumerate(base.units)}
        self.known = {frame_of(new) for old, new in sides if old and new}

    def all(self) -> Iterator[Wanted]:
        """In reading order; what went and came after what was reworded."""
        gone: list[tuple[int, Unit]] = []
        came: list[tuple[int, int, Unit]] = []
        last = -1
        for old, new in self.sides:
            if old is None:
                if new is not None:
                    came.append((last, len(came), new))
                continue
            last = self.numbers[id(old)]
            apart = self.voices.apart(old, new) if new else ""
            if new is None or apart:
                gone.append((last, old))
                came += [(last - (apart == "before"), len(came), new)] if new else []
            elif isinstance(old, Line) and isinstance(new, Line):
                yield from self._line(Spot(last), old, new)
            elif isinstance(old, TableRow) and isinstance(new, TableRow):
                yield from self._row(last, old, new)
        yield from self._blocks(gone, came)

    def _line(self, spot: Spot, old: Line, new: Line) -> Iterator[Wanted]:
        for hunk in hunks(old, new):
            yield rewording(spot, new, hunk), self.voices.of_hunk(old, new, hunk)
        sides = aligned(old.notes, new.notes, [lambda note: note[1]], lambda *_: 1)
        for one, other in sides:
            before, after = one[1] if one else "", other[1] if other else ""
            if before != after:
                at = one[0] if one else carried(new, old, other[0] if other else 0)
                yield Annotating(spot, at, before, after), self.voices.of_note(new, after)

    def _row(self, number: int, old: TableRow, new: TableRow) -> Iterator[Wanted]:
        if old.merges != new.merges:
            who = self.voices.of_cells((), (line for cell in new.cells for line in cell))
            yield Reshaping(Spot(number), new.key, new), who
            return
        for cell, (before, after) in enumerate(zip(old.cells, new.cells, strict=True)):
            sides = lines(before, after)
            if not all(one and other for one, other in sides):
                said = tuple(line.key for line in after)
                who = self.voices.of_cells(before, after)
                yield Refilling(Spot(number, cell), said, after), who
                continue
            for at, (one, other) in enumerate(sides):
                assert one
                assert other
                yield from self._line(Spot(number, cell, at), one, other)

    def _blocks(
        self, gone: list[tuple[int, Unit]], came: list[tuple[int, int, Unit]]
    ) -> Iterator[Wanted]:
        for behind, order, new in came:
            same = next((pair for pair in gone if _same(pair[1], new)), None)
            if same:
                gone.remove(same)
                yield Moving(Spot(same[0]), behind), self.voices.of_new(new)
            else:
                loose = replace(new, source=None) if frame_of(new) in self.known else new
                yield Addition(Spot(behind), new.key, order, loose), self.voices.of_new(new)
        for number, old in gone:
            yield Removal(Spot(number)), self.voices.of_old(old)


def _same(old: Unit, new: Unit) -> bool:
    """Whether what came is what went."""
    if isinstance(old, Line) and isinstance(new, Line):
        words = {bare(each).rstrip(ENDINGS) for each in (old, new)}
        return old.style == new.style and len(words) == 1
    return isinstance(old, TableRow) and isinstance(new, TableRow) and old.key == new.key
