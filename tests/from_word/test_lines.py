"""The lines of a paragraph of Word, as its tabs and soft breaks part them."""

from docgen.docx.read import read
from docgen.from_word.ending import ending_of
from docgen.from_word.head import head_of
from docgen.from_word.inline_marks import Letter, Look, written
from docgen.from_word.lines import Lines
from tests.small_docx import docx, paragraph, run

TAB, BREAK = "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>"


def test_a_letterhead_by_tabs_has_the_lines_of_its_soft_breaks_in_columns():
    typed = [run("UBND XÃ"), TAB, run("CỘNG HÒA"), BREAK, run("SỐ 1"), TAB, TAB, run("Độc lập")]
    document = read(docx(paragraph(*typed)))
    (only,) = document.paragraphs
    columns = Lines(document, "bịa.docx").columns(only)
    assert [[line.words for line in column] for column in columns] == [
        ["UBND XÃ", "SỐ 1"], ["CỘNG HÒA", "Độc lập"],
    ]  # fmt: skip


def test_a_dotted_line_is_no_recipient():
    typed = ("Nơi nhận:", "- Sở Nội vụ;", "- ……;", "- Lưu: VT.")
    document = read(docx("".join(paragraph(run(each)) for each in typed)))
    lines = Lines(document, "bịa.docx")
    pieces = [line for each in document.paragraphs for line in lines.of(each)]
    _, ending, _ = ending_of(pieces, lines)
    assert [each.value for each in ending.recipients] == ["Sở Nội vụ", "Lưu: VT"]


def test_only_lines_at_the_left_of_the_letterhead_name_the_issuer():
    left = ("UBND XÃ BỊA", "SỐ MỘT", "PHÒNG BA")
    right = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "BẢN BỊA RA")
    typed = BREAK.join(
        f"{run(one)}{TAB}{run(other)}" for one, other in zip(left, right, strict=True)
    )
    document = read(docx(paragraph(typed) + paragraph(run("KẾ HOẠCH")) + paragraph(run("Bịa"))))
    head, _ = head_of(document.blocks, Lines(document, "bịa.docx"))
    assert [each.value for each in (*head.superior, *head.issuer)] == list(left)


def test_signs_among_words_in_italics_stand_for_themselves():
    typed = [Letter(each, Look(italic=True)) for each in "một *hai*, ba"]
    assert written(typed, Look()) == r"*một \*hai\*, ba*"
    assert written(typed, Look(italic=True)) == r"một \*hai\*, ba"
