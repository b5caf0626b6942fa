"""New lines of a kind that their list does not have: points below a point, a plain paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docgen.accept.align import Pair
from docgen.accept.blocks import Blocks
from docgen.accept.change import Change, value_at
from docgen.accept.letters import Unsayable
from docgen.accept.marks import mark_of
from docgen.accept.new_words import worded
from docgen.accept.units import Line
from docgen.accept.words import line_changes
from docgen.edit.edits import AddKey, Delete, Edit, Insert, Reword, Steps
from docgen.edit.yaml_writer import Tree
from docgen.plan.source import Source

MARKERS = {"-": "dash", "+": "plus", "•": "•", "letter": "letter", "bracket": "(1)"}


class NewKinds:
    """The first lines below a point that had none; `told` are those of them that are found."""

    def __init__(self, blocks: Blocks) -> None:
        self.blocks = blocks
        self.told: set[Line] = set()
        self.numbers: dict[Line, int] = {}
        self.runs: dict[Line, list[Line]] = {}
        above: Pair = (None, None)
        for number, (old, new) in enumerate(blocks.sides):
            head = above[1] if above[0] is not None else None
            if new is None:
                continue
            if old is not None or not isinstance(new, Line):
                above = old, new
            elif isinstance(head, Line):
                self.numbers[new] = number
                run = self.runs.setdefault(head, [])
                if not run or mark_of(run[0]) == mark_of(new):
                    run.append(new)

    def below(self, old: Line, new: Line) -> Change | None:
        """What came below a line as the first of its list, with what changed in the line itself.

        None where nothing came there, or it goes into a list that there is.
        """
        run = self.runs.get(new, [])
        if not run or self.blocks.is_of_list(self.numbers[run[0]], run[0]):
            return None
        item, marker = self.blocks.item(old), MARKERS.get(mark_of(run[0]))
        found = [*line_changes(self.blocks.base, old, new)]
        if item is None or marker is None or any(each.verdict != "applied" for each in found):
            return None
        said = [edit for each in found for edit in each.edits]
        natural = marker == ("plus" if mark_of(old) in ("-", "+") else "dash")
        try:
            words: list[Tree] = [worded(each) for each in run]
        except Unsayable:
            return None
        edits = tuple(_opened(*item, words, "" if natural else marker, said))
        if not edits:
            return None
        self.told.update(run)
        text = self.blocks.places.get(old)
        now = " ¶ ".join(each.text for each in ([new, *run] if found else run))
        return Change(
            "in", "applied", text.where if text else None, old.text if found else "", now,
            run[0].authors, edits=edits, spot=run[0],
        )  # fmt: skip

    def placed(self, change: Change) -> Change:
        """The change; of a paragraph without a mark among points that is where it belongs."""
        new = change.spot
        if (change.kind, change.verdict) != ("in", "asked") or not isinstance(new, Line):
            return change
        number = self.numbers.get(new)
        above = self.blocks.line_above(number) if number is not None else None
        item = self.blocks.item(above)
        if item is None or change.choices or mark_of(new):
            return change
        source, (*parent, last) = item
        if not isinstance(last, int) or parent[-1:] not in (["items"], ["tasks"]):
            return change
        try:
            value: Tree = {"plain": worded(new)}
        except Unsayable:
            return change
        edit = Insert(source, (*parent, last + 1), value)
        text = self.blocks.places.get(above) if above else None
        where = text.where if text else None
        return replace(change, verdict="applied", where=where, why="", edits=(edit,))


def _opened(
    source: Source, place: Steps, words: list[Tree], marker: str, said: list[Edit]
) -> Iterator[Edit]:
    """The edits that give an item its first list; `said` are those of its own words."""
    value = value_at(source, place)
    *parent, last = place
    below: dict[str, Tree] = {"marker": marker} if marker else {}
    if isinstance(value, str) and isinstance(last, int):
        text = next((edit.new for edit in said if isinstance(edit, Reword)), value)
        yield Delete(source, place)
        yield Insert(source, (*parent, last + 1), {"text": text, **below, "items": words})
    elif isinstance(value, dict) and not {"items", "tasks", "assignments"} & {*value}:
        key = "tasks" if "assignments" in parent[-1:] else "items"
        yield from said
        for name, tree in {**below, key: words}.items():
            yield AddKey(source, place, name, tree)
