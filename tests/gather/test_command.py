"""`docgen gather` on the command line: the list on the screen, and as a workbook to decide in."""

import shutil

from openpyxl import load_workbook

from docgen.cli import main
from docgen.gather.decision import TAKEN
from docgen.gather.forms.xlsx import VERDICT

AN = "Nguyễn Thị An"


def test_the_list_is_told_and_goes_into_a_workbook(built, copies, tmp_path, capsys):
    root = tmp_path / "project"
    shutil.copytree(built[0], root)
    ((_, data),) = copies(a=(lambda w: w.replace("tỷ lệ điểm tối đa", "điểm cao nhất"), AN))
    document, book = tmp_path / "gop_y_so_y_te.docx", tmp_path / "gop-y.xlsx"
    document.write_bytes(data)
    call = ["-C", str(root), "gather", str(document)]
    assert main(call) == 0
    said = capsys.readouterr().out
    assert AN in said
    assert "content/2024/purposes.yaml:10" in said
    assert main([*call, "--as", "xlsx", "-o", str(book)]) == 0
    workbook = load_workbook(book)
    sheet = workbook.worksheets[0]
    values = [cell.value for row in sheet.iter_rows() for cell in row]
    assert any(AN in str(value) for value in values)
    sheet.cell(2, values.index(VERDICT) + 1).value = TAKEN
    workbook.save(book)
    assert main([*call, "--decided", str(book)]) == 0
    assert "1 tiếp thu; 0 không tiếp thu" in capsys.readouterr().out
