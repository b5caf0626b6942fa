"""The hidden sheets of a workbook: what it said when docgen wrote it, and the lists to choose from.

What people typed is held against that, so that it is known what they changed and what the
content changed meanwhile.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from docgen.diff.forms.phrases import Run
from docgen.diff.forms.sheets import PLAIN, rich
from docgen.sheets.cells import fits, paragraphs, put_words
from docgen.sheets.lines import Sheet

BASE, LISTS = "docgen", "docgen_danh_muc"
FORM = "docgen excel 1"
_FIRST_ROW = 2

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Before:
    """What a line said when the workbook was written: its paragraphs by the keys of its columns."""

    address: str
    kind: str
    cells: Mapping[str, Words]


@dataclass(frozen=True, slots=True)
class Written:
    """The plan that a workbook was written from, and the lines of its sheets by their names.

    `titles` of columns by the name of their sheet and their key.
    """

    year: str
    sheets: Mapping[str, tuple[Before, ...]]
    titles: Mapping[tuple[str, str], str]


def write_base(workbook: Workbook, sheets: Iterable[Sheet], year: str) -> None:
    """Adds the hidden sheet: name of a sheet, address, kind, column and words, a row a cell.

    A line has one row without a column before its cells; without an address stand the titles.
    """
    made = _hidden(workbook, BASE)
    _row(made, 1, (FORM, year))
    row = _FIRST_ROW
    for sheet in sheets:
        for column in sheet.columns:
            _row(made, row, (sheet.name, "", "", column.key, column.title))
            row += 1
        for line in sheet.lines:
            known = [("", "")]
            known += [
                (column.key, "\n".join(words))
                for at, column in enumerate(sheet.columns)
                if line.states[at] in ("open", "computed") and fits(words := line.words(at))
            ]
            for said in known:
                _row(made, row, (sheet.name, line.address, line.kind, *said))
                row += 1


def read_base(workbook: Workbook) -> Written | None:
    """The hidden sheet read back; None in a workbook that has it not."""
    made = workbook[BASE] if BASE in workbook.sheetnames else None
    if not isinstance(made, Worksheet) or made.cell(1, 1).value != FORM:
        return None
    lines: dict[str, dict[str, dict[str, Words]]] = defaultdict(lambda: defaultdict(dict))
    kinds: dict[tuple[str, str], str] = {}
    titles: dict[tuple[str, str], str] = {}
    for values in made.iter_rows(min_row=_FIRST_ROW, max_col=5, values_only=True):
        name, address, kind, key, words = (str(each or "") for each in values)
        if name and not address:
            titles[name, key] = words
        elif address:
            cells = lines[name][address]
            kinds[name, address] = kind
            if key:
                cells[key] = paragraphs(words)
    sheets = {
        name: tuple(Before(address, kinds[name, address], cells) for address, cells in own.items())
        for name, own in lines.items()
    }
    return Written(str(made.cell(1, 2).value or ""), sheets, titles)


def add_lists(workbook: Workbook, lists: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Adds the sheet of lists; gives by the name of each the cells that hold its values."""
    made = _hidden(workbook, LISTS)
    found: dict[str, str] = {}
    for at, (name, values) in enumerate(lists.items(), 1):
        for row, value in enumerate((name, *values), 1):
            put_words(_cell(made, row, at), (value,))
        letter = get_column_letter(at)
        found[name] = f"{quote_sheetname(LISTS)}!${letter}$2:${letter}${len(values) + 1}"
    return found


def _hidden(workbook: Workbook, name: str) -> Worksheet:
    made: Worksheet = workbook.create_sheet(name)
    made.sheet_state = "veryHidden"
    made.protection.enable()
    return made


def _row(made: Worksheet, row: int, values: Iterable[str]) -> None:
    """Texts that nobody looks at, without the looks of a cell."""
    for at, value in enumerate(values, 1):
        if value:
            made.cell(row, at).value = rich([Run(value)], PLAIN)


def _cell(made: Worksheet, row: int, column: int) -> Cell:
    cell = made.cell(row, column)
    assert isinstance(cell, Cell)
    return cell
