"""What is dropped on docgen.bat: where the content is, what is asked, which command runs."""

import io
import shutil
from argparse import Namespace

import pytest
from openpyxl import Workbook

from docgen.cli import main
from docgen.commands import open_files
from tests.plan_files import MADE_UP, copy_project


class Said(list):
    """A terminal that remembers."""

    out = problem = stage = list.append


@pytest.fixture(autouse=True)
def nothing_remembered(monkeypatch, tmp_path):
    monkeypatch.delenv("APPDATA", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def content(tmp_path):
    return copy_project(tmp_path / "Nội dung", MADE_UP)


@pytest.fixture
def dropped(tmp_path, monkeypatch):
    """Drops files, answers what is asked; gives the commands that ran, code and words."""

    def drop(*files, answers=(), beside=tmp_path / "chương trình"):
        commands, waiting = [], iter([*answers])

        def again(words):
            commands.append([*map(str, words)])
            return 0

        monkeypatch.setattr("builtins.input", lambda _: next(waiting))
        said = Said()
        code = open_files.run(Namespace(root=beside, files=[*map(str, files)], again=again), said)
        assert next(waiting, None) is None, "not all answers were asked for"
        return commands, code, "\n".join(said)

    return drop


def file(path, data=b""):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def workbook(path, *sheets):
    book = Workbook()
    for sheet in sheets:
        book.create_sheet(sheet)
    data = io.BytesIO()
    book.save(data)
    return file(path, data.getvalue())


def test_nothing_dropped_opens_the_page_of_the_folder_beside_the_program(dropped, tmp_path):
    beside = tmp_path / "chương trình"
    copy_project(beside / "ke-hoach", MADE_UP)
    assert dropped()[0] == [["-C", str(beside / "ke-hoach"), "studio"]]


def test_a_folder_dropped_once_is_remembered_and_goes_before_the_one_beside(
    dropped, content, tmp_path
):
    copy_project(tmp_path / "chương trình" / "ke-hoach", MADE_UP)
    assert dropped(content)[0] == [["-C", str(content), "studio"]]
    assert dropped()[0] == [["-C", str(content), "studio"]]
    shutil.rmtree(content)
    assert dropped()[0] == [["-C", str(tmp_path / "chương trình" / "ke-hoach"), "studio"]]


def test_where_content_is_nowhere_it_is_asked_until_it_is_there(dropped, content, tmp_path):
    commands, _, said = dropped(answers=[str(tmp_path), f'"{content}"'])
    assert commands == [["-C", str(content), "studio"]]
    assert f"{tmp_path} không có content và templates" in said
    shutil.rmtree(tmp_path / "config")
    assert dropped(answers=[""])[:2] == ([], 2)


@pytest.mark.parametrize(
    ("answers", "ran"),
    [
        (["1"], [["check", "FILE"]]),
        (["2", ""], [["accept", "FILE"]]),
        (["2", "c"], [["accept", "FILE"], ["accept", "FILE", "--write"]]),
        (["3"], [["diff", "2034", "FILE", "--as", "docx", "-o", "OUT"]]),
        (["7", "ba", "1"], [["check", "FILE"]]),
        ([""], []),
    ],
)
def test_a_word_file_is_asked_about(dropped, content, answers, ran):
    given = file(content / "output" / "KH_2034 sửa.DOCX")
    commands, code, said = dropped(given, answers=answers)
    out = content / "output" / "so-sanh_KH_2034 sửa.docx"
    names = {"FILE": str(given), "OUT": str(out)}
    expected = [["-C", str(content), *(names.get(each, each) for each in words)] for words in ran]
    assert (commands, code) == (expected, 0)
    assert "KH_2034 sửa.DOCX: làm gì?" in said


def test_two_word_files_are_compared(dropped, content):
    old, new = (file(content / name) for name in ("cũ.docx", "mới.docx"))
    ((*_, command, first, second, _as, form, _o, _),) = dropped(old, new)[0]
    assert (command, first, second, form) == ("diff", str(old), str(new), "docx")


def test_a_table_goes_back_into_the_content_once_it_was_looked_at(dropped, content):
    table = workbook(content / "bảng.xlsx", "docgen")
    shown = ["-C", str(content), "excel", "in", str(table)]
    assert dropped(table, answers=["c"])[0] == [shown, [*shown, "--write"]]
    assert dropped(table, answers=["không"])[0] == [shown]


def test_reports_of_agencies_are_gathered_together(dropped, content):
    reports = [workbook(content / f"{name}.xlsx", "docgen_phieu") for name in "ab"]
    assert dropped(*reports)[0] == [["-C", str(content), "progress", *map(str, reports)]]
    table = workbook(content / "bảng.xlsx", "docgen")
    assert dropped(*reports, table)[:2] == ([], 2)


def test_a_report_with_content_in_it_is_asked_about(dropped, content):
    both = workbook(content / "phiếu.xlsx", "docgen_phieu", "docgen")
    root = ["-C", str(content)]
    assert dropped(both, answers=["1"])[0] == [[*root, "progress", str(both)]]
    assert dropped(both, answers=["2", ""])[0] == [[*root, "excel", "in", str(both)]]
    assert dropped(both, answers=[""])[0] == []


@pytest.mark.parametrize("names", [["a.pdf"], ["a.docx", "b.xlsx"]])
def test_other_files_and_mixed_ones_are_refused_in_words(dropped, content, names):
    commands, code, said = dropped(*(file(content / name) for name in names))
    assert (commands, code) == ([], 2)
    assert "mỗi lần một loại" in said


def test_a_file_that_is_gone_is_named(dropped, content):
    commands, code, said = dropped(content / "mất.docx")
    assert (commands, code) == ([], 2)
    assert "mất.docx" in said


def test_it_runs_the_commands_of_docgen_themselves(content, monkeypatch, capsys):
    monkeypatch.setattr("builtins.input", lambda _: "1")
    assert main(["-C", str(content), "build", "2030"]) == 0
    assert main(["open", str(content / "output" / "KH_2030.docx")]) == 0
    assert "Đã kiểm tra" in capsys.readouterr().out
