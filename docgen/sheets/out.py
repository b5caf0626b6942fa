"""`docgen excel out`: the tables and tasks of a plan as a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from openpyxl import Workbook

from docgen.diff.forms.sheets import workbook_bytes
from docgen.plan.model import Plan
from docgen.sheets.hidden import add_lists, write_base
from docgen.sheets.instructions import add_instructions
from docgen.sheets.lines import Sheet, Sheets
from docgen.sheets.lists import choices
from docgen.sheets.validation import offer
from docgen.sheets.whose import Whose
from docgen.sheets.workbook import FIRST_ROW, add_sheet, last_row, letter
from docgen.vietnamese import without_marks


def chosen(found: Sheets, part: str = "", agency: str = "") -> list[Sheet]:
    """The sheets that are asked for: of one table, with the lines of one agency; none without any.

    `part` is the name of a sheet in whatever letters, `agency` a key of agencies.yaml.
    """
    asked = plain(part)
    sheets = [each for each in found.sheets if not asked or plain(each.name) == asked]
    if agency:
        whose = Whose(found)
        sheets = [only(each, whose.of(agency, each)) for each in sheets]
    return [each for each in sheets if each.lines]


def plain(name: str) -> str:
    """The name of a sheet as it is asked for: marks, capitals and blanks do not count."""
    return "".join(without_marks(name).casefold().split())


def workbook_of(plan: Plan, sheets: Sequence[Sheet], year: str, whole: Iterable[Sheet]) -> bytes:
    """The bytes of a workbook of these sheets, the same for the same content.

    `whole` are the sheets with all their lines: Excel computes sums where none is left out.
    """
    workbook = Workbook()
    del workbook[workbook.sheetnames[0]]
    add_sheets(workbook, plan, sheets, year, whole)
    return workbook_bytes(workbook)


def add_sheets(
    workbook: Workbook, plan: Plan, sheets: Sequence[Sheet], year: str, whole: Iterable[Sheet]
) -> None:
    """Adds these sheets to a workbook, with instructions and what their return is held against."""
    complete = {sheet.name: len(sheet.lines) for sheet in whole}
    header = f"Kế hoạch năm {year}"
    lists: dict[str, tuple[str, ...]] = {}
    for sheet in sheets:
        add_sheet(workbook, sheet, header, whole=complete.get(sheet.name) == len(sheet.lines))
        for at, column in enumerate(sheet.columns):
            if values := choices(sheet, at, plan.agencies):
                lists[f"{sheet.name}: {column.title}"] = values
    add_instructions(workbook, sheets, year)
    where = add_lists(workbook, lists)
    for sheet in sheets:
        for at, column in enumerate(sheet.columns):
            if values_at := where.get(f"{sheet.name}: {column.title}"):
                last = max(last_row(sheet), FIRST_ROW)
                offer(
                    workbook[sheet.name], f"{letter(at)}{FIRST_ROW}:{letter(at)}{last}", values_at
                )
    write_base(workbook, sheets, year)


def only(sheet: Sheet, kept: Iterable[str]) -> Sheet:
    """The sheet with the lines of these addresses, and those that they stand below."""
    addresses = set(kept)
    parents = {line.address: line.parent for line in sheet.lines}
    for address in [*addresses]:
        while address := parents.get(address, ""):
            addresses.add(address)
    return replace(sheet, lines=tuple(each for each in sheet.lines if each.address in addresses))
