"""A tree of lines as items of the content that print just the marks that were typed.

docgen numbers by itself; a line whose mark it would print otherwise stays a paragraph with its
mark as typed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from docgen.from_word.agencies import Roles
from docgen.from_word.inline_marks import Look
from docgen.from_word.marks import SIGNS, colon
from docgen.from_word.outline import Node, is_part
from docgen.plan.model import Item, Marker
from docgen.plan.source import Text
from docgen.view.marks import Mark, Place

MARKERS: dict[str, Marker] = {
    "roman": "roman", "number": "number", "dotted": "1.1.", "dotless": "1.1", "letter": "letter",
    "stop": "a.", "lettered": "a.1)", "bracket": "(1)", "paren": "1)", "dash": "dash",
    "bullet": "•", "plus": "plus",
}  # fmt: skip
BOLD = Look(bold=True)


def items_of(nodes: Sequence[Node], above: str, roles: Roles) -> tuple[Item, ...]:
    """The items of a text; `above` is `I.` where its headings begin with 1."""
    return tuple(_Writer(roles).list_of(nodes, Place(above)))


class _Writer:
    def __init__(self, roles: Roles) -> None:
        self.roles = roles

    def list_of(self, nodes: Sequence[Node], place: Place) -> Iterator[Item]:
        """The items of a list at its place; what the place cannot number gets a list of its own."""
        if self._fits(nodes, place):
            yield from self._items(nodes, place)
            return
        for kind, run in _runs(nodes):
            if self._fits(run, place):
                yield from self._items(run, place)
            else:
                yield from self._own_list(kind, run, place)

    def _own_list(self, kind: str, run: Sequence[Node], place: Place) -> Iterator[Item]:
        marker = MARKERS.get(kind)
        if marker is None:
            yield from self._items(run, place)
            return
        items = tuple(self._items(run, replace(place, marker=marker, count=0)))
        if all(item.plain or item.table or item.centered for item in items):
            yield from items
        else:
            yield Item(marker=marker, items=items)

    def _fits(self, nodes: Sequence[Node], place: Place) -> bool:
        """Whether docgen numbers all of a list just so."""
        trial = replace(place)
        return all(
            node.kind != "marked" or trial.next(titled=self._titled(node)).words == node.mark.words
            for node in nodes
        )

    def _titled(self, node: Node) -> bool:
        return node.is_title or self._label(node) > 0 or self.roles.of(node) is not None

    def _items(self, nodes: Sequence[Node], place: Place) -> Iterator[Item]:
        for node in nodes:
            if node.kind == "table":
                yield Item(table=node.table)
                continue
            line = node.line
            assert line is not None
            if node.kind == "plain":
                yield Item(plain=line.value())
            elif node.kind == "center":
                yield Item(centered=line.value())
            else:
                yield from self._marked(node, place)

    def _marked(self, node: Node, place: Place) -> Iterator[Item]:
        before = place.count
        mark = place.next(titled=self._titled(node))
        if mark.words == node.mark.words and not mark.is_past_letters:
            yield self._item(node, mark)
            return
        place.count = before
        assert node.line is not None
        yield Item(plain=node.line.value())
        yield from self.list_of(node.below, place)

    def _item(self, node: Node, mark: Mark) -> Item:
        line = node.line
        assert line is not None
        start, label = node.mark.length, self._label(node)
        if role := self.roles.of(node):
            more, rest = _paragraphs(node.below, spoken=not role.runs_in)
            marker, tasks = self._below(rest, mark)
            return Item(assignments=(self.roles.assignment(role, line, more, marker, tasks),))
        if label:
            more, rest = _paragraphs(node.below, spoken=True)
            marker, items = self._below(rest, mark)
            named, text = line.value(start, start + label, BOLD), line.value(start + label + 1)
            return Item(title=named, text=(text, *more), marker=marker, items=items)
        title = self._title(node) if node.is_title else None
        more, rest = _paragraphs(node.below, spoken=not (title and title.value.endswith(":")))
        marker, items = self._below(rest, mark)
        if title:
            return Item(title=title, text=more, marker=marker, items=items)
        return Item(text=(line.value(start), *more), marker=marker, items=items)

    @staticmethod
    def _title(node: Node) -> Text:
        """The title; its look is said where it is not that of its style."""
        line = node.line
        assert line is not None
        if line.look.italic:
            return line.value(node.mark.length)
        return line.plain(node.mark.length)

    @staticmethod
    def _label(node: Node) -> int:
        """How many letters of a marked line are a bold label that ends with a colon; 0: none."""
        line = node.line
        if node.kind != "marked" or line is None or node.mark.kind in SIGNS:
            return 0
        end = colon(line.bare) + 1
        letters = [each for each in line.letters if each.said][node.mark.length :]
        if end >= len(letters) - 1 or not line.bare.startswith(" ", end):
            return 0
        label = [each.look for each in letters[: end - 1] if each.said.strip()]
        rest = [each.look for each in letters[end:] if each.said.strip()]
        return end if all(look == BOLD for look in label) and BOLD not in rest[:1] else 0

    def _below(self, nodes: Sequence[Node], mark: Mark) -> tuple[Marker | None, tuple[Item, ...]]:
        """The marker of the list below a line, and its items."""
        if not nodes:
            return None, ()
        kinds = [node.mark.kind for node in nodes if node.kind == "marked"]
        place = mark.below(None)
        if self._fits(nodes, place):
            return None, tuple(self._items(nodes, place))
        wanted = MARKERS.get(kinds[0]) if kinds else None
        runs = [kind for kind, _ in _runs(nodes)]
        if wanted and len(runs) == 1:
            marked = mark.below(wanted)
            return wanted, tuple(self.list_of(nodes, marked))
        return None, tuple(self.list_of(nodes, place))


def _paragraphs(nodes: Sequence[Node], *, spoken: bool) -> tuple[tuple[Text, ...], Sequence[Node]]:
    """The paragraphs that go on what is above them, and all that comes behind."""
    count = 0
    while spoken and count < len(nodes) and nodes[count].kind == "plain":
        count += 1
    lines = [node.line for node in nodes[:count]]
    return tuple(line.value() for line in lines if line), nodes[count:]


def _runs(nodes: Sequence[Node]) -> list[tuple[str, list[Node]]]:
    """The lists in a row of nodes: marks of one kind, with what stands between them.

    A list that begins anew is one of its own, and so is what heads a part above it.
    """
    runs: list[tuple[str, list[Node]]] = []
    between: list[Node] = []
    for node in nodes:
        if node.kind != "marked":
            between.append(node)
            continue
        kind = node.mark.kind
        anew = node.mark.number == 1 and kind not in SIGNS
        if runs and runs[-1][0] == kind and not anew:
            runs[-1][1].extend(between)
        else:
            heads = next((at for at, each in enumerate(between) if _is_part(each)), len(between))
            parts = (between[:heads], between[heads:])
            if runs:
                runs[-1][1].extend(parts[0])
                parts = ([], parts[1])
            runs += [("", part) for part in parts if part]
            runs.append((kind, []))
        runs[-1][1].append(node)
        between = []
    if not runs:
        return [("", between)] if between else []
    runs[-1][1].extend(between)
    return runs


def _is_part(node: Node) -> bool:
    return node.line is not None and (node.kind == "center" or is_part(node.line))
