"""One file's YAML parsed whole, however many slips of writing it has.

The parser stops at the first syntax error. So the line at fault is masked, character
for character, and the file is parsed again: every place keeps its line and column, and
one run shows the slips of the whole file, each in Vietnamese with what to write instead.
"""

from __future__ import annotations

import gc
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]
from yaml.nodes import Node

from docgen.finding import Finding, Rule, Severity
from docgen.plan.source import Source

SYNTAX = Rule(
    "KH004", Severity.ERROR, "viết sai quy tắc YAML",
    "Từ chỗ sai trở đi, YAML hiểu khác ý người viết.",
)  # fmt: skip

_OPENING_QUOTE = re.compile(r"(?P<lead> *(?:- +)*)(?P<key>[\w.]+: +)?(?P<quote>[\"'])")
_CLOSING = {
    '"': re.compile(r'(?:[^"\\]|\\.)*"', re.DOTALL),
    "'": re.compile(r"(?:[^']|'')*'(?!')"),
}
_MOST_SYNTAX_ERRORS = 100
BEGINS = (" quoted", "n a", " block", " tag", " simple key")
CLOSE_IT = "Thêm dấu ngoặc kép ở cuối câu."


def parse(source: Source, text: str) -> tuple[Node | None, list[Finding], set[int]]:
    """The node tree of `text`, the syntax errors, and the lines (from 0) they spoil."""
    recovery = _Recovery(source, text)
    for quote in _unclosed_quotes(text):
        recovery.report(quote, "mở ngoặc kép mà không đóng", CLOSE_IT)
    root: Node | None = None
    for _ in range(_MOST_SYNTAX_ERRORS):
        try:
            root = _composed(recovery.text)
            break
        except yaml.MarkedYAMLError as error:
            recovery.after(error)
    return root, recovery.findings, set(recovery.masked)


class _Recovery:
    """The text with its faulty lines masked; `masked` counts how often each had to be."""

    def __init__(self, source: Source, text: str) -> None:
        self.source = source
        self.text = text
        self.masked: Counter[int] = Counter()
        self.findings: list[Finding] = []

    def after(self, error: yaml.MarkedYAMLError) -> None:
        """Reports an error of the parser and masks its line."""
        mark = self._blamed(error)
        index = min(mark.index, max(len(self.source.text) - 1, 0))
        line = self.source.line_text(mark.line + 1)
        message, hint = _explain(error, line, self.source.text[index : index + 1])
        self.report(index, message, hint)

    def report(self, index: int, message: str, hint: str) -> None:
        """Masks the line of `index`; one finding a line, none for what only follows."""
        where = self.source.where(index)
        line = where.line - 1
        if line not in self.masked and not self._follows_from_line_above(line):
            self.findings.append(SYNTAX.at(where, message, hint, self.source.line_text(where.line)))
        self.text = _mask(self.text, line, whole=line in self.masked)
        self.masked[line] += 1

    def _blamed(self, error: yaml.MarkedYAMLError) -> yaml.Mark:
        """Where a scalar begins, else where the parser stopped."""
        begins = tuple(f"while scanning a{what}" for what in BEGINS)
        stopped = error.problem_mark or error.context_mark
        assert stopped is not None, "libyaml always says where"
        if error.context_mark and (error.context or "").startswith(begins):
            return error.context_mark
        if error.context_mark and self.masked[stopped.line] > 1:
            return error.context_mark
        return stopped

    def _follows_from_line_above(self, line: int) -> bool:
        """Whether the line above lost its place in the structure, so that this one had to."""
        lines = self.source.lines
        above = line - 1
        while above > 0 and not lines[above].strip():
            above -= 1
        return self.masked[above] > 1


class _Composer(CParser):
    """libyaml's composer with every scalar left as text."""

    def resolve(self, *_: Any) -> str:
        return ""

    def descend_resolver(self, *_: Any) -> None: ...

    def ascend_resolver(self) -> None: ...


def _composed(text: str) -> Node | None:
    """Composing makes many small objects that all live on: the collector would only slow it."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        node: Node | None = _Composer(text).get_single_node()
        return node
    finally:
        if collecting:
            gc.enable()


def _unclosed_quotes(text: str) -> Iterator[int]:
    """Where a quote opens whose text would run on into lines that stand no deeper."""
    lines = text.splitlines(keepends=True)
    start = 0
    for number, line in enumerate(lines):
        opening = _OPENING_QUOTE.match(line)
        if opening and not (closing := _CLOSING[opening["quote"]]).match(line, opening.end()):
            depth = (
                len(opening["lead"].rstrip("- ")) if not opening["key"] else len(opening["lead"])
            )
            for below in lines[number + 1 :]:
                if below.strip() and len(below) - len(below.lstrip()) <= depth:
                    yield start + opening.end() - 1
                    break
                if closing.match(below):
                    break
        start += len(line)


def _mask(text: str, line: int, *, whole: bool) -> str:
    """The text with what stands on `line` (from 0) made harmless, every index kept."""
    lines = text.splitlines(keepends=True)
    if line >= len(lines):
        line = len(lines) - 1
    body = lines[line].rstrip("\r\n")
    end = lines[line][len(body) :]
    lead = re.match(r"[ \t]*(?:- +)*(?:[\w.]+:(?= |$) *)?" if not whole else r"[ \t]*", body)
    kept = lead[0].replace("\t", " ") if lead else ""
    rest = len(body) - len(kept)
    filler = "#" * rest if whole else "x" * rest
    lines[line] = kept + filler + end
    return "".join(lines)


_EXPLANATIONS = (
    ("unknown escape", "dấu \\ trong ngoặc kép", "Dùng ngoặc đơn '…' hoặc viết \\\\ thay cho \\."),
    ("quoted scalar", "mở ngoặc kép mà không đóng", CLOSE_IT),
    ("alias", "câu bắt đầu bằng dấu {character}", "{quoted}"),
    ("anchor", "câu bắt đầu bằng dấu {character}", "{quoted}"),
    ("scanning a tag", "câu bắt đầu bằng dấu !", "{quoted}"),
    ("cannot start any token", "câu bắt đầu bằng ký tự {character}", "{quoted}"),
    ("directive", "câu bắt đầu bằng ký tự {character}", "{quoted}"),
    ("mapping values", "dấu : giữa câu, hoặc dòng trên thiếu dấu :", "{quoted}"),
    ("block sequence entries", "dấu - đứng ngay sau dấu :", "Xuống dòng rồi mới viết dấu -."),
    ("flow", "mở ngoặc [ hoặc {{ mà không đóng, hoặc thiếu dấu phẩy",
     "Kiểm tra dấu ngoặc, dấu phẩy."),
    ("block scalar", "có chữ ngay sau dấu | hoặc >", "Xuống dòng rồi mới viết nội dung."),
    ("single document", "dòng --- chia tệp làm hai", "Xóa dòng ---."),
    ("could not find expected ':'", "dòng này thiếu dấu : sau khóa",
     "Viết dấu : sau khóa; nếu là phần sau của câu thì thụt vào sâu hơn dòng trên."),
    ("parsing a block", "thụt vào không thẳng với dòng cùng cấp, hoặc có chữ sau ngoặc kép",
     "Gióng thẳng với dòng cùng cấp ở trên; câu có ngoặc kép thì để cả câu trong '…'."),
)  # fmt: skip


def _explain(error: yaml.MarkedYAMLError, line: str, character: str) -> tuple[str, str]:
    """What the parser's English means to an officer, and what to write instead."""
    if character == "\t":
        return "dòng thụt vào bằng phím Tab", "Thụt vào bằng dấu cách, mỗi tầng hai dấu cách."
    english = f"{error.context or ''} {error.problem or ''}"
    value = re.sub(r"^[\s-]*(?:\w+:\s+)?", "", line).strip()
    quoted = f'Đặt cả câu trong ngoặc kép: "{shortened(value)}"'
    if "{{" in value and value[0] in "[{" and '"' not in value:
        return "dấu {{ mở ngoặc của YAML", "Đặt câu có {{ … }} trong ngoặc kép."
    for fragment, message, hint in _EXPLANATIONS:
        if fragment in english:
            return message.format(character=character), hint.format(quoted=quoted)
    return "YAML không hiểu chỗ này", quoted


def shortened(text: str, most: int = 60) -> str:
    """The start of a text, ready to stand in double quotes in a hint."""
    text = text.replace('"', '\\"')
    return text if len(text) <= most else text[:most].rstrip() + "…"
