"""A comparison as a workbook: figures to reckon with, rows and tasks to sort, filter and print.

Numbers are written digit for digit as the content has them; texts are never formulas. The
words that differ are marked as everywhere: struck out in the old text, underlined in the new.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText
from openpyxl.worksheet.worksheet import Worksheet

from docgen.diff.changes import Change, Figure, Moved, Subject
from docgen.diff.compare import Comparison
from docgen.diff.forms import phrases
from docgen.diff.forms.phrases import Run
from docgen.diff.forms.places import code_and_name, numbered, thing
from docgen.diff.forms.sheets import NEW, OLD, Column, Value, fill, rich, set_header, workbook_bytes

TASKS = (Subject.TASK, Subject.AGENCY)
FIRST_FIGURES = ("max", "score", "loss")

_CRITERION = (Column("Số", 6), Column("Mã", 9), Column("Tên tiêu chí", 34))


def xlsx(comparison: Comparison) -> bytes:
    """The bytes of the workbook, the same for the same comparison; numbers are numbers."""
    changes = numbered(comparison.changes)
    rows = [pair for pair in changes if pair[1].subject is Subject.CRITERION]
    tasks = [pair for pair in changes if pair[1].subject in TASKS]
    others = [pair for pair in changes if pair not in rows and pair not in tasks]
    workbook = Workbook()
    del workbook[workbook.sheetnames[0]]
    _summary(workbook.create_sheet("Tóm tắt"), comparison)
    _fields(workbook.create_sheet("Lĩnh vực"), comparison)
    _figures(workbook.create_sheet("Số liệu"), comparison, [p for p in rows if p[1].figures])
    _cells(workbook.create_sheet("Tiêu chí"), comparison, [p for p in rows if not p[1].figures])
    _texts(workbook.create_sheet("Nhiệm vụ"), comparison, tasks)
    _texts(workbook.create_sheet("Nội dung khác"), comparison, others, numbers=True)
    for sheet in workbook.worksheets:
        set_header(sheet, phrases.title(comparison))
    return workbook_bytes(workbook)


# --------------------------------------------------------------------------------- sheets


def _summary(sheet: Worksheet, comparison: Comparison) -> None:
    """What the comparison comes to: a line a finding, a line a figure, a line a deadline."""
    summary = comparison.summary
    columns = [Column("Nội dung", 64), Column("Thay đổi", 60), *_figure_columns("", comparison)]
    rows: list[list[Value]] = [[note] for note in comparison.notes]
    rows += [[finding] for finding in phrases.findings(comparison)]
    rows += [list(pair) for pair in phrases.counts(comparison)]
    for name, figure in summary.ranks:
        rows.append([f"{name}, xếp hạng", phrases.difference(figure), *_numbers(figure)])
    rows += [[name, None, *_numbers(figure)] for name, figure in summary.sums]
    for each in summary.deadlines:
        rows.append([f"Thời hạn, {each.change.place.label}", phrases.deadline(each)])
    if any(change.subject is Subject.CRITERION and change.figures for change in comparison.changes):
        rows.append(["Trang Số liệu: ô để trống là số không đổi hoặc không có."])
    fill(sheet, columns, rows)


def _fields(sheet: Worksheet, comparison: Comparison) -> None:
    """One line a field: maximum and score in both plans, and of what the difference is made."""
    fields = comparison.summary.fields
    most, score = (
        next((figure.title for figure in figures if figure.title), title)
        for figures, title in (
            ((each.maximum for each in fields), "Điểm chuẩn"),
            ((each.score for each in fields), "Điểm"),
        )
    )
    columns = [
        Column("Mã", 7), Column("Lĩnh vực", 44),
        *_figure_columns(most, comparison), *_figure_columns(score, comparison),
        Column("Do điểm các dòng đổi", 16, signed=True),
        Column("Do dòng thêm, bỏ, chuyển, điểm chuẩn hoặc công thức đổi", 20, signed=True),
    ]  # fmt: skip
    rows: list[list[Value]] = [
        [
            each.code, each.name, *_numbers(each.maximum), *_numbers(each.score),
            *([each.rescored, each.moved] if each.score.difference is not None else []),
        ]
        for each in fields
    ]  # fmt: skip
    fill(sheet, columns, rows, kept=2)


def _figures(sheet: Worksheet, comparison: Comparison, rows: Sequence[tuple[int, Change]]) -> None:
    """One line a criterion whose numbers changed: each of them in both plans."""
    titles = {figure.key: figure.title for _, change in rows for figure in change.figures}
    keys = sorted(titles, key=lambda key: (*(key != first for first in FIRST_FIGURES),))
    columns = [
        *_CRITERION, Column("Thay đổi", 13),
        *(column for key in keys for column in _figure_columns(titles[key], comparison)),
        Column("Cơ quan", 24),
    ]  # fmt: skip
    values: list[list[Value]] = []
    for number, change in rows:
        given = {figure.key: figure for figure in change.figures}
        numbers = [_numbers(given[key]) if key in given else [None] * 3 for key in keys]
        values.append([
            number, *code_and_name(change), change.word,
            *(value for three in numbers for value in three), _agencies(change, comparison),
        ])  # fmt: skip
    fill(sheet, columns, values, kept=len(_CRITERION))


def _cells(sheet: Worksheet, comparison: Comparison, rows: Sequence[tuple[int, Change]]) -> None:
    """One line a change of a criterion's texts: the cell that is meant, old and new."""
    columns = [
        *_CRITERION, Column("Thay đổi", 13), Column("Ô", 16),
        *_text_columns(comparison), Column("Cơ quan", 24),
    ]  # fmt: skip
    values: list[list[Value]] = [
        [
            number, *code_and_name(change), change.word, change.place.part, *_sides(change),
            _agencies(change, comparison),
        ]
        for number, change in rows
    ]  # fmt: skip
    fill(sheet, columns, values, kept=len(_CRITERION))


def _texts(
    sheet: Worksheet,
    comparison: Comparison,
    rows: Sequence[tuple[int, Change]],
    *,
    numbers: bool = False,
) -> None:
    """One line a change: whose it is, what happened, old and new text; a line a number."""
    columns = [
        Column("Số", 6), Column("Cơ quan", 18), Column("Thay đổi", 13), Column("Mục", 16),
        *_text_columns(comparison, 42), *(_figure_columns("Số", comparison) if numbers else []),
        *(Column(f"Vị trí {name}", 20) for name in (comparison.old, comparison.new)),
    ]  # fmt: skip
    values: list[list[Value]] = []
    for number, change in rows:
        what: list[Value] = [number, _agencies(change, comparison), change.word]
        labels = [place.label if place else None for place in (change.old, change.new)]
        blank = [None] * 3 if numbers else []
        if change.figures and numbers:
            values += [
                [*what, f"{thing(change)}: {each.title}", None, None, *_numbers(each), *labels]
                for each in change.figures
            ]
        else:
            values.append([*what, thing(change), *_marked(change), *blank, *labels])
    fill(sheet, columns, values)


def _text_columns(comparison: Comparison, width: int = 44) -> list[Column]:
    return [Column(f"Nội dung {name}", width) for name in (comparison.old, comparison.new)]


def _figure_columns(title: str, comparison: Comparison) -> list[Column]:
    names = (f"{title} {name}".strip() for name in (comparison.old, comparison.new))
    return [
        *(Column(name, 11) for name in names),
        Column(phrases.capital(f"{title} chênh lệch".strip()), 11, signed=True),
    ]


def _numbers(figure: Figure) -> list[Decimal | None]:
    return [figure.old, figure.new, figure.difference]


def _agencies(change: Change, comparison: Comparison) -> str:
    return "; ".join(comparison.agencies[key] for key in change.agencies)


def _sides(change: Change) -> Sequence[str | CellRichText | None]:
    """The texts of a criterion's change; of one that moved, where it stood and stands first."""
    if not isinstance(change, Moved):
        return _marked(change)
    labels = [place.label if place else "" for place in (change.old, change.new)]
    if not change.spans:
        return labels
    return [
        rich([Run(f"{label}\n"), *side], font)
        for label, side, font in zip(labels, phrases.runs(change), (OLD, NEW), strict=True)
    ]


def _marked(change: Change) -> list[CellRichText | None]:
    """The old and the new text with their marks, blank where there is none."""
    cells = [Run(f"\n{phrases.cell(each)}") for each in change.cells]
    return [
        rich([*side, *cells], font) if side else None
        for side, font in zip(phrases.runs(change), (OLD, NEW), strict=True)
    ]
