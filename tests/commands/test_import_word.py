"""`docgen import` from the command line: what it writes, says and refuses."""

import pytest

from docgen.cli import main
from docgen.commands.import_word import _told
from docgen.docx.plain_text import plain_text
from docgen.docx.read import read
from docgen.from_word.leftovers import Leftover
from docgen.importing.prove import Arrived, Counted
from docgen.importing.take_over import Taken
from tests.from_word import offices
from tests.plan_files import copy_project


@pytest.fixture
def project(tmp_path):
    root = copy_project(tmp_path)
    (root / "cu.docx").write_bytes(offices.letters_in_a_table())
    return root


def run(project, *options):
    return main(["-C", str(project), "import", str(project / "cu.docx"), *options])


def test_what_was_written_builds_and_names_the_new_agencies(project, capsys):
    assert run(project, "--year", "2023") == 0
    out = capsys.readouterr().out
    assert "89/89 câu đã vào nội dung" in out
    assert "Sở Công Thương" in out
    agencies = (project / "content" / "agencies.yaml").read_text("utf-8")
    assert agencies.endswith("  name: Sở Văn hóa, Thể thao và Du lịch\n")
    assert main(["-C", str(project), "build", "2023"]) == 0
    words = plain_text(read(project / "output" / "KH_2023.docx"))
    assert "5. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh: giám sát việc thực hiện." in words


def test_all_that_came_and_all_that_is_left_to_do_is_told():
    taken = Taken(
        files={"plan.yaml": ""}, proposed={"so-x": "Sở X"},
        arrived=Arrived(Counted(2, ()), Counted(0, ()), ("thêm “./.”",)),
        left=(Leftover("chân trang", "Mật"),),
        to_fill=("symbol",),
    )  # fmt: skip
    assert [line.strip() for line in _told(taken, "content/2023") if line] == [
        "Đã tạo content/2023/plan.yaml",
        "2/2 câu đã vào nội dung, đúng thứ tự",
        "0/0 ô của bảng đã vào nội dung, đúng thứ tự",
        "In theo thể thức, khác văn bản cũ:",
        "thêm “./.”",
        "Không có chỗ trong nội dung:",
        "chân trang: Mật (ở đầu văn bản)",
        "Cần điền ở plan.yaml:",
        "symbol",
        "Cơ quan mới, đã thêm vào content/agencies.yaml; xem lại tên chính thức:",
        "Sở X",
        "docgen build 2023 tạo được văn bản.",
    ]


@pytest.mark.slow
def test_a_year_that_has_content_is_never_written_over_unasked(project, capsys):
    before = (project / "content" / "2024" / "plan.yaml").read_bytes()
    assert run(project, "--year", "2024") == 1
    assert "KH058" in capsys.readouterr().out
    assert (project / "content" / "2024" / "plan.yaml").read_bytes() == before
    assert run(project, "--year", "2024", "--replace") == 0
    assert (project / "content" / "2024" / "plan.yaml").read_bytes() != before


@pytest.mark.slow
def test_a_new_year_begun_from_it_is_held_to_the_rules_again(project):
    run(project, "--year", "2023")
    assert main(["-C", str(project), "new", "2025", "--from", "2023"]) == 0
    head = (project / "content" / "2025" / "plan.yaml").read_text("utf-8")
    assert "\ntaken_from:  # văn bản mới: bỏ dòng này\n" in head


def test_a_file_that_is_not_there_or_a_year_that_is_none_is_said_in_a_sentence(project, capsys):
    assert main(["-C", str(project), "import", str(project / "x.docx"), "--year", "2023"]) == 2
    assert "không đọc được tệp" in capsys.readouterr().err
    assert run(project, "--year", "hai nghìn") == 2
    assert "năm viết bằng chữ số" in capsys.readouterr().err
