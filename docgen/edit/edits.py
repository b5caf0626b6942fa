"""Edits of content as values: the one way to write content.

An edit names its file as it was read (`Source`) and a place in it: the keys and positions (from
0) from the top of the file, as the file stood then; several edits of one file do not move each
other. `docgen.edit.apply` carries them out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from docgen.edit.yaml_writer import Tree, tree
from docgen.finding import Fix
from docgen.load.yaml_text import compose
from docgen.plan.source import Source, Text

Steps = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """What every edit has: the file as it was read, the place in it."""

    source: Source
    place: Steps


@dataclass(frozen=True, slots=True)
class Reword(Edit):
    """A text says something else; its lines stay but for the words that change."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Put(Edit):
    """A key gets another value; `raw` is how to write it where that is known."""

    value: Tree
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Empty(Edit):
    """A key loses its value and stays, `note` as a comment behind it."""

    note: str = ""


@dataclass(frozen=True, slots=True)
class AddKey(Edit):
    """A mapping gets a key, behind the key `after` or else as its last."""

    key: str
    value: Tree
    raw: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Insert(Edit):
    """A list gets an item before the one at the place, or behind its last."""

    value: Tree
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Delete(Edit):
    """A list loses an item; the comments in it stay, unless they move with it."""

    moved: bool = False


@dataclass(frozen=True, slots=True)
class DropKey(Edit):
    """A mapping loses a key, its value and the comments that speak of it."""


@dataclass(frozen=True, slots=True)
class Mend(Edit):
    """Characters of a text change as a rule's `Fix` says; whatever the place is."""

    fix: Fix


def reword(text: Text, new: str) -> Reword:
    """A text of the plan says `new`."""
    return Reword(text.source, place_of(text), text.value, new)


def place_of(text: Text) -> Steps:
    """The place in its file of a text of the plan; raises `LookupError` where there is none."""
    return _places(text.source)[text.start]


def tree_of(source: Source) -> Tree:
    """What a file holds, as texts, lists and mappings."""
    return tree(root_of(source))


def root_of(source: Source) -> Node | None:
    """The node tree of a file, read once."""
    return compose(source)[0]


@lru_cache(maxsize=32)
def _places(source: Source) -> Mapping[int, Steps]:
    """The places of the texts of a file by where they begin; keys are no texts."""
    found: dict[int, Steps] = {}
    stack: list[tuple[Node | None, Steps]] = [(root_of(source), ())]
    while stack:
        node, place = stack.pop()
        if isinstance(node, ScalarNode):
            found[node.start_mark.index] = place
        elif isinstance(node, MappingNode):
            stack += [(child, (*place, key.value)) for key, child in node.value]
        elif isinstance(node, SequenceNode):
            stack += [(child, (*place, number)) for number, child in enumerate(node.value)]
    return found
