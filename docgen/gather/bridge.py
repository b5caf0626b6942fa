"""Wishes about one draft, carried to another draft of the same plan."""

from __future__ import annotations

from dataclasses import replace

from docgen.accept.align import lines, pairs
from docgen.accept.printed import Printed
from docgen.accept.units import Line, TableRow, Unit
from docgen.gather.hunks import carried, hunks
from docgen.gather.remarks import Remark
from docgen.gather.wish import Addition, Annotating, Moving, Rewording, Spot, Wish


class Bridge:
    """From the paper that somebody had to the one that most have."""

    def __init__(self, own: Printed, other: Printed) -> None:
        self.own = own
        self.other = other
        numbers = [{id(unit): at for at, unit in enumerate(each.units)} for each in (own, other)]
        self.units = {
            numbers[0][id(old)]: numbers[1][id(new)]
            for old, new in pairs(own.units, other.units)
            if old is not None and new is not None
        }

    def wish(self, wish: Wish) -> Wish | None:
        """The same wish; None where the other draft says something else there."""
        if isinstance(wish, Addition):
            return replace(wish, spot=Spot(self._behind(wish.spot.unit)))
        spot = self._spot(wish.spot)
        if spot is None:
            return None
        if isinstance(wish, Rewording | Annotating):
            return self._in_line(wish, spot)
        if self._unit(self.own, wish.spot).key != self._unit(self.other, spot).key:
            return None
        if isinstance(wish, Moving):
            return replace(wish, spot=spot, behind=self._behind(wish.behind))
        return replace(wish, spot=spot)

    def remark(self, remark: Remark) -> Remark:
        """The same remark, at the place nearest to its own."""
        spot = self._spot(remark.spot)
        if spot is None:
            return replace(remark, spot=Spot(self._behind(remark.spot.unit)), start=0, end=0)
        old, new = self._line(self.own, remark.spot), self._line(self.other, spot)
        if old is None or new is None:
            return replace(remark, spot=spot)
        ends = (carried(old, new, at) for at in (remark.start, remark.end))
        return replace(remark, spot=spot, start=next(ends), end=next(ends))

    def _in_line(self, wish: Rewording | Annotating, spot: Spot) -> Wish | None:
        old, new = self._line(self.own, wish.spot), self._line(self.other, spot)
        if old is None or new is None:
            return None
        start, end = (wish.start, wish.end) if isinstance(wish, Rewording) else (wish.at, wish.at)
        differ = hunks(old, new)
        if any(each.start <= end and start <= each.end for each in differ):
            return None
        shift = sum(
            (each.last - each.first) - (each.end - each.start)
            for each in differ
            if each.end < start
        )
        if isinstance(wish, Rewording):
            return replace(wish, spot=spot, start=start + shift, end=end + shift)
        known = (start + shift, wish.old) in new.notes or not wish.old
        return replace(wish, spot=spot, at=start + shift) if known else None

    def _behind(self, unit: int) -> int:
        """The nearest unit above that the other draft has too; -1 for none."""
        return next((self.units[at] for at in range(unit, -1, -1) if at in self.units), -1)

    def _spot(self, spot: Spot) -> Spot | None:
        number = self.units.get(spot.unit)
        if number is None:
            return None
        old, new = self.own.units[spot.unit], self.other.units[number]
        if not isinstance(old, TableRow) or not isinstance(new, TableRow) or spot.cell < 0:
            return Spot(number, spot.cell, spot.line)
        if len(old.cells) != len(new.cells):
            return None
        before, after = old.cells[spot.cell], new.cells[spot.cell]
        if spot.line >= len(before):
            return Spot(number, spot.cell, 0)
        for one, other in lines(before, after):
            if one is before[spot.line] and other is not None:
                return Spot(number, spot.cell, after.index(other))
        return None

    @staticmethod
    def _unit(paper: Printed, spot: Spot) -> Unit:
        return paper.units[spot.unit]

    @staticmethod
    def _line(paper: Printed, spot: Spot) -> Line | None:
        unit = paper.units[spot.unit]
        if isinstance(unit, Line):
            return unit
        cell = unit.cells[spot.cell] if spot.cell >= 0 else ()
        return cell[spot.line] if spot.line < len(cell) else None
