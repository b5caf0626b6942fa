"""Everything that a Word file says otherwise than docgen prints, as changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from docgen.accept.align import Pair, pairs
from docgen.accept.blocks import Blocks
from docgen.accept.change import Change, Kind
from docgen.accept.gone_appendices import gone_appendices
from docgen.accept.halves import REPLACED, whole
from docgen.accept.headings import Headings
from docgen.accept.joins import Joins
from docgen.accept.new_kinds import NewKinds
from docgen.accept.new_rows import NewRows
from docgen.accept.printed import Printed
from docgen.accept.remarked import remarked
from docgen.accept.row_places import RowPlaces
from docgen.accept.rows import Rows
from docgen.accept.units import BOX, Line, TableRow, Unit, frame_of
from docgen.accept.unkept import seen, unkept
from docgen.accept.values_kept import with_values
from docgen.accept.words import line_changes

BOXED = "Chữ trong khung (text box) không thuộc nội dung: ghi thành đoạn văn, hoặc đưa vào tệp mẫu."
TABLE = "Bảng mới: thêm table vào tệp nội dung, rồi tạo lại."


def changes(base: Printed, word: Sequence[Unit]) -> list[Change]:
    """The changes that make the paper of the content the paper of the Word file."""
    return changes_of(base, pairs(base.units, word))


def changes_of(base: Printed, found: list[Pair]) -> list[Change]:
    """The same, where the units of both already stand side by side."""
    known = {None, *(frame_of(new) for old, new in found if old and new)}
    framed = [new for old, new in found if old is None and new and frame_of(new) not in known]
    out = gone_appendices(base, found)
    away = {unit for _, units in out for unit in units}
    sides = [(old, new) for old, new in found if new not in framed and old not in away]
    told = [_framed(frame, [*run]) for frame, run in groupby(framed, frame_of)]
    own = with_values(base, [*map(seen, _Finder(base, sides).changes())])
    every = [*own, *(change for change, _ in out), *told, *unkept(base, found)]
    return whole(_together(every, found), found)


def _framed(frame: Any, run: Sequence[Unit]) -> Change:
    """A table, or a text box, of which the paper has nothing."""
    said, new = " ¶ ".join(unit.text for unit in run), run[0]
    kind: Kind = "picture" if frame.tag == BOX else "structure"
    why = BOXED if frame.tag == BOX else TABLE
    return Change(kind, "refused", None, "", said, new.authors, why, spot=new)


def _together(found: list[Change], sides: Sequence[Pair]) -> list[Change]:
    """What went where something came that is not taken is asked: one was put for the other."""
    places: dict[int, int] = {}
    number = 0
    for old, new in sides:
        number += old is not None and new is not None
        places |= {id(each): number for each in (old, new) if each is not None}
    open_ones = {
        places.get(id(each.spot))
        for each in found
        if (each.verdict == "asked" and each.kind in ("in", "row in")) or each.why == TABLE
    }
    return [
        replace(change, verdict="asked", why=REPLACED, edits=())
        if change.verdict == "applied"
        and change.kind in ("out", "row out")
        and places.get(id(change.spot)) in open_ones
        else change
        for change in found
    ]


class _Finder:
    def __init__(self, base: Printed, sides: list[Pair]) -> None:
        self.base = base
        self.sides = sides

    def changes(self) -> Iterator[Change]:
        """In reading order; what came and went after what was reworded."""
        places = RowPlaces(self.base)
        rows, new_rows = Rows(places, self.sides), NewRows(places, self.sides)
        blocks = Blocks(self.base, self.sides)
        new_kinds, joins = NewKinds(blocks), Joins(blocks)
        gone: list[TableRow] = []
        for old, new in self.sides:
            if isinstance(old, Line) and isinstance(new, Line):
                whole = (
                    new_kinds.below(old, new) or joins.at(old, new) or remarked(blocks, old, new)
                )
                yield from [whole] if whole else line_changes(self.base, old, new)
            elif isinstance(old, TableRow) and isinstance(new, TableRow):
                yield from rows.changed(old, new)
            elif isinstance(old, TableRow):
                gone.append(old)
        yield from new_rows.came()
        for row in gone:
            yield from rows.gone(row, new_rows.told)
        headings = Headings(blocks, new_kinds.told | joins.told)
        yield from headings.changes()
        yield from map(new_kinds.placed, blocks.changes(headings.told))
