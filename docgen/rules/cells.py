"""KH654-KH660: whether a cell says what its column asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.finding import Finding, Severity
from docgen.plan.model import Item
from docgen.plan.reading_order import items, tables
from docgen.plan.source import Text
from docgen.plan.table import Column, Row, Table
from docgen.rules.codes import code_of
from docgen.rules.copies import cells, rows_of
from docgen.rules.facts import Facts, rule
from docgen.rules.prose.words import verbs

_TIME = re.compile(
    r"\d|\b(?:quý|tháng|năm|ngày|tuần|thường xuyên|hàng|hằng|định kỳ|trước|sau|trong|khi|theo"
    r"|giai đoạn"
    r"|đột xuất|liên tục|ngay|xong|suốt|cả|từ|đến|kỳ|lần|hoàn thành|thời điểm|thời hạn|tiến độ"
    r"|đầu|cuối"
    r"|mùa|vụ|dịp|buổi|giờ|kịp thời|nhiệm kỳ)\b|\b(?:quý|q\.) ?[IV]|^-+$|nt|như trên",
    re.IGNORECASE,
)
_ONLY_TIME = re.compile(
    r"(?:bắt đầu |kể )?(?:từ |trước |trong |đến |hết |cả )?(?:(?:quý|tháng|năm|ngày) [IVX\d/\-, "
    r"{}\w]{0,20}"
    r"|thường xuyên(?: trong năm| hàng năm)?|(?:hàng|hằng) (?:tháng|quý|năm)|liên tục)\.?",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"\b(?:sở|ban|ngành|ubnd|hđnd|cơ quan|đơn vị|phòng|trung tâm|công an|cục|viện|trường|đoàn"
    r"|hội|văn phòng"
    r"|địa phương|tổ chức|doanh nghiệp|xã|phường|huyện|tỉnh|thành phố|bộ|ủy ban|mặt trận|tòa"
    r"|kho bạc|thanh tra"
    r"|ngân hàng|công ty|báo|đài|cổng|chủ đầu tư|nhà thầu|hợp tác xã|chi nhánh|quân|biên phòng"
    r"|cấp|hộ|người"
    r"|liên minh|đội|trạm|bệnh viện|cán bộ|công chức|lãnh đạo|chủ tịch|giám đốc|các|nt|như trên"
    r"|vp\w*|sở\w*)\b"
    r"|(?-i:[A-ZĐ&]{2,})",
    re.IGNORECASE,
)
_TIME_TITLE = re.compile(r"^thời (?:gian|hạn|điểm)|^tiến độ|hoàn thành$", re.IGNORECASE)
WHO_TITLE = re.compile(
    r"^(?:các )?(?:cơ quan|đơn vị)(?! tính)|chủ trì|phối hợp|^người thực hiện", re.IGNORECASE
)
_PRODUCT_TITLE = re.compile(r"^(?:dự kiến )?sản phẩm|^kết quả(?! năm)", re.IGNORECASE)
_QUALITY = re.compile(
    r"(?:(?:kịp thời|đầy đủ|đúng hạn|đúng quy định|hiệu quả|có hiệu quả|nghiêm túc|tốt|đạt|chất "
    r"lượng"
    r"|chính xác|thường xuyên|hoàn thành|đồng bộ|nhanh chóng|rõ ràng|cụ thể)(?:,| và|\.)? ?)+",
    re.IGNORECASE,
)


def _columns(table: Table, title: re.Pattern[str]) -> Iterator[Column]:
    for column in table.columns:
        if column.kind in (None, "text") and title.search(column.title.value.strip()):
            yield column


def _filled(table: Table, column: Column) -> Iterator[tuple[Row, Text]]:
    """The texts of a column, but for the lines of fields, whose cells say other things."""
    for row in rows_of(table):
        if row.kind != "group" and column.key.value not in row.spans:
            yield from ((row, text) for text in cells(row, column.key.value) if text.value.strip())


def columns_of_agencies(facts: Facts) -> frozenset[str]:
    """The keys of the columns that say who acts."""
    return facts.columns(WHO_TITLE)


@rule(
    "KH655", Severity.INFO, "ô thời gian không phải thời gian",
    "Ô ghi nhầm cột: sản phẩm, cơ quan đứng ở chỗ của thời hạn thì không có thời hạn.",
)  # fmt: skip
def no_time(facts: Facts) -> Iterator[Finding]:
    """`Báo cáo của Sở Tài chính` in the column of deadlines; `IV` without `Quý`."""
    for table in tables(facts.plan):
        for column in _columns(table, _TIME_TITLE):
            for _, text in _filled(table, column):
                value = text.value
                only_time = _TIME.search(value) and not (
                    _STARTS_AS_PRODUCT.match(value) or _STARTS_AS_WHO.match(value)
                )
                if not only_time:
                    yield no_time.at(text, f"“{shortened(value)}” không phải thời gian", HINT)


HINT = "Xem có ghi nhầm cột không."
_STARTS_AS_PRODUCT = re.compile(
    r"-?\s*(?:báo cáo|văn bản|công văn|quyết định|kế hoạch(?! vốn)|có ít nhất|số lượng|tờ trình"
    r"|hội nghị)\b",
    re.IGNORECASE,
)
_THINGS = re.compile(
    r"-?\s*(?:các |những )?(?:báo cáo|văn bản|công văn|quyết định|tờ trình|hội nghị|hội thảo|đợt"
    r"|cuộc|buổi|lớp|kết luận|danh sách|danh mục|phần mềm|biên bản|thông báo|dự thảo|phiếu)\b",
    re.IGNORECASE,
)
_STARTS_AS_WHO = re.compile(
    r"-?\s*(?:các )?(?:sở|ubnd|ban dân|văn phòng|cơ quan|đơn vị|công an)\b", re.IGNORECASE
)


@rule(
    "KH656", Severity.INFO, "ô cơ quan không nêu cơ quan nào",
    "Ô ghi nhầm cột, hoặc câu mất tên cơ quan: không biết ai làm.",
)  # fmt: skip
def no_agency(facts: Facts) -> Iterator[Finding]:
    """`Thường xuyên trong năm` in the column of agencies."""
    for table in tables(facts.plan):
        for column in _columns(table, WHO_TITLE):
            texts = [text for _, text in _filled(table, column)]
            named = {id(text) for text in texts if _names_agency(facts, text)}
            if column.title.value == "Đơn vị" and 2 * len(named) < len(texts):
                continue  # it is one of units: %, triệu lượt
            for text in texts:
                if _ONLY_TIME.fullmatch(text.value) or id(text) not in named:
                    message = f"“{shortened(text.value)}” không nêu cơ quan nào"
                    yield no_agency.at(text, message, HINT)


def _names_agency(facts: Facts, text: Text) -> bool:
    if facts.mentions_in(text):
        return True
    return bool(_WHO.search(text.value)) and not _THINGS.match(text.value)


@rule(
    "KH657", Severity.INFO, "ô sản phẩm không phải sản phẩm",
    "Sản phẩm là thứ đếm, xem được: văn bản, báo cáo, hội nghị; thời hạn, cơ quan, lời khen thì "
    "không.",
)  # fmt: skip
def no_product(facts: Facts) -> Iterator[Finding]:
    """`Quý IV`, `Kịp thời, đầy đủ` or only an agency's name in the column of products."""
    for table in tables(facts.plan):
        for column in _columns(table, _PRODUCT_TITLE):
            for _, text in _filled(table, column):
                value = text.value.strip().rstrip(".;")
                agency = any(value == each.spelling for each in facts.mentions_in(text))
                if agency or _ONLY_TIME.fullmatch(value) or _QUALITY.fullmatch(value + " "):
                    yield no_product.at(text, f"“{shortened(value)}” không phải sản phẩm", HINT)


@rule(
    "KH658", Severity.INFO, "ô lý do, biện pháp ghi nhầm cột",
    "Lý do nói vì sao, biện pháp nói ai làm gì; đổi chỗ thì cả hai không có nghĩa.",
)  # fmt: skip
def reason_and_remedy_exchanged(facts: Facts) -> Iterator[Finding]:
    """A reason that orders an agency, a measure that names agencies and orders nothing."""
    for table in tables(facts.plan):
        for row in rows_of(table):
            for text in cells(row, "reason"):
                for mention in facts.mentions_in(text):
                    spelling = mention.spelling
                    words = text.value[mention.offset + len(spelling) :].lower().split()[:2]
                    if mention.offset == 0 and row.cells.get("remedy") and _orders(words):
                        message = f"lý do giao việc cho “{spelling}”"
                        yield reason_and_remedy_exchanged.at(text, message, HINT, 0, len(spelling))
            for text in cells(row, "remedy"):
                rest = text.value
                for mention in facts.mentions_in(text):
                    rest = rest.replace(mention.spelling, " ")
                left = re.sub(
                    r"\b(?:và|các|cơ quan|đơn vị|có liên quan|liên quan|khác)\b", " ", rest
                )
                if rest != text.value and not any(letter.isalpha() for letter in left):
                    message = f"biện pháp chỉ nêu cơ quan: “{shortened(text.value)}”"
                    yield reason_and_remedy_exchanged.at(text, message, HINT)


def _orders(words: Sequence[str]) -> bool:
    return any(" ".join(words[:count]).strip(",") in verbs() for count in (1, 2))


def shortened(value: str) -> str:
    """The first words of a cell, for a message."""
    words = value.split()
    return " ".join(words[:6]) + ("…" if len(words) > 6 else "")


_CODE = re.compile(
    r"(?:\d+(?:\.\d+)*|[IVXLC]+(?:\.\d+)*|[A-Za-zđĐ](?:\.?\d+)*)[.)]?|[-–+*•]|\(\d+\)|\d+[a-zđ]"
)
_NAME_TITLE = re.compile(
    r"nội dung|nhiệm vụ|tiêu chí|tên |lĩnh vực|chỉ tiêu|công việc|hạng mục", re.IGNORECASE
)
_MOST_FILLED = 9  # of ten


@rule(
    "KH659", Severity.WARNING, "mã viết sai, hoặc dòng có mã mà không có tên",
    "Dòng không tên thì không biết điểm, nhiệm vụ của tiêu chí nào; mã sai thì không tra được.",
)  # fmt: skip
def code_or_name_wrong(facts: Facts) -> Iterator[Finding]:
    """`3,4.2`, `7. 3.6`; a row with a code but without its name, where the others have both."""
    for table in tables(facts.plan):
        rows = [row for row in rows_of(table) if row.kind in ("row", "group")]
        codes = [(row, code) for row in rows if (code := code_of(row))]
        wrong = [code for _, code in codes if not _CODE.fullmatch(code.value.strip())]
        for code in wrong if len(wrong) <= max(1, len(codes) // 10) else ():
            yield code_or_name_wrong.at(
                code, f"mã “{code}” viết khác các mã còn lại",
                "Viết các số cách nhau bằng dấu chấm.",
            )  # fmt: skip
        for column in _columns(table, _NAME_TITLE):
            key = column.key.value
            named = {id(row) for row, _ in codes if cells(row, key) or key in row.spanned}
            if len(codes) > 2 and len(codes) > len(named) >= len(codes) * _MOST_FILLED // 10:
                for row, code in codes:
                    if id(row) not in named and column.required != "yes":
                        title = column.title.value.strip()
                        place = row.blanks.get(column.key.value, code)
                        yield code_or_name_wrong.at(
                            place, f"dòng {code} không có “{title}”", f"Ghi ở cột {column.called}."
                        )
            break


@rule(
    "KH660", Severity.INFO, "ô trống mà các dòng khác đều ghi",
    "Một ô trống giữa các ô có chữ thường là quên điền.",
)  # fmt: skip
def blank_among_filled(facts: Facts) -> Iterator[Finding]:
    """`product:` without a value where every other row has one; required cells are KH691's."""
    for table in tables(facts.plan):
        rows = [row for row in rows_of(table) if row.kind == "row"]
        for column in table.columns:
            key = column.key.value
            blank = [row for row in rows if key in row.blanks]
            filled = sum(bool(row.cells.get(key)) for row in rows)
            if len(blank) == 1 and filled >= _FEWEST_FILLED and column.required != "yes":
                counted = column.kind in ("decimal", "integer") and not column.total
                if not counted and not MAY_BE_BLANK.search(column.title.value):
                    yield blank_among_filled.at(
                        blank[0].blanks[key], f"ô “{column.title}” trống, các dòng khác đều ghi",
                        f"Ghi ở “{key}:”; đúng là không có thì xóa dòng này, ô số thì ghi dấu -.",
                    )  # fmt: skip


_FEWEST_FILLED = 2
MAY_BE_BLANK = re.compile(r"ghi chú|phối hợp", re.IGNORECASE)


@rule(
    "KH654", Severity.WARNING, "thiếu đề mục mà các mục bên cạnh đều có",
    "Đề mục trống thì mục ấy in liền vào mục trên, số thứ tự của các mục sau lệch đi.",
)  # fmt: skip
def title_blank(facts: Facts) -> Iterator[Finding]:
    """`- title:` with nothing behind it."""
    for family in _families(facts):
        titled = [item for item in family if item.title and item.title.value.strip()]
        for item in family:
            blank = not item.title or not item.title.value.strip()
            if blank and titled and len(titled) == len(family) - 1 and _only_items(item):
                place = item.title or item.where or next(iter(_texts(item)), None)
                if place:
                    message = "mục này chưa có đề mục, các mục bên cạnh đều có"
                    yield title_blank.at(place, message, "Ghi ở “title:”.")


def _families(facts: Facts) -> Iterator[Sequence[Item]]:
    yield facts.plan.sections
    yield from (item.items for item in items(facts.plan) if len(item.items) > 1)


def _only_items(item: Item) -> bool:
    """Whether it is nothing but what stands below it; a point has a text, a list its marker."""
    return bool(item.items or item.assignments) and not item.text and not item.marker


def _texts(item: Item) -> Iterator[Text]:
    yield from item.text
    for below in item.items:
        yield from _texts(below)
