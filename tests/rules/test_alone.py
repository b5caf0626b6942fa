"""A rule that looks at one text alone finds the same when nothing else is there."""

from dataclasses import replace
from pathlib import Path

import pytest

from docgen.load.folder import load
from docgen.plan.source import Extract, Source
from docgen.rules import alone
from docgen.rules.alone import frame, run
from docgen.rules.checks import CHECKS
from docgen.rules.facts import Facts
from tests.plan_files import every_plan
from tests.rules.test_fixtures import FIXTURES, write_plan
from tests.tools import sampled

ALONE = [check for check in CHECKS if check.alone]


CODES = {check.rule.code for check in ALONE}
OF_ALONE = [fixture for fixture in FIXTURES if fixture.stem in CODES]


def by_itself(texts):
    """The texts of one scalar in a file that has no other lines, and how far these are moved."""
    whole = texts[0].text
    line, begin, lines = whole.source.lines_of(whole.start, whole.end)
    source = Source("alone.yaml", lines)

    def moved(text):
        place = {"source": source, "start": text.start - begin, "end": text.end - begin, "path": ""}
        more = {"whole": moved(text.whole)} if isinstance(text, Extract) else {}
        return replace(text, **place, **more)

    return tuple(replace(each, text=moved(each.text)) for each in texts), line - 1, begin


def told(finding, lines=0, characters=0):
    fix = finding.fix
    return (
        finding.code, finding.where.line + lines, finding.where.column, finding.where.length,
        finding.message, finding.hint, finding.line_text,
        fix and (fix.start + characters, fix.end + characters, fix.replacement),
    )  # fmt: skip


def assert_found_alone(plan):
    groups = {}
    for printed in Facts(plan).texts:
        groups.setdefault((printed.text.source, printed.text.start), []).append(printed)
    found = set()
    for texts in groups.values():
        own, lines, characters = by_itself(texts)
        facts = Facts(frame(plan), own)
        found |= {told(each, lines, characters) for check in ALONE for each in check(facts)}
    assert found == {told(each) for check in ALONE for each in check(Facts(plan))}


@pytest.mark.parametrize("fixture", sampled(OF_ALONE, every=4), ids=lambda path: path.stem)
def test_what_it_finds_in_a_text_does_not_depend_on_any_other(fixture, tmp_path):
    assert_found_alone(load(write_plan(fixture.read_text("utf-8"), tmp_path), tmp_path)[0])


@pytest.mark.parametrize(("year", "root"), every_plan("2030"))
def test_the_same_holds_in_a_whole_plan(year, root):
    assert_found_alone(load(root / "content" / year, root)[0])


@pytest.fixture
def nothing_known(monkeypatch):
    monkeypatch.setattr(alone, "_LAST", [])


def cold(plan):
    """What all rules find when nothing is remembered; what is remembered stays."""
    kept = [alone._LAST.pop()]
    try:
        return sorted(run(CHECKS, Facts(plan)), key=repr)
    finally:
        alone._LAST[:] = kept


@pytest.mark.usefixtures("nothing_known")
@pytest.mark.parametrize("code", ["KH423", "KH504", "KH640"])
def test_a_plan_that_changed_is_told_the_same_as_one_seen_for_the_first_time(code, tmp_path):
    folder = write_plan((Path(__file__).parent / f"{code}.yaml").read_text("utf-8"), tmp_path)
    path = folder / "plan.yaml"
    text = path.read_text("utf-8")
    lines = text.splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if "# !" in line and code in line)
    edits = (
        lines,
        [*lines[:at], "      # một dòng ghi chú\n", *lines[at:]],  # what is below moves
        [*lines[: at + 1], lines[at], *lines[at + 1 :]],  # twice the same
        [*lines[:at], *lines[at + 1 :]],
        lines,
        [line.replace("2030", "2031") if line.startswith("year") else line for line in lines],
    )
    for edited in edits:
        path.write_text("".join(edited), "utf-8")
        plan, _ = load(folder, tmp_path)
        assert sorted(run(CHECKS, Facts(plan)), key=repr) == cold(plan)


@pytest.mark.usefixtures("nothing_known")
def test_it_is_asked_only_about_texts_that_are_new(tmp_path):
    folder = write_plan((Path(__file__).parent / "KH423.yaml").read_text("utf-8"), tmp_path)
    asked = []

    def find(facts):
        asked.append(len(facts.texts))
        return ()

    checks = [replace(ALONE[0], find=find)]
    for _ in range(2):
        assert [*run(checks, Facts(load(folder, tmp_path)[0]))] == []
    assert asked[0] > 0
    assert asked[1] == 0
