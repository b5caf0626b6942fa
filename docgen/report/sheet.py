"""Phiếu kiểm tra: the sheet that goes to the signer with the draft.

One Word page for a plan: its totals, what was found, and what was let stand and why.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath
from typing import Any

from docgen import vietnamese
from docgen.finding import Finding, Severity
from docgen.pipeline import Checked
from docgen.plan.compute import ComputedRow, ComputedTable
from docgen.plan.table import Column
from docgen.report.findings import tally

FONT, BODY_PT, TABLE_PT = "Times New Roman", 11, 9
MARGIN_MM, WIDTH_MM = 18, 174
NUMBER_MM, PLACE_MM, CODE_MM = 26, 44, 14


def report(checked: Checked, rules: int) -> bytes:
    """The sheet of one check, as the bytes of a .docx; `rules` is how many rules were asked."""
    sheet = _Sheet()
    sheet.heading("PHIẾU KIỂM TRA KẾ HOẠCH")
    sheet.line(f"Trích yếu: {_subject(checked)}")
    found = tally(checked.findings) or "không có lỗi, không có cảnh báo"
    silenced = f"{len(checked.silenced)} chỗ được bỏ qua"
    sheet.line(f"Đã kiểm tra theo {rules} quy tắc: {found}; {silenced}.")
    for number, table in enumerate(_tables(checked), 1):
        sheet.part(f"Số liệu, bảng {number}")
        header, rows = _totals(table)
        names = WIDTH_MM - NUMBER_MM * (len(header) - 1)
        sheet.table(header, rows, (names, *[NUMBER_MM] * (len(header) - 1)))
    widths = (PLACE_MM, CODE_MM, WIDTH_MM - PLACE_MM - CODE_MM)
    sheet.part("Lỗi và cảnh báo còn lại")
    serious = [finding for finding in checked.findings if finding.severity > Severity.INFO]
    findings = [(finding, f"{finding.severity.label}: {finding.message}") for finding in serious]
    sheet.table(("Chỗ", "Mã", "Nội dung"), _by_message(findings), widths)
    sheet.part("Đã xem và để nguyên")
    reasons = [
        (each.finding, f"{each.finding.message}. Lý do: {each.reason}") for each in checked.silenced
    ]
    sheet.table(("Chỗ", "Mã", "Nội dung, lý do"), _by_message(reasons), widths)
    return sheet.data()


def _subject(checked: Checked) -> str:
    return str(checked.view.subject) if checked.view else ""


def _tables(checked: Checked) -> list[ComputedTable]:
    tables = (block.table for block in checked.view.blocks) if checked.view else ()
    return [table.computed for table in tables if table and table.computed.totals]


def _totals(table: ComputedTable) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The top rows of a table and its total, in the columns that have one."""
    columns = table.table.columns
    summed = [column for column in columns if column.key.value in table.totals]
    label = table.table.total_label
    top = [row for each in table.rows for row in each.printing]

    def numbers(values: Any) -> list[str]:
        found = (values.get(column.key.value) for column in summed)
        return [vietnamese.format_decimal(each) if each is not None else "" for each in found]

    def words(row: ComputedRow, column: Column) -> str:
        value = row.row.cells.get(column.key.value, ())
        return " ".join(map(str, value)) if isinstance(value, tuple) else ""

    # Of the columns that the label of the total reaches over, the names say most, numbers little.
    names = max(
        (column for column in columns if column.key.value in label),
        key=lambda column: sum(len(words(row, column)) for row in top),
        default=columns[0],
    )
    rows = [(words(row, names), *numbers(row.numbers)) for row in top]
    total = table.table.total.label.value if table.table.total else ""
    header = (names.title.value, *(column.title.value for column in summed))
    return header, [*rows, (total, *numbers(table.totals))]


def _by_message(findings: Iterable[tuple[Finding, str]]) -> list[tuple[str, ...]]:
    """One row for what is said alike of several places: the places, the code, the words."""
    places: dict[tuple[str, str], list[str]] = {}
    for finding, words in findings:
        name = f"{PurePosixPath(finding.where.file).name}:{finding.where.line}"
        places.setdefault((finding.code, words), []).append(name)
    return [(", ".join(at), code, words) for (code, words), at in places.items()]


class _Sheet:
    """A plain Word page: headings, lines, tables."""

    def __init__(self) -> None:
        from docx import Document
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Mm, Pt

        self.document = Document()
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
            setattr(section, side, Mm(MARGIN_MM))
        style = self.document.styles["Normal"]
        style.font.name, style.font.size = FONT, Pt(BODY_PT)
        style.paragraph_format.space_after = Pt(4)
        self.width, self.small, self.centred = Mm, Pt(TABLE_PT), WD_ALIGN_PARAGRAPH.CENTER

    def heading(self, text: str) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.alignment = self.centred
        paragraph.add_run(text).bold = True

    def part(self, text: str) -> None:
        self.document.add_paragraph().add_run(text).bold = True

    def line(self, text: str) -> None:
        self.document.add_paragraph(text)

    def table(
        self, header: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]
    ) -> None:
        """A table, its columns in mm; one word where it would be empty."""
        if not rows:
            self.line("Không có.")
            return
        table = self.document.add_table(0, len(header), style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = self.width(width)
        for number, values in enumerate((header, *rows)):
            for cell, value, width in zip(table.add_row().cells, values, widths, strict=True):
                cell.width = self.width(width)
                cell.paragraphs[0].paragraph_format.space_after = 0
                run = cell.paragraphs[0].add_run(value)
                run.font.size, run.bold = self.small, number == 0

    def data(self) -> bytes:
        written = io.BytesIO()
        self.document.save(written)
        return written.getvalue()
