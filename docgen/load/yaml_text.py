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
from docgen.load.yaml_syntax import SYNTAX, parse, shortened
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
DUPLICATE_KEY = Rule("KH005", ERROR, "khóa ghi hai lần", "YAML âm thầm bỏ giá trị ghi trước.")
ANCHOR = Rule(
    "KH006", ERROR, "dấu & hoặc ! ở đầu giá trị", "YAML hiểu đó là lệnh riêng và làm mất chữ đầu."
)
CUT_TEXT = Rule(
    "KH007", ERROR, "dấu # cắt mất phần sau của câu", "YAML coi phần sau dấu # là chú thích."
)
SPLIT_NUMBER = Rule(
    "KH008",
    ERROR,
    "dấu phẩy thập phân trong ngoặc",
    "Trong [ ] và { } YAML tách 1,4741 thành hai mục.",
)
TOO_DEEP = Rule("KH009", ERROR, "lồng quá nhiều tầng", "Không kế hoạch nào cần tới chừng ấy tầng.")

RULES = (
    UNREADABLE, NOT_UTF8, CONTROL_CHARACTER, SYNTAX, DUPLICATE_KEY,
    ANCHOR, CUT_TEXT, SPLIT_NUMBER, TOO_DEEP,
)  # fmt: skip

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_NESTING = re.compile(r"(?:[\[{][^\[\]{}]*){40}|(?:[-?] ){40}")
MOST_LEVELS = 40
DELETE_IT = "Xóa ký tự này; nó thường đi theo khi dán từ PDF."


def read_source(path: Path, name: str) -> tuple[Source | None, list[Finding]]:
    """The text of a file, in NFC; `name` is how the officer knows the file."""
    whole = Where(name)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None, [UNREADABLE.at(whole, f"không có tệp {name}")]
    except OSError:
        return None, [UNREADABLE.at(whole, f"không mở được tệp {name}", "Kiểm tra quyền đọc tệp.")]
    save_as = "Mở tệp bằng Notepad, chọn Save As, mục Encoding chọn UTF-8."
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:200]:
        return None, [NOT_UTF8.at(whole, f"tệp {name} lưu ở bảng mã UTF-16", save_as)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"tệp {name} không ở bảng mã UTF-8 (có thể là Windows-1258 hoặc TCVN3)"
        return None, [NOT_UTF8.at(Where(name, line, 1), message, save_as)]
    composed = unicodedata.normalize("NFC", text)
    return Source(name, composed, None if composed == text else text), []


def compose(source: Source) -> tuple[Node | None, list[Finding]]:
    """The node tree of a file and the findings of its writing; no tree for an empty file."""
    findings = [
        _finding(source, CONTROL_CHARACTER, match.start(), 1, _unprintable(match), DELETE_IT)
        for match in _CONTROL.finditer(source.text)
    ]  # fmt: skip
    if deep := _NESTING.search(source.text):
        return None, [
            *findings,
            _finding(source, TOO_DEEP, deep.start(), 1, "lồng quá 40 tầng ngoặc"),
        ]
    root, syntax_findings, broken = parse(source, _CONTROL.sub(" ", source.text))
    findings += syntax_findings
    if root is None:
        return None, findings
    slips = _Slips(source).of(root)
    findings += [finding for finding in slips if finding.where.line - 1 not in broken]
    tangled = _tangle(root)
    if tangled is not None and not any(finding.code == ANCHOR.code for finding in findings):
        message = f"lồng quá {MOST_LEVELS} tầng"
        findings.append(_finding(source, TOO_DEEP, tangled.start_mark.index, 1, message))
    return (None if tangled is not None else root), findings


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


class _Slips:
    """What YAML accepts in silence though the officer meant something else."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text
        self.seen: set[int] = set()

    def of(self, root: Node) -> Iterator[Finding]:
        stack = [root]
        while stack:
            node = stack.pop()
            if id(node) in self.seen:
                continue
            self.seen.add(id(node))
            start = node.start_mark.index
            if self.text[start : start + 1] in ("&", "!"):
                yield self._at(
                    ANCHOR, node, f"giá trị bắt đầu bằng dấu {self.text[start]}",
                    "Đặt cả câu trong ngoặc kép.",
                )  # fmt: skip
            if isinstance(node, ScalarNode):
                yield from self._scalar(node)
            elif isinstance(node, SequenceNode):
                yield from self._split_numbers(node, node.value)
                stack.extend(reversed(node.value))
            elif isinstance(node, MappingNode):
                yield from self._mapping(node)
                stack.extend(child for pair in reversed(node.value) for child in pair)

    def _scalar(self, node: ScalarNode) -> Iterator[Finding]:
        if control := _CONTROL.search(node.value):
            yield self._at(CONTROL_CHARACTER, node, _unprintable(control), DELETE_IT)
        end = node.end_mark.index
        if not node.style and (cut := re.compile(r"[ \t]+#(?=[^\s#])").match(self.text, end)):
            line = self.source.line_text(self.source.where(end).line)
            yield _finding(
                self.source, CUT_TEXT, cut.end() - 1, 1, "phần từ dấu # trở đi bị mất",
                f'Đặt cả câu trong ngoặc kép: "{shortened(line.strip().removeprefix("- "))}"; '
                "nếu là chú thích thì viết một dấu cách sau #.",
            )  # fmt: skip

    def _mapping(self, node: MappingNode) -> Iterator[Finding]:
        first: dict[str, Node] = {}
        for key_node, _ in node.value:
            if not isinstance(key_node, ScalarNode):
                yield self._at(
                    SYNTAX, key_node, "khóa phải là một từ", "Đặt cả câu trong ngoặc kép."
                )
            elif (known := first.setdefault(key_node.value, key_node)) is not key_node:
                line = known.start_mark.line + 1
                yield self._at(
                    DUPLICATE_KEY, key_node, f"khóa “{key_node.value}” đã có ở dòng {line}",
                    "Xóa một trong hai, hoặc gộp nội dung lại.",
                )  # fmt: skip
        yield from self._split_numbers(node, [key_node for key_node, _ in node.value])

    def _split_numbers(self, parent: Node, children: list[Node]) -> Iterator[Finding]:
        if not getattr(parent, "flow_style", False):
            return
        for child in children:
            start = child.start_mark.index
            before = re.search(r"[\d.]+,$", self.text[max(start - 20, 0) : start])
            after = re.compile(r"\d+").match(self.text, start)
            if before and after:
                number = before[0] + after[0]
                yield _finding(
                    self.source, SPLIT_NUMBER, start - len(before[0]), len(number),
                    f"{number} bị tách làm hai vì dấu phẩy", f'Viết trong ngoặc kép: "{number}"',
                )  # fmt: skip

    def _at(self, rule: Rule, node: Node, message: str, hint: str) -> Finding:
        start, end = node.start_mark.index, node.end_mark.index
        return _finding(self.source, rule, start, max(end - start, 1), message, hint)
