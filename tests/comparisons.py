"""Comparisons for the tests of the forms: the made-up 2025, and ones put together by hand."""

from pathlib import Path

from docgen.diff.changes import Change, Place
from docgen.diff.compare import Comparison, diff
from docgen.diff.forms.html import html
from docgen.diff.summary import summarise
from docgen.diff.words import spans, words_of
from docgen.finding import Where
from docgen.load.folder import load
from tests import made_up_2025

HOSTILE = (
    "<script>alert(1)</script> \"><img src=x onerror=alert(2)> {{ 7*7 }} '&amp; | `x` *y* _z_ #"
)


def made_up(folder: Path) -> Comparison:
    """The real 2024 against the made-up 2025."""
    loaded = [load(path, path.parents[1]) for path in made_up_2025.make(folder)]
    assert not any(findings for _, findings in loaded)
    return diff(*(plan for plan, _ in loaded))


def place(text: str, label: str = "Phần mở đầu › mục 1", part: str = "") -> Place:
    return Place(text, label, Where("content/plan.yaml", 7), part)


def by_hand(*changes: Change, **more: object) -> Comparison:
    """A comparison of just these changes."""
    names = {key: key.upper() for change in changes for key in change.agencies}
    return Comparison(
        "2024", "2025", changes, summarise(changes, []), **{"agencies": names, **more}
    )


def saved(comparison: Comparison, folder: Path) -> str:
    """The address of the page of a comparison, written in `folder`."""
    path = folder / "so-sanh.html"
    path.write_text(html(comparison), encoding="utf-8")
    return path.as_uri()


def marks(old: str, new: str):
    """The words that differ."""
    return spans(words_of([old], str), words_of([new], str))
