"""The years of a plan and a day of issue that is known only in part."""

import pytest

from docgen.edit.next_year import start_year
from docgen.load.folder import load
from docgen.plan.compute import names
from docgen.plan.dates import Period
from docgen.plan.expressions import fill
from docgen.rules.checks import CHECKS
from docgen.rules.facts import Facts, run
from docgen.vietnamese import format_partial_day, parse_partial_day
from tests.plan_files import TINY, build, lines, tiny_project

SPAN = TINY.replace("year: 2030", "year: 2031 - 2035").replace(
    "subject: Thử phần mềm", "subject: Thử phần mềm giai đoạn {{ year }}"
)


@pytest.mark.parametrize(
    ("written", "first", "last", "shown"),
    [
        ("2024", 2024, 2024, "2024"),
        ("2026 - 2030", 2026, 2030, "2026 - 2030"),
        ("2026-2030", 2026, 2030, "2026-2030"),
        ("giai đoạn 2026 – 2030", 2026, 2030, "2026 – 2030"),
        ("từ năm 2026 đến năm 2030", 2026, 2030, "2026 đến năm 2030"),
    ],
)
def test_a_plan_is_of_one_year_or_of_several(written, first, last, shown):
    period = Period.parse(written)
    assert (int(period), period.last, str(period), f"{period}") == (first, last, shown, shown)


@pytest.mark.parametrize("written", ["24", "2030 - 2026", "2024, 2025", "0024", "năm tới", ""])
def test_what_is_no_year_is_said(written):
    assert Period.parse(written) is None


def said(text, plan):
    value, findings = fill(plan.subject.__class__(text, plan.subject.source, 0, 1, ""), names(plan))
    return value if not findings else [finding.code for finding in findings]


def test_years_before_the_plan_are_counted_from_its_first_and_those_after_are_not_guessed(tmp_path):
    root = tiny_project(tmp_path, SPAN)
    plan, findings = load(root / "content/2030", root)
    assert findings == []
    assert said("{{ year }}", plan) == "2031 - 2035"
    assert said("{{ year - 1 }}; {{ first_year }}; {{ last_year + 1 }}", plan) == "2030; 2031; 2036"
    assert said("{{ year + 1 }}", plan) == ["KH022"]


@pytest.mark.parametrize(
    ("subject", "date", "codes"),
    [
        ("Thử phần mềm giai đoạn {{ year }}", "05/6/2033", set()),
        ("Thử phần mềm giai đoạn 2031 - 2035", "tháng 12 năm 2030", {"KH141"}),
        ("Thử phần mềm đến năm 2040", "năm 2031", set()),
        ("Thử phần mềm năm 2029", "", {"KH140"}),
        ("Thử phần mềm", "05/6/2029", {"KH142", "KH143"}),
    ],
)
def test_the_rules_of_years_know_all_years_of_the_plan(tmp_path, subject, date, codes):
    text = SPAN.replace("Thử phần mềm giai đoạn {{ year }}", subject)
    number = "" if not date or codes & {"KH143"} or "/" not in date else " 7"
    text = text.replace("number:", f"number:{number}").replace("date:", f"date: {date}")
    root = tiny_project(tmp_path, text)
    plan, _ = load(root / "content/2030", root)
    found = {finding.code for finding in run(CHECKS, Facts(plan))}
    assert found & {"KH140", "KH141", "KH142", "KH143"} == codes


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("05/6/2024", (2024, 6, 5)),
        ("5/6/2024", (2024, 6, 5)),
        ("ngày 05 tháng 6 năm 2024", (2024, 6, 5)),
        ("ngày … tháng 12 năm 2025", (2025, 12, None)),
        ("ngày    tháng 12 năm 2025", (2025, 12, None)),
        ("tháng 12 năm 2025", (2025, 12, None)),
        ("12/2025", (2025, 12, None)),
        ("…/12/2025", (2025, 12, None)),
        ("   /12/2025", (2025, 12, None)),
        ("…/…/2025", (2025, None, None)),
        ("05-12-2025", (2025, 12, 5)),
        ("5.12.2025", (2025, 12, 5)),
        ("2025-12-05", (2025, 12, 5)),
        ("năm 2025", (2025, None, None)),
        ("ngày     tháng     năm 2025", (2025, None, None)),
        ("2025", (2025, None, None)),
        ("31/4/2025", None),
        ("tháng 13 năm 2025", None),
        ("00/5/2025", None),
        ("ngày 5 năm 2025", None),
        ("tháng 12", None),
    ],
)
def test_a_day_is_known_as_far_as_it_is_written(written, known):
    assert parse_partial_day(written) == known


def test_what_is_not_known_is_a_gap():
    assert format_partial_day(2025, 12, None, gap="…") == "ngày…tháng 12 năm 2025"
    assert format_partial_day(2025, None, None, gap="…") == "ngày…tháng…năm 2025"
    assert format_partial_day(None, None, None, gap="…") == "ngày…tháng…năm…"
    assert format_partial_day(2025, 2, 5, gap="…") == "ngày 05 tháng 02 năm 2025"


def test_the_year_of_the_date_line_is_never_the_plans(tmp_path):
    built = build(tiny_project(tmp_path, TINY.replace("date:", "date: tháng 12 năm 2029")))
    date = next(line for line in lines(built.written.path) if line.startswith("Sông Xanh, "))
    assert date.replace("\u00a0", " ").split() == [
        "Sông",
        "Xanh,",
        "ngày",
        "tháng",
        "12",
        "năm",
        "2029",
    ]


def test_a_plan_of_several_years_is_started_from_one_before(tmp_path):
    root = tiny_project(tmp_path, SPAN)
    (root / "content/2030").rename(root / "content/2031-2035")
    started = start_year(root, Period.parse("2036-2040"), Period.parse("2031-2035"))
    assert started.findings == []
    text = (root / "content/2036-2040/plan.yaml").read_text("utf-8")
    assert "\nyear: 2036 - 2040\n" in text
    built = build(root, "2036-2040")
    assert built.written.path.name == "KH_2036-2040.docx"
    assert "Thử phần mềm giai đoạn 2036 - 2040" in lines(built.written.path)
