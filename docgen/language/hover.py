"""What is shown where the pointer rests: what prints, what is computed, who is meant."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from docgen.language.keys import described, kind_of
from docgen.language.places import Place, braces_at, place_at
from docgen.language.positions import index_at, range_between
from docgen.language.project import AGENCIES, Project
from docgen.language.tables import columns_at, computed
from docgen.pipeline import Checked
from docgen.plan.agencies import find
from docgen.plan.compute import names
from docgen.plan.expressions import fill
from docgen.plan.model import Agency, Plan
from docgen.plan.source import Source, Text


def hover(project: Project, name: str, position: types.Position) -> types.Hover | None:
    """The words for a place of a file; `None` where there is nothing to say."""
    source, year = project.source(name), project.year_of(name)
    if source is None or year is None:
        return None
    index = index_at(source, position)
    place = place_at(source, index)
    if place is None:
        return None
    checked = project.check(year)
    said = [*_said(project, checked, source, place, index)]
    if not said:
        return None
    words = types.MarkupContent(types.MarkupKind.PlainText, "\n\n".join(said))
    return types.Hover(words, range_between(source, place.start, place.end))


def _said(
    project: Project, checked: Checked, source: Source, place: Place, index: int
) -> Iterator[str]:
    plan = checked.plan
    if place.is_key:
        yield from filter(None, (described(kind_of(project, source.name), place.steps),))
        if (
            plan
            and source.name == AGENCIES
            and len(place.steps) == 1
            and place.key in plan.agencies
        ):
            yield agency(place.key, plan.agencies[place.key])
    if plan is None:
        return
    if place.calls_agency and (key := find(place.node.value, plan.agencies)):
        yield agency(key, plan.agencies[key])
    if not place.is_key and "{{" in place.node.value:
        yield from _printed(checked, plan, source, place, index)
    if "rows" in place.steps and place.within:
        columns = {each.key.value: each for each in columns_at(plan, source.name, index)}
        if place.is_key and place.key in columns:
            yield columns[place.key].called
        values = [*computed(checked, source.name, place.within)]
        if values:
            lines = (f"  {column.called} = {value}" for column, value in values)
            yield "\n".join(("Máy tính cho dòng này:", *lines))


def agency(key: str, said: Agency) -> str:
    """An agency in full: its name, what else it is called, until when it works."""
    lines = [said.name.value, f"Mã: {key}"]
    if said.short:
        lines.append(f"Tên gọi khác: {'; '.join(each.value for each in said.short)}")
    if said.members:
        lines.append(f"Nhóm gồm: {', '.join(each.value for each in said.members)}")
    if said.valid_until:
        lines.append(f"Hoạt động đến hết ngày {said.valid_until.text.value}")
    if said.successor:
        lines.append(f"Cơ quan kế thừa: {said.successor.value}")
    return "\n".join(lines)


def _printed(
    checked: Checked, plan: Plan, source: Source, place: Place, index: int
) -> Iterator[str]:
    """What the `{{ … }}` under the pointer gives, and the whole text as it prints."""
    braces = braces_at(source, index)
    if braces:
        value, findings = fill(Text(braces, source, place.start, place.end, ""), names(plan))
        if not findings:
            yield f"{braces} in ra: {value}"
    for piece in checked.view.pieces if checked.view else ():
        for string in piece.strings:
            text = string.origin.text
            if text and text.source.name == source.name and text.start == place.start:
                yield f"In ra: {string}"
                return
