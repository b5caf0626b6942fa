"""Rows and cells of tables that differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from docgen.accept.align import Pair, lines
from docgen.accept.change import Change, mapping_at
from docgen.accept.letters import Unsayable, literal
from docgen.accept.printed import Printed
from docgen.accept.units import Line, TableRow, Unit
from docgen.accept.words import (
    COMPUTED,
    NO_WAY,
    NOT_A_NUMBER,
    line_changes,
    put_cell,
    value_change,
)
from docgen.edit.edits import Delete, Edit, Empty, Insert, Put, Steps, place_of
from docgen.edit.yaml_writer import Tree
from docgen.finding import Where
from docgen.plan.source import Source
from docgen.plan.table import Column, Row
from docgen.vietnamese import parse_decimal
from docgen.view.origin import Origin

MERGED = "Ô gộp khác trước: sửa shared trong tệp."
GROUP = "Dòng này còn dòng con, hoặc mang ô gộp: bỏ tay trong tệp."
NO_FAMILY = "Không rõ dòng này thuộc nhóm nào: thêm tay vào tệp."
FORM = "Đầu bảng và dòng tổng không thêm, bỏ ở đây: sửa tay trong tệp."
COLUMNS = "Bảng thêm hoặc bỏ cột: sửa columns trong tệp nội dung, rồi tạo lại."


def _width(row: TableRow) -> int:
    """How many columns of the grid a row covers."""
    return sum(span for span, _ in row.merges)


class Rows:
    """The rows of the paper beside those of the Word file."""

    def __init__(self, base: Printed, sides: Sequence[Pair]) -> None:
        self.base = base
        self.sides = sides
        self.old = [old for old, _ in sides if old is not None]
        self._in_other_columns = False

    def changed(self, old: TableRow, new: TableRow) -> Iterator[Change]:
        """What differs between two rows, cell by cell; other columns are told once a table."""
        told = self._in_other_columns
        self._in_other_columns = _width(old) != _width(new)
        if self._in_other_columns:
            if not told:
                yield Change(
                    "column", "refused", self._where(old), old.text, new.text, new.authors, COLUMNS
                )
            return
        if old.merges != new.merges:
            yield Change(
                "merge", "asked", self._where(old), old.text, new.text, new.authors, MERGED
            )
            return
        for number, (before, after) in enumerate(zip(old.cells, new.cells, strict=True)):
            yield from self.cell(old, number, before, after)

    def cell(
        self, row: TableRow, number: int, before: tuple[Line, ...], after: tuple[Line, ...]
    ) -> Iterator[Change]:
        """What differs in one cell of a row."""
        blank = self.base.blanks.get((row, number))
        if not before:
            if after and blank is not None:
                yield self._filled(self.base.strings[blank].origin, after)
            return
        sides = lines(before, after)
        if all(old and new for old, new in sides):
            for old, new in sides:
                assert old
                assert new
                yield from line_changes(self.base, old, new)
            return
        yield self._paragraphs(row, before, after)

    def _filled(self, origin: Origin, after: tuple[Line, ...]) -> Change:
        """A cell that was empty."""
        said, authors = " ¶ ".join(line.text for line in after), after[0].authors
        if origin.row is None or origin.column is None:
            return Change("cell", "asked", origin.where, "", said, authors, COMPUTED)
        if len(after) == 1 or origin.column.kind:
            try:
                words = literal(after[0].text, marked=not origin.column.kind)
            except Unsayable:
                return Change("cell", "asked", origin.where, "", said, authors, NO_WAY)
            change = value_change(self.base, origin, "", words)
            return replace(change, authors=authors, spot=after[0])
        edit = put_cell(origin, [literal(line.text, marked=True) for line in after])
        return Change("cell", "applied", origin.where, "", said, authors, "", (edit,))

    def _paragraphs(
        self, row: TableRow, before: tuple[Line, ...], after: tuple[Line, ...]
    ) -> Change:
        """A cell with more or fewer paragraphs than it had."""
        old, new = (" ¶ ".join(line.text for line in cell) for cell in (before, after))
        origins = [self._origin(line) for line in before]
        texts = [each.text for each in origins if each and each.kind == "text" and each.row]
        authors = tuple(dict.fromkeys(name for line in after for name in line.authors))
        where = self._where(row)
        first = texts[0] if texts else None
        if len(texts) != len(before) or first is None:
            return Change("cell", "asked", where, old, new, authors, NO_WAY)
        edits: list[Edit] = []
        sides = lines(before, after)
        place = place_of(first)
        listed = isinstance(place[-1], int)
        at, kept = 0, 0
        try:
            if after and not any(one and other for one, other in sides):
                words = [literal(line.text, marked=True) for line in after]
                cell = place[:-1] if listed else place
                edit = Put(first.source, cell, words[0] if len(words) == 1 else words)
                return Change("cell", "applied", first.where, old, new, authors, "", (edit,))
            for one, other in sides:
                if one and other:
                    found = list(line_changes(self.base, one, other))
                    if any(each.verdict != "applied" for each in found):
                        return Change("cell", "asked", where, old, new, authors, NO_WAY)
                    edits += [edit for each in found for edit in each.edits]
                elif other:
                    step: Steps = (*place[:-1], at) if listed else (*place, at)
                    edits.append(Insert(first.source, step, literal(other.text, marked=True)))
                    continue
                elif listed:
                    edits.append(Delete(first.source, (*place[:-1], at)))
                else:
                    edits.append(Empty(first.source, place))
                kept += 1
                at += 1
        except Unsayable:
            return Change("cell", "asked", where, old, new, authors, NO_WAY)
        return Change("cell", "applied", first.where, old, new, authors, "", tuple(edits))

    # ------------------------------------------------------------------------- whole rows

    def gone(self, old: TableRow) -> Change:
        """A row that is not there any more."""
        return replace(self._gone(old), spot=old)

    def _gone(self, old: TableRow) -> Change:
        row, where = self._row(old), self._where(old)
        if row is None:
            return Change("row out", "asked", where, old.text, "", (), FORM)
        if row.kind != "row" or any(merge == "restart" for _, merge in old.merges):
            return Change("row out", "asked", where, old.text, "", (), GROUP)
        edit = Delete(row.where.source, self._place(row)[1], why="bỏ trong Word")
        return Change("row out", "applied", where, old.text, "", (), "", (edit,))

    def came(self) -> Iterator[Change]:
        """Rows that were not there, in their order."""
        before = 0
        for old, new in self.sides:
            before += old is not None
            if old is None and isinstance(new, TableRow):
                yield replace(self._new(before, new), spot=new)

    def _new(self, before: int, new: TableRow) -> Change:
        """A new row that has so many old lines and rows before it."""
        above = self._row_of_table(self.old[max(before - 1, 0) : before])
        below = self._row_of_table(self.old[before : before + 1])
        for near, behind in ((above, 1), (below, 0)):
            row = self._row(near) if near else None
            if near is None or row is None or row.kind != "row":
                continue
            if not self._family(near, new):
                continue
            value = self._values(near, new)
            if isinstance(value, str):
                return Change(
                    "row in", "asked", self._where(near), "", new.text, new.authors, value
                )
            source, place = self._place(row)
            last = place[-1]
            assert isinstance(last, int)
            edit = Insert(source, (*place[:-1], last + behind), value, why="thêm trong Word")
            return Change(
                "row in", "applied", self._where(near), "", new.text, new.authors, "", (edit,)
            )
        where = self._where(above) if above else None
        return Change("row in", "asked", where, "", new.text, new.authors, NO_FAMILY)

    @staticmethod
    def _row_of_table(near: Sequence[Unit]) -> TableRow | None:
        return next((each for each in near if isinstance(each, TableRow)), None)

    def _family(self, near: TableRow, new: TableRow) -> bool:
        """Whether the codes of two rows belong to one group; rows without codes always do."""
        columns = self._columns(near)
        if not columns or columns[0] is None or columns[0].key.value != "code":
            return True
        one, other = ("".join(line.text for line in row.cells[0]) for row in (near, new))
        return bool(other) and one.rpartition(".")[0] == other.rpartition(".")[0]

    def _columns(self, row: TableRow) -> list[Column | None]:
        """The column of each cell of a row; None where it is not known."""
        found: list[Column | None] = []
        for number, cell in enumerate(row.cells):
            origin = self._origin(cell[0]) if cell else None
            blank = self.base.blanks.get((row, number))
            if origin is None and blank is not None:
                origin = self.base.strings[blank].origin
            found.append(origin.column if origin else None)
        return found

    def _values(self, near: TableRow, new: TableRow) -> Tree | str:
        """What the content says of a new row; a sentence where it cannot."""
        if len(near.cells) != len(new.cells):
            return MERGED
        value: dict[str, Tree] = {}
        for at, (column, cell) in enumerate(zip(self._columns(near), new.cells, strict=True)):
            span, merged = new.merges[at]
            if span > 1:
                return MERGED
            if merged == "continue" and near.merges[at][1]:
                continue
            if merged or near.merges[at][1] or (cell and column is None):
                return MERGED
            if not cell or column is None or column.compute or column.kind == "order":
                continue
            words = [line.text for line in cell]
            if column.kind in ("decimal", "integer") and parse_decimal(" ".join(words)) is None:
                return NOT_A_NUMBER
            try:
                said = [literal(each, marked=not column.kind) for each in words]
            except Unsayable:
                return NO_WAY
            value[column.key.value] = said[0] if len(said) == 1 else said
        return value

    # ------------------------------------------------------------------------------ origins

    def _origin(self, line: Line) -> Origin | None:
        numbers = [mark[0] for mark in line.marks if isinstance(mark, tuple)]
        return self.base.strings[numbers[0]].origin if numbers else None

    def _row(self, unit: TableRow) -> Row | None:
        """The row of the content that a row of the paper prints; its own, not one merged over."""
        rows = [
            origin.row
            for cell, (_, merge) in zip(unit.cells, unit.merges, strict=True)
            for line in cell
            if not merge and (origin := self._origin(line)) and origin.row
        ]
        return rows[0] if rows else None

    def _place(self, row: Row) -> tuple[Source, Steps]:
        return row.where.source, mapping_at(row.where.source, row.where.start)

    def _where(self, unit: TableRow) -> Where | None:
        found = (self._origin(line) for cell in unit.cells for line in cell)
        return next((each.where for each in found if each and each.where), None)
