"""Make `bang_tien_do.docx`: how a plan stands, for the quarterly report.

Bảng tiến độ: the subject as a plan has it (Phụ lục I of Nghị định 30/2020/NĐ-CP), a table by agency
and a list of what is overdue; the columns are practice, no rule. `docgen progress` fills it in; an
office may change it in Word. Run `python templates/make_progress.py [FILE]`; the same bytes come
out each time.
"""

from __future__ import annotations

import sys
from pathlib import Path

from make_template import PAGE_HEIGHT, PAGE_WIDTH, paragraphs, section, template

TITLE = """
KHKind BẢNG TIẾN ĐỘ
KHSubject Thực hiện Kế hoạch {{r subject }}
{{p rules.subject }}
KHParagraph Tính đến ngày {{ as_of }}, theo báo cáo của các cơ quan, đơn vị.
"""
HEADERS = (
    "STT", "Cơ quan, đơn vị", "Được giao", "Hoàn thành đúng hạn", "Hoàn thành quá hạn",
    "Đang làm, còn hạn", "Quá hạn, chưa xong", "Chưa báo cáo", "Cần hỏi lại", "Trong đó quá hạn",
)  # fmt: skip
WIDTHS = (680, 4400, 1124, 1124, 1124, 1124, 1124, 1124, 1124, 1055)
CELLS = (
    "KHTableCell @{{ l.number }}", "KHTableCell {{ l.name }}",
    *(f"KHTableCell @{{{{ l.counts[{at}] }}}}" for at in range(8)),
)  # fmt: skip
SILENT = """
{%p if silent %}
KHParagraph Chưa gửi báo cáo: {{ silent }}.
{%p endif %}
{%p if overdue %}
KHHeading2 Nhiệm vụ đã quá hạn
{%p endif %}
"""
LATE_HEADERS = ("Ở đâu trong Kế hoạch", "Nhiệm vụ", "Thời hạn", "Cơ quan, đơn vị chưa xong")
LATE_WIDTHS = (2300, 5700, 1503, 4500)
LATE_CELLS = (
    "KHTableCell {{ o.place }}",
    "{%p for words in o.words %}\nKHTableCell {{ words }}\n{%p endfor %}",
    "KHTableCell {{ o.time }}", "KHTableCell {{ o.who }}",
)  # fmt: skip
# What begins with @ stands in the middle: a style that keeps with the next would hold all rows.
LEFT = '</w:pPr><w:r><w:t xml:space="preserve">@'
MIDDLE = '<w:jc w:val="center"/></w:pPr><w:r><w:t xml:space="preserve">'


def row(widths: tuple[int, ...], cells: tuple[str, ...], properties: str = "") -> str:
    """A table row of cells, each given by its layout."""
    xml = f"<w:tr><w:trPr>{properties}</w:trPr>" if properties else "<w:tr>"
    for width, cell in zip(widths, cells, strict=True):
        own = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        xml += f"<w:tc>{own}{paragraphs(cell).replace(LEFT, MIDDLE)}</w:tc>"
    return f"{xml}</w:tr>"


def table(
    widths: tuple[int, ...], headers: tuple[str, ...], loop: str, cells: tuple[str, ...]
) -> str:
    """A table with a row for each of a loop; the header stands on each page."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    blank = [""] * (len(widths) - 1)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="KHTable"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        + row(widths, tuple(f"KHTableHeader {each}" for each in headers),
              "<w:cantSplit/><w:tblHeader/>")
        + row(widths, (f"{{%tr for {loop} %}}", *blank))
        + row(widths, cells, "<w:cantSplit/>")
        + row(widths, ("{%tr endfor %}", *blank))
        + "</w:tbl>"
    )  # fmt: skip


def body() -> str:
    """Title and tables, across the page."""
    end = section(f'w:w="{PAGE_HEIGHT}" w:h="{PAGE_WIDTH}" w:orient="landscape"')
    by_agency = table(WIDTHS, HEADERS, "l in lines", CELLS)
    late = table(LATE_WIDTHS, LATE_HEADERS, "o in overdue", LATE_CELLS)
    return (
        f"<w:body>{paragraphs(TITLE)}{by_agency}{paragraphs('KHTableEnd')}{paragraphs(SILENT)}"
        f"{paragraphs('{%p if overdue %}')}{late}{paragraphs('{%p endif %}')}"
        f"{paragraphs('KHTableEnd')}{end}</w:body>"
    )


if __name__ == "__main__":
    target = Path(sys.argv[1] if sys.argv[1:] else Path(__file__).with_name("bang_tien_do.docx"))
    target.write_bytes(template(body()))
