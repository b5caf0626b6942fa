"""The names in the tags held against the model: `View` and what it is made of.

Walks the tags in order, as Jinja will, with a scope for each loop. What it says is a list
of `Fault`s by kind; the rules turn them into findings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import Enum
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from jinja2 import Environment, TemplateSyntaxError, nodes

from docgen.template_lint.tags import Sheet, Tag
from docgen.vietnamese import closest
from docgen.view.appendix import AppendixView
from docgen.view.body import Block
from docgen.view.inline import Inline
from docgen.view.origin import Traced
from docgen.view.plan import Rules, SignatureView, View
from docgen.view.wordml import Line

BLOCK_KINDS = (
    *("heading1", "heading2", "heading3", "number", "letter", "dash", "plus", "paragraph"),
    *("center", "closing", "table"),
)
OPENS = {"for": "endfor", "if": "endif"}
BRANCHES = {"elif": ("if",), "else": ("if", "for")}
MODEL = (View, Rules, SignatureView, AppendixView, Block)
Key = tuple[type, str]

# Printed part by part, or by code.
NOT_BY_TAG = ("rules", "signature", "footnotes")
# What the paper must show; a line's look and an appendix's orientation are not content.
CONTENT: tuple[Key, ...] = (
    *((View, each.name) for each in fields(View) if each.name not in NOT_BY_TAG),
    *((Rules, each.name) for each in fields(Rules)),
    *((SignatureView, each.name) for each in fields(SignatureView)),
    *((AppendixView, name) for name in ("label", "title", "reference", "body")),
    *((Block, name) for name in ("mark", "text", "table")),
)


class Piece(Enum):
    """A piece of a table's XML, as `for part in b.table` gives it."""

    PIECE = "piece"


class Kind(Enum):
    """What can be wrong with the code of a tag."""

    SYNTAX = "syntax"
    BALANCE = "balance"
    NAME = "name"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a tag, and what was meant."""

    kind: Kind
    tag: Tag
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Variable:
    """A name in scope: its type (None: anything) and the content that it stands for."""

    type: Any
    sources: frozenset[Key] = frozenset()


@dataclass
class Names:
    """The result of the walk: the faults, and what content the template prints."""

    faults: list[Fault]
    printed: set[Key]

    @property
    def unprinted(self) -> list[Key]:
        """The content that no tag prints."""
        return [key for key in CONTENT if key not in self.printed]


def shown(key: Key) -> str:
    """The name as a template writes it: `a.reference`, `signature.name`, `b.text`."""
    owners = {Rules: "rules.", SignatureView: "signature.", AppendixView: "a.", Block: "b."}
    return owners.get(key[0], "") + key[1]


def names(sheet: Sheet) -> Names:
    """Walks every tag of the template."""
    walk = _Walk()
    for tag in sheet.tags:
        walk.take(tag)
    for opened in walk.open:
        end = OPENS[opened.word]
        walk.fault(Kind.BALANCE, opened, f"thẻ {opened.text} không có thẻ {end} đóng lại")
    return Names(walk.faults, walk.printed)


@cache
def _members(owner: Any) -> dict[str, Any]:
    """The names behind the dot of a model's class, with their types."""
    return {name: kind for name, kind in get_type_hints(owner).items() if not name.startswith("_")}


def _element(kind: Any) -> Any:
    """What a loop over a value gives: the item of a tuple, a piece of a table's XML."""
    parts = [kind, *get_args(kind)] if get_origin(kind) is not tuple else [kind]
    for part in parts:
        if get_origin(part) is tuple and get_args(part) not in ((), ((),)):
            return get_args(part)[0]
    return Piece if any(getattr(part, "__name__", "") == "TableView" for part in parts) else None


class _Walk:
    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.printed: set[Key] = set()
        view = {name: Variable(kind, frozenset({(View, name)})) for name, kind in
                get_type_hints(View).items()}  # fmt: skip
        self.scopes: list[dict[str, Variable]] = [view]
        self.open: list[Tag] = []
        self.environment = Environment(autoescape=True)

    def fault(self, kind: Kind, tag: Tag, message: str, hint: str = "") -> None:
        self.faults.append(Fault(kind, tag, message, hint))

    def take(self, tag: Tag) -> None:
        """One tag, in order."""
        if tag.opens == "#":
            return
        if tag.opens == "{":
            for node in self.parsed(tag, f"{{{{ {tag.code} }}}}"):
                self.output(tag, node)
        elif tag.word in OPENS:
            end = OPENS[tag.word]
            for node in self.parsed(tag, f"{{% {tag.code} %}}{{% {end} %}}"):
                self.enter(tag, node)
        elif tag.word in BRANCHES:
            self.branch(tag)
        elif tag.word in OPENS.values():
            self.leave(tag)
        else:
            self.fault(Kind.SYNTAX, tag, f"thẻ {tag.text} không dùng được trong tệp mẫu",
                       "Chỉ dùng for, if, elif, else và endfor, endif.")  # fmt: skip

    def parsed(self, tag: Tag, code: str) -> Iterator[Any]:
        """The one node of a piece of code, or a fault."""
        try:
            body = self.environment.parse(code).body
        except TemplateSyntaxError:
            self.fault(Kind.SYNTAX, tag, f"thẻ {tag.text} viết sai")
            return
        yield from body[:1]

    def enter(self, tag: Tag, node: Any) -> None:
        scope: dict[str, Variable] = {}
        if isinstance(node, nodes.For):
            over = self.resolve(tag, node.iter)
            if isinstance(node.target, nodes.Name):
                scope = {
                    node.target.name: Variable(_element(over.type), over.sources),
                    "loop": Variable(None),
                }
        elif isinstance(node, nodes.If):
            self.resolve(tag, node.test)
        self.open.append(tag)
        self.scopes.append(scope)

    def branch(self, tag: Tag) -> None:
        if not self.open or self.open[-1].word not in BRANCHES[tag.word]:
            self.fault(Kind.BALANCE, tag, f"thẻ {tag.text} không nằm trong thẻ if nào")
            return
        self.same_place(self.open[-1], tag)
        if tag.word == "elif":
            code = f"{{% if {tag.code.removeprefix('elif')} %}}{{% endif %}}"
            for node in self.parsed(tag, code):
                self.resolve(tag, node.test)

    def leave(self, tag: Tag) -> None:
        if not self.open or OPENS[self.open[-1].word] != tag.word:
            self.fault(Kind.BALANCE, tag, f"thẻ {tag.text} không có thẻ mở tương ứng")
            return
        self.scopes.pop()
        self.same_place(self.open.pop(), tag)

    def same_place(self, opened: Tag, other: Tag) -> None:
        """Both ends of a loop or a condition replace the same thing and stand in one container."""
        if opened.level != other.level:
            hint = f"Mở bằng {{%{opened.level} thì đóng cũng bằng {{%{opened.level}."
            self.fault(Kind.BALANCE, other, f"thẻ {other.text} khác loại với {opened.text}", hint)
        elif opened.level == "p" and opened.spot.xml.getparent() is not other.spot.xml.getparent():
            message = f"thẻ {other.text} không cùng ô hoặc cùng phần với {opened.text}"
            self.fault(Kind.BALANCE, other, message)

    def output(self, tag: Tag, node: Any) -> None:
        """A tag that prints: what it prints counts, and must fit what the tag replaces."""
        for child in getattr(node, "nodes", ()):
            if isinstance(child, nodes.TemplateData):
                continue
            value = self.resolve(tag, child)
            self.printed |= value.sources
            wanted = {Inline: "r", Traced: "", Line: "p", Piece: "p"}.get(value.type, tag.level)
            if wanted != tag.level:
                right = f"{{{{{wanted} {tag.code} }}}}"
                why = {"r": "chữ có nghiêng, đậm", "p": "cả một đoạn"}.get(wanted, "chữ thường")
                message = f"thẻ {tag.text} in ra {why}, phải viết {right}"
                self.fault(Kind.LEVEL, tag, message, f"Sửa thành {right}")

    def resolve(self, tag: Tag, node: Any) -> Variable:
        """What an expression stands for; a name that is nowhere becomes a fault."""
        if isinstance(node, nodes.Name):
            return self.named(tag, node.name)
        if isinstance(node, nodes.Getattr):
            return self.member(tag, self.resolve(tag, node.node), node.attr)
        if isinstance(node, nodes.Getitem):
            owner = self.resolve(tag, node.node)
            return Variable(_element(owner.type), owner.sources)
        if isinstance(node, nodes.Compare):
            self.compare(tag, node)
        if isinstance(node, nodes.Filter) and node.name not in self.environment.filters:
            self.unknown(tag, node.name, list(self.environment.filters))
        for child in node.iter_child_nodes():
            self.resolve(tag, child)
        return Variable(None)

    def named(self, tag: Tag, name: str) -> Variable:
        for scope in reversed(self.scopes):
            if name in scope:
                return scope[name]
        self.unknown(tag, name, [each for scope in self.scopes for each in scope])
        return Variable(None)

    def member(self, tag: Tag, owner: Variable, name: str) -> Variable:
        if owner.type not in MODEL:
            return Variable(None, owner.sources)
        known = _members(owner.type)
        if name not in known:
            self.unknown(tag, name, list(known))
            return Variable(None)
        return Variable(known[name], owner.sources | {(owner.type, name)})

    def compare(self, tag: Tag, node: Any) -> None:
        """`b.kind == "…"` names a kind of block that exists."""
        of_kind = isinstance(node.expr, nodes.Getattr) and node.expr.attr == "kind"
        for operand in node.ops:
            value = getattr(operand.expr, "value", None)
            if of_kind and isinstance(value, str) and value not in BLOCK_KINDS:
                self.unknown(tag, value, list(BLOCK_KINDS))

    def unknown(self, tag: Tag, name: str, known: list[str]) -> None:
        near = closest(name, known)
        hint = f"Có phải ý là “{near[0]}”?" if near else f"Các tên có: {', '.join(sorted(known))}."
        self.fault(Kind.NAME, tag, f"thẻ {tag.text} gọi tên “{name}” không có", hint)
