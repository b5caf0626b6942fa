"""Where the structure moves nothing vanishes: each hard edit is found, whole, and nothing else."""

import pytest

from tests.hard import real_2024
from tests.measure_comparison import FORMS, LISTS, compared, vanished
from tests.measured import unmatched

pytestmark = pytest.mark.slow

CASES = [
    pytest.param(made, case, id=f"{made.__name__}: {case.what}")
    for made in LISTS
    for case in made.CASES
]


@pytest.fixture(scope="module")
def comparisons():
    """By list its cases with their comparisons, made when first asked for."""
    found = {}

    def of(made):
        if made not in found:
            found[made] = {case.what: comparison for case, comparison in compared(made)}
        return found[made]

    return of


@pytest.mark.parametrize(("made", "case"), CASES)
def test_a_hard_edit_is_found_as_what_it_is_and_nothing_else(comparisons, made, case):
    missed, left = unmatched(comparisons(made)[case.what].changes, case.found)
    assert not missed, "\n".join(map(str, [*missed, "--- nhưng:", *left]))
    assert not left, "\n".join(map(str, left))


@pytest.mark.parametrize("form", FORMS)
def test_every_word_and_figure_that_changed_stands_in_every_form(comparisons, form):
    cases = [(made, case) for made in LISTS if made is not real_2024 for case in made.CASES]
    lost = [
        (case.what, words)
        for made, case in cases[:: 4 if form == "xlsx" else 1]
        for words in vanished(case, comparisons(made)[case.what], form)
    ]
    assert not lost, lost
