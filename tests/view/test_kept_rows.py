"""Rows that share merged cells stay on one page while they are short; long rows may split."""

import pytest

from docgen.view.kept_rows import SHORT_LINES, fits, kept_with_next
from docgen.view.printed import Cell, Merge, TableRow

N, R, C = Merge.NONE, Merge.START, Merge.CONTINUE


def table(*rows):
    """Rows of cells given as (lines, part in a merge), and what says how many lines they print."""
    made = [TableRow("KHTableCell", tuple(Cell((), 1, merge) for _, merge in row)) for row in rows]
    counts = {id(row): [count for count, _ in given] for row, given in zip(made, rows, strict=True)}
    return made, lambda row: counts[id(row)]


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        ([[(3, N), (10, R)], [(4, N), (1, C)], [(2, N), (1, C)]], {0, 1}),
        ([[(3, N), (2, N)], [(4, N), (2, N)]], set()),
        ([[(9, N), (5, R)], [(9, N), (1, C)], [(9, N), (1, C)]], set()),  # 27 lines of rows
        ([[(3, N), (25, R)], [(4, N), (1, C)]], set()),  # 25 lines of merged text
        ([[(3, N), (4, R)], [(3, N), (1, C)], [(3, N), (4, R)], [(3, N), (1, C)]], {0, 2}),
        ([[(3, R), (4, R)], [(3, C), (1, C)], [(3, C), (4, R)], [(3, C), (1, C)]], {0, 1, 2}),
    ],
)
def test_rows_under_merged_cells_stay_together_up_to_a_height(rows, kept):
    assert kept_with_next(*table(*rows)) == kept


def test_a_row_is_whole_up_to_a_height_that_merged_cells_do_not_count_in():
    rows, lines = table([(SHORT_LINES, N)], [(SHORT_LINES + 1, N)], [(2, N), (SHORT_LINES + 9, R)])
    assert [fits(row, lines(row)) for row in rows] == [True, False, True]
