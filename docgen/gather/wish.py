"""What somebody would have the paper say, in terms of the paper alone.

A wish names units of the built paper by their number (from 0) and letters of a line by theirs.
Equal wishes are the same wish, whoever has it and however his program wrote it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from docgen.accept.units import Line, TableRow, Unit, line_from

Said = tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A line of the paper: the number of its unit and, in a row, of its cell and of its line."""

    unit: int
    cell: int = -1
    line: int = 0


@dataclass(frozen=True, slots=True)
class Rewording:
    """The letters from `start` to `end` of a line become others, each with its look."""

    spot: Spot
    start: int
    end: int
    words: str
    looks: tuple[str, ...]

    def touches(self, other: Rewording) -> bool:
        """Whether the two meet in one line, or stand side by side without a letter between."""
        same = self.spot == other.spot
        return same and self.start <= other.end and other.start <= self.end


@dataclass(frozen=True, slots=True)
class Refilling:
    """A cell has other paragraphs, of another number."""

    spot: Spot
    said: Said
    lines: tuple[Line, ...] = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Reshaping:
    """A row has its cells merged otherwise."""

    spot: Spot
    said: str
    row: TableRow = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Removal:
    """A unit is taken out."""

    spot: Spot


@dataclass(frozen=True, slots=True)
class Addition:
    """A unit comes behind the one of the spot (-1: at the top), in `order` among several there."""

    spot: Spot
    said: str
    order: int = field(compare=False)
    unit: Unit = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Moving:
    """A unit stands behind another."""

    spot: Spot
    behind: int


@dataclass(frozen=True, slots=True)
class Annotating:
    """A footnote says something else; `said` is "" where it is taken out, `old` where it is new."""

    spot: Spot
    old: str
    said: str


Wish = Rewording | Refilling | Reshaping | Removal | Addition | Moving | Annotating


def contradict(one: Wish, other: Wish) -> bool:
    """Whether not both of two different wishes can be met."""
    if isinstance(one, Annotating) or isinstance(other, Annotating):
        both = isinstance(one, Annotating) and isinstance(other, Annotating)
        return both and one.old == other.old != ""  # type: ignore[union-attr]
    if isinstance(one, Rewording) and isinstance(other, Rewording):
        return one.touches(other)
    if isinstance(one, Addition) or isinstance(other, Addition) or one.spot.unit != other.spot.unit:
        return False
    whole = (Removal, Reshaping)
    if isinstance(one, whole) or isinstance(other, whole):
        return True
    moves = [each for each in (one, other) if isinstance(each, Moving)]
    if moves:
        return len(moves) > 1
    return one.spot.cell == other.spot.cell


def reworded(line: Line, wishes: Iterable[Rewording]) -> Line:
    """A line with rewordings that do not touch each other."""
    letters = list(zip(line.text, line.marks, line.looks, strict=True))
    for wish in sorted(wishes, key=lambda each: each.start, reverse=True):
        new = [(said, None, look) for said, look in zip(wish.words, wish.looks, strict=True)]
        letters[wish.start : wish.end] = new
    return line_from(letters, line.style)


def fulfilled(units: Sequence[Unit], wishes: Iterable[Wish]) -> list[Unit]:
    """The units of the paper once all the wishes, none of which contradict, are met."""
    by_unit: dict[int, list[Wish]] = {}
    behind: dict[int, list[tuple[int, Unit]]] = {}
    for wish in wishes:
        if isinstance(wish, Addition):
            behind.setdefault(wish.spot.unit, []).append((wish.order, wish.unit))
        else:
            by_unit.setdefault(wish.spot.unit, []).append(wish)
    now: dict[int, Unit] = {}
    for number, unit in enumerate(units):
        own = by_unit.get(number, [])
        changed = _changed(unit, own)
        moved = next((each for each in own if isinstance(each, Moving)), None)
        if moved:
            behind.setdefault(moved.behind, []).append((-1, changed))
        elif changed.text and not any(isinstance(each, Removal) for each in own):
            now[number] = changed
    found: list[Unit] = []
    for number in range(-1, len(units)):
        found += [now[number]] if number in now else []
        found += [unit for _, unit in sorted(behind.get(number, []), key=lambda pair: pair[0])]
    return found


def _changed(unit: Unit, wishes: Sequence[Wish]) -> Unit:
    for wish in wishes:
        if isinstance(wish, Reshaping):
            return wish.row
    hunks = [each for each in wishes if isinstance(each, Rewording)]
    if isinstance(unit, Line):
        return reworded(unit, hunks) if hunks else unit
    refilled = {each.spot.cell: each.lines for each in wishes if isinstance(each, Refilling)}
    if not hunks and not refilled:
        return unit
    cells = []
    for number, cell in enumerate(unit.cells):
        own = [each for each in hunks if each.spot.cell == number]
        lines = [
            reworded(line, [each for each in own if each.spot.line == at])
            for at, line in enumerate(cell)
        ]
        cells.append(refilled.get(number, tuple(line for line in lines if line.text)))
    return replace(unit, cells=tuple(cells))
