"""A workbook edited as people do, and what docgen finds in it."""

import io

from openpyxl import load_workbook

from docgen.sheets.differ import Differ
from docgen.sheets.read import read_workbook
from docgen.sheets.workbook import KEY_ROW

APPENDIX, TASKS = "Phụ lục", "Nhiệm vụ"


class Book:
    """A workbook in the hands of somebody."""

    def __init__(self, data):
        self.workbook = load_workbook(io.BytesIO(data))

    def cell(self, address, key, sheet=APPENDIX):
        """The cell of a line in a column."""
        made = self.workbook[sheet]
        keys = {cell.value: cell.column for cell in made[KEY_ROW]}
        return made.cell(self.row(address, sheet), keys[key])

    def row(self, address, sheet=APPENDIX):
        """Where a line stands now."""
        made = self.workbook[sheet]
        return next(cell.row for cell in made["A"] if cell.value == address)

    def put(self, address, key, value, sheet=APPENDIX):
        """Types something into a cell."""
        self.cell(address, key, sheet).value = value

    def replace(self, address, key, old, new, sheet=APPENDIX):
        """Other words in a cell."""
        said = str(self.cell(address, key, sheet).value)
        assert old in said, said
        self.put(address, key, said.replace(old, new, 1), sheet)

    def delete(self, address, sheet=APPENDIX):
        """Takes a row out."""
        self.workbook[sheet].delete_rows(self.row(address, sheet))

    def insert(self, behind, values, sheet=APPENDIX):
        """Puts a row in."""
        made = self.workbook[sheet]
        row = self.row(behind, sheet) + 1
        made.insert_rows(row)
        keys = {cell.value: cell.column for cell in made[KEY_ROW]}
        for key, value in values.items():
            made.cell(row, keys[key]).value = value

    @property
    def data(self):
        """The bytes that are sent back."""
        written = io.BytesIO()
        self.workbook.save(written)
        return written.getvalue()


def found(book, today):
    """The changes that a workbook makes of sheets, not yet proved."""
    return [each.change for each in Differ(read_workbook(book.data)).found(today)]
