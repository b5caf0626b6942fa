"""Edits of the content that was built, carried into the content of today.

A place of the one is found in the other by what stands there: items of a list side by side,
keys by their names. What only today's content changed stays; what both changed in one place is
a conflict.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Indel
from yaml.nodes import MappingNode, Node, SequenceNode

from docgen.accept.change import Change, Choice, value_at
from docgen.accept.together import TOKEN, merged
from docgen.edit.apply import move
from docgen.edit.edits import AddKey, Delete, Edit, Empty, Insert, Put, Reword, Steps, root_of
from docgen.edit.rewrite import node_at
from docgen.edit.yaml_writer import Tree, tree
from docgen.finding import Where
from docgen.plan.source import Source
from docgen.redline.alignment import aligned

CONFLICT = "Nội dung cũng đã sửa chỗ này sau khi tạo tệp: chọn một bên."
GONE = "Nội dung nay không còn chỗ này: sửa tay nếu vẫn cần."
AS_WORD, AS_NOW = "theo tệp Word", "giữ như nội dung hiện nay"


class _Conflict(Exception):
    """Today's content says something else there; `edits` would do as the Word file has it."""

    def __init__(self, today: str, edits: Sequence[Edit] = ()) -> None:
        super().__init__(today)
        self.today = today
        self.edits = tuple(edits)


class Carrier:
    """Carries changes found against the sources of a build to those of today, by file name."""

    def __init__(self, base: Iterable[Source], today: Iterable[Source]) -> None:
        self.base = {source.name: source for source in base}
        self.today = {source.name: source for source in today}
        self._places: dict[str, Mapping[Steps, Steps]] = {}

    def carried(self, change: Change) -> Change:
        """The change as one of today's content; `already` where that says so itself."""
        if not change.edits and not change.choices:
            return self._placed(change)
        try:
            edits = self._of(change.edits)
            choices = tuple(
                replace(each, edits=tuple(self._of(each.edits))) for each in change.choices
            )
        except _Conflict as conflict:
            choices = (
                (Choice(AS_WORD, conflict.edits), Choice(AS_NOW, as_word=False))
                if conflict.edits
                else ()
            )
            why = CONFLICT if conflict.edits else GONE
            return replace(
                self._placed(change), kind="conflict", verdict="asked", today=conflict.today,
                why=why, edits=(), choices=choices,
            )  # fmt: skip
        done = (change.edits and not edits) or any(
            before.edits and not now.edits
            for before, now in zip(change.choices, choices, strict=True)
        )
        placed = self._placed(change)
        if done:
            return replace(placed, verdict="already", why="", edits=(), choices=())
        return replace(placed, edits=tuple(edits), choices=choices)

    def _of(self, edits: Sequence[Edit]) -> list[Edit]:
        moved = [each for each in edits if isinstance(each, Delete) and each.moved]
        if moved:
            return self._moved(moved[0], edits)
        return [now for each in edits for now in self._carried(each)]

    def _moved(self, gone: Delete, edits: Sequence[Edit]) -> list[Edit]:
        """An item moves as it is written today."""
        came = next(each for each in edits if isinstance(each, Insert))
        here, there = self._place(gone), self._place_in_list(came)
        if here is None and there and not self._inserted(came, self._source(came.source)):
            return []
        if here is None or there is None:
            raise _Conflict("")
        if gone.source is came.source and there in (here, _behind(here)):
            return []
        return move(self._source(gone.source), here, there, self._source(came.source))

    def _carried(self, edit: Edit) -> list[Edit]:
        today = self._source(edit.source)
        if today is edit.source:
            return [edit]
        if isinstance(edit, Insert):
            return self._inserted(edit, today)
        place = self._place(edit)
        if isinstance(edit, Delete) and place is None:
            return []
        if place is None:
            raise _Conflict("")
        now, before = value_at(today, place), value_at(edit.source, edit.place)
        match edit:
            case Reword():
                return self._reworded(edit, today, place, now)
            case AddKey():
                return self._added(edit, today, place, now)
            case Put():
                wanted: object = edit.value
            case _:
                wanted = "" if isinstance(edit, Empty) else None
        if now == wanted:
            return []
        as_word = replace(edit, source=today, place=place)
        if now != before:
            raise _Conflict(_shown(now), [as_word])
        return [as_word]

    @staticmethod
    def _reworded(edit: Reword, today: Source, place: Steps, now: object) -> list[Edit]:
        if not isinstance(now, str):
            raise _Conflict(_shown(now))
        if now == edit.new:
            return []
        words = merged(edit.old, now, edit.new)
        if words is None:
            raise _Conflict(now, [Reword(today, place, now, edit.new)])
        return [Reword(today, place, now, words)] if words != now else []

    @staticmethod
    def _added(edit: AddKey, today: Source, place: Steps, now: object) -> list[Edit]:
        known = now if isinstance(now, dict) else {}
        if known.get(edit.key):
            if known[edit.key] == edit.value:
                return []
            there = Put(today, (*place, edit.key), edit.value)
            raise _Conflict(_shown(known[edit.key]), [there])
        if edit.key in known:
            return [Put(today, (*place, edit.key), edit.value)]
        after = edit.after if edit.after in known else ""
        return [replace(edit, source=today, place=place, after=after)]

    def _inserted(self, edit: Insert, today: Source) -> list[Edit]:
        place = self._place_in_list(edit)
        if place is None:
            raise _Conflict("")
        items = value_at(today, place[:-1])
        mapped = set(self._map(edit.source).values())
        came = [
            item
            for number, item in enumerate(items if isinstance(items, list) else [])
            if (*place[:-1], number) not in mapped
        ]
        return [] if edit.value in came else [replace(edit, source=today, place=place)]

    # ------------------------------------------------------------------------------- places

    def _source(self, base: Source) -> Source:
        today = self.today.get(base.name)
        if today is None:
            raise _Conflict("")
        return base if (today.text, today.written) == (base.text, base.written) else today

    def _placed(self, change: Change) -> Change:
        """The change at its line of today."""
        where = change.where
        source = self.base.get(where.file) if where else None
        if not where or not source or self.today.get(where.file) is None:
            return change
        place = _place_at(source, where)
        here = self._map(source).get(place) if place is not None else None
        if here is None:
            return change
        today = self.today[where.file]
        return replace(change, where=today.where(node_at(today, here).start_mark.index))

    def _place(self, edit: Edit) -> Steps | None:
        return self._map(edit.source).get(edit.place)

    def _place_in_list(self, edit: Insert) -> Steps | None:
        """Where an item comes to stand: behind the one that it stood behind, or before the next."""
        *parent, at = edit.place
        places = self._map(edit.source)
        here = places.get(tuple(parent))
        today = self._source(edit.source)
        if here is None or not isinstance(at, int):
            return None
        items = value_at(today, here)
        if not isinstance(items, list):
            same = items == value_at(edit.source, tuple(parent))
            return (*here, at) if same else None
        for number in range(at - 1, -1, -1):
            if (behind := places.get((*parent, number))) and isinstance(behind[-1], int):
                return (*behind[:-1], behind[-1] + 1)
        following = places.get((*parent, at))
        return following if following and isinstance(following[-1], int) else (*here, 0)

    def _map(self, base: Source) -> Mapping[Steps, Steps]:
        """The places of a file of the build in that file of today."""
        if base.name not in self._places:
            found: dict[Steps, Steps] = {}
            _match(root_of(base), root_of(self.today[base.name]), (), (), found)
            self._places[base.name] = found
        return self._places[base.name]


@dataclass(frozen=True, slots=True, eq=False)
class _Item:
    place: Steps
    node: Node
    value: Tree

    @property
    def key(self) -> str:
        return repr(self.value)


def _match(
    old: Node | None, new: Node | None, here: Steps, there: Steps, found: dict[Steps, Steps]
) -> None:
    found[here] = there
    if isinstance(old, MappingNode) and isinstance(new, MappingNode):
        others = {str(key.value): child for key, child in new.value}
        for key, child in old.value:
            name = str(key.value)
            if name in others:
                _match(child, others[name], (*here, name), (*there, name), found)
    elif isinstance(old, SequenceNode) and isinstance(new, SequenceNode):
        ours, theirs = _items(old, here), _items(new, there)
        sides = aligned(ours, theirs, [lambda item: item.key], _nearness)
        came = [item for one, item in sides if one is None and item is not None]
        for one, other in sides:
            if one is not None:
                twin = other or next((item for item in came if item.key == one.key), None)
                if twin:
                    _match(one.node, twin.node, one.place, twin.place, found)


def _behind(place: Steps) -> Steps:
    *parent, last = place
    return (*parent, last + 1) if isinstance(last, int) else place


def _items(node: SequenceNode, place: Steps) -> list[_Item]:
    return [_Item((*place, at), each, tree(each)) for at, each in enumerate(node.value)]


def _nearness(one: _Item, other: _Item) -> float:
    if type(one.node) is not type(other.node):
        return 0
    return Indel.normalized_similarity(TOKEN.findall(one.key), TOKEN.findall(other.key))


def _place_at(source: Source, where: Where) -> Steps | None:
    """The place of the value that begins at a line and column of a file."""
    index = source.line_start(where.line - 1) + where.column - 1
    stack: list[tuple[Node | None, Steps]] = [(root_of(source), ())]
    while stack:
        node, place = stack.pop()
        if node is None:
            continue
        begins = node.start_mark.index
        if isinstance(node, MappingNode):
            if begins == index and place:
                return place
            stack += [(child, (*place, str(key.value))) for key, child in node.value]
        elif isinstance(node, SequenceNode):
            stack += [(child, (*place, number)) for number, child in enumerate(node.value)]
        elif index - 1 <= begins <= index:  # inside quotes a text begins one further
            return place
    return None


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return " | ".join(map(_shown, value.values()))
    if isinstance(value, list):
        return " ¶ ".join(map(_shown, value))
    return str(value or "")
