"""Make `tong_hop_y_kien.docx`: the answer to what was sent back, for the submission.

Bản tổng hợp, giải trình, tiếp thu ý kiến: head, number, date, recipients and signature where the
decree has them (Phụ lục I and III of Nghị định 30/2020/NĐ-CP), and a table of four columns, which
is practice, no rule. Who signs it, when, under which number, nothing in the content says: there
gaps and the words of the decree's own forms stand, to be overtyped. `docgen gather --as docx` fills
it in; an office may change it in Word.
Run `python templates/make_opinions.py [FILE]`; the same bytes come out each time.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from make_template import (
    BLANK_LINE,
    ISSUER,
    LETTERHEAD_COLUMNS,
    NATIONAL,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SIGNATURE_COLUMNS,
    columns,
    paragraphs,
    section,
    template,
)

TITLE = """
KHKind BẢN TỔNG HỢP, GIẢI TRÌNH, TIẾP THU Ý KIẾN GÓP Ý
KHSubject dự thảo Kế hoạch {{r subject }}
{{p rules.subject }}
KHParagraph Số bản góp ý nhận được: {{ copies }}. Số ý kiến: {{ opinions|length }}{{ tally }}.
"""
GAP = "\N{NO-BREAK SPACE}" * 6
NUMBER = f"KHNumber Số: {GAP}/…"
PLACE_AND_DATE = f"KHPlaceDate {{{{ place }}}}, ngày{GAP}tháng{GAP}năm{GAP}"
RECIPIENTS = """
KHRecipientsTitle Nơi nhận:
KHRecipient - …;
KHRecipient - Lưu: VT, ….
"""
SIGNER = """
KHSignature QUYỀN HẠN, CHỨC VỤ
KHSignature CỦA NGƯỜI KÝ
KHSigner Họ và tên
"""
HEADERS = ("STT", "Nội dung dự thảo", "Ý kiến góp ý", "Tiếp thu, giải trình")
WIDTHS = (680, 3000, 3191, 2200)
# What begins with @ is bold: a style that keeps with the next would hold all rows together.
PLAIN_RUN = '<w:r><w:t xml:space="preserve">'
BOLD = f"{PLAIN_RUN}@", PLAIN_RUN.replace("<w:t ", "<w:rPr><w:b/><w:bCs/></w:rPr><w:t ")
CELLS = (
    "KHTableCell {{ o.number }}",
    "KHTableCell @{{ o.place }}\n{%p for line in o.draft %}\nKHTableCell {{ line }}\n{%p endfor %}",
    "KHTableCell @{{ o.who }}\n{%p for line in o.said %}\nKHTableCell {{ line }}\n{%p endfor %}",
    "{%p for line in o.answer %}\nKHTableCell {{ line }}\n{%p endfor %}",
)


def row(cells: tuple[str, ...], properties: str = "") -> str:
    """A table row of cells, each given by its layout."""
    xml = f"<w:tr><w:trPr>{properties}</w:trPr>" if properties else "<w:tr>"
    for width, cell in zip(WIDTHS, cells, strict=True):
        width_of_cell = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        xml += f"<w:tc>{width_of_cell}{paragraphs(cell).replace(*BOLD)}</w:tc>"
    return f"{xml}</w:tr>"


def loop(tag: str) -> str:
    """A row that holds a tag alone: docxtpl takes the row for it."""
    return row((f"{{%tr {tag} %}}", *[""] * (len(WIDTHS) - 1)))


def with_next(xml: str) -> str:
    """Paragraphs that stay with what follows: no signature stands on a page of its own."""
    return re.sub(r"(<w:pStyle [^>]*/>)", r"\1<w:keepNext/>", xml)


def table() -> str:
    """The opinions, a row each; the header stands on each page."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in WIDTHS)
    header = tuple(f"KHTableHeader {title}" for title in HEADERS)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="KHTable"/><w:tblW w:w="{sum(WIDTHS)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        + row(header, "<w:cantSplit/><w:tblHeader/>")
        + loop("for o in opinions")
        + loop("if loop.last")
        + with_next(row(CELLS, "<w:cantSplit/>"))
        + loop("else")
        + row(CELLS)
        + loop("endif")
        + loop("endfor")
        + "</w:tbl>"
    )


def body() -> str:
    """Letterhead, title, table, signature, on an upright page."""
    head = columns(LETTERHEAD_COLUMNS, (ISSUER, NATIONAL), (NUMBER, PLACE_AND_DATE))
    end = section(f'w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}"')
    signed = columns(SIGNATURE_COLUMNS, (RECIPIENTS, SIGNER), above=BLANK_LINE)
    behind = paragraphs("KHTableEnd")
    body = f"{head}{paragraphs(TITLE)}{table()}{with_next(behind)}{signed}{behind}{end}"
    return f"<w:body>{body}</w:body>"


if __name__ == "__main__":
    target = Path(sys.argv[1] if sys.argv[1:] else Path(__file__).with_name("tong_hop_y_kien.docx"))
    target.write_bytes(template(body()))
