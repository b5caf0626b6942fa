"""A page in front of a document with tracked changes: what changed, and what the marks hide.

It is no tracked change and no part of the document: accepted or rejected, it stays until it is
deleted, and says so itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docgen.docx.model import W
from docgen.redline.columns import TC, TR
from docgen.redline.tracked_text import XML_SPACE, made

TITLE = "TÓM TẮT THAY ĐỔI"
NOTE = "LƯU Ý KHI ĐỌC DẤU THAY ĐỔI"
NOT_OF_THE_DOCUMENT = "Trang này do docgen thêm, không thuộc văn bản: xóa trước khi ký."
UNSHOWN = "Những chỗ dấu thay đổi không thể hiện hết:"
_PLACES = (  # what is counted, the path to its mark, from the document's body
    ("dòng của bảng thêm", TR, "trPr", "ins"),
    ("dòng của bảng bỏ", TR, "trPr", "del"),
    ("ô của cột thêm", TC, "tcPr", "cellIns"),
    ("ô của cột bỏ", TC, "tcPr", "cellDel"),
)


def counted(body: Any, moved_paragraphs: int, moved_rows: int) -> list[str]:
    """How many of each kind the tracked changes of a body mark: `dòng của bảng thêm: 3`."""
    paragraphs = [*body.iter(W + "p")]
    ends = [
        {each.tag for each in paragraph.iterfind(f"{W}pPr/{W}rPr/*")} for paragraph in paragraphs
    ]
    edited = [
        paragraph
        for paragraph in paragraphs
        if any(paragraph.find(W + mark) is not None for mark in ("ins", "del"))
    ]
    found = [
        ("đoạn thêm", sum(W + "ins" in its for its in ends)),
        ("đoạn bỏ", sum(W + "del" in its for its in ends)),
        ("đoạn có chữ thêm hoặc bỏ", len(edited)),
        ("đoạn chuyển chỗ", moved_paragraphs),
        ("dòng của bảng chuyển chỗ", moved_rows),
    ]
    for what, tag, properties, mark in _PLACES:
        elements = (each.find(f"{W}{properties}/{W}{mark}") for each in body.iter(tag))
        found.append((what, sum(each is not None for each in elements)))
    return [f"{what}: {number}" for what, number in found if number] or ["Không có gì thay đổi."]


def put_in_front(body: Any, lines: Sequence[str], unshown: Sequence[str]) -> None:
    """Puts the page ahead of a body's first block, which then begins a new page."""
    page = [_paragraph(TITLE if lines else NOTE, bold=True), _paragraph(NOT_OF_THE_DOCUMENT)]
    page += map(_paragraph, lines)
    page += [_paragraph(UNSHOWN, bold=True)] * bool(unshown)
    page += [_paragraph(f"- {sentence}") for sentence in unshown]
    page[-1].append(_run(made("br", {W + "type": "page"})))
    for place, paragraph in enumerate(page):
        body.insert(place, paragraph)


def _paragraph(text: str, *, bold: bool = False) -> Any:
    said = made("t", {XML_SPACE: "preserve"})
    said.text = text
    paragraph = made("p")
    paragraph.append(_run(said, bold=bold))
    return paragraph


def _run(content: Any, *, bold: bool = False) -> Any:
    run = made("r")
    if bold:
        look = made("rPr")
        look.append(made("b"))
        run.append(look)
    run.append(content)
    return run
