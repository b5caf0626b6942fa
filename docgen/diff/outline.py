"""A plan as entries that can be compared: each text with what it stands under.

An `Owner` holds texts together: a list of the plan (preamble, recipients), a heading, an
assignment, an appendix. An `Entry` is one text under an owner, or under another entry.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from types import MappingProxyType

from docgen.diff.changes import Place, Subject
from docgen.diff.offices import Offices
from docgen.diff.words import Words, printed, shown, words_of
from docgen.finding import Where
from docgen.plan.agencies import printed_name, references
from docgen.plan.appendix_names import labels_of
from docgen.plan.compute import names
from docgen.plan.expressions import fill
from docgen.plan.model import Appendix, Assignment, Item, Plan
from docgen.plan.source import Text
from docgen.plan.table import Table
from docgen.view.body import Block, appendix_blocks, body_blocks
from docgen.view.marks import SIGNS
from docgen.view.printing import Printer

STEP = " › "
NOUNS = {"dash": "gạch đầu dòng", "plus": "dấu cộng"}


@dataclass(frozen=True, eq=False)
class Owner:
    """What texts stand under. `kind` is list, heading, assignment or appendix.

    `name` is the key of a list in the plan. `own_title`: the content gives the title, it is
    not the official name of the agencies. `order` is its position among all owners, texts and
    tables of the plan; `tables` has the tables right under it by theirs.
    """

    kind: str
    name: str
    words: Words
    place: Place
    order: int
    parent: Owner | None = None
    agencies: tuple[str, ...] = ()
    own_title: bool = True
    tables: dict[int, Table] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Entry:
    """One text; `order` is its position among all owners, texts and tables of the plan.

    `number` is what it is called by its number or letter on paper: `điểm c`; "" without one.
    """

    words: Words
    subject: Subject
    place: Place
    owner: Owner
    order: int
    parent: Entry | None = None
    number: str = ""


def table_name(table: Table) -> str:
    """What tells a table from those beside it: `bảng “Nhóm xã”`, its first column of words."""
    said = [each for each in table.columns if each.kind != "order" and each.key.value != "code"]
    return f"bảng “{printed((said or table.columns)[0].title.value)}”"


def where_different(texts: Sequence[Text], others: Sequence[Text]) -> Where | None:
    """The place of the first text that is not among the others, or else of the first one."""
    known = {text.value for text in others}
    differing = (text for text in texts if text.value not in known)
    first = next((text for text in (*differing, *texts)), None)
    return first.where if first else None


class Outline:
    """The owners and entries of one plan, in reading order; `order` is that of their places."""

    def __init__(self, plan: Plan, known_as: Mapping[str, str] = MappingProxyType({})) -> None:
        self.plan = plan
        self.offices = Offices(plan, known_as)
        self.owners: list[Owner] = []
        self.appendices: dict[Owner, Appendix] = {}
        self.entries: list[Entry] = []
        self.order: dict[Where, int] = {}
        self._positions = count()
        self._names = names(plan)
        self._counts: Counter[tuple[Owner, str, str]] = Counter()
        self._blocks = {
            (block.label or block.text).origin.text: block
            for block in _blocks(plan, Printer(self._names))
        }
        self._marks = {text.where: str(block.mark) for text, block in self._blocks.items() if text}
        self._list("bases", "Căn cứ", plan.bases, Subject.BASIS)
        self._list("addressees", "Kính gửi", plan.addressees, Subject.ADDRESSEE)
        self._list("preamble", "Phần mở đầu", plan.preamble, Subject.PARAGRAPH)
        body = self._owner("list", "sections", "Nội dung", None)
        self._items(plan.sections, body, None, Subject.PARAGRAPH)
        self._list("closing", "Đoạn kết", plan.closing, Subject.PARAGRAPH)
        self._list("recipients", "Nơi nhận", plan.recipients, Subject.RECIPIENT)
        for appendix, label in zip(plan.appendices, labels_of(plan), strict=True):
            owner = self._owner("appendix", "", label, None, appendix.title, appendix.where)
            self.appendices[owner] = appendix
            self._items(appendix.content, owner, None, Subject.PARAGRAPH)

    def words(self, texts: Iterable[Text]) -> Words:
        """The words of a text of several paragraphs; `{{ … }}` shows what this plan prints."""
        texts = tuple(texts)
        if not texts:
            return ()
        return words_of((text.value for text in texts), lambda token: self._value(texts[0], token))

    def beside(self, entry: Entry) -> str:
        """The table or heading that a text stands behind, or else before: `sau bảng`."""
        tables = entry.owner.tables
        others = [
            (order, table_name(table) if len(tables) > 1 else "bảng")
            for order, table in tables.items()
        ]
        others += [
            (each.order, f"“{each.place.text}”")
            for each in self.owners
            if each.parent is entry.owner
        ]
        behind = [each for each in others if each[0] < entry.order]
        if behind:
            return f"sau {max(behind)[1]}"
        return f"trước {min(others)[1]}" if others else ""

    def mark(self, thing: Entry | Owner) -> str:
        """The number, letter or sign that stands before a text or title on paper; "" for none."""
        return self._marks.get(thing.place.where, "")

    def _value(self, text: Text, token: str) -> str:
        return fill(replace(text, value=token), self._names)[0]

    def _list(self, name: str, label: str, texts: Sequence[Text], subject: Subject) -> None:
        self._texts(texts, self._owner("list", name, label, None), None, subject)

    def _owner(
        self,
        kind: str,
        name: str,
        label: str,
        parent: Owner | None,
        title: Sequence[Text] = (),
        where: Text | None = None,
    ) -> Owner:
        words = self.words(title)
        pointed = title[0] if title else where
        place = Place(shown(words), label, pointed.where if pointed else Where(""))
        owner = Owner(kind, name, words, place, next(self._positions), parent)
        self._add(owner)
        return owner

    def _add(self, owner: Owner) -> None:
        self.owners.append(owner)
        self.order.setdefault(owner.place.where, len(self.order))

    def _items(
        self, items: Sequence[Item], owner: Owner, parent: Entry | None, subject: Subject
    ) -> None:
        for item in items:
            if item.title:
                inner = self._owner(
                    "heading", "", self._heading(owner, item.title), owner, (item.title,)
                )
                self._texts(item.text, inner, None, subject)
                self._items(item.items, inner, None, subject)
                self._rest(item, inner)
            elif line := item.plain or item.centered:
                self._texts((line,), owner, parent, subject)
            else:
                added = self._texts(item.text, owner, parent, subject)
                self._items(item.items, owner, added[0] if added else parent, subject)
                self._rest(item, owner)

    def _rest(self, item: Item, owner: Owner) -> None:
        if item.table:
            owner.tables[next(self._positions)] = item.table
        for assignment in item.assignments:
            self._assignment(assignment, owner)

    def _assignment(self, assignment: Assignment, parent: Owner) -> None:
        official, _ = printed_name(assignment, self.plan.agencies)
        title = (assignment.title,) if assignment.title else ()
        task = (assignment.task,) if assignment.task else ()
        self._names["agency"] = official
        words = self.words(title) or words_of([official], str)
        place_of_words = next(iter((*title, *references(assignment))), assignment.where)
        numbers = (self._number(each) for each in (place_of_words, *task))
        number = next(filter(None, numbers), "")
        label = f"{parent.place.label}{STEP}{number} {shown(words)}"
        where = place_of_words.where if place_of_words else Where("")
        agencies = self.offices.keys(each.value for each in references(assignment))
        owner = Owner(
            "assignment", "", words, Place(shown(words), label, where), next(self._positions),
            parent, agencies, own_title=bool(title),
        )  # fmt: skip
        self._add(owner)
        self._texts((*task, *assignment.text), owner, None, Subject.TASK)
        self._items(assignment.tasks, owner, None, Subject.TASK)

    def _counted(self, owner: Owner, parent: Entry | None, noun: str) -> str:
        """A text that has no number on paper: counted below the point that it belongs to."""
        above = parent.number if parent else ""
        self._counts[owner, above, noun] += 1
        return f"{noun} {self._counts[owner, above, noun]}{above and f' của {above}'}"

    def _noun(self, text: Text, subject: Subject) -> str:
        if subject is Subject.TASK:
            return "nhiệm vụ"
        if subject is not Subject.PARAGRAPH:
            return "mục"
        block = self._blocks.get(text)
        return NOUNS.get(block.kind, "đoạn") if block else "đoạn"

    def _number(self, text: Text | None) -> str:
        """The number or letter that stands before a text on paper."""
        block = self._blocks.get(text) if text else None
        return "" if block is None or block.mark in SIGNS.values() else str(block.mark)

    def _heading(self, owner: Owner, title: Text) -> str:
        own = f"{self._number(title)} {shown(self.words((title,)))}".strip()
        return own if owner.kind == "list" else f"{owner.place.label}{STEP}{own}"

    def _texts(
        self, texts: Iterable[Text], owner: Owner, parent: Entry | None, subject: Subject
    ) -> list[Entry]:
        added = []
        for text in texts:
            words = self.words((text,))
            noun, number = self._noun(text, subject), self._number(text).removesuffix(".")
            if number[:1].isalpha():
                number = f"điểm {number.removesuffix(')')}"
            elif number:
                number = f"{noun if subject is Subject.TASK else 'mục'} {number}"
            label = f"{owner.place.label}{STEP}{number or self._counted(owner, parent, noun)}"
            place = Place(shown(words), label, text.where)
            entry = Entry(words, subject, place, owner, next(self._positions), parent, number)
            self.entries.append(entry)
            self.order.setdefault(place.where, len(self.order))
            added.append(entry)
        return added


def _blocks(plan: Plan, printer: Printer) -> Iterator[Block]:
    """The texts of a plan as they print, the tables of its appendices left out."""
    yield from body_blocks(plan, printer)
    for each in plan.appendices:
        bare = replace(each, table=None, items=_untabled(each.items))
        yield from appendix_blocks(plan, bare, printer)


def _untabled(items: Sequence[Item]) -> tuple[Item, ...]:
    return tuple(replace(each, table=None, items=_untabled(each.items)) for each in items)
