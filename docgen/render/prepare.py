"""What the template cannot say in Word, told to it before it is compiled.

How wide the place of each line and table is, and that the appendix section comes as
often as the plan has appendices, or not at all. Element names are the standard's
(ECMA-376 Part 1, 17); lengths are twips (1/20 pt).
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

from lxml import etree

from docgen.docx.named_styles import with_known_ids
from docgen.docx.package import parse
from docgen.docx.values import whole
from docgen.plan.office import Form
from docgen.render.cut_styles import with_cut_styles
from docgen.render.office_form import in_form

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DEFAULT_CELL_MARGIN = 108
TABLE_CELL = "KHTableCell"
DOCUMENT = "word/document.xml"
CORE_PROPERTIES = "docProps/core.xml"
NEEDED = ("[Content_Types].xml", "_rels/.rels", DOCUMENT, "word/styles.xml", CORE_PROPERTIES)

_LINE = re.compile(r"\{\{p\s+((?:rules\.\w+)|(?:\w+\.rule))\s*\}\}")
_TABLE = re.compile(r"(\{%p\s+for\s+\w+\s+in\s+)((\w+)\.table)(\s*%\})")
_RUNS = re.compile(r"\{\{r\s+([\w.]+)\s*\}\}")
_BEFORE_TABS = (  # 17.3.1.26
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd",
)  # fmt: skip
_BODY = re.compile(r"\{%p\s+for\s+(\w+)\s+in\s+body\s*%\}")
_OPENS, _CLOSES = re.compile(r"\{%p\s+(?:for|if)\b"), re.compile(r"\{%p\s+end(?:for|if)\b")
_APPENDICES = re.compile(r"\{%p\s+for\s+(\w+)\s+in\s+appendices\s*%\}")


class NoSectionBreak(Exception):
    """The appendix loop does not stand in a section of its own."""


class NoFigure(Exception):
    """A length that Word always writes is not there."""


def prepare(parts: dict[str, bytes], form: Form | None = None) -> dict[str, bytes]:
    """The template's parts in the office's form, with lines and tables told their width.

    Sections are made countable. Raises `KeyError` where a part is missing that every .docx has,
    `NoSectionBreak` and `NoFigure`.
    """
    if missing := [part for part in NEEDED if part not in parts]:
        raise KeyError(missing)
    parts = with_known_ids(parts)
    parts["word/styles.xml"] = with_cut_styles(in_form(parts["word/styles.xml"], form))
    document = parse(parts[DOCUMENT])
    body = document.find(W + "body")
    if body is None:
        raise KeyError("w:body")
    styles = _Styles(parts.get("word/styles.xml"))
    sections = _Sections(body)
    for paragraph in body.iter(W + "p"):
        text = _text(paragraph)
        if "{{p" in text and _LINE.search(text):
            width, size = sections.width_at(paragraph), _size_above(paragraph, styles)
            _retype(paragraph, _LINE.sub(rf"{{{{p \1.within({width}, {size}) }}}}", text))
        elif _TABLE.search(text):
            place = f"{sections.width_at(paragraph)}, {styles.size(TABLE_CELL)}"
            place += "" if sections.in_appendix(paragraph) else r", \3.keep"
            _retype(paragraph, _TABLE.sub(rf"\1(\2.within({place}) if \2 else [])\4", text))
    keep_with_next(body, styles)
    for paragraph in body.iter(W + "p"):
        for tag in _RUNS.findall(_text(paragraph)):
            size = styles.size(styles.of(paragraph))
            _stops(paragraph, tag, f"{sections.width_at(paragraph)}, {size}")
    sections.make_countable()
    return {**parts, DOCUMENT: etree.tostring(document, encoding="UTF-8", standalone=True)}


def _stops(paragraph: Any, tag: str, place: str) -> None:
    """The stops of the blanks in what a tag prints, behind what else must stand before them."""
    properties = paragraph.find(W + "pPr")
    if properties is None:
        properties = etree.Element(W + "pPr")
        paragraph.insert(0, properties)
    before = [each for each in properties if etree.QName(each).localname in _BEFORE_TABS]
    code = f"{{{{ {tag}.stops({place}) }}}}"
    if before:
        before[-1].tail = (before[-1].tail or "") + code
    else:
        properties.text = (properties.text or "") + code


def _retype(paragraph: Any, text: str) -> None:
    first, *others = paragraph.iter(W + "t")
    first.text = text
    for other in others:
        other.text = ""


class _Styles:
    """The paragraph styles of the template, the style chain followed."""

    def __init__(self, styles: bytes | None) -> None:
        root = etree.Element("none") if styles is None else parse(styles)
        self.own = {style.get(W + "styleId"): style for style in root.iter(W + "style")}

    def of(self, paragraph: Any) -> str:
        """The id of a paragraph's style, or nothing."""
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        return "" if style is None else str(style.get(W + "val"))

    def size(self, style: str) -> int:
        """The font size of a style in half-points."""
        return whole(self._said(style, "rPr", "sz", "28"), 28)

    def keeps_with_next(self, paragraph: Any) -> bool:
        """Whether the style keeps the paragraph on the page of the next (17.3.1.15)."""
        return self._said(self.of(paragraph), "pPr", "keepNext", "0", unsaid="1") == "1"

    def _said(self, style: str, part: str, tag: str, default: str, unsaid: str = "") -> str:
        name: str | None = style
        while name in self.own:
            found = self.own[name].find(f"{W}{part}/{W}{tag}")
            if found is not None:
                return str(found.get(W + "val", unsaid))
            parent = self.own[name].find(W + "basedOn")
            name = None if parent is None else parent.get(W + "val")
        return default


def _size_above(paragraph: Any, styles: _Styles) -> int:
    """The size of the text that a line stands under."""
    for above in paragraph.itersiblings(W + "p", preceding=True):
        text = _text(above)
        if text and not text.startswith("{%p"):
            return styles.size(styles.of(above))
    return 28


def keep_with_next(body: Any, styles: _Styles) -> None:
    """Each paragraph that a block of the text may become stays with the next where it `keep`s."""
    block, depth = "", 0
    for paragraph in body.findall(W + "p"):
        text = _text(paragraph)
        if block:
            depth += len(_OPENS.findall(text)) - len(_CLOSES.findall(text))
            block = block if depth else ""
        elif loop := _BODY.search(text):
            block, depth = loop[1], 1
        if block and not text.startswith(("{%p", "{{p")) and not styles.keeps_with_next(paragraph):
            properties = paragraph.find(W + "pPr")
            if properties is None:
                properties = etree.Element(W + "pPr")
                paragraph.insert(0, properties)
            style = properties.find(W + "pStyle")
            keep = etree.Element(W + "keepNext")
            keep.tail = "{% endif %}"
            condition = f"{{% if {block}.keep %}}"
            if style is None:
                properties.text, place = condition, 0
            else:
                style.tail, place = condition, 1
            properties.insert(place, keep)


class _Sections:
    """The main section and the appendix section of the template's body."""

    def __init__(self, body: Any) -> None:
        self.body = body
        self.last = body.find(W + "sectPr")
        self.loop = next((p for p in body.findall(W + "p") if _APPENDICES.search(_text(p))), None)
        self.main_end = None
        if self.loop is not None:
            before = self.loop.itersiblings(W + "p", preceding=True)
            self.main_end = next((p for p in before if _section(p) is not None), None)
            if self.main_end is None:
                raise NoSectionBreak
        for section in (self.main, self.last):
            _text_width(section)

    @property
    def main(self) -> Any:
        return self.last if self.main_end is None else _section(self.main_end)

    def width_at(self, paragraph: Any) -> str:
        """The room at a paragraph in twips; in an appendix it depends on its orientation."""
        for ancestor in paragraph.iterancestors(W + "tc"):
            return str(_cell_width(ancestor) - _cell_margins(ancestor))
        if not self.in_appendix(paragraph):
            return str(_text_width(self.main))
        wide, narrow = _text_width(self.last), _text_width(self.main)
        return f"{wide} if {self._appendix}.orientation == 'landscape' else {narrow}"

    @property
    def _appendix(self) -> str:
        """The template's name for the appendix at hand."""
        return str(_APPENDICES.search(_text(self.loop))[1])  # type: ignore[index]

    def in_appendix(self, paragraph: Any) -> bool:
        """Whether the paragraph stands in the loop over the appendices."""
        if self.loop is None:
            return False
        return bool(self.body.index(_top(paragraph, self.body)) > self.body.index(self.loop))

    def make_countable(self) -> None:
        """Section breaks that follow the number of appendices (ECMA-376 Part 1, 17.6.17)."""
        if self.loop is None:
            return
        name = self._appendix
        landscape, main = deepcopy(self.last), deepcopy(self.main)
        portrait = deepcopy(self.last)
        for tag in ("pgSz", "pgMar"):
            portrait.replace(portrait.find(W + tag), deepcopy(main.find(W + tag)))
        ends = [p for p in self.body.findall(W + "p") if _text(p).startswith("{%p endfor")]
        if not ends:
            return
        tail = ends[-1].getprevious()
        if tail.tag != W + "p" or _text(tail):
            tail = etree.Element(W + "p")
            ends[-1].addprevious(tail)
        if tail.find(W + "pPr") is None:
            tail.insert(0, etree.Element(W + "pPr"))
        _replace_section(self.main_end, [("{% if appendices %}", main), ("{% endif %}", None)])
        choice = [(f"{{% if {name}.orientation == 'landscape' %}}", landscape),
                  ("{% else %}", portrait), ("{% endif %}", None)]  # fmt: skip
        properties = tail.find(W + "pPr")
        _append(properties, [("{% if not loop.last %}", None), *choice, ("{% endif %}", None)])
        self.body.remove(self.last)
        last = [(text.replace(f"{name}.", "appendices[-1]."), each) for text, each in choice]
        _append(
            self.body,
            [("{% if appendices %}", None), *last, ("{% else %}", main), ("{% endif %}", None)],
        )


def _text(paragraph: Any) -> str:
    return "".join(text.text or "" for text in paragraph.iter(W + "t")).strip()


def _section(paragraph: Any) -> Any:
    return paragraph.find(f"{W}pPr/{W}sectPr")


def _top(element: Any, body: Any) -> Any:
    while element.getparent() is not body:
        element = element.getparent()
    return element


def _cell_margins(cell: Any) -> int:
    table = next(cell.iterancestors(W + "tbl"))
    total = 0
    for side in ("left", "right"):
        margin = table.find(f"{W}tblPr/{W}tblCellMar/{W}{side}")
        total += _measure(margin, "w") if margin is not None else DEFAULT_CELL_MARGIN
    return total


def _cell_width(cell: Any) -> int:
    """The width of the grid's columns that a cell spans; its own may be `auto` (17.4.71)."""
    grid = next(cell.iterancestors(W + "tbl")).findall(f"{W}tblGrid/{W}gridCol")
    before = sum(_span(each) for each in cell.itersiblings(W + "tc", preceding=True))
    return sum(_measure(column, "w") for column in grid[before : before + _span(cell)])


def _span(cell: Any) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if span is None else _measure(span, "val")


def _measure(element: Any, name: str) -> int:
    """A whole number that an element must state."""
    text = "" if element is None else element.get(W + name, "")
    if not re.fullmatch(r"-?[0-9]{1,9}", text):
        raise NoFigure(f"w:{name}" if element is None else f"{etree.QName(element).localname}")
    return int(text)


def _text_width(section: Any) -> int:
    """The width between the margins of a section, in twips."""
    if section is None:
        raise NoFigure("sectPr")
    size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
    return _measure(size, "w") - _measure(margins, "left") - _measure(margins, "right")


def _replace_section(paragraph: Any, pieces: list[tuple[str, Any]]) -> None:
    properties = paragraph.find(W + "pPr")
    properties.remove(properties.find(W + "sectPr"))
    _append(properties, pieces)


def _append(parent: Any, pieces: list[tuple[str, Any]]) -> None:
    """Appends template text, each piece followed by a copy of its element."""
    for text, element in pieces:
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + text
        else:
            parent.text = (parent.text or "") + text
        if element is not None:
            parent.append(deepcopy(element))
