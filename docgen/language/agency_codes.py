"""An agency's code over all files: where it is given, where it is used, another in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lsprotocol import types

from docgen.finding import has_errors
from docgen.language.places import Place, place_at, places
from docgen.language.positions import index_at, range_between
from docgen.language.project import AGENCIES, Project
from docgen.load.yaml_text import compose
from docgen.plan.source import Source

_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Code(NamedTuple):
    """A code, and where it stands in the file that is looked at."""

    code: str
    range: types.Range


class NotRenamed(ValueError):
    """Why a code keeps its name, in Vietnamese."""


def given(project: Project, code: str) -> types.Location | None:
    """Where `agencies.yaml` gives a code."""
    source = project.source(AGENCIES)
    if source is None:
        return None
    for place in places(source):
        if _gives(source, place) and place.key == code:
            return _location(project, source, place, code)
    return None


def used(project: Project, code: str) -> Iterator[types.Location]:
    """Where a code stands in the files of all years, its own place too; names are not codes."""
    for source in _sources(project):
        for place in places(source):
            if _is_code(source, place) and place.node.value == code:
                yield _location(project, source, place, code)


def code_at(project: Project, name: str, position: types.Position) -> Code | None:
    """The code that the cursor is on; `None` for anything else, also for an agency's name."""
    source = project.source(name)
    place = place_at(source, index_at(source, position)) if source else None
    if source is None or place is None or not _is_code(source, place):
        return None
    code = place.node.value
    if not given(project, code):
        return None
    return Code(code, _location(project, source, place, code).range)


def renamed(project: Project, code: str, new: str) -> types.WorkspaceEdit:
    """Another code in all files; raises `NotRenamed` where that would change what the plans say."""
    if not _CODE.fullmatch(new):
        raise NotRenamed(f"“{new}” không làm mã được: chữ thường không dấu, nối bằng dấu gạch")
    if new != code and given(project, new):
        raise NotRenamed(f"đã có cơ quan mang mã {new}")
    for source in _sources(project):
        if has_errors(compose(source)[1]):
            raise NotRenamed(f"{source.name} còn lỗi YAML; sửa xong rồi đổi mã")
    changes: dict[str, list[types.TextEdit]] = {}
    for location in used(project, code):
        changes.setdefault(location.uri, []).append(types.TextEdit(location.range, new))
    return types.WorkspaceEdit(changes=changes)


def _sources(project: Project) -> Iterator[Source]:
    for name in project.names():
        source = project.source(name)
        if source is None:
            raise NotRenamed(f"không đọc được {name}")
        yield source


def _is_code(source: Source, place: Place) -> bool:
    return place.calls_agency or _gives(source, place)


def _gives(source: Source, place: Place) -> bool:
    return source.name == AGENCIES and place.is_key and len(place.steps) == 1


def _location(project: Project, source: Source, place: Place, code: str) -> types.Location:
    """The code alone, without quotes."""
    start = source.text.find(code, place.start, place.end)
    return types.Location(
        project.address_of(source.name), range_between(source, start, start + len(code))
    )
