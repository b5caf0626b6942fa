"""The office's Word template, compiled once.

The template is written in docxtpl's tag language, and docxtpl's own `patch_xml` turns
its XML into a Jinja template. Before that, `prepare` tells the template what Word
cannot express: how wide the place of each line and table is, and that the appendix
section comes as often as the plan has appendices, or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from docgen import limits
from docgen.docx.package import NotAPackage, packed, parts_of, unpacked
from docgen.finding import Finding, Rule, Severity, Where
from docgen.kept import Kept, key_of
from docgen.plan.office import Form
from docgen.render.prepare import NoFigure, NoSectionBreak, prepare

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


@dataclass(frozen=True, slots=True)
class Template:
    """A template ready to render: parts as they are, and parts that hold tags.

    `path` is its file, `form` what the office chose over it.
    """

    name: str
    static: dict[str, bytes]
    tagged: dict[str, Any]
    path: Path
    form: Form | None


def open_template(
    path: Path, name: str, form: Form | None = None, kept: Kept | None = None
) -> tuple[Template | None, list[Finding]]:
    """The compiled template in the form that the office chose.

    Findings where it is no .docx or a tag cannot be understood. What the template becomes before
    it is compiled is `kept` beside the output.
    """
    whole = Where(name)
    save_again = "Mở tệp bằng Word rồi lưu lại dạng .docx."
    try:
        patched = _patched(path, form, kept)
    except FileNotFoundError:
        return None, [NOT_A_TEMPLATE.at(whole, f"không có tệp mẫu {name}")]
    except OSError:
        return None, [
            NOT_A_TEMPLATE.at(
                whole, f"không đọc được tệp mẫu {name}", "Đóng tệp trong Word rồi thử lại."
            )
        ]
    except NotAPackage as error:
        message = f"{name} không phải tệp Word .docx đọc được: {error}"
        return None, [NOT_A_TEMPLATE.at(whole, message, save_again)]
    except KeyError:
        return None, [NOT_A_TEMPLATE.at(whole, f"{name} không phải tệp Word .docx", save_again)]
    except NoSectionBreak:
        hint = "Trong Word: Layout, Breaks, Next Page ở trước thẻ {%p for a in appendices %}."
        return None, [NO_SECTION_BREAK.at(whole, "trước phụ lục không có dấu ngắt phần", hint)]
    except NoFigure as error:
        message = f"tệp mẫu không ghi khổ giấy, lề hoặc bề rộng cột ({error})"
        return None, [NOT_A_TEMPLATE.at(whole, message, save_again)]
    tagged: dict[str, Any] = {}
    findings: list[Finding] = []
    for part in filter(_is_tagged(patched), patched):
        tagged[part], part_findings = _compile(patched[part].decode("utf-8"), name)
        findings += part_findings
    static = {part: data for part, data in patched.items() if part not in tagged}
    return (None if findings else Template(name, static, tagged, path, form)), findings


# The templates of this process, by their bytes and the form of the office.
_PATCHED: dict[tuple[bytes, Form | None], Mapping[str, bytes]] = {}
_MOST_TEMPLATES = 8


def _patched(path: Path, form: Form | None, kept: Kept | None) -> Mapping[str, bytes]:
    """The parts of the template, prepared, those that hold tags in Jinja's language."""
    known = limits.read_bytes(path, limits.PACKAGE), form
    if known not in _PATCHED:
        if len(_PATCHED) >= _MOST_TEMPLATES:
            _PATCHED.clear()
        _PATCHED[known] = _patched_anew(path, form, kept)
    return _PATCHED[known]


def _patched_anew(path: Path, form: Form | None, kept: Kept | None) -> Mapping[str, bytes]:
    key = key_of("template", [path], repr(form)) if kept else ""
    if kept and (data := kept.get(key)):
        return unpacked(data)
    parts = prepare(parts_of(path), form)
    tagged = [*filter(_is_tagged(parts), parts)]
    if tagged:
        from docxtpl import DocxTemplate

        for part in tagged:
            parts[part] = DocxTemplate.patch_xml(None, parts[part].decode("utf-8")).encode("utf-8")
    if kept:
        kept.put(key, packed(parts))
    return parts


def _is_tagged(parts: Mapping[str, bytes]) -> Callable[[str], bool]:
    """Whether a part of these holds tags."""

    def holds_tags(part: str) -> bool:
        return bool(TAGGED_PART.fullmatch(part)) and (b"{{" in parts[part] or b"{%" in parts[part])

    return holds_tags


@cache
def _environment() -> Any:
    """The template's sandbox: values are escaped, unknown names raise, Jinja's filters serve."""
    from jinja2.filters import FILTERS
    from jinja2.tests import TESTS

    from docgen.plan.expressions import environment

    own = environment().overlay(autoescape=True)
    own.filters, own.tests = dict(FILTERS), dict(TESTS)
    return own


@lru_cache(maxsize=32)
def _compile(patched: str, name: str) -> tuple[Any, list[Finding]]:
    """A part as a Jinja template, compiled once for all plans of a process."""
    from jinja2 import TemplateSyntaxError

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
