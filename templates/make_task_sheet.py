"""Make `phieu_giao_viec.docx`: what a plan gives to one agency, to be sent to it.

Phiếu giao việc: head, page and appendix as a plan has them (Phụ lục I of Nghị định 30/2020/NĐ-CP);
its own words are practice, no rule. `docgen sheets` fills it in; an office may change it in Word.
Run `python templates/make_task_sheet.py [FILE]`; the same bytes come out each time.
"""

from __future__ import annotations

import sys
from pathlib import Path

from make_template import (
    APPENDIX,
    BLANK_LINE,
    BLOCKS,
    ISSUER,
    LETTERHEAD_COLUMNS,
    NATIONAL,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SIGNATURE_COLUMNS,
    SIGNER,
    columns,
    paragraphs,
    section,
    template,
)

GAP = "\u00a0" * 6
NUMBER = f"KHNumber Số:{GAP}"
PLACE_AND_DATE = "KHPlaceDate {{ place }}, {{ blank_date }}"
TEXT = """
KHKind PHIẾU GIAO VIỆC
KHSubject Thực hiện Kế hoạch {{r subject }}
{{p rules.subject }}
KHAddressee Kính gửi: {{ agency }}
KHParagraph Trích Kế hoạch số {{ number }}/{{ symbol }} {{ date }}, giữ nguyên lời và số mục. \
Giao {{ agency }}: {{ amount }}.
{%p for b in body %}
@BLOCKS
{%p endfor %}
{%p if related %}
KHHeading1 Nhiệm vụ của cơ quan khác có nhắc tới {{ agency }}
{%p for b in related %}
@BLOCKS
{%p endfor %}
{%p endif %}
KHClosing Kết quả thực hiện ghi vào tệp Excel gửi kèm phiếu này và gửi lại đúng kỳ báo cáo.
"""
RECEIVED = """
KHSignature NƠI NHẬN VIỆC
KHSigner
"""


def body() -> str:
    """The letter, upright; the rows of the appendices across the page."""
    upright = section(f'w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}"')
    across = section(f'w:w="{PAGE_HEIGHT}" w:h="{PAGE_WIDTH}" w:orient="landscape"')
    content = (
        columns(LETTERHEAD_COLUMNS, (ISSUER, NATIONAL), (NUMBER, PLACE_AND_DATE))
        + paragraphs(TEXT.replace("@BLOCKS", BLOCKS))
        + columns(SIGNATURE_COLUMNS, (RECEIVED, SIGNER), above=BLANK_LINE)
        + paragraphs("KHSectionEnd").replace("</w:pPr>", f"{upright}</w:pPr>")
        + paragraphs(APPENDIX)
    )
    return f"<w:body>{content}{across}</w:body>"


if __name__ == "__main__":
    target = Path(sys.argv[1] if sys.argv[1:] else Path(__file__).with_name("phieu_giao_viec.docx"))
    target.write_bytes(template(body()))
