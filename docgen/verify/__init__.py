"""The net under `render`: the finished document is read back and held against the view.

Every string of the view must stand on the paper, in order and in its look; every table row must be
equal, merged cells included; and no word may stand there that neither the view nor the template's
own text accounts for. What nobody can read counts as not there. Shares no code with `render`:
docxtpl loses text without an exception, so who writes must not be who reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from docgen.docx import read as docx_text
from docgen.docx.model import Document, Paragraph, Section
from docgen.docx.visibility import readable
from docgen.finding import Finding, Where
from docgen.verify.looks import misprinted
from docgen.verify.own_words import template_words
from docgen.verify.reading import Reading, units
from docgen.verify.told import BROKEN, LOST, MOST_FINDINGS, RULES, UNEXPECTED, spaced
from docgen.view.inline import Inline
from docgen.view.plan import Piece
from docgen.view.printed import TableRow
from docgen.visible import shortened

__all__ = ["BROKEN", "LOST", "RULES", "UNEXPECTED", "verify"]


def verify(
    built: bytes | Document, pieces: Iterable[Piece], template: Path, name: str
) -> list[Finding]:
    """What a built document says otherwise than `pieces` and the template's own words."""
    try:
        document = built if isinstance(built, Document) else docx_text.read(built, alike=True)
    except docx_text.NotADocx as error:
        return [BROKEN.at(Where(name), str(error))]
    pieces = [*pieces]
    office = docx_text.read_template(template)
    held = {piece.part.rpartition(" ")[2] for piece in pieces}
    seen = readable(document)
    reading = Reading(pieces, template_words(office, held), name)
    for unit in units(seen):
        reading.take(unit)
    return [
        *_broken_tables(document, name),
        *reading.finish(),
        *misprinted(reading.printed, document, name),
        *_strayed_notes(seen, pieces, name),
        *_other_pages(seen, office, name),
    ][:MOST_FINDINGS]


def _other_pages(document: Document, template: Document, name: str) -> Iterator[Finding]:
    """Headers and footers that are not the template's."""
    known = [_page_texts(section) for section in template.sections]
    for number, section in enumerate(document.sections):
        texts = _page_texts(section)
        if texts not in known or (number == 0 and texts != known[0]):
            yield UNEXPECTED.at(Where(name), f"đầu, chân trang của phần {number + 1} khác tệp mẫu")


def _page_texts(section: Section) -> dict[tuple[str, str], tuple[str, ...]]:
    return {
        (place, kind): tuple(" ".join((*each.fields, each.text)).strip() for each in texts)
        for place, pages in (("header", section.headers), ("footer", section.footers))
        for kind, texts in pages.items()
    }


def _strayed_notes(document: Document, pieces: Iterable[Piece], name: str) -> Iterator[Finding]:
    """Footnotes that are not at the end of the words before them, or that nobody wrote."""
    paragraphs = document.paragraphs if document.notes else ()
    found = [
        (spaced(words), spaced(said)) for paragraph in paragraphs for words, said in paragraph.notes
    ]
    for piece in pieces:
        if isinstance(piece.content, TableRow) and piece.content.is_plain:
            continue
        for string in piece.strings:
            for before, note in string.notes if isinstance(string, Inline) else ():
                wanted = spaced(str(note.words))
                match = next(
                    (at for at, (words, said) in enumerate(found)
                     if said == wanted and words.endswith(spaced(before))), None,
                )  # fmt: skip
                if match is not None:
                    found.pop(match)
                    continue
                message = f"không thấy chú thích đúng chỗ trên văn bản: “{shortened(wanted)}”"
                yield LOST.at(note.words.origin.where or Where(name), message)
    for _, said in found:
        yield UNEXPECTED.at(Where(name), f"chú thích thừa hoặc sai chỗ: “{shortened(said)}”")


def _broken_tables(document: Document, name: str) -> Iterator[Finding]:
    """Tables that Word calls unreadable (ECMA-376 Part 1, 17.4.65 `tc`, 17.4.37 `tbl`)."""
    for table in document.tables:
        if not table.rows:
            yield BROKEN.at(Where(name), "có bảng không có dòng nào")
        for row in table.rows:
            if sum(cell.span for cell in row.cells) != len(table.grid):
                yield BROKEN.at(Where(name), "có dòng không đủ ô so với số cột của bảng")
            if any(
                not cell.blocks or not isinstance(cell.blocks[-1], Paragraph) for cell in row.cells
            ):
                yield BROKEN.at(Where(name), "có ô không chứa đoạn văn nào")
