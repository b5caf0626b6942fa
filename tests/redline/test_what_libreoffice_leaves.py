"""What LibreOffice 7.4 leaves behind is its own: shown by the smallest documents, made by hand.

Each is right by the standard (17.13.5) and written as Word does; docgen has no part in it. A later
LibreOffice that leaves nothing passes too.
"""

import io
import zipfile

import pytest

from tests.libreoffice_changes import ACCEPT, REJECT, settle
from tests.plan_files import W, xml
from tests.small_docx import docx, paragraph, run
from tests.tracked_settling import settled

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
WHO = 'w:id="1" w:author="An"'
GONE = f"<w:del {WHO}/>"
OUT = f'<w:del {WHO}><w:r><w:delText xml:space="preserve">goes</w:delText></w:r></w:del>'
SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
STAYS, GOES = paragraph(run("stays")), paragraph(OUT, mark=GONE)
SECTION_GOES = f"<w:p><w:pPr><w:rPr>{GONE}</w:rPr>{SECTION}</w:pPr></w:p>"


def cell(content, mark=""):
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{mark}</w:tcPr>{content}</w:tc>'


def table(*cells, mark=""):
    row = f"<w:tr><w:trPr>{mark}</w:trPr>{''.join(cells)}</w:tr>"
    grid = '<w:gridCol w:w="2000"/>' * len(cells)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{row}</w:tbl>"


GOING_TABLE = table(cell(paragraph(OUT)), mark=GONE)
STAYING_TABLE = table(cell(STAYS))
# Each body, and what is there once its changes are accepted: by the standard, in LibreOffice 7.4.
CASES = {
    "a column goes": (
        table(cell(STAYS), cell(paragraph(OUT), f"<w:cellDel {WHO}/>")) + STAYS,
        [["stays"], "stays"],
        [["stays", ""], "stays"],
    ),
    "a paragraph goes between two tables": (
        STAYING_TABLE + GOES + GOING_TABLE + STAYS,
        [["stays"], "stays"],
        [["stays"], "", "stays"],
    ),
    "a section's end goes": (
        STAYS + STAYING_TABLE + SECTION_GOES + STAYS,
        ["stays", ["stays"], "stays"],
        ["stays", ["stays"], "", "stays"],
    ),
    "the mark before it goes instead": (
        paragraph(run("stays"), mark=GONE) + paragraph(OUT) + GOING_TABLE + STAYS,
        ["stays", "stays"],
        ["stays", "stays"],
    ),
}  # fmt: skip


def content(body):
    """The words of each paragraph; of each table those of its cells."""
    return [
        [words(each) for each in block.iter(W + "tc")] if block.tag == W + "tbl" else words(block)
        for block in body.iterchildren(W + "p", W + "tbl")
    ]


def words(element):
    return "".join(text.text or "" for text in element.iter(W + "t"))


@pytest.fixture(scope="module")
def in_libreoffice(soffice, tmp_path_factory):
    """By name of a case the document, and its content once accepted and once rejected."""
    folder = tmp_path_factory.mktemp("by-hand")
    paths = {name: folder / f"by-hand-{number}.docx" for number, name in enumerate(CASES)}
    for name, path in paths.items():
        data = io.BytesIO(docx(CASES[name][0] + SECTION))
        with zipfile.ZipFile(data, "a") as package:
            package.writestr("[Content_Types].xml", TYPES)
        path.write_bytes(data.getvalue())
    orders = [(order, path) for path in paths.values() for order in (ACCEPT, REJECT)]
    results = iter(settle(soffice, folder, orders))
    return {name: (path, next(results), next(results)) for name, path in paths.items()}


@pytest.mark.parametrize("name", CASES)
def test_what_is_left_is_empty_and_right_by_the_standard(in_libreoffice, name):
    _, by_standard, left = CASES[name]
    path, accepted, rejected = in_libreoffice[name]
    assert content(settled(xml(path).find(W + "body"), accept=True)) == by_standard
    assert content(xml(accepted).find(W + "body")) in (left, by_standard)
    whole = content(settled(xml(path).find(W + "body"), accept=False))
    assert content(xml(rejected).find(W + "body")) == whole
