"""What is looked at while it is being typed: pages first, findings after, old looks broken off."""

import re
from pathlib import Path

import pytest

from docgen.studio.desk import Desk
from tests.studio.conftest import PLAN

ROOT = Path(__file__).parents[2]


def looks(root, tab, turn):
    return Desk.streams(root)["see"]({"year": "2030", "tab": tab, "turn": turn})


def test_pages_come_first_and_findings_after(root):
    pages, findings = looks(Desk(root), "one", 1)
    assert {part["kind"] for part in pages["parts"]} >= {"p", "columns"}
    assert isinstance(findings["findings"], list)


def test_a_look_is_broken_off_once_the_tab_looks_again_and_other_tabs_go_on(root):
    desk = Desk(root)
    old, other = looks(desk, "one", 1), looks(desk, "other", 1)
    assert "parts" in next(old)
    assert "parts" in next(other)
    assert "parts" in next(looks(desk, "one", 2))
    assert next(old, None) is None
    assert "tally" in next(other)


def test_a_look_that_comes_late_does_not_begin(root):
    desk = Desk(root)
    next(looks(desk, "one", 2))
    assert next(looks(desk, "one", 1), None) is None


def test_a_look_that_does_not_begin_is_an_empty_answer(client):
    asked = {"year": "2030", "tab": "one"}
    assert client.post("/api/see", json={**asked, "turn": 2}).text.count("\n") == 2
    assert client.post("/api/see", json={**asked, "turn": 1}).content == b""


def test_what_is_left_to_do_in_a_plan_that_cannot_be_read_names_the_first_thing_to_mend(ask):
    typed = {"year": "2030", "buffers": {PLAN: "- a\n"}}
    answer, seen = ask("to-do", **typed), ask("see", **typed)
    assert answer["status"] == 422
    assert answer["message"] == f"Nội dung đang có lỗi, sửa trước: {seen['findings'][0]['message']}"


@pytest.mark.parametrize(
    ("file", "after", "typed", "offered", "detail"),
    [
        ("appendix", "score: 1,4741", "re", "reason: ", "Lý do bị trừ điểm"),
        ("assignments", "agency: so-tu-phap", "agency: so-n", "so-noi-vu", "Sở Nội vụ"),
        ("plan", "  par_index:", "  # {{ sip", "sipas", ""),
    ],
)
def test_what_may_be_written_is_offered_where_it_may_stand(file, after, typed, offered, detail):
    name = f"content/2024/{file}.yaml"
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if after in line)
    indent = re.match(r" *(?:- )?", lines[at])[0].replace("-", " ")
    lines.insert(at + 1, indent + typed)
    body = {"year": "2024", "name": name, "buffers": {name: "\n".join(lines)}}
    body |= {"line": at + 2, "column": len(lines[at + 1])}
    items = Desk(ROOT).asks()["complete"](body)["items"]
    found = next(each for each in items if each["text"] == offered)
    assert found["detail"] == detail
    assert lines[at + 1][found["start"] :] == re.search(r"[\w-]+$", typed)[0]


def test_nothing_is_offered_outside_the_content(ask):
    asked = {"name": "../plan.yaml", "line": 1, "column": 0}
    assert ask("complete", year="2030", **asked)["status"] == 403
    assert ask("complete", year="2030", name="content/2030/plan.yaml")["status"] == 400
