"""By when something is due, as the plans write it."""

from datetime import date

import pytest

from docgen.plan.dates import Period
from docgen.tasking.deadline import due, phrase_in

PLAN = Period(2024)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Quý IV", date(2024, 12, 31)),
        ("Quý III-IV", date(2024, 12, 31)),
        ("Quý I, quý II", date(2024, 6, 30)),
        ("Quý IV năm 2023", date(2023, 12, 31)),
        ("Quý 2/2025", date(2025, 6, 30)),
        ("Tháng 6", date(2024, 6, 30)),
        ("Tháng 02/2024", date(2024, 2, 29)),
        ("Trước ngày 15/12", date(2024, 12, 15)),
        ("trước ngày 31/01/2030", date(2030, 1, 31)),
        ("trước ngày 15 tháng 12 năm 2030", date(2030, 12, 15)),
        ("Từ tháng 3 đến tháng 9", date(2024, 9, 30)),
        ("6 tháng đầu năm", date(2024, 6, 30)),
        ("Năm 2026", date(2026, 12, 31)),
        ("Thường xuyên trong năm", None),
        ("Hằng quý, trước ngày 15/3", None),
        ("Bắt đầu từ quý IV 2024", None),
        ("trước ngày 31/02/2024", None),
        ("Tháng 13", None),
        ("Theo yêu cầu", None),
        ("", None),
    ],
)
def test_the_last_day_that_the_words_mean(words, day):
    assert due(words, PLAN) == day


def test_a_quarter_of_a_plan_of_several_years_is_left_open_unless_it_has_its_year():
    assert due("Quý IV", Period(2026, 2030)) is None
    assert due("Quý IV/2027", Period(2026, 2030)) == date(2027, 12, 31)


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("Tổng hợp kết quả, báo cáo UBND tỉnh trước ngày 15/12/2030.", "trước ngày 15/12/2030"),
        ("Kết quả cuối cùng; hoàn thành trong tháng 12/2024.", "hoàn thành trong tháng 12/2024"),
        ("Nghiên cứu Báo cáo số 124/BC-SNV ngày 29/4/2024; triển khai Kế hoạch.", ""),
    ],
)
def test_a_sentence_says_its_term_behind_words_that_set_one(sentence, phrase):
    assert phrase_in(sentence) == phrase
