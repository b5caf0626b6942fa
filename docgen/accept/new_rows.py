"""Rows that are new in a table, and those that moved there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from docgen.accept.align import Pair
from docgen.accept.cells import NO_WAY, NOT_A_NUMBER, says_number
from docgen.accept.change import Change, value_at
from docgen.accept.letters import Unsayable
from docgen.accept.line_places import Place
from docgen.accept.new_words import in_a_cell
from docgen.accept.row_places import RowPlaces
from docgen.accept.row_shapes import at_merges, filled, looks_of_row, starts
from docgen.accept.units import Line, TableRow
from docgen.edit.apply import move
from docgen.edit.edits import Insert
from docgen.edit.yaml_writer import Tree
from docgen.plan.table import Column

MERGED = "Dòng mới có ô gộp: thêm tay vào tệp."
NO_ROWS = (
    "Nhóm mới chưa có dòng con, mà số của nhóm cộng từ các dòng con: thêm dòng con, "
    "hoặc thêm nhóm tay vào tệp."
)
NO_FAMILY = "Không rõ dòng này thuộc nhóm nào: thêm tay vào tệp."
HEADS = ("group", "across")

Grid = Mapping[int, Column]


class _Unwritable(Exception):
    """The content cannot say a row; its words are for the officer."""


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
        """Rows that were not there, in their order; those of one item of the content as one."""
        before, left = 0, 0
        for number, (old, new) in enumerate(self.sides):
            before += old is not None
            if old is None and isinstance(new, TableRow):
                if not left:
                    run = [*_new_ones(self.sides[number:])]
                    change, left = self._new(before, run)
                    yield replace(change, spot=new)
                left -= 1

    def _new(self, before: int, run: Sequence[TableRow]) -> tuple[Change, int]:
        """What new rows become that have so many old lines and rows before them, and how many."""
        new = run[0]
        above = self._row_of_table(before - 1)
        below = self._row_of_table(before)
        if moved := self._moved(above, below, new):
            return moved, 1
        near = above or below
        where = self.rows.where(near) if near else None
        why = NO_FAMILY
        for beside, behind in ((above, 1), (below, 0)):
            if beside is None or self.rows.row(beside) is None:
                continue
            try:
                item = self._headed(before, beside, behind, run) or self._beside(
                    beside, behind, run
                )
            except _Unwritable as error:
                why = str(error)
                break
            if item:
                (source, place), value, count = item
                said = " ¶ ".join(row.text for row in run[:count])
                edit = Insert(source, place, value)
                where = self.rows.where(beside)
                return Change(
                    "row in", "applied", where, "", said, new.authors, edits=(edit,)
                ), count  # fmt: skip
        return Change("row in", "asked", where, "", new.text, new.authors, why), 1

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
            block = value_at(source, here[1][:-2])
            shares = isinstance(block, dict) and "shared" in block
            *parent, last = here[1][:-2] if shares else here[1]
            if isinstance(last, int) and here[1] != place:
                self.told.add(left.pop(0))
                edits = tuple(move(source, place, (*parent, last + behind)))
                where = self.rows.where(same)
                return Change("move", "applied", where, same.text, new.text, new.authors, "", edits)
        return None

    def _row_of_table(self, at: int) -> TableRow | None:
        """The old row at a place, if a row of a table stands there."""
        near = self.old[at] if 0 <= at < len(self.old) else None
        return near if isinstance(near, TableRow) else None

    # ------------------------------------------------------------------ where and what

    def _headed(
        self, before: int, near: TableRow, behind: int, run: Sequence[TableRow]
    ) -> tuple[Place, Tree, int] | None:
        """A new row that heads those behind it, as another of the table does; beside that group."""
        new, at = run[0], before - 1
        while behind and (above := self._row_of_table(at)) and not self._is_like(above, new):
            at -= 1
        model = self._row_of_table(at) if behind else near
        if model is None or not self._is_like(model, new):
            return None
        source, (*parent, last) = self.rows.places[model]
        following = self._row_of_table(before)
        after = self.rows.places.get(following) if following else None
        if not isinstance(last, int) or (
            behind and after and after[1][: len(parent) + 1] == (*parent, last)
        ):
            return None
        grid, heads = self._grid(near), new.merges == model.merges and len(new.cells) == 1
        below = [*takewhile(lambda row: not self._is_like(model, row), run[1:])]
        value: dict[str, Tree] = (
            {"across": _said([new.cells[0][0]], marked=True)} if heads
            else self._value(grid, new, heads=True)
        )  # fmt: skip
        if not below and any(grid[at].group for at in filled(new) if at in grid):
            raise _Unwritable(NO_ROWS)
        value["rows"] = [*self._items(grid, below)] or ""
        return (source, (*parent, last + behind)), value, 1 + len(below)

    def _is_like(self, model: TableRow, new: TableRow) -> bool:
        """Whether a new row is a head of rows as one of the table is, by its cells and its look."""
        row = self.rows.row(model)
        return bool(
            row and row.kind in HEADS and model.merges == new.merges and (
                row.kind == "across"
                or (looks_of_row(model) == looks_of_row(new) and self._family(model, new))
            )
        )  # fmt: skip

    def _beside(
        self, near: TableRow, behind: int, run: Sequence[TableRow]
    ) -> tuple[Place, Tree, int] | None:
        """A new row that goes beside an ordinary one, or a block of new rows with shared cells."""
        row = self.rows.row(near)
        if row is None or row.kind != "row" or not self._family(near, run[0]):
            return None
        source, place = self.rows.place(row)
        grid, tied, own = (
            self._grid(near),
            at_merges(near, "continue", "restart"),
            at_merges(run[0], "continue"),
        )
        if own and own != tied:
            raise _Unwritable(MERGED)
        if tied and not own:
            place = place[:-2]  # behind, or before, the whole block
            known = value_at(source, place)
            if not (isinstance(known, dict) and "shared" in known):
                raise _Unwritable(MERGED)
        last = place[-1]
        assert isinstance(last, int)
        at = source, (*place[:-1], last + behind)
        if own:
            return at, self._value(grid, run[0], without=own), 1
        block = _block(run)
        return at, next(self._items(grid, block)), len(block)

    def _family(self, near: TableRow, new: TableRow) -> bool:
        """Whether the codes of two rows belong to one group; rows without codes always do."""
        columns = self.rows.columns(near)
        if not columns or columns[0] is None or columns[0].key.value != "code":
            return True
        one, other = ("".join(line.text for line in row.cells[0]) for row in (near, new))
        alike = one.rpartition(".")[0] == other.rpartition(".")[0]
        source, place = self.rows.places[near]
        head = value_at(source, (*place[:-2], "code"))
        return bool(other) and (alike or (isinstance(head, str) and other.startswith(f"{head}.")))

    def _grid(self, near: TableRow) -> Grid:
        """The columns of the table of a row, by where in its grid each begins."""
        found: dict[int, Column] = {}
        at = next(number for number, each in enumerate(self.old) if each is near)
        for step in (-1, 1):
            number = at
            while row := self._row_of_table(number):
                for start, column, (span, _) in zip(
                    starts(row), self.rows.columns(row), row.merges, strict=True
                ):
                    if column and span == 1:
                        found.setdefault(start, column)
                number += step
        return found

    def _items(self, grid: Grid, rows: Sequence[TableRow]) -> Iterator[Tree]:
        """The items of the content that print some new rows: those that share cells as one."""
        left = [*rows]
        while left:
            block = _block(left)
            left = left[len(block) :]
            tied = at_merges(block[-1], "continue")
            if not tied:
                yield self._value(grid, block[0])
                continue
            own = at_merges(block[0], "", "continue")
            shared = self._value(grid, block[0], without=own)
            yield {
                "shared": shared, "rows": [self._value(grid, row, without=tied) for row in block]
            }  # fmt: skip

    def _value(
        self, grid: Grid, new: TableRow, *, without: Collection[int] = (), heads: bool = False
    ) -> dict[str, Tree]:
        """What the content says of the cells of a new row, but for those that begin at some places.

        Computed cells are left out; `heads`: the row heads others.
        """
        value: dict[str, Tree] = {}
        for start, cell, (span, _) in zip(starts(new), new.cells, new.merges, strict=True):
            column, last = grid.get(start), grid.get(start + span - 1)
            if start in without or not cell:
                continue
            if column is None or last is None:
                raise _Unwritable(MERGED)
            if column.compute or column.kind == "order" or (heads and column.group):
                continue
            numeric = column.kind in ("decimal", "integer") and span == 1
            if numeric and not says_number(" ".join(line.text for line in cell)):
                raise _Unwritable(NOT_A_NUMBER)
            key = column.key.value
            key = key if span == 1 else f"{key} - {last.key.value}"
            value[key] = _said(cell, marked=not column.kind)
        return value


def _new_ones(sides: Sequence[Pair]) -> Iterator[TableRow]:
    """The new rows at the beginning of some sides, up to what the paper has too."""
    for old, new in sides:
        if old is None and isinstance(new, TableRow):
            yield new
        elif new is not None:
            return


def _block(rows: Sequence[TableRow]) -> Sequence[TableRow]:
    """The first row with those that go on with cells of its own."""
    own = at_merges(rows[0], "restart")
    tied = [*takewhile(lambda row: bool(own) and at_merges(row, "continue") == own, rows[1:])]
    if own and not tied:
        raise _Unwritable(MERGED)
    return [rows[0], *tied]


def _said(cell: Sequence[Line], *, marked: bool) -> Tree:
    """The words of a cell as the content has them."""
    try:
        said: list[Tree] = [in_a_cell(line, marked=marked) for line in cell]
    except Unsayable as error:
        raise _Unwritable(NO_WAY) from error
    return said[0] if len(said) == 1 else said


def _words(row: TableRow) -> tuple[str, ...]:
    """The words of a row, but for a number that docgen counts itself."""
    cells = [" ¶ ".join(line.key for line in cell) for cell in row.cells]
    return tuple(cells[1:] if cells[0].isdecimal() else cells)
