"""Edits of content: exactly what they say, in all files or in none, comments and layout kept."""

import os
import re
import shutil
import textwrap
from functools import cache
from itertools import count
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.edit import write
from docgen.edit.apply import apply, move
from docgen.edit.edits import (
    AddKey,
    Delete,
    Empty,
    Insert,
    Put,
    Reword,
    place_of,
    reword,
    root_of,
    tree_of,
)
from docgen.edit.journal import JOURNAL
from docgen.edit.rewrite import rewritten
from docgen.load.folder import load
from docgen.load.yaml_text import compose, read_source
from docgen.plan.reading_order import printed_texts
from docgen.plan.source import Source
from tests.plan_files import plain
from tests.tools import REPOSITORY

COMMENT = re.compile(r"(?m)(?<!\S)#[^\n]*")


def after(text, *make):
    source = Source("bịa.yaml", dedent(text))
    new, findings = rewritten(source, [each(source) for each in make])
    assert new is not None, findings
    return new


def refused(text, *make):
    source = Source("bịa.yaml", dedent(text))
    new, (finding,) = rewritten(source, [each(source) for each in make])
    assert new is None
    return finding


# ------------------------------------------------------------------------------ words of a text

LONG = (
    "Các cơ quan, đơn vị rà soát thủ tục hành chính, cắt giảm thời gian giải quyết và công khai "
    "kết quả trên Cổng thông tin điện tử của tỉnh trước ngày 15 hằng tháng để người dân theo dõi"
)


def said(new):
    return lambda source: Reword(source, ("a", 0), tree_of(source)["a"][0], new)


@pytest.mark.parametrize(
    ("before", "new", "written"),
    [
        ("- một hai ba  # ý\n", "một bốn ba", "- một bốn ba  # ý\n"),
        ("- một hai\n    ba bốn\n", "một hai ba năm", "- một hai\n    ba năm\n"),
        ("- 'một ''hai'' ba'\n", "một 'hai' ba 'bốn'", "- 'một ''hai'' ba ''bốn'''\n"),
        ('- "một: \\"hai\\" ba"\n', 'một: "hai" bốn', '- "một: \\"hai\\" bốn"\n'),
        ("- một hai\n", "một: hai", '- "một: hai"\n'),
        ("- một hai\n", "một #2", '- "một #2"\n'),
        ("- một hai\n", "- một hai", '- "- một hai"\n'),
        ("- một hai\n", 'một "hai"', '- một "hai"\n'),
        ("- >\n    một\n    hai\n", "một ba", "- một ba\n"),
        ("- một hai:\n", "một hai ba:", '- "một hai ba:"\n'),
        ("- một hai:  # ý\n", "một hai", "- một hai  # ý\n"),
        ("- [một, hai]\n", None, None),
    ],
)
def test_only_the_words_that_change_are_written(before, new, written):
    if new is None:
        with pytest.raises(AssertionError):
            after(f"a:\n  {before}", said("x"))
        return
    assert after(f"a:\n  {before}b: x\n", said(new)) == f"a:\n  {written}b: x\n"


def test_lines_are_folded_again_only_from_the_first_that_is_too_long():
    lines = textwrap.wrap(LONG, 92)
    before = f"a:\n  - {lines[0]}\n    {lines[1]}\n"
    new = LONG.replace("Cổng thông tin điện tử", "Cổng thông tin điện tử và trang Zalo chính thức")
    written = after(before, said(new))
    assert written.split("\n")[1] == f"  - {lines[0]}"
    assert max(map(len, written.split("\n"))) <= 100


def test_an_office_that_writes_long_lines_keeps_them():
    before = f"a:\n  - {LONG}\n"
    new = LONG.replace("người dân", "Nhân dân")
    assert after(before, said(new)) == f"a:\n  - {new}\n"


def test_a_placeholder_is_never_broken():
    new = LONG.replace("Cổng thông tin điện tử", "{{ par_index.previous_score }}/100 " * 3)
    assert "{{ par_index.previous_score }}" in after(f"a:\n  - {LONG[:60]}\n", said(new))
    written = after(f"a:\n  - {LONG[:60]}\n", said(new))
    assert written.count("{{ par_index.previous_score }}") == 3


# ------------------------------------------------------------------------------- lists and keys

LISTED = """\
a:
  # ý đầu
  - một  # nguồn
  # ý sau
  - hai
    ba

b: x
"""


@pytest.mark.parametrize(
    ("make", "written"),
    [
        (
            [lambda s: Insert(s, ("a", 1), "mới: x")],
            LISTED.replace("# nguồn\n", '# nguồn\n  - "mới: x"\n'),
        ),
        ([lambda s: Insert(s, ("a", 0), "mới")], LISTED.replace("- một", "- mới\n  - một")),
        ([lambda s: Insert(s, ("a", 2), "mới")], LISTED.replace("    ba\n", "    ba\n  - mới\n")),
        (
            [lambda s: Insert(s, ("a", 2), "c"), lambda s: Insert(s, ("a", 2), "d")],
            LISTED.replace("    ba\n", "    ba\n  - c\n  - d\n"),
        ),
        ([lambda s: Delete(s, ("a", 1))], LISTED.replace("  - hai\n    ba\n", "")),
        ([lambda s: Delete(s, ("a", 0))], LISTED.replace("- một  # nguồn", "# nguồn")),
        (
            [lambda s: Delete(s, ("a", 0)), lambda s: Delete(s, ("a", 1))],
            "a:\n  # ý đầu\n  # nguồn\n  # ý sau\n\nb: x\n",
        ),
        (
            [
                lambda s: Delete(s, ("a", 0)),
                lambda s: Insert(s, ("a", 0), "c"),
                lambda s: Insert(s, ("a", 1), "d"),
            ],
            "a:\n  # ý đầu\n  - c\n  # nguồn\n  - d\n  # ý sau\n  - hai\n    ba\n\nb: x\n",
        ),
        (
            [lambda s: Insert(s, ("b", 1), {"code": "1.1", "rows": ["y", "z"]})],
            LISTED.replace("b: x", "b:\n  - x\n  - code: 1.1\n    rows:\n      - y\n      - z"),
        ),
        ([lambda s: Insert(s, ("b", 0), "y")], LISTED.replace("b: x", "b:\n  - y\n  - x")),
        ([lambda s: AddKey(s, (), "c", ["y"])], LISTED + "c:\n  - y"),
        ([lambda s: AddKey(s, (), "c", "y", after="a")], LISTED.replace("ba\n", "ba\nc: y\n")),
        ([lambda s: Put(s, ("b",), "y: z")], LISTED.replace("b: x", 'b: "y: z"')),
        ([lambda s: Empty(s, ("b",))], LISTED.replace("b: x", "b:")),
    ],
)
def test_items_and_keys_come_and_go_and_comments_stay(make, written):
    assert after(LISTED, *make).rstrip("\n") == written.rstrip("\n")


@pytest.mark.parametrize(
    ("make", "written"),
    [
        ([lambda s: Insert(s, ("a", 0), "c")], "{a: [c, 1, 2, 3], b: }"),
        ([lambda s: Insert(s, ("a", 3), "c, d")], '{a: [1, 2, 3, "c, d"], b: }'),
        ([lambda s: Delete(s, ("a", 0)), lambda s: Delete(s, ("a", 1))], "{a: [3], b: }"),
        ([lambda s: Delete(s, ("a", 1)), lambda s: Delete(s, ("a", 2))], "{a: [1], b: }"),
        ([lambda s: Insert(s, ("b", 0), "c")], "{a: [1, 2, 3], b: [c]}"),
        (
            [
                lambda s: Delete(s, ("a", 0)),
                lambda s: Delete(s, ("a", 1)),
                lambda s: Delete(s, ("a", 2)),
                lambda s: Insert(s, ("a", 1), "c"),
            ],
            "{a: [c], b: }",
        ),
        ([lambda s: AddKey(s, (), "c", {"d": "1,5"})], '{a: [1, 2, 3], b: , c: {d: "1,5"}}'),
    ],
)  # fmt: skip
def test_between_brackets_too(make, written):
    assert after("{a: [1, 2, 3], b: }\n", *make) == f"{written}\n"


def test_a_blank_list_gets_its_first_items():
    text = "a:  # cần điền\nb: x\n"
    new = after(text, *[lambda s, n=n: Insert(s, ("a", 0), n) for n in ("một", "hai")])
    assert new == "a:  # cần điền\n  - một\n  - hai\nb: x\n"


def test_a_moved_item_keeps_how_it_is_written():
    text = dedent("""\
        a:
          - title: "{{ year }}: x"  # ghi chú
            items:
              - 'một'
              - hai
                ba
          - bốn
        b:
          c:
            - năm
        """)
    source = Source("bịa.yaml", text)
    new, findings = rewritten(source, move(source, ("a", 0), ("b", "c", 1)))
    assert findings == []
    assert new == dedent("""\
        a:
          - bốn
        b:
          c:
            - năm
            - title: "{{ year }}: x"  # ghi chú
              items:
                - 'một'
                - hai
                  ba
        """)


def test_two_edits_of_one_place_are_refused():
    finding = refused(
        LISTED, lambda s: Reword(s, ("a", 1), "hai ba", "x"), lambda s: Delete(s, ("a", 1))
    )
    assert finding.code == "KH051"
    assert finding.where.line == 5


def test_words_that_the_file_does_not_say_are_not_replaced():
    assert refused("a: x\n", lambda s: Reword(s, ("a",), "z", "y")).code == "KH051"


def test_what_yaml_cannot_hold_is_refused():
    assert refused("a: x\n", lambda s: Reword(s, ("a",), "x", "y\x07")).code == "KH051"


# --------------------------------------------------------------------- any text of real content

WORDS = st.lists(
    st.sampled_from(
        ["điểm", "0,5", "12:30", "x:", "#y", "- z", "'q'", '"r"', "[s", "t]", "{{ year }}", "&",
         "*", "%", "!", "\\", "?", "|", ">", "Ủy ban nhân dân", "thủ tục hành chính", "@", "`",
         "{", "}"]
    ),
    min_size=1,
    max_size=30,
).map(" ".join)  # fmt: skip


@cache
def texts():
    found = []
    for root, year in ((REPOSITORY, "2024"), (REPOSITORY / "tests/plans", "2030")):
        plan, _ = load(root / "content" / year, root)
        found += [printed.text for printed in printed_texts(plan)]
    return found


@pytest.mark.slow
@settings(max_examples=150)
@given(data=st.data())
def test_any_text_of_the_content_says_its_new_words_and_comments_stay(data):
    text = data.draw(st.sampled_from(texts()))
    kept = data.draw(st.integers(0, len(text.value)))
    rest = data.draw(st.integers(kept, len(text.value)))
    new = f"{text.value[:kept]}{data.draw(WORDS)}{text.value[rest:]}".strip()
    edit = reword(text, new)
    written, findings = rewritten(text.source, [edit])
    assert written is not None, findings
    node, faults = compose(Source("bịa.yaml", written))
    assert [each.code for each in faults] == [each.code for each in compose(text.source)[1]]
    value = plain(node)
    for step in edit.place:
        value = value[step]
    assert value == new
    comments = [each for each in text.source.lines if each.strip().startswith("#")]
    assert [each for each in written.split("\n") if each.strip().startswith("#")] == comments
    head = text.source.text[: text.start]
    tail = text.source.text[text.end :]
    assert written.startswith(head)
    assert written.endswith(tail)


def test_every_text_of_the_content_has_its_place():
    for text in texts():
        value = tree_of(text.source)
        for step in place_of(text):
            value = value[step]
        assert value == text.value


@settings(max_examples=60)
@given(data=st.data())
def test_any_list_of_the_content_gets_and_loses_items(data):
    sources = {text.source: None for text in texts()}
    source = data.draw(st.sampled_from(list(sources)))
    lists = list(_lists(tree_of(source), ()))
    if not lists:
        return
    place, items = data.draw(st.sampled_from(lists))
    gone = data.draw(st.sets(st.integers(0, len(items) - 1)))
    new = data.draw(st.lists(st.tuples(st.integers(0, len(items)), WORDS), max_size=3))
    edits = [Delete(source, (*place, each)) for each in gone]
    edits += [Insert(source, (*place, at), words) for at, words in new]
    written, findings = rewritten(source, edits)
    assert written is not None, findings
    before = [match[0].rstrip() for match in COMMENT.finditer(source.text)]
    after_ = [match[0].rstrip() for match in COMMENT.finditer(written)]
    assert [each for each in before if each not in after_] == []


def _lists(value, place):
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    if isinstance(value, str):
        return
    if isinstance(value, list) and value:
        yield place, value
    for step, child in pairs:
        yield from _lists(child, (*place, step))


# ------------------------------------------------------------------------------- all or nothing

NAMES = ("một", "hai", "ba")


@pytest.fixture
def project(tmp_path):
    (tmp_path / "content").mkdir()
    for name in NAMES:
        (tmp_path / "content" / f"{name}.yaml").write_text(f"a: {name}  # ý\n", "utf-8")
    return tmp_path


def contents(project):
    paths = sorted(path for path in project.rglob("*") if path.is_file())
    return {path.relative_to(project).as_posix(): path.read_text("utf-8") for path in paths}


def sources(project):
    names = [f"content/{name}.yaml" for name in NAMES]
    return [read_source(project / name, name)[0] for name in names]


def edits_of(project):
    return [Reword(each, ("a",), tree_of(each)["a"], "mới") for each in sources(project)]


NEW = {f"content/{name}.yaml": "a: mới  # ý\n" for name in sorted(NAMES)}


def test_all_files_get_their_edits(project):
    differences, findings = apply(edits_of(project), project)
    assert findings == []
    assert len(differences) == 3
    assert differences[0].startswith("--- content/một.yaml\n+++ content/một.yaml")
    assert contents(project) == NEW


def test_a_file_saved_since_it_was_read_stops_all(project):
    edits = edits_of(project)
    (project / "content/hai.yaml").write_text("a: của tôi\n", "utf-8")
    before = contents(project)
    differences, (finding,) = apply(edits, project)
    assert differences == []
    assert finding.code == "KH050"
    assert contents(project) == before


def test_a_file_that_cannot_be_replaced_stops_all(project, monkeypatch):
    before = contents(project)
    replace = Path.replace

    def stubborn(self, target):
        if Path(target).name == "hai.yaml":
            raise PermissionError(13, "bị khóa")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", stubborn)
    differences, (finding,) = apply(edits_of(project), project)
    assert differences == []
    assert finding.code == "KH052"
    assert contents(project) == before


class Killed(BaseException):
    """The process ends here."""


CALLS = (("replace", Path), ("unlink", Path), ("fsync", os), ("chmod", Path))


def kill_at(monkeypatch, last):
    """Lets no more than `last` of the calls that touch the disk through; the process is gone."""
    calls = count()

    def dying(call):
        def instead(*arguments, **named):
            if next(calls) >= last:
                raise Killed
            return call(*arguments, **named)

        return instead

    for name, owner in CALLS:
        monkeypatch.setattr(owner, name, dying(getattr(owner, name)))


@pytest.mark.parametrize("last", range(16))
def test_killed_at_any_moment_all_is_old_or_all_is_new(project, monkeypatch, last):
    before = contents(project)
    edits = edits_of(project)
    with monkeypatch.context() as patched:
        kill_at(patched, last)
        try:
            apply(edits, project)
        except Killed:
            died = True
        else:
            died = False
    assert died == (last < 12)
    assert write.finish(project) == []
    now = {name: text for name, text in contents(project).items() if not name.endswith(".tmp")}
    assert now in (before, NEW)
    assert apply(edits_of(project), project).findings == []


@pytest.mark.parametrize("damaged", ["", "[", "[1]", '[{"path": 1}]', "null", "\udcff"])
def test_a_damaged_journal_is_told_once_and_stops_no_command(project, damaged):
    (project / JOURNAL).write_text(damaged, encoding="utf-8", errors="surrogateescape")
    assert [each.code for each in write.finish(project)] == ["KH053"]
    assert write.finish(project) == []


def test_what_was_typed_after_a_kill_is_not_lost(project, monkeypatch):
    edits = edits_of(project)
    with monkeypatch.context() as patched:
        kill_at(patched, 8)
        with pytest.raises(Killed):
            apply(edits, project)
    (project / "content/ba.yaml").write_text("a: của tôi\n", "utf-8")
    (finding,) = write.finish(project)
    assert finding.code == "KH053"
    assert contents(project) == NEW | {
        "content/ba.yaml": "a: của tôi\n",
        "content/ba.yaml.docgen-moi": "a: mới  # ý\n",
    }
    assert write.finish(project) == []


def test_an_entry_of_the_glossary_is_an_edit(tmp_path):
    (tmp_path / "content").mkdir()
    path = tmp_path / "content" / "glossary.yaml"
    shutil.copy(REPOSITORY / "content" / "glossary.yaml", path)
    source, _ = read_source(path, "content/glossary.yaml")
    known = tree_of(source)
    edits = [
        Insert(source, ("words", len(known.get("words", ()))), "khuyến ngư"),
        AddKey(source, ("abbreviations",), "NTM", "nông thôn mới"),
    ]
    assert apply(edits, tmp_path).findings == []
    now = plain(compose(read_source(path, path.name)[0])[0])
    assert now["words"] == [*known.get("words", ()), "khuyến ngư"]
    assert now["abbreviations"] == {**known["abbreviations"], "NTM": "nông thôn mới"}
    assert root_of(source) is root_of(source)


def test_items_taken_from_between_brackets_leave_those_between_them():
    source = Source("a.yaml", "name: [A, B, C, D, E]\n")
    edits = [Delete(source, ("name", at)) for at in (0, 1, 3)]
    assert rewritten(source, edits) == ("name: [C, E]\n", [])


def test_items_put_between_brackets_stand_in_the_order_of_their_places():
    source = Source("a.yaml", "name: [A, B]\n")
    edits = [
        Delete(source, ("name", 1)),
        Insert(source, ("name", 2), "D"),
        Insert(source, ("name", 1), "C"),
    ]
    assert rewritten(source, edits) == ("name: [A, C, D]\n", [])
