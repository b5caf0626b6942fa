"""YAML as officers type it: every scalar is text, and every slip is named at its place.

`compose` gives the node tree of one file and all that is wrong with its writing. YAML
itself stays silent about many slips (a second `key`, text cut at ` #`, `1,4741` read as
two items); they are found here, and `yaml_syntax` finds what YAML does refuse.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from docgen.finding import Finding, Rule, Severity, Where
from docgen.load.silent_slips import ANCHOR, SilentSlips
from docgen.load.silent_slips import RULES as SLIPS
from docgen.load.yaml_syntax import SYNTAX, parse
from docgen.plan.source import Source

ERROR = Severity.ERROR

UNREADABLE = Rule(
    "KH001", ERROR, "không đọc được tệp", "Thiếu một tệp thì kế hoạch in ra sẽ thiếu một phần."
)
NOT_UTF8 = Rule(
    "KH002", ERROR, "tệp không ở bảng mã UTF-8", "Đọc sai bảng mã thì chữ có dấu thành chữ khác."
)
CONTROL_CHARACTER = Rule(
    "KH003", ERROR, "ký tự điều khiển trong văn bản", "Word không mở được tệp có ký tự này."
)
TOO_DEEP = Rule("KH009", ERROR, "lồng quá nhiều tầng", "Không kế hoạch nào cần tới chừng ấy tầng.")

RULES = (UNREADABLE, NOT_UTF8, CONTROL_CHARACTER, SYNTAX, *SLIPS, TOO_DEEP)

WRITING = frozenset(rule.code for rule in RULES)

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_NESTING = re.compile(r"(?:[\[{][^\[\]{}]*){40}|(?:[-?] ){40}")
_COMMENT = re.compile(r"(?m)(?:^|(?<=[ \t]))#.*$")
MOST_LEVELS = 40
_OTHERS = (
    (b"PK\x03\x04", "tệp Word, Excel hoặc tệp nén"),
    (b"\xd0\xcf\x11\xe0", "tệp Word hoặc Excel đời cũ"),
    (b"{\\rtf", "tệp RTF"),
    (b"%PDF", "tệp PDF"),
)
DELETE_IT = "Xóa ký tự này; nó thường đi theo khi dán từ PDF."


def source_of(text: str, name: str) -> Source:
    """A text as a file of that name would give it, in NFC."""
    composed = unicodedata.normalize("NFC", text)
    return Source(name, composed, None if composed == text else text)


def read_source(path: Path, name: str) -> tuple[Source | None, list[Finding]]:
    """The text of a file, in NFC; `name` is how the officer knows the file."""
    whole = Where(name)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None, [UNREADABLE.at(whole, f"không có tệp {name}")]
    except OSError:
        return None, [UNREADABLE.at(whole, f"không mở được tệp {name}", "Kiểm tra quyền đọc tệp.")]
    if other := next((kind for mark, kind in _OTHERS if data.lstrip()[:8].startswith(mark)), ""):
        hint = "Dán nội dung vào một tệp văn bản thường, tên đuôi .yaml, mã UTF-8."
        return None, [NOT_UTF8.at(whole, f"tệp {name} là {other}, không phải YAML", hint)]
    save_as = "Mở tệp bằng Notepad, chọn Save As, mục Encoding chọn UTF-8."
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:200]:
        return None, [NOT_UTF8.at(whole, f"tệp {name} lưu ở bảng mã UTF-16", save_as)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"tệp {name} không ở bảng mã UTF-8 (có thể là Windows-1258 hoặc TCVN3)"
        return None, [NOT_UTF8.at(Where(name, line, 1), message, save_as)]
    return source_of(text, name), []


def compose(source: Source) -> tuple[Node | None, list[Finding]]:
    """The node tree of a file and the findings of its writing; no tree for an empty file."""
    findings = [
        _finding(source, CONTROL_CHARACTER, match.start(), 1, _unprintable(match), DELETE_IT)
        for match in _CONTROL.finditer(source.text)
    ]  # fmt: skip
    bare = _COMMENT.sub(lambda match: " " * len(match[0]), source.text)
    if deep := _NESTING.search(bare):
        return None, [
            *findings,
            _finding(source, TOO_DEEP, deep.start(), 1, "lồng quá 40 tầng ngoặc"),
        ]
    root, syntax_findings, broken = parse(source, _CONTROL.sub(" ", source.text))
    findings += syntax_findings
    if root is None:
        return None, findings
    slips = [*_escaped_control(source, root), *SilentSlips(source).of(root)]
    findings += [finding for finding in slips if finding.where.line - 1 not in broken]
    tangled = _tangle(root)
    if tangled is not None and not any(finding.code == ANCHOR.code for finding in findings):
        message = f"lồng quá {MOST_LEVELS} tầng"
        findings.append(_finding(source, TOO_DEEP, tangled.start_mark.index, 1, message))
    return (None if tangled is not None else root), findings


def _escaped_control(source: Source, root: Node) -> Iterator[Finding]:
    """Control characters that a text holds by the name of their code."""
    stack, seen = [root], set[int]()
    while stack:
        node = stack.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, ScalarNode):
            if found := _CONTROL.search(node.value):
                start, end = node.start_mark.index, node.end_mark.index
                yield _finding(
                    source, CONTROL_CHARACTER, start, end - start, _unprintable(found), DELETE_IT
                )
        elif isinstance(node, SequenceNode):
            stack += node.value
        elif isinstance(node, MappingNode):
            stack += [child for pair in node.value for child in pair]


def _tangle(root: Node) -> Node | None:
    """A node too deep to be meant, or one that an alias (`*`) puts in a second place."""
    seen: set[int] = set()
    stack = [(root, 1)]
    while stack:
        node, level = stack.pop()
        if id(node) in seen or level > MOST_LEVELS:
            return node
        seen.add(id(node))
        if isinstance(node, SequenceNode):
            stack += [(child, level + 1) for child in node.value]
        elif isinstance(node, MappingNode):
            stack += [(child, level + 1) for pair in node.value for child in pair]
    return None


def _finding(
    source: Source, rule: Rule, index: int, length: int, message: str, hint: str = ""
) -> Finding:
    where = source.where(index, length)
    return rule.at(where, message, hint, source.line_text(where.line))


def _unprintable(match: re.Match[str]) -> str:
    return f"ký tự U+{ord(match[0]):04X} không in được"
