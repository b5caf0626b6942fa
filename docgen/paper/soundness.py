"""What officers otherwise mend by hand: tables, empty pages, split blocks, language, tags.

No clause of the decree stands behind these, so only a left-over tag is an error.
Lengths in twips (ECMA-376 Part 1, 17.4).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.docx.model import Paragraph, Table, W
from docgen.docx.named_styles import shown
from docgen.docx.read import attribute
from docgen.finding import Finding, Severity
from docgen.paper.facts import Paper, blocks_of, in_template, rule
from docgen.paper.heights import fits_a_page
from docgen.visible import shortened

TOLERANCE = 20
LANGUAGE = "vi-VN"
TAG = re.compile(r"\{\{|\}\}|\{%|%\}")
TINY_LINE = 60  # 3 pt
HEADINGS = ("KHHeading1", "KHHeading2", "KHHeading3")


@rule(
    "KH770",
    Severity.WARNING,
    "bảng không vừa khổ hoặc ô lệch cột",
    "Tổng độ rộng các cột phải bằng phần giấy giữa hai lề, mỗi ô rộng đúng bằng cột của nó.",
)
def ill_fitting_table(paper: Paper) -> Iterator[Finding]:
    """The grid fills the text width; each `tcW` is the sum of the columns that it spans."""
    for section, table in blocks_of(paper.document.sections):
        if not isinstance(table, Table) or paper.is_frame(table):
            continue
        if sum(table.grid) < section.text_width - TOLERANCE:
            yield ill_fitting_table.at(paper, f"{_named(table)} hẹp hơn phần giấy giữa hai lề")
        if any(_off_grid(table)):
            yield ill_fitting_table.at(paper, f"{_named(table)} có ô không rộng bằng cột của nó")


def _off_grid(table: Table) -> Iterator[bool]:
    for row in table.rows:
        column = 0
        for cell in row.cells:
            width = sum(table.grid[column : column + cell.span])
            column += cell.span
            yield abs(cell.width - width) > TOLERANCE
        yield column != len(table.grid)


def _named(table: Table) -> str:
    words = next((each.text for each in table.paragraphs if each.text.strip()), "")
    return f"bảng bắt đầu bằng “{shortened(words)}”"


@rule(
    "KH771",
    Severity.WARNING,
    "bảng không có hàng đầu cột lặp lại",
    "Bảng qua trang thì người đọc không thấy tên cột.",
)
def header_row_not_marked(paper: Paper) -> Iterator[Finding]:
    """The first row of a data table is marked `tblHeader`."""
    for _, table in blocks_of(paper.document.sections):
        if not isinstance(table, Table) or paper.is_frame(table) or table.rows[0].header:
            continue
        if any(each.text.strip() for each in table.paragraphs):
            hint = "Chọn hàng đầu, Table Layout, Repeat Header Rows."
            yield header_row_not_marked.at(paper, f"{_named(table)} không lặp lại hàng đầu", hint)


@rule(
    "KH772",
    Severity.WARNING,
    "chữ không đặt ngôn ngữ tiếng Việt",
    "Word gạch đỏ mọi chữ và ngắt dòng sai.",
)
def not_vietnamese(paper: Paper) -> Iterator[Finding]:
    """Every run that prints is marked vi-VN."""
    if not paper.has_look(lambda look: look.language != LANGUAGE):
        return
    faults = {
        (id(paragraph), look.language): paragraph
        for paragraph in (*paper.document.paragraphs, *paper.document.notes)
        for _, look in paper.looks(paragraph)
        if look.language != LANGUAGE
    }
    named = (
        (each, f"ngôn ngữ “{language or 'không rõ'}”") for (_, language), each in faults.items()
    )
    hint = "Trong tệp mẫu: Review, Language, Set Proofing Language, Vietnamese."
    yield from not_vietnamese.at_each(paper, named, hint)


@rule(
    "KH773",
    Severity.WARNING,
    "có thể thừa một trang trắng",
    "Đoạn trống mang dấu ngắt trang, hoặc đoạn trống cao sau bảng, đẩy ra một trang không chữ.",
)
def empty_page(paper: Paper) -> Iterator[Finding]:
    """A page break in or before an empty paragraph, a tall empty paragraph after a last table."""
    for section in paper.document.sections:
        place = "trước phụ lục" if section in paper.main and paper.appendices else "cuối văn bản"
        if not any(each.text.strip() for each in section.paragraphs):
            yield empty_page.at(paper, f"một phần (section) không có chữ ở {place}")
        empty = [each for each in section.paragraphs if not each.text.strip()]
        if any(_breaks(paper, each) for each in empty):
            yield empty_page.at(paper, f"đoạn trống có dấu ngắt trang ở {place}")
        above, last = ([None, None, *section.blocks])[-2:]
        tall = isinstance(last, Paragraph) and _is_tall(paper, last)
        if isinstance(above, Table) and tall and not fits_a_page(paper, section):
            said = f"đoạn trống sau bảng {place} cao bằng một dòng chữ"
            yield empty_page.at(paper, said, in_template("KHSectionEnd"))


def _breaks(paper: Paper, paragraph: Paragraph) -> bool:
    pages = (each.get(W + "type") == "page" for each in paragraph.xml.iter(W + "br"))
    return paper.layout(paragraph).page_break_before or any(pages)


def _is_tall(paper: Paper, paragraph: Paragraph) -> bool:
    layout = paper.layout(paragraph)
    exact = layout.line_rule == "exact" and layout.line <= TINY_LINE
    return not paragraph.text.strip() and not exact and paper.look(paragraph).size > 3


@rule(
    "KH774",
    Severity.ERROR,
    "còn sót thẻ của tệp mẫu",
    "Thẻ của tệp mẫu không được lên giấy.",
)
def left_over_tag(paper: Paper) -> Iterator[Finding]:
    """No `{{ … }}` or `{% … %}` in the text, the headers or the footers."""
    for paragraph in paper.printed:
        if TAG.search(paragraph.text):
            yield left_over_tag.at(paper, f"còn thẻ ở đoạn “{shortened(paragraph.text)}”")


@rule(
    "KH775",
    Severity.WARNING,
    "phần ký có thể bị ngắt sang hai trang",
    "Chức vụ ở trang này, họ tên ở trang sau thì không ký được.",
)
def signature_may_split(paper: Paper) -> Iterator[Finding]:
    """The row with the signature does not break across pages."""
    for table in paper.document.tables:
        for row in table.rows:
            signed = any(
                paper.style(each) == "KHSignature" for cell in row.cells for each in cell.paragraphs
            )
            if signed and row.xml.find(f"{W}trPr/{W}cantSplit") is None:
                hint = "Chọn hàng đó, Table Properties, Row, bỏ Allow row to break across pages."
                yield signature_may_split.at(paper, "hàng có chữ ký có thể ngắt qua trang", hint)


@rule(
    "KH776",
    Severity.WARNING,
    "đề mục có thể nằm một mình ở cuối trang",
    "Đề mục phải ở cùng trang với đoạn theo sau.",
)
def heading_left_alone(paper: Paper) -> Iterator[Finding]:
    """Headings keep with the next paragraph."""
    for style in HEADINGS:
        faults = (
            (each, f"{shown(style)} không giữ với đoạn sau (Keep with next)")
            for each in paper.components[style]
            if not paper.layout(each).keep_next
        )
        yield from heading_left_alone.at_each(paper, faults, in_template(style))


@rule(
    "KH777",
    Severity.WARNING,
    "hàng của bảng có chiều cao cố định",
    "Chữ dài hơn bị che mất khi in.",
)
def fixed_row_height(paper: Paper) -> Iterator[Finding]:
    """No row of an exact height."""
    for table in paper.document.tables:
        if any(attribute(row.xml, "trPr/trHeight", "hRule") == "exact" for row in table.rows):
            hint = "Table Properties, Row, Row height is: At least."
            yield fixed_row_height.at(paper, f"{_named(table)} có hàng cao cố định", hint)


CHECKS = (
    *(ill_fitting_table, header_row_not_marked, not_vietnamese, empty_page, left_over_tag),
    *(signature_may_split, heading_left_alone, fixed_row_height),
)
