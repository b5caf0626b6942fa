"""Tables of the content: columns first, then rows by the keys of those columns."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any, Literal

from yaml.nodes import MappingNode, Node, ScalarNode

from docgen.finding import Rule, Severity
from docgen.load.read import Reader
from docgen.plan.fields import Integer, Number
from docgen.plan.model import Column, Row, Table, with_rows
from docgen.plan.source import Text

NO_SUCH_COLUMN = Rule(
    "KH016", Severity.ERROR, "mã cột không có trong bảng", "Ô này sẽ không được in."
)
BAD_COLUMN = Rule("KH018", Severity.ERROR, "cột khai sai", "Ô của cột này sẽ không in đúng.")
UNPRINTED = Rule("KH019", Severity.ERROR, "ô không có chỗ in", "Chữ ghi ở ô này sẽ không lên giấy.")
RULES = (NO_SUCH_COLUMN, BAD_COLUMN, UNPRINTED)

STRUCTURE = ("rows", "shared", "across")
_NAME = re.compile(r"\b[a-z]\w*\b(?!['\"])")
_KEY = re.compile(r"[a-z][a-z0-9_]*")
KINDS = {"decimal": Number, "integer": Integer}


def read_table(reader: Reader, node: Node, path: str) -> Table | None:
    """The table at a node, read with the reader of its file; `None` where it is no mapping."""
    return TableReader(reader).table(node, path)


class TableReader:
    """Reads one table with the reader of its file."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.columns: Mapping[str, Column] = {}

    def table(self, node: Node, path: str) -> Table | None:
        """The table at a node; `None` where it is no mapping at all.

        A column without key or title and a total row without label are findings and left out.
        """
        rows = None
        if isinstance(node, MappingNode):
            rows = next((child for key, child in node.value if key.value == "rows"), None)
            rest = [pair for pair in node.value if pair[0].value != "rows"]
            node = MappingNode(node.tag, rest, node.start_mark, node.end_mark, node.flow_style)
        table: Table | None = self.reader.mapping(node, Table, path)
        if table is None:
            return None
        for column in table.columns:
            self._column(column)
        self._order(table.columns)
        self._total(table)
        whole = tuple(column for column in table.columns if column.key and column.title)
        total = table.total if table.total and table.total.label else None
        table = replace(table, columns=whole, total=total)
        if rows is None:
            return table
        return with_rows(table, self._rows(rows, f"{path}.rows"))

    def _column(self, column: Column) -> None:
        """Takes up a column, and says what would keep its cells from being printed."""
        formula = column.compute or column.group or column.total
        if column.width and column.width.value <= 0:
            self._finding(column.width.text, BAD_COLUMN, "bề rộng phải lớn hơn 0")
        if formula and column.kind not in KINDS:
            hint = "Thêm kind: decimal (số lẻ) hoặc kind: integer (số nguyên) vào cột này."
            self._finding(formula, BAD_COLUMN, "cột có công thức mà không phải cột số", hint)
        if not column.key:
            return
        key = column.key.value
        if key in self.columns:
            self._finding(column.key, BAD_COLUMN, f"mã cột “{key}” đã dùng cho cột khác")
        if key in STRUCTURE or not _KEY.fullmatch(key):
            hint = f"Dùng chữ thường không dấu, khác với {', '.join(STRUCTURE)}; ví dụ: reason."
            self._finding(column.key, BAD_COLUMN, f"“{key}” không dùng làm mã cột được", hint)
        self.columns = {**self.columns, key: column}

    def _order(self, columns: tuple[Column, ...]) -> None:
        """Says where a formula asks for what is computed after it; columns go left to right."""
        for number, column in enumerate(columns):
            names = _NAME.findall(column.compute.value) if column.compute else ()
            late = [each for each in columns[number:] if each.compute and each.key]
            for each in late:
                if column.compute and each.key.value in names:
                    message = f"cột “{each.key.value}” tính sau công thức này"
                    hint = "Công thức chỉ dùng các cột gõ số và các cột tính đứng bên trái."
                    self._finding(column.compute, BAD_COLUMN, message, hint)

    def _total(self, table: Table) -> None:
        """Says where the words of the total line would give way to a number."""
        place = table.total.column if table.total else None
        column = self.columns.get(place.value) if place else None
        if place and column and column.total:
            hint = "Chọn một cột không có công thức total."
            self._finding(place, UNPRINTED, f"ô “{place.value}” của dòng tổng đã in số", hint)

    def _finding(self, text: Text, rule: Rule, message: str, hint: str = "") -> None:
        self.reader.findings.append(text.finding(rule, message, hint))

    def _rows(self, node: Node, path: str) -> tuple[Row, ...]:
        rows = (self._row(child, each) for child, each in self.reader.entries(node, path))
        return tuple(row for row in rows if row is not None)

    def _row(self, node: Node, path: str) -> Row | None:
        here = self.reader.place(node, path)
        if not isinstance(node, MappingNode):
            self.reader.wrong_shape(here, "dòng của bảng cần dạng “mã cột: giá trị”")
            return None
        parts = {key.value: child for key, child in node.value if isinstance(key, ScalarNode)}
        rows = self._rows(parts["rows"], f"{path}.rows") if "rows" in parts else ()
        if "shared" in parts:
            self._cells(node, path, ("shared", "rows"))
            shared, path = parts["shared"], f"{path}.shared"
            cells = self._cells(shared, path, self.columns)
            if not rows:
                self._finding(here, UNPRINTED, "shared không có dòng nào dưới rows để in")
            self._shared(cells, rows)
            return Row("shared", cells, rows, None, here, self.reader.blanks(shared, path))
        stated = parts.get("across")
        across = self.reader.text(stated, f"{path}.across") if stated else None
        cells = self._cells(
            node, path, ("across", "rows") if across else (*self.columns, *STRUCTURE)
        )
        kind: Literal["across", "group", "row"] = "across" if across else "group" if rows else "row"
        return Row(kind, cells, rows, across, here, self.reader.blanks(node, path))

    def _shared(self, shared: Mapping[str, Any], rows: tuple[Row, ...]) -> None:
        """Says which cells of `rows` the shared ones would cover, and what would cut those."""
        for row in rows:
            if row.across:
                hint = "Đặt dòng across ra ngoài shared, chia các dòng của shared làm hai."
                self._finding(row.across, UNPRINTED, "dòng across cắt ngang các ô dùng chung", hint)
            for key in row.cells.keys() & shared.keys():
                value = row.cells[key]
                text = value[0] if isinstance(value, tuple) else value.text
                hint = f"Bỏ “{key}” ở shared hoặc ở dòng này."
                self._finding(text, UNPRINTED, f"ô “{key}” đã ghi ở shared", hint)
            self._shared(shared, row.rows)

    def _cells(self, node: Node, path: str, known: Collection[str]) -> dict[str, Any]:
        """The cells of a row. A number that cannot be read stays there as the text it is."""
        if not isinstance(node, MappingNode):
            self.reader.wrong_shape(self.reader.place(node, path), "cần các ô “mã cột: giá trị”")
            return {}
        nodes = {key.value: child for key, child in node.value if isinstance(key, ScalarNode)}
        for key, child in node.value:
            if isinstance(key, ScalarNode) and key.value not in known:
                nodes.setdefault(self._unknown(key, known, path), child)
        cells = {
            key: self._cell(nodes[key], column, f"{path}.{key}")
            for key, column in self.columns.items()
            if key in nodes and key in known
        }
        return {key: value for key, value in cells.items() if value not in (None, ())}

    def _unknown(self, key: ScalarNode, known: Collection[str], path: str) -> str:
        return self.reader.unknown(key, known, path, NO_SUCH_COLUMN, "mã cột")

    def _cell(self, node: Node, column: Column, path: str) -> Any:
        value = self.reader.read(node, KINDS.get(column.kind or "text", tuple[Text, ...]), path)
        if value is None and isinstance(node, ScalarNode) and node.value:
            return (self.reader.text(node, path),)
        return value
