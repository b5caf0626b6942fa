"""The list as a workbook in which it is decided: a row an opinion, read back by `--decided`.

Each row carries the key of its opinion in a hidden column, so rows may be sorted, filtered and
deleted. A hidden sheet says which files were gathered.
"""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from docgen.diff.forms.phrases import Run
from docgen.diff.forms.sheets import (
    NEW,
    OLD,
    PLAIN,
    Column,
    Value,
    fill,
    rich,
    set_header,
    workbook_bytes,
)
from docgen.gather.decision import VERDICTS, Decided, Decision
from docgen.gather.forms.words import dates, people, remark, summary, title, who
from docgen.gather.opinion import COMMENT, Gathered, Opinion

LIST, FILES, HIDDEN = "Ý kiến", "Tệp", "docgen"
VERDICT, REASON, KEY = "Quyết định", "Lý do, giải trình", "Mã"
COLUMNS = (
    Column("Số", 5), Column("Mục", 22), Column("Nội dung dự thảo", 42), Column("Ý kiến", 42),
    Column("Loại", 10), Column("Người góp ý", 20), Column("Ngày", 10), Column("Lưu ý", 18),
    Column(VERDICT, 14), Column(REASON, 26), Column("Tệp, dòng", 30), Column(KEY, 24),
)  # fmt: skip
FIRST_ROW = 2
_UNDECIDED = Decision("")


def xlsx(gathered: Gathered, year: str, decided: Decided) -> bytes:
    """The bytes of the workbook, the same for the same list; texts are never formulas."""
    workbook = Workbook()
    del workbook[workbook.sheetnames[0]]
    _opinions(workbook.create_sheet(LIST), gathered, decided)
    _files(workbook.create_sheet(FILES), gathered)
    for sheet in workbook.worksheets:
        set_header(sheet, title(gathered))
    hidden = workbook.create_sheet(HIDDEN)
    hidden.sheet_state = "hidden"
    read = [[each.digest, each.name] for each in gathered.copies if each.digest]
    fill(hidden, [Column("docgen", 64), Column(year, 40)], read)
    return workbook_bytes(workbook)


def _opinions(sheet: Worksheet, gathered: Gathered, decided: Decided) -> None:
    rows: list[list[Value]] = []
    for each in gathered.opinions:
        decision = decided.decisions.get(each.key, _UNDECIDED)
        rows.append([
            each.number, each.place, *_texts(each), each.label, people(each), dates(each),
            remark(each), decision.verdict, decision.reason, each.address, each.key,
        ])  # fmt: skip
    fill(sheet, COLUMNS, [[value or None for value in row] for row in rows], kept=2)
    titles = [column.title for column in COLUMNS]
    verdict, reason, key = (get_column_letter(titles.index(each) + 1)
                            for each in (VERDICT, REASON, KEY))  # fmt: skip
    choice = DataValidation(type="list", formula1=f'"{",".join(VERDICTS)}"', allow_blank=True)
    choice.error = f"Chọn một trong: {', '.join(VERDICTS)}."
    last = max(len(rows) + 1, FIRST_ROW)
    choice.add(f"{verdict}{FIRST_ROW}:{verdict}{last}")
    sheet.add_data_validation(choice)
    for column in (verdict, reason):  # what is typed there stays text
        for row in range(FIRST_ROW, last + 1):
            sheet[f"{column}{row}"].number_format = "@"
    sheet.column_dimensions[key].hidden = True
    sheet.print_area = f"A1:{reason}{last}"
    sheet.page_setup.fitToWidth = 1


def _texts(opinion: Opinion) -> list[CellRichText]:
    """What the draft says and what it would say, as two marked texts; a remark with its replies."""
    if opinion.kind == COMMENT:
        said = [opinion.said, *(f"↳ {who(each.voice)}: {each.said}" for each in opinion.answers)]
        return [rich([Run(opinion.quote)], PLAIN), rich([Run("\n".join(said))], PLAIN)]
    sides = (("in", "out", OLD), ("out", "in", NEW))
    return [
        rich(
            (Run(each.words, each.sign == shown) for each in opinion.pieces if each.sign != hidden),
            font,
        )
        for hidden, shown, font in sides
    ]  # fmt: skip


def _files(sheet: Worksheet, gathered: Gathered) -> None:
    columns = [Column("Tệp", 60), Column("Cơ quan", 34), Column("Số ý kiến", 12),
               Column("Lưu ý", 60)]  # fmt: skip
    rows: list[list[Value]] = [
        [each.name, each.office, each.opinions, each.refused or each.note]
        for each in gathered.copies
    ]
    fill(sheet, columns, [*rows, [summary(gathered)]])
