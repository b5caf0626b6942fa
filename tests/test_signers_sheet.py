"""The sheet for the signer: the numbers of the plan, what was found, what was let stand."""

from docgen import pipeline
from docgen.docx.read import read
from docgen.report.sheet import report
from tests.plan_files import MADE_UP


def test_it_has_the_totals_of_each_table_with_the_rows_that_make_them(tmp_path):
    checked = pipeline.check(MADE_UP / "content" / "2031", MADE_UP)
    path = tmp_path / "phieu.docx"
    path.write_bytes(report(checked, 1))
    sheet = read(path).tables[0]
    assert [[cell.text for cell in row.cells] for row in sheet.rows] == [
        ["Nội dung hỗ trợ", "Số nông dân", "Ngân sách tỉnh", "Nông dân đóng góp", "Tổng kinh phí"],
        ["Phần mềm nhật ký đồng ruộng", "600", "1.250,5", "312,25", "1.562,75"],
        ["Cảm biến độ ẩm đất, trạm đo mưa", "400", "2.040,75", "510", "2.550,75"],
        ["Tập huấn bán hàng trực tuyến", "250", "180", "0", "180"],
        ["Tổng cộng:", "1.250", "3.471,25", "822,25", "4.293,50"],
    ]


def test_rows_have_their_names_where_the_label_of_the_total_reaches_over_numbers_too():
    """The tables of the main text and of the appendices."""
    checked = pipeline.check(MADE_UP / "content" / "2034", MADE_UP)
    text, volume, budget = read(report(checked, 1)).tables[:3]
    assert [[row.cells[0].text for row in table.rows] for table in (text, volume, budget)] == [
        ["Nguồn kinh phí", "Ngân sách tỉnh", "Ngân sách xã", "Tổng cộng"],
        [
            "Cơ quan",
            "Các sở có kho lưu trữ riêng",
            "Cơ quan chưa có kho lưu trữ riêng",
            "Tổng cộng",
        ],
        ["Nội dung chi", "Thiết bị", "Nhân công", "Tổng cộng"],
    ]
