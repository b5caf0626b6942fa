"""What forms are made of: the classes of the plan as plain values, a file's tree and its lines.

The declarations of `docgen.plan` say for each key its Vietnamese title, its hint and its type; so
`load`, the JSON Schema and the forms all follow one list.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, Literal, Union, get_args, get_origin

from yaml.nodes import MappingNode, Node, SequenceNode

from docgen.edit.edits import Steps, root_of, tree_of
from docgen.load.read import type_hints
from docgen.load.scalars import SCALARS
from docgen.load.yaml_text import compose
from docgen.pipeline import CONTENT
from docgen.plan.model import (
    Agency,
    Appendix,
    Assignment,
    Glossary,
    Index,
    Item,
    Plan,
    Signature,
)
from docgen.plan.office import Form, Issuer, Office
from docgen.plan.source import Source, Text
from docgen.plan.table import Column, Table, Total

CLASSES = (
    Agency, Appendix, Assignment, Column, Form, Glossary, Index, Issuer, Item, Office, Plan,
    Signature, Table, Total,
)  # fmt: skip
SHARED = {"agencies": "Agency", "glossary": "Glossary", "office": "Office"}


def shapes() -> dict[str, list[dict[str, Any]]]:
    """The keys of each class in their order: `key`, `title`, `hint`, `kind` and what goes with it.

    `kind`: `text`, `lines` (a list of texts), `choice` (of `choices`), `group` (of a class),
    `map` (of a class by key), `pairs` (texts by key), `list` (of a class; `short` is the key that
    an entry written as a mere text is short for), `table`.
    """
    return {each.__name__: list(_keys(each)) for each in CLASSES}


def _keys(shape: Any) -> Iterator[dict[str, Any]]:
    for declared in fields(shape):
        said = declared.metadata
        if said.get("private"):
            continue
        yield {
            "key": declared.name,
            "title": said["title"],
            "hint": said["description"],
            "required": bool(said["required"]),
            "files": bool(said.get("include")),
            "short": said.get("shorthand", ""),
            **_kind(type_hints(shape)[declared.name]),
        }


def _kind(wanted: Any) -> dict[str, Any]:
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin in (Union, types.UnionType):
        return _kind(next(each for each in arguments if each is not type(None)))
    if origin is Literal:
        return {"kind": "choice", "choices": list(arguments)}
    if origin is tuple:
        return (
            {"kind": "lines"}
            if arguments[0] is Text
            else {"kind": "list", "of": arguments[0].__name__}
        )
    if isinstance(origin, type) and issubclass(origin, Mapping):
        plain = arguments[1] is Text or arguments[1] in SCALARS
        return {"kind": "pairs"} if plain else {"kind": "map", "of": arguments[1].__name__}
    if wanted is Table:
        return {"kind": "table"}
    if is_dataclass(wanted) and wanted is not Text and wanted not in SCALARS:
        return {"kind": "group", "of": wanted.__name__}  # type: ignore[union-attr]
    return {"kind": "text"}


def shape_of(source: Source, plan: Source | None) -> dict[str, Any]:
    """What a file holds: its class (`of`, where it can be read), `tree` and the line of each place.

    `plan` is the `plan.yaml` beside it, which says whether a file is a section or an appendix.
    """
    *_, folder, name = source.name.split("/")
    stem = name.removesuffix(".yaml")
    if folder == CONTENT.name:
        kind = SHARED.get(stem, "")
    elif stem == "plan" or plan is None:
        kind = "Plan"
    else:
        told = tree_of(plan) if root_of(plan) is not None else {}
        appendices = told.get("appendices", ()) if isinstance(told, Mapping) else ()
        kind = "Appendix" if name in appendices else "Item"
    root, findings = compose(source)
    if root is None and findings:
        kind = ""  # not read; a blank file is
    lines = {} if root is None else dict(_lines(root, ()))
    return {"of": kind, "tree": tree_of(source), "lines": lines}


def _lines(node: Node, place: Steps) -> Iterator[tuple[str, int]]:
    yield "/".join(map(str, place)), node.start_mark.line + 1
    if isinstance(node, MappingNode):
        for key, child in node.value:
            yield from _lines(child, (*place, key.value))
    elif isinstance(node, SequenceNode):
        for number, child in enumerate(node.value):
            yield from _lines(child, (*place, number))
