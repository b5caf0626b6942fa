"""The solid lines under the motto, the issuer and the subject.

Phụ lục I, Phần I, II.1.b, II.2.b and II.5.b of Nghị định 30/2020/NĐ-CP. A line is an empty
paragraph with a border, or a drawn shape. Lengths in twips.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from docgen.docx.form import CELL_SIDES
from docgen.docx.line_starts import wrap
from docgen.docx.model import Paragraph, Section, W
from docgen.docx.read import attribute
from docgen.docx.text_width import text_width
from docgen.docx.values import twips, whole
from docgen.finding import Finding, Severity
from docgen.paper.facts import Paper, PaperCheck, rule
from docgen.vietnamese import format_percent, round_half_up

EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
VML_LINE = "{urn:schemas-microsoft-com:vml}line"
EMU_PER_TWIP = 635
# 17.4.43: the left and right margin of a cell where neither table nor style names one.
SOLID = ("single", "thick", "drawn")
THIRD_TO_HALF = (Decimal(1) / 3, Decimal(1) / 2)
TOLERANCE = Decimal("0.03")
NOTES_UNDER = {"KHSubject": "KHSubjectNote"}  # what may stand between a text and its line
OFF_CENTRE = 113  # 2 mm
IN_LINE = "Trong tệp mẫu, dưới dòng này phải có thẻ {{{{p {} }}}} đứng riêng một đoạn."


class Drawn(NamedTuple):
    """A line on paper: its kind, its length (0: not known), how far off the middle it is."""

    kind: str
    length: int = 0
    off_centre: int = 0


def line_under(paper: Paper, above: Paragraph) -> Drawn | None:
    """The line directly under a paragraph."""
    for paragraph in filter(None, (above, paper.after(above))):
        for extent in paragraph.xml.iter(EXTENT):
            return Drawn("drawn", whole(extent.get("cx")) // EMU_PER_TWIP)
        if next(paragraph.xml.iter(VML_LINE), None) is not None:
            return Drawn("drawn")
    below = paper.after(above)
    if below is None or below.text.strip() or not paper.layout(below).border:
        return None
    layout = paper.layout(below)
    length = room(paper, below) - layout.left - layout.right
    return Drawn(layout.border, length, abs(layout.left - layout.right) // 2)


def room(paper: Paper, paragraph: Paragraph) -> int:
    """The width between the margins of a paragraph's cell or page."""
    for cell in paragraph.xml.iterancestors(W + "tc"):
        return twips(attribute(cell, "tcPr/tcW", "w")) - _cell_margins(paper, cell)
    return _section(paper, paragraph).text_width


def _section(paper: Paper, paragraph: Paragraph) -> Section:
    for section in paper.document.sections:
        if any(each.xml is paragraph.xml for each in section.paragraphs):
            return section
    return paper.document.sections[0]


def _cell_margins(paper: Paper, cell: Any) -> int:
    """Left and right margin of a cell: its own, its table's, its table style's, the default."""
    table = next(cell.iterancestors(W + "tbl"))
    style = attribute(table, "tblPr/tblStyle") or paper.styles.sheet.defaults.get("table", "")
    margins = paper.styles.cell_margins(style, *table.iterfind(W + "tblPr"))
    total = 0
    for side in ("left", "right"):
        said = (attribute(cell, f"tcPr/tcMar/{name}", "w") for name in CELL_SIDES[side])
        total += twips(next(filter(None, said), ""), margins[side])
    return total


def longest_line(paper: Paper, style: str) -> Decimal:
    """The longest printed line of a component in twips, its own line breaks and wraps counted."""
    longest = Decimal(0)
    for paragraph in paper.components[style]:
        look = paper.look(paragraph)
        text = paragraph.text.upper() if look.caps else paragraph.text
        width = Decimal(room(paper, paragraph)) / 20
        for part in text.split("\n"):
            for line in wrap(part.strip(), width, look.size, look.bold, look.italic):
                size = text_width(line, look.size, bold=look.bold, italic=look.italic)
                longest = max(longest, size * 20)
    return longest


def _check(
    code: str, clause: str, style: str, name: str, ends: tuple[Decimal, Decimal]
) -> PaperCheck:
    least, most = ends
    share = "bằng độ dài của dòng chữ" if least == 1 else "bằng 1/3 đến 1/2 dòng chữ"

    @rule(
        code,
        Severity.ERROR,
        f"đường kẻ dưới {name} thiếu hoặc sai độ dài",
        f"Dưới {name} có đường kẻ ngang, nét liền, {share}, cân đối so với dòng chữ.",
        clause,
    )
    def wrong_line(paper: Paper) -> Iterator[Finding]:
        if not paper.components[style]:
            return
        above = paper.components[NOTES_UNDER.get(style, style)] or paper.components[style]
        line, text = line_under(paper, above[-1]), longest_line(paper, style)
        if line is None:
            hint = IN_LINE.format(f"rules.{style.removeprefix('KH').lower()}")
            yield wrong_line.at(paper, f"dưới {name} không có đường kẻ", hint)
            return
        if line.kind not in SOLID:
            yield wrong_line.at(paper, f"đường kẻ dưới {name} không phải nét liền")
        if line.length and not least - TOLERANCE <= line.length / text <= most + TOLERANCE:
            percent = format_percent(round_half_up(line.length / text * 100, 0))
            yield wrong_line.at(paper, f"đường kẻ dưới {name} dài {percent} dòng chữ, phải {share}")
        if line.off_centre > OFF_CENTRE:
            yield wrong_line.at(paper, f"đường kẻ dưới {name} không cân đối so với dòng chữ")

    return wrong_line


@rule(
    "KH753",
    Severity.WARNING,
    "dưới phần chỉ dẫn của phụ lục không có đường kẻ",
    "Mẫu trình bày phụ lục của Nghị định có đường kẻ ở chỗ này.",
    "Phụ lục III, Mẫu 2.1",
)
def no_line_in_appendix(paper: Paper) -> Iterator[Finding]:
    """The model form shows a line under “(Kèm theo …)”; its length is nowhere said."""
    for reference in paper.components["KHAppendixReference"]:
        if line_under(paper, reference) is None:
            hint = IN_LINE.format("a.rule")
            yield no_line_in_appendix.at(paper, "dưới phần chỉ dẫn không có đường kẻ", hint)


CHECKS = (
    _check("KH750", "II.1.b", "KHMotto", "Tiêu ngữ", (Decimal(1), Decimal(1))),
    _check("KH751", "II.2.b", "KHIssuer", "tên cơ quan ban hành", THIRD_TO_HALF),
    _check("KH752", "II.5.b", "KHSubject", "trích yếu", THIRD_TO_HALF),
    no_line_in_appendix,
)
