"""The traps of spreadsheets, each met once: nothing is guessed, and nothing lost."""

from datetime import datetime

import pytest

from tests.sheets.edits import APPENDIX, TASKS, Book, found

KEEP = "giữ như nội dung, bỏ chỗ sửa"


@pytest.fixture
def book(short_workbook):
    """The workbook of the real plan, cut short, in the hands of somebody."""
    return Book(short_workbook)


def only(book, sheets):
    """The one change of a workbook."""
    changes = found(book, sheets)
    assert len(changes) == 1, changes
    return changes[0]


def choices(change):
    """What an officer may choose, the last left out: to keep what the content says."""
    *others, last = [each.words for each in change.choices]
    assert last == KEEP
    return others


DAY, FIRST_OF_MAY = datetime(2001, 4, 2), datetime(2026, 5, 1)  # noqa: DTZ001 - as openpyxl reads
NO_NUMBER = "Ô số mà ghi chữ."

# A cell of its own row each: what is typed, what becomes of it, what it says or what is offered.
CELLS = {
    "a code that became a day": ("r2_1_1", "code", DAY, "asked", ["2.4.1", "02/4/2001"]),
    "a code that became a number": ("r2_1_2", "code", 2.4, "asked", ["2,4", "2.4"]),
    "a code without its points": ("r2_1_3", "code", 20401, "asked", ["20.401", "20401"]),
    "a code that is the same number": ("r1", "code", 1, "nothing", ""),
    "trailing zeros of the format": ("r1_1", "score", 1.48, "applied", "1,4800"),
    "the same number again": ("r1_3", "score", 1.0, "nothing", ""),
    "more digits than the format": ("r1_4", "score", 1.47415, "applied", "1,47415"),
    "noise of binary fractions": ("r2_1_1", "score", 0.1 + 0.2, "applied", "0,3000"),
    "a comma on an en-US machine": ("r1_2", "score", 9872, "asked", ["0,9872", "9.872"]),
    "a dot on a vi-VN machine": ("r2_1_2", "score", 101835, "asked", ["0,101835", "101.835"]),
    "less than nothing": ("r2_1_3", "score", -0.5, "asked", ["0,5", "0,05", "-0,5"]),
    "far more than the others": ("r1_1", "max", 1474, "asked", ["147,4", "14,74", "1.474"]),
    "a point on a vi-VN machine": ("r2_1_4", "score", "0.8089", "asked", ["0,8089"]),
    "a comma that stayed text": ("r3_1", "score", "1,4741 ", "asked", ["1,4741"]),
    "a percentage": ("r3_2", "score", "97,44%", "asked", ["97,44"]),
    "a percentage that Excel knows": ("r5_1_1", "score", 0.852, "asked", ["85,2", "0,852"]),
    "words for a number": ("r3_3", "score", "chưa có", "refused", NO_NUMBER),
    "a number that became a day": ("r3_4", "score", FIRST_OF_MAY, "asked", ["1,5"]),
    "a formula that nobody computed": ("r4_1_1", "score", "=1+0.4", "refused", "chưa có kết quả"),
    "an error": ("r1_1", "reason", "#VALUE!", "refused", "Ô báo lỗi #VALUE!"),
    "a truth": ("r1_2", "reason", True, "refused", "Ô ghi TRUE"),
    "a computed cell": ("r1_1", "loss", -0.02, "asked", [
        "sửa max của dòng này từ 1,5 thành 1,4941", "sửa score của dòng này từ 1,4741 thành 1,4800",
    ]),
    "a broken formula of docgen": ("r1_2", "loss", "#REF!", "refused", "docgen tự tính lại ô này"),
    "a total": ("r", "loss", -99, "refused", "Số này máy tính từ các ô khác"),
    "the arrow": ("r2_1_2", "time", "Quý I", "refused", "dùng chung với dòng trên"),
    "two paragraphs": ("r1_1", "time", "Quý I\n\n  Quý  III \n", "applied", "Quý I ¶ Quý III"),
    "no number any more": ("r4_1_2", "score", None, "applied", ""),
    "no words any more": ("r1_4", "reason", None, "applied", ""),
    "letters in two pieces": ("r1_3", "time", "Quy\u0301 IV", "nothing", ""),
}  # fmt: skip


@pytest.fixture(scope="module")
def typed(untouched, sheets):
    """What becomes of each of these cells, by its name: its change and how Excel calls it."""
    book = Book(untouched)
    refs = {}
    for name, (address, key, value, *_) in CELLS.items():
        cell = book.cell(address, key)
        cell.value, refs[name] = value, cell.coordinate
        if str(value).startswith("#"):
            cell.data_type = "e"
        if name == "a percentage that Excel knows":
            cell.number_format = "0.00%"
    changes = {each.spot.place: each for each in found(book, sheets)}
    assert len(changes) == sum(how != "nothing" for *_, how, _ in CELLS.values())
    return {name: (changes.get(f"Ô {ref} của sheet “Phụ lục”"), ref) for name, ref in refs.items()}


@pytest.mark.parametrize("name", CELLS)
def test_what_is_typed_into_a_cell_is_taken_asked_or_refused(name, typed):
    *_, verdict, said = CELLS[name]
    change, ref = typed[name]
    if verdict == "nothing":
        assert change is None
        return
    assert change.verdict == verdict
    if verdict == "applied":
        assert change.new == said
    elif verdict == "refused":
        assert change.why.startswith(f"Ô {ref} của sheet “Phụ lục”")
        assert said in change.why
    else:
        assert [each.removeprefix("ghi ") for each in choices(change)] == said
        assert change.why.startswith(f"Ô {ref} của sheet “Phụ lục”: ")


def test_sorting_changes_nothing(book, short_sheets):
    made = book.workbook[APPENDIX]
    rows = [[cell.value for cell in row] for row in made.iter_rows(min_row=3, max_row=made.max_row)]
    for number, values in enumerate(reversed(rows), 3):
        for at, value in enumerate(values, 1):
            made.cell(number, at).value = value
    assert found(book, short_sheets) == []


def test_columns_and_rows_may_be_moved_about(book, short_sheets):
    made = book.workbook[APPENDIX]
    made.insert_cols(4)
    made.insert_rows(2)
    book.put("r1_1", "score", 1.48)
    assert [each.new for each in found(book, short_sheets)] == ["1,4800"]


def test_a_row_taken_out_is_found_by_its_address(book, short_sheets):
    book.delete("r2_1_1")  # the first of those that share cells
    change = only(book, short_sheets)
    assert change.old.startswith("2.4.1 | Tính đồng bộ")
    assert (change.kind, change.verdict) == ("row out", "applied")


def test_a_whole_group_goes_as_one_and_a_group_without_its_head_is_asked(book, short_sheets):
    for line in ("r1", "r1_1", "r1_2", "r1_3"):
        book.delete(line)
    change = only(book, short_sheets)
    assert (change.verdict, "còn dòng con" in change.why) == ("asked", True)
    book.delete("r1_4")
    change = only(book, short_sheets)
    assert (change.verdict, change.edits[0].place) == ("applied", ("table", "rows", 0))


def test_a_copied_row_is_a_new_one(book, short_sheets):
    made = book.workbook[APPENDIX]
    values = [cell.value for cell in made[book.row("r1_2")]]
    made.insert_rows(5)
    for at, value in enumerate(values, 1):
        made.cell(5, at).value = value
    made["C5"], made["D5"] = "1.3.1", "Dòng chép rồi sửa"
    change = only(book, short_sheets)
    assert (change.kind, change.verdict) == ("row in", "applied")
    assert change.edits[0].value["code"] == "1.3.1"
    assert change.edits[0].place == ("table", "rows", 0, "rows", 1)


ROW = {"code": "2.4.9", "name": "Tiêu chí bịa", "max": 1, "score": 0.5, "reason": "Bịa ra"}


@pytest.mark.parametrize(
    ("behind", "values", "place"),
    [
        ("r2_1_1", ROW, (0, "rows", 1)),
        ("r2_1_1", {**ROW, "code": None, "time": "↑"}, (0, "rows", 1)),
        ("r1_1", ROW, (0, "rows", 4)),  # by its number, wherever it stands
        ("r1_4", {**ROW, "code": "2.1"}, (0,)),
        ("r1_4", {**ROW, "code": "99.1"}, None),
    ],
)
def test_a_new_row_goes_into_its_family(behind, values, place, book, short_sheets):
    book.insert(behind, values)
    change = only(book, short_sheets)
    where = change.edits[0].place[4:] if change.edits else None
    assert (where, change.verdict) == (place, "applied" if place else "asked"), change
    if place:
        assert "time" not in change.edits[0].value
        assert change.edits[0].value["score"] == "0,5"


def test_a_row_below_the_totals_is_no_row_of_the_table(book, short_sheets):
    made = book.workbook[APPENDIX]
    made.cell(60, 4).value = "Người lập biểu"
    change = only(book, short_sheets)
    assert (change.kind, change.verdict) == ("row in", "asked")
    assert "Dòng 60 của sheet “Phụ lục”: Dòng nằm dưới dòng tổng" in change.why


@pytest.mark.slow
def test_a_doubtful_number_of_a_new_row_asks_for_the_row(book, short_sheets):
    book.insert("r2_1_1", {**ROW, "score": "0.5"})
    assert "Có phải ý là 0,5?" in only(book, short_sheets).why


def test_tasks_are_reworded_moved_put_in_and_taken_out(book, short_sheets):
    book.replace("t2_2", "task", "Hướng dẫn", "Kịp thời hướng dẫn", TASKS)
    book.put("t2_3", "agency", "Sở Tư pháp", TASKS)
    book.delete("t2_4", TASKS)
    book.insert("t2_5", {"agency": "Sở Nội vụ", "task": "Việc bịa ra."}, TASKS)
    book.insert("t2_6", {"agency": "Sở Không Có", "task": "Việc bịa ra."}, TASKS)
    changes = found(book, short_sheets)
    assert [each.kind for each in changes] == ["words", "move", "row out", "row in", "row in"]
    assert [each.verdict for each in changes] == ["applied"] * 4 + ["asked"]
    assert changes[3].edits[0].place == ("assignments", 1, "tasks", 5)
    assert "Chưa có phân công nào của “Sở Không Có”" in changes[4].why


def test_all_tasks_of_an_agency_given_to_another_ask_how_it_is_meant(book, short_sheets):
    for number in range(1, 7):
        book.put(f"t2_{number}", "agency", "Sở Tài chính", TASKS)
    change = only(book, short_sheets)
    assert (change.kind, change.verdict) == ("agency", "asked")
    assert "giao cho “Sở Tài chính” thay “so-noi-vu”" in choices(change)
