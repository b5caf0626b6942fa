"""The sheets of every plan, made once for all tests of this folder."""

import pytest

from docgen.load.folder import load
from docgen.tasking.hand_out import HandedOut, hand_out
from docgen.view.plan import build_view
from tests.plan_files import ROOTS
from tests.tools import REPOSITORY


def handed_out(root, year) -> HandedOut:
    """What `docgen sheets` makes of a plan, by the office's own template."""
    plan, findings = load(root / "content" / year, root)
    assert plan, findings
    view, _ = build_view(plan)
    return hand_out(plan, view, year, REPOSITORY)


@pytest.fixture(scope="session")
def sheets() -> dict[str, HandedOut]:
    """By year, the real plan and every made-up one; each is made when it is first asked for."""

    class Made(dict[str, HandedOut]):
        def __missing__(self, year: str) -> HandedOut:
            return self.setdefault(year, handed_out(ROOTS[year], year))

    return Made()
