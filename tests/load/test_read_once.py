"""A file is read anew only where its text is another, and what is seen is what is there."""

import random

import pytest

from docgen.load import folder
from docgen.load.yaml_text import LONGEST_KEPT, compose
from docgen.pipeline import build, check
from docgen.plan.source import Source
from tests.plan_files import copy_project, tiny_project
from tests.tools import sampled

WORDS = ("tham mưu", "Sở Nội vụ", "  ", "2023", "1.5 tỷ", "và và", "{{ year }}", "# ", "tháng 13")


def edited(text: str, rng: random.Random) -> str:
    """The text with a word put in, taken out or moved at some space."""
    at = rng.choice([index for index, letter in enumerate(text) if letter == " "])
    word = rng.choice(WORDS)
    return rng.choice((f"{text[:at]} {word}{text[at:]}", text[:at] + text[at + 2 :]))


@pytest.mark.parametrize("seed", sampled([2, 0, 1], every=3))
def test_after_any_edits_the_findings_are_those_of_a_first_look(tmp_path, seed):
    rng = random.Random(seed)
    root = copy_project(tmp_path)
    year = root / "content" / "2024"
    for _ in range(3):
        path = rng.choice(sorted(year.glob("*.yaml")))
        path.write_text(edited(path.read_text("utf-8"), rng), encoding="utf-8", newline="\n")
        warm = check(year, root)
        folder._LAST.clear()
        cold = check(year, root)
        assert warm.findings == cold.findings
        if warm.view and cold.view:
            assert [*map(repr, warm.view.pieces)] == [*map(repr, cold.view.pieces)]


def test_a_second_build_reads_no_unchanged_file_again(tmp_path, monkeypatch):
    root = tiny_project(tmp_path, more="title: THÊM\nitems: [Việc khác.]\n")
    year = root / "content" / "2030"
    first = build(year, root)
    read = []
    real = folder.compose
    monkeypatch.setattr(folder, "compose", lambda source: read.append(source.name) or real(source))
    assert build(year, root).findings == first.findings
    assert read == ["content/2030/plan.yaml"]


def test_the_tree_of_a_text_is_kept_unless_it_is_very_long():
    short, long = (
        Source("x.yaml", f"a: b # {'dài ' * times}\n") for times in (1, LONGEST_KEPT // 4)
    )
    for source, same in ((short, True), (long, False)):
        assert (compose(source)[0] is compose(source)[0]) is same
