"""What neither docgen nor the template writes: told by its name, whatever it is (decision 017).

Elements and parts are held against an allow-list; properties too, as they count for words on paper,
whoever set them. No clause of the decree stands behind these.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from lxml import etree

from docgen.docx import vocabulary as known
from docgen.docx.effective import Properties, of_paragraph, of_run, of_style, said
from docgen.docx.leaders import leader
from docgen.docx.model import Document, Paragraph, Table, W
from docgen.docx.named_styles import PARAGRAPH_STYLES
from docgen.docx.numbering import marks
from docgen.docx.package import parse, relationships
from docgen.docx.values import OFF, is_measure, whole
from docgen.finding import Finding, Severity
from docgen.paper.facts import Paper, rule
from docgen.paper.story import Fault, about, is_drawn_line, owner, roots, tables

FIELDS = (W + "fldSimple", W + "fldChar")
BREAKS = (W + "tab", W + "br", W + "cr")
PLAIN_GROUND = ("", "auto", "FFFFFF", "ffffff")


@rule(
    "KH788",
    Severity.WARNING,
    "thứ mà docgen và tệp mẫu không viết ra",
    "Ký hiệu, hình, trường, số tự động, định dạng lạ lên giấy mà không có trong nội dung, hoặc che "
    "mất nội dung.",
)
def strange(paper: Paper) -> Iterator[Finding]:
    """Every element and every property that counts is one that docgen or the template writes."""
    template = paper.template
    templates = frozenset[str]() if template is None else template.document.once(_whats)
    hint = "Bỏ chỗ đó trong Word; nội dung cần có thì ghi vào tệp nội dung rồi docgen build."
    found = ((where, what) for where, what in _faults(paper) if what not in templates)
    yield from strange.at_each(paper, found, hint)


def _whats(template: Document) -> frozenset[str]:
    return frozenset(what for _, what in _own(Paper(template, "")))


def _own(template: Paper) -> Iterator[Fault]:
    """What stands in a template, and what its styles would give a text."""
    yield from _faults(template)
    for style in PARAGRAPH_STYLES:
        around, letters = of_style(template.styles, style)
        yield from ((about(None), what) for what in _of_properties(around, letters))


def _faults(paper: Paper) -> Iterator[Fault]:
    document = paper.document
    for root in document.once(roots):
        yield from _elements(root)
    yield from _looks(paper)
    for table in tables(document):
        yield from ((about(table.xml), what) for what in _borders(table, paper.is_frame(table)))
        yield from _conditional(paper, table)
    yield from _fields(document)
    numbered = marks(document)
    for paragraph in document.paragraphs:
        if mark := numbered.get(paragraph.xml):
            yield paragraph, f"số, dấu tự động “{mark}” (numPr)"
    yield from _page_texts(document)


# ------------------------------------------------------------------------------- elements


def _elements(root: Any) -> Iterator[Fault]:
    waiting = deque([root])
    told = set()
    while waiting:
        element = waiting.popleft()
        for child in element:
            tag = child.tag
            if tag in _ENTERED:
                waiting.append(child)
            elif tag in _JUDGED:
                yield from ((about(child), what) for what in _held(child, tag))
            elif (
                tag not in known.HOLDERS
                and isinstance(tag, str)
                and (found := (owner(child), tag)) not in told
            ):
                told.add(found)
                if not _is_let_be(child):
                    yield about(child), f"có {_named(tag)}"
        if element.tag in (W + "footnote", W + "endnote") and element.get(W + "type"):
            words = "".join(element.itertext(W + "t")).strip()
            if words and element.get(W + "type") != "normal":
                yield about(element), f"có chữ trong đường ngăn chú thích: “{words}”"


def _is_let_be(element: Any) -> bool:
    """A line of the letterhead that is drawn; a break or tab where there are no words.

    So is a tab that draws the dots of a blank.
    """
    if element.tag in BREAKS:
        return leader(element) is not None or not about(element).text.strip()
    return is_drawn_line(element)


_LISTS: Mapping[str, Collection[str]] = {
    W + "tblPr": known.TABLE, W + "tblPrEx": known.TABLE, W + "trPr": known.ROW,
    W + "tcPr": known.CELL, W + "sectPr": known.SECTION, W + "sdtPr": known.CONTROL,
}  # fmt: skip
_ENTERED = known.CONTENT - known.HOLDERS
# Those of text are judged as they count: see `_looks`; a paragraph's may hold a section's.
_JUDGED = frozenset((*_LISTS, W + "pPr"))


def _held(holder: Any, own: str) -> Iterator[str]:
    """The properties that a holder of tag `own` should not have."""
    if own == W + "pPr":
        for section in holder.iterchildren(W + "sectPr"):
            yield from _held(section, section.tag)
        return
    for each in holder:
        yield from _of_property(own, each.tag, *each.items())


@lru_cache(maxsize=4096)
def _of_property(own: str, tag: Any, *attributes: tuple[str, str]) -> tuple[str, ...]:
    """What is wrong with a property of such attributes in a holder of tag `own`."""
    values = dict(attributes)
    if not isinstance(tag, str) or values.get(W + "val") in OFF:
        return ()
    told = []
    cell_aligned = tag == W + "vAlign" and own == W + "tcPr"
    only = "" if cell_aligned else known.ONLY.get(tag, "")
    if (tag not in _LISTS[own] and not only) or (only and values.get(W + "val", "1") != only):
        told.append(f"có {_named(tag)}")
    measures = filter(None, map(values.get, known.MEASURED.get(tag, ())))
    told += [
        f"có {_named(tag)} không đọc được: “{value}”" for value in measures if not is_measure(value)
    ]
    if tag == W + "cols" and values.get(W + "num", "1") not in ("0", "1"):
        told.append(f"có {_named(tag)}")
    return tuple(told)


def _named(tag: str) -> str:
    return known.shown(etree.QName(tag).localname)


# ----------------------------------------------------------------------------- properties


def _looks(paper: Paper) -> Iterator[Fault]:
    """Each paragraph with words and each run, those that look the same judged once."""
    styles = paper.styles
    known: dict[Hashable, tuple[str, ...]] = styles.sheet.judged("strange")
    for paragraph in paper.printed:
        runs = [run for run in paragraph.runs if run.text.strip()]
        if runs and (key := styles.paragraph_key(paragraph)) not in known:
            known[key] = tuple(_of_properties(of_paragraph(styles, paragraph), {}))
        keys = [key] if runs else []
        for run in runs:
            keys.append(styles.key(paragraph, run))
            if keys[-1] not in known:
                known[keys[-1]] = tuple(_of_properties({}, of_run(styles, paragraph, run)))
        yield from ((paragraph, what) for each in keys for what in known[each])


def _of_properties(around: Properties, letters: Properties) -> Iterator[str]:
    for each in around.values():
        if not _is_known(each, known.PARAGRAPH):
            yield f"có {_named(each.tag)}"
    for each in letters.values():
        limits = known.RUN_LIMITS.get(each.tag)
        if not (_within(said(each), limits) if limits else _is_known(each, known.RUN)):
            yield f"có {_named(each.tag)}"


def _is_known(element: Any, values: Mapping[str, Collection[str]]) -> bool:
    if element.tag == W + "shd" and element.get(W + "fill", "") not in PLAIN_GROUND:
        return False
    if element.tag == W + "pBdr":
        return all(said(side) in ("none", "nil") for side in element)
    allowed = values.get(element.tag)
    return allowed is not None and (allowed is known.ANY or said(element) in allowed)


def _within(value: str, limits: tuple[int, int]) -> bool:
    least, most = limits
    return least <= whole(value.removesuffix("%"), most + 1) <= most


def _borders(table: Table, is_frame: bool) -> Iterator[str]:
    """The lines of a table that somebody set: data has them, the letterhead's frame has not."""
    for sides in table.xml.iter(W + "tblBorders", W + "tcBorders"):
        for side in sides:
            kind = said(side)
            if is_frame and kind not in ("none", "nil"):
                yield "có đường kẻ quanh khung không viền"
            elif not is_frame and kind != "single":
                yield "có bảng mất hoặc đổi đường kẻ"


def _conditional(paper: Paper, table: Table) -> Iterator[Fault]:
    style = paper.styles.sheet.own.get(table.style)
    if style is not None and style.find(W + "tblStylePr") is not None:
        yield about(table.xml), "có bảng theo kiểu định dạng riêng từng hàng, cột (tblStylePr)"


# -------------------------------------------------------------------- fields, headers, footers


def _fields(document: Document) -> Iterator[Fault]:
    held = {owner(each) for root in document.once(roots) for each in root.iter(*FIELDS)}
    for paragraph in (*document.paragraphs, *document.notes):
        for code in paragraph.fields if paragraph.xml in held else ():
            yield paragraph, f"có trường tự tính “{code.partition(' ')[0]}”"
    for paragraph in _page_paragraphs(document):
        for code in paragraph.fields:
            if code.partition(" ")[0].upper() not in ("", "PAGE"):
                yield paragraph, f"có trường tự tính “{code.partition(' ')[0]}” ở đầu, chân trang"


def _page_texts(document: Document) -> Iterator[Fault]:
    """Words in headers and footers; those beside a page number are another rule's."""
    for paragraph in _page_paragraphs(document):
        words = " ".join(paragraph.text.split())
        if re.search(r"\w", words) and not paragraph.fields:
            yield paragraph, f"có chữ ở đầu trang hoặc chân trang: “{words[:60]}”"


def _page_paragraphs(document: Document) -> Iterable[Paragraph]:
    found = {
        id(each): each
        for section in document.sections
        for texts in (*section.headers.values(), *section.footers.values())
        for each in texts
    }
    return found.values()


# ---------------------------------------------------------------------- settings and parts


@rule(
    "KH789",
    Severity.WARNING,
    "cài đặt hoặc thành phần lạ của tệp Word",
    "Tệp đem ký không khóa, không trộn thư, không theo dõi sửa, không mang tệp khác trong mình.",
)
def strange_file(paper: Paper) -> Iterator[Finding]:
    """The settings and the parts of the file are those of a plan."""
    templates = paper.template.document.once(_of_file) if paper.template else ()
    hint = "Lưu lại từ bản docgen tạo ra; hoặc bỏ cài đặt, thành phần đó trong Word."
    for what in paper.document.once(_of_file):
        if what not in templates:
            yield strange_file.at(paper, what, hint)


def _of_file(document: Document) -> tuple[str, ...]:
    """What is strange in the settings and the parts, each once."""
    return tuple(dict.fromkeys(_strange_in(document)))


def _strange_in(document: Document) -> Iterator[str]:
    for part, data in document.parts.items():
        if part == "word/settings.xml":
            yield from _settings(data)
        if part.endswith(".rels"):
            yield from _relations(data)


@lru_cache(maxsize=8)
def _settings(part: bytes) -> tuple[str, ...]:
    return tuple(_strange_settings(parse(part)))


def _strange_settings(root: Any) -> Iterator[str]:
    for each in root:
        if not isinstance(each.tag, str) or each.get(W + "val") in OFF:
            continue
        name = etree.QName(each)
        if each.tag not in known.SETTINGS and name.namespace not in known.SETTING_NAMESPACES:
            yield f"cài đặt lạ: {known.shown(name.localname)}"


def _relations(part: bytes) -> Iterator[str]:
    for each in relationships(part):
        kind = str(each.get("Type", "")).rpartition("/")[2]
        if kind not in known.RELATIONS:
            yield f"tệp mang theo {known.shown(kind)}"


CHECKS = (strange, strange_file)
