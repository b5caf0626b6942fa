"""New headings and points with what Word puts below them: one item of the content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from docgen.accept.align import Pair
from docgen.accept.ask import KEEP
from docgen.accept.blocks import HEADS, Blocks
from docgen.accept.change import Change, Choice, value_at
from docgen.accept.letters import Unsayable, literal
from docgen.accept.line_places import Place
from docgen.accept.looks import style_of
from docgen.accept.marks import bare, mark_of
from docgen.accept.named_agencies import CALLED, official
from docgen.accept.new_words import worded
from docgen.accept.units import Line, TableRow, Unit
from docgen.edit.apply import move
from docgen.edit.edits import Delete, Edit, Insert, Steps, place_of
from docgen.edit.yaml_writer import Tree
from docgen.plan.source import Source

TAKES = "Mục mới đứng trước đoạn đã có, nên đoạn đó về dưới mục mới."
BODY = "KHParagraph"
ALONE = "Mục mới chưa có gì bên dưới."
AS_ONE = "thêm mục này, chỉ có tiêu đề"
AS_WORD = "thêm mục này, {} đoạn đứng dưới nó trong Word thì chuyển vào mục mới"


@dataclass(slots=True)
class _Below:
    """What stands below a new heading: new words, and items of the content that move there."""

    text: list[Tree] = field(default_factory=list)
    children: list[Tree] = field(default_factory=list)
    moved: list[Steps] = field(default_factory=list)
    came: list[Line] = field(default_factory=list)


class Headings:
    """New lines that head others in the Word file; those `told` elsewhere are left out."""

    def __init__(self, blocks: Blocks, told: Iterable[Line] = ()) -> None:
        self.blocks = blocks
        self.sides: Sequence[Pair] = blocks.sides
        self.told = {*told}
        self._last: dict[tuple[str, str], Line] = {}
        self._kinds: dict[tuple[str, Steps], set[tuple[str, str]]] = {}

    def changes(self) -> Iterator[Change]:
        """Each new heading with what came below it as one; `told` are the lines of all of them."""
        if all(old for old, _ in self.sides):
            return
        for number, (old, new) in enumerate(self.sides):
            if isinstance(old, Line):
                self._last[_kind(old)] = old
                if self._is_heading(old):
                    self._last["", mark_of(old)] = old
            if old is None and isinstance(new, Line) and new not in self.told:
                change = self._headed(number, new)
                if change:
                    yield replace(change, authors=new.authors, spot=new)

    def _headed(self, number: int, new: Line) -> Change | None:
        """The item that a new line becomes with all below it; None: it heads nothing we know."""
        following = self.blocks.next_line(number)
        before = following is not None and self._is_like(following, new)
        above = self._last.get(_kind(new)) or (
            self._last.get(("", mark_of(new))) if new.style == BODY else None
        )
        model = self._model(following if before else above)
        if model is None:
            return None
        line, source, item = model
        target = self._beside(source, item, 0 if before else 1)
        if target and (moved := self._moved(number, new, target)):
            return moved
        children = self._children(source, item)
        key = str(children[-1]) if children else ""
        try:
            below = self._below(number, source, children)
            value = self._titled(line, item, new)
        except (LookupError, Unsayable):
            return None
        titled = not HEADS.isdisjoint(value)
        if target is None or not (titled or (mark_of(new) and below.children)):
            return None
        marker = value_at(source, (*item, "marker"))
        if below.children:
            marked = {"marker": marker} if isinstance(marker, str) and marker else {}
            value = {**value, key: [*below.children], **marked}
        if below.text:
            value = {**value, "text": below.text[0] if len(below.text) == 1 else below.text}
        gone: list[Edit] = [Delete(source, each) for each in below.moved]
        edits = (*gone, Insert(*target, value))
        self.told.update((new, *below.came))
        said = " ¶ ".join(each.text for each in (new, *below.came))
        text = self.blocks.places[line]
        where = text.where if text else None
        if not below.children and not below.text:
            only = (Choice(AS_ONE, edits), KEEP)
            return Change("in", "asked", where, "", said, why=ALONE, choices=only)
        if not below.moved:
            return Change("in", "applied", where, "", said, edits=edits)
        choices = (Choice(AS_WORD.format(len(below.moved)), edits), KEEP)
        return Change("in", "asked", where, "", said, why=TAKES, choices=choices)

    def _is_heading(self, old: Line) -> bool:
        """Whether a line of the paper is a heading that bears a mark."""
        text = self.blocks.places.get(old)
        return bool(text and mark_of(old) and not HEADS.isdisjoint(place_of(text)[-2:]))

    def _is_like(self, old: Line, new: Line) -> bool:
        """Whether a new line is of the kind of an old one.

        Behind a heading Word begins a paragraph of the text: then the mark says what it is.
        """
        return _kind(old) == _kind(new) or (
            mark_of(old) == mark_of(new) and self._is_heading(old) and new.style == BODY
        )

    def _moved(self, number: int, new: Line, target: Place) -> Change | None:
        """A heading that went elsewhere with all that stood below it, word for word."""
        blocks = self.blocks
        old = next((each for each in blocks.gone if blocks.said(each) == blocks.said(new)), None)
        item = blocks.whole(old, blocks.gone) if old and old not in self.told else None
        if old is None or item is None or not isinstance(item[1][-1], int):
            return None
        gone = [each for each in blocks.left_below(item) if isinstance(each, Line)]
        sides = islice(self.sides, number, number + len(gone))
        came = [now for was, now in sides if was is None and isinstance(now, Line)]
        if len(gone) < 2 or [*map(blocks.said, gone)] != [*map(blocks.said, came)]:
            return None
        self.told.update((*gone, *came))
        was, now = (" ¶ ".join(each.text for each in block) for block in (gone, came))
        text = blocks.places[old]
        edits = tuple(move(*item, target[1], target[0]))
        return Change("move", "applied", text.where if text else None, was, now, edits=edits)

    def _model(self, old: Line | None) -> tuple[Line, Source, Steps] | None:
        """A line of the kind of a new one, and the item that it is the heading of."""
        item = self.blocks.item(old)
        if old is None or item is None:
            return None
        source, place = item
        whole = place if isinstance(place[-1], int) else ()
        return (old, source, whole) if isinstance(value_at(source, whole), dict) else None

    def _beside(self, source: Source, item: Steps, behind: int) -> Place | None:
        """The place before an item, or behind it; for a file of its own, where that is called."""
        *parent, last = item or ("", "")
        if isinstance(last, int):
            return source, (*parent, last + behind)
        called = self.blocks.called(source)
        return (called[0], (*called[1][:-1], int(called[1][-1]) + behind)) if called else None

    @staticmethod
    def _children(source: Source, item: Steps) -> Steps:
        """The list below an item, or below one that stands in the same list; () for none."""
        beside = value_at(source, item[:-1]) if item else None
        siblings = (
            [(*item[:-1], at) for at in range(len(beside))] if isinstance(beside, list) else []
        )
        for each in (item, *siblings):
            value = value_at(source, each)
            for key in ("items", "assignments", "tasks"):
                if isinstance(value, dict) and key in value:
                    return (*each, key)
        return ()

    def _titled(self, line: Line, item: Steps, new: Line) -> dict[str, Tree]:
        """The words of a heading under the key that its model has them under."""
        text = self.blocks.places[line]
        words = (
            worded(new, style_of(self.blocks.base, line)) if self.blocks.is_marked(line)
            else literal(bare(new), marked=False)
        )  # fmt: skip
        assert text is not None
        key = next(each for each in place_of(text)[len(item) :] if isinstance(each, str))
        known = official(bare(new), self.blocks.base.plan.agencies)
        if known and "assignments" in item[-2:]:
            return {"agency": known}
        return {"title" if key in CALLED else key: words}

    def _below(self, number: int, source: Source, children: Steps) -> _Below:
        """What follows a new heading up to the next line of the paper that is none of its own."""
        found = _Below()
        for old, new in islice(self.sides, number + 1, None):
            if old is None and isinstance(new, Line):
                words = worded(new)
                if self._is_child(new, source, children):
                    found.children.append(words)
                elif new.style != BODY or mark_of(new):
                    break
                elif found.children:
                    found.children.append({"plain": words})
                else:
                    found.text.append(words)
                found.came.append(new)
                continue
            place = self._place(old, source)
            if place is None:
                continue
            if not children or found.text or place[: len(children)] != children:
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
                _kind(line)
                for line in self.blocks.places
                if (place := self._place(line, source))
                and place[:-1] == children
                and not self.blocks.is_plain(line)
            }
        return _kind(new) in self._kinds[key]


def _kind(line: Line) -> tuple[str, str]:
    return line.style, mark_of(line)


def _tree(value: object) -> Tree:
    assert isinstance(value, str | list | dict)
    return value
