"""Tables, headings and appendices that came or went, with all that stands in their tables."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from docgen.diff.changes import Added, Cell, Change, Moved, Place, Removed, Subject
from docgen.diff.moved_things import ThingPair
from docgen.diff.outline import STEP, Outline, Owner, table_name
from docgen.diff.pairing import Pairing
from docgen.diff.rows import Rows
from docgen.diff.rows_elsewhere import row_said
from docgen.diff.table_pairs import Held, TablePairs
from docgen.diff.texts import OWNER_SUBJECTS
from docgen.diff.words import shown
from docgen.vietnamese import format_decimal

TABLE = "bảng"


def table_changes(
    pairing: Pairing, found: TablePairs, moved: Collection[ThingPair]
) -> Iterator[Change]:
    """What came, went or moved as a whole; the cells of a new heading's tables stand with it."""
    for one, other in found.pairs:
        if (one, other) in moved:
            subject = max(_subject(one.owner), _subject(other.owner), key=list(Subject).index)
            at_home = pairing.at_home(one.owner, other.owner)
            old, new = (_named(each, titled=not at_home) for each in (one, other))
            yield Moved(subject=subject, old=old, new=new, aspect="table", noun=TABLE)
    known = {owner for pair in pairing.home for owner in pair}
    yield from _lone(Removed, pairing.old, found.gone, known)
    yield from _lone(Added, pairing.new, found.come, known)


def _lone(
    kind: type[Change], outline: Outline, lone: list[Held], known: set[Owner]
) -> Iterator[Change]:
    for held in lone:
        if held.owner in known:
            old, new = _side(kind, _named(held))
            cells = _cells(outline, held)
            yield kind(
                subject=_subject(held.owner), old=old, new=new, aspect="table", cells=cells,
                noun=TABLE,
            )  # fmt: skip
    for owner in outline.owners:
        if owner not in known:
            old, new = _side(kind, owner.place)
            cells = tuple(
                cell for held in lone if held.owner is owner for cell in _cells(outline, held)
            )
            yield kind(
                subject=OWNER_SUBJECTS[owner.kind], old=old, new=new,
                agencies=tuple(sorted(owner.agencies)), cells=cells,
            )  # fmt: skip


def _named(held: Held, *, titled: bool = False) -> Place:
    """A table told by its own name from what else stands under its heading or title."""
    place = held.owner.place
    untold = titled and place.text not in place.label
    label = STEP.join([place.label, *[" ".join(place.text.split())] * untold])
    return replace(place, text=table_name(held.table), label=label)


def _side(kind: type[Change], place: Place) -> tuple[Place | None, Place | None]:
    return (None, place) if kind is Added else (place, None)


def _cells(outline: Outline, held: Held) -> tuple[Cell, ...]:
    """All that a table prints: the titles of its columns, its unit, each row, its total."""
    rows = Rows(outline, held.owner, held.table)
    titles = "; ".join(filter(None, map(rows.heading, rows.columns)))
    once = [Cell("Các cột", titles, of_table=True)]
    if unit := held.table.unit:
        once.append(Cell("Ghi trên bảng", shown(outline.words((unit,))), of_table=True))
    lines = ((line.place.text, rows.shown_cells(line)) for line in rows.lines)
    told = (Cell(name, row_said(cells), cells=cells) for name, cells in lines)
    return (*once, *told, *_total(outline, rows, held))


def _total(outline: Outline, rows: Rows, held: Held) -> Iterator[Cell]:
    if total := held.table.total:
        sums = (f"{rows.title(key)}: {format_decimal(value)}" for key, value in rows.totals.items())
        label = shown(outline.words((total.label,))) if total.label else "Dòng tổng"
        yield Cell(label.rstrip(": "), "; ".join(sums), of_table=True)


def _subject(owner: Owner) -> Subject:
    return Subject.APPENDIX if owner.kind == "appendix" else Subject.HEADING
