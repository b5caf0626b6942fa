"""What was built, the Word file, the content of today: only what both changed is asked."""

import shutil

import pytest

from docgen.accept.answers import as_file, read_answers, taken
from docgen.accept.look import answer, look
from docgen.cli import main
from docgen.edit.apply import apply
from tests.content_edits import insert, move, reword
from tests.plan_files import ROOTS, build, copy_project, lines, printed
from tests.tools import sampled
from tests.word_edits import Word, opened

pytestmark = pytest.mark.slow

YEAR = "2024"
QUALITY = "Nâng cao chất lượng hiệu quả hoạt động"


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    project = copy_project(tmp_path_factory.mktemp("sides"), ROOTS[YEAR])
    assert build(project, YEAR).written
    return project


@pytest.fixture
def project(original, tmp_path):
    root = tmp_path / "project"
    shutil.copytree(original, root)
    return root


def document(root):
    return root / "output" / f"KH_{YEAR}.docx"


def looked(root, in_word, in_content=None):
    """What `look` finds in the built document after edits in Word and, later, of the content."""
    word = opened(document(root))
    in_word(word)
    if in_content:
        in_content(root / "content" / YEAR)
    return look(word.saved(), root / "content" / YEAR, root)


def printed_lines(root):
    return lines(printed(root, YEAR))


def verdicts(found):
    return [(change.kind, change.verdict) for change in found.changes]


def a_word(word):
    word.replace("tỷ lệ điểm tối đa", "tỷ lệ điểm cao nhất")


TOGETHER = {
    "elsewhere": (reword("plan.yaml", "Báo Quảng Trị", "Báo tỉnh"), "Báo tỉnh"),
    "in the same sentence": (
        reword("purposes.yaml", "đưa ra các giải pháp cụ thể", "đưa ra các giải pháp mới"),
        "các giải pháp mới",
    ),
    "with items added above": (
        insert("purposes.yaml", "Duy trì kết quả các tiêu chí", "- Việc mới của nội dung."),
        "Việc mới của nội dung",
    ),
    "with the item moved": (
        move("purposes.yaml", "- Duy trì kết quả các tiêu chí",
             "- Nâng cao chất lượng hiệu quả hoạt động"),
        "Duy trì kết quả",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TOGETHER)
def test_what_only_the_content_changed_stays_and_what_only_word_changed_is_taken(project, name):
    edit, words = TOGETHER[name]
    found = looked(project, a_word, edit)
    assert (found.known, found.today) == (True, False)
    assert verdicts(found) == [("words", "applied")]
    assert apply(found.edits, project).findings == []
    paper = "\n".join(printed_lines(project))
    assert words in paper
    assert "tỷ lệ điểm cao nhất" in paper


LISTS = {
    "a bullet in": (lambda w: w.insert(QUALITY, "- Tăng cường kiểm tra công vụ."), "in"),
    "a bullet out": (lambda w: w.delete("Đổi mới tư duy"), "out"),
    "a bullet moved": (lambda w: w.move("Đổi mới tư duy", "Xác định cụ thể nội dung"), "move"),
    "a score": (lambda w: w.type_in_cell("Thực hiện kế hoạch CCHC", 3, "1,4000"), "number"),
    "a row out": (lambda w: w.delete_row("Thực hiện nhiệm vụ được Chính phủ"), "row out"),
    "the signer": (lambda w: w.replace("Lê Đức Tiên", "Nguyễn Văn Mẫu"), "words"),
    "the number": (lambda w: w.replace("Số: " + "\u00a0" * 6 + "/", "Số: 128/"), "number"),
}  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_edits_of_lists_find_their_place_in_content_that_has_moved(project, name):
    edit, kind = LISTS[name]
    found = looked(project, edit, insert("purposes.yaml", "Duy trì kết quả các tiêu chí",
                                         "- Việc mới của nội dung."))  # fmt: skip
    assert verdicts(found) == [(kind, "applied")]
    assert apply(found.edits, project).findings == []
    paper = "\n".join(printed_lines(project))
    assert "Việc mới của nội dung" in paper


def lower_the_score(folder):
    path = folder / "appendix.yaml"
    text = path.read_text(encoding="utf-8")
    start = text.index("score:", text.index("Thực hiện kế hoạch CCHC"))
    end = text.index("\n", start)
    path.write_text(f"{text[:start]}score: 1,2000{text[end:]}", encoding="utf-8")


CONFLICTS = {
    "the same words": (
        a_word,
        reword("purposes.yaml", "tỷ lệ điểm tối đa", "tỷ lệ điểm rất cao"),
        "rất cao", "cao nhất",
    ),
    "a score": (
        lambda w: w.type_in_cell("Thực hiện kế hoạch CCHC", 3, "1,4000"),
        lower_the_score,
        "1,2000", "1,4000",
    ),
    "a bullet that went and was reworded": (
        lambda w: w.delete("Đổi mới tư duy"),
        reword("purposes.yaml", "Đổi mới tư duy", "Thay đổi tư duy"),
        "Thay đổi tư duy", "",
    ),
}  # fmt: skip


@pytest.mark.parametrize("side", ["word", "content"])
@pytest.mark.parametrize("name", CONFLICTS)
def test_what_both_changed_is_a_conflict_that_the_officer_decides(project, name, side):
    edit, of_content, ours, theirs = CONFLICTS[name]
    found = looked(project, edit, of_content)
    assert ("conflict", "asked") in verdicts(found)
    assert found.edits == []
    question = found.questions[0]
    assert ours in question.change.today
    chosen = taken("1=a" if side == "word" else "1=b", found.questions)
    decided = answer(found, chosen)
    assert not decided.left
    assert apply(decided.edits, project).findings == []
    paper = "\n".join(printed_lines(project))
    if theirs:
        assert (theirs in paper) == (side == "word")
    assert (ours in paper) == (side == "content")


def test_what_the_content_already_says_is_told_and_not_written(project):
    found = looked(project, a_word, reword("purposes.yaml", "điểm tối đa", "điểm cao nhất"))
    assert verdicts(found) == [("words", "already")]
    assert found.edits == []


def test_a_file_of_which_nobody_knows_the_content_asks_for_every_change(project):
    word = opened(document(project))
    a_word(word)
    shutil.rmtree(project / "output")
    reword("plan.yaml", "Báo Quảng Trị", "Báo tỉnh")(project / "content" / YEAR)
    found = look(word.saved(), project / "content" / YEAR, project)
    assert not found.known
    assert verdicts(found) == [("words", "asked")] * 2
    assert len(found.questions) == 2


def test_changes_that_word_tracked_say_themselves_what_was_built(project):
    word = opened(document(project), tracked=True)
    a_word(word)
    shutil.rmtree(project / "output")
    core = word.parts["docProps/core.xml"]
    word.parts["docProps/core.xml"] = core.replace(b"docgen:", b"other:")
    found = look(word.saved(), project / "content" / YEAR, project)
    assert found.known
    assert verdicts(found) == [("words", "applied")]


def test_answers_are_read_back_from_the_file_that_asks(project, tmp_path):
    found = looked(project, a_word, CONFLICTS["the same words"][1])
    path = tmp_path / "hoi.yaml"
    path.write_text(as_file(found.questions, {}), encoding="utf-8")
    assert read_answers(path, "hoi.yaml", found.questions) == ({}, [])
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("chọn:", "chọn: B"), encoding="utf-8")
    answers, findings = read_answers(path, "hoi.yaml", found.questions)
    assert (answers, findings) == ({found.questions[0].key: 1}, [])
    assert as_file(found.questions, answers).count("chọn: b") == 1
    path.write_text(text.replace("chọn:", "chọn: x"), encoding="utf-8")
    answers, findings = read_answers(path, "hoi.yaml", found.questions)
    assert (answers, [each.code for each in findings]) == ({}, ["KH054"])
    assert findings[0].where.line == len(text.splitlines())


@pytest.mark.parametrize("said", ["x", "1=z", "9=a", "1", "=a", ""])
def test_an_answer_that_names_nothing_is_no_answer(project, said):
    found = looked(project, a_word, CONFLICTS["the same words"][1])
    assert taken(said, found.questions) is None


def test_the_file_that_was_built_last_is_only_saved(project):
    assert look(Word(document(project).read_bytes()).noise().saved(),
                project / "content" / YEAR, project).changes == ()  # fmt: skip


ANSWERED = {
    "a rank at its source": ("xếp thứ 41/63", "xếp hạng 40/63", 0),
    "a rank here only": ("xếp thứ 41/63", "xếp hạng 40/63", 1),
    "a figure by its score": ("-0,0259", "-0,0300", 1),
    "a name here only": ("3. Sở Tư pháp", "3. Sở Pháp chế", 0),
}


@pytest.mark.parametrize("name", sampled(ANSWERED, every=2))
def test_what_was_answered_is_content_and_not_asked_again(project, name):
    before, now, number = ANSWERED[name]
    data = opened(document(project)).replace(before, now).saved()
    folder = project / "content" / YEAR
    found = look(data, folder, project)
    decided = answer(found, {found.questions[0].key: number})
    assert apply(decided.edits, project).findings == []
    again = look(data, folder, project)
    assert (again.questions, again.left) == ([], [])
    assert "already" in {each.verdict for each in again.changes}


def test_what_was_to_stay_as_it_is_is_not_asked_again_by_the_command(project, capsys):
    edited = document(project)
    edited.write_bytes(opened(edited).replace("xếp thứ 41/63", "xếp thứ 40/63").saved())
    command = ["-C", str(project), "accept", str(edited), YEAR]
    assert main([*command, "--take", "1=c", "--write"]) == 0
    capsys.readouterr()
    assert main(command) == 0
    assert "Cần quyết định" not in capsys.readouterr().out
