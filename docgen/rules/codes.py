"""Codes of rows (STT): each once, in order, under the field it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from docgen.finding import Finding, Severity
from docgen.plan.source import Text
from docgen.plan.table import Row
from docgen.rules.facts import Facts, rule

CODE = "code"
_FEWEST = 4  # rows of a table that counts them
_LABEL = re.compile(r"(?:[A-ZĐ]|[IVX]+)\. ")
_NUMBERED = re.compile(r"\d+(?:\.\d+)*\.?")
_COUNTED = re.compile(
    r"(?:(?P<roman>[IVX]+)|(?P<capital>[A-ZĐ])|(?P<small>[a-zđ])|(?P<digits>\d[\d.]*))[.)]?"
)
_FIRST = ("I", "A", "a", "1")


class _Code(NamedTuple):
    """A code as typed, as numbers (`2.4.1` → 2, 4, 1; none for `A`), and the one above it."""

    text: Text
    numbers: tuple[int, ...]
    field: _Code | None

    @property
    def kind(self) -> str:
        """With what it counts: roman, capital, small letters or digits; nothing of these."""
        match = _COUNTED.fullmatch(self.text.value)
        return (match.lastgroup or "") if match else ""


def code_of(row: Row) -> Text | None:
    """The code of a row, as typed; what spans the columns beside it too is none."""
    cell = None if CODE in row.spans else row.cells.get(CODE)
    if isinstance(cell, tuple):
        return cell[0] if cell else None
    return cell.text if cell else None


def _code(row: Row, field: _Code | None) -> _Code | None:
    text = code_of(row)
    if text is None:
        return None
    value = text.value.rstrip(".")
    numbered = _NUMBERED.fullmatch(text.value)
    return _Code(text, tuple(map(int, value.split("."))) if numbered else (), field)


def _families(rows: Sequence[Row], field: _Code | None = None) -> Iterator[list[_Code]]:
    """The codes that count beside one another; below I, II and across lines 1, 2 begin anew."""
    counting: dict[str, list[_Code]] = {}
    ended: list[list[_Code]] = []
    goes_on = ""
    for row in _unshared(rows):
        code = _code(row, field)
        kind = code.kind if code else ""
        if code:
            if kind != goes_on and code.text.value.rstrip(".)") in _FIRST:
                ended.append(counting.pop(kind, []))
            counting.setdefault(kind, []).append(code)
        goes_on = goes_on if row.rows and not code else kind
        ended += _families(row.rows, code or field)
    yield from (*counting.values(), *ended)


def _unshared(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, those inside a shared block in its place."""
    for row in rows:
        if row.kind == "shared":
            yield from _unshared(row.rows)
        else:
            yield row


def _all(facts: Facts) -> tuple[list[_Code], ...]:
    return tuple(family for table in facts.tables for family in _families(table.table.rows))


@rule(
    "KH120", Severity.WARNING, "mã ghi hai lần",
    "Hai dòng cùng mã thì không biết nói về dòng nào; có thể một dòng chép thừa.",
)  # fmt: skip
def code_twice(facts: Facts) -> Iterator[Finding]:
    """A code that another row beside it has already; `A. …` twice among the lines across."""
    for table in facts.tables:
        letters: dict[str, Text] = {}
        for row in table.table.rows:
            if row.across and (label := _LABEL.match(row.across.value)):
                first_line = letters.setdefault(label[0], row.across)
                if first_line is not row.across:
                    message = f"{label[0].strip()} đã có ở dòng {first_line.where.line}"
                    yield code_twice.at(row.across, message, "Sửa mã.", 0, len(label[0].strip()))
    for family in facts.once(_all):
        first: dict[str, _Code] = {}
        for code in family:
            known = first.setdefault(code.text.value, code)
            for here, there in ((known, code), (code, known)) if known is not code else ():
                message = f"mã {here.text} còn có ở dòng {there.text.where.line}"
                yield code_twice.at(here.text, message, "Sửa mã, hoặc xóa dòng chép thừa.")


@rule(
    "KH121", Severity.WARNING, "mã không theo thứ tự",
    "Người đọc tra bảng theo mã; mã đảo chỗ thường là dòng chép sai chỗ hoặc gõ sai mã.",
)  # fmt: skip
def code_out_of_order(facts: Facts) -> Iterator[Finding]:
    """A code that is smaller than the one above it; a gap in a table numbered 1, 2, 3."""
    yield from _gaps(facts)
    for family in facts.once(_all):
        numbered = [code for code in family if code.numbers]
        for before, above, code in zip([None, *numbered], numbered, numbered[1:], strict=False):
            if code.numbers < above.numbers:
                message = f"mã {code.text} đứng sau mã {above.text}"
                strange = before and before.numbers[:-1] == code.numbers[:-1] != above.numbers[:-1]
                place = above.text if strange else code.text
                yield code_out_of_order.at(place, message, "Chuyển dòng, hoặc sửa mã.")


def _gaps(facts: Facts) -> Iterator[Finding]:
    """The one place where a table that counts its rows from 1 leaves a number out."""
    for table in facts.tables:
        codes = [code for family in _families(table.table.rows) for code in family]
        plain = [code for code in codes if len(code.numbers) == 1]
        jumps = [(a, b) for a, b in pairwise(plain) if b.numbers[0] - a.numbers[0] > 1]
        counts = len(plain) == len(codes) >= _FEWEST and plain[0].numbers == (1,)
        if counts and len(jumps) == 1:
            above, code = jumps[0]
            message = f"mã {code.text} đứng sau mã {above.text}, thiếu số ở giữa"
            yield code_out_of_order.at(code.text, message, "Sửa mã, hoặc xem có sót dòng không.")


@rule(
    "KH122", Severity.WARNING, "mã không thuộc nhóm đứng trên nó",
    "Tiêu chí 2.4.1 phải nằm dưới lĩnh vực 2; nằm nhầm nhóm thì điểm của cả hai nhóm đều sai.",
)  # fmt: skip
def code_in_other_field(facts: Facts) -> Iterator[Finding]:
    """A code such as 2.4.1 below a row that is not numbered 2 or 2.4; `15` among 1.4 and 1.6."""
    for family in facts.once(_all):
        parted = {id(each.field) for each in family if len(each.numbers) > 1 and each.field}
        for code in family:
            above = code.field.numbers if code.field else ()
            of_field = len(code.numbers) > 1 or (code.numbers and id(code.field) in parted)
            if above and of_field and code.numbers[: len(above)] != above:
                assert code.field
                message = f"mã {code.text} nằm dưới nhóm {code.field.text}"
                yield code_in_other_field.at(code.text, message, "Chuyển dòng, hoặc sửa mã.")


@rule(
    "KH123", Severity.INFO, "mã có dấu chấm cuối khác các mã còn lại",
    "Mã trong một bảng viết một kiểu; chỗ khác kiểu thường là chép sót.",
)  # fmt: skip
def code_ends_in_stop(facts: Facts) -> Iterator[Finding]:
    """`1.1.` in a table whose other codes end without a full stop."""
    for table in facts.tables:
        codes = [code for family in _families(table.table.rows) for code in family if code.numbers]
        stopped = [code for code in codes if code.text.value.endswith(".")]
        if len(stopped) * 2 < len(codes):
            for code in stopped:
                meant = code.text.value.rstrip(".")
                yield code_ends_in_stop.at(
                    code.text, f"mã {code.text} thừa dấu chấm", f"Viết {meant}."
                )
