"""Rows that differ in their words alone are read as if each were parsed."""

import io
import zipfile
from collections import Counter

import pytest

from docgen.docx.cut_rows import has_cut_rows
from docgen.docx.read import NotADocx, read
from docgen.docx.visibility import unreadable
from docgen.paper import check_paper

DOCUMENT = "word/document.xml"


@pytest.fixture(scope="module")
def spoilt(documents):
    """The real plan's document, in its last table each time `old` for `new` from a place on."""
    with zipfile.ZipFile(documents["2024"]) as package:
        parts = {name: package.read(name) for name in package.namelist()}

    def with_rows(old=b"", new=b"", row=40):
        before, table, rest = parts[DOCUMENT].rpartition(b"<w:tbl>")
        rows = rest.split(b"<w:tr>")
        rows[row] = rows[row].replace(old, new)
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as package:
            for name, part in parts.items():
                made = before + table + b"<w:tr>".join(rows)
                package.writestr(name, made if name == DOCUMENT else part)
        return target.getvalue()

    return with_rows


def both(data):
    """What is read of a document, every row parsed and one of each form."""
    every, alike = read(data), read(data, alike=True)
    assert (every.sections, every.notes) == (alike.sections, alike.notes)
    return every, alike


@pytest.mark.parametrize("year", ["2024", "2031", "2032", "2034"])
def test_the_same_is_read(documents, year):
    both(documents[year].read_bytes())


def test_rows_of_a_form_share_their_elements(documents):
    _, alike = both(documents["2024"].read_bytes())
    shared = Counter(id(row.xml) for table in alike.tables for row in table.rows)
    assert max(shared.values()) > 3


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"</w:t>", b" &amp; h\xe1\xbb\x99i &lt;1&gt; &#272;</w:t>"),
        (b"</w:t>", b"</w:t><w:noBreakHyphen/><w:t>x</w:t>"),
        (b"</w:t>", b"</w:t><w:tab/>"),
        (b"<w:r><w:t ", b"<w:r><w:rPr><w:i/></w:rPr><w:t "),
        (b"</w:tc></w:tr>", b"<w:p/></w:tc></w:tr>"),
        (b"</w:p></w:tc>", b"<w:r><w:t>thua</w:t></w:r></w:p></w:tc>"),
    ],
)
def test_what_somebody_changed_is_read_the_same(spoilt, old, new):
    both(spoilt(old, new))


def test_a_hidden_word_is_hidden_in_its_row_alone(spoilt):
    every, alike = both(spoilt(b"<w:r><w:t ", b"<w:r><w:rPr><w:vanish/></w:rPr><w:t "))
    hidden = [[run.text for _, run, _ in unreadable(document)] for document in (every, alike)]
    assert hidden[0] == hidden[1] != []


def test_as_many_paragraphs_are_told_of(spoilt):
    data = spoilt(b"<w:tc>", b'<w:tc><w:tcPr><w:tcW w:w="60" w:type="dxa"/></w:tcPr>', row=-1)
    every, alike = both(data)
    assert check_paper(every, "x") == check_paper(alike, "x")


@pytest.mark.parametrize("broken", [b"& </w:t>", b"\x01</w:t>", b"\xff</w:t>", b"<b></w:t>"])
def test_words_that_are_no_xml_are_no_document(spoilt, broken):
    for alike in (False, True):
        with pytest.raises(NotADocx):
            read(spoilt(b"</w:t>", broken), alike=alike)


def test_rows_that_a_page_parts_share_elements_too(documents):
    data = documents["2024"].read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert has_cut_rows(package.read(DOCUMENT))
    whole = [row for table in read(data, alike=True).tables for row in table.rows]
    assert len({id(row.xml) for row in whole}) < len(whole) / 2
