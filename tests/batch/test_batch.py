"""Many plans at one go: nothing twice, nothing missing, the bytes of `build`."""

import io
import json
import subprocess
import sys
import time
from argparse import Namespace
from contextlib import redirect_stderr, redirect_stdout
from functools import partial
from pathlib import Path

import openpyxl
import pytest

from docgen import pipeline
from docgen.batch import outcome, pool
from docgen.batch.log import read_log
from docgen.batch.outcome import How, State, build_one, still_holds
from docgen.batch.plans import plans_below
from docgen.cli import main
from docgen.commands.batch import _built
from tests.plan_files import TINY, build, tiny_project
from tests.tools import REPOSITORY

HOW = How()
BROKEN = "year: [2030\n"


def said(*words: object) -> tuple[int, str]:
    heard = io.StringIO()
    with redirect_stdout(heard), redirect_stderr(heard):
        code = main([str(word) for word in words])
    return code, heard.getvalue()


def communes(folder: Path) -> Path:
    """A folder with four projects of made-up communes; one cannot be read."""
    for name in ("a", "b", "c"):
        tiny_project(folder / name, TINY.replace("Việc thứ nhất", f"Việc của xã {name}"))
    tiny_project(folder / "broken", BROKEN)
    return folder


def lines_of(log: Path) -> list[str]:
    """The plans that were logged, by the folders of their projects."""
    read = map(json.loads, log.read_text(encoding="utf-8").splitlines())
    return [Path(each["plan"]).parents[1].name for each in read]


@pytest.fixture(scope="module")
def batch(tmp_path_factory):
    """The folder of a batch that two processes have done, its exit code and what it said."""
    root = communes(tmp_path_factory.mktemp("batch"))
    code, heard = said("-C", root, "batch", root, "--workers", 2)
    return root, code, heard


@pytest.fixture
def in_this_process(monkeypatch):
    """The plans that are given to work on; it is done here, without a pool."""
    given = []

    def outcomes(work, folders, _):
        for folder in folders:
            given.append(folder.parents[1].name)
            yield work(folder)

    monkeypatch.setattr(pool, "outcomes", outcomes)
    return given


def test_the_pool_makes_the_bytes_that_build_makes(batch, tmp_path):
    root, _, _ = batch
    for name in ("a", "b", "c"):
        alone = tiny_project(tmp_path / name, TINY.replace("Việc thứ nhất", f"Việc của xã {name}"))
        expected = build(alone).written.path.read_bytes()
        assert (root / name / "output" / "KH_2030.docx").read_bytes() == expected


def test_a_broken_plan_stops_no_other_and_is_told_with_its_place(batch):
    root, code, heard = batch
    assert code == 1
    assert sorted(lines_of(root / "output/hang-loat/nhat-ky.jsonl")) == ["a", "b", "broken", "c"]
    assert "broken/content/2030  chưa tạo" in heard
    assert "content/2030/plan.yaml:1:7: lỗi" in heard
    assert "4 kế hoạch: 3 đã tạo, 1 chưa tạo; 1 lỗi" in heard


def test_the_workbook_has_plans_totals_and_what_is_to_be_mended(batch):
    book = openpyxl.load_workbook(batch[0] / "output" / "hang-loat" / "tong-hop.xlsx")
    rows = {sheet.title: list(sheet.values)[1:] for sheet in book}
    assert rows["Kế hoạch"][1][:3] == ("b/content/2030", "đã tạo", 0)
    assert rows["Kế hoạch"][2][:3] == ("broken/content/2030", "chưa tạo", 1)
    assert dict(rows["Tổng cộng"])["Kế hoạch"] == 4
    assert dict(rows["Tổng cộng"])["Lỗi"] == 1
    assert [row[0] for row in rows["Phải sửa"]] == ["broken/content/2030"]


def test_what_is_done_is_done_once(batch, in_this_process):
    root, _, _ = batch
    log = (root / "output" / "hang-loat" / "nhat-ky.jsonl").read_bytes()
    code, heard = said("-C", root, "batch", root)
    assert (in_this_process, code) == ([], 1)
    assert "3 đã xong từ trước, 1 chưa tạo" in heard
    assert (root / "output" / "hang-loat" / "nhat-ky.jsonl").read_bytes() == log


@pytest.mark.usefixtures("in_this_process")
def test_how_far_it_is_is_told_plan_by_plan(tmp_path):
    told: list[str] = []

    class Say:
        stage = progress = staticmethod(told.append)

    plans = plans_below([communes(tmp_path)])[0]
    list(_built(plans, HOW, Namespace(scheduler=None, workers=1), Say))
    assert told[0] == "tạo văn bản của 4 kế hoạch"
    assert [line.split(",")[0] for line in told[1:]] == [f"{at}/4 kế hoạch" for at in range(1, 5)]
    assert "còn khoảng 0 giây" in told[4]


def test_cut_off_and_started_again_it_does_the_rest(tmp_path, in_this_process):
    root = communes(tmp_path)
    said("-C", root, "batch", root)
    log = root / "output" / "hang-loat" / "nhat-ky.jsonl"
    first, second, *_ = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(first + second + b'{"plan": "torn')
    (root / "c" / "output" / "KH_2030.docx").unlink()
    in_this_process.clear()
    said("-C", root, "batch", root)
    assert in_this_process == ["broken", "c"]
    assert len(read_log(log)) == 4
    assert log.read_bytes().startswith(first + second + b'{"plan": "torn\n{')
    assert (root / "c" / "output" / "KH_2030.docx").is_file()


@pytest.mark.slow
def test_killed_and_started_again_nothing_is_missing_and_nothing_done_is_done_twice(tmp_path):
    names = [f"xa-{number}" for number in range(8)]
    for name in names:
        tiny_project(tmp_path / name, TINY.replace("Việc thứ nhất", f"Việc của {name}"))
    log = tmp_path / "output" / "hang-loat" / "nhat-ky.jsonl"
    command = [sys.executable, "-m", "docgen", "-C", tmp_path, "batch", tmp_path, "--workers", "2"]
    first = subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.DEVNULL)
    while first.poll() is None and not (log.is_file() and log.read_bytes().count(b"\n") > 1):
        time.sleep(0.02)
    first.kill()
    first.wait()
    done = lines_of(log)
    assert 1 < len(done) < len(names)
    assert said("-C", tmp_path, "batch", tmp_path, "--workers", 1)[0] == 0
    assert sorted(lines_of(log)) == names
    for name in names:
        made = (tmp_path / name / "output" / "KH_2030.docx").read_bytes()
        assert build(tmp_path / name).written.changed is False, name
        assert (tmp_path / name / "output" / "KH_2030.docx").read_bytes() == made


@pytest.mark.parametrize(
    "changed",
    [
        "content/2030/plan.yaml",
        "content/agencies.yaml",
        "templates/KH_template.docx",
        "output/KH_2030.docx",
        "output/.docgen/built",
    ],
)
def test_what_changed_is_done_again(changed, tmp_path):
    root = tiny_project(tmp_path)
    done = build_one(root / "content" / "2030", HOW)
    assert still_holds(done, HOW)
    assert not still_holds(done, How(strict=True))
    path = root / changed
    for file in path.iterdir() if path.is_dir() else [path]:
        file.unlink() if path.is_dir() else file.write_bytes(file.read_bytes() + b"\n")
    assert not still_holds(done, HOW)


def test_a_document_edited_in_word_is_looked_at_each_time(tmp_path):
    root = tiny_project(tmp_path)
    folder = root / "content" / "2030"
    build_one(folder, HOW)
    (root / "output" / "KH_2030.docx").write_bytes(b"what somebody saved")
    refused = build_one(folder, HOW)
    assert refused.state is State.REFUSED
    assert "KH040" in refused.said[0]
    assert not still_holds(refused, HOW)


def test_an_error_of_docgens_own_is_an_outcome_with_a_report(tmp_path, monkeypatch):
    def fail(*_, **__):
        raise RuntimeError("nobody foresaw it")

    monkeypatch.setattr(pipeline, "build", fail)
    root = tiny_project(tmp_path)
    came = build_one(root / "content" / "2030", HOW)
    assert came.state is State.FAILED
    assert not still_holds(came, HOW)
    (report,) = (root / "output" / ".docgen").glob("loi-*.txt")
    assert report.name in came.said[0]


def test_plans_are_found_below_folders_each_once(tmp_path):
    for name in ("b/xa/content/2030", "a/content/2031-2035", "a/content/2029", "a/content/cu",
                 "a/output/content/2030", "a/.git/content/2030", "a/2030"):  # fmt: skip
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "plan.yaml").touch()
    found, closed = plans_below([tmp_path, tmp_path / "a", tmp_path / "b/xa/content/2030"])
    names = [each.relative_to(tmp_path.resolve()).as_posix() for each in found]
    assert names == ["a/content/2029", "a/content/2031-2035", "b/xa/content/2030"]
    assert closed == []
    assert plans_below([tmp_path / "none"]) == ([], [tmp_path.resolve() / "none"])


@pytest.mark.usefixtures("in_this_process")
def test_a_folder_that_nobody_can_look_into_is_among_what_is_to_be_mended(tmp_path, monkeypatch):
    root = tiny_project(tmp_path)
    found = [root / "content" / "2030"], [root / "shut"]
    monkeypatch.setattr("docgen.commands.batch.plans_below", lambda _: found)
    code, heard = said("-C", root, "batch", root)
    assert code == 1
    assert "2 kế hoạch: 1 đã tạo, 1 chưa tạo" in heard
    assert "không mở được thư mục này" in heard


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (["none"], "không có thư mục"),
        ([""], "không thấy kế hoạch nào"),
        (["", "--workers", "0"], "--workers"),
    ],
)
def test_a_call_without_plans_is_wrong_usage(words, answer, tmp_path):
    folder, *more = words
    code, heard = said("-C", tmp_path, "batch", tmp_path / folder, *more)
    assert code == 2
    assert answer in heard
    assert not (tmp_path / "output").exists()


def test_a_line_of_the_log_reads_back():
    came = partial(outcome.failed, Path("xã"))("vì “…” \u202e")
    assert outcome.of_line(outcome.as_line(came)) == came
    assert "\u202e" not in outcome.as_line(came)
    assert outcome.of_line('{"plan": "x"}') is None
