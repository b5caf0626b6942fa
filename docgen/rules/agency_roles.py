"""KH346-KH349, KH355: who acts, said by a row's cells, by the blocks and by the reports."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from docgen.finding import Finding, Severity
from docgen.plan.agencies import find, references
from docgen.plan.reading_order import assignments, tables
from docgen.plan.source import Text
from docgen.plan.table import Row
from docgen.rules.copies import tasks
from docgen.rules.facts import Facts, rule
from docgen.rules.prose.mentions import Mention

AGENCIES, REMEDY, PRODUCT = "agencies", "remedy", "product"
_FEWEST_BLOCKS = 3
_BULLET = re.compile(r"[\s\-–+•*]*")


def _by_text(facts: Facts) -> Mapping[int, list[Mention]]:
    found: dict[int, list[Mention]] = defaultdict(list)
    for mention in facts.mentions:
        found[id(mention.text)].append(mention)
    return found


def _single(facts: Facts, mention: Mention) -> bool:
    """Whether the mention is of one agency, other than the issuer itself."""
    agency = facts.plan.agencies[mention.key]
    issuer = facts.plan.issuer.short if facts.plan.issuer else None
    own = find(issuer.value, facts.plan.agencies) if issuer else None
    kinds = ("Sở", "Ban", "Văn phòng", "Cục", "Công an", "Thanh tra", "Chi cục", "Trung tâm")
    return agency.group != "yes" and mention.key != own and agency.name.value.startswith(kinds)


def _cells(row: Row, key: str) -> Sequence[Text]:
    cell = row.cells.get(key, ())
    return cell if isinstance(cell, tuple) else ()


def _named(facts: Facts, row: Row, key: str) -> list[Mention]:
    by_text = facts.once(_by_text)
    found = [mention for text in _cells(row, key) for mention in by_text.get(id(text), ())]
    return [mention for mention in found if _single(facts, mention)]


def _leads(facts: Facts, row: Row, key: str) -> list[Mention]:
    """The agencies with which a paragraph of the cell begins."""
    return [
        mention
        for mention in _named(facts, row, key)
        if _BULLET.fullmatch(mention.text.value[: mention.offset])
    ]


def _rows(facts: Facts) -> Iterator[tuple[Row, Row | None]]:
    """Every row that says who acts, with the field it stands in."""

    def within(rows: Sequence[Row], field: Row | None) -> Iterator[tuple[Row, Row | None]]:
        for row in rows:
            yield row, field
            yield from within(row.rows, row if row.kind == "group" else field)

    for table in tables(facts.plan):
        yield from within(table.rows, None)


@rule(
    "KH346", Severity.INFO, "cơ quan của dòng khác cơ quan mà biện pháp, sản phẩm nêu",
    "Biện pháp giao một cơ quan, cột cơ quan ghi cơ quan khác: không rõ ai phải làm.",
)  # fmt: skip
def acts_for_another(facts: Facts) -> Iterator[Finding]:
    """Measure: `Sở Tài chính tham mưu …`, agencies: `Sở Y tế`; a group covers everyone."""
    for row, field in _rows(facts):
        named = _named(facts, row, AGENCIES)
        keys = {mention.key for mention in named}
        for key, what in ((REMEDY, "biện pháp"), (PRODUCT, "sản phẩm")):
            acting = _leads(facts, row, key) if key == REMEDY else _named(facts, row, key)
            others = [mention for mention in acting if mention.key not in keys]
            if not keys or not others or len(others) < len(acting):
                continue
            yield _differs(facts, named[0], others[0], what, row, key)
            break
        else:
            yield from _unlike_the_field(facts, named, field)


def _differs(
    facts: Facts, named: Mention, other: Mention, what: str, row: Row, key: str
) -> Finding:
    """The place that stands alone: the product where the measure agrees with the agencies."""
    measure = {mention.key for mention in _leads(facts, row, REMEDY)}
    alone = other if key == PRODUCT and named.key in measure | {named.key} else named
    against = named if alone is other else other
    message = f"“{alone.spelling}” ở đây, {what} (dòng {against.text.where.line}) nêu "
    f"“{against.spelling}”"
    if alone is other:
        message = f"{what} nêu “{alone.spelling}”, cột cơ quan (dòng {against.text.where.line}) "
        f"ghi “{against.spelling}”"
    return acts_for_another.at(
        alone.text, message, "Xem ô nào chép nhầm.", alone.offset, len(alone.spelling)
    )


def _unlike_the_field(
    facts: Facts, named: Sequence[Mention], field: Row | None
) -> Iterator[Finding]:
    """The agency of a row, where the line of its field names others to lead."""
    leading = [*_named(facts, field, AGENCIES), *_named(facts, field, PRODUCT)] if field else []
    keys = {mention.key for mention in leading}
    if named and keys and not keys & {mention.key for mention in named}:
        message = f"“{named[0].spelling}” ở đây, dòng của lĩnh vực ghi “{leading[0].spelling}”"
        yield acts_for_another.at(
            named[0].text, message, "Xem ô nào chép nhầm.", named[0].offset, len(named[0].spelling)
        )


_SENT_TO = re.compile(
    r"(?:gửi|báo cáo|phản ánh|kết quả|thông qua|qua|đầu mối)(?: về| cho| qua| đến| là)?\s*$"
)
_COLLECTS = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:để )?(?:theo dõi, )?tổng hợp|\)")


@rule(
    "KH347", Severity.INFO, "báo cáo gửi về hai cơ quan đầu mối",
    "Các báo cáo của một kế hoạch gửi một nơi tổng hợp; nơi khác thường là chép sót.",
)  # fmt: skip
def reports_to_two(facts: Facts) -> Iterator[Finding]:
    """`gửi Sở Tài chính tổng hợp` at the end, `gửi Sở Nội vụ tổng hợp` elsewhere."""
    sent = []
    for mention in facts.mentions:
        prose = mention.printed.prose
        end = mention.offset + len(mention.spelling)
        if (
            _single(facts, mention)
            and _SENT_TO.search(prose[: mention.offset])
            and _COLLECTS.match(prose, end)
        ):
            sent.append(mention)
    counts = Counter(mention.key for mention in sent)
    most = max(counts.values(), default=0)
    for mention in sent if len(counts) > 1 else ():
        other = next(each for each in sent if each.key != mention.key)
        if counts[mention.key] < most or list(counts.values()).count(most) > 1:
            where = f"{other.text.where.file}:{other.text.where.line}"
            yield reports_to_two.at(
                mention.text,
                f"gửi “{mention.spelling}” tổng hợp, ở {where} gửi “{other.spelling}”",
                "Thống nhất một cơ quan tổng hợp.",
                mention.offset,
                len(mention.spelling),
            )


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
    for row, _ in _rows(facts):
        for mention in _leads(facts, row, AGENCIES)[:1]:
            leads.setdefault(mention.key, mention)
    if len(blocks & set(leads)) < _FEWEST_BLOCKS:
        return
    for key, mention in leads.items():
        if key not in blocks:
            name = facts.plan.agencies[key].name
            yield leads_without_a_block.at(
                mention.text, f"{name} chủ trì ở đây mà phần phân công không có khối của {name}",
                "Xem khối nhiệm vụ của cơ quan này có bị sót không.",
                mention.offset, len(mention.spelling),
            )  # fmt: skip


@rule(
    "KH349", Severity.INFO, "một cơ quan ghi hai lần trong một ô",
    "Tên ghi lại thường chiếm chỗ của một cơ quan khác.",
)  # fmt: skip
def named_twice_in_a_cell(facts: Facts) -> Iterator[Finding]:
    """`Sở Tài chính, Sở Tài chính và …`."""
    for row, _ in _rows(facts):
        for text in _cells(row, AGENCIES):
            seen: set[str] = set()
            for mention in facts.once(_by_text).get(id(text), ()):
                if mention.key in seen and _single(facts, mention):
                    yield named_twice_in_a_cell.at(
                        text, f"“{mention.spelling}” đã ghi trong ô này",
                        "Bỏ một lần, hoặc ghi cơ quan đúng.",
                        mention.offset, len(mention.spelling),
                    )  # fmt: skip
                seen.add(mention.key)


_BELONGS = re.compile(
    r"(?:trực thuộc|đơn vị thuộc|trách nhiệm của|nhiệm vụ của|lĩnh vực của|nội bộ)\s*$"
)


@rule(
    "KH355", Severity.INFO, "trong khối của một cơ quan nêu đơn vị, nhiệm vụ của cơ quan khác",
    "Khối chép từ cơ quan khác hay còn sót tên cơ quan ấy.",
)  # fmt: skip
def belongs_to_another(facts: Facts) -> Iterator[Finding]:
    """`các đơn vị trực thuộc Sở Giáo dục và Đào tạo` among the tasks of Sở Y tế."""
    for agency, text in facts.once(tasks):
        own = facts.plan.agencies[agency].name
        for mention in facts.once(_by_text).get(id(text), ()):
            before = text.value[: mention.offset]
            if mention.key != agency and _single(facts, mention) and _BELONGS.search(before):
                yield belongs_to_another.at(
                    text, f"khối của {own} nêu “{mention.spelling}”",
                    f"Nếu chép sót thì viết {own}.", mention.offset, len(mention.spelling),
                )  # fmt: skip


CHECKS = (
    acts_for_another, reports_to_two, leads_without_a_block, named_twice_in_a_cell,
    belongs_to_another,
)  # fmt: skip
