"""About how high the text is, and whether a section needs a second page. Lengths in twips."""

from __future__ import annotations

from decimal import Decimal

from docgen.docx.line_starts import wrap
from docgen.docx.model import Paragraph, Section, Table
from docgen.paper.facts import Paper
from docgen.paper.lines import room

LINE_OF_FONT = Decimal("1.15")  # a single line of Times New Roman, in its size
SURELY = Decimal("0.95")  # of a page: what is counted less cannot need another one


def fits_a_page(paper: Paper, section: Section) -> bool:
    """Whether a section stands on a single page, counted with a little to spare."""
    total = Decimal(0)
    for block in section.blocks:
        if isinstance(block, Paragraph):
            total += paragraph_height(paper, block)
        else:
            total += rows_height(paper, block)
    return total <= page_height(section) * SURELY


def page_height(section: Section) -> int:
    """The height between the margins of a page."""
    margins = sum(section.value("pgMar", side) or 0 for side in ("top", "bottom"))
    return (section.value("pgSz", "h") or 0) - margins


def rows_height(paper: Paper, table: Table) -> Decimal:
    """About how high a table is: of each row the highest cell."""
    nothing = Decimal(0)
    cells = (
        [
            sum((paragraph_height(paper, each) for each in cell.paragraphs), nothing)
            for cell in row.cells
        ]
        for row in table.rows
    )
    return sum((max(heights, default=nothing) for heights in cells), nothing)


def paragraph_height(paper: Paper, paragraph: Paragraph, most_lines: int | None = None) -> Decimal:
    """About how high a paragraph is in twips; with `most_lines` only so much of it."""
    layout, look = paper.layout(paragraph), paper.look(paragraph)
    width = Decimal(room(paper, paragraph) - layout.left - layout.right) / 20
    lines = max(len(wrap(paragraph.text, width, look.size, look.bold, look.italic)), 1)
    line = Decimal(layout.line)
    if layout.line_rule == "auto":
        line = line / 240 * look.size * 20 * LINE_OF_FONT
    return Decimal(layout.before + layout.after) + line * min(lines, most_lines or lines)
