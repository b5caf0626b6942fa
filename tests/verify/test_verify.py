"""The read-back notices every kind of damage to a built document, and keeps still otherwise."""

import io
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy

import pytest
from lxml import etree

from docgen.load.folder import load
from docgen.verify import verify
from docgen.view.plan import Piece, build_view
from tests.plan_files import ROOTS, W, words
from tests.tools import REPOSITORY

DOCUMENT = "word/document.xml"
TEMPLATE = REPOSITORY / "templates" / "KH_template.docx"


class Built:
    """A good document, its expected pieces, and copies of it with something spoilt."""

    def __init__(self, year: str, data: bytes) -> None:
        plan, _ = load(ROOTS[year] / "content" / year, ROOTS[year])
        self.pieces: list[Piece] = list(build_view(plan)[0].pieces)
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.body = etree.fromstring(self.parts[DOCUMENT])

    def findings(self, spoil: Callable[[etree._Element], None] = lambda _: None) -> list[str]:
        """What verify says of a copy that `spoil` has changed."""
        body = deepcopy(self.body)
        spoil(body)
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w") as package:
            for name, part in self.parts.items():
                package.writestr(name, etree.tostring(body) if name == DOCUMENT else part)
        found = verify(data.getvalue(), self.pieces, TEMPLATE, "KH.docx")
        return [finding.code for finding in found]


@pytest.fixture(scope="module")
def built(documents) -> dict[str, Built]:
    return {year: Built(year, path.read_bytes()) for year, path in documents.items()}


@pytest.fixture(scope="module")
def small(built) -> Built:
    """The plan with two appendices: everything in it, and small enough for many damages."""
    return built["2031"]


@pytest.mark.parametrize("year", ROOTS)
def test_a_good_document_gives_no_finding(year, built):
    assert built[year].findings() == []


def texts(body: etree._Element) -> list[etree._Element]:
    """The texts that show something: one of blanks only, as in a gap, says nothing."""
    return [each for each in body.iter(W + "t") if (each.text or "").strip()]


@pytest.mark.slow
@pytest.mark.parametrize("year", ["2030", "2031", "2032", "2033"])
def test_each_run_that_is_blanked_is_missed(year, built):
    def blank(number: int) -> Callable[[etree._Element], None]:
        return lambda body: setattr(texts(body)[number], "text", "")

    count = len(texts(built[year].body))
    assert count > 50
    unnoticed = [
        texts(built[year].body)[number].text
        for number in range(count)
        if not built[year].findings(blank(number))
    ]
    assert unnoticed == []


@pytest.mark.slow
def test_each_tenth_run_of_the_real_plan_that_loses_its_last_letter_is_missed(built):
    real = built["2024"]

    def shorten(number: int) -> Callable[[etree._Element], None]:
        def change(body: etree._Element) -> None:
            text = texts(body)[number]
            text.text = text.text.rstrip()[:-1]

        return change

    count = len(texts(real.body))
    assert [n for n in range(0, count, 10) if not real.findings(shorten(n))] == []


def rows(body: etree._Element) -> list[etree._Element]:
    """The rows of the first table that has a header row."""
    return next(
        table.findall(W + "tr")
        for table in body.iter(W + "tbl")
        if table.find(f".//{W}tblHeader") is not None
    )


def paragraph(body: etree._Element, start: str) -> etree._Element:
    return next(each for each in body.iter(W + "p") if words(each).startswith(start))


def swap_two_scores(body: etree._Element) -> None:
    first, second = (
        next(text for text in body.iter(W + "t") if text.text == figure)
        for figure in ("1.250,5", "2.040,75")
    )
    first.text, second.text = second.text, first.text


def drop_a_row(body: etree._Element) -> None:
    row = rows(body)[4]
    row.getparent().remove(row)


def repeat_a_row(body: etree._Element) -> None:
    row = rows(body)[4]
    row.addnext(deepcopy(row))


def swap_two_rows(body: etree._Element) -> None:
    upper, lower = rows(body)[3:5]
    lower.addnext(upper)


def repeat_the_header(body: etree._Element) -> None:
    rows(body)[-1].addprevious(deepcopy(rows(body)[0]))


def move_a_paragraph(body: etree._Element) -> None:
    paragraph(body, "II. ").addnext(paragraph(body, "- Hoàn thành"))


def repeat_a_paragraph(body: etree._Element) -> None:
    point = paragraph(body, "- Hoàn thành")
    point.addnext(deepcopy(point))


def drop_a_paragraph(body: etree._Element) -> None:
    point = paragraph(body, "- Hoàn thành")
    point.getparent().remove(point)


def drop_the_motto(body: etree._Element) -> None:
    motto = paragraph(body, "Độc lập")
    motto.getparent().remove(motto)


def glue_two_paragraphs(body: etree._Element) -> None:
    first, second = paragraph(body, "- Hoàn thành"), paragraph(body, "- Tập huấn")
    first.extend(second.findall(W + "r"))
    second.getparent().remove(second)


def leave_a_tag(body: etree._Element) -> None:
    next(body.iter(W + "t")).text += "{{ place }}"


def add_a_word(body: etree._Element) -> None:
    next(text for text in texts(body) if text.text == "Tháng 6").text = "Tháng 6 a"


def drop_the_paragraph_of_a_cell(body: etree._Element) -> None:
    cell = rows(body)[3].findall(W + "tc")[1]
    cell.remove(cell.find(W + "p"))


def drop_a_cell(body: etree._Element) -> None:
    row = rows(body)[-1]
    row.remove(row.findall(W + "tc")[0])


def empty_a_table(body: etree._Element) -> None:
    for row in rows(body):
        row.getparent().remove(row)


def end_a_merge(body: etree._Element) -> None:
    merge = [each for each in body.iter(W + "vMerge") if W + "val" not in each.attrib][-1]
    merge.getparent().remove(merge)


def begin_a_merge(body: etree._Element) -> None:
    cell = rows(body)[4].findall(W + "tc")[1]
    etree.SubElement(cell.find(W + "tcPr"), W + "vMerge").set(W + "val", "restart")


def narrow_a_span(body: etree._Element) -> None:
    span = next(body.iter(W + "gridSpan"))
    span.getparent().remove(span)


def drop_an_appendix(body: etree._Element) -> None:
    label = paragraph(body, "Phụ lục II")
    for each in list(label.itersiblings()):
        if each.tag != W + "sectPr":
            each.getparent().remove(each)
    label.getparent().remove(label)


def styled(body: etree._Element, style: str) -> list[etree._Element]:
    """The paragraphs of a named style."""
    return [
        each
        for each in body.iter(W + "p")
        if each.find(f"{W}pPr/{W}pStyle[@{W}val='{style}']") is not None
    ]


def swap_two_recipients(body: etree._Element) -> None:
    first, second = styled(body, "KHRecipient")[:2]
    second.addnext(first)


def swap_two_lines_of_the_signature(body: etree._Element) -> None:
    first, second = styled(body, "KHSignature")[:2]
    second.addnext(first)


def put_the_signer_above(body: etree._Element) -> None:
    styled(body, "KHSignature")[0].addprevious(styled(body, "KHSigner")[0])


def swap_two_lines_of_the_issuer(body: etree._Element) -> None:
    first, second = styled(body, "KHIssuer")[:2]
    second.addnext(first)


def move_a_recipient_into_the_text(body: etree._Element) -> None:
    paragraph(body, "- Hoàn thành").addnext(styled(body, "KHRecipient")[0])


def move_the_issuer_into_the_text(body: etree._Element) -> None:
    paragraph(body, "- Hoàn thành").addnext(styled(body, "KHIssuer")[-1])


def move_the_signer_to_the_head(body: etree._Element) -> None:
    styled(body, "KHNumber")[0].addnext(styled(body, "KHSigner")[0])


def repeat_words_of_the_template_in_the_text(body: etree._Element) -> None:
    next(paragraph(body, "- Hoàn thành").iter(W + "t")).text += "KẾ HOẠCH"


def repeat_a_line_of_the_template(body: etree._Element) -> None:
    line = styled(body, "KHRecipientsTitle")[0]
    line.addnext(deepcopy(line))


def marked(spot: etree._Element, xml: str) -> None:
    """Each run of a paragraph gets a property."""
    for run in spot.iter(W + "r"):
        if run.find(W + "rPr") is None:
            run.insert(0, etree.Element(W + "rPr"))
        run.find(W + "rPr").append(etree.fromstring(xml))


def hide_a_paragraph(body: etree._Element) -> None:
    marked(paragraph(body, "- Hoàn thành"), f'<w:vanish xmlns:w="{W[1:-1]}"/>')


def print_a_paragraph_in_white(body: etree._Element) -> None:
    marked(paragraph(body, "- Hoàn thành"), f'<w:color xmlns:w="{W[1:-1]}" w:val="FFFFFF"/>')


def hide_a_row(body: etree._Element) -> None:
    etree.SubElement(rows(body)[3].find(W + "trPr"), W + "hidden")


DAMAGES = (
    swap_two_recipients, swap_two_lines_of_the_signature, put_the_signer_above,
    swap_two_lines_of_the_issuer, move_a_recipient_into_the_text, move_the_signer_to_the_head,
    move_the_issuer_into_the_text,
    repeat_words_of_the_template_in_the_text, repeat_a_line_of_the_template,
    hide_a_paragraph, print_a_paragraph_in_white, hide_a_row,
    swap_two_scores, drop_a_row, repeat_a_row, swap_two_rows, repeat_the_header,
    move_a_paragraph, repeat_a_paragraph, drop_a_paragraph, drop_the_motto, glue_two_paragraphs,
    leave_a_tag, add_a_word, drop_the_paragraph_of_a_cell, drop_a_cell, empty_a_table,
    end_a_merge, begin_a_merge, narrow_a_span, drop_an_appendix,
)  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_damage_is_noticed(damage, small):
    assert small.findings(damage) != []


def looks(body: etree._Element, tag: str) -> list[etree._Element]:
    """The properties of runs that the content asked for, those left out that a style gives too."""
    headings = [*styled(body, "KHHeading2"), *styled(body, "KHHeading3")]
    return [
        each
        for each in body.iter(W + tag)
        if each.getparent().tag == W + "rPr"
        if tag != "b" or each.attrib or next(each.iterancestors(W + "p")) not in headings
    ]


@pytest.mark.parametrize(("year", "tag"), [("2024", "i"), ("2033", "b"), ("2033", "vertAlign")])
def test_each_look_of_the_content_that_is_lost_is_missed(year, tag, built):
    def plain(number: int) -> Callable[[etree._Element], None]:
        def change(body: etree._Element) -> None:
            look = looks(body, tag)[number]
            look.getparent().remove(look)

        return change

    count = len(looks(built[year].body, tag))
    assert count
    assert [n for n in range(count) if "KH045" not in built[year].findings(plain(n))] == []


def test_a_header_that_is_not_the_templates_is_noticed(small):
    changed = Built.__new__(Built)
    changed.pieces, changed.body = small.pieces, small.body
    header = small.parts["word/header1.xml"].replace(b"PAGE", b"DATE")
    changed.parts = {**small.parts, "word/header1.xml": header}
    assert header != small.parts["word/header1.xml"]
    assert set(changed.findings()) == {"KH046"}


def figures(body: etree._Element) -> Iterator[etree._Element]:
    """The texts of the score column of the real plan."""
    for row in body.iter(W + "tr"):
        cells = row.findall(W + "tc")
        if len(cells) == 10 and row.find(f".//{W}tblHeader") is None:
            yield from cells[3].iter(W + "t")


@pytest.mark.slow
def test_scores_that_change_places_in_the_real_plan_are_noticed(built):
    real = built["2024"]

    def swap(number: int) -> Callable[[etree._Element], None]:
        def change(body: etree._Element) -> None:
            upper, lower = list(figures(body))[number : number + 2]
            upper.text, lower.text = lower.text, upper.text

        return change

    scores = [each.text for each in figures(real.body)]
    assert len(scores) == 55
    different = [n for n in range(0, 54, 6) if scores[n] != scores[n + 1]]
    assert [n for n in different if not real.findings(swap(n))] == []


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"PK\x05\x06" + b"\0" * 18], ids=["empty", "text", "empty zip"]
)
def test_what_is_no_docx_is_broken(data, small):
    (finding,) = verify(data, small.pieces, TEMPLATE, "KH.docx")
    assert finding.code == "KH047"
