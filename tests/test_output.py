"""A document is written whole or not at all, and never over somebody's work."""

import io
import os
import subprocess
import sys
import zipfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from docgen.output import replace_file, save, write_document
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
    names = (path.name for path in (project / "output").iterdir())
    return sorted(name for name in names if name != ".docgen")


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


OWNERS = ["~$_2030.docx", "~$KH_2030.docx", ".~lock.KH_2030.docx#"]
HOLD = """
import fcntl, sys
file = open(sys.argv[1], "r+b")
fcntl.lockf(file, fcntl.LOCK_EX)
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held(document: Path):
    """The document as long as another program holds it open."""
    command = [sys.executable, "-c", HOLD, str(document)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
        assert program.stdout.readline().strip() == b"held"
        yield
        program.stdin.close()


@pytest.mark.skipif(os.name == "nt", reason="Word holds its documents itself there")
@pytest.mark.parametrize("owner", OWNERS)
def test_a_document_open_in_word_is_left_alone(project, owner):
    document = build(project).written.path
    before = document.read_bytes()
    (document.parent / owner).write_text("", encoding="utf-8")
    change_content(project)
    with held(document):
        for force in (False, True):
            built = build(project, force=force)
            assert (built.written, codes(built)) == (None, ["KH041"])
            assert owner in built.findings[0].message
    assert document.read_bytes() == before


@pytest.mark.parametrize("owner", OWNERS)
def test_an_owner_file_that_word_left_behind_blocks_nothing(project, owner):
    document = build(project).written.path
    (document.parent / owner).write_text("", encoding="utf-8")
    change_content(project)
    assert build(project).written.changed


def test_a_document_that_cannot_be_opened_for_writing_is_open(project, monkeypatch):
    document = build(project).written.path
    (document.parent / OWNERS[0]).write_text("", encoding="utf-8")
    change_content(project)
    opened = Path.open

    def refuse(path: Path, mode: str = "r", *rest, **more):
        if path == document and mode == "r+b":
            raise PermissionError(13, "Permission denied")
        return opened(path, mode, *rest, **more)

    monkeypatch.setattr(Path, "open", refuse)
    assert codes(build(project)) == ["KH041"]


def test_a_virus_scanner_that_holds_the_new_file_for_a_moment_does_no_harm(project, monkeypatch):
    build(project)
    change_content(project)
    replaced, refusals = os.replace, iter([True, True, False, False])

    def replace(*paths: object, **more: object) -> None:
        if next(refusals):
            raise PermissionError(13, "Permission denied")
        replaced(*paths, **more)

    monkeypatch.setattr("os.replace", replace)
    monkeypatch.setattr("time.sleep", lambda _: None)
    assert build(project).written.changed


def test_a_half_written_file_has_a_name_that_synchronising_leaves_alone(tmp_path, monkeypatch):
    names = []
    replaced = os.replace
    monkeypatch.setattr(
        "os.replace", lambda old, new, **more: names.append(Path(old)) or replaced(old, new, **more)
    )
    replace_file(tmp_path / "KH_2030.docx", b"x")
    (half,) = names
    assert (half.parent, half.name[:2], half.suffix) == (tmp_path, "~$", ".tmp")


def test_a_folder_in_its_place_is_a_finding(project):
    (project / NAME).mkdir(parents=True)
    assert codes(build(project)) == ["KH042"]


def test_a_file_in_place_of_the_output_folder_is_a_finding(project):
    (project / "output").write_text("", encoding="utf-8")
    assert codes(build(project)) == ["KH042"]


@pytest.mark.parametrize("refused", ["mkstemp", "replace"])
def test_a_folder_that_may_not_be_written_is_a_finding(project, monkeypatch, refused):
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


def test_a_file_that_docgen_wrote_gives_way_and_one_that_was_changed_since_does_not(tmp_path):
    path = tmp_path / "so" / "sanh.html"
    assert save(path, b"one", "sanh.html", tmp_path) is None
    assert save(path, b"two", "sanh.html", tmp_path) is None
    path.write_bytes(b"two, and a note of the officer's")
    refused = save(path, b"three", "sanh.html", tmp_path)
    assert refused.code == "KH043"
    assert "sanh.html" in refused.message
    assert path.read_bytes() == b"two, and a note of the officer's"
    assert [each.name for each in path.parent.iterdir()] == ["sanh.html"]
