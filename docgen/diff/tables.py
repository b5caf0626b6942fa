"""Criteria and other rows of tables: scores, codes, names, cells, groups, merged cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from docgen.diff.changes import (
    Added,
    Change,
    Changed,
    Figure,
    Filled,
    Moved,
    Place,
    Regrouped,
    Removed,
    Renamed,
    Renumbered,
    Rescored,
    Subject,
    Unfilled,
    kind_of_figure,
)
from docgen.diff.column_changes import column_changes
from docgen.diff.columns import common_names, in_both
from docgen.diff.exchanged_names import LinePair, group_of
from docgen.diff.fields import field_change
from docgen.diff.joined_columns import joined_columns
from docgen.diff.line import Block, Line, fields_of, merged_with, recoded
from docgen.diff.line_pairs import paired_blocks, paired_lines, regrouped
from docgen.diff.match import out_of_order
from docgen.diff.outline import STEP
from docgen.diff.pairing import Pairing
from docgen.diff.rows import Rows, common_title
from docgen.diff.table_pairs import Held, with_rows_uncounted
from docgen.diff.words import alike, same, shown, spans
from docgen.plan.table import Value

BLANK = "dòng để trống"


class TableComparison:
    """Two tables that belong together: `lines` are their pairs of rows, `pairs` the same as a set.

    `at_home` are those whose group is the same one.
    """

    def __init__(self, old: Rows, new: Rows) -> None:
        self.old, self.new = old, new
        self.lines = paired_lines(old, new)
        self.blocks = paired_blocks(old, new, self.lines)
        self._joined = joined_columns(old, new, self.lines)
        self._divided = joined_columns(new, old, [pair[::-1] for pair in self.lines])
        self._same_block = set(self.blocks)
        self._known = {line for pair in self.lines for line in pair}
        self.pairs = {*self.lines, (None, None)}
        self.at_home = [pair for pair in self.lines if self._groups(*pair) in self.pairs]
        self._away = set(self.lines) - set(self.at_home)

    @classmethod
    def of(cls, one: Held, other: Held, pairing: Pairing) -> TableComparison:
        """The comparison of two tables of two outlines."""
        old, new = with_rows_uncounted(one.table, other.table)
        names = common_names(old, new)
        shared = in_both(*([known.get(key, key) for key in table.keys]
                           for known, table in zip(names, (old, new), strict=True)))  # fmt: skip
        sides = (pairing.old, one.owner, old, names[0]), (pairing.new, other.owner, new, names[1])
        before, after = (Rows(*side, shared=shared) for side in sides)
        title = common_title(before, after)
        if {title} != {before.titles[1], after.titles[1]}:
            before, after = (Rows(*side, title, shared) for side in sides)
        return cls(before, after)

    def changes(self) -> Iterator[Change]:
        """Everything that changed between the two tables."""
        yield from column_changes(self.old, self.new, self._common, (self._joined, self._divided))
        yield from self._line_changes()
        yield from self._field_changes()
        for one, other in self.lines:
            yield from self._rescored(one, other)
            yield from self._cell_changes(one, other)
            yield from self._span_changes(one, other)
        for before, after in self.blocks:
            yield from self._block_changes(before, after)
        stayed = [pair for pair in self.lines if pair not in self._away]
        for left, joined, pairs in regrouped(stayed, self.blocks):
            yield self._regrouped(left, joined, pairs)

    @cached_property
    def _common(self) -> list[str]:
        return in_both(list(self.old.columns), list(self.new.columns))

    def _field_changes(self) -> Iterator[Change]:
        """The unit, the numbers of the columns, the line of totals without its sums."""
        outlines = self.old.outline, self.new.outline
        for before, after in zip(self.old.fields, self.new.fields, strict=True):
            aspect, step, old, columns = before
            whole = aspect == "total cell" and not (self.old.table.total and self.new.table.total)
            if not whole and (not columns or columns != after[3]):
                steps = self.old.step(step), self.new.step(step)
                texts = old, after[2]
                for change in field_change(Subject.COLUMN, aspect, outlines, texts, steps):
                    yield replace(change, noun=step)

    # ------------------------------------------------------------------------------ rows

    def _line_changes(self) -> Iterator[Change]:
        for line in self.old.lines:
            if line not in self._known:
                yield self._line_change(Removed, line, None, cells=self.old.shown_cells(line))
        for line in self.new.lines:
            if line not in self._known:
                yield self._line_change(Added, None, line, cells=self.new.shown_cells(line))
        misplaced = self._away | set(self._reordered())
        for one, other in self.lines:
            if (one, other) in misplaced:
                places = self.old.position(one), self.new.position(other)
                yield self._line_change(Moved, one, other, places=places)
            elif one.code != other.code:
                yield self._line_change(Renumbered, one, other, spans=recoded(one, other))
            if not same(one.name, other.name):
                places = self.old.named(one), self.new.named(other)
                words = spans(one.name, other.name)
                yield self._line_change(Renamed, one, other, places=places, spans=words)

    def _reordered(self) -> Iterator[LinePair]:
        """Rows of unchanged code that stand in another order in their group."""
        groups: dict[object, dict[tuple[int, int], LinePair]] = defaultdict(dict)
        for one, other in self.at_home:
            if one.code == other.code:
                groups[self._groups(one, other)][one.order, other.order] = (one, other)
        for group in groups.values():
            content = {at: (one.place.text, other.place.text) for at, (one, other) in group.items()}
            for at in out_of_order(list(group), content.__getitem__):
                yield group[at]

    def _groups(self, one: Line, other: Line) -> tuple[Line | None, Line | None]:
        return group_of(one, self._known), group_of(other, self._known)

    def _line_change(
        self,
        kind: type[Change],
        one: Line | None,
        other: Line | None,
        *,
        places: tuple[Place | None, Place | None] | None = None,
        **more: object,
    ) -> Change:
        old, new = places or (one.place if one else None, other.place if other else None)
        return kind(
            subject=Subject.CRITERION,
            old=old,
            new=new,
            agencies=self._agencies((self.old, one), (self.new, other)),
            fields=fields_of(line for line in (one, other) if line),
            noun=BLANK * any(line and line.row.kind == "blank" for line in (one, other)),
            **more,  # type: ignore[arg-type]
        )

    @staticmethod
    def _agencies(*sides: tuple[Rows, Line | None]) -> tuple[str, ...]:
        """The agencies that the cells of a row name, its title apart."""
        return tuple(
            sorted(
                {
                    key
                    for rows, line in sides
                    if line is not None
                    for key in rows.outline.offices.mentioned(rows.texts(line))
                }
            )
        )

    # ----------------------------------------------------------------------------- cells

    def _rescored(self, one: Line, other: Line) -> Iterator[Change]:
        """One change for all numbers of a row, if one that the content gives is another.

        Those that one plan leaves blank are a change of their own.
        """
        figures, typed = self._figures(one, other)
        for kind, found in figures.items():
            if kind in typed:
                yield self._line_change(kind, one, other, figures=tuple(found))

    def followed(self) -> Iterator[tuple[Line, Figure]]:
        """The numbers of rows that are others by what other rows or a formula say.

        The score of a top group is told with its field.
        """
        for one, other in self.lines:
            figures, typed = self._figures(one, other)
            field = other.depth == 0 and other.row.kind == "group"
            for figure in figures[Rescored] if Rescored not in typed else ():
                if not (field and figure.key == "score"):
                    yield other, figure

    def _figures(
        self, one: Line, other: Line
    ) -> tuple[dict[type[Change], list[Figure]], set[type[Change]]]:
        """The numbers of a row that differ, by kind; the kinds of which the content gives one."""
        figures: dict[type[Change], list[Figure]] = defaultdict(list)
        typed: set[type[Change]] = set()
        for key in self._common:
            before, after = one.numbers.get(key), other.numbers.get(key)
            if self._is_numeric(key) and before != after and not one.words_in(key, other):
                covered = one.is_covered(key) or other.is_covered(key)
                kind = Rescored if covered else kind_of_figure(before, after)
                titles = self.old.title(key), self.new.title(key)
                figures[kind].append(Figure(key, *titles, before, after))
                if self.old.is_typed(one, key) or self.new.is_typed(other, key):
                    typed.add(kind)
        return figures, typed

    def _is_numeric(self, key: str) -> bool:
        return self.old.is_numeric(key) and self.new.is_numeric(key)

    def _is_padded(self, key: str) -> bool:
        """Whether the zeros at the end of a column's numbers are not the content's."""
        sides = (self.old, self.new)
        return any(each.outline.plan.office.pads(each.columns[key]) for each in sides)

    def _cell_changes(self, one: Line, other: Line) -> Iterator[Change]:
        labels = one.place.label, other.place.label
        for key in self._common:
            before, after = one.source(key), other.source(key)
            if self._is_numeric(key) and not one.words_in(key, other):
                typed = self.old.is_typed(one, key) and self.new.is_typed(other, key)
                alike = one.numbers.get(key) == other.numbers.get(key)
                compared = typed and alike and not self._is_padded(key)
            else:
                merged = (before, after) in self._same_block
                compared = not merged and key not in (*self.old.titles, *self.new.titles)
            if compared:
                values = self._values(one, other, key)
                yield from self._cell_change(key, (one, other), values, labels)

    def _cell_change(
        self, key: str, lines: LinePair, values: tuple[Value, Value], labels: tuple[str, str]
    ) -> Iterator[Change]:
        words = self.old.words(values[0]), self.new.words(values[1])
        if not (alike if key in {**self._joined, **self._divided} else same)(*words):
            places = (
                self.old.cell(key, values, lines[0], labels[0]),
                self.new.cell(key, values[::-1], lines[1], labels[1]),
            )
            kind: type[Change] = Changed
            if not any(line.is_covered(key) for line in lines):
                kind = kind if all(values) else Unfilled if values[0] else Filled
            yield self._line_change(kind, *lines, places=places, aspect=key, spans=spans(*words))

    def _values(self, one: Line | Block, other: Line | Block, key: str) -> tuple[Value, Value]:
        """A cell of both, with the words of the column that it took in since or gave away."""
        values = one.value(key), other.value(key)
        if taken := self._joined.get(key):
            return taken.value(values[0], one.value(taken.key)), values[1]
        if taken := self._divided.get(key):
            return values[0], taken.value(values[1], other.value(taken.key))
        return values

    # ---------------------------------------------------------------------- merged cells

    def _span_changes(self, one: Line, other: Line) -> Iterator[Change]:
        """Cells that reach over other columns than before, of those that both tables have."""
        for key in self._common:
            before, after = one.reach(key), other.reach(key)
            if before != after and self._kept(before) != self._kept(after):
                places = (
                    replace(one.place, text=self.old.reaching(before), part=self.old.title(key)),
                    replace(other.place, text=self.new.reaching(after), part=self.new.title(key)),
                )
                yield self._line_change(Regrouped, one, other, places=places, aspect=key)

    def _kept(self, ends: tuple[str, ...]) -> set[str]:
        return {*ends}.intersection(self._common)

    def _block_changes(self, before: Block, after: Block) -> Iterator[Change]:
        lines = before.lines[0], after.lines[0]
        labels = _label(before.lines), _label(after.lines)
        for key in self._common:
            if key in before.cells and key in after.cells:
                values = self._values(before, after, key)
                yield from self._cell_change(key, lines, values, labels)
            elif key in before.cells or key in after.cells:
                places = tuple(
                    Place(
                        merged_with([block] if key in block.cells else []), label,
                        block.row.where.where, rows.title(key),
                    ) for block, label, rows in (
                        (before, labels[0], self.old), (after, labels[1], self.new)
                    )
                )  # fmt: skip
                yield self._line_change(
                    Regrouped, *lines, places=(places[0], places[1]), aspect=key
                )

    def _regrouped(
        self, left: tuple[Block, ...], joined: tuple[Block, ...], pairs: list[LinePair]
    ) -> Change:
        olds = sorted((one for one, _ in pairs), key=lambda line: line.order)
        news = sorted((other for _, other in pairs), key=lambda line: line.order)
        places = (
            Place(merged_with(left), _label(olds), olds[0].place.where),
            Place(merged_with(joined), _label(news), news[0].place.where),
        )
        return self._line_change(Regrouped, olds[0], news[0], places=places)


def _label(lines: list[Line]) -> str:
    """Several rows as an officer calls them: the group, then the codes."""
    if len(lines) == 1:
        return lines[0].place.label
    above = lines[0].parent.place.label if lines[0].parent else lines[0].place.label
    return f"{above}{STEP}{', '.join(line.code or shown(line.name) for line in lines)}"
