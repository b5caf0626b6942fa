"""What the schema says of a key of a content file: its Vietnamese title, its hint, its choices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import PurePosixPath
from typing import Any

from docgen.edit.edits import Steps, tree_of
from docgen.language.project import Project
from docgen.load.schema import schemas

Schema = Mapping[str, Any]
OF_ALL_YEARS = ("agencies", "glossary", "office")


def kind_of(project: Project, name: str) -> str:
    """The name of the schema that a file follows."""
    path = PurePosixPath(name)
    if path.name == "plan.yaml" or path.stem in OF_ALL_YEARS:
        return path.stem
    plan = project.source((path.parent / "plan.yaml").as_posix())
    held = tree_of(plan) if plan else None
    appendices = held.get("appendices") if isinstance(held, Mapping) else None
    return "appendix" if appendices and path.name in appendices else "section"


def described(kind: str, steps: Steps) -> str:
    """The title of the key at an address and what its hint says, a line each; "" for none."""
    for found in _at(kind, steps):
        lines = [str(found[word]) for word in ("title", "description") if found.get(word)]
        if lines:
            return "\n".join(lines)
    return ""


def below(kind: str, steps: Steps) -> dict[str, str]:
    """The keys that may stand below an address, each with its title."""
    return {
        key: str(said.get("title", ""))
        for found in _at(kind, steps)
        for key, said in found.get("properties", {}).items()
    }


def choices(kind: str, steps: Steps) -> list[str]:
    """The words that a key chooses from."""
    return [word for found in _at(kind, steps) for word in found.get("enum", ())]


@cache
def _schemas() -> Mapping[str, Schema]:
    return schemas()


def _at(kind: str, steps: Steps) -> list[Schema]:
    """The schemas of what stands at an address, the outermost first; a list is as its items."""
    root = _schemas()[kind]
    found = [*_meant(root, root)]
    for step in (each for each in steps if isinstance(each, str)):
        inner = [child for each in found for child in _child(each, step)]
        found = [each for child in inner for each in _meant(child, root)]
    return found


def _child(schema: Schema, step: str) -> Iterator[Schema]:
    if step in schema.get("properties", {}):
        yield schema["properties"][step]
    elif isinstance(schema.get("additionalProperties"), Mapping):
        yield schema["additionalProperties"]


def _meant(schema: Schema, root: Schema) -> Iterator[Schema]:
    """A schema, those that it refers to, and what a list of it holds."""
    yield schema
    if "$ref" in schema:
        yield from _meant(root["definitions"][schema["$ref"].rpartition("/")[2]], root)
    listed = [schema["items"]] if "items" in schema else []
    for each in (*schema.get("anyOf", ()), *schema.get("allOf", ()), *listed):
        yield from _meant(each, root)
