"""What work in Word leaves behind: pasted styles, tracked changes, comments, hidden text.

A document that is to be signed has none of them: some print, some hide what should. No clause of
the decree stands behind these.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.docx.model import Paragraph, Run, W
from docgen.docx.named_styles import PARAGRAPH_STYLES
from docgen.docx.read import parse
from docgen.finding import Finding, Severity
from docgen.paper.facts import Paper, rule

CHANGES = ("ins", "del", "moveFrom", "moveTo")
OFF = ("0", "false", "off")
HIDDEN, STRUCK = ("vanish", "webHidden"), ("strike", "dstrike")


@rule(
    "KH780",
    Severity.WARNING,
    "còn sửa đổi được theo dõi chưa chấp nhận",
    "Chữ thêm, chữ xóa của Track Changes in ra cùng văn bản.",
)
def tracked_changes_left(paper: Paper) -> Iterator[Finding]:
    """Nothing is inserted, deleted or moved with changes tracked."""
    found = {
        id(each.xml): each
        for each in paper.document.paragraphs
        if next(each.xml.iter(*(W + tag for tag in CHANGES)), None) is not None
    }
    hint = "Review, Accept hoặc Reject từng chỗ; chỗ giữ lại thì sửa cả trong tệp nội dung."
    faults = ((each, "còn sửa đổi chưa chấp nhận") for each in found.values())
    yield from tracked_changes_left.at_each(paper, faults, hint)


@rule(
    "KH781",
    Severity.WARNING,
    "còn ghi chú (Comment) bên lề",
    "Ghi chú bên lề có thể in ra cùng văn bản.",
)
def comments_left(paper: Paper) -> Iterator[Finding]:
    """No remark hangs at the text."""
    faults = (
        (each, "còn ghi chú bên lề")
        for each in paper.document.paragraphs
        if next(each.xml.iter(W + "commentReference"), None) is not None
    )
    yield from comments_left.at_each(paper, faults, "Review, Delete, Delete All Comments.")


@rule(
    "KH782",
    Severity.WARNING,
    "chữ bị ẩn",
    "Chữ ẩn không lên giấy: người ký không thấy, người nhận không đọc được.",
)
def hidden_text(paper: Paper) -> Iterator[Finding]:
    """No run that holds words is hidden, by itself or by a style."""
    hint = "Chọn đoạn đó, Ctrl+D, bỏ dấu Hidden."
    yield from hidden_text.at_each(paper, _marked(paper, HIDDEN, "có chữ ẩn"), hint)


@rule(
    "KH783",
    Severity.WARNING,
    "chữ bị gạch ngang",
    "Chữ gạch ngang trên văn bản đã ký không rõ là còn hay đã bỏ.",
)
def struck_text(paper: Paper) -> Iterator[Finding]:
    """No run that holds words is struck through."""
    hint = "Xóa hẳn chữ đó trong tệp nội dung, hoặc Ctrl+D rồi bỏ dấu Strikethrough."
    yield from struck_text.at_each(paper, _marked(paper, STRUCK, "có chữ gạch ngang"), hint)


def _marked(paper: Paper, marks: tuple[str, ...], message: str) -> Iterator[tuple[Paragraph, str]]:
    """The paragraphs with a run that has one of the marks."""
    by_style = _styles_with(paper, marks)
    for paragraph in paper.document.paragraphs:
        runs = [run for run in paragraph.runs if run.text.strip()]
        if runs and (
            paragraph.style in by_style or any(_has(run, marks, by_style) for run in runs)
        ):
            yield paragraph, message


def _has(run: Run, marks: tuple[str, ...], by_style: frozenset[str]) -> bool:
    properties = run.xml.find(W + "rPr")
    if properties is None:
        return False
    named = properties.find(W + "rStyle")
    on = any(
        each.get(W + "val", "1") not in OFF
        for mark in marks
        for each in properties.iterchildren(W + mark)
    )
    return on or (named is not None and named.get(W + "val") in by_style)


def _styles_with(paper: Paper, marks: tuple[str, ...]) -> frozenset[str]:
    """The ids of the styles that say one of the marks themselves."""
    part = paper.document.parts.get("word/styles.xml")
    if part is None:
        return frozenset()
    return frozenset(
        style.get(W + "styleId", "")
        for style in parse(part).iter(W + "style")
        for mark in marks
        for each in style.iterfind(f"{W}rPr/{W}{mark}")
        if each.get(W + "val", "1") not in OFF
    )


@rule(
    "KH784",
    Severity.WARNING,
    "đoạn không theo kiểu nào của tệp mẫu",
    "Đoạn dán từ nơi khác giữ kiểu của nơi đó: các phép kiểm tra thể thức không nhận ra nó.",
)
def pasted_paragraph(paper: Paper) -> Iterator[Finding]:
    """Every paragraph with words has one of the template's styles."""
    faults = (
        (each, "đoạn có kiểu lạ, thường do dán từ tệp khác")
        for each in paper.document.paragraphs
        if each.text.strip() and paper.style(each) not in PARAGRAPH_STYLES
    )
    hint = "Chọn đoạn đó, Home, Styles, chọn kiểu “KH …” đúng với nó; dán thì dùng Keep Text Only."
    yield from pasted_paragraph.at_each(paper, faults, hint)


CHECKS = (tracked_changes_left, comments_left, hidden_text, struck_text, pasted_paragraph)
