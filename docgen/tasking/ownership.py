"""Who has what: every task and every row of a plan with the agencies that it is given to.

A task is given by the block of an agency, by the heading that it stands under, or by its own
words (`Giao Sở Nội vụ …`); a row by its columns of agencies, or else by the row of its field.
A group stands for its members; a group without members, and a name that agencies.yaml does not
have, has a sheet of its own, so that nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from docgen.plan.agencies import ACTS, find, members_of, references
from docgen.plan.model import Assignment, Plan
from docgen.plan.reading_order import assignments, items, leaves, tasks_of
from docgen.plan.source import Text
from docgen.plan.table import Column, Row
from docgen.tasking.names import Reader
from docgen.tasking.table_rows import own_row, paragraphs, unmerged
from docgen.view.plan import View
from docgen.view.printed import TableRow
from docgen.view.table import TableView

OWNERS = ("agencies", "lead", "support")
_OWNER = re.compile(
    r"^(?:các |tên )?(?:cơ quan|đơn vị(?! tính)|địa phương|phòng|ban|người)\b|chủ trì|phối hợp|"
    r"phân công|trách nhiệm|đầu mối|^(?:tổ chức )?thực hiện$",
    re.IGNORECASE,
)
_HEAD = r"(?:(?:thủ trưởng|người đứng đầu|giám đốc|chủ tịch|lãnh đạo|chánh|trưởng)\s+)?(?:các\s+)?"
_GIVES = re.compile(
    rf"(?:^\W*|\b(?:giao|đề nghị|yêu cầu|phân công)\s+(?:cho\s+)?){_HEAD}$", re.IGNORECASE
)
_AND_ALSO = re.compile(rf"(?:\s|[,;/]|\b(?:và|phối hợp|cùng|với)\b)*{_HEAD}", re.IGNORECASE)

_ACTS = re.compile(rf"\s*(?::|\*|(?:{ACTS})\b)")

_WITH = re.compile(
    rf"phối hợp(?: chặt chẽ| cùng)?(?: với| cùng)? {_HEAD}$", re.IGNORECASE
)  # fmt: skip

Spot = tuple[str, int]


@dataclass(frozen=True, slots=True, eq=False)
class Duty:
    """One task, or one row of a table, and whose it is.

    `texts` are its words in reading order. `given` says for each agency, by its key or else by
    its name, how the plan calls it there; `named` are others of which it speaks, but the issuer.
    `heading` is what it stands under; `unknown` are names that agencies.yaml does not have.
    """

    texts: tuple[Text, ...]
    given: Mapping[str, str]
    named: frozenset[str] = frozenset()
    heading: Text | None = None
    row: Row | None = None
    unknown: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """Where it stands in the content: that of its row, or of its first text."""
        return self.row.where.path if self.row else self.texts[0].path

    @property
    def where(self) -> Text:
        """The place in the content."""
        return self.row.where if self.row else self.texts[0]


def spot(text: Text) -> Spot:
    """Which scalar of the content a text is, a part of one included."""
    return text.source.name, text.start


def duties(plan: Plan, view: View) -> tuple[Duty, ...]:
    """All tasks and rows of a plan that are given to somebody, and rows that nobody is given."""
    finder = _Finder(plan)
    tables = [block.table for block in view.blocks if block.table]
    found: dict[Spot, Duty] = {}
    for duty in (*finder.tasks(), *(each for table in tables for each in finder.rows(table))):
        known = found.get(spot(duty.where))
        given = {**known.given, **duty.given} if known else duty.given
        found[spot(duty.where)] = replace(known or duty, given=given)
    return tuple(found.values())


def holders(found: Iterable[Duty]) -> tuple[str, ...]:
    """The agencies that are given something, in the order in which the plan comes to them."""
    return tuple(dict.fromkeys(key for duty in found for key in duty.given))


class _Finder:
    """Finds the duties of one plan."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.reader = Reader(plan.agencies)
        issuer = plan.issuer.short if plan.issuer else None
        self.issuer = find(issuer.value, plan.agencies) if issuer else None

    def tasks(self) -> Iterator[Duty]:
        """The tasks of each assignment, and the points of the text that give one."""
        seen: set[Spot] = set()
        for assignment in assignments(self.plan):
            called = references(assignment)
            heading = assignment.title or (called[0] if called else None)
            given = self._given_by(assignment)
            for texts in tasks_of(assignment):
                seen.update(map(spot, texts))
                yield self._duty(texts, given | self._partners(texts), heading)
        for item in items(self.plan):
            opening = item.title or next(iter(item.text), None) or item.plain or item.centered
            if opening is None or spot(opening) in seen:
                continue
            if given := self._given_in(opening):
                for texts in tasks_of(item):
                    yield self._duty(texts, given | self._partners(texts), item.title)

    def rows(self, table: TableView) -> Iterator[Duty]:
        """Each row of a table that names agencies, if only one of its rows does."""
        columns = table.computed.table.columns
        printed = [(row, each) for each in unmerged(table.rows) if (row := own_row(each))]
        own = {id(row): self._given_by_cells(each) for row, each in printed}
        if not any(own.values()) and not any(map(is_owner, columns)):
            return
        fields = [(row, own[id(row)]) for row, _ in printed if row.kind == "group"]
        inherited = {id(leaf): given for row, given in fields for leaf in leaves(row.rows) if given}
        for row, each in printed:
            given = own[id(row)] or (inherited.get(id(row), {}) if row.kind == "row" else {})
            if given or row.kind == "row":
                yield self._row(row, each, given)

    def _row(self, row: Row, printed: TableRow, given: Mapping[str, str]) -> Duty:
        cells = [*paragraphs(printed)]
        return replace(self._duty(tuple(text for _, text, _ in cells), given, None), row=row)

    def _duty(
        self, texts: tuple[Text, ...], given: Mapping[str, str], heading: Text | None
    ) -> Duty:
        found = (each.key for text in texts for each in self.reader.named(text.value, text))
        unknown = tuple(key for key in given if key not in self.plan.agencies)
        return Duty(texts, given, frozenset(found) - {*given, self.issuer}, heading, None, unknown)

    def _given_by(self, assignment: Assignment) -> dict[str, str]:
        """The agencies of a block, and others that its title names."""
        given: dict[str, str] = {}
        for each in references(assignment):
            key = find(each.value, self.plan.agencies)
            given |= self._resolved(key) if key else {each.value: each.value}
        return given | (self._all_in([assignment.title]) if assignment.title else {})

    def _given_in(self, opening: Text) -> dict[str, str]:
        """The agencies that a point is given to by its words; the issuer gives, it is not given."""
        given: dict[str, str] = {}
        end = -1
        for each in self.reader.named(opening.value, opening):
            before = opening.value[: each.start]
            goes_on = end >= 0 and _AND_ALSO.fullmatch(opening.value[end : each.start])
            if each.key != self.issuer and (goes_on or _GIVES.search(before)):
                given |= self._resolved(each.key)
                end = each.end
        for each in self.reader.unknown(opening.value, opening):
            after = opening.value[each.end :]
            if _GIVES.search(opening.value[: each.start]) and _ACTS.match(after):
                given[each.key] = each.key
        return given

    def _partners(self, texts: Iterable[Text]) -> dict[str, str]:
        """Single agencies with which a task is to be done: `phối hợp với Sở Nội vụ`."""
        partners: dict[str, str] = {}
        for text in texts:
            end = -1
            for each in self.reader.named(text.value, text):
                goes_on = end >= 0 and _AND_ALSO.fullmatch(text.value[end : each.start])
                if goes_on or _WITH.search(text.value[: each.start]):
                    end = each.end
                    if each.key != self.issuer and not self.plan.agencies[each.key].members:
                        partners |= self._resolved(each.key)
        return partners

    def _given_by_cells(self, printed: TableRow) -> dict[str, str]:
        """Who stands in the columns of agencies, or alone in any other cell."""
        cells = [*paragraphs(printed)]
        owners = [text for _, text, column in cells if is_owner(column)]
        named = self._all_in(owners)
        for text in owners:
            named |= {each.key: each.key for each in self.reader.unknown(text.value, text)}
        alone = [text for _, text, _ in cells if self.reader.only_names(text.value, text)]
        return named | self._all_in(alone)

    def _all_in(self, texts: Iterable[Text]) -> dict[str, str]:
        given: dict[str, str] = {}
        for text in texts:
            for each in self.reader.named(text.value, text):
                given |= self._resolved(each.key)
        return given

    def _resolved(self, key: str) -> dict[str, str]:
        """The agencies that one stands for, each with the name by which the plan calls it."""
        years = self.plan.year.value if self.plan.year else None
        called = self.plan.agencies[key].name.value
        return dict.fromkeys(members_of(key, self.plan.agencies, years), called)


def is_owner(column: Column | None) -> bool:
    """Whether a column says who acts."""
    if column is None:
        return False
    titles = (each.value.strip() for each in (column.title, *column.above))
    return column.key.value in OWNERS or any(map(_OWNER.search, titles))
