import unicodedata
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.docx.line_starts import line_starts, wrap
from docgen.docx.text_width import em_width, text_width

STYLES = {
    "regular": {},
    "bold": {"bold": True},
    "italic": {"italic": True},
    "bold italic": {"bold": True, "italic": True},
}
words = st.text("aăđeghơƯ7-", min_size=1, max_size=12)


# Points at size 1000, added up from the glyphs of Liberation Serif 2, kerning left out.
@pytest.mark.parametrize(
    ("style", "text", "points"),
    [
        ("regular", "ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ", 17721),
        ("bold", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 20862),
        ("bold", "Độc lập - Tự do - Hạnh phúc", 12242),
        ("italic", "Quảng Trị, ngày 05 tháng 6 năm 2024", 15389),
        ("bold italic", "Nơi nhận:", 4288),
        ("regular", "Phường, đường, ưu, ứng, thờ, ở, Ướt, Ơ", 15922),
        ("italic", "Phường, đường, ưu, ứng, thờ, ở, Ướt, Ơ", 15993),
        ("bold italic", "Phường, đường, ưu, ứng, thờ, ở, Ướt, Ơ", 16580),
        ("bold", "Phường, đường, ưu, ứng, thờ, ở, Ướt, Ơ", 16913),
        ("regular", "-0,1911 – 101.835 (79,46%); “VT”", 14081),
    ],
)
def test_a_text_is_as_wide_as_in_a_font_made_to_the_same_widths(style, text, points):
    width = text_width(text, Decimal(1000), **STYLES[style])
    assert abs(width / Decimal(points) - 1) < Decimal("0.001")


@pytest.mark.parametrize("style", STYLES)
def test_marks_do_not_change_the_width_of_a_letter(style):
    size = Decimal(1000)
    for marked, plain in zip("ấẨặÈỹỊớỪ", "aAaEyIơƯ", strict=True):
        width = text_width(plain, size, **STYLES[style])
        assert text_width(marked, size, **STYLES[style]) == width


@given(st.text(), st.sampled_from(list(STYLES)))
def test_composed_and_decomposed_text_are_as_wide(text, style):
    decomposed = unicodedata.normalize("NFD", text)
    width = text_width(decomposed, Decimal(13), **STYLES[style])
    assert text_width(text, Decimal(13), **STYLES[style]) == width


@given(words, words, st.decimals("0.5", 72, places=1))
def test_widths_add_up_and_grow_with_the_size(one, other, size):
    assert text_width(one + other, size) == text_width(one, size) + text_width(other, size)
    assert text_width(one, size * 2) == text_width(one, size) * 2
    assert text_width(one, size) > 0


def test_bold_is_wider_and_nothing_has_no_width():
    assert text_width("nhân dân", Decimal(14), bold=True) > text_width("nhân dân", Decimal(14))
    assert text_width("", Decimal(14)) == 0
    assert text_width("\u200b\u00ad", Decimal(14)) == 0


@given(
    st.lists(words.filter(lambda word: word != "-"), max_size=12),
    st.integers(130, 400),  # wider than any of the words
    st.booleans(),
)
def test_lines_hold_every_word_in_order_and_are_as_full_as_they_can_be(text, column, bold):
    width, size = Decimal(column), Decimal(13)
    lines = wrap(" ".join(text), width, size, bold)
    assert "".join(lines).replace(" ", "") == "".join(text)
    for line in lines:
        assert text_width(line, size, bold=bold) <= width
    for line, following in pairwise(lines):
        first_word = following.split(" ")[0]
        assert text_width(f"{line} {first_word}", size, bold=bold) > width


def test_a_line_that_just_fits_is_not_broken():
    text = "Khắc phục tồn tại"
    width = text_width(text, Decimal(14), bold=True)
    assert wrap(text, width, Decimal(14), True) == [text]
    assert wrap(text, width - Decimal("0.001"), Decimal(14), True) == ["Khắc phục tồn", "tại"]
    assert wrap(text, width, Decimal(14), bold=False) == [text]


def test_no_line_begins_with_a_dash_and_a_bold_run_is_as_wide_as_it_is():
    assert wrap("Phát triển kinh tế - xã hội", Decimal(100), Decimal(14)) == [
        "Phát triển kinh",
        "tế - xã hội",
    ]
    room = em_width("Khắc phục tồn tại")
    assert line_starts((("Khắc phục tồn tại", False, False),), room) == (0,)
    assert line_starts((("Khắc phục ", True, False), ("tồn tại", False, False)), room) == (0, 14)
    assert line_starts((("Khắc phục tồn tại", False, False),), room, indent=1) == (0, 14)


def test_a_no_break_space_holds_words_together():
    assert wrap("ngày\u00a005 tháng\u00a06", Decimal(50), Decimal(13)) == [
        "ngày\u00a005",
        "tháng\u00a06",
    ]


def test_a_word_wider_than_the_column_is_broken_where_it_ends_and_no_text_has_no_line():
    assert wrap("a WWWWWWW b", Decimal(30), Decimal(13)) == ["a", "WW", "WW", "WW", "W b"]
    assert wrap("  a   b ", Decimal(100), Decimal(13)) == ["a b"]
    assert wrap("", Decimal(100), Decimal(13)) == []


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("indent", [0, 1500])
def test_words_of_one_look_break_where_those_of_several_looks_do(bold, indent):
    text = "Sở Nội vụ – phối hợp  với các đơn vị (01-NQ/TU), rà soát; Ủy ban nhân dân … WWWWWWWWWW "
    for room in range(300, 9000, 70):
        for end in (len(text), len(text) - 12, text.index("  ")):
            words, halves = text[:end], (text[:9], text[9:end])
            whole = line_starts(((words, bold, False),), room, indent)
            assert whole == line_starts(tuple((each, bold, False) for each in halves), room, indent)
