"""A plan as content files in the style of the house: short keys, folded texts, rows on a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from docgen.edit.scalar import WIDTH
from docgen.edit.yaml_writer import Tree, after_colon, block, flow
from docgen.plan.dates import IssueDay, Years
from docgen.plan.fields import Day, Integer, Number
from docgen.plan.model import Appendix, Assignment, Item, Plan
from docgen.plan.source import Text
from docgen.plan.table import Column, Row, Table

ALWAYS = ("number", "date")
SHORT = ("text", "title", "notes")
_KINDS = (
    ("purposes", ("mục đích", "yêu cầu")),
    ("goals", ("mục tiêu", "chỉ tiêu")),
    ("assignments", ("tổ chức thực hiện", "phân công", "trách nhiệm")),
    ("budget", ("kinh phí",)),
    ("solutions", ("giải pháp",)),
    ("tasks", ("nhiệm vụ", "nội dung")),
)
HEAD = """\
# Kế hoạch lấy từ tệp Word đã ban hành, nguyên văn. Xem SOURCE.md: những gì chưa đưa vào được.
#
# taken_from: nội dung là văn bản đã ban hành, nên quy tắc chỉ nhắc, không chặn. Xóa dòng đó nếu
# dùng nội dung này để soạn văn bản mới.
"""


def files_of(plan: Plan) -> dict[str, str]:
    """The content files of a plan by name; each section and appendix has one of its own."""
    files: dict[str, str] = {}
    sections: list[Tree] = []
    for item in plan.sections:
        if not item.title or item.assignments:
            sections.append(_item(item))
            continue
        name = _free(_name(item.title.value), files)
        files[name] = _text(_mapping(item, Item))
        sections.append(name)
    appendices: list[Tree] = []
    for appendix in plan.appendices:
        name = _free("appendix", files)
        files[name] = _text(_mapping(appendix, Appendix))
        appendices.append(name)
    head = _mapping(plan, Plan)
    head |= {"sections": sections} if sections else {}
    head |= {"appendices": appendices} if appendices else {}
    return {"plan.yaml": HEAD + "\n" + _text(_ordered(head)), **files}


def _ordered(head: dict[str, Tree]) -> dict[str, Tree]:
    order = [each.name for each in fields(Plan)]
    return {key: head[key] for key in sorted(head, key=order.index)}


def _name(title: str) -> str:
    said = title.casefold()
    return next((name for name, words in _KINDS if any(each in said for each in words)), "section")


def _free(stem: str, taken: Mapping[str, str]) -> str:
    number, name = 1, f"{stem}.yaml"
    while name in taken:
        number += 1
        name = f"{stem}-{number}.yaml"
    return name


# ----------------------------------------------------------------------------- trees


def _mapping(value: Any, kind: Any) -> dict[str, Tree]:
    """The keys of a class that say something, in their order."""
    said: dict[str, Tree] = {}
    for each in fields(kind):
        if each.metadata.get("private"):
            continue
        found = getattr(value, each.name)
        if found or (kind is Plan and each.name in ALWAYS):
            said[each.name] = _value(found, each.name)
    return said


def _value(value: Any, key: str = "") -> Tree:
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, Text):
        return value.value
    if isinstance(value, Number | Integer | Day | Years | IssueDay):
        return value.text.value
    if isinstance(value, Table):
        return _mapping_of_table(value)
    if isinstance(value, Item):
        return _item(value)
    if isinstance(value, tuple):
        values = [_value(each) for each in value]
        return values[0] if len(values) == 1 and key in SHORT else values
    if isinstance(value, Mapping):
        return {name: _value(each) for name, each in value.items()}
    return _mapping(value, type(value))


def _item(item: Item) -> Tree:
    """An item as short as the content writes it."""
    said = _mapping(item, Item)
    if list(said) == ["text"]:
        return said["text"] if isinstance(said["text"], str) else said
    if list(said) == ["assignments"] and len(item.assignments) == 1:
        return _mapping(item.assignments[0], Assignment)
    return said


def _mapping_of_table(table: Table) -> dict[str, Tree]:
    said = _mapping(table, Table)
    said["columns"] = [_mapping(column, Column) for column in table.columns]
    rows = list(_rows(table.rows))
    total = said.pop("total", None)
    return {**said, **({"rows": rows} if rows else {}), **({"total": total} if total else {})}


def _rows(rows: Sequence[Row]) -> Iterator[Tree]:
    blank = 0
    for row in rows:
        if row.kind == "blank" or (row.kind == "row" and not row.cells and not row.spans):
            blank += 1
            continue
        if blank:
            yield {"blank": str(blank)}
            blank = 0
        yield _row(row)
    if blank:
        yield {"blank": str(blank)}


def _row(row: Row) -> Tree:
    cells: dict[str, Tree] = {}
    for key in {**row.cells, **row.spans}:
        span = row.spans.get(key, (key,))
        named = key if len(span) == 1 else f"{span[0]} - {span[-1]}"
        value = row.cells.get(key, ())
        cells[named] = _cell(value)
    below: dict[str, Tree] = {"rows": list(_rows(row.rows))} if row.rows else {}
    if row.kind == "shared":
        return {"shared": cells, **below}
    if row.across:
        return {"across": row.across.value, **below}
    return {**cells, **below}


def _cell(value: Any) -> Tree:
    if isinstance(value, tuple):
        texts = [each.value for each in value]
        return texts[0] if len(texts) == 1 else texts
    return str(value.text.value)


# ------------------------------------------------------------------------------ YAML


def _text(tree: Mapping[str, Tree]) -> str:
    lines = list(_mapping_lines(tree, 0))
    return "\n".join(lines).strip("\n") + "\n"


def _mapping_lines(tree: Mapping[str, Tree], column: int) -> Iterator[str]:
    pad = " " * column
    for number, (key, value) in enumerate(tree.items()):
        if column == 0 and number and _is_long(value):
            yield ""
        if isinstance(value, str) or not value:
            yield pad + key + ":" + after_colon(value, column, len(key), "\n")
        elif isinstance(value, Mapping):
            if key in ("total", "issuer", "signature") and _fits(value, column + len(key) + 2):
                yield f"{pad}{key}: {flow(value)}"
            else:
                yield f"{pad}{key}:"
                yield from _mapping_lines(value, column + 2)
        elif key in ("name", "lines", "title", "agencies", "superior") and _fits(
            value, column + len(key) + 2
        ):
            yield f"{pad}{key}: {flow(value)}"
        else:
            yield f"{pad}{key}:"
            yield from _list_lines(value, column + 2, key)


def _list_lines(values: Iterable[Tree], column: int, key: str) -> Iterator[str]:
    pad = " " * column
    for number, value in enumerate(values):
        if isinstance(value, Mapping) and not (
            key in ("columns", "rows") and _is_row(value, column)
        ):
            if (
                number
                and key in ("items", "assignments", "sections")
                and ("title" in value or "agency" in value)
            ):
                yield ""
            first, *rest = _mapping_lines(value, column + 2)
            yield f"{pad}- {first[column + 2 :]}"
            yield from rest
        elif isinstance(value, Mapping):
            yield f"{pad}- {flow(value)}"
        else:
            yield f"{pad}- {block(value, column + 2, chr(10))}"


def _is_row(value: Mapping[str, Tree], column: int) -> bool:
    return _fits(value, column + 2) and not any(
        each in value for each in ("rows", "shared", "blank")
    )


def _fits(value: Tree, column: int) -> bool:
    flat = isinstance(value, Mapping) or not isinstance(value, str)
    inner = value.values() if isinstance(value, Mapping) else value
    simple = all(isinstance(each, str) or _is_short_list(each) for each in inner)
    return flat and simple and column + len(flow(value)) <= WIDTH


def _is_short_list(value: Tree) -> bool:
    return not isinstance(value, Mapping) and all(isinstance(each, str) for each in value)


def _is_long(value: Tree) -> bool:
    return (not isinstance(value, str) and bool(value)) or (
        isinstance(value, str) and len(value) > WIDTH // 2
    )
