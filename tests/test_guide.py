"""The officers' guide shows what docgen really says.

A block ```console in docs/huong-dan.md begins with the command, `> docgen …`, and goes on with
all that it prints; a line `…` stands for lines left out, `…` in a line for words. It runs in a
fresh copy of content and template, or after `<!-- tiếp -->` in that of the block above. What the
officer has done before stands in comments: `<!-- sửa TỆP: «cũ» thành «mới» -->`,
`<!-- chép THƯ_MỤC thành THƯ_MỤC -->` (or a file), and `<!-- viết TỆP -->` before the block that
the file holds.

When words of docgen change: `python -m tests.test_guide` puts all that docgen says now into the
blocks that no longer hold; read the diff and shorten with `…`.
"""

import io
import re
import shlex
import shutil
import tempfile
import zipfile
from contextlib import chdir, redirect_stderr, redirect_stdout, suppress
from dataclasses import fields
from itertools import count
from pathlib import Path
from unittest.mock import patch

import pytest

from docgen import pipeline
from docgen.cli import main
from docgen.docx.named_styles import PARAGRAPH_STYLES, TABLE_STYLES
from docgen.view.plan import View

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "docs" / "huong-dan.md"

STEP = re.compile(
    r"<!-- sửa (?P<file>\S+): «(?P<old>.*?)» thành «(?P<new>.*?)» -->"
    r"|<!-- chép (?P<folder>\S+) thành (?P<copy>\S+) -->"
    r"|(?P<on><!-- tiếp -->)"
    r"|<!-- viết (?P<written>\S+) -->\n```(?:yaml|csv)\n(?P<lines>(?s:.*?))^```$"
    r"|^```console\n> docgen (?P<command>.*)\n(?P<said>(?s:.*?))^```$",
    re.MULTILINE,
)


def rewritten(guide: str) -> str:
    """The guide with what docgen says now; a block that holds with its `…` stays."""
    pieces, end = [], 0
    with tempfile.TemporaryDirectory() as folder:
        projects = (new_project(Path(folder) / str(number)) for number in count())
        here = last = None
        for step in STEP.finditer(guide):
            here = last if step["on"] else here or next(projects)
            if step["folder"]:
                copied = here / step["folder"]
                copy = shutil.copytree if copied.is_dir() else shutil.copy
                copy(copied, here / step["copy"])
            elif step["written"]:
                (here / step["written"]).write_text(step["lines"], "utf-8")
            elif step["file"]:
                edit(here / step["file"], *(unfolded(step[name]) for name in ("old", "new")))
            elif step["command"]:
                said = run(step["command"], here)
                if not re.fullmatch(pattern(step["said"]), said):
                    pieces += [guide[end : step.start("said")], said]
                    end = step.end("said")
                here, last = None, here
    return "".join([*pieces, guide[end:]])


def unfolded(text: str) -> str:
    return text.replace("\\n", "\n")


def new_project(root: Path) -> Path:
    for folder in (pipeline.CONTENT, pipeline.TEMPLATE.parent):
        shutil.copytree(ROOT / folder, root / folder)
    return root


PARTS = {
    ".docx": ("word/document.xml", "word/settings.xml"),
    ".xlsx": ("xl/worksheets/sheet1.xml",),
}


def edit(path: Path, old: str, new: str) -> None:
    """What an officer does to a file of the content, to a document in Word, a table in Excel."""
    if path.suffix not in PARTS:
        text = path.read_text("utf-8")
        assert old in text, f"{path.name} has no «{old}»"
        path.write_text(text.replace(old, new, 1), "utf-8")
        return
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    holding = [part for part in PARTS[path.suffix] if old.encode() in parts[part]]
    assert holding, f"{path.name} has no «{old}»"
    part = holding[0]
    parts[part] = parts[part].replace(old.encode(), new.encode(), 1)
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


def run(command: str, root: Path) -> str:
    """What a command says in a window of 80 columns, the progress of a slow run left out."""
    said = io.StringIO()
    with (
        chdir(root),
        redirect_stdout(said),
        redirect_stderr(said),
        patch.dict("os.environ", COLUMNS="80"),
        suppress(SystemExit),
    ):
        main(shlex.split(command))
    return re.sub(r"^… .*\n", "", said.getvalue(), flags=re.MULTILINE)


def pattern(shown: str) -> str:
    lines = (
        r"(?:.*\n)*?" if line == "…" else re.escape(line).replace("…", ".*") + r"\n"
        for line in shown.splitlines()
    )
    return "".join(lines)


@pytest.mark.slow
def test_every_command_in_the_guide_says_what_the_guide_shows():
    guide = GUIDE.read_text("utf-8")
    assert rewritten(guide) == guide


def test_the_guide_names_everything_a_template_may_use():
    guide = GUIDE.read_text("utf-8")
    names = [each.name for each in fields(View)]
    styles = [*PARAGRAPH_STYLES.values(), *TABLE_STYLES.values()]
    missing = [name for name in (*names, *styles) if f"`{name}`" not in guide]
    assert not missing


if __name__ == "__main__":
    GUIDE.write_text(rewritten(GUIDE.read_text("utf-8")), "utf-8", newline="\n")
