"""The page of the signature: it must hold some of the text too (no clause; a rule of practice)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from docgen.docx.model import Paragraph, Section, Table
from docgen.docx.text_width import wrap
from docgen.finding import Finding, Severity
from docgen.paper.facts import Paper, blocks_of, quoted, rule
from docgen.paper.lines import room

LINE_OF_FONT = Decimal("1.15")  # a single line of Times New Roman, in its size
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
            said = f"đoạn trước phần ký không giữ với phần ký: “{quoted(last.text)}”"
            hint = "Chọn đoạn đó, Paragraph, Line and Page Breaks, đánh dấu Keep with next."
            yield signature_may_stand_alone.at(paper, said, hint)
        needed = _height(paper, last, FEWEST_LINES) + _rows_height(paper, block)
        if needed > _page_height(section):
            said = "nơi nhận và phần ký cao gần hết một trang, không còn chỗ cho lời văn"
            hint = "Gộp bớt nơi nhận, ví dụ: Các sở, ban, ngành."
            yield signature_may_stand_alone.at(paper, said, hint)
        return


def _is_signature(paper: Paper, table: Table) -> bool:
    return any(paper.style(each) == "KHSignature" for each in table.paragraphs)


def _page_height(section: Section) -> int:
    margins = sum(section.value("pgMar", side) or 0 for side in ("top", "bottom"))
    return (section.value("pgSz", "h") or 0) - margins


def _rows_height(paper: Paper, table: Table) -> Decimal:
    """About how high a table is: of each row the highest cell."""
    nothing = Decimal(0)
    cells = (
        [sum((_height(paper, each) for each in cell.paragraphs), nothing) for cell in row.cells]
        for row in table.rows
    )
    return sum((max(heights, default=nothing) for heights in cells), nothing)


def _height(paper: Paper, paragraph: Paragraph, most_lines: int | None = None) -> Decimal:
    """About how high a paragraph is in twips; with `most_lines` only so much of it."""
    layout, look = paper.layout(paragraph), paper.look(paragraph)
    width = Decimal(room(paper, paragraph) - layout.left - layout.right) / 20
    lines = max(len(wrap(paragraph.text, width, look.size, look.bold, look.italic)), 1)
    line = Decimal(layout.line)
    if layout.line_rule == "auto":
        line = line / 240 * look.size * 20 * LINE_OF_FONT
    return Decimal(layout.before + layout.after) + line * min(lines, most_lines or lines)


CHECKS = (signature_may_stand_alone,)
