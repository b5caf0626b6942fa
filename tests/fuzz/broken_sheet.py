"""Ways in which the cells and rows of a sheet are broken."""

from random import Random

from lxml import etree

from tests.fuzz.broken_attributes import NUMBERS, Change

CELLS = (
    *(
        "",
        "0",
        "-1",
        "1e400",
        "NaN",
        "INF",
        "99999999",
        "2958466",
        "-700000",
        "0.1",
        "1" * 300,
        "true",
    ),
    *("=1/0", "#REF!", "#N/A", "SUM(A:A)", "A1", "chữ lạ", "2024-13-45", "2024-01-01T25:00:00"),
    *("_x0000_", "_x001B_", "\u202e", "x" * 40_000, "{{ year }}", "'", "=cmd|' /C calc'!A0"),
)
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def _cell(root: etree._Element, random: Random) -> None:
    """Cells of a sheet that say another kind, place, style or value than they have."""
    cells = list(root.iter("{*}c"))
    for cell in random.sample(cells, min(len(cells), random.choice((1, 1, 10, 200)))):
        kind = random.randrange(5)
        if kind == 0:
            cell.set("t", random.choice(("s", "e", "b", "d", "n", "str", "inlineStr", "x", "")))
        elif kind == 1:
            cell.set(
                "r",
                random.choice(
                    ("", "A0", "A1", "B2", "ZZZZ1", "A1048577", "a1", "$A$1", "1A", "R1C1")
                ),
            )
        elif kind == 2:
            cell.set("s", random.choice(NUMBERS))
        elif kind == 3:
            for child in list(cell):
                cell.remove(child)
            etree.SubElement(
                cell, f"{SHEET}{random.choice(('v', 'f', 'is', 'x'))}"
            ).text = random.choice(CELLS)
        else:
            for child in cell:
                child.text = random.choice(CELLS)


def _row(root: etree._Element, random: Random) -> None:
    rows = list(root.iter("{*}row"))
    for row in random.sample(rows, min(len(rows), random.choice((1, 5)))):
        row.set(
            random.choice(("r", "r", "s", "ht", "spans", "hidden")),
            random.choice((*NUMBERS, "1", "2")),
        )


SHEETS: tuple[Change, ...] = (_cell, _cell, _row)
