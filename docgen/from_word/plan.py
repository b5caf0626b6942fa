"""A plan out of any office's Word document: its head, text, tables, end and appendices.

Nothing is known of the document but what stands on paper: marks, looks, alignment, tables.
What docgen would print otherwise stays a paragraph with its mark as typed; what has no place in
the content at all is listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from docgen.docx.model import Block, Document, Paragraph
from docgen.docx.model import Table as WordTable
from docgen.docx.read import NotADocx, read
from docgen.from_word.agencies import Roles
from docgen.from_word.appendices import Placing, appendices_of, as_usual, number_first
from docgen.from_word.ending import Ending, Piece, ending_of
from docgen.from_word.grid import grid_of
from docgen.from_word.head import Head, below_title, head_of
from docgen.from_word.inline_marks import Letter
from docgen.from_word.items import items_of
from docgen.from_word.leftovers import Leftover, leftovers
from docgen.from_word.lines import Line, Lines
from docgen.from_word.outline import is_part, tree
from docgen.from_word.table import table_of
from docgen.plan.dates import IssueDay, Period, Years
from docgen.plan.model import NO_SYMBOL, Agency, Appendix, Glossary, Plan, Signature
from docgen.plan.office import Issuer, Office
from docgen.plan.source import Text
from docgen.plan.table import Table

YEARS = re.compile(r"(?<!\d)20\d\d(?:\s*[-–]\s*20\d\d)?(?!\d)")
_UNIT = re.compile(r"\(?\s*(?:đơn vị|đvt|đơn vị tính)\b.{0,60}", re.IGNORECASE)
_CARRIED = re.compile(r"\bkèm theo\b", re.IGNORECASE)
_SHORT = re.compile(r"(?:ngày.{0,40}|năm\s*(?:\d{4})?)\s+của\s+(?P<short>[^)]+?)\)?\s*$")
END = "./."
FEWEST_WORDS_OF_CLOSING = 6
FEWEST_WORDS_ASTRAY = 6


@dataclass(frozen=True)
class Reading:
    """A plan read from a document, and what of that has no place in it."""

    plan: Plan
    document: Document
    left: tuple[Leftover, ...]


def plan_of(path: Path, name: str, agencies: Mapping[str, Agency]) -> Plan:
    """The plan that a document shows; `name` is how the officer knows the file.

    Places in it count paragraphs, not lines: `KH_2024.docx:12` is the twelfth. Raises `NotADocx`
    where there is no text, and `OSError` as files do.
    """
    return reading_of(read(path), name, agencies).plan


def reading_of(document: Document, name: str, agencies: Mapping[str, Agency]) -> Reading:
    """The plan of a document, with what it has no place for."""
    reader = _Reader(document, name, agencies)
    if not reader.lines.source.text.strip():
        raise NotADocx("Tệp Word không có chữ nào.")
    return reader.reading()


class _Reader:
    def __init__(self, document: Document, name: str, agencies: Mapping[str, Agency]) -> None:
        self.document = document
        self.lines = Lines(document, name)
        self.roles = Roles(agencies)
        self.landscape = {
            id(paragraph.xml)
            for section in document.sections
            if section.landscape
            for paragraph in section.paragraphs
        }

    def reading(self) -> Reading:
        """The plan, part by part."""
        head, below = head_of(self.document.blocks, self.lines)
        pieces = list(self._pieces(below))
        body, ending, behind = ending_of(pieces, self.lines)
        text, tables_on = _split_at_table(body)
        text = below_title(head, text)
        preamble = _leading_plain(text, tables_on)
        astray = [line for line in head.left if len(line.words.split()) >= FEWEST_WORDS_ASTRAY]
        head.left = [line for line in head.left if line not in astray]
        rest: list[Piece] = [*text[len(preamble) :], *tables_on]
        rest, closing = _closing(rest)
        nodes = tree(self._flow(rest))
        self.roles.look(nodes)
        headings = number_first(nodes)
        placing = Placing(self._is_landscape, self._flow, self.roles)
        read = appendices_of(behind, placing)
        values = self._head_values(head, read)
        appendices, electronic = as_usual(read, values)
        plan = Plan(
            **values,
            issue="electronic" if electronic else None,
            headings="number" if headings else None,
            preamble=tuple(line.value() for line in (*astray, *preamble)),
            sections=items_of(nodes, "I." if headings else "", self.roles),
            closing=tuple(line.value() for line in closing),
            recipients=ending.recipients,
            signature=Signature(ending.lines, ending.name),
            appendices=appendices,
            agencies=self.roles.agencies,
            glossary=Glossary(),
            office=Office(),
            sources=(self.lines.source,),
        )
        left = (*self._left(head, ending), *leftovers(self.document))
        return Reading(plan, self.document, left)

    def _head_values(self, head: Head, appendices: Sequence[Appendix]) -> dict[str, Any]:
        carried = next((each for each in head.below_subject if _CARRIED.search(each.value)), None)
        carried = carried if head.issuer and not head.symbol else None
        none = replace(carried, value=NO_SYMBOL) if carried else None
        return {
            "year": self._years(head),
            "issuer": Issuer(head.issuer, self._short_name(head, appendices), head.superior),
            "number": head.number,
            "symbol": head.symbol or none,
            "place": head.place or none,
            "date": head.date,
            "subject": head.subject,
            "below_subject": head.below_subject,
            "addressees": head.addressees,
            "bases": head.bases,
        }

    def _years(self, head: Head) -> Years | None:
        """The years that the subject names last, or else the year of the date."""
        if head.subject:
            for said in reversed(YEARS.findall(head.subject.value)):
                if period := Period.parse(said):
                    return Years(period, replace(head.subject, value=said))
        day: IssueDay | None = head.date
        return Years(Period(day.year), replace(day.text, value=str(day.year))) if day else None

    def _short_name(self, head: Head, appendices: Sequence[Appendix]) -> Text | None:
        """How sentences call the issuer: as an appendix does, or as the text writes its name."""
        for appendix in appendices:
            if appendix.reference and (match := _SHORT.search(appendix.reference.value)):
                return replace(appendix.reference, value=match["short"])
        if not head.issuer:
            return None
        name = " ".join(line.value for line in head.issuer)
        return replace(head.issuer[0], value=_spoken(name, self.lines.source.text))

    def _left(self, head: Head, ending: Ending) -> Iterator[Leftover]:
        """The lines of head and end that have no place, each with what it stands behind."""
        every = [line for each in self.document.paragraphs for line in self.lines.of(each)]
        for kind, lines in (
            ("chữ ở đầu văn bản", head.left), ("chữ ở cuối văn bản", ending.left),
        ):  # fmt: skip
            for line in lines:
                at = next((n for n, each in enumerate(every) if each.text is line.text), 0)
                yield Leftover(kind, line.words, every[at - 1].words if at else "")
        if ending.signers > 1:
            said = f"{ending.signers} người ký cạnh nhau được in nối nhau: sửa lại trong Word"
            yield Leftover("khung chữ ký", said, every[-1].words)

    # ---------------------------------------------------------------------------- pieces

    def _pieces(self, blocks: Sequence[Block | Line]) -> Iterator[Piece]:
        for block in blocks:
            if isinstance(block, Paragraph):
                yield from self.lines.of(block)
            else:
                yield block

    def _flow(self, pieces: Sequence[Piece]) -> Iterator[Line | Table]:
        """Lines and tables of the content; a unit goes into the table that it stands above."""
        for at, piece in enumerate(pieces):
            following = pieces[at + 1] if at + 1 < len(pieces) else None
            if isinstance(piece, Line):
                if not (isinstance(following, WordTable) and self._is_unit(piece)):
                    yield piece
                continue
            before = pieces[at - 1] if at else None
            own = isinstance(before, Line) and self._is_unit(before)
            yield from self._table(
                piece, before.value(base=before.look) if own and isinstance(before, Line) else None
            )

    @staticmethod
    def _is_unit(line: Line) -> bool:
        """Whether a line says the unit of a table: at the right, or in a look of its own."""
        told = line.align == "right" or line.look.italic or line.words.startswith("(")
        return told and not line.mark and bool(_UNIT.fullmatch(line.words))

    def _table(self, table: WordTable, unit: Text | None) -> Iterator[Line | Table]:
        """A table; one of a single row or column only holds text apart."""
        grid = grid_of(table, self.lines)
        said = [line for each in table.paragraphs for line in self.lines.of(each)]
        if not said:
            return
        if len(grid.rows) < 2 or (grid.columns < 2 and not grid.headers):
            if unit:
                yield replace(said[0], letters=said[0].letters)
            yield from said
            return
        yield table_of(grid, unit)

    def _is_landscape(self, piece: Piece) -> bool:
        paragraphs = piece.paragraphs if isinstance(piece, WordTable) else (piece.paragraph,)
        return any(id(each.xml) in self.landscape for each in paragraphs)


def _split_at_table(pieces: Sequence[Piece]) -> tuple[list[Line], list[Piece]]:
    """The lines up to the first table, and the rest."""
    count = 0
    while count < len(pieces) and isinstance(pieces[count], Line):
        count += 1
    return [each for each in pieces[:count] if isinstance(each, Line)], list(pieces[count:])


def _leading_plain(lines: Sequence[Line], behind: Sequence[Piece]) -> list[Line]:
    """The preamble: what stands above the first mark."""
    count = 0
    while count < len(lines) and _goes_above(lines[count]):
        count += 1
    if count == len(lines) and count and not behind:
        count -= 1
    return list(lines[:count])


def _goes_above(line: Line) -> bool:
    return not line.mark and line.align != "center" and not is_part(line)


def _closing(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Line]]:
    """The last paragraph of the text, where it is none of the points; `./.` goes without saying.

    What stands right below a heading is all that the heading has.
    """
    *rest, last = pieces or (None,)
    if not isinstance(last, Line):
        return list(pieces), []
    cut = last.cut(0, len(last.words.removesuffix(END).rstrip()))
    if last.words.endswith(END):
        full = cut.words.endswith((".", "!", "?"))
        last = (
            cut if full else replace(cut, letters=(*cut.letters, Letter(".", cut.letters[-1].look)))
        )
    above = rest[-1] if rest else None
    headed = isinstance(above, Line) and above.mark and above.look.bold
    alone = not last.mark and last.align != "center" and not headed
    if alone and rest and len(last.words.split()) >= FEWEST_WORDS_OF_CLOSING:
        ended = last.cut(0, len(last.words.rstrip(".")))
        return [each for each in rest if each], [ended]
    return [*(each for each in rest if each), last], []


def _spoken(name: str, text: str) -> str:
    """A name in capitals as sentences write it: as the text does, or with small letters."""
    if found := re.search(re.escape(name), re.sub(re.escape(name), "", text), re.IGNORECASE):
        return found[0]
    words = name.split()
    if name.startswith(("ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN")):
        kind, rest = "UBND", words[4:]
    else:
        kind = words[0] if words[0] in ("UBND", "HĐND", "BCĐ", "BCH") else words[0].capitalize()
        rest = words[1:]
    small: tuple[str, ...] = (
        "TỈNH",
        "HUYỆN",
        "XÃ",
        "PHƯỜNG",
        "QUẬN",
        "VÀ",
        "THÀNH",
        "PHỐ",
        "THỊ",
        "CỦA",
    )
    if len(rest) > 1 and rest[:2] == ["THÀNH", "PHỐ"]:
        small = small[:-1]
    return " ".join((kind, *(w.lower() if w in small else w.capitalize() for w in rest)))
