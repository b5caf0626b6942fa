"""The workbook of the real plan, written once."""

import io

import pytest
from openpyxl import load_workbook

from docgen.accept.base import base_today
from docgen.sheets.lines import sheets_of
from docgen.sheets.out import chosen, workbook_of
from tests.tools import REPOSITORY


def written(root, year, part="", agency=""):
    """The bytes that `docgen excel out` writes."""
    base, findings = base_today(root / "content" / year, root)
    assert base, findings
    found = sheets_of(base.paper)
    return workbook_of(base.paper.plan, chosen(found, part, agency), year, found.sheets)


@pytest.fixture(scope="session")
def paper():
    """The paper of the real plan."""
    base, findings = base_today(REPOSITORY / "content" / "2024", REPOSITORY)
    assert base, findings
    return base.paper


@pytest.fixture(scope="session")
def untouched() -> bytes:
    """The workbook of the real plan."""
    return written(REPOSITORY, "2024")


@pytest.fixture
def workbook(untouched):
    """The same, opened."""
    return load_workbook(io.BytesIO(untouched))


@pytest.fixture(scope="session")
def short_workbook(short_plan) -> bytes:
    """The workbook of the real plan, cut short."""
    return written(short_plan, "2024")


@pytest.fixture(scope="session")
def short_base(short_plan):
    """What the real plan, cut short, prints today."""
    base, findings = base_today(short_plan / "content" / "2024", short_plan)
    assert base, findings
    return base


@pytest.fixture(scope="session")
def short_sheets(short_base):
    """The sheets of the real plan, cut short, as it stands."""
    return sheets_of(short_base.paper)


@pytest.fixture(scope="session")
def sheets(paper):
    """The sheets of the real plan as it stands."""
    return sheets_of(paper)
