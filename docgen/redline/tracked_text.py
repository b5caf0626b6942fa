"""One paragraph as tracked changes of another, word by word (ECMA-376 Part 1, 17.13.5).

A paragraph is a row of pieces: syllables, spaces, marks, and whatever else it holds, each
with the look of its run. Pieces of one look and one fate are written as one run.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from itertools import accumulate, count, groupby
from typing import Any, Literal

from lxml import etree

from docgen.docx.model import W

# "" stays; the others are the elements that say so
Fate = Literal["", "ins", "del", "moveFrom", "moveTo"]

RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_NO_DATE = "1980-01-01T00:00:00Z"  # the schema asks for one; the words that moved have none
_NONE: Mapping[str, str] = {}
_TOKEN = re.compile(r"\w+(?:[.,:–-]\w+)*|\s+|[^\w\s]")
_TAKEN_OUT = {W + "t": W + "delText", W + "instrText": W + "delInstrText"}
_NOTES = {W + name for name in ("footnoteReference", "endnoteReference")}
_REMARK = W + "commentReference"
LOOK = "look"  # our own attribute of properties: equal for two that print alike
_TRACES_OF_WORD = {W + "proofErr", W + "lastRenderedPageBreak"}


def made(tag: str, attributes: Mapping[str, str] = _NONE) -> Any:
    """A new element of the main namespace, under the prefix that documents use.

    Under one that lxml makes up, it would change the prefix of what is put into it, and equal
    properties would no longer be equal byte for byte.
    """
    return etree.Element(W + tag, dict(attributes), nsmap={"w": W.strip("{}")})


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or something else that a paragraph holds, with the look of its run.

    `look` is None for what stands in no run, `was` the earlier properties where only they
    changed. Two are equal when they print the same.
    """

    text: str
    look: str | bytes | None
    other: bytes = b""
    element: Any = field(default=None, compare=False, repr=False)
    properties: Any = field(default=None, compare=False, repr=False)
    was: Any = field(default=None, compare=False, repr=False)

    @property
    def said(self) -> tuple[str, bytes, bool]:
        """What it says, in whatever look."""
        return self.text, self.other, self.look is None


class Marks:
    """Makes the elements that say what was added or taken out, each with a number of its own.

    They carry no date (`w:date` may be left out): none is known, and the same two documents
    give the same bytes. `left_out` counts what of the old document cannot stand in the new.
    """

    def __init__(self, author: str) -> None:
        self.author = author
        self.numbers = count(1)
        self.left_out = 0

    def mark(self, tag: str, *content: Any) -> Any:
        """`mark("ins", run)`: the content, said to be added."""
        element = made(tag, {W + "id": str(next(self.numbers))})
        if tag != "tblGridChange":  # the one mark without an author (17.13.5.33)
            element.set(W + "author", self.author)
        element.extend(content)
        return element

    def marked(self, element: Any, fate: Fate) -> Any:
        """What stands in a paragraph, with its runs said to be added or taken out."""
        if not fate:
            return element
        if element.tag != W + "r":
            for run in [*element.iterchildren(W + "r")]:
                element.insert(element.index(run), self.marked(run, fate))
            return element
        if fate == "del":
            for each in element.iter(*_TAKEN_OUT):
                each.tag = _TAKEN_OUT[each.tag]
        return self.mark(fate, element)

    def move_range(self, move: Fate, name: str) -> tuple[Any, Any]:
        """The marks around a place of the move `name`: its source or its destination."""
        start = self.mark(f"{move}RangeStart")
        start.set(W + "name", name)
        start.set(W + "date", _NO_DATE)
        return start, made(f"{move}RangeEnd", {W + "id": start.get(W + "id")})

    def rewritten(self, old: Any, new: Any) -> Iterator[Any]:
        """The content of the new paragraph with the changes since the old; either may be None."""
        yield from self._written(self._fated(old, new))

    def moved(self, old: Any, new: Any, fate: Fate, move: Fate) -> Iterator[Any]:
        """What moved and was edited on the way: at its old place (`del`) or its new one (`ins`)."""
        changes: dict[Fate, Fate] = {"": move, fate: fate}
        fated = self._fated(old, new)
        yield from self._written((changes[its], piece) for its, piece in fated if its in changes)

    def _fated(self, old: Any, new: Any) -> Iterator[tuple[Fate, Piece]]:
        before = [] if old is None else [*self.kept(pieces(old))]
        after = [] if new is None else [*pieces(new)]
        return _fates(before, after)

    def _written(self, fated: Iterable[tuple[Fate, Piece]]) -> Iterator[Any]:
        for (fate, alone, *_), group in groupby(fated, _written_together):
            together = [piece for _, piece in group]
            if alone:
                yield from (self.marked(deepcopy(piece.element), fate) for piece in together)
            else:
                yield self.marked(self._relooked(_run(together), together[0].was), fate)

    def _relooked(self, run: Any, was: Any) -> Any:
        """The run, said to have had other properties (`rPrChange`, 17.13.5.31)."""
        if was is not None:
            if run.find(W + "rPr") is None:
                run.insert(0, made("rPr"))
            run.find(W + "rPr").append(self.mark("rPrChange", deepcopy(was)))
        return run

    def kept(self, old: Iterable[Piece]) -> Iterator[Piece]:
        """The pieces of the old document that can stand in the new one."""
        for piece in old:
            if piece.look is None:
                yield from self.kept(_in_runs(_outer_runs(piece.element)))
            elif piece.text or not _points(piece.element):
                yield piece
            else:
                self.left_out += 1


def pieces(paragraph: Any) -> Iterator[Piece]:
    """The pieces of a paragraph in order."""
    held = (child for child in paragraph if child.tag not in (W + "pPr", *_TRACES_OF_WORD))
    for is_run, group in groupby(held, lambda child: child.tag == W + "r"):
        if is_run:
            yield from _in_runs(group)
        else:
            yield from (Piece("", None, printed(child), child) for child in group)


def words(element: Any) -> list[str]:
    """The syllables and marks of a paragraph, cell, row or table, by which two are near."""
    text = " ".join(each.text or "" for each in element.iter(W + "t"))
    return [token for token in _TOKEN.findall(text) if not token.isspace()]


def canonical(element: Any) -> bytes:
    """The element as bytes that are equal when it is."""
    if element is None:
        return b""
    look = element.attrib.pop(LOOK, None)
    text: bytes = etree.tostring(element, method="c14n", exclusive=True, with_tail=False)
    if look is not None:
        element.set(LOOK, look)
    return text


def seen(properties: Any) -> str | bytes:
    """What properties come to, if that is written upon them, else what they say."""
    look = "" if properties is None else str(properties.get(LOOK, ""))
    return look or (canonical(properties) if properties is not None and len(properties) else b"")


def printed(element: Any) -> bytes:
    """Equal for two elements that print alike: of properties in them what they come to counts."""
    if next((True for each in element.iter() if LOOK in each.attrib), False):
        element = deepcopy(element)
        for each in [each for each in element.iter() if LOOK in each.attrib]:
            del each[:]
    return canonical(element)


def _in_runs(runs: Iterable[Any]) -> Iterator[Piece]:
    """The pieces of runs that follow each other; a word that two of them share stays whole."""
    children = (
        (seen(properties), properties, child)
        for run in runs
        for properties in [_look(run)]
        for child in run
        if child.tag not in (W + "rPr", *_TRACES_OF_WORD)
    )
    for (look, is_text), group in groupby(children, lambda each: (each[0], each[2].tag == W + "t")):
        held = [*group]
        if is_text:
            texts = [(_text(child), properties) for _, properties, child in held]
            begins = [*accumulate((len(text) for text, _ in texts), initial=0)]
            for token in _TOKEN.finditer("".join(text for text, _ in texts)):
                at = bisect_right(begins, token.start()) - 1
                yield Piece(token[0], look, b"", None, texts[at][1])
        else:
            for _, properties, child in held:
                yield Piece("", look, printed(child), child, properties)


def _look(run: Any) -> Any:
    found = run.find(W + "rPr")
    return made("rPr") if found is None else found


def _text(element: Any) -> str:
    """Word trims a text that does not say that its spaces stay."""
    text = element.text or ""
    return text if element.get(XML_SPACE) == "preserve" else text.strip(" \t\r\n")


def _fates(before: list[Piece], after: list[Piece]) -> Iterator[tuple[Fate, Piece]]:
    """Every piece of both, with its fate; a lone space between two changes changes with them."""
    out: list[Piece] = []
    come: list[Piece] = []
    old, new = ([piece.said for piece in its] for its in (before, after))
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for number, (tag, i, j, k, m) in enumerate(codes):
        inside = 0 < number < len(codes) - 1
        if tag == "equal" and not (inside and all(each.text.isspace() for each in after[k:m])):
            yield from (("del", each) for each in out)
            yield from (("ins", each) for each in come)
            yield from (("", _stays(*pair)) for pair in zip(before[i:j], after[k:m], strict=True))
            out, come = [], []
        else:
            out += before[i:j]
            come += after[k:m]
    yield from (("del", each) for each in out)
    yield from (("ins", each) for each in come)


def _stays(old: Piece, new: Piece) -> Piece:
    alike = old == new or canonical(old.properties) == canonical(new.properties)
    return new if alike else replace(new, was=old.properties)


def _written_together(each: tuple[Fate, Piece]) -> tuple[Fate, bool, bytes, bytes]:
    fate, piece = each
    return fate, piece.look is None, canonical(piece.properties), canonical(piece.was)


def _run(pieces_of_one_look: list[Piece]) -> Any:
    run = made("r")
    properties = pieces_of_one_look[0].properties
    if len(properties):
        run.append(deepcopy(properties))
    for is_text, group in groupby(pieces_of_one_look, lambda piece: bool(piece.text)):
        if is_text:
            text = etree.SubElement(run, W + "t", {XML_SPACE: "preserve"})
            text.text = "".join(piece.text for piece in group)
        else:
            run.extend(deepcopy(piece.element) for piece in group)
    return run


def _outer_runs(element: Any) -> Iterator[Any]:
    """The runs inside what wraps them, such as a link; not those inside another run."""
    for child in element:
        if child.tag == W + "r":
            yield child
        else:
            yield from _outer_runs(child)


def _points(element: Any) -> bool:
    """Whether it needs something of its document that could not be brought along."""
    return any(
        each.tag == _REMARK or "" in [its for name, its in each.items() if _leads(each, name)]
        for each in element.iter()
    )


def _leads(element: Any, name: str) -> bool:
    """Whether the attribute says where something else of the document is."""
    return name.startswith(RELATED) or (element.tag in _NOTES and name == W + "id")
