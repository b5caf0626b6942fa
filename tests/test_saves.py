"""A plan saved again and again in one process: what is remembered changes nothing."""

import json
import random
import re
import subprocess
import sys

import pytest

from docgen.pipeline import build
from docgen.report.findings import as_data
from tests.plan_files import copy_project, short_project
from tests.tools import REPOSITORY, sampled

BETWEEN_WORDS = re.compile(r"(?<=\w) (?=\w)")
WORDS = ("tham mưu", "của Sở Nội vụ", "trước 30/6/2024", "và và", "*rất* đúng", "05 nhiệm vụ")


def edited(text: str, rng: random.Random) -> str:
    """The text with words put in, or a space taken out, between two words."""
    at = rng.choice([*BETWEEN_WORDS.finditer(text)]).start()
    return f"{text[:at]}{rng.choice((*(f' {each} ' for each in WORDS), ''))}{text[at + 1 :]}"


@pytest.mark.parametrize("seed", sampled([0, 1, 2, 3], every=4))
def test_after_any_saves_all_is_as_a_new_process_makes_it(tmp_path, seed):
    rng = random.Random(seed)
    root = short_project(tmp_path / "warm")
    year = root / "content" / "2024"
    for _ in range(4):
        path = rng.choice(sorted(year.glob("*.yaml")))
        path.write_text(edited(path.read_text("utf-8"), rng), encoding="utf-8", newline="\n")
        warm = build(year, root)
    cold = copy_project(tmp_path / "cold", root)
    command = [sys.executable, "-m", "docgen", "-C", cold, "build", "2024", "--json"]
    told = subprocess.run(command, cwd=REPOSITORY, check=False, stdout=subprocess.PIPE).stdout
    assert json.loads(told)["issues"] == as_data(warm.findings)
    names = [each / "output" / "KH_2024.docx" for each in (root, cold)]
    made = [each.read_bytes() if each.is_file() else b"" for each in names]
    assert bool(warm.written) == bool(made[1])
    assert not warm.written or made[0] == made[1]
