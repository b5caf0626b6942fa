"""YAML as officers type it: every scalar is text, and every slip is named at its place.

`compose` gives the node tree of one file and all that is wrong with its writing. YAML
itself stays silent about many slips (a second `key`, text cut at ` #`, `1,4741` read as
two items); they are found here, and `yaml_syntax` finds what YAML does refuse.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from docgen import limits
from docgen.finding import Finding, Fix, Rule, Severity, Where
from docgen.limits import Limit
from docgen.load.silent_slips import ANCHOR, SilentSlips
from docgen.load.silent_slips import RULES as SLIPS
from docgen.load.yaml_syntax import CONTROL, SYNTAX, parse
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

TOO_LARGE = Rule(
    "KH026",
    ERROR,
    "lớn quá mức docgen nhận",
    "Không kế hoạch nào cần tới chừng ấy; thường do dán nhầm.",
)

RULES = (UNREADABLE, NOT_UTF8, CONTROL_CHARACTER, SYNTAX, *SLIPS, TOO_DEEP, TOO_LARGE)

WRITING = frozenset(rule.code for rule in RULES)

_BELOW = limits.LEVELS.most - 1
_NESTING = (
    re.compile(rf"[\[{{](?:[^\[\]{{}}]*+[\[{{]){{{_BELOW}}}"),
    re.compile(rf"[-?](?:[ \t]+[-?]){{{_BELOW}}}[ \t]"),
)
_COMBINING = re.compile(
    r"[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff"
    rf"\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{{{limits.MARKS_ON_A_LETTER.most + 1}}}"
)
_COMMENT = re.compile(r"(?m)#(?:(?<=^#)|(?<=[ \t]#)).*$")
_OTHERS = (
    (b"PK\x03\x04", "tệp Word, Excel hoặc tệp nén"),
    (b"\xd0\xcf\x11\xe0", "tệp Word hoặc Excel đời cũ"),
    (b"{\\rtf", "tệp RTF"),
    (b"%PDF", "tệp PDF"),
)
_KEY = re.compile(r"[\w.]+(?: - [\w.]+)*")
DELETE_IT = "Xóa ký tự này; nó thường đi theo khi dán từ PDF."


def source_of(text: str, name: str) -> Source:
    """A text as a file of that name would give it, in NFC."""
    composed = unicodedata.normalize("NFC", text)
    return Source(name, composed, None if composed == text else text)


def read_source(path: Path, name: str) -> tuple[Source | None, list[Finding]]:
    """The text of a file, in NFC; `name` is how the officer knows the file."""
    whole = Where(name)
    try:
        data = limits.read_bytes(path, limits.CONTENT_FILE)
    except FileNotFoundError:
        return None, [UNREADABLE.at(whole, f"không có tệp {name}")]
    except limits.TooLarge as error:
        hint = "Xem lại tệp; kế hoạch quá dài thì tách thành nhiều tệp."
        return None, [TOO_LARGE.at(whole, f"{name}: {error}", hint)]
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
    if heap := _COMBINING.search(text):
        place = Source(name, text).where(heap.start())
        return None, [TOO_LARGE.at(place, limits.MARKS_ON_A_LETTER.sentence, "Xóa các dấu thừa.")]
    return source_of(text, name), []


def compose(source: Source) -> tuple[Node | None, list[Finding]]:
    """The node tree of a file and the findings of its writing; no tree for an empty file.

    It is made once for the same text, nobody changes it; that of a very long one is not kept.
    """
    make = _composed if len(source.text) <= LONGEST_KEPT else _composed.__wrapped__
    root, findings = make(source.name, source.text)
    return root, [*findings]


LONGEST_KEPT = 1_000_000  # letters: the tree of a text takes ten times its room


@lru_cache(maxsize=64)
def _composed(name: str, text: str) -> tuple[Node | None, list[Finding]]:
    source = Source(name, text)
    findings = [
        replace(
            _finding(source, CONTROL_CHARACTER, match.start(), 1, _unprintable(match), DELETE_IT),
            fix=Fix(match.start(), match.end(), ""),
        )
        for match in CONTROL.finditer(source.text)
    ]
    bare = _COMMENT.sub(lambda match: " " * len(match[0]), source.text)
    if deep := [found.start() for each in _NESTING if (found := each.search(bare))]:
        return None, [
            *findings,
            _finding(source, TOO_DEEP, min(deep), 1, f"{limits.LEVELS.sentence} ngoặc"),
        ]
    root, syntax_findings, broken = parse(source)
    findings += syntax_findings
    if root is None:
        return None, findings
    nodes, tangled = _nodes(root)
    for node in nodes:
        if isinstance(node, SequenceNode):
            node.value[:] = [_lead_in(source.text, each) for each in node.value]
    slips = [*_escaped_control(source, nodes), *SilentSlips(source).of(root)]
    findings += [finding for finding in slips if finding.where.line - 1 not in broken]
    if tangled is not None and not any(finding.code == ANCHOR.code for finding in findings):
        message = limits.LEVELS.sentence
        findings.append(_finding(source, TOO_DEEP, tangled.start_mark.index, 1, message))
    if tangled is None and (large := [*_too_large(source, nodes)]):
        return None, [*findings, *large]
    return (None if tangled is not None else root), findings


def _lead_in(text: str, node: Node) -> Node:
    """`- Kết quả như sau:` with nothing behind it, which YAML takes for a key: the text it is."""
    if not isinstance(node, MappingNode) or node.flow_style or len(node.value) != 1:
        return node
    ((key, value),) = node.value
    sentence = isinstance(key, ScalarNode) and not key.style and not _KEY.fullmatch(key.value)
    end = key.end_mark
    alone = isinstance(value, ScalarNode) and not value.value and not value.style
    if not sentence or not alone or text[end.index] != ":":
        return node
    behind = yaml.Mark(end.name, end.index + 1, end.line, end.column + 1, None, 0)
    return ScalarNode("", f"{key.value}:", key.start_mark, behind)


def _too_large(source: Source, nodes: Iterable[Node]) -> Iterator[Finding]:
    """Texts, words and maps beyond what any rule should be asked about."""
    for node in nodes:
        if len(node.value) <= min(limits.KEYS.most, limits.WORD.most):
            continue
        broken = [limit for limit, amount in _sizes(node) if amount > limit.most]
        for limit in broken[:1]:
            hint = "Chia thành nhiều mục; dán nhầm thì xóa."
            yield _finding(source, TOO_LARGE, node.start_mark.index, 1, limit.sentence, hint)


def _sizes(node: Node) -> Iterator[tuple[Limit, int]]:
    if isinstance(node, MappingNode):
        yield limits.KEYS, len(node.value)
    elif isinstance(node, ScalarNode):
        yield limits.TEXT, len(node.value)
        yield limits.WORD, max(map(len, node.value.split()), default=0)


def _nodes(root: Node) -> tuple[list[Node], Node | None]:
    """Every node once, however many aliases lead to it; and one that tangles them.

    That is one too deep to be meant, or one that an alias (`*`) puts in a second place.
    """
    seen: dict[int, Node] = {}
    tangled = None
    stack = [(root, 1)]
    while stack:
        node, level = stack.pop()
        if id(node) in seen or level > limits.LEVELS.most:
            tangled = tangled or node
            continue
        seen[id(node)] = node
        if isinstance(node, SequenceNode):
            stack += [(child, level + 1) for child in node.value]
        elif isinstance(node, MappingNode):
            stack += [(child, level + 1) for pair in node.value for child in pair]
    return [*seen.values()], tangled


def _escaped_control(source: Source, nodes: Iterable[Node]) -> Iterator[Finding]:
    """Control characters that a text holds by the name of their code; they go no further."""
    for node in nodes if "\\" in source.text else ():
        if isinstance(node, ScalarNode) and (found := CONTROL.search(node.value)):
            start, end = node.start_mark.index, node.end_mark.index
            node.value = CONTROL.sub(" ", node.value)
            yield _finding(
                source, CONTROL_CHARACTER, start, end - start, _unprintable(found), DELETE_IT
            )


def _finding(
    source: Source, rule: Rule, index: int, length: int, message: str, hint: str = ""
) -> Finding:
    where = source.where(index, length)
    return rule.at(where, message, hint, source.line_text(where.line))


def _unprintable(match: re.Match[str]) -> str:
    return f"ký tự U+{ord(match[0]):04X} không in được"
