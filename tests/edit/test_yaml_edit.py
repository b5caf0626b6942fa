"""YAML is edited in place: what no edit touches keeps its very characters."""

import re
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.edit.yaml_edit import Edits, entries
from docgen.load.yaml_text import compose
from docgen.plan.source import Source
from tests.plan_files import plain

COMMENT = re.compile(r"#[^\n]*")


def parsed(text):
    root, findings = compose(Source("bịa.yaml", text))
    assert root is not None
    assert not findings, (findings, text)
    return root


def edited(text, edit):
    source = Source("bịa.yaml", text)
    root = parsed(text)
    edits = Edits(source, root)
    edit(edits, entries(root))
    return edits.text()


def emptied(text, *keys):
    def edit(edits, top):
        for key in keys:
            edits.empty(top[key], f"cần điền: {key}")

    return edited(text, edit)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 0,5\nb: x\n", "a:  # cần điền: a\nb: x\n"),
        ('a: "một,\n  hai"\nb: x\n', "a:  # cần điền: a\nb: x\n"),
        ("a: một\n  hai\n\nb: x\n", "a:  # cần điền: a\n\nb: x\n"),
        ("a:\n  - một\n  - hai\n    ba\n\n# về b\nb: x\n", "a:  # cần điền: a\n\n# về b\nb: x\n"),
        ("a: [một, hai]  # theo Sở\nb: x\n", "a:  # cần điền: a  # theo Sở\nb: x\n"),
        ("a: |\n  một\n\n  hai\nb: x\n", "a:  # cần điền: a\nb: x\n"),
        ("a:\nb: x\n", "a:  # cần điền: a\nb: x\n"),
        ("a: 0,5", "a:  # cần điền: a"),
        ("a: 0,5\r\nb: x\r\n", "a:  # cần điền: a\r\nb: x\r\n"),
        ('{a: "0,5", b: x}\n', "{a: , b: x}  # cần điền: a\n"),
        ('{b: "x\n  y", a: 1,\n c: 2}\n', '{b: "x\n  y", a: ,  # cần điền: a\n c: 2}\n'),
        ('{a: 1, b: "x\n  y"}\n', '{a: , b: "x\n  y"}  # cần điền: a\n'),
        ("{a: [1, # theo Sở\n 2], b: x}\n", "{a: , b: x}  # cần điền: a; # theo Sở\n"),
    ],
)
def test_an_emptied_key_stays_with_its_note(before, after):
    assert emptied(before, "a") == after


def test_notes_on_one_line_are_one_comment():
    assert emptied("{a: 1, b: 2}  # chú thích\n", "a", "b") == (
        "{a: , b: }  # chú thích  # cần điền: a; cần điền: b\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1  # cần điền: năm ngoái\n", "a:  # cần điền: a\n"),
        ("a: 1  # máy tự tính  # theo Sở\n", "a:  # cần điền: a  # theo Sở\n"),
        ("{a: 1, b: 2}  # cần điền: năm ngoái\n", "{a: , b: 2}  # cần điền: a\n"),
        ('{a: 1, b: "x # cần điền: y"}\n', '{a: , b: "x # cần điền: y"}  # cần điền: a\n'),
    ],
)
def test_a_note_of_an_earlier_year_is_replaced(before, after):
    assert emptied(before, "a") == after


def test_comments_inside_an_emptied_list_stay_in_their_order():
    before = dedent("""\
        a:  # theo Sở
          # ý đầu
          - một  # nguồn: #1
          # ý sau
          - "hai # không phải chú thích"
        b: x
        """)
    after = dedent("""\
        a:  # cần điền: a  # theo Sở
          # ý đầu
          # nguồn: #1
          # ý sau
        b: x
        """)
    assert emptied(before, "a") == after


def test_a_value_is_set_and_a_key_added_in_the_style_of_the_mapping():
    def edit(edits, top):
        edits.set(top["a"], "2")
        edits.add_after(top["b"], "c", edits.raw(top["a"]))

    assert edited('a: "1,5"  # một\nb: x  # hai\n', edit) == 'a: 2  # một\nb: x  # hai\nc: "1,5"\n'
    assert edited('{a: "1,5", b: x}\n', edit) == '{a: 2, b: x, c: "1,5"}\n'
    assert edited("- a: 1\n", lambda *_: None) == "- a: 1\n"


# ---------------------------------------------------------------------- any mapping

WORDS = st.lists(
    st.sampled_from(["điểm", "0,5", "12:30", "UBND", "(PAR)", "năm", "x#y", "a:b"]),
    min_size=1,
    max_size=4,
).map(" ".join)
REMARKS = st.sampled_from(["", "  # theo Sở", " # QĐ 12: xem lại", "  # cần xem"])


@st.composite
def values(draw):
    """A value as an officer may write it behind a key, at indent 0; its lines."""
    words, more, remark = draw(WORDS), draw(WORDS), draw(REMARKS)
    return draw(
        st.sampled_from(
            [
                f" {words}{remark}\n",
                f"{remark}\n",
                f' "{words}\n  {more}"{remark}\n',
                f" {words}\n  {more}{remark}\n",
                f" '{words} # {more}'{remark}\n",
                f"{remark}\n  # giữa chừng\n  - {words}\n  - {more}{remark}\n",
                f"{remark}\n  k1: {words}{remark}\n\n  k2:\n    - {more}\n",
                f' ["{words}", "{more}"]{remark}\n',
                f' {{k1: "{words}",{remark}\n   k2: "{more}"}}{remark}\n',
                f" >\n  {words}\n\n  {more}\n",
            ]
        )
    )


@st.composite
def documents(draw):
    lines = draw(
        st.lists(st.tuples(values(), st.sampled_from(["", "\n", "# riêng\n"])), min_size=1)
    )
    text = "".join(f"{above}k{number}:{value}" for number, (value, above) in enumerate(lines))
    keys = [f"k{number}" for number in range(len(lines))]
    return text, draw(st.lists(st.sampled_from(keys), unique=True))


@pytest.mark.slow
@given(documents())
def test_in_any_mapping_only_the_emptied_values_go(document):
    text, keys = document
    source_comments = [line for line in text.split("\n") if line.strip().startswith("#")]
    new = emptied(text, *keys)
    assert plain(parsed(new)) == {
        key: "" if key in keys else value for key, value in plain(parsed(text)).items()
    }
    assert [line for line in source_comments if line in new.split("\n")] == source_comments
    for remark in ("# theo Sở", "# QĐ 12: xem lại", "# cần xem", "# giữa chừng", "# riêng"):
        assert new.count(remark) == text.count(remark)
    assert emptied(text) == text
