"""What nobody foresaw, what takes too long, and what would steer the screen."""

import json
import re
import time
import zipfile
from dataclasses import replace

import openpyxl
import pytest

from docgen import cli, limits
from docgen.commands import build
from docgen.commands.say import UNFORESEEN
from docgen.diff.forms.page import template
from docgen.diff.forms.sheets import Column, fill, workbook_bytes
from docgen.finding import Rule, Severity, Where
from docgen.report.findings import as_data, as_json, as_sarif, as_text
from docgen.visible import escaped, visible
from tests.plan_files import TINY, tiny_project

STEERING = "đỏ \x1b[31m \x9b1m \x07 \u202e ngược \u2066 \u200f \x00 \x7f \ufffe hết"
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe]")


@pytest.fixture
def fails(monkeypatch):
    """Makes a command fail as nobody foresaw, by these means."""
    monkeypatch.delenv("DOCGEN_TRACEBACK", raising=False)

    def fails(how):
        monkeypatch.setattr(build, "run", lambda *_: how())

    return fails


def failing():
    try:
        {}["bí mật trong nội dung"]
    except KeyError as error:
        raise RuntimeError("không ngờ") from error


def test_what_nobody_foresaw_is_a_sentence_and_a_report(fails, tmp_path, capsys):
    fails(failing)
    where = str(tmp_path)
    assert cli.main(["-C", where, "build", "/nhà/riêng/2030"]) == UNFORESEEN
    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err
    assert "lỗi chưa lường trước nên đã dừng; không có tệp nào ghi dở" in said.err
    (report,) = (tmp_path / "output" / ".docgen").glob("loi-*.txt")
    assert f"gửi tệp {report.as_posix()}" in said.err
    text = report.read_text(encoding="utf-8")
    assert "RuntimeError: không ngờ" in text
    assert re.search(r"test_unforeseen\.py:\d+ failing", text)
    assert "docgen/cli.py:" in text
    for private in ("bí mật", "riêng", where, str(tmp_path.home())):
        assert private not in text, private


@pytest.mark.parametrize("error", [MemoryError, RecursionError, AssertionError, OSError])
def test_no_kind_of_error_ends_in_a_traceback(error, fails, tmp_path, capsys):
    def raising():
        raise error

    fails(raising)
    assert cli.main(["-C", str(tmp_path), "build"]) == UNFORESEEN
    assert "đã dừng" in capsys.readouterr().err


def test_who_mends_docgen_may_ask_for_the_traceback(fails, tmp_path, monkeypatch):
    fails(failing)
    monkeypatch.setenv("DOCGEN_TRACEBACK", "1")
    with pytest.raises(RuntimeError, match="không ngờ"):
        cli.main(["-C", str(tmp_path), "build"])


def test_where_no_report_can_be_written_the_sentence_is_said_alone(fails, tmp_path, capsys):
    fails(failing)
    (tmp_path / "output").write_text("", encoding="utf-8")
    assert cli.main(["-C", str(tmp_path), "build"]) == UNFORESEEN
    assert "gửi tệp" not in capsys.readouterr().err


def test_a_command_beyond_the_time_that_it_may_take_ends_in_a_sentence(
    fails, tmp_path, capsys, monkeypatch
):
    monkeypatch.setattr(limits, "SECONDS", replace(limits.SECONDS, most=0))
    fails(lambda: time.sleep(60))
    assert cli.main(["-C", str(tmp_path), "build"]) == UNFORESEEN
    assert "chạy quá 0 phút nên đã dừng; không có tệp nào ghi dở" in capsys.readouterr().err


def test_what_steers_a_screen_is_shown_as_signs():
    shown = visible(STEERING)
    assert not UNSEEN.search(shown)
    assert shown == "đỏ ␛[31m ‹U+009B›1m ␇ ‹U+202E› ngược ‹U+2066› ‹U+200F› ␀ ␡ ‹U+FFFE› hết"
    assert visible("chữ\n\tthường 😀 ạ\u0323") == "chữ\n\tthường 😀 ạ\u0323"


def test_the_terminal_shows_them_in_answers_and_in_problems(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(
        build, "run", lambda _, say: (say.out(STEERING), say.problem(STEERING), 0)[2]
    )
    cli.main(["-C", str(tmp_path), "build"])
    said = capsys.readouterr()
    assert visible(STEERING) in said.out
    assert visible(STEERING) in said.err
    assert not UNSEEN.search(said.out + said.err)


@pytest.mark.parametrize("form", [[], ["--json"], ["--sarif"]])
def test_a_finding_shows_the_line_that_it_is_about_without_obeying_it(form, tmp_path, capsys):
    plan = TINY.replace("Thử phần mềm", "Thử \x1b[2J\u202emềm nghịch")
    root = tiny_project(tmp_path, plan)
    cli.main(["-C", str(root), "check", "2030", *form])
    out = capsys.readouterr().out
    assert "U+202E" in out
    assert not UNSEEN.search(out)


def test_the_caret_still_stands_under_its_place():
    rule = Rule("KH000", Severity.ERROR, "thử", "thử")
    line = "a\x1b\u202eb"
    shown, caret = as_text([rule.at(Where("x", 1, 4), "thử", "", line)]).splitlines()[1:3]
    assert shown[caret.index("^")] == "b"


@pytest.mark.parametrize("at", [1, 40, 70, 120, 200, 239, 240])
def test_a_long_line_is_cut_around_its_place(at):
    rule = Rule("KH000", Severity.ERROR, "thử", "thử")
    line = "\x1b".join("x" * 20 for _ in range(12))[:240]
    line = f"{line[: at - 1]}đây{line[at + 2 :]}"
    shown, caret = as_text([rule.at(Where("x", 1, at, 3), "thử", "", line)]).splitlines()[1:3]
    assert shown[caret.index("^") : caret.rindex("^") + 1] == "đây"
    assert len(shown) < 240


def test_json_stays_json_and_says_the_same():
    rule = Rule("KH000", Severity.ERROR, "thử", "thử")
    finding = rule.at(Where("x", 1, 2, length=3), STEERING)
    text = as_json(as_data([finding]))
    assert not UNSEEN.search(text)
    assert json.loads(text)[0]["message"] == STEERING
    (result,) = json.loads(as_sarif([finding], [rule]))["runs"][0]["results"]
    assert result["message"]["text"] == visible(STEERING)
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "x"},
        "region": {"startLine": 1, "startColumn": 2, "endColumn": 5},
    }
    assert json.loads(escaped(json.dumps(STEERING, ensure_ascii=False))) == STEERING


def test_a_page_shows_them_and_escapes_the_rest(tmp_path, monkeypatch):
    (tmp_path / "x.html").write_text("<p>{{ text }}</p>", encoding="utf-8")
    monkeypatch.setattr("docgen.diff.forms.page.DATA", tmp_path)
    page = template("x.html", {}).render(text=f"<b>{STEERING}")
    assert page == f"<p>&lt;b&gt;{visible(STEERING)}</p>"


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", STEERING])
def test_no_cell_of_a_workbook_is_a_formula_or_steers(start, tmp_path):
    workbook = openpyxl.Workbook()
    fill(workbook.active, [Column(start, 10)], [[start]])
    path = tmp_path / "x.xlsx"
    path.write_bytes(workbook_bytes(workbook))
    for row in openpyxl.load_workbook(path).active.iter_rows():
        assert [(cell.value, cell.data_type) for cell in row] == [(visible(start), "s")]
    with zipfile.ZipFile(path) as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")
