"""What is looked at while it is being typed: pages first, findings after, old looks broken off."""

from docgen.studio.desk import Desk


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
