"""`docgen accept` on the command line: it shows, and writes when it is told to."""

import shutil

import pytest

from docgen.cli import main
from tests.plan_files import printed
from tests.word_edits import Word

PURPOSES = "content/2024/purposes.yaml"


@pytest.fixture
def returned(short_plan, tmp_path):
    """A project of its own, and its document as somebody sent it back."""
    root = tmp_path / "project"
    shutil.copytree(short_plan, root)
    word = Word(printed(root, "2024"))
    word.replace("tỷ lệ điểm tối đa", "tỷ lệ điểm cao nhất").replace("Sở Tư pháp", "Sở Pháp chế")
    word.emphasize("Đổi mới tư duy", "i")
    (tmp_path / "sửa.docx").write_bytes(word.saved())
    return root, tmp_path / "sửa.docx"


def test_what_has_one_answer_is_written_and_the_rest_is_left_asked(returned, capsys):
    root, document = returned
    before = (root / PURPOSES).read_text(encoding="utf-8")
    call = ["-C", str(root), "accept", str(document)]
    assert main(call) == 1
    said = capsys.readouterr().out
    assert "content/2024/purposes.yaml:10:9: sửa lời" in said
    assert "--take 1=a" in said
    assert "{+*Đổi+} mới tư [-duy,-]{+duy*,+}" in said, "words whose look changed are shown"
    assert (root / PURPOSES).read_text(encoding="utf-8") == before
    assert main([*call, "--write"]) == 1
    after = (root / PURPOSES).read_text(encoding="utf-8")
    wanted = before.replace("điểm tối đa", "điểm cao nhất")
    wanted = wanted.replace("Đổi mới tư duy", "*Đổi mới tư duy*")
    assert after.replace('"', "").split() == wanted.replace('"', "").split()
