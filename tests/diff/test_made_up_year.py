"""The comparison finds every known edit of the made-up 2025 as what it is, and nothing else."""

import pytest

from docgen.diff.compare import diff
from docgen.load.folder import load
from docgen.vietnamese import format_decimal
from tests import made_up_2025


@pytest.fixture(scope="module")
def comparison(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made-up")
    old, new = made_up_2025.make(folder)
    plans = []
    for path in (old, new):
        plan, findings = load(path, folder)
        assert not findings
        plans.append(plan)
    return diff(*plans)


def says(place, words):
    if not words:
        return place is None
    if place is None:
        return False
    said = " ".join(f"{place.label} {place.text}".split())
    return (
        words.replace("{{ year }}", "2025") in said or words.replace("{{ year }}", "2024") in said
    )


def fits(change, found):
    figures = tuple(
        format_decimal(each.difference) for each in change.figures if each.difference is not None
    )
    return (
        (change.kind, str(change.subject)) == (found.kind, found.subject)
        and change.aspect == found.aspect
        and says(change.old, found.old)
        and says(change.new, found.new)
        and (not found.figures or figures == found.figures)
    )


def test_each_known_edit_is_found_as_what_it_is_and_nothing_else_is_reported(
    comparison, request, capsys
):
    expected = [(known, found) for known in made_up_2025.EDITS for found in known.found]
    left = list(comparison.changes)
    missed = []
    for known, found in expected:
        hits = [change for change in left if fits(change, found)]
        if len(hits) == 1:
            left.remove(hits[0])
        else:
            missed.append((known.what, found, len(hits)))
    hit = len(expected) - len(missed)
    with capsys.disabled():
        request.config.pluginmanager.get_plugin("terminalreporter").write_line(
            f"\n{len(made_up_2025.EDITS)} known edits: recall {hit}/{len(expected)},"
            f" precision {hit}/{len(comparison.changes)}"
        )
    assert len(made_up_2025.EDITS) >= 60
    assert not missed, "\n".join(map(str, missed))
    assert not left, "\n".join(map(str, left))
