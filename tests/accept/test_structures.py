"""Groups, merged cells, whole rows and joined points that were edited in Word come home."""

import pytest
from lxml import etree

from docgen.accept.look import look
from tests.accept.test_corpus import judged
from tests.plan_files import ROOTS, W, copy_project, printed
from tests.tracked_settling import settled
from tests.word_edits import Word

DUTIES = "2031", "2034", "2030", "2033"


def new_group(word):
    """A group row and a row below it, put behind the last row of the table."""
    last = "Kiểm tra, đánh giá kết quả"
    word.copy_row(last, "6", "Họp tổng kết", "Sở Nội vụ", "Tháng 12", "Biên bản")
    word.copy_row("B. Nhóm nhiệm vụ thực hiện", "C. Nhóm nhiệm vụ tổng kết")
    word.move_row("C. Nhóm nhiệm vụ tổng kết", last)


def rows_that_share_a_cell(word):
    last = "Kiểm tra, đánh giá kết quả"
    word.copy_row(last, "7", "Biểu dương", "", "Tháng 12", "Danh sách")
    word.copy_row(last, "6", "Họp tổng kết", "Sở Nội vụ", "Tháng 12", "Biên bản")
    for name, value in (("Họp tổng kết", "restart"), ("Biểu dương", "continue")):
        merge = etree.SubElement(word.cell(name, 2).find(W + "tcPr"), W + "vMerge")
        merge.set(W + "val", value)


def joined(word):
    """The next point has lines below it."""
    word.join("c) Không phát hành văn bản giấy")


EDITS = {
    "a new group with a row": ("2031", new_group),
    "the title of a group": (
        "2031", lambda w: w.replace("A. Nhóm nhiệm vụ chuẩn bị", "A. Chuẩn bị"),
    ),
    "two new rows that share a cell": ("2031", rows_that_share_a_cell),
    "a row typed over": (
        "2031",
        lambda w: [
            w.type_in_cell("Khảo sát nhu cầu", at, words)
            for at, words in ((4, "Số liệu"), (3, "Quý I"), (2, "Sở Nội vụ"), (1, "Đếm hộ"))
        ],
    ),
    "a number taken out": (
        "2031", lambda w: w.replace("600", "", within=w.cell("Phần mềm nhật ký", 2).find(W + "p")),
    ),
    "all rows of a group out": (
        "2034", lambda w: (w.delete_row("Chỉnh lý tài liệu"), w.delete_row("Quét và nhập")),
    ),
    "the unit of a table": ("2034", lambda w: w.replace("Đơn vị tính: %", "Đơn vị: phần trăm")),
    "points joined": ("2030", joined),
    "words beside the name of an agency in its task": (
        "2033", lambda w: w.replace("chủ trì xây dựng phần mềm", "chủ trì nâng cấp phần mềm"),
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def projects(tmp_path_factory):
    found = {}
    for year in DUTIES:
        project = copy_project(tmp_path_factory.mktemp(year), ROOTS[year])
        found[year] = project, printed(project, year)
    return found


@pytest.mark.parametrize("name", EDITS)
def test_taken_into_the_content_it_prints_the_word_file(projects, name):
    year, edit = EDITS[name]
    project, data = projects[year]
    word = Word(data, tracked=len(name) % 2 == 0)
    edit(word)
    outcome, changes = judged(project, year, word.saved())
    assert outcome == "taken", changes


def test_words_in_a_text_box_are_refused_by_name(projects):
    project, data = projects["2030"]
    word = Word(data)
    box = f'<w:p xmlns:w="{W[1:-1]}"><w:r><w:t>DỰ THẢO LẦN 2</w:t></w:r></w:p>'
    content = etree.SubElement(word.paragraph("Sử dụng tiết kiệm"), W + "r")
    for name in ("pict", "txbxContent"):
        content = etree.SubElement(content, W + name)
    content.append(etree.fromstring(box))
    [change] = look(word.saved(), project / "content" / "2030", project).changes
    assert (change.verdict, change.new) == ("refused", "DỰ THẢO LẦN 2")
    assert "text box" in change.why


def test_changes_inside_each_other_are_settled_by_the_innermost():
    """Typed by one, taken out by another: on no side."""
    body = etree.fromstring(
        f'<w:body xmlns:w="{W[1:-1]}"><w:p><w:hyperlink><w:ins><w:del><w:r><w:delText>a</w:delText>'
        "</w:r></w:del><w:r><w:t>b</w:t></w:r></w:ins></w:hyperlink><w:del><w:r><w:delText>c"
        "</w:delText></w:r></w:del></w:p></w:body>"
    )
    said = ["".join(settled(body, accept=accept).itertext()) for accept in (True, False)]
    assert said == ["b", "c"]
