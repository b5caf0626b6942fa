"""Whose rules of form a document keeps to: the decree's, or those of the Party and the unions."""

from __future__ import annotations

import re

_OF_THE_PARTY = re.compile(
    r"\b(?:ĐẢNG (?:[ỦU][ỶY]|BỘ)|(?:TỈNH|THÀNH) [ỦU][ỶY]|CHI BỘ|TỈNH ĐOÀN|ĐOÀN (?:TNCS|THANH NIÊN)"
    r"|MẶT TRẬN TỔ QUỐC|MTTQ|LIÊN ĐOÀN LAO ĐỘNG|CÔNG ĐOÀN"
    r"|HỘI (?:LIÊN HIỆP PHỤ NỮ|LHPN|NÔNG DÂN|CỰU CHIẾN BINH))\b"
)
_SCIENTIFIC = re.compile(r"(?:TRƯỜNG|ĐẠI HỌC|HỌC VIỆN|BỆNH VIỆN|VIỆN|TRUNG TÂM Y TẾ)\b")
_NUMBER_SIGNATURE_RECIPIENTS = re.compile(r"Phụ lục I, Phần I, II\.[379]\b")


def binds(clause: str, letterhead: str) -> bool:
    """Whether a clause of the decree binds a document with these names in its letterhead.

    Bodies of the Party, the Front, the unions of youth, women, farmers, veterans and workers
    number, sign and file by rules of their own: `Số 21-KH/ĐU`, `T/M BAN THƯỜNG VỤ`, `Lưu Văn
    phòng`.
    """
    own_rules = _NUMBER_SIGNATURE_RECIPIENTS.match(clause)
    return not (own_rules and _OF_THE_PARTY.search(letterhead.upper()))


def may_show_degrees(issuer: str) -> bool:
    """Whether a degree may stand before the signer's name.

    Of schools, hospitals and institutes that is for their ministry to say: II.7.c.
    """
    return bool(_SCIENTIFIC.match(issuer.upper()))
