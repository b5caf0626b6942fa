"""Workbooks that LibreOffice opened, edited and saved: untouched in three locales, and 40 edits."""

import io

import pytest
from openpyxl import load_workbook

from docgen.accept.base import base_today
from docgen.edit.apply import apply
from docgen.sheets.differ import Differ
from docgen.sheets.lines import sheets_of
from docgen.sheets.look import look
from docgen.sheets.read import read_workbook
from docgen.sheets.workbook import KEY_ROW
from docgen.vietnamese import parse_decimal
from tests.libreoffice_sheets import sitting
from tests.plan_files import copy_project
from tests.sheets.edits import APPENDIX, TASKS

LOCALES = ("vi-VN", "en-US", "de-DE")
READS = {"vi-VN": "1.48 '1.48 2.4.1", "en-US": "1,48 1.48 2.4.1", "de-DE": "1.48 '1.48 36983"}
# What is typed on a Vietnamese machine: address, column, what is typed, what it then says.
SCORES = {
    "r1_1": ("1,48", "1,4800"), "r1_2": ("0,99", "0,9900"), "r1_4": ("1,4", "1,4000"),
    "r2_1_1": ("0,8064321", "0,8064321"), "r2_1_2": ("0,9", "0,9000"), "r3_2": ("1,5", "1,5000"),
    "r3_3": ("1,46", "1,4600"), "r3_4": ("0", "0,0000"), "r4_1_1": ("0,8142", "0,8142"),
    "r5_1_1": ("0,85", "0,8500"),
}  # fmt: skip
WORDS = {
    ("r1", "name"): "Công tác chỉ đạo, điều hành cải cách hành chính",
    ("r1_1", "code"): "1.10",
    ("r1_2", "time"): "1/2",
    ("r1_3", "reason"): "Điều tra xã hội học (bịa)",
    ("r1_4", "time"): "Quý III\\nQuý IV",
    ("r2_1_1", "time"): "Quý I",
    ("r2_1_1", "product"): "Văn bản tham mưu (bịa)",
    ("r2_1_3", "reason"): "=không phải công thức",
    ("r3_1", "product"): "Công văn\\nBáo cáo\\nTờ trình",
    ("r3_2", "agencies"): "Sở Nội vụ, Văn phòng UBND tỉnh",
    ("r4_1_2", "name"): "Tên đổi (bịa) * có dấu sao",
    ("r5_1_2", "reason"): "2024",
}
EMPTY = [("r1_1", "product"), ("r1_3", "score"), ("r3_3", "time")]
AGENCIES = {"t2_3": "Sở Tư pháp", "t3_1": "Sở Nội vụ"}
TASK_WORDS = {"t1_2": "Việc thứ nhất (bịa).", "t1_3": "Chủ trì việc khác (bịa).",
              "t2_2": "Theo dõi (bịa)."}  # fmt: skip
OUT = ["r2_1_4", "r7_2", "r8_2"]
TASKS_OUT = ["t1_4", "t2_6"]
IN = {
    "r1_2": {"code": "1.3.3", "name": "Dòng bịa thứ nhất", "max": "1", "score": "0,5",
             "reason": "Bịa", "remedy": "Bịa", "agencies": "Sở Nội vụ", "time": "Quý I",
             "product": "Bịa"},
    "r4_1_1": {"code": "4.1.9", "name": "Dòng bịa thứ hai", "max": "1,0", "score": "0,75",
               "reason": "Bịa"},
    "r7_1": {"name": "Dòng bịa thứ ba", "max": "2", "score": "1,25", "reason": "Bịa",
             "remedy": "Bịa", "agencies": "Sở Tư pháp", "time": "Quý II", "product": "Bịa"},
}  # fmt: skip
TASKS_IN = {"t2_1": ("Sở Nội vụ", "Nhiệm vụ bịa thứ nhất."),
            "t3_2": ("Sở Tư pháp", "Nhiệm vụ bịa thứ hai.")}  # fmt: skip
COUNT = sum(map(len, (SCORES, WORDS, EMPTY, AGENCIES, TASK_WORDS, OUT, TASKS_OUT, IN, TASKS_IN)))


class Places:
    """Where lines and columns of a workbook stand, for orders."""

    def __init__(self, data, name):
        self.name = name
        made = load_workbook(io.BytesIO(data))[name]
        self.columns = {cell.value: cell.column_letter for cell in made[KEY_ROW]}
        self.rows = {cell.value: cell.row for cell in made["A"]}

    def cell(self, address, key):
        """`F12`."""
        return f"{self.columns[key]}{self.rows[address]}"

    def typed(self, address, key, words):
        """The order that types something."""
        return "type", self.name, self.cell(address, key), words


def edits(data):
    """The orders for all edits; lines go out and in from the bottom to the top."""
    table, tasks = Places(data, APPENDIX), Places(data, TASKS)
    orders = [table.typed(each, "score", typed) for each, (typed, _) in SCORES.items()]
    orders += [table.typed(*spot, words) for spot, words in WORDS.items()]
    orders += [("clear", APPENDIX, table.cell(*spot)) for spot in EMPTY]
    orders += [tasks.typed(each, "agency", words) for each, words in AGENCIES.items()]
    orders += [tasks.typed(each, "task", words) for each, words in TASK_WORDS.items()]
    for places, gone, came in (
        (table, OUT, {each: list(row.items()) for each, row in IN.items()}),
        (tasks, TASKS_OUT, {each: [("agency", agency), ("task", task)]
                            for each, (agency, task) in TASKS_IN.items()}),
    ):  # fmt: skip
        for address in sorted({*gone, *came}, key=lambda each: -places.rows[each]):
            row = places.rows[address]
            if address in came:
                orders.append(("insert", places.name, row))
                orders += [
                    ("type", places.name, f"{places.columns[key]}{row + 1}", words)
                    for key, words in came[address]
                ]
            if address in gone:
                orders.append(("delete", places.name, row))
    return orders


@pytest.fixture(scope="module")
def saved(calc, untouched, tmp_path_factory):
    """What LibreOffice saved: untouched in each locale, edited, sorted; how it read numbers."""
    folder = tmp_path_factory.mktemp("calc")
    original = folder / "original.xlsx"
    original.write_bytes(untouched)

    def saving(name, *orders):
        return [("open", original.as_uri()), *orders, ("save", (folder / name).as_uri())]

    orders = []
    for locale in LOCALES:
        orders += [("locale", locale), ("probe", locale), *saving(f"{locale}.xlsx")]
    orders += [("locale", "vi-VN"), *saving("edited.xlsx", *edits(untouched))]
    orders += saving("sorted.xlsx", ("sort", APPENDIX, "A3:Q56", 5))
    said = sitting(calc, folder, orders)
    assert [each.strip() for each in said] == [f"{each}: {READS[each]}" for each in LOCALES]
    return {path.stem: path.read_bytes() for path in folder.glob("*.xlsx")}


@pytest.mark.parametrize("name", [*LOCALES, "sorted"])
def test_a_workbook_that_libreoffice_only_saved_or_sorted_changes_nothing(name, saved, sheets):
    assert Differ(read_workbook(saved[name])).found(sheets) == []


def test_what_libreoffice_computes_is_what_docgen_computes(saved, sheets):
    made = load_workbook(io.BytesIO(saved["en-US"]), data_only=True)[APPENDIX]
    keys = {cell.value: cell.column for cell in made[KEY_ROW]}
    rows = {cell.value: cell.row for cell in made["A"]}
    compared = 0
    for line in sheets.sheets[0].lines:
        for at, state in enumerate(line.states):
            known = parse_decimal(" ".join(line.words(at)).split(" (")[0])
            if state == "computed" and known is not None:
                value = made.cell(rows[line.address], keys[sheets.sheets[0].columns[at].key]).value
                digits = max(0, -int(known.as_tuple().exponent))
                assert f"{value:.{digits}f}" == f"{known:f}", line.address
                compared += 1
    assert compared > 60


def test_40_edits_of_all_kinds_come_back_as_exactly_those(saved, tmp_path):
    root = copy_project(tmp_path / "project")
    returned = read_workbook(saved["edited"])
    assert returned.faults == ()
    found = look(returned, root / "content" / "2024", root)
    assert COUNT == 40
    assert [each for each in found.changes if each.verdict != "applied"] == []
    assert len(found.changes) == COUNT
    came = [each.new for each in found.changes]
    assert {said for _, said in SCORES.values()} <= set(came)
    assert {words.replace("\\n", " ¶ ") for words in WORDS.values()} <= set(came)
    assert sum(each == "" for each in came) == len(EMPTY) + len(OUT) + len(TASKS_OUT)
    assert apply(found.edits, root).findings == []
    base, _ = base_today(root / "content" / "2024", root)
    assert base
    assert content_of(sheets_of(base.paper)) == content_of_workbook(saved["edited"])
    again = look(returned, root / "content" / "2024", root)
    assert {each.verdict for each in again.changes} == {"already"}


def content_of(sheets):
    """What the lines of the content say, in no order; blank cells are left out."""
    return sorted(
        tuple(
            tuple(map(short, line.words(at))) for at, state in enumerate(line.states)
            if state == "open" and line.words(at)
        )
        for sheet in sheets.sheets
        for line in sheet.lines
        if line.kind != "total"
    )  # fmt: skip


def content_of_workbook(data):
    """The same of a workbook, read by openpyxl alone."""
    book = load_workbook(io.BytesIO(data))
    found = []
    for name in (APPENDIX, TASKS):
        places = Places(data, name)
        open_ones = [letter for key, letter in places.columns.items() if key and key.isalpha()]
        for row in range(3, book[name].max_row + 1):
            if book[name].cell(row, 1).value == "r":
                continue
            cells = [book[name][f"{letter}{row}"] for letter in open_ones]
            typed = [cell for cell in cells if cell.data_type != "f" and cell.value != "↑"]
            found.append(tuple(filter(None, map(shown, typed))))
    return sorted(filter(None, found))


def shown(cell):
    """The paragraphs of a cell; a number without the zeros at its end."""
    if isinstance(cell.value, int | float):
        return (f"{cell.value:.9f}".rstrip("0").rstrip(".").replace(".", ","),)
    return tuple(filter(None, str(cell.value or "").split("\n")))


def short(words):
    """Words, or a number without the zeros at its end."""
    return (
        words if parse_decimal(words) is None or "," not in words else words.rstrip("0").rstrip(",")
    )
