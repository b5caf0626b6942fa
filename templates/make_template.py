"""Make `KH_template.docx`, the form of a plan (kế hoạch) under Nghị định 30/2020/NĐ-CP.

Run `python templates/make_template.py [FILE]`; the same bytes come out each time.
`components.py` says how each part of a plan looks, the texts under "layout" where it stands.
Clauses are those of Phụ lục I of the decree; lengths are twips (1/20 pt) unless called pt.
An officer may as well change the .docx in Word: nothing in docgen asks for these bytes.
"""

from __future__ import annotations

import io
import re
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import docx
from components import COMPONENTS, FIRST_LINE, Component
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsmap

PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838  # I.1: A4
TOP = BOTTOM = RIGHT = 1134  # I.3: 20 mm
LEFT = 1701  # I.3: 30 mm
PAGE_NUMBER = 510  # I.7: from the edge of the paper, so inside the top margin
TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT

# The right column keeps Quốc hiệu (5424 twips at 13 pt bold) on one line.
LETTERHEAD_COLUMNS = (TEXT_WIDTH - 5556, 5556)
SIGNATURE_COLUMNS = (4150, TEXT_WIDTH - 4150)
BLANK_LINE = 280  # between the text and the block of the signature, as in the annexes

# -------------------------------------------------------------------------------- layout
# A line is a paragraph: its style and its text, or a tag that stands alone ({%p …, {{p …).
ISSUER = """
{%p for line in superior %}
KHSuperior {{ line }}
{%p endfor %}
{%p for line in issuer %}
KHIssuer {{ line }}
{%p endfor %}
{{p rules.issuer }}
"""
NATIONAL = """
KHNational CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
KHMotto Độc lập - Tự do - Hạnh phúc
{{p rules.motto }}
"""
# A plan that another document carries has no number, and may have no date and no recipients.
NUMBER = """
{%p if symbol %}
KHNumber Số: {{ number }}/{{ symbol }}
{%p else %}
KHNumber
{%p endif %}
"""
PLACE_AND_DATE = """
{%p if place %}
KHPlaceDate {{ place }}, {{ date }}
{%p else %}
KHPlaceDate
{%p endif %}
"""
# A block of the text or of an appendix; an appendix that ends with a table has nothing below it.
BLOCKS = """
{%p if b.kind == "heading1" %}
KHHeading1 {{ b.mark }} {{r b.text }}
{%p elif b.kind == "heading2" %}
KHHeading2 {{ b.mark }} {{r b.text }}
{%p elif b.kind == "heading3" %}
KHHeading3 {{ b.mark }} {{r b.text }}
{%p elif b.kind == "number" %}
KHNumbered {{ b.mark }} {{r b.text }}
{%p elif b.kind == "letter" %}
KHPoint {{ b.mark }} {{r b.text }}
{%p elif b.kind == "dash" %}
KHDash {{ b.mark }} {{r b.text }}
{%p elif b.kind == "plus" %}
KHPlus {{ b.mark }} {{r b.text }}
{%p elif b.kind == "table" %}
{%p for part in b.table %}
{{p part }}
{%p endfor %}
KHTableEnd
{%p elif b.kind == "closing" %}
KHClosing {{r b.text }}
{%p elif b.kind == "center" %}
KHCenter {{r b.text }}
{%p else %}
KHParagraph {{r b.text }}
{%p endif %}
""".strip()
APPENDIX_BLOCKS = BLOCKS.replace("KHTableEnd", "{%p if not loop.last %}\nKHTableEnd\n{%p endif %}")
TEXT = """
KHKind KẾ HOẠCH
KHSubject {{r subject }}
{%p for line in below_subject %}
KHSubjectNote {{r line }}
{%p endfor %}
{{p rules.subject }}
{%p if addressees|length == 1 %}
KHAddressee Kính gửi: {{ addressees[0] }}
{%p elif addressees %}
KHAddressee Kính gửi:
{%p for line in addressees %}
KHAddresseeItem {{ line }}
{%p endfor %}
{%p endif %}
{%p for basis in bases %}
KHBasis {{r basis }}
{%p endfor %}
{%p for b in body %}
@BLOCKS
{%p endfor %}
""".replace("@BLOCKS", BLOCKS)
RECIPIENTS = """
{%p if recipients %}
KHRecipientsTitle Nơi nhận:
{%p for line in recipients %}
KHRecipient {{ line }}
{%p endfor %}
{%p else %}
KHRecipient
{%p endif %}
"""
SIGNER = """
{%p for line in signature.lines %}
KHSignature {{ line }}
{%p endfor %}
KHSigner {{ signature.name }}
"""
APPENDIX = """
{%p for a in appendices %}
KHAppendixLabel {{ a.label }}
{%p for line in a.title %}
KHAppendixTitle {{ line }}
{%p endfor %}
{%p if a.reference %}
KHAppendixReference {{ a.reference }}
{%p endif %}
{{p a.rule }}
{%p for b in a.body %}
@BLOCKS
{%p endfor %}
KHSectionEnd
{%p endfor %}
""".replace("@BLOCKS", APPENDIX_BLOCKS)


def paragraphs(layout: str) -> str:
    """The paragraphs of a layout; a tag `{{r … }}` is a run of its own."""
    xml = ""
    for line in layout.strip().splitlines():
        style, _, text = ("KHTag", "", line) if line.startswith("{") else line.partition(" ")
        runs = "".join(
            f'<w:r><w:t xml:space="preserve">{escape(run)}</w:t></w:r>'
            for run in re.split(r"(?=\{\{r )", text)
            if run
        )
        xml += f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'
    return xml


def columns(widths: tuple[int, int], *rows: tuple[str, str], above: int = 0) -> str:
    """Two columns without borders; a row never splits, a lower row's texts share their line.

    `above`: free space in twips at the top of each row.
    """
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    margin = '<w:{} w:w="{}" w:type="dxa"/>'
    top = margin.format("top", above) if above else ""
    sides = margin.format("left", 0) + margin.format("right", 0)
    xml = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{top}{sides}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    )
    for row in rows:
        low = "" if row is rows[0] else '<w:vAlign w:val="bottom"/>'
        xml += "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        for width, cell in zip(widths, row, strict=True):
            properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{low}</w:tcPr>'
            xml += f"<w:tc>{properties}{paragraphs(cell)}</w:tc>"
        xml += "</w:tr>"
    return f"{xml}</w:tbl>"


def section(page_size: str) -> str:
    """A page of the section, numbered from 1 (I.7, III.1.đ) with no number on its first page."""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/>'
        '<w:headerReference w:type="first" r:id="rId2"/><w:type w:val="nextPage"/>'
        f'<w:pgSz {page_size}/><w:pgMar w:top="{TOP}" w:right="{RIGHT}" w:bottom="{BOTTOM}"'
        f' w:left="{LEFT}" w:header="{PAGE_NUMBER}" w:footer="{PAGE_NUMBER}" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:cols w:space="708"/><w:titlePg/></w:sectPr>'
    )


def document() -> str:
    """The plan (Mẫu 1.4 of Phụ lục III), upright; its appendix (Mẫu 2.1) across the page."""
    upright = section(f'w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}"')
    across = section(f'w:w="{PAGE_HEIGHT}" w:h="{PAGE_WIDTH}" w:orient="landscape"')
    content = (
        columns(LETTERHEAD_COLUMNS, (ISSUER, NATIONAL), (NUMBER, PLACE_AND_DATE))
        + paragraphs(TEXT)
        + columns(SIGNATURE_COLUMNS, (RECIPIENTS, SIGNER), above=BLANK_LINE)
        + paragraphs("KHSectionEnd").replace("</w:pPr>", f"{upright}</w:pPr>")
        + paragraphs(APPENDIX)
    )
    return f"<w:body>{content}{across}</w:body>"


# --------------------------------------------------------------------------------- parts

BORDER = '<w:{} w:val="single" w:sz="{}" w:space="0" w:color="000000"/>'
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
# I.4: Times New Roman, black. The list of latent styles keeps Word's own out of the gallery.
COMMON_STYLES = f"""
<w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman"
 w:cs="Times New Roman"/><w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/>
<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="vi-VN"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>
<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1"
 w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>
<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>
<w:semiHidden/></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="KHTable"><w:name w:val="KH Bảng"/>
<w:basedOn w:val="TableNormal"/><w:tblPr>
<w:tblBorders>{"".join(BORDER.format(side, 4) for side in SIDES)}</w:tblBorders><w:tblCellMar>
<w:top w:w="28" w:type="dxa"/><w:left w:w="57" w:type="dxa"/><w:bottom w:w="28" w:type="dxa"/>
<w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
"""
LOOKS = {"bold": "<w:b/><w:bCs/>", "italic": "<w:i/><w:iCs/>", "caps": "<w:caps/>"}
LINE = f"<w:pBdr>{BORDER.format('top', 6)}</w:pBdr>"
SETTINGS = f"""
<w:zoom w:percent="100"/>
<w:defaultTabStop w:val="{FIRST_LINE}"/><w:characterSpacingControl w:val="doNotCompress"/>
<w:compat><w:compatSetting w:name="compatibilityMode"
 w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification"
 w:uri="http://schemas.microsoft.com/office/word" w:val="1"/></w:compat>
<w:themeFontLang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="vi-VN"/>
<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>
"""
FONTS = """
<w:font w:name="Times New Roman"><w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/>
<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>
"""
PAGE_FIELD = """
<w:r><w:fldChar w:fldCharType="begin"/></w:r>
<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>
<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>
<w:r><w:fldChar w:fldCharType="end"/></w:r>
"""
CORE_PROPERTIES = """
<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties">
<dc:title/><dc:creator/><dc:language>vi-VN</dc:language></cp:coreProperties>
"""


def style(component: Component, order: int) -> str:
    """The paragraph style of a component; `order` is its place in Word's list of styles."""
    c = component
    heading = c.outline is not None
    follower = '<w:next w:val="KHParagraph"/>' * heading
    outline = f'<w:outlineLvl w:val="{c.outline}"/>' * heading
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{c.id}">'
        f'<w:name w:val="{c.name}"/><w:basedOn w:val="Normal"/>{follower}'
        f'<w:uiPriority w:val="{order}"/><w:qFormat/><w:pPr>{"<w:keepNext/>" * c.keep}'
        f'{LINE * ("line" in c.look)}<w:spacing w:before="{c.before}" w:after="{c.after}"'
        f' w:line="{c.line}" w:lineRule="{"exact" if c.exact else "auto"}"/>'
        f'<w:ind w:left="{c.left}" w:firstLine="{c.first}"/><w:jc w:val="{c.align}"/>{outline}'
        f"</w:pPr><w:rPr>{''.join(xml for look, xml in LOOKS.items() if look in c.look)}"
        f'<w:color w:val="{c.color}"/><w:sz w:val="{c.size * 2}"/><w:szCs w:val="{c.size * 2}"/>'
        "</w:rPr></w:style>"
    )


def template(body: str) -> bytes:
    """The whole .docx around a body."""
    package = OpcPackage()

    def part(name: str, content_type: str, content: str, root: str = "") -> Part:
        namespaces = " ".join(f'xmlns:{prefix}="{nsmap[prefix]}"' for prefix in ("w", "r"))
        xml = f"<w:{root} {namespaces}>{content}</w:{root}>" if root else content
        xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + xml.strip()
        return Part(PackURI(name), content_type, xml.encode(), package)

    components = "".join(style(component, order) for order, component in enumerate(COMPONENTS, 1))
    number = paragraphs("KHPageNumber").replace("</w:p>", f"{PAGE_FIELD}</w:p>")
    main = part("/word/document.xml", CT.WML_DOCUMENT_MAIN, body, "document")
    for kind, related in (
        (RT.HEADER, part("/word/header1.xml", CT.WML_HEADER, number, "hdr")),
        (RT.HEADER, part("/word/header2.xml", CT.WML_HEADER, paragraphs("KHPageNumber"), "hdr")),
        (RT.STYLES, part("/word/styles.xml", CT.WML_STYLES, COMMON_STYLES + components, "styles")),
        (RT.SETTINGS, part("/word/settings.xml", CT.WML_SETTINGS, SETTINGS, "settings")),
        (RT.FONT_TABLE, part("/word/fontTable.xml", CT.WML_FONT_TABLE, FONTS, "fonts")),
        (RT.THEME, docx.Document().part.part_related_by(RT.THEME)),
    ):
        main.relate_to(related, kind)
    package.relate_to(main, RT.OFFICE_DOCUMENT)
    core = part("/docProps/core.xml", CT.OPC_CORE_PROPERTIES, CORE_PROPERTIES)
    package.relate_to(core, RT.CORE_PROPERTIES)
    saved, fixed = io.BytesIO(), io.BytesIO()
    package.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(fixed, "w") as new:
        for name in old.namelist():  # a ZipInfo without a time is of 1980: the same bytes each time
            new.writestr(zipfile.ZipInfo(name), old.read(name), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()


if __name__ == "__main__":
    target = Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).with_name("KH_template.docx")
    target.write_bytes(template(document()))
