"""Points, headings and rows of forms that are new in Word, or typed in another way."""

import pytest
from lxml import etree

from docgen.accept.look import answer, look
from docgen.edit.apply import apply
from docgen.edit.edits import Insert, Put
from tests.accept.test_corpus import paper
from tests.plan_files import ROOTS, W, copy_project, printed
from tests.word_edits import Word

MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"


@pytest.fixture(scope="module")
def projects(tmp_path_factory):
    made = {}
    for year in ("2030", "2033", "2034"):
        project = copy_project(tmp_path_factory.mktemp(year), ROOTS[year])
        made[year] = project, printed(project, year)
    return made


BROKEN = {
    "a point": ("2030", "- Mục lục hồ sơ.", "- Biên bản giao nhận.", ["Biên bản giao nhận."]),
    "a recipient": ("2033", "- Các sở, ban, ngành;", "- Báo Sông Xanh;", ["Báo Sông Xanh"]),
    "words without a mark": ("2030", "- Mục lục hồ sơ.", "Bản giấy.", ["Mục lục hồ sơ. Bản giấy."]),
    "another mark": ("2030", "- Mục lục hồ sơ.", "+ Bản giấy.", ["Mục lục hồ sơ. + Bản giấy."]),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_point_behind_a_line_break_is_a_point(projects, name):
    year, behind, words, said = BROKEN[name]
    project, data = projects[year]
    word = Word(data)
    run = etree.SubElement(word.paragraph(behind), W + "r")
    etree.SubElement(run, W + "br")
    etree.SubElement(run, W + "t").text = words
    found = look(word.saved(), project / "content" / year, project)
    assert found.left == []
    assert [each.value if isinstance(each, Insert) else each.new for each in found.edits] == said


def blank_row(word, number):
    """A row of the form that a report has, by the number that docgen gave it."""
    table = next(word.row("Hồ sơ về tổ chức cán bộ").iterancestors(W + "tbl"))
    return [*table.iter(W + "tr")][number]


BLANK = {
    "two taken out": ([], (4, 5), [{"blank": "2"}]),
    "one filled in the middle": ([3], (), [{"blank": "1"}, {"name": "Đất đai"}, {"blank": "2"}]),
    "one filled, one taken out": ([2], (5,), [{"name": "Đất đai"}, {"blank": "2"}]),
}


@pytest.mark.parametrize("name", BLANK)
def test_blank_rows_of_a_form_are_counted_anew(projects, name):
    filled, gone, rows = BLANK[name]
    project, data = projects["2034"]
    word = Word(data)
    for number in gone[::-1]:
        row = blank_row(word, number)
        row.getparent().remove(row)
    for number in filled:
        paragraph = blank_row(word, number).findall(W + "tc")[1].find(W + "p")
        etree.SubElement(etree.SubElement(paragraph, W + "r"), W + "t").text = "Đất đai"
    found = look(word.saved(), project / "content" / "2034", project)
    assert found.left == []
    assert [each.value if isinstance(each, Insert) else {"blank": each.value}
            for each in found.edits if isinstance(each, Insert | Put)] == rows  # fmt: skip


REMARKED = {
    "a paragraph that is a point": (
        lambda w: w.replace("Kết quả kiểm tra là một", "- Kết quả kiểm tra là một"),
        "Kết quả kiểm tra là một căn cứ để đánh giá, xếp loại cơ quan, đơn vị năm {{ year }}.",
    ),
    "and says something else": (
        lambda w: w.replace("Kết quả kiểm tra là một", "- Kết quả là một"),
        "Kết quả là một căn cứ để đánh giá, xếp loại cơ quan, đơn vị năm {{ year }}.",
    ),
    "a point that is a paragraph": (
        lambda w: w.replace("- Sở Nội vụ kiểm tra", "Sở Nội vụ kiểm tra"),
        {"plain": "Sở Nội vụ kiểm tra ít nhất 10 cơ quan, đơn vị."},
    ),
}


@pytest.mark.parametrize("name", REMARKED)
def test_a_mark_that_came_or_went_makes_it_an_item_of_the_other_kind(projects, name):
    edit, said = REMARKED[name]
    project, data = projects["2030"]
    word = Word(data)
    edit(word)
    found = look(word.saved(), project / "content" / "2030", project)
    assert found.left == []
    assert [each.value for each in found.edits if isinstance(each, Insert)] == [said]


def test_a_new_heading_has_its_paragraphs_below_it(projects):
    """Beside headings that have points, and paragraphs among them."""
    project, data = projects["2030"]
    word, last = Word(data), "Kết quả kiểm tra là một căn cứ"
    word.insert_like(last, "3. Kiểm tra", "4. Khen thưởng")
    word.insert_like("4. Khen thưởng", last, "Biểu dương cơ quan làm tốt.")
    word.insert_like("Biểu dương cơ quan", "- Sở Nội vụ kiểm tra", "- Lập danh sách.")
    word.insert_like("- Lập danh sách", last, "Công bố trong tháng 12.")
    [edit] = look(word.saved(), project / "content" / "2030", project).edits
    assert edit.value == {
        "title": "Khen thưởng", "text": "Biểu dương cơ quan làm tốt.",
        "items": ["Lập danh sách.", {"plain": "Công bố trong tháng 12."}],
    }  # fmt: skip


@pytest.mark.parametrize(("name", "value"), [
    ("Ban Dân tộc", {"agency": "ban-dan-toc"}), ("Hội Nhà vườn", {"title": "Hội Nhà vườn"}),
])  # fmt: skip
def test_a_new_block_is_given_to_the_agency_that_it_names(project, name, value):
    """Beside one that has a title of its own."""
    root, data = project
    last, like = "công khai thu, chi ngân sách xã, phường", "13. Cục Hải quan tỉnh"
    word = Word(data)
    word.insert_like(last, like, f"17. {name}")
    word.insert_like(f"17. {name}", last, "- Lập dự toán.")
    [edit] = look(word.saved(), root / "content" / "2024", root).edits
    assert edit.value == {**value, "tasks": ["Lập dự toán."]}


def test_what_no_letter_says_is_named_where_it_stands(projects):
    """A symbol of a font of symbols, an equation, a number in the header."""
    project, data = projects["2030"]
    word = Word(data)
    run = etree.SubElement(word.paragraph("- Mục lục hồ sơ."), W + "r")
    etree.SubElement(run, W + "sym", {W + "font": "Wingdings", W + "char": "F0FC"})
    math = etree.SubElement(word.paragraph("Toàn bộ văn bản"), f"{{{MATH}}}oMath")
    etree.SubElement(etree.SubElement(math, f"{{{MATH}}}r"), f"{{{MATH}}}t").text = "x=2y"
    word.type_in_header("DỰ THẢO LẦN 3")
    told = look(word.saved(), project / "content" / "2030", project).changes
    said = {change.new: (change.verdict, change.where and change.where.line) for change in told}
    assert said == {
        "Mục lục hồ sơ.[ký hiệu]": ("asked", 36), "công thức: x=2y": ("refused", 37),
        "2DỰ THẢO LẦN 3": ("refused", None),  # behind the number of the page
    }  # fmt: skip


def test_a_paragraph_among_points_is_told_at_its_line(projects):
    project, data = projects["2030"]
    word = Word(data)
    word.insert("- Mục lục hồ sơ.", "Bản giấy và bản điện tử.")
    [change] = look(word.saved(), project / "content" / "2030", project).changes
    assert (change.verdict, change.where.line) == ("applied", 36)


def test_a_cell_split_within_others_that_stay_merged_is_shared_again(project):
    """Of four rows that share all, the time of the second is its own; the last two share one."""
    root, data = project
    word = Word(data)
    second, third = (word.cell(name, 8) for name in ("phân định chức năng", "thực hiện quy chế"))
    for cell, words in ((second, "Quý IV"), (third, "Quý III")):
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        merge.getparent().remove(merge)
        run = etree.SubElement(cell.find(W + "p"), W + "r")
        etree.SubElement(run, W + "t").text = words
    etree.SubElement(third.find(W + "tcPr"), W + "vMerge", {W + "val": "restart"})
    found = look(word.saved(), root / "content" / "2024", root)
    decided = answer(found, {found.questions[0].key: 0})
    assert (decided.unproved, decided.left) == ((), ())
    assert apply(decided.edits, root).findings == []
    assert look(word.saved(), root / "content" / "2024", root).edits == []
    assert paper(printed(root, "2024")) == paper(word.saved())
