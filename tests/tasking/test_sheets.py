"""The sheets themselves: rows cut out of merged blocks, what is locked, the command."""

import io
import shutil
import subprocess
import sys

import openpyxl
import pytest

from docgen.cli import main
from docgen.docx.model import Table
from docgen.docx.read import read
from tests.plan_files import MADE_UP, copy_project
from tests.tools import REPOSITORY


@pytest.fixture
def project(tmp_path):
    root = copy_project(tmp_path / "project", REPOSITORY / "tests" / "plans")
    shutil.copy(REPOSITORY / "templates" / "phieu_giao_viec.docx", root / "templates")
    return root


@pytest.mark.slow
def test_rows_keep_their_field_and_what_was_merged_over_them(sheets):
    document = read(sheets["2024"].files["phieu-ubnd-cap-xa.docx"])
    (table,) = [each for each in document.blocks if isinstance(each, Table) and each.rows[0].header]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    codes = [row[0] for row in rows[1:]]
    assert codes[:6] == ["2", "2.4.1", "2.4.2", "2.4.3", "2.4.4", "6"]
    assert "Tổng" not in str(rows)
    merges = [row.cells[6].merge for row in table.rows[2:6]]
    assert merges == ["restart", "continue", "continue", "continue"]


@pytest.mark.parametrize("name", ["so-noi-vu", "mttq-tinh"])
@pytest.mark.slow
def test_sheets_are_sound_word_files(name, sheets, check_ooxml, tmp_path):
    document = tmp_path / "phieu.docx"
    document.write_bytes(sheets["2024"].files[f"phieu-{name}.docx"])
    assert check_ooxml(document) == []


def test_only_the_columns_of_the_report_are_open_and_every_line_has_its_address(sheets):
    workbook = openpyxl.load_workbook(io.BytesIO(sheets["2031"].files["phieu-ubnd-cap-xa.xlsx"]))
    sheet = workbook["Báo cáo"]
    titles = [cell.value for cell in sheet[1]]
    open_columns = [titles[at] for at, cell in enumerate(sheet[2]) if not cell.protection.locked]
    assert sheet.protection.sheet
    assert open_columns == [
        "Trạng thái", "Ngày hoàn thành", "Kết quả", "Tài liệu chứng minh", "Ghi chú",
    ]  # fmt: skip
    assert [cell.value for cell in sheet["K"][1:]] == [
        "appendice[duties].table.rows[1].rows[0].rows[3]",
        "appendice[duties].table.rows[1].rows[0].rows[4]",
    ]
    assert sheet.column_dimensions["K"].hidden
    assert workbook["docgen_phieu"].sheet_state == "hidden"


@pytest.mark.slow
def test_the_command_writes_a_pair_of_files_for_each_agency_and_never_over_work(project, capsys):
    command = ["-C", str(project), "sheets", "2031"]
    assert main(command) == 0
    folder = project / "output" / "phieu" / "2031"
    names = sorted(path.name for path in folder.iterdir())
    assert len(names) == 7
    said = capsys.readouterr().out
    assert said.startswith("2 nhiệm vụ trong lời văn, 5 dòng của bảng giao cho 3 cơ quan.")
    before = {name: (folder / name).read_bytes() for name in names}
    assert main(command) == 0
    assert {name: (folder / name).read_bytes() for name in names} == before
    (folder / "phieu-ubnd-cap-xa.xlsx").write_bytes(b"filled in")
    assert main(command) == 1
    assert "phieu-ubnd-cap-xa.xlsx" in capsys.readouterr().err
    assert (folder / "phieu-ubnd-cap-xa.xlsx").read_bytes() == b"filled in"


def test_what_an_agency_edits_in_its_workbook_comes_home_and_the_rest_stays(project, capsys):
    main(["-C", str(project), "sheets", "2031"])
    path = project / "output" / "phieu" / "2031" / "phieu-ubnd-cap-xa.xlsx"
    book = openpyxl.load_workbook(path)
    (cell,) = [
        cell for row in book["Phụ lục II"].iter_rows() for cell in row
        if cell.value == "Lập danh sách nông dân được hỗ trợ"
    ]  # fmt: skip
    cell.value = "Lập danh sách nông dân được hỗ trợ năm 2031"
    book["Báo cáo"]["F2"] = "Đang thực hiện"
    book.save(path)
    capsys.readouterr()
    assert main(["-C", str(project), "excel", "in", str(path), "--write"]) == 0
    said = capsys.readouterr()
    assert "không phải bảng" not in said.err
    duties = project / "content" / "2031" / "duties.yaml"
    assert "name: Lập danh sách nông dân được hỗ trợ năm 2031" in duties.read_text("utf-8")
    original = (MADE_UP / "content" / "2031" / "duties.yaml").read_text("utf-8")
    changed = set(duties.read_text("utf-8").splitlines()) - set(original.splitlines())
    assert len(changed) == 1


def test_a_plan_with_errors_is_not_handed_out(project, capsys):
    plan = project / "content" / "2031" / "plan.yaml"
    plan.write_text(plan.read_text("utf-8").replace("subject:", "subjekt:"), "utf-8")
    assert main(["-C", str(project), "sheets", "2031"]) == 1
    assert "subjekt" in capsys.readouterr().out
    assert not (project / "output" / "phieu").exists()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("script", "template"),
    [("make_task_sheet.py", "phieu_giao_viec.docx"), ("make_progress.py", "bang_tien_do.docx")],
)
def test_a_template_is_what_its_script_makes(script, template, tmp_path):
    made = tmp_path / "made.docx"
    subprocess.run([sys.executable, REPOSITORY / "templates" / script, made], check=True)
    assert made.read_bytes() == (REPOSITORY / "templates" / template).read_bytes()
