from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.vietnamese import format_day, format_long_day, parse_day


def is_decree_date(text):
    """A day with the zeros the decree asks for, and no other (Phụ lục I, II.4.b)."""
    day = parse_day(text)
    return day is not None and format_day(day) == text


@given(st.dates())
def test_a_printed_day_reads_back_as_itself_and_satisfies_the_decree(day):
    printed = format_day(day)
    assert parse_day(printed) == day
    assert is_decree_date(printed)


@given(st.dates())
def test_a_day_has_one_spelling_that_satisfies_the_decree(day):
    spellings = {
        f"{number}/{month}/{day.year:04}"
        for number in (str(day.day), f"{day.day:02}")
        for month in (str(day.month), f"{day.month:02}")
    }
    assert {parse_day(spelling) for spelling in spellings} == {day}
    assert [spelling for spelling in spellings if is_decree_date(spelling)] == [format_day(day)]


@pytest.mark.parametrize(
    ("day", "short", "long"),
    [
        (date(2020, 1, 5), "05/01/2020", "ngày 05 tháng 01 năm 2020"),
        (date(2019, 6, 29), "29/6/2019", "ngày 29 tháng 6 năm 2019"),
        (date(2022, 1, 6), "06/01/2022", "ngày 06 tháng 01 năm 2022"),
        (date(2024, 2, 10), "10/02/2024", "ngày 10 tháng 02 năm 2024"),
        (date(2024, 3, 9), "09/3/2024", "ngày 09 tháng 3 năm 2024"),
        (date(2023, 12, 22), "22/12/2023", "ngày 22 tháng 12 năm 2023"),
    ],
)
def test_days_below_ten_and_the_first_two_months_take_a_zero_and_no_other(day, short, long):
    assert format_day(day) == short
    assert format_long_day(day) == long


@pytest.mark.parametrize(
    "text", ["5/6/2024", "05/06/2024", "7/12/2023", "06/1/2022", "10/2/2024", "22/09/2023"]
)
def test_a_day_with_other_zeros_is_read_but_is_no_decree_date(text):
    assert parse_day(text) is not None
    assert not is_decree_date(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "5/6", "5/6/24", "30/02/2024", "29/02/2023", "31/4/2024", "00/6/2024", "05/13/2024"),
        *("2024-06-05", "05.6.2024", "05-6-2024", "6/2024", "005/6/2024", "05/6/0000"),
        *(" 05/6/2024", "05/6/2024\n", "05 /6/2024", "０５/6/2024", "٠٥/6/2024", "12:30"),
    ],
)
def test_what_is_no_real_day_of_a_four_digit_year_is_refused(text):
    assert parse_day(text) is None
    assert not is_decree_date(text)
