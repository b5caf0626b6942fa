"""What is still to be filled in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from docgen.finding import Finding, Severity
from docgen.plan.missing import MissingCell, missing_cells, missing_values
from docgen.rules.facts import Facts, rule


@rule(
    "KH690", Severity.ERROR, "số cần để tính còn trống",
    "Thiếu số này thì điểm bị trừ, điểm của nhóm và dòng tổng không tính được.",
)  # fmt: skip
def blank_number(facts: Facts) -> Iterator[Finding]:
    """A number that a formula needs."""
    for cell in missing_cells(facts.plan):
        if cell.counts:
            hint = f"Ghi số ở cột {cell.column.called}."
            yield blank_number.at(cell.place, f"{cell.title} còn trống", hint)


@rule(
    "KH691", Severity.WARNING, "chỗ cần điền còn trống",
    "Thiếu lý do, biện pháp, cơ quan hay thời gian thì không rõ ai làm gì, vì sao, đến khi nào.",
)  # fmt: skip
def blank_place(facts: Facts) -> Iterator[Finding]:
    """A required cell, or a value of an index whose key is there already.

    Rows that follow one another and lack the same are one finding.
    """
    for value in missing_values(facts.plan):
        yield blank_place.at(
            value.place, f"{value.title} còn trống", f"Ghi giá trị ở “{value.place}:”."
        )
    cells = (cell for cell in missing_cells(facts.plan) if not cell.counts)
    places = [list(group) for _, group in groupby(cells, key=lambda cell: cell.place)]
    for titles, alike in groupby(places, key=_lacks):
        yield from _required(list(alike), titles)


def _lacks(cells: list[MissingCell]) -> str:
    """The titles of the cells that a place lacks."""
    return "; ".join(cell.title for cell in cells)


def _required(places: list[list[MissingCell]], titles: str) -> Iterator[Finding]:
    """A finding for each key without a value; one for rows without the keys at all."""
    columns = ", ".join(cell.column.called for cell in places[0])
    written: list[list[MissingCell]] = []
    bare: list[list[MissingCell]] = []
    for place in places:
        own = place[0].column.key.value == place[0].place.value
        (written if own else bare).append(place)
    for place in written:
        yield blank_place.at(
            place[0].place, f"{titles} còn trống", f"Ghi nội dung ở cột {columns}."
        )
    if bare:
        message = f"dòng này chưa có {titles}"
        if bare[1:]:
            message = f"{len(bare)} dòng của bảng, kể từ dòng này, chưa có {titles}"
        yield blank_place.at(bare[0][0].place, message, f"Ghi nội dung ở cột {columns}.")
