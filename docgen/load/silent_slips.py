"""What YAML accepts in silence though the officer meant something else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from docgen.finding import Finding, Rule, Severity
from docgen.load.line_faults import KEYS, line_fault, quotable, write_it
from docgen.load.yaml_syntax import SYNTAX
from docgen.plan.model import NO_SYMBOL
from docgen.plan.source import Source

ERROR, WARNING = Severity.ERROR, Severity.WARNING

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
SWALLOWED = Rule(
    "KH023",
    WARNING,
    "mục dính vào câu ở dòng trên",
    "Dòng thụt vào quá sâu là phần sau của câu ở trên: hai mục in thành một đoạn.",
)
PRINTED_NOTE = Rule(
    "KH024",
    WARNING,
    "ghi chú sẽ in ra giấy",
    "Chỉ phần sau dấu # là chú thích; ghi chú viết cách khác thì lên văn bản.",
)
RULES = (DUPLICATE_KEY, ANCHOR, CUT_TEXT, SPLIT_NUMBER, SWALLOWED, PRINTED_NOTE)

_BEGINS_WITH_A_SIGN = re.compile(r"[&!](?<![^\s\[\]{}(),:?-].)")
_CUT = re.compile(r"[ \t]+#(?=[^\s#])")
_MARKED = re.compile(r"\s*(?:[-–—•▪●+*]\s)\s*(?P<text>\S.*)")
_NUMBERED = re.compile(r"\s*(?:[a-zđ]\)|[0-9]{1,2}[.)])\s")
_OF_ITS_OWN = re.compile(r"\s*(?:[-–—•▪●+*]|[a-zđ]\)|[0-9]|[a-z][a-z0-9_]*:)")
_KEYED = re.compile(r"\s*(?:- +)?(?P<key>[a-z][a-z0-9_]*):\S")
_NOTE = re.compile(r"(?:^|\s)(?://|/\*|<!--|--\[\[|;;|%%)(?:\s|$)|(?:^|\s)//\w|-->|\*/")
_OF_NOTES = ("//", "/*", "*/", "--", ";;", "%%", "\\")  # an escape may stand for any of them
_SEPARATOR = re.compile(r"[;,]\s*$")
_ESCAPE = re.compile(r"(?<![:\w])\\[nrt](?![a-z\\])|(?<=\w)\\[nr](?=[\W\dA-ZÀ-ỸĐ]|$)|\\$")
_SINGLE_BRACES = re.compile(r"(?<![{$])\$?\{ ?[a-z_]+[a-z0-9_.]* ?(?:[-+] ?\d+ ?)?\}(?!\})")
_NOTHING = ("null", "Null", "NULL", "~", "none", "None", "nil", "N/A", "n/a", "#N/A")
# Words that stand alone on paper: a mark behind them would be printed with them.
_NAMES = ("place", "symbol", "number", "short", "code", "agency")
_SHORT_LINE = 60
_ENDED = re.compile(r"[.;:,!?…][”\"')]*\s*$")
_FULL_LINE = 70


class SilentSlips:
    """Everything of that kind in one file."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text
        self.may_steer = _BEGINS_WITH_A_SIGN.search(source.text) is not None
        self.may_note = any(each in self.text for each in _OF_NOTES)
        self.seen: set[int] = set()
        self.steered: set[int] = set()

    def of(self, root: Node) -> Iterator[Finding]:
        """Every slip below a node, in reading order."""
        stack = [(root, "")]
        while stack:
            node, key = stack.pop()
            if id(node) in self.seen:
                continue
            self.seen.add(id(node))
            if self.may_steer:
                yield from self._steering(
                    node, "giá trị bắt đầu bằng dấu", "Đặt cả câu trong ngoặc kép."
                )
            if isinstance(node, ScalarNode):
                yield from self._scalar(node, key)
            elif isinstance(node, SequenceNode):
                yield from self._split_numbers(node, node.value)
                stack.extend((child, key) for child in reversed(node.value))
            elif isinstance(node, MappingNode):
                yield from self._mapping(node)
                stack.extend((child, name.value) for name, child in reversed(node.value))

    def _steering(self, node: Node, said: str, hint: str) -> Iterator[Finding]:
        """A sign in front of a node that YAML obeys and does not print, told once."""
        start = node.start_mark.index
        sign = self.text[start : start + 1]
        if sign in ("&", "!") and start not in self.steered:
            self.steered.add(start)
            yield self._at(ANCHOR, node, f"{said} {sign}", hint)

    def _scalar(self, node: ScalarNode, key: str) -> Iterator[Finding]:
        if not node.style:
            yield from self._plain(node)
        value = node.value
        if self.may_note and (note := _NOTE.search(value)):
            hint = "Viết chú thích sau dấu # có dấu cách ở trước; không cần nữa thì xóa."
            said = f"“{quotable(note[0].strip(), 10)}” không phải dấu chú thích, phần sau sẽ in ra"
            yield self._at(PRINTED_NOTE, node, said, hint)
        if "{" in value and (braces := _SINGLE_BRACES.search(value)):
            name = braces[0].strip("${ }")
            message = f"“{braces[0]}” sẽ in nguyên như vậy"
            yield self._at(PRINTED_NOTE, node, message, f"Viết {{{{ {name} }}}}.")
        if (
            key in _NAMES
            and value in _NOTHING
            and not (key in ("symbol", "place") and value == NO_SYMBOL)
        ):
            message = f"“{value}” sẽ in nguyên như vậy"
            yield self._at(PRINTED_NOTE, node, message, "Chưa có giá trị thì để trống sau dấu :.")
        if key in _NAMES and (mark := _SEPARATOR.search(value)):
            message = f"dấu {mark[0].strip()} ở cuối sẽ in ra cùng “{quotable(value)}”"
            hint = f"Bỏ dấu {mark[0].strip()} ở cuối dòng."
            yield self._at(PRINTED_NOTE, node, message, hint)

    def _plain(self, node: ScalarNode) -> Iterator[Finding]:
        """Texts without quotes: YAML joins their lines and knows no escapes."""
        if cut := _CUT.match(self.text, node.end_mark.index):
            line = self.source.line_text(self.source.where(cut.end() - 1).line)
            yield _finding(
                self.source, CUT_TEXT, cut.end() - 1, 1, "phần từ dấu # trở đi bị mất",
                f'Đặt cả câu trong ngoặc kép: "{quotable(line.strip().removeprefix("- "))}"; '
                "nếu là chú thích thì viết một dấu cách sau #.",
            )  # fmt: skip
        if "\\" in node.value and (escape := _ESCAPE.search(node.value)):
            message = f"“{escape[0]}” sẽ in nguyên như vậy"
            hint = "Mỗi đoạn là một mục riêng có dấu - ở đầu; câu dài thì xuống dòng và thụt vào."
            yield self._at(PRINTED_NOTE, node, message, hint)
        first, last = node.start_mark.line, node.end_mark.line
        here, said = self.source.line_text(first + 1), node.value.split("\n", 1)[0][:80]
        keyed = _KEYED.match(here[: node.start_mark.column] + said) if ":" in said else None
        if (
            keyed
            and keyed["key"] in KEYS
            and keyed.end("key") > node.start_mark.column
            and "//" not in node.value[:40]
        ):
            fault = line_fault(here)
            if fault is not None:
                yield self._at(SYNTAX, node, fault.message, fault.hint)
                return
        for number in range(first + 1, last + 1):
            yield from self._continued(number)

    def _continued(self, number: int) -> Iterator[Finding]:
        """What a further line (from 0) of a text shows of having been meant as one of its own."""
        line, above = self.source.line_text(number + 1), self.source.line_text(number)
        if not _OF_ITS_OWN.match(line):
            return
        index = self.source.line_start(number) + len(line) - len(line.lstrip())
        length = len(line.strip())
        if _goes_on(above, line):
            return
        if match := _MARKED.match(line):
            hint = (
                "Gióng dấu - thẳng với các mục khác, viết “- "
                f"{quotable(match['text'], 30)}”; nếu là gạch trong câu thì để ở cuối dòng trên."
            )
            message = "dòng thụt vào quá sâu nên mục này dính vào câu ở dòng trên"
            yield _finding(self.source, SWALLOWED, index, length, message, hint)
        elif line.strip()[:1] == "-" and (fault := line_fault(line.strip())):
            message = "dòng thụt vào quá sâu nên mục này dính vào câu ở dòng trên"
            yield _finding(self.source, SWALLOWED, index, length, message, fault.hint)
        elif _NUMBERED.match(line) and len(above) < _SHORT_LINE:
            message = f"“{quotable(line.strip(), 20)}” in liền vào câu ở dòng trên"
            hint = "Mỗi điểm là một mục riêng có dấu - ở đầu; số và chữ a), b) tự in (marker)."
            yield _finding(self.source, PRINTED_NOTE, index, length, message, hint)
        elif (key := _KEYED.match(line)) and key["key"] in KEYS and (fault := line_fault(line)):
            yield _finding(self.source, SYNTAX, index, length, fault.message, fault.hint)

    def _mapping(self, node: MappingNode) -> Iterator[Finding]:
        first: dict[str, Node] = {}
        repeated: list[Node] = []
        for key_node, _ in node.value:
            if self.may_steer:
                yield from self._steering(
                    key_node, "trước khóa có dấu", f"Viết “{key_node.value}:” là đủ."
                )
            if not isinstance(key_node, ScalarNode):
                yield self._at(
                    SYNTAX, key_node, "khóa phải là một từ", "Đặt cả câu trong ngoặc kép."
                )
            elif first.setdefault(key_node.value, key_node) is not key_node:
                repeated.append(key_node)
        opening = node.value[0][0] if node.value else None
        if repeated and isinstance(opening, ScalarNode) and self._undashed(node, repeated):
            line = self.source.line_text(repeated[0].start_mark.line + 1)
            message = "thiếu dấu - ở đầu dòng này: từ đây là một mục mới"
            yield self._at(DUPLICATE_KEY, repeated[0], message, write_it(f"- {line.strip()}"))
        else:
            for key_node in repeated:
                line_number = first[key_node.value].start_mark.line + 1
                yield self._at(
                    DUPLICATE_KEY, key_node, f"khóa “{key_node.value}” đã có ở dòng {line_number}",
                    "Giữ một dòng, gộp nội dung hai dòng lại nếu cần cả hai.",
                )  # fmt: skip
        if repeated:
            again = set(map(id, repeated))
            node.value = [pair for pair in node.value if id(pair[0]) not in again]
        yield from self._split_numbers(node, [key_node for key_node, _ in node.value])

    def _undashed(self, node: MappingNode, repeated: list[Node]) -> bool:
        """Whether the repeated keys are those of a new entry of the list that lost its dash."""
        start = node.start_mark.index
        line = self.source.line_text(node.start_mark.line + 1)
        in_list = line[: start - self.source.line_start(node.start_mark.line)].strip() == "-"
        return in_list and (len(repeated) > 1 or repeated[0].value == node.value[0][0].value)

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


def _goes_on(above: str, line: str) -> bool:
    """Whether a line that begins with a dash goes on with a sentence: `năm 2026` / `- 2030`.

    So programs break a text where the line is full; an entry of a list begins with a capital.
    """
    match = _MARKED.match(line)
    if not match or line.strip()[0] not in "-–" or _ENDED.search(above):
        return False
    return not match["text"][0].isupper() or len(above.rstrip()) >= _FULL_LINE


def _finding(
    source: Source, rule: Rule, index: int, length: int, message: str, hint: str
) -> Finding:
    where = source.where(index, length)
    return rule.at(where, message, hint, source.line_text(where.line))
