"""The mark before a line: its kind, and the number that the next one goes on from."""

import pytest

from docgen.from_word.marks import mark_of


@pytest.mark.parametrize(
    ("words", "kind", "number"),
    [
        ("IV. Bịa", "roman", 4),
        ("2.13. Bịa", "dotted", 13),
        ("1.2 Bịa", "dotless", 2),
        ("3) Bịa", "paren", 3),
        ("12. Bịa", "number", 12),
        ("a) Bịa", "letter", 1),
        ("đ) Bịa", "letter", 5),
        ("e. Bịa", "stop", 6),
        ("b.3) Bịa", "lettered", 3),
        ("(7) Bịa", "bracket", 7),
        ("- Bịa", "dash", 0),
    ],
)
def test_a_mark_says_its_kind_and_its_number(words, kind, number):
    mark = mark_of(words)
    assert (mark.kind, mark.number, words[mark.length :]) == (kind, number, "Bịa")


@pytest.mark.parametrize("words", ["IVX. Bịa", "-", "Bịa", "2.5%"])
def test_what_only_looks_like_a_mark_is_none(words):
    assert mark_of(words) is None
