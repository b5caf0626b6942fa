"""What a form asks for, as edits: a value at a place, an item in, out or elsewhere.

A form knows what a file holds (`tree_of`), not how it is written; whether that is a new key, an
emptied one or other words in the same place is found out here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from docgen.edit.apply import move
from docgen.edit.edits import (
    AddKey,
    Delete,
    DropKey,
    Edit,
    Empty,
    Insert,
    Put,
    Reword,
    Steps,
    tree_of,
)
from docgen.edit.yaml_writer import Tree
from docgen.plan.source import Source


class NotAsked(ValueError):
    """No edit can be made of it: a place that the file does not have."""


def edits_of(
    source: Source, asked: Iterable[Mapping[str, Any]], *, anew: bool = False
) -> list[Edit]:
    """The edits of one file; each thing asked for has `do`, `place` and `value` or `to`.

    `set`: the value at a place, made where it is missing; `insert`: an item before the one at the
    place; `delete`: an item or a key; `move`: an item before the one at `to`, as it is written or
    written `anew`. Raises `NotAsked`.
    """
    try:
        return [edit for each in asked for edit in _edits(source, each, anew)]
    except (LookupError, TypeError, AttributeError) as error:
        raise NotAsked(str(error)) from error


def _edits(source: Source, asked: Mapping[str, Any], anew: bool) -> list[Edit]:
    place = _steps(asked["place"])
    what = asked["do"]
    if what == "set":
        return [_set(source, place, asked["value"])]
    if what == "insert":
        return [_insert(source, place, asked["value"])]
    if what == "delete":
        return [DropKey(source, place) if isinstance(place[-1], str) else Delete(source, place)]
    if what == "move":
        to = _steps(asked["to"])
        if anew:
            return [Delete(source, place), Insert(source, to, _at(tree_of(source), place))]
        return move(source, place, to)
    raise NotAsked(what)


def _set(source: Source, place: Steps, value: Tree) -> Edit:
    above = _at(tree_of(source), place[:-1])
    last = place[-1]
    if isinstance(above, Mapping) and isinstance(last, str):
        if last not in above:
            return AddKey(source, place[:-1], last, value)
        if not value:
            return Empty(source, place)
        old = above[last]
        if isinstance(old, str) and old and isinstance(value, str):
            return Reword(source, place, old, value)
        return Put(source, place, value)
    if not above and isinstance(last, str):
        return AddKey(source, place[:-1], last, value)
    old = _at(above, (last,))
    if not isinstance(old, str) or not isinstance(value, str):
        raise NotAsked(str(place))
    return Reword(source, place, old, value)


def _insert(source: Source, place: Steps, value: Tree) -> Edit:
    """An item of a list; the list itself where its key is not there yet."""
    *parent, number = place
    above = _at(tree_of(source), parent[:-1])
    key = parent[-1] if parent else None
    if isinstance(above, Mapping) and isinstance(key, str) and key not in above:
        return AddKey(source, tuple(parent[:-1]), key, [value])
    if not isinstance(number, int):
        raise NotAsked(str(place))
    return Insert(source, place, value)


def _at(value: Tree, place: Sequence[str | int]) -> Tree:
    for step in place:
        value = value[step]  # type: ignore[index]  # a wrong step raises
    return value


def _steps(place: Any) -> Steps:
    if not isinstance(place, list) or not all(
        isinstance(step, str | int) and not isinstance(step, bool) for step in place
    ):
        raise NotAsked(str(place))
    return tuple(place)
