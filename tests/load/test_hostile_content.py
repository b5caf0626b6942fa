"""Content that is broken ends in findings at their places, never in lost text or an exception."""

import unicodedata

import pytest

from docgen.finding import Severity
from tests.plan_files import TINY, build, lines, tiny_project

POINT = "      - Việc thứ nhất.\n"
LINE = TINY[: TINY.index(POINT)].count("\n") + 1
PLAN = "content/2030/plan.yaml"


def with_point(text: str) -> str:
    """The tiny plan with this line, or these, for its only point."""
    return TINY.replace(POINT, f"      {text}\n")


def with_table(columns: str, rows: str = "[]", total: str = "") -> str:
    """The tiny plan with a table for its only point: columns in the second line, then rows."""
    last = f"\n          total: {total}" if total else ""
    return with_point(
        f"- table:\n          columns: {columns}\n          rows: {rows}{last}\n      - Sau bảng."
    )


def errors(plan: str | bytes, tmp_path, **files: str | bytes) -> list[tuple[str, str]]:
    """Place and code of each error of a plan, which must end without a document."""
    root = tiny_project(tmp_path / "project", plan, **files)
    built = build(root)
    assert built.written is None
    assert not (root / "output").exists()
    return [
        (str(each.where), each.code) for each in built.findings if each.severity is Severity.ERROR
    ]


WINDOWS_1258 = "subject: Kế hoạch\n".replace("ế", "ê´").replace("ạ", "aò").encode("cp1252")


@pytest.mark.parametrize(
    ("data", "place", "code"),
    [
        (TINY.encode("utf-16"), PLAN, "KH002"),
        (TINY.encode("utf-16-le"), PLAN, "KH002"),
        (b"year: 2030\n" + WINDOWS_1258, f"{PLAN}:2:1", "KH002"),
        (b"", f"{PLAN}:1:1", "KH001"),
        (b"# only a comment\n", f"{PLAN}:1:1", "KH001"),
        (b"- a\n", f"{PLAN}:1:1", "KH012"),
        (b"words\n", f"{PLAN}:1:1", "KH012"),
    ],
)
def test_a_plan_that_cannot_be_read_is_one_finding(data, place, code, tmp_path):
    assert errors(data, tmp_path) == [(place, code)]


def test_a_control_character_on_a_line_that_is_mended_too_is_no_hindrance(tmp_path):
    found = errors(TINY.replace("subject:", "\tsub\0ject:"), tmp_path)
    assert {code for _, code in found} >= {"KH003", "KH004"}


def test_a_warning_about_a_line_hides_no_error_of_the_line(tmp_path):
    plan = TINY.replace("short: UBND tỉnh Sông Xanh}", 'short: "UBND,", nmae: Sông Xanh}')
    found = errors(plan, tmp_path)
    assert [code for _, code in found] == ["KH010"]


def test_a_section_in_another_encoding_is_named(tmp_path):
    plan = TINY.replace("sections:\n", "sections:\n  - part.yaml\n")
    part = "title: PHẦN HAI\n".encode("utf-16")
    assert errors(plan, tmp_path, part=part) == [("content/2030/part.yaml", "KH002")]


@pytest.mark.parametrize("name", ["nope.yaml", "../agencies.yaml", "/etc/passwd", "C:\\x", ".."])
def test_only_a_file_of_the_same_folder_can_be_named(name, tmp_path):
    plan = f"{TINY}appendices:\n  - {name}\n"
    place = f"{PLAN}:{plan.count(chr(10))}:5"
    assert errors(plan, tmp_path) == [(place, "KH001")]


def test_a_missing_list_of_agencies_is_one_finding(tmp_path):
    root = tiny_project(tmp_path / "project")
    (root / "content" / "agencies.yaml").unlink()
    assert ("content/agencies.yaml", "KH001") in [
        (str(each.where), each.code) for each in build(root).findings
    ]


BOMB = "a: &a [x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join(['*' + before] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "plan",
    [
        pytest.param(BOMB + TINY, id="a bomb of aliases"),
        pytest.param(with_point("- &loop {text: a, items: [*loop]}"), id="a text inside itself"),
        pytest.param(with_point("- " + "[" * 20_000), id="brackets"),
        pytest.param(with_point("- " + "{a: " * 20_000), id="braces"),
        pytest.param(with_point("- " * 20_000 + "x"), id="dashes"),
        pytest.param(with_point("? " * 20_000 + "x"), id="question marks"),
        pytest.param(
            with_point(
                "".join(f"{'  ' * n}- text: a\n{'  ' * n}        items:\n      " for n in range(99))
                + "  " * 99
                + "- x"
            ),
            id="99 lists within lists",
        ),
    ],
)
def test_content_without_end_or_depth_is_refused_at_once(plan, tmp_path):
    assert {code for _, code in errors(plan, tmp_path)} <= {"KH006", "KH009"}


@pytest.mark.parametrize(
    ("point", "column", "code"),
    [
        ("- a\x07b", 10, "KH003"),
        ("- a\x0bb", 10, "KH003"),
        ("- a\u2028b", 10, "KH003"),
        ("- a\x85b", 10, "KH003"),
        ('- "a\\x07b"', 9, "KH003"),
        ('- "a\\0b"', 9, "KH003"),
        ('- "a\\ufffeb"', 9, "KH003"),
        ("- !!python/object/apply:os.system [ls]", 9, "KH006"),
        ("- &Sở Nội vụ", 9, "KH004"),
        ("- !!binary text: Sở Nội vụ", 9, "KH006"),
        ("- *tại Phụ lục*", 9, "KH004"),
        ("- %, tỷ lệ", 9, "KH004"),
        ("- @Sở Nội vụ", 9, "KH004"),
        ('- "mở {{ mà không đóng"', 13, "KH022"),
        ('- "{% raw %} thẻ"', 10, "KH022"),
        ('- "{# ghi chú #}"', 10, "KH022"),
        ('- "đóng }} thừa"', 15, "KH022"),
        ('- "{{ }}"', 10, "KH022"),
        ('- "{{ [1] * 9999999 }}"', 10, "KH022"),
        ("- \"{{ 'a' * 99999999 }}\"", 10, "KH022"),
        ('- "{{ 10 ** 99999999 }}"', 10, "KH022"),
        ('- "{{ year / 0 }}"', 10, "KH022"),
        ('- "{{ year / 3 }}"', 10, "KH022"),
        ('- "{{ 1.5 }}"', 10, "KH022"),
        ('- "{{ issuer }}"', 10, "KH022"),
        ('- "{{ true }}"', 10, "KH022"),
        ('- "{{ year.__class__ }}"', 18, "KH020"),
        ('- "{{ range(9) }}"', 13, "KH020"),
        ('- "{{ yaer }}"', 13, "KH020"),
    ],
)
def test_a_text_that_cannot_be_printed_is_a_finding_at_its_place(point, column, code, tmp_path):
    assert errors(with_point(point), tmp_path) == [(f"{PLAN}:{LINE}:{column}", code)]


@pytest.mark.parametrize("point", ['- "một\\nhai"', '- "một\\thai"', "- một\n\n        hai"])
def test_a_break_within_a_text_is_told_and_printed(point, tmp_path):
    root = tiny_project(tmp_path / "project", with_point(point))
    built = build(root)
    assert "KH017" in {each.code for each in built.findings}
    assert built.written


A = "{key: a, title: A, width: 80}"
B = "{key: b, title: B, width: 80}"


@pytest.mark.parametrize(
    ("table", "line", "at", "code"),
    [
        (with_table(f"[{A}]", "[{a: x, c: y}]"), 2, "c: y", "KH016"),
        (with_table(f"[{A}, {A.replace('title: A', 'title: B')}]"), 1, "a, title: B", "KH018"),
        (with_table("[{key: rows, title: A, width: 160}]"), 1, "rows, title", "KH018"),
        (with_table("[{key: Mã số, title: A, width: 160}]"), 1, "Mã số", "KH018"),
        (with_table(f"[{A}, {{key: b, title: B, width: 0}}]"), 1, "0}]", "KH018"),
        (with_table(f"[{A}, {{key: b, title: B, width: -5}}]"), 1, "-5", "KH018"),
        (with_table(f"[{A}, {{key: b, title: B, width: 80, compute: a}}]"), 1, "a}]", "KH018"),
        (
            with_table(
                "[{key: a, title: A, width: 80, kind: decimal, compute: b},"
                " {key: b, title: B, width: 80, kind: decimal, compute: a}]"
            ),
            1,
            "b},",
            "KH018",
        ),
        (with_table(f"[{A}, {B}]", "[{shared: {a: x}}]"), 2, "{shared", "KH019"),
        (
            with_table(f"[{A}, {B}]", "[{shared: {a: x}, rows: [{a: y}, {b: z}]}]"),
            2,
            "y}",
            "KH019",
        ),
        (
            with_table(
                f"[{A}, {B}]", "[{shared: {a: x}, rows: [{b: y}, {across: z, rows: [{b: t}]}]}]"
            ),
            2,
            "z, rows",
            "KH019",
        ),
        (
            with_table(
                "[{key: a, title: A, width: 160, kind: decimal, total: sum('a')}]",
                "[{a: 5}]",
                "{label: Tổng, column: a}",
            ),
            3,
            "a}",
            "KH019",
        ),
        (
            with_table("[{key: a, title: A, width: 160, kind: decimal, compute: \"'x'\"}]", "[{}]"),
            1,
            "'x'",
            "KH022",
        ),
    ],
)
def test_a_cell_that_would_not_reach_the_paper_is_a_finding(table, line, at, code, tmp_path):
    text = table.splitlines()[LINE - 1 + line]
    place = f"{PLAN}:{LINE + line}:{text.index(at) + 1}"
    assert errors(table, tmp_path) == [(place, code)]


@pytest.mark.parametrize("year", ["0", "99999", "9" * 5000, "hai nghìn", "[2030]"])
def test_a_year_that_is_none_is_a_finding_at_its_place(year, tmp_path):
    ((place, _),) = errors(TINY.replace("year: 2030", f"year: {year}"), tmp_path)
    assert place == f"{PLAN}:2:7"


@pytest.mark.parametrize("blank", ["", '""', "''", '" "', "|", ">"])
def test_a_required_text_that_says_nothing_is_missing(blank, tmp_path):
    plan = TINY.replace("subject: Thử phần mềm", f"subject: {blank}")
    assert errors(plan, tmp_path) == [(f"{PLAN}:8:1", "KH011")]


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(unicodedata.normalize("NFD", TINY), id="decomposed letters of macOS"),
        pytest.param("\ufeff" + TINY, id="a byte order mark"),
        pytest.param(TINY.replace("\n", "\r\n"), id="line ends of Windows"),
        pytest.param(TINY.replace("\n", "\r"), id="line ends of old Macs"),
        pytest.param(f"---\n{TINY}...\n", id="document marks"),
        pytest.param(TINY + "# [xem thêm {\n" * 60, id="brackets in comments"),
    ],
)
def test_how_a_file_is_written_does_not_show_on_paper(written, tmp_path):
    plain = build(tiny_project(tmp_path / "plain")).written.path
    other = build(tiny_project(tmp_path / "other", written)).written.path
    assert lines(other) == lines(plain)
