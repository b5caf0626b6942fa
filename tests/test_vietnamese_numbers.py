import subprocess
import sys
from decimal import Decimal

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from docgen.vietnamese import (
    document_number,
    format_decimal,
    format_percent,
    parse_decimal,
    round_half_up,
    suggest_decimal,
)

whole_parts = st.integers(0, 10**40)
fractions = st.text("0123456789", max_size=40)


@st.composite
def decimals(draw, wholes=whole_parts, fractions=fractions):
    sign = draw(st.sampled_from(["", "-"]))
    value = Decimal(f"{sign}{draw(wholes)}.{draw(fractions)}")
    return value or value.copy_abs()


@given(decimals())
@example(Decimal("0.8430"))
@example(Decimal("-1.0761"))
@example(Decimal(2543815))
def test_a_printed_number_reads_back_digit_for_digit(value):
    assert parse_decimal(format_decimal(value)).as_tuple() == value.as_tuple()


@given(decimals())
def test_a_number_is_grouped_by_thousands_and_may_also_be_written_ungrouped(value):
    printed = format_decimal(value)
    whole, _, fraction = printed.removeprefix("-").partition(",")
    first, *groups = whole.split(".")
    assert 1 <= len(first) <= 3
    assert all(len(group) == 3 for group in groups)
    assert "." not in fraction
    assert parse_decimal(printed.replace(".", "")) == value


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("0.8430", "0,8430"),
        ("-2.1520", "-2,1520"),
        ("86.2482", "86,2482"),
        ("13.50", "13,50"),
        ("100", "100"),
        ("101835", "101.835"),
        ("2543815", "2.543.815"),
        ("-1234567.5", "-1.234.567,5"),
        ("1E+3", "1.000"),
        ("1E-7", "0,0000001"),
        ("0.000", "0,000"),
        ("-0", "0"),
        ("-0.00", "0,00"),
        ("123456789012345678901234567890.5", "123.456.789.012.345.678.901.234.567.890,5"),
    ],
)
def test_a_number_prints_every_digit_it_has(value, printed):
    assert format_decimal(Decimal(value)) == printed


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_what_is_not_finite_has_no_printed_form(value):
    with pytest.raises(ValueError, match="not a finite number"):
        format_decimal(Decimal(value))


def test_a_percentage_keeps_its_decimals_and_has_no_space():
    assert format_percent(Decimal("79.46")) == "79,46%"
    assert format_percent(Decimal("-0.50")) == "-0,50%"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0,8430", "0.8430"),
        ("-1,5", "-1.5"),
        ("101.835", "101835"),
        ("2.543.815", "2543815"),
        ("101835", "101835"),
        ("13,50", "13.50"),
        ("1.000,25", "1000.25"),
        ("0", "0"),
        ("0,00", "0.00"),
    ],
)
def test_a_number_is_read_with_the_digits_it_was_written_with(text, value):
    assert parse_decimal(text).as_tuple() == Decimal(value).as_tuple()


SLIPS = [
    ("0.8089", "0,8089"),
    ("9.5", "9,5"),
    ("13.50", "13,50"),
    ("0.123", "0,123"),
    ("86.2482", "86,2482"),
    ("\u22120,5", "-0,5"),
    ("\u20130,5", "-0,5"),
    ("\u20140.5", "-0,5"),
    ("- 0,5", "-0,5"),
    ("+1", "1"),
    (".5", "0,5"),
    (",5", "0,5"),
    ("5,", "5"),
    ("0,5.", "0,5"),
    ("0, 8089", "0,8089"),
    (" 0,8089 ", "0,8089"),
    ("0,8089\n", "0,8089"),
    ("1 000", "1.000"),
    ("1 000,5", "1.000,5"),
    ("1\u00a0000,5", "1.000,5"),
    ("1'000,5", "1.000,5"),
    ("1,474.5", "1.474,5"),
    ("1,234,567", "1.234.567"),
    ("1234.5", "1.234,5"),
    ("79,46%", "79,46"),
    ("79.46 %", "79,46"),
    ("007", "7"),
    ("08089", "0,8089"),
    ("01,5", "1,5"),
    ("-0", "0"),
    ("-0,00", "0,00"),
    ("\uff10\uff0c\uff15", "0,5"),
]
NO_NUMBERS = [
    *("", " ", "-", ",", ".", "%", "1,2,3", "2.4.1", "10.00.000", "1 00", "1e5", "1E5"),
    *("NaN", "Infinity", "1_000", "0x1", "10²", "½", "--5", "86,2482 (86,25)", "một", "1/2"),
    *("1.000,5,5", "1.000.5,5", "5-", "9" * 5000 + ".5"),
]


@pytest.mark.parametrize(("text", "meant"), SLIPS)
def test_a_slip_is_refused_and_what_was_meant_is_suggested(text, meant):
    assert parse_decimal(text) is None
    assert suggest_decimal(text) == meant


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_nothing_is_suggested_where_no_number_can_be_made_out(text):
    assert parse_decimal(text) is None
    assert suggest_decimal(text) is None


@pytest.mark.parametrize("text", ["0,8089", "101.835", "101835", "-2,1520"])
def test_nothing_is_suggested_for_a_number_that_is_right(text):
    assert suggest_decimal(text) is None


@given(decimals(st.integers(0, 999), st.text("0123456789", min_size=1, max_size=6)))
def test_a_decimal_dot_is_refused_and_mended_unless_it_can_only_mean_thousands(value):
    printed = format_decimal(value)
    dotted = printed.replace(",", ".")
    thousands = len(printed.partition(",")[2]) == 3 and not printed.lstrip("-").startswith("0")
    if thousands:
        assert parse_decimal(dotted) == value * 1000
    else:
        assert parse_decimal(dotted) is None
        assert suggest_decimal(dotted) == printed


@given(decimals(), st.sampled_from("\u2212\u2013\u2014"))
def test_a_minus_from_word_is_refused_and_mended(value, dash):
    printed = format_decimal(value)
    assume(printed.startswith("-") and len(printed) < 60)
    assert parse_decimal(printed.replace("-", dash)) is None
    assert suggest_decimal(printed.replace("-", dash)) == printed


@given(st.text("0123456789.,-+ %'\u2013\u2212\u00a0e", max_size=12))
def test_whatever_is_suggested_is_a_number_as_it_prints(text):
    meant = suggest_decimal(text)
    if meant is not None:
        assert format_decimal(parse_decimal(meant)) == meant


@given(st.text(max_size=8))
def test_any_text_is_read_without_an_exception(text):
    assert parse_decimal(text) is None or set(text) <= set("0123456789.,-")
    suggest_decimal(text)


@pytest.mark.parametrize(
    ("value", "digits", "rounded"),
    [
        ("86.2482", 2, "86.25"),
        ("0.125", 2, "0.13"),
        ("0.135", 2, "0.14"),
        ("-0.005", 2, "-0.01"),
        ("2.5", 0, "3"),
        ("1.5", 4, "1.5000"),
        ("9" * 40 + ".995", 2, "1" + "0" * 40 + ".00"),
    ],
)
def test_a_half_is_rounded_away_from_zero(value, digits, rounded):
    assert str(round_half_up(Decimal(value), digits)) == rounded


@given(decimals(st.integers(0, 10**9), st.text("0123456789", max_size=9)), st.integers(0, 6))
def test_rounding_moves_a_number_by_half_a_unit_at_most(value, digits):
    rounded = round_half_up(value, digits)
    assert rounded.as_tuple().exponent == -digits
    assert abs(rounded - value) <= Decimal(5).scaleb(-digits - 1)


@pytest.mark.parametrize(
    ("text", "printed"),
    [("7", "07"), ("07", "07"), ("12", "12"), ("12a", "12a"), ("0", "0"), ("", "")],
)
def test_only_a_document_number_below_ten_takes_a_leading_zero(text, printed):
    assert document_number(text) == printed


def test_the_slow_libraries_are_imported_only_when_they_are_needed():
    program = (
        "import sys, docgen.vietnamese, docgen.docx.text_width;"
        "print([name for name in sys.modules if name.partition('.')[0] in ('babel', 'rapidfuzz')"
        " or name.startswith('docgen.')])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "['docgen.vietnamese', 'docgen.docx', 'docgen.docx.text_width']"
