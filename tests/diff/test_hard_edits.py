"""Where the structure moves nothing vanishes: each hard edit is found, whole, and nothing else."""

import json

import pytest

from docgen.diff.compare import diff
from docgen.diff.forms.html import html
from docgen.diff.forms.json import json as as_json
from docgen.diff.forms.markdown import markdown
from docgen.diff.forms.terminal import terminal
from docgen.load.folder import load
from docgen.vietnamese import format_decimal
from tests.hard_edits import CASES, OFFICES, edited


def loaded(folder, plan):
    """A plan given as data; JSON is YAML."""
    year = folder / "content" / plan["year"]
    year.mkdir(parents=True)
    names = {**OFFICES, "so-bay": "Sở Bảy"}
    agencies = {key: {"name": name} for key, name in names.items()}
    for path, data in ((year / "plan.yaml", plan), (year.parent / "agencies.yaml", agencies)):
        text = json.dumps(data, ensure_ascii=False, indent=1)
        path.write_text(text, encoding="utf-8")
    read, findings = load(year, folder)
    assert read is not None
    assert not findings, findings
    return read


def says(place, words):
    said = place and " ".join(f"{place.label} {place.text}".split())
    return place is None if not words else words in (said or "")


def fits(change, found):
    differences = [each.difference for each in change.figures if each.difference is not None]
    figures = tuple(map(format_decimal, differences))
    moved = change.kind == "moved" and not found.old
    any_aspect = found.aspect is None or found.kind == "moved"
    return (
        (change.kind, str(change.subject)) == (found.kind, found.subject)
        and (any_aspect or change.aspect == found.aspect)
        and (moved or (says(change.old, found.old) and says(change.new, found.new)))
        and (not found.figures or figures == found.figures)
    )


def unmatched(changes, expected):
    """The expected changes that were not found, and the found ones that were not expected."""
    left, missed = list(changes), []
    for found in expected:
        hit = next((change for change in left if fits(change, found)), None)
        if hit is None:
            missed.append(found)
        else:
            left.remove(hit)
    return missed, left


@pytest.fixture(scope="module")
def comparisons(tmp_path_factory):
    old = loaded(tmp_path_factory.mktemp("base"), edited())
    return {
        case.what: diff(old, loaded(tmp_path_factory.mktemp("edited"), edited(case.edit)))
        for case in CASES
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.what)
def test_a_hard_edit_is_found_as_what_it_is_and_nothing_else(comparisons, case):
    missed, left = unmatched(comparisons[case.what].changes, case.found)
    assert not missed, "\n".join(map(str, [*missed, "--- nhưng:", *left]))
    assert not left, "\n".join(map(str, left))


FORMS = {"terminal": terminal, "markdown": markdown, "html": html, "json": as_json}


@pytest.mark.parametrize("form", FORMS)
def test_every_word_and_figure_that_changed_stands_in_every_form(comparisons, form):
    vanished = []
    for case in CASES:
        said = " ".join(FORMS[form](comparisons[case.what]).split())
        if form == "json":
            figures = [words.replace(",", ".") for words in case.shown]
        for number, words in enumerate(case.shown):
            spellings = {words, *([figures[number]] if form == "json" else [])}
            if not any(each in said for each in spellings):
                vanished.append((case.what, words))
    assert not vanished, vanished


def test_the_measure_of_all_hard_edits(comparisons, request, capsys):
    expected = found = reported = 0
    for case in CASES:
        changes = comparisons[case.what].changes
        missed, _ = unmatched(changes, case.found)
        expected += len(case.found)
        found += len(case.found) - len(missed)
        reported += len(changes)
    with capsys.disabled():
        request.config.pluginmanager.get_plugin("terminalreporter").write_line(
            f"\n{len(CASES)} hard edits: recall {found}/{expected}, precision {found}/{reported}"
        )
    assert len(CASES) >= 60
    assert found == expected
    assert found * 100 >= 98 * reported
