"""What an officer is to do in a plan that was copied from an earlier year.

Every entry is a finding with its place: what `check` too says is missing or has ended, and
what no check can decide: years typed in a text, agencies merged on an unknown day, values
kept from the old year. Nothing of it is changed by docgen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.finding import Finding, Rule, Severity, in_order
from docgen.plan.model import Plan
from docgen.rules import agency_names, blanks
from docgen.rules.agency_names import named, successor
from docgen.rules.facts import Facts, run
from docgen.rules.silence import Silenced, apply

TYPED_YEAR = Rule(
    "KH060", Severity.INFO, "năm cũ ghi thẳng trong câu",
    "Năm ghi bằng số không tự chuyển sang năm mới.",
)  # fmt: skip
MERGED = Rule(
    "KH061", Severity.INFO, "cơ quan có thể đã hợp nhất",
    "Danh mục cơ quan ghi cơ quan kế thừa nhưng chưa ghi ngày; người soạn cần đối chiếu.",
)  # fmt: skip
KEPT = Rule(
    "KH062", Severity.INFO, "giá trị giữ từ năm cũ", "Có thể đã khác trong năm mới."
)  # fmt: skip
KEPT_SILENCE = Rule(
    "KH063", Severity.INFO, "lời bỏ qua chép từ năm cũ",
    "Lý do bỏ qua của năm cũ có thể không còn đúng.",
)  # fmt: skip
RULES = (TYPED_YEAR, MERGED, KEPT, KEPT_SILENCE)

CHECKS = (*blanks.CHECKS, agency_names.not_in_being)

_YEAR = re.compile(r"(?<![\d/.,\-–])(?:20)\d{2}(?![\d/\-–]|[.,]\d)")
_QUOTES = re.compile(r"\{\{\s*(\w+)\.\w+[^}]*\}\}")
_YEAR_IN_SOURCE = re.compile(r"\b20\d{2}\b")


def of(plan: Plan, old_year: int) -> list[Finding]:
    """What is to be filled in, confirmed or revised, by file and line."""
    facts = Facts(plan)
    kept, silenced, _ = apply(in_order(run(CHECKS, facts)), plan.sources)
    return in_order(
        [
            *kept,
            *(_kept_silence(each, plan) for each in silenced),
            *_typed_years(facts, old_year),
            *_merged_agencies(facts),
            *_kept_values(plan, old_year),
            *_kept_judgements(facts),
        ]
    )


def _kept_silence(silenced: Silenced, plan: Plan) -> Finding:
    source = next(each for each in plan.sources if each.name == silenced.where.file)
    message = (
        f"đang bỏ qua {silenced.finding.code} ({silenced.finding.message}) theo lý do của năm cũ"
    )
    hint = "Còn đúng thì để nguyên; không thì xóa lời bỏ qua."
    line_text = source.line_text(silenced.where.line)
    return KEPT_SILENCE.at(silenced.where, message, hint, line_text)


def _typed_years(facts: Facts, old_year: int) -> Iterator[Finding]:
    """The old plan's, its result's and its previous year where they stand as digits."""
    meant = {str(old_year - back): back for back in range(3)}
    for printed in facts.texts:
        for match in _YEAR.finditer(printed.text.value):
            if match[0] not in meant:
                continue
            back = meant[match[0]]
            name = f"year - {back}" if back else "year"
            hint = (
                f"Muốn năm tự chuyển thì viết {{{{ {name} }}}}; trong tên văn bản được viện dẫn "
                "thì xem đã có văn bản mới chưa."
            )
            message = f"năm {match[0]} ghi thẳng trong câu, không tự chuyển"
            yield printed.text.finding(TYPED_YEAR, message, hint, match.start(), len(match[0]))


def _kept_values(plan: Plan, old_year: int) -> Iterator[Finding]:
    if plan.signature and plan.signature.name:
        name = plan.signature.name
        yield name.finding(KEPT, f"người ký giữ từ năm {old_year}: {name}", "Xác nhận người ký.")
    for index in plan.indices.values():
        if index.of:
            message = f"số đơn vị xếp hạng {index.name} giữ từ năm {old_year}: {index.of.text}"
            hint = "Xác nhận theo kết quả công bố mới."
            yield index.of.text.finding(KEPT, message, hint)


def _kept_judgements(facts: Facts) -> Iterator[Finding]:
    """Texts that quote an index: what they say about it was true of the old year's result."""
    for printed in facts.texts:
        quoted = _QUOTES.finditer(printed.text.value)
        first = next((each for each in quoted if each[1] in facts.plan.indices), None)
        if first:
            message = "lời nhận xét về chỉ số là của kết quả năm cũ"
            hint = "Có số liệu mới thì đọc lại cả câu: cải thiện, tăng, giảm có còn đúng không."
            yield printed.text.finding(KEPT, message, hint, first.start(), len(first[0]))


def _merged_agencies(facts: Facts) -> Iterator[Finding]:
    """Mentions of agencies that have a successor but no last day, so that no check can tell.

    Where their source names a year, it must not lie behind the plan's.
    """
    plan = facts.plan
    for key, text, offset, length in named(facts):
        agency = plan.agencies[key]
        if agency.valid_until or not agency.successor:
            continue
        years = [int(each) for each in _YEAR_IN_SOURCE.findall(str(agency.source or ""))]
        if not years or min(years) <= plan.year.value.last:
            message = f"{agency.name}: {agency.source or 'đã có cơ quan kế thừa'}".rstrip(".")
            hint = f"{successor(plan, agency)} Đối chiếu rồi tự sửa.".strip()
            yield text.finding(MERGED, message, hint, offset, length)
