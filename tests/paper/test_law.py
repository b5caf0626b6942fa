"""The figures of the rules against the decree's own annex, as it was published."""

import pytest

from docgen.docx.read import read
from docgen.paper.components import FORMS
from tests import tools

ANNEX = "reference/ND30_PhuLuc1.docx"
# The rows of the table in Phụ lục I, Phần I, V, in its order, and the rule that says the same.
ROWS = [
    ("- Quốc hiệu", "KH720"),
    ("- Tiêu ngữ", "KH721"),
    ("- Tên cơ quan, tổ chức chủ quản trực tiếp", "KH722"),
    ("- Tên cơ quan, tổ chức ban hành văn bản", "KH723"),
    ("Số, ký hiệu của văn bản", "KH724"),
    ("Địa danh và thời gian ban hành văn bản", "KH725"),
    ("- Tên loại văn bản", "KH726"),
    ("- Trích yếu nội dung", "KH727"),
    ("Nội dung văn bản", "KH730"),
    ("- Số thứ tự và tiêu đề của mục", "KH731"),
    ("Trường hợp có tiêu đề", "KH732"),
    ("Trường hợp không có tiêu đề", "KH733"),
    ("- Điểm", "KH733"),
    ("- Quyền hạn của người ký", "KH734"),
    ("- Chức vụ của người ký", "KH734"),
    ("- Họ tên của người ký", "KH735"),
    ("Từ “Kính gửi” và tên cơ quan, tổ chức, cá nhân nhận văn bản", "KH728"),
    ("- Từ “Nơi nhận”", "KH736"),
    ("- Tên cơ quan, tổ chức, cá nhân nhận văn bản", "KH737"),
    ("- Từ “Phụ lục” và số thứ tự của phụ lục", "KH738"),
    ("- Tiêu đề của phụ lục", "KH739"),
]
# Components that the table leaves out; their paragraph says it in words.
PROSE = [
    ("KH729", "chữ in thường, kiểu chữ nghiêng, cỡ chữ từ 13 đến 14, trình bày dưới phần tên loại"),
    ("KH740", "chữ in thường, cỡ chữ từ 13 đến 14, kiểu chữ nghiêng, cùng phông chữ với nội dung"),
]


@pytest.fixture(scope="module")
def annex():
    return read(tools.shared(ANNEX))


@pytest.fixture(scope="module")
def table(annex):
    """Letters, size and style of each row of the decree's table, by its title."""
    rows = [
        [" ".join(cell.text.split()) for cell in row.cells]
        for each in annex.tables
        for row in each.rows
        if len(row.cells) > 5
    ]
    return {row[1]: row[2:5] for row in rows if row[2].startswith("In ")}


def rule_says(code):
    """The same three cells, from the rule."""
    (form,) = (form for form in FORMS if form.code == code)
    size = f"{form.smallest} - {form.largest}"
    upright = "Nghiêng" if form.italic else "Đứng"
    return [
        form.letters.capitalize(),
        str(form.smallest) if form.smallest == form.largest else size,
        f"{upright}, đậm" if form.bold else upright,
    ]


@pytest.mark.parametrize(("title", "code"), ROWS, ids=[title for title, _ in ROWS])
def test_a_rule_says_what_the_table_of_the_decree_says(table, title, code):
    assert rule_says(code) == table[title]


@pytest.mark.parametrize(("code", "sentence"), PROSE, ids=[code for code, _ in PROSE])
def test_a_rule_says_what_a_sentence_of_the_decree_says(annex, code, sentence):
    text = " ".join(" ".join(each.text for each in annex.paragraphs).split())
    assert sentence in text
    letters, size, weight = rule_says(code)
    assert (letters, size, weight) == ("In thường", "13 - 14", "Nghiêng")


def test_every_form_is_held_against_the_decree():
    held = {code for _, code in ROWS} | {code for code, _ in PROSE}
    assert held == {form.code for form in FORMS}


def test_the_family_of_sizes_is_the_annexs_footnote(annex):
    (note,) = (each.text for each in annex.notes if each.text.strip())
    assert "Quốc hiệu cỡ chữ 13, Tiêu ngữ cỡ chữ 14" in note
    assert "Quốc hiệu cỡ chữ 12, Tiêu ngữ cỡ chữ 13" in note
