"""Groups, totals and formulas of a foreign table: what its looks, marks and figures prove."""

import pytest

from docgen.docx.read import read
from docgen.from_word.plan import reading_of
from docgen.plan.reading_order import tables
from tests.small_docx import docx, paragraph, run

BUDGET = """\
TT | Nội dung | Tổng số | Huyện | Xã
(1) | (2) | (3)=(4)+(5) | (4) | (5)
*I | *Tuyên truyền | 750 | 300 | 450
1 | Truyền hình | 450 | 200 | 250
2 | Tờ rơi | 300 | 100 | 200
*II | *Tập huấn | 360 | 160 | 200
1 | Cán bộ | 110 | 60 | 50
2 | Chủ thể | 250 | 100 | 150
 | *Tổng cộng | 1.110 | 460 | 650
"""
COSTS = """\
TT | Nội dung chi | Số lượng | Đơn giá | Thành tiền
 |  | A | B | C = A x B
1 | Giảng viên | 16 | 600 | 9.600
2 | Tài liệu | 320 | 100 | 32.000
"""
SHARES = """\
TT | Chỉ tiêu | Kế hoạch | Thực hiện | Tỷ lệ
(1) | (2) | (3) | (4) | (5) = (4):(3)
1 | Lúa | 40 | 30 | 75
2 | Ngô | 50 | 60 | 120
"""


def cell(words):
    bold = "<w:rPr><w:b/></w:rPr>" if words.startswith("*") else ""
    said = f"<w:p><w:r>{bold}<w:t>{words.lstrip('*')}</w:t></w:r></w:p>"
    return f"<w:tc><w:tcPr><w:tcW w:w='1000'/></w:tcPr>{said}</w:tc>"


def table_of(text):
    rows = ""
    for number, line in enumerate(text.splitlines()):
        cells = "".join(cell(each.strip()) for each in line.split("|"))
        rows += f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' * (number < 2)}{cells}</w:tr>"
    grid = "<w:gridCol w:w='1000'/>" * (text.splitlines()[0].count("|") + 1)
    body = f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    head = paragraph(run("KẾ HOẠCH")) + paragraph(run("1. Kinh phí như sau:"))
    data = docx(head + body + paragraph(run("Nơi nhận:")))
    (found,) = tables(reading_of(read(data), "cũ.docx", {}).plan)
    return found


def formulas(table, which):
    said = ((each.key.value, getattr(each, which)) for each in table.columns)
    return {key: formula.value for key, formula in said if formula}


def test_bold_names_with_plain_figures_head_groups_and_the_last_line_is_the_total():
    table = table_of(BUDGET)
    assert [(row.kind, len(row.rows)) for row in table.rows] == [("group", 2), ("group", 2)]
    sums = {key: f"sum('{key}')" for key in ("tong_so", "huyen", "xa")}
    assert formulas(table, "group") == formulas(table, "total") == sums
    assert table.total.label.value == "Tổng cộng"


def test_a_group_whose_sum_is_wrong_keeps_its_typed_figures():
    table = table_of(BUDGET.replace("| 360 | 160 |", "| 361 | 161 |"))
    assert formulas(table, "group") == {"xa": "sum('xa')"}
    assert table.rows[1].cells["huyen"].text.value == "161"


@pytest.mark.parametrize("marks", ["(1) | (2) | (3)=(4)+(5) | (4) | (5)\n", ""])
def test_the_formula_that_a_mark_says_or_a_total_by_name_goes_before_a_difference(marks):
    text = BUDGET.replace("(1) | (2) | (3)=(4)+(5) | (4) | (5)\n", marks)
    assert formulas(table_of(text), "compute") == {"tong_so": "huyen + xa"}


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        (COSTS, {"thanh_tien": "so_luong * don_gia"}),
        (SHARES, {"ty_le": "thuc_hien / ke_hoach * 100"}),
        (SHARES.replace("120", "121"), {}),
    ],
)
def test_marks_in_letters_products_and_shares_are_read(text, formula):
    assert formulas(table_of(text), "compute") == formula
