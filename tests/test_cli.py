"""The command line as an officer meets it: Vietnamese words, exit codes, files."""

import gc
import io
import json
import os
import re
import shutil
import subprocess
import sys
import time
from argparse import Namespace
from pathlib import Path

import pytest

from docgen import cli
from docgen.commands import build, terminal
from tests.plan_files import MADE_UP, TINY, copy_project, tiny_project, with_template
from tests.tools import REPOSITORY

ENGLISH = re.compile(
    r"\b(usage|options|arguments?|positional|optional|error|show|help message|required|invalid"
    r"|choose|expected|unrecognized|ambiguous|exit|the|and)\b",
    re.IGNORECASE,
)
# Names that are the same in every language.
NAMES = re.compile(r"--?[\w-]+|docgen|\b(YAML|Word|PDF|JSON|SARIF|Excel|HTML|Markdown|CI|Schema)\b")


@pytest.fixture
def project(tmp_path) -> Path:
    return tiny_project(tmp_path / "project")


@pytest.fixture
def run(capsys, project):
    """Runs `docgen -C project …`: exit code, what it answers, what it says beside."""

    def run(*arguments: str, root: Path = project) -> tuple[int, str, str]:
        try:
            code = cli.main(["-C", str(root), *arguments])
        except SystemExit as stop:
            code = int(stop.code or 0)
        out, err = capsys.readouterr()
        return code, out, err

    return run


def spoil(project: Path, text: str = TINY.replace("place:", "palce:")) -> None:
    (project / "content/2030/plan.yaml").write_text(text, encoding="utf-8")


def test_build_says_where_the_document_is(run, project):
    code, out, err = run("build")
    assert (code, err) == (0, "")
    assert out == "Đã tạo output/KH_2030.docx\n"
    assert (project / "output/KH_2030.docx").is_file()


def test_build_counts_its_warnings_by_kind_and_says_where_they_are(run, project):
    lines = "\n".join(f"      - Thực hiện việcc thứ {word}." for word in ("hai", "ba"))
    spoil(project, TINY.replace("      - Việc thứ nhất.", lines))
    code, out, _ = run("build")
    lead, *kinds = out.splitlines()[1:]
    assert code == 0
    assert lead == "  Nên xem trước khi trình ký: 2 cảnh báo. Xem từng chỗ: docgen check 2030"
    assert len(kinds) == 1
    assert re.fullmatch(r"      2 × .+ \(KH\d{3}\): plan\.yaml:12, 13", kinds[0])


def test_build_says_how_much_there_is_and_the_totals(run, tmp_path):
    root = copy_project(tmp_path / "made-up", MADE_UP)
    code, out, _ = run("build", "2031", root=root)
    assert code == 0
    assert "Phân công: 2 đầu mối, 2 nhiệm vụ" in out
    assert "Phụ lục I: 3 dòng; tổng: số nông dân 1.250, ngân sách tỉnh 3.471,25" in out


@pytest.mark.parametrize("year", ["2030", "2031", "2032"])
def test_each_made_up_plan_builds_with_nothing_to_say_against_it(year, run, tmp_path):
    root = copy_project(tmp_path / "made-up", MADE_UP)
    code, out, _ = run("build", year, "--strict", "--json", root=root)
    outcome = json.loads(out)
    assert (code, outcome["issues"]) == (0, [])


def test_a_plan_with_appendices_of_every_form_gets_hints_at_most(run, tmp_path):
    root = copy_project(tmp_path / "made-up", MADE_UP)
    code, out, _ = run("build", "2034", "--strict", "--json", root=root)
    assert (code, {each["severity"] for each in json.loads(out)["issues"]}) == (0, {"info"})


def test_the_newest_year_is_built_when_none_is_given(run, tmp_path):
    root = copy_project(tmp_path / "made-up", MADE_UP)
    assert "output/KH_2034.docx" in run("build", root=root)[1]


def test_an_unchanged_build_says_so(run):
    run("build")
    code, out, _ = run("build")
    assert code == 0
    assert out.startswith("Không có gì thay đổi: output/KH_2030.docx")


def test_errors_stop_the_build_and_show_the_line_with_a_caret(run, project):
    spoil(project)
    code, out, _ = run("build")
    assert code == 1
    assert not (project / "output").exists()
    place, line, caret, hint = out.splitlines()[:4]
    assert place == "content/2030/plan.yaml:7:1: lỗi KH010: không có khóa “palce”"
    assert line == "    7 | palce: Sông Xanh"
    assert caret == "      | ^^^^^"
    assert hint == "      → Có phải ý là “place”?"
    assert out.splitlines()[-1] == "Chưa tạo văn bản: 1 lỗi."


def test_force_keeps_the_edited_document_and_names_it(run, project):
    run("build")
    (project / "output/KH_2030.docx").write_bytes(b"somebody's work")
    code, out, _ = run("build")
    assert code == 1
    assert "--force" in out
    code, out, _ = run("build", "--force")
    assert code == 0
    assert "bản đã sửa trong Word giữ ở output/KH_2030_da-sua-1.docx" in out
    assert (project / "output/KH_2030_da-sua-1.docx").read_bytes() == b"somebody's work"


def test_check_is_clean_or_counts(run, project):
    assert run("check") == (0, "Đã kiểm tra: không có lỗi.\n", "")
    spoil(project)
    code, out, _ = run("check")
    assert code == 1
    assert out.splitlines()[-1] == "Đã kiểm tra: 1 lỗi."
    assert not (project / "output").exists()


def test_strict_makes_warnings_weigh_as_errors(run, project):
    spoil(project, TINY.replace("subject: Thử phần mềm", "subject: Thử phần mềm."))
    assert run("check")[0] == 0
    assert run("check", "--strict")[0] == 1
    assert run("build", "--strict")[0] == 1
    assert run("build")[0] == 0


def test_json_gives_the_same_for_programs(run, project):
    spoil(project)
    code, out, err = run("check", "--json")
    (finding,) = json.loads(out)["issues"]
    assert (code, err) == (1, "")
    assert {**finding, "hint": ""} == {
        "file": "content/2030/plan.yaml",
        "line": 7,
        "column": 1,
        "length": 5,
        "code": "KH010",
        "severity": "error",
        "message": "không có khóa “palce”",
        "hint": "",
        "clause": "",
    }
    outcome = json.loads(run("build", "--json")[1])
    assert (outcome["written"], outcome["issues"]) == (None, [finding])


def test_json_of_a_good_build_names_the_document(run):
    outcome = json.loads(run("build", "--json")[1])
    assert (outcome["written"], outcome["changed"]) == ("output/KH_2030.docx", True)
    assert json.loads(run("build", "--json")[1])["changed"] is False


def test_read_gives_the_words_of_a_document(run, project):
    run("build")
    code, out, err = run("read", str(project / "output/KH_2030.docx"))
    assert (code, err) == (0, "")
    assert "- Việc thứ nhất." in out.splitlines()


@pytest.mark.parametrize("data", [None, b"hello"])
def test_read_says_what_it_cannot_read(data, run, project):
    path = project / "x.docx"
    if data:
        path.write_bytes(data)
    code, out, err = run("read", str(path))
    assert (code, out) == (1, "")
    assert str(path) in err


def test_the_committed_schemas_are_those_of_the_model_and_the_content(run, tmp_path):
    shutil.copytree(REPOSITORY / "content", tmp_path / "content")
    code, out, _ = run("schema", root=tmp_path)
    assert code == 0
    committed = {path.name: path.read_text("utf-8") for path in (REPOSITORY / "schemas").iterdir()}
    written = {path.name: path.read_text("utf-8") for path in (tmp_path / "schemas").iterdir()}
    assert written == committed
    assert all(f"schemas/{name}" in out for name in written)


def test_the_schema_names_agencies_and_columns_and_says_each_title_once():
    schema = {
        name: json.loads((REPOSITORY / "schemas" / f"{name}.schema.json").read_text("utf-8"))
        for name in ("section", "appendix", "plan")
    }
    agency = schema["section"]["definitions"]["assignment"]["properties"]["agency"]
    assert {"so-noi-vu", "Sở Nội vụ"} < set(agency["enum"])
    row = schema["appendix"]["definitions"]["row"]["properties"]
    assert row["score"]["title"] == "Điểm thẩm định"
    assert row["rows"]["title"] == "Các dòng bên dưới"
    titled_anew = [
        key
        for each in schema.values()
        for definition in each["definitions"].values()
        for key, said in definition.get("properties", {}).items()
        if "anyOf" in said
    ]
    assert titled_anew == []


def test_schema_can_be_printed_and_writes_nothing_then(run, tmp_path):
    code, out, _ = run("schema", "--print", root=tmp_path)
    assert code == 0
    assert set(json.loads(out)) == {"plan", "section", "appendix", "agencies", "glossary", "office"}
    assert list(tmp_path.glob("schemas")) == []


def test_every_key_of_the_schema_says_in_vietnamese_what_it_is(run):
    schemas = json.loads(run("schema", "--print")[1])

    def untitled(schema: object, path: str) -> list[str]:
        if isinstance(schema, list):
            return [each for child in schema for each in untitled(child, path)]
        if not isinstance(schema, dict):
            return []
        keys = schema.get("properties", {})
        bare = [f"{path}.{key}" for key, value in keys.items() if not value.get("title")]
        below = (untitled(child, f"{path}.{name}") for name, child in schema.items())
        return bare + [each for found in below for each in found]

    assert untitled(schemas, "") == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "còn thiếu"),
        (("lam",), "docgen: không có lệnh 'lam'"),
        (("diff", "2030"), "còn thiếu: MỚI\n"),
        (("diff", "2030", "2030", "--as", "pdf"), "--as: không nhận 'pdf' (chọn một trong"),
        (("build", "--nope"), "không hiểu"),
        (("build", "2030", "2031"), "không hiểu"),
        (("read",), "còn thiếu"),
        (("new", "2031", "--from"), "cần một giá trị"),
        (("build", "1999"), "các năm đang có: 2030"),
        (("check", "1999"), "các năm đang có: 2030"),
        (("check", "nope.yaml"), "không có tệp"),
    ],
)
def test_wrong_usage_is_told_in_vietnamese(arguments, said, run):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert not ENGLISH.search(NAMES.sub("", err.replace(str(Path.cwd()), "")))


@pytest.mark.parametrize(
    "typed", ["content/2030", "content\\2030", "content/2030/", "./content/2030", "{}/content/2030"]
)
def test_the_folder_of_a_year_may_be_typed_for_the_year(typed, run, project):
    where = typed.format(project.resolve().as_posix())
    for command in ("build", "check", "todo"):
        code, out, err = run(command, where)
        assert (code, err) == (0, ""), out
    code, out, _ = run("diff", where, "2030")
    assert "Không có gì thay đổi" in out
    code, out, _ = run("new", where.replace("2030", "2031"), "--from", where)
    assert "content/2031/plan.yaml" in out
    old, new = (project / "content" / year for year in ("2030", "2031"))
    assert new.stat().st_mode == old.stat().st_mode  # others of the share may open it too


def test_the_folder_of_another_project_is_not_taken_for_the_year_of_this_one(run, tmp_path):
    other = tiny_project(tmp_path / "khác")
    code, _, err = run("build", str(other / "content/2030"))
    assert code == 2
    assert f"thư mục khác: chạy docgen -C “{other.resolve()}”" in err
    code, _, err = run("build", "content/2029")
    assert (code, "không có kế hoạch năm 2029; các năm đang có: 2030" in err) == (2, True)


def test_a_folder_without_plans_is_wrong_usage(run, tmp_path):
    empty = with_template(tmp_path / "empty")
    for command in ("build", "check", "watch"):
        code, out, err = run(command, root=empty)
        assert (code, out) == (2, "")
        assert "không thấy kế hoạch nào" in err


def all_helps(run) -> dict[str, str]:
    """The help of docgen and of each of its commands."""
    main = run("--help")[1]
    names = re.findall(r"^    (\w+) ", main, re.MULTILINE)
    assert {"build", "check", "read", "schema", "watch"} <= set(names)
    return {"": main} | {name: run(name, "--help")[1] for name in names}


def test_help_is_vietnamese_for_every_command(run):
    for name, text in all_helps(run).items():
        assert text.startswith("cách dùng: docgen"), name
        english = ENGLISH.findall(NAMES.sub("", text))
        assert english == [], (name, english)


def test_every_command_and_option_is_explained(run):
    for name, text in all_helps(run).items():
        silent = re.findall(r"^ {2,4}(-\S+|[a-z]+)$(?!\n {5,})", text, re.MULTILINE)
        assert silent == [], name


def test_progress_shows_once_a_stage_takes_longer_than_patience(monkeypatch, capsys):
    monkeypatch.setattr(terminal, "PATIENCE_SECONDS", 0.05)
    say = terminal.Terminal()
    say.stage("đọc nội dung")
    say.stage("tạo văn bản")
    time.sleep(0.3)
    say.out("xong")
    out, err = capsys.readouterr()
    assert (out, err) == ("xong\n", "… tạo văn bản\n")


def test_a_quick_run_shows_no_progress_and_leaves_no_timer(run, monkeypatch, capsys):
    monkeypatch.setattr(terminal, "PATIENCE_SECONDS", 0.6)
    run("build")
    time.sleep(0.8)
    assert capsys.readouterr() == ("", "")


def test_build_names_its_stages_in_order(project):
    stages: list[str] = []

    class Say:
        out = problem = staticmethod(lambda _: None)
        stage = staticmethod(stages.append)

    options = Namespace(
        root=project, year=None, draft=False, force=False, strict=False, json=False, pdf=False
    )
    assert build.run(options, Say) == 0
    expected = ["đọc nội dung", "kiểm tra", "mở tệp mẫu", "tạo văn bản", "đọc lại văn bản"]
    assert [each for each in stages if each in expected] == expected


def test_watch_builds_at_once_and_again_after_each_change(run, project, monkeypatch):
    def changes(*_: object, **__: object):
        spoil(project, TINY.replace("Việc thứ nhất", "Việc thứ hai"))
        yield {("modified", "plan.yaml")}

    monkeypatch.setattr("watchfiles.watch", changes)
    code, out, _ = run("watch")
    assert code == 0
    assert out.count("Đã tạo output/KH_2030.docx") == 2


def test_watch_lets_be_what_word_and_docgen_lay_beside_a_file(run, monkeypatch):
    asked = {}
    monkeypatch.setattr("watchfiles.watch", lambda *_, **options: asked.update(options) or ())
    run("watch")
    beside = ("~$_template.docx", ".~lock.plan.yaml#", "~$docgen-a1.tmp", "KH_2030.pdf")
    kept = ("plan.yaml", "KH_template.docx")
    assert [name for name in (*beside, *kept) if asked["watch_filter"](None, name)] == [*kept]


def test_watch_goes_on_after_a_build_with_errors(run, project, monkeypatch):
    def changes(*_: object, **__: object):
        spoil(project)
        yield set()
        spoil(project, TINY.replace("Việc thứ nhất", "Việc thứ hai"))
        yield set()

    monkeypatch.setattr("watchfiles.watch", changes)
    code, out, _ = run("watch")
    assert code == 0
    assert out.index("Chưa tạo văn bản") < out.rindex("Đã tạo output/KH_2030.docx")


def test_stopping_by_ctrl_c_is_quiet(run, monkeypatch):
    def stopped(*_: object, **__: object):
        raise KeyboardInterrupt

    monkeypatch.setattr("watchfiles.watch", stopped)
    code, _, err = run("watch")
    assert (code, err) == (0, "")


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_a_terminal_of_another_encoding_still_gets_vietnamese(encoding, project):
    done = subprocess.run(
        [sys.executable, "-m", "docgen", "-C", project, "build"],
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode("utf-8") == "Đã tạo output/KH_2030.docx" + os.linesep
    stages = done.stderr.decode("utf-8").splitlines()  # told where a stage takes long
    assert all(stage.startswith("… ") for stage in stages)


def test_a_stream_that_cannot_change_its_encoding_is_used_as_it_is(monkeypatch, project):
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    assert cli.main(["-C", str(project), "check"]) == 0
    assert stream.getvalue() == "Đã kiểm tra: không có lỗi.\n"


@pytest.mark.parametrize(
    "taken", ["templates/KH_template.docx", "content/2030/plan.yaml", "output/KH_2030.docx"]
)
@pytest.mark.parametrize("command", [("check", "--report"), ("check", "--template", "--comments")])
def test_no_report_goes_over_a_file_that_is_somebodys_work(run, project, command, taken):
    run("build")
    before = (project / taken).read_bytes()
    code, _, err = run(*command, str(project / taken))
    assert code == 1
    assert f"đã có {taken}, không do docgen tạo" in err
    assert "Ghi ra tên khác" in err
    assert (project / taken).read_bytes() == before


@pytest.mark.parametrize("command", [("check", "--report"), ("check", "--template", "--comments")])
def test_a_report_that_cannot_be_written_ends_in_a_sentence(run, project, command):
    (project / "phieu.docx").mkdir()
    code, _, err = run(*command, str(project / "phieu.docx"))
    assert code == 1
    assert "không ghi được phieu.docx: chỗ đó là một thư mục" in err


def test_a_report_may_be_written_again(run, project):
    for _ in range(2):
        code, _, err = run("check", "--report", str(project / "phieu.docx"))
        assert (code, err) == (0, "docgen: Đã ghi phieu.docx\n")


def test_the_ending_of_a_document_may_be_in_capitals(run, project):
    run("build")
    (project / "output/KH_2030.docx").rename(project / "output/KH.DOCX")
    code, out, _ = run("check", str(project / "output/KH.DOCX"))
    assert (code, out) == (0, "Đã kiểm tra: không có lỗi.\n")


@pytest.mark.parametrize(("command", "again"), [("batch", True), ("check", False)])
def test_garbage_is_searched_for_again_by_the_commands_that_last(command, again, tmp_path):
    gc.disable()
    try:
        cli.main(["-C", str(tmp_path), command, str(tmp_path)])
        assert gc.isenabled() is again
    finally:
        gc.enable()


@pytest.mark.slow
def test_a_check_imports_nothing_that_reads_word_or_excel(project):
    script = (
        f"import sys; from docgen.cli import main; main(['-C', {str(project)!r}, 'check']);"
        "print([name for name in ('lxml', 'zipfile', 'docx', 'openpyxl') if name in sys.modules])"
    )
    asked = subprocess.run(
        [sys.executable, "-c", script], cwd=REPOSITORY, stdout=subprocess.PIPE, check=True
    )
    assert asked.stdout.decode().splitlines()[-1] == "[]"
