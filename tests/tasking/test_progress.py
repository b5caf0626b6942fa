"""What comes back: read whoever saved it, doubtful things asked, nobody forgotten."""

import io
import shutil
from datetime import date

import openpyxl
import pytest

from docgen.cli import main
from docgen.docx.read import read
from docgen.load.folder import load
from docgen.tasking.progress import counts, progress
from docgen.tasking.progress_workbook import workbook
from docgen.tasking.read_back import NotAReport, report_of
from docgen.view.plan import build_view
from tests.plan_files import MADE_UP, copy_project
from tests.tools import REPOSITORY

TODAY = date(2031, 8, 15)
XA, NN = "phieu-ubnd-cap-xa", "phieu-so-nong-nghiep-va-moi-truong"
KHCN = "phieu-so-khoa-hoc-va-cong-nghe"
STATE, DONE_ON, RESULT = "Trạng thái", "Ngày hoàn thành", "Kết quả"


@pytest.fixture
def filled(sheets):
    """A workbook of 2031 with cells filled in: row of the sheet, title of the column, value."""

    def fill(stem, *cells, unit=None, change=None):
        book = openpyxl.load_workbook(io.BytesIO(sheets["2031"].files[f"{stem}.xlsx"]))
        sheet = book["Báo cáo"]
        titles = [cell.value for cell in sheet[1]]
        for row, title, value in cells:
            sheet.cell(row, titles.index(title) + 1).value = value
        if unit:
            book["Cách báo cáo"]["B1"] = unit
        if change:
            change(book)
        saved = io.BytesIO()
        book.save(saved)
        return saved.getvalue()

    return fill


@pytest.fixture(scope="module")
def plan():
    return load(MADE_UP / "content" / "2031", MADE_UP)[0]


def standing(plan, *files, today=TODAY):
    period = plan.year.value
    reports = [report_of(data, f"tep-{at}.xlsx", period, today) for at, data in enumerate(files)]
    return progress(plan, build_view(plan)[0], reports, today)


def by_place(found, agency):
    return {each.line.place: each for each in found.records if each.agency == agency}


def test_what_nobody_reports_is_silent_and_every_agency_is_listed(plan):
    found = standing(plan)
    assert [each.verdict for each in found.records] == ["silent"] * 8
    assert len(found.silent) == 3
    late = [each.line.place for each in found.records if each.is_late(TODAY)]
    assert late == ["Phụ lục II › dòng 1", "Phụ lục II › dòng 2"]


def test_done_in_time_done_late_overdue_and_going_on(plan, filled):
    nn = filled(
        NN,
        (2, STATE, "Đang thực hiện"),
        (4, STATE, "Hoàn thành"), (4, DONE_ON, date(2031, 7, 2)),
        (5, STATE, "Chưa thực hiện"),
    )  # fmt: skip
    khcn = filled(
        KHCN, (2, STATE, "hoàn thành"), (3, STATE, "Đang thực hiện")
    )  # fmt: skip
    xa = filled(XA, (2, STATE, "Hoàn thành"), (2, DONE_ON, "15/8/2031"))
    found = standing(plan, nn, khcn, xa)
    assert [each.verdict for each in found.records] == [
        "going on", "silent", "done late", "going on", "in time", "overdue", "in time", "silent",
    ]  # fmt: skip
    assert found.questions == []


@pytest.mark.parametrize(
    ("value", "question"),
    [
        ("31/4/2031", "“31/4/2031” không phải một ngày"),
        ("tháng 6/2031", "không phải một ngày"),
        ("6/2031", "chưa đủ ngày, tháng, năm"),
        ("5/6/31", "không phải một ngày"),
        (date(2031, 12, 26), "sau ngày tổng hợp: là ngày nào?"),
        (date(2031, 9, 7), "có phải ngày 09/7/2031 không?"),
        ("05/6/2013", "trước khi có Kế hoạch"),
        ("xong rồi", "không phải một ngày"),
    ],
)
def test_a_doubtful_day_is_asked_never_guessed(plan, filled, value, question):
    found = standing(plan, filled(NN, (4, STATE, "Hoàn thành"), (4, DONE_ON, value)))
    (asked,) = found.questions
    assert question in asked.question
    assert asked.verdict == "asked"
    assert asked.place == "tep-0.xlsx, dòng 4"


@pytest.mark.parametrize(
    ("value", "question"),
    [(48003, "có phải ngày 04/6/2031 không?"), (12, "“12” là số: là ngày nào?")],
)
def test_a_number_that_is_no_date_in_its_cell_is_asked(plan, filled, value, question):
    def pasted(book):
        book["Báo cáo"]["G4"].value, book["Báo cáo"]["G4"].number_format = value, "General"

    (asked,) = standing(plan, filled(NN, (4, STATE, "Hoàn thành"), change=pasted)).questions
    assert question in asked.question


@pytest.mark.parametrize("value", ["05/6/2031", "5-6-2031", "2031-06-05", date(2031, 6, 5)])
def test_a_day_is_read_in_each_way_that_leaves_no_doubt(plan, filled, value):
    found = standing(plan, filled(NN, (4, STATE, "HOÀN  THÀNH"), (4, DONE_ON, value)))
    assert (
        by_place(found, "so-nong-nghiep-va-moi-truong")["Phụ lục II › dòng 1"].verdict == "in time"
    )


@pytest.mark.parametrize(
    ("cells", "question"),
    [
        ([(4, STATE, "xong")], "trạng thái “xong”: chọn một trong"),
        ([(4, STATE, "Hoàn thàn")], "có phải “Hoàn thành” không?"),
        ([(4, STATE, "Đang thực hiện"), (4, DONE_ON, "05/6/2031")], "đã hoàn thành chưa?"),
        ([(4, RESULT, "Đã gửi báo cáo")], "có kết quả mà chưa ghi trạng thái"),
        ([(4, STATE, "Hoàn thành")], "hoàn thành ngày nào? Hạn là 30/6/2031"),
    ],
)
def test_what_contradicts_itself_is_asked(plan, filled, cells, question):
    (asked,) = standing(plan, filled(NN, *cells)).questions
    assert question in asked.question


def test_files_of_one_agency_add_up_and_what_they_say_otherwise_is_asked(plan, filled):
    one = filled(NN, (2, STATE, "Hoàn thành"), (5, STATE, "Chưa thực hiện"))
    other = filled(NN, (4, STATE, "Đang thực hiện"), (5, STATE, "Đang thực hiện"))
    found = standing(plan, one, other)
    verdicts = [each.verdict for each in found.records[:4]]
    assert verdicts == ["in time", "silent", "overdue", "asked"]
    assert "tep-1.xlsx, dòng 5 ghi khác" in found.questions[0].question


def test_units_that_share_a_sheet_are_counted_each(plan, filled):
    found = standing(
        plan,
        filled(XA, (2, STATE, "Hoàn thành"), (2, DONE_ON, "01/8/2031"), unit="UBND xã Một"),
        filled(XA, unit="UBND xã Hai"),
    )
    assert {unit: dict(counts(own)) for (key, unit), own in found.by_unit.items()
            if key == "ubnd-cap-xa"} == {
        "UBND xã Một": {"in time": 1, "silent": 1}, "UBND xã Hai": {"silent": 2},
    }  # fmt: skip


def test_rows_sorted_and_taken_out_and_columns_moved_say_the_same(plan, filled):
    def shuffle(book):
        sheet = book["Báo cáo"]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        sheet.delete_rows(1, len(rows))
        for row in [rows[0], *rows[:1:-1]]:
            sheet.append(row[::-1])

    cells = [(4, STATE, "Đang thực hiện"), (5, STATE, "Chưa thực hiện")]
    plainly, moved = (
        standing(plan, filled(NN, *cells, change=change)) for change in (None, shuffle)
    )
    assert [each.verdict for each in moved.records] == [each.verdict for each in plainly.records]


def test_a_line_is_known_by_its_words_where_rows_were_put_in_since(tmp_path, filled):
    root = copy_project(tmp_path / "project", MADE_UP)
    duties = root / "content" / "2031" / "duties.yaml"
    text = duties.read_text("utf-8")
    new = "        - {code: 0, name: Việc mới, lead: Sở Nông nghiệp và Môi trường, time: Tháng 5}\n"
    duties.write_text(text.replace("        - code: 1\n", f"{new}        - code: 1\n", 1), "utf-8")
    plan = load(root / "content" / "2031", root)[0]
    found = standing(plan, filled(NN, (4, STATE, "Đang thực hiện"), (5, STATE, "Chưa thực hiện")))
    own = by_place(found, "so-nong-nghiep-va-moi-truong")
    assert own["Phụ lục II › dòng 0"].verdict == "silent"
    assert own["Phụ lục II › dòng 1"].said.state == "Đang thực hiện"
    assert own["Phụ lục II › dòng 5"].said.state == "Chưa thực hiện"
    assert found.strange == ()


def test_a_line_that_the_plan_no_longer_has_is_told(plan, filled):
    def renamed(book):
        book["docgen_phieu"]["A4"] = book["Báo cáo"]["K4"] = "khác"
        book["docgen_phieu"]["B4"] = "Việc đã bỏ"

    found = standing(plan, filled(NN, (4, STATE, "Hoàn thành"), change=renamed))
    assert [(file, line.row) for file, line in found.strange] == [("tep-0.xlsx", 4)]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"not a workbook"])
def test_what_is_no_report_is_refused(data):
    with pytest.raises(NotAReport):
        report_of(data, "x.xlsx", None, TODAY)


def test_the_chart_shows_every_unit_and_the_sum_is_the_sum(plan, filled):
    found = standing(plan, filled(NN, (2, STATE, "Hoàn thành")))
    book = openpyxl.load_workbook(io.BytesIO(workbook(found, "2031", str)))
    sheet = book["Tổng hợp"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(max_col=9)]
    assert [sum(row[2:8]) for row in rows[1:]] == [row[1] for row in rows[1:]] == [4, 2, 2, 8]
    assert [sum(column) for column in list(zip(*rows[1:-1], strict=True))[1:]] == rows[-1][1:]
    (chart,) = sheet._charts
    assert chart.series[0].cat.numRef.f == "'Tổng hợp'!$A$2:$A$4"
    assert len(chart.series) == 6


def test_the_command_writes_workbook_and_table_and_names_who_is_missing(tmp_path, filled, capsys):
    root = copy_project(tmp_path / "project", MADE_UP)
    shutil.copy(REPOSITORY / "templates" / "bang_tien_do.docx", root / "templates")
    back = root / "ve"
    back.mkdir()
    (back / "nn.xlsx").write_bytes(filled(NN, (2, STATE, "Hoàn thành"), (4, STATE, "xong")))
    (back / "hong.xlsx").write_bytes(b"hong")
    (back / "~$nn.xlsx").write_bytes(b"owner")
    assert main(["-C", str(root), "progress", str(back), "--on", "15/8/2031"]) == 1
    said = capsys.readouterr().out
    assert "8 việc; hoàn thành đúng hạn: 1, chưa báo cáo: 6, cần hỏi lại: 1." in said
    assert "Chưa gửi báo cáo (2): Sở Khoa học và Công nghệ, UBND các xã, phường." in said
    assert "Không dùng ve/hong.xlsx: không phải tệp Excel .xlsx, hoặc tệp đã hỏng" in said
    assert "ve/nn.xlsx, dòng 4" in said
    table, late = read(root / "output" / "tien-do_2031.docx").tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[-1] == ["", "Tổng cộng", "8", "1", "-", "-", "-", "6", "1", "1"]
    assert [[cell.text for cell in row.cells] for row in late.rows[1:]] == [[
        "Phụ lục II › dòng 2", "Lựa chọn phần mềm, thiết bị; thử nghiệm tại 03 xã", "Tháng 7",
        "Sở Khoa học và Công nghệ",
    ]]  # fmt: skip
    assert (root / "output" / "tien-do_2031.xlsx").is_file()


def test_a_wrong_day_is_wrong_usage(capsys):
    assert main(["-C", str(MADE_UP), "progress", "x.xlsx", "--on", "31/2/2031"]) == 2
    assert "--on" in capsys.readouterr().err
