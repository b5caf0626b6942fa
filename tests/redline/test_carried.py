"""What the old document points to comes along: pictures, links, notes, lists of its own."""

import io
import zipfile

import pytest
from lxml import etree

from docgen.redline.document import redline
from tests.plan_files import W, xml
from tests.redline.test_redline import body, changed
from tests.tracked_settling import marks, settled

RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN, RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
NAMES = f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{KINDS}"'
PICTURE = (
    '<w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" r:id="{}"/></w:pict></w:r>'
)
NOTE = '<w:r><w:footnoteReference w:id="{}"/></w:r>'


@pytest.fixture(scope="module")
def plan(documents):
    return documents["2030"].read_bytes()


def with_parts(document, said, parts=(), relations=()):
    """The document with a paragraph in front, more parts and what leads to them."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name).decode() if name in (MAIN, RELATIONS) else old.read(name)
            if name == MAIN:
                data = data.replace("<w:body>", f"<w:body><w:p>{said}</w:p>", 1)
            if name == RELATIONS:
                more = "".join(
                    f'<Relationship Id="{number}" Type="{KINDS}/{kind}" Target="{part}"/>'
                    for number, kind, part in relations
                )
                data = data.replace("</Relationships>", f"{more}</Relationships>")
            if name not in dict(parts):
                new.writestr(name, data)
        for name, data in parts:
            new.writestr(name, data)
    return target.getvalue()


def target_of(document, number):
    """The bytes that a relationship of the document leads to."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        relations = etree.fromstring(package.read(RELATIONS))
        part = next(each.get("Target") for each in relations if each.get("Id") == number)
        return package.read(f"word/{part}")


def pictured(plan, number, data):
    part = f"media/x{number}.png"
    relation = (number, "image", part)
    return with_parts(plan, PICTURE.format(number), [(f"word/{part}", data)], [relation])


def test_a_picture_that_went_comes_back_when_its_going_is_rejected(plan):
    old = pictured(plan, "rId90", b"old picture")
    for new in (plan, pictured(plan, "rId90", b"another")):
        data, unshown = redline(old, new)
        assert not [sentence for sentence in unshown if "hình" in sentence]
        before = settled(body(data), accept=False)
        number = next(before.iter("{urn:schemas-microsoft-com:vml}imagedata")).get(RELATED + "id")
        assert target_of(data, number) == b"old picture"


def test_a_picture_under_another_number_is_the_same_picture(plan):
    old, new = (pictured(plan, number, b"one picture") for number in ("rId90", "rId91"))
    data, _ = redline(old, new)
    assert marks(body(data)) == []


def test_a_kind_of_picture_is_named_once_in_the_package(plan):
    kind = '<Default Extension="PNG" ContentType="image/png"/><Override'
    new = changed(plan, TYPES, lambda text: text.replace("<Override", kind, 1))
    data, _ = redline(pictured(plan, "rId90", b"old picture"), new)
    named = [
        each.get("Extension").lower() for each in xml(data, TYPES) if "Extension" in each.attrib
    ]
    assert named.count("png") == 1


def noted(plan, number, words):
    note = f'<w:footnote w:id="{number}"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:footnote>'
    part = f"<w:footnotes {NAMES}>{note}</w:footnotes>"
    relation = ("rId95", "footnotes", "footnotes.xml")
    return with_parts(plan, NOTE.format(number), [("word/footnotes.xml", part)], [relation])


def note_of(document, settled_body):
    number = next(settled_body.iter(W + "footnoteReference")).get(W + "id")
    notes = xml(document, "word/footnotes.xml")
    return next("".join(n.itertext()) for n in notes if n.get(W + "id") == number)


def test_a_note_that_is_another_is_shown_as_another_and_both_are_there(plan):
    data, unshown = redline(noted(plan, 1, "Ghi chú cũ"), noted(plan, 1, "Ghi chú mới"))
    assert not [sentence for sentence in unshown if "hú thích" in sentence]
    tracked = body(data)
    assert note_of(data, settled(tracked, accept=True)) == "Ghi chú mới"
    assert note_of(data, settled(tracked, accept=False)) == "Ghi chú cũ"
    assert {mark.get(W + "author") for mark in tracked.iter(W + "ins", W + "del")} == {"docgen"}


def test_a_note_under_another_number_is_the_same_note(plan):
    data, _ = redline(noted(plan, 1, "Một ghi chú"), noted(plan, 7, "Một ghi chú"))
    assert marks(body(data)) == []


def test_a_note_is_said_to_be_left_out_where_the_new_document_has_no_notes_at_all(plan):
    data, unshown = redline(noted(plan, 1, "Ghi chú cũ"), plan)
    assert [sentence[:6] for sentence in unshown if "chú thích" in sentence] == ["1 hình"]
    assert body(data).find(f".//{W}footnoteReference") is None


def listed(plan, form, words="Một việc"):
    level = f'<w:lvl w:ilvl="0"><w:numFmt w:val="{form}"/></w:lvl>'
    shape = f'<w:abstractNum w:abstractNumId="50">{level}</w:abstractNum>'
    number = '<w:num w:numId="60"><w:abstractNumId w:val="50"/></w:num>'
    part = f"<w:numbering {NAMES}>{shape}{number}</w:numbering>"
    properties = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="60"/></w:numPr></w:pPr>'
    said = f"{properties}<w:r><w:t>{words}</w:t></w:r>"
    relation = ("rId96", "numbering", "numbering.xml")
    return with_parts(plan, said, [("word/numbering.xml", part)], [relation])


def form_of(document, settled_body):
    number = next(settled_body.iter(W + "numId")).get(W + "val")
    lists = xml(document, "word/numbering.xml")
    own = next(each for each in lists.iter(W + "num") if each.get(W + "numId") == number)
    shape = own.find(W + "abstractNumId").get(W + "val")
    base = next(
        each for each in lists.iter(W + "abstractNum") if each.get(W + "abstractNumId") == shape
    )
    return base.find(f"{W}lvl/{W}numFmt").get(W + "val")


def test_a_list_of_another_form_under_the_same_number_is_another_list(plan):
    data, _ = redline(listed(plan, "decimal"), listed(plan, "lowerLetter"))
    tracked = body(data)
    assert form_of(data, settled(tracked, accept=True)) == "lowerLetter"
    assert form_of(data, settled(tracked, accept=False)) == "decimal"
    tags = [etree.QName(each).localname for each in xml(data, "word/numbering.xml")]
    assert tags == ["abstractNum", "abstractNum", "num", "num"]


def test_the_same_list_is_no_change(plan):
    data, _ = redline(listed(plan, "decimal"), listed(plan, "decimal"))
    assert marks(body(data)) == []
