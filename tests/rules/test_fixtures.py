"""Every rule finds the marked lines of its fixture and no others.

A fixture `tests/rules/KH101.yaml` says only what it has beside the faultless made-up plan
in `tests/rules/base`: its top-level keys take the place of those there. What follows a line
`--- # agencies.yaml` is that file instead. A faulty line ends in `# ! KH101`, with every
code that speaks of it.
"""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from docgen.finding import Severity
from docgen.load.folder import load
from docgen.pipeline import check
from docgen.rules.checks import CHECKS
from docgen.rules.facts import Facts, run

FOLDER = Path(__file__).parent
BASE = FOLDER / "base"
FIXTURES = sorted(FOLDER.glob("KH*.yaml"))

FILE_STARTS = re.compile(r"^--- # (\S+\.yaml)\n", re.MULTILINE)
BLOCK = re.compile(r"^(\w+):.*\n(?:(?:[ #].*)?\n)*", re.MULTILINE)
MARK = re.compile(r"# ! (KH\d{3}(?: KH\d{3})*)$")
SENTENCE = re.compile(r"(?:[^\W\d_a-z]|docgen ).*[.?…\]]$", re.DOTALL)
CLAUSE = re.compile(r"Phụ lục I{1,3}, \S")


def parts(fixture: str) -> dict[str, str]:
    """The files in a fixture by name, each below so many blank lines that its lines keep
    their numbers."""
    starts = [(0, "plan.yaml")]
    starts += [(match.end(), match[1]) for match in FILE_STARTS.finditer(fixture)]
    return {
        name: "\n" * fixture.count("\n", 0, start) + FILE_STARTS.split(fixture[start:stop])[0]
        for (start, name), (stop, _) in pairwise([*starts, (len(fixture), "")])
    }


def write_plan(fixture: str, root: Path) -> Path:
    """The content folder of the plan that a fixture stands for."""
    files = {path.name: path.read_text("utf-8") for path in BASE.glob("*.yaml")}
    base_plan = files["plan.yaml"]
    files |= parts(fixture)
    own = {block[1] for block in BLOCK.finditer(files["plan.yaml"])}
    files["plan.yaml"] += "".join(
        block[0] for block in BLOCK.finditer(base_plan) if block[1] not in own
    )
    folder = root / "content" / "2030"
    folder.mkdir(parents=True)
    for name, text in files.items():
        shared = name in ("agencies.yaml", "glossary.yaml", "office.yaml")
        (folder.parent if shared else folder).joinpath(name).write_text(text, "utf-8")
    return folder


def found(folder: Path, root: Path) -> set[tuple[int, str]]:
    """The line and code of every finding of the plan in `folder`; their hints are sentences."""
    plan, findings = load(folder, root)
    assert plan, findings
    findings += run(CHECKS, Facts(plan))
    assert [each.hint for each in findings if each.hint and not SENTENCE.match(each.hint)] == []
    return {(finding.where.line, finding.code) for finding in findings}


def marked(fixture: str) -> set[tuple[int, str]]:
    """The line and code of every `# ! CODE` in a fixture."""
    return {
        (number, code)
        for number, line in enumerate(fixture.splitlines(), 1)
        if (mark := MARK.search(line))
        for code in mark[1].split()
    }


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_the_marked_lines_are_found_and_no_others(path, tmp_path):
    fixture = path.read_text("utf-8")
    assert any(code == path.stem for _, code in marked(fixture)), "no line is marked with its code"
    assert found(write_plan(fixture, tmp_path), tmp_path) == marked(fixture)


def test_the_plan_that_the_fixtures_start_from_has_no_fault(tmp_path):
    assert found(write_plan("", tmp_path), tmp_path) == set()


def test_how_next_years_plan_is_drawn_up_may_be_said_early(tmp_path):
    early = (
        "number: 12\ndate: 05/6/2029\nsubject: Xây dựng Kế hoạch trồng cây xanh năm {{ year }}\n"
    )
    assert "KH142" not in {code for _, code in found(write_plan(early, tmp_path), tmp_path)}


@pytest.mark.parametrize("rule", [each.rule for each in CHECKS], ids=lambda rule: rule.code)
def test_every_rule_says_what_why_and_by_which_law_and_has_a_fixture(rule):
    assert re.fullmatch(r"KH[1-6]\d\d", rule.code)
    assert rule.title[0].islower()
    assert not rule.title.endswith(".")
    assert rule.reason.endswith(".")
    assert (FOLDER / f"{rule.code}.yaml").is_file()
    assert not rule.clause or CLAUSE.match(rule.clause)
    if rule.severity is Severity.ERROR:
        assert rule.clause or rule.code in BY_ARITHMETIC_OR_FORMAT


# The codes that weigh as an error without a clause: a sum that does not hold, or content that
# cannot be printed as it is meant.
BY_ARITHMETIC_OR_FORMAT = {
    *("KH101", "KH102", "KH103", "KH104", "KH110", "KH111", "KH112"),
    *("KH116", "KH130", "KH131", "KH301", "KH690"),
    *("KH640", "KH641", "KH642"),
    *("KH202", "KH203", "KH205", "KH208", "KH217"),
}


def test_no_code_stands_for_two_rules_and_none_is_without_a_rule():
    codes = [each.rule.code for each in CHECKS]
    assert len(codes) == len(set(codes))
    assert {path.stem for path in FIXTURES} == set(codes)


@pytest.mark.slow
@pytest.mark.parametrize("code", ["KH104", "KH111", "KH130", "KH305", "KH323", "KH605", "KH614"])
def test_no_rule_stumbles_over_a_plan_with_a_line_missing_or_blank(code, tmp_path):
    folder = write_plan((FOLDER / f"{code}.yaml").read_text("utf-8"), tmp_path)
    for path in (folder / "plan.yaml", folder.parent / "agencies.yaml"):
        text = path.read_text("utf-8")
        lines = text.splitlines()
        for number, line in enumerate(lines):
            for instead in ([], [line.partition(":")[0] + ":"]):
                damaged = [*lines[:number], *instead, *lines[number + 1 :]]
                path.write_text("\n".join(damaged), "utf-8")
                check(folder, tmp_path)
        path.write_text(text, "utf-8")
