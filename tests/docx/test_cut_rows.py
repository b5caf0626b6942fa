"""What is left of a row that was parted when people have worked on it in Word."""

import unicodedata

import pytest
from lxml import etree

from docgen.docx.cut_rows import has_cut_rows, make_whole
from docgen.docx.cut_words import AS_ABOVE, CONTINUED, REST
from docgen.docx.model import W

NAMESPACE = f'xmlns:w="{W[1:-1]}"'


def p(words, style="KHTableCell"):
    text = f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>' if words else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{text}</w:p>'


def cell(*paragraphs, merge=None):
    said = {None: "", "continue": "<w:vMerge/>"}.get(merge, f'<w:vMerge w:val="{merge}"/>')
    return f"<w:tc><w:tcPr>{said}</w:tcPr>{''.join(paragraphs) or p('')}</w:tc>"


def read(*rows):
    """The rows as they are read: of each cell its part in a merge and its words."""
    table = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    part = f"<w:body {NAMESPACE}><w:tbl>{table}</w:tbl></w:body>".encode()
    body = etree.fromstring(part)
    if has_cut_rows(part):
        make_whole(body)
    return [
        [merge(each) + said(each) for each in row.iter(W + "tc")] for row in body.iter(W + "tr")
    ]


def said(cell):
    return "¶".join("".join(each.itertext()) for each in cell.iter(W + "p"))


def merge(cell):
    found = cell.find(f"{W}tcPr/{W}vMerge")
    return "" if found is None else f"[{found.get(W + 'val', '')}]"


ONE = (cell(p("1")), cell(p("Chữ của")))
REST_OF_ONE = (cell(p("1 (tiếp)", CONTINUED)), cell(p("dòng.", REST), p("Đoạn nữa.")))


def test_the_parts_of_a_row_are_one_row():
    assert read(ONE, REST_OF_ONE) == [["1", "Chữ của dòng.¶Đoạn nữa."]]


def test_words_that_somebody_wrote_into_a_part_are_words_of_the_row():
    written = (cell(p("1 (tiếp)", CONTINUED), p("a")), cell(p("dòng mới.", REST)))
    assert read(ONE, written) == [["1¶a", "Chữ của dòng mới."]]


def test_a_mark_whose_letters_were_taken_apart_is_the_mark():
    apart = unicodedata.normalize("NFD", "1 (tiếp)")
    rest = (cell(p(apart, CONTINUED)), REST_OF_ONE[1])
    assert read(ONE, rest) == read(ONE, REST_OF_ONE)


@pytest.mark.parametrize(
    "told", ["1 (tiếp) và chữ khác", "2 (tiếp)", "xem trang sau"], ids=["more", "other", "retyped"]
)
def test_a_part_that_no_longer_says_what_it_goes_on_from_stays_a_row(told):
    rest = (cell(p(told, CONTINUED)), cell(p("dòng.", REST)))
    assert read(ONE, rest) == [["1", "Chữ của"], [told, "dòng."]]


def test_a_part_whose_row_was_taken_out_does_not_join_the_row_before():
    other = (cell(p("0")), cell(p("Dòng trước.")))
    assert read(other, REST_OF_ONE)[0] == ["0", "Dòng trước."]
    assert len(read(other, REST_OF_ONE)) == 2


def test_a_part_joins_a_row_whose_number_is_being_changed():
    changed = (
        '<w:tc><w:tcPr/><w:p><w:del w:id="1"><w:r><w:delText>1</w:delText></w:r></w:del>'
        '<w:ins w:id="2"><w:r><w:t>9</w:t></w:r></w:ins></w:p></w:tc>'
    )
    assert len(read((changed, ONE[1]), REST_OF_ONE)) == 1


MERGED = [
    (cell(p("1")), cell(p("Dùng"), merge="restart")),
    (cell(p("2")), cell(merge="continue")),
]


@pytest.mark.parametrize("again", ["restart", None], ids=["Word", "LibreOffice"])
def test_a_merged_cell_begun_anew_goes_on_with_the_one_above(again):
    """LibreOffice forgets a merge of one row."""
    third = (cell(p("3")), cell(p("(tiếp mục 1)", AS_ABOVE), p("chung.", REST), merge=again))
    assert read(*MERGED, third) == [["1", "[restart]Dùng chung."], ["2", "[]"], ["3", "[]"]]
    third = (cell(p("3")), cell(p("(như mục 1)", AS_ABOVE), merge=again))
    assert read(*MERGED, third)[2] == ["3", "[]"]


def test_a_merged_cell_whose_beginning_was_taken_out_keeps_its_words():
    other = (cell(p("0")), cell(p("Chữ khác.")))
    third = (cell(p("3")), cell(p("(tiếp mục 1)", AS_ABOVE), p("chung.", REST), merge="restart"))
    assert read(other, third) == [["0", "Chữ khác."], ["3", "[restart](tiếp mục 1)¶chung."]]


def test_a_document_without_such_rows_is_left_alone():
    part = f"<w:body {NAMESPACE}><w:tbl/></w:body>".encode()
    assert not has_cut_rows(part)
