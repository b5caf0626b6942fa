"""A view as plain values: paragraphs of pieces that know their place, tables, sections.

A piece is `[place, kind, runs]`: `place` is `[file, first line, column, last line]` (lines and
columns from 1, `file` a position in the list of files) or nothing, `kind` that of its origin, a run
`[words, looks]` with the looks as letters: b, i, l (not bold), s (below), p (above), n (a note),
f (a blank to fill in).
No markup anywhere: whoever draws puts words as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from docgen.page.sheet import Sheet, text_width, turned
from docgen.view.appendix import AppendixView
from docgen.view.body import Block
from docgen.view.inline import Inline, Leader, Run, Styled
from docgen.view.origin import Origin, Traced
from docgen.view.plan import ADDRESSED_TO, View
from docgen.view.printed import Cell, TableRow
from docgen.view.table import HALF_POINTS, TableView
from docgen.view.wordml import Line

NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
KIND, NUMBER, RECIPIENTS = "KẾ HOẠCH", "Số: ", "Nơi nhận:"
STYLE_OF = {
    "heading1": "KHHeading1", "heading2": "KHHeading2", "heading3": "KHHeading3",
    "number": "KHNumbered", "letter": "KHPoint", "dash": "KHDash", "plus": "KHPlus",
    "center": "KHCenter", "closing": "KHClosing",
}  # fmt: skip
LOOKS = {"bold": "b", "italic": "i", "light": "l", "below": "s", "above": "p"}
_DASH = re.compile(r" (?=[-–] )")
_HYPHEN = re.compile(r"(?<=[0-9A-ZĐƯ])-(?=[A-ZĐƯ])")

Part = dict[str, Any]
Words = str | Traced | Inline


def page(view: View, sheet: Sheet) -> dict[str, Any]:
    """The whole document: its `files`, its `parts` in reading order, the words of its `notes`.

    The note that a run calls `3` is the third.
    """
    maker = Maker(sheet)
    parts = [*maker.text(view)]
    for appendix in view.appendices:
        parts += maker.appendix(appendix)
    return {"files": list(maker.files), "parts": parts, "notes": maker.notes}


class Maker:
    """Makes parts; `files` and `notes` are those that they name so far."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.files: dict[str, int] = {}
        self.notes: list[list[Any]] = []

    # ------------------------------------------------------------------ the document

    def text(self, view: View) -> Iterator[Part]:
        """The letterhead, the text and the ending, on standing paper."""
        yield {"kind": "section", "paper": self.sheet["body"]}
        yield from self.head(view)
        yield from self.blocks(view.body, text_width(self.sheet["body"]))
        yield self._ending(view)

    def head(self, view: View) -> Iterator[Part]:
        """What stands above the text."""
        yield self._letterhead(view)
        yield self.paragraph("KHKind", KIND)
        yield self.paragraph("KHSubject", view.subject)
        yield from (self.paragraph("KHSubjectNote", line) for line in view.below_subject)
        yield self._line(view.rules.subject, text_width(self.sheet["body"]), "KHSubject")
        yield from self._addressees(view.addressees)
        yield from (self.paragraph("KHBasis", basis) for basis in view.bases)

    def _ending(self, view: View) -> Part:
        left = [self.paragraph("KHRecipientsTitle", RECIPIENTS)] if view.recipients else []
        left += [self.paragraph("KHRecipient", line) for line in view.recipients]
        right = [self.paragraph("KHSignature", line) for line in view.signature.lines]
        right.append(self.paragraph("KHSigner", view.signature.name))
        columns = self.sheet["ending"]
        return {"kind": "columns", "columns": columns, "sides": [left, right]}

    def appendix(self, appendix: AppendixView) -> Iterator[Part]:
        """One appendix on paper of its own."""
        paper = turned(self.sheet["appendix"], appendix.orientation)
        yield {"kind": "section", "paper": paper}
        yield from self.appendix_head(appendix, text_width(paper))
        yield from self.blocks(appendix.body, text_width(paper))

    def appendix_head(self, appendix: AppendixView, width: int) -> Iterator[Part]:
        """What stands above the text of an appendix."""
        yield self.paragraph("KHAppendixLabel", appendix.label)
        yield from (self.paragraph("KHAppendixTitle", line) for line in appendix.title)
        if appendix.reference:
            yield self.paragraph("KHAppendixReference", appendix.reference)
        yield self._line(appendix.rule, width, "KHAppendixTitle")

    def _letterhead(self, view: View) -> Part:
        narrow, wide = self.sheet["letterhead"]
        left = [self.paragraph("KHSuperior", line) for line in view.superior]
        left += [self.paragraph("KHIssuer", line) for line in view.issuer]
        left.append(self._line(view.rules.issuer, narrow, "KHIssuer"))
        number = (NUMBER, view.number, "/", view.symbol) if view.symbol else ()
        left.append(self.paragraph("KHNumber", *number))
        right = [self.paragraph("KHNational", NATION), self.paragraph("KHMotto", MOTTO)]
        right.append(self._line(view.rules.motto, wide, "KHMotto"))
        day = (view.place, ", ", view.date) if view.place else ()
        right.append(self.paragraph("KHPlaceDate", *day))
        return {"kind": "columns", "columns": [narrow, wide], "sides": [left, right]}

    def _addressees(self, lines: Sequence[Traced]) -> Iterator[Part]:
        if len(lines) == 1:
            yield self.paragraph("KHAddressee", f"{ADDRESSED_TO} ", lines[0])
        elif lines:
            yield self.paragraph("KHAddressee", ADDRESSED_TO)
            yield from (self.paragraph("KHAddresseeItem", line) for line in lines)

    def blocks(self, blocks: Iterable[Block], width: int) -> Iterator[Part]:
        """Paragraphs and tables in a text of that width."""
        for block in blocks:
            if block.table:
                yield from self._table(block.table, width, block.keep)
                continue
            pieces = (*((block.mark, " ") if block.mark else ()), block.text)
            made = self.paragraph(STYLE_OF.get(block.kind, "KHParagraph"), *pieces)
            yield {**made, "keep": True} if block.keep else made

    # ------------------------------------------------------------------ what it is made of

    def paragraph(self, style: str, *words: Words) -> Part:
        """A paragraph of these words."""
        return {"kind": "p", "style": style, "pieces": [self._piece(each) for each in words]}

    def _piece(self, words: Words) -> list[Any]:
        if isinstance(words, Inline | Traced):
            runs = words.runs if isinstance(words, Inline | Styled) else (Run(str(words)),)
            return [self._place(words.origin), words.origin.kind, [self._run(run) for run in runs]]
        return [None, "mark", [[words, ""]]]

    def _run(self, run: Run) -> list[str]:
        if run.note:
            self.notes.append(self._piece(run.note.words))
            return [str(len(self.notes)), "n"]
        looks = "".join(letter for name, letter in LOOKS.items() if getattr(run, name))
        looks += "f" * isinstance(run, Leader)
        return [_HYPHEN.sub("\u2011", _DASH.sub("\u00a0", run.text)), looks]

    def _place(self, origin: Origin) -> list[int] | None:
        text = origin.text
        if text is None:
            return None
        where = text.source.where(text.start)
        file = self.files.setdefault(where.file, len(self.files))
        return [file, where.line, where.column, text.source.where(max(text.end - 1, 0)).line]

    def _line(self, line: Line, width: int, under: str) -> Part:
        left, length = line.placed(width, self.sheet["styles"][under]["size"])
        return {"kind": "line", "left": left, "length": length}

    def _table(self, table: TableView, width: int, keep: bool) -> Iterator[Part]:
        content = table.computed.table
        size = int(content.size.value * 2) if content.size else None
        own = self.sheet["styles"]["KHTableCell"]["size"] or HALF_POINTS
        if table.unit:
            unit = table.unit.looking(italic=True)
            yield {**self.paragraph("KHTableCell", unit), "align": "right", "keep": True}
        yield {
            "kind": "table",
            "grid": table.grid(width, size or own),
            "size": size,
            "align": content.align,
            "columns": [column.align or content.align for column in content.columns],
            "rows": [self._row(row) for row in table.parts or table.rows],
            "keep": keep,
        }
        yield {"kind": "p", "style": "KHTableEnd", "pieces": []}

    def _row(self, row: TableRow) -> dict[str, Any]:
        cells = [self._cell(cell) for cell in row.cells]
        return {"style": row.style, "header": row.header, "cells": cells}

    def _cell(self, cell: Cell) -> list[Any]:
        told = [[[None, "mark", [[cell.told, LOOKS["italic"]]]]]] if cell.told else []
        own = [[self._piece(each)] for each in cell.paragraphs if cell.words or not told]
        return [cell.span, cell.merge.value, [*told, *own]]
