"""Random edits of the real plan, eight at once: each is found as what it is, and nothing else."""

import pytest

from docgen.diff.compare import diff
from tests.hard import real_2024
from tests.measured import loaded, unmatched
from tests.random_edits import KINDS, RandomEdits

SEEDS = range(83, 91)  # together they make every kind


@pytest.fixture(scope="module")
def old(tmp_path_factory):
    return loaded(tmp_path_factory.mktemp("old"), real_2024.base(), real_2024.OFFICES)


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_many_edits_at_once_are_each_found_and_nothing_else_is(old, seed, tmp_path):
    edits = RandomEdits(seed, 8)
    new = loaded(tmp_path, edits.plan, real_2024.OFFICES)
    missed, left = unmatched(diff(old, new).changes, edits.found)
    assert not missed, "\n".join(map(str, [edits.done, *missed, "--- nhưng:", *left]))
    assert not left, "\n".join(map(str, [edits.done, *left]))


@pytest.mark.slow
def test_every_kind_of_edit_is_made_by_one_of_the_seeds():
    done = {name for seed in SEEDS for name in RandomEdits(seed, 8).done}
    assert done == {edit.__name__ for edit in KINDS}
