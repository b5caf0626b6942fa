"""Of a sentence of which something is asked nothing is written before it is answered."""

import pytest

from docgen.accept.look import answer, look
from docgen.edit.apply import apply
from tests.accept.test_corpus import paper
from tests.plan_files import ROOTS, copy_project, printed
from tests.word_edits import Word

ASKED = {  # the year, the edit, and what each answer but the last does: as Word, or not
    "a score and a word far behind it": (
        "2024",
        lambda w: w.replace("đạt 86,25/100", "được 87,25/100").replace(
            "tỉnh, thành phố cả nước", "tỉnh, thành phố trong toàn quốc"
        ),
        [True, True, False],
    ),
    "a deadline and the verb before it": (
        "2030",
        lambda w: w.replace("30/6/2030", "30/6/2031").replace("nộp vào lưu", "nộp vào kho lưu"),
        [True, False],
    ),
    "who is to act, called in the sentence": (
        "2033",
        lambda w: w.replace("Sở Khoa học và Công nghệ chủ trì", "Sở Nội vụ chủ trì").replace(
            "ghi sổ phát thải", "theo dõi phát thải"
        ),
        [True, False],
    ),
    "who is to act, and other words in another look": (
        "2033",
        lambda w: w.replace("Văn phòng UBND tỉnh thực hiện", "Sở Tài chính")
        .replace("tại trụ sở UBND tỉnh", "tại trụ sở").emphasize("thí điểm tại trụ sở", "b"),
        [True, False],
    ),
    "who is to act, as a label": (
        "2033",
        lambda w: w.replace("Sở Tài chính:", "Sở Nội vụ:").replace("bố trí kinh", "cân đối kinh"),
        [True, True, False],
    ),
    "a label of a group that is none any more": (
        "2033",
        lambda w: w.replace("Đối với UBND các xã, phường:", "Đối với các đơn vị, sở"),
        [],
    ),
    "a score that is none": (
        "2024", lambda w: w.replace("đạt 86,25/100", "đạt 2031/100"), [True],
    ),
    "a name that nobody has, called in the sentence": (
        "2033",
        lambda w: w.replace("Sở Khoa học và Công nghệ chủ trì", "Sở Tương lai chủ trì"),
        [],
    ),
    "a heading of two agencies that is of one": (
        "2030",
        lambda w: w.replace("Các sở, ban, ngành, UBND các xã, phường", "UBND các xã, phường"),
        [True, True],
    ),
    "a heading of one agency that is of two": (
        "2030",
        lambda w: w.replace("2. Sở Tài chính", "2. Sở Tài chính, Sở Nội vụ"),
        [True, True],
    ),
}  # fmt: skip
APART = {
    "another sentence of the paragraph": (
        "2024",
        lambda w: w.replace("xếp thứ 41/63", "xếp thứ 40/63").replace(
            "Đây là kết quả của sự tập trung", "Đó là kết quả của sự tập trung"
        ),
        "Đó là kết quả",
    ),
}


@pytest.fixture(scope="module")
def projects(tmp_path_factory):
    made = {}
    for year in ("2024", "2030", "2033"):
        project = copy_project(tmp_path_factory.mktemp(year), ROOTS[year])
        made[year] = project, printed(project, year)
    return made


def seen(projects, year, edit):
    project, data = projects[year]
    word = Word(data)
    edit(word)
    return project, word.saved(), look(word.saved(), project / "content" / year, project)


@pytest.mark.parametrize("name", ASKED)
def test_nothing_is_written_and_every_answer_can_be_carried_out(projects, name, tmp_path):
    year, edit, answers = ASKED[name]
    project, saved, found = seen(projects, year, edit)
    assert found.edits == []
    [question] = found.questions
    offered = [each.words for each in question.choices]
    assert [each.as_word for each in question.choices[:-1]] == answers, offered
    for number, as_word in enumerate([*answers, False]):
        decided = answer(found, {question.key: number})
        assert decided.unproved == (), offered[number]
        copy = copy_project(tmp_path / str(number), ROOTS[year])
        assert apply(decided.edits, copy).findings == []
        built = paper(printed(copy, year))
        assert (built == paper(saved)) == as_word, offered[number]
        assert (built == paper(printed(project, year))) == (number == len(answers))


@pytest.mark.parametrize("name", APART)
def test_what_stands_in_another_sentence_is_taken(projects, name):
    year, edit, words = APART[name]
    _, _, found = seen(projects, year, edit)
    assert [change.verdict for change in found.changes] == ["applied", "asked"]
    assert words in found.changes[0].new
