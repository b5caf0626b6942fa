"""Tables of the content: columns first, then rows by the keys of those columns."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any, Literal

from yaml.nodes import MappingNode, Node, ScalarNode

from docgen.issue import Rule, Severity
from docgen.model import Column, Integer, Number, Row, Table, with_rows
from docgen.source import Text

if TYPE_CHECKING:
    from docgen.read import Reader

NO_SUCH_COLUMN = Rule(
    "KH016", Severity.ERROR, "mã cột không có trong bảng", "Ô này sẽ không được in."
)
STRUCTURE = ("rows", "shared", "across")
KINDS = {"decimal": Number, "integer": Integer}


class TableReader:
    """Reads one table with the reader of its file."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.columns: Mapping[str, Column] = {}

    def table(self, node: Node, path: str) -> Table | None:
        """The table at a node; `None` where it is no mapping at all."""
        rows = None
        if isinstance(node, MappingNode):
            rows = next((child for key, child in node.value if key.value == "rows"), None)
            rest = [pair for pair in node.value if pair[0].value != "rows"]
            node = MappingNode(node.tag, rest, node.start_mark, node.end_mark, node.flow_style)
        table: Table | None = self.reader.mapping(node, Table, path)
        if table is None or rows is None:
            return table
        self.columns = {column.key.value: column for column in table.columns if column.key}
        return with_rows(table, self._rows(rows, f"{path}.rows"))

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
            return Row("shared", cells, rows, None, here, self.reader.blanks(shared, path))
        stated = parts.get("across")
        across = self.reader.text(stated, f"{path}.across") if stated else None
        cells = self._cells(
            node, path, ("across", "rows") if across else (*self.columns, *STRUCTURE)
        )
        kind: Literal["across", "group", "row"] = "across" if across else "group" if rows else "row"
        return Row(kind, cells, rows, across, here, self.reader.blanks(node, path))

    def _cells(self, node: Node, path: str, known: Collection[str]) -> dict[str, Any]:
        """The cells of a row. A number that cannot be read stays there as the text it is."""
        if not isinstance(node, MappingNode):
            self.reader.wrong_shape(self.reader.place(node, path), "cần các ô “mã cột: giá trị”")
            return {}
        cells: dict[str, Any] = {}
        for key, child in node.value:
            if not isinstance(key, ScalarNode):
                continue
            column = self.columns.get(key.value)
            if key.value not in known:
                self.reader.unknown(key, known, path, NO_SUCH_COLUMN)
            elif column is not None:
                address = f"{path}.{key.value}"
                wanted = KINDS.get(column.kind or "text", tuple[Text, ...])
                value = self.reader.read(child, wanted, address)
                if value is None and isinstance(child, ScalarNode) and child.value:
                    value = (self.reader.text(child, address),)
                if value not in (None, ()):
                    cells[key.value] = value
        return cells
