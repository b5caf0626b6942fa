"""A document is held against the content that its stamp names, and each difference told there."""

import pytest

from docgen.accept.against import against_content
from tests.plan_files import W, copy_project, printed
from tests.word_edits import Word

YEAR, NAME = "2024", "output/KH_2024.docx"
ROW = "Thực hiện kế hoạch CCHC"


@pytest.fixture(scope="module")
def project(short_plan):
    """The real plan, cut short, and its document."""
    return short_plan, printed(short_plan, YEAR)


def said(project, edit):
    """What is found in a copy of the document that somebody edited."""
    root, data = project
    word = Word(data)
    edit(word)
    return against_content(word.saved(), NAME, root)


def reword(start, old, new):
    """Other words in the first text that has them, of the paragraph that begins so."""

    def edit(word):
        texts = [each for each in word.paragraph(start).iter(W + "t") if old in (each.text or "")]
        texts[0].text = texts[0].text.replace(old, new, 1)

    return edit


def in_row(code, old, new):
    """Another figure in a row."""

    def edit(word):
        texts = [each for each in word.row(code).iter(W + "t") if old in (each.text or "")]
        texts[0].text = texts[0].text.replace(old, new, 1)

    return edit


def drop(find):
    """A paragraph or row less."""
    return lambda word: (gone := find(word)).getparent().remove(gone)


def italic(word):
    """A paragraph of the text in italics."""
    for each in word.paragraph("Duy trì kết quả các tiêu chí").iter(W + "r"):
        each.insert(0, each.makeelement(W + "rPr"))
        each[0].append(each.makeelement(W + "i"))


def without_cells(word):
    """A row that lost its cells in a damaged file."""
    row = word.row(ROW)
    for each in list(row):
        row.remove(each)


EDITS = {
    "a score": (in_row(ROW, "1,4741", "1,4747"), "appendix.yaml", "1,4747"),
    "a minus": (in_row(ROW, "-0,0259", "0,0259"), "appendix.yaml", ""),
    "a row": (drop(lambda word: word.row(ROW)), "appendix.yaml", ROW),
    "the cells of a row": (without_cells, "appendix.yaml", ROW),
    "a word": (reword("Duy trì kết quả", "Duy trì", "Giữ"), "purposes.yaml", "Giữ"),
    "a point": (drop(lambda word: word.paragraph("Duy trì kết quả")), "purposes.yaml", "Duy trì"),
    "italics": (italic, "purposes.yaml", ""),
}


@pytest.mark.parametrize(("edit", "file", "words"), EDITS.values(), ids=EDITS)
def test_what_was_changed_in_word_is_told_at_its_line_and_sent_home(edit, file, words, project):
    found = said(project, edit)
    assert {finding.code for finding in found} == {"KH790"}
    assert any(each.where.file.endswith(file) and each.where.line for each in found)
    assert any(words in each.message for each in found)
    assert all(f"docgen accept {NAME}" in each.hint for each in found)


def test_an_untouched_document_says_what_its_content_says(project):
    assert said(project, lambda _: None) == []


def test_content_that_was_edited_since_is_not_guessed(project, tmp_path):
    root = copy_project(tmp_path / "later", project[0])
    plan = root / "content" / YEAR / "purposes.yaml"
    plan.write_text(plan.read_text("utf-8").replace("Duy trì", "Giữ", 1), encoding="utf-8")
    (finding,) = against_content(project[1], NAME, root)
    assert finding.code == "KH791"
    assert "không còn như lúc tạo" in finding.message


def test_a_document_of_somebody_else_is_told_as_such(project):
    def edit(word):
        del word.parts["docProps/core.xml"]

    (finding,) = said(project, edit)
    assert finding.code == "KH791"
    assert "không ghi được tạo từ nội dung nào" in finding.message
