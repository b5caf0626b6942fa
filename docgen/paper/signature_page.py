"""The page of the signature: it must hold some of the text too (no clause; a rule of practice)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.docx.model import Paragraph, Table
from docgen.finding import Finding, Severity
from docgen.paper.facts import Paper, blocks_of, rule
from docgen.paper.heights import page_height, paragraph_height, rows_height
from docgen.visible import shortened

FEWEST_LINES = 2  # of the last paragraph, on the page of the signature


@rule(
    "KH778",
    Severity.WARNING,
    "phần ký có thể nằm một mình trên một trang",
    "Trang chỉ có chữ ký thì không rõ là chữ ký của văn bản nào; trang cuối phải có lời văn.",
)
def signature_may_stand_alone(paper: Paper) -> Iterator[Finding]:
    """What stands before the row with the signature keeps with it, and one page holds both."""
    before: list[Paragraph] = []
    for section, block in blocks_of(paper.main):
        if not (isinstance(block, Table) and _is_signature(paper, block)):
            before += block.paragraphs
            continue
        words = [number for number, each in enumerate(before) if each.text.strip()]
        if not words:
            return
        last, *below = before[words[-1] :]
        if not all(paper.layout(each).keep_next for each in (last, *below)):
            said = f"đoạn trước phần ký không giữ với phần ký: “{shortened(last.text)}”"
            hint = "Chọn đoạn đó, Paragraph, Line and Page Breaks, đánh dấu Keep with next."
            yield signature_may_stand_alone.at(paper, said, hint)
        needed = paragraph_height(paper, last, FEWEST_LINES) + rows_height(paper, block)
        if needed > page_height(section):
            said = "nơi nhận và phần ký cao gần hết một trang, không còn chỗ cho lời văn"
            hint = "Gộp bớt nơi nhận, ví dụ: Các sở, ban, ngành."
            yield signature_may_stand_alone.at(paper, said, hint)
        return


def _is_signature(paper: Paper, table: Table) -> bool:
    return any(paper.style(each) == "KHSignature" for each in table.paragraphs)


CHECKS = (signature_may_stand_alone,)
