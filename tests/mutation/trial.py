"""One mutant tried: its text put into a copy of the tree, the tests run there until one fails."""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Collection
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path

import pytest

from tests.tools import REPOSITORY

CPU_SECONDS = 150  # beyond them a mutant is taken for one that never ends
MEGABYTES = 4000
# What tests import of others, once for all trials.
OTHERS = ("docx", "docxtpl", "jinja2", "lsprotocol.types", "lxml.etree", "openpyxl",
          "playwright.sync_api", "pygls", "rapidfuzz", "starlette.testclient", "yaml")  # fmt: skip
PROGRAMS = {"soffice", "chromium", "to_pdf", "poppler"}

Wanted = Callable[[pytest.Item], bool]


def copied(folder: Path) -> Path:
    """The files of the repository that git knows, in another folder."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=REPOSITORY, check=True, capture_output=True, text=True
    )
    for name in filter(None, listed.stdout.split("\0")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(REPOSITORY / name, folder / name)
    for name in OTHERS:
        import_module(name)
    return folder


def among(tests: Collection[str]) -> Wanted:
    """Whether a test is one of these."""
    return lambda item: item.nodeid in tests


def slow(item: pytest.Item) -> bool:
    """Whether a test is slow, but needs no program beside Python."""
    return item.get_closest_marker("slow") is not None and not PROGRAMS & set(item.fixturenames)


def killer(tree: Path, file: str, text: str | None, tests: list[str], wanted: Wanted) -> str:
    """The first test that fails with a file changed: its id, why there is none, or nothing."""
    path = tree / file
    before = path.read_bytes()
    if text is not None:
        path.write_text(text, encoding="utf-8", newline="\n")
    try:
        fork = get_context("fork")
        told, tells = fork.Pipe(duplex=False)
        process = fork.Process(target=_run, args=(tree, tests, wanted, tells))
        process.start()
        tells.close()
        process.join()
        if process.exitcode and process.exitcode > 0:
            raise ChildProcessError(f"the tests could not be run on {file}")
        if process.exitcode:
            return f"no end: signal {-process.exitcode}"
        return told.recv()
    finally:
        path.write_bytes(before)


class _Only:
    """Runs the tests that are wanted and keeps the first that failed."""

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.failed = ""

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = filter(self.wanted, items)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed = self.failed or report.nodeid

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.failed = self.failed or report.nodeid


def _run(tree: Path, tests: list[str], wanted: Wanted, tells) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 5))
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20, MEGABYTES << 20))
    os.chdir(tree)
    for name in [each for each in sys.modules if each.partition(".")[0] == "tests"]:
        del sys.modules[name]
    sys.path.insert(0, str(tree))
    os.environ["PYTHONPATH"] = str(tree)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    only = _Only(wanted)
    options = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--rootdir", str(tree)]
    # Its plugins are imported already, by this process.
    options += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]
    code = pytest.main([*options, *tests], plugins=[only])
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED) and not only.failed:
        only.failed = f"pytest: {code}"
    tells.send(only.failed)
    os._exit(0)  # the threads that this process was forked from are not there to be joined
