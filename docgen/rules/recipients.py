"""KH636, KH637: who receives the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.finding import Finding, Severity
from docgen.rules.facts import Facts, rule

FILED = re.compile(r"Lưu\b")
_AS_ABOVE = re.compile(r"Như (?:trên|Điều \d+|kính gửi)", re.IGNORECASE)
_CUT = re.compile(
    r"(?:[,:;/&-]|(?<!\w)(?:và|các|của|với|(?<!trực )thuộc|cấp)|[Ss]ở, ban)\s*$",
    re.IGNORECASE,
)
_WITHOUT_NAME = re.compile(
    r"^(?!.*\b(?:các|cấp|\d+)\b)[^,]*\b(?:UBND|HĐND|MTTQ|Ủy ban|Hội đồng|Công an)\w*\b[^,]* "
    r"(?P<level>huyện|thị xã|xã|phường|thị trấn)$",
    re.IGNORECASE,
)
_LAW = "Phụ lục I, Phần I, II.9"


@rule(
    "KH636", Severity.WARNING, "nơi nhận không có ai nhận",
    "Nơi nhận gồm nơi nhận để thực hiện, giám sát, báo cáo; chỉ có dòng Lưu thì không ai nhận "
    "được.",
    _LAW,
)  # fmt: skip
def nobody_receives(facts: Facts) -> Iterator[Finding]:
    """Only `Lưu`; or `Như trên` in a plan without `Kính gửi`."""
    recipients = facts.plan.recipients
    if recipients and all(FILED.match(each.value) for each in recipients):
        hint = "Thêm các cơ quan, đơn vị nhận kế hoạch, mỗi nơi một dòng."
        yield nobody_receives.at(recipients[0], "nơi nhận chỉ có dòng Lưu", hint)
    for each in recipients if not facts.plan.addressees else ():
        if _AS_ABOVE.match(each.value):
            message = f"“{each}” mà kế hoạch không có Kính gửi, không có Điều"
            yield nobody_receives.at(each, message, "Ghi tên các nơi nhận.")


@rule(
    "KH637", Severity.WARNING, "dòng nơi nhận cụt",
    "Dòng dừng ở giữa tên thì không biết gửi cho ai.", _LAW,
)  # fmt: skip
def recipient_cut_short(facts: Facts) -> Iterator[Finding]:
    """`Chủ tịch, các`, `UBND các huyện, thị xã và`, `Các sở, ban`, a line without letters.

    `Ủy ban MTTQ huyện` of no name, where the plan is of no district.
    """
    for each in facts.plan.recipients:
        value = each.value.rstrip(" ;.")
        if FILED.match(value):
            continue
        if not any(letter.isalpha() for letter in value):
            yield recipient_cut_short.at(each, f"“{each}” không có chữ nào", "Xóa dòng này.")
        elif cut := _CUT.search(value):
            yield recipient_cut_short.at(
                each, f"dòng dừng ở “{cut[0].strip()}”", "Ghi nốt tên nơi nhận.",
                cut.start(), len(cut[0]),
            )  # fmt: skip
        level = _WITHOUT_NAME.match(value)
        if level and level["level"].upper() not in facts.issuer.upper():
            message = f"“{value}” không có tên {level['level']}"
            yield recipient_cut_short.at(each, message, f"Ghi tên {level['level']}, hoặc “các”.")


@rule(
    "KH638", Severity.INFO, "dòng Lưu ghi một nơi hai lần",
    "Mỗi nơi lưu một bản; ghi hai lần thường là quên sửa khi chép.", _LAW,
)  # fmt: skip
def filed_twice(facts: Facts) -> Iterator[Finding]:
    """`Lưu: VT, SNV, SNV`."""
    for each in facts.plan.recipients:
        filed = re.findall(r"[^\s,;:.]+", each.value) if FILED.match(each.value) else []
        twice = next((code for code in filed if filed.count(code) > 1), None)
        if twice:
            yield filed_twice.at(
                each, f"“{twice}” có hai lần", "Bỏ một.", each.value.rindex(twice), len(twice)
            )  # fmt: skip
