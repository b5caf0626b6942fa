"""What a comparison finds, as values: each change says what it is, where it was and is now.

A change has a side for each plan; a side is `None` where the thing did not exist. `mirrored`
gives the change of the comparison the other way round.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from docgen.diff.words import Span
from docgen.finding import Where


class Subject(StrEnum):
    """What kind of thing was changed; the value is the word an officer reads."""

    HEAD = "phần đầu"
    INDEX = "chỉ số"
    BASIS = "căn cứ"
    ADDRESSEE = "kính gửi"
    HEADING = "đề mục"
    PARAGRAPH = "đoạn văn"
    AGENCY = "cơ quan"
    TASK = "nhiệm vụ"
    RECIPIENT = "nơi nhận"
    SIGNATURE = "chữ ký"
    APPENDIX = "phụ lục"
    COLUMN = "cột"
    CRITERION = "tiêu chí"


@dataclass(frozen=True, slots=True)
class Place:
    """One side of a change: the printed `text`, what an officer calls the thing, its line.

    `label` is the way to it on paper (`III. PHÂN CÔNG… › 2. Sở Nội vụ › nhiệm vụ 3`), `part`
    the title of the column or field that is meant, where only a part of the thing is.
    """

    text: str
    label: str
    where: Where
    part: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a row or an index in both plans; `None` where it is blank."""

    key: str
    old_title: str
    new_title: str
    old: Decimal | None
    new: Decimal | None

    @property
    def title(self) -> str:
        """The column's or field's title, as the new plan has it."""
        return self.new_title or self.old_title

    @property
    def difference(self) -> Decimal | None:
        """New less old, exact; `None` where one of them is blank."""
        return None if self.old is None or self.new is None else self.new - self.old

    @property
    def mirrored(self) -> Figure:
        """The figure with old and new exchanged."""
        return Figure(self.key, self.new_title, self.old_title, self.new, self.old)


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell of something that came or went says: of a row by column, of a column by row.

    `of_table`: it is not a row of a table but what the table says once: columns, unit, total.
    `key` and `number` are those of a cell of a row; `cells` are what a row of a whole table has.
    """

    title: str
    text: str
    of_table: bool = False
    key: str = ""
    number: Decimal | None = None
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is not as it was.

    `aspect` is the key of the column or field that is meant (`time`, `product`, `year`), ""
    for the thing as a whole. `agencies` are the keys of the agencies it concerns, `fields`
    the codes of the top groups of the table; both of either plan, sorted. `cells` are those of
    a row, column, table or appendix that only one plan has; `noun` names what the subject
    names too widely (a table under a heading, the line of totals, a blank row).
    """

    kind: ClassVar[str]
    word: ClassVar[str]

    subject: Subject
    old: Place | None
    new: Place | None
    aspect: str = ""
    agencies: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    figures: tuple[Figure, ...] = ()
    cells: tuple[Cell, ...] = ()
    noun: str = ""

    @property
    def called(self) -> str:
        """What an officer calls such a thing: `bảng`, `dòng tổng`, or the word of its subject."""
        return self.noun or str(self.subject)

    @property
    def place(self) -> Place:
        """Where to look: in the new plan, or in the old one where it is gone."""
        place = self.new or self.old
        assert place is not None
        return place


class Added(Change):
    """Only the new plan has it."""

    kind, word = "added", "thêm"


class Removed(Change):
    """Only the old plan has it."""

    kind, word = "removed", "bỏ"


class Changed(Change):
    """Its words are others; `spans` says which."""

    kind, word = "changed", "sửa"


class Rescored(Change):
    """Its numbers are others; `figures` has each that differs, the computed ones included."""

    kind, word = "rescored", "đổi số liệu"


class Moved(Change):
    """It stands under another agency, heading or group, or in another order.

    `spans` where its words were changed on the way.
    """

    kind, word = "moved", "chuyển"


class Renumbered(Change):
    """A criterion has another code in the same group."""

    kind, word = "renumbered", "đổi số thứ tự"


class Renamed(Change):
    """A criterion, heading, agency or column has another name."""

    kind, word = "renamed", "đổi tên"


class Regrouped(Change):
    """Rows came under, or left, cells that are merged over several rows."""

    kind, word = "regrouped", "gộp hoặc tách ô"


class Merged(Change):
    """Agencies went into a successor (sáp nhập), by the facts of `agencies.yaml`.

    Their tasks that went along are no changes of their own.
    """

    kind, word = "merged", "sáp nhập"


class Split(Change):
    """An agency's tasks went back to those it succeeds: `Merged` the other way round."""

    kind, word = "split", "tách ra"


class Divided(Change):
    """One text became several: each of them says a part of it. Their texts stand a line each."""

    kind, word = "divided", "tách"


class Joined(Change):
    """Several texts became one: `Divided` the other way round."""

    kind, word = "joined", "gộp"


class Unfilled(Change):
    """A cell or number that the new plan leaves blank: not filled in yet."""

    kind, word = "unfilled", "chưa điền"


class Filled(Change):
    """A cell or number that the old plan left blank: `Unfilled` the other way round."""

    kind, word = "filled", "mới điền"


KINDS: tuple[type[Change], ...] = (
    Added,
    Removed,
    Changed,
    Rescored,
    Moved,
    Renumbered,
    Renamed,
    Regrouped,
    Merged,
    Split,
    Divided,
    Joined,
    Filled,
    Unfilled,
)


def kind_of_figure(before: Decimal | None, after: Decimal | None) -> type[Change]:
    """What became of a number that is another one now, or blank in one of the plans."""
    if after is None:
        return Unfilled
    return Filled if before is None else Rescored


_OPPOSITE: Mapping[type[Change], type[Change]] = {
    Added: Removed, Removed: Added, Merged: Split, Split: Merged,
    Divided: Joined, Joined: Divided, Filled: Unfilled, Unfilled: Filled,
}  # fmt: skip


def mirrored(change: Change) -> Change:
    """The same change seen from the new plan to the old one."""
    values = {each.name: getattr(change, each.name) for each in fields(change)}
    values |= {
        "old": change.new,
        "new": change.old,
        "spans": tuple(span.mirrored for span in change.spans),
        "figures": tuple(figure.mirrored for figure in change.figures),
    }
    return _OPPOSITE.get(type(change), type(change))(**values)
