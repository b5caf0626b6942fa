"""Word files that are broken, or made to break the reader: each refused in words, or read."""

import io
import struct
import zipfile
from dataclasses import replace

import pytest

from docgen import limits
from docgen.docx.package import NotAPackage, parts_of, unpacked
from docgen.docx.plain_text import plain_text
from docgen.docx.read import NotADocx, read
from docgen.docx.values import character, columns, half_points, twips, whole
from tests.small_docx import A, W, docx, paragraph, relations, run

CENTRAL = b"PK\x01\x02"
FLAGS, METHOD = 8, 10


def with_field(data, offset, value):
    """The zip with one field of every entry of its directory changed."""
    changed, at = bytearray(data), -1
    while (at := changed.find(CENTRAL, at + 1)) >= 0:
        changed[at + offset : at + offset + 2] = struct.pack("<H", value)
    return bytes(changed)


def with_part(name, part, data=None):
    """The .docx with a part added or put in the place of another."""
    parts = {**unpacked(data or docx(paragraph(run("chữ")))), name: part}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for each, content in parts.items():
            package.writestr(each, content)
    return target.getvalue()


def lower(monkeypatch, name, most):
    """A limit low enough for a test."""
    monkeypatch.setattr(limits, name, replace(getattr(limits, name), most=most))


@pytest.mark.parametrize("method", [9, 14, 99])
def test_a_part_packed_as_word_packs_none_is_refused(method):
    with pytest.raises(NotADocx, match="nén theo cách Word không dùng"):
        read(with_field(docx(paragraph()), METHOD, method))


def test_a_file_with_a_password_is_refused_with_what_to_do():
    with pytest.raises(NotADocx, match="bỏ mật khẩu rồi lưu lại"):
        read(with_field(docx(paragraph()), FLAGS, 1))


def test_a_file_of_old_word_or_locked_by_word_is_told_from_a_damaged_one():
    with pytest.raises(NotADocx, match=r"mật khẩu, hoặc ở dạng đời cũ \(\.doc"):
        read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


@pytest.mark.parametrize(
    ("limit", "most"),
    [("PACKAGE", 100), ("PARTS", 2), ("PART", 100), ("UNPACKED", 300), ("MARKS", 5)],
)
def test_a_file_above_a_limit_is_refused_in_its_sentence(monkeypatch, limit, most):
    data = docx(paragraph(run("chữ")))
    read(data)
    lower(monkeypatch, limit, most)
    with pytest.raises(NotADocx, match=getattr(limits, limit).sentence):
        read(data)


def test_a_part_of_a_gigabyte_is_refused_before_it_is_unpacked():
    data = with_field(docx(paragraph()), 24, 0xFFFF)
    data = with_field(data, 26, 0x4000)
    with pytest.raises(NotADocx, match="mở ra lớn hơn 300 MB"):
        read(data)


def test_a_paragraph_longer_than_any_honest_one_is_refused(monkeypatch):
    lower(monkeypatch, "PARAGRAPH", 10)
    read(docx(paragraph(run("mười chữ"))))
    with pytest.raises(NotADocx, match="đoạn văn dài hơn 10 chữ cái"):
        read(docx(paragraph(run("mười "), run("một chữ"))))


def test_a_number_longer_than_any_honest_one_is_refused(monkeypatch):
    lower(monkeypatch, "NUMBER", 5)
    read(docx(paragraph(run("ngày 12.34"), run(" và 12.34"))))
    with pytest.raises(NotADocx, match="số dài hơn 5 chữ số"):
        read(docx(paragraph(run("ngày 12"), run("3.456"))))


def test_a_document_of_more_paragraphs_than_any_honest_one_is_refused(monkeypatch):
    lower(monkeypatch, "BLOCKS", 2)
    read(docx(paragraph(run("một")) * 2))
    with pytest.raises(NotADocx, match="hơn 2 đoạn và bảng"):
        read(docx(paragraph(run("một")) * 3))


@pytest.mark.parametrize("junk", [b"", b"junk", b"<a><b></a>", b"\xff\xfe<", bytes(40)])
def test_junk_in_any_part_is_named_by_that_part(junk):
    with pytest.raises(NotADocx, match=r"phần word/theme/theme1\.xml bên trong tệp đã hỏng"):
        read(with_part("word/theme/theme1.xml", junk))


def test_a_document_type_is_refused_and_nothing_of_it_expanded():
    bomb = b'<!DOCTYPE x [<!ENTITY a "bb"><!ENTITY c "&a;&a;">]><w:styles>&c;</w:styles>'
    with pytest.raises(NotADocx, match="DOCTYPE"):
        read(with_part("word/styles.xml", b'<?xml version="1.0"?>' + bomb))


def test_two_parts_of_one_name_are_refused_for_word_reads_the_other():
    target = io.BytesIO(docx(paragraph(run("chữ"))))
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(target, "a") as package:
        package.writestr("word/document.xml", "<x/>")
    with pytest.raises(NotAPackage, match="hai phần cùng tên"):
        parts_of(target.getvalue())


def test_a_strict_document_is_refused_with_how_to_save_it_again():
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f'<w:document xmlns:w="{strict}"><w:body/></w:document>'.encode()
    with pytest.raises(NotADocx, match="Strict Open XML: mở bằng Word, chọn File, Save As"):
        read(with_part("word/document.xml", body))


def test_a_relationship_without_target_leads_nowhere():
    broken = relations(("header", "header1.xml"), ("footer", "")).replace(' Target=""', "")
    data = with_part("word/_rels/document.xml.rels", broken.encode())
    assert "chữ" in plain_text(read(data))


@pytest.mark.parametrize("target", ["", "nothing.xml", "../../../x", "http://x"])
def test_a_document_that_its_package_does_not_lead_to_is_refused(target):
    with pytest.raises(NotADocx, match="không có văn bản"):
        read(with_part("_rels/.rels", relations(("officeDocument", target)).encode()))


def test_processing_instructions_and_comments_between_elements_are_no_text():
    body = "<w:p><?x y?><!-- z --><w:r><?a b?><w:t>chữ</w:t><!-- c --></w:r></w:p><?x y?>"
    assert plain_text(read(docx(f"<?x y?>{body}<!-- z -->"))) == "[phần 1: khổ đứng]\nchữ\n"


@pytest.mark.parametrize("value", ["abc", "1.5", "²", "١٢", "", "-3", "0", "9" * 30])
def test_a_strange_span_or_width_is_read_as_none(value):
    cell = f'<w:tcPr><w:gridSpan w:val="{value}"/><w:tcW w:w="{value}"/></w:tcPr>'
    grid = f'<w:tblGrid><w:gridCol w:w="{value}"/></w:tblGrid>'
    table = f"<w:tbl>{grid}<w:tr><w:tc>{cell}{paragraph(run('chữ'))}</w:tc></w:tr></w:tbl>"
    size = f'<w:sectPr><w:pgSz w:w="{value}"/></w:sectPr>'
    document = read(docx(table + size))
    assert document.tables[0].rows[0].cells[0].span == 1
    assert "chữ" in plain_text(document)


def test_lengths_are_read_in_every_unit_that_the_standard_has():
    assert [twips(each) for each in ("567", "2cm", "1in", "12pt", "1.5", "50%", "x", "")] == (
        [567, 1134, 1440, 240, 2, 0, 0, 0]
    )
    assert [half_points(each, 20) for each in ("28", "14pt", "x", None)] == [28, 28, 20, 20]
    assert [whole(each, 7) for each in ("3", "-3", "²", "1e9", "1.0", None)] == [3, -3, 7, 7, 7, 7]
    assert [columns(each) for each in ("3", "0", "-1", "x", "999999999")] == [3, 1, 1, 1, 1000]
    assert [character(each) for each in ("00e0", "zz", "110000", "")] == ["à", *["\ufffd"] * 3]


def test_a_width_that_is_a_share_of_the_table_is_no_length():
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="{kind}"/></w:tcPr><w:p/></w:tc>'
        for width, kind in (("2500", "pct"), ("50%", "pct"), ("0", "auto"), ("900", "dxa"))
    )
    (row,) = read(docx(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")).tables[0].rows
    assert [cell.width for cell in row.cells] == [0, 0, 0, 900]


def test_text_boxes_inside_one_another_are_read_once_each():
    inner = run("trong cùng")
    for _ in range(40):
        box = f"<w:txbxContent>{paragraph(inner)}</w:txbxContent>"
        inner = f"<w:r><w:pict>{box}</w:pict></w:r>"
    assert plain_text(read(docx(paragraph(inner)))).count("trong cùng") == 1


def test_deeper_nesting_than_xml_may_have_is_refused():
    deep = "<w:sdt><w:sdtContent>" * 200
    closed = "</w:sdtContent></w:sdt>" * 200
    with pytest.raises(NotADocx, match="đã hỏng"):
        read(docx(f"{deep}{paragraph()}{closed}"))


def test_junk_in_the_values_of_a_theme_is_no_colour_and_no_font():
    theme = f"<a:theme {A}><a:clrScheme><a:dk1/></a:clrScheme></a:theme>".encode()
    styles = f"<w:styles {W}/>".encode()
    data = with_part("word/styles.xml", styles, with_part("word/theme/theme1.xml", theme))
    assert "chữ" in plain_text(read(data))
