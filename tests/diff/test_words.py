"""Words: syllables and not letters, `{{ … }}` by its name, marks where they read best."""

import pytest

from docgen.diff.forms.terminal import marked
from docgen.diff.words import shown, similarity, spans, words_of


def words(*paragraphs, **values):
    return words_of(paragraphs, lambda token: values[token.strip("{} ")])


def marks(old, new):
    """The stretches in one line: `[-dropped-]` `{+added+}`."""
    said = ""
    for span in spans(old, new):
        if span.same:
            said += span.new
        else:
            said += f"[-{span.old}-]" * bool(span.old) + f"{{+{span.new}+}}" * bool(span.new)
    return said


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("Sở Nội vụ chủ trì", "Sở Nội vụ phối hợp", "Sở Nội vụ [-chủ trì-]{+phối hợp+}"),
        ("hoà giải", "hòa giải", "[-hoà -]{+hòa +}giải"),
        ("đạt 0,8064 điểm", "đạt 0,8065 điểm", "đạt [-0,8064 -]{+0,8065 +}điểm"),
        ("số 124/BC-SNV", "số 125/BC-SNV", "số [-124/BC-SNV-]{+125/BC-SNV+}"),
        ("a) một; hai; ba.", "a) một; hai; bốn; ba.", "a) một; hai; {+bốn; +}ba."),
        ("xong; báo cáo", "xong, báo cáo", "xong[-; -]{+, +}báo cáo"),
    ],
)
def test_a_change_is_marked_by_whole_syllables_and_numbers(old, new, marked):
    assert marks(words(old), words(new)) == marked


def test_an_added_paragraph_is_marked_from_its_beginning_to_its_end():
    old = words("- Công văn;", "- Báo cáo.")
    new = words("- Công văn;", "- Kế hoạch;", "- Báo cáo.")
    assert marks(old, new) == "- Công văn;\n{+- Kế hoạch;\n+}- Báo cáo."
    assert marks(new, old) == "- Công văn;\n[-- Kế hoạch;\n-]- Báo cáo."


def test_a_year_that_the_content_names_is_shown_but_is_no_change():
    old, new = words("Năm {{ year }} làm A", year="2024"), words("Năm {{year}} làm A", year="2025")
    assert spans(old, new) == ()
    reworded = words("Năm {{ year }} làm B", year="2025")
    assert [(s.old, s.new, s.same) for s in spans(old, reworded)] == [
        ("Năm 2024 làm ", "Năm 2025 làm ", True),
        ("A", "B", False),
    ]
    typed = words("Năm 2024 làm B")
    assert [(s.old, s.new, s.same) for s in spans(old, typed)] == [
        ("Năm 2024 làm ", "Năm 2024 làm ", True),
        ("A", "B", False),
    ]


def test_the_same_words_on_paper_are_no_change_however_the_content_says_them():
    assert spans(words("Năm {{ year }}", year="2024"), words("Năm  2024")) == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("xem (*Phụ lục*)", "xem (Phụ lục)", "xem ({~bỏ in nghiêng: Phụ lục~})"),
        ("**Đạt** 90%", "***Đạt*** 90%", "{~nay in nghiêng: Đạt~} 90%"),
        (
            "*Đạt* 90%",
            "**Đạt 95%**",
            "{~bỏ in nghiêng, nay in đậm: Đạt~} [-90-] {+95+}{~nay in đậm: %~}",
        ),
        ("Khí CO~2~", "Khí CO2", "Khí {~bỏ chỉ số dưới: CO2~}"),
        ("Đạt 90%", "Đạt 90%^[Số *tạm tính*.]", "Đạt 90% {+[chú thích: Số tạm tính.]+}"),
    ],
)
def test_another_look_of_the_same_words_is_told_as_such(old, new, told):
    assert marked(spans(words(old), words(new))) == told


def test_spans_give_back_both_texts():
    old, new = words("Chủ trì, phối hợp với các sở", "Xong."), words("Phối hợp các sở, ngành")
    assert "".join(span.old for span in spans(old, new)) == shown(old)
    assert "".join(span.new for span in spans(old, new)) == shown(new)


def test_similarity_counts_syllables_kept_in_order_without_marks_and_capitals():
    assert similarity(words("Hóa đơn, CHỨNG từ"), words("hoá đơn chứng từ")) == 1
    assert similarity(words("một hai ba bốn"), words("một hai năm sáu")) == 0.5
    assert similarity(words("một hai"), words("ba bốn")) == 0
