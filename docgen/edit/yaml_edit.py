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


def end_of(source: Source, node: Node) -> int:
    """Where a value ends. A block's own end mark lies behind the comments that follow it."""
    if isinstance(node, ScalarNode):
        start, end = node.start_mark.index, node.end_mark.index
        return int(start + len(source.text[start:end].rstrip()))
    assert isinstance(node, MappingNode | SequenceNode)
    if node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return end_of(source, last[1] if isinstance(node, MappingNode) else last)


def raw_of(source: Source, node: Node) -> str:
    """A value as the file writes it, quotes included."""
    return source.text[node.start_mark.index : end_of(source, node)]


class Overlap(ValueError):
    """Two edits want the same place of a file."""


class Edits:
    """The edits of one file, all carried out when its new text is asked for."""

    def __init__(self, source: Source, root: Node) -> None:
        self.source = source
        self.root = root
        self._changes: list[tuple[int, int, str]] = []
        self._notes: defaultdict[int, list[str]] = defaultdict(list)

    def set(self, entry: Entry, raw: str) -> None:
        """Puts `raw`, written as YAML wants it there, in the place of a value."""
        self.replace(self._colon(entry), end_of(self.source, entry.value), f" {raw}" if raw else "")

    def replace(self, start: int, end: int, words: str) -> None:
        """Puts `words` in the place of what stands from `start` to `end`."""
        self._changes.append((start, end, words))

    def add_after(self, entry: Entry, key: str, raw: str) -> None:
        """Adds `key: raw` to the same mapping, behind an entry."""
        end = end_of(self.source, entry.value)
        if entry.in_flow:
            self.replace(end, end, f", {key}: {raw}")
        else:
            end = self.end_of_line(end)
            indent = " " * entry.key.start_mark.column
            lead = "" if raw.startswith(("\r", "\n")) or not raw else " "
            self.replace(end, end, f"{self.newline}{indent}{key}:{lead}{raw}")

    def empty(self, entry: Entry, note: str) -> None:
        """Takes a value out; its key stays, and `note` as a comment behind it.

        Comments inside the value stay too. A note left there by an earlier year goes.
        Without a note only the value goes.
        """
        start, end = self._colon(entry), end_of(self.source, entry.value)
        comments = list(self.comments(entry.value, start))
        if entry.in_flow:
            self.replace(start, end, " ")
            self._notes[self.end_of_line(end)] += [note, *(text for _, text in comments)]
            return
        indent = self.newline + " " * (entry.key.start_mark.column + 2)
        kept = "".join(("  " if same_line else indent) + text for same_line, text in comments)
        if old := _OLD_NOTE.match(self.source.text, end):
            end = old.end()
        if indent in kept and (gap := _BEFORE_COMMENT.match(self.source.text, end)):
            kept, end = kept + indent, gap.end()
        self.replace(start, end, f"  # {note}{kept}" if note else kept)

    def text(self) -> str:
        """The text of the file with all edits made."""
        for end, notes in self._notes.items():
            line_start = max(self.source.text.rfind(each, 0, end) for each in "\r\n") + 1
            old = _OLD_NOTE.search(self.source.text, line_start, end)
            if old and not self._in_scalar(old.start()):
                self.replace(old.start(), old.end(), "")
            if said := "; ".join(filter(None, notes)):
                self.replace(end, end, f"  # {said}")
        pieces: list[str] = []
        done = 0
        for start, end, replacement in sorted(self._changes, key=lambda change: change[:2]):
            if start < done:
                raise Overlap(self.source.where(start))
            pieces += [self.source.text[done:start], replacement]
            done = end
        return "".join([*pieces, self.source.text[done:]])

    def raw(self, entry: Entry) -> str:
        """A value as the file writes it, quotes included."""
        return raw_of(self.source, entry.value)

    # ------------------------------------------------------------------ places

    @cached_property
    def newline(self) -> str:
        """How the file ends its lines."""
        return "\r\n" if "\r\n" in self.source.text else "\n"

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return [(each.start_mark.index, end_of(self.source, each)) for each in _scalars(self.root)]

    def _in_scalar(self, index: int) -> bool:
        before = bisect_left(self._spans, (index, 0))
        return before > 0 and index < self._spans[before - 1][1]

    def _colon(self, entry: Entry) -> int:
        """Where the value's room begins: behind the colon."""
        return self.source.text.index(":", entry.key.end_mark.index) + 1

    def end_of_line(self, index: int) -> int:
        """The next end of a line that is not inside a text, where a comment may stand."""
        match = _LINE_END.search(self.source.text, index)
        while match and self._in_scalar(match.start()):
            match = _LINE_END.search(self.source.text, match.end())
        return match.start() if match else len(self.source.text)

    def comments(self, value: Node, start: int) -> Iterator[tuple[bool, str]]:
        """The comments from `start` on to a value's end; whether each is on the key's line."""
        key_line_end = self.end_of_line(start)
        position = start
        for scalar in _scalars(value):
            for match in _COMMENT.finditer(self.source.text, position, scalar.start_mark.index):
                yield match.start() < key_line_end, match[0].rstrip()
            position = end_of(self.source, scalar)
        for match in _COMMENT.finditer(self.source.text, position, end_of(self.source, value)):
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
