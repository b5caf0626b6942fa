import pytest

from docgen.docx.plain_text import plain_text
from docgen.docx.read import NotADocx, read
from tests.small_docx import docx, paragraph, run


def texts(body, **options):
    return [each.text for each in read(docx(body), **options).paragraphs]


def test_text_is_read_through_everything_that_only_wraps_it():
    body = (
        paragraph(
            run("một "),
            f"<w:hyperlink>{run('hai ')}</w:hyperlink>",
            f"<w:smartTag>{run('ba')}</w:smartTag>",
        )
        + f"<w:sdt><w:sdtContent>{paragraph(run('bốn'))}</w:sdtContent></w:sdt>"
    )
    assert texts(body) == ["một hai ba", "bốn"]


def test_a_text_that_does_not_keep_its_spaces_is_trimmed_as_word_trims_it():
    assert texts("<w:p><w:r><w:t> một </w:t></w:r><w:r><w:t> hai</w:t></w:r></w:p>") == ["mộthai"]


def test_tabs_breaks_and_hyphens_count_and_field_codes_do_not():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PA</w:instrText></w:r>'
        '<w:r><w:instrText>GE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    simple = f'<w:fldSimple w:instr="NUMPAGES">{run("9")}</w:fldSimple>'
    marks = "<w:r><w:tab/><w:br/><w:noBreakHyphen/></w:r>"
    (only,) = read(docx(paragraph(field, marks, simple))).paragraphs
    assert only.text == "2\t\n-9"
    assert only.fields == ("PAGE", "NUMPAGES")


TRACKED = paragraph(
    run("giữ "),
    f"<w:ins>{run('thêm')}</w:ins>",
    "<w:del><w:r><w:delText>bớt</w:delText></w:r></w:del>",
)


def test_tracked_changes_are_read_as_accepted_or_as_rejected():
    assert texts(TRACKED) == ["giữ thêm"]
    assert texts(TRACKED, revised=False) == ["giữ bớt"]


def test_a_paragraph_mark_that_is_gone_joins_its_text_to_the_next():
    body = paragraph(run("một "), mark="<w:del/>") + paragraph(run("hai"))
    assert texts(body) == ["một hai"]
    assert texts(body, revised=False) == ["một ", "hai"]


def test_no_text_is_lost_where_the_paragraph_mark_before_a_table_is_gone():
    table = f"<w:tbl><w:tr><w:tc>{paragraph(run('ô'))}</w:tc></w:tr></w:tbl>"
    gone = paragraph(run("cuối"), mark="<w:del/>")
    assert texts(gone + table) == ["cuối", "ô"]
    assert texts(table + gone) == ["ô", "cuối"]


def test_a_deleted_table_row_is_not_read():
    rows = (
        "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:p/></w:tc></w:tr>"
    )
    (table,) = read(docx(f"<w:tbl>{rows}</w:tbl>")).tables
    assert len(table.rows) == 1


def test_a_text_box_is_read_once_after_the_paragraph_that_holds_it():
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = f"<w:txbxContent>{paragraph(run('trong khung'))}</w:txbxContent>"
    both = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    body = paragraph(
        run("ngoài"), f"<w:r><mc:AlternateContent {mc}>{both}</mc:AlternateContent></w:r>"
    )
    assert texts(body) == ["ngoài", "trong khung"]


def test_cells_know_their_span_their_merge_and_their_width():
    cell = '<w:tc><w:tcPr><w:tcW w:w="500"/>{}</w:tcPr>' + paragraph(run("a")) + "</w:tc>"
    rows = [
        cell.format('<w:gridSpan w:val="2"/>') + cell.format('<w:vMerge w:val="restart"/>'),
        cell.format('<w:gridSpan w:val="2"/>') + cell.format("<w:vMerge/>"),
    ]
    grid = (
        '<w:tblGrid><w:gridCol w:w="200"/><w:gridCol w:w="300"/><w:gridCol w:w="500"/></w:tblGrid>'
    )
    xml = f"<w:tbl>{grid}{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
    (table,) = read(docx(xml)).tables
    assert table.grid == (200, 300, 500)
    assert [[(c.span, c.merge, c.width, c.text) for c in row.cells] for row in table.rows] == [
        [(2, "", 500, "a"), (1, "restart", 500, "a")],
        [(2, "", 500, "a"), (1, "continue", 500, "")],
    ]


SECTIONS = (
    '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId1"/>'
    '<w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr></w:p>'
    + paragraph(run("sau"))
    + '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>'
)


def test_a_section_takes_the_header_of_the_one_before_where_it_names_none():
    first, second = read(docx(SECTIONS, header1=paragraph(run("đầu trang")))).sections
    assert not first.landscape
    assert second.landscape
    assert [p.text for p in second.headers["default"]] == ["đầu trang"]
    assert [p.text for p in second.paragraphs] == ["sau"]


def test_plain_text_has_a_paragraph_and_a_table_row_a_line():
    cell = f"<w:tc>{paragraph(run('một'))}{paragraph(run('hai'))}</w:tc>"
    hidden = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{paragraph(run('khuất'))}</w:tc>"
    note = f'<w:footnote w:id="1">{paragraph(run("ở cuối trang"))}</w:footnote>'
    line = f'<w:footnote w:id="0" w:type="separator">{paragraph(run("kẻ"))}</w:footnote>'
    document = read(
        docx(
            f"<w:tbl><w:tr>{cell}{hidden}</w:tr></w:tbl>{SECTIONS}",
            header1=paragraph(run("đầu")),
            footnotes=line + note,
        )
    )
    assert plain_text(document) == (
        "[phần 1: khổ đứng]\n[đầu trang] đầu\nmột ¶ hai | \n\n"
        "[phần 2: khổ ngang]\n[đầu trang] đầu\nsau\n[chú thích] ở cuối trang\n"
    )


@pytest.mark.parametrize(
    "data",
    [b"", b"van ban", docx("<w:p>")],
    ids=["an empty file", "no zip", "broken XML"],
)
def test_a_file_that_is_no_docx_is_refused_in_vietnamese(data):
    with pytest.raises(NotADocx, match="không phải tệp Word"):
        read(data)
