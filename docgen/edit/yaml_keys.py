"""Keys of YAML mappings taken out, with what is said of them; all else stays."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from yaml.nodes import MappingNode, Node

from docgen.edit.yaml_edit import Edits, Entry, end_of, entries
from docgen.edit.yaml_lists import cut_between_brackets
from docgen.edit.yaml_writer import Unwritable
from docgen.rules.silence import lets_stand


def drop_keys(edits: Edits, node: Node, gone: Collection[str]) -> None:
    """Takes keys out with their values and their comments: beside, inside and above.

    A comment above several keys that stand line on line speaks of all of them and stays, as does
    the one that the file begins with; a finding let stand goes with its key in any case.
    """
    every = list(entries(node).values())
    numbers = [number for number, entry in enumerate(every) if entry.key.value in gone]
    if len(numbers) < len(gone) or not isinstance(node, MappingNode):
        raise LookupError(*gone)
    if not node.flow_style:
        _in_block(edits, every, numbers)
        return
    if any(edits.comments(node, node.start_mark.index)):
        raise Unwritable(*gone)  # whose comment it is cannot be seen between brackets
    spans = [(each.key.start_mark.index, end_of(edits.source, each.value)) for each in every]
    cut_between_brackets(edits, spans, numbers)


def _in_block(edits: Edits, every: Sequence[Entry], numbers: Sequence[int]) -> None:
    lines, free = edits.source.lines, 0
    for number in numbers:
        key = every[number].key.start_mark
        if lines[key.line][: key.column].strip():
            raise Unwritable(every[number].key.value)  # behind a dash
        bottom = _bottom(edits, every[number])
        follows = number + 1 < len(every) and every[number + 1].key.start_mark.line == bottom
        top = _top(lines, key.line, key.column, in_a_row=follows)
        if bottom == len(lines) or not lines[bottom].strip():
            while top > free and not lines[top - 1].strip():
                top -= 1
        while top == 0 and bottom < len(lines) and not lines[bottom].strip():
            bottom += 1
        _cut(edits, top, bottom)
        free = bottom


def _bottom(edits: Edits, entry: Entry) -> int:
    """The line (from 0) behind an entry and the comments that stand deeper than its key."""
    lines = edits.source.lines
    bottom = line = edits.source.where(end_of(edits.source, entry.value)).line
    while line < len(lines) and (_is_comment(lines[line]) or not lines[line].strip()):
        deeper = _column(lines[line]) > entry.key.start_mark.column
        line += 1
        if deeper and lines[line - 1].strip():
            bottom = line
    return bottom


def _top(lines: Sequence[str], line: int, column: int, *, in_a_row: bool) -> int:
    """The first line (from 0) that goes with the key that stands at `line`."""
    above = line
    while above and _is_comment(lines[above - 1]) and _column(lines[above - 1]) == column:
        above -= 1
    if above and not in_a_row:
        return above
    while line > above and lets_stand(lines[line - 1].strip()):
        line -= 1
    return line


def _cut(edits: Edits, top: int, bottom: int) -> None:
    source, newline = edits.source, len(edits.newline)
    last = bottom >= len(source.lines)
    if top:
        end = len(source.text) if last else source.line_start(bottom) - newline
        edits.replace(source.line_start(top) - newline, end, "")
    else:
        edits.replace(0, len(source.text) if last else source.line_start(bottom), "")


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def _column(line: str) -> int:
    return len(line) - len(line.lstrip())
