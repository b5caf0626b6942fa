"""What an officer reads of two small plans: kinds of change, numbers, deadlines, order."""

from decimal import Decimal

import pytest

from docgen.diff.changes import Rescored, Subject
from docgen.diff.compare import diff
from docgen.diff.forms.terminal import terminal
from docgen.load.folder import load
from tests.hard.edits import set_
from tests.hard.real_2024 import OFFICES, TABLE, score
from tests.hard.real_2024 import edited as office_plan
from tests.measured import loaded

PLAN = """\
year: {year}
issuer: {{name: [UBND], short: UBND tỉnh}}
symbol: KH-UBND
place: Sông Xanh
subject: Kế hoạch bịa ra năm {{{{ year }}}}
indices: {{par: {{name: {index}, score: "86,25", rank: {rank}, of: 63}}}}
sections:
  - title: PHÂN CÔNG
    assignments:
{assignments}
recipients: ["Lưu: VT"]
signature: {{lines: [CHỦ TỊCH], name: Nguyễn Văn Mẫu}}
appendices:
  - title: PHỤ LỤC
    table:
      columns:
        - {{key: code, title: STT, width: 1}}
        - {{key: name, title: Tiêu chí, width: 1}}
        - {{key: max, title: Điểm chuẩn, width: 1, kind: decimal, total: sum('max')}}
        - key: score
          title: Điểm
          width: 1
          kind: decimal
          group: max + sum('loss')
          total: sum('score')
        - {{key: loss, title: Trừ, width: 1, kind: decimal, compute: score - max}}
        - {{key: time, title: Thời gian, width: 1}}
      rows:
{rows}
      total: {{label: Tổng, column: name}}
"""
AGENCIES = """\
so-a: {name: Sở A}
so-b: {name: Sở B, successor: so-c}
so-c: {name: Sở C}
"""
A = "      - {agency: so-a, tasks: [Làm báo cáo hằng quý, Kiểm tra công vụ trước tháng 6]}"
B = "      - {agency: so-b, tasks: [Tập huấn phần mềm cho công chức xã]}"
ROWS = """\
        - code: 1
          name: Lĩnh vực một
          max: 10
          rows:
            - {code: 1.1, name: Kế hoạch, max: 2, score: "1,50", time: Quý I}
            - {code: 1.2, name: Kiểm tra, max: 3, score: 3, time: Quý I}
"""


@pytest.fixture
def plan(tmp_path):
    """Loads the plan above with other assignments, rows, year, rank, name of the index."""

    def write(assignments=f"{A}\n{B}", rows=ROWS, year=2030, rank=40, index="PAR"):
        folder = tmp_path / str(len(list(tmp_path.iterdir()))) / "content" / str(year)
        folder.mkdir(parents=True)
        text = PLAN.format(year=year, rank=rank, index=index, assignments=assignments, rows=rows)
        (folder / "plan.yaml").write_text(text, encoding="utf-8")
        (folder.parent / "agencies.yaml").write_text(AGENCIES, encoding="utf-8")
        loaded, findings = load(folder, tmp_path)
        assert not findings
        return loaded

    return write


def kinds(old, new):
    return [(change.kind, change.subject.name) for change in diff(old, new).changes]


def test_a_new_year_is_one_change_and_not_one_in_every_sentence_that_names_it(plan):
    assert kinds(plan(), plan(year=2031)) == [("changed", "HEAD")]


def test_a_task_that_goes_to_another_agency_is_one_change(plan):
    moved = plan(
        "      - {agency: so-a, tasks: [Làm báo cáo hằng quý]}\n"
        "      - {agency: so-b, tasks: [Tập huấn phần mềm cho công chức xã,"
        " Kiểm tra công vụ trước tháng 6]}"
    )
    (change,) = diff(plan(), moved).changes
    assert (change.kind, change.agencies) == ("moved", ("so-a", "so-b"))
    assert change.old.label.endswith("1. Sở A › nhiệm vụ 2")
    assert change.new.label.endswith("2. Sở B › nhiệm vụ 2")


def test_tasks_that_go_along_with_a_merged_agency_are_no_changes_of_their_own(plan):
    merged = plan(f"{A}\n{B.replace('so-b', 'so-c')}")
    (change,) = diff(plan(), merged).changes
    assert (change.kind, change.old.text, change.new.text) == ("merged", "Sở B", "Sở C")
    (change,) = diff(merged, plan()).changes
    assert (change.kind, change.old.text, change.new.text) == ("split", "Sở C", "Sở B")


def test_an_agency_without_a_known_successor_is_dropped_and_its_task_moves(plan):
    other = plan("      - {agency: so-b, tasks: [Làm báo cáo hằng quý]}")
    old = plan("      - {agency: so-a, tasks: [Làm báo cáo hằng quý]}")
    assert kinds(old, other) == [
        ("removed", "AGENCY"), ("added", "AGENCY"), ("moved", "TASK")
    ]  # fmt: skip


def test_a_field_that_is_reckoned_otherwise_says_so(plan, monkeypatch):
    old = plan()
    monkeypatch.setitem(globals(), "PLAN", PLAN.replace("max + sum('loss')", "sum('score')"))
    said = terminal(diff(old, plan()))
    assert "công thức đổi -5" in said
    assert "dòng thêm, bỏ" not in said


def test_an_index_that_is_published_later_is_not_filled_in_yet(plan):
    blank = plan(rank="").indices["par"]
    assert blank.rank is None
    comparison = diff(plan(), plan(rank=""))
    (change,) = comparison.changes
    assert (change.kind, [each.key for each in change.figures]) == ("unfilled", ["rank"])
    assert "Chưa điền" in terminal(comparison)
    (change,) = diff(plan(rank=""), plan()).changes
    assert change.kind == "filled"


def test_a_score_is_a_number_with_its_exact_difference_and_brings_its_loss_along(plan):
    comparison = diff(plan(), plan(rows=ROWS.replace('"1,50"', '"1,4"')))
    (change,) = comparison.changes
    assert isinstance(change, Rescored)
    assert {f.key: (f.old, f.new, f.difference) for f in change.figures} == {
        "score": (Decimal("1.50"), Decimal("1.4"), Decimal("-0.10")),
        "loss": (Decimal("-0.50"), Decimal("-0.6"), Decimal("-0.10")),
    }
    summary = comparison.summary
    assert [(f.score.old, f.score.new) for f in summary.fields] == [
        (Decimal("9.50"), Decimal("9.4"))
    ]
    assert (summary.fields_up, summary.fields_down) == (0, 1)
    assert [figure.difference for _, figure in summary.falls] == [Decimal("-0.10")]
    assert [(name, f.difference) for name, f in summary.sums] == [
        ("Điểm, tổng cộng", Decimal("-0.10")),
        ("Phụ lục › 1 Lĩnh vực một › Trừ", Decimal("-0.10")),
    ]


def test_points_are_lost_or_won_back_in_words(plan):
    less = terminal(diff(plan(), plan(rows=ROWS.replace('"1,50"', '"1,4"'))))
    assert "Giảm nhiều nhất: 1.1 Kế hoạch: -0,50 → -0,6 (mất thêm 0,10)" in less
    more = terminal(diff(plan(), plan(rows=ROWS.replace('"1,50"', '"1,75"'))))
    assert "Tăng nhiều nhất: 1.1 Kế hoạch: -0,50 → -0,25 (bớt mất 0,25)" in more


def test_the_change_of_a_field_is_split_into_scores_changed_and_rows_that_came_or_went(plan):
    row = '            - {code: 1.3, name: Một việc mới, max: 1, score: "0,25", time: Quý I}\n'
    comparison = diff(plan(), plan(rows=ROWS.replace('"1,50"', '"1,4"') + row))
    (field,) = comparison.summary.fields
    assert (field.rescored, field.moved) == (Decimal("-0.10"), Decimal("-0.75"))
    assert "điểm các dòng đổi -0,10;" in terminal(comparison)


def test_what_is_not_filled_in_yet_is_its_own_kind_and_comes_last(plan):
    rows = ROWS.replace('score: "1,50", time: Quý I', "score: , time: ")
    changes = diff(plan(), plan(rows=rows.replace("score: 3", "score: 2"))).changes
    assert sorted((change.kind, change.aspect) for change in changes) == [
        ("rescored", ""), ("unfilled", ""), ("unfilled", "time")
    ]  # fmt: skip
    said = terminal(diff(plan(), plan(rows=rows.replace("score: 3", "score: 2"))))
    assert said.index("đổi số liệu tiêu chí") < said.index("\nChưa điền\n")


def test_two_paragraphs_of_a_cell_made_one_are_a_change_with_the_break_shown(plan):
    two = plan(rows=ROWS.replace("time: Quý I}", "time: [Quý I, năm sau]}", 1))
    one = plan(rows=ROWS.replace("time: Quý I}", "time: Quý I năm sau}", 1))
    assert kinds(two, one) == [("changed", "CRITERION")]
    assert "[-¶-]" in terminal(diff(two, one))


def test_a_number_written_with_other_digits_is_a_change_of_writing_not_of_value(plan):
    (change,) = diff(plan(), plan(rows=ROWS.replace('"1,50"', '"1,5"'))).changes
    assert (change.kind, change.aspect, change.old.text, change.new.text) == (
        "changed", "score", "1,50", "1,5"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "moves"),
    [
        ("Quý I}", "Quý II}", 1),
        ("trước tháng 6", "trước tháng 9", 1),
        ("hằng quý", "hằng tháng", 0),
        ("công vụ trước tháng 6", "hồ sơ trước tháng 6", 0),
    ],
)
def test_a_deadline_moves_where_a_date_or_a_quarter_does(plan, before, after, moves):
    rows = ROWS.replace(before, after, 1)
    assignments = f"{A}\n{B}".replace(before, after)
    assert len(diff(plan(), plan(assignments, rows)).summary.deadlines) == moves


def test_a_rank_that_rose_is_in_the_summary(plan):
    summary = diff(plan(), plan(rank=38)).summary
    assert [(name, figure.old, figure.new) for name, figure in summary.ranks] == [("PAR", 40, 38)]
    assert summary.count(Subject.INDEX, "rescored") == 1


def test_an_index_of_another_name_is_renamed_with_both_sides(plan):
    (change,) = diff(plan(), plan(index="PAR INDEX")).changes
    assert (change.kind, change.subject, change.aspect) == ("renamed", Subject.INDEX, "par")
    assert (change.old.label, change.new.label) == ("Chỉ số PAR", "Chỉ số PAR INDEX")


def test_colour_begins_at_a_sign_and_ends_with_it(plan):
    reworded = plan(A.replace("hằng quý", "hằng tháng") + "\n" + B)
    said = terminal(diff(plan(), reworded), colour=True)
    assert "hằng \033[31m[-quý-]\033[0m \033[32m{+tháng+}\033[0m" in said


def test_changes_come_in_the_order_of_the_paper_and_what_is_gone_where_it_stood(plan):
    rows = ROWS.replace("1.1, name: Kế hoạch, max: 2", "1.1, name: Một việc khác hẳn, max: 4")
    assignments = "      - {agency: so-a, tasks: [Việc mới tinh, Kiểm tra công vụ trước tháng 6]}"
    changes = diff(plan(), plan(assignments, rows, rank=38)).changes
    assert [(change.kind, change.place.text) for change in changes] == [
        ("rescored", "86,25 điểm, thứ 38/63"),
        ("removed", "Làm báo cáo hằng quý"),
        ("added", "Việc mới tinh"),
        ("removed", "Sở B"),
        ("removed", "Tập huấn phần mềm cho công chức xã"),
        ("removed", "1.1 Kế hoạch"),
        ("added", "1.1 Một việc khác hẳn"),
    ]


def test_every_side_of_a_change_points_at_its_line(plan):
    old, new = plan(), plan(rows=ROWS.replace("Quý I}", "Quý III}"))
    change = diff(old, new).changes[0]
    for place, plan_read in ((change.old, old), (change.new, new)):
        line = plan_read.sources[0].line_text(place.where.line)
        assert line[place.where.column - 1 :].startswith(place.text)


def test_numbers_that_follow_are_told_in_the_summary_with_what_they_are_of(tmp_path):
    def told(*edits):
        old, new = (
            loaded(tmp_path / f"{len(edits)}{side}", plan, OFFICES)
            for side, plan in (("old", office_plan()), ("new", office_plan(*edits)))
        )
        return {
            name.rpartition("› ")[2]: (figure.old, figure.new)
            for name, figure in diff(old, new).summary.sums
        }

    edits = [score("8.1.3", "1,9028"), set_("indices", "par_index", "rank", "38")]
    found = told(*edits)
    assert found["Điểm thẩm định"] == (Decimal("7.9662"), Decimal("7.8662"))
    assert found["PAR Index, số bậc tăng (âm là giảm) so với năm trước"] == (11, 14)
    found = told(*edits, set_(*TABLE, "columns", 4, "compute", "score"))
    assert found["Điểm bị trừ, tổng cộng"] == (Decimal("-13.7518"), Decimal("152.1482"))
