"""What a comparison comes to: so many tasks, deadlines, fields up and down, ranks, totals."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from docgen.diff.changes import Change, Figure, Regrouped, Rescored, Subject, Unfilled
from docgen.diff.line import Line
from docgen.diff.sums import Sum
from docgen.diff.tables import TableComparison
from docgen.diff.words import shown

SCORE, MAXIMUM, LOSS, TIME = "score", "max", "loss", "time"
MOST = 5
ROWS, FORMULA = "dòng thêm, bỏ, chuyển và điểm chuẩn", "công thức"

_DEADLINE = re.compile(
    r"\b(?:trước |trong |hết |đến )?(?:ngày \d{1,2}/\d{1,2}(?:/\d{4})?|ngày \d{1,2} tháng \d{1,2}"
    r"|tháng \d{1,2}(?:/\d{4})?|quý [IVX1-4]+(?:\s*[-–]\s*[IVX1-4]+)?)(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FieldScore:
    """A top group of the appendix (lĩnh vực) in both plans; `None` where a plan has none.

    `rescored` is how much the scores of the rows that it has in both plans rose, in points;
    `reasons` say of what the rest of its difference comes.
    """

    code: str
    name: str
    score: Figure
    maximum: Figure
    rescored: Decimal = Decimal(0)
    reasons: tuple[str, ...] = (ROWS,)

    @property
    def moved(self) -> Decimal:
        """What of the difference comes of rows in, rows out, other maximums and formulas."""
        return (self.score.difference or Decimal(0)) - self.rescored

    def share(self, *, new: bool) -> Decimal | None:
        """The score in percent of the maximum, of the new or the old plan."""
        score, most = (
            (self.score.new, self.maximum.new) if new else (self.score.old, self.maximum.old)
        )
        return score * 100 / most if score is not None and most else None


@dataclass(frozen=True, slots=True)
class Deadline:
    """A change that sets another time, and what both plans say: `Quý III-IV`, `Quý III`."""

    change: Change
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures that stand above a comparison.

    `counts` by (subject, kind of change); `deadlines` are the changes that set another time;
    `gains` and `falls` the rows whose score rose or fell most, `ranks` and `sums` those
    that differ.
    """

    counts: Mapping[tuple[Subject, str], int]
    deadlines: tuple[Deadline, ...]
    fields: tuple[FieldScore, ...]
    gains: tuple[tuple[Change, Figure], ...]
    falls: tuple[tuple[Change, Figure], ...]
    ranks: tuple[tuple[str, Figure], ...]
    sums: tuple[Sum, ...]

    def count(self, subject: Subject, *kinds: str) -> int:
        """How many changes of these kinds, or of any kind, a subject has."""
        return sum(
            count for (each, kind), count in self.counts.items()
            if each is subject and (not kinds or kind in kinds)
        )  # fmt: skip

    @property
    def fields_up(self) -> int:
        """How many fields have a higher score than before."""
        return sum((each.score.difference or 0) > 0 for each in self.fields)

    @property
    def fields_down(self) -> int:
        """How many fields have a lower score than before."""
        return sum((each.score.difference or 0) < 0 for each in self.fields)


def summarise(
    changes: Sequence[Change], tables: Sequence[TableComparison], sums: Iterable[Sum] = ()
) -> Summary:
    """The summary of the changes; scores are those of columns with the key `score`."""
    scored = [
        (change, figure)
        for change in changes
        if isinstance(change, Rescored) and change.subject is Subject.CRITERION
        for figure in [_points(change)]
        if figure and figure.difference
    ]
    scored.sort(key=lambda pair: (-abs(pair[1].difference or Decimal(0)), pair[0].place.label))
    return Summary(
        counts=Counter((change.subject, change.kind) for change in changes),
        deadlines=tuple(filter(None, map(_deadline, changes))),
        fields=tuple(score for table in tables for score in _field_scores(table)),
        gains=tuple(pair for pair in scored if points_gained(pair[1]) > 0)[:MOST],
        falls=tuple(pair for pair in scored if points_gained(pair[1]) < 0)[:MOST],
        ranks=tuple(_ranks(changes)),
        sums=tuple(sums),
    )


def _points(change: Change) -> Figure | None:
    """The points that a row lost, or where the table does not reckon them its score."""
    figures = {figure.key: figure for figure in change.figures}
    lost = figures.get(LOSS)
    return lost if lost and lost.difference is not None else figures.get(SCORE)


def points_gained(figure: Figure) -> Decimal:
    """How many points more: a smaller loss is a gain, whichever sign the table gives a loss."""
    if figure.key != LOSS or figure.old is None or figure.new is None:
        return figure.difference or Decimal(0)
    return abs(figure.old) - abs(figure.new)


def _deadline(change: Change) -> Deadline | None:
    """The time that is set anew: in the column for it, or by a date or quarter in a task."""
    if change.aspect == TIME:
        if change.subject is not Subject.CRITERION or isinstance(change, Unfilled | Regrouped):
            return None
        old, new = (place.text if place else "" for place in (change.old, change.new))
        return Deadline(change, old, new) if old != new else None
    if change.subject is not Subject.TASK or change.old is None or change.new is None:
        return None
    before = _DEADLINE.findall("".join(span.old for span in change.spans))
    after = _DEADLINE.findall("".join(span.old if span.same else span.new for span in change.spans))
    if before == after:
        return None
    if len(before) == len(after):
        moved = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
        before, after = map(list, zip(*moved, strict=True))
    return Deadline(change, ", ".join(before), ", ".join(after))


def _field_scores(table: TableComparison) -> Iterable[FieldScore]:
    """The top groups that have a score, in the order of the new plan, gone ones last."""
    known = {line for pair in table.lines for line in pair}
    pairs: list[tuple[Line | None, Line | None]] = [*table.lines]
    pairs += [(None, line) for line in table.new.lines if line not in known]
    pairs += [(line, None) for line in table.old.lines if line not in known]
    pairs.sort(key=lambda pair: pair[1].order if pair[1] else len(table.new.lines))
    rescored: dict[tuple[Line | None, Line | None], Decimal] = defaultdict(Decimal)
    for one, other in table.lines:
        before, after = one.numbers.get(SCORE), other.numbers.get(SCORE)
        if one.row.kind == other.row.kind == "row" and before is not None and after is not None:
            rescored[one.top, other.top] += after - before
    moved = {line.top for pair in pairs if not _stayed(pair, table) for line in pair if line}
    sides = (table.old, table.new)
    formulas = {rows.formula(SCORE, "group") for rows in sides if SCORE in rows.columns}
    for one, other in pairs:  # type: ignore[assignment]
        line = other or one
        if line and line.depth == 0 and line.row.kind == "group":
            score, most = (_figure(table, key, one, other) for key in (SCORE, MAXIMUM))
            if score.old is not None or score.new is not None:
                reasons = [ROWS] * bool({one, other} & moved) + [FORMULA] * (len(formulas) > 1)
                yield FieldScore(
                    line.code, shown(line.name), score, most, rescored[one, other], (*reasons,)
                )


def _stayed(pair: tuple[Line | None, Line | None], table: TableComparison) -> bool:
    """Whether a row of one field is one of the same field still, with the same maximum."""
    one, other = pair
    if one is None or other is None or (one.top, other.top) not in table.pairs:
        return False
    return one.numbers.get(MAXIMUM) == other.numbers.get(MAXIMUM)


def _figure(table: TableComparison, key: str, one: Line | None, other: Line | None) -> Figure:
    values = (line.numbers.get(key) if line else None for line in (one, other))
    return Figure(key, table.old.title(key), table.new.title(key), *values)


def _ranks(changes: Iterable[Change]) -> Iterable[tuple[str, Figure]]:
    for change in changes:
        if change.subject is Subject.INDEX:
            for figure in change.figures:
                if figure.key == "rank":
                    yield change.place.label.removeprefix("Chỉ số "), figure
