"""Items of YAML lists put in and taken out; what stands between them stays."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from yaml.nodes import Node, SequenceNode

from docgen.edit.yaml_edit import Edits, Entry, end_of
from docgen.edit.yaml_writer import Tree, Unwritable, block, flow, indented, outdented


@dataclass(frozen=True, slots=True)
class New:
    """An item to come before the item `at` (from 0): its value, and how to write it if known."""

    at: int
    value: Tree
    raw: str = ""

    def in_block(self, column: int, newline: str) -> str:
        """The item behind its dash; its first letter stands at `column`."""
        return (
            indented(self.raw, column, newline) if self.raw else block(self.value, column, newline)
        )

    def in_flow(self) -> str:
        """The item between brackets."""
        if "\n" in self.raw or "#" in self.raw:
            raise Unwritable(self.raw)
        return self.raw or flow(self.value)


def change_list(
    edits: Edits,
    node: SequenceNode,
    new: Sequence[New],
    gone: Collection[int],
    moved: Collection[int],
) -> None:
    """Puts items in and takes items out; of those that are `moved` the comments go with them."""
    new = sorted(new, key=lambda item: item.at)
    if node.flow_style:
        _in_flow(edits, node, new, gone)
        return
    column = _dash_column(edits, node)
    lead = f"{edits.newline}{' ' * column}"
    for item in new:
        at = _above(edits, node, item.at)
        edits.replace(at, at, f"{lead}- {item.in_block(column + 2, edits.newline)}")
    for number in gone:
        child = node.value[number]
        start = _line_above(edits, _dash(edits, node, child))
        end = edits.end_of_line(end_of(edits.source, child))
        said = [] if number in moved else list(_remarks(edits, child, start, end))
        edits.replace(start, end, "".join(f"{lead}{each}" for each in said))


def list_of(edits: Edits, entry: Entry, raw: str, new: Sequence[New]) -> None:
    """Makes a list of a key that has one text, or none; `raw` is how that text is written now."""
    before = [item for item in new if item.at == 0]
    after = [item for item in new if item.at > 0]
    if entry.in_flow:
        items = [*(each.in_flow() for each in before), raw, *(each.in_flow() for each in after)]
        edits.set(entry, f"[{', '.join(filter(None, items))}]")
        return
    column = entry.key.start_mark.column + 2
    newline = edits.newline
    lead = f"{newline}{' ' * column}- "
    old = indented(outdented(raw, column), column + 2, newline) if raw else ""
    items = [each.in_block(column + 2, newline) for each in before]
    items += [old] if old else []
    items += [each.in_block(column + 2, newline) for each in after]
    words = "".join(f"{lead}{each}" for each in items)
    if raw:
        colon = entry.key.end_mark.index + 1
        edits.replace(colon, end_of(edits.source, entry.value), words)
    else:
        end = edits.end_of_line(entry.key.end_mark.index)
        edits.replace(end, end, words)


def raw_item(edits: Edits, node: SequenceNode, number: int) -> str:
    """An item of a block list as the file writes it, moved to the left, its comments too."""
    child = node.value[number]
    end = (
        end_of(edits.source, child)
        if node.flow_style
        else edits.end_of_line(end_of(edits.source, child))
    )
    text = edits.source.text[child.start_mark.index : end]
    return outdented(text, child.start_mark.column)


# ------------------------------------------------------------------------------ block lists


def _dash_column(edits: Edits, node: SequenceNode) -> int:
    return edits.source.where(_dash(edits, node, node.value[0])).column - 1


def _dash(edits: Edits, node: SequenceNode, child: Node) -> int:
    """Where the dash of an item stands: at the column of its list, in its line or above."""
    column = node.start_mark.column
    line = child.start_mark.line
    while edits.source.lines[line][column : column + 1] != "-":
        line -= 1
    return edits.source.line_start(line) + column


def _line_above(edits: Edits, index: int) -> int:
    """The end of the line above the one of `index`."""
    start = edits.source.line_start(edits.source.where(index).line - 1)
    return start - len(edits.newline) if start else 0


def _above(edits: Edits, node: SequenceNode, number: int) -> int:
    """Where an item that comes before the item `number` is put: the end of a line."""
    if number:
        return edits.end_of_line(end_of(edits.source, node.value[number - 1]))
    return _line_above(edits, _dash(edits, node, node.value[0]))


def _remarks(edits: Edits, child: Node, start: int, end: int) -> Iterator[str]:
    """The comments of an item: above, between and behind its texts."""
    yield from (words for _, words in edits.comments(child, start))
    behind = edits.source.text[end_of(edits.source, child) : end].strip()
    if behind:
        yield behind


# ------------------------------------------------------------------------------- flow lists


def _in_flow(edits: Edits, node: SequenceNode, new: Sequence[New], gone: Collection[int]) -> None:
    spans = [(child.start_mark.index, end_of(edits.source, child)) for child in node.value]
    cut_between_brackets(edits, spans, gone)
    kept = [number for number in range(len(spans)) if number not in gone]
    for item in new:
        before = [number for number in kept if number < item.at]
        if before:
            at, words = spans[before[-1]][1], f", {item.in_flow()}"
        elif spans:
            rest = kept or item is not new[-1]
            at, words = spans[0][0], f"{item.in_flow()}{', ' if rest else ''}"
        else:
            at, words = (
                node.start_mark.index + 1,
                item.in_flow() + ("" if item is new[-1] else ", "),
            )
        edits.replace(at, at, words)


def cut_between_brackets(
    edits: Edits, spans: Sequence[tuple[int, int]], gone: Collection[int]
) -> None:
    """Takes out those that are `gone` of what stands at `spans`, each with one comma."""
    last = len(spans) - 1
    runs = [
        [number for _, number in run]
        for _, run in groupby(enumerate(sorted(gone)), lambda each: each[1] - each[0])
    ]
    for run in runs:
        start = spans[run[0] - 1][1] if run[0] else spans[0][0]
        end = spans[run[-1]][1] if run[0] or run[-1] == last else spans[run[-1] + 1][0]
        edits.replace(start, end, "")
