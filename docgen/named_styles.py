"""The styles by which docgen knows the components of a plan, in a template and on paper.

Keys are style ids, values the names an officer sees in Word. The office may change how
each looks; the tables and lines that code writes ask for them by these ids.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

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
        "KHPageNumber": "KH Số trang",
        "KHSectionEnd": "KH Cuối phần",
    }
)
TABLE_STYLES: Mapping[str, str] = MappingProxyType({"KHTable": "KH Bảng"})


def shown(style: str) -> str:
    """The component's name without the prefix: `KHSubject` → `Trích yếu`."""
    return PARAGRAPH_STYLES[style].removeprefix("KH ")
