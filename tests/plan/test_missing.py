"""What a plan still lacks: a cell that must hold something and does not (all made up)."""

from textwrap import dedent, indent

import pytest

from docgen.load.folder import load
from docgen.plan.missing import missing_cells, missing_values
from docgen.view.plan import build_view

PLAN = """\
year: 2030
issuer: {name: [ỦY BAN NHÂN DÂN, TỈNH BỊA], short: UBND tỉnh Bịa}
symbol: KH-UBND
place: Bịa
subject: Trồng cây
signature: {lines: [CHỦ TỊCH], name: Nguyễn Văn Bịa}
indices:
  green: {name: Chỉ số Xanh, score: , rank: 3, previous_rank: }
appendices:
  - title: CÂY
    table:
"""

COLUMNS = """\
columns:
  - {key: code, title: STT, width: 10}
  - {key: max, title: Điểm chuẩn, width: 10, kind: decimal, total: sum('max')}
  - key: score
    title: Điểm
    width: 10
    kind: decimal
    group: max + sum('loss')
    total: sum('score')
  - {key: loss, title: Mất, width: 10, kind: decimal, compute: score - max}
  - {key: trees, title: Số cây, width: 10, kind: integer}
  - {key: reason, title: Lý do, width: 10, required: yes}
"""


@pytest.fixture
def plan_of(tmp_path):
    """The plan whose appendix has these rows."""

    def load_plan(rows, columns=COLUMNS):
        folder = tmp_path / "content/2030"
        folder.mkdir(parents=True)
        table = columns + "rows:\n" + indent(dedent(rows), "  ")
        (folder / "plan.yaml").write_text(PLAN + indent(table, "      "), "utf-8")
        (folder.parent / "agencies.yaml").write_text("# Không có cơ quan nào.\n{}\n", "utf-8")
        plan, findings = load(folder, tmp_path)
        assert not findings, findings
        return plan

    return load_plan


def found(plan):
    """The source line and the title of each missing cell; a star where a formula needs it."""
    return [
        (
            cell.place.source.line_text(cell.place.where.line).strip().removeprefix("- "),
            cell.title + "*" * cell.counts,
        )
        for cell in missing_cells(plan)
    ]


@pytest.mark.parametrize(
    ("rows", "missing"),
    [
        ("- {code: 1, max: 2, score: 1, reason: Có}", []),
        (
            "- {code: 1, max: 2, reason: Có}",
            [("{code: 1, max: 2, reason: Có}", "điểm*")],
        ),
        (
            "- code: 1\n  max:\n  score: 1\n  reason:",
            [("max:", "điểm chuẩn*"), ("reason:", "lý do")],
        ),
    ],
)
def test_a_row_needs_its_required_cells_and_the_numbers_that_formulas_take(plan_of, rows, missing):
    assert found(plan_of(rows)) == missing


def test_a_group_needs_its_own_maximum_but_no_score_and_no_reason(plan_of):
    rows = """\
        - code: 1
          max:
          score:
          rows:
            - {code: 1.1, max: 2, score: 1, reason: Có}
        """
    assert found(plan_of(rows)) == [("max:", "điểm chuẩn*")]


def test_a_shared_block_answers_for_its_rows_blank_or_not(plan_of):
    rows = """\
        - shared: {reason: Chung}
          rows:
            - {code: 1, max: 2, score: 1}
        - shared:
            reason:
          rows:
            - {code: 2, max: 2, score: 1}
            - {code: 3, max: 2, score: 1, reason: }
        - across: Nhóm B
          rows:
            - {code: 4, max: 2, score: 1}
        """
    assert found(plan_of(rows)) == [
        ("reason:", "lý do"),
        ("{code: 4, max: 2, score: 1}", "lý do"),
    ]


SUMMED = """\
columns:
  - {key: code, title: STT, width: 10}
  - {key: trees, title: Số cây, width: 10, kind: integer, total: sum('trees')}
  - {key: price, title: Đơn giá, width: 10, kind: decimal}
  - key: money
    title: Thành tiền
    width: 10
    kind: decimal
    compute: trees * price
    total: sum('money')
total: {label: Cộng, column: code}
"""


def totals(plan):
    """What the last line of the appendix prints, and the cells of its first row."""
    view, findings = build_view(plan)
    assert not findings
    rows = [
        [str(each) for cell in row.cells for each in cell.paragraphs]
        for row in view.appendices[0].body[0].table.rows
    ]
    return rows[1], rows[-1]


def test_what_is_only_added_up_may_be_blank(plan_of):
    only_summed = SUMMED.replace("    compute: trees * price\n    total: sum('money')\n", "")
    plan = plan_of("- {code: 1}\n- {code: 2, trees: 4}\n- {code: 3, trees: 5}", only_summed)
    assert found(plan) == []
    assert totals(plan)[1] == ["Cộng", "9", "", ""]


def test_a_dash_stands_for_nothing_and_prints_itself(plan_of):
    plan = plan_of("- {code: 1, trees: '-', price: 2}\n- {code: 2, trees: 4, price: 3}", SUMMED)
    assert found(plan) == []
    assert totals(plan) == (["1", "-", "2", "0"], ["Cộng", "4", "", "12"])


def test_a_sum_of_products_waits_for_a_number_that_a_row_lacks(plan_of):
    plan = plan_of("- {code: 1, price: 2}\n- {code: 2, trees: 4, price: 3}", SUMMED)
    assert found(plan) == [("{code: 1, price: 2}", "số cây*")]
    assert totals(plan)[1] == ["Cộng", "", "", ""]


def test_a_value_of_an_index_is_missing_where_its_key_waits_for_it(plan_of):
    values = missing_values(plan_of("- {code: 1, max: 2, score: 1, reason: Có}"))
    assert [(value.title, value.place.value) for value in values] == [
        ("điểm Chỉ số Xanh", "score"),
        ("xếp hạng Chỉ số Xanh năm trước", "previous_rank"),
    ]


def test_a_draft_marks_a_merged_cell_once_and_a_finished_view_not_at_all(plan_of):
    plan = plan_of("""\
        - shared:
            reason:
          rows:
            - {code: 1, max: 2, score: 1}
            - {code: 2, max: 2}
        """)
    for draft, marks in ((True, ["lý do", "điểm"]), (False, [])):
        view, findings = build_view(plan, draft=draft)
        assert not findings
        words = [
            str(paragraph)
            for row in view.appendices[0].body[0].table.rows
            for cell in row.cells
            for paragraph in cell.paragraphs
        ]
        assert [word for word in words if "thiếu" in word] == [
            f"[[thiếu: {mark}]]" for mark in marks
        ]
