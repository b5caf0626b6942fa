"""Tables and headings that go elsewhere or give way to others: one change, the same both ways."""

import pytest

from docgen.diff.compare import diff
from docgen.diff.forms.terminal import terminal
from docgen.diff.outline import Outline
from docgen.open_plan import open_plan
from tests.hard.edits import set_
from tests.hard.islands import BOATS, FUNDS, OFFICES, WORKS, at, edited
from tests.measure_comparison import FORMS
from tests.measured import loaded
from tests.tools import REPOSITORY


def _to_an_appendix(plan):
    """The table of a heading in an appendix, whose own table takes its place."""
    appendix, under = plan["appendices"][3], plan["sections"][2]["items"][1]
    appendix["table"], under["table"] = under["table"], appendix["table"]


def _last_column_first(table):
    table["columns"].insert(0, table["columns"].pop())


def _quite_other_titles(plan):
    """Two headings under new titles, and every text of theirs reworded by a word."""
    for item, title in zip(
        plan["sections"][1]["items"][:2], ("Chấm điểm", "Lắng nghe người dân"), strict=True
    ):
        item["title"] = title
        item["items"] = [f"{text} của tỉnh" for text in item["items"]]


def _note_over_the_table(plan):
    appendix = plan["appendices"][0]
    appendix["items"] = [{"plain": "Ghi chú: số liệu tạm tính."}, {"table": appendix.pop("table")}]


def _note_under_the_table(plan):
    _note_over_the_table(plan)
    plan["appendices"][0]["items"].reverse()


def _text_among_headings(plan, at=0):
    plan["sections"][1]["items"].insert(at, "Mọi cơ quan cùng làm các việc sau.")


EDITS = {
    "two tables changed places": (
        _to_an_appendix,
        [("moved", "phụ lục", "table")] * 2,
    ),
    "another table in the place of one": (
        set_(*WORKS, BOATS),
        [("removed", "phụ lục", "table"), ("added", "phụ lục", "table")],
    ),
    "another table under the same heading": (
        set_(*FUNDS, BOATS),
        [("removed", "đề mục", "table"), ("added", "đề mục", "table")],
    ),
    "a column went to the front": (at(WORKS, _last_column_first), [("moved", "cột", "out")]),
    "headings of other titles": (
        _quite_other_titles,
        [("renamed", "đề mục", "")] * 2 + [("changed", "đoạn văn", "")] * 5,
    ),
}


@pytest.mark.parametrize("what", EDITS)
def test_it_is_told_as_what_it_is_from_either_side(what, tmp_path):
    edit, told = EDITS[what]
    old = loaded(tmp_path / "old", edited(), OFFICES)
    new = loaded(tmp_path / "new", edited(edit), OFFICES)
    back = {"added": "removed", "removed": "added"}
    forth = [(c.kind, str(c.subject), c.aspect) for c in diff(old, new).changes]
    mirrored = [
        (back.get(c.kind, c.kind), str(c.subject), c.aspect) for c in diff(new, old).changes
    ]
    assert sorted(forth) == sorted(mirrored) == sorted(told)


@pytest.mark.parametrize(
    ("before", "after", "labels"),
    [
        (
            _note_over_the_table,
            _note_under_the_table,
            ("đoạn 1, trước bảng", "đoạn 1, sau bảng"),
        ),
        (
            _text_among_headings,
            lambda plan: _text_among_headings(plan, 2),
            (
                "gạch đầu dòng 1, trước “Về chỉ số cải cách”",
                "gạch đầu dòng 1, sau “Về chỉ số hài lòng”",
            ),
        ),
    ],
)
def test_a_text_that_passes_a_table_or_a_heading_moved(before, after, labels, tmp_path):
    old = loaded(tmp_path / "old", edited(before), OFFICES)
    new = loaded(tmp_path / "new", edited(after), OFFICES)
    (change,) = diff(old, new).changes
    assert (change.kind, str(change.subject)) == ("moved", "đoạn văn")
    assert tuple(place.label.split(" › ")[-1] for place in (change.old, change.new)) == labels


def test_a_text_is_called_by_what_stands_before_it_on_paper():
    """`None` for what the paper does not number: it is counted where it stands."""
    called = {}
    for year in ("2030", "2033"):
        plan = open_plan(f"tests/plans/content/{year}", REPOSITORY).plan
        for entry in Outline(plan).entries:
            called[entry.place.text[:24]] = entry.place.label.split(" › ")[-1]
    wanted = {
        "Sử dụng tiết kiệm": "điểm c", "Kiểm tra trước khi trình": "gạch đầu dòng 2 của điểm a",
        "Công khai kết quả kiểm": "điểm e", "Hồ sơ kết thúc": "mục 1",
        "Toàn bộ văn bản": "gạch đầu dòng 2 của mục 2", "Cân và ghi sổ": "mục (2)",
        "Thay thế dần xe": "điểm b.2", "Giao Sở Khoa học": "nhiệm vụ 4",
        "Trụ sở xanh": "đoạn 1", "Lưu: VT, SNV": "mục 5",
    }  # fmt: skip
    for words, name in wanted.items():
        assert [each for text, each in called.items() if text.startswith(words)] == [name], words


UNPRINTED = {"key", "kind", "agency", "compute", "group", "column", "code", "align", "marker",
             "headings", "year", "symbol", "issuer", "agencies", "orientation"}  # fmt: skip


def _looking(data, look, key=""):
    """A plan as data, with `look` made of each text that prints."""
    if isinstance(data, dict):
        return {each: _looking(its, look, each) for each, its in data.items()}
    if isinstance(data, list):
        return [_looking(each, look, key) for each in data] if key not in UNPRINTED else data
    says = isinstance(data, str) and key not in UNPRINTED and any(map(str.isalpha, data))
    return look(data) if says and "(" not in data and "{" not in data else data


@pytest.mark.parametrize("more", ["", " nữa", " mà chẳng giống gì câu cũ cả, dài hơn"])
def test_no_form_shows_the_marks_of_looks(more, tmp_path):
    old = loaded(tmp_path / "old", edited(), OFFICES)
    new = _looking(edited(), lambda text: f"***{text}***{more} m^2^")
    comparison = diff(old, loaded(tmp_path / "new", new, OFFICES))
    for name, form in FORMS.items():
        said = form(comparison)
        said = said.replace("**", "") if name == "markdown" else said
        assert "m2" in said
        assert not [each for each in said.split("\n") if "**" in each or "^2" in each], name


def test_the_look_of_a_title_of_a_column_is_told_apart_from_its_words(tmp_path):
    bold = set_(*WORKS, "columns", 0, "title", "**Nội dung công việc**")
    old = loaded(tmp_path / "old", edited(), OFFICES)
    (change,) = diff(old, loaded(tmp_path / "new", edited(bold), OFFICES)).changes
    assert (change.kind, str(change.subject)) == ("renamed", "cột")
    assert [span.look for span in change.spans] == ["nay in đậm"]


def test_a_line_of_totals_that_goes_is_one_change(tmp_path):
    plans = [
        edited(set_(*WORKS, "total", total))
        for total in ({"label": "Cộng", "column": "job - lead"}, None)
    ]
    plans[1]["appendices"][1]["table"].pop("total")
    old, new = (
        loaded(tmp_path / name, plan, OFFICES) for name, plan in zip("ab", plans, strict=True)
    )
    assert [(c.kind, c.aspect) for c in diff(old, new).changes] == [("removed", "total")]


def test_an_agency_of_the_same_name_under_another_key_is_the_same_agency(tmp_path):
    old = loaded(tmp_path / "old", edited(), OFFICES)
    plan = edited(lambda plan: plan["sections"][3]["assignments"][0].update(agency="so-cua-ca"))
    offices = {{"so-ca": "so-cua-ca"}.get(key, key): name for key, name in OFFICES.items()}
    assert diff(old, loaded(tmp_path / "new", plan, offices)).changes == ()


def test_a_table_that_goes_shows_its_columns_its_unit_and_its_total(tmp_path):
    plan = edited(
        set_(*FUNDS, "unit", "Đơn vị tính: %"),
        set_(*FUNDS, "total", {"label": "Cộng:", "column": "fund"}),
    )
    plan["sections"][2]["items"][1]["table"]["columns"][1]["total"] = "sum('share')"
    old = loaded(tmp_path / "old", plan, OFFICES)
    gone = edited(lambda plan: plan["sections"][2]["items"][1].pop("table"))
    (change,) = diff(old, loaded(tmp_path / "new", gone, OFFICES)).changes
    said = [f"{cell.title}: {cell.text}" for cell in change.cells if cell.of_table]
    assert said == [
        "Các cột: Nguồn; Tỷ trọng",
        "Ghi trên bảng: Đơn vị tính: %",
        "Cộng: Tỷ trọng: 100,0",
    ]


def test_a_column_of_agencies_that_moves_is_told_as_a_column_with_its_places(tmp_path):
    def agencies_last(table):
        table["columns"].append(table["columns"].pop(1))

    plans = [edited(at(WORKS, lambda table: _rekey(table, "lead", "agencies"))) for _ in range(2)]
    agencies_last(plans[1]["appendices"][1]["table"])
    old, new = (
        loaded(tmp_path / side, plan, OFFICES) for side, plan in zip("ab", plans, strict=True)
    )
    said = terminal(diff(old, new))
    assert "> chuyển cột" in said
    assert "Chủ trì (cột thứ 2)\n" in said
    assert "Chủ trì (cột thứ 5)\n" in said


def _rekey(table, key, other):
    table["columns"] = [
        {**each, "key": other if each["key"] == key else each["key"]} for each in table["columns"]
    ]

    def run(rows):
        for row in rows:
            for cells in (row, row.get("shared", {})):
                if key in cells:
                    cells[other] = cells.pop(key)
            run(row.get("rows", []))

    run(table["rows"])


def test_points_that_are_numbered_and_no_longer_lettered_are_one_change(tmp_path):
    def points(marker):
        items = ["Đúng hạn.", "Đủ số.", "Đúng người."]
        return set_("sections", 0, "items", 0, {"title": "X", "marker": marker, "items": items})

    plans = [edited(points(marker)) for marker in ("letter", "number", "dash")]
    letters, numbers, dashes = (
        loaded(tmp_path / str(number), plan, OFFICES) for number, plan in enumerate(plans)
    )
    (change,) = diff(letters, numbers).changes
    assert (change.old.text, change.new.text) == ("a), b), c)", "1., 2., 3.")
    assert "sửa cách đánh số, đánh dấu" in terminal(diff(letters, numbers))
    (change,) = diff(letters, dashes).changes
    assert (change.old.text, change.new.text) == ("a), b), c)", "-")


def test_cells_over_two_columns_stay_when_the_columns_change_places(tmp_path):
    def plan(first, second, words):
        columns = [
            {"key": key, "title": key.upper(), "width": 20} for key in ("name", first, second)
        ]
        rows = [{"name": "Sở Một", f"{first} - {second}": words},
                {"name": "Sở Hai", f"{first} - {second}": "Đã số hóa xong"}]  # fmt: skip
        shared = {f"{first} - {second}": "Ô chung"}
        rows += [{"shared": shared, "rows": [{"name": "Sở Ba"}, {"name": "Sở Bốn"}]}]
        return edited(set_(*WORKS[:-1], "table", {"columns": columns, "rows": rows}))

    old = loaded(tmp_path / "old", plan("how", "note", "Nghiệm thu từng đợt"), OFFICES)
    new = loaded(tmp_path / "new", plan("note", "how", "Nghiệm thu từng tháng"), OFFICES)
    told = [(change.kind, change.aspect) for change in diff(old, new).changes]
    assert sorted(kind for kind, _ in told) == ["changed", "moved"]
    assert "Nghiệm thu từng [-đợt-] {+tháng+}" in terminal(diff(old, new))


@pytest.mark.parametrize("first", [False, True])
def test_two_columns_that_became_one_are_one_change_and_no_new_deadlines(first, tmp_path):
    def one_column(plan):
        table = plan
        for step in WORKS:
            table = table[step]
        table["columns"].pop(4)
        table["columns"][3]["title"] = "Xong trước, kết quả"
        whole = [row.get("shared", row) for row in table["rows"]]
        for row in whole:
            words = [row["due"], row.pop("out")]
            row["due"] = words[::-1] if first else words
        whole[2]["due"][first] = "Quý II"

    old = loaded(tmp_path / "old", edited(), OFFICES)
    new = loaded(tmp_path / "new", edited(one_column), OFFICES)
    forth, back = diff(old, new), diff(new, old)
    told = [(change.kind, str(change.subject)) for change in forth.changes]
    assert told == [("joined", "cột"), ("changed", "tiêu chí")]
    assert "{+Quý II+}" in terminal(forth)
    assert [change.kind for change in back.changes] == ["divided", "changed"]
    for comparison in (forth, back):
        cells = [cell.text for change in comparison.changes for cell in change.cells]
        assert "Biên bản" in cells
