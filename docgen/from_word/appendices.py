"""What comes behind the signature, as appendices: label, title, reference, text and tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from docgen.from_word.agencies import Roles
from docgen.from_word.ending import Piece, opens_appendix
from docgen.from_word.items import items_of
from docgen.from_word.lines import Line
from docgen.from_word.outline import Node, tree
from docgen.plan.appendix_names import labels
from docgen.plan.model import NO_REFERENCE, NO_SYMBOL, Appendix
from docgen.plan.table import Table
from docgen.vietnamese import document_number, format_partial_day

_REFERENCE = re.compile(
    r"\(?\s*(?:Ban hành )?(?:[Kk]èm theo|[Đđ]ính kèm|Ban hành kèm)", re.IGNORECASE
)
MOST_TITLE = 300
Flow = Callable[[Sequence[Piece]], Iterator[Line | Table]]


@dataclass(frozen=True, slots=True)
class Placing:
    """What is needed to read appendices: on which paper each piece stands, and who is who."""

    is_landscape: Callable[[Piece], bool]
    flow: Flow
    roles: Roles


def appendices_of(pieces: Sequence[Piece], placing: Placing) -> tuple[Appendix, ...]:
    """The appendices; a new one begins with each label."""
    starts = [
        at for at, piece in enumerate(pieces) if isinstance(piece, Line) and opens_appendix(piece)
    ]
    if pieces and (not starts or starts[0]):
        starts = [0, *starts]
    ends = [*starts[1:], len(pieces)]
    return tuple(
        _appendix(pieces[start:end], placing) for start, end in zip(starts, ends, strict=False)
    )


def _appendix(pieces: Sequence[Piece], placing: Placing) -> Appendix:
    waiting = list(pieces)
    first = waiting[0]
    label = waiting.pop(0) if isinstance(first, Line) and opens_appendix(first) else None
    title: list[Line] = []
    reference: list[Line] = []
    while waiting and isinstance(line := waiting[0], Line) and _is_head(line, reference):
        (reference if _REFERENCE.match(line.words) or reference else title).append(line)
        waiting.pop(0)
    where = next((each for each in pieces if isinstance(each, Line)), None)
    place = where.text if where else None
    nodes = tree(placing.flow(waiting))
    placing.roles.look(nodes)
    headings = number_first(nodes)
    landscape = any(placing.is_landscape(piece) for piece in pieces)
    said = reference[0].raw() if reference else None
    if said and len(reference) > 1:
        said = replace(said, value=" ".join(line.raw().value for line in reference))
    items = items_of(nodes, "I." if headings else "", placing.roles)
    return _around_its_table(
        Appendix(
            label=label.raw() if isinstance(label, Line) else None,
            title=tuple(line.raw() for line in title),
            reference=said or (replace(place, value=NO_REFERENCE) if place else None),
            orientation="landscape" if landscape else "portrait",
            headings="number" if headings else None,
            items=items,
            where=place,
        )
    )


def _around_its_table(appendix: Appendix) -> Appendix:
    """An appendix of one table, with the paragraphs above and below it, said so."""
    items = appendix.items
    tables = [at for at, item in enumerate(items) if item.table]
    if len(tables) != 1 or any(not (item.plain or item.table) for item in items):
        return appendix
    at = tables[0]
    before, behind = (
        tuple(item.plain for item in part if item.plain) for part in (items[:at], items[at + 1 :])
    )
    return replace(appendix, items=(), text=before, table=items[at].table, notes=behind)


def _is_head(line: Line, reference: Sequence[Line]) -> bool:
    if line.mark or len(line.words) > MOST_TITLE or opens_appendix(line):
        return False
    if reference:
        return not reference[-1].words.rstrip().endswith(")") and line.align == "center"
    if _REFERENCE.match(line.words):
        return True
    return line.align == "center" or (line.is_capital and line.look.bold)


def number_first(nodes: Sequence[Node]) -> bool:
    """Whether the headings of a text begin with 1., not with I."""
    kinds = [node.mark.kind for node in nodes if node.kind == "marked"]
    return bool(kinds) and "roman" not in kinds and kinds[0] == "number"


def as_usual(
    appendices: Sequence[Appendix], head: Mapping[str, Any]
) -> tuple[tuple[Appendix, ...], bool]:
    """The appendices without the labels and references that docgen sets just so by itself.

    And whether the document was issued electronically: references have gaps where the head of
    the plan has number and date (Phụ lục I, Phần I, III.1.c).
    """
    bare = [replace(each, label=None) for each in appendices]
    usual = [
        replace(each, label=None) if each.label and each.label.value == label else each
        for each, label in zip(appendices, labels(bare), strict=True)
    ]
    paper, electronic = (_reference(head, filled=filled) for filled in (True, False))
    said = {_without_gaps(each.reference.value) for each in usual if each.reference}
    gaps = bool(head["number"]) and electronic in said and paper not in said
    wanted = electronic if gaps else paper
    return tuple(
        replace(each, reference=None)
        if each.reference and _without_gaps(each.reference.value) == wanted
        else each
        for each in usual
    ), gaps


def _reference(head: Mapping[str, Any], *, filled: bool) -> str:
    """The line that docgen prints by itself, without gaps."""
    if head["symbol"] and head["symbol"].value == NO_SYMBOL:
        return _without_gaps(head["below_subject"][0].value)
    day, short, symbol = head["date"], head["issuer"].short, head["symbol"]
    number = head["number"].value if filled and head["number"] else ""
    known = (day.year, *((day.month, day.day) if filled else (None, None))) if day else (None,) * 3
    date = format_partial_day(*known, gap=" ")
    return _without_gaps(
        f"(Ban hành kèm theo Kế hoạch số {document_number(number)}/{symbol} {date} của {short})"
    )


def _without_gaps(words: str) -> str:
    return re.sub(r"[\s.…⋯_]+", "", words)
