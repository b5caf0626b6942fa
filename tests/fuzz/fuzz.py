"""`make fuzz`: hypothesis breaks contents, documents, templates, workbooks; shrinks what fails.

Run by name, never with the other tests. A failure prints its blob; `--hypothesis-seed` repeats
a run.
"""

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.contents import Contents, Values
from tests.fuzz.documents import Documents

EXAMPLES = int(os.environ.get("DOCGEN_FUZZ", "150"))
often = settings(
    max_examples=EXAMPLES, deadline=None, derandomize=False, print_blob=True,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
anyhow = st.randoms(use_true_random=False, note_method_calls=False)


@pytest.fixture(scope="module")
def contents(tmp_path_factory):
    return Contents(tmp_path_factory.mktemp("contents"))


@pytest.fixture(scope="module")
def values(tmp_path_factory):
    return Values(tmp_path_factory.mktemp("values"))


@pytest.fixture(scope="module")
def documents(tmp_path_factory):
    return Documents(tmp_path_factory.mktemp("documents"))


@often
@given(random=anyhow)
def test_contents(contents, random):
    how, outcomes, _ = contents.run(random)
    assert [each.fault for each in outcomes if each.fault] == [], how


@often
@given(random=anyhow)
def test_values(values, random):
    how, outcomes, _ = values.run(random)
    assert [each.fault for each in outcomes if each.fault] == [], how


@often
@given(random=anyhow)
def test_documents(documents, random):
    how, outcomes, _ = documents.run(random)
    assert [each.fault for each in outcomes if each.fault] == [], how
