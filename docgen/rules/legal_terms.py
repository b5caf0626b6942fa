"""Words that the decree spells in one way only (Phụ lục II), and the căn cứ of a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from docgen.finding import Finding, Severity
from docgen.plan.source import Text
from docgen.rules.facts import Facts, rule

_PART = re.compile(
    r"\b(?P<capital>(?:điều|mục|tiểu mục)\s+\d{1,3}|(?:chương|phần|mục|tiểu mục)\s+[IVXLC]+)\b"
    r"(?<!Tiểu mục \d)(?<!Tiểu mục \d\d)"
    r"|(?<=[\w,;]\s)(?:Khoản\s+\d+|Điểm\s+[a-zđ])\b"
)
_NO_PART = re.compile(r"\b(?:danh|hạng|đề|đầu|chuyên|thư|biên|thành|cổ|học|văn) $", re.IGNORECASE)
_PEOPLE = re.compile(r"\b(?:phục vụ|cho|của|với|tầng lớp|đông đảo) (nhân dân)\b(?! tệ)")
_STATE = re.compile(r"\b(?:của|do|Đảng,|Đảng và|tài sản) (nhà nước)\b")
_LAW = re.compile(
    r"\b(?:Luật|Pháp lệnh)\s(?:(?!Nghị quyết|Nghị định|Luật |Pháp lệnh )[^.;()])*?"
    r"(?P<number>\bsố\s*:?\s*\d+/\d{4}/(?:QH|UBTVQH)\d+)"
)
_SINCE = 2020
_BASIS = re.compile(r"(?:Căn cứ|Theo|Thực hiện|Xét|Trên cơ sở|Tiếp theo)\b")
# What findings the documents of căn cứ, from the highest; the order is practice, no rule.
_RANKS = (
    ("luật, pháp lệnh", re.compile(r"\b(?:Hiến pháp|Bộ luật|Luật|Pháp lệnh)\b|/(?:QH|UBTVQH)\d")),
    ("Chính phủ", re.compile(r"\bNghị định\b|-CP\b")),
    ("Thủ tướng Chính phủ", re.compile(r"-TTg\b")),
    ("bộ, ngành", re.compile(r"\bThông tư\b|/(?:QĐ|KH|HD)-B[A-ZĐ]+\b")),
    ("Hội đồng nhân dân", re.compile(r"-HĐND\b")),
    ("Ủy ban nhân dân", re.compile(r"-UBND\b")),
)


@rule(
    "KH520", Severity.WARNING, "viết hoa phần, chương, mục, điều, khoản, điểm không đúng",
    "Viện dẫn thì viết hoa phần, chương, mục, tiểu mục, điều; khoản và điểm viết thường.",
    "Phụ lục II, V.7",
)  # fmt: skip
def part_of_document(facts: Facts) -> Iterator[Finding]:
    """`điều 5`, `Khoản 2` in the middle of a sentence; not `danh mục 25`, a budget's `mục 7000`."""
    for printed, match in facts.matches(_PART, "điều", "mục", "chương", "phần", "khoản", "điểm"):
        found = match[0]
        if printed.role == "recipient" or _NO_PART.search(printed.prose, 0, match.start()):
            continue
        first = found[0].upper() if match["capital"] else found[0].lower()
        yield part_of_document.mend(
            printed.text, f"“{found}” viết hoa không đúng", match.start(), len(found),
            first + found[1:],
        )  # fmt: skip


@rule(
    "KH521", Severity.WARNING, "nhân dân, nhà nước viết thường",
    "Hai danh từ này luôn viết hoa khi đứng riêng: Nhân dân, Nhà nước.", "Phụ lục II, V.1",
)  # fmt: skip
def people_and_state(facts: Facts) -> Iterator[Finding]:
    """`phục vụ nhân dân`, `của nhà nước`; not inside names such as `quản lý nhà nước`.

    Decree 30 of 2020 was the first to ask for it.
    """
    if 0 < facts.year < _SINCE:
        return
    for pattern, piece in ((_PEOPLE, "nhân dân"), (_STATE, "nhà nước")):
        for printed, match in facts.matches(pattern, piece):
            words = match[1]
            yield people_and_state.mend(
                printed.text, f"“{words}” viết thường", match.start(1), len(words),
                words[0].upper() + words[1:],
            )  # fmt: skip


@rule(
    "KH522", Severity.INFO, "viện dẫn luật, pháp lệnh có ghi số, ký hiệu",
    "Đối với Luật và Pháp lệnh chỉ ghi tên loại và tên, không ghi số, ký hiệu.",
    "Phụ lục I, Phần I, II.6.b",
)  # fmt: skip
def law_with_number(facts: Facts) -> Iterator[Finding]:
    """`Luật Tổ chức chính quyền địa phương số 77/2015/QH13`."""
    for printed, match in facts.matches(_LAW, "/0000/qh", "/0000/ubtvqh"):
        number = match["number"]
        yield law_with_number.at(
            printed.text, f"luật, pháp lệnh ghi “{number}”", "Bỏ số, ký hiệu.",
            match.start("number"), len(number),
        )  # fmt: skip


@rule(
    "KH523", Severity.INFO, "căn cứ không theo thứ tự từ cao xuống thấp",
    "Thường xếp: luật, nghị định, quyết định của Thủ tướng, thông tư, rồi văn bản của tỉnh.",
)  # fmt: skip
def bases_out_of_order(facts: Facts) -> Iterator[Finding]:
    """A basis of a higher body below one of a lower body."""
    ranked = [(basis, rank) for basis in facts.plan.bases if (rank := _rank(basis)) is not None]
    for (_, above), (basis, rank) in pairwise(ranked):
        if rank < above:
            message = f"văn bản của {_RANKS[rank][0]} đứng sau văn bản của {_RANKS[above][0]}"
            yield bases_out_of_order.at(basis, message, "Chuyển căn cứ này lên trên.")


def _rank(basis: Text) -> int | None:
    """The rank of the document that a basis names first."""
    found = [(match.start(), rank) for rank, (_, pattern) in enumerate(_RANKS)
             if (match := pattern.search(basis.value))]  # fmt: skip
    return min(found)[1] if found else None


@rule(
    "KH524", Severity.INFO, "căn cứ không mở đầu bằng “Căn cứ”",
    "Mẫu văn bản của Nghị định viết mỗi căn cứ bắt đầu bằng “Căn cứ”, hoặc “Theo đề nghị”.",
)  # fmt: skip
def basis_without_opening(facts: Facts) -> Iterator[Finding]:
    """A basis that begins with the document itself."""
    for basis in facts.plan.bases:
        if not _BASIS.match(basis.value):
            yield basis_without_opening.at(
                basis, "căn cứ thiếu chữ “Căn cứ”", "Thêm “Căn cứ” ở đầu."
            )
