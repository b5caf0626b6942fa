"""What work in Word leaves behind: pasted styles, tracked changes, comments, hidden text.

A document that is to be signed has none of them: some print, some hide what should. No clause of
the decree stands behind these.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from docgen.docx.effective import of_run
from docgen.docx.model import Paragraph, Run, W
from docgen.docx.named_styles import PARAGRAPH_STYLES
from docgen.docx.visibility import unreadable
from docgen.docx.vocabulary import REMARKS, TRACKED
from docgen.finding import Finding, Severity
from docgen.paper.facts import Paper, rule
from docgen.paper.story import about, owner, roots

CELLS = tuple(each for each in PARAGRAPH_STYLES if each.startswith("KHTable"))
STRUCK = (W + "strike", W + "dstrike")


@rule(
    "KH780",
    Severity.WARNING,
    "còn sửa đổi được theo dõi chưa chấp nhận",
    "Chữ thêm, chữ xóa của Track Changes in ra cùng văn bản.",
)
def tracked_changes_left(paper: Paper) -> Iterator[Finding]:
    """Nothing is inserted, deleted, moved or formatted with changes tracked."""
    hint = "Review, Accept hoặc Reject từng chỗ; chỗ giữ lại thì sửa cả trong tệp nội dung."
    faults = ((each, "còn sửa đổi chưa chấp nhận") for each in _places_of(paper, TRACKED))
    yield from tracked_changes_left.at_each(paper, faults, hint)


def _places_of(paper: Paper, tags: frozenset[str]) -> Iterator[Paragraph]:
    """The paragraphs that hold one of the elements, each once, wherever they stand."""
    places = {
        element if own is None else own: None
        for root in paper.document.once(roots)
        for element in root.iter(*tags)
        for own in [owner(element)]
    }
    yield from map(about, places)


@rule(
    "KH781",
    Severity.WARNING,
    "còn ghi chú (Comment) bên lề",
    "Ghi chú bên lề có thể in ra cùng văn bản.",
)
def comments_left(paper: Paper) -> Iterator[Finding]:
    """No remark hangs at the text."""
    faults = ((each, "còn ghi chú bên lề") for each in _places_of(paper, REMARKS))
    yield from comments_left.at_each(paper, faults, "Review, Delete, Delete All Comments.")


@rule(
    "KH782",
    Severity.WARNING,
    "chữ không đọc được trên giấy",
    "Chữ ẩn, quá nhỏ, cùng màu với nền, bị che, ở ngoài trang: người ký không thấy, người nhận "
    "không đọc được.",
)
def hidden_text(paper: Paper) -> Iterator[Finding]:
    """No words are hidden, too small, covered, cut off or outside the page, whoever did it."""
    found = {(id(paragraph), why): paragraph for paragraph, _, why in unreadable(paper.document)}
    faults = ((each, f"{why}, không đọc được") for (_, why), each in found.items())
    hint = "Chọn chỗ đó, bấm Ctrl+Space rồi Ctrl+Q để lấy lại định dạng của kiểu; xem cả hàng, ô."
    yield from hidden_text.at_each(paper, faults, hint)


@rule(
    "KH783",
    Severity.WARNING,
    "chữ bị gạch ngang",
    "Chữ gạch ngang trên văn bản đã ký không rõ là còn hay đã bỏ.",
)
def struck_text(paper: Paper) -> Iterator[Finding]:
    """No run that holds words is struck through."""
    known: dict[Hashable, bool] = paper.styles.sheet.judged("struck")

    def is_struck(paragraph: Paragraph, run: Run) -> bool:
        key = paper.styles.key(paragraph, run)
        if key not in known:
            properties = of_run(paper.styles, paragraph, run)
            known[key] = any(mark in properties for mark in STRUCK)
        return known[key]

    faults = (
        (paragraph, "có chữ gạch ngang")
        for paragraph in paper.printed
        if any(is_struck(paragraph, run) for run in paragraph.runs if run.text.strip())
    )
    hint = "Xóa hẳn chữ đó trong tệp nội dung, hoặc Ctrl+D rồi bỏ dấu Strikethrough."
    yield from struck_text.at_each(paper, faults, hint)


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
        if paper.style(each) not in PARAGRAPH_STYLES
        else (each, "đoạn ngoài bảng mang kiểu của ô bảng")
        for each in paper.document.paragraphs
        if each.text.strip() and (paper.style(each) not in PARAGRAPH_STYLES or _astray(paper, each))
    )
    hint = "Chọn đoạn đó, Home, Styles, chọn kiểu “KH …” đúng với nó; dán thì dùng Keep Text Only."
    yield from pasted_paragraph.at_each(paper, faults, hint)


def _astray(paper: Paper, paragraph: Paragraph) -> bool:
    """Whether a paragraph of the text has a style of table cells; the unit stands above a table."""
    if paper.style(paragraph) not in CELLS or paper.cell(paragraph) is not None:
        return False
    below = paper.after(paragraph)
    return below is None or paper.cell(below) is None


CHECKS = (tracked_changes_left, comments_left, hidden_text, struck_text, pasted_paragraph)
