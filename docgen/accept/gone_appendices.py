"""Appendices of which nothing is left in the Word file, from their label to their last line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from docgen.accept.align import Pair
from docgen.accept.change import Change, holder
from docgen.accept.line_places import LinePlaces, Place
from docgen.accept.printed import Printed
from docgen.accept.units import Line, Unit
from docgen.edit.edits import Delete, place_of
from docgen.plan.model import Appendix

Gone = tuple[Change, Sequence[Unit]]


def gone_appendices(base: Printed, sides: Sequence[Pair]) -> list[Gone]:
    """The change that takes each of them out of the content, and the lines and rows it was."""
    gone = {old for old, new in sides if old is not None and new is None}
    return [*_appendices(base, gone)] if gone else []


def _appendices(base: Printed, gone: set[Unit]) -> Iterator[Gone]:
    starts = [*_starts(base), len(base.units)]
    places = LinePlaces(base)
    for appendix, (start, end) in zip(base.plan.appendices, pairwise(starts), strict=False):
        units = base.units[start:end]
        item = _item(places, appendix) if gone.issuperset(units) else None
        if item is not None:
            said = " ¶ ".join(unit.text for unit in units)
            where, edits = appendix.title[0].where, (Delete(*item),)
            yield Change("out", "applied", where, said, "", edits=edits, spot=units[0]), units


def _starts(base: Printed) -> Iterator[int]:
    """Where in the units of the paper the label of each appendix stands."""
    labels = {id(each.label) for each in base.view.appendices}
    for number, unit in enumerate(base.units):
        marks = unit.marks if isinstance(unit, Line) else ()
        if any(isinstance(m, tuple) and id(base.strings[m[0]]) in labels for m in marks):
            yield number


def _item(places: LinePlaces, appendix: Appendix) -> Place | None:
    """The appendix in the list of the plan, or where that calls its file."""
    if not appendix.title:
        return None
    steps, source = place_of(appendix.title[0]), appendix.title[0].source
    place = holder(steps[: steps.index("title")])
    return (source, place) if place else places.called(source)
