"""Slips of every kind are found on their line, each alone in a plan.

A few of each kind, because each is a whole check; `python -m tests.rules.recall` measures all.
"""

from itertools import groupby
from operator import itemgetter

import pytest

from tests.rules import recall

pytestmark = pytest.mark.slow

OF_EACH_KIND = {"kinds": 1, "third": 1, "fourth": 1, "sixth": 1, "tenth": 1, "thirteenth": 1}


def a_few(name):
    """The first slips of each kind of a list that were found when they were recorded."""
    for _, kind in groupby(recall.slips(name), itemgetter("kind")):
        yield from [slip for slip in kind if slip["codes"]][: OF_EACH_KIND[name]]


@pytest.fixture(scope="module")
def plans(tmp_path_factory):
    """By content and year: a copy to make slips in, and what is found in it without one."""
    made = {}

    def plan(file):
        content, year, _ = recall.place(file)
        if (content, year) not in made:
            root = recall.copied(tmp_path_factory.mktemp("slips"), content)
            made[content, year] = root, recall.found(root, year)
        return made[content, year]

    return plan


FEW = [slip for name in OF_EACH_KIND for slip in a_few(name)]


@pytest.mark.parametrize(
    "slip", FEW, ids=[f"{slip['kind']}-{number}" for number, slip in enumerate(FEW)]
)
def test_a_slip_of_each_kind_is_found_on_its_line_by_the_rules_recorded(slip, plans):
    assert set(slip["codes"].split()) <= set(recall.codes(slip, *plans(slip["file"])).split())


def test_of_the_recorded_slips_nine_in_ten_are_found_and_nearly_all_that_harm():
    every = recall.slips("kinds")
    harmful = [slip for slip in every if slip["harmful"]]
    assert sum(bool(slip["codes"]) for slip in every) >= len(every) * 9 // 10
    assert sum(bool(slip["codes"]) for slip in harmful) >= len(harmful) * 95 // 100
