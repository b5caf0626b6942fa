"""KH218, KH220-KH222, KH224, KH225: years, quarters and rhythms, read on the printed text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen import vietnamese
from docgen.finding import Finding, Severity
from docgen.rules.facts import Facts, rule
from docgen.rules.prose.filled import Filled
from docgen.rules.prose.shapes import SENTENCE_ENDS
from docgen.vietnamese import format_day

YEAR = r"(?:19|20)\d\d"


def last_year(facts: Facts) -> int:
    """The last year that the plan itself speaks of: that of its range, else its own."""
    year = facts.plan.year.value.last if facts.plan.year else 0
    subjects = [each.prose for each in facts.filled.texts if each.printed.role == "subject"]
    named = [int(found) for prose in subjects for found in re.findall(YEAR, prose)]
    return max([year, *named])


_LONG_YEAR = re.compile(
    r"(?:\b[Nn]ăm (?P<year>\d{5,6}|(?:2[1-9]|[3-9]\d)\d\d|(?:20[1-9]|19\d)(?=[;:)]|[.,](?!\d)|$))"
    r"(?![\d.,]\d|\d))"
    r"|(?:\d{1,2}/\d{1,2}|[Qq]uý [IV]{1,3}|[Tt]háng \d{1,2})/(?P<dated>\d{5,6})\b(?!/)"
    r"|(?<![\d/])\d{1,2}/\d{1,2}/(?P<short>\d{3})(?![\d/-])"
)
_LETTER = re.compile(r"(?<![\w/-])\d[\dOo./,]*(?<=[\dOo])(?![\w-])")


@rule(
    "KH220", Severity.WARNING, "năm viết sai số chữ số, số lẫn chữ O",
    "Năm có bốn chữ số; 20224, 2O23, 1.3OO là gõ nhầm.",
)  # fmt: skip
def malformed_year(facts: Facts) -> Iterator[Finding]:
    """`năm 20224`, `năm 2202`, `năm 202.`, `27/6/20223`, `2O23`, `1.3OO mẫu`."""
    for each, match in facts.filled.matches(_LONG_YEAR, "/00000", "/000", "năm 000"):
        group = match.lastgroup or "year"
        message = f"“{match[group]}” không phải một năm"
        yield malformed_year.on(each, match, message, "Viết năm bốn chữ số.", group)
    for each, match in facts.filled.matches(_LETTER, "0o", "o0", ".o", ",o"):
        if "o" in match[0].lower():
            meant = re.sub("[Oo]", "0", match[0])
            yield malformed_year.on(
                each, match, f"“{match[0]}” có chữ O ở chỗ số 0", f"Viết {meant}.",
            )  # fmt: skip


_DASHED = re.compile(r"(?<![\d/.-])(\d{1,2})[-–.](\d{1,2})[-–.](\d{4})(?![\d/-])")
_DASHED_DAY = re.compile(
    r"(?:trước|sau|chậm nhất)(?: là)? ngày (?P<date>(\d{1,2})[-–](\d{1,2}))(?![\d/–-]|\.\d)"
    r"(?! (?:của )?(?:hàng |hằng |mỗi )?tháng)",
    re.IGNORECASE,
)


@rule(
    "KH221", Severity.WARNING, "ngày viết bằng gạch nối hoặc dấu chấm",
    "Ngày trong câu viết 13/3/2024.", "Phụ lục I, Phần I, II.4.b",
)  # fmt: skip
def date_with_dashes(facts: Facts) -> Iterator[Finding]:
    """`13-3-2024`, `13.3.2024`, `trước ngày 15-12`; `ngày 10-12 hàng tháng` is a span."""
    message = "“{}” viết bằng dấu khác dấu gạch chéo"
    for each, match in facts.filled.matches(_DASHED_DAY, "0-0", "0–0"):
        _, day, month = match.groups()
        if vietnamese.parse_day(f"{day}/{month}/2000"):
            hint = f"Viết {day}/{month}."
            yield date_with_dashes.on(each, match, message.format(match["date"]), hint, "date")
    for each, match in facts.filled.matches(_DASHED, "0-0", "0–0", "0.0"):
        if meant := vietnamese.parse_day("/".join(match.groups())):
            hint = f"Viết {format_day(meant)}."
            yield date_with_dashes.on(each, match, message.format(match[0]), hint)


_MONTH = re.compile(r"\b[Tt]háng (?P<month>\d{1,2})(?=/(?:19|20)\d\d| năm (?:19|20)\d\d)")
_NO_MONTH = re.compile(r"(?<!\d )(?<!hàng )(?<!hằng )\b[Tt]háng (?:1[3-9]|[2-9]\d|00?)(?=$|[.;,)])")
_WHEN = re.compile(r"\b(?:vào|trong|trước|từ|đến|hết|sang) $")
_QUARTER_AND_MONTH = re.compile(
    r"\b[Qq]uý (?P<quarter>IV|I{1,3}|[1-4])\b(?P<between>[^.;\d]{0,14}?)\b[Tt]háng "
    r"(?P<month>\d{1,2})\b"
    r"|\b[Tt]háng (?P<month2>\d{1,2})(?:/\d{4}| năm \d{4})?(?P<between2>[^.;\d]{0,8}?)\b[Qq]uý "
    r"(?P<quarter2>IV|I{1,3}|[1-4])\b"
)
QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, **{str(number): number for number in range(1, 5)}}


@rule(
    "KH222", Severity.WARNING, "tháng không có, hoặc tháng không thuộc quý",
    "Tháng 12 thuộc quý IV; hai thời hạn trong một câu trái nhau thì không ai biết theo cái nào.",
)  # fmt: skip
def month_against_quarter(facts: Facts) -> Iterator[Finding]:
    """`tháng 13/{{ year }}`, `Tháng 17` in the column of deadlines, `quý III, tháng 12`."""
    columns = time_columns(facts)
    for each, match in facts.filled.matches(_NO_MONTH, "tháng 0"):
        if each.printed.column not in columns and not _WHEN.search(each.prose, 0, match.start()):
            continue
        yield month_against_quarter.on(
            each, match, f"không có “{match[0]}”", "Kiểm tra lại tháng.",
        )  # fmt: skip
    for each, match in facts.filled.matches(_MONTH, "tháng 0"):
        computed = each.prose != each.text.value
        if computed and not 1 <= int(match["month"]) <= 12:
            yield month_against_quarter.on(
                each, match, f"không có “{match[0]}”", "Kiểm tra lại tháng.", "month"
            )
    for each, match in facts.filled.matches(_QUARTER_AND_MONTH, "tháng 0"):
        quarter = QUARTERS[match["quarter"] or match["quarter2"]]
        month = int(match["month"] or match["month2"])
        joined = re.search(r"và|đến|,\s*\S+\s+\S", match["between"] or match["between2"] or "")
        if not joined and 1 <= month <= 12 and (month + 2) // 3 != quarter:
            yield month_against_quarter.on(
                each, match, f"“{match[0]}”: tháng {month} không thuộc quý này",
                "Sửa tháng hoặc quý.",
            )  # fmt: skip


# The words before a deadline, up to its figures.
DUE = (
    r"(?:trước ngày|trước tháng|trước(?= \d{1,2}/)|chậm nhất|hoàn thành (?:trước|trong)"
    r"|thời hạn(?: là)?|hạn cuối|vào dịp)[^.;,\d]{0,30}?"
)
TIME_COLUMN = re.compile(r"thời gian|thời hạn|tiến độ|hoàn thành", re.IGNORECASE)


def time_columns(facts: Facts) -> frozenset[str]:
    """The keys of the columns that hold deadlines."""
    return facts.columns(TIME_COLUMN)


_BEFORE_A_BARE_YEAR = (
    "hoạch việc trong hàng hằng mỗi từng cả đầu cuối giữa những các nhiều một hai ba bốn sáu "
    "bảy tám chín "
    "mười qua theo quanh suốt nửa mấy vài lăm mươi số thứ tháng đủ ít hết tròn cùng lâu đa trăm "
    "ngàn nghìn thường lần người vào giai niên đây trước sau thâm ngày chu"
)
_LEGIT = frozenset(_BEFORE_A_BARE_YEAR.split())
_BARE = re.compile(r"(?P<before>[^\W\d_]+|[Tt]háng \d{1,2}) (?P<year>năm)(?=\s*(?:[.;,)]|$))")


@rule(
    "KH224", Severity.INFO, "chữ năm không có số năm", "“kinh tế - xã hội năm.” là câu mất số năm.",
)  # fmt: skip
def year_without_number(facts: Facts) -> Iterator[Finding]:
    """`phát triển kinh tế - xã hội năm.`; not `hàng năm`, `trong năm`."""
    for each, match in facts.filled.matches(_BARE, "năm"):
        if each.printed.role in ("column", "heading"):
            continue
        number = each.prose[: match.start("before")].rstrip()[-1:].isdigit()
        if match["before"].lower() not in _LEGIT and not number:
            yield year_without_number.on(
                each, match, f"“{match[0]}” không có số năm", "Ghi năm, ví dụ {{ year }}.",
                "year",
            )  # fmt: skip


_RHYTHM = re.compile(
    r"\b(?:hàng|hằng|định kỳ(?: hàng| hằng)?|mỗi) (?P<how>tuần|tháng|quý|6 tháng|năm)\b",
    re.IGNORECASE,
)
_REPORTED_IN = 60


@rule(
    "KH225", Severity.INFO, "một báo cáo hai nhịp",
    "Nơi này giao báo cáo hàng quý, nơi kia hàng tháng: cơ quan không biết theo nhịp nào.",
)  # fmt: skip
def two_rhythms(facts: Facts) -> Iterator[Finding]:
    """`hàng quý báo cáo` in one task, `hàng tháng báo cáo` in the closing."""
    found: list[tuple[Filled, re.Match[str]]] = []
    for each, match in facts.filled.matches(_RHYTHM, "báo cáo"):
        if each.printed.role in ("cell", "recipient"):
            continue
        near = each.prose[match.end() : match.end() + _REPORTED_IN]
        before = each.prose[max(0, match.start() - 12) : match.start()]
        behind = SENTENCE_ENDS.split(near)[0].startswith(" báo cáo")
        if (behind or before.endswith("báo cáo ")) and not re.match(
            r"\s*và (?:hàng|hằng|đột xuất)", near
        ):
            found.append((each, match))
    rhythms = {match["how"].lower() for _, match in found}
    if len(rhythms) < 2:
        return
    texts = {id(each.text) for each, _ in found}
    counts = {how: sum(match["how"].lower() == how for _, match in found) for how in rhythms}
    most = max(counts.values())
    alone = [how for how in rhythms if counts[how] < most] or sorted(rhythms)
    for each, match in found if len(texts) > 1 else ():
        if match["how"].lower() in alone:
            other, how = next((one, two) for one, two in found if two["how"] != match["how"])
            where = f"{other.text.where.file}:{other.text.where.line}"
            yield two_rhythms.on(
                each, match, f"báo cáo {match[0]}, ở {where} ghi {how[0]}", "Thống nhất một nhịp.",
                "how",
            )  # fmt: skip


_ARABIC_QUARTER = re.compile(r"\b[Qq]uý (?P<quarter>[1-4])(?!\w| lần)")


@rule(
    "KH218", Severity.INFO, "quý viết bằng chữ số Ả Rập",
    "Văn bản hành chính viết quý bằng chữ số La Mã: quý IV.",
)  # fmt: skip
def quarter_in_arabic(facts: Facts) -> Iterator[Finding]:
    """`quý 4`: said once."""
    for each, prose in facts.filled.holding("quý 0"):
        if match := _ARABIC_QUARTER.search(prose):
            meant = vietnamese.roman(int(match["quarter"]))
            yield quarter_in_arabic.on(
                each, match, f"“{match[0]}” viết bằng chữ số Ả Rập", f"Viết “quý {meant}”.",
            )  # fmt: skip
            return
