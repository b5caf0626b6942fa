"""A document is written whole or not at all, and never over somebody's work."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from docgen.output import write_document
from tests.plan_files import TINY, build, lines, tiny_project

NAME = "output/KH_2030.docx"


@pytest.fixture
def project(tmp_path) -> Path:
    return tiny_project(tmp_path / "project")


def change_content(project: Path) -> None:
    plan = TINY.replace("Việc thứ nhất", "Việc thứ hai")
    (project / "content/2030/plan.yaml").write_text(plan, encoding="utf-8")


def edit_in_word(
    document: Path, word: str = "Việc thứ nhất", instead: str = "Việc sửa tay"
) -> None:
    """What Word does: other words, all entries written anew."""
    with zipfile.ZipFile(document) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(document, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data.replace(word.encode(), instead.encode()))


def codes(built) -> list[str]:
    return [finding.code for finding in built.findings]


def files(project: Path) -> list[str]:
    return sorted(path.name for path in (project / "output").iterdir())


def test_a_second_build_of_the_same_content_writes_nothing(project):
    first = build(project).written
    time = first.path.stat().st_mtime_ns
    again = build(project).written
    assert (first.changed, again.changed) == (True, False)
    assert first.path.stat().st_mtime_ns == time


def test_a_document_that_docgen_wrote_gives_way_to_new_content(project):
    build(project)
    change_content(project)
    built = build(project)
    assert built.written.changed
    assert "- Việc thứ hai." in lines(built.written.path)
    assert files(project) == ["KH_2030.docx"]


@pytest.mark.parametrize("force", [False, True])
def test_a_document_edited_in_word_is_never_lost(project, force):
    document = build(project).written.path
    edit_in_word(document)
    edited = document.read_bytes()
    change_content(project)
    built = build(project, force=force)
    if force:
        assert built.written.kept.name == "KH_2030_da-sua-1.docx"
        assert built.written.kept.read_bytes() == edited
        assert "- Việc thứ hai." in lines(document)
    else:
        assert built.written is None
        assert codes(built) == ["KH040"]
        assert document.read_bytes() == edited


def test_each_edited_document_is_kept_under_a_name_of_its_own(project):
    for hand in ("một", "hai", "ba"):
        document = build(project, force=True).written.path
        edit_in_word(document, instead=f"Việc sửa tay {hand}")
    build(project, force=True)
    kept = [f"KH_2030_da-sua-{number}.docx" for number in (1, 2, 3)]
    assert files(project) == ["KH_2030.docx", *kept]
    assert ["- Việc sửa tay hai." in lines(project / "output" / name) for name in kept] == [
        False,
        True,
        False,
    ]


def test_a_document_saved_again_without_a_change_still_counts_as_docgens(project):
    """Only the bytes of the zip are other ones: nothing of anybody's would be lost."""
    document = build(project).written.path
    edit_in_word(document, instead="Việc thứ nhất")
    change_content(project)
    assert build(project).written.changed


@pytest.mark.parametrize("there", [b"", b"hello", b"PK\x03\x04"])
def test_a_file_of_another_kind_in_its_place_is_not_overwritten(project, there):
    document = project / NAME
    document.parent.mkdir()
    document.write_bytes(there)
    assert codes(build(project)) == ["KH040"]
    assert document.read_bytes() == there
    assert build(project, force=True).written.kept.read_bytes() == there


@pytest.mark.parametrize("owner", ["~$_2030.docx", "~$KH_2030.docx", ".~lock.KH_2030.docx#"])
def test_a_document_open_in_word_is_left_alone(project, owner):
    document = build(project).written.path
    before = document.read_bytes()
    (document.parent / owner).write_text("", encoding="utf-8")
    change_content(project)
    for force in (False, True):
        built = build(project, force=force)
        assert (built.written, codes(built)) == (None, ["KH041"])
    assert document.read_bytes() == before


def test_a_folder_in_its_place_is_an_finding(project):
    (project / NAME).mkdir(parents=True)
    assert codes(build(project)) == ["KH042"]


def test_a_file_in_place_of_the_output_folder_is_an_finding(project):
    (project / "output").write_text("", encoding="utf-8")
    assert codes(build(project)) == ["KH042"]


@pytest.mark.parametrize("refused", ["mkstemp", "replace"])
def test_a_folder_that_may_not_be_written_is_an_finding(project, monkeypatch, refused):
    document = build(project).written.path
    before = document.read_bytes()
    change_content(project)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp" if refused == "mkstemp" else "os.replace", refuse)
    built = build(project)
    assert (built.written, codes(built)) == (None, ["KH042"])
    assert document.read_bytes() == before
    assert files(project) == ["KH_2030.docx"]


def test_a_full_disk_leaves_the_old_document_and_no_half_of_a_new_one(project, monkeypatch):
    document = build(project).written.path
    before = document.read_bytes()
    change_content(project)
    opened = os.fdopen

    class Full(io.BufferedWriter):
        def write(self, data: bytes) -> int:
            super().write(data[:100])
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fdopen", lambda handle, _: Full(opened(handle, "wb", 0)))
    built = build(project)
    assert (built.written, codes(built)) == (None, ["KH042"])
    assert document.read_bytes() == before
    assert files(project) == ["KH_2030.docx"]


def test_when_the_new_one_cannot_be_written_the_edited_one_stays_in_its_place(project, monkeypatch):
    document = build(project).written.path
    edit_in_word(document)
    edited = document.read_bytes()
    change_content(project)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    assert codes(build(project, force=True)) == ["KH042"]
    assert document.read_bytes() == edited


def test_the_folder_is_made_where_there_is_none(tmp_path):
    written, findings = write_document(tmp_path / "a" / "b.docx", b"data", "b.docx")
    assert findings == []
    assert written.path.read_bytes() == b"data"
    assert [path.name for path in written.path.parent.iterdir()] == ["b.docx"]
