"""`docgen diff`: years, folders, git revisions and documents; every form; what goes wrong."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile

import pytest

from docgen.cli import main
from docgen.commands.diff import told_apart
from docgen.open_plan import NoSuchPlan, open_plan
from tests.plan_files import TINY, copy_project, printed, short_project, tiny_project

NEXT_TO_NOTHING = """\
year: abc
sections:
  - title: A
    table: {rows: [{a: 1}]}
  - assignments: [{tasks: [x]}]
appendices:
  - table:
      columns: [{key: code, title: T, width: 3}]
      rows: [{code: 1}, {code: 1}, {across: A, rows: [{code: 2}]}]
indices: {p: {}}
"""
REWORDED = TINY.replace("Việc thứ nhất.", "Việc thứ hai.")


@pytest.fixture
def project(tmp_path):
    """A project with the years 2030 and 2031, the later with one sentence changed."""
    root = tiny_project(tmp_path / "project")
    later = root / "content" / "2031"
    later.mkdir()
    (later / "plan.yaml").write_text(REWORDED, encoding="utf-8")
    return root


def git(root, *arguments):
    names = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.invalid"}
    names |= {key.replace("AUTHOR", "COMMITTER"): value for key, value in names.items()}
    environment = {**os.environ, **names}
    subprocess.run(["git", *arguments], cwd=root, env=environment, check=True, capture_output=True)


def run(project, *arguments):
    return main(["-C", str(project), "diff", *map(str, arguments)])


def test_two_years_are_compared_by_their_numbers(project, capsys):
    assert run(project, "2030", "2031") == 0
    out = capsys.readouterr().out
    assert "So sánh kế hoạch 2030 và 2031" in out
    assert "Việc thứ [-nhất-] {+hai+}." in out
    assert "content/2031/plan.yaml:" in out


def test_a_year_against_itself_has_no_change(project, capsys):
    assert run(project, "2030", "2030") == 0
    assert "Không có gì thay đổi." in capsys.readouterr().out


def test_a_folder_anywhere_is_a_plan(project, tmp_path, capsys):
    elsewhere = tiny_project(tmp_path / "elsewhere", REWORDED) / "content" / "2030"
    assert run(project, "2030", elsewhere) == 0
    assert "{+hai+}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["2023", "main~3:2024"], ["2023", "main~3:2024"]),
        (["/a/cũ/content/2024", "/a/mới/content/2024"], ["2024 (cũ)", "2024 (mới)"]),
        (["2024", "/a/mới/content/2024"], ["2024", "2024 (mới)"]),
        (["a/x/2024", "b/x/2024", "b/y/2024"], ["2024 (a/x)", "2024 (b/x)", "2024 (b/y)"]),
        (["a/KH", "a/KH"], ["KH", "KH"]),
    ],
)
def test_sides_are_called_by_the_fewest_parts_that_tell_them_apart(names, told):
    assert told_apart(names) == told


def test_no_form_names_a_version_by_its_whole_path(project, tmp_path, capsys):
    elsewhere = tiny_project(tmp_path / "mới", REWORDED) / "content" / "2030"
    for form in ("text", "markdown", "html"):
        assert run(project, "2030", elsewhere, "--as", form, "-o", tmp_path / form) == 0
        assert "So sánh kế hoạch 2030 và 2030 (mới)" in (tmp_path / form).read_text("utf-8")
    for folder in ("một", "hai"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "KH.docx").write_bytes(printed(project, "2030"))
    assert run(project, tmp_path / "một" / "KH.docx", tmp_path / "hai" / "KH.docx") == 0
    assert "So sánh kế hoạch KH (một) và KH (hai)" in capsys.readouterr().out


def test_what_a_draft_lacks_is_not_filled_in_yet_between_two_documents_too(tmp_path, capsys):
    root = short_project(tmp_path / "project")
    whole, draft = tmp_path / "whole.docx", tmp_path / "draft.docx"
    assert main(["-C", str(root), "build", "2024"]) in (0, 1)
    shutil.copy(root / "output" / "KH_2024.docx", whole)
    for name, lines in {"appendix": r"score: .*", "plan": r"(?:score|rank): .*"}.items():
        path = root / "content" / "2024" / f"{name}.yaml"
        text = path.read_text(encoding="utf-8")
        blank = re.sub(rf"(?m)^( +){lines}$", lambda match: match[0].partition(":")[0] + ":", text)
        path.write_text(blank, encoding="utf-8")
    main(["-C", str(root), "build", "2024", "--draft"])
    shutil.copy(root / "output" / "KH_2024.docx", draft)
    capsys.readouterr()
    assert run(root, whole, draft, "--as", "json") == 0
    changes = json.loads(capsys.readouterr().out)["changes"]
    cells = [each for each in changes if each["subject"] == "criterion"]
    assert len(cells) > 3
    assert {each["kind"] for each in cells} == {"unfilled"}
    assert not [each for each in changes if each["subject"] == "column"]
    sentence = next(each for each in changes if each["subject"] == "paragraph")
    pieces = [(span["old"].strip(), span["new"].strip()) for span in sentence["spans"]]
    assert ("86,25", "[[thiếu: điểm PAR Index]]") in [
        (old.removesuffix("/100"), new.removesuffix("/100")) for old, new in pieces
    ]


def test_a_git_revision_is_read_without_touching_the_working_tree(project, capsys):
    git(project, "init", "-q")
    git(project, "add", "-A")
    git(project, "commit", "-q", "-m", "first")
    plan = project / "content" / "2030" / "plan.yaml"
    plan.write_text(REWORDED, encoding="utf-8")
    assert run(project, "HEAD:2030", "2030") == 0
    out = capsys.readouterr().out
    assert "So sánh kế hoạch HEAD:2030 và 2030" in out
    assert "{+hai+}" in out
    assert plan.read_text(encoding="utf-8") == REWORDED
    for folder in ("content/2030", "content\\2030"):
        assert open_plan(f"HEAD:{folder}", project).plan.year.value == 2030


@pytest.mark.parametrize(
    ("spec", "words"),
    [
        ("2029", "Các năm đang có: 2030, 2031"),
        ("khong-co:2030", "git không có bản"),
        ("HEAD:2029", "không có kế hoạch 2029"),
        ("--output=x:2030", "không phải tên một bản git"),
        ("khong-co.docx", "không đọc được tệp"),
    ],
)
def test_what_is_no_plan_is_said_in_a_sentence(project, spec, words):
    git(project, "init", "-q")
    git(project, "add", "-A")
    git(project, "commit", "-q", "-m", "first")
    with pytest.raises(NoSuchPlan, match=words):
        open_plan(spec, project)


def test_a_wrong_name_ends_with_code_2_and_a_plan_that_cannot_be_read_with_1(project, capsys):
    assert run(project, "2029", "2030") == 2
    assert "2030, 2031" in capsys.readouterr().err
    (project / "content" / "2030" / "plan.yaml").write_text("", encoding="utf-8")
    assert run(project, "2030", "2031") == 1
    assert "content/2030/plan.yaml" in capsys.readouterr().out


def test_content_with_errors_is_compared_and_the_reader_told(project, capsys):
    plan = project / "content" / "2030" / "plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8") + "\nkhoa_la: 1\n", encoding="utf-8")
    assert run(project, "2030", "2031") == 0
    assert "nội dung 2030 đang có 1 lỗi" in capsys.readouterr().out


def test_two_documents_are_compared_by_their_text_and_the_reader_told(project, capsys):
    for year in ("2030", "2031"):
        (project / f"{year}.docx").write_bytes(printed(project, year))
    assert run(project, project / "2030.docx", project / "2031.docx") == 0
    out = capsys.readouterr().out
    assert "{+hai+}" in out
    assert "so sánh theo chữ in trên văn bản" in " ".join(out.split())


def test_a_comparison_is_called_by_the_names_of_its_sides(project, monkeypatch):
    (project / "bản 1.docx").write_bytes(printed(project, "2030"))
    monkeypatch.chdir(project)
    assert run(project, "bản 1.docx", "2031", "--as", "html") == 0
    assert [each.name for each in (project / "output").glob("*.html")] == [
        "so-sanh_bản-1_2031.html"
    ]


def test_a_document_that_is_a_redline_itself_makes_no_other_redline(project, capsys):
    for year in ("2030", "2031"):
        (project / f"{year}.docx").write_bytes(printed(project, year))
    marked = project / "marked.docx"
    old, new = project / "2030.docx", project / "2031.docx"
    assert run(project, old, new, "--as", "docx", "-o", marked) == 0
    assert run(project, marked, new) == 0
    assert "Không có gì thay đổi." in capsys.readouterr().out, "read as revised"
    assert run(project, marked, new, "--as", "docx") == 1
    assert "thay đổi được theo dõi" in capsys.readouterr().err


def test_two_plans_with_next_to_nothing_in_them_are_compared_in_every_form(tmp_path, capsys):
    root = tiny_project(tmp_path, "subject: x\n")
    other = root / "content" / "2031"
    other.mkdir()
    (other / "plan.yaml").write_text(NEXT_TO_NOTHING, encoding="utf-8")
    for form in ("text", "json", "markdown", "html", "xlsx"):
        assert run(root, "2030", "2031", "--as", form, "-o", tmp_path / form) == 0
        assert run(root, "2031", "2030", "--as", form, "-o", tmp_path / form) == 0
    assert "lỗi" not in capsys.readouterr().err


def test_json_has_every_change_with_exact_figures(tmp_path, capsys):
    project = copy_project(tmp_path)
    other = project / "content" / "2025"
    other.mkdir()
    for path in (project / "content" / "2024").glob("*.yaml"):
        text = path.read_text(encoding="utf-8").replace("score: 0,8430", "score: 0,8440")
        (other / path.name).write_text(text, encoding="utf-8")
    assert run(project, "2024", "2025", "--as", "json") == 0
    data = json.loads(capsys.readouterr().out)
    assert data["version"] == 2
    (change,) = data["changes"]
    assert (change["kind"], change["subject"], change["fields"]) == ("rescored", "criterion", ["5"])
    assert change["figures"][0] == {
        "key": "score", "title": "Điểm thẩm định",
        "old": "0.8430", "new": "0.8440", "difference": "0.0010",
    }  # fmt: skip
    assert data["summary"]["sums"][0]["new"] == "86.2492"


@pytest.mark.parametrize(
    ("form", "begins"),
    [("text", "So sánh"), ("json", "{"), ("markdown", "# "), ("html", "<!")],
)
def test_a_form_is_written_to_the_file_that_is_asked_for(project, form, begins, capsys):
    target = project / "new" / f"{form}.out"
    assert run(project, "2030", "2031", "--as", form, "-o", target) == 0
    assert target.read_text(encoding="utf-8").casefold().startswith(begins.casefold())
    assert f"new/{form}.out" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["html", "xlsx", "docx"])
def test_what_no_terminal_shows_goes_to_the_folder_output(project, form, capsys):
    assert run(project, "2030", "2031", "--as", form) == 0
    target = project / "output" / f"so-sanh_2030_2031.{form}"
    assert f"output/{target.name}" in capsys.readouterr().out
    if form == "html":
        assert "Việc thứ" in target.read_text(encoding="utf-8")
    else:
        assert zipfile.is_zipfile(target)


@pytest.mark.slow
def test_the_terminal_in_colour_says_the_same_as_without():
    from docgen.diff.compare import diff
    from docgen.diff.forms.terminal import terminal
    from docgen.load.folder import load
    from tests.made_up_2025 import REPOSITORY

    old, _ = load(REPOSITORY / "content" / "2024", REPOSITORY)
    new, _ = load(REPOSITORY / "tests" / "plans" / "content" / "2030", REPOSITORY)
    comparison = diff(old, new)
    plain = terminal(comparison)
    assert re.sub(r"\033\[\d+m", "", terminal(comparison, colour=True)) == plain
    assert max(map(len, plain.splitlines())) <= 130


@pytest.mark.slow
def test_diff_loads_no_library_that_its_form_does_not_need(project):
    code = (
        "import sys; from docgen.cli import main;"
        f"main(['-C', {str(project)!r}, 'diff', '2030', '2031']);"
        "print([name for name in ('openpyxl', 'docx') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
