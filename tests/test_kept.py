"""Answers kept beside the output: given again only where nothing at all has changed."""

import io
from contextlib import redirect_stdout

import pytest

from docgen import kept, pipeline
from docgen.cli import main
from docgen.commands import build_now, check_now
from docgen.kept import KEPT, Kept, key_of
from docgen.pipeline import check
from docgen.project import OUTPUT
from docgen.report import findings as report
from tests.plan_files import TINY, tiny_project


@pytest.fixture
def project(tmp_path):
    root = tiny_project(tmp_path)
    said(root, "build")
    return root


def said(root, *words) -> str:
    heard = io.StringIO()
    with redirect_stdout(heard):
        main(["-C", str(root), *words])
    return heard.getvalue()


def refuse(*_):
    raise AssertionError("it was worked out again")


def test_nothing_is_checked_or_built_again_while_nothing_changed(project, monkeypatch):
    checked, built = said(project, "check"), said(project, "build")
    monkeypatch.setattr(check_now, "run", refuse)
    monkeypatch.setattr(build_now, "run", refuse)
    assert said(project, "check") == checked
    assert said(project, "build") == built
    assert "Không có gì thay đổi" in built


@pytest.mark.parametrize("name", ["content/2030/plan.yaml", "content/agencies.yaml"])
def test_a_changed_file_is_looked_at(project, name):
    said(project, "check")
    path = project / name
    path.write_text(path.read_text(encoding="utf-8") + "strange: 1\n", encoding="utf-8")
    assert f"{name}:" in said(project, "check")


def test_the_rules_are_asked_once_for_the_same_content(tmp_path, monkeypatch):
    root = tiny_project(tmp_path, TINY.replace("thứ nhất", "thứ nhất , kể cả 31/02/2030"))
    (root / OUTPUT).mkdir()
    folder = root / "content" / "2030"
    asked = check(folder, root).findings
    assert any(each.fix for each in asked)
    monkeypatch.setattr(pipeline, "_asked", refuse)
    again = check(folder, root).findings
    assert again == asked
    assert report.as_text(again) == report.as_text(asked)
    with pytest.raises(AssertionError, match="again"):
        check(folder, root, unsaved={folder / "plan.yaml": TINY})
    (folder / "plan.yaml").write_text(TINY, encoding="utf-8")
    with pytest.raises(AssertionError, match="again"):
        check(folder, root)


def test_a_document_that_went_or_was_changed_is_built_again(project):
    document = project / "output" / "KH_2030.docx"
    document.unlink()
    assert "Đã tạo" in said(project, "build")
    document.write_bytes(document.read_bytes() + b" ")
    assert "Không có gì thay đổi" not in said(project, "build")


def test_other_options_are_another_question(project):
    assert said(project, "check") != said(project, "check", "--json")


def test_a_damaged_or_deleted_entry_counts_as_none(project):
    answer = said(project, "check")
    for entry in (project / KEPT).iterdir():
        entry.write_bytes(entry.read_bytes()[:-1] + b"?")
    assert said(project, "check") == answer
    for entry in (project / KEPT).iterdir():
        entry.unlink()
    assert said(project, "check") == answer


def test_another_version_of_docgen_trusts_nothing_that_is_kept(project, monkeypatch):
    key = key_of("answer", [])
    Kept(project).put(key, b"old")
    monkeypatch.setattr(kept, "program", lambda: b"another")
    assert Kept(project).get(key_of("answer", [])) is None
    assert Kept(project).get(key) == b"old"


def test_a_project_without_output_gets_no_folder_from_check(tmp_path):
    root = tiny_project(tmp_path)
    said(root, "check")
    assert not (root / "output").exists()
