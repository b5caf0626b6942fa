"""The rules of the template: what Word or a slip of the hand does to tags, styles and parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from docgen.docx.model import W
from docgen.docx.named_styles import PARAGRAPH_STYLES, STYLES, TABLE_STYLES, known_ids
from docgen.docx.package import parse
from docgen.finding import Severity
from docgen.template_lint.names import Kind, names, shown
from docgen.template_lint.tags import LintCheck, Sheet, Spotted, leftovers, rule

TRACKED = ("ins", "del", "moveFrom", "moveTo")
AUTO_CORRECTED = re.compile("[–—…“”„‘’\u00a0]")
UNSERVED = re.compile(r"\{[{%](?:tc\s|-?\s*(?:vm|hm|colspan|cellbg)\b)")
INVISIBLE = {W + tag for tag in ("lang", "noProof", "rtl", "webHidden")}
UNIQUE = {
    W + "bookmarkStart": "dấu trang (bookmark)",
    W + "commentRangeStart": "nhận xét (comment)",
    W + "permStart": "vùng được sửa (permission)",
    W + "footnoteReference": "chú thích cuối trang",
    W + "endnoteReference": "chú thích cuối văn bản",
    "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr": "hình",
}
CORE_PROPERTIES = "docProps/core.xml"
CODE_STYLES = (
    "KHLine",
    "KHFootnote",
    *(each for each in PARAGRAPH_STYLES if each.startswith("KHTable")),
)


@rule(
    "KH801",
    Severity.ERROR,
    "tệp mẫu còn sửa đổi được theo dõi (Track Changes)",
    "Chữ thêm, bớt nằm trong thẻ làm mất cả phần văn bản phía sau mà không báo gì.",
)
def tracked_changes(sheet: Sheet) -> Iterator[Spotted]:
    """No `w:ins`, `w:del`, `w:moveFrom`, `w:moveTo`, and so no marks of paragraphs either."""
    hint = "Trong Word: Review, Accept All Changes, rồi tắt Track Changes."
    for spot in sheet.spots:
        if next(spot.xml.iter(*(W + tag for tag in TRACKED)), None) is not None:
            yield tracked_changes.at(sheet, spot, "còn sửa đổi được theo dõi", hint)


@rule(
    "KH802",
    Severity.WARNING,
    "trong thẻ có ký tự do Word tự sửa",
    "Word tự đổi gạch nối, ngoặc kép, ba chấm; trong thẻ chúng là lỗi hoặc thành tên khác.",
)
def auto_corrected(sheet: Sheet) -> Iterator[Spotted]:
    """No dash, curly quote, ellipsis or no-break space inside a tag."""
    for tag in sheet.tags:
        if found := AUTO_CORRECTED.search(tag.text):
            name = "khoảng trắng không ngắt" if found[0] == "\u00a0" else f"“{found[0]}”"
            hint = 'Gõ lại bằng - " … thường, rồi bấm Ctrl+Z ngay khi Word tự đổi.'
            yield auto_corrected.at(sheet, tag.spot, f"thẻ có ký tự {name}", hint)


@rule(
    "KH803",
    Severity.ERROR,
    "thẻ {%p, {{p hoặc {%tr không đứng một mình",
    "Thẻ này xóa cả đoạn (cả hàng) chứa nó: chữ khác ở đó mất.",
)
def not_alone(sheet: Sheet) -> Iterator[Spotted]:
    """A `p` tag is all of its paragraph, a `tr` tag all of its row."""
    for tag in sheet.tags:
        if tag.level == "p" and tag.spot.text.strip() != tag.text:
            yield not_alone.at(sheet, tag.spot, f"thẻ {tag.text} không đứng riêng một đoạn")
        row = next(tag.spot.xml.iterancestors(W + "tr"), None)
        if tag.level == "tr" and (row is None or _words(row) != tag.text):
            yield not_alone.at(sheet, tag.spot, f"thẻ {tag.text} không đứng riêng một hàng")


def _words(element: Any) -> str:
    return "".join(text.text or "" for text in element.iter(W + "t")).strip()


@rule(
    "KH804",
    Severity.WARNING,
    "thẻ for, if đứng riêng một dòng mà không có chữ p",
    "Đoạn chứa thẻ còn lại thành một dòng trống trên giấy.",
)
def leaves_blank_line(sheet: Sheet) -> Iterator[Spotted]:
    """A steering tag that is alone in its paragraph is a `{%p`."""
    for tag in sheet.tags:
        if tag.opens == "%" and not tag.level and tag.spot.text.strip() == tag.text:
            hint = f"Viết {tag.text.replace('{%', '{%p', 1)}"
            yield leaves_blank_line.at(sheet, tag.spot, f"thẻ {tag.text} để lại dòng trống", hint)


@rule(
    "KH805",
    Severity.INFO,
    "một thẻ mang hai kiểu chữ",
    "Chỉ kiểu chữ ở đầu thẻ có tác dụng.",
)
def two_looks(sheet: Sheet) -> Iterator[Spotted]:
    """The runs of a tag look alike; Word splits runs freely, which is no matter."""
    for tag in sheet.tags:
        if tag.level != "p" and len({_look(run) for run in tag.runs()}) > 1:
            hint = "Chọn cả thẻ rồi định dạng lại một lần."
            yield two_looks.at(sheet, tag.spot, f"thẻ {tag.text} mang hai kiểu chữ", hint)


def _look(run: Any) -> tuple[bytes, ...]:
    properties = run.find(W + "rPr")
    kept = () if properties is None else (each for each in properties if each.tag not in INVISIBLE)
    return tuple(sorted(etree.tostring(each) for each in kept))


@rule(
    "KH806",
    Severity.WARNING,
    "trong vòng lặp có thứ chỉ được có một",
    "Dấu trang, nhận xét, hình, chú thích bị lặp lại thì Word báo phải sửa tệp.",
)
def repeated_identity(sheet: Sheet) -> Iterator[Spotted]:
    """Bookmarks, comments, drawings and notes stand outside loops; `_GoBack` is Word's own.

    A paragraph that a `p` tag takes the place of is not repeated with them.
    """
    replaced = {id(tag.spot.xml) for tag in sheet.tags if tag.level == "p"}
    looped = {id(xml) for xml in sheet.loops} - replaced
    for spot in sheet.spots:
        if id(spot.xml) not in looped:
            continue
        for each in spot.xml.iter(*UNIQUE):
            if each.get(W + "name") != "_GoBack":
                hint = "Xóa đi, hoặc chuyển ra ngoài vòng lặp."
                said = f"{UNIQUE[each.tag]} nằm trong vòng lặp"
                yield repeated_identity.at(sheet, spot, said, hint)


@rule(
    "KH812",
    Severity.ERROR,
    "tệp mẫu thiếu kiểu mà bảng và đường kẻ dùng",
    "Bảng và đường kẻ do phần mềm viết ra, chỉ mang các kiểu này.",
)
def missing_code_style(sheet: Sheet) -> Iterator[Spotted]:
    """The styles that code asks for by id exist."""
    for style in (*CODE_STYLES, *TABLE_STYLES):
        yield from _missing(missing_code_style, sheet, style)


@rule(
    "KH813",
    Severity.WARNING,
    "tệp mẫu thiếu kiểu của một thành phần thể thức",
    "Thành phần được nhận ra theo kiểu; thiếu kiểu thì không kiểm tra được thể thức.",
)
def missing_component_style(sheet: Sheet) -> Iterator[Spotted]:
    """The named style of each component exists."""
    for style in PARAGRAPH_STYLES:
        if style not in CODE_STYLES:
            yield from _missing(missing_component_style, sheet, style)


def _missing(check: LintCheck, sheet: Sheet, style: str) -> Iterator[Spotted]:
    if style not in known_ids(parse(sheet.parts.get(STYLES, b"<styles/>"))).values():
        name = {**PARAGRAPH_STYLES, **TABLE_STYLES}[style]
        hint = "Lấy lại kiểu này từ tệp mẫu gốc (Styles, Manage Styles, Import/Export)."
        yield check.at(sheet, None, f"không có kiểu “{name}” ({style})", hint)


@rule(
    "KH814",
    Severity.WARNING,
    "thẻ {{r mang định dạng riêng",
    "Thẻ này được thay bằng chữ theo kiểu của đoạn: định dạng đặt trên thẻ sẽ mất.",
)
def look_will_be_lost(sheet: Sheet) -> Iterator[Spotted]:
    """The run of an `r` tag has no look of its own."""
    for tag in sheet.tags:
        if tag.level == "r" and any(_look(run) for run in tag.runs()):
            hint = "Bỏ định dạng trên thẻ (Ctrl+Space); đổi kiểu của đoạn nếu cần."
            yield look_will_be_lost.at(sheet, tag.spot, f"định dạng của {tag.text} sẽ mất", hint)


@rule(
    "KH815",
    Severity.ERROR,
    "thẻ không được hỗ trợ",
    "Cột, ô gộp và hình không lấy từ thẻ: cột của bảng khai báo trong nội dung.",
)
def unserved(sheet: Sheet) -> Iterator[Spotted]:
    """No `{%tc`, `{% vm %}`, `{% hm %}`, `{% colspan %}`, `{% cellbg %}`."""
    for tag in sheet.tags:
        if UNSERVED.match(tag.text):
            yield unserved.at(sheet, tag.spot, f"thẻ {tag.text} không được hỗ trợ")


@rule(
    "KH816",
    Severity.WARNING,
    "tệp mẫu không có phần thuộc tính",
    "Thiếu phần này thì văn bản không mang tên và docgen không nhận ra tệp do mình tạo.",
)
def no_core_properties(sheet: Sheet) -> Iterator[Spotted]:
    """The package holds `docProps/core.xml`."""
    if CORE_PROPERTIES not in sheet.parts:
        hint = "Mở tệp mẫu bằng Word rồi lưu lại."
        yield no_core_properties.at(sheet, None, f"không có {CORE_PROPERTIES}", hint)


# --------------------------------------------------------------------------------- the names


@rule(
    "KH807",
    Severity.ERROR,
    "thẻ viết sai",
    "Thẻ sai thì không tạo được văn bản.",
)
def bad_syntax(sheet: Sheet) -> Iterator[Spotted]:
    """Every tag is whole and its code is understood."""
    for spot in sheet.spots:
        for mark in leftovers(spot):
            yield bad_syntax.at(sheet, spot, f"dấu {mark} không thành cặp")
    yield from _of_kind(bad_syntax, sheet, Kind.SYNTAX)


@rule(
    "KH808",
    Severity.ERROR,
    "thẻ for, if không đóng mở đủ đôi",
    "Thiếu một nửa thì không tạo được văn bản, hoặc tạo ra tệp hỏng.",
)
def unbalanced(sheet: Sheet) -> Iterator[Spotted]:
    """Each `for` and `if` is closed, by a tag of its kind, in the same cell or body."""
    yield from _of_kind(unbalanced, sheet, Kind.BALANCE)


@rule(
    "KH809",
    Severity.ERROR,
    "thẻ gọi tên không có",
    "Tên sai thì chỗ đó không có gì để in.",
)
def unknown_name(sheet: Sheet) -> Iterator[Spotted]:
    """Every name is one of the model's, at its place."""
    yield from _of_kind(unknown_name, sheet, Kind.NAME)


@rule(
    "KH810",
    Severity.WARNING,
    "có nội dung mà tệp mẫu không in ra",
    "Nội dung viết trong YAML mà mẫu không gọi đến thì không lên giấy.",
)
def never_printed(sheet: Sheet) -> Iterator[Spotted]:
    """Every name of the contract is printed somewhere; asked only where the tags are in order."""
    found = names(sheet)
    broken = any(fault.kind is not Kind.LEVEL for fault in found.faults)
    if broken or any(True for spot in sheet.spots for _ in leftovers(spot)):
        return
    for key in found.unprinted:
        yield never_printed.at(sheet, None, f"không thẻ nào in “{shown(key)}”")


@rule(
    "KH811",
    Severity.ERROR,
    "thẻ thiếu hoặc thừa chữ r, p",
    "Chữ có nghiêng, đậm phải viết {{r … }}, đường kẻ và bảng {{p … }}; sai thì tệp hỏng.",
)
def wrong_level(sheet: Sheet) -> Iterator[Spotted]:
    """A tag replaces what its value is made of: a run, a paragraph, or plain words."""
    yield from _of_kind(wrong_level, sheet, Kind.LEVEL)


def _of_kind(check: LintCheck, sheet: Sheet, kind: Kind) -> Iterator[Spotted]:
    for fault in names(sheet).faults:
        if fault.kind is kind and not UNSERVED.match(fault.tag.text):
            yield check.at(sheet, fault.tag.spot, fault.message, fault.hint)


CHECKS = (
    *(tracked_changes, auto_corrected, not_alone, leaves_blank_line, two_looks),
    *(repeated_identity, bad_syntax, unbalanced, unknown_name, never_printed, wrong_level),
    *(missing_code_style, missing_component_style, look_will_be_lost, unserved),
    no_core_properties,
)
