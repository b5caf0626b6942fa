"""A document as plain text, for reading and for `git diff`."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.docx.leaders import LEADER
from docgen.docx.model import Block, Document, Paragraph

_PAGES = {"first": " thứ nhất", "even": " chẵn"}


def plain_text(document: Document) -> str:
    """The document for reading and for `git diff`: a paragraph a line, a table row a line.

    Cells stand between ` | `, paragraphs of one cell between ` ¶ `; a cell hidden by a merge
    is empty. A note stands where it is called, as `^[words]`, a tab that draws dots as `[…]`.
    Words in brackets at the head of a line say where a section begins, what its pages carry, and
    what is a note that nothing calls.
    """
    lines: list[str] = []
    for number, section in enumerate(document.sections, 1):
        turn = "khổ ngang" if section.landscape else "khổ đứng"
        lines.append(f"[phần {number}: {turn}]")
        for name, pages in (("đầu trang", section.headers), ("chân trang", section.footers)):
            for kind, paragraphs in pages.items():
                text = " ".join(filter(None, map(_page_text, paragraphs)))
                lines += [f"[{name}{_PAGES.get(kind, '')}] {text}"] if text else []
        lines += [line for block in section.blocks for line in _lines(block)]
    called = {id(each) for p in document.paragraphs for run in p.runs for each in run.note}
    lines += [
        f"[chú thích] {note.text.strip()}"
        for note in document.notes
        if note.text.strip() and id(note) not in called
    ]
    return "\n".join(lines) + "\n"


def _page_text(paragraph: Paragraph) -> str:
    return " ".join(f"{{{code}}}" for code in paragraph.fields) or paragraph.text


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield _with_notes(block).replace("\n", " ")
        return
    for row in block.rows:
        yield " | ".join(
            "" if cell.merge == "continue" else " ¶ ".join(map(_with_notes, cell.paragraphs))
            for cell in row.cells
        ).replace("\n", " ¶ ")


def _with_notes(paragraph: Paragraph) -> str:
    return "".join(
        run.text.replace(LEADER, "[…]")
        + (f"^[{' '.join(each.text.strip() for each in run.note)}]" if run.note else "")
        for run in paragraph.runs
    )
