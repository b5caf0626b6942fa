"""One file's YAML parsed whole, however many slips of writing it has.

The parser stops at the first syntax error. So the line at fault is masked, character
for character, and the file is parsed again: every place keeps its line and column, and
one run shows the slips of the whole file, each in Vietnamese with what to write instead.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]
from yaml.nodes import Node

from docgen.at_one_go import at_one_go
from docgen.finding import Finding, Rule, Severity
from docgen.load.line_faults import line_fault, quotable, write_it
from docgen.plan.source import LINE_WITH_END, Source

SYNTAX = Rule(
    "KH004", Severity.ERROR, "viết sai quy tắc YAML",
    "Từ chỗ sai trở đi, YAML hiểu khác ý người viết.",
)  # fmt: skip

# What steers a screen or a program and is no text.
CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    r"\ud800-\udfff\ufffe\uffff]"
)
_OPENING_QUOTE = re.compile(r"(?P<lead> *(?:- +)*)(?P<key>[\w.]+: +)?(?P<quote>[\"'])")
_CLOSING = {
    '"': re.compile(r'(?:[^"\\]|\\.)*"', re.DOTALL),
    "'": re.compile(r"(?:[^']|'')*'(?!')"),
}
_STRUCTURAL = re.compile(r"(?P<lead> *)(?:- +)*[\w.]+:(?= |$)")
_MOST_SYNTAX_ERRORS = 100
# Each error means to parse the file once more: together no more characters than this.
_MOST_PARSED = 8_000_000
BEGINS = (" quoted", "n a", " block", " tag", " simple key")
NO_DASH = "mục này thiếu dấu - ở đầu"
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>")
CLOSE_IT = "Thêm dấu ngoặc kép ở cuối câu."


def parse(source: Source) -> tuple[Node | None, list[Finding], set[int]]:
    """The node tree of a file, the syntax errors, and the lines (from 0) they spoil.

    Control characters count as spaces: the parser would take none.
    """
    recovery = _Recovery(source)
    recovery.settle_conflicts()
    for quote in _unclosed_quotes(recovery.lines):
        recovery.report(quote, "mở ngoặc kép mà không đóng", CLOSE_IT)
    root: Node | None = None
    for _ in range(min(_MOST_SYNTAX_ERRORS, _MOST_PARSED // max(len(source.text), 1) + 1)):
        try:
            root = _composed("".join(recovery.lines))
            break
        except yaml.MarkedYAMLError as error:
            recovery.after(error)
    return root, recovery.findings, set(recovery.masked)


class _Recovery:
    """The lines, the faulty ones masked; `masked` counts how often each had to be."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.lines = LINE_WITH_END.findall(CONTROL.sub(" ", source.text))
        self.masked: Counter[int] = Counter()
        self.findings: list[Finding] = []

    def settle_conflicts(self) -> None:
        """One finding a conflict of git; the file is read on with the first side of it."""
        settled = False
        for number, line in enumerate(
            self.source.lines if _CONFLICT[0] in self.source.text else ()
        ):
            if line.startswith(_CONFLICT[0]) and (fault := line_fault(line)):
                self._say(self.source.line_start(number), fault.message, fault.hint)
                self._mend(number, fault.mended)
                settled = True
            elif settled and line.startswith(_CONFLICT[1]):
                settled = False
                self._comment_out(number)

    def _comment_out(self, number: int) -> None:
        """Leaves out the second side of a conflict, from line `number` (from 0) to its end."""
        for below in range(number, len(self.source.lines)):
            line = self.source.lines[below]
            self._mend(below, "#" * len(line))
            if line.startswith(_CONFLICT[2]):
                return

    def after(self, error: yaml.MarkedYAMLError) -> None:
        """Reports an error of the parser and makes its line harmless."""
        mark = self._blamed(error)
        number = self._culprit(error, mark.line)
        line = self.source.line_text(number + 1)
        if number not in self.masked and (fault := line_fault(line)):
            self._mend(number, fault.mended)
            self._say(self.source.line_start(number), fault.message, fault.hint)
            return
        index = min(mark.index, max(len(self.source.text) - 1, 0))
        character = self.source.text[index : index + 1]
        if _lost_dash(error, line):
            lead = len(line) - len(line.lstrip())
            self._say(self.source.line_start(number), NO_DASH, write_it(f"- {line.strip()}"))
            self._mend(number, f"{line[:lead]}- {line[lead + 2 :]}")
            return
        message, hint = _explain(error, line, self._above(mark.line), character)
        self.report(index, message, hint)

    def _culprit(self, error: yaml.MarkedYAMLError, number: int) -> int:
        """The line (from 0) that is at fault: the one blamed, or a line above that runs into it."""
        if "mapping values" in (error.problem or "") and not line_fault(self._line(number)):
            above = number - 1
            while above > 0 and not self._line(above).strip():
                above -= 1
            if above >= 0 and line_fault(self._line(above)):
                return above
        return number

    def _line(self, number: int) -> str:
        return self.source.line_text(number + 1)

    def _above(self, number: int) -> str:
        """The nearest line above that holds something."""
        lines = (self._line(each) for each in range(number - 1, -1, -1))
        return next((line for line in lines if line.strip()), "")

    def _mend(self, number: int, mended: str) -> None:
        if number < len(self.lines):
            kept = self.lines[number][len(mended) :]
            self.lines[number] = CONTROL.sub(" ", mended) + kept
        self.masked[number] += 1

    def _say(self, index: int, message: str, hint: str) -> None:
        where = self.source.where(index)
        line_text = self.source.line_text(where.line)
        lead = len(line_text) - len(line_text.lstrip(" "))
        where = self.source.where(index + lead, len(line_text.strip()))
        self.findings.append(SYNTAX.at(where, message, hint, line_text))

    def report(self, index: int, message: str, hint: str) -> None:
        """Masks the line of `index`; one finding a line, none for what only follows."""
        where = self.source.where(index)
        line = where.line - 1
        if line not in self.masked and not self._follows_from_line_above(line):
            self.findings.append(SYNTAX.at(where, message, hint, self.source.line_text(where.line)))
        if self.lines:
            at = min(line, len(self.lines) - 1)
            self.lines[at] = _mask(self.lines[at], whole=line in self.masked)
        self.masked[line] += 1

    def _blamed(self, error: yaml.MarkedYAMLError) -> yaml.Mark:
        """Where a scalar begins, else where the parser stopped."""
        begins = tuple(f"while scanning a{what}" for what in BEGINS)
        stopped = error.problem_mark or error.context_mark
        assert stopped is not None, "libyaml always says where"
        if error.context_mark and (error.context or "").startswith(begins):
            return error.context_mark
        opened = (error.context or "").startswith("while parsing a flow")
        if opened and error.context_mark and error.context_mark.line < stopped.line:
            return error.context_mark
        if error.context_mark and self.masked[stopped.line] > 1:
            return error.context_mark
        return stopped

    def _follows_from_line_above(self, line: int) -> bool:
        """Whether the line above lost its place in the structure, so that this one had to."""
        above = line - 1
        while above > 0 and not self._line(above).strip():
            above -= 1
        return self.masked[above] > 1


class _Composer(CParser):
    """libyaml's composer with every scalar left as text."""

    def resolve(self, *_: Any) -> str:
        return ""

    def descend_resolver(self, *_: Any) -> None: ...

    def ascend_resolver(self) -> None: ...


@at_one_go()
def _composed(text: str) -> Node | None:
    node: Node | None = _Composer(text).get_single_node()
    return node


def _unclosed_quotes(lines: Sequence[str]) -> Iterator[int]:
    """Where a quote opens whose text would run on into lines that stand no deeper."""
    start = 0
    for number, line in enumerate(lines):
        opening = _OPENING_QUOTE.match(line) if '"' in line or "'" in line else None
        if opening and not (closing := _CLOSING[opening["quote"]]).match(line, opening.end()):
            depth = (
                len(opening["lead"].rstrip("- ")) if not opening["key"] else len(opening["lead"])
            )
            for at in range(number + 1, len(lines)):
                below = lines[at]
                if below.strip() and len(below) - len(below.lstrip()) <= depth:
                    yield start + opening.end() - 1
                    break
                if closing.match(below):
                    break
        start += len(line)


def _mask(line: str, *, whole: bool) -> str:
    """A line with what stands on it made harmless, every index kept."""
    body = line.rstrip("\r\n")
    end = line[len(body) :]
    lead = re.match(r"[ \t]*(?:- +)*(?:[\w.]+:(?= |$) *)?" if not whole else r"[ \t]*", body)
    kept = lead[0].replace("\t", " ") if lead else ""
    rest = len(body) - len(kept)
    filler = "#" * rest if whole else "x" * rest
    return kept + filler + end


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
     "Kiểm tra dấu ngoặc, dấu phẩy: {{mã: giá trị, mã: giá trị}}, [mục một, mục hai]."),
    ("block scalar", "có chữ ngay sau dấu | hoặc >", "Xuống dòng rồi mới viết nội dung."),
    ("single document", "dòng --- hoặc ... chia tệp làm hai", "Xóa dòng đó."),
    ("document start", "dòng --- hoặc ... ở trên chia tệp làm hai", "Xóa dòng đó."),
    ("could not find expected ':'", "dòng này không có dấu - ở đầu, cũng không có khóa và dấu :",
     "Một mục thì viết dấu - và dấu cách ở đầu; phần sau của câu thì thụt vào hơn dòng trên."),
    ("parsing a block", "thụt vào không thẳng với dòng cùng cấp",
     "Gióng thẳng với dòng cùng cấp ở trên, bằng dấu cách."),
)  # fmt: skip


def _explain(error: yaml.MarkedYAMLError, line: str, above: str, character: str) -> tuple[str, str]:
    """What the parser's English means to an officer, and what to write instead."""
    english = f"{error.context or ''} {error.problem or ''}"
    value = re.sub(r"^[\s-]*(?:\w+:\s+)?", "", line).strip()
    quoted = _quote(line)
    if "{{" in value and value[0] in "[{" and '"' not in value:
        return "dấu {{ mở ngoặc của YAML", "Đặt câu có {{ … }} trong ngoặc kép."
    if value.count("}") > value.count("{"):
        return "có dấu } mà thiếu dấu { mở", "Viết dấu { trước khóa đầu tiên: {mã: giá trị, …}."
    if key := _STRUCTURAL.match(line):
        upper = _STRUCTURAL.match(above)
        if "mapping values" in english and line.count(": ") + line.endswith(":") < 2 and upper:
            if len(key["lead"]) <= len(upper["lead"]):
                return "dòng trên có dấu : giữa câu", _quote(above)
            where = "Gióng thẳng với dòng trên, bằng dấu cách."
            return "dòng này thụt vào sâu hơn dòng cùng cấp ở trên", where
        if "mapping values" in english and line.count(": ") + line.endswith(":") < 2:
            message = "dòng này thụt vào sâu hơn dòng trên, hoặc dòng trên thiếu dấu :"
            return message, "Gióng thẳng với dòng cùng cấp; khóa ở dòng trên phải có dấu : ở sau."
    for fragment, message, hint in _EXPLANATIONS:
        if fragment in english:
            return message.format(character=character), hint.format(quoted=quoted)
    return "YAML không hiểu chỗ này", quoted


def _lost_dash(error: yaml.MarkedYAMLError, line: str) -> bool:
    """Whether a line stands where the dashes of its list do, without one of its own."""
    column = error.context_mark.column if error.context_mark else -1
    bare = _STRUCTURAL.match(line) and not line.lstrip().startswith("- ")
    lead = len(line) - len(line.lstrip())
    return bool(bare) and "'-' indicator" in (error.problem or "") and lead == column


def _quote(line: str) -> str:
    value = re.sub(r"^[\s-]*(?:\w+:\s+)?", "", line).strip()
    return f'Đặt cả câu trong ngoặc kép: "{quotable(value)}"'
