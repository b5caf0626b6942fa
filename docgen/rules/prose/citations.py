"""Documents that a plan's texts cite, taken apart.

`Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ`: kind, number, symbol,
date, issuer (Phụ lục I, Phần I, II.6.b). Slips of form are read too, so that they can be
named: `nghị định Số: 30/2012/ND - CP`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from docgen import vietnamese
from docgen.plan.reading_order import Printed
from docgen.rules.prose.held import Held

# Phụ lục III, Mục I, and the kinds of legal and party documents that plans cite.
KINDS = {
    "nghị quyết": "NQ", "quyết định": "QĐ", "chỉ thị": "CT", "quy chế": "QC", "quy định": "QyĐ",
    "thông cáo": "TC", "thông báo": "TB", "hướng dẫn": "HD", "chương trình": "CTr",
    "kế hoạch": "KH", "phương án": "PA", "đề án": "ĐA", "dự án": "DA", "báo cáo": "BC",
    "biên bản": "BB", "tờ trình": "TTr", "hợp đồng": "HĐ", "công điện": "CĐ",
    "bản ghi nhớ": "BGN", "bản thỏa thuận": "BTT",
    "nghị định": "NĐ", "thông tư liên tịch": "TTLT", "thông tư": "TT", "kết luận": "KL",
    "công văn": "", "văn bản": "", "bản cam kết": "CK", "thông tri": "TT",
}  # fmt: skip
ABBREVIATIONS = frozenset(KINDS.values()) - {""}

_SYMBOL = re.compile(
    r"(?<![\w/.,-])(?P<number>\d{1,5}[a-z]?)(?P<first>\s*/\s*|\s*-\s*)"
    r"(?:(?P<year>(?:19|20)\d\d)\s*/\s*)?"
    r"(?P<kind>[A-ZĐ][A-Za-zĐđ]{0,5})(?P<second>\s*[-–/]\s*)"
    r"(?P<issuer>[A-ZĐ][A-Za-zĐđ&]+(?:-[A-ZĐ][A-ZĐ&\d]+)*)(?!\w)"
)
# Laws and resolutions of the National Assembly and its standing committee: 71/2025/QH15.
_ASSEMBLY = re.compile(
    r"(?<![\w/.,-])(?P<number>\d{1,5})/(?P<year>(?:19|20)\d\d)/(?P<issuer>(?:UBTV)?QH\d{1,2})(?!\w)"
)
_BEFORE = re.compile(
    rf"(?P<kind>(?:\b(?:{'|'.join(KINDS)})|\b(?-i:{'|'.join(sorted(ABBREVIATIONS))})))"
    r"(?:\s+(?:hành động|liên tịch|cá biệt|thẩm định|thẩm tra|kiểm tra|thanh tra|giám sát|tổng kết|"
    r"chuyên đề|phối hợp|kết luận|ý kiến))?"
    r"(?P<word>\s+số\s*:?|)\s*$",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\s*,?\s*(?:ban hành\s+|ký\s+)?[Nn]gày\s+(\d{1,2})(?:[/.-]|\s+tháng\s+)(\d{1,2})"
    r"(?:[/.-]|\s+năm\s+)(\d{4})"
)
_ISSUER = re.compile(r"\s*,?\s*(?:của|do|giữa)\s+([^.;:()]{2,80})")
_ISSUER_THEN_DATE = re.compile(
    r"\s*,?\s*(?:của|do)\s+([^.;:()]{2,80}?)(?=,?\s+(?:ký\s+)?[Nn]gày\s+\d)"
)
# A day that is still to be filled in, or written in a way of its own: “ngày …/…/2025”.
_SOME_DATE = re.compile(r"\s*,?\s*(?:\([^()]*\)\s*)?(?:ban hành\s+|ký\s+)?[Nn]gày\b[\d\s…./_]*")
_DATE_BEFORE = re.compile(r"\b[Nn]gày \d{1,2}(?:/| tháng )\d{1,2}[^.;]*$")
# “các Nghị quyết của Tỉnh ủy: Nghị quyết số …” and “của Sở Nội vụ tại Tờ trình số …”
_ISSUER_BEFORE = re.compile(
    r"\bcác\s[^.;:]{3,60}?\scủa\s+([^.;:()]{2,80}):[^.]*$|\bcủa\s+([^.;:()]{2,80}?)\s+tại\s+[^.;:]*$",
    re.IGNORECASE,
)
_BODIES = (
    "Chính phủ|Thủ tướng|Quốc hội|Tổng cục|Cục|Chi cục|Ban|Bộ|Sở|Ủy ban|Uỷ ban|UBND|HĐND|Hội đồng|"
    "Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy|Công ty|Tổng công ty|Tập đoàn|Ngân hàng|Viện|Trường|"
    "Trung tâm|Văn phòng|Kiểm toán|Kho bạc|Thanh tra|Công an|Tòa án|Hội|Liên đoàn|Đoàn|Mặt trận|"
    "Chủ tịch|Bảo hiểm"
)
# “đã được Thủ tướng Chính phủ phê duyệt tại Quyết định số …”, “Công ty … có Văn bản số …”
_ISSUES = re.compile(
    rf"\b(?:{_BODIES})\b[^.;]*?\b(?:tại|ban hành|có|ký|ra|bằng|theo|gửi|trình)\s[^.;]{{0,70}}$"
)
_IN_A_TITLE = re.compile(r"\b(?:điều|nội dung|khoản \d+)\s+(?:của|tại)\s*$")
# What joins a document to the one whose title names it.
_NAMES_ANOTHER = re.compile(
    r"\b(?:thực hiện|triển khai|hướng dẫn|thi hành|sửa đổi|bổ sung|thay thế|theo|tại|của)\s*$",
    re.IGNORECASE,
)
# The code of a form, or a sample of how a symbol is written: Biểu 02/VTLT-LT, “Số: 01/QĐ-UBND”.
_OF_A_FORM = re.compile(
    r"(?:\b(?:biểu|mẫu|phiếu)(?: mẫu| biểu| đơn)?(?: số)?:? (?:\d\S*(?:,| và) )*|[“\"]Số:? )$",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\s*(?:,|và|;|,\s*và)\s*(?:các\s+)?$")


class Citation(NamedTuple):
    """One citation, its parts as typed; what is not there is empty.

    `kind` is the word or abbreviation in front, `word` what stands for “số”, `symbol` the
    number and symbol, `abbreviation` and `issuer_code` parts of it, `issuer` the words
    behind “của”; `issuer_before` says that the sentence has named it already. The symbol
    stands at `offset`, what follows it up to the date ends at `end`. `dated`: a day stands
    there, in whatever form. `in_title`: it is part of the title of another document,
    “sửa đổi một số điều của Nghị định số …”, “Kế hoạch … thực hiện Nghị quyết số …”.
    """

    printed: Printed
    kind: str
    kind_offset: int
    word: str
    word_offset: int
    symbol: str
    offset: int
    number: str
    year: int | None
    abbreviation: str
    issuer_code: str
    by_party: bool
    day: date | None
    day_offset: int
    issuer: str
    issuer_before: bool
    dated: bool
    in_title: bool
    end: int

    @property
    def place(self) -> tuple[int, int]:
        """The offset and length of the symbol."""
        return self.offset, len(self.symbol)

    @property
    def whole(self) -> tuple[int, int]:
        """The offset and length of the symbol and the date behind it."""
        return self.offset, self.end - self.offset

    @property
    def day_place(self) -> tuple[int, int]:
        """The offset and length of the date."""
        return self.day_offset, self.end - self.day_offset

    @property
    def kind_place(self) -> tuple[int, int]:
        """The offset and length of the kind."""
        return self.kind_offset, len(self.kind)

    @property
    def tight(self) -> str:
        """The number and symbol without spaces, with hyphens: what names the document."""
        return re.sub(r"\s+", "", self.symbol).replace("–", "-")

    @property
    def kind_abbreviation(self) -> str:
        """What the symbol should hold for the kind named before it, or nothing."""
        return self.kind if self.kind in ABBREVIATIONS else KINDS.get(self.kind.lower(), "")


def citations(texts: Held[Printed]) -> Iterator[Citation]:
    """Every citation of the texts, in order."""
    for printed, symbols in texts.seeing(_symbols):
        found: list[Citation] = []
        for match in symbols:
            found.append(_citation(printed, printed.prose, match, found[-1] if found else None))
        yield from _sharing_issuers(printed.prose, found)


def _symbols(prose: str) -> list[re.Match[str]]:
    """The symbols of documents in a text, in their order."""
    if "/" not in prose:
        return []
    symbols = [
        match
        for match in _SYMBOL.finditer(prose)
        if _is_symbol(match) and not _OF_A_FORM.search(prose, 0, match.start())
    ]
    laws = _ASSEMBLY.finditer(prose) if "QH" in prose else ()
    return sorted([*symbols, *laws], key=re.Match.start)


def _sharing_issuers(prose: str, found: list[Citation]) -> list[Citation]:
    """`Quyết định số 1 và Quyết định số 2 của Thủ tướng`: the issuer stands behind the last."""
    for place in range(len(found) - 2, -1, -1):
        each, following = found[place : place + 2]
        shared = following.issuer or following.issuer_before
        if shared and not each.issuer and _LISTED.match(prose[each.end : following.kind_offset]):
            found[place] = each._replace(issuer_before=True)
    return found


def _is_symbol(match: re.Match[str]) -> bool:
    """Whether it is a symbol at all: spaced apart, only where its kind is a known one."""
    spaced = any(mark.isspace() for mark in match[0])
    known = vietnamese.without_marks(match["kind"]).upper() in _PLAIN_ABBREVIATIONS
    letters = sum(letter.isupper() for letter in match["kind"]) > 1
    return "/" in match["first"] + match["second"] and (known or (letters and not spaced))


_PLAIN_ABBREVIATIONS = {vietnamese.without_marks(each).upper() for each in ABBREVIATIONS}


def _citation(
    printed: Printed, prose: str, match: re.Match[str], previous: Citation | None
) -> Citation:
    parts = match.groupdict()
    left = max(0, match.start() - 60)
    before = _BEFORE.search(prose[left : match.start()])
    kind_offset = left + before.start("kind") if before else match.start()
    turned = _ISSUER_THEN_DATE.match(prose, match.end())
    dated = _DATE.match(prose, turned.end() if turned else match.end())
    blank = None if dated else _SOME_DATE.match(prose, match.end())
    day_end = dated.end() if dated else match.end()
    issued = turned or _ISSUER.match(prose, blank.end() - 1 if blank else day_end)
    lead = prose[max(0, match.start() - 300) : kind_offset]
    since = prose[previous.end if previous else 0 : kind_offset]
    issued_before = not issued and (_ISSUER_BEFORE.search(lead) or _ISSUES.search(lead))
    return Citation(
        printed=printed,
        kind=before["kind"] if before else "",
        kind_offset=kind_offset,
        word=before["word"].strip() if before else "",
        word_offset=left + before.start("word") + 1 if before else match.start(),
        symbol=match[0],
        offset=match.start(),
        number=match["number"],
        year=int(match["year"]) if match["year"] else None,
        abbreviation=parts.get("kind") or "",
        issuer_code=match["issuer"],
        by_party=(parts.get("first") or "").strip() == "-",
        day=vietnamese.parse_day("/".join(dated.groups())) if dated else None,
        day_offset=dated.start(1) if dated else match.end(),
        issuer=issued[1].strip() if issued else "",
        issuer_before=bool(issued_before),
        dated=bool(dated or blank or _DATE_BEFORE.search(since)),
        in_title=_is_in_title(prose, lead, previous, kind_offset),
        end=day_end,
    )


def _is_in_title(prose: str, lead: str, previous: Citation | None, kind_offset: int) -> bool:
    """Whether the words before a citation make it part of another document's title."""
    if _IN_A_TITLE.search(lead):
        return True
    if previous is None or not _NAMES_ANOTHER.search(lead):
        return False
    return not re.search(r"[;.:](?=\s)", prose[previous.end : kind_offset])
