"""The floor under the coverage only rises."""

import pytest

from tests.coverage_floor import verdict


@pytest.mark.parametrize(
    ("percent", "said"),
    [(89.99, "below the floor of 90"), (90.0, ""), (91.99, ""), (92.0, "raise fail_under")],
)
def test_a_figure_below_the_floor_or_two_points_above_it_wants_something_done(percent, said):
    assert said in verdict(percent, 90)
    assert bool(said) == bool(verdict(percent, 90))
