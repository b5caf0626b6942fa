"""Two versions of one plan and the one that both started from: who changed what."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from docgen.diff.changes import Change, Changed, Moved, Place, Removed, Renamed
from docgen.diff.compare import diff
from docgen.diff.forms.phrases import number
from docgen.diff.outline import STEP
from docgen.diff.sides.report import Cell, Marked, Report, Sheet
from docgen.diff.words import keys, words_of
from docgen.plan.model import Plan

_Side = dict[Hashable, tuple[Change, ...]]
GONE, SAME = "(bỏ)", "(như gốc)"


def versions(
    base: Plan, ours: Plan, theirs: Plan, names: Sequence[str], notes: Sequence[str]
) -> Report:
    """What either version changed in the base; first where both changed one thing apart. Pure."""
    sides = [_by_thing(diff(base, plan).changes) for plan in (ours, theirs)]
    _meet(*sides)
    _meet(*sides[::-1])
    things = [*dict.fromkeys([*sides[0], *sides[1]])]
    both = [thing for thing in things if thing in sides[0] and thing in sides[1]]
    apart = [each for each in both if _became(sides[0][each]) != _became(sides[1][each])]
    groups = (
        (f"Hai bản sửa khác nhau: phải chọn ({names[1]}, {names[2]})", apart),
        ("Hai bản sửa như nhau", [each for each in both if each not in apart]),
        (f"Chỉ {names[1]} sửa", [each for each in things if each not in sides[1]]),
        (f"Chỉ {names[2]} sửa", [each for each in things if each not in sides[0]]),
    )
    return Report(
        f"{names[1]} và {names[2]} so với gốc {names[0]}",
        tuple(
            Sheet(
                title,
                ("Chỗ", "Thay đổi", f"Gốc {names[0]}", names[1], names[2]),
                tuple(_row(*(side.get(thing, ()) for side in sides)) for thing in its),
            )
            for title, its in groups
        ),
        tuple(notes),
    )


def _meet(dropping: _Side, editing: _Side) -> None:
    """What one version drops and the other edits a part of is edited there by both."""
    for thing, changes in [*dropping.items()]:
        gone = [each.old for each in changes if isinstance(each, Removed) and each.old]
        inside = [
            each for each, its in editing.items()
            if each not in dropping
            and any(_holds(place, its[0].old or its[0].place) for place in gone)
        ]  # fmt: skip
        dropping |= dict.fromkeys(inside, changes)
        if inside:
            del dropping[thing]


def _holds(whole: Place, part: Place) -> bool:
    """Whether one thing stands in another of the base: a cell in its row or column, a task."""
    column = f"{whole.label.rpartition(STEP)[0]}{STEP}"
    in_column = whole.label == f"{column}cột {part.part}" and part.label.startswith(column)
    inside = part.label.startswith(f"{whole.label}{STEP}")
    return inside or in_column or (part.label == whole.label and bool(part.part))


def _by_thing(changes: Iterable[Change]) -> _Side:
    """The changes by the thing of the base that they change, new things by what they say."""
    found: _Side = {}
    for change in changes:
        if change.old is not None:
            thing: Hashable = (change.subject, change.aspect, change.old.where, change.old.part)
        else:
            thing = (change.subject, change.aspect, keys(words_of([change.place.text], str)))
        found[thing] = (*found.get(thing, ()), change)
    return found


def _became(changes: Iterable[Change]) -> Hashable:
    """Equal for changes after which the thing is the same in both versions."""
    return tuple((change.kind, _said(change, change.new)) for change in changes)


def _said(change: Change, place: Place | None) -> str:
    if place is None:
        return GONE
    if change.figures:
        values = [figure.new if place is change.new else figure.old for figure in change.figures]
        pairs = zip(change.figures, values, strict=True)
        return "; ".join(f"{figure.title}: {number(value)}" for figure, value in pairs)
    if isinstance(change, Moved):
        return f"{place.label}: {place.text}" if change.spans else place.label
    if isinstance(change, Changed | Renamed) and place is change.new and change.spans:
        return Marked.of(place.text, change.spans)
    return "; ".join([place.text, *(f"{cell.title}: {cell.text}" for cell in change.cells)])


def _together(said: Sequence[str]) -> str:
    return said[0] if len(said) == 1 else "; ".join(said)


def _row(ours: tuple[Change, ...], theirs: tuple[Change, ...]) -> tuple[Cell, ...]:
    known = [*ours, *theirs]
    first = known[0].old or known[0].place
    what = ", ".join(dict.fromkeys(change.word for change in known))
    before = "; ".join(
        dict.fromkeys(_said(change, change.old) for change in known if change.old is not None)
    )
    after = (
        _together([_said(change, change.new) for change in changes]) if changes else SAME
        for changes in (ours, theirs)
    )
    return (" › ".join(filter(None, (first.label, first.part))), what, before or None, *after)
