"""A .docx read from disk: sections, paragraphs, tables and words.

Written for the read-back and for files that come home from Word, so it shares nothing
with the modules that write: zip and XML only. Numbers that Word makes itself (`w:numPr`)
are no text of the file.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from lxml import etree

from docgen import limits
from docgen.docx.alike import FORM, LIKE, Form, shortened
from docgen.docx.cut_rows import has_cut_rows, make_whole
from docgen.docx.leaders import LEADER, leader
from docgen.docx.model import Block, Cell, Document, Paragraph, Row, Run, Section, Table, W
from docgen.docx.named_styles import with_known_ids
from docgen.docx.package import NotAPackage, opened, parse, relationships
from docgen.docx.values import character, columns, is_on, longest_number, twips
from docgen.limits import Limit

R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_PARAGRAPH, _TABLE, _RUN = W + "p", W + "tbl", W + "r"
_ADDED = frozenset((W + "ins", W + "moveTo"))
_TAKEN_OUT = frozenset((W + "del", W + "moveFrom"))
_WRAPPERS = {W + "hyperlink", W + "smartTag", W + "sdt", W + "sdtContent", W + "fldSimple",
             W + "customXml", *_ADDED, *_TAKEN_OUT}  # fmt: skip
_CHARACTERS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
TABS, _REFERENCES = (W + "tab", W + "ptab"), (W + "footnoteReference", W + "endnoteReference")


class NotADocx(ValueError):
    """The file is no .docx; the message is a Vietnamese sentence for the officer."""


def read_template(path: Path) -> Document:
    """The document of a template, read once for all builds of a process while it stays."""
    return _of_template(path.read_bytes())


@lru_cache(maxsize=4)
def _of_template(data: bytes) -> Document:
    return read(data)


def read(source: Path | bytes, *, revised: bool = True, alike: bool = False) -> Document:
    """The document in a file or in its bytes; raises `NotADocx`, and `OSError` as files do.

    With tracked changes it gives the text as revised, or, with `revised=False`, as it was.
    The styles that docgen names stand under its own ids, whoever saved the file; a row that is
    printed in parts is one row. `alike`: rows that differ in their words alone share elements,
    which say how each looks, not what it says or stands beside.
    """
    try:
        packed, roots = opened(source, shortened if alike else bytes)
        parts = with_known_ids(packed)  # what it renames is parsed anew
    except NotAPackage as error:
        raise NotADocx(f"Tệp không phải tệp Word .docx docgen đọc được: {error}.") from error
    main = next(iter(_related(parts, "", "/officeDocument").values()), "")
    if not main.endswith(".xml") or main not in parts:
        raise NotADocx("Tệp không phải tệp Word .docx: bên trong tệp không có văn bản.")
    known = main in roots and parts[main] is packed[main]
    root = roots[main] if known else parse(parts[main])
    if has_cut_rows(parts[main]):
        make_whole(root)
        parts[main] = etree.tostring(root, encoding="UTF-8", standalone=True)
    if STRICT in root.nsmap.values():
        raise NotADocx(
            "Tệp lưu dạng Strict Open XML: mở bằng Word, chọn File, Save As, kiểu Word Document "
            "(*.docx), không chọn Strict, rồi dùng tệp mới lưu."
        )
    if (body := root.find(W + "body")) is None:
        raise NotADocx("Tệp Word lưu dạng lạ: mở bằng Word rồi lưu lại dạng .docx.")
    _within(limits.BLOCKS, len(body))
    reader = _Reader(parts, main, revised)
    return Document(tuple(reader.sections(body)), tuple(reader.notes()), parts)


def _within(limit: Limit, count: int) -> None:
    if count > limit.most:
        raise NotADocx(f"Tệp không phải văn bản docgen đọc được: {limit.sentence}.")


def _related(parts: Mapping[str, bytes], part: str, kind: str) -> dict[str, str]:
    """The parts that `part` (or, for "", the package) refers to, by relationship id."""
    folder, name = posixpath.split(part)
    relations = parts.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    found = relationships(relations) if relations else ()
    return {
        each.get("Id"): posixpath.normpath(posixpath.join("/", folder, each.get("Target")))[1:]
        for each in found
        if each.get("Type", "").endswith(kind)
    }


class _Reader:
    """Reads the parts; `gone` are the tracked changes whose text does not count."""

    def __init__(self, parts: Mapping[str, bytes], main: str, revised: bool) -> None:
        self.parts = parts
        self.main = main
        self.xml_parts = {each for each in parts if each.endswith(".xml")}
        self.read: dict[str, tuple[Paragraph, ...]] = {}
        self.related = _related(parts, main, "/header") | _related(parts, main, "/footer")
        self.gone = _TAKEN_OUT if revised else _ADDED
        self.revised = revised
        self.noted: dict[tuple[str, str], tuple[Paragraph, ...]] = {}
        self.noted = self._notes()

    def sections(self, body: Any) -> Iterator[Section]:
        """The sections: each ends at a paragraph that holds a `w:sectPr` (17.6.18)."""
        before = Section((), {}, {})
        blocks: list[Block] = []
        for block in self.blocks(body):
            blocks.append(block)
            end = block.xml.find(f"{W}pPr/{W}sectPr") if isinstance(block, Paragraph) else None
            if end is not None:
                before = self.section(blocks, end, before)
                blocks = []
                yield before
        last = body.find(W + "sectPr")
        if last is not None or blocks:
            unsaid = etree.Element(W + "sectPr")
            yield self.section(blocks, unsaid if last is None else last, before)

    def section(self, blocks: Iterable[Block], xml: Any, before: Section) -> Section:
        return Section(
            tuple(blocks),
            {**before.headers, **self.page_texts(xml, "headerReference")},
            {**before.footers, **self.page_texts(xml, "footerReference")},
            xml,
        )

    def page_texts(self, xml: Any, reference: str) -> dict[str, tuple[Paragraph, ...]]:
        return {
            each.get(W + "type", "default"): self.page_text(self.related[each.get(R_ID, "")])
            for each in xml.iterchildren(W + reference)
            if self.related.get(each.get(R_ID, "")) in self.xml_parts
        }

    def page_text(self, part: str) -> tuple[Paragraph, ...]:
        """The paragraphs of a header or footer; two sections that share it share them."""
        if part not in self.read:
            blocks = self.blocks(parse(self.parts[part]))
            self.read[part] = tuple(each for block in blocks for each in block.paragraphs)
        return self.read[part]

    def notes(self) -> Iterator[Paragraph]:
        """The paragraphs of all footnotes and endnotes."""
        return (each for note in self.noted.values() for each in note)

    def _notes(self) -> dict[tuple[str, str], tuple[Paragraph, ...]]:
        """Each note by the tag and the id of its reference.

        Those with a type are Word's own lines between (17.11.10).
        """
        return {
            (f"{W}{kind}Reference", note.get(W + "id", "")): tuple(
                each for block in self.blocks(note) for each in block.paragraphs
            )
            for kind in ("footnote", "endnote")
            for part in _related(self.parts, self.main, f"/{kind}s").values()
            if part in self.xml_parts
            for note in parse(self.parts[part]).iterchildren(W + kind)
            if note.get(W + "type", "normal") == "normal"
        }

    def blocks(self, parent: Any) -> Iterator[Block]:
        """Paragraphs and tables; a paragraph whose mark is gone runs on into the next (17.13.5).

        So nothing is left of one that has no words of its own, nor of a table without rows.
        """
        running: list[Run] = []
        last, said = None, dict[str, Any]()
        for element in _unwrapped(parent, (_PARAGRAPH, _TABLE), self.gone):
            table = self.table(element) if element.tag == _TABLE else None
            if table is None:
                running += self.runs(element)
                last, said = element, properties(element, W + "pPr")
                if any(child.tag in self.gone for child in said.get(W + "rPr", ())):
                    continue
            elif not table.rows:
                continue
            if last is not None and (running or table is None):
                yield self.paragraph(last, said, running)
                for box in _text_boxes(last):
                    yield from self.blocks(box)
            running, last = [], None
            if table is not None:
                yield table
        if running and last is not None:
            yield self.paragraph(last, said, running)

    def paragraph(self, element: Any, said: Mapping[str, Any], runs: Iterable[Run]) -> Paragraph:
        style, alignment = (_value(said.get(W + tag)) for tag in ("pStyle", "jc"))
        found = Paragraph(style, alignment, tuple(runs), element)
        _within(limits.PARAGRAPH, len(found.text))
        _within(limits.NUMBER, longest_number(found.text))
        return found

    def runs(self, paragraph: Any) -> Iterator[Run]:
        for run in _unwrapped(paragraph, (_RUN,), self.gone):
            note = self.note(run) if self.noted else ()
            yield Run("".join(map(characters, run)), run, note)

    def note(self, run: Any) -> tuple[Paragraph, ...]:
        """The paragraphs of the note that a run refers to."""
        keys = ((each.tag, each.get(W + "id", "")) for each in run.iterchildren(*_REFERENCES))
        return next((self.noted[key] for key in keys if key in self.noted), ())

    def table(self, element: Any) -> Table:
        grid = (twips(each.get(W + "w")) for each in element.iterfind(f"{W}tblGrid/{W}gridCol"))
        rows = tuple(row for row in self.rows(element) if row.cells)
        return Table(attribute(element, "tblPr/tblStyle"), tuple(grid), rows, element)

    def rows(self, table: Any) -> Iterator[Row]:
        """The rows of a table; those told by their words alone leave its elements."""
        forms: dict[str, Form] = {}
        for row in [*_unwrapped(table, (W + "tr",), self.gone)]:
            if like := forms.get(row.get(LIKE, "")):
                yield like.saying(row)
                table.remove(row)
            elif not any(row.find(f"{W}trPr/{tag}") is not None for tag in self.gone):
                yield (made := self.row(row))
                if row.get(FORM):
                    forms[row.attrib.pop(FORM)] = Form.of(made, characters)

    def row(self, element: Any) -> Row:
        gone = W + ("cellDel" if self.revised else "cellIns")
        cells = (
            self.cell(cell)
            for cell in _unwrapped(element, (W + "tc",), self.gone)
            if cell.find(f"{W}tcPr/{gone}") is None
        )
        header = element.find(f"{W}trPr/{W}tblHeader")
        return Row(tuple(cells), is_on(header, W + "val"), element)

    def cell(self, element: Any) -> Cell:
        said = properties(element, W + "tcPr")
        span, merge, width = (said.get(W + tag) for tag in ("gridSpan", "vMerge", "tcW"))
        return Cell(
            tuple(self.blocks(element)),
            columns(_value(span)),
            "" if merge is None else _value(merge) or "continue",
            _width(width),
            element,
        )


def properties(element: Any, tag: str) -> dict[str, Any]:
    """The properties of an element by tag: one walk, where each `find` would be another."""
    return {each.tag: each for found in element.iterchildren(tag) for each in found}


def _width(element: Any) -> int:
    """The width that a cell states in twips; 0 for none, a share or `auto` (17.4.71)."""
    stated = element is not None and element.get(W + "type", "dxa") == "dxa"
    return twips(element.get(W + "w")) if stated else 0


def _value(element: Any) -> str:
    return "" if element is None else str(element.get(W + "val", ""))


def attribute(element: Any, path: str, name: str = "val") -> str:
    """`attribute(p, "pPr/jc")`: an attribute of a descendant, "" where there is none."""
    found = element
    for step in path.split("/"):  # find() with a path takes four times as long
        found = next(found.iterchildren(W + step), None)
        if found is None:
            return ""
    return str(found.get(W + name, ""))


def switched_on(element: Any, path: str) -> bool:
    """`switched_on(r, "rPr/b")`: whether an on-off property is there and on (17.17.4)."""
    found = element
    for step in path.split("/"):
        found = next(found.iterchildren(W + step), None)
        if found is None:
            return False
    return is_on(found, W + "val")


def _unwrapped(parent: Any, wanted: Collection[str], gone: frozenset[str]) -> Iterator[Any]:
    """The wanted elements of a parent, also inside what only wraps them."""
    for child in parent:
        if child.tag in wanted:
            yield child
        elif child.tag in _WRAPPERS and child.tag not in gone:
            yield from _unwrapped(child, wanted, gone)


def _text_boxes(paragraph: Any) -> Iterator[Any]:
    """The text boxes anchored in a paragraph, not those inside them (17.17.1; MCE 7.5)."""
    for box in paragraph.iter(W + "txbxContent"):
        if next(box.iterancestors(_PARAGRAPH, MC + "Fallback"), None) is paragraph:
            yield box


def characters(element: Any) -> str:
    """What one child of a run prints; Word trims a text that does not keep its spaces."""
    if element.tag in (W + "t", W + "delText"):
        text = element.text or ""
        return text if element.get(XML_SPACE) == "preserve" else text.strip(" \t\r\n")
    if element.tag == W + "sym":
        return character(element.get(W + "char"))
    if element.tag in TABS and leader(element):
        return LEADER
    return _CHARACTERS.get(element.tag, "")
