"""Which blocks and rows of two .docx are the same, and how near the others are."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from rapidfuzz.distance import Indel

from docgen.docx.model import W
from docgen.redline.tracked_text import canonical, pieces, words

P, TBL, TR, TC = W + "p", W + "tbl", W + "tr", W + "tc"
Shape = tuple[tuple[str, str], ...]


class Nearness:
    """From 0 to 1: how much of two blocks or two rows is the same; 0 where they cannot be one."""

    def __init__(self) -> None:
        self._words: dict[Any, list[str]] = {}

    def of_blocks(self, old: Any, new: Any) -> float:
        """Of paragraphs their words; of tables with the same number of columns at least half."""
        if old.tag != new.tag or ends_section(old) != ends_section(new):
            return 0
        if old.tag == P:
            return self._of_words(old, new)
        return (1 + self._of_words(old, new)) / 2 if columns(old) == columns(new) else 0

    def of_rows(self, old: Any, new: Any) -> float:
        """Of rows of one shape, each cell weighing the same.

        Of three cells and more a row is known by the first two, in a plan's appendix the code
        and the name, or by the merged cells that it begins: one of these must be the same.
        """
        if shape(old) != shape(new):
            return 0
        cells = [*zip(old.iterchildren(TC), new.iterchildren(TC), strict=True)]
        nears = [self._of_words(*pair) for pair in cells]
        if len(cells) > 2 and 1 not in nears[:2]:
            begun = [at for at, (_, merge) in enumerate(shape(old)) if merge == "restart"]
            if not any(nears[at] == 1 and self._say(*cells[at]) for at in begun):
                return 0
        nears = [near for near, pair in zip(nears, cells, strict=True) if self._say(*pair)]
        return sum(nears) / len(nears) if nears else 1

    def _of_words(self, old: Any, new: Any) -> float:
        return Indel.normalized_similarity(self._words_of(old), self._words_of(new))

    def _say(self, *elements: Any) -> bool:
        return any(map(self._words_of, elements))

    def _words_of(self, element: Any) -> list[str]:
        if element not in self._words:
            self._words[element] = words(element)
        return self._words[element]


def block_key(block: Any) -> Hashable:
    """Equal for two paragraphs or tables that print the same."""
    if block.tag == P:
        return canonical(block.find(W + "pPr")), tuple(pieces(block))
    form = (canonical(block.find(W + tag)) for tag in ("tblPr", "tblGrid"))
    return (*form, *(row_key(row) for row in block.iterchildren(TR)))


def row_key(row: Any) -> Hashable:
    """Equal for two rows that print the same."""
    cells = (
        (canonical(cell.find(W + "tcPr")), *map(block_key, cell.iterchildren(P, TBL)))
        for cell in row.iterchildren(TC)
    )
    return (canonical(row.find(W + "trPr")), *cells)


def row_head(row: Any) -> str:
    """The words of the first two cells: in a plan's appendix the code and the name."""
    first = [*row.iterchildren(TC)][:2]
    return " | ".join(" ".join(words(cell)) for cell in first)


def shape(row: Any) -> Shape:
    """How the cells of a row span columns and rows (17.4.17, 17.4.84)."""
    return tuple(
        (_value(cell.find(f"{W}tcPr/{W}gridSpan"), "1"), _value(merge, "continue"))
        for cell in row.iterchildren(TC)
        for merge in [cell.find(f"{W}tcPr/{W}vMerge")]
    )


def columns(table: Any) -> int:
    """The number of columns of the table's grid."""
    return len(table.findall(f"{W}tblGrid/{W}gridCol"))


def ends_section(block: Any) -> bool:
    """Whether a paragraph is the last of its section (17.6.18)."""
    return block.find(f"{W}pPr/{W}sectPr") is not None


def _value(element: Any, unsaid: str) -> str:
    return "" if element is None else str(element.get(W + "val", unsaid))
