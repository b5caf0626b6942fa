"""Edits of a YAML file at the places of its nodes: comments, quotes and layout stay.

    edits = Edits(source, root)
    indices = entries(entries(root)["indices"].value)
    edits.empty(indices["rank"], "cần điền: xếp hạng năm 2024")
    edits.text()

YAML is never dumped: what no edit touches keeps its very characters.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from docgen.plan.source import Source

TO_FILL = "cần điền"
COMPUTED = "máy tự tính"

_OLD_NOTE = re.compile(rf"[ \t]*# (?:{TO_FILL}|{COMPUTED})\b(?:[^#\r\n]*[^#\s])?")
_BEFORE_COMMENT = re.compile(r"[ \t]+(?=#)")
_COMMENT = re.compile(r"(?<!\S)#[^\r\n]*")
_LINE_END = re.compile(r"\r\n|\n|\r|\Z")


@dataclass(frozen=True, slots=True)
class Entry:
    """One `key: value` of a mapping."""

    mapping: MappingNode
    key: ScalarNode
    value: Node

    @property
    def in_flow(self) -> bool:
        """Whether it stands inside `{ … }`."""
        return bool(self.mapping.flow_style)


def entries(node: Node | None) -> dict[str, Entry]:
    """The entries of a mapping by their keys; nothing for any other node."""
    if not isinstance(node, MappingNode):
        return {}
    pairs = ((key, value) for key, value in node.value if isinstance(key, ScalarNode))
    return {key.value: Entry(node, key, value) for key, value in pairs}


class Edits:
    """The edits of one file, all carried out when its new text is asked for."""

    def __init__(self, source: Source, root: Node) -> None:
        self.source = source
        self.root = root
        self._changes: list[tuple[int, int, str]] = []
        self._notes: defaultdict[int, list[str]] = defaultdict(list)

    def set(self, entry: Entry, raw: str) -> None:
        """Puts `raw`, written as YAML wants it there, in the place of a value."""
        self._changes.append((self._colon(entry), self._end(entry.value), f" {raw}"))

    def add_after(self, entry: Entry, key: str, raw: str) -> None:
        """Adds `key: raw` to the same mapping, behind an entry."""
        end = self._end(entry.value)
        if entry.in_flow:
            self._changes.append((end, end, f", {key}: {raw}"))
        else:
            end = self._end_of_line(end)
            indent = " " * entry.key.start_mark.column
            self._changes.append((end, end, f"{self._newline}{indent}{key}: {raw}"))

    def empty(self, entry: Entry, note: str) -> None:
        """Takes a value out; its key stays, and `note` as a comment behind it.

        Comments inside the value stay too. A note left there by an earlier year goes.
        """
        start, end = self._colon(entry), self._end(entry.value)
        comments = list(self._comments(entry.value, start))
        if entry.in_flow:
            self._changes.append((start, end, " "))
            self._notes[self._end_of_line(end)] += [note, *(text for _, text in comments)]
            return
        indent = self._newline + " " * (entry.key.start_mark.column + 2)
        kept = "".join(("  " if same_line else indent) + text for same_line, text in comments)
        if old := _OLD_NOTE.match(self.source.text, end):
            end = old.end()
        if indent in kept and (gap := _BEFORE_COMMENT.match(self.source.text, end)):
            kept, end = kept + indent, gap.end()
        self._changes.append((start, end, f"  # {note}{kept}"))

    def text(self) -> str:
        """The text of the file with all edits made."""
        for end, notes in self._notes.items():
            line_start = max(self.source.text.rfind(each, 0, end) for each in "\r\n") + 1
            old = _OLD_NOTE.search(self.source.text, line_start, end)
            if old and not self._in_scalar(old.start()):
                self._changes.append((old.start(), old.end(), ""))
            self._changes.append((end, end, f"  # {'; '.join(notes)}"))
        pieces: list[str] = []
        done = 0
        for start, end, replacement in sorted(self._changes, key=lambda change: change[:2]):
            assert start >= done, "two edits of one place"
            pieces += [self.source.text[done:start], replacement]
            done = end
        return "".join([*pieces, self.source.text[done:]])

    def raw(self, entry: Entry) -> str:
        """A value as the file writes it, quotes included."""
        return self.source.text[entry.value.start_mark.index : self._end(entry.value)]

    # ------------------------------------------------------------------ places

    @cached_property
    def _newline(self) -> str:
        return "\r\n" if "\r\n" in self.source.text else "\n"

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return [(each.start_mark.index, self._end(each)) for each in _scalars(self.root)]

    def _in_scalar(self, index: int) -> bool:
        before = bisect_left(self._spans, (index, 0))
        return before > 0 and index < self._spans[before - 1][1]

    def _colon(self, entry: Entry) -> int:
        """Where the value's room begins: behind the colon."""
        return self.source.text.index(":", entry.key.end_mark.index) + 1

    def _end(self, node: Node) -> int:
        """Where a value ends. A block's own end mark lies behind the comments that follow it."""
        if isinstance(node, ScalarNode):
            start, end = node.start_mark.index, node.end_mark.index
            return start + len(self.source.text[start:end].rstrip())
        assert isinstance(node, MappingNode | SequenceNode)
        if node.flow_style or not node.value:
            return int(node.end_mark.index)
        last = node.value[-1]
        return self._end(last[1] if isinstance(node, MappingNode) else last)

    def _end_of_line(self, index: int) -> int:
        """The next end of a line that is not inside a text, where a comment may stand."""
        match = _LINE_END.search(self.source.text, index)
        while match and self._in_scalar(match.start()):
            match = _LINE_END.search(self.source.text, match.end())
        return match.start() if match else len(self.source.text)

    def _comments(self, value: Node, start: int) -> Iterator[tuple[bool, str]]:
        """The comments between the texts of a value; whether each stands on the key's line."""
        key_line_end = self._end_of_line(start)
        position = start
        for scalar in _scalars(value):
            for match in _COMMENT.finditer(self.source.text, position, scalar.start_mark.index):
                yield match.start() < key_line_end, match[0].rstrip()
            position = self._end(scalar)
        for match in _COMMENT.finditer(self.source.text, position, self._end(value)):
            yield match.start() < key_line_end, match[0].rstrip()


def _scalars(node: Node) -> Iterator[ScalarNode]:
    """The texts at and below a node, in order; keys too."""
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, SequenceNode):
        for child in node.value:
            yield from _scalars(child)
    else:
        for pair in node.value:
            for child in pair:
                yield from _scalars(child)
