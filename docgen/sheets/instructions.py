"""The sheet that tells an officer how the workbook is filled in."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from docgen.diff.forms.sheets import LINE_POINTS, lines_of, set_header, set_page
from docgen.sheets.cells import put_words, strengthen
from docgen.sheets.lines import Sheet

INSTRUCTIONS = "Hướng dẫn"
_WIDTH = 100
_TOLD = """\
Mỗi dòng là một dòng của bảng, hoặc một nhiệm vụ. Sửa thẳng trong ô; xong thì lưu và gửi lại \
đúng tệp này (.xlsx).
Ô trắng: sửa được. Ô xám: máy tự tính, hoặc dùng chung với dòng trên (ghi ↑); sửa ở ô xám thì \
không được lấy về.
Số: gõ theo cách máy của mình hiểu; ô đỏ là Excel chưa hiểu đó là số. Không gõ dấu % hay chữ \
vào ô số. Chữ số 0 ở cuối giữ theo số chữ số đang hiện trong ô.
Ô có nhiều đoạn: mỗi đoạn một dòng trong ô (Alt+Enter).
Thêm dòng: chèn dòng ngay dưới dòng cùng nhóm rồi ghi các ô; số tự tính của dòng mới, docgen tính \
khi lấy về. Nhiệm vụ mới: ghi cả cột Cơ quan.
Bỏ dòng: xóa cả dòng (Delete Row). Xóa chữ trong ô chỉ làm ô trống.
Sắp xếp, lọc tùy ý: thứ tự trong kế hoạch không đổi theo.
Không đổi tên sheet; không xóa các cột, dòng đang ẩn: nhờ đó mà biết dòng nào là dòng nào.
Ô có mũi tên xổ xuống: chọn trong danh sách, hoặc gõ chữ khác."""


def add_instructions(workbook: Workbook, sheets: Sequence[Sheet], year: str) -> None:
    """Adds the sheet of instructions behind those that are filled in."""
    made: Worksheet = workbook.create_sheet(INSTRUCTIONS)
    names = "; ".join(f"“{each.name}” {_count(each)} dòng" for each in sheets)
    texts = (f"Kế hoạch năm {year}: cách điền tệp này", f"Tệp có: {names}.", *_TOLD.splitlines())
    for row, words in enumerate(texts, 1):
        cell = made.cell(row, 1)
        assert isinstance(cell, Cell)
        put_words(cell, (words,))
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        made.row_dimensions[row].height = lines_of(words, _WIDTH) * LINE_POINTS
        if row == 1:
            strengthen(cell)
    made.column_dimensions["A"].width = _WIDTH
    set_page(made, _WIDTH, 0)
    set_header(made, f"Kế hoạch năm {year}")


def _count(sheet: Sheet) -> int:
    return sum(line.kind != "total" for line in sheet.lines)
