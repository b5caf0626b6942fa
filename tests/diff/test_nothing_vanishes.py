"""What the paper shows otherwise stands in the comparison, whatever moved around it."""

import json

import pytest

from docgen.diff.compare import diff
from docgen.diff.forms.json import json as as_json
from docgen.diff.forms.terminal import terminal
from docgen.load.folder import load
from docgen.view.plan import build_view
from tests.content_edits import reword
from tests.hard import made_up, real_2024, richer_2024, structures
from tests.plan_files import MADE_UP, copy_project
from tests.structure_moves import moved_about

PLANS = (real_2024, richer_2024, structures, *made_up.LISTS)
SPAN = "have - rest: Chưa thống kê"


def told(tmp_path, year, file, before, after):
    old, _ = load(MADE_UP / "content" / year, MADE_UP)
    project = copy_project(tmp_path, MADE_UP)
    reword(file, before, after)(project / "content" / year)
    new, findings = load(project / "content" / year, project)
    assert not findings
    return diff(old, new), diff(new, old)


def test_words_over_columns_of_figures_that_give_way_to_figures_are_told(tmp_path):
    there, back = told(tmp_path, "2034", "volume.yaml", SPAN, "have: 12000, done: 1500")
    assert [(change.kind, change.aspect) for change in there.changes] == [
        ("rescored", ""), ("regrouped", "have"), ("changed", "have"),
    ]  # fmt: skip
    assert "[-Chưa thống kê-] {+12000+}" in terminal(there)
    assert "[-12000-] {+Chưa thống kê+}" in terminal(back)


def test_cells_that_came_under_another_are_not_called_blank(tmp_path):
    line = "have - rest: Chưa thống kê,\n                   how: Thống kê trước khi số hóa, note:"
    there, _ = told(tmp_path, "2034", "volume.yaml", line, "have - how: Chưa thống kê, note:")
    assert [(change.kind, change.aspect) for change in there.changes] == [
        ("changed", "how"), ("regrouped", "have"),
    ]  # fmt: skip


def test_a_span_whose_column_inside_was_dropped_is_the_same_span(tmp_path):
    old, _ = load(MADE_UP / "content" / "2034", MADE_UP)
    project = copy_project(tmp_path, MADE_UP)
    path = project / "content" / "2034" / "volume.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    lines = [line for line in lines if "key: done" not in line and "done:" not in line]
    path.write_text("\n".join(lines), encoding="utf-8")
    new, _ = load(path.parent, project)
    assert "regrouped" not in {change.kind for change in diff(old, new).changes}


def test_a_paragraph_among_points_that_became_a_point_is_told(tmp_path):
    there, back = told(tmp_path, "2030", "duties.yaml", "- plain: Kết quả", "- Kết quả")
    assert "[-không có số hay dấu-] {+-+}" in terminal(there)
    assert [change.aspect for change in back.changes] == ["marker"]


def test_a_figure_of_a_row_that_went_with_its_group_is_told_as_a_figure(tmp_path):
    data = real_2024.edited()
    changed = real_2024.edited()
    appendix = changed["appendices"][0]
    group = appendix["table"]["rows"].pop(6)
    group["rows"][0]["score"] = "0,25"
    table = {**appendix["table"], "rows": [group]}
    changed["appendices"].append({"title": ["TIÊU CHÍ ĐƯA RA RIÊNG (giả định)"], "table": table})
    plans = (read(tmp_path / str(at), each, real_2024) for at, each in enumerate((data, changed)))
    (told,) = (each for each in diff(*plans).changes if each.kind == "rescored")
    assert told.place.text.startswith(group["rows"][0]["code"])
    assert "score" in {figure.key for figure in told.figures}
    assert not told.spans


@pytest.mark.parametrize("seed", range(60))
def test_words_put_in_while_the_structure_moves_are_told_both_ways(seed, tmp_path):
    made = PLANS[seed % len(PLANS)]
    data = made.edited()
    changed, put = moved_about(data, seed)
    old, new = (read(tmp_path / str(at), each, made) for at, each in enumerate((data, changed)))
    view, _ = build_view(new)
    printed = " ".join(str(each) for piece in view.pieces for each in piece.strings)
    put = [each for each in put if each in printed]
    for sides in ((old, new), (new, old)):
        said = as_json(diff(*sides))
        assert [each for each in put if each not in said] == []


def read(folder, data, made):
    """A plan given as data; what its rules would refuse is compared all the same."""
    year = folder / "content" / str(data["year"])
    year.mkdir(parents=True)
    names = data.pop("agencies", made.OFFICES)
    agencies = {
        key: {"name": each} if isinstance(each, str) else each for key, each in names.items()
    }
    for path, held in ((year / "plan.yaml", data), (year.parent / "agencies.yaml", agencies)):
        text = json.dumps(held, ensure_ascii=False, indent=1).replace(": null", ": ")
        path.write_text(text, encoding="utf-8")
    plan, _ = load(year, folder)
    return plan
