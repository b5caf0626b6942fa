"""The made-up 2025 against the real 2024, and its page."""

import pytest

from tests.comparisons import made_up, saved


@pytest.fixture(scope="module")
def comparison(tmp_path_factory):
    return made_up(tmp_path_factory.mktemp("made-up"))


@pytest.fixture(scope="module")
def page(comparison, tmp_path_factory):
    """The address of the page."""
    return saved(comparison, tmp_path_factory.mktemp("page"))
