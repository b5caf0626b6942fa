"""What a reader of the paper sees and the text does not say, or the other way round, is named."""

import io
import subprocess
import zipfile

import pytest
from lxml import etree

from docgen.docx.read import read
from docgen.paper import check_paper
from tests.paper.test_damage import REAL, TEMPLATE, built
from tests.paper_damage import (
    BODY,
    NUMBERED,
    STYLES,
    W,
    at,
    damaged,
    grid,
    page,
    paragraph,
    put,
    section,
    style,
    table,
)
from tests.plan_files import ROOTS
from tests.tools import sampled

SETTINGS = "word/settings.xml"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in (
        ("w", W[1:-1]),
        ("m", "http://schemas.openxmlformats.org/officeDocument/2006/math"),
        ("v", "urn:schemas-microsoft-com:vml"),
        ("o", "urn:schemas-microsoft-com:office:office"),
        ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
        ("w14", "http://schemas.microsoft.com/office/word/2010/wordml"),
        ("x", "urn:nobody-knows-this"),
    )
)
SCORE = 2  # the table of scores


def element(xml):
    """An element written as XML with the usual prefixes."""
    wrapped = etree.fromstring(f"<x {NAMESPACES}>{xml}</x>")
    return wrapped[0]


def added(xml, spot=None):
    """A change that puts an element at the end of a paragraph of the text."""
    where = spot or at("KHDash", 3)
    return lambda parts: where.find(parts).append(element(xml))


def run(inside):
    """A change that puts a run at the end of a paragraph of the text."""
    return added(f"<w:r>{inside}</w:r>")


def before(xml):
    """A change that puts an element before a paragraph of the text."""
    return lambda parts: paragraph(parts, "KHDash", 3).addprevious(element(xml))


def looking(xml, spot=None):
    """A change that gives every run of a paragraph a property."""

    def change(parts):
        for each in (spot or at("KHDash", 3)).find(parts).iter(W + "r"):
            if each.find(W + "rPr") is None:
                each.insert(0, etree.Element(W + "rPr"))
            each.find(W + "rPr").append(element(xml))

    return change


def cell(parts):
    """A cell with a score."""
    return list(table(parts, SCORE).iter(W + "tr"))[5].findall(W + "tc")[3]


def in_cell(path, **attributes):
    """A change of the cell with the score."""
    return lambda parts: put(cell(parts), path, **attributes)


def in_row(xml):
    """A change of the row with the score."""

    def change(parts):
        row = cell(parts).getparent()
        if row.find(W + "trPr") is None:
            row.insert(0, etree.Element(W + "trPr"))
        row.find(W + "trPr").append(element(xml))

    return change


def narrow(parts):
    """The column with the scores is 1 twip wide."""
    list(table(parts, SCORE).iter(W + "gridCol"))[3].set(W + "w", "1")
    for row in table(parts, SCORE).iter(W + "tr"):
        put(row.findall(W + "tc")[3], "tcPr/tcW", w="1")


def boxed(xml):
    """A change that moves a paragraph of the text into something else."""

    def change(parts):
        moved = paragraph(parts, "KHDash", 3)
        shape = element(xml)
        moved.addprevious(shape)
        next(shape.iter(W + "txbxContent")).append(moved)

    return change


def setting(xml):
    """A change that puts a setting."""
    return lambda parts: parts[SETTINGS].append(element(xml))


def numbered(parts):
    """A paragraph is counted by Word itself."""
    list_of_one = (
        '<w:numbering><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="7"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    parts["word/numbering.xml"] = element(list_of_one)
    put(paragraph(parts, "KHDash", 3), "pPr/numPr/numId", val="1")


BOX = (
    "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent/></v:textbox></v:shape></w:pict></w:r>"
    "</w:p>"
)
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>{}</w:instrText>'
    '<w:fldChar w:fldCharType="end"/></w:r>'
)
HIDDEN, STRANGE, FILE = "KH782", "KH788", "KH789"
# How the paper is spoilt, the rule that must say so.
DAMAGES = {
    "hidden by its run": (looking("<w:vanish/>"), HIDDEN),
    "hidden by its style": (style("KHTableCell").put("rPr/vanish"), HIDDEN),
    "hidden by a style below": (
        style("KHDash").put("basedOn", val="Below"),
        lambda parts: parts[STYLES].append(element(
            '<w:style w:type="paragraph" w:styleId="Below"><w:name w:val="Below"/>'
            "<w:rPr><w:vanish/></w:rPr></w:style>")),
        HIDDEN,
    ),
    "hidden in a cell": (in_cell("p/r/rPr/vanish"), HIDDEN),
    "hidden on the web": (looking("<w:webHidden/>"), HIDDEN),
    "hidden for special use": (looking("<w:specVanish/>"), HIDDEN),
    "a hidden row": (in_row("<w:hidden/>"), HIDDEN),
    "a row of one twip": (in_row('<w:trHeight w:val="1" w:hRule="exact"/>'), HIDDEN),
    "1 pt in a cell": (in_cell("p/r/rPr/sz", val="2"), HIDDEN),
    "a line of one twip in a cell": (
        in_cell("p/pPr/spacing", line="1", lineRule="exact"), HIDDEN),
    "scaled to 1 %": (looking('<w:w w:val="1"/>'), HIDDEN),
    "condensed by 20 pt": (looking('<w:spacing w:val="-400"/>'), HIDDEN),
    "raised by 200 pt": (looking('<w:position w:val="400"/>'), HIDDEN),
    "off the page by its indent": (at("KHDash", 3).put("pPr/ind", left="20000"), HIDDEN),
    "off the page on the left": (at("KHDash", 3).put("pPr/ind", left="-9000"), HIDDEN),
    "a table off the page": (grid(SCORE).put("tblPr/tblInd", w="20000"), HIDDEN),
    "off the page in a frame": (
        at("KHDash", 3).put("pPr/framePr", x="20000", y="1"), STRANGE),
    "under black shading": (looking('<w:shd w:val="clear" w:fill="000000"/>'), HIDDEN),
    "under solid shading": (looking('<w:shd w:val="solid" w:color="000000"/>'), HIDDEN),
    "in a black cell": (in_cell("tcPr/shd", val="clear", fill="000000"), HIDDEN),
    "in a black paragraph": (at("KHDash", 3).put("pPr/shd", val="clear", fill="000000"), HIDDEN),
    "under black highlight": (looking('<w:highlight w:val="black"/>'), HIDDEN),
    "in white": (looking('<w:color w:val="FFFFFF"/>'), HIDDEN),
    "in the theme's white": (
        looking('<w:color w:val="000000" w:themeColor="background1"/>'), HIDDEN),
    "struck": (looking("<w:strike/>"), "KH783"),
    "struck twice": (looking("<w:dstrike/>"), "KH783"),
    "struck by its style": (style("KHTableCell").put("rPr/strike"), "KH783"),
    "a column of one twip": (narrow, HIDDEN),
    "merged sideways": (in_cell("tcPr/hMerge", val="continue"), HIDDEN),
    "moved into a box": (boxed(BOX), STRANGE),
    "a symbol": (run('<w:sym w:font="Wingdings" w:char="F0FC"/>'), STRANGE),
    "WordArt": (run('<w:pict><v:shape><v:textpath string="MẬT"/></v:shape></w:pict>'), STRANGE),
    "a date without result": (added(FIELD.format("DATE")), STRANGE),
    "a property without result": (added(FIELD.format("DOCPROPERTY Title")), STRANGE),
    "a page number in the text": (added(FIELD.format("PAGE")), STRANGE),
    "a simple field": (added('<w:fldSimple w:instr="AUTHOR"/>'), STRANGE),
    "a day of its own": (run("<w:dayLong/>"), STRANGE),
    "an equation": (added("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"), STRANGE),
    "ruby": (run("<w:ruby><w:rt><w:r><w:t>a</w:t></w:r></w:rt></w:ruby>"), STRANGE),
    "another file": (before('<w:altChunk r:id="rId99"/>'), STRANGE),
    "an object": (run("<w:object/>"), STRANGE),
    "a number by itself": (numbered, STRANGE),
    "what nobody knows": (added("<x:word/>"), STRANGE),
    "what nobody knows, in a run": (run("<w:unheardOf/>"), STRANGE),
    "a look that nobody knows": (looking("<w14:glow/>"), STRANGE),
    "tracked and taken out": (
        added('<w:del w:id="9" w:author="A"><w:r><w:delText>chữ</w:delText></w:r></w:del>'),
        "KH780"),
    "a tracked row": (in_row('<w:ins w:id="9" w:author="A"/>'), "KH780"),
    "a tracked look": (looking('<w:rPrChange w:id="9" w:author="A"><w:rPr/></w:rPrChange>'),
                       "KH780"),
    "a tracked paragraph mark": (
        at("KHDash", 3).put("pPr/rPr/del", id="9", author="A"), "KH780"),
    "a remark": (run('<w:commentReference w:id="0"/>'), "KH781"),
    "words in the header": (
        lambda parts: parts["word/header2.xml"].append(
            element("<w:p><w:r><w:t>MẬT</w:t></w:r></w:p>")), STRANGE),
    "words beside the page number": (
        lambda parts: parts[NUMBERED].append(element("<w:p><w:r><w:t>Hỏa tốc</w:t></w:r></w:p>")),
        STRANGE),
    "words in one of two ways": (
        run("<mc:AlternateContent><mc:Choice Requires='x'><w:t>A</w:t></mc:Choice>"
            "<mc:Fallback><w:t>B</w:t></mc:Fallback></mc:AlternateContent>"), STRANGE),
    "two columns": (page(0).put("cols", num="2"), STRANGE),
    "a border around the page": (
        lambda parts: section(parts, 0).append(
            element('<w:pgBorders><w:top w:val="single"/></w:pgBorders>')), STRANGE),
    "a border around words": (
        at("KHDash", 3).put("pPr/pBdr/left", val="single"), STRANGE),
    "a table without lines": (
        grid(SCORE).put("tblPr/tblBorders/top", val="none"), STRANGE),
    "a frame with lines": (grid(0).put("tblPr/tblBorders/top", val="single"), STRANGE),
    "numbers of lines": (page(0).put("lnNumType", countBy="1"), STRANGE),
    "a background": (
        lambda parts: parts[BODY].insert(0, element('<w:background w:color="FFFF00"/>')), STRANGE),
    "a page break between words": (run('<w:br w:type="page"/>'), STRANGE),
    "a page break before": (at("KHDash", 3).put("pPr/pageBreakBefore"), STRANGE),
    "a column break": (run('<w:br w:type="column"/>'), STRANGE),
    "from right to left": (at("KHDash", 3).put("pPr/bidi"), STRANGE),
    "letters from right to left": (looking("<w:rtl/>"), STRANGE),
    "a table from right to left": (grid(SCORE).put("tblPr/bidiVisual"), STRANGE),
    "downwards in a cell": (in_cell("tcPr/textDirection", val="btLr"), STRANGE),
    "a span of no number": (in_cell("tcPr/gridSpan", val="abc"), STRANGE),
    "a width of no length": (in_cell("tcPr/tcW", w="wide"), STRANGE),
    "a floating table": (grid(SCORE).put("tblPr/tblpPr", tblpX="9000"), STRANGE),
    "a tab between words": (run("<w:tab/><w:t>a</w:t>"), STRANGE),
    "a break between words": (run("<w:br/><w:t>a</w:t>"), STRANGE),
    "underlined": (looking('<w:u w:val="single"/>'), STRANGE),
    "highlighted": (looking('<w:highlight w:val="yellow"/>'), STRANGE),
    "in a shadow": (looking("<w:shadow/>"), STRANGE),
    "a cell's style on a paragraph": (
        at("KHDash", 3).put("pPr/pStyle", val="KHTableCell"), "KH784"),
    "locked": (setting('<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'), FILE),
    "mail merge": (setting("<w:mailMerge/>"), FILE),
    "changes will be tracked": (setting("<w:trackRevisions/>"), FILE),
    "a setting that nobody knows": (setting("<x:print/>"), FILE),
}  # fmt: skip


@pytest.mark.parametrize("damage", sampled(DAMAGES.values(), every=4), ids=DAMAGES)
def test_what_the_paper_shows_otherwise_than_the_text_says_is_named(damage):
    *changes, code = damage
    assert code in {each.code for each in check_paper(damaged(built(REAL), *changes), "KH.docx")}


@pytest.mark.parametrize("kind", ["image", "oleObject", "aFChunk", "font", "vbaProject", "subDoc"])
def test_a_part_that_a_plan_does_not_carry_is_named(kind):
    source = zipfile.ZipFile(io.BytesIO(built(REAL)))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/_rels/document.xml.rels":
                end = f'<Relationship Id="rId99" Type="urn:x/{kind}" Target="x"/></Relationships>'
                data = data.replace(b"</Relationships>", end.encode())
            package.writestr(name, data)
    assert {each.code for each in check_paper(target.getvalue(), "KH.docx")} == {FILE}


# What Word and LibreOffice write out of habit, and no reader sees.
HABITS = {
    "bookmarks": added('<w:bookmarkStart w:id="1" w:name="_GoBack"/>'),
    "spelling": added('<w:proofErr w:type="spellStart"/>'),
    "pages as they last were": run("<w:lastRenderedPageBreak/>"),
    "who edited when": at("KHDash", 3).put("", rsidR="00A77B3E"),
    "no spelling": looking("<w:noProof/>"),
    "kerning": looking('<w:kern w:val="2"/>'),
    "ligatures": looking('<w14:ligatures w14:val="standardContextual"/>'),
    "letters a little closer": looking('<w:spacing w:val="-4"/>'),
    "no underline": looking('<w:u w:val="none"/>'),
    "white behind": looking('<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>'),
    "not hidden": looking('<w:vanish w:val="0"/>'),
    "black of the theme": looking('<w:color w:val="000000" w:themeColor="text1"/>'),
    "tab stops": at("KHDash", 3).put("pPr/tabs/tab", val="left", pos="720"),
    "widows": at("KHDash", 3).put("pPr/widowControl", val="0"),
    "no border": at("KHDash", 3).put("pPr/pBdr/top", val="nil"),
    "a smart tag": added('<w:smartTag w:uri="a" w:element="place"/>'),
    "one column": page(0).put("cols", num="1"),
    "who holds a copy": setting('<w14:docId w14:val="4A"/>'),
    "numbers of edits": setting('<w:rsids><w:rsidRoot w:val="00A77B3E"/></w:rsids>'),
    "not tracked": setting('<w:trackRevisions w:val="0"/>'),
    "spaces where no line may break": at("KHNational").reword(" ", "\u00a0"),
    "a dash that keeps to its recipient": at("KHRecipient").reword("- ", "-\u00a0"),
    "a span that says nothing new": in_cell("tcPr/gridSpan", val="1"),
    "an empty list": at("KHDash", 3).put("pPr/numPr/numId", val="0"),
}


@pytest.mark.parametrize("change", sampled(HABITS.values(), every=4), ids=HABITS)
def test_the_habits_of_writers_are_let_be(change):
    findings = check_paper(damaged(built(REAL), change), "KH.docx")
    assert [f"{finding.code} {finding.message}" for finding in findings] == []


def test_what_the_template_itself_writes_is_the_offices_way():
    def underlined(parts):
        looking('<w:u w:val="single"/>', at("KHKind"))(parts)

    office = read(damaged(TEMPLATE.read_bytes(), underlined))
    document = damaged(built(REAL), underlined)
    assert check_paper(document, "KH.docx", office) == []
    assert {each.code for each in check_paper(document, "KH.docx")} == {STRANGE}


def test_a_save_by_libreoffice_gives_no_finding(soffice, documents, tmp_path):
    subprocess.run(
        [soffice, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "docx:MS Word 2007 XML", "--outdir", tmp_path / "saved",
         *documents.values()],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    found = {
        year: [
            f"{each.code} {each.message}"
            for each in check_paper((tmp_path / "saved" / path.name).read_bytes(), path.name)
            if each not in check_paper(path.read_bytes(), path.name)
        ]
        for year, path in documents.items()
    }
    assert found == {year: [] for year in ROOTS}
