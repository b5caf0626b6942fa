"""Footnotes: written in the sentence, printed as Word's own, read back, checked, compared."""

import io
import zipfile

import pytest

from docgen.diff.compare import diff
from docgen.docx.package import parts_of
from docgen.docx.plain_text import plain_text
from docgen.docx.read import read
from docgen.from_word.plan import plan_of
from docgen.load.folder import load
from docgen.plan.footnotes import parted
from docgen.plan.reading_order import printed_texts
from docgen.plan.source import Source, Text
from docgen.redline.document import redline
from docgen.render.footnotes import with_footnotes
from docgen.verify import verify
from docgen.view.plan import build_view
from tests.paper_damage import damaged, take
from tests.plan_files import W, build, printed, tiny_project, xml
from tests.tools import REPOSITORY

TEMPLATE = REPOSITORY / "templates" / "KH_template.docx"
NOTED = """\
# Kế hoạch bịa ra để thử chú thích.
year: 2030
issuer: {name: [ỦY BAN NHÂN DÂN, TỈNH SÔNG XANH], short: UBND tỉnh Sông Xanh}
symbol: KH-UBND
place: Sông Xanh
subject: Thử phần mềm năm {{ year }}
bases:
  - Nghị quyết số 25/NQ-HĐND ngày 05/6/2029 của HĐND tỉnh^[Về *ngân sách* năm {{ year }}.]
sections:
  - title: NỘI DUNG
    items:
      - Việc thứ nhất^[Xem [1] & [2].] của các sở^[Trừ Sở Y tế.], làm ngay.
      - table:
          columns: [{key: a, title: Việc, width: 160}]
          rows: [{a: "Việc trong bảng^[Theo báo cáo của các sở.]"}]
closing: ["Các cơ quan báo cáo kết quả thực hiện về Sở Nội vụ.^[Trước ngày 15 tháng 12.]"]
recipients: ["Lưu: VT"]
signature: {lines: [TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH], name: Nguyễn Văn Mẫu}
"""
WORDS = [
    "Về ngân sách năm 2030.",
    "Xem [1] & [2].",
    "Trừ Sở Y tế.",
    "Theo báo cáo của các sở.",
    "Trước ngày 15 tháng 12.",
]


@pytest.fixture(scope="module")
def document(tmp_path_factory):
    """The built plan with five footnotes."""
    return printed(tiny_project(tmp_path_factory.mktemp("noted"), NOTED))


def test_each_footnote_is_called_where_it_was_written(document):
    notes = [note for paragraph in read(document).paragraphs for note in paragraph.notes]
    assert [said for _, said in notes] == WORDS
    assert [before.split()[-1] for before, _ in notes] == ["tỉnh", "nhất", "sở", "bảng", "vụ"]
    ends = [each.text for each in read(document).paragraphs if "báo cáo kết quả" in each.text]
    assert ends == ["Các cơ quan báo cáo kết quả thực hiện về Sở Nội vụ./."]


def test_word_numbers_them_and_keeps_their_italics(document):
    notes = xml(document, "word/footnotes.xml")
    kinds = [note.get(W + "type") for note in notes]
    assert kinds == ["separator", "continuationSeparator", None, None, None, None, None]
    ids = [note.get(W + "id") for note in notes][2:]
    calls = [each.get(W + "id") for each in xml(document).iter(W + "footnoteReference")]
    assert calls == ids
    italic = [r for r in notes[2].iter(W + "r") if r.find(f"{W}rPr/{W}i") is not None]
    assert ["".join(each.itertext()) for each in italic] == ["ngân sách"]
    assert all(note.find(f".//{W}footnoteRef") is not None for note in notes[2:])


def test_a_document_with_footnotes_is_sound_and_the_same_each_time(
    document, tmp_path, check_ooxml, audit_ooxml
):
    path = tmp_path / "KH.docx"
    path.write_bytes(document)
    assert check_ooxml(path) == []
    assert audit_ooxml(path) == []
    assert printed(tiny_project(tmp_path / "again", NOTED)) == document


def test_a_document_without_footnotes_has_no_part_for_them(tmp_path):
    path = tmp_path / "KH.docx"
    path.write_bytes(printed(tiny_project(tmp_path / "plain")))
    assert "word/footnotes.xml" not in zipfile.ZipFile(path).namelist()


def test_the_template_may_have_footnotes_of_its_own(tmp_path):
    parts = {**parts_of(TEMPLATE), "word/footnotes.xml": own_notes()}
    relations = parts["word/_rels/document.xml.rels"].decode()
    parts["word/_rels/document.xml.rels"] = relations.replace(
        "</Relationships>",
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/footnotes" Target="footnotes.xml"/></Relationships>',
    ).encode()
    view = build_view(load(tiny_project(tmp_path, NOTED) / "content/2030", tmp_path)[0])[0]
    made = with_footnotes(parts, view.footnotes)
    assert made["word/_rels/document.xml.rels"] == parts["word/_rels/document.xml.rels"]
    assert made["word/footnotes.xml"].count(b"<w:footnote ") == 1 + len(WORDS)


def own_notes() -> bytes:
    return (
        f'<w:footnotes xmlns:w="{W.strip("{}")}"><w:footnote w:id="2"><w:p/></w:footnote>'
        "</w:footnotes>"
    ).encode()


def call(parts):
    """The first place where a footnote is called."""
    return next(parts["word/document.xml"].iter(W + "footnoteReference"))


STRAYED = {
    "its words are gone": (lambda p: take(p["word/footnotes.xml"], "footnote/p/r/t"), "KH045"),
    "nothing calls it": (lambda p: call(p).getparent().remove(call(p)), "KH045"),
    "another is called": (lambda p: call(p).set(W + "id", "1005"), "KH046"),
}


@pytest.mark.parametrize(("change", "code"), STRAYED.values(), ids=STRAYED)
def test_a_footnote_that_is_lost_or_strays_is_found(document, tmp_path, change, code):
    root = tiny_project(tmp_path, NOTED)
    view = build_view(load(root / "content/2030", root)[0])[0]
    assert verify(document, view.pieces, TEMPLATE, "KH.docx") == []
    found = verify(damaged(document, change), view.pieces, TEMPLATE, "KH.docx")
    assert code in {finding.code for finding in found}


def test_rules_read_the_sentence_without_its_footnotes_and_each_footnote_by_itself(tmp_path):
    root = tiny_project(tmp_path, NOTED.replace("Trừ Sở Y tế.", "Trừ nguời bệnh  ."))
    built = build(root)
    assert built.written, built.findings
    wrong = {finding.code: finding for finding in built.findings if "nguời" in finding.message}
    assert wrong, "a slip in a footnote"
    line = (root / "content/2030/plan.yaml").read_text("utf-8").splitlines()
    place = next(iter(wrong.values())).where
    assert line[place.line - 1][place.column - 1 :].startswith("nguời")
    plan, _ = load(root / "content/2030", root)
    texts = [(each.role, each.text.value) for each in printed_texts(plan)]
    assert ("point", "Việc thứ nhất của các sở, làm ngay.") in texts
    assert ("footnote", "Xem [1] & [2].") in texts


def test_a_part_of_a_text_knows_its_place_in_the_file():
    source = Source("a.yaml", 'x: "Một^[hai] ba"\n')
    sentence, (note,) = parted(Text("Một^[hai] ba", source, 3, 17, "x"))
    assert (sentence.value, note.value) == ("Một ba", "hai")
    assert sentence.locate(4).column == 15
    assert note.where.column == 10
    assert sentence.fix(0, 3, "Hai")
    assert sentence.fix(2, 3, "?") is None, "the footnote stands in between"


def test_a_changed_footnote_is_a_change_of_its_sentence(tmp_path):
    plans = []
    for name, text in (("a", NOTED), ("b", NOTED.replace("Trừ Sở Y tế.", "Trừ Sở Xây dựng."))):
        root = tiny_project(tmp_path / name, text)
        plans.append(load(root / "content/2030", root)[0])
    (change,) = diff(*plans).changes
    changed = [(span.old.strip(), span.new.strip()) for span in change.spans if not span.same]
    assert changed == [("Y tế", "Xây dựng")]


def test_a_document_gives_its_footnotes_back(document, tmp_path):
    path = tmp_path / "KH.docx"
    root = tiny_project(tmp_path / "project", NOTED.replace("Nội vụ.^[", "Nội vụ^["))
    path.write_bytes(printed(root))
    content = load(root / "content/2030", root)[0]
    comparison = diff(content, plan_of(path, "KH.docx", content.agencies))
    assert [each.aspect for each in comparison.changes] == []
    assert "Việc thứ nhất^[Xem [1] & [2].] của các sở^[Trừ Sở Y tế.], làm ngay." in plain_text(
        read(document)
    )


def test_a_redline_carries_the_footnotes_of_both_documents(document, tmp_path):
    other = printed(tiny_project(tmp_path, NOTED.replace("Trừ Sở Y tế.", "Trừ Sở Xây dựng.")))
    tracked, _ = redline(document, other)
    with zipfile.ZipFile(io.BytesIO(tracked)) as package:
        notes = package.read("word/footnotes.xml").decode("utf-8")
    assert "Sở Y tế" in notes
    assert "Sở Xây dựng" in notes
    assert redline(document, document)[1] == []
