"""Two plans to their changes: `diff(old, new)`.

What is compared is what the content says and the paper prints. The look is not (widths of
columns, alignment), nor what follows from a change that is listed: a loss, a
sum, the rank that a sentence quotes; the summary has those numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from docgen.diff.changes import Change, Subject
from docgen.diff.fields import appendix_changes
from docgen.diff.head import head_changes
from docgen.diff.marks import mark_changes
from docgen.diff.moved_things import moved_things
from docgen.diff.offices import known_as, successions
from docgen.diff.outline import Outline
from docgen.diff.pairing import Pairing
from docgen.diff.rows_elsewhere import with_moved_rows
from docgen.diff.summary import Summary, summarise
from docgen.diff.sums import sums
from docgen.diff.table_pairs import TablePairs, paired_tables
from docgen.diff.tables import TableComparison
from docgen.diff.texts import text_changes
from docgen.diff.whole_tables import table_changes
from docgen.diff.words import shown
from docgen.finding import Where
from docgen.plan.model import Plan


@dataclass(frozen=True)
class Comparison:
    """Everything that is new in a plan, in reading order, and what it comes to.

    `old` and `new` name the two plans (`2023`, `main~3:2024`); `agencies` has the names of
    the agencies that the changes mention, by key, `fields` those of the top groups that they
    stand in (lĩnh vực), by code; `notes` say what the reader must know about how far the
    comparison goes.
    """

    old: str
    new: str
    changes: tuple[Change, ...]
    summary: Summary
    agencies: Mapping[str, str]
    fields: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def diff(
    old: Plan, new: Plan, names: tuple[str, str] | None = None, notes: Sequence[str] = ()
) -> Comparison:
    """The comparison of two plans; `names` are their years unless given. Pure."""
    pairing, found, tables = paired(old, new)
    outlines = pairing.old, pairing.new
    moved = moved_things(pairing, found.pairs)
    changes = [*head_changes(*outlines), *table_changes(pairing, found, moved)]
    changes += [*text_changes(pairing, moved), *mark_changes(pairing, moved)]
    changes += appendix_changes(pairing)
    for table in tables:
        changes += table.changes()
    changes = with_moved_rows(changes, tables)
    anchors = _anchors(pairing, tables)
    changes.sort(key=lambda change: _reading_order(change, outlines, anchors))
    mentioned = sorted({key for change in changes for key in change.agencies})
    return Comparison(
        *(names or (_year(old), _year(new))),
        changes=tuple(changes),
        summary=summarise(changes, tables, sums((old, new), tables)),
        agencies={key: _name(key, outlines) for key in mentioned},
        fields=_fields(changes, tables),
        notes=tuple(notes),
    )


def paired(old: Plan, new: Plan) -> tuple[Pairing, TablePairs, list[TableComparison]]:
    """What of two plans belongs together: texts and headings, tables, rows. Pure."""
    pairing = Pairing(Outline(old), Outline(new, known_as(new, old)), successions((old, new)))
    found = paired_tables(pairing)
    return pairing, found, [TableComparison.of(*pair, pairing) for pair in found.pairs]


_PARTS = (
    {Subject.HEAD}, {Subject.INDEX}, {Subject.BASIS, Subject.ADDRESSEE},
    {Subject.HEADING, Subject.PARAGRAPH, Subject.AGENCY, Subject.TASK},
    {Subject.RECIPIENT}, {Subject.SIGNATURE}, {Subject.APPENDIX},
    {Subject.COLUMN, Subject.CRITERION},
)  # fmt: skip


def _reading_order(
    change: Change, outlines: tuple[Outline, Outline], anchors: Mapping[Where, Where]
) -> tuple[int, ...]:
    """Where the change stands on paper; what is gone comes after what stood before it."""
    part = next(number for number, part in enumerate(_PARTS) if change.subject in part)
    outline = outlines[1 if change.new else 0]
    own = change.place.where
    where = own
    if change.new is None and own in anchors:
        outline, where = outlines[1], anchors[own]
    files = [source.name for source in outline.plan.sources]
    file = files.index(where.file) if where.file in files else 0
    place = (outline.order.get(where, 0), file, where.line, where.column)
    return (part, *place, change.new is None, own.line)


def _anchors(pairing: Pairing, tables: Sequence[TableComparison]) -> dict[Where, Where]:
    """For the place of each thing that is gone, the place of what still stands before it."""
    texts = {one.place.where: other.place.where for one, other in pairing.owners}
    texts |= {
        one.place.where: other.place.where
        for one, other in pairing.entries
        if pairing.at_home(one.owner, other.owner)
    }
    anchors = _before(pairing.old.order, texts)
    for table in tables:
        rows = {one.place.where: other.place.where for one, other in table.at_home}
        anchors |= _before([line.place.where for line in table.old.lines], rows)
    return anchors


def _before(places: Iterable[Where], now: Mapping[Where, Where]) -> dict[Where, Where]:
    anchors: dict[Where, Where] = {}
    last: Where | None = None
    for place in places:
        last = now.get(place, last)
        if place not in now and last is not None:
            anchors[place] = last
    return anchors


def _year(plan: Plan) -> str:
    return str(plan.year.value) if plan.year else "?"


def _fields(changes: Iterable[Change], tables: Iterable[TableComparison]) -> dict[str, str]:
    """The names of the top groups that hold a change, in the order of the plan.

    Groups of several tables that share a code stand under it together.
    """
    mentioned = {code for change in changes for code in change.fields}
    names: dict[str, dict[str, None]] = {}
    for table in tables:
        old, new = (
            {line.code: shown(line.name) for line in rows.lines
             if line.depth == 0 and line.row.kind == "group" and line.code in mentioned}
            for rows in (table.old, table.new)
        )  # fmt: skip
        for code, name in {**new, **{code: old[code] for code in old if code not in new}}.items():
            names.setdefault(code, {})[name] = None
    return {code: " / ".join(each) for code, each in names.items()}


def _name(key: str, outlines: Sequence[Outline]) -> str:
    """The name of an agency: the newest that either plan knows."""
    known = [each.offices.name(key) for each in outlines if key in each.offices.agencies]
    return known[-1] if known else key
