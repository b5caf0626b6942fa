"""Which unit of the built paper became which unit of the Word file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby, takewhile

from rapidfuzz.distance import Indel

from docgen.accept.letters import ENDINGS
from docgen.accept.marks import bare, mark_of
from docgen.accept.units import Line, TableRow, Unit
from docgen.redline.alignment import aligned

Pair = tuple[Unit | None, Unit | None]


def pairs(old: Sequence[Unit], new: Sequence[Unit]) -> list[Pair]:
    """The units side by side in their order; what stands alone went, or came.

    Where as many lines went as came, of one style and nothing between, they were overtyped;
    so were rows, cell by cell, unless one of them came from elsewhere; and so was the one line
    of its style, such as the signer's name.
    """
    sides = aligned(old, new, [lambda unit: unit.key], _nearness)
    styles = Counter(unit.style for unit in old if isinstance(unit, Line))
    known = {unit.key for unit, _ in sides if unit is not None}
    found: list[Pair] = []
    for matched, run in groupby(sides, lambda side: side[0] is not None and side[1] is not None):
        here = list(run)
        gone = [unit for unit, _ in here if unit is not None]
        came = [unit for _, unit in here if unit is not None]
        overtyped = len(gone) == len(came) and all(map(_alike, gone, came))
        if not matched and overtyped and known.isdisjoint(unit.key for unit in came):
            found += zip(gone, came, strict=True)
        else:
            found += here if matched else _alone(here, styles)
    return _headed(_joined(_split(found)))


def _headed(sides: list[Pair]) -> list[Pair]:
    """The pairs; of a row across that passed others of its table, these moved, and it stayed."""
    for at, (old, new) in enumerate(sides):
        alone = old or new
        if not isinstance(alone, TableRow) or (old and new) or len(alone.cells) > 1:
            continue
        rows = [*takewhile(_is_same_row, sides[at + 1 :])]
        last = sides[at + 1 + len(rows)] if at + 1 + len(rows) < len(sides) else (None, None)
        other = last[1] if new is None else last[0]
        if rows and other and None in last and other.key == alone.key:
            gone: list[Pair] = [(one, None) for one, _ in rows]
            came: list[Pair] = [(None, two) for _, two in rows]
            head = [(old or other, new or other)]
            block = [*gone, *head, *came] if old is None else [*came, *head, *gone]
            return _headed([*sides[:at], *block, *sides[at + 2 + len(rows) :]])
    return sides


def _is_same_row(side: Pair) -> bool:
    one, other = side
    return isinstance(one, TableRow) and isinstance(other, TableRow) and one.key == other.key


def _alone(sides: Sequence[Pair], styles: Counter[str]) -> list[Pair]:
    """The pairs; a line whose style no other line of the old document has is the one that came."""
    gone = [side for side in sides if side[1] is None]
    came = [side for side in sides if side[0] is None]
    for at, (old, _) in enumerate(gone):
        for to, (_, new) in enumerate(came):
            if (
                isinstance(old, Line) and isinstance(new, Line)
                and old.style == new.style and styles[old.style] == 1
            ):  # fmt: skip
                before, after = [*gone[:at], *came[:to]], [*gone[at + 1 :], *came[to + 1 :]]
                return [*before, (old, new), *after]
    return [*sides]


def _split(sides: Sequence[Pair]) -> list[Pair]:
    """The pairs; where a line was split, its beginning is what it became.

    The greater half looks more like it, but bears a mark that it never had.
    """
    found: list[Pair] = []
    for old, new in sides:
        head = found[-1][1] if found and found[-1][0] is None else None
        if isinstance(old, Line) and isinstance(new, Line) and isinstance(head, Line):
            begins = old.key.startswith(head.key.rstrip(ENDINGS))
            if begins and mark_of(old) == mark_of(head) != mark_of(new):
                found[-1:] = [(old, head), (None, new)]
                continue
        found.append((old, new))
    return found


def _joined(sides: Sequence[Pair]) -> list[Pair]:
    """The pairs; of two lines that were joined the first is the one that stays.

    What was the greater half looks more like it, but bore another mark.
    """
    found: list[Pair] = []
    for old, new in sides:
        gone = found[-1][0] if found and found[-1][1] is None else None
        if isinstance(old, Line) and isinstance(new, Line) and isinstance(gone, Line):
            begins = new.key.startswith(gone.key.rstrip(ENDINGS))
            if begins and _sign(gone) != _sign(old):
                found[-1:] = [(gone, new), (old, None)]
                continue
        found.append((old, new))
    return found


def _sign(line: Line) -> str:
    """The mark of a line as it is printed."""
    return line.text.removesuffix(bare(line))


def lines(old: Sequence[Line], new: Sequence[Line]) -> list[tuple[Line | None, Line | None]]:
    """The lines of one cell side by side; one for one they were overtyped."""
    if len(old) == len(new) == 1:
        return [(old[0], new[0])]
    return aligned(old, new, [lambda line: line.key], _nearness)


def _alike(one: Unit, other: Unit) -> bool:
    if isinstance(one, TableRow) and isinstance(other, TableRow):
        return one.merges == other.merges
    return isinstance(one, Line) and isinstance(other, Line) and one.style == other.style


def _nearness(one: Unit, other: Unit) -> float:
    if isinstance(one, TableRow) and isinstance(other, TableRow):
        if len(one.cells) != len(other.cells):
            return Indel.normalized_similarity(one.text.split(), other.text.split())
        same = bool(one.cells[0]) and [x.key for x in one.cells[0]] == [
            y.key for y in other.cells[0]
        ]
        near = Indel.normalized_similarity(one.text.split(), other.text.split())
        return max(near, 3 / 4) if same and one.cells[0][0].text else near
    if isinstance(one, Line) and isinstance(other, Line):
        return Indel.normalized_similarity(one.key.split(), other.key.split())
    return 0
