"""A paragraph among points that was given their mark, and a point from which the mark went."""

from __future__ import annotations

from dataclasses import replace

from docgen.accept.blocks import Blocks
from docgen.accept.change import Change, value_at
from docgen.accept.marks import bare, mark_of
from docgen.accept.units import Line
from docgen.accept.words import line_changes
from docgen.edit.edits import Delete, Insert, Reword
from docgen.edit.yaml_writer import Tree

LISTS = "items", "tasks"


def remarked(blocks: Blocks, old: Line, new: Line) -> Change | None:
    """The line as an item of the other kind, its words with it; None where it is of the same."""
    if old.said == new.said or bool(mark_of(old)) == bool(mark_of(new)):
        return None
    item, text = blocks.item(old), blocks.places[old]
    if item is None or text is None:
        return None
    source, (*parent, last) = item
    listed = isinstance(last, int) and parent[-1] in LISTS
    kind = mark_of(old) or mark_of(new)
    was_plain = blocks.is_plain(old)
    is_item = was_plain or (value_at(*item) == text.value and not kind.strip("-+•"))
    if not listed or not is_item or (was_plain and kind not in _marks_beside(blocks, old)):
        return None
    found = [*line_changes(blocks.base, _unmarked(old), _unmarked(new))]
    words = [edit.new for each in found for edit in each.edits if isinstance(edit, Reword)]
    if any(each.verdict != "applied" for each in found) or len(words) > 1:
        return None
    said = words[0] if words else text.value
    value: Tree = said if was_plain else {"plain": said}
    edits = Delete(*item), Insert(source, (*parent, int(last) + 1), value)
    return Change(
        "words", "applied", text.where, old.text, new.text, new.authors, edits=edits, spot=new
    )


def _marks_beside(blocks: Blocks, line: Line) -> set[str]:
    """The marks that the points of the list of a line have."""
    own = blocks.item(line)
    others = ((each, blocks.item(each)) for each in blocks.places)
    return {
        mark_of(each)
        for each, item in others
        if own and item and item[0] is own[0] and item[1][:-1] == own[1][:-1]
    } - {""}


def _unmarked(line: Line) -> Line:
    """A line without its mark."""
    cut = len(line.text) - len(bare(line))
    notes = tuple((at - cut, words) for at, words in line.notes)
    return replace(
        line, text=line.text[cut:], marks=line.marks[cut:], looks=line.looks[cut:], notes=notes
    )
