"""Sheets of a workbook that read on the screen and on paper: texts, exact numbers, pages."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import partial

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Color, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from docgen.diff.forms import phrases
from docgen.diff.forms.phrases import Run
from docgen.visible import visible

FIXED_TIME = datetime(2020, 3, 5)  # noqa: DTZ001 - openpyxl writes it as UTC
LONGEST_TEXT = 32767  # characters of a cell, Excel's limit
MOST_DIGITS = 15  # of a number in Excel
FORMULA_STARTS = ("=", "+", "-", "@", "\t")
LINE_POINTS, HIGHEST_ROW = 15, 409  # of a row, in points; Excel's limit
MARGIN_INCHES = Decimal("0.4")
WIDEST_PAGE = 210  # characters across A4, lying, at 70 %: 11 points read as 8

_font = partial(InlineFont, rFont="Calibri", sz=11)  # what cells have of themselves
_HEAD = Font(name="Calibri", size=11, bold=True)
_RULE = Border(bottom=Side(style="thin"))
_TOP = Alignment(vertical="top", wrap_text=True)
_MIDDLE = Alignment(horizontal="center", vertical="top")
OLD = _font(strike=True, color=Color("FF8F1D14"))
NEW = _font(u="single", color=Color("FF0B5A2B"))
PLAIN = _font()

Value = str | Decimal | int | CellRichText | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, its width in characters, whether it holds differences."""

    title: str
    width: int
    signed: bool = False


def fill(
    sheet: Worksheet, columns: Sequence[Column], rows: Iterable[Sequence[Value]], *, kept: int = 0
) -> None:
    """Writes the header and the rows; the header stays in view, filters and is on each page.

    So do the first `kept` columns. The sheet prints on A4, lying, as many pages wide as it
    needs to be read.
    """
    for at, values in enumerate([[column.title for column in columns], *rows], 1):
        lines = 1
        for number, (value, column) in enumerate(zip(values, columns, strict=False), 1):
            if value is not None:
                write(sheet.cell(at, number), value, column)
                lines = max(lines, lines_of(str(value), column.width))
        sheet.row_dimensions[at].height = min(lines * LINE_POINTS, HIGHEST_ROW)
    for number, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
        sheet.cell(1, number).font, sheet.cell(1, number).border = _HEAD, _RULE
    sheet.freeze_panes = sheet.cell(2, kept + 1).coordinate
    sheet.auto_filter.ref = sheet.print_area = sheet.dimensions
    sheet.print_title_rows = "1:1"
    set_page(sheet, sum(column.width for column in columns), kept)


def lines_of(text: str, width: int) -> int:
    """How many lines a text takes in a column; not every program works that out itself."""
    return sum(1 + len(line) // width for line in text.split("\n"))


def write(cell: Cell | MergedCell, value: Value, column: Column) -> None:
    """One cell. A text is always rich text, which Excel never takes for a formula."""
    assert isinstance(cell, Cell)
    cell.alignment = _MIDDLE if isinstance(value, int) else _TOP
    if isinstance(value, Decimal) and len(value.normalize().as_tuple().digits) > MOST_DIGITS:
        value = phrases.number(value)
    if isinstance(value, Decimal):
        plain = "#,##0" + f".{'0' * _decimals(value)}" * bool(_decimals(value))
        cell.number_format = f"+{plain};-{plain};{plain}" if column.signed else plain
        # Its digits as a text of type number: openpyxl would write 0.7424 as 0.7423999999999999.
        cell.value, cell.data_type = f"{value:f}", "n"
        return
    cell.value = rich([Run(value)], PLAIN) if isinstance(value, str) else value
    # Without this mark Excel would make a formula of it when somebody edits the cell.
    cell.quotePrefix = str(cell.value).startswith(FORMULA_STARTS)


def _decimals(value: Decimal) -> int:
    return max(0, -int(value.as_tuple().exponent))


def rich(runs: Iterable[Run], marked: InlineFont) -> CellRichText:
    """A text in stretches; what no cell can hold shows as a sign for it, too long a text as cut."""
    left = LONGEST_TEXT
    blocks: list[TextBlock | str] = []
    for run in runs:
        text = visible(run.text)
        if len(text) > left:
            text = f"{text[: left - 1]}…" if left else ""
        left -= len(text)
        blocks += [TextBlock(marked, text) if run.marked else text] * bool(text)
    return CellRichText(blocks)


def set_page(sheet: Worksheet, width: int, kept: int) -> None:
    """A4, lying; a sheet that would be too small to read on one goes over several side by side."""
    pages = -(-width // WIDEST_PAGE)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = pages, 0
    sheet.page_margins.left = sheet.page_margins.right = MARGIN_INCHES
    sheet.print_options.gridLines = True
    if pages > 1 and kept:
        sheet.print_title_cols = f"A:{get_column_letter(kept)}"


def set_header(sheet: Worksheet, title: str) -> None:
    """What the sheet is about above each page, the page's number below."""
    assert sheet.oddHeader is not None
    assert sheet.oddFooter is not None
    # In a header & begins a code (ECMA-376 Part 1, 18.3.1.46).
    sheet.oddHeader.left.text = visible(f"{title}: {sheet.title}").replace("&", "&&")
    sheet.oddFooter.right.text = "Trang &P/&N"


def workbook_bytes(workbook: Workbook) -> bytes:
    """The file with one fixed time in it, so that the same sheets give the same bytes."""
    workbook.properties.created = workbook.properties.modified = FIXED_TIME
    workbook.properties.creator = "docgen"
    written, fixed = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        ExcelWriter(workbook, archive).write_data()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(fixed, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, FIXED_TIME.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return fixed.getvalue()
