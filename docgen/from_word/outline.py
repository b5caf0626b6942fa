"""Lines and tables of a text as a tree: what stands below what, by marks alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from docgen.from_word.inline_marks import Look
from docgen.from_word.lines import Line
from docgen.from_word.marks import SIGNS, Mark
from docgen.plan.table import Table
from docgen.vietnamese import heads_part

Kind = Literal["marked", "plain", "center", "table"]
RANKS = {kind: rank for rank, kind in enumerate(
    (
    "roman", "number", "dotted", "dotless", "letter", "stop", "paren", "lettered", "bracket",
    "dash", "bullet", "plus",
)
)}  # fmt: skip
DOTTED = ("dotted", "dotless")
_SENTENCE = re.compile(r"[.;,]$")
MOST_TITLE = 150


@dataclass
class Node:
    """A line or a table, and what stands below it."""

    kind: Kind
    line: Line | None = None
    table: Table | None = None
    below: list[Node] = field(default_factory=list)

    @property
    def mark(self) -> Mark:
        """The mark of a marked line."""
        assert self.line is not None
        assert self.line.mark is not None
        return self.line.mark

    @property
    def is_title(self) -> bool:
        """Whether a marked line is a heading: by its kind, its look, or by what is below it."""
        assert self.line is not None
        words, look = self.line.bare, self.line.look
        if self.mark.kind == "roman":
            return True
        if self.mark.kind in (*SIGNS, "bracket", "paren") or _SENTENCE.search(words):
            return False
        if look != Look():
            return len(words) <= 2 * MOST_TITLE
        heads = self.mark.kind in ("number", *DOTTED) and not words.endswith(":")
        return heads and bool(self.below) and len(words) <= MOST_TITLE


def tree(blocks: Iterable[Line | Table]) -> list[Node]:
    """The nodes at the top, those below them inside."""
    root = Node("plain")
    trail = [root]
    last = ""
    for block in blocks:
        if isinstance(block, Table):
            _list_of(trail).append(Node("table", table=block))
        elif block.mark:
            node = Node("marked", block)
            _open_for(node, trail, last)
            trail[-1].below.append(node)
            trail.append(node)
        elif block.align == "center" or is_part(block):
            whole = block.is_capital or is_part(block)
            while len(trail) > 1 and (whole or not _heads(trail[-1])):
                trail.pop()
            trail[-1].below.append(Node("center" if block.align == "center" else "plain", block))
        else:
            _list_of(trail).append(Node("plain", block))
        last = block.words if isinstance(block, Line) else ""
    return root.below


def is_part(line: Line) -> bool:
    """Whether a line heads a part of the text, above its I. and 1.: `Phần thứ nhất`, `A. …`."""
    told = line.look.bold or line.align == "center"
    return line.mark is None and told and heads_part(line.words, lettered=line.look.bold)


def _heads(node: Node) -> bool:
    """Whether a line heads others by its kind or its look."""
    return node.mark.kind == "roman" or _look(node) != Look()


def _list_of(trail: list[Node]) -> list[Node]:
    """Where a line without a mark goes: below the last heading or point, beside a bullet."""
    while len(trail) > 1 and trail[-1].mark.kind in SIGNS:
        trail.pop()
    return trail[-1].below


def _open_for(node: Node, trail: list[Node], last: str) -> None:
    """Closes what a marked line does not stand below."""
    mark = node.mark
    if mark.kind == "roman":
        del trail[1:]
        return
    opened = list(_opened(trail, mark.kind))
    goes_on = [at for at, open_ in opened if _follows(open_, mark)]
    alike = [at for at in goes_on if _look(trail[at]) == _look(node)]
    following = next(iter((*alike, *goes_on)), None)
    if following is not None:
        del trail[following:]
    elif mark.kind in DOTTED:
        _below_its_number(mark, trail)
    elif opened and (mark.number != 1 or mark.kind in SIGNS):
        del trail[opened[0][0] :]
    elif not opened and not last.endswith(":"):
        while len(trail) > 1 and RANKS[trail[-1].mark.kind] > RANKS[mark.kind]:
            trail.pop()


def _look(node: Node) -> Look:
    assert node.line is not None
    return node.line.look


def _opened(trail: list[Node], kind: str) -> Iterator[tuple[int, Mark]]:
    """The open lines with marks of a kind, the innermost first."""
    for at in range(len(trail) - 1, 0, -1):
        if trail[at].mark.kind == kind:
            yield at, trail[at].mark


def _follows(before: Mark, mark: Mark) -> bool:
    if mark.kind in SIGNS:
        return True
    if mark.kind in DOTTED and _stem(before) != _stem(mark):
        return False
    return mark.number == before.number + 1


def _stem(mark: Mark) -> str:
    return mark.words.rstrip(".").rpartition(".")[0]


def _below_its_number(mark: Mark, trail: list[Node]) -> None:
    """1.2.1. stands below 1.2., wherever that is open; or else below the last number."""
    stem = f"{_stem(mark)}."
    for at in range(len(trail) - 1, 0, -1):
        if f"{trail[at].mark.words.rstrip('.')}." == stem:
            del trail[at + 1 :]
            return
    depth = mark.words.rstrip(".").count(".")
    while len(trail) > 1 and not (
        trail[-1].mark.kind in ("roman", "number")
        or (trail[-1].mark.kind in DOTTED and trail[-1].mark.words.rstrip(".").count(".") < depth)
    ):
        trail.pop()
