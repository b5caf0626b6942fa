"""A published table of scores, .xlsx or .csv: its codes and scores, wherever they stand in it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from openpyxl.utils import get_column_letter

from docgen import limits
from docgen.sheets.cells import Typed, paragraphs, typed
from docgen.sheets.words import joined
from docgen.vietnamese import parse_decimal, without_marks
from docgen.workbooks import NotReadable, filled, opened, within_limit

CODES = ("ma tieu chi thanh phan", "ma tieu chi", "ma so", "ma", "stt", "so tt", "tt", "so thu tu",
         "ky hieu", "code")  # fmt: skip
SCORES = ("diem tham dinh", "diem dat duoc", "diem dat", "diem cong bo", "ket qua tham dinh",
          "diem so", "diem", "ket qua", "score")  # fmt: skip
MOST_ABOVE = 40  # rows of letterhead and titles that may stand above the head of the table
NOT_FOUND = "không thấy cột {} trong {}; các cột đọc được: {}. Chọn bằng {} “tên cột” hoặc chữ cột"
NOT_TEXT = "không đọc được chữ của tệp .csv: lưu lại theo bảng mã UTF-8"

Rows = Sequence[Sequence[Typed]]


@dataclass(frozen=True, slots=True)
class Score:
    """A row of a published table: where it stands, the code, the score."""

    place: str
    code: str
    score: Typed


@dataclass(frozen=True, slots=True)
class Published:
    """The scores of a table; `columns`: the titles of the two columns that they were read from."""

    scores: tuple[Score, ...]
    columns: tuple[str, str]


def read_published(
    data: bytes, name: str, code: str, score: str, title: str, *, point: bool = False
) -> Published:
    """The scores of the file `name`; raises `NotReadable`.

    `code` and `score` name the two columns by title or letter, or are "": then the titles that
    such tables have are looked for, `title` (of the plan's own column) before all. `point`: the
    file writes decimals with a point, 0.8064.
    """
    known: list[str] = []
    for place, rows in _tables(data, name):
        for number, row in enumerate(rows[:MOST_ABOVE]):
            titles = [_plain(joined(each.words)) for each in row]
            here = _column(titles, code, CODES)
            there = _column(titles, score, (_plain(title), *SCORES))
            if here is not None and there is not None and here != there:
                columns = joined(row[here].words), joined(row[there].words)
                return Published(
                    tuple(_scores(place, rows[number + 1 :], here, there, point=point)), columns
                )
            known += [joined(each.words) for each in row if each.kind == "words"]
    what = "mã" if code or not score else "điểm"
    named = ", ".join(dict.fromkeys(known[:12])) or "không có"
    raise NotReadable(NOT_FOUND.format(what, name, named, "--code, --score"))


def _column(titles: Sequence[str], asked: str, usual: Iterable[str]) -> int | None:
    """The position of a column that is asked for, or of the first usual title that there is."""
    if asked:
        wanted = _plain(asked)
        if wanted in titles:
            return titles.index(wanted)
        letters = [get_column_letter(at + 1).casefold() for at in range(len(titles))]
        filled = sum(map(bool, titles)) > 1
        return letters.index(wanted) if wanted in letters and filled else None
    return next((titles.index(each) for each in usual if each in titles), None)


def _plain(title: str) -> str:
    return " ".join(re.findall(r"\w+", without_marks(title).casefold()))


def _scores(place: str, rows: Rows, code: int, score: int, *, point: bool) -> Iterator[Score]:
    for row in rows:
        if len(row) > max(code, score) and (said := _code(row[code])):
            yield Score(f"ô {row[score].ref}{place}", said, _number(row[score], point=point))


def _code(cell: Typed) -> str:
    """A code as the plan writes it; that of a number has as many digits as the cell shows."""
    if cell.kind == "number" and cell.number is not None:
        return f"{cell.number:.{cell.digits}f}" if cell.digits else f"{cell.number:f}"
    return joined(cell.words).strip(" .") if cell.kind in ("words", "day") else ""


def _number(cell: Typed, *, point: bool) -> Typed:
    """A number that was written as text is one; with a point it stays doubtful unless told."""
    words = joined(cell.words)
    if point and re.fullmatch(r"-?\d+(\.\d+)?", words):
        words = words.replace(".", ",")
    value = parse_decimal(words)
    if cell.kind != "words" or value is None or ("." in words and "," not in words):
        return cell
    return replace(cell, kind="number", number=value, digits=len(words.partition(",")[2]))


# ------------------------------------------------------------------------------------- files


def _tables(data: bytes, name: str) -> Iterator[tuple[str, Rows]]:
    """The tables of a file, each with how its place is named."""
    if name.lower().endswith(".csv"):
        yield "", _of_csv(data)
        return
    formulas, results = opened(data)
    for made in formulas.worksheets:
        known = results[made.title]
        yield (
            f" của sheet “{made.title}”",
            [
                [
                    typed(made.cell(row, at), known.cell(row, at).value)
                    for at in range(1, min(max(cells), limits.COLUMNS.most) + 1)
                ]
                for row, cells in filled(made).items()
            ],
        )


def _of_csv(data: bytes) -> Rows:
    text = _decoded(data)
    first = text[:2000]
    mark = max(";\t,", key=first.count) if any(each in first for each in ";\t,") else ";"
    within_limit(map(text.count, (mark, "\n")))
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=mark))
    except csv.Error as error:
        raise NotReadable(NOT_TEXT) from error
    if max(map(len, rows), default=0) > limits.COLUMNS.most:
        raise NotReadable(limits.COLUMNS.sentence)
    return [
        [_of_text(f"{get_column_letter(at)}{number}", each) for at, each in enumerate(row, 1)]
        for number, row in enumerate(rows, 1)
    ]


def _decoded(data: bytes) -> str:
    utf_16 = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    try:
        return data.decode("utf-16" if utf_16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotReadable(NOT_TEXT) from error


def _of_text(ref: str, text: str) -> Typed:
    words = paragraphs(text)
    return Typed(ref, "words", words) if words else Typed(ref, "nothing")
