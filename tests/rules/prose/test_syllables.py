"""What is a Vietnamese syllable, by the facts of spelling and without a dictionary."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.rules.prose.syllables import from_typing, is_syllable, onset_and_rime, with_tone_moved
from docgen.rules.prose.tokens import fold, runs
from docgen.rules.prose.words import is_word, same_but_for_marks, wrong_phrases
from docgen.vietnamese import fold_tone

GOOD = """
    a ăn ấm được nghiêng nghị ghi gì gìn giếng giữ quyết quốc quý quỳnh quở khuya khuỷu ngoằn
    hoá hóa hoà hòa thuỷ thủy uỷ ủy khoẻ khỏe yêu yết ý kỹ kĩ lý thử thưởng hiệu ngành xoong moóc
    huỳnh tuần khuếch buýt ĐƯỢC Ủy chuẩn thoả oan oách uống ừ ưu ươm
""".split()  # noqa: SIM905

BAD = """
    nghành nghọn kác cín gế ngĩ câyy việcc thhực dduowc xx th ng quu hoăc viêc tãc đep thửơng
    hòan qúy tìến đượć iên kuan mũôn phoa boan yng giiữ tịt́ nhât dunng
""".split()  # noqa: SIM905


@pytest.mark.parametrize("word", GOOD)
def test_syllables_are_known(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", BAD)
def test_what_cannot_be_read_is_no_syllable(word):
    assert not is_syllable(unicodedata.normalize("NFC", word))


@pytest.mark.parametrize("tone", ["̀", "̉", "̃"])
@pytest.mark.parametrize("bare", ["hoc", "cach", "cap", "biêt", "viêc"])
def test_a_syllable_that_ends_in_a_stop_takes_two_tones_only(bare, tone):
    vowel = max(bare.find(letter) for letter in "aoê")
    toned = unicodedata.normalize("NFC", bare[: vowel + 1] + tone + bare[vowel + 1 :])
    sharp = unicodedata.normalize("NFC", bare[: vowel + 1] + "́" + bare[vowel + 1 :])
    assert is_syllable(sharp)
    assert not is_syllable(toned)
    assert not is_syllable(bare)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *(("dduowcj", "được"), ("nguoiwf", "người"), ("nghieepj", "nghiệp"), ("tieeps", "tiếp")),
        *(("chuwcs", "chức"), ("d9u7o7c5", "được"), ("vie6t5", "việt"), ("toor", "tổ")),
    ],
)
def test_keys_of_telex_and_vni_are_read(typed, meant):
    assert from_typing(typed) == meant


@pytest.mark.parametrize("word", ["internet", "website", "được", "software", "m2", "km"])
def test_other_words_are_no_keys(word):
    assert from_typing(word) is None


@pytest.mark.parametrize(
    ("word", "meant"), [("thửơng", "thưởng"), ("hòan", "hoàn"), ("qúy", "quý"), ("xyz", None)]
)
def test_a_tone_on_the_wrong_vowel_is_moved(word, meant):
    assert with_tone_moved(word) == meant


def test_onset_and_rime_make_the_word_again():
    for word in GOOD:
        assert "".join(onset_and_rime(word)) == word
    assert onset_and_rime("nghiêng") == ("ngh", "iêng")


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạòóùúỷ", max_size=8))
def test_a_syllable_stays_one_when_its_tone_is_placed_the_other_way(word):
    if is_syllable(word):
        assert is_syllable(fold_tone(word))
        assert fold(word) == fold_tone(word)


def test_runs_end_at_punctuation_and_leave_addresses_out():
    prose = "Các *sở, ban*, ngành gửi thư về so@binhminh.vn, xem cay.binhminh.vn trước"
    assert [[word.text for word in run] for run in runs(prose)] == [
        *(["Các", "sở"], ["ban"], ["ngành", "gửi", "thư", "về"], ["xem"], ["trước"]),
    ]
    assert all(prose[word.start : word.end] == word.text for run in runs(prose) for word in run)


def test_the_list_of_words_is_in_one_form_without_repeats():
    from docgen.rules.prose import words

    for head, tails in words._tails().items():
        assert is_syllable(head), head
        assert head == fold(head)
        for tail in tails.split():
            assert is_syllable(tail), (head, tail)
            assert tail == fold(tail)


def test_no_phrase_is_called_wrong_that_the_list_of_words_knows():
    for phrase in wrong_phrases():
        if len(phrase) == 2:
            assert not is_word(*phrase), phrase


def test_words_that_differ_only_in_marks_are_found():
    assert ("phấn", "đấu") in same_but_for_marks("phần", "đầu")
    assert ("hài", "lòng") in same_but_for_marks("hải", "lòng")
    assert ("hài", "lòng") not in same_but_for_marks("hài", "lòng")
