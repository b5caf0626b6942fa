"""One cell of a sheet: how texts and numbers are written, and what was typed there.

Texts are cells of text (`@`), so that `2.4.1` is no date and `1.10` keeps its zero; numbers are
numbers with the number format of their own digits.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Context, Decimal, InvalidOperation
from typing import Any, Literal

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

from docgen.diff.forms.sheets import LONGEST_TEXT, MOST_DIGITS, Column, write
from docgen.vietnamese import parse_decimal

ABOVE = "↑"
TEXT, ANY_NUMBER = "@", "General"
_EDGE = Side(style="thin", color="FFBFBFBF")
_BOX = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
_GREY = PatternFill("solid", fgColor="FFE7E6E6")
_SAID_ABOVE = Font(name="Calibri", size=11, color="FF7F7F7F")
_STRONG = Font(name="Calibri", size=11, bold=True)
_HEAD = PatternFill("solid", fgColor="FFDDEBF7")
_SPACES = re.compile(r"[^\S\n]+")
_EXACT = Context(prec=MOST_DIGITS)  # what is behind these is noise of the machine
_DIGITS = re.compile(r"(?:#,##)?0(?:\.(0+))?(?![#0.,])")


# ------------------------------------------------------------------------------------ writing


def put_words(cell: Cell, paragraphs: tuple[str, ...], *, width: int = 0) -> None:
    """A text: a paragraph a line, never a number, a date or a formula."""
    write(cell, "\n".join(paragraphs) or None, Column("", width))
    cell.number_format = TEXT
    _look(cell)


def put_number(cell: Cell, words: str, digits: int | None = None) -> None:
    """A number as Vietnamese writes it, as a number with its own digits behind the comma.

    An empty cell for a number has `digits`, where the others of its column have. What Excel
    cannot hold to its last digit, and what is no number, stays text.
    """
    value = parse_decimal(words)
    exact = value is not None and len(value.as_tuple().digits) <= MOST_DIGITS
    if words and not (exact and value is not None):
        put_words(cell, (words,))
        return
    write(cell, value, Column("", 0))
    if value is None:
        cell.number_format = number_format(digits)
    _look(cell)
    cell.alignment = Alignment(horizontal="center", vertical="top")


def put_computed(cell: Cell, words: str, formula: str | None) -> None:
    """What docgen computes: locked and grey; live where Excel can compute it."""
    put_number(cell, words)
    if formula:
        cell.value, cell.data_type = formula, "f"
    lock(cell)


def put_above(cell: Cell) -> None:
    """A cell of several rows whose words stand in the first of them."""
    put_words(cell, (ABOVE,))
    cell.alignment = Alignment(horizontal="center", vertical="top")
    cell.font = _SAID_ABOVE
    lock(cell)


def put_title(cell: Cell, words: str) -> None:
    """The title of a column."""
    put_words(cell, (words,))
    cell.font, cell.fill = _STRONG, _HEAD
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    cell.protection = Protection(locked=True)


def strengthen(cell: Cell) -> None:
    """The cell of a line that stands above others: bold."""
    cell.font = _STRONG


def lock(cell: Cell) -> None:
    """A cell that is not to be written in: grey."""
    cell.fill, cell.protection = _GREY, Protection(locked=True)


def number_format(digits: int | None) -> str:
    """The number format of so many digits behind the comma; None: as they are typed."""
    if digits is None:
        return ANY_NUMBER
    return f"#,##0.{'0' * digits}" if digits else "#,##0"


def fits(paragraphs: tuple[str, ...]) -> bool:
    """Whether a cell can hold a text whole."""
    return sum(map(len, paragraphs)) + len(paragraphs) <= LONGEST_TEXT


def _look(cell: Cell) -> None:
    cell.border = _BOX
    cell.protection = Protection(locked=False)


# ------------------------------------------------------------------------------------ reading

Kind = Literal["nothing", "words", "number", "day", "truth", "error", "formula"]


@dataclass(frozen=True, slots=True)
class Typed:
    """What a cell of a workbook holds, and `ref`, where: `F12`.

    `words` are its paragraphs; of a number, a day or an error what the cell holds. `digits`:
    how many the number format shows behind the comma; None: as many as there are, or a format
    that does not say (LibreOffice writes `#.##000` on a Vietnamese machine). `is_percent`: it shows
    a hundred times the number. `formula`: the number, or words, are the result of one.
    """

    ref: str
    kind: Kind
    words: tuple[str, ...] = ()
    number: Decimal | None = None
    digits: int | None = None
    is_percent: bool = False
    day: date | None = None
    formula: str = ""


def typed(cell: Any, result: Any) -> Typed:
    """What a cell holds; `result` is what the program that saved it computed there."""
    value, ref = cell.value, cell.coordinate
    if isinstance(value, str) and cell.data_type == "f":
        return _result(ref, value, result, cell.number_format)
    if not isinstance(value, str | int | float | Decimal | date | time | type(None)):
        return Typed(ref, "formula", formula=str(getattr(value, "text", "") or "="))
    return _constant(ref, value, cell.data_type, cell.number_format)


def _result(ref: str, formula: str, result: Any, number_format: str) -> Typed:
    kind = "e" if isinstance(result, str) and result.startswith("#") else ""
    said = _constant(ref, result, kind, number_format)
    if said.kind == "nothing":
        return Typed(ref, "formula", formula=formula)
    return replace(said, formula=formula)


def _constant(ref: str, value: Any, kind: str, number_format: str) -> Typed:
    if value is None:
        return Typed(ref, "nothing")
    if kind == "e":
        return Typed(ref, "error", (str(value),))
    if isinstance(value, bool):
        return Typed(ref, "truth", ("TRUE" if value else "FALSE",))
    if isinstance(value, datetime | date):
        day = value.date() if isinstance(value, datetime) else value
        return Typed(ref, "day", (f"{day:%d/%m/%Y}",), day=day)
    if isinstance(value, time):
        return Typed(ref, "day", (f"{value:%H:%M}",))
    if isinstance(value, str):
        words = paragraphs(value)
        return Typed(ref, "words", words) if words else Typed(ref, "nothing")
    try:
        number = _EXACT.create_decimal(repr(value) if isinstance(value, float) else value)
    except InvalidOperation:
        return Typed(ref, "error", (str(value),))
    shown = _DIGITS.match(number_format)
    digits = len(shown[1] or "") if shown else None
    return Typed(ref, "number", (f"{number:f}",), number, digits, "%" in number_format)


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a cell, one a line (Alt+Enter), blank ones left out."""
    text = unicodedata.normalize("NFC", text.replace("_x000D_", "").replace("\r", "\n"))
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return tuple(line for line in lines if line)
