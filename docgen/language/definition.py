"""Where that is said which a place only calls: an agency, a name, a column, a file."""

from __future__ import annotations

from pathlib import PurePosixPath

from lsprotocol import types

from docgen.language.agency_codes import given
from docgen.language.places import name_at, place_at, places
from docgen.language.positions import index_at, range_between
from docgen.language.project import Project
from docgen.language.tables import columns_at
from docgen.plan.agencies import find
from docgen.plan.model import Plan
from docgen.plan.source import Source

# What a name stands for where plan.yaml has no key of that name.
_MADE_OF = {"first_year": "year", "last_year": "year", "move": "rank"}


def definition(project: Project, name: str, position: types.Position) -> types.Location | None:
    """The place that says it; `None` where nothing is called."""
    source, year = project.source(name), project.year_of(name)
    plan = project.plan(year) if year else None
    if source is None or plan is None:
        return None
    index = index_at(source, position)
    place = place_at(source, index)
    if place is None:
        return None
    if named := name_at(source, index):
        return _named(project, f"content/{year}/plan.yaml", named)
    if place.calls_agency and (key := find(place.node.value, plan.agencies)):
        return given(project, key)
    if place.is_key and "rows" in place.steps:
        return _column(project, plan, source, index, place.key)
    beside = f"{PurePosixPath(name).parent}/{place.node.value}"
    if place.steps[:1] in (("sections",), ("appendices",)) and beside in project.names():
        start = types.Position(0, 0)
        return types.Location(project.address_of(beside), types.Range(start, start))
    return None


def _named(project: Project, plan_file: str, called: str) -> types.Location | None:
    """The key in plan.yaml, or the nearest above it, that a name in `{{ }}` stands for."""
    source = project.source(plan_file)
    if source is None:
        return None
    parts = tuple(_MADE_OF.get(part, part) for part in called.split("."))
    keys = {place.steps: place for place in places(source) if place.is_key}
    for steps in (parts, ("indices", *parts), parts[:1], ("indices", *parts[:1])):
        if place := keys.get(steps):
            there = range_between(source, place.start, place.end)
            return types.Location(project.address_of(plan_file), there)
    return None


def _column(
    project: Project, plan: Plan, source: Source, index: int, key: str
) -> types.Location | None:
    for column in columns_at(plan, source.name, index):
        if column.key.value == key:
            there = range_between(source, column.key.start, column.key.end)
            return types.Location(project.address_of(source.name), there)
    return None
