"""What was found to differ in a Word file, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from yaml.nodes import MappingNode, Node, SequenceNode

from docgen.edit.edits import Edit, Steps, root_of, tree_of
from docgen.finding import Where
from docgen.plan.source import Source

Verdict = Literal["applied", "asked", "refused", "already", "noted"]
Kind = Literal[
    "words", "in", "out", "move", "number", "date", "cell", "row in", "row out",
    "value", "computed", "agency", "mark", "template", "merge", "structure", "unproved", "note",
    "look", "conflict", "column", "picture", "head",
]  # fmt: skip

LABELS: dict[str, str] = {
    "words": "sửa lời", "in": "thêm đoạn", "out": "bỏ đoạn", "move": "chuyển chỗ",
    "number": "sửa số", "date": "sửa ngày", "cell": "sửa ô", "row in": "thêm dòng bảng",
    "row out": "bỏ dòng bảng", "value": "sửa giá trị tự điền", "computed": "sửa số tự tính",
    "agency": "sửa tên cơ quan", "mark": "sửa số thứ tự", "template": "sửa chữ của mẫu",
    "merge": "gộp, tách ô", "structure": "sửa bố cục", "unproved": "chưa chắc",
    "note": "sửa chú thích cuối trang", "look": "đổi kiểu chữ",
    "conflict": "hai bên cùng sửa", "column": "thêm, bỏ cột",
    "picture": "thêm hình, khung chữ, công thức", "head": "sửa dòng đầu phụ lục",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a question: what it means in words, and its edits; none: nothing changes.

    `as_word`: with it the content prints what the Word file says there, which is proved.
    """

    words: str
    edits: tuple[Edit, ...] = ()
    as_word: bool = True


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: what the paper of the content says, what the Word file says.

    `applied`: `edits` carry it into the content. `asked`: `why` says what the officer has to
    decide, `choices` how, where docgen can do it; `today` is what the content says by now, where
    that was changed too. `refused`: `why` says where else it is to be mended. `already`: the
    content says so by now. `noted`: form alone, of which nothing is lost. `spot` is what differs:
    the same object whenever it is found again.
    """

    kind: Kind
    verdict: Verdict
    where: Where | None
    old: str
    new: str
    authors: tuple[str, ...] = ()
    why: str = ""
    edits: tuple[Edit, ...] = ()
    choices: tuple[Choice, ...] = ()
    today: str = ""
    spot: object = field(default=None, repr=False)

    @property
    def key(self) -> tuple[str, str, int, str]:
        """Equal for the same difference of the same Word file, found again."""
        return self.kind, self.verdict, id(self.spot) if self.new else 0, self.new or self.old


def holder(place: Steps) -> Steps | None:
    """The innermost item of a list that a place is, or stands in."""
    for length in range(len(place), 0, -1):
        if isinstance(place[length - 1], int):
            return place[:length]
    return None


def mapping_at(source: Source, start: int) -> Steps:
    """The place of the mapping that begins at an index of the file; raises `LookupError`."""
    return _mappings(source)[start]


@lru_cache(maxsize=32)
def _mappings(source: Source) -> Mapping[int, Steps]:
    """The places of the mappings of a file by where they begin, the file itself left out."""
    found: dict[int, Steps] = {}
    stack: list[tuple[Node | None, Steps]] = [(root_of(source), ())]
    while stack:
        node, place = stack.pop()
        if isinstance(node, MappingNode):
            if place:
                found[node.start_mark.index] = place
            stack += [(child, (*place, str(key.value))) for key, child in node.value]
        elif isinstance(node, SequenceNode):
            stack += [(child, (*place, number)) for number, child in enumerate(node.value)]
    return found


def value_at(source: Source, place: Steps) -> object:
    """What the file holds at a place; None where it has none."""
    value: object = tree_of(source)
    for step in place:
        known = isinstance(value, dict) and step in value
        counted = isinstance(value, list) and isinstance(step, int) and step < len(value)
        if known or counted:
            value = value[step]  # type: ignore[index]
        else:
            return None
    return value
