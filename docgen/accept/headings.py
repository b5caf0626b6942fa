"""New headings and points with what Word puts below them: one item of the content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from docgen.accept.align import Pair
from docgen.accept.ask import KEEP
from docgen.accept.blocks import Blocks, bare, mark_of
from docgen.accept.change import Change, Choice, value_at
from docgen.accept.letters import Unsayable, literal
from docgen.accept.units import Line, TableRow, Unit
from docgen.edit.edits import Delete, Edit, Insert, Steps, place_of
from docgen.edit.yaml_writer import Tree
from docgen.plan.agencies import find
from docgen.plan.source import Source

WHY = "thêm trong Word"
HEADS = "Mục mới đứng trước đoạn đã có, nên đoạn đó về dưới mục mới."
AS_WORD = "thêm mục này, {} đoạn đứng dưới nó trong Word thì chuyển vào mục mới"


@dataclass(slots=True)
class _Below:
    """What stands below a new heading: new words, and items of the content that move there."""

    children: list[Tree] = field(default_factory=list)
    moved: list[Steps] = field(default_factory=list)
    came: list[Line] = field(default_factory=list)


class Headings:
    """New lines that head others in the Word file."""

    def __init__(self, blocks: Blocks) -> None:
        self.blocks = blocks
        self.sides: Sequence[Pair] = blocks.sides
        self.told: set[Line] = set()
        self._last: dict[tuple[str, str], Line] = {}
        self._kinds: dict[tuple[str, Steps], set[tuple[str, str]]] = {}

    def changes(self) -> Iterator[Change]:
        """Each new heading with what came below it as one; `told` are the lines of all of them."""
        for number, (old, new) in enumerate(self.sides):
            if isinstance(old, Line):
                self._last[old.style, mark_of(old)] = old
            if old is None and isinstance(new, Line) and new not in self.told:
                change = self._headed(number, new)
                if change:
                    yield replace(change, authors=new.authors, spot=new)

    def _headed(self, number: int, new: Line) -> Change | None:
        """The item that a new line becomes with all below it; None: it heads nothing we know."""
        model = self._model(new)
        if model is None:
            return None
        line, source, item = model
        key = self._key(source, item)
        try:
            below = self._below(number, source, (*item, key))
            value = {**self._titled(line, item, new), key: [*below.children]}
        except (LookupError, Unsayable):
            return None
        if not key or not below.children:
            return None
        marker = value_at(source, (*item, "marker"))
        if isinstance(marker, str) and marker:
            value = {**value, "marker": marker}
        *parent, last = item
        assert isinstance(last, int)
        gone: list[Edit] = [Delete(source, each, why=WHY) for each in below.moved]
        edits = (*gone, Insert(source, (*parent, last + 1), value, why=WHY))
        self.told.update((new, *below.came))
        said = " ¶ ".join(each.text for each in (new, *below.came))
        text = self.blocks.places[line]
        where = text.where if text else None
        if not below.moved:
            return Change("in", "applied", where, "", said, edits=edits)
        choices = (Choice(AS_WORD.format(len(below.moved)), edits), KEEP)
        return Change("in", "asked", where, "", said, why=HEADS, choices=choices)

    def _model(self, new: Line) -> tuple[Line, Source, Steps] | None:
        """The nearest line above of the same style and mark, whose item holds others."""
        old = self._last.get((new.style, mark_of(new)))
        item = self.blocks.item(old) if old else None
        if old is None or item is None or not isinstance(item[1][-1], int):
            return None
        return (old, *item) if isinstance(value_at(*item), dict) else None

    @staticmethod
    def _key(source: Source, item: Steps) -> str:
        """The key of the list below an item."""
        value = value_at(source, item)
        known = value if isinstance(value, dict) else {}
        return next((key for key in ("items", "assignments", "tasks") if key in known), "")

    def _titled(self, line: Line, item: Steps, new: Line) -> dict[str, Tree]:
        """The words of a heading under the key that its model has them under."""
        text = self.blocks.places[line]
        words = literal(bare(new), marked=self.blocks.is_marked(line))
        assert text is not None
        key = next(each for each in place_of(text)[len(item) :] if isinstance(each, str))
        if key in ("agency", "agencies"):
            known = find(bare(new), self.blocks.base.plan.agencies)
            return {"agency": known} if known else {"title": words}
        return {key: words}

    def _below(self, number: int, source: Source, children: Steps) -> _Below:
        """What follows a new heading up to the next line of the paper that is none of its own."""
        found = _Below()
        for old, new in islice(self.sides, number + 1, None):
            if old is None and isinstance(new, Line):
                if not self._is_child(new, source, children):
                    break
                found.children.append(literal(bare(new), marked=True))
                found.came.append(new)
                continue
            place = self._place(old, source)
            if place is None:
                continue
            if place[: len(children)] != children:
                break
            child = place[: len(children) + 1]
            if child not in found.moved:
                found.moved.append(child)
                found.children.append(_tree(value_at(source, child)))
        return found

    def _place(self, old: Unit | None, source: Source) -> Steps | None:
        """The item of a file that a line is, or in which a row of a table stands."""
        if isinstance(old, TableRow):
            cells = (self.blocks.text_of(line) for cell in old.cells for line in cell)
            text = next((each for each in cells if each), None)
            return place_of(text) if text and text.source is source else None
        item = self.blocks.item(old)
        return item[1] if item and item[0] is source else None

    def _is_child(self, new: Line, source: Source, children: Steps) -> bool:
        """Whether a new line is of the kind of those that stand in a list."""
        key = source.name, children
        if key not in self._kinds:
            self._kinds[key] = {
                (line.style, mark_of(line))
                for line in self.blocks.places
                if (place := self._place(line, source)) and place[:-1] == children
            }
        return (new.style, mark_of(new)) in self._kinds[key]


def _tree(value: object) -> Tree:
    assert isinstance(value, str | list | dict)
    return value
