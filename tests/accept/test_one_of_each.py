"""One edit of each kind that has one answer, on a short plan: quick, and whole.

Taken into the content, it prints the Word file.
"""

import shutil

import pytest

from docgen.accept.ask import KEEP
from docgen.accept.look import look
from docgen.builds import BUILT
from docgen.edit.apply import apply
from tests.plan_files import TINY, build, lines, printed, tiny_project
from tests.word_edits import Word

YEAR = "2024"
LIKE = "Thực hiện nhiệm vụ được Chính phủ"

POINTS = """\
      - title: Việc chung
        marker: plus
        items: ["Việc thứ nhất ở {{ place }}.", Việc còn chờ.]
"""
TABLE = """\
      - table:
          columns:
            - {key: name, title: Xã, width: 80}
            - {key: reason, title: Lý do, width: 80, required: yes}
          rows: [{name: Xã Một}]
"""


@pytest.fixture(scope="module")
def document(short_plan):
    return printed(short_plan, YEAR)


@pytest.fixture
def root(short_plan, tmp_path):
    """A copy to write into."""
    return shutil.copytree(short_plan, tmp_path / "project")


EDITS = {
    "words": (
        lambda w: w.replace("tỷ lệ điểm tối đa", "tỷ lệ điểm cao nhất"),
        [("words", "Duy trì kết quả")],
    ),
    "two points that went to other places": (
        lambda w: w.move("Thực hiện đầy đủ và có", "Xác định cụ thể nội dung")
        .move("Duy trì kết quả", "Tiếp tục thực hiện đồng bộ"),
        [("move", "Duy trì kết quả"), ("move", "Thực hiện đầy đủ và có")],
    ),
    "the first lines below a point": (
        lambda w: w.insert("Đổi mới tư duy", "+ Hai.").insert("Đổi mới tư duy", "+ Một."),
        [("in", "Đổi mới tư duy")],
    ),
    "a heading with points below it": (
        lambda w: w.insert("Thực hiện đầy đủ và có", "- Việc một.")
        .insert_like("Thực hiện đầy đủ và có", "2. Yêu cầu", "3. Nguyên tắc"),
        [("in", "title: Yêu cầu")],
    ),
    "a recipient": (
        lambda w: w.insert("Thường trực Tỉnh ủy", "- Sở Nội vụ;"),
        [("in", "Thường trực Tỉnh ủy")],
    ),
    "words in an empty cell": (
        lambda w: w.type_in_cell("Cải cách thể chế", 8, "Quý III"),
        [("cell", "code: 2")],
    ),
    "other words in a cell": (
        lambda w: w.type_in_cell(LIKE, 8, "Quý IV"), [("words", "time: Thường xuyên")],
    ),
    "a new row": (
        lambda w: w.copy_row(
            LIKE, "1.8", "Thông tin, tuyên truyền", "1", "0,5", "-0,5", "Chưa đủ bài",
            "Tăng bài viết", "Sở Nội vụ", "Quý IV", "Bài viết",
        ),
        [("row in", "code: 1.7")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_told_at_its_line_and_prints_the_word_file(root, document, name):
    edit, told = EDITS[name]
    word = Word(document)
    edit(word)
    saved = word.saved()
    found = look(saved, root / "content" / YEAR, root)
    assert [(each.kind, each.verdict) for each in found.changes] == [
        (kind, "applied") for kind, _ in told
    ]
    for change, (_, words) in zip(found.changes, told, strict=True):
        assert change.where
        place = (root / change.where.file).read_text(encoding="utf-8").splitlines()
        assert words in place[change.where.line - 1]
    assert apply(found.edits, root).findings == []
    figures = {said for each in found.follows for said in (each.old, each.new)}
    ours, theirs = (
        [line for line in lines(each) if line not in figures]
        for each in (printed(root, YEAR), saved)
    )
    assert ours == theirs


def test_what_cannot_be_said_in_an_empty_cell_is_asked_at_its_row(root, document):
    saved = Word(document).type_in_cell("Cải cách thể chế", 8, "Quý \uf0e0").saved()
    (change,) = look(saved, root / "content" / YEAR, root).changes
    assert (change.kind, change.verdict, change.edits) == ("cell", "asked", ())
    assert change.why
    assert change.where
    place = (root / change.where.file).read_text(encoding="utf-8").splitlines()
    assert "code: 2" in place[change.where.line - 1]


def test_a_computed_cell_that_was_emptied_is_asked_with_what_it_said(root, document):
    saved = Word(document).type_in_cell(LIKE, 4, "").saved()
    (change,) = look(saved, root / "content" / YEAR, root).changes
    assert (change.kind, change.verdict, change.choices) == ("computed", "asked", (KEEP,))
    assert change.old.startswith("-0,")


def draft_edited(root, edit):
    """What is found in an edited draft of a plan of which a cell is still to be filled in."""
    tiny_project(root, TINY.replace("      - Việc thứ nhất.\n", POINTS + TABLE))
    draft = build(root, draft=True).written
    assert draft
    data = draft.path.read_bytes()
    assert "thiếu" in " ".join(lines(data))
    word = Word(data)
    edit(word)
    return look(word.saved(), root / "content/2030", root)


def test_a_new_heading_in_a_draft_marks_its_points_as_the_one_above_it(tmp_path):
    def edit(word):
        word.insert("+ Việc còn chờ", "+ Việc một.")
        word.insert_like("+ Việc còn chờ", "1. Việc chung", "2. Việc riêng")

    found = draft_edited(tmp_path, edit)
    assert found.known
    assert [edit.value for edit in found.edits] == [
        {"title": "Việc riêng", "items": ["Việc một."], "marker": "plus"}
    ]
    assert [each.verdict for each in found.changes] == ["applied"]


@pytest.mark.parametrize("kept", [True, False])
def test_an_edited_draft_is_known_for_one_with_what_is_kept_of_its_build_and_without(
    kept, tmp_path
):
    def edit(word):
        word.replace("Việc còn chờ", "Việc đang chờ")
        if not kept:
            shutil.rmtree(tmp_path / BUILT)

    found = draft_edited(tmp_path, edit)
    assert found.known
    assert [each.verdict for each in found.changes] == ["applied"]


def test_the_place_typed_over_can_be_changed_where_the_plan_says_it(tmp_path):
    found = draft_edited(tmp_path, lambda w: w.replace("nhất ở Sông Xanh", "nhất ở Sông Đỏ"))
    (change,) = found.changes
    assert change.choices[0].words.startswith("sửa giá trị gốc {{ place }} thành “Sông Đỏ”")
    assert [(each.place, each.new) for each in change.choices[0].edits] == [(("place",), "Sông Đỏ")]


def test_a_bold_cell_of_one_letter_stays_bold_when_it_is_typed_over(tmp_path):
    table = TABLE.replace("Xã Một", "Xã Một, reason: '**x**'")
    tiny_project(tmp_path, TINY.replace("      - Việc thứ nhất.\n", POINTS + table))
    document = build(tmp_path).written
    assert document
    saved = Word(document.path.read_bytes()).type_in_cell("Xã Một", 1, "o").saved()
    found = look(saved, tmp_path / "content/2030", tmp_path)
    assert [each.verdict for each in found.changes] == ["applied"]
    assert apply(found.edits, tmp_path).findings == []
    assert "reason: '**o**'" in (tmp_path / "content/2030/plan.yaml").read_text(encoding="utf-8")
