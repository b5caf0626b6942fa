"""The trees of a document that reach the paper, and how to point at a place in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from docgen.docx.model import Block, Document, Paragraph, Run, Table, W
from docgen.docx.values import whole

Fault = tuple[Paragraph, str]
DRAWINGS = tuple(W + tag for tag in ("drawing", "pict"))
ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
# What a drawing holds that is more than a line: a box of text, a picture, letters along a path.
MORE_THAN_A_LINE = (
    W + "txbxContent",
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip",
    "{urn:schemas-microsoft-com:vml}textpath",
    "{urn:schemas-microsoft-com:vml}imagedata",
)
EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
THICKEST = 36000  # 1 mm in EMU


def roots(document: Document) -> list[Any]:
    """The root elements of the body, the headers, the footers and the notes, each once."""
    texts = (
        each
        for section in document.sections
        for group in (*section.headers.values(), *section.footers.values())
        for each in group
    )
    elements = [
        *(section.xml for section in document.sections),
        *(each.xml for each in (*document.paragraphs, *texts, *document.notes)),
    ]
    found = (each.getroottree().getroot() for each in elements)
    return list({id(each): each for each in found}.values())


def tables(document: Document) -> Iterator[Table]:
    """Every table of the body, those in cells included."""
    yield from _tables(document.blocks)


def _tables(blocks: Iterable[Block]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
            for row in block.rows:
                for cell in row.cells:
                    yield from _tables(cell.blocks)


def owner(element: Any) -> Any:
    """The `w:p` that an element is, or stands in; None outside paragraphs."""
    return element if element.tag == W + "p" else next(element.iterancestors(W + "p"), None)


def about(element: Any) -> Paragraph:
    """A paragraph to quote for an element: the one it stands in, else the first inside or after."""
    if element is None:
        return Paragraph("", "", ())
    found = owner(element)
    if found is None:
        holder = element.getparent() if element.tag.endswith("Pr") else element
        found = next((holder if holder is not None else element).iter(W + "p"), element)
    return Paragraph("", "", (Run("".join(found.itertext(W + "t"))),), found)


def is_drawn_line(element: Any) -> bool:
    """Whether a drawing is no more than a thin line, in a paragraph without words."""
    if element.tag not in (*DRAWINGS, ALTERNATIVES) or about(element).text.strip():
        return False
    thick = any(
        whole(each.get("cy", "0"), THICKEST + 1) > THICKEST for each in element.iter(EXTENT)
    )
    return not thick and next(element.iter(*MORE_THAN_A_LINE), None) is None
