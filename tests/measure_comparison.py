"""`python -m tests.measure_comparison [LIST …]`: how well known edits are found, list by list.

With names of lists each case that is not whole is told too: `-` what was missed, `+` what was
made up.
"""
# ruff: noqa: T201  (a command)

import io
import sys
import tempfile
from pathlib import Path

from openpyxl import load_workbook

from docgen.diff.compare import diff
from docgen.diff.forms.html import html
from docgen.diff.forms.json import json as as_json
from docgen.diff.forms.markdown import markdown
from docgen.diff.forms.terminal import terminal
from docgen.diff.forms.xlsx import xlsx
from tests.hard import (
    all_plans,
    edits,
    islands,
    islands_again,
    islands_third,
    made_up,
    made_up_again,
    made_up_third,
    real_2024,
    real_2024_again,
    real_2024_fourth,
    real_2024_third,
    richer_2024,
    richer_2024_again,
    structures,
    structures_again,
    sums,
    sums_again,
)
from tests.measured import loaded, unmatched

LISTS = (
    edits, structures, islands, islands_again, structures_again,
    real_2024, sums, real_2024_again, sums_again, real_2024_third, *made_up.LISTS,
    richer_2024, *made_up_again.LISTS, richer_2024_again, *richer_2024_again.LISTS,
    real_2024_fourth, *made_up_third.LISTS,
    all_plans, *all_plans.LISTS, islands_third,
)  # fmt: skip


def cells(workbook):
    """Every cell of a workbook, as text."""
    sheets = load_workbook(io.BytesIO(workbook), read_only=True)
    rows = (row for sheet in sheets for row in sheet.iter_rows(values_only=True))
    return " ".join(str(value) for row in rows for value in row if value is not None)


FORMS = {
    "terminal": terminal, "markdown": markdown, "html": html, "json": as_json,
    "xlsx": lambda comparison: cells(xlsx(comparison)),
}  # fmt: skip


def compared(made):
    """Each case of a list with the comparison of its plan, before and after the edit."""
    with tempfile.TemporaryDirectory() as folder:
        old = loaded(Path(folder) / "base", made.edited(), made.OFFICES)
        for number, case in enumerate(made.CASES):
            new = loaded(Path(folder) / str(number), made.edited(case.edit), made.OFFICES)
            yield case, diff(old, new)


def vanished(case, comparison, form):
    """The words and figures of a case that one form does not show."""
    if not case.shown:
        return
    said = " ".join(FORMS[form](comparison).split())
    for words in case.shown:
        figure = words.replace(".", "").replace(",", ".")
        short = figure.rstrip("0") if "." in figure else figure
        exact = {words, figure, short} if form in ("json", "xlsx") else {words}
        if not any(each in said for each in exact):
            yield words


def main(names):
    for made in LISTS:
        name = made.__name__.removeprefix("tests.hard.")
        if names and name not in names:
            continue
        expected = found = reported = whole = 0
        lost = []
        for case, comparison in compared(made):
            missed, left = unmatched(comparison.changes, case.found)
            expected += len(case.found)
            found += len(case.found) - len(missed)
            reported += len(comparison.changes)
            whole += not missed and not left
            lost += [
                (case.what, form, each)
                for form in FORMS
                for each in vanished(case, comparison, form)
            ]
            if names and (missed or left):
                print(f"\n{case.what}")
                for sign, these in (("-", missed), ("+", left)):
                    print(*(f"  {sign} {brief(each)}" for each in these), sep="\n")
        print(
            f"{name}: {whole} of {len(made.CASES)} cases whole, recall {found}/{expected}, "
            f"precision {found}/{reported}, vanished {len(lost)}"
        )
        for each in lost:
            print(*each)


def brief(each):
    old, new = (
        place
        if isinstance(place, str)
        else f"{place.label[-40:]} | {place.text[:60]}"
        if place
        else "∅"
        for place in (each.old, each.new)
    )
    figures = [getattr(figure, "difference", figure) for figure in each.figures]
    return f"{each.kind} {each.subject} [{each.aspect}] {old} → {new} {figures or ''}"


if __name__ == "__main__":
    main(sys.argv[1:])
