"""`docgen excel scores`: published scores become edits, and codes of one side alone are listed."""

import io

import pytest
from openpyxl import Workbook

from docgen.cli import main
from docgen.sheets.published import read_published
from docgen.sheets.scores import scored
from docgen.workbooks import NotReadable
from tests.plan_files import short_project
from tests.sheets.edits import APPENDIX

TITLE = "Điểm thẩm định"
CSV = """\
BẢNG ĐIỂM BỊA RA;;;
STT;Tiêu chí;Điểm chuẩn;Điểm thẩm định
1;Công tác chỉ đạo;9,5;8,5
1.1;Thực hiện kế hoạch CCHC;1,5;"1,4900"
1.3.2;Xử lý các vấn đề;1;0,9872
1.5.;Sáng kiến;2;1,25
1.7;Nhiệm vụ được giao;1,5;14626
2.4.1;Tính đồng bộ;1;0.8064
2.4.2;Tính hợp lý;1;0,9
2.4.2;Tính hợp lý;1;0,8
9.9;Tiêu chí lạ;1;0,5
"""


def sheet(rows):
    """A workbook with these rows."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


@pytest.fixture
def base(short_base):
    """The real plan, cut short."""
    return short_base


@pytest.fixture
def sheets(short_sheets):
    """Its sheets."""
    return short_sheets


def told(published, base, sheets):
    """What published scores change."""
    return scored(published.scores, APPENDIX, "score", base, sheets)


def test_scores_of_a_csv_are_edits_and_what_is_doubtful_is_asked(base, sheets):
    found = told(read_published(CSV.encode(), "điểm.csv", "", "", TITLE), base, sheets)
    said = [(each.verdict, each.old, each.new) for each in found.accepted.changes]
    assert said == [
        ("applied", "1,4741", "1,4900"),
        ("applied", "1", "1,25"),
        ("asked", "1,4626", "14.626"),
        ("asked", "0,8064", "0.8064"),
    ]
    assert found.accepted.changes[2].choices[0].words == "ghi 1,4626"
    assert found.accepted.changes[2].why.startswith("Ô D7: ")
    assert found.twice == ("2.4.2",)
    assert found.unknown == ("9.9",)
    assert "2.4.3" in found.missing
    assert "1" not in found.missing  # docgen computes the field's score


def test_scores_of_a_workbook_keep_the_digits_that_the_plan_has(base, sheets):
    data = sheet([
        ["Mã tiêu chí", "Điểm tối đa", "Điểm đạt được"],
        ["1.1", 1.5, 1.49], [1.5, 2, 1.25], ["1.3.2", 1, "0,99"],
    ])  # fmt: skip
    found = told(read_published(data, "điểm.xlsx", "", "", TITLE), base, sheets)
    assert [each.new for each in found.accepted.changes] == ["1,4900", "0,99", "1,25"]


@pytest.mark.parametrize("named", [("Chỉ tiêu", "Lần 2"), ("A", "D"), ("chi tieu", "lan 2")])
def test_columns_may_be_named_by_title_or_letter(named, base, sheets):
    data = sheet([["Chỉ tiêu", "Tên", "Điểm", "Lần 2"], ["1.1", "x", 1, 1.4]])
    found = told(read_published(data, "điểm.xlsx", *named, TITLE), base, sheets)
    assert [each.new for each in found.accepted.changes] == ["1,4000"]


def test_a_file_with_decimal_points_is_taken_once_that_is_said(base, sheets):
    data = b"code,score\n1.1,1.4900\n1.5,1.25\n"
    asked = told(read_published(data, "x.csv", "", "", TITLE), base, sheets).accepted.changes
    assert [each.verdict for each in asked] == ["asked", "asked"]
    taken = told(read_published(data, "x.csv", "", "", TITLE, point=True), base, sheets)
    assert [each.new for each in taken.accepted.changes] == ["1,4900", "1,25"]


def test_the_same_scores_again_change_nothing(base, sheets):
    data = sheet([["STT", TITLE], ["1.1", 1.4741], ["1.5", 1]])
    assert (
        told(read_published(data, "điểm.xlsx", "", "", TITLE), base, sheets).accepted.changes == ()
    )


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"a;b\n1;2\n", "x.csv", "không thấy cột mã trong x.csv; các cột đọc được: a, b"),
        (b"", "x.csv", "các cột đọc được: không có"),
        ("mã;điểm\n".encode("utf-16-le"), "x.csv", "không"),
        (b"\xff\xfe\xff", "x.csv", "lưu lại theo bảng mã UTF-8"),
        (b"a;" + b"b" * 200_000, "x.csv", "lưu lại theo bảng mã UTF-8"),
        (b";" * 20_000, "x.csv", "hơn 1.000 cột"),
        (b"no", "x.xlsx", "không phải tệp Excel"),
    ],
)  # fmt: skip
def test_a_file_without_codes_and_scores_is_refused_with_what_was_read(data, name, said):
    with pytest.raises(NotReadable, match=said):
        read_published(data, name, "", "", TITLE)


def test_the_command_lists_and_writes(tmp_path, capsys):
    root = short_project(tmp_path / "project")
    file = tmp_path / "điểm.csv"
    file.write_text(CSV, encoding="utf-8-sig")
    assert (
        main(["-C", str(root), "excel", "scores", str(file), "--write", "--take", "1=a,2=a"]) == 0
    )
    said = capsys.readouterr().out
    assert "Mã ở cột “STT”, điểm ở cột “Điểm thẩm định”: 9 dòng." in said
    assert "Mã có hai điểm khác nhau, không lấy (1): 2.4.2" in said
    assert "Mã trong tệp mà bảng không có (1): 9.9" in said
    assert "score: 1,4900\n" in (root / "content" / "2024" / "appendix.yaml").read_text("utf-8")
