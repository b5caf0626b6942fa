import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.vietnamese import closest, fold_tone, letters, point_letter, roman, without_marks

VOWELS = "aăâeêioôơuưy"
TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
VIETNAMESE = sorted(
    {"đ", "Đ"}
    | {
        unicodedata.normalize("NFC", letter + tone)
        for vowel in VOWELS
        for letter in (vowel, vowel.upper())
        for tone in TONES
    }
)
KEYS = [
    *("title", "text", "items", "plain", "table", "assignments", "agency", "agencies", "tasks"),
    *("year", "issuer", "name", "symbol", "number", "date", "place", "subject", "recipients"),
    *("signature", "sections", "appendices", "columns", "rows", "score", "max", "of", "rank"),
]
AGENCIES = [
    *("Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính", "Sở Kế hoạch và Đầu tư", "Sở Y tế"),
    *("Sở Tài nguyên và Môi trường", "UBND huyện Cam Lộ", "UBND huyện Gio Linh"),
]


def test_points_follow_the_vietnamese_alphabet():
    assert " ".join(letters()) == "a b c d đ e g h i k l m n o p q r s t u v x y"
    assert [point_letter(index) for index in range(23)] == list(letters())
    assert [point_letter(index) for index in (0, 3, 4, 5, 6, 22)] == list("adđegy")


@pytest.mark.parametrize("index", [-2, -1, 23])
def test_there_is_no_letter_before_a_or_after_y(index):
    with pytest.raises(ValueError, match="no letter for point"):
        point_letter(index)


@pytest.mark.parametrize(
    ("number", "numeral"),
    [
        *((1, "I"), (3, "III"), (4, "IV"), (8, "VIII"), (9, "IX"), (14, "XIV"), (40, "XL")),
        *((49, "XLIX"), (90, "XC"), (400, "CD"), (1994, "MCMXCIV"), (3999, "MMMCMXCIX")),
    ],
)
def test_roman_numerals_subtract_before_the_fives_and_tens(number, numeral):
    assert roman(number) == numeral


def test_no_two_numbers_share_a_roman_numeral():
    assert len({roman(number) for number in range(1, 4000)}) == 3999


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_what_romans_could_not_count_is_in_figures(number):
    assert roman(number) == str(number)


@given(st.text(st.sampled_from([*VIETNAMESE, "b", "Q", " ", "7"])))
def test_without_marks_every_vietnamese_letter_is_its_plain_one(text):
    plain = without_marks(text)
    assert plain.isascii()
    assert len(plain) == len(text)
    assert plain == without_marks(unicodedata.normalize("NFD", text))
    assert [letter.isupper() for letter in plain] == [letter.isupper() for letter in text]


def test_capitals_stay_and_the_stroke_of_d_goes():
    assert without_marks("Đắk Nông, ủy ban, ĐƯỜNG 9") == "Dak Nong, uy ban, DUONG 9"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("hóa", "hoá"), ("hòa", "hoà"), ("khỏe", "khoẻ"), ("ủy", "uỷ"), ("thủy", "thuỷ")),
        *(("HÓA", "HOÁ"), ("Ủy ban nhân dân", "Uỷ ban nhân dân"), ("(tọa)", "(toạ)")),
        ("Ủy", unicodedata.normalize("NFD", "Uỷ")),
    ],
)
def test_old_and_new_tone_placement_compare_equal(one, other):
    assert one != other
    assert fold_tone(one) == fold_tone(other)


@pytest.mark.parametrize(
    "word", ["hoán", "ngoài", "quý", "huỳnh", "tòan", "ốa", "của", "lúa", "hóâ", "múa", "đường"]
)
def test_a_tone_that_has_one_place_only_stays_there(word):
    assert fold_tone(word) == word


@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert fold_tone(fold_tone(text)) == fold_tone(text)
    assert without_marks(fold_tone(text)) == without_marks(text)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        *(("titel", "title"), ("recepients", "recipients"), ("asignments", "assignments")),
        *(("Score", "score"), ("maxx", "max"), ("appendix", "appendices"), ("sưbject", "subject")),
    ],
)
def test_a_misspelt_key_suggests_the_key_that_was_meant(word, meant):
    assert closest(word, KEYS) == [meant]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        *(("So Noi vu", "Sở Nội vụ"), ("sở nội vụ", "Sở Nội vụ"), ("Sở Tải chính", "Sở Tài chính")),
        ("Sở Kế hoạch & Đầu tư", "Sở Kế hoạch và Đầu tư"),
        ("Sở Tài nguyên Môi trường", "Sở Tài nguyên và Môi trường"),
        *(("Sở Y tê", "Sở Y tế"), ("Sở Nội bụ", "Sở Nội vụ"), ("SởNội vụ", "Sở Nội vụ")),
        ("UBND huyện Gio Lin", "UBND huyện Gio Linh"),
    ],
)
def test_an_agency_is_found_with_and_without_its_marks(word, meant):
    assert closest(word, AGENCIES) == [meant]


@pytest.mark.parametrize("word", ["", "x", "or", "foo", "xyz", "rownd up", "không có gì"])
def test_nothing_is_suggested_for_a_key_when_nothing_is_near(word):
    assert closest(word, KEYS, limit=5) == []


@pytest.mark.parametrize(
    "word",
    [
        *("UBND huyện Lệ Thủy", "UBND huyện Vĩnh Linh", "UBND huyện Cồn Cỏ", "Sở Ngoại vụ", "Sở"),
        *("Sở Công Thương", "Công an tỉnh", "Các phòng chuyên môn thuộc huyện", "&"),
    ],
)
def test_nothing_is_suggested_for_an_agency_when_nothing_is_near(word):
    assert closest(word, AGENCIES, limit=5) == []


def test_marks_choose_between_words_that_are_alike_without_them():
    assert closest("bão", ["bao", "bảo", "bão"], limit=3) == ["bão", "bao", "bảo"]
    assert closest("hoà", ["hoa", "hóa", "hòa"], limit=1) == ["hòa"]


def test_the_nearest_come_first_each_once_and_no_more_than_asked():
    assert closest("agencys", ["agencies", "agency", "agency"], limit=5) == ["agency", "agencies"]
    assert closest("agencys", ["agencies", "agency"]) == ["agency"]
