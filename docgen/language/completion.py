"""What may be written where the cursor is: agencies, columns of a row, names in `{{ }}`, keys.

A line that is being typed is seldom YAML, so its place is read from the lines and their indents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields

from lsprotocol import types
from lsprotocol.types import CompletionItemKind as Kind

from docgen.edit.edits import Steps
from docgen.language.hover import agency
from docgen.language.keys import below, choices, kind_of
from docgen.language.places import REFERENCES
from docgen.language.positions import index_at, range_between
from docgen.language.project import AGENCIES, Project
from docgen.language.tables import columns_at
from docgen.plan.compute import IndexNames, IssuerNames, names
from docgen.plan.expressions import printed
from docgen.plan.model import Plan
from docgen.plan.source import Source

_KEY = re.compile(r"(?P<dashes>(?: *-)* *)(?P<key>[^\s:#\"'{}\[\]-][^:#\"'{}\[\]]*):(?= |$)")
_IN_BRACES = re.compile(r"\{\{(?:(?!\}\}).)*?(?P<owner>[^\W\d]\w*\.)?(?P<typed>\w*)$", re.DOTALL)
_TYPED = re.compile(r"[^\s,\[\]{}:\"']*$")
_NEW_KEY = re.compile(r"(?: *-)* *(?P<typed>[\w-]*)$")


def completion(project: Project, name: str, position: types.Position) -> list[types.CompletionItem]:
    """What may stand at a place of a file."""
    source, year = project.source(name), project.year_of(name)
    plan = project.plan(year) if year else None
    if source is None or plan is None:
        return []
    index = index_at(source, position)
    line = source.where(index).line
    typed = source.text[source.line_start(line - 1) : index]
    if within := _IN_BRACES.search(_paragraph(source, line, index)):
        return [*_names(plan, source, index, within["owner"], within["typed"])]
    steps = _steps(source, line, typed)
    if steps and steps[-1] in REFERENCES and "rows" not in steps and _is_value(typed):
        return [*_agencies(plan, source, index, typed)]
    if new := _NEW_KEY.fullmatch(typed):
        return [*_keys(project, plan, source, index, steps, new["typed"])]
    kind = kind_of(project, name)
    there = range_between(source, index - len(_typed(typed)), index)
    return [_item(there, word, "", Kind.EnumMember) for word in choices(kind, steps)]


def _is_value(typed: str) -> bool:
    """Whether a line has come to a value: behind a key, or as an item of a list."""
    return bool(_KEY.match(typed)) or typed.lstrip().startswith("-")


def _typed(line: str) -> str:
    match = _TYPED.search(line)
    return match[0] if match else ""


def _paragraph(source: Source, line: int, index: int) -> str:
    """The lines before a place that one text may run over."""
    return source.text[source.line_start(max(line - 4, 0)) : index]


def _steps(source: Source, line: int, typed: str) -> Steps:
    """The keys that a place stands below, from the top of the file; a list's items have no number.

    A key on the line itself is the last.
    """
    steps: list[str] = []
    indent = len(typed) - len(typed.lstrip(" ")) if typed.strip() else len(typed)
    if own := _KEY.match(typed):
        steps.append(own["key"])
        indent = len(own["dashes"])
    else:
        dashes = re.match(r"(?: *- *)*", typed)
        indent = max(indent, len(dashes[0]) if dashes else 0)
    for number in range(line - 1, 0, -1):
        above = _KEY.match(source.line_text(number))
        if above is None or len(above["dashes"]) >= indent:
            continue
        steps.append(above["key"])
        indent = len(above["dashes"])
    return tuple(reversed(steps))


def _agencies(plan: Plan, source: Source, index: int, typed: str) -> Iterator[types.CompletionItem]:
    there = range_between(source, index - len(_typed(typed)), index)
    for key, said in plan.agencies.items():
        item = _item(there, key, said.name.value, Kind.Value)
        item.filter_text = f"{key} {said.name.value}"
        item.documentation = agency(key, said)
        yield item


def _names(
    plan: Plan, source: Source, index: int, owner: str | None, typed: str
) -> Iterator[types.CompletionItem]:
    there = range_between(source, index - len(typed), index)
    known = names(plan)
    for name, value in (_below(known.get(owner[:-1])) if owner else known).items():
        detail = "" if _below(value) else str(printed(value))
        yield _item(there, name, detail, Kind.Variable)


def _below(value: object) -> dict[str, object]:
    """The names of a value's own, such as those of `par_index`."""
    if isinstance(value, IndexNames | IssuerNames):
        return {each.name: getattr(value, each.name) for each in fields(value)}
    return {}


def _keys(
    project: Project, plan: Plan, source: Source, index: int, steps: Steps, typed: str
) -> Iterator[types.CompletionItem]:
    there = range_between(source, index - len(typed), index)
    if "rows" in steps:
        for column in columns_at(plan, source.name, index):
            key, title = column.key.value, column.title.value if column.title else ""
            yield _item(there, key, title, Kind.Field, f"{key}: ")
    if source.name == AGENCIES and not steps:
        return
    for key, title in below(kind_of(project, source.name), steps).items():
        yield _item(there, key, title, Kind.Property, f"{key}: ")


def _item(
    there: types.Range, label: str, detail: str, kind: Kind, written: str = ""
) -> types.CompletionItem:
    edit = types.TextEdit(there, written or label)
    return types.CompletionItem(label, kind=kind, detail=detail or None, text_edit=edit)
