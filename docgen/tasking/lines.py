"""The duties of an agency as lines of a workbook: what is to be done, where it stands, by when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from docgen.plan.dates import Period
from docgen.plan.model import Plan
from docgen.plan.table import Column, Row
from docgen.rules.agency_roles import PRODUCT, REMEDY
from docgen.rules.years import TIME_COLUMN
from docgen.tasking.deadline import due, phrase_in
from docgen.tasking.extract import HEADINGS
from docgen.tasking.ownership import Duty, Spot, is_owner, spot
from docgen.tasking.table_rows import own_row, paragraphs, unmerged
from docgen.vietnamese import without_marks
from docgen.view.body import Block
from docgen.view.plan import View
from docgen.view.printed import TableRow

CODES = ("code", "order")


@dataclass(frozen=True, slots=True)
class Line:
    """A duty as its workbook shows it.

    `address` is that in the content; `place` is where it stands on paper; `time` are the words of
    its term, `due` the day that they mean, where they mean one.
    """

    address: str
    place: str
    words: str
    time: str
    due: date | None
    product: str

    @property
    def letters(self) -> str:
        """What tells it from other lines when its address has moved."""
        return plain_letters(self.words)


def plain_letters(words: str) -> str:
    """The letters and digits of some words, without marks and case."""
    return "".join(each for each in without_marks(words).casefold() if each.isalnum())


def lines_of(found: Sequence[Duty], view: View, plan: Plan) -> dict[str, Line]:
    """Every duty as a line, by its address."""
    years = plan.year.value if plan.year else None
    printed = {id(row): each for row, each in _printed_rows(view)}
    blocks = dict(_blocks(view))
    lines = {}
    for duty in found:
        if duty.row:
            place, each = printed[id(duty.row)]
            lines[duty.address] = _of_row(duty.address, place, each, years)
        else:
            said = [blocks[spot(text)] for text in duty.texts if spot(text) in blocks]
            words = "\n".join(dict.fromkeys(words for _, words in said))
            time = phrase_in(words)
            place = said[0][0] if said else ""
            lines[duty.address] = Line(duty.address, place, words, time, due(time, years), "")
    return lines


def _blocks(view: View) -> Iterator[tuple[Spot, tuple[str, str]]]:
    """For each scalar of the text: under which heading it stands, and how it is printed."""
    for part, blocks in _parts(view):
        above: list[Block] = []
        for block in blocks:
            if block.kind in HEADINGS:
                above = [each for each in above if each.kind < block.kind]
            place = " › ".join([*([part] if part else []), *map(_words, above[-2:])])
            if block.table is None and block.text.origin.text:
                yield spot(block.text.origin.text), (place, _words(block))
            for row in block.table.rows if block.table else ():
                for words, text, _ in paragraphs(row):
                    yield spot(text), (place, str(words))
            if block.kind in HEADINGS:
                above.append(block)


def _words(block: Block) -> str:
    return f"{block.mark} {block.text}".strip()


def _parts(view: View) -> Iterator[tuple[str, Sequence[Block]]]:
    yield "", view.body
    for appendix in view.appendices:
        yield str(appendix.label), appendix.body


def _printed_rows(view: View) -> Iterator[tuple[Row, tuple[str, TableRow]]]:
    for part, blocks in _parts(view):
        for block in blocks:
            for printed in unmerged(block.table.rows) if block.table else ():
                if row := own_row(printed):
                    yield row, (part, printed)


def _of_row(address: str, part: str, printed: TableRow, years: Period | None) -> Line:
    cells = [*_cells(printed)]
    code = next((words for column, words in cells if column.key.value in CODES), "")
    place = " › ".join(filter(None, (part, f"dòng {code}" if code else "")))
    time = _under(cells, TIME_COLUMN)
    return Line(address, place, _job(cells), time, due(time, years), _under(cells, PRODUCT))


def _cells(printed: TableRow) -> Iterator[tuple[Column, str]]:
    """What stands in the columns of a row, numbers included."""
    for cell in printed.cells:
        column = cell.paragraphs[0].origin.column
        if column is not None and cell.words.strip():
            yield column, cell.words


def _job(cells: Sequence[tuple[Column, str]]) -> str:
    """Its name and what is to be done; where no column says that, every text of the row."""
    texts = [
        (column, words)
        for column, words in cells
        if column.kind in (None, "text")
        and column.key.value not in CODES
        and not _is(column, TIME_COLUMN)
        and not _is(column, PRODUCT)
    ]
    first = texts[:1]
    others = [(column, words) for column, words in texts[1:] if not is_owner(column)]
    others = [each for each in others if _is(each[0], REMEDY)] or others
    said = [words for _, words in first]
    said += [f"{column.title.value}: {words}" for column, words in others]
    return "\n".join(said) or "\n".join(words for _, words in cells)


def _is(column: Column, title: re.Pattern[str]) -> bool:
    return title.search(" ".join(column.title.value.split())) is not None


def _under(cells: Sequence[tuple[Column, str]], title: re.Pattern[str]) -> str:
    return "\n".join(words for column, words in cells if _is(column, title))
