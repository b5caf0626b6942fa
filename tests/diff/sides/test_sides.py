"""Years in a row, and two versions of a plan beside the one that both started from."""

import io
import json
import re
import shutil
import zipfile
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from openpyxl import load_workbook

from docgen.cli import main
from docgen.diff.sides.forms.json import json as as_json
from docgen.diff.sides.forms.page import html
from docgen.diff.sides.forms.text import markdown, said, terminal
from docgen.diff.sides.forms.workbook import xlsx
from docgen.diff.sides.trend import points, sparkline
from docgen.diff.sides.versions import versions
from docgen.diff.sides.years import over_the_years
from tests.comparisons import HOSTILE
from tests.hard import sums
from tests.hard.edits import (
    NEAR_REPORT,
    OFFICES,
    OWN,
    QUALITY,
    REPORT,
    carry,
    drop,
    edited,
    lose,
    office,
    put,
    set_,
)
from tests.hard.sums import AREAS
from tests.measured import loaded
from tests.plan_files import copy_project


def index(score, rank):
    """Bịa: một chỉ số."""
    return set_("indices", {"par": {"name": "PAR INDEX", "score": score, "rank": rank}})


YEARS = {
    "2030": [index("86,25", "41")],
    "2031": [index("87,10", "38"), lose(), drop(*office(0, 0)), set_(*office(2, 2), NEAR_REPORT)],
    "2032": [
        index("85,00", "45"),
        lose("1,9"),
        set_(*office(2, 2), NEAR_REPORT),
        put(*office(5, 3), "Bịa: một việc của riêng năm thứ ba"),
        drop(*office(1, 1)),
        carry(office(3, 1), office(4, 0)),
    ],
}


@pytest.fixture(scope="module")
def plans(tmp_path_factory):
    def plan(year, edits):
        return loaded(tmp_path_factory.mktemp(year), {**edited(*edits), "year": year}, OFFICES)

    return [plan(year, edits) for year, edits in YEARS.items()]


@pytest.fixture(scope="module")
def years(plans):
    return over_the_years(plans, [*YEARS], [])


@pytest.fixture(scope="module")
def two_versions(plans):
    return versions(*plans, ["gốc", "bản A", "bản B"], ["Bịa: một lưu ý"])


def rows(report, title):
    return next(sheet.rows for sheet in report.sheets if sheet.title == title)


def row_of(report, title, words):
    return next(row for row in rows(report, title) if words in row)


# ----------------------------------------------------------------------------------- years


def test_a_score_is_followed_through_the_years_with_the_difference(years):
    found = row_of(years, "Điểm và số liệu qua các năm", "Ban hành kế hoạch cải cách")
    scores = [Decimal(each) for each in ("1.7259", "1.4518", "1.9")]
    assert found[3:] == (*scores, Decimal("0.1741"))


def test_computed_numbers_and_totals_are_followed_too(tmp_path):
    edits = ((), (set_(*AREAS, "rows", 2, "burnt", "9,25"), drop(*AREAS, "rows", 5)))
    plans = [
        loaded(tmp_path / year, {**sums.edited(*each), "year": year}, sums.OFFICES)
        for year, each in zip(("2038", "2039"), edits, strict=True)
    ]
    found = rows(over_the_years(plans, ["2038", "2039"], []), "Điểm và số liệu qua các năm")
    told = {row[1:3]: tuple(map(said, row[3:])) for row in found}
    assert told["Xã Đông Lĩnh", "Còn lại"] == ("262,45", "266,00", "3,55")
    assert told["Tổng cộng (Phụ lục I)", "Đã cháy"] == ("37,5", "21,05", "-16,45")
    assert told["Tổng cộng (Phụ lục I)", "Rừng trồng"] == ("1.983,15", "1.471,15", "-512,00")


def test_losses_stand_beside_scores_and_maximums_do_not(years):
    columns = {row[2] for row in rows(years, "Điểm và số liệu qua các năm")}
    assert {"Điểm đạt được", "Điểm bị trừ"} <= columns
    assert "Điểm chuẩn" not in columns


def test_the_indices_of_all_years_stand_beside_each_other(years):
    assert rows(years, "Chỉ số") == (
        ("PAR INDEX", Decimal("86.25"), Decimal("87.10"), Decimal("85.00")),
        ("PAR INDEX, xếp hạng (số nhỏ là cao)", Decimal(41), Decimal(38), Decimal(45)),
    )


@pytest.mark.parametrize(
    ("words", "states"),
    [
        (OWN["so-mot"][0], ("có", "bỏ", "có lại")),
        (OWN["so-hai"][1], ("có", "giữ", "bỏ")),
        (OWN["so-ba"][0], ("có", "giữ", "giữ")),
        (NEAR_REPORT, ("có", "sửa", "giữ")),
        ("Bịa: một việc của riêng năm thứ ba", ("", "", "mới")),
        (OWN["so-bon"][1], ("có", "giữ", "chuyển từ Sở Bốn")),
    ],
)
def test_a_task_is_new_kept_reworded_dropped_or_back_in_each_year(years, words, states):
    assert row_of(years, "Nhiệm vụ qua các năm", words)[2:] == states


def test_the_tasks_are_counted_by_year(years):
    counted = {row[0]: row[1:] for row in rows(years, "Nhiệm vụ mới, giữ, bỏ")}
    assert counted["mới"] == (None, 0, 1)
    assert counted["có lại"] == (None, 0, 1)
    assert counted["sửa"] == (None, 1, 0)
    assert counted["bỏ"] == (None, 1, 1)
    assert counted["tất cả"] == (18, 17, 18)
    assert all(
        counted["tất cả"][at]
        == sum(counted[state][at] for state in ("mới", "có lại", "giữ", "chuyển", "sửa"))
        for at in (1, 2)
    )


def test_a_year_against_itself_keeps_every_task(plans):
    report = over_the_years([plans[0]] * 3, ["a", "b", "c"], [])
    assert {row[2:] for row in rows(report, "Nhiệm vụ qua các năm")} == {("có", "giữ", "giữ")}


# -------------------------------------------------------------------------------- versions


def test_what_both_versions_changed_apart_comes_first(two_versions):
    apart = two_versions.sheets[0]
    assert apart.title == "Hai bản sửa khác nhau: phải chọn (bản A, bản B)"
    found = [row for row in apart.rows if "Ban hành kế hoạch" in row[0]]
    assert [(row[2][:22], row[3][:22], row[4][:19]) for row in found] == [
        ("Điểm đạt được: 1,7259;", "Điểm đạt được: 1,4518;", "Điểm đạt được: 1,9;")
    ]


def test_what_one_or_both_changed_alike_is_told_with_who_did(two_versions):
    alike = rows(two_versions, "Hai bản sửa như nhau")
    assert [row[2:] for row in alike] == [(REPORT, NEAR_REPORT, NEAR_REPORT)]
    ours = rows(two_versions, "Chỉ bản A sửa")
    assert [row[1:] for row in ours] == [("bỏ", OWN["so-mot"][0], "(bỏ)", "(như gốc)")]
    theirs = {row[1]: row[2:] for row in rows(two_versions, "Chỉ bản B sửa")}
    assert theirs["thêm"] == (None, "(như gốc)", "Bịa: một việc của riêng năm thứ ba")
    assert theirs["bỏ"] == (OWN["so-hai"][1], "(như gốc)", "(bỏ)")


# ----------------------------------------------------------------------------------- forms


@pytest.mark.filterwarnings("ignore:Sparkline Group extension")  # openpyxl does not read them
def test_the_chart_of_a_rank_rises_as_the_rank_gets_better(years):
    sheet = next(each for each in years.sheets if each.title == "Chỉ số")
    assert [sparkline(sheet.trend(at)) for at in (0, 1)] == ["▅█▁", "▅█▁"]
    drawn = " ".join(f"{x},{y}" for x, y in points((Decimal(-41), Decimal(-38), Decimal(-45))))
    assert f'aria-label="41, 38, 45"><polyline points="{drawn} "/>' in html(years)
    workbook = load_workbook(io.BytesIO(xlsx(years)))
    assert "đường xuống là tốt lên" in workbook.worksheets[0].cell(1, 5).value


def test_a_sparkline_rises_with_its_values_and_says_where_there_is_none():
    assert sparkline((Decimal(1), Decimal("4.5"), Decimal(8), None)) == "▁▅█·"
    assert sparkline((Decimal(3), Decimal(3))) == "▅▅"
    assert sparkline((None, None)) == "··"
    heights = [y for _, y in points((Decimal(1), None, Decimal(8)))]
    assert heights == sorted(heights, reverse=True)
    assert len(heights) == 2


WITHOUT_TIME = [
    drop(*QUALITY, "columns", 2), *(drop(*QUALITY, "rows", at, "time") for at in range(3))
]  # fmt: skip
DROPPING_THE_WHOLE = {
    "row": ([drop(*QUALITY, "rows", 0)], set_(*QUALITY, "rows", 0, "time", "Tháng 10")),
    "column": (WITHOUT_TIME, set_(*QUALITY, "rows", 0, "time", "Tháng 10")),
    "agency": ([drop("sections", 2, "assignments", 5)], set_(*office(5, 0), "Bịa: Tháng 10")),
    "appendix": ([drop("appendices", 1)], set_(*QUALITY, "rows", 0, "time", "Tháng 10")),
}


@pytest.mark.parametrize("what", DROPPING_THE_WHOLE)
@pytest.mark.parametrize("turned", [False, True])
def test_what_one_version_drops_and_the_other_edits_a_part_of_is_to_be_chosen(
    what, turned, tmp_path
):
    dropping, edit = DROPPING_THE_WHOLE[what]
    sides = [edited(*dropping), edited(edit)]
    base, *both = (
        loaded(tmp_path / str(number), plan, OFFICES)
        for number, plan in enumerate([edited(), *(sides[::-1] if turned else sides)])
    )
    apart, _, *alone = versions(base, *both, ["gốc", "A", "B"], []).sheets
    chosen = [cell for row in apart.rows for cell in row[3:] if isinstance(cell, str)]
    assert "(bỏ)" in chosen
    assert [cell for cell in chosen if "Tháng 10" in cell]
    assert not [row for sheet in alone for row in sheet.rows if "Tháng 10" in str(row)]


def test_a_text_that_one_version_reworded_has_its_words_marked(tmp_path):
    other = edited(set_(*office(2, 2), NEAR_REPORT))
    base, ours, theirs = (
        loaded(tmp_path / str(number), plan, OFFICES)
        for number, plan in enumerate([edited(), other, edited()])
    )
    report = versions(base, ours, theirs, ["gốc", "bản A", "bản B"], [])
    (row,) = rows(report, "Chỉ bản A sửa")
    assert row[3] == NEAR_REPORT
    assert "[-" in said(row[3])
    assert "{+" in terminal(report)


def test_every_text_and_number_stands_in_every_form(years, two_versions):
    for report in (years, two_versions):
        printed = [" ".join(terminal(report, width=10**4).split()), markdown(report)]
        for text in (*printed, shown(html(report))):
            for sheet in report.sheets:
                for row in sheet.rows:
                    for cell in row:
                        spans = getattr(cell, "spans", ())
                        words = [span.new.strip() for span in spans if not span.same] or [cell]
                        assert all(each in text for each in words if isinstance(each, str))
    assert "1,4518" in terminal(years)
    assert '"1.4518"' in as_json(years)


def shown(page):
    class Texts(HTMLParser):
        text = ""

        def handle_data(self, data):
            self.text += data

    reader = Texts()
    reader.feed(page)
    return reader.text


def test_lines_of_the_terminal_keep_to_the_width(years):
    assert max(map(len, terminal(years, width=100).split("\n"))) <= 100


def test_the_page_draws_a_chart_a_row_and_fetches_nothing(years, browser, tmp_path):
    path = tmp_path / "nam.html"
    path.write_text(html(years), encoding="utf-8")
    browser.open(path.as_uri())
    rows_with_charts = sum(len(sheet.rows) for sheet in years.sheets if sheet.charted)
    assert browser.evaluate("document.querySelectorAll('svg polyline').length") == rows_with_charts
    assert browser.requests == [path.as_uri()]
    assert browser.complaints == []
    assert browser.kept_out(path.as_uri()) == []


def test_the_page_shows_only_what_changed_when_it_is_asked_to(years, browser, tmp_path):
    path = tmp_path / "nam.html"
    path.write_text(html(years), encoding="utf-8")
    browser.open(path.as_uri())
    whole = browser.evaluate("document.body.innerText")
    browser.press("Tab", "Space")
    shown = browser.evaluate("document.body.innerText")
    for task, changed in ((NEAR_REPORT, True), (OWN["so-hai"][1], True), (OWN["so-ba"][0], False)):
        assert task in whole
        assert (task in shown) is changed
    assert "Ban hành kế hoạch cải cách" in shown
    assert len(shown) < len(whole)


@pytest.mark.filterwarnings("ignore:Sparkline Group extension")  # openpyxl does not read them
def test_the_workbook_has_numbers_and_a_chart_a_row(years):
    data = xlsx(years)
    assert data == xlsx(years)
    sheet = load_workbook(io.BytesIO(data))["Điểm và số liệu qua các năm"]
    found = next(row for row in sheet.values if row[1] == "Ban hành kế hoạch cải cách")
    assert found[3:7] == (1.7259, 1.4518, 1.9, 0.1741)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        charts = re.findall("<xm:f>(.*?)</xm:f>", package.read("xl/worksheets/sheet2.xml").decode())
    assert len(charts) == len(rows(years, sheet.title))
    assert charts[0] == f"'{sheet.title}'!D2:F2"


def test_what_the_content_says_is_never_a_tag_or_a_formula(tmp_path_factory):
    hostile = [
        loaded(
            tmp_path_factory.mktemp("x"),
            {**edited(set_(*office(0, 0), f"={at} {HOSTILE}")), "year": "2030"},
            OFFICES,
        )
        for at in "abc"
    ]
    report = versions(*hostile, ["a", "b", "c"], [])
    assert "<script>" not in html(report)
    assert "<script>" not in markdown(report)
    book = load_workbook(io.BytesIO(xlsx(report)))
    cells = [cell for sheet in book for row in sheet for cell in row if cell.value]
    assert not [cell for cell in cells if cell.data_type == "f"]


# --------------------------------------------------------------------------------- command


@pytest.fixture
def project(tmp_path):
    root = copy_project(tmp_path / "project")
    for year in ("2025", "2026"):
        shutil.copytree(root / "content" / "2024", root / "content" / year)
        plan = root / "content" / year / "plan.yaml"
        text = plan.read_text(encoding="utf-8")
        text = re.sub(r"^year: .*$", f"year: {year}", text, flags=re.MULTILINE)
        plan.write_text(text, encoding="utf-8")
    return root


@pytest.mark.slow
def test_the_command_takes_years_in_a_row_in_every_form_but_tracked_changes(project, capsys):
    spec = ["-C", str(project), "diff", "2024", "2025", "2026"]
    assert main(spec) == 0
    assert capsys.readouterr().out.startswith("Kế hoạch qua các năm 2024, 2025, 2026")
    assert main([*spec, "--as", "json"]) == 0
    assert (
        json.loads(capsys.readouterr().out)["tables"][1]["title"] == "Điểm và số liệu qua các năm"
    )
    for form in ("html", "xlsx"):
        assert main([*spec, "--as", form]) == 0
        assert (project / "output" / f"so-sanh_2024_2025_2026.{form}").is_file()
    assert main([*spec, "--as", "docx"]) == 2
    assert "chỉ có giữa hai bản" in capsys.readouterr().err


def test_three_plans_of_one_year_are_a_base_and_two_versions(project, capsys):
    for name in ("A", "B"):
        shutil.copytree(project / "content" / "2024", project / "content" / name)
    assert main(["-C", str(project), "diff", "2024", "A", "B"]) == 0
    assert capsys.readouterr().out.startswith("A và B so với gốc 2024")
