"""What a table of a plan is: its columns, its rows by their keys, its line of totals."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from docgen.plan.fields import Integer, Number, entries, entry
from docgen.plan.source import Text

_COLUMNS = re.compile(r"(\w+)(?:\s*-\s*(\w+))?")


@dataclass(frozen=True, slots=True)
class Column:
    """Cột của bảng."""

    key: Text = entry("Mã cột", "Chữ thường không dấu; các dòng dùng mã này.", required=True)
    title: Text = entry(
        "Tên cột", 'In ở đầu bảng; cột không có tên thì ghi "".', required=True, blank=True
    )
    above: tuple[Text, ...] = entries(
        "Tên chung ở trên",
        "Các cột kề nhau cùng tên chung: đầu bảng hai tầng; nhiều tầng thì ghi danh sách từ trên "
        "xuống.",
    )
    mark: Text | None = entry("Ký hiệu cột", "In ở dòng cuối của đầu bảng: A, B, 1, 2, 3 = 1 + 2.")
    width: Number | None = entry("Bề rộng (mm)", "Bỏ trống thì máy tự chia cho bảng ngắn nhất.")
    kind: Literal["text", "decimal", "integer", "order"] | None = entry(
        "Loại",
        "text: chữ (mặc định); decimal: số thập phân; integer: số nguyên; order: STT tự đánh.",
    )
    align: Literal["left", "center", "right", "justify"] | None = entry("Căn lề")
    compute: Text | None = entry(
        "Công thức", "Tính ở mọi dòng từ các cột khác, ví dụ: score - max."
    )
    group: Text | None = entry(
        "Công thức của dòng nhóm", "Tính ở dòng có dòng con, ví dụ: max + sum('loss')."
    )
    total: Text | None = entry("Công thức của dòng tổng", "Ví dụ: sum('max').")
    decimals: Integer | None = entry(
        "Làm tròn", "Số chữ số thập phân của số tính ra (làm tròn nửa lên)."
    )
    total_decimals: Integer | None = entry(
        "Số làm tròn ở dòng tổng", "In thêm trong ngoặc: 86,2482 (86,25)."
    )
    same_digits: Literal["yes", "no"] | None = entry(
        "Số chữ số như nhau",
        "yes: mọi số của cột in đủ số chữ số thập phân của số dài nhất: 1 và 0,85 in 1,00 và 0,85.",
    )
    required: Literal["yes", "no"] | None = entry("Phải có", "yes: dòng thiếu ô này thì được báo.")
    yearly: Literal["yes", "no"] | None = entry(
        "Đổi từng năm", "yes: docgen new để trống các ô của cột này khi sang năm mới."
    )

    @property
    def path(self) -> str:
        """The titles above its own, from the top down, on one line."""
        return ": ".join(each.value for each in self.above)

    @property
    def called(self) -> str:
        """The column as findings name it: its title on paper, and the key that one writes."""
        return column_called(self.title.value if self.title else "", self.key.value)


def column_called(title: str, key: str) -> str:
    """How findings name a column: its title on paper, and the key that one writes."""
    title = " ".join(title.split())
    return f"“{title}” ({key}:)" if title else f"“{key}:”"


Value = Number | Integer | tuple[Text, ...]
DASHES = ("-", "–", "—")


def is_none(value: Value | None) -> bool:
    """Whether a cell says by a dash that there is nothing: a formula takes it for 0."""
    return isinstance(value, tuple) and len(value) == 1 and value[0].value.strip() in DASHES


@dataclass(frozen=True, slots=True)
class Row:
    """Dòng của bảng, and the rows under it.

    `kind`: `row` prints its cells; `group` prints its cells, then its rows; `shared`
    prints only its rows, with `cells` merged over all of them; `across` prints one
    text over the whole width, then its rows; `blank` is a row of a form, to be filled in
    by hand. `cells` holds by column key what the content says; `spans` the columns that a
    cell covers from its own on. `blanks` is where the keys of cells stand that are written
    but have no value yet.
    """

    kind: Literal["row", "group", "shared", "across", "blank"]
    cells: Mapping[str, Value]
    rows: tuple[Row, ...]
    across: Text | None
    where: Text
    blanks: Mapping[str, Text] = field(default_factory=dict)
    spans: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def spanned(self) -> frozenset[str]:
        """The columns that have no cell of their own here: one cell covers several."""
        return frozenset(key for keys in self.spans.values() for key in keys)


@dataclass(frozen=True, slots=True)
class Total:
    """Dòng tổng."""

    label: Text = entry("Chữ in ở dòng tổng", "Ví dụ: Tổng cộng:", required=True)
    column: Text = entry(
        "Cột in chữ đó", "Mã cột; ô trải qua nhiều cột thì ghi cột đầu - cột cuối.", required=True
    )
    index: Text | None = entry("Là điểm của chỉ số", "Mã chỉ số trong plan.yaml, để đối chiếu.")
    stated: Mapping[str, Number] = entries(
        "Số đã công bố", "Theo mã cột, để đối chiếu với số tính ra.", empty=dict
    )


@dataclass(frozen=True, slots=True)
class Table:
    """Bảng: the columns, and the rows that use their keys."""

    unit: Text | None = entry("Đơn vị tính", "In nghiêng bên phải, ngay trên bảng.")
    columns: tuple[Column, ...] = entries("Các cột", required=True)
    numbered: Text | None = entry(
        "Dòng (1)(2)(3)", "yes: in dưới đầu bảng; mã cột: số (1) bắt đầu từ cột đó."
    )
    size: Number | None = entry("Cỡ chữ (pt)", "Của cả bảng, ví dụ 13.")
    align: Literal["left", "center", "right", "justify"] | None = entry(
        "Căn lề cả bảng", "Cột có align riêng thì theo cột."
    )
    rows: tuple[Row, ...] = entries("Các dòng")
    total: Total | None = entry("Dòng tổng")

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of its columns, from left to right."""
        return tuple(column.key.value for column in self.columns)

    @property
    def total_label(self) -> tuple[str, ...]:
        """The columns over which the words of the line of totals reach."""
        named = self.total.column if self.total else None
        return columns_named(named.value, self.keys) if named else ()

    @property
    def first_numbered(self) -> int | None:
        """The position of the column under which (1) stands, or none: no such line."""
        if self.numbered is None or self.numbered.value == "no":
            return None
        return self.keys.index(self.numbered.value) if self.numbered.value in self.keys else 0


def with_rows(table: Table, rows: tuple[Row, ...]) -> Table:
    """The table with its rows, which can be read only once its columns are known."""
    return replace(table, rows=rows)


def columns_named(written: str, keys: Sequence[str]) -> tuple[str, ...]:
    """The columns that `name`, or `name - remedy` for all from the one to the other, names.

    None where there is no such column, or where the two stand the other way round.
    """
    match = _COLUMNS.fullmatch(written.strip())
    first, last = (match[1], match[2] or match[1]) if match else ("", "")
    if first not in keys or last not in keys:
        return ()
    return tuple(keys[keys.index(first) : keys.index(last) + 1])
