"""The components of a plan as the decree wants them: one paragraph style each.

Clauses are those of Phụ lục I of Nghị định 30/2020/NĐ-CP; lengths are twips (1/20 pt).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

FIRST_LINE = 720  # II.6.e: 1,27 cm
SIX_PT = 120  # II.6.e: at least 6 pt between paragraphs


@dataclass(frozen=True)
class Component:
    """One paragraph style: its id, the name an officer sees in Word, its clause, its look.

    `size` in pt; `line` in 240ths of a line, or twips where `exact`; `keep`: on the page of
    the next paragraph; `outline`: level in the navigation pane, from 0.
    """

    id: str
    name: str
    clause: str
    size: int
    look: str = ""
    align: str = "center"
    left: int = 0
    first: int = 0
    before: int = 0
    after: int = 0
    line: int = 240
    exact: bool = False
    keep: bool = False
    outline: int | None = None
    color: str = "000000"


def running(
    style: str,
    name: str,
    clause: str,
    look: str = "",
    outline: int | None = None,
    keep: bool = False,
) -> Component:
    """A component of the text itself (II.6.e). Space stands only after, so no two spaces meet."""
    text = Component(style, name, clause, 14, look, "both", 0, FIRST_LINE, 0, SIX_PT, 264)
    return replace(text, outline=outline, keep=keep or outline is not None)


COMPONENTS = (
    # V.1-V.4: of the two families of sizes, 13 + 14 + 14
    Component("KHNational", "KH Quốc hiệu", "II.1.a", 13, "bold caps"),
    Component("KHMotto", "KH Tiêu ngữ", "II.1.b", 14, "bold"),
    Component("KHSuperior", "KH Cơ quan chủ quản", "II.2.b", 13, "caps"),
    Component("KHIssuer", "KH Cơ quan ban hành", "II.2.b", 13, "bold caps"),
    Component("KHNumber", "KH Số, ký hiệu", "II.3.c", 13),
    Component("KHPlaceDate", "KH Địa danh, thời gian", "II.4.c", 14, "italic"),
    Component("KHKind", "KH Tên loại", "II.5.b", 14, "bold caps", before=320, keep=True),
    Component("KHSubject", "KH Trích yếu", "II.5.b", 14, "bold", keep=True),
    Component("KHSubjectNote", "KH Dòng dưới trích yếu", "III.1.c", 14, "italic", keep=True),
    # The line is the top border of an empty paragraph; its indents set how long it is.
    Component(
        "KHLine",
        "KH Đường kẻ",
        "II.1, II.2, II.5",
        1,
        "line",
        before=60,
        after=180,
        line=20,
        exact=True,
    ),
    Component("KHAddressee", "KH Kính gửi", "II.9.d", 14, align="left", left=1985, after=SIX_PT),
    Component(
        "KHAddresseeItem", "KH Nơi kính gửi", "II.9.d", 14, align="left", left=2985, after=SIX_PT
    ),
    running("KHBasis", "KH Căn cứ", "II.6.a", "italic"),
    running("KHParagraph", "KH Lời văn", "II.6.e"),
    running("KHHeading1", "KH Mục I", "II.6.đ, V.6.b", "bold caps", outline=0),
    running("KHHeading2", "KH Khoản 1 có tiêu đề", "II.6.đ", "bold", outline=1),
    running("KHHeading3", "KH Khoản 1.1 có tiêu đề", "II.6.đ", "bold", outline=2),
    running("KHNumbered", "KH Khoản 1 không tiêu đề", "II.6.đ"),
    running("KHPoint", "KH Điểm a)", "II.6.đ"),
    running("KHDash", "KH Gạch đầu dòng (-)", "II.6.e"),
    running("KHPlus", "KH Dấu cộng (+)", "II.6.e"),
    Component("KHCenter", "KH Dòng canh giữa", "II.6.e", 14, after=SIX_PT, line=264),
    running("KHClosing", "KH Đoạn kết", "II.6.e", keep=True),
    Component("KHSignature", "KH Quyền hạn, chức vụ", "II.7.đ", 14, "bold caps", keep=True),
    # Signature and seal stand in the five lines before the name.
    Component("KHSigner", "KH Họ tên người ký", "II.7.đ", 14, "bold", before=1600),
    Component("KHRecipientsTitle", "KH Nơi nhận", "II.9.d", 12, "bold italic", "left", keep=True),
    Component("KHRecipient", "KH Danh sách nơi nhận", "II.9.d", 11, align="left"),
    Component("KHAppendixLabel", "KH Phụ lục", "III.1.b", 14, "bold", keep=True),
    Component("KHAppendixTitle", "KH Tên phụ lục", "III.1.b", 14, "bold caps", keep=True),
    Component("KHAppendixReference", "KH Kèm theo văn bản", "III.1.c", 14, "italic", keep=True),
    # The decree leaves tables to the office.
    Component("KHTableHeader", "KH Bảng: đầu cột", "", 11, "bold", keep=True),
    Component("KHTableNumber", "KH Bảng: số cột", "", 11, keep=True),
    Component("KHTableCell", "KH Bảng: ô", "", 11, align="left"),
    Component("KHTableGroup", "KH Bảng: dòng nhóm", "", 11, "bold", "left", keep=True),
    Component("KHTableAcross", "KH Bảng: dòng suốt", "", 11, "bold", "left", keep=True),
    Component("KHTableTotal", "KH Bảng: dòng tổng", "", 11, "bold", "left"),
    Component("KHTableEnd", "KH Sau bảng", "", 1, line=160, exact=True),
    Component("KHFootnote", "KH Chú thích cuối trang", "", 11, align="both"),
    Component("KHPageNumber", "KH Số trang", "I.7", 14),
    Component("KHSectionEnd", "KH Cuối phần", "", 1, line=20, exact=True),
    # Never on paper: the tags of the template that stand alone, small and grey.
    Component("KHTag", "KH Lệnh của mẫu", "", 8, align="left", color="808080"),
)
