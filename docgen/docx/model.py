"""What a .docx is made of: sections, paragraphs, runs, tables, rows, cells.

Names are the standard's (ECMA-376 Part 1, 17); lengths are twips (1/20 pt). Each noun
keeps its element in `xml`, for whoever asks for more than its words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from docgen.docx.values import is_on, twips

Made = TypeVar("Made")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


# Of these a long document makes a million: frozen, each takes three times as long.
@dataclass(slots=True, unsafe_hash=True)
class Run:
    """A stretch of text with one look; `xml` is its `w:r`.

    `note` holds the paragraphs of the footnote or endnote that it refers to.
    """

    text: str
    xml: Any = field(default=None, repr=False, compare=False)
    note: tuple[Paragraph, ...] = ()


@dataclass(slots=True, unsafe_hash=True)
class Paragraph:
    r"""A paragraph: style id, own alignment ("" where the style decides), runs, and their words.

    `xml` is its `w:p`. Its text holds "\t" for a tab, `LEADER` for one that draws dots, and
    "\n" for a line break.
    """

    style: str
    alignment: str
    runs: tuple[Run, ...]
    xml: Any = field(default=None, repr=False, compare=False)
    text: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self.text = "".join([run.text for run in self.runs])

    @property
    def notes(self) -> Iterator[tuple[str, str]]:
        """Each note of the paragraph: the words before its mark, and its own."""
        before = ""
        for run in self.runs:
            before += run.text
            if run.note:
                yield before, "\n".join(each.text for each in run.note).strip()

    @property
    def fields(self) -> tuple[str, ...]:
        """The codes of its fields, such as `PAGE` (17.16.4)."""
        codes: list[str] = []
        for part in self.xml.iter(W + "fldSimple", W + "fldChar", W + "instrText"):
            if part.tag == W + "fldSimple":
                codes.append(part.get(W + "instr", ""))
            elif part.tag == W + "instrText" and codes:
                codes[-1] += part.text or ""
            elif part.get(W + "fldCharType") == "begin":
                codes.append("")
        return tuple(" ".join(code.split()) for code in codes)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Itself, so that every block can be asked."""
        return (self,)


@dataclass(slots=True, unsafe_hash=True)
class Cell:
    """A table cell: `merge` is "" or its part in a vertical merge, `restart` or `continue`."""

    blocks: tuple[Paragraph | Table, ...]
    span: int
    merge: str
    width: int
    xml: Any = field(default=None, repr=False, compare=False)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Its paragraphs, those of tables inside it included."""
        return paragraphs_of(self.blocks)

    @property
    def text(self) -> str:
        """Its paragraphs, one a line; what a merged cell hides is not on paper."""
        return "" if self.merge == "continue" else "\n".join(p.text for p in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Row:
    """A table row; `header`: Word repeats it on each page."""

    cells: tuple[Cell, ...]
    header: bool
    xml: Any = field(default=None, repr=False, compare=False)


@dataclass(frozen=True)
class Table:
    """A table; `grid` holds the widths of its columns."""

    style: str
    grid: tuple[int, ...]
    rows: tuple[Row, ...]
    xml: Any = field(default=None, repr=False, compare=False)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of all cells, row by row."""
        return tuple(each for row in self.rows for cell in row.cells for each in cell.paragraphs)


Block = Paragraph | Table


def paragraphs_of(blocks: tuple[Block, ...]) -> tuple[Paragraph, ...]:
    """The paragraphs of blocks in reading order, those in tables included."""
    for block in blocks:
        if not isinstance(block, Paragraph):
            break
    else:
        return blocks  # type: ignore[return-value]
    return tuple(each for block in blocks for each in block.paragraphs)


@dataclass(frozen=True)
class Section:
    """A stretch of pages; headers and footers by type: `default`, `first`, `even`.

    `xml` is its `w:sectPr`; a header that it does not name is the one of the section before
    (17.10.5).
    """

    blocks: tuple[Block, ...]
    headers: Mapping[str, tuple[Paragraph, ...]]
    footers: Mapping[str, tuple[Paragraph, ...]]
    xml: Any = field(default=None, repr=False, compare=False)

    def value(self, element: str, attribute: str) -> int | None:
        """A figure of the section: `value("pgMar", "left")`; None where it is not said."""
        found = self.xml.find(W + element)
        text = found.get(W + attribute) if found is not None else None
        return None if text is None else twips(text)

    def has(self, element: str) -> bool:
        """Whether an on-off property of the section is on: `has("titlePg")`."""
        return is_on(self.xml.find(W + element), W + "val")

    @property
    def landscape(self) -> bool:
        """Whether the page is wider than it is high."""
        return (self.value("pgSz", "w") or 0) > (self.value("pgSz", "h") or 0)

    @property
    def text_width(self) -> int:
        """The width between the margins."""
        margins = sum(self.value("pgMar", side) or 0 for side in ("left", "right"))
        return (self.value("pgSz", "w") or 0) - margins

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Every paragraph of the section in reading order."""
        return paragraphs_of(self.blocks)


@dataclass(frozen=True)
class Document:
    """A whole .docx; `parts` are its XML and other parts as bytes, by name."""

    sections: tuple[Section, ...]
    notes: tuple[Paragraph, ...]
    parts: Mapping[str, bytes] = field(repr=False)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Paragraphs and tables of the body in reading order."""
        return tuple(block for section in self.sections for block in section.blocks)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Every paragraph of the body in reading order, those in tables included."""
        return paragraphs_of(self.blocks)

    @cached_property
    def _made(self) -> dict[Any, Any]:
        return {}

    def once(self, make: Callable[[Document], Made]) -> Made:
        """What `make` gives for this document, made once however many ask."""
        if make not in self._made:
            self._made[make] = make(self)
        made: Made = self._made[make]
        return made

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables of the body in reading order."""
        return tuple(block for block in self.blocks if isinstance(block, Table))
