"""From YAML nodes to the classes of `model`, by their own declarations.

`Reader.read(node, type, path)` gives the value a field asks for and collects a finding
for everything that does not fit: an unknown key, a missing one, a number with a dot.
It never stops at the first.
"""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from docgen import vietnamese
from docgen.finding import Finding, Rule, Severity
from docgen.load.keys import by_title, called
from docgen.load.line_faults import KEYS, ODD_SPACES, line_fault, quotable
from docgen.load.nodes import by_key, child_path, is_blank, names_agency
from docgen.load.scalars import SCALARS
from docgen.plan.model import Assignment, Item
from docgen.plan.source import Source, Text
from docgen.plan.table import Table

ERROR = Severity.ERROR

UNKNOWN_KEY = Rule(
    "KH010", ERROR, "khóa không có trong mẫu", "Nội dung ở khóa lạ sẽ không được in."
)
MISSING = Rule("KH011", ERROR, "thiếu mục bắt buộc", "Văn bản in ra sẽ khuyết chỗ này.")
WRONG_SHAPE = Rule(
    "KH012", ERROR, "viết sai dạng", "Chỗ cần một câu lại là danh sách, hoặc ngược lại."
)
NOT_A_CHOICE = Rule(
    "KH015", ERROR, "giá trị ngoài danh sách cho phép", "Chỉ nhận các giá trị đã liệt kê."
)
LINE_BREAK = Rule(
    "KH017", Severity.WARNING, "xuống dòng hoặc Tab giữa câu", "Trên giấy hai đoạn thành một."
)

RULES = (UNKNOWN_KEY, MISSING, WRONG_SHAPE, NOT_A_CHOICE, LINE_BREAK)

_BREAK = re.compile(r"[\n\t]")
Include = Callable[[Text, Any, str], Any]
ReadTable = Callable[["Reader", Node, str], "Table | None"]


@dataclass
class Reader:
    """Reads one file.

    `include(name, type, path)` reads another file of the folder, `read_table(reader, node,
    path)` a table, whose columns say how its rows are read. Required keys that are `given`
    elsewhere may be missing; `broken` are the lines (from 1) not written as YAML wants.
    """

    source: Source
    include: Include
    read_table: ReadTable
    given: frozenset[str] = frozenset()
    broken: frozenset[int] = frozenset()
    findings: list[Finding] = field(default_factory=list)

    # ------------------------------------------------------------------ scalars

    def text(self, node: Node, path: str) -> Text:
        """The text of a scalar; a finding and an empty text for anything else."""
        start, end = node.start_mark.index, node.end_mark.index
        if isinstance(node, ScalarNode):
            value = node.value.rstrip("\n") if node.style in ("|", ">") else node.value
            text = Text(value, self.source, start, end, path)
            if _BREAK.search(value):
                hint = "Mỗi đoạn là một mục riêng có dấu - ở đầu; bỏ dòng trống giữa câu, bỏ dấu |."
                self._finding(text, LINE_BREAK, "giữa câu có chỗ xuống dòng hoặc dấu Tab", hint)
            return text
        here = Text("", self.source, start, end, path)
        if isinstance(node, MappingNode):
            first = node.value[0][0] if node.value else None
            if isinstance(first, ScalarNode) and first.value in KEYS and start > 0:
                message = "dòng này thụt vào sâu hơn dòng cùng cấp ở trên"
                self._finding(here, WRONG_SHAPE, message, "Gióng thẳng, bằng dấu cách.")
                return here
            message = "cần một câu, nhưng dấu : làm câu bị tách thành khóa"
            self._finding(here, WRONG_SHAPE, message, self._in_quotes(node))
        else:
            self._finding(
                here, WRONG_SHAPE, "cần một câu, nhưng ở đây là danh sách", "Bỏ dấu - ở đầu."
            )
        return here

    def _finding(self, text: Text, rule: Rule, message: str, hint: str = "") -> None:
        self.findings.append(text.finding(rule, message, hint))

    def _in_quotes(self, node: Node) -> str:
        """What to write where a colon made a key of a sentence."""
        line = self.source.line_text(node.start_mark.line + 1)
        if fault := line_fault(line):
            return fault.hint
        sentence = line.strip().removeprefix("- ")
        return f'Câu có dấu : phải đặt trong ngoặc kép: "{quotable(sentence)}"'

    def _choice(self, text: Text, choices: tuple[str, ...]) -> str | None:
        if text.value in choices:
            return text.value
        hint = f"{self._meant(text.value, choices)}Chọn một trong: {', '.join(choices)}."
        self._finding(text, NOT_A_CHOICE, f"“{text.value}” không phải giá trị cho phép", hint)
        return None

    @staticmethod
    def _meant(word: str, candidates: Any) -> str:
        near = vietnamese.closest(word, list(candidates))
        return f"Có phải ý là {called(near[0], candidates)}? " if near else ""

    # ------------------------------------------------------------------ by type

    def read(self, node: Node, wanted: Any, path: str, shorthand: str = "") -> Any:
        """The value of type `wanted` at `node`; `None` or empty where the node is blank."""
        origin, arguments = _origin_and_arguments(wanted)
        if origin in (Union, types.UnionType):
            (wanted,) = (each for each in arguments if each is not type(None))
            return self.read(node, wanted, path, shorthand)
        if origin is tuple:
            return self._tuple(node, arguments[0], path, shorthand)
        if origin is Mapping or (isinstance(origin, type) and issubclass(origin, Mapping)):
            return self._by_key(node, arguments[1], path)
        if is_blank(node):
            return None
        if wanted is Table:
            return self.read_table(self, node, path)
        if _is_mapping_class(wanted):
            return self._entry(node, wanted, path, shorthand)
        text = self.text(node, path)
        if origin is Literal:
            return self._choice(text, arguments)
        if wanted is Text or not text.value:
            return text if text.value else None
        value, finding = SCALARS[wanted](text)
        self.findings += [finding] if finding else []
        return value

    def _entry(self, node: Node, wanted: Any, path: str, shorthand: str) -> Any:
        """A class of the model, also where a list writes it short, or an assignment for an item."""
        if isinstance(node, ScalarNode) and shorthand:
            text = self.text(node, path)
            return wanted(**{shorthand: (text,), "where": text})
        if wanted is Item and shorthand and names_agency(node):
            assignment = self.mapping(node, Assignment, path)
            return Item(assignments=(assignment,)) if assignment else None
        return self.mapping(node, wanted, path)

    def _tuple(self, node: Node, wanted: Any, path: str, shorthand: str) -> tuple[Any, ...]:
        if is_blank(node):
            return ()
        nodes = node.value if isinstance(node, SequenceNode) else [node]
        values = (
            self.read(child, wanted, child_path(path, child, number), shorthand)
            for number, child in enumerate(nodes)
        )
        return tuple(value for value in values if value is not None)

    def _by_key(self, node: Node, wanted: Any, path: str) -> dict[str, Any]:
        if is_blank(node):
            return {}
        if not isinstance(node, MappingNode):
            self.wrong_shape(self.place(node, path), "cần các dòng dạng “mã: giá trị”")
            return {}
        values = {
            key.value: self.read(child, wanted, f"{path}.{key.value}")
            for key, child in node.value
            if isinstance(key, ScalarNode)
        }
        return {key: value for key, value in values.items() if value is not None}

    def place(self, node: Node, path: str) -> Text:
        """A text that only points: the first word of a node."""
        start = node.start_mark.index
        line = self.source.line_text(node.start_mark.line + 1)
        width = max(len(line) - node.start_mark.column, 1)
        word = line[node.start_mark.column :].split(":")[0].rstrip()
        return Text(word, self.source, start, start + width, path)

    def blanks(self, node: Node, path: str) -> dict[str, Text]:
        """Where the keys of a mapping stand that have no value yet."""
        pairs = node.value if isinstance(node, MappingNode) else ()
        return {
            key.value: self.place(key, f"{path}.{key.value}")
            for key, child in pairs
            if isinstance(key, ScalarNode) and isinstance(child, ScalarNode) and not child.value
        }

    def entries(self, node: Node, path: str) -> list[tuple[Node, str]]:
        """The entries of a list with their addresses; a finding where it is no list."""
        if isinstance(node, SequenceNode):
            return [(each, child_path(path, each, at)) for at, each in enumerate(node.value)]
        if not is_blank(node):
            self.wrong_shape(self.place(node, path), "cần danh sách", "Thêm dấu - ở đầu mỗi mục.")
        return []

    def wrong_shape(self, here: Text, message: str, hint: str = "") -> None:
        """Reports a list where a mapping is wanted, or the other way round."""
        self._finding(here, WRONG_SHAPE, message, hint)

    def mapping(self, node: Node, wanted: Any, path: str) -> Any:
        """The class of the model that a mapping holds; `None` where there is no mapping."""
        if not isinstance(node, MappingNode):
            keys = ", ".join(each.name for each in fields(wanted))
            here = self.place(node, path)
            self.wrong_shape(here, "cần các dòng dạng “khóa: giá trị”", f"Các khóa: {keys}.")
            return None
        hints = type_hints(wanted)
        known = {each.name: each for each in fields(wanted) if not each.metadata.get("private")}
        nodes = by_key(node)
        for key, child in node.value:
            if isinstance(key, ScalarNode) and key.value not in known:
                meant = self.unknown(key, known, path)
                if wanted is not Table or meant != "rows":  # `read_table` reads those
                    nodes.setdefault(meant, child)
        read: dict[str, Any] = {
            name: self._field(declared, hints[name], nodes[name], f"{path}.{name}".lstrip("."))
            for name, declared in known.items()
            if name in nodes
        }
        self._missing(node, known, nodes, path)
        if "where" in hints:
            read["where"] = self.place(node, path)
        if "blanks" in hints:
            read["blanks"] = self.blanks(node, path)
        return wanted(**{name: value for name, value in read.items() if value is not None})

    def _field(self, declared: Any, wanted: Any, node: Node, path: str) -> Any:
        if declared.metadata.get("blank") and is_blank(node):
            return self.text(node, path)
        if not declared.metadata.get("include"):
            return self.read(node, wanted, path, declared.metadata.get("shorthand", ""))
        (item, _) = get_args(wanted)
        nodes = node.value if isinstance(node, SequenceNode) else [node]
        values = []
        for number, child in enumerate(nodes):
            if is_blank(child):
                continue
            if isinstance(child, ScalarNode):
                values.append(self.include(self.text(child, path), item, path))
            else:
                values.append(self.read(child, item, f"{path}[{number}]"))
        return tuple(value for value in values if value is not None)

    def unknown(
        self, key: ScalarNode, known: Any, path: str, rule: Rule = UNKNOWN_KEY, what: str = "khóa"
    ) -> str:
        """Reports an unknown key; gives the one that was probably meant, or nothing."""
        here = self.place(key, f"{path}.{key.value}")
        word = key.value.strip(ODD_SPACES)
        hint = self._meant(word, known) or f"Các {what} dùng được: {', '.join(known)}."
        if close := re.match(r"([a-z_]+):(?=[^:])", word):
            hint = f"Thêm dấu cách sau dấu :, viết “{close[1]}: {word[close.end() :]}”."
        elif titled := by_title(word, known):
            hint = f"{what.capitalize()} viết bằng tiếng Anh: “{titled}”."
        elif not word.isascii() or " " in word:
            hint = self._in_quotes(key)
        self._finding(here, rule, f"không có {what} “{key.value}”", hint.strip())
        return next(iter(vietnamese.closest(key.value, list(known))), "")

    def _missing(
        self, node: MappingNode, known: Mapping[str, Any], nodes: Mapping[str, Node], path: str
    ) -> None:
        """Reports required keys that are absent or blank; other faults have their own finding."""
        written = {key.value: key for key, _ in node.value if isinstance(key, ScalarNode)}
        for name, declared in known.items():
            if not declared.metadata.get("required") or (not path and name in self.given):
                continue
            title = declared.metadata["title"].lower()
            here = self.place(written.get(name, node), f"{path}.{name}")
            if name not in nodes:
                self._finding(here, MISSING, f"thiếu {title}", f"Thêm dòng “{name}: …”")
            elif is_blank(nodes[name]) and not declared.metadata.get("blank"):
                self._finding(here, MISSING, f"{title} còn trống", f"Ghi giá trị sau “{name}:”")


@cache
def _origin_and_arguments(wanted: Any) -> tuple[Any, tuple[Any, ...]]:
    return get_origin(wanted), get_args(wanted)


@cache
def _is_mapping_class(wanted: Any) -> bool:
    """Whether a type is one of the model's mappings, not one of its scalars."""
    return is_dataclass(wanted) and wanted is not Text and wanted not in SCALARS


@cache
def type_hints(wanted: Any) -> dict[str, Any]:
    """The types of a class's fields, resolved once."""
    return get_type_hints(wanted)
