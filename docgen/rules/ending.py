"""The end of the plan: closing, recipients, signature."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.finding import Finding, Severity
from docgen.plan.source import Text
from docgen.plan.whose_rules import may_show_degrees
from docgen.rules.facts import Facts, rule

_FILED = re.compile(r"Lưu\b")
_FILED_RIGHT = re.compile(r"Lưu: VT(?:, ?\S.*)?\.?")
_AUTHORITY = re.compile(r"(TM|KT|TL|TUQ|Q)(?=\. )")
_AUTHORITY_SLIP = re.compile(
    r"(?P<letters>(?:T[./]?M|K[./]?T|T[./]?L|T[./]?U[./]?Q|Q))(?P<mark>[./:]*)(?P<space>\s*)"
    r"(?=(?:ỦY|UỶ|CHỦ|HỘI|BAN|GIÁM|TRƯỞNG|BỘ|CHÁNH|CỤC)\b)",
    re.IGNORECASE,
)
_ACTS_FOR = re.compile(r"K[./]?T\b|TL\b|TUQ\b", re.IGNORECASE)
_DEPUTY = re.compile(r"PHÓ\b", re.IGNORECASE)
_DEGREE = re.compile(
    r"(?:(?:PGS|GS|TS|[Tt]h[Ss]|TH[Ss]|CN|KS|BS|NGƯT|NGND|Tiến sĩ|Thạc sĩ|Giáo sư)\b\.?\s*)+"
)


def _anchor(facts: Facts, key: str) -> Text | None:
    """Where to point when a part of plan.yaml is missing: its key, else the year."""
    source = facts.plan.year.text.source if facts.plan.year else None
    if source is None:
        return None
    written = re.search(rf"^{key}:", source.text, re.MULTILINE)
    if written:
        return Text(key, source, written.start(), written.end() - 1, key)
    return facts.plan.year.text


def _signed_at(facts: Facts) -> Text | None:
    """Where the signature stands or is missing; a plan issued with another document needs none."""
    unsigned = facts.plan.is_attached and not facts.plan.signature
    return None if unsigned else _anchor(facts, "signature")


@rule(
    "KH610", Severity.WARNING, "nơi nhận không có dòng Lưu",
    "Dòng cuối cùng của nơi nhận là “Lưu: VT, …”: không có thì không biết bản gốc ở đâu.",
    "Phụ lục I, Phần I, II.9.d",
)  # fmt: skip
def nothing_filed(facts: Facts) -> Iterator[Finding]:
    """Recipients without a line `Lưu`, or no recipients."""
    recipients = facts.plan.recipients
    if facts.plan.is_attached and not recipients:
        return
    if any(_FILED.match(each.value) for each in recipients):
        return
    place = recipients[-1] if recipients else _anchor(facts, "recipients")
    message = "nơi nhận không có dòng “Lưu: VT, …”" if recipients else "kế hoạch chưa có nơi nhận"
    if place:
        hint = 'Thêm dòng cuối vào recipients: - "Lưu: VT, " và chữ viết tắt đơn vị soạn thảo.'
        yield nothing_filed.at(place, message, hint)


@rule(
    "KH611", Severity.WARNING, "dòng Lưu viết sai chỗ hoặc sai dạng",
    "Dòng cuối gồm chữ “Lưu”, dấu hai chấm, “VT”, dấu phẩy, đơn vị soạn thảo, số bản lưu.",
    "Phụ lục I, Phần I, II.9.d",
)  # fmt: skip
def filed_wrongly(facts: Facts) -> Iterator[Finding]:
    """A line `Lưu` that is not the last, or not `Lưu: VT, …`."""
    recipients = facts.plan.recipients
    for number, recipient in enumerate(recipients, 1):
        if _FILED.match(recipient.value):
            if number < len(recipients):
                hint = "Chuyển dòng này xuống cuối."
                yield filed_wrongly.at(recipient, "dòng Lưu không đứng cuối nơi nhận", hint)
            if not _FILED_RIGHT.fullmatch(recipient.value):
                hint = 'Viết: "Lưu: VT, " rồi chữ viết tắt đơn vị soạn thảo.'
                yield filed_wrongly.at(recipient, f"“{recipient}” không đúng dạng Lưu: VT, …", hint)


@rule(
    "KH612", Severity.WARNING, "thiếu quyền hạn, chức vụ của người ký",
    "Văn bản nào cũng phải ghi quyền hạn, chức vụ của người ký.", "Phụ lục I, Phần I, II.7.b",
)  # fmt: skip
def no_authority(facts: Facts) -> Iterator[Finding]:
    """A signature without lines."""
    place = _signed_at(facts)
    if place and not facts.signature:
        hint = "Thêm lines vào signature: [TM. …, KT. …, PHÓ …]."
        yield no_authority.at(place, "chữ ký chưa có quyền hạn, chức vụ", hint)


@rule(
    "KH613", Severity.WARNING, "chưa có tên người ký",
    "Họ và tên người ký đứng dưới chữ ký; trình ký mà chưa có tên thì phải gõ thêm trong Word.",
    "Phụ lục I, Phần I, II.7.c",
)  # fmt: skip
def no_signer(facts: Facts) -> Iterator[Finding]:
    """A signature without a name."""
    place = _signed_at(facts)
    if place and not facts.signer:
        yield no_signer.at(place, "chữ ký chưa có họ tên người ký", "Ghi ở name của signature.")


@rule(
    "KH614", Severity.WARNING, "chữ viết tắt quyền hạn viết sai",
    "Quyền hạn ghi “TM.”, “KT.”, “TL.”, “TUQ.” hoặc “Q.”: chữ in hoa, có dấu chấm.",
    "Phụ lục I, Phần I, II.7.b",
)  # fmt: skip
def authority_misspelt(facts: Facts) -> Iterator[Finding]:
    """`TM ỦY BAN NHÂN DÂN`, `K/T CHỦ TỊCH`."""
    for line in facts.signature:
        slip = _AUTHORITY_SLIP.match(line.value)
        if slip and not _AUTHORITY.match(line.value):
            letters = re.sub(r"[./]", "", slip["letters"]).upper()
            yield authority_misspelt.mend(
                line, f"“{slip[0].strip()}” viết sai", 0, slip.end(), f"{letters}. "
            )


@rule(
    "KH615", Severity.WARNING, "cấp phó ký thay mà không ghi chữ KT",
    "Ký thay người đứng đầu thì phải ghi “KT.” vào trước chức vụ của người đứng đầu.",
    "Phụ lục I, Phần I, II.7.b",
)  # fmt: skip
def deputy_without_authority(facts: Facts) -> Iterator[Finding]:
    """`PHÓ CHỦ TỊCH` without `KT. CHỦ TỊCH` above it."""
    acts_for = False
    for line in facts.signature:
        if _DEPUTY.match(line.value) and not acts_for:
            hint = "Thêm dòng “KT. …” (chức vụ người đứng đầu) ở trên."
            yield deputy_without_authority.at(line, f"“{line}” ký mà không có dòng KT.", hint)
        acts_for = acts_for or _ACTS_FOR.match(line.value) is not None


@rule(
    "KH616", Severity.WARNING, "tên người ký có học hàm, học vị",
    "Trước họ tên người ký không ghi học hàm, học vị và danh hiệu danh dự.",
    "Phụ lục I, Phần I, II.7.c",
)  # fmt: skip
def signer_with_degree(facts: Facts) -> Iterator[Finding]:
    """`TS. Nguyễn Văn A`."""
    name = facts.signer
    degree = _DEGREE.match(name.value) if name else None
    if name and degree and not may_show_degrees(facts.issuer):
        written = degree[0].strip()
        message = f"tên người ký có “{written}”"
        yield signer_with_degree.at(name, message, "Chỉ ghi họ và tên.", 0, len(written))


@rule(
    "KH617", Severity.WARNING, "quyền hạn, chức vụ người ký không viết chữ in hoa",
    "Chữ viết tắt quyền hạn và chức vụ của người ký trình bày bằng chữ in hoa.",
    "Phụ lục I, Phần I, II.7.đ",
)  # fmt: skip
def authority_capitals(facts: Facts) -> Iterator[Finding]:
    """`KT. Chủ tịch`."""
    for line in facts.signature:
        if not line.value.isupper():
            hint = f"Viết “{line.value.upper()}”."
            yield authority_capitals.at(line, "chức vụ phải viết chữ in hoa", hint)


@rule(
    "KH618", Severity.INFO, "không có đoạn kết",
    "Đoạn kết thường giao trách nhiệm thực hiện và chế độ báo cáo; thiếu thì xem có bỏ sót không.",
)  # fmt: skip
def no_closing(facts: Facts) -> Iterator[Finding]:
    """A plan that ends with its last section."""
    place = _anchor(facts, "closing")
    if place and not facts.plan.closing:
        hint = "Thêm ở closing, ví dụ: yêu cầu tổ chức thực hiện, báo cáo định kỳ."
        yield no_closing.at(place, "kế hoạch chưa có đoạn kết", hint)
