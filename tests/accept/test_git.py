"""A Word file whose build is long gone: git remembers the content that it was built from."""

import os
import subprocess

import pytest

from docgen.accept.look import look
from docgen.edit.apply import apply
from tests.accept.test_corpus import paper
from tests.plan_files import TINY, printed, tiny_project
from tests.word_edits import Word

WHO = {
    f"GIT_{who}_{what}": "a@example.invalid"
    for who in ("AUTHOR", "COMMITTER")
    for what in ("NAME", "EMAIL")
}


def git(root, *arguments):
    environment = {**os.environ, **WHO, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", *arguments], cwd=root, env=environment, check=True, capture_output=True)


@pytest.fixture
def edited(tmp_path):
    """A project in git, and a file of its first build with an edit; the content changed since."""
    root = tiny_project(tmp_path)
    plan = root / "content" / "2030" / "plan.yaml"
    git(root, "init", "-q")
    for when in ("năm nay", "năm tới", "năm sau"):
        plan.write_text(TINY.replace("thứ nhất", f"thứ nhất, làm {when}"), encoding="utf-8")
        git(root, "add", "-A")
        git(root, "commit", "-q", "-m", when)
        if when == "năm nay":
            word = Word(printed(root, "2030")).replace("Việc thứ nhất", "Việc lớn")
    return root, word.saved()


def test_its_edits_are_carried_into_the_content_of_today(edited):
    root, saved = edited
    found = look(saved, root / "content" / "2030", root)
    assert (found.known, found.today, found.left) == (True, False, [])
    apply(found.edits, root)
    assert "Việc lớn, làm năm sau" in paper(printed(root, "2030"))


def test_without_that_history_there_are_two_sides(edited):
    root, saved = edited
    (root / ".git").rename(root / "elsewhere")
    found = look(saved, root / "content" / "2030", root)
    assert not found.known
    assert found.edits == []
