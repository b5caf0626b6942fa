"""Which blocks and rows of two .docx are the same, and how near the others are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from typing import Any

from rapidfuzz.distance import Indel

from docgen.docx.model import W
from docgen.redline.columns import (
    SPAN,
    TC,
    TR,
    belongs_together,
    is_lone,
    own_columns,
    span_of,
)
from docgen.redline.tracked_text import pieces, seen, words

P, TBL = W + "p", W + "tbl"
NEAR_ENOUGH = 0.5  # things less alike than this are two things
Shape = tuple[tuple[int, str], ...]


class Nearness:
    """From 0 to 1: how much of two blocks or two rows is the same; 0 where they cannot be one."""

    def __init__(self) -> None:
        self._words: dict[Any, list[str]] = {}

    def of_blocks(self, old: Any, new: Any) -> float:
        """Of paragraphs their words; of tables with columns in common at least half."""
        if old.tag != new.tag or ends_section(old) != ends_section(new):
            return 0
        if old.tag == P:
            return self._of_words(old, new)
        alike = own_columns(old) == own_columns(new) or belongs_together(old, new)
        return (1 + self._in_common(old, new)) / 2 if alike else 0

    def of_texts(self, old: Any, new: Any) -> bool:
        """Whether two paragraphs are near enough to be told apart word by word."""
        return self._of_words(old, new) >= NEAR_ENOUGH

    def of_rows(self, old: Any, new: Any) -> float:
        """Of rows of one shape, each cell weighing the same.

        Of three cells and more a row is known by the first two, in a plan's appendix the code
        and the name, or by the merged cells that it begins: one of these must be the same.
        """
        if shape(old) != shape(new):
            return 0
        both = zip(old.iterchildren(TC), new.iterchildren(TC), strict=True)
        cells = [pair for pair in both if not any(map(is_lone, pair))]
        nears = [self._of_words(*pair) for pair in cells]
        if len(cells) > 2 and 1 not in nears[:2]:
            begun = [at for at, (cell, _) in enumerate(cells) if merge_of(cell) == "restart"]
            if not any(nears[at] == 1 and self._say(*cells[at]) for at in begun):
                return 0
        nears = [near for near, pair in zip(nears, cells, strict=True) if self._say(*pair)]
        return sum(nears) / len(nears) if nears else 1

    def _of_words(self, old: Any, new: Any) -> float:
        return Indel.normalized_similarity(self._words_of(old), self._words_of(new))

    def _in_common(self, old: Any, new: Any) -> float:
        """The words of two tables in whatever order: in theirs it would take the square of it."""
        ours, theirs = (Counter(self._words_of(each)) for each in (old, new))
        every = ours.total() + theirs.total()
        return 2 * (ours & theirs).total() / every if every else 1

    def _say(self, *elements: Any) -> bool:
        return any(map(self._words_of, elements))

    def _words_of(self, element: Any) -> list[str]:
        if element not in self._words:
            self._words[element] = words(element)
        return self._words[element]


def block_key(block: Any) -> Hashable:
    """Equal for two paragraphs or tables that print the same."""
    if block.tag == P:
        own = block.find(W + "pPr")
        inside = () if own is None else (seen(own.find(W + tag)) for tag in ("rPr", "sectPr"))
        return seen(own), *inside, *pieces(block)
    form = (seen(block.find(W + tag)) for tag in ("tblPr", "tblGrid"))
    return (*form, *(row_key(row) for row in block.iterchildren(TR)))


def row_key(row: Any) -> Hashable:
    """Equal for two rows that print the same."""
    cells = (
        (seen(cell.find(W + "tcPr")), *map(block_key, cell.iterchildren(P, TBL)))
        for cell in row.iterchildren(TC)
        if not is_lone(cell)
    )
    return (seen(row.find(W + "trPr")), *cells)


def row_head(row: Any) -> str:
    """The words of the first two cells: in a plan's appendix the code and the name."""
    first = [cell for cell in row.iterchildren(TC) if not is_lone(cell)][:2]
    return " | ".join(" ".join(words(cell)) for cell in first)


def shape(row: Any) -> Shape:
    """How the cells of a row span columns and rows; of a column of one table only, which."""
    return tuple(
        (
            int(cell.get(SPAN) or span_of(cell)),
            "lone" if is_lone(cell) else merge_of(cell),
        )
        for cell in row.iterchildren(TC)
    )


def merge_of(cell: Any) -> str:
    """Whether a cell begins (`restart`) or continues a merge over rows (17.4.84)."""
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return "" if merge is None else str(merge.get(W + "val", "continue"))


def ends_section(block: Any) -> bool:
    """Whether a paragraph is the last of its section (17.6.18)."""
    return block.find(f"{W}pPr/{W}sectPr") is not None
