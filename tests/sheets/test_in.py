"""`docgen excel in`: the edits of a workbook, proved, three ways, written; strange files."""

import io
import shutil
import zipfile
from dataclasses import replace

import pytest
from openpyxl import Workbook, load_workbook

from docgen.accept.look import answer
from docgen.cli import main
from docgen.edit.apply import apply
from docgen.edit.edits import reword
from docgen.sheets.differ import Differ
from docgen.sheets.look import look
from docgen.sheets.prove import Proof
from docgen.sheets.read import read_workbook
from docgen.workbooks import NotReadable
from tests.plan_files import copy_project, every_plan
from tests.sheets.conftest import written
from tests.sheets.edits import APPENDIX, TASKS, Book
from tests.tools import REPOSITORY

ROW = {
    "code": "1.3.3", "name": "Tiêu chí bịa", "max": 1, "score": 0.5, "reason": "Bịa ra",
    "remedy": "Không", "agencies": "Sở Nội vụ", "time": "Quý IV", "product": "Không",
}  # fmt: skip
NEW = """\
        - {code: 1.4, name: Dòng mới, max: 1, score: 1, reason: a, remedy: b,
           agencies: Sở Nội vụ, time: c, product: d}
"""


@pytest.fixture
def project(short_plan, tmp_path):
    """A copy to write into."""
    root = tmp_path / "project"
    shutil.copytree(short_plan, root)
    return root


@pytest.fixture
def book(short_workbook):
    """The workbook of the real plan, cut short, in the hands of somebody."""
    return Book(short_workbook)


def seen(root, data, year="2024"):
    """What a workbook changes of the plan of a year."""
    return look(read_workbook(data), root / "content" / year, root)


@pytest.mark.parametrize(("year", "root"), every_plan("2031", "2034"))
def test_an_untouched_workbook_changes_nothing(year, root, tmp_path):
    root = copy_project(tmp_path / "project", root)
    book = Book(written(root, year))
    found = seen(root, book.data, year)
    assert found.changes == ()
    assert found.today


def test_edits_are_proved_written_and_then_known_to_be_content(project, book):
    book.put("r1_1", "score", 1.48)
    book.put("r2_1_1", "time", "Quý I")  # of all rows that share it
    book.replace("r1_4", "remedy", "100%", "hơn 99%")
    book.put("r1_2", "reason", "Lý do mới.\nĐoạn hai.")
    book.delete("r2_1_3")
    book.insert("r1_2", ROW)
    book.replace("t2_2", "task", "Hướng dẫn", "Kịp thời hướng dẫn", TASKS)
    book.put("t2_3", "agency", "Sở Tư pháp", TASKS)
    found = seen(project, book.data)
    assert [each.verdict for each in found.changes] == ["applied"] * 8
    applied = apply(found.edits, project)
    assert applied.findings == []
    appendix = (project / "content" / "2024" / "appendix.yaml").read_text(encoding="utf-8")
    assert "score: 1,4800\n" in appendix
    assert "            - Lý do mới.\n            - Đoạn hai.\n" in appendix
    assert "code: 2.4.3" not in appendix
    assert "        - code: 1.3.3\n          name: Tiêu chí bịa\n          max: 1\n" in appendix
    assert "Kế hoạch CCHC trọng tâm năm {{ year }} của đơn vị" in appendix
    again = seen(project, book.data)
    assert {each.verdict for each in again.changes} <= {"already"}
    assert not again.today
    assert seen(project, Book(written(project, "2024")).data).changes == ()


@pytest.mark.slow
def test_what_a_rebuild_does_not_bear_out_is_asked_and_the_rest_is_taken(short_plan, book):
    book.put("r1_1", "score", 1.48)
    book.put("r1_2", "score", 0.99)
    found = seen(short_plan, book.data)
    proof = found.proof
    assert isinstance(proof, Proof)
    lying, honest = proof.wishes
    cells = dict.fromkeys(lying.cells, ("1,4900",))
    settled = Proof(proof.base, proof.today, [replace(lying, cells=cells), honest], proof.again)
    assert [(each.kind, each.verdict) for each in settled.settled()] == [
        ("unproved", "asked"), ("number", "applied"),
    ]  # fmt: skip


def test_an_edit_that_changes_the_paper_elsewhere_is_not_borne_out(short_plan, book):
    book.put("r1_1", "score", 1.48)
    proof = seen(short_plan, book.data).proof
    assert isinstance(proof, Proof)
    honest = proof.wishes[0]
    sneaking = reword(proof.base.paper.plan.closing[0], "Lời khác hẳn")
    change = replace(honest.change, edits=(*honest.change.edits, sneaking))
    tried = [replace(honest, change=change)]
    assert Proof(proof.base, proof.today, tried, proof.again).settled()[0].verdict == "asked"


def test_an_answer_is_taken_and_the_doubt_is_gone(project, book):
    book.put("r1_2", "score", 9872.5)
    found = seen(project, book.data)
    question = found.questions[0]
    assert question.choices[0].words == "ghi 0,98725"
    decided = answer(found, {question.key: 0})
    assert decided.left == ()
    assert apply(decided.edits, project).findings == []
    text = (project / "content" / "2024" / "appendix.yaml").read_text(encoding="utf-8")
    assert "score: 0,98725\n" in text


@pytest.fixture
def edited_since(project):
    """The project, whose content was edited after the workbook was written."""
    appendix = project / "content" / "2024" / "appendix.yaml"
    text = appendix.read_text(encoding="utf-8")
    for old, new in (
        ("score: 1,4741", "score: 1,4800"),
        ("score: 0,9872", "score: 0,9900"),
        ("score: 1,4626", "score: 1,4700"),
        ("hoàn thành 100% nhiệm vụ", "hoàn thành đủ 100% nhiệm vụ"),
    ):
        assert old in text
        text = text.replace(old, new)
    first = text.index("        - code: 1.5\n")
    appendix.write_text(text[:first] + NEW + text[first:], encoding="utf-8", newline="\n")
    return project


def test_three_sides_are_told_apart_by_the_hidden_base(edited_since, book):
    book.put("r1_2", "score", 0.99)  # both say so
    book.put("r1_4", "score", 1.5)  # the content says 1,4700 by now
    book.replace("r1_4", "remedy", "UBND tỉnh", "Tỉnh")  # both in one text
    book.put("r1_3", "score", 1.2)  # a row that stands further down by now
    found = seen(edited_since, book.data)
    assert not found.today
    said = {(each.verdict, each.old, each.today, each.new) for each in found.changes}
    assert said == {
        ("already", "0,9872", "", "0,9900"),
        ("asked", "1,4626", "1,4700", "1,5000"),
        ("applied", "UBND tỉnh tăng cường chỉ đạo các ngành thực hiện hoàn thành đủ 100% nhiệm vụ",
         "", "Tỉnh tăng cường chỉ đạo các ngành thực hiện hoàn thành đủ 100% nhiệm vụ"),
        ("applied", "1", "", "1,2"),
    }  # fmt: skip
    asked = next(each for each in found.changes if each.verdict == "asked")
    assert [each.words for each in asked.choices] == ["theo tệp Excel", "giữ như nội dung hiện nay"]


@pytest.mark.slow
def test_a_row_that_went_though_the_content_changed_it_is_asked(edited_since, book):
    book.delete("r1_1")
    change = seen(edited_since, book.data).changes[0]
    assert (change.kind, change.verdict) == ("conflict", "asked")


def test_the_lines_of_one_agency_come_back_alone(project):
    book = Book(written(project, "2024", agency="ban-dan-toc"))
    book.put("r1_2", "score", 0.99)
    found = seen(project, book.data)
    assert [(each.verdict, each.new) for each in found.changes] == [("applied", "0,9900")]


# -------------------------------------------------------------------------------- strange files


def garbled(data):
    """The workbook with a worksheet that is no XML."""
    written_anew = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written_anew, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<a" if "sheet1.xml" in name else old.read(name))
    return written_anew.getvalue()


def foreign():
    """A workbook that docgen never saw."""
    made = io.BytesIO()
    Workbook().save(made)
    return made.getvalue()


STRANGE = {
    "nothing": lambda _: b"",
    "the beginning of a zip": lambda _: b"PK\x03\x04 and no more",
    "half of it": lambda data: data[: len(data) // 2],
    "broken XML": garbled,
    "a Word file": lambda _: (REPOSITORY / "templates" / "KH_template.docx").read_bytes(),
    "another workbook": lambda _: foreign(),
}


@pytest.mark.parametrize("name", STRANGE)
def test_a_file_that_is_no_workbook_of_docgen_is_refused_in_vietnamese(name, short_workbook):
    said = "không do docgen excel out" if name == "another workbook" else "không phải tệp Excel"
    with pytest.raises(NotReadable, match=said):
        read_workbook(STRANGE[name](short_workbook))


def faults(book):
    """What is said about the workbook as a whole."""
    return list(read_workbook(book.data).faults)


def test_a_renamed_sheet_is_known_and_a_strange_one_is_told(book, short_sheets):
    book.workbook[APPENDIX].title = "Bảng của tôi"
    book.workbook.create_sheet("Nháp")["A1"] = "x"
    assert faults(book) == ["sheet “Nháp”: không phải bảng của kế hoạch, không lấy về"]
    assert Differ(read_workbook(book.data)).found(short_sheets) == []


def test_what_is_missing_doubled_or_beside_the_table_is_told_at_its_place(book, short_sheets):
    made = book.workbook[APPENDIX]
    book.workbook.copy_worksheet(made)
    made["S7"] = "ghi chú của tôi"
    made.delete_cols(8)  # the reasons
    made["S1"] = "code"
    del book.workbook[TASKS]
    assert faults(book) == [
        "ô S1 của sheet “Phụ lục”: cột chép thêm, không lấy về",
        "sheet “Phụ lục”: không còn cột “Lý do bị trừ điểm”, cột ấy giữ như nội dung",
        "ô R7 của sheet “Phụ lục”: ngoài các cột, không lấy về",
        "sheet “Phụ lục Copy”: bản thứ hai của sheet “Phụ lục”, không lấy về",
        "không còn sheet “Nhiệm vụ”: phần ấy giữ như nội dung",
    ]
    assert Differ(read_workbook(book.data)).found(short_sheets) == []


def test_a_cell_at_the_far_corner_of_excel_costs_nothing(book, short_sheets):
    book.workbook[APPENDIX]["XFD1048576"] = "lạc"
    assert faults(book) == ["ô XFD1048576 của sheet “Phụ lục”: ngoài các cột, không lấy về"]
    assert Differ(read_workbook(book.data)).found(short_sheets) == []


def test_a_sheet_without_its_hidden_row_is_left_out(book, short_sheets):
    book.workbook[APPENDIX].delete_rows(1)
    assert "mất dòng ẩn ở trên cùng" in faults(book)[0]
    assert Differ(read_workbook(book.data)).found(short_sheets) == []


def test_a_sheet_without_its_hidden_column_is_no_table_to_take_out(book, short_sheets):
    made = book.workbook[APPENDIX]
    for row in range(3, made.max_row + 1):
        made.cell(row, 1).value = None
    assert "mất cột ẩn" in faults(book)[0]
    assert Differ(read_workbook(book.data)).found(short_sheets) == []


# ------------------------------------------------------------------------------- command line


def test_the_command_shows_then_writes_and_says_what_is_left(project, book, tmp_path, capsys):
    file = tmp_path / "gửi về.xlsx"
    book.put("r1_1", "score", 1.48)
    book.put("r1_2", "score", "0.99")
    file.write_bytes(book.data)
    call = ["-C", str(project), "excel", "in", str(file)]
    before = (project / "content" / "2024" / "appendix.yaml").read_bytes()
    assert main(call) == 1
    said = capsys.readouterr().out
    assert "content/2024/appendix.yaml:59:18: sửa số\n      [-1,4741-]{+1,4800+}" in said
    assert "Có phải ý là 0,99?" in said
    assert (project / "content" / "2024" / "appendix.yaml").read_bytes() == before
    assert main([*call, "--write", "--take", "1=a"]) == 0
    after = (project / "content" / "2024" / "appendix.yaml").read_text(encoding="utf-8")
    assert "score: 1,4800\n" in after
    assert "score: 0,99\n" in after


def test_the_command_writes_where_asked_and_never_over_what_is_not_its_own(project, capsys):
    file = project / "bảng.xlsx"
    assert main(["-C", str(project), "excel", "out", "2024", "-o", str(file)]) == 0
    assert load_workbook(file).sheetnames[0] == APPENDIX
    file.write_bytes(b"somebody's")
    assert main(["-C", str(project), "excel", "out", "2024", "-o", str(file)]) == 1
    assert "không do docgen tạo" in capsys.readouterr().err
    assert file.read_bytes() == b"somebody's"
