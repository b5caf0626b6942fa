"""What came of many plans: a table on the screen, a workbook."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from openpyxl import Workbook

from docgen.batch.outcome import Outcome, State
from docgen.diff.forms.sheets import Column, Value, fill, set_header, workbook_bytes
from docgen.load.folder import shown

MOST_SHOWN = 40
NOT_WRITTEN = (State.REFUSED, State.FAILED)
_PLANS = (
    Column("Kế hoạch", 60), Column("Kết quả", 20), Column("Lỗi", 9), Column("Cảnh báo", 11),
    Column("Gợi ý", 9), Column("Văn bản", 60),
)  # fmt: skip
_TO_MEND = (Column("Kế hoạch", 60), Column("Kết quả", 20), Column("Vì sao chưa có văn bản", 110))
_TOTALS = (Column("Tổng cộng", 34), Column("Số lượng", 12))
_FINDINGS = ("lỗi", "cảnh báo", "gợi ý")


def table(outcomes: Sequence[Outcome], root: Path) -> str:
    """A line for each plan; of very many only those without a document, the first of them."""
    listed = [each for each in outcomes if each.state in NOT_WRITTEN]
    if len(outcomes) <= MOST_SHOWN:
        listed = list(outcomes)
    names = [shown(Path(each.plan), root) for each in listed[:MOST_SHOWN]]
    width = max(map(len, (*names, _PLANS[0].title)))
    lines = [_line(width, *(column.title for column in _PLANS[:5]))]
    for name, each in zip(names, listed, strict=False):
        counts = map(str, _counts(each))
        lines += [_line(width, name, each.state.label, *counts), *_why(each)]
    if len(listed) > MOST_SHOWN:
        lines.append(f"… và {len(listed) - MOST_SHOWN} kế hoạch nữa chưa có văn bản")
    if not listed:
        lines = []
    return "\n".join([*lines, "", totals(outcomes)]).lstrip()


def totals(outcomes: Sequence[Outcome]) -> str:
    """`6 kế hoạch: 5 đã tạo, 1 chưa tạo; 1 lỗi, 4 cảnh báo, 9 gợi ý`, and the memory it took."""
    states = Counter(each.state for each in outcomes)
    came = ", ".join(f"{states[state]} {state.label}" for state in State if states[state])
    found = ", ".join(f"{count} {name}" for name, count in _found(outcomes))
    most = max(each.megabytes for each in outcomes)
    memory = f" Bộ nhớ cao nhất của một tiến trình: {most} MB." if most else ""
    return f"{len(outcomes)} kế hoạch: {came}; {found}.{memory}"


def xlsx(outcomes: Sequence[Outcome], root: Path) -> bytes:
    """The workbook: totals, plans, and what is to be mended."""
    made = Workbook()
    del made[made.sheetnames[0]]
    states = Counter(each.state for each in outcomes)
    counted: list[list[Value]] = [["Kế hoạch", len(outcomes)]]
    counted += [[f"– {state.label}", states[state]] for state in State]
    counted += [[name.capitalize(), count] for name, count in _found(outcomes)]
    plans: list[list[Value]] = [
        [shown(Path(each.plan), root), each.state.label, *_counts(each), _document(each, root)]
        for each in outcomes
    ]
    to_mend: list[list[Value]] = [
        [shown(Path(each.plan), root), each.state.label, said]
        for each in outcomes
        for said in each.said
    ]
    for title, columns, rows, kept in (
        ("Tổng cộng", _TOTALS, counted, 0),
        ("Kế hoạch", _PLANS, plans, 1),
        ("Phải sửa", _TO_MEND, to_mend, 1),
    ):
        sheet = made.create_sheet(title)
        fill(sheet, columns, rows, kept=kept)
        set_header(sheet, "Tạo văn bản hàng loạt")
    return workbook_bytes(made)


def _document(outcome: Outcome, root: Path) -> str | None:
    if not outcome.document:
        return None
    return shown(Path(outcome.plan).parents[1] / outcome.document, root)


def _found(outcomes: Sequence[Outcome]) -> list[tuple[str, int]]:
    columns = zip(*map(_counts, outcomes), strict=True)
    return list(zip(_FINDINGS, map(sum, columns), strict=True))


def _counts(outcome: Outcome) -> tuple[int, int, int]:
    return outcome.errors, outcome.warnings, outcome.hints


def _line(width: int, *cells: str) -> str:
    name, state, errors, warnings, hints = cells
    return f"{name:<{width}}  {state:<18}  {errors:>4}  {warnings:>8}  {hints:>6}"


def _why(outcome: Outcome) -> Iterator[str]:
    """The first of what forbade a document, and how much more there is."""
    if outcome.said:
        more = len(outcome.said) - 1
        yield f"    {outcome.said[0]}" + (f" (và {more} chỗ nữa)" if more else "")
