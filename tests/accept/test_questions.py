"""What `accept` asks, the answers it offers, and what each of them does to the paper."""

import pytest

from docgen.accept.look import answer, look
from docgen.edit.apply import apply
from tests.plan_files import lines, printed
from tests.tools import sampled
from tests.word_edits import Word

YEAR = "2024"


@pytest.fixture(scope="module")
def original(short_plan):
    """A short plan is asked about as a long one is."""
    return short_plan, printed(short_plan, YEAR)


def asked(project, edit):
    root, data = project
    word = Word(data)
    edit(word)
    found = look(word.saved(), root / "content" / YEAR, root)
    assert len(found.questions) == 1, found.changes
    return found


def answered(project, found, number):
    """The paper after the answer, and what else it changed."""
    decided = answer(found, {found.questions[0].key: number})
    assert decided.unproved == ()
    assert apply(decided.edits, project[0]).findings == []
    return lines(printed(project[0], YEAR)), decided


QUESTIONS = {
    "a value with a source": (
        lambda w: w.replace("tăng 11 bậc", "tăng 12 bậc"),
        ["ghi thẳng vào câu này", "giữ như"],
    ),
    "a rank": (
        lambda w: w.replace("xếp thứ 41/63", "xếp thứ 40/63"),
        ["sửa giá trị gốc {{ par_index.rank }} thành “40”", "ghi thẳng", "giữ như"],
    ),
    "the year": (
        lambda w: w.replace("hạn chế năm 2023, duy", "hạn chế năm 2022, duy"),
        ["ghi thẳng vào câu này", "giữ như"],
    ),
    "a figure": (
        lambda w: w.replace("-0,0259", "-0,0300"),
        ["sửa max", "sửa score", "giữ như"],
    ),
    "a number that others are made of": (
        lambda w: w.type_in_cell("Thực hiện kế hoạch CCHC", 3, ""),
        ["để trống", "giữ như"],
    ),
    "an agency": (
        lambda w: w.replace("Sở Tư pháp", "Sở Pháp chế"),
        ["ghi tên này ở riêng", "đổi tên cơ quan", "giữ như"],
    ),
    "another agency": (
        lambda w: w.replace("Sở Tư pháp", "Sở Tài chính"),
        ["giao cho “Sở Tài chính”", "ghi tên này ở riêng", "giữ như"],
    ),
    "a number not Vietnamese": (
        lambda w: w.type_in_cell("Thực hiện kế hoạch CCHC", 3, "1.48"), ["ghi 1,48", "giữ như"],
    ),
    "cells of two rows made one": (
        lambda w: w.merge("Thực hiện kế hoạch CCHC", 8),
        ["ghi lại các dòng này với ô gộp như trong Word", "giữ như"],
    ),
    "a heading with nothing under it": (
        lambda w: w.insert_like(
            "Chỉ đạo các cơ quan, đơn vị liên quan", "MỤC ĐÍCH, YÊU CẦU", "IX. VIỆC MỚI"
        ),
        ["thêm mục này, chỉ có tiêu đề", "giữ như"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_offers_what_may_be_meant(project, name):
    edit, choices = QUESTIONS[name]
    found = asked(project, edit)
    offered = [each.words for each in found.questions[0].choices]
    assert len(offered) == len(choices), offered
    assert all(each.startswith(start) for each, start in zip(offered, choices, strict=True)), (
        offered
    )


ANSWERS = {
    "a value only here": ("a value with a source", 0, "tăng 12 bậc"),
    "a rank at its source": ("a rank", 0, "thứ 40/63"),
    "the year only here": ("the year", 0, "hạn chế năm 2022, duy"),
    "a figure by the score": ("a figure", 1, "-0,0300"),
    "an agency only here": ("an agency", 0, "Sở Pháp chế"),
    "an agency for all years": ("an agency", 1, "Sở Pháp chế"),
    "another agency": ("another agency", 0, "Sở Tài chính"),
    "a number meant": ("a number not Vietnamese", 0, "1,48"),
    "a heading alone": ("a heading with nothing under it", 0, "VIỆC MỚI"),
}


@pytest.mark.parametrize("name", sampled(ANSWERS, every=3))
def test_an_answer_prints_what_was_typed(project, name):
    question, number, words = ANSWERS[name]
    found = asked(project, QUESTIONS[question][0])
    paper, _ = answered(project, found, number)
    assert any(words in line for line in paper)


def test_an_answer_at_the_source_says_which_other_places_change(project):
    found = asked(project, QUESTIONS["a rank"][0])
    _, decided = answered(project, found, 0)
    assert any("tăng 12 bậc" in change.new or "tăng 12 bậc" in change.old
               for change in decided.besides), decided.besides  # fmt: skip


@pytest.mark.parametrize("name", sampled(QUESTIONS, every=3))
def test_the_last_answer_leaves_the_content_as_it_is(project, name):
    found = asked(project, QUESTIONS[name][0])
    before = lines(project[1])
    paper, decided = answered(project, found, len(found.questions[0].choices) - 1)
    assert paper == before
    assert not decided.left


BESIDE = {
    "a word before the value": ("xếp thứ 41/63", "xếp hạng 40/63"),
    "words around it": ("xếp thứ 41/63", "đứng vị trí 40 toàn quốc /63"),
    "a word that stays between": ("đạt 79,46%", "chỉ đạt 80,5%"),
}


@pytest.mark.parametrize("name", BESIDE)
def test_the_value_at_its_source_comes_with_the_words_beside_it(project, name):
    before, now = BESIDE[name]
    paper, decided = answered(project, asked(project, lambda w: w.replace(before, now)), 0)
    assert any(now in line for line in paper)
    assert decided.left == ()


def two_values(word):
    word.replace("xếp thứ 41/63", "xếp thứ 40/64")
    word.replace("xếp thứ 53/63", "xếp thứ 50/63")


@pytest.mark.parametrize("number", [0, 1])
def test_each_value_of_a_sentence_is_a_question_of_its_own(project, number):
    root, data = project
    word = Word(data)
    two_values(word)
    found = look(word.saved(), root / "content" / YEAR, root)
    assert [each.change.kind for each in found.questions] == ["value"] * 3
    decided = answer(found, {each.key: number for each in found.questions})
    assert (decided.unproved, decided.left) == ((), ())
    assert apply(decided.edits, root).findings == []
    paper = lines(printed(root, YEAR))
    assert any("xếp thứ 40/64" in line and "xếp thứ 50/63" in line for line in paper)


def test_a_figure_that_follows_from_an_answer_is_not_asked_any_more(project):
    root, data = project
    word = Word(data)
    word.replace("xếp thứ 53/63", "xếp thứ 50/63")
    word.replace("tăng 2 bậc", "tăng 5 bậc")
    found = look(word.saved(), root / "content" / YEAR, root)
    assert len(found.questions) == 2
    assert answer(found, {found.questions[0].key: 0}).left == ()
