"""Values written as YAML where there were none: items of lists, rows, keys.

A value is a text, a list or a mapping of values, as `tree` reads them out of nodes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from yaml.nodes import MappingNode, Node, ScalarNode

from docgen.edit.scalar import Place, written

Tree = str | Sequence["Tree"] | Mapping[str, "Tree"]


class Unwritable(ValueError):
    """YAML has no way to say it at this place: a control character, a block between brackets."""


def tree(node: Node | None) -> Tree:
    """What a node holds; a blank one, an empty list or mapping hold nothing."""
    if isinstance(node, ScalarNode):
        return str(node.value.rstrip("\n") if node.style in ("|", ">") else node.value)
    if isinstance(node, MappingNode):
        return {str(key.value): tree(child) for key, child in node.value} or ""
    return [tree(child) for child in node.value] or "" if node else ""


def block(value: Tree, column: int, newline: str) -> str:
    """A value whose first letter stands at `column` (from 0), its further lines below that."""
    if isinstance(value, str):
        return _text(value, Place(column, column, newline=newline))
    lead = newline + " " * column
    if isinstance(value, Mapping):
        return lead.join(
            f"{key}:{after_colon(each, column, len(key), newline)}" for key, each in value.items()
        )
    return lead.join(f"- {block(each, column + 2, newline)}" for each in value)


def after_colon(value: Tree, column: int, key: int, newline: str) -> str:
    """What stands behind the colon of a key of `key` letters at `column`; with its space."""
    if not value:
        return ""
    if isinstance(value, str):
        return f" {_text(value, Place(column + key + 2, column + 2, newline=newline))}"
    return f"{newline}{' ' * (column + 2)}{block(value, column + 2, newline)}"


def flow(value: Tree) -> str:
    """A value between brackets, on one line."""
    if isinstance(value, str):
        return _text(value, Place(-(10**6), 2, in_flow=True)) if value else '""'
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {flow(each)}' for key, each in value.items())}}}"
    return f"[{', '.join(map(flow, value))}]"


def _text(value: str, place: Place) -> str:
    raw = written(value, place)
    if raw is None:
        raise Unwritable(value)
    return raw


def indented(raw: str, column: int, newline: str) -> str:
    """Raw YAML whose further lines stand as if its first letter stood at 0, moved to `column`."""
    return (newline + " " * column).join(raw.splitlines()).replace(newline + " " * column + newline,
                                                                 newline + newline)  # fmt: skip


def outdented(raw: str, column: int) -> str:
    """The other way round: its further lines with up to `column` spaces less."""
    first, *more = raw.splitlines()
    blank = " " * column
    cut = (
        each.removeprefix(blank) if each.startswith(blank) else each.lstrip(" ") for each in more
    )
    return "\n".join((first, *cut))
