"""A workbook that came back: what each line says, found by its address, wherever it stands now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from docgen.sheets.cells import ABOVE, Typed, typed
from docgen.sheets.hidden import BASE, LISTS, Written, read_base
from docgen.sheets.instructions import INSTRUCTIONS
from docgen.sheets.lines import ROOT
from docgen.sheets.sums import OWN
from docgen.sheets.workbook import ADDRESS_COLUMN, HEAD, KEY_ROW, OF_SHEET
from docgen.tasking.workbook import OF_REPORT
from docgen.workbooks import NotReadable, filled, opened

NO_BASE = (
    "tệp không do docgen excel out ghi ra, hoặc mất sheet ẩn “docgen”: không biết dòng nào là "
    "dòng nào; chép phần đã sửa sang tệp mới của docgen excel out"
)
NO_ADDRESSES = (
    "sheet “{}”: mất cột ẩn ở bên trái nên không biết dòng nào là dòng nào; chép phần đã sửa sang "
    "tệp mới của docgen excel out"
)


@dataclass(frozen=True, slots=True, eq=False)
class Came:
    """A line of a sheet that came back; `address` is "" for one that was put in.

    `cells` by the keys of the columns; `below`: it stands under the line of totals.
    """

    sheet: str
    row: int
    address: str
    cells: Mapping[str, Typed]
    below: bool = False

    @property
    def place(self) -> str:
        """Where it stands, as Excel names it."""
        return f"dòng {self.row} của sheet “{self.sheet}”"


@dataclass(frozen=True, slots=True)
class Returned:
    """A workbook that came back: what it was, the lines of each sheet in their order.

    `faults` are Vietnamese sentences about what is left out, each with its place.
    """

    written: Written
    sheets: Mapping[str, Sequence[Came]]
    faults: tuple[str, ...]


def read_workbook(data: bytes) -> Returned:
    """The workbook in `data`; raises `NotReadable`."""
    formulas, results = opened(data)
    written = read_base(formulas)
    if written is None:
        raise NotReadable(NO_BASE)
    faults: list[str] = []
    lost: list[str] = []
    sheets: dict[str, list[Came]] = {}
    for made in formulas.worksheets:
        if made.title in (BASE, LISTS, INSTRUCTIONS, *OF_REPORT):
            continue
        name = str(made.cell(KEY_ROW, ADDRESS_COLUMN).value or "").removeprefix(OF_SHEET)
        if name not in written.sheets:
            faults.append(_stranger(made.title, written))
            lost += [made.title]
        elif name in sheets:
            faults.append(f"sheet “{made.title}”: bản thứ hai của sheet “{name}”, không lấy về")
        else:
            reader = _Reader(made, results[made.title], name, written)
            lines = [*reader.lines()]
            if any(each.address for each in lines):
                sheets[name] = lines
                faults += reader.faults
            else:
                lost.append(name)
                faults.append(NO_ADDRESSES.format(made.title))
    faults += [
        f"không còn sheet “{name}”: phần ấy giữ như nội dung"
        for name in written.sheets
        if name not in sheets and name not in lost
    ]
    return Returned(written, sheets, tuple(faults))


def _stranger(title: str, written: Written) -> str:
    if title in written.sheets:
        return (
            f"sheet “{title}”: mất dòng ẩn ở trên cùng nên không biết cột nào là cột nào; chép "
            "phần đã sửa sang tệp mới của docgen excel out"
        )
    return f"sheet “{title}”: không phải bảng của kế hoạch, không lấy về"


class _Reader:
    """Reads one worksheet, of which there is a second with the results of its formulas."""

    def __init__(self, made: Worksheet, results: Any, name: str, written: Written) -> None:
        self.made = made
        self.results = results
        self.name = name
        self.cells = filled(made)
        self.faults: list[str] = []
        self.hidden = {ADDRESS_COLUMN}
        self.columns = self._columns(written)

    def _columns(self, written: Written) -> dict[str, int]:
        """Where each column stands now, by its key."""
        wanted = dict.fromkeys(key for line in written.sheets[self.name] for key in line.cells)
        found: dict[str, int] = {}
        for at, cell in self.cells.get(KEY_ROW, {}).items():
            key = str(cell.value)
            if key.startswith(OWN):
                self.hidden.add(at)
            if not key or at in self.hidden:
                continue
            if key in found or key not in wanted:
                self.faults.append(f"{self._at(cell.coordinate)}: cột chép thêm, không lấy về")
            else:
                found[key] = at
        self.faults += [
            f"sheet “{self.made.title}”: không còn cột “{written.titles[self.name, key]}”, cột ấy "
            "giữ như nội dung"
            for key in wanted
            if key not in found
        ]
        return found

    def _at(self, ref: str) -> str:
        return f"ô {ref} của sheet “{self.made.title}”"

    def lines(self) -> Iterator[Came]:
        """The lines that say something, or have an address."""
        below = False
        strange: set[int] = set()
        for number, row in self.cells.items():
            address = str(row[ADDRESS_COLUMN].value).strip() if ADDRESS_COLUMN in row else ""
            if address == HEAD or number == KEY_ROW:
                continue
            cells = {key: self._typed(number, at) for key, at in self.columns.items()}
            said = any(each.kind != "nothing" and each.words != (ABOVE,) for each in cells.values())
            if address or said:
                yield Came(self.made.title, number, address, cells, below)
            below = below or address == ROOT
            known = {*self.hidden, *self.columns.values()}
            for at in row.keys() - known - strange:
                strange.add(at)
                self.faults.append(f"{self._at(row[at].coordinate)}: ngoài các cột, không lấy về")

    def _typed(self, row: int, column: int) -> Typed:
        cell = self.made.cell(row, column)
        return typed(cell, self.results[cell.coordinate].value)
