"""Documents that a plan's texts cite, taken apart.

`Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ`: kind, number, symbol,
date, issuer (Phụ lục I, Phần I, II.6.b). Slips of form are read too, so that they can be
named: `nghị định Số: 30/2012/ND - CP`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from docgen import vietnamese
from docgen.plan.reading_order import Printed

# Phụ lục III, Mục I, and the kinds of legal and party documents that plans cite.
KINDS = {
    "nghị quyết": "NQ", "quyết định": "QĐ", "chỉ thị": "CT", "quy chế": "QC", "quy định": "QyĐ",
    "thông cáo": "TC", "thông báo": "TB", "hướng dẫn": "HD", "chương trình": "CTr",
    "kế hoạch": "KH", "phương án": "PA", "đề án": "ĐA", "dự án": "DA", "báo cáo": "BC",
    "biên bản": "BB", "tờ trình": "TTr", "hợp đồng": "HĐ", "công điện": "CĐ",
    "bản ghi nhớ": "BGN", "bản thỏa thuận": "BTT",
    "nghị định": "NĐ", "thông tư liên tịch": "TTLT", "thông tư": "TT", "kết luận": "KL",
    "công văn": "", "văn bản": "", "bản cam kết": "CK",
}  # fmt: skip
ABBREVIATIONS = frozenset(KINDS.values()) - {""}

_SYMBOL = re.compile(
    r"(?<![\w/.,-])(?P<number>\d{1,5}[a-z]?)(?P<first>\s*/\s*|\s*-\s*)"
    r"(?:(?P<year>(?:19|20)\d\d)\s*/\s*)?"
    r"(?P<kind>[A-ZĐ][A-Za-zĐđ]{0,5})(?P<second>\s*[-–/]\s*)"
    r"(?P<issuer>[A-ZĐ][A-Za-zĐđ&]+(?:-[A-ZĐ]{2,})*)(?!\w)"
)
_BEFORE = re.compile(
    rf"(?P<kind>(?:\b(?:{'|'.join(KINDS)})|\b(?-i:{'|'.join(sorted(ABBREVIATIONS))})))"
    r"(?:\s+(?:hành động|liên tịch|cá biệt|thẩm định|kiểm tra|tổng kết|chuyên đề|phối hợp))?"
    r"(?P<word>\s+số\s*:?|)\s*$",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\s*,?\s*(?:ban hành\s+|ký\s+)?ngày\s+(\d{1,2})(?:[/.-]|\s+tháng\s+)(\d{1,2})"
    r"(?:[/.-]|\s+năm\s+)(\d{4})"
)
_ISSUER = re.compile(r"\s*,?\s*(?:của|do|giữa)\s+([^.;:()]{2,80})")
# “các Nghị quyết của Tỉnh ủy: Nghị quyết số …” and “của Sở Nội vụ tại Tờ trình số …”
_ISSUER_BEFORE = re.compile(
    r"\bcác\s[^.;:]{3,60}?\scủa\s+([^.;:()]{2,80}):[^.]*$|\bcủa\s+([^.;:()]{2,80}?)\s+tại\s+[^.;:]*$",
    re.IGNORECASE,
)
_IN_A_TITLE = re.compile(r"\b(?:điều|nội dung|khoản \d+)\s+(?:của|tại)\s*$")


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation, its parts as typed; what is not there is empty.

    `kind` is the word or abbreviation in front, `word` what stands for “số”, `symbol` the
    number and symbol, `abbreviation` and `issuer_code` parts of it, `issuer` the words
    behind “của”; `issuer_before` says that the sentence has named it already. The symbol
    stands at `offset`, what follows it up to the date ends at `end`. `in_title`: it is
    part of the title of another document, “sửa đổi một số điều của Nghị định số …”.
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
    in_title: bool
    end: int

    @property
    def tight(self) -> str:
        """The number and symbol without spaces, with hyphens: what names the document."""
        return re.sub(r"\s+", "", self.symbol).replace("–", "-")

    @property
    def kind_abbreviation(self) -> str:
        """What the symbol should hold for the kind named before it, or nothing."""
        return self.kind if self.kind in ABBREVIATIONS else KINDS.get(self.kind.lower(), "")


def citations(texts: Iterable[Printed]) -> Iterator[Citation]:
    """Every citation of the texts, in order."""
    for printed in texts:
        prose = printed.prose
        if "/" not in prose:
            continue
        for match in _SYMBOL.finditer(prose):
            if _is_symbol(match):
                yield _citation(printed, prose, match)


def _is_symbol(match: re.Match[str]) -> bool:
    """Whether it is a symbol at all: spaced apart, only where its kind is a known one."""
    spaced = any(mark.isspace() for mark in match[0])
    known = vietnamese.without_marks(match["kind"]).upper() in _PLAIN_ABBREVIATIONS
    letters = sum(letter.isupper() for letter in match["kind"]) > 1
    return "/" in match["first"] + match["second"] and (known or (letters and not spaced))


_PLAIN_ABBREVIATIONS = {vietnamese.without_marks(each).upper() for each in ABBREVIATIONS}


def _citation(printed: Printed, prose: str, match: re.Match[str]) -> Citation:
    left = max(0, match.start() - 60)
    before = _BEFORE.search(prose[left : match.start()])
    dated = _DATE.match(prose, match.end())
    day_end = dated.end() if dated else match.end()
    issued = _ISSUER.match(prose, day_end)
    nearby = prose[max(0, match.start() - 300) : match.start()]
    issued_before = None if issued else _ISSUER_BEFORE.search(nearby)
    return Citation(
        printed=printed,
        kind=before["kind"] if before else "",
        kind_offset=left + before.start("kind") if before else match.start(),
        word=before["word"].strip() if before else "",
        word_offset=left + before.start("word") + 1 if before else match.start(),
        symbol=match[0],
        offset=match.start(),
        number=match["number"],
        year=int(match["year"]) if match["year"] else None,
        abbreviation=match["kind"],
        issuer_code=match["issuer"],
        by_party=match["first"].strip() == "-",
        day=vietnamese.parse_day("/".join(dated.groups())) if dated else None,
        day_offset=dated.start(1) if dated else match.end(),
        issuer=issued[1].strip() if issued else "",
        issuer_before=bool(issued_before),
        in_title=bool(_IN_A_TITLE.search(prose, left, left + before.start() if before else left)),
        end=day_end,
    )
