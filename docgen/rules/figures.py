"""KH201, KH204, KH211, KH212, KH214, KH216, KH217, KH235: how figures are written in prose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from docgen import vietnamese
from docgen.finding import Finding, Severity
from docgen.plan.reading_order import Printed
from docgen.rules.facts import Facts, rule

# Roman and Arabic numbers of documents and standards, web addresses: no figures of the text.
_NAMES = re.compile(
    r"\d+(?:/\d+)?[/-][A-ZĐ][\w-]*(?:[/-][\w-]+)*|[A-Z]{3,}[ -]?[\d.:-]+|\b\w+(?:\.\w+)*\.vn\b"
)
_UNIT = (
    r"(?:%|(?:điểm|triệu|tỷ|tỉ|nghìn|ngàn|đồng|người|hộ|hồ sơ|km|ha|m2|m3|m|kg|tấn|tạ|lần|lượt|giờ|"
    r"ngày|tháng|năm|trường hợp|đơn vị|văn bản|nhiệm vụ|chỉ tiêu|bậc)\b)"
)
_BEFORE_DECIMAL = re.compile(
    r"(?:\b(?:đạt|là|còn|tăng|giảm|bằng|hơn|khoảng|gần|trừ|được|chiếm|trên|dưới|mức)|=|[+*/x]) $"
)
_BEFORE_NAME = re.compile(
    r"(?:\b(?:mục|tiêu chí|điểm|khoản|điều|phần|phụ lục|bảng|biểu|mẫu|hình|nhiệm vụ|lĩnh vực|số|"
    r"phiên bản|nghiệp|web|v|ngày|lúc|từ|đến|và)|[,;-]) ?$",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def _figures(prose: str) -> str:
    """The prose without what looks like a figure but is a name, as long as before."""
    return _NAMES.sub(lambda match: "\ue000" * len(match[0]), prose)


def _of_figures(
    facts: Facts, pattern: re.Pattern[str], *pieces: str
) -> Iterator[tuple[Printed, re.Match[str]]]:
    """The matches of a pattern that begins with a figure of its own, names left out."""
    for printed, prose in facts.holding(*pieces):
        yield from ((printed, match) for match in _but_in_names(pattern, prose))


@lru_cache(maxsize=4096)
def _but_in_names(pattern: re.Pattern[str], prose: str) -> Sequence[re.Match[str]]:
    return [*pattern.finditer(_figures(prose))] if pattern.search(prose) else []


_DOTTED = re.compile(r"(?<![\w.,/-])(\d+\.\d+)(?![\d/-]|[.,]\d)")


@rule(
    "KH201", Severity.WARNING, "dấu chấm thập phân",
    "Trong tiếng Việt số lẻ viết dấu phẩy; 0.5 và 1.250 dễ bị đọc nhầm thành số khác.",
)  # fmt: skip
def decimal_dot(facts: Facts) -> Iterable[Finding]:
    """`0.5 điểm`, `đạt 79.46`; not `2.4.1`, `101.835`, `mục 1.2` or `công nghiệp 4.0`."""
    for printed, whole_prose in facts.holding("0.0"):
        prose = _figures(whole_prose)
        for match in _DOTTED.finditer(prose):
            figure = match[1]
            if vietnamese.parse_decimal(figure) is not None or figure == prose.strip(". "):
                continue
            whole, _, digits = figure.partition(".")
            before, after = prose[: match.start()], prose[match.end() :]
            measured = re.match(rf" ?{_UNIT}", after) is not None
            certain = measured or whole == "0" or _BEFORE_DECIMAL.search(before)
            if not certain or (not measured and _BEFORE_NAME.search(before)):
                continue
            if len(whole) > 3 and len(digits) == 3:
                continue
            meant = vietnamese.suggest_decimal(figure)
            if meant:
                yield decimal_dot.mend(
                    printed.text, f"số lẻ {figure} viết bằng dấu chấm",
                    match.start(), len(figure), meant,
                )  # fmt: skip


_SPACE_PERCENT = re.compile(r"(?<=[\d\ue000])[ \u00a0]+%")


@rule(
    "KH204", Severity.INFO, "dấu cách trước dấu %",
    "Dấu % viết liền sau số; có dấu cách thì số và dấu có thể bị tách sang hai dòng.",
)  # fmt: skip
def space_before_percent(facts: Facts) -> Iterable[Finding]:
    """`79,46 %`."""
    for printed, match in facts.matches(_SPACE_PERCENT, " %", "\u00a0%"):
        yield space_before_percent.mend_on(printed, match, "có dấu cách trước dấu %", "%")


_COUNT = re.compile(r"(?<![\w.,/:-])(0?[1-9]) (?=([^\W\d_]+))")
_NUMBERED = re.compile(
    r"\b(?:năm|tháng|ngày|quý|khoản|điều|điểm|mục|lĩnh vực|phụ lục|thứ|cấp|cấp độ|mức|mức độ|bảng|"
    r"biểu|số|tăng|giảm|thêm|hạng|bậc|loại|nhóm|khu vực|phường|quận|phần|chương|tập|giai đoạn|"
    r"tổ|đợt|lần|và|đến|từ|hoặc|lớp|khối|vùng|tiêu chí|nhiệm vụ|đề án|dự án) $",
    re.IGNORECASE,
)
_LONGEST_BEFORE = 20  # longer than any of those words
_NOT_COUNTED = ("năm", "tháng", "và", "đến", "đồng", "triệu", "tỷ", "điểm", "của", "nay", "này")


@rule(
    "KH211", Severity.INFO, "số đếm dưới 10 viết hai kiểu",
    "04 chỉ tiêu ở chỗ này, 4 chỉ tiêu ở chỗ khác: trong một kế hoạch nên theo một kiểu.",
)  # fmt: skip
def counts_in_two_styles(facts: Facts) -> Iterable[Finding]:
    """`01 nội dung` and `5 sáng kiến` in one plan: said once, at the rarer style."""
    found: dict[bool, list[tuple[Printed, re.Match[str]]]] = {True: [], False: []}
    for printed, match in facts.matches(_COUNT, "0 "):
        before = printed.prose[max(match.start() - _LONGEST_BEFORE, 0) : match.start()]
        if not _NUMBERED.search(before) and match[2] not in _NOT_COUNTED:
            found[match[1].startswith("0")].append((printed, match))
    rarer = min(found.values(), key=len)
    for printed, match in rarer[:1]:
        other = match[1].removeprefix("0") if match[1].startswith("0") else f"0{match[1]}"
        yield counts_in_two_styles.at(
            printed.text, f"“{match[1]} {match[2]}…” viết khác các số đếm dưới 10 còn lại",
            f"Viết “{other} {match[2]}…” hoặc sửa các chỗ còn lại cho cùng một kiểu.",
            match.start(), len(match[1]),
        )  # fmt: skip


_MOST_GROUPS = 4  # more make a code: 1.000894.000.00.00 of a procedure
_CUT_GROUP = re.compile(r"[1-9]\d{0,2}\.\d{2}")
_ENGLISH_THOUSANDS = re.compile(r"[1-9]\d{0,2},000")
_COUNTED = re.compile(r"\s+(?!điểm|ha|km|m[23]?|kg|tấn|và|đến|là|tỷ|triệu)[a-zđà-ỹ]")
_GROUPED = re.compile(r"(?<![\w.,/-])\d+(?:[.,]\d+)+(?![\w/]|[.,-]\d)")


@rule(
    "KH212", Severity.WARNING, "tách hàng nghìn sai",
    "Dấu chấm chỉ đứng trước đúng ba chữ số; tách sai thì không biết số thật là bao nhiêu.",
)  # fmt: skip
def thousands_grouped_wrongly(facts: Facts) -> Iterable[Finding]:
    """`1.23.456`, `1234.567`, `1,234,567`, `50,000 trang`.

    `(17.310/177.47)` too; not `2.4.1`, `01.02.2024`, nor `0214.3840.888`.
    """
    for printed, match in facts.matches(_IN_FRACTION, "0.0", "0,0"):
        yield thousands_grouped_wrongly.on(
            printed, match, f"số {match[0]} tách hàng nghìn sai",
            "Dấu chấm đứng trước đúng ba chữ số.",
        )  # fmt: skip
    for printed, match in _of_figures(facts, _GROUPED, "0.0", "0,0"):
        figure = match[0]
        if _ENGLISH_THOUSANDS.fullmatch(figure) and _COUNTED.match(printed.prose, match.end()):
            yield thousands_grouped_wrongly.at(
                printed.text, f"số {figure} tách hàng nghìn bằng dấu phẩy",
                f"Viết {figure.replace(',', '.')}.", match.start(), len(figure),
            )  # fmt: skip
        cut = _CUT_GROUP.fullmatch(figure) and _COUNTED.match(printed.prose, match.end())
        before = printed.prose[: match.start()]
        if cut and not (_BEFORE_NAME.search(before) or _BEFORE_DECIMAL.search(before)):
            yield thousands_grouped_wrongly.on(
                printed, match, f"số {figure} tách hàng nghìn sai",
                "Dấu chấm đứng trước đúng ba chữ số.",
            )  # fmt: skip
            continue
        if vietnamese.parse_decimal(figure) is not None:
            continue
        groups = re.split(r"[.,]", figure)
        if (len(groups[0]) > 1 and figure.startswith("0")) or len(groups) > _MOST_GROUPS:
            continue
        english = re.fullmatch(r"\d{1,3}(?:,\d{3}){2,}|\d{1,3}(?:,\d{3})+\.\d+", figure)
        long_first = "." in figure and len(groups[0]) > 3 and len(groups[1]) == 3
        mixed = figure.count(".") > 1 and any(len(group) == 3 for group in groups[1:])
        if english or long_first or mixed:
            meant = vietnamese.suggest_decimal(figure) if english else None
            yield thousands_grouped_wrongly.at(
                printed.text, f"số {figure} tách hàng nghìn sai",
                f"Có phải ý là {meant}?" if meant else "Tách ba chữ số một, ví dụ 2.543.815.",
                match.start(), len(figure),
            )  # fmt: skip


_IN_FRACTION = re.compile(r"(?<=\d/)\d{1,3}\.\d{1,2}(?=\))")

_MAY_BE_GLUED = (
    "triệu", "tỷ", "tỉ", "nghìn", "ngàn", "đồng", "người", "hộ", "hồ sơ", "điểm", "ngày", "tháng",
    "năm", "lần", "lượt", "km", "ha", "kg", "tấn",
)  # fmt: skip
_GLUED = re.compile(rf"(?<![\w.,/-])(\d[\d.,]*)({'|'.join(_MAY_BE_GLUED)})\b")


_WORD_GLUED = re.compile(
    r"(?<![\w.,/-])([Nn]ăm|[Tt]háng|[Nn]gày|[Qq]uý|[Đđ]ạt|[Tt]rước)(\d+)(?![\w-])"
)


@rule(
    "KH214", Severity.WARNING, "số dính liền đơn vị",
    "100triệu đồng khó đọc; giữa số và đơn vị có một dấu cách.",
)  # fmt: skip
def unit_glued(facts: Facts) -> Iterable[Finding]:
    """`100triệu đồng`, `15km`; a word glued to its figure, `năm2030`."""
    glued = ("năm0", "tháng0", "ngày0", "quý0", "đạt0", "trước0")
    for each, match in facts.filled.matches(_WORD_GLUED, *glued):
        yield unit_glued.on(
            each, match, f"“{match[0]}” thiếu dấu cách giữa chữ và số",
            f"Viết “{match[1]} {match[2]}”.",
        )  # fmt: skip
    ends_in_a_unit = (f"{end}{unit}" for end in "0.," for unit in _MAY_BE_GLUED)
    for printed, match in facts.matches(_GLUED, *ends_in_a_unit):
        yield unit_glued.mend_on(
            printed, match, f"“{match[0]}” thiếu dấu cách giữa số và đơn vị",
            f"{match[1]} {match[2]}",
        )  # fmt: skip


_UNGROUPED = re.compile(
    rf"(?<![\w.,/:-])(?<!\bsố )(?<!\bmã )(?<!thoại )(?<!năm )([1-9]\d{{4,}})"
    rf"(?= {_UNIT}|%| (?!và|ngày|của|do|tại|theo)[a-zđà-ỹ]{{2,}})"
)


@rule(
    "KH216", Severity.INFO, "số lớn không tách hàng nghìn",
    "101835 dễ đọc nhầm; số đếm viết 101.835. Năm, mã số, số điện thoại thì không tách.",
)  # fmt: skip
def large_figure_not_grouped(facts: Facts) -> Iterable[Finding]:
    """`101835 hồ sơ`: five digits or more before a unit."""
    for printed, match in _of_figures(facts, _UNGROUPED, "00000"):
        grouped = f"{int(match[1]):,}".replace(",", ".")
        yield large_figure_not_grouped.at(
            printed.text, f"số {match[1]} chưa tách hàng nghìn", f"Viết {grouped}.",
            match.start(), len(match[1]),
        )  # fmt: skip


_LETTER = re.compile(
    r"(?<![\w.,/-])(?:[lIO]\d+(?:,\d+)?(?=%)|\d+[lO]\d*(?=%)|(?<=ít nhất )O\d+|(?<=tối thiểu )O\d+"
    r"|\d+O(?= [a-zđà-ỹ]))"
)


@rule(
    "KH235", Severity.WARNING, "chữ cái lẫn trong số",
    "Chữ l, I, O trông như số 1, số 0; máy tìm không ra số ấy và bảng không cộng được.",
)  # fmt: skip
def letter_in_figure(facts: Facts) -> Iterable[Finding]:
    """`l5%`, `1O%`, `ít nhất O2 xã`."""
    for printed, match in facts.matches(_LETTER, "l0", "i0", "o0", "0l", "0o"):
        meant = match[0].translate(str.maketrans("lIO", "110"))
        yield letter_in_figure.on(
            printed, match, f"“{match[0]}” có chữ cái ở chỗ chữ số", f"Viết {meant}.",
        )  # fmt: skip


_IN_WORDS = {
    **dict(zip("một hai ba bốn năm sáu bảy tám chín mười".split(), range(1, 11), strict=True)),  # noqa: SIM905
    "không": 0, "tư": 4, "mười một": 11, "mười hai": 12, "mười lăm": 15, "hai mươi": 20,
    "ba mươi": 30, "sáu mươi": 60, "một trăm": 100,
}  # fmt: skip
_SPELT = re.compile(r"(?<![\w.,/-])(\d{1,3}) \(([^\W\d_]+(?: [^\W\d_]+)?)\)")


@rule(
    "KH217", Severity.WARNING, "số và chữ trong ngoặc không khớp",
    "03 (hai): người thực hiện không biết theo số hay theo chữ.",
)  # fmt: skip
def figure_and_words_differ(facts: Facts) -> Iterable[Finding]:
    """`03 (hai)`."""
    for printed, match in facts.matches(_SPELT, "0 ("):
        spelt = _IN_WORDS.get(match[2].lower())
        if spelt is not None and spelt != int(match[1]):
            yield figure_and_words_differ.on(
                printed, match, f"{match[1]} nhưng trong ngoặc là “{match[2]}” ({spelt})",
                "Sửa số hoặc sửa chữ cho khớp.",
            )  # fmt: skip
