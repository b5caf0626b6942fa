"""What the paper shows otherwise stands in the comparison, whatever moved around it."""

import pytest

from docgen.diff.compare import diff
from docgen.diff.forms.json import json as as_json
from docgen.diff.forms.terminal import terminal
from docgen.load.folder import load
from docgen.view.plan import build_view
from tests.content_edits import reword
from tests.hard import made_up, real_2024, richer_2024, structures
from tests.measured import read
from tests.plan_files import MADE_UP, copy_project
from tests.structure_moves import moved_about

PLANS = (real_2024, richer_2024, structures, *made_up.LISTS)
SPAN = "have - rest: Chưa thống kê"


def told(tmp_path, year, file, *edits):
    """A made-up plan against itself with phrases of a file exchanged, and the other way round."""
    old, _ = load(MADE_UP / "content" / year, MADE_UP)
    project = copy_project(tmp_path, MADE_UP)
    for before, after in edits:
        reword(file, before, after)(project / "content" / year)
    new, findings = load(project / "content" / year, project)
    assert not findings
    return diff(old, new), diff(new, old)


def test_words_over_columns_of_figures_that_give_way_to_figures_are_told(tmp_path):
    there, back = told(tmp_path, "2034", "volume.yaml", (SPAN, "have: 12000, done: 1500"))
    assert [(change.kind, change.aspect) for change in there.changes] == [
        ("rescored", ""), ("regrouped", "have"), ("changed", "have"),
    ]  # fmt: skip
    assert "[-Chưa thống kê-] {+12000+}" in terminal(there)
    assert "[-12000-] {+Chưa thống kê+}" in terminal(back)


def test_cells_that_came_under_another_are_not_called_blank(tmp_path):
    line = "have - rest: Chưa thống kê,\n                   how: Thống kê trước khi số hóa, note:"
    there, _ = told(tmp_path, "2034", "volume.yaml", (line, "have - how: Chưa thống kê, note:"))
    assert [(change.kind, change.aspect) for change in there.changes] == [
        ("changed", "how"), ("regrouped", "have"),
    ]  # fmt: skip


def test_a_span_whose_column_inside_was_dropped_is_the_same_span(tmp_path):
    rest = (
        "- {key: rest, title: Còn lại, above: Khối lượng, kind: decimal, compute: have - done,\n"
        "               total: sum('rest')}\n            - {key: how"
    )
    edits = (rest, "- {key: how"), ("have - rest:", "have - done:")
    there, back = told(tmp_path, "2034", "volume.yaml", *edits)
    assert [(change.kind, change.aspect) for change in there.changes] == [("removed", "rest")]
    assert [(change.kind, change.aspect) for change in back.changes] == [("added", "rest")]


def test_a_paragraph_among_points_that_became_a_point_is_told(tmp_path):
    there, back = told(tmp_path, "2030", "duties.yaml", ("- plain: Kết quả", "- Kết quả"))
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
    offices = real_2024.OFFICES
    plans = (read(tmp_path / str(at), each, offices)[0] for at, each in enumerate((data, changed)))
    (told,) = (each for each in diff(*plans).changes if each.kind == "rescored")
    assert told.place.text.startswith(group["rows"][0]["code"])
    assert "score" in {figure.key for figure in told.figures}
    assert not told.spans


@pytest.mark.parametrize("seed", range(60))
def test_words_put_in_while_the_structure_moves_are_told_both_ways(seed, tmp_path):
    made = PLANS[seed % len(PLANS)]
    data = made.edited()
    changed, put = moved_about(data, seed)
    sides = enumerate((data, changed))  # what rules would refuse is compared all the same
    old, new = (read(tmp_path / str(at), each, made.OFFICES)[0] for at, each in sides)
    view, _ = build_view(new)
    printed = " ".join(str(each) for piece in view.pieces for each in piece.strings)
    put = [each for each in put if each in printed]
    for sides in ((old, new), (new, old)):
        said = as_json(diff(*sides))
        assert [each for each in put if each not in said] == []
