"""The head of the plan: what must stand there, its wording, number, place and date.

Phụ lục I, Phần I, II.1 to II.5 of Nghị định 30/2020/NĐ-CP.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from docgen.docx.model import Table
from docgen.docx.named_styles import PARAGRAPH_STYLES, shown
from docgen.finding import Finding, Severity
from docgen.paper.facts import Paper, PaperCheck, rule
from docgen.vietnamese import fold_tone, parse_day
from docgen.visible import shortened

NATIONAL = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
KIND, ABBREVIATION = "KẾ HOẠCH", "KH"
REQUIRED = (
    *("KHNational", "KHMotto", "KHIssuer", "KHNumber", "KHPlaceDate", "KHKind", "KHSubject"),
    "KHRecipientsTitle",
)
OF_THE_CONTENT = ("KHSignature", "KHSigner", "KHRecipient")
OF_THE_CARRIER = (
    *("KHNumber", "KHPlaceDate", "KHRecipientsTitle", "KHRecipient"),
    *("KHSignature", "KHSigner"),
)
_CARRIED = re.compile(r"kèm theo (?:Quyết định|Nghị quyết|Công văn|Tờ trình)", re.IGNORECASE)
GAP = r"[\s.…⋯_]*"
NUMBER = re.compile(rf"Số:{GAP}(?P<number>\d*){GAP}/(?P<symbol>.*)", re.DOTALL)
BETWEEN_CAPITALS = re.compile(r"(?<=[A-ZĐ])[a-zđ](?=[A-ZĐ])")  # KH-SNgV
SYMBOL = re.compile(r"[^\W_]+(?:-[^\W_](?:[^\W_]|&)*)+")
KINDS_OF_PLACE = ("phố", "xã", "trấn", "khu")  # Thành phố Hồ Chí Minh, Thị xã Quảng Trị
PLACE_AND_DATE = re.compile(
    rf"(?P<place>[^,]+), ngày(?:{GAP}|\s(?P<day>\d+)\s)tháng(?:{GAP}|\s(?P<month>\d+)\s)"
    rf"năm(?:{GAP}|\s(?P<year>\d{{4}}))"
)


@rule(
    "KH745",
    Severity.ERROR,
    "thiếu thành phần thể thức",
    "Văn bản phải có đủ: Quốc hiệu, Tiêu ngữ, cơ quan, số, địa danh và ngày, tên loại, trích yếu, "
    "nội dung, người ký, nơi nhận.",
    "II",
)
def missing_component(paper: Paper) -> Iterator[Finding]:
    """Every component that a template prints is there, known by its named style.

    A plan that says below its subject which document carries it has the number, the day and the
    recipients of that.
    """
    missing = [style for style in _owed(paper, REQUIRED) if not paper.components[style]]
    if not paper.components["KHRecipient"] and "KHRecipientsTitle" in missing:
        missing.remove("KHRecipientsTitle")  # no recipients at all: KH779
    yield from _missing(missing_component, paper, missing)


@rule(
    "KH779",
    Severity.WARNING,
    "chưa có nội dung, người ký hoặc nơi nhận",
    "Văn bản phải có đủ các thành phần thể thức; bản chưa trình, bản kèm theo văn bản khác thì có "
    "thể chưa có.",
    "II",
)
def not_yet_there(paper: Paper) -> Iterator[Finding]:
    """The components that the content alone fills: text, signature, recipients."""
    missing = [style for style in _owed(paper, OF_THE_CONTENT) if not paper.components[style]]
    yield from _missing(not_yet_there, paper, missing if paper.body else ["KHParagraph", *missing])


def _owed(paper: Paper, styles: Iterable[str]) -> Iterator[str]:
    """The components without those that the document has which carries this one."""
    carried = any(_CARRIED.search(note.text) for note in paper.components["KHSubjectNote"])
    yield from (style for style in styles if not (carried and style in OF_THE_CARRIER))


def _missing(check: PaperCheck, paper: Paper, missing: list[str]) -> Iterator[Finding]:
    if missing:
        names = ", ".join(f"“{shown(style)}”" for style in missing)
        kinds = ", ".join(f"“{PARAGRAPH_STYLES[style]}”" for style in missing)
        hint = f"Thành phần được nhận ra theo kiểu đoạn (Styles): {kinds}."
        yield check.at(paper, f"không có {names}", hint)


@rule(
    "KH746",
    Severity.ERROR,
    "Quốc hiệu, Tiêu ngữ viết sai",
    "Quốc hiệu, Tiêu ngữ có lời cố định; giữa các cụm từ của Tiêu ngữ là gạch nối có cách chữ.",
    "II.1.a, II.1.b",
)
def misworded_head(paper: Paper) -> Iterator[Finding]:
    """The two lines letter by letter; HÒA and HOÀ are both the decree's own."""
    for style, wanted in (("KHNational", NATIONAL), ("KHMotto", MOTTO)):
        for paragraph in paper.components[style]:
            said = " ".join(paragraph.text.split())
            printed = said.upper() if paper.look(paragraph).caps else said
            if fold_tone(printed) != fold_tone(wanted):
                message = f"{shown(style)} ghi “{shortened(said)}”"
                yield misworded_head.at(paper, message, f"Ghi đúng: {wanted}")


@rule(
    "KH747",
    Severity.ERROR,
    "Quốc hiệu không ở trên cùng, bên phải trang đầu",
    "Quốc hiệu ở trên cùng, bên phải trang đầu; tên cơ quan ban hành ở bên trái.",
    "II.1.a, IV",
)
def misplaced_head(paper: Paper) -> Iterator[Finding]:
    """The first thing on paper is a row with the issuer on the left, Quốc hiệu on the right."""
    national, issuer = paper.components["KHNational"], paper.components["KHIssuer"]
    if not national or not issuer:
        return
    visible = (
        each for each in paper.document.blocks if isinstance(each, Table) or each.text.strip()
    )
    first = next(visible)
    cells = first.rows[0].cells if isinstance(first, Table) and first.rows else ()
    styles = [{paper.style(each) for each in cell.paragraphs} for cell in cells]
    if len(styles) < 2 or "KHNational" not in styles[-1] or "KHIssuer" not in styles[0]:
        hint = "Đầu trang là bảng hai cột không viền: trái là cơ quan, phải là Quốc hiệu, Tiêu ngữ."
        yield misplaced_head.at(paper, "Quốc hiệu không ở trên cùng, bên phải trang đầu", hint)


@rule(
    "KH748",
    Severity.WARNING,
    "số, ký hiệu ghi sai",
    "Sau “Số” có dấu hai chấm; số nhỏ hơn 10 thêm số 0; giữa số và ký hiệu là dấu gạch chéo, giữa "
    "các nhóm chữ viết tắt là gạch nối, không cách chữ; ký hiệu in hoa.",
    "II.3.c",
)
def misprinted_number(paper: Paper) -> Iterator[Finding]:
    """`Số: 05/KH-UBND`; the number may still be a gap."""
    for paragraph in paper.components["KHNumber"]:
        for fault in _number_faults(paragraph.text.strip()):
            said = f"số, ký hiệu ghi “{shortened(paragraph.text)}”: {fault}"
            yield misprinted_number.at(paper, said, "Ví dụ: Số: 05/KH-UBND")


def _number_faults(text: str) -> Iterator[str]:
    match = NUMBER.fullmatch(text)
    if match is None:
        yield "sau “Số” phải có dấu hai chấm, giữa số và ký hiệu phải có dấu gạch chéo"
        return
    number, symbol = match["number"], match["symbol"]
    if len(number) == 1:
        yield "số nhỏ hơn 10 phải thêm số 0 phía trước"
    if number and not re.search(rf"{number}/\S", text):
        yield "không cách chữ quanh dấu gạch chéo"
    if re.search(r"\s", symbol):
        yield "ký hiệu không cách chữ"
    elif not BETWEEN_CAPITALS.sub("", symbol).isupper():
        yield "ký hiệu phải in hoa"
    elif not SYMBOL.fullmatch(symbol):
        yield "giữa các nhóm chữ viết tắt phải có gạch nối"


@rule(
    "KH749",
    Severity.WARNING,
    "địa danh, ngày tháng năm ghi sai",
    "Địa danh viết hoa, sau có dấu phẩy; ngày dưới 10 và tháng 1, 2 thêm số 0, tháng khác không.",
    "II.4.b, II.4.c",
)
def misprinted_date(paper: Paper) -> Iterator[Finding]:
    """`Quảng Trị, ngày 05 tháng 01 năm 2024`; day, month and year may still be gaps."""
    for paragraph in paper.components["KHPlaceDate"]:
        for fault in _date_faults(paragraph.text.strip()):
            said = f"địa danh, thời gian ghi “{shortened(paragraph.text)}”: {fault}"
            yield misprinted_date.at(paper, said, "Ví dụ: Quảng Trị, ngày 05 tháng 01 năm 2024")


def _date_faults(text: str) -> Iterator[str]:
    match = PLACE_AND_DATE.fullmatch(text)
    if match is None:
        yield "phải là địa danh, dấu phẩy, rồi ngày … tháng … năm …"
        return
    first, *more = match["place"].split()
    if first[0].islower() or any(word[0].islower() for word in more if word not in KINDS_OF_PLACE):
        yield "chữ cái đầu của địa danh phải viết hoa"
    day, month, year = (int(match[part] or 0) for part in ("day", "month", "year"))
    if day and match["day"] != f"{day:02}":
        yield "ngày nhỏ hơn 10 phải thêm số 0, ngày khác thì không"
    if month and match["month"] != (f"{month:02}" if month <= 2 else f"{month}"):
        yield "tháng 1, 2 phải thêm số 0, tháng khác thì không"
    if day and month and year and parse_day(f"{day}/{month}/{year}") is None:
        yield "không có ngày này"


@rule(
    "KH744",
    Severity.WARNING,
    "tên loại và ký hiệu không phải của kế hoạch",
    "Ký hiệu gồm chữ viết tắt tên loại văn bản (KH) và chữ viết tắt tên cơ quan.",
    "Phụ lục I, Phần I, II.3.b, II.5.a; Phụ lục III, Mục I",
)
def another_kind(paper: Paper) -> Iterator[Finding]:
    """The name of the kind is KẾ HOẠCH and the symbol begins with its abbreviation."""
    for paragraph in paper.components["KHKind"]:
        if unicodedata.normalize("NFC", " ".join(paragraph.text.split())).upper() != KIND:
            yield another_kind.at(
                paper, f"tên loại ghi “{shortened(paragraph.text)}”", f"Ghi: {KIND}"
            )
    for paragraph in paper.components["KHNumber"]:
        match = NUMBER.fullmatch(paragraph.text.strip())
        own = (f"{ABBREVIATION}-", f"{ABBREVIATION}LN-")  # KHLN: of several offices together
        if match and not match["symbol"].strip().startswith(own):
            said = f"ký hiệu “{match['symbol']}” không bắt đầu bằng {ABBREVIATION}-"
            yield another_kind.at(paper, said, "Ví dụ: KH-UBND")


CHECKS = (
    *(
        missing_component,
        not_yet_there,
        misworded_head,
        misplaced_head,
        misprinted_number,
        misprinted_date,
    ),
    another_kind,
)
