"""KH630-KH635: the lines of the signature against each other and against the issuer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen import vietnamese
from docgen.finding import Finding, Severity
from docgen.rules.facts import Facts, rule

_LAW = "Phụ lục I, Phần I, II.7.b"
_KT = re.compile(r"K[./]?T[./]?\s+(?P<office>.+)", re.IGNORECASE)
_TM = re.compile(r"T[./]?M[./]?\s+(?P<body>.+)", re.IGNORECASE)
_ON_BEHALF = re.compile(r"(?P<letters>T[./]?L|T[./]?U[./]?Q)[./]?\s+(?P<office>.+)", re.IGNORECASE)
_COLLECTIVE = re.compile(
    r"(?:ỦY|UỶ) BAN NHÂN DÂN|HỘI ĐỒNG|BAN CHỈ ĐẠO|BAN CHẤP HÀNH|BAN THƯỜNG VỤ|UBND|HĐND"
    r"|(?:ỦY|UỶ) BAN MẶT TRẬN"
)
# Who heads an agency, and who stands in for them.
_DEPUTIES = {"BỘ TRƯỞNG": "THỨ TRƯỞNG"}
# Who signs for a board says below what he is in his own body.
_OF_A_BOARD = re.compile(r"K[./]?T[./]?\s+(?:TRƯỞNG (?:TIỂU )?BAN|TỔ TRƯỞNG|CHỦ TỊCH HỘI ĐỒNG)\b")
_OFFICES = (
    "CHỦ TỊCH", "GIÁM ĐỐC", "TỔNG GIÁM ĐỐC", "BỘ TRƯỞNG", "THỨ TRƯỞNG", "CHỦ NHIỆM",
    "TRƯỞNG BAN", "TRƯỞNG PHÒNG", "TRƯỞNG ĐOÀN", "TRƯỞNG TIỂU BAN", "CHÁNH VĂN PHÒNG",
    "CHÁNH THANH TRA", "CHÁNH ÁN", "VIỆN TRƯỞNG", "HIỆU TRƯỞNG", "CỤC TRƯỞNG", "CHI CỤC TRƯỞNG",
    "TỔNG CỤC TRƯỞNG", "VỤ TRƯỞNG", "THỦ TRƯỞNG", "TỔ TRƯỞNG", "THỦ TƯỚNG", "TỔNG THANH TRA",
    "THỐNG ĐỐC", "TỔNG BIÊN TẬP", "BÍ THƯ", "CHỈ HUY TRƯỞNG", "CHÍNH ỦY", "TỔNG KIỂM TOÁN",
    "TRƯỞNG CÔNG AN", "ĐỘI TRƯỞNG", "TRẠM TRƯỞNG", "ỦY VIÊN", "QUYỀN CHỦ TỊCH", "Q. CHỦ TỊCH",
)  # fmt: skip
_KNOWN = frozenset(_OFFICES) | {f"PHÓ {office}" for office in _OFFICES}


def _in_full(body: str) -> str:
    words = body.upper().replace("UBND", "ỦY BAN NHÂN DÂN").replace("HĐND", "HỘI ĐỒNG NHÂN DÂN")
    return " ".join(vietnamese.fold_tone(words).split())


@rule(
    "KH630", Severity.WARNING, "dòng KT. mà dưới không phải cấp phó",
    "Ký thay thì dưới “KT. CHỦ TỊCH” phải có “PHÓ CHỦ TỊCH”; cấp trưởng tự ký thì không có KT.",
    _LAW,
)  # fmt: skip
def no_deputy_below(facts: Facts) -> Iterator[Finding]:
    """`KT. CHỦ TỊCH` with nothing, with `CHỦ TỊCH` or with another office's deputy below.

    `TM. …` as the last line too.
    """
    lines = facts.signature
    for number, line in enumerate(lines):
        acts_for = _KT.match(line.value)
        if not acts_for:
            if number == len(lines) - 1 and _TM.match(line.value):
                message = f"dưới “{line}” không có chức vụ của người ký"
                yield no_deputy_below.at(line, message, "Thêm dòng chức vụ, ví dụ “CHỦ TỊCH”.")
            continue
        office = acts_for["office"].strip().upper()
        deputy = _DEPUTIES.get(office, f"PHÓ {office}")
        below = lines[number + 1].value.upper() if number + 1 < len(lines) else ""
        if office.startswith("PHÓ "):
            hint = f"Viết “KT. {office.removeprefix('PHÓ ')}”."
            yield no_deputy_below.at(line, f"“{line}” ký thay một cấp phó", hint)
        elif not below:
            message = f"dưới “{line}” không có chức vụ của cấp phó"
            yield no_deputy_below.at(line, message, f"Thêm dòng “{deputy}”.")
        elif not _may_stand_in(below, office):
            message = f"dưới “{line}” là “{lines[number + 1]}”, không phải cấp phó của chức vụ này"
            hint = f"Viết “{deputy}”, hoặc bỏ dòng KT. nếu cấp trưởng ký."
            yield no_deputy_below.at(lines[number + 1], message, hint)


def _may_stand_in(below: str, office: str) -> bool:
    head = next((each for each in _OFFICES if office.startswith(each)), office)
    deputy = _DEPUTIES.get(head, f"PHÓ {head}")
    return below.startswith(deputy) or (below.startswith("PHÓ") and head not in _OFFICES)


@rule(
    "KH631", Severity.WARNING, "thứ tự các dòng chữ ký sai",
    "TM. đứng trên cùng, rồi KT., rồi chức vụ của người ký; mỗi dòng một lần.", _LAW,
)  # fmt: skip
def lines_out_of_order(facts: Facts) -> Iterator[Finding]:
    """`KT. CHỦ TỊCH` above `TM. …`, an office above KT., a line twice, a body without TM."""
    lines = facts.signature
    seen: dict[str, int] = {}
    for number, line in enumerate(lines):
        written = line.value.upper().strip()
        if written in seen:
            yield lines_out_of_order.at(line, f"“{line}” ghi hai lần", "Xóa một dòng.")
        elif number and _ON_BEHALF.match(written) and _TM.match(lines[0].value):
            message = f"“{line}” đứng dưới “{lines[0]}”"
            hint = "TM. chỉ đi với KT. hoặc chức vụ của cấp trưởng; xem có phải ý là KT. không."
            yield lines_out_of_order.at(line, message, hint)
        elif _TM.match(written) and number:
            message = f"“{line}” đứng dưới “{lines[0]}”"
            yield lines_out_of_order.at(line, message, "Chuyển dòng TM. lên trên cùng.")
        elif _KT.match(written) and number and not _TM.match(lines[number - 1].value):
            above = lines[number - 1]
            if not _COLLECTIVE.match(above.value.upper()):
                message = f"“{line}” đứng dưới “{above}”"
                yield lines_out_of_order.at(line, message, "Dòng KT. đứng ngay dưới dòng TM.")
        elif (
            number > 1
            and _KT.match(lines[number - 2].value)
            and written.startswith(tuple(_KNOWN))
            and not _OF_A_BOARD.match(lines[number - 2].value.upper())
        ):
            message = f"“{line}” là chức vụ thứ hai dưới “{lines[number - 2]}”"
            yield lines_out_of_order.at(line, message, "Chỉ ghi chức vụ của người ký.")
        elif _COLLECTIVE.match(written) and len(lines) > 1:
            hint = f"Viết “TM. {line.value.upper()}”."
            yield lines_out_of_order.at(line, f"“{line}” thiếu chữ TM. ở trước", hint)
        seen.setdefault(written, number)


@rule(
    "KH632", Severity.WARNING, "chữ ký TM. của cơ quan khác cơ quan ban hành",
    "Người ký thay mặt chính tập thể ban hành kế hoạch; TM. một cơ quan khác là chữ ký chép sót.",
    _LAW,
)  # fmt: skip
def on_behalf_of_another(facts: Facts) -> Iterator[Finding]:
    """`TM. HỘI ĐỒNG NHÂN DÂN` under a plan of the committee; `KT. GIÁM ĐỐC` likewise.

    `KT. CHỦ TỊCH` under a department's; a body's name cut short, `TM. UBND TỈNH`.
    """
    issuer = _in_full(facts.issuer)
    above = ""
    for line in facts.signature if issuer else ():
        stands_for = _TM.match(line.value)
        delegated, above = _ON_BEHALF.match(above), line.value
        body = _in_full(stands_for["body"]) if stands_for else ""
        if body and not issuer.startswith(body) and not body.startswith(issuer):
            message = f"chữ ký “{line}”, cơ quan ban hành là {facts.plan.issuer.name[0]}"
            hint = f"Viết “TM. {facts.plan.issuer.name[0]}”, hoặc sửa issuer."
            yield on_behalf_of_another.at(line, message, hint)
        if stands_for and re.search(r"\b(?:UBND|HĐND|UBMTTQ|BCĐ)\b", line.value):
            written = _in_full(line.value)
            message = f"“{line}” viết tắt tên cơ quan"
            yield on_behalf_of_another.at(line, message, f"Viết “{written}”.")
        office = (_KT.match(line.value) or {"office": line.value})["office"].upper()
        own = stands_for or delegated
        council = " BAN NHÂN DÂN" in issuer and _in_full("HĐND") in _in_full(office)
        others = office.removeprefix("PHÓ ").startswith(_of_others(issuer))
        if not own and (others or council):
            message = f"“{line}” không phải chức vụ của {facts.plan.issuer.name[0]}"
            yield on_behalf_of_another.at(line, message, "Đối chiếu với cơ quan ban hành.")


def _of_others(issuer: str) -> tuple[str, ...]:
    """The offices that nobody holds at a department, a committee or a board."""
    if issuer.startswith(("SỞ ", "CỤC ", "CHI CỤC ")):
        return ("CHỦ TỊCH",)
    if not _COLLECTIVE.match(issuer):
        return ()
    heads = ("GIÁM ĐỐC", "CỤC TRƯỞNG", "BỘ TRƯỞNG", "TRƯỞNG PHÒNG", "HIỆU TRƯỞNG")
    of_boards = ("TRƯỞNG BAN", "CHỦ NHIỆM", "CHÁNH THANH TRA")
    return (*heads, *of_boards) if "NHÂN DÂN" in issuer else heads


@rule(
    "KH633", Severity.INFO, "kế hoạch của tập thể mà không có chữ TM",
    "Ủy ban, hội đồng, ban làm việc tập thể: người ký thay mặt (TM.) tập thể, không ký TL., TUQ.",
    _LAW,
)  # fmt: skip
def not_on_behalf(facts: Facts) -> Iterator[Finding]:
    """A plan of a committee without TM.; signed TL. or TUQ. instead."""
    lines = facts.signature
    if not lines or not _COLLECTIVE.match(facts.issuer.upper()):
        return
    if not any(_TM.match(line.value) for line in lines):
        body = facts.plan.issuer.name[0]
        instead = _ON_BEHALF.match(lines[0].value)
        written = f"ký “{instead['letters'].upper()}.”, " if instead else ""
        message = f"{written}không có dòng “TM. {body}”"
        yield not_on_behalf.at(
            lines[0], message, f"Thêm dòng đầu “TM. {body}” nếu ban hành thay mặt."
        )


@rule(
    "KH634", Severity.WARNING, "chức vụ người ký không có", "Chức vụ ghi sai thì không biết ai ký."
)
def unknown_office(facts: Facts) -> Iterator[Finding]:
    """`PHÓ CHỦ TỊH`; an office that is merely not in the list is left alone."""
    for line in facts.signature:
        written = re.sub(
            r"^(?:K[./]?T|T[./]?L|T[./]?U[./]?Q|Q)[./]\s*", "", line.value.upper()
        ).strip()
        if _TM.match(line.value) or written.startswith(tuple(_KNOWN)):
            continue
        near = [
            each for each in vietnamese.closest(written, _KNOWN, limit=3) if _alike(each, written)
        ]
        if near:
            yield unknown_office.at(
                line, f"không có chức vụ “{written}”", f"Có phải ý là “{near[0]}”?"
            )


def _alike(known: str, written: str) -> bool:
    return abs(len(known.split()) - len(written.split())) <= 1


_RANK = re.compile(r"(?:Thiếu|Trung|Thượng|Đại) (?:úy|tá|tướng) ")
_NOT_A_NAME = re.compile(r"[()\[\]\d_/]|đã ký|chữ ký", re.IGNORECASE)


@rule(
    "KH635", Severity.WARNING, "họ tên người ký viết sai",
    "Họ và tên người ký viết chữ in thường, hoa chữ đầu mỗi tiếng, đủ họ và tên.",
    "Phụ lục I, Phần I, II.7.đ",
)  # fmt: skip
def signer_misspelt(facts: Facts) -> Iterator[Finding]:
    """`LÊ ĐỨC TIÊN`, `lê đức tiên`, `Tiên`, `(đã ký)`."""
    name = facts.signer
    if not name or not name.value.strip():
        return
    bare = re.sub(r"\s*\(?đã ký\)?", "", _RANK.sub("", name.value), flags=re.IGNORECASE).strip()
    meant = " ".join(word[:1].upper() + word[1:].lower() for word in bare.split())
    if _NOT_A_NAME.search(name.value):
        hint = f"Viết “{meant}”." if bare else "Ghi họ và tên người ký."
        yield signer_misspelt.at(name, f"“{name}” không phải họ tên", hint)
    elif len(bare.split()) == 1 and not re.match(r"\w['’]", bare):  # K'Mák
        yield signer_misspelt.at(name, f"“{name}” chỉ có một tiếng", "Ghi đủ họ và tên.")
    elif bare.isupper() or any(word[0].islower() for word in bare.split()):
        yield signer_misspelt.at(name, f"“{name}” viết hoa, thường không đúng", f"Viết “{meant}”.")
