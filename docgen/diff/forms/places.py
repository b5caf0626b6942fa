"""Changes by the place an officer looks for them: a part of the plan, then what stands in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, fields

from docgen.diff.changes import Change, Subject, Unfilled
from docgen.diff.forms.phrases import capital
from docgen.diff.outline import STEP
from docgen.plan.table import Column

# Texts that stand in a list, under a heading or under an agency: their own step is last.
_ENTRIES = {
    Subject.BASIS, Subject.ADDRESSEE, Subject.PARAGRAPH, Subject.TASK, Subject.RECIPIENT,
}  # fmt: skip
UNFILLED = "Chưa điền"
_FIELDS = {Subject.HEAD, Subject.INDEX, Subject.SIGNATURE}
_ASPECTS = {"agencies": "các cơ quan cùng nhận nhiệm vụ"}
_COLUMN_PARTS = {each.name: str(each.metadata["title"]) for each in fields(Column)}
_NUMBER = re.compile(r"^(?:[IVXLC]+|\d+(?:\.\d+)*)\.\s+")
_CODE = re.compile(r"^((?:\d+|[IVXLC]+|[A-ZĐ])(?:\.\w+)*(?:, [\w.]+)*)\.?(?:\s+(.*)|)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Group:
    """The changes of one place; `title` is "" for a part as a whole."""

    title: str
    changes: list[Change] = field(default_factory=list)

    @property
    def agencies(self) -> tuple[str, ...]:
        """The agencies that all changes of the place concern alike; none where they differ."""
        found = {change.agencies for change in self.changes}
        return found.pop() if len(found) == 1 else ()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the plan: `III. PHÂN CÔNG THỰC HIỆN`, `Phụ lục`."""

    title: str
    groups: list[Group] = field(default_factory=list)


def by_place(changes: Sequence[Change]) -> list[Part]:
    """The changes in reading order, those of one place together.

    What is not filled in yet comes last: in a half-filled year it must not drown the rest.
    A number that only moved on (`9. Sở Y tế`, `10. Sở Y tế`) makes no other place.
    """
    parts: dict[str, Part] = {}
    groups: dict[tuple[str, str], Group] = {}
    for change in changes:
        first, rest = _steps(change)
        part = parts.setdefault(_unnumbered(first), Part(first))
        key = (_unnumbered(first), _unnumbered(rest))
        if key not in groups:
            groups[key] = Group(rest)
            part.groups.append(groups[key])
        groups[key].changes.append(change)
    for part in parts.values():
        part.groups.sort(key=lambda group: bool(group.title))
    return sorted(parts.values(), key=lambda part: part.title == UNFILLED)


def numbered(changes: Sequence[Change]) -> list[tuple[int, Change]]:
    """The changes with their numbers, from 1, as a reader meets them."""
    parts = by_place(changes)
    met = [change for part in parts for group in part.groups for change in group.changes]
    return [*enumerate(met, 1)]


def thing(change: Change) -> str:
    """What was changed, under the heading of its place: `nhiệm vụ 3`, `Thời gian`."""
    place = change.place
    if change.subject in _ENTRIES:
        return place.label.rpartition(STEP)[2]
    if change.subject in _FIELDS:
        return place.label
    if change.subject is Subject.CRITERION:
        return place.part or change.called
    if change.noun:
        return change.noun
    if place.part:
        return _COLUMN_PARTS.get(place.part, place.part)
    if change.subject is Subject.COLUMN:
        return str(change.subject)
    return _ASPECTS.get(change.aspect, str(change.subject))


def code_and_name(change: Change) -> tuple[str, str]:
    """The code and the name of a criterion, or the codes of the rows that share a cell."""
    own = change.place.label.rpartition(STEP)[2]
    match = _CODE.match(own)
    return (match[1], match[2] or "") if match else ("", own)


def _steps(change: Change) -> tuple[str, str]:
    """The part of the plan, and the way from there to the place, without the thing itself."""
    if isinstance(change, Unfilled):
        return UNFILLED, change.place.label
    if change.subject in _FIELDS:
        return capital(change.subject), ""
    label = change.place.label
    if change.subject in _ENTRIES:
        label = label.rpartition(STEP)[0] or label
    first, _, rest = label.partition(STEP)
    return first, rest


def _unnumbered(steps: str) -> str:
    return STEP.join(_NUMBER.sub("", step) for step in steps.split(STEP))
