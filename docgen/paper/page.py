"""The page: paper, margins, font, colour, page numbers.

Phụ lục I, Phần I, I (quy định chung) and III.1.đ of Nghị định 30/2020/NĐ-CP. Lengths in
twips; a tenth of a millimetre is forgiven, since Word rounds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from docgen.docx.model import Paragraph, Section, Table
from docgen.docx.read import attribute
from docgen.finding import Finding, Severity
from docgen.paper.facts import Paper, blocks_of, in_template, rule
from docgen.paper.heights import fits_a_page
from docgen.vietnamese import format_decimal, round_half_up

A4 = (11906, 16838)
TENTH_OF_MM = 6
FONT = "Times New Roman"
BLACK = ("", "AUTO", "000000")
MARGINS = {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}
TURNED = {"left": (20, 25), "right": (20, 25), "top": (30, 35), "bottom": (15, 20)}
SIDES = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}
IN_SETUP = "Trong tệp mẫu: Layout, Page Setup."
PAGE_NUMBERS = "Trong tệp mẫu: Insert, Page Number, Format Page Numbers, Start at 1."


def _mm(twips: int) -> str:
    return format_decimal(round_half_up(Decimal(twips) * 254 / 14400, 1))


def _near(one: int, other: int) -> bool:
    return abs(one - other) <= TENTH_OF_MM


def _place(paper: Paper, section: Section) -> str:
    """How an officer finds a section."""
    if section in paper.main:
        return "phần chính"
    labels = paper.labels(section)
    return f"phần “{labels[0].text.strip()}”" if labels else "phần phụ lục"


@rule("KH701", Severity.ERROR, "khổ giấy không phải A4", "Văn bản in trên khổ A4.", "I.1")
def not_a4(paper: Paper) -> Iterator[Finding]:
    """Each section is 210 x 297 mm, either way up, and says which way truthfully."""
    for section in paper.document.sections:
        size = (section.value("pgSz", "w") or 0, section.value("pgSz", "h") or 0)
        if not all(map(_near, sorted(size), A4)):
            said = f"khổ giấy {_mm(size[0])} x {_mm(size[1])} mm ở {_place(paper, section)}"
            yield not_a4.at(paper, f"{said}, phải là A4 (210 x 297 mm)", IN_SETUP)


@rule(
    "KH702",
    Severity.ERROR,
    "phần chính đặt khổ ngang",
    "Văn bản trình bày theo chiều dài khổ A4; chỉ phụ lục có bảng rộng mới đặt ngang.",
    "I.2",
)
def main_text_landscape(paper: Paper) -> Iterator[Finding]:
    """The main text stands upright."""
    for section in paper.main:
        if section.landscape:
            yield main_text_landscape.at(paper, "phần chính của văn bản đặt khổ ngang", IN_SETUP)


@rule(
    "KH703",
    Severity.ERROR,
    "bảng rộng hơn phần giấy giữa hai lề",
    "Bảng lấn lề; bảng rộng phải đặt ở phần có khổ ngang.",
    "I.2, I.3",
)
def table_wider_than_page(paper: Paper) -> Iterator[Finding]:
    """No table of data reaches over the margins; the letterhead's frame has no border to see."""
    for section, block in blocks_of(paper.document.sections):
        if not isinstance(block, Table) or paper.is_frame(block):
            continue
        if sum(block.grid) <= section.text_width + TENTH_OF_MM:
            continue
        turn = "ngang" if section.landscape else "đứng"
        said = f"bảng rộng {_mm(sum(block.grid))} mm ở {_place(paper, section)}, khổ {turn}"
        hint = "Đặt phụ lục ở khổ ngang (Layout, Orientation) hoặc thu hẹp bảng."
        yield table_wider_than_page.at(
            paper, f"{said}, giữa hai lề chỉ có {_mm(section.text_width)} mm", hint
        )


@rule(
    "KH704",
    Severity.ERROR,
    "lề trang ngoài khoảng quy định",
    "Trên, dưới 20-25 mm, trái 30-35 mm, phải 15-20 mm; trang đặt ngang có thể xoay theo.",
    "I.3",
)
def wrong_margins(paper: Paper) -> Iterator[Finding]:
    """The four margins; on a landscape page they may also turn with the paper."""
    for section in paper.document.sections:
        margins = {side: section.value("pgMar", side) or 0 for side in MARGINS}
        margins["left"] += section.value("pgMar", "gutter") or 0
        wrong = _outside(margins, MARGINS)
        if section.landscape and not _outside(margins, TURNED):
            wrong = []
        for side in wrong:
            least, most = MARGINS[side]
            said = f"lề {SIDES[side]} {_mm(margins[side])} mm ở {_place(paper, section)}"
            yield wrong_margins.at(paper, f"{said}, phải từ {least} đến {most} mm", IN_SETUP)


def _outside(margins: dict[str, int], allowed: dict[str, tuple[int, int]]) -> list[str]:
    def inside(twips: int, least: int, most: int) -> bool:
        tenths = Decimal(twips) * 254 / 1440
        return least * 10 - 1 <= tenths <= most * 10 + 1

    return [side for side, ends in allowed.items() if not inside(margins[side], *ends)]


@rule(
    "KH705",
    Severity.ERROR,
    "chữ không phải Times New Roman",
    "Phông chữ Times New Roman, bộ mã Unicode, cho mọi chữ trong văn bản.",
    "I.4",
)
def wrong_font(paper: Paper) -> Iterator[Finding]:
    """Every run that prints, in the text and in the headers, in all four font slots."""
    if not paper.has_look(lambda look: bool(look.fonts - {FONT})):
        return
    faults = (
        (paragraph, f"phông chữ {font or 'không nói rõ'}, phải {FONT}")
        for paragraph in paper.printed
        for _, look in paper.looks(paragraph)
        for font in look.fonts - {FONT}
    )
    hint = "Chọn đoạn đó, bấm Ctrl+Space để bỏ định dạng riêng, hoặc sửa kiểu trong tệp mẫu."
    yield from wrong_font.at_each(paper, _once(faults), hint)


@rule("KH706", Severity.ERROR, "chữ không phải màu đen", "Văn bản in chữ màu đen.", "I.4")
def wrong_colour(paper: Paper) -> Iterator[Finding]:
    """Every run that prints is black, said or by default."""
    if not paper.has_look(lambda look: look.color not in BLACK):
        return
    faults = (
        (paragraph, f"chữ màu {look.color}, phải màu đen")
        for paragraph in paper.printed
        for _, look in paper.looks(paragraph)
        if look.color not in BLACK
    )
    hint = "Trong tệp mẫu: Home, Font Color, Automatic."
    yield from wrong_colour.at_each(paper, _once(faults), hint)


def _once(faults: Iterator[tuple[Paragraph, str]]) -> Iterator[tuple[Paragraph, str]]:
    """Each fault of a paragraph once, however many runs have it."""
    met = set()
    for paragraph, fault in faults:
        if (id(paragraph), fault) not in met:
            met.add((id(paragraph), fault))
            yield paragraph, fault


# ------------------------------------------------------------------------------ page numbers


def _numbers(paragraphs: tuple[Paragraph, ...]) -> list[Paragraph]:
    """The paragraphs that show the page number."""
    return [
        each for each in paragraphs if any(code.split()[:1] == ["PAGE"] for code in each.fields)
    ]


@rule(
    "KH707",
    Severity.ERROR,
    "thiếu số trang ở lề trên",
    "Số trang đặt trong phần lề trên của văn bản, tự đánh bằng trường PAGE.",
    "I.7",
)
def no_page_number(paper: Paper) -> Iterator[Finding]:
    """Each section has a PAGE field in its header, on even pages too where these differ.

    A section of one page shows none: programs leave out the header that no page has.
    """
    even = b"<w:evenAndOddHeaders" in paper.document.parts.get("word/settings.xml", b"")
    hint = "Trong tệp mẫu: Insert, Page Number, Top of Page, Plain Number 2."
    for section in paper.document.sections:
        for kind in ("default", "even") if even else ("default",):
            if not _numbers(section.headers.get(kind, ())) and not _is_one_page(paper, section):
                said = f"không có số trang ở lề trên của {_place(paper, section)}"
                yield no_page_number.at(paper, said, hint)


def _is_one_page(paper: Paper, section: Section) -> bool:
    return section.value("pgNumType", "start") == 1 and fits_a_page(paper, section)


@rule(
    "KH708",
    Severity.ERROR,
    "số trang trình bày sai",
    "Số trang bằng chữ số Ả Rập, cỡ chữ 13 đến 14, kiểu chữ đứng, canh giữa.",
    "I.7",
)
def misprinted_page_number(paper: Paper) -> Iterator[Finding]:
    """Arabic, 13 to 14 pt, upright, not bold, centred, inside the top margin."""
    for section in paper.document.sections:
        for paragraph in _numbers(section.headers.get("default", ())):
            for fault in _number_faults(paper, section, paragraph):
                said = f"số trang {fault} ở {_place(paper, section)}"
                yield misprinted_page_number.at(paper, said, in_template("KHPageNumber"))


def _number_faults(paper: Paper, section: Section, paragraph: Paragraph) -> Iterator[str]:
    look = paper.look(paragraph)
    if re.search(r"^[^{]*[^\W\d_][^{]*$", paragraph.text):
        yield f"in kèm chữ “{paragraph.text.strip()}”"
    if not 13 <= look.size <= 14:
        yield f"cỡ chữ {format_decimal(look.size)}, phải 13 đến 14,"
    if look.italic or look.bold:
        yield "chữ nghiêng" if look.italic else "chữ đậm"
    if paper.layout(paragraph).alignment != "center":
        yield "không canh giữa"
    if attribute(section.xml, "pgNumType", "fmt") not in ("", "decimal"):
        yield "không phải chữ số Ả Rập"
    if (section.value("pgMar", "header") or 0) >= (section.value("pgMar", "top") or 0):
        yield "nằm ngoài lề trên"


@rule(
    "KH709",
    Severity.ERROR,
    "số trang hiện ở trang thứ nhất",
    "Trang thứ nhất được đếm nhưng không hiển thị số trang.",
    "I.7",
)
def number_on_first_page(paper: Paper) -> Iterator[Finding]:
    """The first section has a first page of its own, without a number."""
    for section in paper.document.sections[:1]:
        first = "first" if section.has("titlePg") else "default"
        if _numbers(section.headers.get(first, ())):
            hint = "Trong tệp mẫu: bấm đúp vào lề trên, đánh dấu Different First Page."
            yield number_on_first_page.at(paper, "số trang hiện ở trang thứ nhất", hint)


@rule(
    "KH710",
    Severity.ERROR,
    "số trang của phần chính không bắt đầu từ 1",
    "Số trang được đánh từ số 1, liên tục.",
    "I.7",
)
def wrong_first_number(paper: Paper) -> Iterator[Finding]:
    """The main text is counted from 1 and only once."""
    for number, section in enumerate(paper.main):
        start = section.value("pgNumType", "start")
        if start is not None and (number or start != 1):
            said = f"phần thứ {number + 1} của văn bản đánh số trang từ {start}"
            yield wrong_first_number.at(paper, said, PAGE_NUMBERS)


@rule(
    "KH711",
    Severity.ERROR,
    "phụ lục không đánh số trang riêng",
    "Số trang của phụ lục được đánh số riêng theo từng phụ lục.",
    "III.1.đ",
)
def appendix_not_renumbered(paper: Paper) -> Iterator[Finding]:
    """Each appendix is a section of its own that starts at page 1."""
    for section in paper.appendices:
        labels = [each.text.strip() for each in paper.labels(section)]
        if labels and any(section.xml is each.xml for each in paper.main):
            said = f"“{labels[0]}” nằm cùng phần (section) với nội dung nên số trang không riêng"
            hint = "Chèn Layout, Breaks, Next Page trước phụ lục."
            yield appendix_not_renumbered.at(paper, said, hint)
        elif labels and section.value("pgNumType", "start") != 1:
            said = f"số trang của “{labels[0]}” không bắt đầu lại từ 1"
            yield appendix_not_renumbered.at(paper, said, PAGE_NUMBERS)
        for label in labels[1:]:
            said = f"“{label}” không ở phần (section) riêng nên số trang không đánh lại"
            hint = "Chèn Layout, Breaks, Next Page trước phụ lục."
            yield appendix_not_renumbered.at(paper, said, hint)


CHECKS = (
    *(not_a4, main_text_landscape, table_wider_than_page, wrong_margins, wrong_font),
    *(wrong_colour, no_page_number, misprinted_page_number, number_on_first_page),
    *(wrong_first_number, appendix_not_renumbered),
)
