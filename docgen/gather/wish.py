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
    """A footnote of a line, called behind `at` letters, says something else.

    `old` is "" where it is new, `said` where it is taken out.
    """

    spot: Spot
    at: int
    old: str
    said: str


Wish = Rewording | Refilling | Reshaping | Removal | Addition | Moving | Annotating


def contradict(one: Wish, other: Wish) -> bool:
    """Whether not both of two different wishes can be met."""
    if isinstance(one, Annotating) and isinstance(other, Annotating):
        return (one.spot, one.at) == (other.spot, other.at)
    if isinstance(one, Rewording) and isinstance(other, Rewording):
        return one.touches(other)
    if _in_line(one) and _in_line(other):
        return _loses(one, other) or _loses(other, one)
    if isinstance(one, Addition) or isinstance(other, Addition) or one.spot.unit != other.spot.unit:
        return False
    whole = (Removal, Reshaping)
    if isinstance(one, whole) or isinstance(other, whole):
        return True
    moves = [each for each in (one, other) if isinstance(each, Moving)]
    if moves:
        return len(moves) > 1
    return one.spot.cell == other.spot.cell


def _loses(words: Wish, note: Wish) -> bool:
    """Whether a footnote is called amid words that become others."""
    if not isinstance(words, Rewording) or not isinstance(note, Annotating):
        return False
    return words.spot == note.spot and words.start < note.at < words.end


def reworded(line: Line, wishes: Iterable[Wish]) -> Line:
    """A line with rewordings that do not touch each other, and with footnotes that changed."""
    letters = list(zip(line.text, line.marks, line.looks, strict=True))
    notes = [*line.notes]
    known = list(wishes)
    for wish in known:
        if isinstance(wish, Annotating):
            before, after = ((wish.at, wish.old), (wish.at, wish.said))
            notes = [after if each == before else each for each in notes]
            notes += [after] if not wish.old else []
    rewordings = [each for each in known if isinstance(each, Rewording)]
    for wish in sorted(rewordings, key=lambda each: each.start, reverse=True):
        new = [(said, None, look) for said, look in zip(wish.words, wish.looks, strict=True)]
        letters[wish.start : wish.end] = new
        grown = len(new) - (wish.end - wish.start)
        notes = [
            (at + grown if at >= wish.end else min(at, wish.start + len(new)), words)
            for at, words in notes
        ]
    called = sorted(each for each in notes if each[1])
    return line_from(letters, line.style, notes=called)


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
    if isinstance(unit, Line):
        return reworded(unit, wishes) if any(map(_in_line, wishes)) else unit
    cells = list(unit.cells)
    for number, cell in enumerate(unit.cells):
        own = [each for each in wishes if each.spot.cell == number]
        refilled = next((each for each in own if isinstance(each, Refilling)), None)
        lines = [
            reworded(line, [each for each in own if each.spot.line == at])
            if any(_in_line(each) and each.spot.line == at for each in own)
            else line
            for at, line in enumerate(cell)
        ]
        cells[number] = refilled.lines if refilled else tuple(line for line in lines if line.text)
    return replace(unit, cells=tuple(cells))


def _in_line(wish: Wish) -> bool:
    return isinstance(wish, Rewording | Annotating)
