"""The styles by which docgen knows the components of a plan, in a template and on paper.

Keys are style ids, values the names an officer sees in Word. The office may change how
each looks; the tables and lines that code writes ask for them by these ids.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from lxml import etree

from docgen.docx.cut_words import CUT_STYLES
from docgen.docx.package import parse

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLES = "word/styles.xml"
REFERENCES = tuple(W + tag for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"))

PARAGRAPH_STYLES: Mapping[str, str] = MappingProxyType(
    {
        "KHNational": "KH Quốc hiệu",
        "KHMotto": "KH Tiêu ngữ",
        "KHSuperior": "KH Cơ quan chủ quản",
        "KHIssuer": "KH Cơ quan ban hành",
        "KHNumber": "KH Số, ký hiệu",
        "KHPlaceDate": "KH Địa danh, thời gian",
        "KHKind": "KH Tên loại",
        "KHSubject": "KH Trích yếu",
        "KHSubjectNote": "KH Dòng dưới trích yếu",
        "KHLine": "KH Đường kẻ",
        "KHAddressee": "KH Kính gửi",
        "KHAddresseeItem": "KH Nơi kính gửi",
        "KHBasis": "KH Căn cứ",
        "KHParagraph": "KH Lời văn",
        "KHHeading1": "KH Mục I",
        "KHHeading2": "KH Khoản 1 có tiêu đề",
        "KHHeading3": "KH Khoản 1.1 có tiêu đề",
        "KHNumbered": "KH Khoản 1 không tiêu đề",
        "KHPoint": "KH Điểm a)",
        "KHDash": "KH Gạch đầu dòng (-)",
        "KHPlus": "KH Dấu cộng (+)",
        "KHCenter": "KH Dòng canh giữa",
        "KHClosing": "KH Đoạn kết",
        "KHSignature": "KH Quyền hạn, chức vụ",
        "KHSigner": "KH Họ tên người ký",
        "KHRecipientsTitle": "KH Nơi nhận",
        "KHRecipient": "KH Danh sách nơi nhận",
        "KHAppendixLabel": "KH Phụ lục",
        "KHAppendixTitle": "KH Tên phụ lục",
        "KHAppendixReference": "KH Kèm theo văn bản",
        "KHTableHeader": "KH Bảng: đầu cột",
        "KHTableNumber": "KH Bảng: số cột",
        "KHTableCell": "KH Bảng: ô",
        "KHTableGroup": "KH Bảng: dòng nhóm",
        "KHTableAcross": "KH Bảng: dòng suốt",
        "KHTableTotal": "KH Bảng: dòng tổng",
        "KHTableEnd": "KH Sau bảng",
        "KHFootnote": "KH Chú thích cuối trang",
        "KHPageNumber": "KH Số trang",
        "KHSectionEnd": "KH Cuối phần",
    }
)
TABLE_STYLES: Mapping[str, str] = MappingProxyType({"KHTable": "KH Bảng"})


def shown(style: str) -> str:
    """The component's name without the prefix: `KHSubject` → `Trích yếu`."""
    return PARAGRAPH_STYLES[style].removeprefix("KH ")


def known_ids(styles: Any) -> dict[str, str]:
    """For each style of a `w:styles` the id that docgen knows it by: its own, or its name's."""
    every = {**PARAGRAPH_STYLES, **TABLE_STYLES, **CUT_STYLES}
    by_name = {name: style for style, name in every.items()}
    own = {each.get(W + "styleId"): each.find(W + "name") for each in styles.iter(W + "style")}
    known = {}
    for style, name in own.items():
        named = by_name.get(name.get(W + "val"), style) if name is not None else style
        known[style] = style if named in own else named
    return known


def with_known_ids(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts of a .docx with its named styles under the ids that docgen knows.

    LibreOffice makes new ids out of the names when it saves: `KH Trích yếu`, `KHTrchyu`.
    """
    return _with_ids(parts, _renamings(parts[STYLES]) if STYLES in parts else {})


@lru_cache(maxsize=8)
def _renamings(styles: bytes) -> Mapping[str, str]:
    known = known_ids(parse(styles))
    return {style: wanted for style, wanted in known.items() if style != wanted}


def with_ids_of(parts: Mapping[str, bytes], model: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts of a .docx with each style under the id that `model` has for one of its name.

    Programs make ids of their own for the styles of a document; the names stay.
    """
    if STYLES not in parts or STYLES not in model:
        return dict(parts)
    own, others = (_ids_by_name(parse(each[STYLES])) for each in (parts, model))
    wanted = {own[name]: others[name] for name in own.keys() & others.keys()}
    staying = set(own.values()) - {style for style, other in wanted.items() if style != other}
    renamed = {
        style: other for style, other in wanted.items() if style != other and other not in staying
    }
    return _with_ids(parts, renamed)


def _ids_by_name(styles: Any) -> dict[tuple[str, str], str]:
    named = ((each, each.find(W + "name")) for each in styles.iter(W + "style"))
    return {
        (each.get(W + "type", ""), name.get(W + "val", "").casefold()): each.get(W + "styleId", "")
        for each, name in named
        if name is not None
    }


def _with_ids(parts: Mapping[str, bytes], renamed: Mapping[str, str]) -> dict[str, bytes]:
    if not renamed:
        return dict(parts)
    word = {part for part in parts if part.startswith("word/") and part.endswith(".xml")}
    return {part: _renamed(xml, renamed) if part in word else xml for part, xml in parts.items()}


def _renamed(xml: bytes, renamed: Mapping[str, str]) -> bytes:
    root = parse(xml)
    for each in root.iter(W + "style", *REFERENCES):
        attribute = W + ("styleId" if each.tag == W + "style" else "val")
        if (style := each.get(attribute, "")) in renamed:
            each.set(attribute, renamed[style])
    return etree.tostring(root, encoding="UTF-8", standalone=True)
