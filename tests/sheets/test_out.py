"""What `docgen excel out` writes: texts that stay texts, exact numbers, live sums, lists."""

import io
import re
from graphlib import TopologicalSorter

import pytest
from openpyxl import load_workbook

from docgen.sheets.lines import sheets_of
from docgen.sheets.whose import Whose
from docgen.sheets.workbook import FIRST_ROW, KEY_ROW
from tests.plan_files import MADE_UP, with_template
from tests.sheets.conftest import written
from tests.tools import REPOSITORY

APPENDIX, TASKS = "Phụ lục", "Nhiệm vụ"


def at(sheet, address, key):
    """The cell of a line in a column, found as `docgen excel in` finds it."""
    keys = {cell.value: cell.column for cell in sheet[KEY_ROW]}
    row = next(cell.row for cell in sheet["A"] if cell.value == address)
    return sheet.cell(row, keys[key])


def test_codes_are_text_and_numbers_keep_their_own_digits(workbook):
    sheet = workbook[APPENDIX]
    code, score, most = (at(sheet, "r2_1_1", key) for key in ("code", "score", "max"))
    assert (code.value, code.data_type, code.number_format) == ("2.4.1", "s", "@")
    assert (str(score.value), score.data_type, score.number_format) == ("0.8064", "n", "#,##0.0000")
    assert (most.value, most.number_format) == (1, "#,##0")


def test_what_docgen_computes_is_live_grey_and_lets_nothing_in(workbook):
    sheet = workbook[APPENDIX]
    loss = at(sheet, "r2_1_1", "loss")
    row = loss.row
    needs = f"AND(ISNUMBER(F{row}),ISNUMBER(E{row}))"
    assert loss.value == f'=IF({needs},(F{row}-E{row}),"")'
    field = at(sheet, "r2", "score")
    assert f"SUMIF($B$3:$B$56,$A{field.row},$" in field.value
    assert loss.protection.locked
    assert loss.fill.fgColor.rgb == "FFE7E6E6"
    refused = [rule for rule in sheet.data_validations.dataValidation if loss.coordinate in rule]
    assert [rule.formula1 for rule in refused] == ["FALSE"]


def test_a_score_is_held_between_0_and_the_maximum_of_its_own_row(workbook):
    sheet = workbook[APPENDIX]
    score = at(sheet, "r2_1_1", "score")
    rule = next(
        rule for rule in sheet.data_validations.dataValidation
        if score.coordinate in rule and rule.type == "decimal"
    )  # fmt: skip
    first = min(each.min_row for each in rule.sqref.ranges)
    assert (rule.formula1, rule.formula2) == ("0", f"$E{first}")
    assert "từ 0 đến điểm chuẩn" in rule.error


def test_what_rows_share_is_written_once_and_no_cells_are_merged(workbook):
    sheet = workbook[APPENDIX]
    first, second = (at(sheet, address, "time").value for address in ("r2_1_1", "r2_1_2"))
    assert (str(first), second) == ("Thường xuyên trong năm", "↑")
    assert not sheet.merged_cells.ranges


def test_agencies_and_deadlines_can_be_chosen_but_other_words_are_let_in(workbook):
    sheet = workbook[APPENDIX]
    lists = {
        key: [
            rule for rule in sheet.data_validations.dataValidation
            if rule.type == "list" and at(sheet, "r2_1_1", key).coordinate in rule
        ]
        for key in ("agencies", "time", "reason")
    }  # fmt: skip
    assert [len(each) for each in lists.values()] == [1, 1, 0]
    assert not lists["time"][0].showErrorMessage
    column = lists["agencies"][0].formula1.split("$")[1]
    offered = [cell.value for cell in workbook["docgen_danh_muc"][column]]
    assert {"Sở Nội vụ", "Văn phòng UBND tỉnh"} <= set(offered)


def test_the_sheet_is_set_up_to_be_worked_in_and_printed(workbook):
    sheet = workbook[APPENDIX]
    assert sheet.freeze_panes == f"E{FIRST_ROW}"
    assert sheet.auto_filter.ref == "A2:Q56"  # what is hidden is sorted too
    assert sheet.print_title_rows == "$2:$2"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == ("landscape", 1)
    assert [sheet.column_dimensions[each].hidden for each in "AB"] == [True, True]
    assert {workbook[each].sheet_state for each in ("docgen", "docgen_danh_muc")} == {"veryHidden"}
    assert workbook.sheetnames[:3] == [APPENDIX, TASKS, "Hướng dẫn"]


def test_the_tasks_of_the_body_stand_on_a_second_sheet_with_their_agencies(workbook, paper):
    sheet = workbook[TASKS]
    assert at(sheet, "t2_1", "agency").value == "Sở Nội vụ"
    assert str(at(sheet, "t2_1", "task").value).startswith("Chủ trì tiếp tục tham mưu")
    tasks = next(each for each in sheets_of(paper).sheets if each.name == TASKS)
    assert len(tasks.lines) == sheet.max_row - FIRST_ROW + 1 == 45


def test_a_row_is_an_agency_s_through_what_it_shares_too(paper):
    found = sheets_of(paper)
    whose = Whose(found)
    assert "r2_1_2" in whose.of("so-tu-phap", found.sheets[0])
    assert whose.of("ubnd-cac-cap", found.sheets[0]) == ["r7_5", "r7_6"]


def test_the_lines_of_an_agency_come_with_those_above_them_and_with_fixed_sums():
    sheet = load_workbook(io.BytesIO(written(REPOSITORY, "2024", APPENDIX, "ban-dan-toc")))[
        APPENDIX
    ]
    addresses = [cell.value for cell in sheet["A"][FIRST_ROW - 1 :]]
    assert {"r1", "r1_2"} <= set(addresses)
    assert len(addresses) < 54
    assert (str(at(sheet, "r1", "score").value), at(sheet, "r1", "score").data_type) == (
        "8.4239",
        "n",
    )


@pytest.mark.parametrize("year", ["2030", "2031", "2034"])
def test_every_table_of_a_made_up_plan_is_written(year, tmp_path):
    root = with_template(tmp_path)
    (root / "content").symlink_to(MADE_UP / "content")
    book = load_workbook(io.BytesIO(written(root, year)))
    names = {"2030": [], "2031": ["Phụ lục I"], "2034": ["Bảng 1", "Biểu 01", "Biểu 01 (2)"]}
    assert book.sheetnames[: len(names[year])] == names[year]


@pytest.mark.slow
def test_the_same_content_gives_the_same_bytes(untouched):
    assert written(REPOSITORY, "2024") == untouched


def test_no_sum_counts_its_own_cell_in(workbook):
    """Excel calls that a circle, whatever the condition of the sum."""
    sheet = workbook[APPENDIX]
    needs = {}
    for row in sheet.iter_rows():
        for cell in row:
            if cell.data_type == "f":
                needs[cell.coordinate] = {
                    f"{letter}{number}"
                    for letter, first, _, last in re.findall(
                        r"\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?", cell.value
                    )
                    for number in range(int(first), int(last or first) + 1)
                }
    order = TopologicalSorter(needs)
    order.prepare()  # raises CycleError, which names the circle
    assert len(needs) > 100
