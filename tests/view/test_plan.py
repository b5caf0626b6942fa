"""What reaches the paper of a plan: numbers of headings, marks, ends of lines, dates, totals."""

import pytest

from docgen.load.folder import load
from docgen.view.plan import View, build_view
from tests.plan_files import TINY, tiny_project

GAP = "\u00a0" * 6
POINT = "      - Việc thứ nhất.\n"


@pytest.fixture
def view(tmp_path):
    """The view of a plan written on the spot, which must have no finding."""

    def view(plan: str, office: str = "") -> View:
        root = tiny_project(tmp_path / str(len(list(tmp_path.iterdir()))), plan)
        if office:
            (root / "content/office.yaml").write_text(office, encoding="utf-8")
        loaded, findings = load(root / "content/2030", root)
        assert findings == []
        made, findings = build_view(loaded)
        assert findings == []
        return made

    return view


def with_points(text: str) -> str:
    """The tiny plan with these lines for its only point."""
    lines = text.strip("\n").splitlines()
    return TINY.replace(POINT, "".join(f"      {line}\n" for line in lines))


def marks(view: View) -> list[str]:
    """Kind, mark and words of each block of the text but the closing one."""
    return [f"{each.kind} {each.mark} {each.text}".replace("  ", " ") for each in view.body[:-1]]


def test_headings_are_numbered_by_depth_and_marks_follow_their_level(view):
    plan = with_points("""
- title: Một
  items:
    - title: Một một
      items:
        - title: Sâu nữa
          items: [điểm]
    - title: Một hai
- title: Hai
  marker: letter
  items:
    - text: chữ cái
      items:
        - text: gạch
          items: [cộng, {text: cộng nữa, items: [vẫn cộng]}]
- điểm trơn
- title: Ba
  marker: number
  items: [một, hai]
""")
    assert marks(view(plan)) == [
        "heading1 I. NỘI DUNG",
        "heading2 1. Một",
        "heading3 1.1. Một một",
        "heading3 1.1.1. Sâu nữa",
        "dash - điểm",
        "heading3 1.2. Một hai",
        "heading2 2. Hai",
        "letter a) chữ cái",
        "dash - gạch",
        "plus + cộng",
        "plus + cộng nữa",
        "plus + vẫn cộng",
        "dash - điểm trơn",
        "heading2 3. Ba",
        "number 1. một",
        "number 2. hai",
    ]


def test_points_take_the_letters_that_vietnamese_has_in_their_order(view):
    items = ", ".join(["điểm"] * 23)
    plan = with_points(f"- title: Mục\n  marker: letter\n  items: [{items}]")
    letters = [each.mark.rstrip(")") for each in view(plan).body if each.kind == "letter"]
    assert "".join(letters) == "abcdđeghiklmnopqrstuvxy"


def test_more_paragraphs_of_a_point_have_no_mark_and_its_points_come_after(view):
    plan = with_points("- text: [đầu, sau]\n  items: [dưới]\n- plain: trơn")
    assert marks(view(plan))[1:] == [
        "dash - đầu",
        "paragraph sau",
        "plus + dưới",
        "paragraph trơn",
    ]


@pytest.mark.parametrize("end", ["", ".", "./.", " ./.", "..."])
def test_the_text_ends_in_one_slash_between_stops_however_it_was_typed(end, view):
    plan = TINY.replace("về Sở Nội vụ]", f"về Sở Nội vụ{end}]")
    assert str(view(plan).body[-1].text).endswith(" về Sở Nội vụ./.")


@pytest.mark.parametrize("typed", ["Sở A|Sở B", "Sở A;|Sở B.", "Sở A.|Sở B;", "Sở A; |Sở B"])
def test_recipients_and_bases_end_as_the_decree_wants_however_they_were_typed(typed, view):
    lines = ", ".join(f'"{each}"' for each in typed.split("|"))
    plan = TINY.replace('[Sở Nội vụ, "Lưu: VT"]', f"[{lines}]") + f"bases: [{lines}]\n"
    made = view(plan)
    assert made.recipients == ("- Sở A;", "- Sở B.")
    assert [str(each) for each in made.bases] == ["Sở A;", "Sở B."]


def test_one_addressee_stands_as_it_is_and_several_in_a_list(view):
    assert view(TINY + "addressees: [Sở A]\n").addressees == ("Sở A",)
    assert view(TINY + "addressees: [Sở A, Sở B]\n").addressees == ("- Sở A;", "- Sở B.")


APPENDIX = "appendices: [{title: TÊN}]\n"


OPEN = f"ngày{GAP}tháng{GAP}năm{GAP}"
IN_MAY, IN_2029 = f"ngày{GAP}tháng 5 năm 2030", f"ngày{GAP}tháng{GAP}năm 2029"
MAY, FEBRUARY = "ngày 05 tháng 5 năm 2030", "ngày 29 tháng 02 năm 2028"


@pytest.mark.parametrize(
    ("issue", "number", "day", "head", "appendix"),
    [
        ("", "", "", (GAP, OPEN), (GAP, OPEN)),
        ("paper", "7", "05/5/2030", ("07", MAY), ("07", MAY)),
        ("paper", "128", "29/02/2028", ("128", FEBRUARY), ("128", FEBRUARY)),
        ("paper", "", "tháng 5 năm 2030", (GAP, IN_MAY), (GAP, IN_MAY)),
        ("paper", "", "5/2030", (GAP, IN_MAY), (GAP, IN_MAY)),
        ("paper", "", "năm 2029", (GAP, IN_2029), (GAP, IN_2029)),
        ("electronic", "7", "05/5/2029", ("07", MAY.replace("2030", "2029")), (GAP, IN_2029)),
        ("electronic", "", "", (GAP, OPEN), (GAP, OPEN)),
    ],
)
def test_number_and_date_stand_in_the_head_and_on_paper_in_the_appendix_too(
    issue, number, day, head, appendix, view
):  # Phụ lục I, Phần I, III.1.c
    plan = TINY.replace("number:", f"number: {number}").replace("date:", f"date: {day}")
    made = view(f"{plan}issue: {issue}\n{APPENDIX}")
    assert (made.number, made.date) == head
    assert made.appendices[0].reference == (
        f"(Ban hành kèm theo Kế hoạch số {appendix[0]}/KH-UBND {appendix[1]}"
        " của UBND tỉnh Sông Xanh)"
    )


def test_appendices_are_counted_only_where_there_are_several(view):
    several = "appendices: [{title: A}, {title: B}, {title: C}, {title: D}]\n"
    assert [each.label for each in view(TINY + APPENDIX).appendices] == ["Phụ lục"]
    labels = [each.label for each in view(TINY + several).appendices]
    assert labels == ["Phụ lục I", "Phụ lục II", "Phụ lục III", "Phụ lục IV"]


COLUMNS = """\
- table:
    columns:
      - {key: name, title: "Tên năm {{ year }}", width: 60}
      - {key: max, title: Chuẩn, width: 30, kind: decimal, total: sum('max'), decimals: 0}
      - key: score
        title: Điểm
        width: 35
        kind: decimal
        group: max + sum('loss')
        total: sum('score')
        total_decimals: 2
      - {key: loss, title: Trừ, width: 35, kind: decimal, compute: score - max, total: sum('loss')}
    rows:
      - name: Nhóm
        max: "10"
        rows:
          - {name: một, max: "1,0", score: "0,8430"}
          - {name: hai, max: "2", score: "2,0"}
      - {name: lẻ, max: "1,5", score: "1,4741"}
    total: {label: "Tổng năm {{ year }}:", column: name}
"""


def numbers(view):
    table = next(each.table for each in view.body if each.table)
    return [[str(cell.paragraphs[0]) for cell in row.cells][1:] for row in table.rows[1:]]


@pytest.mark.parametrize("by", ["office", "columns"])
def test_the_numbers_of_a_column_print_as_many_decimals_where_the_office_chooses_so(view, by):
    columns, office = COLUMNS, "form: {same_digits: yes}\n"
    if by == "columns":
        columns = columns.replace("kind: decimal,", "kind: decimal, same_digits: yes,")
        columns = columns.replace("decimal\n", "decimal\n        same_digits: yes\n")
        office = ""
    assert numbers(view(with_points(columns), office=office)) == [
        ["10,0", "9,8430", "-0,1570"],
        ["1,0", "0,8430", "-0,1570"],
        ["2,0", "2,0000", "0,0000"],
        ["1,5", "1,4741", "-0,0259"],
        ["12", "11,3171 (11,32)", "-0,1829"],  # rounded by the column
    ]


def test_a_column_may_choose_otherwise_than_the_office(view):
    content = with_points(COLUMNS).replace("decimals: 0}", "decimals: 0, same_digits: no}")
    said = numbers(view(content, office="form: {same_digits: yes}\n"))
    assert [row[0] for row in said] == ["10", "1,0", "2", "1,5", "12"]


def test_computed_numbers_have_the_digits_of_the_arithmetic_and_typed_ones_their_own(view):
    table = next(each.table for each in view(with_points(COLUMNS)).body if each.table)
    printed = [[str(cell.paragraphs[0]) for cell in row.cells] for row in table.rows]
    assert printed == [
        ["Tên năm 2030", "Chuẩn", "Điểm", "Trừ"],
        ["Nhóm", "10", "9,8430", "-0,1570"],
        ["một", "1,0", "0,8430", "-0,1570"],
        ["hai", "2", "2,0", "0,0"],
        ["lẻ", "1,5", "1,4741", "-0,0259"],
        ["Tổng năm 2030:", "12", "11,3171 (11,32)", "-0,1829"],
    ]
