"""An edit that is found in pieces comes home as a whole, or not at all."""

import pytest

from docgen.accept.look import answer, look
from docgen.edit.apply import apply
from tests.accept.test_corpus import paper
from tests.plan_files import ROOTS, copy_project, printed
from tests.word_edits import Word

TAKEN = {
    "two numbered points joined, the second the longer": (
        "2033",
        lambda w: w.replace("4.1. Đợt một vào tháng 3.", "4.1. Đợt một vào tháng 3. Đợt hai và đợt "
                            "ba vào quý IV.").delete("4.2. Đợt hai và đợt ba"),
    ),
    "a heading joined with its text": (
        "2030",
        lambda w: w.delete("ngay từ khi tiếp nhận văn bản.")
        .replace("Lập hồ sơ điện tử", "Lập hồ sơ điện tử: Các cơ quan, đơn vị lập hồ sơ công việc "
                 "trên hệ thống ngay từ khi tiếp nhận văn bản"),
    ),
}  # fmt: skip
NOT_TAKEN = {
    "a date of which the year is a value": (
        "2030", lambda w: w.replace("30/6/2030", "31/3/2031"),
    ),
    "a deadline in other words": (
        "2030",
        lambda w: w.replace("trước ngày 30/6/2030", "xong trong quý I năm 2031"),
    ),
    "a value typed over, and another look of the words beside it": (
        "2030",
        lambda w: w.replace("30/6/2030", "30/6/2031").emphasize("nộp vào lưu trữ cơ quan", "b"),
    ),
    "words of which some cannot be written": (
        "2030",
        lambda w: w.replace("nộp vào lưu trữ cơ quan", "{{ điều }} vào kho lưu: trữ ở cơ quan"),
    ),
    "a run-in heading split from its sentence": (
        "2033",
        lambda w: w.replace("Giảm lượng CO2 phát thải trên mỗi m2 trụ sở làm việc.", "")
        .insert("Mục tiêu chung:", "Giảm lượng CO2 phát thải trên mỗi m2 trụ sở làm việc."),
    ),
    "a label without its colon, and its sentence in other words": (
        "2033",
        lambda w: w.replace("Phân loại: Cơ quan phân loại", "Phân hằng quý Cơ quan chia"),
    ),
    "a letter that became a number, the words bold": (
        "2030",
        lambda w: w.emphasize("Gắn công tác", "b").replace("b) Gắn công tác", "7. Gắn công tác"),
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def projects(tmp_path_factory):
    made = {}
    for year in ("2030", "2033"):
        project = copy_project(tmp_path_factory.mktemp(year), ROOTS[year])
        made[year] = project, printed(project, year)
    return made


def seen(projects, cases, name):
    year, edit = cases[name]
    project, data = projects[year]
    word = Word(data)
    edit(word)
    return project, year, word, look(word.saved(), project / "content" / year, project)


@pytest.mark.parametrize("name", TAKEN)
def test_lines_that_were_joined_are_taken(projects, name, tmp_path):
    _, year, word, found = seen(projects, TAKEN, name)
    assert found.left == []
    copy = copy_project(tmp_path / "copy", ROOTS[year])
    assert apply(found.edits, copy).findings == []
    assert paper(printed(copy, year)) == paper(word.saved())


@pytest.mark.parametrize("name", NOT_TAKEN)
def test_no_half_is_written(projects, name):
    _, _, _, found = seen(projects, NOT_TAKEN, name)
    assert found.left
    assert found.edits == []


@pytest.mark.parametrize("name", list(NOT_TAKEN)[:2])
def test_the_answer_writes_the_whole_date(projects, name, tmp_path):
    _, year, word, found = seen(projects, NOT_TAKEN, name)
    decided = answer(found, {found.questions[0].key: 0})
    assert (decided.left, decided.unproved) == ((), ())
    copy = copy_project(tmp_path / "copy", ROOTS[year])
    assert apply(decided.edits, copy).findings == []
    assert paper(printed(copy, year)) == paper(word.saved())
