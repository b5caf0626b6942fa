"""Which appendices a text refers to, in all the ways that plans write it."""

import pytest

from docgen.plan.appendix_names import labels, named, references
from docgen.plan.model import Appendix

ROMAN = ("Phụ lục I", "Phụ lục II", "Phụ lục III")
ARABIC = ("Phụ lục số 01", "Phụ lục số 02", "Phụ lục số 03")
OTHER = ("Biểu 01", "Mẫu số 02", "Mẫu biểu số 03")


@pytest.mark.parametrize(
    ("text", "called", "positions"),
    [
        ("(tại phụ lục I, II, III)", ROMAN, {0, 1, 2}),
        ("theo Phụ lục I và Phụ lục III kèm theo", ROMAN, {0, 2}),
        ("các Phụ lục từ I đến III", ROMAN, {0, 1, 2}),
        ("các phụ lục I - III", ROMAN, {0, 1, 2}),
        ("Phụ lục số 01, số 02", ROMAN, {0, 1}),
        ("Phụ lục 2", ROMAN, {1}),
        ("Phụ lục số 01 và 03", ARABIC, {0, 2}),
        ("phụ lục 1, phụ lục II", ARABIC, {0, 1}),
        ("(chi tiết tại Phụ lục đính kèm)", ROMAN, {0, 1, 2}),
        ("(có Phụ lục kèm theo)", ROMAN, {0, 1, 2}),
        ("các phụ lục", ROMAN, {0, 1, 2}),
        ("theo Biểu 01, Mẫu số 02", OTHER, {0, 1}),
        ("theo các biểu kèm theo", OTHER, {0, 1, 2}),
        ("theo mẫu biểu số 3", OTHER, {2}),
        ("(chi tiết tại Phụ lục kèm theo)", OTHER, {0, 1, 2}),
        ("chi tiết tại Phụ lục", ("Phụ lục",), {0}),
        ("Phụ lục I ban hành kèm theo Thông tư số 05/2029/TT-BCX", ROMAN, set()),
        ("đại biểu, mẫu mã, biểu dương 01 tập thể", OTHER, set()),
        ("Phụ lục và Phụ lục II", ROMAN, {1}),
        ("Biên bản (Mẫu số 01 và 02/HNMT)", ("Mẫu số 02/HNMT", "Mẫu số 03/HNMT"), {0}),
    ],
)
def test_a_text_names_the_appendices_that_a_reader_would_look_for(text, called, positions):
    assert named(list(references(text, called))) == positions


@pytest.mark.parametrize(
    ("text", "called", "unknown"),
    [
        ("Phụ lục I, IV", ROMAN, ("4",)),
        ("Phụ lục số 05", ARABIC, ("5",)),
        ("Biểu 01, Biểu 07", OTHER, ("7",)),
        ("Phụ lục II, số 12/KH-UBND", ROMAN, ()),
        ("Phụ lục 1 đến 99999999", ARABIC, ()),
        ("Phụ lục số ²", ARABIC, ()),
        ("Mẫu số 06 của Nghị định số 30/2020/NĐ-CP", OTHER, ()),
    ],
)
def test_a_number_that_no_appendix_has_is_told(text, called, unknown):
    assert [each for found in references(text, called) for each in found.unknown] == list(unknown)


@pytest.mark.parametrize(
    ("first", "third"),
    [
        ("", "Phụ lục III"),
        ("Phụ lục số 01", "Phụ lục số 03"),
        ("Phụ lục 1", "Phụ lục 3"),
        ("Biểu A", "Biểu C"),
        ("Phụ lục", "Phụ lục III"),
    ],
)
def test_appendices_are_numbered_as_the_office_labels_its_first(first, third):
    three = [Appendix(title=(), where=None)] * 3
    assert labels(three, first)[2] == third
    assert labels(three[:1], first) == ("Phụ lục",)
