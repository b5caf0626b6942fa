"""The workbook of one agency: its tasks and rows, with columns for what it reports.

Only those columns are open. A hidden column holds the address of each line, a hidden sheet whose
workbook it is, so lines may be sorted, filtered and deleted, and columns moved.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Alignment, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from docgen.diff.forms.sheets import Column, Value, fill, set_header, workbook_bytes
from docgen.plan.dates import Period
from docgen.tasking.lines import Line
from docgen.tasking.status import STATES

OF_REPORT = REPORT, GUIDE, HIDDEN = "Báo cáo", "Cách báo cáo", "docgen_phieu"
STATE, DONE_ON, RESULT, EVIDENCE, NOTE, KEY = (
    "Trạng thái", "Ngày hoàn thành", "Kết quả", "Tài liệu chứng minh", "Ghi chú", "Mã",
)  # fmt: skip
FILLED_IN = (STATE, DONE_ON, RESULT, EVIDENCE, NOTE)
COLUMNS = (
    Column("Số", 5), Column("Ở đâu trong Kế hoạch", 26), Column("Nhiệm vụ", 60),
    Column("Thời hạn", 16), Column("Sản phẩm", 24), Column(STATE, 15), Column(DONE_ON, 14),
    Column(RESULT, 34), Column(EVIDENCE, 26), Column(NOTE, 22), Column(KEY, 40),
)  # fmt: skip
UNIT_LABEL, UNIT_CELL = "Đơn vị báo cáo:", "B1"
_OPEN = PatternFill("solid", fgColor="FFFDF3D0")
_YEARS_AFTER = 1  # in which what is late may still be done


Add = Callable[[str, Workbook], None]
Of = tuple[str, Period | None]  # the folder of a plan, and its years


def workbook(key: str, name: str, lines: Sequence[Line], of: Of, add: Add) -> bytes:
    """The bytes of the workbook of the agency `key`, called `name`; the same for the same lines.

    `add` puts the sheets of the agency's content into it, behind those of its report.
    """
    year, period = of
    made = Workbook()
    del made[made.sheetnames[0]]
    _report(made.create_sheet(REPORT), lines, period)
    _guide(made.create_sheet(GUIDE), name, year)
    for sheet in made.worksheets:
        set_header(sheet, f"{name}, kế hoạch {year}")
    hidden = made.create_sheet(HIDDEN)
    hidden.sheet_state = "hidden"
    add(key, made)
    words: list[list[Value]] = [[line.address, line.words] for line in lines]
    fill(hidden, [Column(year, 40), Column(key, 60)], words)
    return workbook_bytes(made)


def _report(sheet: Worksheet, lines: Sequence[Line], period: Period | None) -> None:
    rows: list[list[Value]] = [
        [number, line.place, line.words, line.time or None, line.product or None,
         None, None, None, None, None, line.address]
        for number, line in enumerate(lines, 1)
    ]  # fmt: skip
    fill(sheet, COLUMNS, rows, kept=3)
    titles = [column.title for column in COLUMNS]
    letters = {title: get_column_letter(titles.index(title) + 1) for title in titles}
    last = len(rows) + 1
    for title in FILLED_IN:
        for row in range(2, last + 1):
            cell = sheet[f"{letters[title]}{row}"]
            cell.protection, cell.fill = Protection(locked=False), _OPEN
            cell.number_format = "dd/mm/yyyy" if title == DONE_ON else "@"
            cell.alignment = Alignment(vertical="top", wrap_text=True)
    states = DataValidation(type="list", formula1=f'"{",".join(STATES)}"', allow_blank=True)
    states.error = f"Chọn một trong: {', '.join(STATES)}."
    states.add(f"{letters[STATE]}2:{letters[STATE]}{last}")
    sheet.add_data_validation(states)
    if period is not None:
        sheet.add_data_validation(_days(period, f"{letters[DONE_ON]}2:{letters[DONE_ON]}{last}"))
    sheet.column_dimensions[letters[KEY]].hidden = True
    sheet.print_area = f"A1:{letters[NOTE]}{last}"
    sheet.page_setup.fitToWidth = 1
    sheet.protection.sheet = True
    for may in ("autoFilter", "sort", "formatColumns", "formatRows"):
        setattr(sheet.protection, may, False)  # what is False here, Excel allows


def _days(period: Period, cells: str) -> DataValidation:
    """A real day of the plan's years, or of the one after."""
    first, last = date(period, 1, 1), date(period.last + _YEARS_AFTER, 12, 31)
    days = DataValidation(
        type="date", operator="between", allow_blank=True,
        formula1=f"DATE({first.year},{first.month},{first.day})",
        formula2=f"DATE({last.year},{last.month},{last.day})",
    )  # fmt: skip
    days.error = f"Ghi ngày/tháng/năm, từ năm {first.year} đến năm {last.year}."
    days.add(cells)
    return days


def _guide(sheet: Worksheet, name: str, year: str) -> None:
    lines = (
        f"Trang “{REPORT}”: các nhiệm vụ, các dòng của Kế hoạch {year} giao cho {name}.",
        f"Chỉ ghi vào các ô màu vàng. “{STATE}” chọn trong danh sách: {', '.join(STATES)}.",
        f"“{DONE_ON}” ghi ngày/tháng/năm, chỉ khi đã hoàn thành. Chưa có gì báo cáo thì để trống.",
        "Trang không khóa bằng mật khẩu; xin giữ nguyên các cột và tên trang. Lọc dòng thì được.",
        "Nhiều đơn vị dùng chung phiếu này thì mỗi đơn vị ghi tên mình vào ô ở dòng đầu.",
        "Các trang sau là nội dung của Kế hoạch: đề nghị sửa chữ, số nào thì sửa thẳng ở đó.",
        "Gửi lại tệp này. Nơi tổng hợp chạy: docgen progress TỆP.xlsx …",
    )
    fill(sheet, [Column(UNIT_LABEL, 110), Column(name, 44)], [[line] for line in lines])
    sheet.auto_filter.ref = None
    sheet[UNIT_CELL].protection = Protection(locked=False)
    sheet[UNIT_CELL].fill = _OPEN
    sheet.protection.sheet = True
