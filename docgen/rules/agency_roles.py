"""KH346, KH348, KH349, KH355: who acts, said by a row's cells and by the blocks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from docgen.finding import Finding, Severity
from docgen.plan.agencies import find, references
from docgen.plan.reading_order import assignments, tables
from docgen.plan.source import Text
from docgen.plan.table import Row, Table
from docgen.rules.copies import blocks, cells, tasks
from docgen.rules.facts import Facts, rule
from docgen.rules.prose.mentions import Mention

AGENCIES = re.compile(
    r"^(?:các )?(?:cơ quan|đơn vị)(?! tính| phối hợp)|chủ trì|^người thực hiện", re.IGNORECASE
)
REMEDY = re.compile(r"biện pháp|giải pháp|^nhiệm vụ", re.IGNORECASE)
PRODUCT = re.compile(r"^(?:dự kiến )?sản phẩm", re.IGNORECASE)
_HELPING = re.compile(r"phối hợp", re.IGNORECASE)
_FEWEST_BLOCKS = 3
_BULLET = re.compile(r"[\s\-–+•*]*")


def names_one(facts: Facts, mention: Mention) -> bool:
    """Whether one agency is named there, other than the issuer: no group, no committee."""
    agency = facts.plan.agencies[mention.key]
    kinds = ("Sở", "Ban", "Văn phòng", "Cục", "Công an", "Thanh tra", "Chi cục", "Trung tâm")
    return (
        agency.group != "yes"
        and mention.key != facts.issuer_key
        and agency.name.value.startswith(kinds)
    )


@dataclass(frozen=True)
class _Line:
    """A row of a table, and the keys of the table's columns of a title."""

    keys: Callable[[re.Pattern[str]], Sequence[str]]
    row: Row

    def cells(self, title: re.Pattern[str]) -> list[Text]:
        """The paragraphs in the columns of such a title."""
        return [text for key in self.keys(title) for text in cells(self.row, key)]


def _named(facts: Facts, line: _Line, title: re.Pattern[str]) -> list[Mention]:
    found = [mention for text in line.cells(title) for mention in facts.mentions_in(text)]
    return [mention for mention in found if names_one(facts, mention)]


def _leads(facts: Facts, line: _Line, title: re.Pattern[str]) -> list[Mention]:
    """The agencies with which a paragraph of the cell begins."""
    return [
        mention
        for mention in _named(facts, line, title)
        if _BULLET.fullmatch(mention.text.value[: mention.offset])
    ]


def _keys(table: Table) -> Callable[[re.Pattern[str]], Sequence[str]]:
    """The keys of the columns of a title."""
    columns = table.columns
    return cache(lambda title: [c.key.value for c in columns if title.search(c.title.value)])


def _rows(facts: Facts) -> tuple[tuple[_Line, _Line | None], ...]:
    """Every row of a table that says who acts, with the field it stands in."""

    def within(
        keys: Callable[[re.Pattern[str]], Sequence[str]], rows: Sequence[Row], field: _Line | None
    ) -> Iterator[tuple[_Line, _Line | None]]:
        for row in rows:
            line = _Line(keys, row)
            yield line, field
            yield from within(keys, row.rows, line if row.kind == "group" else field)

    return tuple(
        pair
        for table in tables(facts.plan)
        if any(AGENCIES.search(column.title.value) for column in table.columns)
        for pair in within(_keys(table), table.rows, None)
    )


@rule(
    "KH346", Severity.INFO, "cơ quan của dòng khác cơ quan mà biện pháp, sản phẩm nêu",
    "Biện pháp giao một cơ quan, cột cơ quan ghi cơ quan khác: không rõ ai phải làm.",
)  # fmt: skip
def acts_for_another(facts: Facts) -> Iterator[Finding]:
    """Measure: `Sở Tài chính tham mưu …`, agencies: `Sở Y tế`; a group covers everyone."""
    rows_of: dict[int, list[_Line]] = defaultdict(list)
    for row, field in facts.once(_rows):
        rows_of[id(field)].append(row)
    unlike: dict[int, tuple[_Line, list[tuple[Mention, Mention]]]] = {}
    for row, field in facts.once(_rows):
        named = _named(facts, row, AGENCIES)
        keys = {mention.key for mention in named}
        for key, what in ((REMEDY, "biện pháp"), (PRODUCT, "sản phẩm")):
            acting = _leads(facts, row, key) if key == REMEDY else _named(facts, row, key)
            others = [mention for mention in acting if mention.key not in keys]
            if not keys or not others or len(others) < len(acting):
                continue
            yield _differs(facts, named[0], others[0], what, row, key)
            if key == REMEDY:
                yield _at_measure(others[0], named[0])
            break
        else:
            if field and (found := _unlike_the_field(facts, named, field)):
                unlike.setdefault(id(field.row), (field, []))[1].append(found)
    for field, rows in unlike.values():
        agreeing = any(_agrees(facts, row, field) for row in rows_of[id(field)])
        if agreeing or len(rows) == 1:
            yield from (_at_row(*found) for found in rows)
        if not agreeing:
            yield _at_field(*rows[0])


def _differs(
    facts: Facts, named: Mention, other: Mention, what: str, row: _Line, key: re.Pattern[str]
) -> Finding:
    """The place that stands alone: the product where the measure agrees with the agencies."""
    measure = {mention.key for mention in _leads(facts, row, REMEDY)}
    alone = other if key == PRODUCT and named.key in measure | {named.key} else named
    against = named if alone is other else other
    line = against.text.where.line
    message = f"“{alone.spelling}” ở đây, {what} (dòng {line}) nêu “{against.spelling}”"
    if alone is other:
        there = f"cột cơ quan (dòng {line}) ghi “{against.spelling}”"
        message = f"{what} nêu “{alone.spelling}”, {there}"
    return acts_for_another.at(alone.text, message, "Xem ô nào chép nhầm.", *alone.place)


def _at_measure(acting: Mention, named: Mention) -> Finding:
    there = f"cột cơ quan (dòng {named.text.where.line}) ghi “{named.spelling}”"
    message = f"biện pháp nêu “{acting.spelling}”, {there}"
    return acts_for_another.at(acting.text, message, "Xem ô nào chép nhầm.", *acting.place)


def _unlike_the_field(
    facts: Facts, named: Sequence[Mention], field: _Line
) -> tuple[Mention, Mention] | None:
    """An agency of a row and one of its field, where the field names others to lead."""
    leading = [*_named(facts, field, AGENCIES), *_named(facts, field, PRODUCT)]
    keys = {mention.key for mention in leading}
    if named and keys and not keys & {mention.key for mention in named}:
        return named[0], leading[0]
    return None


def _agrees(facts: Facts, row: _Line, field: _Line) -> bool:
    named = _named(facts, row, AGENCIES)
    return bool(named) and _unlike_the_field(facts, named, field) is None


def _at_row(named: Mention, leading: Mention) -> Finding:
    message = f"“{named.spelling}” ở đây, dòng của lĩnh vực ghi “{leading.spelling}”"
    return acts_for_another.at(named.text, message, "Xem ô nào chép nhầm.", *named.place)


def _at_field(named: Mention, leading: Mention) -> Finding:
    message = (
        f"lĩnh vực ghi “{leading.spelling}”, các dòng của lĩnh vực (dòng "
        f"{named.text.where.line}) ghi “{named.spelling}”"
    )
    return acts_for_another.at(leading.text, message, "Xem ô nào chép nhầm.", *leading.place)


@rule(
    "KH348", Severity.INFO, "cơ quan chủ trì ở phụ lục mà không có khối nhiệm vụ riêng",
    "Các cơ quan chủ trì khác đều có khối riêng; khối của cơ quan này có thể bị sót.",
)  # fmt: skip
def leads_without_a_block(facts: Facts) -> Iterator[Finding]:
    """An agency that leads rows and is given tasks only as one of a group."""
    blocks = {
        find(references(each)[0].value, facts.plan.agencies)
        for each in assignments(facts.plan)
        if len(references(each)) == 1
    }
    leads: dict[str, Mention] = {}
    for row, _ in facts.once(_rows):
        for mention in _leads(facts, row, AGENCIES)[:1]:
            leads.setdefault(mention.key, mention)
    if len(blocks & set(leads)) < _FEWEST_BLOCKS:
        return
    for key, mention in leads.items():
        if key not in blocks:
            name = facts.plan.agencies[key].name
            yield leads_without_a_block.at(
                mention.text, f"{name} chủ trì ở đây mà phần phân công không có khối của {name}",
                "Xem khối nhiệm vụ của cơ quan này có bị sót không.", *mention.place,
            )  # fmt: skip


@rule(
    "KH349", Severity.INFO, "một cơ quan ghi hai lần trong một ô",
    "Tên ghi lại thường chiếm chỗ của một cơ quan khác.",
)  # fmt: skip
def named_twice_in_a_cell(facts: Facts) -> Iterator[Finding]:
    """`Sở Tài chính, Sở Tài chính và …`."""
    for row, _ in facts.once(_rows):
        lead = next(iter(row.cells(AGENCIES)), None)
        for text in row.cells(_HELPING):
            if lead and text is not lead and text.value.strip(" .;") == lead.value.strip(" .;"):
                message = f"“{text}” vừa chủ trì vừa phối hợp"
                yield named_twice_in_a_cell.at(text, message, "Xem ô nào chép nhầm.")
        for text in row.cells(AGENCIES):
            seen: set[str] = set()
            for mention in facts.mentions_in(text):
                again = mention.spelling in text.value[: mention.offset]
                if mention.key in seen and (again or names_one(facts, mention)):
                    yield named_twice_in_a_cell.at(
                        text, f"“{mention.spelling}” đã ghi trong ô này",
                        "Bỏ một lần, hoặc ghi cơ quan đúng.", *mention.place,
                    )  # fmt: skip
                seen.add(mention.key)


_GIVEN = re.compile(r"(?:Giao |\*+)?")
_ACTS = re.compile(
    r"\**,? (?:chủ trì|tham mưu|hướng dẫn|chỉ đạo|chịu trách nhiệm|có trách nhiệm)\b"
)
_BELONGS = re.compile(
    r"(?:trực thuộc|đơn vị thuộc|trách nhiệm của|nhiệm vụ của|lĩnh vực của|nội bộ)\s*$"
)


@rule(
    "KH355", Severity.INFO, "trong khối của một cơ quan nêu đơn vị, nhiệm vụ của cơ quan khác",
    "Khối chép từ cơ quan khác hay còn sót tên cơ quan ấy.",
)  # fmt: skip
def belongs_to_another(facts: Facts) -> Iterator[Finding]:
    """`các đơn vị trực thuộc Sở Giáo dục và Đào tạo` among the tasks of Sở Y tế."""
    titles = {name for name, _ in facts.once(blocks)}
    for own_name, text in facts.once(blocks):
        for other in titles - {own_name}:
            if text.value.startswith(other) and _ACTS.match(text.value, len(other)):
                message = f"khối của {own_name} nêu “{other}”"
                hint = f"Nếu chép sót thì viết {own_name}."
                yield belongs_to_another.at(text, message, hint, 0, len(other))
    for agency, text in facts.once(tasks):
        own = facts.plan.agencies[agency].name
        for mention in facts.mentions_in(text):
            before, after = text.value[: mention.offset], mention.offset + len(mention.spelling)
            acts = _GIVEN.fullmatch(before) and _ACTS.match(text.value, after)
            theirs = acts or _BELONGS.search(before)
            if mention.key != agency and names_one(facts, mention) and theirs:
                yield belongs_to_another.at(
                    text, f"khối của {own} nêu “{mention.spelling}”",
                    f"Nếu chép sót thì viết {own}.", *mention.place,
                )  # fmt: skip
