"""Groups, merged cells, whole rows and joined points that were edited in Word come home."""

import pytest
from lxml import etree

from docgen.accept.look import answer, look
from docgen.edit.edits import Insert, Reword
from tests.accept.test_corpus import judged
from tests.plan_files import ROOTS, W, copy_project, printed
from tests.tracked_settling import settled
from tests.word_edits import Word

YEARS = "2030", "2031", "2033", "2034", "2035-2039", "2037"


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
    "stars in a text that is all italics": (
        "2031", lambda w: w.replace("mỗi nông dân", "mỗi *hộ* nông dân"),
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
    "a new point with a word in italics": (
        "2030",
        lambda w: w.insert("b) Gắn công tác", "c) Lưu bản giấy (nếu có).").emphasize("(nếu có)"),
    ),
    "a new point with a bold label": (
        "2033",
        lambda w: w.insert("a) Sở Nội vụ: đưa", "b) Sở Tư pháp: góp ý.")
        .emphasize("Sở Tư pháp:", "b"),
    ),
    "a new point with a footnote": (
        "2035-2039",
        lambda w: w.insert("- Chuẩn bị quỹ đất", "- Giao rừng.")
        .add_note("Giao rừng", "Có lộ trình."),
    ),
    "a new heading with its text": (
        "2030",
        lambda w: w.insert("Các cơ quan, đơn vị lập hồ sơ", "Làm trước khi nộp lưu.")
        .insert_like("Các cơ quan, đơn vị lập hồ sơ", "2.2. Nộp lưu", "2.2. Chỉnh lý"),
    ),
    "a heading whose text became points": (
        "2030",
        lambda w: w.insert_like("Bảo đảm văn bản hành", "a) Xác định rõ", "a) Đúng thể thức.")
        .delete("Bảo đảm văn bản hành"),
    ),
    "a closing paragraph behind the last sign": (
        "2033", lambda w: w.insert("Trong quá trình thực hiện", "Văn phòng UBND tỉnh theo dõi."),
    ),
    "a title above several columns": (
        "2037",
        lambda w: w.replace(
            "Lượt khách", "Số lượt",
            within=next(p for p in w.root.iter(W + "p") if w.text(p) == "Lượt khách"),
        ),
    ),
    "a table out with its unit": (
        "2034",
        lambda w: [w.delete("Đơn vị tính: triệu đồng")]
        + [w.delete_row(each) for each in ("Nguồn kinh phí", "Ngân sách tỉnh", "480", "1.730")],
    ),
    "words behind letters below the line": (
        "2033", lambda w: w.replace("VT, NCChâu", "VT (2b), NCChâu (1b)"),
    ),
    "another name below the line": ("2033", lambda w: w.replace("VT, NCChâu", "VT, NCHà")),
    "points joined": ("2030", joined),
    "a sign typed below the line": (
        "2033",
        lambda w: w.replace("điện năng tiêu thụ", "điện năng và H2O").emphasize(
            "2O", "vertAlign", "subscript"
        ),
    ),
    "a sign no longer above the line": (
        "2033", lambda w: w.replace("trên mỗi m2 trụ sở", "trên mỗi mét vuông trụ sở"),
    ),
    "a new point with a sign above the line": (
        "2034",
        lambda w: w.insert("Số hóa tài liệu của các cơ quan", "- Kho rộng 20 m2.").emphasize(
            "2.", "vertAlign", "superscript"
        ),
    ),
    "a paragraph behind the closing one": (
        "2034",
        lambda w: w.replace("tổ chức thực hiện Kế hoạch này./.", "thực hiện tốt Kế hoạch này.")
        .insert("thực hiện tốt Kế hoạch này", "Vướng mắc thì báo Sở Nội vụ./."),
    ),
    "the label of an appendix": (
        "2031", lambda w: w.replace("Phụ lục II", "Phụ lục số 02", nth=1),
    ),
    "the line of an appendix that names the plan": (
        "2031", lambda w: w.replace("Ban hành kèm theo", "Kèm theo", nth=1),
    ),
    "the signer and what he is": (
        "2031",
        lambda w: [
            w.delete("KT. CHỦ TỊCH"), w.replace("PHÓ CHỦ TỊCH", "CHỦ TỊCH"),
            w.replace("Trần Thị Ví Dụ", "Nguyễn Văn Mẫu"),
        ],
    ),
    "words beside the name of an agency in its task": (
        "2033", lambda w: w.replace("chủ trì xây dựng phần mềm", "chủ trì nâng cấp phần mềm"),
    ),
}  # fmt: skip


CELL = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
ASKED = {
    "a row that bears merged words": (
        "2031", lambda w: w.delete_row("Lập danh sách nông dân"), "mang chữ của ô gộp",
    ),
    "a group without rows whose figures are sums": (
        "2034",
        lambda w: w.copy_row("Nhân công", "III", "Chi khác", "", "", "18")
        .move_row("III", "Quét và nhập thông tin"),
        "chưa có dòng con",
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
def test_taken_into_the_content_it_prints_the_word_file(projects, name):
    year, edit = EDITS[name]
    project, data = projects[year]
    word = Word(data, tracked=len(name) % 2 == 0)
    edit(word)
    outcome, changes = judged(project, year, word.saved())
    assert outcome == "taken", changes


TOLD = {
    "struck out": (lambda w: w.emphasize("và hệ thống", "strike"), "refused", "gạch ngang"),
    "hidden": (lambda w: w.emphasize("và hệ thống", "vanish"), "refused", "chữ ẩn"),
    "marked yellow": (
        lambda w: w.emphasize("và hệ thống", "highlight", "yellow"), "noted", "tô nền",
    ),
    "hidden words typed": (
        lambda w: w.replace("rà soát mái", "rà soát mái tôn").emphasize("tôn", "vanish"),
        "asked", "mái tôn",
    ),
    "the header": (lambda w: w.type_in_header("DỰ THẢO"), "refused", "DỰ THẢO"),
    "spaces below the line": (
        lambda w: w.emphasize("rà soát mái", "vertAlign", "subscript"), "refused", "rà soát mái",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TOLD)
def test_what_the_content_cannot_say_is_told(projects, name):
    edit, verdict, words = TOLD[name]
    project, data = projects["2033"]
    word = Word(data)
    edit(word)
    found = look(word.saved(), project / "content" / "2033", project)
    assert [change.verdict for change in found.changes] == [verdict]
    assert words in found.changes[0].new
    assert found.edits == []


GONE_ELSEWHERE = {
    "a paragraph split": (
        "2031",
        lambda w: w.split("so với năm 2029.", ""),
        "trong sản xuất nông nghiệp năm {{ year }}.",
    ),
    "a sentence in another point": (
        "2030",
        lambda w: w.replace("ở từng phòng, đơn vị.", "ở từng phòng. Xong trong tháng 01/2030.")
        .delete("Việc phân công hoàn thành trong"),
        "Xong trong tháng 01/{{ year }}.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", GONE_ELSEWHERE)
def test_a_value_goes_where_its_words_go(projects, name):
    year, edit, said = GONE_ELSEWHERE[name]
    project, data = projects[year]
    word = Word(data)
    edit(word)
    found = look(word.saved(), project / "content" / year, project)
    assert found.left == []
    new = [each.new if isinstance(each, Reword) else str(each.value) for each in found.edits
           if isinstance(each, Reword | Insert)]  # fmt: skip
    assert any(said in each for each in new), new


def test_the_first_of_rows_with_shared_cells_is_one_question(projects):
    project, data = projects["2031"]
    word = Word(data)
    word.delete_row("Lập danh sách nông dân")
    found = look(word.saved(), project / "content" / "2031", project)
    decided = answer(found, {found.questions[0].key: 0})
    assert (len(found.changes), decided.left, decided.unproved) == (1, (), ())


def test_a_footnote_that_is_called_behind_other_words_is_moved(projects):
    project, data = projects["2035-2039"]
    word = Word(data)
    paragraph = word.paragraph("Chọn giống cây bản địa")
    reference = paragraph.find(f".//{W}footnoteReference")
    paragraph.append(reference.getparent())
    found = look(word.saved(), project / "content" / "2035-2039", project)
    assert [(each.kind, each.verdict) for each in found.changes] == [("note", "applied")]
    assert "bản địa phù hợp từng vùng.^[Ưu tiên lim xanh" in found.edits[0].new


@pytest.mark.parametrize("name", ASKED)
def test_what_has_no_one_answer_says_why(projects, name):
    year, edit, why = ASKED[name]
    project, data = projects[year]
    word = Word(data)
    edit(word)
    found = look(word.saved(), project / "content" / year, project)
    assert [change.verdict for change in found.changes] == ["asked"]
    assert why in found.changes[0].why


def test_a_new_table_is_refused_as_one(projects):
    project, data = projects["2033"]
    word = Word(data)
    table = f'<w:tbl xmlns:w="{W[1:-1]}"><w:tr>{"".join(map(CELL.format, "ab"))}</w:tr></w:tbl>'
    word.paragraph("Các cơ quan rà soát mái").addnext(etree.fromstring(table))
    [change] = look(word.saved(), project / "content" / "2033", project).changes
    assert (change.verdict, change.new) == ("refused", "a ¶ b")
    assert "Bảng mới" in change.why
    word.delete("Các cơ quan rà soát mái")
    both = look(word.saved(), project / "content" / "2033", project)
    assert both.edits == [], "the old must not go where the new cannot come"


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
