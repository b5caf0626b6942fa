"""Programs and files that tests ask for by name; tools.py says what happens without them."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests import plan_files, tools

if TYPE_CHECKING:
    from tests.browser import Browser

# A deadline would measure the machine, not the code. In CI the same examples come every time.
settings.register_profile("docgen", deadline=None, derandomize=tools.demanded(), print_blob=True)
settings.load_profile("docgen")

# What is imported and collected stays to the end: looking through it again and again for garbage
# took a fifth of the time of the suite.
gc.set_threshold(100_000, 50, 100)


def pytest_collection_finish():
    gc.collect()
    gc.freeze()


# The fixtures of programs beside Python: LibreOffice, a browser, poppler.
PROGRAMS = {"soffice", "chromium", "to_pdf", "poppler"}


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden", action="store_true", help="write tests/golden anew from what is built"
    )


def pytest_collection_modifyitems(items):
    """Whatever asks for a program beside Python is slow."""
    for item in items:
        if PROGRAMS & set(item.fixturenames):
            item.add_marker("slow")


@pytest.fixture(scope="session")
def soffice() -> str:
    """Path of LibreOffice."""
    return tools.program("soffice", "libreoffice", package="libreoffice-writer-nogui")


@pytest.fixture(scope="session")
def calc(soffice) -> str:
    """Path of LibreOffice where its Calc is there too."""
    library = Path(soffice).resolve().with_name("libsclo.so")
    missing = "LibreOffice has no Calc (Debian: apt-get install libreoffice-calc-nogui)"
    return tools.required(soffice if library.is_file() else None, missing)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of a browser that runs headless."""
    return tools.program("chromium", "chromium-browser", "google-chrome", package="chromium")


@pytest.fixture(scope="module")
def browser(chromium) -> Iterator["Browser"]:
    """A page in a headless browser, for all the tests of a module."""
    from tests.browser import running

    with running(chromium) as browser:
        yield browser


@pytest.fixture(scope="session")
def poppler() -> Callable[[str], str]:
    """Path of one of poppler's programs: `poppler("pdftotext")`."""
    return lambda name: tools.program(name, package="poppler-utils")


@pytest.fixture(scope="session")
def to_pdf(soffice, tmp_path_factory) -> Callable[..., list[Path]]:
    """Turn .docx files into PDFs in a new folder: 1.5 s a call, 0.3 s a file, so call it once."""
    profile = tmp_path_factory.mktemp("soffice-profile")
    return lambda *documents: tools.convert_to_pdf(
        soffice, profile, documents, tmp_path_factory.mktemp("pdf")
    )


@pytest.fixture(scope="session")
def documents(tmp_path_factory) -> dict[str, Path]:
    """The real plan and the three made-up ones of `tests/plans`, built, by year."""
    return plan_files.documents(tmp_path_factory.mktemp("documents"))


@pytest.fixture(scope="session")
def short_plan(tmp_path_factory) -> Path:
    """The project of the real plan with its first rows and tasks alone; not to be written into."""
    return plan_files.short_project(tmp_path_factory.mktemp("short") / "project")


@pytest.fixture(scope="session")
def check_ooxml() -> Callable[[Path], list[str]]:
    """What is unsound in a .docx by the schemas of ECMA-376 and beyond: empty when all is well."""
    return tools.ooxml_checker(tools.shared("ooxml/check_ooxml.py"))


@pytest.fixture(scope="session")
def audit_ooxml() -> Callable[[Path], list[str]]:
    """What is unsound in a .docx for openxml-audit, a second opinion: empty when all is well."""
    return tools.audit


@pytest.fixture(scope="session")
def seed_text() -> str:
    """The scanned plan of 2024 that the content was taken from."""
    return tools.shared("seed/ke-hoach-2024.txt").read_text(encoding="utf-8")
