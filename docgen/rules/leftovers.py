"""KH440-KH447: what was meant for the writer, or for another program, and prints itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from docgen.finding import Finding, Severity
from docgen.plan.appendix_names import is_form
from docgen.rules.characters import LOOKS_ALIKE
from docgen.rules.facts import Check, Facts, rule
from docgen.rules.prose.shapes import OWN_REFERENCE


def _each(
    check: Check, facts: Facts, pattern: re.Pattern[str], message: str, hint: str,
    pieces: Iterable[str],
) -> Iterator[Finding]:  # fmt: skip
    for printed, match in facts.matches(pattern, *pieces):
        yield check.on(printed, match, message.format(match[0].strip()), hint)


_DOTS = r"(?:\.{3}|…)[….]*"
_GAP = rf"(?:{_DOTS}|(?-i:XX))"
# Words that a gap follows, and what follows the gap: `đạt … hộ`, `Sở …`, `trong … ngày`.
_AROUND_A_GAP = (
    ("ít nhất|khoảng|đạt|tổng số|gồm|hơn|trên|cho|là|tối thiểu|:", r"(?= (?:%|[a-zđà-ỹ]))"),
    ("sở|ông|bà|xã|phường|đồng chí|công ty|UBND", r"(?=$|[ ,;])"),
    ("thực hiện|hoàn thành|tổ chức|trồng|xây dựng|kiểm tra",
     r"(?= (?!(?:và|hoặc|để|theo|nhằm)\b)[a-zđà-ỹ])"),
    ("thời hạn|trong|vòng|trước|sau", r"(?= (?:ngày|tháng|giờ)\b)"),
    ("ngày|tháng|quý", r"(?= (?:hằng|hàng|của|và|phải|để)\b|$|[,;]|/[\d\ue000])"),
    ("và|của|với|do", r"(?=\s*(?:$|;))"),
)  # fmt: skip
_PLACEHOLDER = re.compile(
    "|".join(
        rf"(?<=\b{word}) {_GAP}{then}" for words, then in _AROUND_A_GAP for word in words.split("|")
    )
    + rf"|(?<= ){_DOTS} ?(?=%|(?:đồng|triệu|tỷ|nghìn|người|hộ|ha|km|lượt|lớp|tấn)\b)"
    rf"|(?<=\bsố) ?{_DOTS}(?![./…])"
    r"|…{2,}|\.{5,}|(?:…|\.{2,})\s*/\s*(?:…|\.{2,})(?:\s*/\s*(?:\d{4}|…|\.{2,}))?"
    r"|_{3,}|\bx{3,}\b|(?-i:\bxx\b)|\bXX(?=%| ?tỷ| ?triệu)|\?{2,}|(?<!hỏi )\(\s*\?\s*\)"
    r"|\[\s*(?:…|\.{3})?\s*\]|(?-i:\[[A-ZĐÀ-Ỹ]{2,}(?: [A-ZĐÀ-Ỹ]+)*\])"
    r"|\[(?!\[)(?:tên|số|ngày|họ|đơn vị|cơ quan|địa|năm|điền|ghi|nội dung|chức|bổ "
    r"sung|cần|chờ|xem|hỏi|chưa|kiểm tra|cập nhật|xin|đợi|lấy|nhờ|thêm|sửa|rà)\b[^\]]{0,60}\]"
    r"|<(?:tên|số|ngày|họ|đơn vị|cơ quan|địa|năm|điền|ghi|nội dung)\b[^>]{0,60}>",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"[….\s]*(?:/|ngày|tháng|năm)|(?<=\d{4}) của")
_MOST_BLANKS = 2
_LONG_BLANK = re.compile(r"…{4,}|[._]{8,}")  # as long as an answer: of a form


@rule(
    "KH440", Severity.WARNING, "chỗ trống, chữ giữ chỗ còn sót",
    "Dấu chấm lửng, xxx, [tên đơn vị], (?) là chỗ người soạn định điền sau; in ra thì kế hoạch dở.",
)  # fmt: skip
def placeholder_left(facts: Facts) -> Iterable[Finding]:
    """`……`, `xxx`, `[tên đơn vị]`, `ngày …/…/2024`; a form with many blanks is meant so."""
    forms: dict[str, list[Finding]] = {}
    blank_forms = {at for at, each in enumerate(facts.plan.appendices, 1) if is_form(each)}
    for printed, match in facts.matches(_PLACEHOLDER, "…", "_", "?", "[", "<", "..", "xx"):
        own = OWN_REFERENCE.search(printed.prose[: match.start()])
        if own and _GOES_ON.match(printed.prose, match.end()):
            continue
        of_form = printed.role == "cell" or printed.appendix
        if printed.appendix in blank_forms or (of_form and _LONG_BLANK.match(match[0])):
            continue
        finding = placeholder_left.on(
            printed, match, f"“{match[0]}” là chỗ còn phải điền",
            "Điền nội dung; chưa có thì xóa, docgen build --draft tự in chỗ thiếu.",
        )  # fmt: skip
        if of_form:
            forms.setdefault(printed.text.where.file, []).append(finding)
        else:
            yield finding
    for cells in forms.values():
        yield from cells if len(cells) <= _MOST_BLANKS else ()


_NOTE = re.compile(
    r"\b(?:TODO|FIXME|(?-i:XXX)|TBD)\b"
    r"|\((?:em|anh|chị|mình|tôi|sếp) [^)]*\)|(?<!:)//(?=\s*[^\W\d_])"
    r"|\((?:cần|phải|chờ|đợi|đề nghị|nhờ|xin|hỏi|lấy|chưa có|thiếu|sẽ)\s+"
    r"(?:bổ sung|xem lại|kiểm tra lại|rà lại|cập nhật lại|sửa lại|xác minh|số liệu|ý kiến|hỏi "
    r"lại)[^)]*\)"
    r"|\((?:chờ|đợi) [^()]{2,60}\)"
    r"|\((?:(?:[ace]\.? )?(?-i:[A-ZĐ])[^\W\d_]* )?(?:xem|kiểm tra|rà|hỏi|sửa|tính) lại[^()]*\)"
    r"|\([^()]*\bchưa (?:chốt|duyệt xong)\b[^()]*\)"
    r"|(?:^|(?<=[.;] )|(?<=\())nhờ (?:anh|chị|em|sếp|bác|cô|chú)\b[^.;()]*"
    r"|\([^()]*\b(?:cần|chờ|sẽ) (?:bổ sung|cập nhật|kiểm tra lại|xem lại|sửa lại|xác minh)"
    r"(?: lại| thêm| sau)?\)"
    r"|\((?:kiểm tra|rà|hỏi) (?:lại )?(?:số|ngày|tên|năm|câu này|chỗ này)\)"
    r"|\((?:điền|bổ sung|cập nhật|ghi|nhập) [^()]{0,30}\bsau\)"
    r"|\b(?:anh|chị|em|sếp|bác|cô|chú)\b[^.;()]{0,30}\b(?:xem|sửa|kiểm tra|rà|bổ sung|điền|hỏi)"
    r"(?: lại)?\b(?: giúp| giùm| hộ| nhé| với| lại)"
    r"|\b(?:hỏi lại|xem lại|bổ sung sau|điền sau|cập nhật sau|kiểm tra lại sau)(?: nhé| sau)?"
    r"(?=\s*[).!]*\s*$)|\bxin ý kiến [^.;]{2,40}(?: rồi| trước khi| đã)",
    re.IGNORECASE,
)
_NOTES = (
    "chưa chốt", "chưa duyệt xong", "nhờ anh", "nhờ chị", "nhờ em", "nhờ sếp", "nhờ bác", "nhờ cô",
    "nhờ chú", "todo", "fixme", "xxx", "tbd", "//",
    "xin ý kiến", "(em ", "(anh ", "(chị ", "(mình ", "(tôi ",
    "(sếp ", "(cần", "(phải",
    "(chờ", "(đợi", "(đề nghị", "(nhờ", "(xin", "(hỏi", "(lấy", "(chưa",
    "(thiếu", "(sẽ", "bổ sung sau", "điền sau", "cập nhật sau", "cập nhật)", "bổ sung)",
    "xác minh)", "(kiểm tra", "(rà", "lại)", "thêm)", "sau)",
    *(
        f"{verb} {ending}"
        for verb in ("xem", "sửa", "kiểm tra", "rà", "bổ sung", "điền", "hỏi", "tính")
        for ending in ("giúp", "giùm", "hộ", "nhé", "với", "lại")
    ),
)  # fmt: skip


@rule(
    "KH441", Severity.WARNING, "lời nhắn cho người soạn còn sót",
    "“Chị Hoa xem lại”, “cần bổ sung số liệu”, TODO là lời nói với nhau, không phải lời kế hoạch.",
)  # fmt: skip
def note_left(facts: Facts) -> Iterable[Finding]:
    """`(cần bổ sung số liệu)`, `TODO: …`, `// hỏi lại`."""
    return _each(
        note_left, facts, _NOTE, "“{}” giống lời nhắn cho người soạn",
        "Làm theo lời nhắn rồi xóa; muốn giữ lời nhắn thì ghi sau dấu # ở cuối dòng.",
        _NOTES,
    )  # fmt: skip


_MARKUP = re.compile(
    r"</?(?:b|i|u|p|br|div|span|strong|em|sup|sub|table|tr|td|font|li|ul|ol|a)\b[^<>]*>"
    r"|&(?:nbsp|amp|lt|gt|quot|apos|ndash|mdash|hellip|#\d+|#x[0-9a-f]+);"
    r"|__(?=\S)[^_]+__|(?<!\w)~~(?=\S)[^~]+~~|^#{1,6} |`[^`]+`",
    re.IGNORECASE,
)


@rule(
    "KH442", Severity.WARNING, "mã định dạng của trang web còn sót",
    "Thẻ <b>, &nbsp;, dấu __ không định dạng được gì ở đây mà in ra nguyên như thế.",
)  # fmt: skip
def markup_left(facts: Facts) -> Iterable[Finding]:
    """`<b>Phấn đấu</b>`, `&nbsp;`, `__nghiêm túc__`."""
    return _each(
        markup_left, facts, _MARKUP, "“{}” in ra nguyên như thế",
        "Xóa mã này; chữ nghiêng viết *…*, chữ đậm viết **…**.", ("<", "&", "__", "~~", "#", "`"),
    )  # fmt: skip


_PAIRED = re.compile(
    r"\\\*|(?<![\w*])(\*{1,3})(?=[^\s*])(?:\\\*|[^*])+?(?<![\s\\])\1(?![\w*])", re.DOTALL
)
_FOOTNOTE_STAR = re.compile(
    r"\(\s*\*+\s*\)|\*+(?=\s*$)|^\s*\*+(?=\s)|(?<=[\d%)])\s*\*\s*(?=[\d(])"
    r"|\*(?=\.\w)|\*(?:\d+[*#])+"  # *.gov.vn, *111#
)


@rule(
    "KH443", Severity.WARNING, "dấu * in nghiêng, in đậm không đủ đôi",
    "Một dấu * lẻ không làm nghiêng chữ nào và in ra thành một ngôi sao.",
)  # fmt: skip
def star_unmatched(facts: Facts) -> Iterable[Finding]:
    """`(*tại Phụ lục)`; not `(*)` of a note, a product, nor all names of a site: `*.gov.vn`."""
    for printed, whole_prose in facts.holding("*"):
        prose = whole_prose
        for right in (_PAIRED, _FOOTNOTE_STAR):
            prose = right.sub(lambda match: " " * len(match[0]), prose)
        if "*" in prose:
            yield star_unmatched.at(
                printed.text, "dấu * không có dấu thứ hai",
                "Đặt dấu * ở cả hai đầu chỗ in nghiêng, hoặc xóa dấu này.", prose.index("*"), 1,
            )  # fmt: skip


_IN_SYMBOL = re.compile(r"\d/\S*$")  # a symbol is KH503's: 12/QĐ- UBND
_DASHED_MARK = re.compile(r"\W*[IVX]+")  # I- MỤC ĐÍCH, in documents of the Party
_HYPHEN = re.compile(r"(?:(?<=[a-zà-ỹ])|(?<=[A-ZĐ]{2}))(- | -)(?=[^\W\d_])")


@rule(
    "KH444", Severity.WARNING, "gạch nối chỉ cách một bên",
    "Gạch giữa hai cụm từ cách cả hai bên; gạch trong một từ không cách bên nào.",
)  # fmt: skip
def hyphen_spaced_on_one_side(facts: Facts) -> Iterable[Finding]:
    """`Chủ tịch UBND tỉnh- Trưởng Ban`, `kinh tế -xã hội`."""
    for printed, match in facts.matches(_HYPHEN, "- ", " -"):
        before = printed.prose[: match.start()]
        if _IN_SYMBOL.search(before) or _DASHED_MARK.fullmatch(before):
            continue
        yield hyphen_spaced_on_one_side.mend(
            printed.text, "gạch nối cách một bên, liền một bên", match.start(), 2, " - "
        )


_FEWEST_LINES = 2  # of a cell, so that most of them have a mark
_BULLETS = re.compile(r"\s*(?:[-–—+•▪●*·]\s+){2,}(?=[^\W\d_])|\s*[•▪●·]\s*[-–—+]\s*(?=[^\W\d_])")


@rule(
    "KH445", Severity.WARNING, "dấu đầu dòng thừa hoặc thiếu",
    "Một dấu tự in, một dấu gõ tay hoặc dán kèm: in ra cả hai; quên dấu thì lẫn vào dòng trên.",
)  # fmt: skip
def bullet_doubled(facts: Facts) -> Iterable[Finding]:
    """`- - Văn bản`, `• - Ban Dân tộc`; a paragraph of a cell that has none among some that do."""
    for printed, match in facts.seeing(_BULLETS.match):
        if match:
            yield bullet_doubled.at(
                printed.text, f"“{match[0].strip()}” là hai dấu đầu dòng", "Bỏ một dấu.",
                0, match.end(),
            )  # fmt: skip
    for cell in (cell for row in facts.rows for cell in row.row.cells.values()):
        lines = cell if isinstance(cell, tuple) and len(cell) > _FEWEST_LINES else ()
        bare = [each for each in lines if not each.value.startswith("- ")]
        if len(bare) == 1 and bare[0].value.endswith(";"):
            message = "dòng này không có dấu đầu dòng, các dòng khác của ô có"
            yield bullet_doubled.at(bare[0], message, "Viết thêm “- ” ở đầu.")


_MOJIBAKE = re.compile(
    r"(?:[ÃÂÄÅÆ][\u0080-\u00bf\u0152-\u0192\u2010-\u2122]|á[º»][\u0080-\u00ff\u0152-\u2122]?"
    r"|â€[\u0080-\u2122]?|[ÃÂ]¡|Æ°|Ä‘)+|(?<=[A-Za-zđĐ])[ÖÜÞßµ¶¸¹¨»¾¼½®«¬]+(?=[a-z])|\ufffd+|[\ue002-\uf8ff]+"
)
# One of these stands in whatever is broken; so do quotation marks and dashes.
_STRANGE = re.compile(
    r"[\u0080-\u00bfÖÜÞß\u0152-\u0192\u2010-\u2122\u0400-\u052f\ufffd\ue002-\uf8ff?]"
)
# Letters of other alphabets in a word or a figure; those that look Vietnamese are KH426's.
_OTHER_ALPHABET = re.compile(
    r"(?<=[\dA-Za-zÀ-ỹ.,])[\u0400-\u052f]+|[\u0400-\u052f]+(?=[\dA-Za-zÀ-ỹ])"
)
_LOST_LETTER = re.compile(r"[^\W\d_]+\?[^\W\d_]+(?:\?[^\W\d_]*)*|\b[^\W\d_]+\?(?= [a-zà-ỹ])")


@rule(
    "KH447", Severity.WARNING, "chữ hỏng vì sai bảng mã",
    "Dán từ tệp khác bảng mã thì chữ có dấu thành “Ä‘”, “?” hoặc ô vuông: không ai đọc được.",
)  # fmt: skip
def broken_characters(facts: Facts) -> Iterable[Finding]:
    """`TÄƒng cÆ°á»ng`, the replacement character, signs of a symbol font, `Qu?ng Tr?`."""
    for printed, broken in facts.seeing(_broken):
        for match in broken:
            shown = match[0].encode("unicode_escape").decode() if _unseen(match[0]) else match[0]
            yield broken_characters.on(
                printed, match, f"“{shown}” là chữ hỏng",
                "Gõ lại đoạn này, hoặc dán lại từ tệp gốc ở bảng mã Unicode.",
            )  # fmt: skip


def _broken(prose: str) -> list[re.Match[str]]:
    """The first broken word of each kind in a text."""
    if not _STRANGE.search(prose):
        return []
    asks = "?" in prose and "://" not in prose
    patterns = [_MOJIBAKE, *([_LOST_LETTER] if asks else [])]
    patterns += [] if LOOKS_ALIKE.search(prose) else [_OTHER_ALPHABET]
    return [match for pattern in patterns if (match := pattern.search(prose))]


def _unseen(text: str) -> bool:
    return any("\ue000" <= character <= "\uf8ff" for character in text)
