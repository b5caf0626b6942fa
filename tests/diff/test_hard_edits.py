"""Where the structure moves nothing vanishes: each hard edit is found, whole, and nothing else."""

import io

import pytest
from openpyxl import load_workbook

from docgen.diff.compare import diff
from docgen.diff.forms.html import html
from docgen.diff.forms.json import json as as_json
from docgen.diff.forms.markdown import markdown
from docgen.diff.forms.terminal import terminal
from docgen.diff.forms.xlsx import xlsx
from tests import hard_edits, hard_mixes, hard_moves, hard_structures, hard_thirds
from tests.measured import loaded, unmatched

PLANS = (hard_edits, hard_structures, hard_moves, hard_mixes, hard_thirds)
CASES = tuple(case for made in PLANS for case in made.CASES)


@pytest.fixture(scope="module")
def comparisons(tmp_path_factory):
    found = {}
    for made in PLANS:
        old = loaded(tmp_path_factory.mktemp("base"), made.edited(), made.OFFICES)
        for case in made.CASES:
            plan = made.edited(case.edit)
            new = loaded(tmp_path_factory.mktemp("edited"), plan, made.OFFICES)
            found[case.what] = diff(old, new)
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.what)
def test_a_hard_edit_is_found_as_what_it_is_and_nothing_else(comparisons, case):
    missed, left = unmatched(comparisons[case.what].changes, case.found)
    assert not missed, "\n".join(map(str, [*missed, "--- nhưng:", *left]))
    assert not left, "\n".join(map(str, left))


FORMS = {
    "terminal": terminal, "markdown": markdown, "html": html, "json": as_json,
    "xlsx": lambda comparison: cells(xlsx(comparison)),
}  # fmt: skip


def cells(workbook):
    """Every cell of a workbook, as text."""
    sheets = load_workbook(io.BytesIO(workbook), read_only=True)
    rows = (row for sheet in sheets for row in sheet.iter_rows(values_only=True))
    return " ".join(str(value) for row in rows for value in row if value is not None)


@pytest.mark.parametrize("form", FORMS)
def test_every_word_and_figure_that_changed_stands_in_every_form(comparisons, form):
    vanished = []
    for case in CASES[:: 4 if form == "xlsx" else 1]:
        said = " ".join(FORMS[form](comparisons[case.what]).split())
        for words in case.shown:
            figure = words.replace(".", "").replace(",", ".")
            short = figure.rstrip("0") if "." in figure else figure
            exact = {words, figure, short} if form in ("json", "xlsx") else {words}
            if not any(each in said for each in exact):
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
    assert len(CASES) >= 210
    assert found == expected
    assert found * 100 >= 98 * reported
