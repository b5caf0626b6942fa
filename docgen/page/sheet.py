"""What the template says of paper and looks: sizes, margins, columns, named styles.

All lengths are twips (1/20 pt), sizes of letters half-points, as in the .docx itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from lxml import etree

from docgen.docx.form import Styles
from docgen.docx.model import Paragraph, Section, Table, W
from docgen.docx.named_styles import PARAGRAPH_STYLES, STYLES
from docgen.docx.read import NotADocx, read_template
from docgen.plan.office import Form
from docgen.render.office_form import in_form

SIDES = ("top", "right", "bottom", "left")

Sheet = dict[str, Any]


def sheet(template: Path, form: Form | None) -> Sheet:
    """The paper and the looks of a template in the form that the office chose.

    Raises `NotADocx` and `OSError` as reading does, `ValueError` where no paper is named.
    """
    document = read_template(template)
    chosen = {**document.parts, STYLES: in_form(document.parts[STYLES], form)}
    styles = Styles(replace(document, parts=chosen))
    sections = [_paper(each) for each in document.sections]
    if not sections or not all(each["width"] and each["height"] for each in sections):
        raise NotADocx("tệp mẫu không ghi khổ giấy")
    return {
        "styles": {style: _look(styles, style) for style in PARAGRAPH_STYLES},
        "body": sections[0],
        "appendix": sections[-1],
        **_columns(document.sections[0]),
        "cell": styles.cell_margins("KHTable"),
    }


def turned(paper: dict[str, int], orientation: str) -> dict[str, int]:
    """The paper lying (`landscape`) or standing, its margins kept."""
    short, long = sorted((paper["width"], paper["height"]))
    lies = orientation == "landscape"
    return {**paper, "width": long if lies else short, "height": short if lies else long}


def text_width(paper: dict[str, int]) -> int:
    """The width between the margins."""
    return paper["width"] - paper["left"] - paper["right"]


def _paper(section: Section) -> dict[str, int]:
    margins = {side: section.value("pgMar", side) or 0 for side in (*SIDES, "header")}
    return {
        "width": section.value("pgSz", "w") or 0,
        "height": section.value("pgSz", "h") or 0,
        **margins,
    }


def _look(styles: Styles, style: str) -> dict[str, Any]:
    paragraph = Paragraph(style, "", (), etree.Element(W + "p"))
    look, layout = styles.look(paragraph, None), styles.layout(paragraph)
    return {
        "size": int(look.size * 2),
        "bold": look.bold,
        "italic": look.italic,
        "caps": look.caps,
        "align": layout.alignment,
        "left": layout.left,
        "right": layout.right,
        "first": layout.first_line,
        "before": layout.before,
        "after": layout.after,
        "line": layout.line,
        "exact": layout.line_rule == "exact",
        "keep": layout.keep_next,
    }


def _columns(body: Section) -> dict[str, list[int]]:
    """The two columns of the letterhead, the first table, and of the ending, the last one."""
    tables = list(_two_columns(body))
    half = text_width(_paper(body)) // 2
    plain = [half, half]
    return {
        "letterhead": list(tables[0].grid) if tables else plain,
        "ending": list(tables[-1].grid) if len(tables) > 1 else plain,
    }


def _two_columns(body: Section) -> Iterator[Table]:
    return (each for each in body.blocks if isinstance(each, Table) and len(each.grid) == 2)
