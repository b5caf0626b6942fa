"""What stands where the cursor is: a key or a text of the YAML, a name within `{{ }}`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from typing import NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from docgen.edit.edits import Steps, root_of
from docgen.plan.model import Agency, Assignment
from docgen.plan.source import Source

_BRACES = re.compile(r"\{\{(?P<inner>.*?)\}\}", re.DOTALL)
_NAME = re.compile(r"[^\W\d]\w*(?:\.\w+)*")
REFERENCES = frozenset(
    each.name
    for shape in (Agency, Assignment)
    for each in fields(shape)
    if "agency" in each.metadata
)


class Place(NamedTuple):
    """One scalar: its address from the top of the file, whether it is a key, what it stands in."""

    steps: Steps
    node: ScalarNode
    is_key: bool
    within: MappingNode | None

    @property
    def start(self) -> int:
        """Where it begins in the file's text."""
        return int(self.node.start_mark.index)

    @property
    def end(self) -> int:
        """Where it ends."""
        return int(self.node.end_mark.index)

    @property
    def key(self) -> str:
        """The key that it is, or the value of."""
        return next((step for step in reversed(self.steps) if isinstance(step, str)), "")

    @property
    def calls_agency(self) -> bool:
        """Whether its value names an agency, by code or by name; a table's cells do not."""
        return not self.is_key and self.key in REFERENCES and "rows" not in self.steps


def places(source: Source) -> Iterator[Place]:
    """Every scalar of a file, keys too."""
    stack: list[tuple[Node | None, Steps, MappingNode | None]] = [(root_of(source), (), None)]
    while stack:
        node, steps, within = stack.pop()
        if isinstance(node, ScalarNode):
            yield Place(steps, node, False, within)
        elif isinstance(node, MappingNode):
            for key, child in node.value:
                below = (*steps, key.value)
                if isinstance(key, ScalarNode):
                    yield Place(below, key, True, node)
                stack.append((child, below, node))
        elif isinstance(node, SequenceNode):
            stack += [(child, (*steps, at), within) for at, child in enumerate(node.value)]


def place_at(source: Source, index: int) -> Place | None:
    """The scalar that an index lies in."""
    found = (each for each in places(source) if each.start <= index <= each.end)
    return max(found, key=lambda place: place.start, default=None)


def name_at(source: Source, index: int) -> str | None:
    """The name within `{{ }}` that an index lies in, up to the part it lies in."""
    for braces in _BRACES.finditer(source.text):
        if braces.start() <= index <= braces.end():
            for name in _NAME.finditer(source.text, braces.start("inner"), braces.end("inner")):
                if name.start() <= index <= name.end():
                    dot = source.text.find(".", index, name.end())
                    end = name.end() if dot < 0 else dot
                    return source.text[name.start() : end]
    return None


def braces_at(source: Source, index: int) -> str | None:
    """The whole `{{ … }}` that an index lies in."""
    found = (
        each[0] for each in _BRACES.finditer(source.text) if each.start() <= index < each.end()
    )
    return next(found, None)
