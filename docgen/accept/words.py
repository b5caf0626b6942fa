"""Words that changed in one line: whose string each is, and what the content must say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from docgen.accept.change import Change, Kind, Verdict, mapping_at, value_at
from docgen.accept.letters import Overtyped, Unsayable, rewritten_value
from docgen.accept.printed import Printed, String
from docgen.accept.units import Line
from docgen.edit.edits import AddKey, Edit, Put, Reword, Steps, reword
from docgen.finding import Where
from docgen.plan.source import Source, Text
from docgen.vietnamese import parse_decimal, parse_partial_day, suggest_decimal
from docgen.view.inline import Inline
from docgen.view.origin import Origin

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
TEMPLATE_WORDS = "Chữ này của tệp mẫu: sửa trong templates/KH_template.docx."
COMPUTED = "Số này máy tính từ các ô khác: sửa ô gõ số, hoặc công thức của cột."
AGENCY = "Tên này lấy từ agencies.yaml: sửa ở đó (mọi năm), hoặc ghi title ở phân công này."
MARK = "docgen tự đánh số và tự đặt chữ này; không sửa được ở đây."
SEVERAL = "Chỗ sửa chạm nhiều mục của nội dung: sửa tay trong tệp."
NO_WAY = "Không tìm được cách ghi vào tệp để in ra đúng như vậy: sửa tay."
NOT_A_NUMBER = "Không phải số viết kiểu Việt Nam."
OVERTYPED = (
    "Chỗ này tự điền bằng {}: sửa giá trị gốc (mọi chỗ đổi theo), hoặc sửa tay câu này trong tệp."
)
LOOK = "Chữ đậm, chữ nghiêng chưa lấy về được: tự ghi *nghiêng* hoặc **đậm** trong tệp."
REFUSALS: dict[str, tuple[Kind, Verdict, str]] = {
    "computed": ("computed", "asked", COMPUTED),
    "agency": ("agency", "asked", AGENCY),
    "mark": ("mark", "refused", MARK),
}


def line_changes(base: Printed, old: Line, new: Line) -> Iterator[Change]:
    """What differs between a line as docgen prints it and as the Word file has it."""
    if (old.key, old.looks) == (new.key, new.looks):
        return
    for change in (*_of_line(base, old, new), *_of_looks(base, old, new)):
        yield replace(change, spot=new, authors=new.authors)


def _of_line(base: Printed, old: Line, new: Line) -> Iterator[Change]:
    by_string: defaultdict[int | None, list[tuple[int, int, str]]] = defaultdict(list)
    for start, end, words in _edits(old.key, new.key, new.text):
        owners = _owners(base, old, start, end)
        if len(owners) > 1:
            said, where = old.text[start:end], _where(base, owners)
            yield Change("structure", "asked", where, said, words or new.text, why=SEVERAL)
            continue
        owner = owners[0]
        span = (start, end) if owner is None else _span(old, owner, start, end)
        by_string[owner].append((*span, words))
    for number, edits in by_string.items():
        if number is None:
            said = "; ".join(f"“{old.text[s:e]}” → “{w}”" for s, e, w in edits)
            why = f"{TEMPLATE_WORDS} ({said})"
            yield Change("template", "refused", None, old.text, new.text, why=why)
        else:
            yield from _string_change(base, base.strings[number], edits)


def _of_looks(base: Printed, old: Line, new: Line) -> Iterator[Change]:
    """Words that stayed and look otherwise: told, since emphasis is not taken yet."""
    other = []
    for block in SequenceMatcher(None, old.key, new.key, autojunk=False).get_matching_blocks():
        for at in range(block.size):
            before, after = old.looks[block.a + at], new.looks[block.b + at]
            if before != after and new.text[block.b + at] != " ":
                other.append(block.b + at)
    if other:
        words = new.text[other[0] : other[-1] + 1]
        known = _owners(base, old, 0, len(old.text))
        yield Change("look", "refused", _where(base, known), "", words, why=LOOK)


def _edits(old: str, new: str, words: str) -> Iterator[tuple[int, int, str]]:
    """Where two lines differ: from, to, and the words of the new one there."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    starts, ends = [0], [0]
    for each in before:
        starts.append(starts[-1] + len(each))
    for each in after:
        ends.append(ends[-1] + len(each))
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield starts[a], starts[b], words[ends[c] : ends[d]]


def _owners(base: Printed, line: Line, start: int, end: int) -> list[int | None]:
    """The strings that an edit touches; words put in belong to the text beside them."""
    marks = line.marks
    if start < end:
        touched = dict.fromkeys(m[0] if isinstance(m, tuple) else None for m in marks[start:end])
        texts = [each for each in touched if each is not None and not _is_mark(base, each)]
        only_spaces = not line.text[start:end].strip()
        return texts[:1] if len(texts) == 1 and (only_spaces or len(touched) == 1) else [*touched]
    beside = [marks[at] for at in (start - 1, start) if 0 <= at < len(marks)]
    known = [m[0] for m in beside if isinstance(m, tuple)]
    texts = [each for each in known if not _is_mark(base, each)]
    return [(texts or known or [None])[0]]


def _is_mark(base: Printed, number: int) -> bool:
    return base.strings[number].origin.kind == "mark"


def _span(line: Line, owner: int, start: int, end: int) -> tuple[int, int]:
    """An edit of a line as one of the string."""
    marks = line.marks
    own = [at for at in range(start, end) if _of(marks[at], owner) is not None]
    if own:
        first, last = _of(marks[own[0]], owner), _of(marks[own[-1]], owner)
        assert first is not None
        assert last is not None
        return first, last + 1
    if start and (before := _of(marks[start - 1], owner)) is not None:
        return before + 1, before + 1
    after = _of(marks[start], owner) if start < len(marks) else None
    return after or 0, after or 0


def _of(mark: object, owner: int) -> int | None:
    return mark[1] if isinstance(mark, tuple) and mark[0] == owner else None


def _where(base: Printed, owners: list[int | None]) -> Where | None:
    known = (base.strings[each].origin.where for each in owners if each is not None)
    return next(known, None)


def _string_change(
    base: Printed, string: String, edits: list[tuple[int, int, str]]
) -> Iterator[Change]:
    origin, old = string.origin, str(string)
    new = old
    for start, end, words in sorted(edits, reverse=True):
        new = new[:start] + words + new[end:]
    new = " ".join(new.split())
    if origin.kind == "text" and origin.text:
        yield from _text_change(base, string, origin.text, sorted(edits), new)
    elif origin.kind in REFUSALS:
        kind, verdict, why = REFUSALS[origin.kind]
        yield Change(kind, verdict, origin.where, old, new, why=why)
    else:
        yield value_change(base, origin, old, new)


def _text_change(
    base: Printed, string: String, text: Text, edits: list[tuple[int, int, str]], new: str
) -> Iterator[Change]:
    """What the content must say; of several edits those that can be said are, the others asked."""
    marked, old = isinstance(string, Inline), str(string)
    sayable: list[tuple[int, int, str]] = []
    asked: list[Change] = []
    for edit in edits:
        try:
            rewritten_value(text, base.names, old, [edit], marked=marked)
        except Overtyped as error:
            why = OVERTYPED.format(error.expression)
            asked.append(Change("value", "asked", text.where, old, new, why=why))
        except Unsayable:
            asked.append(Change("words", "asked", text.where, old, new, why=NO_WAY))
        else:
            sayable.append(edit)
    try:
        value = rewritten_value(text, base.names, old, sayable, marked=marked)
    except (Overtyped, Unsayable):
        yield Change("words", "asked", text.where, old, new, why=NO_WAY)
        return
    if value != text.value:
        edit_of_file = reword(text, value, "sửa trong Word")
        yield Change("words", "applied", text.where, old, new, edits=(edit_of_file,))
    yield from asked[:1]


def value_change(base: Printed, origin: Origin, old: str, new: str) -> Change:
    """A number, a date, or what was blank: what the content must say."""
    kind: Kind = (
        "number" if origin.kind == "number" else "date" if origin.kind == "date" else "cell"
    )
    edit = None
    if origin.column and origin.row:
        edit, why = _cell_edit(origin, new)
    elif "ngày" in new or origin.kind == "date":
        kind, why = "date", "Không đọc được ngày."
        if known := parse_partial_day(new):
            edit = _head_edit(base, "date", _day(*known))
    else:
        kind, why = "number", "Số văn bản chỉ gồm chữ số."
        digits = new.strip()
        if re.fullmatch(r"[0-9]+", digits):
            edit = _head_edit(base, "number", digits.lstrip("0") or digits)
    if edit is None:
        return Change(kind, "asked", origin.where, old, new, why=why)
    return Change(kind, "applied", origin.where, old, new, edits=(edit,))


def _head_edit(base: Printed, key: str, value: str) -> Edit | None:
    symbol = base.plan.symbol
    if not symbol:
        return None
    known = value_at(symbol.source, (key,))
    if known is None:
        return AddKey(symbol.source, (), key, value, after="symbol", why="sửa trong Word")
    if isinstance(known, str) and known:
        return Reword(symbol.source, (key,), known, value, "sửa trong Word")
    return Put(symbol.source, (key,), value, why="sửa trong Word")


def _day(year: int, month: int | None, day: int | None) -> str:
    if month is None:
        return f"năm {year}"
    if day is None:
        return f"tháng {month} năm {year}"
    return f"{day:02}/{month:02}/{year}" if month < 3 else f"{day:02}/{month}/{year}"


def _cell_edit(origin: Origin, new: str) -> tuple[Edit | None, str]:
    column, row = origin.column, origin.row
    assert column
    assert row
    if column.compute or (column.group and row.kind == "group") or column.kind == "order":
        return None, COMPUTED
    if column.key.value in row.spans or row.kind == "blank":
        return None, NO_WAY
    if column.kind in ("decimal", "integer") and new and parse_decimal(new) is None:
        meant = suggest_decimal(new)
        return None, f"{NOT_A_NUMBER} Có phải ý là {meant}?" if meant else NOT_A_NUMBER
    if origin.kind == "number" and origin.text and new:
        return reword(origin.text, new, "sửa trong Word"), ""
    return put_cell(origin, new), ""


def put_cell(origin: Origin, value: str | list[str]) -> Edit:
    """The edit that gives a cell its words, or takes them away."""
    column, row = origin.column, origin.row
    assert column
    assert row
    place: Steps = mapping_at(row.where.source, row.where.start)
    if row.kind == "shared":
        place = (*place, "shared")
    source, key = row.where.source, column.key.value
    if value_at(source, (*place, key)) is None:
        return AddKey(source, place, key, value, after=_before(source, place), why="sửa trong Word")
    return Put(source, (*place, key), value, why="sửa trong Word")


def _before(source: Source, place: Steps) -> str:
    """The last key of a row that is a cell: its rows stand last."""
    row = value_at(source, place)
    keys = [key for key in row if key not in ("rows", "shared")] if isinstance(row, dict) else []
    return str(keys[-1]) if keys else ""
