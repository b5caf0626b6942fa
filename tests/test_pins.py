"""The pinned packages can be had for every Python that docgen says it runs on, Windows too."""

import re
import subprocess
import sys

import pytest

from tests.tools import REPOSITORY

pytestmark = pytest.mark.slow

PLATFORMS = {
    "Linux": ("manylinux2014_x86_64", "manylinux_2_28_x86_64"),
    "Windows": ("win_amd64",),
}
PROJECT = (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8")
VERSIONS = re.findall(r"Programming Language :: Python :: (3\.\d+)", PROJECT)


def test_the_oldest_python_of_the_project_is_among_those_tried():
    (oldest,) = re.findall(r'requires-python = ">=(3\.\d+)"', PROJECT)
    assert VERSIONS[0] == oldest
    assert len(VERSIONS) > 1


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("system", PLATFORMS)
def test_every_pin_has_a_built_package(version, system, tmp_path):
    platforms = [f"--platform={each}" for each in PLATFORMS[system]]
    run = subprocess.run(
        [sys.executable, "-m", "pip", "install", "--dry-run", "--quiet", "--ignore-installed",
         "--disable-pip-version-check", "--only-binary=:all:", f"--python-version={version}",
         *platforms, "--target", tmp_path, "-r", REPOSITORY / "requirements.txt"],
        check=False, capture_output=True, encoding="utf-8", timeout=300,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr[-1500:]
