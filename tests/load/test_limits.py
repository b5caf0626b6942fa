"""Content that is larger, or stranger, than any honest one: refused in words, in linear time."""

import sys
from dataclasses import replace

import pytest

from docgen import limits, pipeline
from docgen.finding import Finding, Severity
from docgen.load.yaml_text import compose
from docgen.plan.source import Source
from tests.plan_files import TINY, build, lines, tiny_project

PLAN = "content/2030/plan.yaml"


def of_check(root) -> list[Finding]:
    """What is found in the tiny plan."""
    return pipeline.check(root / "content" / "2030", root).findings


def errors(plan, root) -> list[tuple[str, str]]:
    """Place and code of each error of a plan, which must end without a document."""
    built = build(tiny_project(root, plan))
    assert built.written is None
    return [
        (str(each.where), each.code) for each in built.findings if each.severity is Severity.ERROR
    ]


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("Sở Nội vụ & <b> ", id="words"),
        pytest.param("* a ** b ", id="stars"),
    ],
)
def test_a_text_as_long_as_the_limit_reaches_the_paper(piece, tmp_path):
    value = (piece * (limits.TEXT.most // len(piece))).strip()
    plan = TINY.replace("Việc thứ nhất.", f'"{value}"')
    document = build(tiny_project(tmp_path / "project", plan)).written.path
    assert any(value in line for line in lines(document))


@pytest.mark.parametrize(
    ("limit", "written"),
    [
        ("TEXT", "chữ " * 20),
        ("WORD", "x" * 50),
        ("KEYS", "{a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7}"),
        ("CONTENT_FILE", "chữ"),
    ],
)
def test_what_is_beyond_a_limit_is_a_finding_in_its_sentence(limit, written, tmp_path, monkeypatch):
    low = {"TEXT": 60, "WORD": 40, "KEYS": 6, "CONTENT_FILE": 200}[limit]
    plan = TINY.replace("Việc thứ nhất.", written)
    for each, most in (("WORD", 40), (limit, low)):
        monkeypatch.setattr(limits, each, replace(getattr(limits, each), most=most))
    found = [each for each in of_check(tiny_project(tmp_path, plan)) if each.code == "KH026"]
    assert getattr(limits, limit).sentence in found[0].message
    assert found[0].where.file == PLAN or limit == "CONTENT_FILE"


def test_marks_heaped_on_a_letter_are_a_finding_at_their_line(tmp_path):
    plan = TINY.replace("Thử phần mềm", "Thử a" + "\u0301" * 30)
    assert errors(plan, tmp_path) == [(f"{PLAN}:8:15", "KH026")]


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200f", "\x1b", "\x9b", "\x07"])
def test_a_sign_that_steers_the_screen_never_reaches_the_paper(sign, tmp_path):
    plan = TINY.replace("Thử phần", f"Thử {sign}phần")
    assert errors(plan, tmp_path / "one") == [(f"{PLAN}:8:14", "KH003")]
    escaped = TINY.replace("Thử phần mềm", f'"Thử \\u{ord(sign):04x}phần"')
    assert errors(escaped, tmp_path / "two") == [(f"{PLAN}:8:10", "KH003")]


@pytest.mark.parametrize("name", ["agencies", "glossary", "office"])
@pytest.mark.parametrize(
    ("written", "code"),
    [("tên: Sở".encode("utf-16"), "KH002"), (b"a: \xff\xfe", "KH002"), (b"a: [b: c: d", "KH004")],
)
def test_the_files_of_all_years_are_read_as_the_others(name, written, code, tmp_path):
    root = tiny_project(tmp_path)
    (root / "content" / f"{name}.yaml").write_bytes(written)
    found = [each for each in of_check(root) if each.where.file == f"content/{name}.yaml"]
    assert {each.code for each in found} == {code}


@pytest.mark.parametrize("name", ["", '" "', "---", "...", "[]", "2024", '"*"'])
def test_an_agency_without_a_word_in_its_name_is_a_finding(name, tmp_path):
    root = tiny_project(tmp_path)
    text = f"so-a:\n  name: {name}\n  short: [{name or '-'}]\n"
    (root / "content" / "agencies.yaml").write_text(text, encoding="utf-8")
    found = [each for each in of_check(root) if each.where.file == "content/agencies.yaml"]
    assert any(each.severity is Severity.ERROR for each in found)


@pytest.mark.parametrize(
    "lines_of_one",
    [
        pytest.param("<<<<<<< a\nx: 1\n=======\nx: 2\n>>>>>>> b\n", id="conflicts of git"),
        pytest.param('- "chữ\n', id="quotes left open"),
        pytest.param("x: 1\n", id="one key again and again"),
    ],
)
def test_a_slip_made_ten_times_as_often_takes_no_more_than_ten_times_the_work(lines_of_one):
    def work(times):
        steps = 0

        def count(*_):
            nonlocal steps
            steps += 1

        source = Source("x.yaml", f"title: A\n{lines_of_one * times}")
        sys.setprofile(count)
        try:
            compose(source)
        finally:
            sys.setprofile(None)
        return steps

    assert work(1000) < 12 * work(100)


def test_a_file_of_the_year_that_no_plan_names_is_told_for_it_is_not_printed(tmp_path):
    root = tiny_project(tmp_path, stray="title: PHẦN BỊ QUÊN\nitems: [Việc bị quên.]\n")
    (found,) = [each for each in of_check(root) if each.code == "KH027"]
    assert found.where.file == "content/2030/stray.yaml"
    assert "- stray.yaml" in found.hint


@pytest.mark.slow
def test_more_parts_than_romans_could_count_are_numbered_in_figures(tmp_path):
    parts = "".join(f"  - title: A{number}\n" for number in range(4000))
    point = "  - title: NỘI DUNG\n    items:\n      - Việc thứ nhất.\n"
    root = tiny_project(tmp_path, TINY.replace(point, point + parts))
    assert not any(each.severity is Severity.ERROR for each in of_check(root))
