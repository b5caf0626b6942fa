"""Every small broken file that is kept: no traceback, no hang, nothing built where refused."""

import shutil
from pathlib import Path

import pytest

from tests.fuzz.trial import command
from tests.plan_files import tiny_project

pytestmark = pytest.mark.slow

CORPUS = Path(__file__).parent / "corpus"
FILES = sorted(path for path in CORPUS.iterdir() if path.suffix != ".md")


def asked_of(path: Path, root: Path) -> list[list[str]]:
    """What docgen is asked to do with a broken file."""
    if path.suffix == ".content":
        return [["build", "2030"], ["check", "2030", "--sarif"], ["todo", "2030"]]
    if path.suffix == ".xlsx":
        return [["gather", "--decided", str(path)]]
    return [[name, str(path)] for name in ("check", "read", "accept")] + [
        ["diff", str(path), str(path), "--as", "docx", "-o", str(root / "x.docx")],
        ["import", str(path), "--year", "2040"],
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_that_broke_docgen_once_is_taken_or_refused(path, tmp_path):
    plan = {"plan": path.read_bytes()} if path.suffix == ".content" else {}
    root = tiny_project(tmp_path, **plan)
    sent = shutil.copy(path, root)  # what docgen writes beside a file stays out of the tree
    for arguments in asked_of(Path(sent), root):
        outcome = command("-C", str(root), *arguments)
        assert outcome.fault == "", arguments
        if arguments[0] == "build" and outcome.code:
            assert not (root / "output" / "KH_2030.docx").exists()
