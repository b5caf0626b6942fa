"""What is still to be filled in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from docgen.finding import Finding, Severity
from docgen.plan.missing import MissingCell, missing_cells, missing_values
from docgen.rules.facts import Facts, rule


@rule(
    "KH690",
    Severity.ERROR,
    "số cần để tính còn trống",
    "Thiếu số này thì điểm bị trừ, điểm của nhóm và dòng tổng không tính được.",
)
def blank_number(facts: Facts) -> Iterator[Finding]:
    """A number that a formula needs."""
    for cell in missing_cells(facts.plan):
        if cell.counts:
            hint = f"Ghi số ở “{cell.column.key}:”."
            yield blank_number.at(cell.place, f"{cell.title} còn trống", hint)


@rule(
    "KH691",
    Severity.WARNING,
    "chỗ cần điền còn trống",
    "Thiếu lý do, biện pháp, cơ quan hay thời gian thì không rõ ai làm gì, vì sao, đến khi nào.",
)
def blank_place(facts: Facts) -> Iterator[Finding]:
    """A required cell, or a value of an index whose key is there already."""
    for value in missing_values(facts.plan):
        yield blank_place.at(
            value.place, f"{value.title} còn trống", f"Ghi giá trị ở “{value.place}:”."
        )
    cells = (cell for cell in missing_cells(facts.plan) if not cell.counts)
    for place, group in groupby(cells, key=lambda cell: cell.place):
        yield _required(list(group), place.value)


def _required(cells: list[MissingCell], word: str) -> Finding:
    """One finding for the cells that one place lacks: a row may lack several keys."""
    titles = "; ".join(cell.title for cell in cells)
    keys = ", ".join(f"“{cell.column.key}:”" for cell in cells)
    here = cells[0].column.key.value == word
    message = f"{titles} còn trống" if here else f"dòng này chưa có {titles}"
    return blank_place.at(cells[0].place, message, f"Ghi nội dung ở {keys}.")


CHECKS = (blank_number, blank_place)
