from decimal import Decimal

import pytest

from docgen.docx.form import Styles
from docgen.docx.read import read
from tests.small_docx import docx

DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>{}</w:rPr></w:rPrDefault>"
    "<w:pPrDefault><w:pPr>{}</w:pPr></w:pPrDefault></w:docDefaults>"
)
THEME = (
    '<a:themeElements><a:fontScheme><a:minorFont><a:latin typeface="Calibri"/>'
    "</a:minorFont></a:fontScheme></a:themeElements>"
)


def style(name, letters="", lines="", kind="paragraph", base="", default=""):
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}" w:default="{default}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="{base}"/>'
        f"<w:pPr>{lines}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def measured(styles, letters="", lines="", name="A", table=""):
    """Look and layout of the only paragraph of a document: style A, its own properties."""
    text = f"<w:r><w:rPr>{letters}</w:rPr><w:t>chữ</w:t></w:r>"
    body = f'<w:p><w:pPr><w:pStyle w:val="{name}"/>{lines}</w:pPr>{text}</w:p>'
    if table:
        named = f'<w:tblPr><w:tblStyle w:val="{table}"/></w:tblPr>'
        body = f"<w:tbl>{named}<w:tr><w:tc>{body}</w:tc></w:tr></w:tbl>"
    document = read(docx(body, styles=styles, theme1=THEME))
    (paragraph,) = document.paragraphs
    found = Styles(document)
    return found.look(paragraph, paragraph.runs[0]), found.layout(paragraph)


def size(half_points):
    return f'<w:sz w:val="{half_points}"/>'


def test_the_last_layer_that_speaks_wins():
    chain = DEFAULTS.format(size(20), "") + style("B", size(26)) + style("A", base="B")
    assert measured(chain)[0].size == Decimal(13)
    assert measured(chain, size(28))[0].size == Decimal(14)
    assert measured(chain, name="unknown")[0].size == Decimal(10)
    assert measured(chain + style("N", size(22), default="1"), name="")[0].size == Decimal(11)


def test_a_character_style_and_a_table_style_take_their_places_in_the_order():
    chain = style("A", size(26)) + style("C", size(28), kind="character")
    assert measured(chain, '<w:rStyle w:val="C"/>')[0].size == Decimal(14)
    chain += style("T", size(20) + "<w:i/>", kind="table")
    look, _ = measured(chain, table="T")
    assert (look.size, look.italic) == (Decimal(13), True)


def test_a_style_that_is_based_on_itself_does_not_hang():
    assert measured(style("A", size(26), base="A"))[0].size == Decimal(13)


BOLD, NOT_BOLD = "<w:b/>", '<w:b w:val="0"/>'


@pytest.mark.parametrize(
    ("defaults", "base", "own", "character", "direct", "bold"),
    [
        ("", "", BOLD, "", "", True),
        ("", BOLD, "", "", "", True),
        ("", BOLD, NOT_BOLD, "", "", False),
        ("", "", BOLD, BOLD, "", False),
        ("", "", BOLD, BOLD, BOLD, True),
        ("", "", BOLD, "", NOT_BOLD, False),
        (BOLD, "", "", "", "", True),
        (BOLD, "", "", "", NOT_BOLD, False),
    ],
)
def test_bold_of_styles_toggles_and_bold_of_a_run_decides(
    defaults, base, own, character, direct, bold
):
    chain = DEFAULTS.format(defaults, "") + style("B", base) + style("A", own, base="B")
    chain += style("C", character, kind="character")
    assert measured(chain, f'<w:rStyle w:val="C"/>{direct}')[0].bold is bold


def test_in_one_element_the_theme_goes_before_the_font_and_a_later_font_before_both():
    themed = '<w:rFonts w:ascii="Times New Roman" w:asciiTheme="minorHAnsi"/>'
    named = '<w:rFonts w:ascii="Times New Roman"/>'
    assert measured(style("A", themed))[0].fonts == {"Calibri", ""}
    assert measured(style("A", themed), named)[0].fonts == {"Times New Roman", ""}
    assert measured(style("A"))[0].fonts == {""}


def test_spacing_and_indents_are_merged_attribute_by_attribute():
    chain = style("B", lines='<w:spacing w:after="120" w:line="264"/><w:ind w:left="300"/>')
    chain += style("A", lines='<w:spacing w:before="60"/><w:ind w:hanging="200"/>', base="B")
    _, layout = measured(chain)
    assert (layout.before, layout.after, layout.line, layout.line_rule) == (60, 120, 264, "auto")
    assert (layout.left, layout.first_line) == (300, -200)
    _, layout = measured(chain, lines='<w:ind w:firstLine="720"/>')
    assert layout.first_line == 720


def test_alignments_have_one_name_each():
    _, layout = measured(style("A", lines='<w:jc w:val="end"/>'))
    assert layout.alignment == "right"
    assert measured(style("A"))[1].alignment == "left"
