"""The reports of all agencies in one workbook: a table with its chart, every line, what to ask."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from docgen.diff.forms.sheets import Column, Value, fill, set_header, workbook_bytes
from docgen.tasking.progress import Progress, Record, counts
from docgen.tasking.status import VERDICTS
from docgen.vietnamese import format_day

SUMMARY = "Tổng hợp"
COLOURS = ("2E7D32", "9CCC65", "64B5F6", "E53935", "BDBDBD", "FFB300")  # as VERDICTS
CHART_CM, LEAST_CM, LINES_IN_10_CM = 26, 8, 14
ROWS_IN_10_CM = 19  # of 15 points
_COUNT = 13
BY_UNIT = (
    Column("Cơ quan, đơn vị", 46), Column("Được giao", 11),
    *(Column(title, _COUNT) for title in VERDICTS.values()),
    Column("Trong đó quá hạn", _COUNT),
)  # fmt: skip
BY_LINE = (
    Column("Cơ quan", 34), Column("Đơn vị báo cáo", 30), Column("Ở đâu trong Kế hoạch", 26),
    Column("Nhiệm vụ", 56), Column("Thời hạn", 16), Column("Đánh giá", 20),
    Column("Trạng thái đã ghi", 16), Column("Ngày hoàn thành", 13), Column("Kết quả", 34),
    Column("Tài liệu chứng minh", 26), Column("Ghi chú", 22),
)  # fmt: skip
TO_ASK = (
    Column("Cơ quan", 34), Column("Ở đâu", 40), Column("Nhiệm vụ", 60), Column("Cần hỏi", 60),
)  # fmt: skip
STRANGE = (Column("Ở đâu", 40), Column("Nhiệm vụ khi gửi phiếu", 70), Column("Đã ghi", 40))
SILENT = (Column("Cơ quan", 50), Column("Tệp", 50), Column("Vì sao", 60))

Called = Callable[[str], str]


def workbook(found: Progress, year: str, called: Called) -> bytes:
    """The bytes of the workbook; `called` gives the name of an agency."""
    made = Workbook()
    del made[made.sheetnames[0]]
    _summary(made.create_sheet(SUMMARY), found)
    fill(made.create_sheet("Chi tiết"), BY_LINE, [_line(each, called) for each in found.records])
    asked: list[list[Value]] = [
        [called(each.agency), each.place, each.line.words, each.question]
        for each in found.questions
    ]
    fill(made.create_sheet("Cần hỏi lại"), TO_ASK, asked)
    silent: list[list[Value]] = [[called(key), None, "chưa gửi tệp nào"] for key in found.silent]
    silent += [[None, file, why] for file, why in found.refused]
    fill(made.create_sheet("Chưa báo cáo"), SILENT, silent)
    if found.strange:
        rows: list[list[Value]] = [
            [f"{file}, dòng {line.row}", line.words or None, line.said.state or None]
            for file, line in found.strange
        ]
        fill(made.create_sheet("Không còn trong Kế hoạch"), STRANGE, rows)
    for sheet in made.worksheets:
        set_header(sheet, f"Tiến độ kế hoạch {year} đến ngày {format_day(found.today)}")
    return workbook_bytes(made)


def table(found: Progress) -> list[tuple[str, list[int]]]:
    """A line for each agency or unit, and the sum: given, by verdict, of these late."""
    lines = [(unit, _numbers(found, own)) for (_, unit), own in found.by_unit.items()]
    return [*lines, ("Tổng cộng", _numbers(found, found.records))]


def _numbers(found: Progress, records: Sequence[Record]) -> list[int]:
    counted = counts(records)
    late = sum(record.is_late(found.today) for record in records)
    return [len(records), *(counted[verdict] for verdict in VERDICTS), late]


def _line(record: Record, called: Called) -> list[Value]:
    said, line = record.said, record.line
    day = format_day(said.done_on) if said.done_on else None
    return [
        called(record.agency), record.unit, line.place, line.words, line.time or None,
        VERDICTS[record.verdict], said.state or None, day, said.result or None,
        said.evidence or None, said.note or None,
    ]  # fmt: skip


def _summary(sheet: Worksheet, found: Progress) -> None:
    lines = table(found)
    rows: list[list[Value]] = [[name, *numbers] for name, numbers in lines]
    fill(sheet, BY_UNIT, rows, kept=1)
    units = len(lines) - 1
    if not units:
        return
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap = "bar", "percentStacked", 100
    chart.title = f"Kết quả thực hiện đến ngày {format_day(found.today)}"
    first = 3  # the column of the first verdict
    data = Reference(
        sheet, min_col=first, max_col=first + len(VERDICTS) - 1, min_row=1, max_row=units + 1
    )
    chart.add_data(data, titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=units + 1))
    for series, colour in zip(chart.series, COLOURS, strict=True):
        series.graphicalProperties.solidFill = colour
    chart.y_axis.delete = chart.x_axis.delete = False
    chart.x_axis.scaling.orientation = "maxMin"  # the first agency on top
    chart.legend.position = "b"
    chart.width, chart.height = CHART_CM, LEAST_CM + 10 * units // LINES_IN_10_CM
    top = len(lines) + 3
    sheet.add_chart(chart, f"A{top}")
    sheet.row_breaks.append(Break(id=top - 2))
    end = top + chart.height * ROWS_IN_10_CM // 10 + 1
    sheet.print_area = f"A1:{get_column_letter(len(BY_UNIT))}{end}"
