"""The tables as a workbook, a sheet each; a small chart in a cell of its own (Excel 2010)."""

from __future__ import annotations

import io
import zipfile

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from docgen.diff.forms.sheets import FIXED_TIME, Column, fill, set_header, workbook_bytes
from docgen.diff.sides.forms.text import CHART, NONE
from docgen.diff.sides.report import Report, Sheet

LONGEST_NAME = 31  # characters of a sheet's name, Excel's limit
OF_RANKS = f"{CHART} (của xếp hạng: đường xuống là tốt lên)"  # Excel turns no chart upside down
WIDE, NARROW, NARROW_ENOUGH = 50, 14, 16
_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_EXCEL = "http://schemas.microsoft.com/office"
_CHARTS = (
    f'<extLst><ext xmlns:x14="{_EXCEL}/spreadsheetml/2009/9/main"'
    ' uri="{{05C60535-1F16-4fd2-B633-F4F36F0B64E0}}">'
    f'<x14:sparklineGroups xmlns:xm="{_EXCEL}/excel/2006/main">'
    '<x14:sparklineGroup lineWeight="1.25" displayEmptyCellsAs="gap" markers="1">'
    '<x14:colorSeries rgb="FF1A56B0"/><x14:colorMarkers rgb="FF1A56B0"/>'
    "<x14:sparklines>{}</x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>"
)


def xlsx(report: Report) -> bytes:
    """The bytes of the workbook, the same for the same report; numbers are numbers."""
    workbook = Workbook()
    del workbook[workbook.sheetnames[0]]
    charts: dict[str, str] = {}
    for number, sheet in enumerate(report.sheets, 1):
        name = _name(sheet.title, number)
        page = workbook.create_sheet(name)
        fill(page, _columns(sheet), sheet.rows or [[NONE]])
        set_header(page, report.title)
        if sheet.charted and sheet.rows:
            charts[f"xl/worksheets/sheet{number}.xml"] = _charts(sheet, name)
    if report.notes:
        notes = workbook.create_sheet("Lưu ý")
        fill(notes, [Column("Lưu ý", 2 * WIDE)], [[note] for note in report.notes])
    return _with_charts(workbook_bytes(workbook), charts)


def _name(title: str, number: int) -> str:
    """The sheet's name: short, without the signs that Excel forbids, unlike the others."""
    name = " ".join(title.translate(_IN_NAMES).replace("'", " ").split())
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 3].strip()} {number}"


def _columns(sheet: Sheet) -> list[Column]:
    columns = []
    for at, head in enumerate(sheet.heads):
        texts = [cell for row in sheet.rows if isinstance(cell := row[at], str)]
        longest = max(map(len, texts), default=0)
        width = NARROW if longest < NARROW_ENOUGH else WIDE
        columns.append(Column(head, width, signed=at == sheet.signed))
    return [
        *columns,
        *([Column(OF_RANKS if sheet.ranks else CHART, NARROW)] if sheet.charted else []),
    ]


def _charts(sheet: Sheet, name: str) -> str:
    """One chart a row: where its numbers stand and in which cell it is drawn."""
    first, behind = sheet.charted or (0, 0)
    start, end = (get_column_letter(at) for at in (first + 1, behind))
    chart = get_column_letter(len(sheet.heads) + 1)
    return "".join(
        f"<x14:sparkline><xm:f>'{name}'!{start}{at}:{end}{at}</xm:f>"
        f"<xm:sqref>{chart}{at}</xm:sqref></x14:sparkline>"
        for at in range(2, len(sheet.rows) + 2)
    )


def _with_charts(workbook: bytes, charts: dict[str, str]) -> bytes:
    """Openpyxl knows no charts in cells: they are put in at the end of their sheets."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook)) as source,
        zipfile.ZipFile(target, "w") as package,
    ):
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename in charts:
                end = _CHARTS.format(charts[entry.filename]) + "</worksheet>"
                data = data.decode("utf-8").replace("</worksheet>", end).encode("utf-8")
            again = zipfile.ZipInfo(entry.filename, FIXED_TIME.timetuple()[:6])
            again.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(again, data)
    return target.getvalue()
