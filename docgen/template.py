"""The office's Word template, compiled once.

The template is written in docxtpl's tag language, and docxtpl's own `patch_xml` turns
its XML into a Jinja template. Before that, `prepare` tells the template what Word
cannot express: how wide the place of each line and table is, and that the appendix
section comes as often as the plan has appendices, or not at all.
"""

from __future__ import annotations

import re
import zipfile
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from docgen.issue import Issue, Rule, Severity, Where
from docgen.named_styles import with_known_ids

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DEFAULT_CELL_MARGIN = 108
DOCUMENT = "word/document.xml"
CORE_PROPERTIES = "docProps/core.xml"
TAGGED_PART = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")

NOT_A_TEMPLATE = Rule(
    "KH030",
    Severity.ERROR,
    "tệp mẫu không phải tệp Word",
    "Không có mẫu thì không in được văn bản.",
)
TEMPLATE_SYNTAX = Rule(
    "KH031",
    Severity.ERROR,
    "thẻ trong tệp mẫu viết sai",
    "Thẻ sai làm mất cả phần văn bản phía sau.",
)
NO_SECTION_BREAK = Rule(
    "KH032", Severity.ERROR, "phụ lục không ở phần riêng của tệp mẫu",
    "Phụ lục phải đánh số trang riêng nên phải là một phần (section) riêng.",
    "Phụ lục I, Phần I, III.1.đ",
)  # fmt: skip

RULES = (NOT_A_TEMPLATE, TEMPLATE_SYNTAX, NO_SECTION_BREAK)

_LINE = re.compile(r"\{\{p\s+((?:rules\.\w+)|(?:\w+\.rule))\s*\}\}")
_TABLE = re.compile(r"(\{%p\s+for\s+\w+\s+in\s+)(\w+\.table)(\s*%\})")
_APPENDICES = re.compile(r"\{%p\s+for\s+(\w+)\s+in\s+appendices\s*%\}")


@dataclass(frozen=True, slots=True)
class Template:
    """A template ready to render: parts as they are, and parts that hold tags."""

    name: str
    static: dict[str, bytes]
    tagged: dict[str, Any]


def open_template(path: Path, name: str) -> tuple[Template | None, list[Issue]]:
    """The compiled template; issues where it is no .docx or a tag cannot be understood."""
    whole = Where(name)
    save_again = "Mở tệp bằng Word rồi lưu lại dạng .docx."
    try:
        parts = read_parts(path)
        prepared = prepare(parts)
    except FileNotFoundError:
        return None, [NOT_A_TEMPLATE.at(whole, f"không có tệp mẫu {name}")]
    except OSError:
        return None, [
            NOT_A_TEMPLATE.at(
                whole, f"không đọc được tệp mẫu {name}", "Đóng tệp trong Word rồi thử lại."
            )
        ]
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError):
        return None, [NOT_A_TEMPLATE.at(whole, f"{name} không phải tệp Word .docx", save_again)]
    except _NoSectionBreak:
        hint = "Trong Word: Layout, Breaks, Next Page ở trước thẻ {%p for a in appendices %}."
        return None, [NO_SECTION_BREAK.at(whole, "trước phụ lục không có dấu ngắt phần", hint)]
    tagged: dict[str, Any] = {}
    issues: list[Issue] = []
    for part in prepared:
        if TAGGED_PART.fullmatch(part) and (b"{{" in prepared[part] or b"{%" in prepared[part]):
            compiled, part_issues = _compile(prepared[part].decode("utf-8"), name)
            tagged[part] = compiled
            issues += part_issues
    static = {part: data for part, data in prepared.items() if part not in tagged}
    return (None if issues else Template(name, static, tagged)), issues


def read_parts(path: Path) -> dict[str, bytes]:
    """The parts of a .docx by name, in the file's order."""
    with zipfile.ZipFile(path) as package:
        return {
            info.filename: package.read(info) for info in package.infolist() if not info.is_dir()
        }


@cache
def _environment() -> Any:
    """The template's sandbox: values are escaped, unknown names raise, Jinja's filters serve."""
    from jinja2.defaults import DEFAULT_FILTERS, DEFAULT_TESTS

    from docgen.expressions import environment

    own = environment().overlay(autoescape=True)
    own.filters, own.tests = dict(DEFAULT_FILTERS), dict(DEFAULT_TESTS)
    return own


def _compile(xml: str, name: str) -> tuple[Any, list[Issue]]:
    from docxtpl import DocxTemplate
    from jinja2 import TemplateSyntaxError

    patched = DocxTemplate.patch_xml(None, xml)
    try:
        return _environment().from_string(patched), []
    except TemplateSyntaxError:
        lined = re.sub(r"<w:p([ >])", r"\n<w:p\1", patched)
        try:
            _environment().from_string(lined)
        except TemplateSyntaxError as error:
            line = lined.splitlines()[error.lineno - 1]
            words = re.sub(r"<[^>]+>", "", line).strip()
            message = f"thẻ viết sai ở đoạn “{words[:80]}”"
            hint = "Mỗi {%p for … %} cần một {%p endfor %}, mỗi {%p if … %} cần một {%p endif %}."
            return None, [TEMPLATE_SYNTAX.at(Where(name), message, hint)]
        raise


# --------------------------------------------------------------------- what Word cannot say


class _NoSectionBreak(Exception):
    """The appendix loop does not stand in a section of its own."""


def prepare(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The template's parts with lines and tables told their width, and sections made countable."""
    parts = with_known_ids(parts)
    document = etree.fromstring(parts[DOCUMENT])
    body = document[0]
    sizes = _style_sizes(parts.get("word/styles.xml"))
    sections = _Sections(body)
    for paragraph in body.iter(W + "p"):
        text = _text(paragraph)
        if "{{p" in text and _LINE.search(text):
            width, size = sections.width_at(paragraph), _size_above(paragraph, sizes)
            _retype(paragraph, _LINE.sub(rf"{{{{p \1.within({width}, {size}) }}}}", text))
        elif _TABLE.search(text):
            width = sections.width_at(paragraph)
            _retype(paragraph, _TABLE.sub(rf"\1(\2.within({width}) if \2 else [])\3", text))
    sections.make_countable()
    return {**parts, DOCUMENT: etree.tostring(document, encoding="UTF-8", standalone=True)}


def _retype(paragraph: Any, text: str) -> None:
    first, *others = paragraph.iter(W + "t")
    first.text = text
    for other in others:
        other.text = ""


def _style_sizes(styles: bytes | None) -> dict[str, int]:
    """The font size of each paragraph style in half-points, the style chain followed."""
    if styles is None:
        return {}
    root = etree.fromstring(styles)
    own = {style.get(W + "styleId"): style for style in root.iter(W + "style")}

    def size(style: Any) -> int:
        found = style.find(f"{W}rPr/{W}sz")
        if found is not None:
            return int(found.get(W + "val"))
        parent = style.find(W + "basedOn")
        return size(own[parent.get(W + "val")]) if parent is not None else 28

    return {name: size(style) for name, style in own.items() if name}


def _size_above(paragraph: Any, sizes: dict[str, int]) -> int:
    """The size of the text that a line stands under."""
    for above in paragraph.itersiblings(W + "p", preceding=True):
        text = _text(above)
        if text and not text.startswith("{%p"):
            style = above.find(f"{W}pPr/{W}pStyle")
            return sizes.get(style.get(W + "val"), 28) if style is not None else 28
    return 28


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
                raise _NoSectionBreak

    @property
    def main(self) -> Any:
        return self.last if self.main_end is None else _section(self.main_end)

    def width_at(self, paragraph: Any) -> str:
        """The room at a paragraph in twips; in an appendix it depends on its orientation."""
        for ancestor in paragraph.iterancestors(W + "tc"):
            margins = _cell_margins(ancestor)
            return str(int(ancestor.find(f"{W}tcPr/{W}tcW").get(W + "w")) - margins)
        if not self._in_appendix(paragraph):
            return str(_text_width(self.main))
        wide, narrow = _text_width(self.last), _text_width(self.main)
        return f"{wide} if {self._appendix}.orientation == 'landscape' else {narrow}"

    @property
    def _appendix(self) -> str:
        """The template's name for the appendix at hand."""
        return str(_APPENDICES.search(_text(self.loop))[1])  # type: ignore[index]

    def _in_appendix(self, paragraph: Any) -> bool:
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
        end = [p for p in self.body.findall(W + "p") if _text(p).startswith("{%p endfor")][-1]
        tail = end.getprevious()
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
        total += int(margin.get(W + "w")) if margin is not None else DEFAULT_CELL_MARGIN
    return total


def _text_width(section: Any) -> int:
    """The width between the margins of a section, in twips."""
    size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
    return int(size.get(W + "w")) - int(margins.get(W + "left")) - int(margins.get(W + "right"))


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
