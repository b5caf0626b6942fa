"""A table of a Word document that docgen built, as columns, rows, groups and merged cells.

Titles say what a column is, codes what a row stands under, vertical merges which cells
are shared. A formula that holds in all its rows is taken for one, so that a loss or a sum
is not reported beside the score that it follows from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, Literal

from docgen.docx.model import Cell, Paragraph
from docgen.docx.model import Row as WordRow
from docgen.docx.model import Table as WordTable
from docgen.plan.compute import ComputedRow, compute_table
from docgen.plan.expressions import missing_mark
from docgen.plan.fields import Number
from docgen.plan.source import Text
from docgen.plan.table import Column, Row, Table, Total, Value
from docgen.vietnamese import parse_decimal, round_half_up, without_marks

# The columns of the index's appendix by their titles; any other has its title as its key.
KNOWN = {
    "code": r"stt|tt|số tt",
    "name": r".*(?:tiêu chí|nội dung|lĩnh vực|nhiệm vụ).*",
    "max": r"điểm (?:chuẩn|tối đa)",
    "score": r"điểm (?:thẩm định|đạt được|số)",
    "loss": r".*bị trừ|điểm trừ",
    "reason": r"lý do.*",
    "remedy": r".*(?:biện pháp|giải pháp).*",
    "agencies": r".*(?:cơ quan|đơn vị).*",
    "time": r"thời (?:gian|hạn).*",
    "product": r".*(?:sản phẩm|kết quả).*",
}
FORMULAS = (
    ("score", "group", "max + sum('loss')"),
    ("loss", "compute", "score - max"),
    ("max", "total", "sum('max')"),
    ("score", "total", "sum('score')"),
    ("loss", "total", "sum('loss')"),
)

MISSING = re.compile(re.escape(missing_mark("X")).replace("X", "[^]]*"))
TextOf = Callable[[Paragraph], Text]


def table_of(table: WordTable, of: TextOf, unit: Text | None = None) -> Table | None:
    """The table; `of` makes a text of a paragraph, `unit` is the line that stands above it.

    `None` where it has no header of docgen's.
    """
    headers = [row for row in table.rows if row.header]
    rows = [row for row in table.rows if not row.header]
    if not headers or not rows:
        return None
    columns = _columns(headers, rows, of)
    numbers = next((row for row in headers if _style(row) == "KHTableNumber"), None)
    columns, numbered = _marked(columns, numbers, of)
    flat = [_line(row, columns, of) for row in rows]
    printed = [line for line in flat if line.style != "KHTableTotal"]
    _share(printed, [key for key, _ in columns])
    read = Table(
        columns=tuple(column for _, column in columns),
        rows=_tree(printed),
        total=next((_total(line, columns) for line in flat if line.style == "KHTableTotal"), None),
        numbered=numbered,
        unit=unit,
    )
    totals = next((line.cells for line in flat if line.style == "KHTableTotal"), {})
    return _with_formulas(read, totals)


@dataclass
class _Line:
    """A printed row; `runs` are the merged cells that begin in it, by the row that ends them."""

    style: str
    code: str
    cells: dict[str, Value]
    merges: Mapping[str, str]
    first: Text
    spans: Mapping[str, tuple[str, ...]]
    shared: dict[int, dict[str, Value]] = field(default_factory=dict)


def _style(row: WordRow) -> str:
    return next((each.style for cell in row.cells for each in cell.paragraphs), "")


def _columns(
    headers: Sequence[WordRow], rows: Sequence[WordRow], of: TextOf
) -> list[tuple[str, Column]]:
    titles = [row for row in headers if _style(row) == "KHTableHeader"]
    upper, lower = titles[0], titles[-1]
    columns: dict[str, Column] = {}
    for number, cell in enumerate(lower.cells):
        shown = _at(upper, number) if cell.merge == "continue" else cell
        title = of(shown.paragraphs[0])
        key = _key(title.value, columns)
        above = of(_at(upper, number).paragraphs[0]) if _at(upper, number) is not shown else None
        values = [
            said
            for row in rows
            if len(row.cells) == len(lower.cells) and _style(row) != "KHTableTotal"
            and (said := _said(row.cells[number]))
        ]  # fmt: skip
        numeric = (
            key != "code" and values and all(parse_decimal(value) is not None for value in values)
        )
        columns[key] = Column(
            key=replace(title, value=key), title=title, above=above,
            width=Number(Decimal(1), title), kind="decimal" if numeric else None,
        )  # fmt: skip
    return list(columns.items())


def _marked(
    columns: list[tuple[str, Column]], numbers: WordRow | None, of: TextOf
) -> tuple[list[tuple[str, Column]], Text | None]:
    """The columns with their own marks, and the one under which (1) stands."""
    if numbers is None:
        return columns, None
    marked, first = [], None
    for (key, column), cell in zip(columns, numbers.cells, strict=False):
        text = of(cell.paragraphs[0])
        if re.fullmatch(r"\(\d+\)", text.value):
            first = first or replace(text, value=key)
            marked.append((key, column))
        else:
            marked.append((key, replace(column, mark=text if text.value else None)))
    if first and first.value == columns[0][0]:
        first = replace(first, value="yes")
    return marked, first


def _at(row: WordRow, column: int) -> Cell:
    """The cell of a header over a column, spans counted."""
    passed = 0
    for cell in row.cells:
        passed += cell.span
        if column < passed:
            return cell
    return row.cells[-1]


def _said(cell: Cell) -> str:
    """The words of a cell; what a draft prints where something is missing is none."""
    return "" if MISSING.fullmatch(cell.text.strip()) else cell.text


def _key(title: str, taken: Iterable[str]) -> str:
    folded = title.strip().casefold()
    for key, pattern in KNOWN.items():
        if key not in taken and re.fullmatch(pattern, folded):
            return key
    return re.sub(r"\W+", "_", without_marks(folded)).strip("_") or "cot"


def _line(row: WordRow, columns: Sequence[tuple[str, Column]], of: TextOf) -> _Line:
    first = of(row.cells[0].paragraphs[0])
    cells: dict[str, Value] = {}
    merges: dict[str, str] = {}
    spans: dict[str, tuple[str, ...]] = {}
    keys = [key for key, _ in columns]
    passed = 0
    for cell in row.cells:
        key, column = columns[min(passed, len(columns) - 1)]
        covered = tuple(keys[passed : passed + cell.span])
        passed += cell.span
        if len(covered) > 1 and _style(row) != "KHTableAcross":
            spans[key] = covered
        texts = tuple(of(each) for each in cell.paragraphs if each.text.strip() and _said(cell))
        number = parse_decimal(cell.text) if column.kind and key not in spans else None
        if number is not None:
            cells[key] = Number(number, texts[0])
        elif texts and cell.merge != "continue":
            cells[key] = texts
        merges[key] = cell.merge
    code = row.cells[0].text if columns[0][0] == "code" else ""
    return _Line(_style(row), code, cells, merges, first, spans)


def _share(lines: Sequence[_Line], keys: Sequence[str]) -> None:
    """Takes cells that are merged over several rows out of their first row."""
    for start, line in enumerate(lines):
        for key in keys:
            if line.merges.get(key) != "restart":
                continue
            end = start + 1
            while end < len(lines) and lines[end].merges.get(key) == "continue":
                end += 1
            if end - start > 1:
                line.shared.setdefault(end - start, {})[key] = line.cells.pop(key, ())


def _tree(lines: Sequence[_Line]) -> tuple[Row, ...]:
    """The rows under their groups: by the codes, `8.1` holds `8.1.1`, and else by the order."""
    rows: list[Row] = []
    position = 0
    while position < len(lines):
        line = lines[position]
        if line.shared:
            length, cells = max(line.shared.items())
            del line.shared[length]
            below = _tree(lines[position : position + length])
            spans = {key: line.spans[key] for key in cells.keys() & line.spans.keys()}
            rows.append(Row("shared", cells, below, None, line.first, spans=spans))
            position += length
            continue
        end = position + 1
        if line.style in ("KHTableGroup", "KHTableAcross"):
            while end < len(lines) and not _ends(line, lines[end]):
                end += 1
        below = _tree(lines[position + 1 : end])
        if line.style == "KHTableAcross":
            rows.append(Row("across", {}, below, line.first, line.first))
        else:
            kind: Literal["group", "row", "blank"] = "group" if below else "row"
            if not (line.cells or below or any(line.merges.values())):
                kind = "blank"
            rows.append(Row(kind, line.cells, below, None, line.first, spans=line.spans))
        position = end
    return tuple(rows)


def _ends(group: _Line, line: _Line) -> bool:
    """Whether a row no longer stands under the group above it."""
    if line.style == "KHTableAcross":
        return True
    if group.style == "KHTableAcross" or line.code.startswith(f"{group.code}."):
        return False
    return line.style == "KHTableGroup" or "." in group.code


def _total(line: _Line, columns: Sequence[tuple[str, Column]]) -> Total | None:
    for key, column in columns:
        value = line.cells.get(key)
        if isinstance(value, tuple) and value and (key in line.spans or not column.kind):
            named = " - ".join(dict.fromkeys((key, line.spans.get(key, (key,))[-1])))
            return Total(label=value[0], column=replace(column.key, value=named))
    return None


def _with_formulas(table: Table, totals: Mapping[str, Value]) -> Table:
    """The table with each formula that gives in every row just what the paper shows."""
    for key, name, formula in FORMULAS:
        columns = tuple(
            _with_formula(column, name, formula) if column.key.value == key else column
            for column in table.columns
        )
        tried = replace(table, columns=columns)
        if _holds(table, tried, totals if name == "total" else None):
            table = tried
    return table


def _with_formula(column: Column, name: str, formula: str) -> Column:
    changed: dict[str, Any] = {name: replace(column.key, value=formula)}
    return replace(column, **changed)


def _holds(table: Table, tried: Table, totals: Mapping[str, Value] | None) -> bool:
    shown, computed = compute_table(table)[0], compute_table(tried)[0]
    if totals is None:
        return _numbers(shown.rows) == _numbers(computed.rows)
    said = {key: _first_number(value) for key, value in totals.items()}
    return all(_prints(value, said.get(key)) for key, value in computed.totals.items())


def _prints(value: Decimal, said: Decimal | None) -> bool:
    """Whether a value is what the paper says, which may have rounded it."""
    if said is None:
        return False
    digits = max(0, -int(said.as_tuple().exponent))
    return round_half_up(value, digits) == said


def _numbers(rows: Iterable[ComputedRow]) -> list[Mapping[str, Decimal]]:
    return [each for row in rows for each in (row.numbers, *_numbers(row.rows))]


def _first_number(value: Value) -> Decimal | None:
    """The number of a line of totals, without the rounded one in brackets."""
    text = value.text.value if not isinstance(value, tuple) else value[0].value if value else ""
    return parse_decimal(text.partition(" (")[0])
