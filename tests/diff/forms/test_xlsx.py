"""The workbook of a comparison: exact numbers, harmless texts, nothing left out."""

import io
import zipfile
from decimal import Decimal

import pytest
from lxml import etree
from openpyxl import load_workbook
from openpyxl.cell.rich_text import TextBlock

from docgen.diff.changes import Added, Changed, Figure, Moved, Removed, Rescored, Subject
from docgen.diff.forms.places import numbered
from docgen.diff.forms.sheets import LONGEST_TEXT
from docgen.diff.forms.xlsx import xlsx
from tests.comparisons import HOSTILE, by_hand, marks, place

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SHEETS = ["Tóm tắt", "Lĩnh vực", "Số liệu", "Tiêu chí", "Nhiệm vụ", "Nội dung khác"]


@pytest.fixture(scope="module")
def data(comparison):
    return xlsx(comparison)


def opened(data, **how):
    return load_workbook(io.BytesIO(data), **how)


def rows(sheet):
    """The rows of a sheet as mappings from the header's titles."""
    head, *lines = sheet.iter_rows(values_only=True)
    return [dict(zip(head, line, strict=True)) for line in lines]


def written(data):
    """Each number as the file writes it, by sheet and cell."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for at, name in enumerate(SHEETS, 1):
            sheet = etree.fromstring(package.read(f"xl/worksheets/sheet{at}.xml"))
            for cell in sheet.iter(S + "c"):
                if (value := cell.find(S + "v")) is not None:
                    yield name, cell.get("r"), value.text


def test_every_change_is_in_just_one_sheet(data, comparison):
    workbook = opened(data)
    assert workbook.sheetnames == SHEETS
    numbers = [{row["Số"] for row in rows(workbook[name])} for name in SHEETS[2:]]
    assert sum(map(len, numbers)) == len(set().union(*numbers)) == len(comparison.changes)
    criteria = {
        number for number, change in numbered(comparison.changes)
        if change.subject is Subject.CRITERION
    }  # fmt: skip
    assert numbers[0] | numbers[1] == criteria


def test_numbers_are_numbers_with_each_of_their_digits(data, comparison):
    workbook = opened(data)
    exact = {(name, at): Decimal(text) for name, at, text in written(data)}
    sheet = workbook["Số liệu"]
    head = [cell.value for cell in sheet[1]]
    lines = {line[0].value: line for line in sheet.iter_rows(min_row=2)}
    checked = 0
    for number, change in numbered(comparison.changes):
        for figure in change.figures if change.subject is Subject.CRITERION else ():
            titles = [f"{figure.title} {end}" for end in ("2024", "2025", "chênh lệch")]
            values = (figure.old, figure.new, figure.difference)
            for title, value in zip(titles, values, strict=True):
                cell = lines[number][head.index(title)]
                if value is None:
                    assert cell.value is None
                    continue
                assert exact["Số liệu", cell.coordinate] == value
                decimals = max(0, -value.as_tuple().exponent)
                assert cell.number_format.split(";")[0].lstrip("+") == "#,##0" + (
                    f".{'0' * decimals}" if decimals else ""
                )
                checked += 1
    assert checked > 50


def test_the_summary_has_the_scores_of_fields_the_totals_and_the_ranks(data):
    lines = rows(opened(data)["Tóm tắt"])
    said = {(line["Nội dung"], line["Thay đổi"]): line for line in lines}
    assert said["PAR Index, xếp hạng", "tăng 3 bậc"]["2025"] == 38
    assert said["Điểm chuẩn, tổng cộng", None]["Chênh lệch"] == 3
    assert lines[0]["Nội dung"] == "105 thay đổi."
    assert ("Nhiệm vụ", "thêm 3, bỏ 4, sửa 3, chuyển 5, tách 1") in said
    label = "Thời hạn, III. PHÂN CÔNG THỰC HIỆN › 8. Sở Nông nghiệp và Môi trường › nhiệm vụ 1"
    assert (label, "trong tháng 12/2024 → trong tháng 10/2024") in said


def test_a_field_says_how_much_came_of_scores_and_how_much_of_rows(data, comparison):
    lines = {line["Mã"]: line for line in rows(opened(data)["Lĩnh vực"])}
    assert len(lines) == len(comparison.summary.fields)
    assert any(field.moved and field.rescored for field in comparison.summary.fields)
    for field in comparison.summary.fields:
        line = lines[field.code]
        by = line["Điểm thẩm định chênh lệch"]
        parts = [value for title, value in line.items() if title.startswith("Do ")]
        if field.score.difference is None:
            assert by is None
            assert parts == [None, None]
        else:
            assert parts == [float(field.rescored), float(field.moved)]
            assert sum(parts) == pytest.approx(by) == float(field.score.difference)


def test_a_number_longer_than_excel_can_hold_stays_whole_as_a_text():
    long = Decimal("0.1234567890123456789")
    at = place("1.1 Tên", "Phụ lục › 1.1 Tên")
    figure = Figure("score", "Điểm", "Điểm", long, Decimal("0.5"))
    change = Rescored(subject=Subject.CRITERION, old=at, new=at, figures=(figure,))
    (line,) = rows(opened(xlsx(by_hand(change)))["Số liệu"])
    assert line["Điểm 2024"] == "0,1234567890123456789"
    assert line["Điểm 2025"] == 0.5


@pytest.mark.parametrize("text", ["=1+1", "+84", "-5", "@SUM(A1)", "\t=1", "#N/A", HOSTILE])
def test_no_text_becomes_a_formula_now_or_when_it_is_edited(text):
    change = Changed(
        subject=Subject.TASK, old=place(text, f"{text} › nhiệm vụ 1"),
        new=place(f"{text} mới", text), agencies=("a",), spans=marks(text, f"{text} mới"),
    )  # fmt: skip
    other = Removed(subject=Subject.CRITERION, old=place(text, text, text), new=None)
    data = xlsx(by_hand(change, other, agencies={"a": text}, notes=(text,)))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for at in range(1, 7):
            sheet = etree.fromstring(package.read(f"xl/worksheets/sheet{at}.xml"))
            assert not list(sheet.iter(S + "f"))
            assert {cell.get("t") for cell in sheet.iter(S + "c")} <= {"inlineStr", "n", None}
    workbook = opened(data)
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
    same = [cell for cell in cells if cell.value == text.strip() or cell.value == text]
    assert len(same) >= 4
    assert all(cell.data_type == "s" for cell in same)
    if text[0] in "=+-@\t":
        assert all(cell.quotePrefix for cell in same if cell.value[0] in "=+-@\t")


def test_words_that_differ_are_struck_out_or_underlined():
    old, new = "Báo cáo hàng quý.", "Báo cáo hàng tháng."
    change = Changed(subject=Subject.TASK, old=place(old), new=place(new), spans=marks(old, new))
    sheet = opened(xlsx(by_hand(change)), rich_text=True)["Nhiệm vụ"]
    for column, word, has in (("E", "quý", "strike"), ("F", "tháng", "u")):
        marked = [run for run in sheet[f"{column}2"].value if isinstance(run, TextBlock)]
        assert [run.text for run in marked] == [word]
        assert getattr(marked[0].font, has)


def test_a_criterion_that_moved_says_from_where_to_where():
    change = Moved(
        subject=Subject.CRITERION,
        old=place("8.5 Tên", "Phụ lục › 8 Tác động › 8.5 Tên"),
        new=place("8.5 Tên", "Phụ lục › 6 Tài chính › 8.5 Tên"),
    )
    (line,) = rows(opened(xlsx(by_hand(change)))["Tiêu chí"])
    assert (line["Mã"], line["Tên tiêu chí"]) == ("8.5", "Tên")
    assert line["Nội dung 2024"] == "Phụ lục › 8 Tác động › 8.5 Tên"
    assert line["Nội dung 2025"] == "Phụ lục › 6 Tài chính › 8.5 Tên"


def test_an_index_has_one_line_for_each_of_its_numbers():
    figures = (
        Figure("score", "Điểm", "Điểm", Decimal("86.25"), Decimal("87.10")),
        Figure("rank", "Xếp hạng", "Xếp hạng", Decimal(41), Decimal(38)),
    )
    at = place("86,25 điểm", "Chỉ số PAR Index")
    change = Rescored(subject=Subject.INDEX, old=at, new=at, figures=figures)
    score, rank = rows(opened(xlsx(by_hand(change)))["Nội dung khác"])
    assert score["Mục"] == "Chỉ số PAR Index: Điểm"
    assert (score["Số 2024"], score["Số 2025"], score["Số chênh lệch"]) == (86.25, 87.1, 0.85)
    assert (rank["Số 2024"], rank["Số 2025"], rank["Số chênh lệch"]) == (41, 38, -3)


def test_each_sheet_keeps_its_header_in_view_and_filters_all_of_it(data):
    for sheet in opened(data):
        assert sheet.freeze_panes[1:] == "2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.print_title_rows == "$1:$1"
        assert all(cell.font.bold for cell in sheet[1])
        assert all(sheet.column_dimensions[cell.column_letter].width >= 6 for cell in sheet[1])


def test_each_sheet_prints_on_lying_pages_with_a_type_that_reads(data):
    """Fitted to so many pages that nothing shrinks below 65 %: 11 points are 7 on paper."""
    for sheet in opened(data):
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.page_setup.fitToWidth == 1
        assert sheet.print_area.replace("$", "").endswith(sheet.dimensions)
        wide = sum(sheet.column_dimensions[cell.column_letter].width for cell in sheet[1])
        inches = wide * 7.5 / 96
        assert sheet.page_setup.fitToWidth * (11.7 - 0.8) / inches > 0.65
        assert "&P/&N" in sheet.oddFooter.right.text
        assert all(cell.alignment.wrap_text for row in sheet.iter_rows() for cell in row
                   if isinstance(cell.value, str))  # fmt: skip


def test_a_sheet_too_wide_for_one_page_repeats_the_names_on_the_next():
    figures = tuple(
        Figure(f"x{number}", f"Cột {number}", f"Cột {number}", Decimal(1), Decimal(2))
        for number in range(9)
    )
    at = place("1.1 Tên", "Phụ lục › 1.1 Tên")
    change = Rescored(subject=Subject.CRITERION, old=at, new=at, figures=figures)
    sheet = opened(xlsx(by_hand(change)))["Số liệu"]
    assert sheet.page_setup.fitToWidth == 2
    assert sheet.print_title_cols == "$A:$C"
    assert sheet.freeze_panes == "D2"


def test_a_text_that_no_cell_can_hold_is_cut_with_a_sign():
    text = "ă" * (LONGEST_TEXT + 5)
    change = Added(subject=Subject.PARAGRAPH, old=None, new=place(f"\x07{text}"))
    (line,) = rows(opened(xlsx(by_hand(change)))["Nội dung khác"])
    assert len(line["Nội dung 2025"]) == LONGEST_TEXT
    assert line["Nội dung 2025"].startswith("␇ă")
    assert line["Nội dung 2025"].endswith("ă…")


def test_two_equal_plans_give_sheets_with_only_their_headers():
    workbook = opened(xlsx(by_hand()))
    assert workbook.sheetnames == SHEETS
    assert [line["Nội dung"] for line in rows(workbook["Tóm tắt"])] == ["Không có gì thay đổi."]
    assert not any(rows(workbook[name]) for name in SHEETS[1:])


def test_the_bytes_do_not_say_when_they_were_made(data, comparison):
    assert xlsx(comparison) == data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(2020, 3, 5, 0, 0, 0)}
        core = package.read("docProps/core.xml").decode()
    assert core.count("2020-03-05T00:00:00Z") == 2
