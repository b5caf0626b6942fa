"""Tables in all their forms, from content to Word: spans, marks, numbers of rows, sizes, widths."""

from decimal import Decimal
from itertools import accumulate

import pytest

from docgen.load.folder import load
from docgen.plan.compute import names
from docgen.plan.reading_order import tables
from docgen.view.column_widths import short_table
from docgen.view.plan import build_view
from docgen.view.printing import Printer
from docgen.view.table import table_view
from docgen.view.wordml import shares
from tests.plan_files import MADE_UP, REPOSITORY, SECOND_OFFICE, TINY, W, tiny_project, xml

LANDSCAPE = 16838 - 1701 - 1134


def view_of(tmp_path, table):
    text = TINY.replace("      - Việc thứ nhất.\n", f"      - table:\n{table}")
    root = tiny_project(tmp_path, text)
    plan, findings = load(root / "content" / "2030", root)
    view, more = build_view(plan)
    return next(block.table for block in view.body if block.table), findings + more


def words(row):
    return [cell.words for cell in row.cells]


def made_up(year, number):
    plan, _ = load(MADE_UP / "content" / year, MADE_UP)
    return table_view(list(tables(plan))[number], Printer(names(plan)))


def test_rows_are_counted_anew_in_each_group_and_groups_in_roman():
    assert [words(row)[0] for row in made_up("2034", 3).rows[2:-1]] == [
        "I",
        "1",
        "2",
        "II",
        "1",
        "2",
    ]


def test_numbers_begin_at_the_column_that_the_content_names():
    assert words(made_up("2034", 1).rows[2]) == ["", "", "(1)", "(2)", "(3)", "(4)", "(5)"]


def test_a_mark_stands_under_its_column_and_repeats_with_the_header():
    row = made_up("2034", 2).rows[1]
    assert (words(row), row.header) == (["A", "1", "2", "3 = 1 + 2"], True)


def test_blank_rows_are_counted_and_empty():
    assert [words(row) for row in made_up("2034", 5).rows[2:]] == [
        [str(number), "", "", ""] for number in (2, 3, 4, 5)
    ]


def test_a_cell_over_several_columns_may_be_merged_over_several_rows_too():
    rows = made_up("2034", 1).rows
    first, second = (row.cells[-1] for row in rows[4:6])
    assert (first.span, first.merge, second.span, second.merge) == (2, "restart", 2, "continue")


def test_a_sum_leaves_out_rows_without_a_cell_and_looks_into_groups_without_one():
    totals = made_up("2034", 1).computed.totals
    assert totals == {"have": Decimal(483550), "done": Decimal(276500), "rest": Decimal(207050)}


def test_every_row_covers_every_column_of_the_grid(documents):
    for table in xml(documents["2034"]).iter(W + "tbl"):
        grid = [int(each.get(W + "w")) for each in table.iter(W + "gridCol")]
        edges = [0, *accumulate(grid)]
        for row in table.iterchildren(W + "tr"):
            column = 0
            for cell in row.iterchildren(W + "tc"):
                span = cell.find(f"{W}tcPr/{W}gridSpan")
                after = column + (int(span.get(W + "val")) if span is not None else 1)
                width = int(cell.find(f"{W}tcPr/{W}tcW").get(W + "w"))
                assert width == edges[after] - edges[column]
                column = after
            assert column == len(grid)


def test_the_size_of_a_table_is_that_of_its_every_run_and_of_its_unit(documents):
    body = xml(documents["2034"]).find(W + "body")
    table = body.findall(W + "tbl")[1]
    runs = [*table.getprevious().iter(W + "r"), *table.iter(W + "r")]
    assert {run.find(f"{W}rPr/{W}sz").get(W + "val") for run in runs} == {"26"}


@pytest.mark.parametrize(
    ("rows", "code", "said"),
    [
        ("{a - c: Chữ, b: Chữ}", "KH019", "đè lên ô “B” (b:)"),
        ("{a - b: Chữ, b - c: Chữ}", "KH019", "đè lên ô “A” (a:)"),
        ("{c - a: Chữ}", "KH016", "c - a"),
        ("{a - x: Chữ}", "KH016", "a - x"),
        ("{blank: 0}", "KH018", "số dòng trống"),
        ("{blank: 3, a: Chữ}", "KH016", "“a”"),
        ("{shared: {a - b: Chữ}, rows: [{b: Chữ}, {c: Chữ}]}", "KH019", "“B” (b:) đã ghi ở shared"),
    ],
)
def test_a_row_that_cannot_be_printed_so_is_a_finding(tmp_path, rows, code, said):
    columns = "[{key: a, title: A}, {key: b, title: B}, {key: c, title: C}]"
    _, findings = view_of(tmp_path, f"          columns: {columns}\n          rows: [{rows}]\n")
    assert [finding.code for finding in findings] == [code]
    assert said in findings[0].message


@pytest.mark.parametrize("count", [0, 201])
def test_a_number_of_blank_rows_that_is_none_is_told_with_those_that_are(tmp_path, count):
    table = "          columns: [{key: a, title: A}]\n          rows: [{blank: %s}, {blank: 200}]\n"
    view, (finding,) = view_of(tmp_path, table % count)
    assert (finding.code, finding.hint) == ("KH018", "Ghi số dòng trống, từ 1 đến 200.")
    assert len(view.rows) == 1 + 200


@pytest.mark.parametrize(
    ("key", "code"), [("size: 40", "KH018"), ("numbered: d", "KH018"), ("align: middle", "KH015")]
)
def test_a_look_that_no_table_has_is_a_finding(tmp_path, key, code):
    _, findings = view_of(
        tmp_path, f"          columns: [{{key: a, title: A}}]\n          rows: [{{a: B}}]\n"
        f"          {key}\n",
    )  # fmt: skip
    assert [finding.code for finding in findings] == [code]


# -------------------------------------------------------------------------------- widths


@pytest.fixture(scope="module")
def appendix():
    plan, _ = load(REPOSITORY / "content" / "2024", REPOSITORY)
    return table_view(next(iter(tables(plan))), Printer(names(plan)))


def lines(table, grid):
    from docgen.view.column_widths import _Table

    return _Table(table.rows, 22).height(grid)[0]


def test_widths_that_are_found_make_the_real_appendix_shorter_than_those_given(appendix):
    given = shares([column.width.value for column in appendix.columns], LANDSCAPE)
    found = short_table(appendix.rows, [None] * len(given), LANDSCAPE, 22)
    assert sum(found) == LANDSCAPE
    assert lines(appendix, found) * 100 <= lines(appendix, given) * 92


def test_widths_are_the_same_each_time(appendix):
    count = len(appendix.columns)
    found = [short_table(appendix.rows, [None] * count, LANDSCAPE, 22) for _ in range(3)]
    assert found[0] == found[1] == found[2]


def test_a_width_that_is_given_stays_and_the_others_share_the_rest():
    grid = made_up("2034", 4).grid(9071, 22)
    assert grid[0] == int(15 * 1440 / 25.4)
    assert grid[2] == int(30 * 1440 / 25.4)
    assert sum(grid) == 9071


def test_columns_that_have_no_room_still_add_up(tmp_path):
    columns = "".join(f"{{key: a{n}, title: Nghiêng, width: 90}}, " for n in range(3))
    view, findings = view_of(
        tmp_path,
        f"          columns: [{columns}{{key: b, title: B}}]\n          rows: [{{b: Chữ}}]\n",
    )
    assert not findings
    grid = view.grid(9071, 22)
    assert sum(grid) == 9071
    assert min(grid) > 0


def test_a_header_has_a_line_for_each_title_above_a_column():
    plan, _ = load(SECOND_OFFICE / "content" / "2037", SECOND_OFFICE)
    rows = table_view(next(iter(tables(plan))), Printer(names(plan))).rows
    head = [[(cell.words, cell.span, cell.merge.value) for cell in row.cells] for row in rows[:3]]
    stt, commune, note = (
        [(title, 1, "restart"), ("", 1, "continue"), ("", 1, "continue")]
        for title in ("STT", "Xã", "Ghi chú")
    )
    assert head == [
        [stt[0], commune[0], ("Chỉ tiêu năm 2037", 3, ""), note[0]],
        [stt[1], commune[1], ("Lượt khách", 2, ""), ("Doanh thu", 1, "restart"), note[1]],
        [
            *(stt[2], commune[2], ("Trong nước", 1, ""), ("Nước ngoài", 1, "")),
            *(("", 1, "continue"), note[2]),
        ],
    ]


LATER = """
          columns:
            - {key: code, title: STT}
            - {key: name, title: Việc}
          rows:
            - {code: "1", name: như viết}
            - {code: "2", name: "nghiêng^[chú thích]"}
            - {code: "3", name: "{{ nobody }}"}
"""


def test_the_cells_of_a_short_table_are_kept(tmp_path):
    table, _ = view_of(tmp_path, LATER)
    assert not any(callable(row.made) for row in table.rows)


@pytest.fixture
def long_table(tmp_path, monkeypatch):
    monkeypatch.setattr("docgen.view.table.FEW_ROWS", 1)
    return view_of(tmp_path, LATER)


def test_a_row_is_written_without_keeping_cells_that_nobody_else_asked_for(long_table):
    table, _ = long_table
    written = [*table.within(9000)]
    as_written = table.rows[1]
    assert callable(as_written.made)
    assert as_written.cells is as_written.cells
    assert [*table.within(9000)] == written


def test_a_row_with_something_to_find_or_to_count_is_made_at_once(long_table):
    table, findings = long_table
    assert [callable(row.made) for row in table.rows[1:]] == [True, False, False]
    assert "KH020" in {finding.code for finding in findings}


PLAIN = """
          columns:
            - {key: code, title: STT}
            - {key: name, title: Việc, align: center}
          size: 13
          rows:
            - {code: "1", name: "Nghị quyết 01-NQ/TU & <b>, 50% - 60%"}
            - {code: "2", name: "Sở – ngành"}
            - {code: "3"}
            - {code: "4", name: ["hai", "đoạn"]}
            - {code: "5", name: "*nghiêng*"}
            - {code - name: "hai cột"}
            - {code: "6", name: "cuối"}
"""


def test_rows_of_words_alone_are_written_as_others_are(tmp_path, monkeypatch):
    short, _ = view_of(tmp_path / "short", PLAIN)
    monkeypatch.setattr("docgen.view.table.FEW_ROWS", 1)
    long, _ = view_of(tmp_path / "long", PLAIN)
    assert [bool(row.plain) for row in long.rows] == [False, True, True, *[False] * 4, True]
    assert not any(row.plain for row in short.rows)
    assert [*long.within(9000, keep=True)] == [*short.within(9000, keep=True)]
