"""The letterhead, the signature and the published indices, field by field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields, replace
from decimal import Decimal

from docgen.diff.changes import (
    Added,
    Change,
    Changed,
    Figure,
    Filled,
    Place,
    Removed,
    Renamed,
    Subject,
    Unfilled,
    kind_of_figure,
)
from docgen.diff.fields import field_change
from docgen.diff.outline import Outline
from docgen.diff.words import Span, same, spans
from docgen.finding import Where
from docgen.plan.dates import IssueDay, Years
from docgen.plan.fields import Integer, Number
from docgen.plan.model import Index, Plan
from docgen.plan.source import Text

FORMS = {"paper": "văn bản giấy", "electronic": "văn bản điện tử", None: "văn bản giấy"}
FIGURES = ("score", "rank", "of", "previous_score", "previous_rank")


def head_changes(old: Outline, new: Outline) -> Iterator[Change]:
    """The changes of the fields that a plan has once, and of its indices."""
    for subject, aspect, label in _FIELDS:
        texts = _texts(old.plan, aspect), _texts(new.plan, aspect)
        for change in field_change(subject, aspect, (old, new), texts, (label, label)):
            yield change if aspect in _DROPPED else _to_fill(change, old, new)
    before, after = (FORMS[outline.plan.issue] for outline in (old, new))
    if before != after:
        where = [Where(each.plan.sources[0].name) for each in (old, new)]
        label = "Hình thức ban hành"
        yield Changed(
            subject=Subject.HEAD, aspect="issue",
            old=Place(before, label, where[0]), new=Place(after, label, where[1]),
        )  # fmt: skip
    for key in {**new.plan.indices, **old.plan.indices}:
        yield from _index_changes(key, old, new)


_FIELDS = (
    (Subject.HEAD, "year", "Năm kế hoạch"),
    (Subject.HEAD, "issuer.superior", "Cơ quan chủ quản"),
    (Subject.HEAD, "issuer.name", "Cơ quan ban hành"),
    (Subject.HEAD, "issuer.short", "Tên gọi trong câu"),
    (Subject.HEAD, "number", "Số văn bản"),
    (Subject.HEAD, "symbol", "Ký hiệu"),
    (Subject.HEAD, "place", "Địa danh"),
    (Subject.HEAD, "date", "Ngày ban hành"),
    (Subject.HEAD, "subject", "Trích yếu"),
    (Subject.HEAD, "below_subject", "Dòng dưới trích yếu"),
    (Subject.SIGNATURE, "signature.lines", "Quyền hạn, chức vụ"),
    (Subject.SIGNATURE, "signature.name", "Họ và tên người ký"),
)

_DROPPED = {"issuer.superior", "issuer.short", "below_subject"}  # a plan may well do without


def _to_fill(change: Change, old: Outline, new: Outline) -> Change:
    """A field that each plan has in the end: where one lacks it, it is not filled in yet."""
    if change.old and change.new:
        return change
    kind = Unfilled if change.old else Filled
    label = change.place.label
    places = [
        place or Place("", label, Where(outline.plan.sources[0].name))
        for place, outline in ((change.old, old), (change.new, new))
    ]
    marks = Span(places[0].text, places[1].text, same=False)
    return kind(
        subject=change.subject, aspect=change.aspect, old=places[0], new=places[1], spans=(marks,)
    )  # fmt: skip


def head_labels(plan: Plan) -> Iterator[tuple[Where, str]]:
    """The place of each text of the letterhead and the signature, and what an officer calls it."""
    for _, aspect, label in _FIELDS:
        yield from ((text.where, label) for text in _texts(plan, aspect))


def _texts(plan: Plan, path: str) -> tuple[Text, ...]:
    """The texts of a field named by its path; none where the plan leaves it blank."""
    value: object = plan
    for name in path.split("."):
        value = getattr(value, name, None)
    if isinstance(value, Number | Integer | Years):
        return (value.text,)
    if isinstance(value, IssueDay):
        return (replace(value.text, value=value.written),)
    if isinstance(value, Text):
        return (value,)
    return value if isinstance(value, tuple) else ()


def _index_changes(key: str, old: Outline, new: Outline) -> Iterator[Change]:
    one, other = (outline.plan.indices.get(key) for outline in (old, new))
    places = [
        Place(_summary(index), f"Chỉ số {index.name or key}", _where(index)) if index else None
        for index in (one, other)
    ]
    if one is None or other is None:
        kind: type[Change] = Added if other else Removed
        yield kind(subject=Subject.INDEX, old=places[0], new=places[1], aspect=key)
        return
    words = [
        outline.words((index.name,)) if index.name else ()
        for outline, index in ((old, one), (new, other))
    ]
    if not same(*words):
        yield Renamed(
            subject=Subject.INDEX, old=places[0], new=places[1], aspect=key, spans=spans(*words)
        )
    titles = {each.name: str(each.metadata["title"]) for each in fields(Index)}
    figures: dict[type[Change], list[Figure]] = defaultdict(list)
    for name in FIGURES:
        values = _number(one, name), _number(other, name)
        if values[0] != values[1]:
            figure = Figure(name, titles[name], titles[name], *values)
            figures[kind_of_figure(*values)].append(figure)
    for kind, found in figures.items():
        yield kind(
            subject=Subject.INDEX, old=places[0], new=places[1], aspect=key, figures=tuple(found)
        )


def _number(index: Index, name: str) -> Decimal | None:
    number: Number | Integer | None = getattr(index, name)
    return Decimal(number.value) if number else None


def _where(index: Index) -> Where:
    """The first thing that the content says of an index, or the place of its first blank."""
    if index.name:
        return index.name.where
    numbers = (getattr(index, name) for name in FIGURES)
    texts = [number.text for number in numbers if number] + list(index.blanks.values())
    return texts[0].where if texts else Where("")


def _summary(index: Index) -> str:
    score = f"{index.score.text} điểm" if index.score else ""
    of = f"/{index.of.value}" if index.of else ""
    rank = f"thứ {index.rank.value}{of}" if index.rank else ""
    return ", ".join(filter(None, (score, rank)))
