"""Paragraphs that came, went or moved: items of the lists that the content keeps."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import accumulate, chain

from docgen.accept.align import Pair
from docgen.accept.change import Change, value_at
from docgen.accept.final_signs import ended_before, unended
from docgen.accept.letters import ENDINGS, Unsayable, literal
from docgen.accept.line_places import LinePlaces, Place
from docgen.accept.looks import style_of
from docgen.accept.marks import bare, likeness_of, mark_of
from docgen.accept.new_words import worded
from docgen.accept.printed import Printed
from docgen.accept.units import Line, TableRow, Unit
from docgen.accept.words import line_changes
from docgen.edit.apply import move
from docgen.edit.edits import Delete, DropKey, Edit, Empty, Insert, Reword, Steps, place_of
from docgen.plan.source import Source, Text
from docgen.view.inline import Inline

NEW_KIND = "Không rõ đoạn này thuộc mục nào: thêm tay vào tệp."
NOT_ALONE = "Bên dưới còn nội dung: bỏ cả mục trong tệp, hoặc để lại."
NOT_LISTED = "Mục này không bỏ được ở đây: sửa tay trong tệp."

ALIKE, MOST_GONE = 3 / 5, 200

HEADS = {"title", "agency", "agencies"}
BESIDE = ("text", "unit")
LISTS = ("bases", "addressees", "preamble", "closing", "recipients")


class Blocks(LinePlaces):
    """The lines of the paper that stand alone on one side."""

    def __init__(self, base: Printed, sides: Sequence[Pair]) -> None:
        super().__init__(base)
        self.sides = sides
        self.gone = [old for old, new in sides if isinstance(old, Line) and new is None]
        self.old = [old for old, _ in sides if old is not None]
        self.styles = {old.style for old in self.old if isinstance(old, Line)}
        self.before = [0, *accumulate(old is not None for old, _ in sides)]
        self.targets: dict[tuple[int, str, str], Place | None] = {}

    def changes(self, told: Collection[Line] = ()) -> Iterator[Change]:
        """What moved, what went, what came, but for the lines of both sides already `told`."""
        came = [
            (number, new)
            for number, (old, new) in enumerate(self.sides)
            if old is None and isinstance(new, Line) and new not in told
        ]
        left: dict[tuple[str, str], list[Line]] = {}
        for old in self.gone:
            if old not in told:
                left.setdefault(self.said(old), []).append(old)
        for number, new in came:
            same = next(iter(left.get(self.said(new), ())), None)
            moved = self._moved(same, number, new) if same else None
            if moved:
                left[self.said(new)].pop(0)
                yield moved
            elif near := self._reworded(left, number, new):
                left[self.said(near[0])].remove(near[0])
                yield near[1]
            else:
                yield replace(self._came(number, new), spot=new)
        staying = {id(old) for alike in left.values() for old in alike}
        yield from self._went([old for old in self.gone if id(old) in staying])

    def _reworded(
        self, left: Mapping[tuple[str, str], Sequence[Line]], number: int, new: Line
    ) -> tuple[Line, Change] | None:
        """A line that went elsewhere and was reworded too."""
        alike = [
            old
            for (style, _), lines in left.items()
            for old in lines
            if style == new.style and mark_of(old) == mark_of(new)
        ]
        if len(alike) > MOST_GONE:
            return None
        likeness = {old: likeness_of(old, new) for old in alike}
        near = max(alike, key=likeness.__getitem__, default=None)
        if near is None or likeness[near] < ALIKE:
            return None
        text, target, item = self.places[near], self._target(number, new), self.item(near)
        found = [each for each in line_changes(self.base, near, new) if each.kind != "mark"]
        said = [edit for each in found for edit in each.edits if isinstance(edit, Reword)]
        if (
            text is None or not target or not item or self.left_below(item) != [near]
            or any(each.verdict != "applied" for each in found) or len(said) != 1
            or value_at(*item) != text.value
        ):  # fmt: skip
            return None
        edits = (
            Delete(*item),
            Insert(*target, said[0].new),
        )
        return near, Change(
            "move", "applied", text.where, near.text, new.text, new.authors, edits=edits, spot=new
        )

    @staticmethod
    def said(line: Line) -> tuple[str, str]:
        """The same for a line that went and for one that came where it is the same line."""
        return line.style, bare(line).rstrip(ENDINGS)

    def _above(self, number: int) -> Iterator[Unit]:
        """The old units before a pair, the nearest first."""
        return (self.old[at] for at in range(self.before[number] - 1, -1, -1))

    def line_above(self, number: int) -> Line | None:
        """The old line before a pair; None where a row of a table, or nothing, stands there."""
        above = next(self._above(number), None)
        return above if isinstance(above, Line) else None

    def next_line(self, number: int) -> Line | None:
        """The old line behind a pair; None where a row of a table, or nothing, stands there."""
        following = next(self._below(number), None)
        return following if isinstance(following, Line) else None

    def _below(self, number: int) -> Iterator[Unit]:
        """The old units behind a pair, the nearest first."""
        return (self.old[at] for at in range(self.before[number + 1], len(self.old)))

    # ------------------------------------------------------------------------------- where

    def is_of_list(self, number: int, new: Line) -> bool:
        """Whether a new line goes into a list of its kind that stands beside it."""
        return self._target(number, new) is not None

    def _target(self, number: int, new: Line) -> Place | None:
        """Where in which list a new line belongs: behind the last of its kind above, or before."""
        key = (self.before[number], new.style, mark_of(new))
        if key not in self.targets:
            self.targets[key] = self._place_for(number, new)
        return self.targets[key]

    def _place_for(self, number: int, new: Line) -> Place | None:
        passed: list[Place] = []
        for old in self._above(number):
            here = self.item(old)
            if isinstance(old, TableRow) or here is None:
                break
            if self._kin(old, new) and all(self._within(each, here) for each in passed):
                return here[0], self._behind(self._paragraph(old) or here[1])
            passed.append(here)
        following = self.next_line(number)
        here = self.item(following)
        if following and here and self._kin(following, new):
            return here[0], here[1] if isinstance(here[1][-1], int) else (*here[1], 0)
        return None

    def _paragraph(self, old: Unit) -> Steps | None:
        """The place of a line that is the one paragraph below a heading or a point."""
        text = self.places.get(old) if isinstance(old, Line) and not mark_of(old) else None
        place = place_of(text) if text else ()
        return place if place[-1:] == ("text",) else None

    def _kin(self, old: Unit, new: Line) -> bool:
        """Whether a new line is of the kind of an old one, which is no heading.

        A line in a style of its own came from elsewhere: its mark says what it is.
        """
        if not isinstance(old, Line) or mark_of(old) != mark_of(new):
            return False
        if old.style != new.style and (new.style in self.styles or not mark_of(new)):
            return False
        text = self.places.get(old)
        if text is None:
            return False
        return text in self.appendix_titles or HEADS.isdisjoint(place_of(text)[-2:])

    @cached_property
    def appendix_titles(self) -> Collection[Text]:
        """The lines of the titles of appendices: a title of several lines is a list."""
        return [line for each in self.base.plan.appendices for line in each.title]

    @staticmethod
    def _within(each: Place, item: Place) -> bool:
        return each[0] is item[0] and each[1][: len(item[1])] == item[1]

    @staticmethod
    def _behind(place: Steps) -> Steps:
        last = place[-1]
        return (*place[:-1], last + 1) if isinstance(last, int) else (*place, 1)

    # ------------------------------------------------------------------------------- what

    def _came(self, number: int, new: Line) -> Change:
        target = self._target(number, new)
        if target is None:
            return Change("in", "asked", None, "", new.text, new.authors, NEW_KIND)
        try:
            near = self._neighbour(number)
            said = unended(bare(new), self.places.get(near) if near else None)
            words = (
                worded(new, style_of(self.base, near), len(said)) if self.is_marked(near)
                else literal(said, marked=False)
            )  # fmt: skip
        except Unsayable:
            return Change("in", "asked", None, "", new.text, new.authors, NEW_KIND)
        source, place = target
        edit = Insert(source, place, {"plain": words} if self.is_plain(near) else words)
        where = source.where(0)
        beside = next((each for each in self._above(number) if each in self.places), None)
        text = self.places[beside] if isinstance(beside, Line) else None
        where = text.where if text else where
        edits = edit, *ended_before(self, self.sides, *target)
        return Change("in", "applied", where, "", new.text, new.authors, "", edits)

    def _neighbour(self, number: int) -> Line | None:
        near = chain(self._above(number), self._below(number))
        new = self.sides[number][1]
        assert isinstance(new, Line)
        return next((o for o in near if isinstance(o, Line) and self._kin(o, new)), None)

    def is_marked(self, line: Line | None) -> bool:
        """Whether `*` is emphasis in a line of the paper, and so in the list that it stands in."""
        own = [mark[0] for mark in (line.marks if line else ()) if isinstance(mark, tuple)]
        return any(isinstance(self.base.strings[each], Inline) for each in own)

    def _moved(self, old: Line, number: int, new: Line) -> Change | None:
        target, item = self._target(number, new), self.item(old)
        if not target or not item:
            return None
        if not isinstance(item[1][-1], int) or not isinstance(target[1][-1], int):
            return None
        if list(self.left_below(item)) != [old] or self._within(target, item):
            return None
        edits = tuple(move(*item, target[1], target[0]))
        text = self.places[old]
        where = text.where if text else None
        return Change("move", "applied", where, old.text, new.text, new.authors, "", edits)

    def _went(self, left: Sequence[Line]) -> Iterator[Change]:
        """Lines that are gone, a heading with all below it as one."""
        told: set[Line] = set()
        for line in left:
            if line in told:
                continue
            item = self.whole(line, left)
            text = self.places[line]
            where = text.where if text else None
            if item is None:
                why = NOT_ALONE if text else NOT_LISTED
                yield Change("out", "asked", where, line.text, "", line.authors, why, spot=line)
                continue
            if item[1][-1] == "unit" and self._went_whole((item[0], item[1][:-1])):
                continue  # with its table, which the rows tell
            block = [each for each in self.left_below(item) if isinstance(each, Line)]
            told.update(block)
            said = " ¶ ".join(each.text for each in block)
            edits = (self._without(item),)
            yield Change("out", "applied", where, said, "", line.authors, "", edits, spot=line)

    def _went_whole(self, item: Place) -> bool:
        """Whether nothing is left on paper of an item."""
        stay = {id(old) for old, new in self.sides if old is not None and new is not None}
        return stay.isdisjoint(map(id, self.left_below(item)))

    @staticmethod
    def _is_text_of_a_title(source: Source, place: Steps) -> bool:
        """Whether a place is the text of an item that has a heading of its own."""
        value = value_at(source, place[:-1])
        return place[-1] == "text" and isinstance(value, dict) and not HEADS.isdisjoint(value)

    @staticmethod
    def _without(item: Place) -> Edit:
        source, place = item
        if isinstance(place[-1], int):
            return Delete(source, place)
        return DropKey(source, place) if place[-1] in BESIDE else Empty(source, place)

    def whole(self, line: Line, left: Sequence[Line]) -> Place | None:
        """The greatest item of which nothing but lines that went is on paper."""
        found = self.of_line(line)
        if found is None:
            return None
        source, place = found
        called = self.called(source)
        if called and all(each in left for each in self.left_below(called)):
            return called
        for length in range(1, len(place) + 1):
            if isinstance(place[length - 1], int) or length == len(place):
                item = source, place[:length]
                scalar = not isinstance(place[length - 1], int)
                beside = place[-1] == "unit" or self._is_text_of_a_title(source, place)
                if scalar and not beside and (len(place) > 1 or place[-1] not in LISTS):
                    return None
                if all(each in left for each in self.left_below(item)):
                    return item
        return None
