"""Appendices, points with what is below them, rows of other groups: parts that move or go whole."""

import re

import pytest

from tests.accept.test_corpus import judged
from tests.plan_files import ROOTS, W, copy_project, printed
from tests.word_edits import Word

YEARS = "2030", "2031", "2033", "2034", "2036"


def without_appendix(word, label, following=None):
    """Everything from the label of an appendix to that of the next goes."""
    start = next(p for p in word.root.iter(W + "p") if word.text(p) == label)
    for block in [start, *start.itersiblings()]:
        if following and word.text(block) == following:
            break
        if block.find(f".//{W}sectPr") is None and block.tag != W + "sectPr":
            block.getparent().remove(block)


def point_before_another(word):
    """A point with two below it goes before the one above, and is numbered anew by hand."""
    target = word.paragraph("Ưu tiên thiết bị dán nhãn")
    head = word.paragraph("Tổ chức tuyên truyền theo ba đợt")
    for each in [head, *head.itersiblings()][:3]:
        target.addprevious(each)
    for old, new in (("4. Tổ", "3. Tổ"), ("4.1. Đợt", "3.1. Đợt"), ("4.2. Đợt", "3.2. Đợt")):
        word.replace(old, new)
    word.replace("3.", "4.", within=target)


def point_without_style(word):
    """A paragraph comes from another document: it has a mark, and no style."""
    word.insert("b) Gắn công tác văn thư", "c) Không làm phát sinh thủ tục.")
    new = word.paragraph("Không làm phát sinh thủ tục")
    new.remove(new.find(W + "pPr"))
    word.replace("c) Sử dụng tiết kiệm", "d) Sử dụng tiết kiệm")


def numbered_by_hand(word):
    """The number and the day are typed in the head, and below the titles of the appendices."""
    number, day = " 112", "ngày 17 tháng 6 năm 2034"
    for p in [p for p in word.root.iter(W + "p") if "/KH-UBND" in word.text(p)]:
        said = word.text(p)
        if "…" not in said:
            word.replace(said[said.index("ố") + 1 : said.index("/KH")], f": {number}"
                         if said.startswith("Số") else number, within=p)  # fmt: skip
    for p in [p for p in word.root.iter(W + "p") if re.search(r"ngày\s+tháng\s+năm", word.text(p))]:
        word.replace(re.search(r"ngày\s+tháng\s+năm( \d+)?", word.text(p))[0], day, within=p)


EDITS = {
    "the number and the day everywhere": ("2034", numbered_by_hand),
    "a paragraph behind one among points": (
        "2030",
        lambda w: w.insert("Kết quả kiểm tra là một căn cứ", "Kết quả được công khai."),
    ),
    "the last appendix": ("2036", lambda w: without_appendix(w, "Phụ lục II")),
    "an appendix in a file of its own": (
        "2034", lambda w: without_appendix(w, "Phụ lục số 03", "Mẫu số 04"),
    ),
    "a point moved with those below it": ("2033", point_before_another),
    "a point that has no style": ("2030", point_without_style),
    "a row moved past the head of a group": (
        "2031", lambda w: w.move_row("Lựa chọn phần mềm", "B. Nhóm nhiệm vụ thực hiện"),
    ),
    "a deputy signs for the chairman": (
        "2030",
        lambda w: w.insert("CHỦ TỊCH", "PHÓ CHỦ TỊCH")
        .replace("Nguyễn Văn Mẫu", "Phạm Thị Thử"),
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def projects(tmp_path_factory):
    found = {}
    for year in YEARS:
        project = copy_project(tmp_path_factory.mktemp(year), ROOTS[year])
        found[year] = project, printed(project, year)
    return found


@pytest.mark.parametrize("name", EDITS)
def test_what_went_or_moved_whole_is_taken(projects, name):
    year, edit = EDITS[name]
    project, data = projects[year]
    word = Word(data)
    edit(word)
    outcome, changes = judged(project, year, word.saved())
    assert outcome == "taken", changes
