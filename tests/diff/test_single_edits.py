"""One edit anywhere in the real plan is one change: no text is out of the comparison's sight."""

import json

import pytest

from docgen.diff.compare import diff
from docgen.load.folder import load
from docgen.plan.fields import Integer, Number
from docgen.plan.reading_order import leaves, printed_texts, tables
from tests.made_up_2025 import REPOSITORY
from tests.plan_files import copy_project
from tests.tools import sampled

PLAN, _ = load(REPOSITORY / "content" / "2024", REPOSITORY)
# A change of an appendix's title is found at its first line.
TEXTS = [
    printed.text
    for printed in printed_texts(PLAN)
    if printed.text not in PLAN.appendices[0].title[1:]
]
LONG = [text for text in TEXTS if len(text.value.split()) >= 12]
NUMBERS = [
    value
    for table in tables(PLAN)
    for row in leaves(table.rows)
    for value in row.cells.values()
    if isinstance(value, Number | Integer)
]


@pytest.fixture(scope="module")
def edited(tmp_path_factory):
    """The changes after one text of the content was replaced by another."""
    project = copy_project(tmp_path_factory.mktemp("edited"))

    def changes(text, value):
        path = project / text.source.name
        before = path.read_text(encoding="utf-8")
        assert before == text.source.text
        said = json.dumps(value, ensure_ascii=False)
        path.write_text(before[: text.start] + said + before[text.end :], encoding="utf-8")
        plan, _ = load(project / "content" / "2024", project)
        path.write_text(before, encoding="utf-8")
        return diff(PLAN, plan).changes

    return changes


def without_every_fourth_word(text):
    words = text.value.replace("{{ ", "{{").replace(" }}", "}}").split()
    return " ".join(word for number, word in enumerate(words, 1) if number % 4 or "{" in word)


@pytest.mark.parametrize("text", sampled(TEXTS[::9], every=12), ids=lambda text: text.path)
def test_words_added_to_a_text_are_one_change_at_its_line(edited, text):
    (change,) = edited(text, f"{text.value} (thêm)")
    assert change.kind in {"changed", "renamed", "renumbered"}
    assert (change.old.where.file, change.old.where.line) == (text.where.file, text.where.line)


@pytest.mark.parametrize("text", sampled(LONG[::7], every=12), ids=lambda text: text.path)
def test_a_text_that_lost_every_fourth_word_is_still_the_same_text(edited, text):
    (change,) = edited(text, without_every_fourth_word(text))
    assert change.kind in {"changed", "renamed"}


@pytest.mark.parametrize(
    "number", sampled(NUMBERS[::9], every=6), ids=lambda number: number.text.path
)
def test_another_number_is_one_change_with_its_difference(edited, number):
    (change,) = edited(number.text, "9,9999")
    assert change.kind == "rescored"
    assert str(number.value) in {str(figure.old) for figure in change.figures}
