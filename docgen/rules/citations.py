"""KH507-KH513: what the plan says of the documents it cites (Phụ lục I, Phần I, II.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from docgen import vietnamese
from docgen.finding import Finding, Severity
from docgen.rules.facts import Facts, rule
from docgen.rules.prose.citations import ABBREVIATIONS, Citation

# Who signs with which letters; ministries and departments are read by their initials.
_ISSUERS = {
    "CP": r"Chính phủ|CP\b", "TTg": r"(?:Phó )?Thủ tướng|TTg|TTCP",
    "VPCP": r"Văn phòng Chính phủ|VPCP",
    "HĐND": r"(?:Kỳ họp.*?)?(?:Hội đồng nhân dân|HĐND|Thường trực|Chủ tịch)",
    "UBND": r"[ỦU][yỷỳ] ?[Bb]an nhân dân|Ủy ban|Uỷ ban|UBND|(?:Phó )?Chủ tịch"
    r"|[Tt]ỉnh(?! [uủ][ỷy])|[Tt]hành phố",
    "VPUBND": r"Văn phòng (?!Chính phủ|Quốc hội|Trung ương)|VP ?UBND",
    "TU": r"Tỉnh [uủ][ỷy]|Thành [uủ][ỷy]|Ban |Thường trực|Đảng bộ|Bí thư|BTV|BCH",
    "TW": r"Trung ương|Bộ Chính trị|Ban |BCH|Hội nghị|Đảng|Tổng Bí thư|Văn phòng",
    "QH": r"Quốc hội|[Kk]ỳ họp|QH", "UBTVQH": r"[UỦ][yỷ] ban [Tt]hường vụ|UBTV",
}  # fmt: skip
_OFFICE = re.compile(r"^(?:(?:Bộ trưởng|Giám đốc|Chủ nhiệm)(?:,\s*|\s+))+")
# Where the name of an issuer ends and the subject of its document begins.
_NAME_ENDS = re.compile(
    r",?\s(?:về|ban hành|quy định|phê duyệt|hướng dẫn|sửa đổi|thực hiện|triển khai|ngày|tại|"
    r"công bố|giao|khóa|kiện toàn|thành lập|thông qua|bãi bỏ|điều chỉnh|đối với|trên địa bàn)\b"
    r"|,\s(?=[a-zđ])"
)
_BY_INITIALS = re.compile(r"[BS](?!CĐ|CS|TV)[A-ZĐ]{2,}")


@rule(
    "KH507", Severity.WARNING, "năm trong ký hiệu khác năm của ngày ban hành",
    "Văn bản 99/2023/NQ-HĐND phải ban hành năm 2023; một trong hai năm gõ sai.",
)  # fmt: skip
def year_against_date(facts: Facts) -> Iterator[Finding]:
    """`Nghị quyết số 99/2023/NQ-HĐND ngày 07/12/2022`."""
    for each in facts.citations:
        if each.year and each.day and each.day.year != each.year:
            message = (
                f"ký hiệu {each.tight} là của năm {each.year}, "
                f"ngày ban hành ghi {vietnamese.format_day(each.day)}"
            )
            yield year_against_date.at(
                each.printed.text, message, "Đối chiếu văn bản gốc xem năm nào sai.", *each.whole
            )


@rule(
    "KH508", Severity.WARNING, "một văn bản có hai ngày ban hành",
    "Cùng số, ký hiệu, cùng năm mà khác ngày thì một chỗ gõ sai.",
)  # fmt: skip
def two_dates(facts: Facts) -> Iterator[Finding]:
    """The same number and symbol with another day of the same year."""
    first: dict[tuple[str, int], Citation] = {}
    for each in facts.citations:
        if each.day:
            known = first.setdefault((each.tight, each.day.year), each)
            other_body = each.issuer and known.issuer and _body(each) != _body(known)
            if known.day and known.day != each.day and not other_body:
                for here, there in ((each, known), (known, each)):
                    assert here.day
                    assert there.day
                    line = there.printed.text.locate(there.day_offset).line
                    message = (
                        f"{here.tight} ở đây ghi ngày {vietnamese.format_day(here.day)}, "
                        f"ở dòng {line} ghi ngày {vietnamese.format_day(there.day)}"
                    )
                    yield two_dates.at(
                        here.printed.text, message, "Đối chiếu văn bản gốc.", *here.day_place
                    )


@rule(
    "KH509", Severity.WARNING, "văn bản viện dẫn ban hành sau kế hoạch",
    "Kế hoạch không thể viện dẫn văn bản chưa có.",
)  # fmt: skip
def cited_before_issued(facts: Facts) -> Iterator[Finding]:
    """A cited document dated after the plan; without a date, after the plan's year."""
    plan = facts.plan
    if not plan.year and not plan.date:
        return
    day = plan.date.value if plan.date else date(plan.year.value, 12, 31)
    yield from _laws_to_come(facts, day)
    for each in facts.citations:
        if each.day and each.day > day:
            own = plan.date.shown if plan.date else f"năm {day.year}"
            message = f"{each.tight} ghi ngày {vietnamese.format_day(each.day)}, kế hoạch {own}"
            yield cited_before_issued.at(
                each.printed.text, message, "Kiểm tra lại ngày của văn bản được viện dẫn.",
                *each.day_place,
            )  # fmt: skip


def _laws_to_come(facts: Facts, day: date) -> Iterator[Finding]:
    """`Luật Lưu trữ ngày 21/6/2042`: laws are cited by their names."""
    for printed, match in facts.matches(_LAW_OF, "luật "):
        if int(match["year"]) > day.year:
            message = f"“{match['name']}” ghi năm {match['year']}, kế hoạch năm {day.year}"
            yield cited_before_issued.at(
                printed.text, message,
                "Kiểm tra lại ngày của văn bản được viện dẫn.", match.start("year"), 4,
            )  # fmt: skip


_LAW_OF = re.compile(
    r"(?P<name>(?:Luật|Pháp lệnh) [^.;,:\d()]{3,60}?) ngày "
    r"(?:\d{1,2}/\d{1,2}/|\d{1,2} tháng \d{1,2} năm )(?P<year>\d{4})\b"
)


@rule(
    "KH510", Severity.WARNING, "cơ quan ban hành không khớp ký hiệu",
    "QĐ-TTg là của Thủ tướng Chính phủ, NĐ-CP là của Chính phủ; một trong hai ghi sai.",
)  # fmt: skip
def issuer_against_symbol(facts: Facts) -> Iterator[Finding]:
    """`Quyết định số 06/QĐ-TTg của Bộ Nội vụ`, `Sở Nội vụ tại Tờ trình số 202/TTr-STTTT`."""
    for cited in facts.citations:
        each = cited if cited.issuer else cited._replace(issuer=_department_in_front(cited))
        if each.issuer and not _signs(each):
            message = f"{each.tight} ghi là của “{_body(each)}”"
            yield issuer_against_symbol.at(
                each.printed.text, message, "Đối chiếu văn bản gốc.", *each.whole
            )


def _department_in_front(each: Citation) -> str:
    """The department that a sentence names before its document, or nothing."""
    before = each.printed.prose[: each.kind_offset if each.kind else each.offset]
    named = _DEPARTMENT.search(before)
    return named["name"] if named else ""


_DEPARTMENT = re.compile(r"\b(?P<name>Sở [A-ZĐ][^,;.()\d]{2,60}?) tại $")


def _body(each: Citation) -> str:
    """The name of the issuer without what follows it, the subject of its document."""
    return _NAME_ENDS.split(each.issuer, maxsplit=1)[0].strip(" ,")


def _signs(each: Citation) -> bool:
    """Whether the words behind “của” may stand for the letters of the symbol.

    A letter's symbol ends in the unit that wrote it: `2928/LĐTBXH-BVCSTE`.
    """
    code, issuer = each.issuer_code.rstrip("0123456789"), _OFFICE.sub("", each.issuer)
    if code in _ISSUERS:
        return re.match(rf"(?:{_ISSUERS[code]})", issuer, re.IGNORECASE) is not None
    of_a_unit = each.abbreviation and each.abbreviation not in ABBREVIATIONS
    if of_a_unit or not _BY_INITIALS.fullmatch(code):
        return True
    words = [word for word in re.findall(r"[^\W\d_]+", issuer) if word.lower() != "và"]
    initials = "".join(word[0].upper() for word in words[: len(code)]).replace("TƯ", "TW")
    return initials == code or any(word.isupper() and len(word) > 1 for word in words[:3])


@rule(
    "KH511", Severity.WARNING, "viện dẫn lần đầu thiếu ngày ban hành",
    "Lần đầu phải ghi đủ tên loại, số, ký hiệu, ngày, cơ quan ban hành và trích yếu.",
    "Phụ lục I, Phần I, II.6.b",
)  # fmt: skip
def first_citation_without_date(facts: Facts) -> Iterator[Finding]:
    """The first citation of a document without its date.

    Not in the row of a table whose task is to amend it: `Sửa đổi Nghị định số 80/2020/NĐ-CP …`,
    nor where it becomes the short name of what was named: `(sau đây gọi là Nghị quyết số …)`.
    """
    for each in _first_citations(facts):
        before = each.printed.prose[: each.kind_offset if each.kind else each.offset]
        amended = each.printed.role == "cell" and (
            _AMENDS.match(each.printed.prose) or _REPLACES.search(before)
        )
        if each.dated or amended or _SHORT_NAME.search(before):
            continue
        lacks = [what for what, there in (
            ("tên loại", each.kind), ("ngày ban hành", False),
            ("cơ quan ban hành", each.issuer or each.issuer_before),
        ) if not there]  # fmt: skip
        yield first_citation_without_date.at(
            each.printed.text, f"lần đầu viện dẫn {each.tight}, thiếu {', '.join(lacks)}",
            "Ghi: tên loại, số, ký hiệu, ngày, cơ quan ban hành, trích yếu.", *each.place,
        )  # fmt: skip


@rule(
    "KH513", Severity.INFO, "viện dẫn lần đầu thiếu tên loại hoặc cơ quan ban hành",
    "Người đọc ngoài tỉnh không biết văn bản của ai; câu đã nói ở chỗ khác thì không cần.",
    "Phụ lục I, Phần I, II.6.b",
)  # fmt: skip
def first_citation_without_issuer(facts: Facts) -> Iterator[Finding]:
    """A dated first citation without its kind or its issuer."""
    for each in _first_citations(facts):
        lacks = [what for what, there in (
            ("tên loại", each.kind), ("cơ quan ban hành", each.issuer or each.issuer_before),
        ) if not there]  # fmt: skip
        if each.dated and lacks:
            yield first_citation_without_issuer.at(
                each.printed.text, f"lần đầu viện dẫn {each.tight}, thiếu {', '.join(lacks)}",
                "Ghi: tên loại, số, ký hiệu, ngày, cơ quan ban hành, trích yếu.", *each.place,
            )  # fmt: skip


_AMENDS = re.compile(r"\W*(?:sửa đổi|bổ sung|thay thế|bãi bỏ|tổng kết|sơ kết)\b", re.IGNORECASE)
_REPLACES = re.compile(r"\b(?:sửa đổi|thay thế|bãi bỏ)\s*(?:các|những|một số điều của)?\W*$")
_TITLES = ("subject", "heading", "appendix title", "column", "recipient")
_SHORT_NAME = re.compile(r"\b(?:gọi(?: là)?(?: tắt)?(?: là)?|viết tắt là)\s+$", re.IGNORECASE)
_NO_LONGER = re.compile(r"[^.;]*?\b(?:hết hiệu lực|thay thế|bãi bỏ|hủy bỏ|huỷ bỏ|không còn)\b")
_SENTENCE = 12  # words from which the cell of a table is prose, no list of symbols


def _first_citations(facts: Facts) -> Iterator[Citation]:
    """The first citation of each document in running text, unless quoted as out of force.

    A title names a document by its number alone; the text below it cites it in full, or the
    title does: `thực hiện Nghị quyết số 57-NQ/TW ngày …`. Laws have no number when cited (KH522).
    """
    titled = (each for each in facts.citations if each.in_title or each.printed.role in _TITLES)
    full = {each.tight for each in titled if each.dated}
    seen: set[str] = set()
    for each in facts.citations:
        role, prose = each.printed.role, each.printed.prose
        if each.tight in seen or each.in_title or role in _TITLES:
            continue
        seen.add(each.tight)
        listed = role == "cell" and len(prose.split()) < _SENTENCE
        law = not each.abbreviation and not each.kind
        if not (listed or law or each.tight in full or _NO_LONGER.match(prose, each.end)):
            yield each


@rule(
    "KH512", Severity.INFO, "viện dẫn lại vẫn ghi ngày ban hành",
    "Từ lần thứ hai chỉ ghi tên loại và số, ký hiệu; câu gọn và ít chỗ gõ sai hơn.",
    "Phụ lục I, Phần I, II.6.b",
)  # fmt: skip
def later_citation_long(facts: Facts) -> Iterator[Finding]:
    """A later citation that repeats date and issuer."""
    dated: set[tuple[str, date]] = set()
    for each in facts.citations:
        if each.in_title:
            continue
        if each.day and (each.tight, each.day) in dated:
            yield later_citation_long.at(
                each.printed.text, f"{each.tight} đã ghi đủ ở trên",
                f"Chỉ cần: {each.kind or 'tên loại'} số {each.tight}.", *each.whole,
            )  # fmt: skip
        elif each.day:
            dated.add((each.tight, each.day))
