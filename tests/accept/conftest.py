"""The real plan and its document, for what comes back from Word."""

import shutil

import pytest

from tests.plan_files import ROOTS, copy_project, printed

YEAR = "2024"


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """The real plan and its document."""
    project = copy_project(tmp_path_factory.mktemp("accept"), ROOTS[YEAR])
    return project, printed(project, YEAR)


@pytest.fixture
def project(original, tmp_path):
    """A copy to write into, and the document."""
    root = tmp_path / "project"
    shutil.copytree(original[0], root)
    return root, original[1]
