"""Tables of the content: columns first, then rows by the keys of those columns."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any, Literal

from yaml.nodes import MappingNode, Node, ScalarNode

from docgen.finding import Rule, Severity
from docgen.load.nodes import by_key, is_blank, is_null
from docgen.load.read import Reader
from docgen.plan.fields import Integer, Number
from docgen.plan.source import Text
from docgen.plan.table import Column, Row, Table, columns_named, is_none, with_rows

_WORDS = tuple[Text, ...]
NO_SUCH_COLUMN = Rule(
    "KH016", Severity.ERROR, "mã cột không có trong bảng", "Ô này sẽ không được in."
)
BAD_COLUMN = Rule("KH018", Severity.ERROR, "cột khai sai", "Ô của cột này sẽ không in đúng.")
UNPRINTED = Rule("KH019", Severity.ERROR, "ô không có chỗ in", "Chữ ghi ở ô này sẽ không lên giấy.")
RULES = (NO_SUCH_COLUMN, BAD_COLUMN, UNPRINTED)

STRUCTURE = ("rows", "shared", "across", "blank")
MOST_BLANK_ROWS = 200
_NAME = re.compile(r"\b[a-z]\w*\b(?!['\"])")
_KEY = re.compile(r"[a-z][a-z0-9_]*")
KINDS = {"decimal": Number, "integer": Integer}
SMALLEST, LARGEST = 8, 16


def read_table(reader: Reader, node: Node, path: str) -> Table | None:
    """The table at a node, read with the reader of its file; `None` where it is no mapping."""
    return TableReader(reader).table(node, path)


class TableReader:
    """Reads one table with the reader of its file."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.columns: Mapping[str, Column] = {}
        self.columns_lost = False

    def table(self, node: Node, path: str) -> Table | None:
        """The table at a node; `None` where it is no mapping at all.

        A column without key or title and a total row without label are findings and left out.
        """
        rows = None
        if isinstance(node, MappingNode):
            rows = next((child for key, child in node.value if key.value == "rows"), None)
            self.columns_lost = any(self._lost(key, child) for key, child in node.value)
            rest = [pair for pair in node.value if pair[0].value != "rows"]
            node = MappingNode(node.tag, rest, node.start_mark, node.end_mark, node.flow_style)
        table: Table | None = self.reader.mapping(node, Table, path)
        if table is None:
            return None
        for column in table.columns:
            self._column(column)
        self._order(table.columns)
        self._total(table)
        self._look(table)
        whole = tuple(column for column in table.columns if column.key and column.title)
        total = table.total if table.total and table.total.label else None
        table = replace(table, columns=whole, total=total)
        if rows is None:
            return table
        return with_rows(table, self._rows(rows, f"{path}.rows"))

    def _lost(self, key: Node, value: Node) -> bool:
        """Whether a column is missing only because its line could not be read."""
        lines = range(value.start_mark.line + 1, value.end_mark.line + 2)
        return key.value == "columns" and not self.reader.broken.isdisjoint(lines)

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
                    message = f"cột {each.called} tính sau công thức này"
                    hint = "Công thức chỉ dùng các cột gõ số và các cột tính đứng bên trái."
                    self._finding(column.compute, BAD_COLUMN, message, hint)

    def _total(self, table: Table) -> None:
        """Says where the words of the total line would give way to a number."""
        place = table.total.column if table.total else None
        named = columns_named(place.value, tuple(self.columns)) if place else ()
        for key in named:
            if place and self.columns[key].total:
                hint = "Chọn các cột không có công thức total."
                self._finding(
                    place, UNPRINTED, f"ô {self.columns[key].called} của dòng tổng đã in số", hint
                )

    def _look(self, table: Table) -> None:
        """Says where the size of the letters or the first numbered column is none."""
        size, numbered = table.size, table.numbered
        if size and not SMALLEST <= size.value <= LARGEST:
            hint = f"Ghi cỡ chữ từ {SMALLEST} đến {LARGEST}, ví dụ 13."
            self._finding(size.text, BAD_COLUMN, "cỡ chữ của bảng ngoài mức đọc được", hint)
        if numbered and numbered.value not in ("yes", "no", *self.columns):
            hint = f"Ghi yes, no hoặc mã một cột: {', '.join(self.columns)}."
            self._finding(numbered, BAD_COLUMN, f"không có cột “{numbered.value}”", hint)

    def _finding(self, text: Text, rule: Rule, message: str, hint: str = "") -> None:
        self.reader.findings.append(text.finding(rule, message, hint))

    def _rows(self, node: Node, path: str) -> tuple[Row, ...]:
        entries = self.reader.entries(node, path)
        return tuple(row for child, each in entries for row in self._rows_at(child, each))

    def _rows_at(self, node: Node, path: str) -> Sequence[Row]:
        """The row of an entry, or the rows of a form that it counts; none where it is no row."""
        here = self.reader.place(node, path)
        if is_blank(node) or is_null(node):
            return (Row("blank", {}, (), None, here),)
        if not isinstance(node, MappingNode):
            self.reader.wrong_shape(here, "dòng của bảng cần dạng “mã cột: giá trị”")
            return ()
        if any(key.value == "blank" for key, _ in node.value):
            return self._blank(node, here, path)
        return (self._row(node, here, path),)

    def _blank(self, node: MappingNode, here: Text, path: str) -> Sequence[Row]:
        """`blank: 5`: as many rows to be filled in by hand."""
        self._cells(node, path, ("blank",))
        stated = next(child for key, child in node.value if key.value == "blank")
        count = self.reader.read(stated, Integer, f"{path}.blank")
        if count and not 0 < count.value <= MOST_BLANK_ROWS:
            hint = f"Ghi số dòng trống, từ 1 đến {MOST_BLANK_ROWS}."
            self._finding(count.text, BAD_COLUMN, "số dòng trống không dùng được", hint)
            return ()
        return [Row("blank", {}, (), None, here)] * (count.value if count else 0)

    def _row(self, node: MappingNode, here: Text, path: str) -> Row:
        parts = {key.value: child for key, child in node.value if isinstance(key, ScalarNode)}
        rows = self._rows(parts["rows"], f"{path}.rows") if "rows" in parts else ()
        if "shared" in parts:
            self._cells(node, path, ("shared", "rows"))
            shared, path = parts["shared"], f"{path}.shared"
            cells, spans = self._cells(shared, path, self.columns)
            if not rows:
                self._finding(here, UNPRINTED, "shared không có dòng nào dưới rows để in")
            self._shared(dict.fromkeys(chain(cells, *spans.values())), rows)
            blanks = self.reader.blanks(shared, path)
            return Row("shared", cells, rows, None, here, blanks, spans)
        stated = parts.get("across")
        across = self.reader.text(stated, f"{path}.across") if stated else None
        known = ("across", "rows") if across else (*self.columns, "rows")
        cells, spans = self._cells(node, path, known)
        kind: Literal["across", "group", "row"] = "row"
        if across:
            kind = "across"
        elif "rows" in parts:
            kind = "group"
        return Row(kind, cells, rows, across, here, self.reader.blanks(node, path), spans)

    def _shared(self, shared: Collection[str], rows: tuple[Row, ...]) -> None:
        """Says which cells of `rows` the shared ones would cover, and what would cut those."""
        for row in rows:
            if row.across:
                hint = "Đặt dòng across ra ngoài shared, chia các dòng của shared làm hai."
                self._finding(row.across, UNPRINTED, "dòng across cắt ngang các ô dùng chung", hint)
            for key, column in ((k, c) for k, c in self.columns.items() if k in shared):
                if key in row.cells or key in row.spanned:
                    hint = f"Bỏ {column.called} ở shared hoặc ở dòng này."
                    place = _first_text(row.cells.get(key)) or row.where
                    self._finding(place, UNPRINTED, f"ô {column.called} đã ghi ở shared", hint)
            self._shared(shared, row.rows)

    def _cells(
        self, node: Node, path: str, known: Collection[str]
    ) -> tuple[dict[str, Any], dict[str, tuple[str, ...]]]:
        """The cells of a row, and which of them cover several columns (`name - remedy: …`).

        A number that cannot be read stays there as the text it is; so does what stands in a
        cell over several columns.
        """
        if not isinstance(node, MappingNode):
            self.reader.wrong_shape(self.reader.place(node, path), "cần các ô “mã cột: giá trị”")
            return {}, {}
        nodes = by_key(node)
        spans: dict[str, tuple[str, ...]] = {}
        cells: dict[str, Any] = {}
        for key, child in node.value:
            if not isinstance(key, ScalarNode) or key.value in known:
                continue
            named = columns_named(key.value, tuple(self.columns))
            if len(named) < 2 or not set(named) <= set(known):
                nodes.setdefault(self._unknown(key, known, path), child)
                continue
            for other in self._covered(named, nodes, spans):
                hint = f"Bỏ {self.columns[other].called} hoặc thu hẹp “{key.value}”."
                here = self.reader.place(key, f"{path}.{key.value}")
                self._finding(
                    here, UNPRINTED, f"“{key.value}” đè lên ô {self.columns[other].called}", hint
                )
            spans[named[0]] = named
            cells[named[0]] = self.reader.read(child, _WORDS, f"{path}.{key.value}")
        for key, column in self.columns.items():
            if key in nodes and key in known and key not in cells:
                cells[key] = self._cell(nodes[key], column, f"{path}.{key}")
        kept = (key for key in self.columns if cells.get(key) not in (None, ()))
        return {key: cells[key] for key in kept}, spans

    @staticmethod
    def _covered(
        named: Sequence[str], nodes: Collection[str], spans: Mapping[str, Sequence[str]]
    ) -> Iterator[str]:
        """The cells of a row that one over several columns would hide."""
        yield from (key for key in named if key in nodes)
        yield from (key for key, others in spans.items() if set(others) & set(named))

    def _unknown(self, key: ScalarNode, known: Collection[str], path: str) -> str:
        if self.columns_lost:
            return ""
        return self.reader.unknown(key, self._called(known), path, NO_SUCH_COLUMN, "mã cột")

    def _called(self, known: Iterable[str]) -> dict[str, str]:
        """The keys of a row, each with the title of its column where it has one."""
        columns = ((key, self.columns.get(key)) for key in known)
        return {key: str(column.title or "") if column else "" for key, column in columns}

    def _cell(self, node: Node, column: Column, path: str) -> Any:
        if isinstance(node, ScalarNode) and column.kind in KINDS:
            said = (self.reader.text(node, path),)
            if is_none(said):
                return said
        value = self.reader.read(node, KINDS.get(column.kind or "text", _WORDS), path)
        if value is None and isinstance(node, ScalarNode) and node.value:
            return (self.reader.text(node, path),)
        return value


def _first_text(value: Any) -> Text | None:
    if isinstance(value, tuple):
        return next(iter(value), None)
    return value.text if value else None
