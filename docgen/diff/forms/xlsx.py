"""A comparison as a workbook: figures to reckon with, rows and tasks to sort and filter.

Numbers are written digit for digit as the content has them; texts are never formulas. The
words that differ are marked as everywhere: struck out in the old text, underlined in the new.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import partial

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Color, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from docgen.diff.changes import Change, Figure, Moved, Subject
from docgen.diff.compare import Comparison
from docgen.diff.forms import phrases
from docgen.diff.forms.phrases import Run
from docgen.diff.forms.places import code_and_name, thing

FIXED_TIME = datetime(2020, 3, 5)  # noqa: DTZ001 - openpyxl writes it as UTC
LONGEST_TEXT = 32767  # characters of a cell, Excel's limit
MOST_DIGITS = 15  # of a number in Excel
FORMULA_STARTS = ("=", "+", "-", "@", "\t")
TASKS = (Subject.TASK, Subject.AGENCY)
FIRST_FIGURES = ("max", "score", "loss")

LINE_POINTS, HIGHEST_ROW = 15, 409  # of a row, in points; Excel's limit

_font = partial(InlineFont, rFont="Calibri", sz=11)  # what cells have of themselves
_HEAD = Font(name="Calibri", size=11, bold=True)
_RULE = Border(bottom=Side(style="thin"))
_TOP = Alignment(vertical="top", wrap_text=True)
_MIDDLE = Alignment(horizontal="center", vertical="top")
_OLD = _font(strike=True, color=Color("FF8F1D14"))
_NEW = _font(u="single", color=Color("FF0B5A2B"))
_PLAIN = _font()

Value = str | Decimal | int | CellRichText | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, its width in characters, whether it holds differences."""

    title: str
    width: int
    signed: bool = False


def xlsx(comparison: Comparison) -> bytes:
    """The bytes of the workbook, the same for the same comparison; numbers are numbers."""
    changes = list(enumerate(comparison.changes, 1))
    rows = [pair for pair in changes if pair[1].subject is Subject.CRITERION]
    tasks = [pair for pair in changes if pair[1].subject in TASKS]
    others = [pair for pair in changes if pair not in rows and pair not in tasks]
    workbook = Workbook()
    del workbook[workbook.sheetnames[0]]
    _summary(workbook.create_sheet("Tóm tắt"), comparison)
    _rows(workbook.create_sheet("Tiêu chí"), comparison, rows)
    _texts(workbook.create_sheet("Nhiệm vụ"), comparison, tasks)
    _texts(workbook.create_sheet("Nội dung khác"), comparison, others, numbers=True)
    for sheet in workbook.worksheets:
        _set_page(sheet, phrases.title(comparison))
    return _bytes(workbook)


# --------------------------------------------------------------------------------- sheets


def _summary(sheet: Worksheet, comparison: Comparison) -> None:
    """What the comparison comes to: a line a finding, a line a figure."""
    summary = comparison.summary
    columns = [
        Column("Nội dung", 64),
        Column("Thay đổi", 60),
        *_figure_columns("", comparison),
    ]
    rows: list[list[Value]] = [[note] for note in comparison.notes]
    rows += [[finding] for finding in phrases.findings(comparison)]
    rows += [list(pair) for pair in phrases.counts(comparison)]
    for name, figure in summary.ranks:
        rows.append([f"{name}, xếp hạng", phrases.difference(figure), *_numbers(figure)])
    rows += [[f"{each.title}, tổng cộng", None, *_numbers(each)] for each in summary.totals]
    for each in summary.fields:
        for figure in (each.maximum, each.score):
            rows.append([f"{each.code} {each.name}".strip(), figure.title, *_numbers(figure)])
    if any(change.subject is Subject.CRITERION and change.figures for change in comparison.changes):
        rows.append(["Trang Tiêu chí: ô số để trống là số không đổi hoặc không có."])
    _fill(sheet, columns, rows)


def _rows(sheet: Worksheet, comparison: Comparison, rows: Sequence[tuple[int, Change]]) -> None:
    """One line a change of a criterion: its texts, and each of its numbers in both plans."""
    figures = {figure.key: figure.title for _, change in rows for figure in change.figures}
    keys = sorted(figures, key=lambda key: (*(key != first for first in FIRST_FIGURES),))
    columns = [
        Column("Số", 6), Column("Mã", 10), Column("Tên tiêu chí", 40), Column("Thay đổi", 15),
        Column("Ô", 18), *_text_columns(comparison),
        *(column for key in keys for column in _figure_columns(figures[key], comparison)),
        Column("Cơ quan", 34),
    ]  # fmt: skip
    values: list[list[Value]] = []
    for number, change in rows:
        given = {figure.key: figure for figure in change.figures}
        numbers = [_numbers(given[key]) if key in given else [None] * 3 for key in keys]
        texts = [None, None] if change.figures else _cells(change)
        values.append([
            number, *code_and_name(change), change.word, change.place.part, *texts,
            *(value for three in numbers for value in three),
            _agencies(change, comparison),
        ])  # fmt: skip
    _fill(sheet, columns, values)


def _texts(
    sheet: Worksheet,
    comparison: Comparison,
    rows: Sequence[tuple[int, Change]],
    *,
    numbers: bool = False,
) -> None:
    """One line a change: whose it is, what happened, old and new text; a line a number."""
    columns = [
        Column("Số", 6), Column("Cơ quan", 34), Column("Thay đổi", 15), Column("Mục", 18),
        *_text_columns(comparison), *(_figure_columns("Số", comparison) if numbers else []),
        Column(f"Vị trí {comparison.old}", 34), Column(f"Vị trí {comparison.new}", 34),
    ]  # fmt: skip
    values: list[list[Value]] = []
    for number, change in rows:
        what: list[Value] = [number, _agencies(change, comparison), change.word]
        labels = [place.label if place else None for place in (change.old, change.new)]
        blank = [None] * 3 if numbers else []
        if change.figures and numbers:
            values += [
                [*what, f"{thing(change)}: {each.title}", None, None, *_numbers(each), *labels]
                for each in change.figures
            ]
        else:
            values.append([*what, thing(change), *_marked(change), *blank, *labels])
    _fill(sheet, columns, values)


def _text_columns(comparison: Comparison) -> list[Column]:
    return [Column(f"Nội dung {name}", 50) for name in (comparison.old, comparison.new)]


def _figure_columns(title: str, comparison: Comparison) -> list[Column]:
    names = (f"{title} {name}".strip() for name in (comparison.old, comparison.new))
    return [
        *(Column(name, 12) for name in names),
        Column(phrases.capital(f"{title} chênh lệch".strip()), 12, signed=True),
    ]


def _numbers(figure: Figure) -> list[Decimal | None]:
    return [figure.old, figure.new, figure.difference]


def _agencies(change: Change, comparison: Comparison) -> str:
    return "; ".join(comparison.agencies[key] for key in change.agencies)


def _cells(change: Change) -> Sequence[str | CellRichText | None]:
    """The texts of a criterion's change; of one that moved, where it stood and stands."""
    if isinstance(change, Moved):
        return [place.label if place else None for place in (change.old, change.new)]
    return _marked(change)


def _marked(change: Change) -> list[CellRichText | None]:
    """The old and the new text with their marks, blank where there is none."""
    cells = [Run(f"\n{phrases.cell(each)}") for each in change.cells]
    return [
        _rich([*side, *cells], font) if side else None
        for side, font in zip(phrases.runs(change), (_OLD, _NEW), strict=True)
    ]


# ---------------------------------------------------------------------------------- cells


def _fill(sheet: Worksheet, columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> None:
    """Writes the header and the rows; the header stays in view and filters."""
    for at, values in enumerate([[column.title for column in columns], *rows], 1):
        lines = 1
        for number, (value, column) in enumerate(zip(values, columns, strict=False), 1):
            if value is not None:
                _write(sheet.cell(at, number), value, column)
                lines = max(lines, _lines(str(value), column.width))
        sheet.row_dimensions[at].height = min(lines * LINE_POINTS, HIGHEST_ROW)
    for number, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
        sheet.cell(1, number).font, sheet.cell(1, number).border = _HEAD, _RULE
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column; not every program works that out itself."""
    return sum(1 + len(line) // width for line in text.split("\n"))


def _write(cell: Cell | MergedCell, value: Value, column: Column) -> None:
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
    cell.value = _rich([Run(value)], _PLAIN) if isinstance(value, str) else value
    # Without this mark Excel would make a formula of it when somebody edits the cell.
    cell.quotePrefix = str(cell.value).startswith(FORMULA_STARTS)


def _decimals(value: Decimal) -> int:
    return max(0, -int(value.as_tuple().exponent))


def _rich(runs: Iterable[Run], marked: InlineFont) -> CellRichText:
    """A text in stretches; what no cell can hold shows as a sign for it, too long a text as cut."""
    left = LONGEST_TEXT
    blocks: list[TextBlock | str] = []
    for run in runs:
        text = ILLEGAL_CHARACTERS_RE.sub("\ufffd", run.text)
        if len(text) > left:
            text = f"{text[: left - 1]}…" if left else ""
        left -= len(text)
        blocks += [TextBlock(marked, text) if run.marked else text] * bool(text)
    return CellRichText(blocks)


# ----------------------------------------------------------------------------------- file


def _set_page(sheet: Worksheet, title: str) -> None:
    """A4, lying, as wide as the sheet, the header on each page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    sheet.print_title_rows = "1:1"
    sheet.print_options.gridLines = True
    assert sheet.oddHeader is not None
    assert sheet.oddFooter is not None
    # In a header & begins a code (ECMA-376 Part 1, 18.3.1.46).
    sheet.oddHeader.left.text = f"{title}: {sheet.title}".replace("&", "&&")
    sheet.oddFooter.right.text = "&P/&N"


def _bytes(workbook: Workbook) -> bytes:
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
