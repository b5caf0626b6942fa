"""A key goes out of a mapping with what is said of it; whatever else the file says stays."""

from textwrap import dedent

import pytest

from docgen.edit.apply import apply
from docgen.edit.edits import AddKey, DropKey, tree_of
from docgen.edit.rewrite import rewritten
from docgen.load.yaml_text import read_source
from docgen.plan.source import Source
from tests.tools import REPOSITORY

AGENCIES = """\
# Các cơ quan.

# tên cũ: Sở A
so-a:
  # theo quyết định
  name: Sở A  # tên mới
  # hết

# ---- Cơ quan khác

so-b:
  name: Sở B
nhom: {name: Nhóm, short: [N]}

# Sở C bị hợp nhất
so-c:
  name: Sở C
"""
WORDS = """\
abbreviations:
  # giải thích trong câu
  AB: a bê  # trong "AB"
  # docgen: bỏ qua KH402 – tên riêng
  CD: xê đê
  EF: ép
"""


def without(text, *places):
    source = Source("bịa.yaml", text)
    new, findings = rewritten(source, [DropKey(source, place) for place in places])
    assert new is not None, findings
    return new


@pytest.mark.parametrize(
    ("gone", "lost"),
    [
        ("so-a", AGENCIES[AGENCIES.index("# tên cũ") : AGENCIES.index("# ----")]),
        ("so-b", "so-b:\n  name: Sở B\n"),
        ("nhom", "nhom: {name: Nhóm, short: [N]}\n"),
        ("so-c", "\n# Sở C bị hợp nhất\nso-c:\n  name: Sở C\n"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_key_goes_with_the_comments_above_in_and_beside_it(gone, lost, newline):
    text, lost = (each.replace("\n", newline) for each in (AGENCIES, lost))
    assert lost in text
    assert without(text, (gone,)) == text.replace(lost, "")


def test_a_comment_above_several_stays_and_a_finding_let_stand_goes_with_its_key():
    assert without(WORDS, ("abbreviations", "AB")) == dedent("""\
        abbreviations:
          # docgen: bỏ qua KH402 – tên riêng
          CD: xê đê
          EF: ép
        """)
    assert without(WORDS, ("abbreviations", "CD")) == dedent("""\
        abbreviations:
          # giải thích trong câu
          AB: a bê  # trong "AB"
          EF: ép
        """)


def test_the_only_key_leaves_a_blank_mapping_that_takes_keys_again():
    assert without("a:\n  b: x\nc: y\n", ("a", "b")) == "a:\nc: y\n"
    blank = Source("bịa.yaml", without("# Các cơ quan.\n\nso-a:\n  name: Sở A\n", ("so-a",)))
    assert blank.text == "# Các cơ quan.\n"
    again, _ = rewritten(blank, [AddKey(blank, (), "so-b", {"name": "Sở B"})])
    assert again == "# Các cơ quan.\nso-b:\n  name: Sở B\n"


@pytest.mark.parametrize(
    ("gone", "left"),
    [("b", "{c: 2, d: 3}"), ("c", "{b: 1, d: 3}"), ("d", "{b: 1, c: 2}"), ("bc", "{d: 3}"),
     ("bcd", "{}")],
)  # fmt: skip
def test_between_brackets_its_comma_goes_too(gone, left):
    assert without("a: {b: 1, c: 2, d: 3}\n", *(("a", each) for each in gone)) == f"a: {left}\n"


@pytest.mark.parametrize(
    ("text", "place"),
    [("- a: 1\n  b: 2\n", (0, "a")), ("a: {b: 1,  # bê\n  c: 2}\n", ("a", "c"))],
)
def test_where_it_cannot_be_told_what_goes_with_it_the_edit_is_refused(text, place):
    source = Source("bịa.yaml", text)
    new, (finding,) = rewritten(source, [DropKey(source, place)])
    assert new is None
    assert finding.code == "KH051"


def test_any_entry_of_the_shared_files_can_go_and_the_others_stay():
    for name in ("agencies.yaml", "glossary.yaml"):
        source = read_source(REPOSITORY / "content" / name, f"content/{name}")[0]
        told = tree_of(source)
        inner = [("abbreviations", each) for each in told.get("abbreviations", ())]
        for place in [*((key,) for key in told), *inner]:
            lines = iter(source.lines)
            kept = without(source.text, place).split("\n")
            assert all(line in lines for line in kept), place


def test_a_file_that_changed_meanwhile_is_refused(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_text("a: 1\nb: 2\n", encoding="utf-8", newline="\n")
    edit = DropKey(Source("a.yaml", "a: 1\n"), ("a",))
    assert apply([edit], tmp_path).findings
    assert file.read_text(encoding="utf-8") == "a: 1\nb: 2\n"
    whole = Source("a.yaml", "a: 1\nb: 2\n")
    assert not apply([DropKey(whole, ("a",))], tmp_path).findings
    assert file.read_text(encoding="utf-8") == "b: 2\n"
