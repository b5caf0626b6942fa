"""Texts that an editor holds stand in for the files at their paths."""

from docgen.load.folder import load
from docgen.pipeline import check
from tests.plan_files import TINY, tiny_project

SECTION = "title: TỔ CHỨC THỰC HIỆN\nitems: [Việc thứ hai.]\n"


def test_an_unsaved_text_is_read_in_place_of_its_file(tmp_path):
    root = tiny_project(tmp_path)
    plan = root / "content" / "2030" / "plan.yaml"
    loaded, _ = load(plan.parent, root, {plan: TINY.replace("Việc thứ nhất", "Việc khác")})
    assert loaded.sections[0].items[0].text[0].value == "Việc khác."
    assert "Việc thứ nhất" in plan.read_text(encoding="utf-8")


def test_a_file_that_is_only_in_the_editor_can_be_included(tmp_path):
    root = tiny_project(tmp_path)
    folder = root / "content" / "2030"
    text = TINY.replace("closing:", "  - more.yaml\nclosing:")
    unsaved = {folder / "plan.yaml": text, folder / "more.yaml": SECTION}
    plan, findings = load(folder, root, unsaved)
    assert [section.title.value for section in plan.sections] == ["NỘI DUNG", "TỔ CHỨC THỰC HIỆN"]
    assert findings == []


def test_findings_are_those_that_saving_would_bring(tmp_path):
    root = tiny_project(tmp_path)
    plan = root / "content" / "2030" / "plan.yaml"
    faulty = TINY.replace("place: Sông Xanh", "place: Sông  Xanh ,").replace("số", "so\u0302\u0301")
    held = check(plan.parent, root, unsaved={plan: faulty}).findings
    plan.write_text(faulty, encoding="utf-8", newline="\n")
    assert held == check(plan.parent, root).findings
    assert held
