"""A sheet of a plan as a worksheet that an officer works in.

Row 1 and the first two columns are hidden: the keys of the columns, the address of each line
and that of the line whose sums count it. They go along when rows and columns are sorted, moved,
put in or taken out.
"""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from docgen.diff.forms.sheets import HIGHEST_ROW, LINE_POINTS, lines_of, set_header, set_page
from docgen.sheets.cells import (
    lock,
    put_above,
    put_computed,
    put_number,
    put_title,
    put_words,
    strengthen,
)
from docgen.sheets.formulas import Range, excel_formula
from docgen.sheets.lines import Line, Sheet
from docgen.sheets.sums import Sums
from docgen.sheets.validation import validate
from docgen.sheets.widths import widths

KEY_ROW, TITLE_ROW, FIRST_ROW = 1, 2, 3
ADDRESS_COLUMN, PARENT_COLUMN, FIRST_COLUMN = 1, 2, 3
OF_SHEET, PARENT, HEAD = "docgen:", "docgen:thuộc dòng", "docgen:đầu bảng"
FROZEN = 2  # columns that stay in view: the number and the name of a row
_RED = PatternFill("solid", bgColor="FFF8CBAD")


def add_sheet(workbook: Workbook, sheet: Sheet, header: str, *, whole: bool = True) -> Worksheet:
    """A worksheet of the lines of a sheet; `header` stands above each printed page.

    `whole`: all lines of the table are there, so that Excel can compute its sums.
    """
    made: Worksheet = workbook.create_sheet(sheet.name)
    room = widths(sheet)
    numbers = {each.key: letter(at) for at, each in enumerate(sheet.columns) if each.is_number}
    sums = Sums(sheet, FIRST_ROW, FIRST_COLUMN + len(sheet.columns), numbers) if whole else None
    _titles(made, sheet, room)
    digits = [digits_of(sheet, at) for at in range(len(sheet.columns))]
    for row, line in enumerate(sheet.lines, FIRST_ROW):
        _line(made, row, line, sheet, digits, sums)
        needed = (
            sum(lines_of(words, width) for words in line.words(at)) for at, width in enumerate(room)
        )
        points = max(*needed, 1) * LINE_POINTS
        made.row_dimensions[row].height = min(points, HIGHEST_ROW)
    if sums:
        sums.write(made)
    _set_up(made, sheet, room)
    set_header(made, header)
    validate(made, sheet, FIRST_ROW, FIRST_COLUMN)
    return made


def letter(position: int) -> str:
    """The letter of the column at a position of the sheet, from 0."""
    return get_column_letter(FIRST_COLUMN + position)


def last_row(sheet: Sheet) -> int:
    """The last row of the worksheet that a line of the table has, the line of totals left out."""
    return FIRST_ROW + sum(line.kind != "total" for line in sheet.lines) - 1


def _titles(made: Worksheet, sheet: Sheet, room: Sequence[int]) -> None:
    put_words(_cell(made, KEY_ROW, ADDRESS_COLUMN), (f"{OF_SHEET}{sheet.name}",))
    put_words(_cell(made, KEY_ROW, PARENT_COLUMN), (PARENT,))
    put_words(_cell(made, TITLE_ROW, ADDRESS_COLUMN), (HEAD,))
    lines = 1
    for at, column in enumerate(sheet.columns):
        put_words(_cell(made, KEY_ROW, FIRST_COLUMN + at), (column.key,))
        put_title(_cell(made, TITLE_ROW, FIRST_COLUMN + at), column.title)
        made.column_dimensions[letter(at)].width = room[at]
        lines = max(lines, lines_of(column.title, room[at]))
    made.row_dimensions[TITLE_ROW].height = (lines + 1) * LINE_POINTS


def _line(
    made: Worksheet, row: int, line: Line, sheet: Sheet, digits: Sequence[int | None],
    sums: Sums | None,
) -> None:  # fmt: skip
    put_words(_cell(made, row, ADDRESS_COLUMN), (line.address,))
    put_words(_cell(made, row, PARENT_COLUMN), (line.parent,) if line.parent else ())
    for at, (column, state) in enumerate(zip(sheet.columns, line.states, strict=True)):
        cell, words = _cell(made, row, FIRST_COLUMN + at), line.words(at)
        if state == "above":
            put_above(cell)
        elif state == "computed" and column.is_number:
            formula = _formula(sheet, line, at, row, sums) if sums else None
            put_computed(cell, " ".join(words).split(" (")[0], formula)
        elif state == "open" and column.is_number:
            put_number(cell, " ".join(words), digits[at])
        else:
            put_words(cell, words)
            if state != "open":
                lock(cell)
        if line.kind not in ("row", "task"):
            strengthen(cell)


def digits_of(sheet: Sheet, position: int) -> int | None:
    """How many digits most numbers of a column have behind the comma; None: it has no number."""
    known = [
        len(words.partition(",")[2])
        for line in sheet.lines
        if line.states[position] == "open"
        for words in line.words(position)
    ]
    return max(sorted(set(known)), key=known.count) if known else None


def _formula(sheet: Sheet, line: Line, position: int, row: int, sums: Sums) -> str | None:
    """The live formula of a cell; None where Excel cannot compute it."""
    column = sheet.columns[position].column
    assert column
    text = column.total if line.kind == "total" else column.compute
    if line.kind == "group" and column.group:
        text = column.group
    if text is None:
        return None

    def cell(key: str) -> str:
        return f"{sums.numbers[key]}{row}" if key in sums.numbers else ""

    def below(key: str) -> str:
        name = sums.column_below(line, key)
        return f"${name}${FIRST_ROW}:${name}${sums.last_row}" if name else ""

    own, parents = get_column_letter(ADDRESS_COLUMN), get_column_letter(PARENT_COLUMN)
    rows = f"${parents}${FIRST_ROW}:${parents}${sums.last_row}"
    return excel_formula(text, column, Range(f"${own}{row}", rows, cell, below))


def _cell(made: Worksheet, row: int, column: int) -> Cell:
    cell = made.cell(row, column)
    assert isinstance(cell, Cell)
    return cell


def _set_up(made: Worksheet, sheet: Sheet, room: Sequence[int]) -> None:
    """What is hidden, frozen, filtered and printed; red is what should be a number and is none."""
    made.row_dimensions[KEY_ROW].hidden = True
    for at in (ADDRESS_COLUMN, PARENT_COLUMN):
        made.column_dimensions[get_column_letter(at)].hidden = True
    first, end = letter(0), letter(len(sheet.columns) - 1)
    last = max(last_row(sheet), FIRST_ROW)
    kept = min(FROZEN, len(sheet.columns) - 1)
    made.freeze_panes = f"{letter(kept)}{FIRST_ROW}"
    # Hidden columns too: what is sorted by the filter's arrows is this range alone.
    made.auto_filter.ref = f"A{TITLE_ROW}:{get_column_letter(made.max_column)}{last}"
    made.print_area = f"{first}{TITLE_ROW}:{end}{max(FIRST_ROW + len(sheet.lines) - 1, last)}"
    made.print_title_rows = f"{TITLE_ROW}:{TITLE_ROW}"
    set_page(made, sum(room), FIRST_COLUMN - 1 + kept)
    for at, column in enumerate(sheet.columns):
        if column.is_number and column.column and not column.column.compute:
            own = f"{letter(at)}{FIRST_ROW}"
            test = f'AND({own}<>"",NOT(ISNUMBER({own})))'
            wrong = Rule(type="expression", formula=[test], dxf=DifferentialStyle(fill=_RED))
            made.conditional_formatting.add(f"{own}:{letter(at)}{last}", wrong)
