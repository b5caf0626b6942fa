"""Rows that are new in a table, and those that moved there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from docgen.accept.align import Pair
from docgen.accept.cells import NO_WAY, NOT_A_NUMBER, says_number
from docgen.accept.change import Change
from docgen.accept.letters import Unsayable, literal
from docgen.accept.row_places import RowPlaces
from docgen.accept.units import TableRow, Unit
from docgen.edit.apply import move
from docgen.edit.edits import Insert
from docgen.edit.yaml_writer import Tree

MERGED = "Dòng mới có ô gộp: thêm tay vào tệp."
NO_FAMILY = "Không rõ dòng này thuộc nhóm nào: thêm tay vào tệp."


class NewRows:
    """The rows of the Word file that the paper does not have; `told`: those of the paper moved."""

    def __init__(self, rows: RowPlaces, sides: Sequence[Pair]) -> None:
        self.rows = rows
        self.sides = sides
        self.told: set[TableRow] = set()
        self.old = [old for old, _ in sides if old is not None]
        self._gone: dict[tuple[str, ...], list[TableRow]] = {}
        for old, new in sides:
            if isinstance(old, TableRow) and new is None:
                self._gone.setdefault(_words(old), []).append(old)

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
        if moved := self._moved(above, below, new):
            return moved
        for near, behind in ((above, 1), (below, 0)):
            row = self.rows.row(near) if near else None
            if near is None or row is None or row.kind != "row":
                continue
            if not self._family(near, new):
                continue
            value = self._values(near, new)
            if isinstance(value, str):
                return Change(
                    "row in", "asked", self.rows.where(near), "", new.text, new.authors, value
                )
            source, place = self.rows.place(row)
            last = place[-1]
            assert isinstance(last, int)
            edit = Insert(source, (*place[:-1], last + behind), value)
            return Change(
                "row in", "applied", self.rows.where(near), "", new.text, new.authors, "", (edit,)
            )
        where = self.rows.where(above) if above else None
        return Change("row in", "asked", where, "", new.text, new.authors, NO_FAMILY)

    def _moved(
        self, above: TableRow | None, below: TableRow | None, new: TableRow
    ) -> Change | None:
        """A row that went elsewhere in the table, as it is written."""
        left = self._gone.get(_words(new), [])
        same = left[0] if left else None
        row = self.rows.row(same) if same else None
        if same is None or row is None or row.kind != "row" or any(m for _, m in same.merges):
            return None
        source, place = self.rows.place(row)
        for near, behind in ((above, 1), (below, 0)):
            here = self.rows.places.get(near) if near else None
            beside = self.rows.row(near) if near else None
            if here is None or beside is None or beside.kind != "row" or here[0] is not source:
                continue
            *parent, last = here[1]
            if isinstance(last, int) and here[1] != place:
                self.told.add(left.pop(0))
                edits = tuple(move(source, place, (*parent, last + behind)))
                where = self.rows.where(same)
                return Change("move", "applied", where, same.text, new.text, new.authors, "", edits)
        return None

    @staticmethod
    def _row_of_table(near: Sequence[Unit]) -> TableRow | None:
        return next((each for each in near if isinstance(each, TableRow)), None)

    def _family(self, near: TableRow, new: TableRow) -> bool:
        """Whether the codes of two rows belong to one group; rows without codes always do."""
        columns = self.rows.columns(near)
        if not columns or columns[0] is None or columns[0].key.value != "code":
            return True
        one, other = ("".join(line.text for line in row.cells[0]) for row in (near, new))
        return bool(other) and one.rpartition(".")[0] == other.rpartition(".")[0]

    def _values(self, near: TableRow, new: TableRow) -> Tree | str:
        """What the content says of a new row; a sentence where it cannot."""
        if len(near.cells) != len(new.cells):
            return MERGED
        value: dict[str, Tree] = {}
        for at, (column, cell) in enumerate(zip(self.rows.columns(near), new.cells, strict=True)):
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
            if column.kind in ("decimal", "integer") and not says_number(" ".join(words)):
                return NOT_A_NUMBER
            try:
                said = [literal(each, marked=not column.kind) for each in words]
            except Unsayable:
                return NO_WAY
            value[column.key.value] = said[0] if len(said) == 1 else said
        return value


def _words(row: TableRow) -> tuple[str, ...]:
    """The words of a row, but for a number that docgen counts itself."""
    cells = [" ¶ ".join(line.key for line in cell) for cell in row.cells]
    return tuple(cells[1:] if cells[0].isdecimal() else cells)
