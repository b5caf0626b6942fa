"""Formatting is compared as it takes effect: who says it, and how, makes no change."""

import pytest
from lxml import etree

from docgen.redline.document import redline
from docgen.redline.inscribed import LOOK, Looks, bared
from docgen.redline.tracked_text import canonical
from tests.plan_files import W, xml
from tests.small_docx import docx, paragraph, run
from tests.tracked_settling import marks, settled

NAMES = f'xmlns:w="{W[1:-1]}"'
STYLES = """<w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>
<w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Bold"><w:name w:val="Bold"/><w:pPr><w:ind w:left="567"/>
<w:spacing w:before="120"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/>
<w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/><w:tblPr><w:tblBorders>
<w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tblBorders></w:tblPr>
</w:style>"""
NUMBERING = f"""<w:numbering {NAMES}>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>
<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="lowerLetter"/>
<w:lvlText w:val="%1)"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num></w:numbering>"""
PARTS = {
    "word/styles.xml": f"<w:styles {NAMES}>{STYLES}</w:styles>".encode(),
    "word/numbering.xml": NUMBERING.encode(),
}
ROW = "<w:tr><w:trPr>{}</w:trPr><w:tc><w:tcPr>{}</w:tcPr><w:p/></w:tc></w:tr>"
TABLE = '<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/>{}</w:tblPr><w:tblGrid><w:gridCol w:w="{}"/>'
TABLE += "</w:tblGrid>" + ROW + "</w:tbl>"


def letters(said, text="chữ", style="Normal"):
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f"<w:r><w:rPr>{said}</w:rPr><w:t>{text}</w:t></w:r></w:p>"
    )


def lines(said):
    return f"<w:p><w:pPr>{said}</w:pPr></w:p>"


def table(own="", row="", cell="", column="2000"):
    return TABLE.format(own, column, row, cell)


def page(said):
    return f"<w:sectPr>{said}</w:sectPr>"


def numbered(number):
    return lines(f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')


BORDER = '<w:tcBorders><w:top w:val="{}" w:sz="4" w:space="0" w:color="auto"/></w:tcBorders>'
MIRRORED = "<w:mirrorIndents/>"
ALIKE = {
    "said by the style": (letters("", style="Bold"), letters("<w:b/>", style="Bold")),
    "said by a character style": (letters('<w:rStyle w:val="Strong"/>'), letters("<w:b/>")),
    "the font by default": (letters(""), letters('<w:rFonts w:ascii="Times New Roman"/>')),
    "the language of letters": (letters(""), letters('<w:lang w:val="vi-VN"/>')),
    "a font for scripts there are none of": (letters(""), letters('<w:rFonts w:cs="Arial"/>')),
    "switched off": (letters(""), letters('<w:i w:val="false"/><w:kern w:val="0"/>')),
    "switched on": (letters("<w:i/>"), letters('<w:i w:val="true"/>')),
    "no colour": (letters(""), letters('<w:color w:val="auto"/>')),
    "the style by default": (lines(""), lines('<w:pStyle w:val="Normal"/>')),
    "indented by the style": (
        lines('<w:pStyle w:val="Bold"/>'),
        lines('<w:pStyle w:val="Bold"/><w:ind w:start="567" w:hanging="0"/>'),
    ),
    "rounded": (lines('<w:ind w:left="680"/>'), lines('<w:ind w:left="681"/>')),
    "flush left": (lines(""), lines('<w:bidi w:val="0"/><w:jc w:val="start"/>')),
    "another list that looks the same": (numbered(1), numbered(2)),
    "the indent of its list": (
        numbered(1),
        numbered(1).replace("</w:numPr>", '</w:numPr><w:ind w:left="720" w:hanging="360"/>'),
    ),
    "the border that the table gives": (table(), table(cell=BORDER.format("single"))),
    "a table as wide as its columns": (table(), table('<w:tblW w:w="2000" w:type="dxa"/>')),
    "a row that is switched on": (
        table(row="<w:cantSplit/>"),
        table(row='<w:cantSplit w:val="true"/>'),
    ),
    "merged further": (table(cell="<w:vMerge/>"), table(cell='<w:vMerge w:val="continue"/>')),
    "columns rounded": (table(), table(column="2001")),
    "a page": (
        page('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:cols w:space="708"/>'),
        page('<w:type w:val="nextPage"/><w:pgSz w:w="16838" w:h="11906"/><w:docGrid/>'),
    ),
}
UNLIKE = {
    "bold": (letters(""), letters("<w:b/>")),
    "bold taken off the style": (
        letters("", style="Bold"),
        letters('<w:b w:val="0"/>', style="Bold"),
    ),
    "another font": (letters(""), letters('<w:rFonts w:ascii="Arial"/>')),
    "a font for the script there is": (
        letters("", "中"),
        letters('<w:rFonts w:eastAsia="SimSun"/>', "中"),
    ),
    "a colour": (letters(""), letters('<w:color w:val="FF0000"/>')),
    "underlined": (letters(""), letters('<w:u w:val="single"/>')),
    "raised": (letters(""), letters('<w:vertAlign w:val="superscript"/>')),
    "shaded": (letters(""), letters('<w:shd w:val="clear" w:fill="FFFF00"/>')),
    "the size": (letters(""), letters('<w:sz w:val="26"/>')),
    "another style that looks the same": (lines(""), lines('<w:pStyle w:val="Other"/>')),
    "indented": (lines(""), lines('<w:ind w:left="284"/>')),
    "the first level of an outline": (lines(""), lines('<w:outlineLvl w:val="0"/>')),
    "kept with the next": (lines(""), lines("<w:keepNext/>")),
    "a new page": (lines(""), lines("<w:pageBreakBefore/>")),
    "a tab": (lines(""), lines('<w:tabs><w:tab w:val="left" w:pos="1134"/></w:tabs>')),
    "a list of another kind": (numbered(1), numbered(3)),
    "out of the list": (numbered(1), numbered(0)),
    "a property that nobody knows here": (lines(""), lines(MIRRORED)),
    "no border where the table has one": (table(), table(cell=BORDER.format("nil"))),
    "the border of a cell": (table(), table(cell=BORDER.format("double"))),
    "the colour of a cell": (table(), table(cell='<w:shd w:val="clear" w:fill="D9D9D9"/>')),
    "a wider column": (table(), table(column="2400")),
    "a header row": (table(), table(row="<w:tblHeader/>")),
    "a table in the middle": (table(), table('<w:jc w:val="center"/>')),
    "turned": (
        page('<w:pgSz w:w="11906" w:h="16838"/>'),
        page('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'),
    ),
    "two columns": (page(""), page('<w:cols w:num="2"/>')),
    "numbered from one": (page(""), page('<w:pgNumType w:start="1"/>')),
}  # fmt: skip


def inscribed(bodies):
    looks = Looks()
    for said in bodies:
        body = etree.fromstring(f"<w:body {NAMES}>{said}</w:body>")
        looks.inscribe(body, PARTS)
        yield {(each.tag, each.get(LOOK)) for each in body.iter() if each.get(LOOK)}


@pytest.mark.parametrize("name", ALIKE)
def test_what_prints_alike_is_alike(name):
    old, new = inscribed(ALIKE[name])
    assert old == new


@pytest.mark.parametrize("name", UNLIKE)
def test_what_prints_otherwise_is_not(name):
    old, new = inscribed(UNLIKE[name])
    assert old != new


def test_nothing_is_left_of_what_was_written_upon_a_document():
    said = letters("<w:b/>") + table() + lines("")
    body, untouched = (etree.fromstring(f"<w:body {NAMES}>{said}</w:body>") for _ in range(2))
    Looks().inscribe(body, PARTS)
    bared(body)
    for each in [*untouched.iter(W + "pPr", W + "trPr", W + "tcPr")]:
        if not len(each):
            each.getparent().remove(each)
    assert canonical(body) == canonical(untouched)


def tracked(old, new, styles=STYLES):
    data, _ = redline(docx(old, styles=STYLES), docx(new, styles=styles))
    return xml(data).find(W + "body")


def test_only_the_word_that_changed_is_marked_where_a_program_says_all_formatting_anew():
    anew = '<w:lang w:val="vi-VN"/><w:kern w:val="0"/><w:rFonts w:ascii="Times New Roman"/>'
    old = letters("", "Hoàn thành 12 nhiệm vụ.") + letters("<w:i/>", "Xong.")
    new = letters(anew, "Hoàn thành 14 nhiệm vụ.") + letters(f"<w:i/>{anew}", "Xong.")
    body = tracked(old, new)
    assert [(each.tag, "".join(each.itertext())) for each in marks(body)] == [
        (W + "ins", "14"),
        (W + "del", "12"),
    ]


def test_the_mark_of_a_paragraph_gets_back_the_look_it_had():
    small, large = ('<w:sz w:val="12"/>', '<w:sz w:val="40"/>')
    body = tracked(paragraph(run("chữ"), mark=small), paragraph(run("chữ"), mark=large))
    assert [each.tag for each in marks(body)] == [W + "rPrChange"]
    for accept, size in ((True, "40"), (False, "12")):
        mark = settled(body, accept=accept).find(f"{W}p/{W}pPr/{W}rPr/{W}sz")
        assert mark.get(W + "val") == size
