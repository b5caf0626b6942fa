"""Figures of the tables: scores against their maximum, stated figures against computed ones.

A table of criteria is recognised by the keys of its columns: `max` (điểm chuẩn), `score`
(điểm thẩm định), `loss` (điểm bị trừ).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from docgen import vietnamese
from docgen.finding import Finding, Severity
from docgen.plan.compute import ComputedRow, ComputedTable
from docgen.plan.fields import Integer, Number
from docgen.plan.missing import in_sentence
from docgen.plan.reading_order import tables_in
from docgen.plan.source import Text
from docgen.plan.table import Column, Table
from docgen.rules.facts import Check, Facts, rows_below, rule

MAX, SCORE, LOSS = "max", "score", "loss"
_MOST_DIGITS = 15

# The width of the text on A4 with the margins of Phụ lục I, Phần I, I.3, in millimetres.
_TEXT_WIDTH = {"portrait": (155, 165), "landscape": (242, 252)}
_TOLERANCE = 5


def _rows(facts: Facts) -> Iterator[ComputedRow]:
    """Every row that prints cells of its own."""
    return (row for row in facts.rows if row.row.kind in _PRINTING)


_PRINTING = ("row", "group")


def _place(row: ComputedRow, key: str) -> Text:
    """The number as typed, or the row where the number is computed."""
    cell = row.row.cells.get(key)
    return cell.text if isinstance(cell, Number | Integer) else row.row.where


def _printed(number: Decimal) -> str:
    return vietnamese.format_decimal(number)


# ------------------------------------------------------------------------------ scores


@rule(
    "KH101", Severity.WARNING, "điểm thẩm định lớn hơn điểm chuẩn",
    "Không tiêu chí nào được quá điểm chuẩn của nó; một trong hai số ghi sai.",
)  # fmt: skip
def score_above_max(facts: Facts) -> Iterator[Finding]:
    """A score above what can be reached."""
    for row in _rows(facts):
        score, most = row.numbers.get(SCORE), row.numbers.get(MAX)
        if score is not None and most is not None and score > most >= 0:
            message = f"điểm thẩm định {_printed(score)} lớn hơn điểm chuẩn {_printed(most)}"
            yield score_above_max.at(_place(row, SCORE), message, "Đối chiếu lại hai số này.")


@rule(
    "KH102", Severity.WARNING, "điểm thẩm định âm",
    "Điểm thấp nhất của một tiêu chí là 0; dấu trừ chỉ có ở điểm bị trừ.",
)  # fmt: skip
def score_below_zero(facts: Facts) -> Iterator[Finding]:
    """A score below zero, of a row or of an index."""
    for row in _rows(facts):
        score = row.numbers.get(SCORE)
        if score is not None and score < 0:
            message = f"điểm thẩm định {_printed(score)} nhỏ hơn 0"
            yield score_below_zero.at(_place(row, SCORE), message, "Bỏ dấu trừ nếu gõ thừa.")
    for index in facts.plan.indices.values():
        if index.score and index.score.value < 0:
            message = f"điểm {index.score.text} nhỏ hơn 0"
            yield score_below_zero.at(index.score.text, message, "Bỏ dấu trừ nếu gõ thừa.")


@rule(
    "KH103", Severity.WARNING, "điểm chuẩn không lớn hơn 0",
    "Tiêu chí nào cũng có điểm chuẩn dương; điểm bị trừ tính từ số này.",
)  # fmt: skip
def max_not_positive(facts: Facts) -> Iterator[Finding]:
    """A maximum of zero or less."""
    for row in _rows(facts):
        most = row.numbers.get(MAX)
        if most is not None and most <= 0:
            message = f"điểm chuẩn {_printed(most)} không lớn hơn 0"
            yield max_not_positive.at(_place(row, MAX), message)


@rule(
    "KH104", Severity.WARNING, "điểm chuẩn của các dòng con cộng lại quá điểm chuẩn của nhóm",
    "Điểm chuẩn của lĩnh vực gồm điểm chuẩn của mọi tiêu chí trong đó, nên không thể nhỏ hơn.",
)  # fmt: skip
def rows_above_group(facts: Facts) -> Iterator[Finding]:
    """The maxima of a group's rows add up to more than the group's."""
    for row in _rows(facts):
        below = [each.numbers.get(MAX) for child in row.rows for each in child.printing]
        most, total = row.numbers.get(MAX), sum((number for number in below if number), Decimal(0))
        if below and most is not None and total > most:
            message = (
                f"điểm chuẩn của nhóm là {_printed(most)}, "
                f"các dòng con cộng lại {_printed(total)}, quá {_printed(total - most)}"
            )
            yield rows_above_group.at(_place(row, MAX), message)


@rule(
    "KH105", Severity.INFO, "dòng không bị trừ điểm trong bảng các tiêu chí bị trừ điểm",
    "Bảng này liệt kê tiêu chí bị trừ điểm; dòng đạt điểm tối đa có thể do gõ nhầm điểm.",
)  # fmt: skip
def row_without_loss(facts: Facts) -> Iterator[Finding]:
    """A criterion of a list of losses that lost nothing."""
    for row in _rows(facts):
        if row.row.kind == "row" and row.numbers.get(LOSS) == 0:
            hint = "Đối chiếu lại điểm; nếu đúng là đạt tối đa thì xem có cần dòng này không."
            yield row_without_loss.at(_place(row, SCORE), "điểm bị trừ bằng 0", hint)


# ------------------------------------------------------- stated against computed figures


@rule(
    "KH110", Severity.ERROR, "số ghi sẵn khác số tính ra",
    "Ô này tính được từ các ô khác; hai kết quả khác nhau thì ít nhất một số gõ sai.",
)  # fmt: skip
def stated_differs(facts: Facts) -> Iterator[Finding]:
    """A cell that is computed and typed all the same, with another figure."""
    for table in facts.tables:
        for row in rows_below(table.rows):
            for column in table.table.columns if row.row.kind in _PRINTING else ():
                if column.compute or (row.row.kind == "group" and column.group):
                    stated = row.row.cells.get(column.key.value)
                    yield from _difference(
                        stated_differs, stated, row.numbers.get(column.key.value), column
                    )


def _difference(
    check: Check, stated: object, computed: Decimal | None, column: Column
) -> Iterator[Finding]:
    if computed is None or not isinstance(stated, Number | Integer):
        return
    value = Decimal(stated.value)
    if value == computed:
        return
    message = (
        f"{in_sentence(column.title.value)} ghi {stated.text}, tính ra {_printed(computed)}, "
        f"chênh {_printed(abs(value - computed))}"
    )
    hint = "Kiểm tra các số dùng để tính; nếu chúng đúng thì xóa số này, máy tự tính."
    if value == -computed:
        hint = f"Có thể mất dấu trừ: {_printed(computed)}." if computed < 0 else "Thừa dấu trừ."
    yield check.at(stated.text, message, hint)


@rule(
    "KH111", Severity.ERROR, "số tổng đã công bố khác số tính ra",
    "Dòng tổng cộng từ các dòng trên; khác số đã công bố thì có dòng thiếu hoặc gõ sai.",
)  # fmt: skip
def total_differs(facts: Facts) -> Iterator[Finding]:
    """A published total that the rows do not add up to."""
    for table in facts.tables:
        stated = table.table.total.stated if table.table.total else {}
        for column in table.table.columns:
            number = stated.get(column.key.value)
            computed = table.totals.get(column.key.value)
            if number is None or computed is None:
                continue
            if column.total_decimals:
                rounded = vietnamese.round_half_up(computed, column.total_decimals.value)
                computed = rounded if number.value == rounded else computed
            yield from _difference(total_differs, number, computed, column)


@rule(
    "KH112", Severity.ERROR, "số tính ra không hết mà không khai báo làm tròn",
    "Phép chia không hết cho rất nhiều chữ số; phải nói rõ in bao nhiêu chữ số thập phân.",
)  # fmt: skip
def rounding_undeclared(facts: Facts) -> Iterator[Finding]:
    """A formula whose result has no end, in a column without `decimals`."""
    for table in facts.tables:
        for column in table.table.columns:
            if column.decimals is None and (formula := _endless(table, column)):
                hint = "Thêm “decimals: 2” (hay số chữ số cần in) vào cột này."
                message = f"{in_sentence(column.title.value)} tính ra không hết"
                yield rounding_undeclared.at(formula, message, hint)


def _endless(table: ComputedTable, column: Column) -> Text | None:
    """The formula of a column that gives more digits than any plan prints."""
    key = column.key.value

    def too_long(number: Decimal | None) -> bool:
        return number is not None and int(number.as_tuple().exponent) < -_MOST_DIGITS

    for row in rows_below(table.rows):
        if row.row.kind in _PRINTING and too_long(row.numbers.get(key)):
            return column.group if row.row.kind == "group" and column.group else column.compute
    return column.total if too_long(table.totals.get(key)) else None


# ------------------------------------------------------------------------- declarations


@rule(
    "KH115", Severity.WARNING, "dòng tổng mà không cột nào được cộng",
    "Dòng tổng in ra chỉ có chữ, không có số nào.",
)  # fmt: skip
def total_of_nothing(facts: Facts) -> Iterator[Finding]:
    """A total row for which no column has a formula."""
    for table in facts.tables:
        total = table.table.total
        if total and total.label and not any(column.total for column in table.table.columns):
            hint = "Thêm công thức vào cột cần cộng, ví dụ: total: sum('max')."
            yield total_of_nothing.at(total.label, "dòng tổng không có số nào", hint)


@rule(
    "KH116", Severity.ERROR, "dòng tổng nhắc tới mã không có",
    "Chữ ở dòng tổng không được in, hoặc số tổng không được đối chiếu.",
)  # fmt: skip
def total_names_nothing(facts: Facts) -> Iterator[Finding]:
    """A column or an index that the total row names and that does not exist."""
    for table in facts.tables:
        total = table.table.total
        if total is None:
            continue
        columns = [column.key.value for column in table.table.columns]
        summed = [column.key.value for column in table.table.columns if column.total]
        if total.column and not table.table.total_label:
            yield _unknown(total.column, total.column.value, columns)
        if total.index and total.index.value not in facts.plan.indices:
            yield _unknown(total.index, total.index.value, list(facts.plan.indices))
        yield from (_unknown(number.text, key, summed) for key, number in total.stated.items()
                    if key not in summed)  # fmt: skip


def _unknown(text: Text, key: str, known: Sequence[str]) -> Finding:
    near = vietnamese.closest(key, known)
    hint = f"Có phải ý là “{near[0]}”?" if near else f"Các mã có thể dùng: {', '.join(known)}."
    return total_names_nothing.at(text, f"không có mã “{key}”", hint)


@rule(
    "KH117", Severity.INFO, "bề rộng các cột cộng lại khác bề rộng trang",
    "Bảng luôn in vừa trang, nên bề rộng thật của từng cột sẽ khác số đã ghi.",
)  # fmt: skip
def widths_off(facts: Facts) -> Iterator[Finding]:
    """Columns that together are not about as wide as the text."""
    sideways = {
        id(table) for appendix in facts.plan.appendices if appendix.orientation != "portrait"
        for table in tables_in(appendix.content)
    }  # fmt: skip
    for computed in facts.tables:
        table = computed.table
        orientation = "landscape" if id(table) in sideways else "portrait"
        yield from _width_finding(table, *_TEXT_WIDTH[orientation])


def _width_finding(table: Table, least: int, most: int) -> Iterator[Finding]:
    widths = [column.width for column in table.columns if column.width]
    total = sum((width.value for width in widths), Decimal(0))
    narrow = len(widths) == len(table.columns) and total < least - _TOLERANCE
    if widths and (narrow or total > most + _TOLERANCE):
        message = f"các cột cộng lại {_printed(total)} mm, trang rộng {least} đến {most} mm"
        hint = "Chỉnh bề rộng (width) của các cột cho tổng vừa bề rộng trang."
        yield widths_off.at(widths[0].text, message, hint)
