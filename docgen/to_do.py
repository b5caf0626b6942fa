"""What an officer is to do in a plan that was copied from an earlier year.

Every entry is an issue with its place: what `check` says is missing, and what no check
can decide: years typed in a text, agencies that ended, values kept from the old year.
Nothing of it is changed by docgen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from docgen.agencies import find, references
from docgen.check import Facts, run
from docgen.issue import Issue, Rule, Severity, in_order
from docgen.model import Agency, Assignment, Item, Plan
from docgen.rules import blanks
from docgen.silence import Silenced, apply
from docgen.source import Text
from docgen.texts import printed_texts

TYPED_YEAR = Rule(
    "KH060", Severity.INFO, "năm cũ ghi thẳng trong câu",
    "Năm ghi bằng số không tự chuyển sang năm mới.",
)  # fmt: skip
ENDED = Rule(
    "KH061", Severity.WARNING, "cơ quan đã kết thúc hoạt động",
    "Nhiệm vụ giao cho cơ quan không còn thì không ai thực hiện.",
)  # fmt: skip
MERGED = Rule(
    "KH062", Severity.INFO, "cơ quan có thể đã hợp nhất",
    "Danh mục cơ quan ghi cơ quan kế thừa nhưng chưa ghi ngày; người soạn cần đối chiếu.",
)  # fmt: skip
KEPT = Rule(
    "KH063", Severity.INFO, "giá trị giữ từ năm cũ", "Có thể đã khác trong năm mới."
)  # fmt: skip
KEPT_SILENCE = Rule(
    "KH064", Severity.INFO, "lời bỏ qua chép từ năm cũ",
    "Lý do bỏ qua của năm cũ có thể không còn đúng.",
)  # fmt: skip
RULES = (TYPED_YEAR, ENDED, MERGED, KEPT, KEPT_SILENCE)

_YEAR = re.compile(r"(?<![\d/.,\-–])(?:20)\d{2}(?![\d/\-–]|[.,]\d)")
_YEAR_IN_SOURCE = re.compile(r"\b20\d{2}\b")


def of(plan: Plan, old_year: int) -> list[Issue]:
    """What is to be filled in, confirmed or revised, by file and line."""
    missing = in_order(run(blanks.CHECKS, Facts(plan)))
    kept, silenced, _ = apply(missing, plan.sources)
    return in_order(
        [
            *kept,
            *(_kept_silence(each, plan) for each in silenced),
            *_typed_years(plan, old_year),
            *_ended_agencies(plan),
            *_kept_values(plan, old_year),
        ]
    )


def _kept_silence(silenced: Silenced, plan: Plan) -> Issue:
    source = next(each for each in plan.sources if each.name == silenced.where.file)
    message = f"đang bỏ qua {silenced.issue.code} ({silenced.issue.message}) theo lý do của năm cũ"
    hint = "Còn đúng thì để nguyên; không thì xóa lời bỏ qua."
    line_text = source.line_text(silenced.where.line)
    return KEPT_SILENCE.at(silenced.where, message, hint, line_text)


def _typed_years(plan: Plan, old_year: int) -> Iterator[Issue]:
    """The old plan's, its result's and its previous year where they stand as digits."""
    meant = {str(old_year - back): back for back in range(3)}
    for printed in printed_texts(plan):
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
            yield printed.text.issue(TYPED_YEAR, message, hint, match.start(), len(match[0]))


def _kept_values(plan: Plan, old_year: int) -> Iterator[Issue]:
    if plan.signature and plan.signature.name:
        name = plan.signature.name
        yield name.issue(KEPT, f"người ký giữ từ năm {old_year}: {name}", "Xác nhận người ký.")
    for index in plan.indices.values():
        if index.of:
            message = f"số đơn vị xếp hạng {index.name} giữ từ năm {old_year}: {index.of.text}"
            hint = "Xác nhận theo kết quả công bố mới."
            yield index.of.text.issue(KEPT, message, hint)


# -------------------------------------------------------------------------- agencies


def _ended_agencies(plan: Plan) -> Iterator[Issue]:
    """Every mention of an agency that ended by the end of the plan's year."""
    ended = {key: each for key, each in plan.agencies.items() if _has_ended(each, plan.year.value)}
    if not ended:
        return
    names = {
        text.value.casefold(): key
        for key, agency in ended.items()
        for text in (agency.name, *agency.short)
    }
    longest_first = sorted(names, key=len, reverse=True)
    pattern = re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE
    )
    for printed in printed_texts(plan):
        for match in pattern.finditer(printed.text.value):
            key = names[match[0].casefold()]
            yield _proposal(plan, ended[key], printed.text, match.start(), len(match[0]))
    for assignment in _assignments(plan.sections):
        for reference in references(assignment):
            named = find(reference.value, plan.agencies)
            if named in ended:
                yield _proposal(plan, ended[named], reference, 0, len(reference.value))


def _has_ended(agency: Agency, year: int) -> bool:
    """By its last day; where the day is not known, by a successor and the year its source names."""
    if agency.valid_until:
        return agency.valid_until.value <= date(year, 12, 31)
    if not agency.successor:
        return False
    named = [int(each) for each in _YEAR_IN_SOURCE.findall(str(agency.source or ""))]
    return not named or min(named) <= year


def _proposal(plan: Plan, agency: Agency, text: Text, offset: int, length: int) -> Issue:
    successor = plan.agencies.get(agency.successor.value) if agency.successor else None
    if successor:
        hint = f"Cơ quan kế thừa theo agencies.yaml: {successor.name}. Đối chiếu rồi tự sửa."
    else:
        hint = "agencies.yaml không ghi cơ quan kế thừa. Đối chiếu rồi tự sửa."
    if agency.valid_until:
        message = f"{agency.name}: hoạt động đến hết ngày {agency.valid_until.text}"
        return text.issue(ENDED, message, hint, offset, length)
    message = f"{agency.name}: {agency.source or 'đã có cơ quan kế thừa'}"
    return text.issue(MERGED, message.rstrip("."), hint, offset, length)


def _assignments(items: Sequence[Item]) -> Iterator[Assignment]:
    for item in items:
        yield from item.assignments
        yield from _assignments(item.items)
