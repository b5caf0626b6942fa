"""KH525-KH529, KH535, KH536: citations that cannot be as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from docgen import vietnamese
from docgen.finding import Finding, Severity
from docgen.rules.codes import code_of
from docgen.rules.facts import Facts, rule
from docgen.rules.prose import repealed
from docgen.rules.prose.citations import Citation


@rule(
    "KH525", Severity.WARNING, "một văn bản ghi hai năm ban hành",
    "Cùng số, ký hiệu, cùng ngày tháng mà khác năm thì một chỗ gõ sai năm.",
)  # fmt: skip
def two_years(facts: Facts) -> Iterator[Finding]:
    """`01-NQ/TU ngày 04/11/2021` here, `ngày 04/11/2022` there."""
    known: dict[tuple[str, int, int], dict[date, Citation]] = {}
    for each in facts.citations:
        if not each.day:
            continue
        first = known.setdefault((each.tight, each.day.day, each.day.month), {})
        first.setdefault(each.day, each)
        if day := next((day for day in first if day != each.day), None):
            other = first[day]
            line = other.printed.text.locate(other.day_offset).line
            message = (
                f"{each.tight} ở đây ghi ngày {vietnamese.format_day(each.day)}, "
                f"ở dòng {line} ghi ngày {vietnamese.format_day(day)}"
            )
            yield two_years.at(
                each.printed.text, message, "Đối chiếu văn bản gốc.", *each.day_place
            )


@cache
def _law_pattern() -> re.Pattern[str]:
    laws = "|".join(re.escape(law) for law in sorted(repealed.by_law(), key=len, reverse=True))
    return re.compile(
        rf"(?P<law>{laws})(?:,? (?:ngày (?P<day>[\d/]*?)|năm ))(?P<year>(?:19|20)\d\d)(?!\d)"
    )


_ENDED = re.compile(r"hết hiệu lực|bị thay thế|thay thế|bãi bỏ|không còn hiệu lực|trước đây|\bcũ\b")


@rule(
    "KH526", Severity.WARNING, "viện dẫn văn bản đã hết hiệu lực",
    "Căn cứ vào văn bản đã bị thay thế thì việc giao trong kế hoạch không có căn cứ.",
)  # fmt: skip
def no_longer_in_force(facts: Facts) -> Iterator[Finding]:
    """`Nghị định số 110/2004/NĐ-CP`; not where the sentence itself says that it has ended."""
    plan = facts.plan
    if not plan.year:
        return
    start = date(plan.year.value, 1, 1)
    day = plan.date.value if plan.date and plan.date.day else start
    for each in facts.citations:
        known = repealed.by_symbol().get(each.tight)
        if known and known.since <= day and not _ENDED.search(each.printed.prose):
            yield _ended(each, known)
    for printed, match in facts.matches(_law_pattern(), "luật"):
        year = int(match["year"])
        known = next((one for one in repealed.by_law()[match["law"]] if one.year == year), None)
        if known and f"/{year}/" in known.successor:  # another law of the same name and year
            passed = vietnamese.parse_day(f"{match['day'] or ''}{year}")
            known = known if passed and passed < known.since else None
        first = repealed.by_law()[match["law"]][0]
        if _ENDED.search(printed.prose):
            continue
        if known and known.since <= day:
            since = vietnamese.format_day(known.since)
            message = f"{match['law']} năm {year} hết hiệu lực từ ngày {since}"
            hint = f"Nay là {known.successor}; đối chiếu văn bản gốc."
        elif year < first.year < day.year - 1:
            message = f"không có {match['law']} năm {year} còn hiệu lực"
            hint = f"Xem luật năm {first.year}, số {first.symbol}, và luật thay thế nếu có."
        else:
            continue
        yield no_longer_in_force.on(printed, match, message, hint)


def _ended(each: Citation, known: repealed.Repealed) -> Finding:
    message = f"{each.tight} hết hiệu lực từ ngày {vietnamese.format_day(known.since)}"
    hint = f"Nay là {known.successor}; đối chiếu văn bản gốc."
    return no_longer_in_force.at(each.printed.text, message, hint, *each.place)


_FORM = re.compile(
    r"(?P<label>(?:Mẫu|Biểu|Biểu mẫu|Mẫu biểu)(?: số)? (?P<number>\d{1,3}[a-zđ]?"
    r"|[IVX]+))\b(?P<after>[^.;]{0,40})"
)
_PART = re.compile(
    r"\b(?P<label>(?:Phần|Mục) (?P<number>[IVX]+))\b(?: của| tại| trong)? Kế hoạch này"
)
_CRITERION = re.compile(r"\b[Tt]iêu chí(?: thành phần)?(?: số)? (?P<code>\d+(?:\.\d+)+)(?![\d.]\d)")
_FIELD = re.compile(r"\bLĩnh vực(?: số)? (?P<code>\d{1,2})(?![\d.,/%])")


@rule(
    "KH527", Severity.WARNING, "nhắc tới phần, mẫu, tiêu chí không có",
    "Người đọc đi tìm một phần, một mẫu, một tiêu chí không có trong kế hoạch.",
)  # fmt: skip
def no_such_part(facts: Facts) -> Iterator[Finding]:
    """`Phần V của Kế hoạch này` of three parts, `Mẫu số 03 kèm theo`, `tiêu chí 9.4.2`."""
    sections = {vietnamese.roman(number) for number in range(1, len(facts.plan.sections) + 1)}
    codes = facts.once(_codes)
    fields = {code.partition(".")[0] for code in codes}
    labels = " | ".join(
        printed.text.value for printed in facts.texts if printed.appendix and printed.role != "cell"
    ).lower()
    pieces = ("kế hoạch này", "mẫu", "biểu", "tiêu chí", "lĩnh vực")
    for printed, prose in facts.holding(*pieces):
        for match in _PART.finditer(prose) if "Kế hoạch này" in prose else ():
            if match["number"] not in sections:
                count = len(sections)
                yield no_such_part.at(
                    printed.text, f"không có {match['label']}, kế hoạch có {count} phần",
                    "Sửa chỗ nhắc tới.", match.start(), len(match["label"]),
                )  # fmt: skip
        for match in (
            _FORM.finditer(prose) if not printed.appendix or printed.role == "cell" else ()
        ):
            own = re.search(r"kèm theo(?! [A-ZĐ])|đính kèm|Kế hoạch này", match["after"])
            if own and match["label"].lower() not in labels:
                yield no_such_part.at(
                    printed.text, f"kế hoạch không có {match['label']}",
                    "Thêm mẫu, hoặc sửa chỗ nhắc tới.", match.start(), len(match["label"]),
                )  # fmt: skip
        for pattern, known in ((_CRITERION, codes), (_FIELD, fields)):
            for match in pattern.finditer(prose) if known else ():
                code = match["code"]
                if code.partition(".")[0] not in fields or (
                    pattern is _FIELD and code not in known
                ):
                    yield no_such_part.on(
                        printed, match, f"bảng không có {match[0]}", "Sửa chỗ nhắc tới.",
                    )  # fmt: skip


def _codes(facts: Facts) -> frozenset[str]:
    """The numbered codes of rows, where a table has at least three fields."""
    codes = filter(None, (code_of(row.row) for row in facts.rows))
    found = {code.value.rstrip(".") for code in codes if _CODE.fullmatch(code.value)}
    return frozenset(found) if len({code.partition(".")[0] for code in found}) > 2 else frozenset()


_CODE = re.compile(r"\d+(?:\.\d+)*\.?")
_ISSUED_WITH = re.compile(r"\W*(?:Ban hành )?[Kk]èm theo (?P<kind>(?!Kế hoạch)[A-ZĐ]\S* \S+) số")
_THIS = re.compile(
    r"\b(?P<kind>Chỉ thị|Quyết định|Công văn|Nghị quyết|Thông tư|Nghị định|Hướng dẫn|Thông báo"
    r"|Quy chế"
    r"|Quy định|Công điện|Tờ trình|Phương án) này\b"
)


@rule(
    "KH528", Severity.WARNING, "gọi kế hoạch này bằng tên loại khác",
    "“Chỉ thị này” trong một kế hoạch là câu chép từ văn bản khác.",
)  # fmt: skip
def called_another_kind(facts: Facts) -> Iterator[Finding]:
    """`thực hiện Chỉ thị này`, unless the paragraph has spoken of such a document."""
    for printed, match in facts.matches(_THIS, " này"):
        if match["kind"].lower() not in printed.prose[: match.start()].lower():
            yield called_another_kind.on(
                printed, match, f"“{match[0]}” trong một kế hoạch", "Viết “Kế hoạch này”."
            )
    for appendix in facts.plan.appendices:
        if appendix.reference and (other := _ISSUED_WITH.match(appendix.reference.value)):
            yield called_another_kind.at(
                appendix.reference, f"“{other['kind']}” trong phụ lục của một kế hoạch",
                "Viết “Kế hoạch”, hoặc bỏ dòng “reference” để máy tự in.",
                other.start("kind"), len(other["kind"]),
            )  # fmt: skip


@rule(
    "KH529", Severity.WARNING, "một số, ký hiệu ghi hai tên loại",
    "Số, ký hiệu chỉ một văn bản; hai tên loại thì một chỗ sai.",
)  # fmt: skip
def two_kinds(facts: Facts) -> Iterator[Finding]:
    """`Thông tư số 22/2023/TT-BTTTT` and `Quyết định số 22/2023/TT-BTTTT`."""
    first: dict[tuple[str, object], Citation] = {}
    for each in facts.citations:
        if not each.kind_abbreviation:
            continue
        known = first.setdefault((each.tight, each.year or each.day), each)
        if known.kind_abbreviation != each.kind_abbreviation:
            line = known.printed.text.locate(known.offset).line
            yield two_kinds.at(
                each.printed.text,
                f"{each.tight} ở đây là {each.kind}, ở dòng {line} là {known.kind}",
                "Đối chiếu văn bản gốc.", *each.kind_place,
            )  # fmt: skip


_BEGINS_A_NOTE = re.compile(r"\s*\(?(\*{1,3}|[1-9])\)?(?=[\s:]|[^\W\d_])")
_MARK_AT_END = re.compile(r"\((?P<mark>\*{1,3}|[1-9])\)(?=[\s.;,:]*$)")


@rule(
    "KH535", Severity.INFO, "dấu chú thích không có chú thích",
    "Dấu (*), (1) hẹn một chú thích; không có thì người đọc tìm không ra.",
)  # fmt: skip
def mark_without_note(facts: Facts) -> Iterator[Finding]:
    """`(*)` or `(1)` at the end of a text where no text begins with it."""
    begins = {match[1] for _, match in facts.seeing(_BEGINS_A_NOTE.match) if match}
    for printed, match in facts.matches(_MARK_AT_END, ")"):
        told = match["mark"] in begins or printed.role in ("column", "total")
        if not told and not _enumerates(printed.prose, match["mark"]):
            yield mark_without_note.on(
                printed, match, f"dấu {match[0]} không có chú thích", "Thêm chú thích, hoặc bỏ dấu."
            )


def _enumerates(prose: str, mark: str) -> bool:
    return mark.isdecimal() and f"({int(mark) + 1})" in prose


@rule(
    "KH536", Severity.INFO, "hai văn bản số gần giống nhau",
    "25/NQ-HĐND và 52/NQ-HĐND cùng ngày, hoặc một chỗ không ghi ngày: thường là một văn bản.",
)  # fmt: skip
def digits_exchanged(facts: Facts) -> Iterator[Finding]:
    """`25/NQ-HĐND` here, `52/NQ-HĐND` there, of one day as far as the days are known."""
    known: dict[tuple[str, str], Citation] = {}
    for each in facts.citations:
        number, _, rest = each.tight.partition("/")
        if len(number) < _FEWEST_DIGITS or not number.isdigit():
            continue
        other = known.setdefault(("".join(sorted(number)), rest), each)
        days = {other.day, each.day} - {None}
        if other.tight != each.tight and len(days) < 2:
            for here, there in ((other, each), (each, other)):
                line = there.printed.text.locate(there.offset).line
                yield digits_exchanged.at(
                    here.printed.text, f"{here.tight} ở đây, {there.tight} ở dòng {line}",
                    "Đối chiếu văn bản gốc; một văn bản thì viết một số.", *here.place,
                )  # fmt: skip


_FEWEST_DIGITS = 2
