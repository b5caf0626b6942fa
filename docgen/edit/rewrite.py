"""The new text of one file with its edits made, held against what the edits say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import suppress

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from docgen.edit.characters import reads_alike, replaced
from docgen.edit.edits import (
    AddKey,
    Delete,
    DropKey,
    Edit,
    Empty,
    Insert,
    Mend,
    Put,
    Reword,
    Steps,
    root_of,
)  # fmt: skip
from docgen.edit.scalar import Place, spliced
from docgen.edit.yaml_edit import Edits, Entry, Overlap, end_of, entries
from docgen.edit.yaml_keys import drop_keys
from docgen.edit.yaml_lists import New, change_list, list_of, raw_item
from docgen.edit.yaml_writer import Tree, Unwritable, after_colon, block, flow, tree
from docgen.finding import Finding, Rule, Severity
from docgen.load.yaml_text import compose
from docgen.plan.source import Source, Text

CANNOT = Rule(
    "KH051", Severity.ERROR, "không ghi được sửa đổi vào tệp nội dung",
    "Ghi vào thì YAML đọc ra khác với điều cần ghi.",
)  # fmt: skip
RULES = (CANNOT,)


def rewritten(source: Source, edits: Sequence[Edit]) -> tuple[str | None, list[Finding]]:
    """The text of a file with the edits made; `None` and the reason where YAML cannot hold them.

    Raises `LookupError` where an edit names a place that the file never had.
    """
    mends = [edit.fix for edit in edits if isinstance(edit, Mend)]
    others = [edit for edit in edits if not isinstance(edit, Mend)]
    if mends and others:
        raise ValueError("mends come alone: they know characters, not places")
    if mends:
        after = replaced(source.text, mends)
        return (after, []) if reads_alike(source.text, after, mends) else (None, [_no(source)])
    try:
        after = _File(source).edited(others)
    except (Unwritable, Overlap):
        return None, [_no(source, others[0])]
    again = Source(source.name, after)
    wanted = _Wanted(others).of(root_of(source), ())
    if _errors(again) != _errors(source) or tree(root_of(again)) != wanted:
        return None, [_no(source, others[0])]
    return after, []


def _errors(source: Source) -> list[str]:
    """What keeps a file from being read; that words look odd is no matter of writing them."""
    return [each.code for each in compose(source)[1] if each.severity is Severity.ERROR]


def item_as_written(source: Source, place: Steps) -> tuple[str, Tree]:
    """An item of a list as the file writes it, and what it holds."""
    file = _File(source)
    parent = file.node(place[:-1])
    number = place[-1]
    assert isinstance(parent, SequenceNode), place
    assert isinstance(number, int), place
    return raw_item(file.edits, parent, number), tree(parent.value[number])


def node_at(source: Source, place: Steps) -> Node:
    """The node at a place of a file; raises `LookupError`."""
    return _File(source).node(place)


def _no(source: Source, edit: Edit | None = None) -> Finding:
    where = source.where(0)
    if edit is not None:
        with suppress(LookupError):
            where = source.where(_File(source).node(edit.place).start_mark.index)
    return CANNOT.at(where, f"không ghi được sửa đổi vào {source.name}", "Sửa tay trong tệp.")


class _File:
    """One file and its edits, each put where it belongs."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.root = root_of(source) or MappingNode("", [])
        self.edits = Edits(source, self.root)

    def node(self, place: Steps) -> Node:
        """The node at a place; raises `LookupError`."""
        node = self.root
        for step in place:
            node = self._entry(node, step).value if isinstance(step, str) else node.value[step]
        return node

    @staticmethod
    def _entry(node: Node, key: str) -> Entry:
        return entries(node)[key]

    def entry(self, place: Steps) -> Entry:
        """The `key: value` at a place."""
        key = place[-1]
        assert isinstance(key, str), place
        return self._entry(self.node(place[:-1]), key)

    def edited(self, edits: Sequence[Edit]) -> str:
        """The text with the edits made."""
        words = {edit.place: edit.new for edit in edits if isinstance(edit, Reword)}
        for edit in edits:
            if isinstance(edit, Reword) and tree(self.node(edit.place)) != edit.old:
                raise Unwritable(edit.old)
        for edit in edits:
            match edit:
                case Put():
                    self._put(self.entry(edit.place), edit)
                case Empty():
                    self.edits.empty(self.entry(edit.place), edit.note)
        for edit in edits:
            if isinstance(edit, AddKey):  # behind the value that the key before it gets
                self._add(edit)
        self._change_lists(edits, words)
        self._drop_keys(edits)
        for place, said in words.items():
            node, raw = self.node(place), self._spliced(place, said)
            if isinstance(place[-1], str) and not self.edits.raw(self.entry(place)):
                self.edits.set(self.entry(place), raw)
            else:
                self.edits.replace(node.start_mark.index, end_of(self.source, node), raw)
        return self.edits.text()

    def _change_lists(self, edits: Iterable[Edit], words: dict[Steps, str]) -> None:
        """Items in and out. A text that a list is made of is written here, and not again."""
        new: dict[Steps, list[New]] = defaultdict(list)
        gone: dict[Steps, dict[int, bool]] = defaultdict(dict)
        for edit in edits:
            match edit:
                case Insert(place=(*parent, int(at))):
                    new[tuple(parent)].append(New(at, edit.value, edit.raw))
                case Delete(place=(*parent, int(at))):
                    gone[tuple(parent)][at] = edit.moved
        for place in dict.fromkeys([*new, *gone]):
            node, taken = self.node(place), gone[place]
            if isinstance(node, SequenceNode):
                moved = [number for number in taken if taken[number]]
                change_list(self.edits, node, new[place], taken, moved)
                continue
            entry = self.entry(place)
            raw = self._spliced(place, words.pop(place)) if place in words else None
            list_of(self.edits, entry, self.edits.raw(entry) if raw is None else raw, new[place])

    def _drop_keys(self, edits: Iterable[Edit]) -> None:
        gone: dict[Steps, set[str]] = defaultdict(set)
        for edit in edits:
            match edit:
                case DropKey(place=(*parent, str(key))):
                    gone[tuple(parent)].add(key)
        for place, keys in gone.items():
            drop_keys(self.edits, self.node(place), keys)

    def _put(self, entry: Entry, edit: Put) -> None:
        if edit.raw or entry.in_flow:
            self.edits.set(entry, edit.raw or flow(edit.value))
            return
        column = entry.key.start_mark.column
        raw = after_colon(edit.value, column, len(entry.key.value), self.edits.newline)
        colon = self.source.text.index(":", entry.key.end_mark.index) + 1
        self.edits.replace(colon, end_of(self.source, entry.value), raw)

    def _add(self, edit: AddKey) -> None:
        known = entries(self.node(edit.place))
        if not known:
            self._put_first(edit)
            return
        after = known[edit.after] if edit.after else list(known.values())[-1]
        if edit.raw or after.in_flow:
            raw = edit.raw or flow(edit.value)
        else:
            column = after.key.start_mark.column
            raw = after_colon(edit.value, column, len(edit.key), self.edits.newline).lstrip(" ")
        self.edits.add_after(after, edit.key, raw)

    def _put_first(self, edit: AddKey) -> None:
        """A key whose mapping is still blank gets its first entry, or a blank file does."""
        if not edit.place:
            end, newline = len(self.source.text), self.edits.newline
            lead = newline if self.source.lines[-1] else ""
            words = block({edit.key: edit.value}, 0, newline)
            self.edits.replace(end, end, f"{lead}{words}{newline}")
            return
        self._put(self.entry(edit.place), Put(self.source, edit.place, {edit.key: edit.value}))

    def _spliced(self, place: Steps, said: str) -> str:
        node = self.node(place)
        assert isinstance(node, ScalarNode), place
        start, end = node.start_mark.index, end_of(self.source, node)
        value = tree(node)
        assert isinstance(value, str)
        text = Text(value, self.source, start, end, "")
        raw = spliced(text, said, self._place(place, node))
        if raw is None:
            raise Unwritable(said)
        return raw

    def _place(self, place: Steps, node: ScalarNode) -> Place:
        """Where a scalar stands: further lines go to where the file has them, or 2 deeper."""
        parent = self.node(place[:-1])
        column = node.start_mark.column
        indent = column
        if isinstance(place[-1], str):
            key = self.entry(place).key
            indent = key.start_mark.column + 2
            column = max(column, key.start_mark.column + len(key.value) + 2)
        flow_style = bool(getattr(parent, "flow_style", False))
        return Place(column, indent, flow_style, self.edits.newline)


class _Wanted:
    """What YAML must hold afterwards."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        self.values: dict[Steps, Tree] = {}
        self.new: dict[Steps, list[tuple[int, Tree]]] = defaultdict(list)
        self.gone: set[Steps] = set()
        self.keys: dict[Steps, list[AddKey]] = defaultdict(list)
        for edit in edits:
            match edit:
                case Reword():
                    self.values[edit.place] = edit.new
                case Put():
                    self.values[edit.place] = edit.value
                case Empty():
                    self.values[edit.place] = ""
                case Insert():
                    *parent, last = edit.place
                    assert isinstance(last, int), edit.place
                    self.new[tuple(parent)].append((last, edit.value))
                case Delete() | DropKey():
                    self.gone.add(edit.place)
                case AddKey():
                    self.keys[edit.place].append(edit)

    def of(self, node: Node | None, place: Steps) -> Tree:
        """What stands at a place afterwards."""
        if place in self.values and place not in self.new:
            return self.values[place]
        added = self.new.get(place, ())
        if isinstance(node, MappingNode):
            places = [((*place, key.value), each) for key, each in node.value]
            kept = {at[-1]: self.of(each, at) for at, each in places if at not in self.gone}
            return kept | self._keys(place) or ""
        if isinstance(node, SequenceNode):
            items: list[Tree] = []
            for number, child in enumerate(node.value):
                items += [value for at, value in added if at == number]
                if (*place, number) not in self.gone:
                    items.append(self.of(child, (*place, number)))
            return [*items, *(value for at, value in added if at >= len(node.value))] or ""
        said = self.values.get(place, tree(node))
        if added:
            one = [said] if said else []
            before = [value for at, value in added if at == 0]
            return [*before, *one, *(value for at, value in added if at > 0)]
        return said or self._keys(place) or ""

    def _keys(self, place: Steps) -> dict[str, Tree]:
        return {edit.key: edit.value for edit in self.keys.get(place, ())}
