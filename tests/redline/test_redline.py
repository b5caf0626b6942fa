"""The redline accepts to exactly the new document and rejects to exactly the old one."""

import io
import re
import zipfile
from itertools import permutations, takewhile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from docgen.docx.model import Paragraph
from docgen.docx.read import NotADocx, read
from docgen.redline.document import AlreadyTracked, redline, without_page_ends
from docgen.redline.summary_page import NOTE, TITLE, put_in_front
from docgen.redline.tracked import Tracker
from docgen.redline.tracked_text import Marks
from tests import made_up_2025, plan_files
from tests.libreoffice_changes import ACCEPT, NOTHING, REJECT, settle
from tests.plan_files import W, whole, xml
from tests.tools import sampled
from tests.tracked_settling import marks, plain, settled

MAIN, STYLES = "word/document.xml", "word/styles.xml"
ADDED_COLUMN = "thêm cột"
ENDS = ("ins", "del", "moveFrom", "moveTo")
CELLS_WHOLE = ("cellIns", "cellDel")
CELL_MARKS = re.compile("<w:cell(Ins|Del) [^>]*/>")
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def body(document):
    """The document's body, without the page that docgen puts in front."""
    found = xml(document).find(W + "body")
    for block in front_page(found):
        found.remove(block)
    return found


def compared(document):
    """The document's body as the redline sees it."""
    return without_page_ends(whole(document)).find(W + "body")


def front_page(blocks):
    page = list(takewhile(lambda block: block.find(f".//{W}br") is None, blocks))
    own = "Trang này do docgen thêm" in "".join(blocks[1].itertext())
    return [*page, blocks[len(page)]] if own else []


def end_mark(paragraph):
    """Whether the paragraph's end came or went."""
    return any(paragraph.find(f"{W}pPr/{W}rPr/{W}{kind}") is not None for kind in ENDS)


def changed(document, part, change):
    """The document with a part rewritten."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data.decode()).encode() if name == part else data)
    return target.getvalue()


def made_up(folder):
    old, new = made_up_2025.make(folder)
    for plan in (old, new):
        root = plan.parents[1]
        yield plan_files.printed(plan_files.with_template(root), plan.name)


@pytest.fixture(scope="module")
def editions(documents, tmp_path_factory):
    """Built documents by name: the real plan, two of the made-up 2025, three small plans."""
    real, edited = made_up(tmp_path_factory.mktemp("edited"))
    edits = tuple(each for each in made_up_2025.EDITS if each.what != ADDED_COLUMN)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(made_up_2025, "EDITS", edits)
        _, same_columns = made_up(tmp_path_factory.mktemp("same-columns"))
    small = {year: documents[year].read_bytes() for year in ("2030", "2031", "2032", "2034")}
    return {"2024": real, "2025": edited, "same columns": same_columns, **small}


def content(document):
    """Every paragraph's text; every row's cells: words, columns spanned, part in a merge.

    LibreOffice keeps the mark of a cell that came or went when it has settled its words.
    """
    document = changed(document.read_bytes(), MAIN, lambda text: CELL_MARKS.sub("", text))
    found = []
    for block in read(document).blocks:
        if isinstance(block, Paragraph):
            found.append(block.text)
        else:
            found += [
                [([p.text for p in cell.paragraphs], cell.span, cell.merge) for cell in row.cells]
                for row in block.rows
            ]
    return found


# ----------------------------------------------------------------- accept is new, reject is old


@pytest.mark.slow
def test_by_the_standard_accept_all_gives_the_new_document_and_reject_all_the_old(editions):
    for (one, old), (other, new) in permutations(editions.items(), 2):
        data, unshown = redline(old, new)
        tracked = body(data)
        assert len(marks(tracked)) > 20
        assert plain(settled(tracked, accept=True)) == plain(compared(new)), f"{one} → {other}"
        assert plain(settled(tracked, accept=False)) == plain(compared(old)), f"{one} → {other}"
        assert not [sentence for sentence in unshown if "không trùng" in sentence]
        assert not empty_records(tracked), f"{one} → {other}"


def empty_records(tracked):
    """The records of earlier properties that are the same as today's: revisions of nothing."""
    records = (each for each in tracked.iter() if str(each.tag).endswith("Change"))
    return [each.tag for each in records if said_of(each[0]) == said_of(each.getparent())]


def said_of(properties):
    left_out = {f"{W}{name}" for name in ("rPr", "sectPr", "ins", "del")}
    return [
        etree.tostring(child, method="c14n", exclusive=True)
        for child in properties
        if child.tag not in left_out and not child.tag.endswith(("Change", "Reference"))
    ]


REAL = [("2024", "same columns"), ("same columns", "2024")]
OTHER_COLUMNS = [("2024", "2025"), ("2025", "2024")]
OTHER_APPENDICES = [("2024", "2030"), ("2030", "2031"), ("2031", "2032")]


def test_in_libreoffice_accept_all_gives_the_new_document_and_reject_all_the_old(
    editions, soffice, tmp_path
):
    orders, tracked = [], {}
    for number, document in enumerate(editions.values()):
        path = tmp_path / f"plain-{number}.docx"
        path.write_bytes(document)
        orders.append((NOTHING, path))
    for number, (one, other) in enumerate(REAL + OTHER_COLUMNS + OTHER_APPENDICES):
        path = tmp_path / f"tracked-{number}.docx"
        path.write_bytes(redline(editions[one], editions[other])[0])
        tracked[one, other] = xml(path).find(W + "body")
        orders += [(ACCEPT, path), (REJECT, path)]
    written = [content(path) for path in settle(soffice, tmp_path, orders)]
    plainly = dict(zip(editions, written, strict=False))
    results = iter(written[len(editions) :])
    for one, other in REAL:
        assert next(results) == plainly[other], f"{one} → {other} accepted"
        assert next(results) == plainly[one], f"{one} → {other} rejected"
    for pair in OTHER_COLUMNS:
        for accept, wanted in ((True, plainly[pair[1]]), (False, plainly[pair[0]])):
            left = emptied_cells(tracked[pair], accept)
            result = next(results)[len(front_page(tracked[pair])) :]
            more = [one - other for one, other in zip(*map(widths, (result, wanted)), strict=True)]
            assert in_cells(result) == in_cells(wanted), (pair, accept)
            assert not any(more) or more == left, (pair, accept)
    for pair in OTHER_APPENDICES:
        for accept, wanted in ((True, plainly[pair[1]]), (False, plainly[pair[0]])):
            most = emptied_paragraphs(tracked[pair], accept)
            result = next(results)[len(front_page(tracked[pair])) :]
            assert said(result) == said(wanted), (pair, accept)
            assert 0 <= len(result) - len(wanted) <= most <= 6, (pair, accept)


# What LibreOffice 7.4 leaves behind when it settles changes that are right by the standard: it
# has no column that came or went, so it empties the cells and leaves them; and it cannot join a
# paragraph that goes to a table behind it, or take one away that ends a section.


def gone_marks(accept):
    return [W + kind for kind in (("del", "moveFrom") if accept else ("ins", "moveTo"))]


def emptied_cells(tracked, accept):
    """By row that stays the number of its cells whose column goes."""
    kind = W + ("cellDel" if accept else "cellIns")
    return [
        len([*row.iter(kind)])
        for row in tracked.iterfind(f"{W}tbl/{W}tr")
        if not any(row.find(f"{W}trPr/{mark}") is not None for mark in gone_marks(accept))
    ]


def emptied_paragraphs(tracked, accept):
    """The number of paragraphs that go and stand before a table that goes, or end a section."""
    found = 0
    for paragraph in tracked.iterchildren(W + "p"):
        goes = any(
            paragraph.find(f"{W}pPr/{W}rPr/{mark}") is not None for mark in gone_marks(accept)
        )
        behind = paragraph.getnext()
        ends = paragraph.find(f"{W}pPr/{W}sectPr") is not None
        found += goes and (ends or (behind is not None and behind.tag == W + "tbl"))
    return found


def widths(blocks):
    return [len(block) for block in blocks if not isinstance(block, str)]


def in_cells(blocks):
    """The paragraphs, and of each row the cells with words."""
    return [
        block if isinstance(block, str) else [cell for cell in block if any(cell[0])]
        for block in blocks
    ]


def said(blocks):
    return [block for block in blocks if block]


WORDS = st.lists(st.sampled_from(["Sở", "Nội", "vụ", "năm", "2024", "1,5", "báo"]), max_size=5)
RUNS = st.builds(
    '<w:r>{}<w:t xml:space="preserve">{}</w:t></w:r>'.format,
    st.sampled_from(["", "<w:rPr><w:i/></w:rPr>"]),
    WORDS.map(" ".join),
)
PARAGRAPHS = st.builds(
    "<w:p>{}{}</w:p>".format,
    st.sampled_from(["", '<w:pPr><w:pStyle w:val="A"/></w:pPr>', "<w:pPr><w:keepNext/></w:pPr>"]),
    st.lists(RUNS, max_size=3).map("".join),
)
CELLS = st.builds(
    "<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>".format,
    st.sampled_from(["", '<w:vMerge w:val="restart"/>', "<w:vMerge/>"]),
    st.lists(PARAGRAPHS, min_size=1, max_size=3).map("".join),
)


def rows(columns):
    cells = st.lists(CELLS, min_size=columns, max_size=columns)
    return st.builds("<w:tr>{}</w:tr>".format, cells.map("".join))


def tables(columns):
    return st.builds(
        "<w:tbl><w:tblPr/><w:tblGrid>{}</w:tblGrid>{}</w:tbl>".format,
        st.just('<w:gridCol w:w="9"/>' * columns),
        st.lists(rows(columns), min_size=1, max_size=4).map("".join),
    )


BLOCKS = st.one_of(PARAGRAPHS, PARAGRAPHS, st.integers(2, 3).flatmap(tables))


@st.composite
def edited(draw):
    """Two bodies: the second is the first with blocks left out and others in their place."""
    old = draw(st.lists(BLOCKS, max_size=6))
    new = []
    for block in old:
        new += [block] if draw(st.integers(0, 3)) else draw(st.lists(BLOCKS, max_size=2))
    # A body, like a cell, ends in a paragraph: Word knows no other.
    last = draw(PARAGRAPHS)
    other = last if draw(st.booleans()) else draw(PARAGRAPHS)
    return "".join([*old, last]), "".join([*new, other])


def parsed(blocks):
    return etree.fromstring(f"<w:body {NAMESPACE}>{blocks}<w:sectPr/></w:body>")


@pytest.mark.slow
@given(edited())
def test_whatever_is_edited_accepts_to_the_new_body_and_rejects_to_the_old(bodies):
    old, new = map(parsed, bodies)
    Tracker(Marks("docgen"), {}).body(old, new)
    assert plain(settled(new, accept=True)) == plain(parsed(bodies[1]))
    assert plain(settled(new, accept=False)) == plain(parsed(bodies[0]))
    for container in (new, *new.iter(W + "tc")):
        row = container.getparent()
        whole = row is not None and any(row.find(f"{W}trPr/{W}{kind}") is not None for kind in ENDS)
        whole |= any(container.find(f"{W}tcPr/{W}{kind}") is not None for kind in CELLS_WHOLE)
        last = [*container.iterchildren(W + "p")][-1]
        assert whole or not end_mark(last), "Word keeps the last paragraph of a body or a cell"


def test_a_paragraph_between_two_tables_stays_when_its_words_are_all_others():
    row = "<w:tr><w:tc><w:p/></w:tc></w:tr>"
    table = f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid>{row}</w:tbl>'
    old, new = (
        parsed(f"{table}<w:p><w:r><w:t>{words}</w:t></w:r></w:p>{table}<w:p/>")
        for words in ("Tỉnh", "Huyện")
    )
    Tracker(Marks("docgen"), {}).body(old, new)
    between = new[1:-3]
    assert [each.tag for each in between] == [W + "p"]
    assert not end_mark(between[0])


# ------------------------------------------------------------------------------ what is marked


@pytest.mark.parametrize(
    "name", sampled(["2030", "2024", "2025", "same columns", "2031", "2032", "2034"], every=4)
)
def test_a_document_against_itself_has_no_changes(editions, name):
    data, unshown = redline(editions[name], editions[name])
    assert marks(body(data)) == []
    assert unshown == []
    assert plain(body(data)) == plain(compared(editions[name]))


def test_a_document_with_other_ids_for_the_same_styles_has_no_changes(editions):
    plan = editions["2030"]

    def renamed(text):
        for style, other in (("KHDash", "KHGchungngang"), ("Normal", "Chuan"), ("KHLine", "a1")):
            text = text.replace(f'"{style}"', f'"{other}"')
        return text

    other = changed(changed(plan, MAIN, renamed), STYLES, renamed)
    for pair in ((plan, other), (other, plan)):
        data, _ = redline(*pair)
        assert marks(body(data)) == []


@pytest.mark.parametrize(
    ("before", "after"), [("<w:i/>", ""), ("", "<w:b/>"), ("<w:i/>", "<w:b/>")]
)
def test_words_in_another_look_stand_once_with_the_look_they_had(before, after):
    bodies = [
        f'<w:p><w:r><w:t xml:space="preserve">Xem </w:t></w:r>'
        f"<w:r><w:rPr>{look}</w:rPr><w:t>Phụ lục</w:t></w:r></w:p>"
        for look in (before, after)
    ]
    old, new = map(parsed, bodies)
    Tracker(Marks("docgen"), {}).body(old, new)
    assert [mark.tag.removeprefix(W) for mark in marks(new)] == ["rPrChange"]
    assert "".join(new.itertext()) == "Xem Phụ lục"
    assert plain(settled(new, accept=True)) == plain(parsed(bodies[1]))
    assert plain(settled(new, accept=False)) == plain(parsed(bodies[0]))


def look_of(words, look):
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def looks_of(document):
    """Each letter of a document with the names of what its run says of its look."""
    return [
        (letter, frozenset(each.tag for each in run.iterfind(f"{W}rPr/*")) & LOOKS)
        for run in xml(document).iter(W + "r")
        for letter in "".join(run.itertext())
    ]


LOOKS = {W + "b", W + "i", W + "vertAlign"}
RELOOKED = [
    (
        look_of("Xem Phụ lục", "") + look_of(" kèm theo", "<w:i/>"),
        look_of("Xem Phụ lục kèm theo", ""),
    ),
    (look_of("Hạn 15/3/2024", ""), look_of("Hạn ", "") + look_of("20/3/2024", "<w:b/>")),
    (
        look_of("m", "") + look_of("2", '<w:vertAlign w:val="superscript"/>'),
        look_of("m2", "<w:b/>"),
    ),
]


@pytest.mark.slow
def test_in_libreoffice_words_get_back_the_look_they_had(soffice, tmp_path, editions):
    orders = []
    for number, sides in enumerate(RELOOKED):
        old, new = (
            changed(
                editions["2030"], MAIN,
                lambda text, side=side: text.replace("<w:body>", f"<w:body><w:p>{side}</w:p>"),
            )
            for side in sides
        )  # fmt: skip
        for order, data in ((NOTHING, old), (REJECT, redline(old, new)[0]),
                            (NOTHING, new), (ACCEPT, redline(old, new)[0])):  # fmt: skip
            path = tmp_path / f"{number}-{len(orders)}.docx"
            path.write_bytes(data)
            orders.append((order, path))
    found = [looks_of(path.read_bytes()) for path in settle(soffice, tmp_path, orders)]
    for plainly, now in zip(found[::2], found[1::2], strict=True):
        assert now == plainly


def test_only_the_syllables_that_changed_are_marked():
    old, new = (
        parsed(f"<w:p><w:r><w:t>Chỉ số đạt {score} điểm, xếp thứ {rank}/63.</w:t></w:r></w:p>")
        for score, rank in (("86,25", "41"), ("87,10", "38"))
    )
    Tracker(Marks("docgen"), {}).body(old, new)
    marked = [
        (mark.tag.removeprefix(W), "".join(mark.itertext()))
        for mark in new.iter(W + "ins", W + "del")
    ]
    assert marked == [("del", "86,25"), ("ins", "87,10"), ("del", "41"), ("ins", "38")]


@pytest.mark.slow
def test_dropped_and_added_rows_inside_merged_cells_are_marked_as_rows(editions):
    data, unshown = redline(editions["2024"], editions["same columns"])
    appendix = [*body(data).iter(W + "tbl")][-1]
    codes = {"ins": [], "del": [], "": []}
    for row in appendix.iterchildren(W + "tr"):
        kinds = [kind for kind in ("ins", "del") if row.find(f"{W}trPr/{W}{kind}") is not None]
        codes["".join(kinds)].append("".join(row.find(W + "tc").itertext()))
    assert {"2.4.3", "3.4.2", "6.3.5"} <= {*codes["del"]} - {*codes["ins"]}
    assert {"2.4.5", "8.6", "9", "9.1"} <= {*codes["ins"]} - {*codes["del"]}
    assert {"2.4.1", "2.4.2", "2.4.4", "5.3.2", "8.1.1"} <= {*codes[""]}
    # 4.3.4 left its merged cells; 7.3.6 and 7.3.7 share one now.
    assert {"4.3.4", "7.3.6", "7.3.7"} <= {*codes["ins"]} & {*codes["del"]}
    assert any(sentence.startswith("3 dòng của bảng có ô gộp") for sentence in unshown)


@pytest.mark.slow
def test_merged_cells_stay_unmarked_when_another_row_begins_them(editions):
    data, _ = redline(editions["2024"], editions["same columns"])
    rows = (row for row in body(data).iter(W + "tr") if "4.1.5" in "".join(row.itertext()))
    begins = next(rows)
    changed_cells = [bool(marks(cell)) for cell in begins.iterchildren(W + "tc")]
    assert changed_cells[:2] == [True, True]
    merged = [
        cell for cell in begins.iterchildren(W + "tc") if cell.find(f".//{W}vMerge") is not None
    ]
    assert merged
    assert not any(marks(cell) for cell in merged)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("R1 c2 c3 c4 N5", "R1 c2 c4 N5", "==-=="),  # a row of the group went
        ("R1 c2 N5", "R1 c2 c3 N5", "==+="),  # one came at its end
        ("R1 c2 N5", "R1 c2 c3", "==+-"),  # and what stood behind it went
        ("R1 c2 R3 c4", "R1 c2 c3 c4", "==++--"),  # two groups made one
        ("R1 c2 c3 c4", "R1 c2 R3 c4", "==--++"),  # and one made two
        ("N1 N2 R3 c4", "R1 c2 R3 c4", "--++=="),  # cells merged
        ("R1 c2 R3 N4", "R1 c5 R6 N4", "---+++="),  # even its first row
    ],
)
def test_rows_of_merged_cells_are_taken_out_together_where_the_merge_changed(old, new, expected):
    merges = {"N": "", "R": '<w:vMerge w:val="restart"/>', "c": "<w:vMerge/>"}

    def table(kinds):
        rows = (
            f"<w:tr><w:tc><w:p><w:r><w:t>{name}</w:t></w:r></w:p></w:tc>"
            f"<w:tc><w:tcPr>{merges[kind]}</w:tcPr><w:p/></w:tc></w:tr>"
            for kind, name in kinds.split()
        )
        grid = '<w:tblGrid><w:gridCol w:w="9"/><w:gridCol w:w="9"/></w:tblGrid>'
        return parsed(f"<w:tbl><w:tblPr/>{grid}{''.join(rows)}</w:tbl><w:p/>")

    before, after = table(old), table(new)
    Tracker(Marks("docgen"), {}).body(before, after)
    fates = {(): "=", ("ins",): "+", ("del",): "-"}
    found = "".join(
        fates[tuple(kind for kind in ("ins", "del") if row.find(f"{W}trPr/{W}{kind}") is not None)]
        for row in after.iter(W + "tr")
    )
    assert found == expected


@pytest.mark.slow
def test_the_same_documents_give_the_same_bytes_and_no_date_is_made_up(editions):
    first, second = (redline(editions["2024"], editions["2025"], author="Phòng A")[0] for _ in "ab")
    assert first == second
    made = [each for each in body(first).iter() if W + "author" in each.attrib]
    assert {each.get(W + "author") for each in made} == {"Phòng A"}
    # The schema wants a date of where a move starts; Word shows that of the words, which have none.
    dated = {each.tag for each in body(first).iter() if W + "date" in each.attrib}
    assert dated == {f"{W}{move}RangeStart" for move in ("moveFrom", "moveTo")}


PAIRS = [("2032", "2030"), ("2024", "2025"), ("2025", "2024"), ("2024", "same columns"),
         ("2024", "2031")]  # fmt: skip


@pytest.mark.parametrize("pair", sampled(PAIRS, every=len(PAIRS)))
def test_the_redline_is_a_sound_document(pair, editions, check_ooxml, audit_ooxml, tmp_path):
    document = tmp_path / "redline.docx"
    document.write_bytes(redline(*map(editions.get, pair))[0])
    assert check_ooxml(document) == []
    assert audit_ooxml(document) == []


# ------------------------------------------------------------------------------------- moves

REPORT = "Báo cáo kết quả hàng quý về Sở Nội vụ tổng hợp"


def said_paragraph(words):
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def tracked_between(before, after):
    old, new = parsed(before), parsed(after)
    tracker = Tracker(Marks("docgen"), {})
    tracker.body(old, new)
    assert plain(settled(new, accept=True)) == plain(parsed(after))
    assert plain(settled(new, accept=False)) == plain(parsed(before))
    return new, tracker


def marked_words(tracked):
    return [
        (mark.tag.removeprefix(W), "".join(mark.itertext()))
        for mark in tracked.iter(*(W + kind for kind in ENDS))
        if "".join(mark.itertext())
    ]


def test_a_paragraph_that_went_and_another_that_came_elsewhere_are_no_move():
    others = [*map(said_paragraph, ("Việc thứ hai ở đây", "Một việc khác hẳn", "Việc cuối cùng"))]
    new = said_paragraph("Báo cáo việc trồng cây quanh trường học về huyện")
    tracked, tracker = tracked_between(
        "".join([said_paragraph(REPORT), *others]), "".join([*others[:2], new, others[2]])
    )
    assert tracker.moved_paragraphs == 0
    assert [kind for kind, _ in marked_words(tracked)] == ["del", "ins"]
    assert {mark.get(W + "author") for mark in tracked.iter(W + "ins", W + "del")} == {"docgen"}


def test_the_page_in_front_is_headed_for_what_it_holds():
    for lines, title in (((), NOTE), (("dòng thêm: 1",), TITLE)):
        front = parsed(said_paragraph(REPORT))
        put_in_front(front, lines, ["Bịa: một chỗ không thể hiện hết"])
        assert "".join(front[0].itertext()) == title


def test_a_paragraph_that_moved_and_was_edited_on_the_way_is_a_move_with_the_edit_in_it():
    others = [*map(said_paragraph, ("Việc thứ hai ở đây", "Một việc khác hẳn", "Việc cuối cùng"))]
    edited_on_the_way = REPORT.replace("quý", "tháng")
    tracked, tracker = tracked_between(
        "".join([said_paragraph(REPORT), *others]),
        "".join([*others[:2], said_paragraph(edited_on_the_way), others[2]]),
    )
    assert tracker.moved_paragraphs == 1
    assert marked_words(tracked) == [
        ("moveFrom", "Báo cáo kết quả hàng "), ("del", "quý"),
        ("moveFrom", " về Sở Nội vụ tổng hợp"),
        ("moveTo", "Báo cáo kết quả hàng "), ("ins", "tháng"), ("moveTo", " về Sở Nội vụ tổng hợp"),
    ]  # fmt: skip
    ends = [mark.tag for mark in tracked.iterfind(f".//{W}pPr/{W}rPr/*")]
    assert ends == [W + "moveFrom", W + "moveTo"]
    names = {
        move: [start.get(W + "name") for start in tracked.iter(f"{W}{move}RangeStart")]
        for move in ("moveFrom", "moveTo")
    }
    assert names["moveFrom"] == names["moveTo"] == ["docgen1"]
    for move in names:
        starts, ends = (
            [each.get(W + "id") for each in tracked.iter(f"{W}{move}Range{end}")]
            for end in ("Start", "End")
        )
        assert starts == ends


def rows_of(*rows):
    cells = (
        f"<w:tr>{''.join(f'<w:tc>{said_paragraph(c)}</w:tc>' for c in row)}</w:tr>" for row in rows
    )
    grid = '<w:gridCol w:w="900"/>' * len(rows[0])
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(cells)}</w:tbl><w:p/>"


ROWS = (
    ("1", "Lấy ý kiến người dân về bảng giá đất", "Sở Hai"),
    ("2", "Công khai ngân sách cấp xã trên mạng", "Sở Ba"),
    ("3", "Giảm thời gian chờ khám bệnh ở huyện", "Sở Năm"),
)


def test_a_row_that_moved_goes_and_comes_as_a_row_and_its_words_are_moved():
    last = (ROWS[0][0], ROWS[0][1].replace("giá đất", "giá nhà"), ROWS[0][2])
    tracked, tracker = tracked_between(rows_of(*ROWS), rows_of(*ROWS[1:], last))
    assert tracker.moved_rows == 1
    marks_of_rows = [mark.tag.removeprefix(W) for mark in tracked.iterfind(f".//{W}trPr/*")]
    assert marks_of_rows == ["del", "ins"]
    assert ("moveTo", "Lấy ý kiến người dân về bảng giá ") in marked_words(tracked)
    assert ("ins", "nhà") in marked_words(tracked)
    assert ("moveTo", "Sở Hai") in marked_words(tracked)


# ----------------------------------------------------------------------------------- columns

HEAD = ("TT", "Việc", "Chủ trì")


def without(rows, at):
    return [row[:at] + row[at + 1 :] for row in rows]


@pytest.mark.parametrize("at", [0, 1, 2])
@pytest.mark.parametrize("came", [True, False])
def test_a_column_that_came_or_went_is_marked_in_its_cells_and_the_table_stays(at, came):
    wide = [HEAD, *ROWS]
    before, after = (without(wide, at), wide) if came else (wide, without(wide, at))
    tracked, tracker = tracked_between(rows_of(*before), rows_of(*after))
    assert tracker.recast_tables == tracker.remerged_rows == 0
    kind = "cellIns" if came else "cellDel"
    for row, said_row in zip(tracked.iter(W + "tr"), wide, strict=True):
        cells = row.findall(W + "tc")
        marked = [cell.find(f"{W}tcPr/{W}{kind}") is not None for cell in cells]
        assert marked == [column == at for column in range(len(HEAD))]
        assert ["".join(cell.itertext()) for cell in cells] == [*said_row]
        assert not [cell for cell in cells if {*cell.attrib}]


def test_rows_that_came_and_went_have_a_cell_for_every_column_of_both_tables():
    other = ("4", "Liên thông đăng ký khai sinh trên mạng", "Sở Sáu")
    tracked, _ = tracked_between(
        rows_of(HEAD, *ROWS), rows_of(*without([HEAD, *ROWS[1:], other], 2))
    )
    assert [len(row.findall(W + "tc")) for row in tracked.iter(W + "tr")] == [3] * 5


def test_a_section_that_came_with_its_paragraphs_goes_with_them(editions):
    data, _ = redline(editions["2024"], editions["2034"])
    count = len([*body(editions["2024"]).iter(W + "sectPr")])
    assert len([*settled(body(data), accept=False).iter(W + "sectPr")]) == count


# ------------------------------------------------------------------------------ summary page


@pytest.mark.slow
def test_a_page_in_front_tells_what_changed_and_what_the_marks_hide_and_is_no_change(editions):
    old, new = editions["2024"], editions["2025"]
    plainly, unshown = redline(old, new)
    data, _ = redline(old, new, summary=True, told=["Bịa: nhiệm vụ thêm 4"])
    page = front_page(xml(data).find(W + "body"))
    lines = ["".join(block.itertext()) for block in page]
    assert lines[:3] == [
        "TÓM TẮT THAY ĐỔI",
        "Trang này do docgen thêm, không thuộc văn bản: xóa trước khi ký.",
        "Bịa: nhiệm vụ thêm 4",
    ]
    assert not any(line.startswith("dòng của bảng thêm: ") for line in lines)
    assert [line.removeprefix("- ") for line in lines[-len(unshown) :]] == unshown
    assert not any(map(marks, page))
    assert plain(body(data)) == plain(body(plainly))
    assert not front_page(xml(plainly).find(W + "body"))


@pytest.mark.slow
def test_a_document_with_a_page_in_front_is_sound(editions, check_ooxml, tmp_path):
    document = tmp_path / "redline.docx"
    document.write_bytes(redline(editions["2024"], editions["2025"], summary=True)[0])
    assert check_ooxml(document) == []


# --------------------------------------------------------------------- what it cannot show


@pytest.mark.slow
def test_it_says_that_a_table_with_hardly_a_column_in_common_is_replaced_whole(editions):
    data, unshown = redline(editions["2024"], editions["2031"])
    assert any(sentence.startswith("1 bảng có các cột khác hẳn") for sentence in unshown)
    page = ["".join(block.itertext()) for block in front_page(xml(data).find(W + "body"))]
    assert page[0] == "LƯU Ý KHI ĐỌC DẤU THAY ĐỔI"
    assert [line.removeprefix("- ") for line in page[-len(unshown) :]] == unshown


def test_other_styles_and_page_headers_are_said_to_be_the_new_ones(editions):
    plan = editions["2030"]

    def renamed(text):
        return text.replace("KHDash", "KHGachCu").replace("KH Gạch đầu dòng (-)", "Gạch cũ")

    old = changed(plan, STYLES, renamed)
    old = changed(old, MAIN, lambda text: text.replace("KHDash", "KHGachCu"))
    old = changed(old, "word/header1.xml", lambda text: text.replace("PAGE", "NUMPAGES"))
    data, unshown = redline(old, plan)
    assert len(unshown) == 2
    assert "Đầu trang" in unshown[0]
    assert "style" in unshown[1]
    styles = {each.get(W + "styleId") for each in xml(data, STYLES).iter(W + "style")}
    assert {"KHDash", "KHGachCu"} <= styles


def test_a_picture_that_only_the_old_document_has_is_said_to_be_left_out(editions):
    def with_object(text):
        return text.replace("</w:p>", '<w:r><w:object r:id="rId999"/></w:r></w:p>', 1)

    plan = editions["2030"]
    data, unshown = redline(changed(plan, MAIN, with_object), plan)
    assert [sentence[:6] for sentence in unshown] == ["1 hình"]
    assert body(data).find(f".//{W}object") is None


def test_a_document_that_is_tracked_already_is_refused_in_plain_words(editions):
    tracked, _ = redline(editions["2030"], editions["2031"])
    with pytest.raises(AlreadyTracked, match="chấp nhận hoặc từ chối hết"):
        redline(tracked, editions["2030"])
    with pytest.raises(AlreadyTracked):
        redline(editions["2030"], tracked)


def test_what_is_no_docx_is_refused_in_plain_words(editions):
    with pytest.raises(NotADocx, match="không phải tệp Word"):
        redline(b"PK", editions["2030"])
