# ruff: noqa: E501 - the lines of the documents stay whole
"""Bịa: năm kế hoạch theo lối soạn của năm cơ quan không có thật; con số và tên cũng bịa.

Made with python-docx as offices type: no styles, marks typed, letterhead and signature in tables or
by tabs, soft breaks, blank paragraphs for a new page, cells merged by hand.
"""

import io
from itertools import pairwise

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

CENTER, RIGHT, BOTH = (
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)


class Office:
    """Types a document as an office does."""

    def __init__(self):
        self.document = Document()
        self.document.styles["Normal"].font.name = "Times New Roman"
        self.document.styles["Normal"].font.size = Pt(14)

    def line(self, words="", align=None, place=None):
        """A paragraph; `**` is bold, `//` italic, `|` a soft break, `>` a tab."""
        paragraph = (place or self.document).add_paragraph()
        return self.fill(paragraph, words, align)

    def fill(self, paragraph, words, align=None):
        if align is not None:
            paragraph.alignment = align
        bold = italic = False
        for number, part in enumerate(words.replace("//", "**\0").split("**")):
            if part.startswith("\0"):
                italic = not italic
            elif number:
                bold = not bold
            self._runs(paragraph, part.removeprefix("\0"), bold, italic)
        return paragraph

    @staticmethod
    def _runs(paragraph, words, bold, italic):
        """Several runs a stretch, as editing leaves them."""
        cuts = sorted({0, len(words) // 3, len(words) // 2, len(words)})
        for start, end in pairwise(cuts):
            run = paragraph.add_run()
            run.bold, run.italic = bold or None, italic or None
            for number, part in enumerate(words[start:end].split("|")):
                if number:
                    run.add_break(WD_BREAK.LINE)
                for count, said in enumerate(part.split(">")):
                    if count:
                        run.add_tab()
                    run.add_text(said)

    def lines(self, words, align=BOTH):
        for line in words.strip().split("\n"):
            self.line(line.strip(), align)

    def cell(self, cell, words, align=None):
        for number, line in enumerate(words.split("\n")):
            paragraph = cell.paragraphs[0] if not number else cell.add_paragraph()
            self.fill(paragraph, line, align)

    def columns(self, left, right):
        """Two columns without borders."""
        table = self.document.add_table(rows=1, cols=2)
        self.cell(table.cell(0, 0), left, CENTER)
        self.cell(table.cell(0, 1), right, CENTER)
        return table

    def table(self, rows, merges=(), header=False):
        """A table; `merges` are (row, column, row, column) from corner to corner."""
        table = self.document.add_table(rows=len(rows), cols=len(rows[0]))
        table.style = "Table Grid"
        for row, words in zip(table.rows, rows, strict=True):
            for cell, said in zip(row.cells, words, strict=True):
                self.cell(cell, said)
        for corners in merges:
            self.merge(table, *corners)
        if header:
            mark = parse_xml(f"<w:tblHeader {nsdecls('w')}/>")
            table.rows[0]._tr.get_or_add_trPr().append(mark)
        return table

    @staticmethod
    def merge(table, top, left, bottom, right):
        """One cell of several; only the words of the first stay."""
        whole = table.cell(top, left)
        others = [table.cell(r, c) for r in range(top, bottom + 1) for c in range(left, right + 1)]
        for cell in others[1:]:
            for paragraph in cell.paragraphs[1:]:
                paragraph._p.getparent().remove(paragraph._p)
        merged = whole.merge(table.cell(bottom, right))
        for paragraph in merged.paragraphs[1:]:
            if not paragraph.text:
                paragraph._p.getparent().remove(paragraph._p)

    def landscape(self):
        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width

    def numbered(self, words, kind="decimal", text="%1.", level=0, number=None):
        """A paragraph that Word numbers; gives the list for the next."""
        paragraph = self.line(words, BOTH)
        part = self.document.part.numbering_part.element
        if number is None:
            number = len(part.findall(qn("w:num"))) + 1
            part.insert(0, parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{900 + number}"><w:lvl w:ilvl="{level}">'
                f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
                "</w:abstractNum>"
            ))  # fmt: skip
            part.append(parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{900 + number}"/></w:num>'
            ))  # fmt: skip
        self.number(paragraph, number, level)
        return number

    @staticmethod
    def number(paragraph, number, level=0):
        paragraph._p.get_or_add_pPr().append(parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        ))  # fmt: skip

    def raw(self, xml):
        """A paragraph of this XML."""
        paragraph = parse_xml(
            f"<w:p {nsdecls('w', 'wp', 'a', 'r')} xmlns:v='urn:schemas-microsoft-com:vml'>{xml}</w:p>"
        )
        self.document.element.body.insert(-1, paragraph)

    def data(self):
        target = io.BytesIO()
        self.document.save(target)
        return target.getvalue()


def letters_in_a_table():
    """A province: letterhead and signature tables, typed marks, tasks in run-in points."""
    office = Office()
    office.columns(
        "**ỦY BAN NHÂN DÂN|TỈNH SÔNG XANH**\n_______\nSố:       /KH-UBND",
        "**CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập – Tự do – Hạnh phúc**\n―――――――\n"
        "//Sông Xanh, ngày      tháng 12 năm 2025//",
    )  # fmt: skip
    office.raw('<w:r><w:pict><v:line from="0,0" to="100,0"/></w:pict></w:r>')
    office.line("**KẾ HOẠCH**", CENTER)
    office.line("**Phát triển kinh tế ban đêm trên địa bàn tỉnh Sông Xanh**", CENTER)
    office.line("**giai đoạn 2026 - 2030**", CENTER)
    office.raw('<w:r><w:pict><v:line from="0,0" to="100,0"/></w:pict></w:r>')
    office.lines("""
        >Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
        >Căn cứ Quyết định số 1129/QĐ-TTg ngày 27 tháng 7 năm 2020 của Thủ tướng Chính phủ;
        >Theo đề nghị của Giám đốc Sở Công Thương tại Tờ trình số 98/TTr-SCT ngày 02/12/2025,
        >Ủy ban nhân dân tỉnh Sông Xanh ban hành Kế hoạch phát triển kinh tế ban đêm, cụ thể như \
        sau:
        **I. MỤC ĐÍCH, YÊU CẦU**
        **1. Mục đích**
        -Khai thác tiềm năng, lợi thế; tạo thêm việc làm cho 1.250 lao động.
        - Nâng tỷ lệ khách lưu trú lên 35%.
        **2. Yêu cầu**
        a) Bảo đảm an ninh, trật tự.
        b) Có sự tham gia của người dân:
        - Người kinh doanh;
        + Hộ gia đình có đăng ký;
        + Doanh nghiệp.
        - Du khách.
        c) //Không gây ồn sau 24 giờ.//
        d) Mỗi phố đi bộ có một ban quản lý|và một đường dây nóng.
        đ) **Kinh phí:** từ nguồn xã hội hóa.
        **II. NHIỆM VỤ**
        **1. Quy hoạch không gian**
        **1.1. Khu trung tâm**
        Khu trung tâm gồm hai tuyến phố và một quảng trường.
        **1.2. Khu ven sông**
        (1) Tuyến đường bờ Đông.
        (2) Tuyến đường bờ Tây.
        //1.3. Khu chợ đêm//
        Chợ đêm họp từ thứ Sáu đến Chủ nhật.
        2. **Tuyên truyền:** Báo Sông Xanh mở chuyên mục *5 sao* về kinh tế đêm.
        **III. TỔ CHỨC THỰC HIỆN**
        **1. Sở Công Thương:** chủ trì, theo dõi, đôn đốc; báo cáo UBND tỉnh trước ngày 15/12.
        **2. Sở Văn hóa, Thể thao và Du lịch**
        a) Tổ chức biểu diễn nghệ thuật vào tối thứ Bảy.
        b) Quảng bá sản phẩm.
        **3. Công an tỉnh:** bảo đảm an ninh, trật tự.
        4. Sở Tài chính: bố trí kinh phí theo phân cấp.
        **5. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh:** giám sát việc thực hiện.
        Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Sở Công Thương để \
        tổng hợp, báo cáo UBND tỉnh xem xét, quyết định./.
    """)  # fmt: skip
    table = office.columns(
        "", "**TM. ỦY BAN NHÂN DÂN|KT. CHỦ TỊCH|PHÓ CHỦ TỊCH**\n\n\n\n**Lê Văn Mẫu**"
    )
    cell = table.cell(0, 0)
    office.cell(cell, "**//Nơi nhận://**\n- Thường trực Tỉnh ủy;\n- Chủ tịch, các PCT UBND tỉnh;\n"
                      "- Các sở, ban, ngành;\n- Lưu: VT, KT(Hà).")  # fmt: skip
    for _ in range(20):
        office.line()
    office.landscape()
    office.line("**PHỤ LỤC I**", CENTER)
    office.line("**DANH MỤC NHIỆM VỤ**", CENTER)
    office.line(
        "//(Kèm theo Kế hoạch số       /KH-UBND ngày     tháng 12 năm 2025 của UBND tỉnh Sông Xanh)//",
        CENTER,
    )
    table = office.table(
        [
            ["**STT**", "**Nhiệm vụ**", "**Cơ quan chủ trì**", "**Thời gian**", "**Sản phẩm**"],
            ["**I**", "**Nhóm quy hoạch**", "", "", ""],
            ["", "Lập quy hoạch phố đi bộ", "Sở Xây dựng", "Quý I/2026", "Quyết định"],
            ["", "Lắp đèn chiếu sáng", "", "Quý II/2026", "- Biên bản nghiệm thu;\n- Hồ sơ hoàn công."],
            ["**II**", "**Nhóm truyền thông**", "", "", ""],
            ["", "Mở chuyên mục trên báo", "Báo Sông Xanh", "Hằng năm", ""],
        ],
        [(2, 2, 3, 2)],
    )  # fmt: skip
    numbers = office.numbered("")
    office.document.element.body.remove(office.document.paragraphs[-1]._p)
    for row in (2, 3, 5):
        office.number(table.cell(row, 0).paragraphs[0], numbers)
    office.line("**PHỤ LỤC II**", CENTER)
    office.line("**DỰ TOÁN KINH PHÍ**", CENTER)
    office.line("//Đơn vị tính: triệu đồng//", RIGHT)
    office.table(
        [
            ["TT", "Nội dung", "Kinh phí", "", "Cộng", "Ghi chú"],
            ["", "", "Ngân sách", "Xã hội hóa", "", ""],
            ["A", "B", "1", "2", "3 = 1 + 2", "C"],
            ["1", "Hạ tầng phố đi bộ", "1.250", "480", "1.730", ""],
            ["2", "Chiếu sáng", "320", "150", "470", "Đợt 1"],
            ["3", "Quảng bá", "100", "0", "100", ""],
            ["**Tổng cộng**", "", "**1.670**", "**630**", "**2.300**", ""],
        ],
        [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (0, 4, 1, 4), (0, 5, 1, 5), (6, 0, 6, 1)],
    )  # fmt: skip
    return office.data()


def letters_by_tabs():
    """A district's office: all by tabs, marks of its own, tracked changes."""
    office = Office()
    office.line("**ỦY BAN NHÂN DÂN>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**")
    office.line("**HUYỆN ĐỒI CHÈ>Độc lập - Tự do - Hạnh phúc**")
    office.line("Số: 45/KH-UBND>//Đồi Chè, ngày 5 tháng 01 năm 2023//")
    office.line("**KẾ HOẠCH|Chuyển đổi số năm 2023**", CENTER)
    office.line("(Kèm theo Quyết định số 12/QĐ-UBND ngày 05/01/2023)", CENTER)
    office.line(
        "Thực hiện Kế hoạch số 200/KH-UBND của UBND tỉnh, UBND huyện ban hành Kế hoạch chuyển đổi số năm 2023 như sau:",
        BOTH,
    )
    office.lines("""
        **I/ MỤC TIÊU**
        **1/ Mục tiêu chung**
        • Nâng cao nhận thức về chuyển đổi số.
        • 100% xã có tổ công nghệ số cộng đồng.
        **2/ Mục tiêu cụ thể**
        – Về chính quyền số: 80% hồ sơ trực tuyến.
        – Về kinh tế số: 50% hộ kinh doanh có mã QR.
        **II/ NHIỆM VỤ**
        1.1 Hạ tầng: phủ sóng 4G ở 12/12 xã.
        1.2 Dữ liệu: số hóa sổ hộ tịch.
        1) Bước một: rà soát.
        2) Bước hai: nhập liệu.
        a. Nhập từ sổ giấy.
        b. Đối chiếu với dữ liệu dân cư.
        * Lưu ý: không nhập trùng.
    """)  # fmt: skip
    office.raw(
        '<w:r><w:t xml:space="preserve">Kinh phí thực hiện là </w:t></w:r>'
        '<w:del w:id="1" w:author="A" w:date="2023-01-01T00:00:00Z"><w:r><w:delText>200</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="A" w:date="2023-01-01T00:00:00Z"><w:r><w:t>250</w:t></w:r></w:ins>'
        '<w:r><w:t xml:space="preserve"> triệu đồng.</w:t></w:r>'
    )  # fmt: skip
    office.line(
        "Trên đây là Kế hoạch chuyển đổi số năm 2023, yêu cầu các đơn vị thực hiện nghiêm túc./.",
        BOTH,
    )
    office.line("**//Nơi nhận://>TM. ỦY BAN NHÂN DÂN**")
    office.line("- UBND tỉnh (b/c);>**CHỦ TỊCH**")
    office.line("- Các phòng, ban;")
    office.line("- Lưu: VT.>**Trần Thị Thử**")
    return office.data()


def letters_numbered_by_word():
    """A department: superior body, Kính gửi, Word's own numbers, footnote-free tables in the body."""
    office = Office()
    outer = office.document.add_table(rows=2, cols=2)
    office.cell(outer.cell(0, 0), "UBND TỈNH SÔNG XANH\n**SỞ NỘI VỤ**", CENTER)
    office.cell(
        outer.cell(0, 1),
        "**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**\n**Độc lập - Tự do - Hạnh phúc**",
        CENTER,
    )
    office.cell(outer.cell(1, 0), "Số: 7/KH-SNV", CENTER)
    office.cell(outer.cell(1, 1), "//Sông Xanh, ngày 09 tháng 02 năm 2024//", CENTER)
    office.line("KẾ HOẠCH", CENTER)
    office.line("**Kiểm tra công vụ năm 2024**", CENTER)
    office.line("Kính gửi:", CENTER)
    office.line("- Các phòng thuộc Sở;")
    office.line("- UBND các xã, phường.")
    office.line(
        "Để chấn chỉnh kỷ cương hành chính, Sở Nội vụ xây dựng Kế hoạch kiểm tra công vụ năm 2024.",
        BOTH,
    )
    roman = office.numbered("**MỤC ĐÍCH**", "upperRoman")
    dash = office.numbered("Nắm tình hình chấp hành giờ giấc.", "bullet", "-")
    office.numbered("Xử lý vi phạm.", number=dash)
    office.numbered("**NỘI DUNG**", number=roman)
    first = office.numbered("**Đối tượng kiểm tra**")
    office.line("Kiểm tra 05 phòng, 10 xã theo bảng sau:", BOTH)
    office.table(
        [
            ["**TT**", "**Đơn vị**", "**Số lần**"],
            ["1", "Các phòng thuộc Sở", "2"],
            ["2", "UBND các xã, phường", "3"],
            ["", "**Cộng**", "**5**"],
        ],
        header=True,
    )
    office.numbered("**Thời gian**", number=first)
    office.line("Từ tháng 3 đến tháng 11 năm 2024. Mỗi đợt không quá 02 ngày.", BOTH)
    office.numbered("**TỔ CHỨC THỰC HIỆN**", number=roman)
    letter = office.numbered("Thanh tra Sở chủ trì.", "lowerLetter", "%1)")
    office.numbered("Văn phòng Sở chuẩn bị xe.", number=letter)
    office.line(
        "Yêu cầu Trưởng các phòng, Chủ tịch UBND các xã, phường nghiêm túc thực hiện Kế hoạch này./.",
        BOTH,
    )
    table = office.columns("", "**GIÁM ĐỐC**\n\n\n(Đã ký)\n\n**Phạm Văn Thí Dụ**")
    office.cell(table.cell(0, 0), "**//Nơi nhận:|//**- Như trên;|- Giám đốc Sở;|- Lưu: VT, TTr.")
    office.line().add_run().add_break(WD_BREAK.PAGE)
    office.line("**Phụ lục số 01**", CENTER)
    office.line("**LỊCH KIỂM TRA**", CENTER)
    office.table(
        [
            ["STT", "Tháng", "Đơn vị", "Trưởng đoàn"],
            ["A. ĐỢT MỘT", "", "", ""],
            ["1", "3", "Phòng Tổ chức", "Chánh Thanh tra"],
            ["2", "4", "Xã An Bình", ""],
            ["B. ĐỢT HAI", "", "", ""],
            ["3", "9", "Phường Trung Tâm", "Phó Giám đốc"],
        ],
        [(1, 0, 1, 3), (4, 0, 4, 3), (2, 3, 3, 3)],
    )  # fmt: skip
    office.line("**Phụ lục số 02**", CENTER)
    office.line("**MẪU BÁO CÁO**", CENTER)
    office.lines("""
        **I. KẾT QUẢ**
        1. Số cuộc kiểm tra: ..........
        2. Số vi phạm: ..........
        **II. KIẾN NGHỊ**
        ..............................
    """)
    return office.data()


def headings_of_its_own():
    """A city: parts above sections, numbers typed twice, the signature above the recipients."""
    office = Office()
    office.document.sections[0].header.paragraphs[0].text = "Bản sao lục"
    office.columns("**UBND THÀNH PHỐ BIỂN BẠC**\nSố 118/KH-UBND",
                   "**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**\n**Độc lập - Tự do - Hạnh phúc**\n"
                   "//Biển Bạc, ngày 18 tháng 3 năm 2022//")  # fmt: skip
    office.line("**KẾ HOẠCH PHÁT TRIỂN DU LỊCH BIỂN BẠC NĂM 2022**", CENTER)
    office.lines("""
        Năm 2021, thành phố đón 120.500 lượt khách, giảm 35% so với năm 2020.
        UBND thành phố ban hành Kế hoạch như sau:
    """)
    office.line("**PHẦN THỨ NHẤT**", CENTER)
    office.line("**ĐÁNH GIÁ NĂM 2021**", CENTER)
    office.lines("""
        **I. Kết quả đạt được**
        **1. Về lượng khách**
        Khách nội địa chiếm 95%.
        **1. Về doanh thu**
        Đạt 850 tỷ đồng.
        **2. Về hạ tầng**
        ***Hạ tầng giao thông* còn thiếu.**
        **II. Hạn chế**
        - Thiếu sản phẩm mới:
        + Về đêm;
        + Về biển.
        - Nhân lực yếu.
    """)
    office.line("**PHẦN THỨ HAI**", CENTER)
    office.line("**NHIỆM VỤ NĂM 2022**", CENTER)
    office.raw(
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p><w:r><w:t>Chữ trong khung</w:t></w:r></w:p>'
        "</w:txbxContent></w:drawing></mc:Choice>"
        '<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>Chữ trong khung</w:t></w:r></w:p>'
        "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )  # fmt: skip
    office.lines("""
        **I. Chỉ tiêu**
        Đón 200.000 lượt khách; doanh thu 1.500 tỷ đồng.
        **II. Giải pháp**
        1. Xúc tiến, quảng bá.
        2. **Đào tạo nhân lực**
        a) Mở 05 lớp.
        c) Cấp chứng chỉ.
        3. Khoản mục {{ chưa rõ }} và #ghi chú: giữ nguyên.
        **III. Tổ chức thực hiện**
        1. Phòng Văn hóa và Thông tin chủ trì, phối hợp với các đơn vị.
        2. Các phòng, ban khác theo chức năng thực hiện.
        UBND thành phố yêu cầu các đơn vị nghiêm túc triển khai, định kỳ 6 tháng báo cáo kết quả.
    """)
    office.line("**TM. ỦY BAN NHÂN DÂN**", RIGHT)
    office.line("**CHỦ TỊCH**", RIGHT)
    office.line()
    office.line("**Đỗ Thị Minh Họa**", RIGHT)
    office.line("//**Nơi nhận:**//")
    office.line("- TT Thành ủy;")
    office.line("- Các phòng, ban;")
    office.line("- Lưu VT.")
    return office.data()


def without_a_head():
    """A plan that a decision encloses: no letterhead, no signature; tables of every kind."""
    office = Office()
    office.line("**KẾ HOẠCH**|**Ứng phó sự cố tràn dầu**", CENTER)
    office.line(
        "//(Ban hành kèm theo Quyết định số 99/QĐ-UBND ngày 01 tháng 4 năm 2023 của Ủy ban nhân dân tỉnh Sông Xanh)//",
        CENTER,
    )
    office.lines("""
        1. Mục đích
        Chủ động ứng phó sự cố tràn dầu.
        2. Phương châm
        2.1. Bốn tại chỗ
        - Chỉ huy tại chỗ;
        - Lực lượng tại chỗ.
        2.2. Ba sẵn sàng
        Phòng ngừa, ứng phó, khắc phục.
        3. Lực lượng
    """)
    office.table(
        [
            ["", "Đơn vị", "Lực lượng", "", "", ""],
            ["", "", "Thường trực", "", "Huy động", ""],
            ["", "", "Người", "Tàu", "Người", "Tàu"],
            ["1", "Bộ đội Biên phòng", "25", "2", "40", "3"],
            ["2", "Cảng vụ", "10", "1", "15", "1"],
        ],
        [(0, 0, 2, 0), (0, 1, 2, 1), (0, 2, 0, 5), (1, 2, 1, 3), (1, 4, 1, 5)],
    )  # fmt: skip
    box = office.table([["Đường dây nóng: 0999 000 000 (bịa)"]])
    inner = box.cell(0, 0).add_table(rows=1, cols=2)
    office.cell(inner.cell(0, 0), "Trực ban ngày")
    office.cell(inner.cell(0, 1), "Trực ban đêm")
    box.cell(0, 0).add_paragraph()
    office.raw(
        '<w:sdt><w:sdtContent><w:r><w:t xml:space="preserve">4. Thông tin: </w:t></w:r></w:sdtContent></w:sdt>'
        '<w:hyperlink><w:r><w:t>songxanh.example</w:t></w:r></w:hyperlink>'
        '<w:r><w:t xml:space="preserve">, ký hiệu </w:t></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t xml:space="preserve"> trang 3</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )  # fmt: skip
    office.line("5. Chế độ báo cáo")
    office.line("Báo cáo nhanh trong 02 giờ; báo cáo ngày trước 16 giờ 00.", BOTH)
    return office.data()


OFFICES = (
    letters_in_a_table, letters_by_tabs, letters_numbered_by_word, headings_of_its_own, without_a_head,
)  # fmt: skip
