"""Words that changed in one line: whose string each is, and what the content must say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from docgen.accept.appendix_heads import head_change
from docgen.accept.ask import KEEP, as_meant, is_the_number, of_agency, of_figure
from docgen.accept.cells import COMPUTED, cell_edit, meant
from docgen.accept.change import Change, Choice, Kind, Verdict, value_at
from docgen.accept.final_signs import END
from docgen.accept.letters import ENDINGS
from docgen.accept.looks import LineSides, Typed
from docgen.accept.marks import kind_of_mark
from docgen.accept.printed import Printed
from docgen.accept.texts import said_with, text_change
from docgen.accept.units import Line
from docgen.edit.edits import AddKey, Edit, Put, Reword
from docgen.finding import Where
from docgen.vietnamese import parse_decimal, parse_partial_day
from docgen.view.inline import Inline
from docgen.view.origin import Origin

TEMPLATE_WORDS = "Chữ này của tệp mẫu: sửa trong templates/KH_template.docx."
AGENCY = "Tên này lấy từ agencies.yaml: sửa ở đó (mọi năm), hoặc ghi title ở phân công này."
ZEROS = "Vẫn số đó, chỉ thêm bớt số 0 ở cuối: số tự tính in theo các ô gõ."
MARK = "docgen tự đánh số và tự đặt chữ này; không sửa được ở đây."
SEVERAL = "Chỗ sửa chạm nhiều mục của nội dung: sửa tay trong tệp."
LOOK = (
    "Chữ đậm, nghiêng, chỉ số trên, dưới chưa lấy về được: tự ghi *nghiêng*, **đậm**, m^2^, CO~2~ "
    "trong tệp."
)
KEEP_NAME = "giữ phần đầu như nội dung, lấy các chữ sửa khác của câu"
LEADING = ("agency", "value", "words")  # what is asked of a label
REFUSALS: dict[str, tuple[Kind, Verdict, str]] = {
    "computed": ("computed", "asked", COMPUTED),
    "agency": ("agency", "asked", AGENCY),
    "mark": ("mark", "refused", MARK),
}


def line_changes(base: Printed, old: Line, new: Line) -> Iterator[Change]:
    """What differs between a line as docgen prints it and as the Word file has it."""
    if old.said == new.said:
        return
    for change in _of_line(base, old, new):
        yield replace(change, spot=new, authors=new.authors)


def _of_line(base: Printed, old: Line, new: Line) -> Iterator[Change]:
    sides = LineSides(base, old, new)
    by_string: defaultdict[int | None, list[Typed]] = defaultdict(list)
    for edit in sides.edits:
        start, end = edit.start, edit.end
        if _only_ends(old, edit):
            continue
        owners = _owners(base, old, start, end)
        if len(owners) > 1:
            said, where = old.text[start:end], _where(base, owners)
            yield Change("structure", "asked", where, said, edit.words or new.text, why=SEVERAL)
            continue
        owner = owners[0]
        first, last = (start, end) if owner is None else _span(old, owner, start, end)
        by_string[owner].append(replace(edit, start=first, end=last))
    if None in by_string:
        edits = by_string.pop(None)
        said = "; ".join(f"“{old.text[e.start : e.end]}” → “{e.words}”" for e in edits)
        why = f"{TEMPLATE_WORDS} ({said})"
        yield Change("template", "refused", None, old.text, new.text, why=why)
    numbers = [each for each in dict.fromkeys([*by_string, *sides.restyled]) if each is not None]
    yield from _led([*_string_change(base, n, sorted(by_string[n]), sides)] for n in numbers)
    if sides.lost:
        where = _where(base, _owners(base, old, 0, len(old.text)))
        why = f"{LOOK} (“{sides.lost}”)"
        yield Change("look", "refused", where, old.text, new.text, why=why)


def _led(by_string: Iterable[list[Change]]) -> Iterator[Change]:
    """What changed in the strings of a line; what is said behind a label that is asked waits.

    For what somebody is to do may be meant for another: the answers say it too.
    """
    led: Change | None = None
    waiting: list[Change] = []
    for found in by_string:
        if led is None and [(x.kind in LEADING, x.verdict) for x in found] == [(True, "asked")]:
            led = found[0]
            continue
        waits = [each for each in found if led and each.verdict == "applied"]
        waiting += waits
        yield from (each for each in found if each not in waits)
    if led and waiting:
        edits = tuple(edit for each in waiting for edit in each.edits)
        choices = [replace(each, edits=(*each.edits, *edits)) for each in led.choices if each.edits]
        choices += [Choice(KEEP_NAME, edits, as_word=False), KEEP]
        old, new = (" ".join(getattr(x, side) for x in (led, *waiting)) for side in ("old", "new"))
        yield replace(led, old=old, new=new, choices=tuple(choices))
    elif led:
        yield led


def _only_ends(line: Line, edit: Typed) -> bool:
    """Whether nothing but the sign behind the last paragraph came or went; docgen sets it."""
    signs = line.text[edit.start : edit.end].strip(), edit.words.strip()
    return edit.end == len(line.text) and END in signs and not "".join(signs).strip(ENDINGS)


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
    base: Printed, number: int, edits: list[Typed], sides: LineSides
) -> Iterator[Change]:
    string = base.strings[number]
    origin, old = string.origin, str(string)
    new = said_with(old, edits)
    if not isinstance(string, Inline) and sides.is_emphatic(number, edits):
        sides.lose()
    if is_the_number(base, origin, old, new):
        return
    if origin.kind == "text" and origin.text:
        yield from text_change(base, number, origin.text, edits, sides)
    elif not edits:
        sides.lose()
    elif origin.kind == "mark" and (head := head_change(base, string, new)):
        yield head
    elif origin.kind == "computed" and _is_the_same_figure(old, new):
        yield Change("computed", "noted", origin.where, old, new, why=ZEROS)
    elif origin.kind in REFUSALS:
        kind, verdict, why = REFUSALS[origin.kind]
        if kind == "mark" and len({kind_of_mark(f"{each} ") for each in (old, new)} - {""}) > 1:
            kind = "structure"  # no number that follows from others
        choices = (
            of_agency(base, origin, _named(old, new)) if kind == "agency"
            else of_figure(origin, new) if kind == "computed" else ()
        )  # fmt: skip
        yield Change(kind, verdict, origin.where, old, new, why=why, choices=tuple(choices))
    elif _says_the_same(origin, old, new):
        yield Change("mark", "refused", origin.where, sides.old.text, sides.new.text, why=MARK)
    else:
        yield value_change(base, origin, old, new)


def _named(old: str, new: str) -> str:
    """The name that stands in the place of another; the `:` of a label is docgen's, and stays."""
    ends = old.endswith(":"), new.endswith(":")
    return new if ends == (False, False) else new.removesuffix(":") if all(ends) else ""


def _is_the_same_figure(old: str, new: str) -> bool:
    number = parse_decimal(old)
    return number is not None and number == parse_decimal(new)


def _says_the_same(origin: Origin, old: str, new: str) -> bool:
    """Whether a day or a number of the document is only written otherwise: `09` and `9`."""
    if origin.column or origin.kind not in ("date", "number"):
        return False
    if origin.kind == "number":
        return old.strip().isdecimal() and new.isdecimal() and int(old) == int(new)
    known = parse_partial_day(new)
    return known is not None and known == parse_partial_day(old)


def value_change(base: Printed, origin: Origin, old: str, new: str) -> Change:
    """A number, a date, or what was blank: what the content must say."""
    kind: Kind = (
        "number" if origin.kind == "number" else "date" if origin.kind == "date" else "cell"
    )
    edit, choices = None, list[Choice]()
    if origin.column and origin.row:
        edit, why = cell_edit(origin, new)
        kind = "computed" if why == COMPUTED else kind
        if edit is None and (number := meant(origin, new)):
            again, _ = cell_edit(origin, number)
            choices = as_meant(again, number) if again else []
    elif "ngày" in old + new or origin.kind == "date":
        kind, why = "date", "Không đọc được ngày."
        if known := parse_partial_day(new):
            edit = _head_edit(base, "date", _day(*known))
    else:
        kind, why = "number", "Số văn bản chỉ gồm chữ số."
        digits = new.strip()
        if re.fullmatch(r"[0-9]+", digits):
            edit = _head_edit(base, "number", digits.lstrip("0") or digits)
    if edit is None:
        return Change(kind, "asked", origin.where, old, new, why=why, choices=tuple(choices))
    return Change(kind, "applied", origin.where, old, new, edits=(edit,))


def _head_edit(base: Printed, key: str, value: str) -> Edit | None:
    """The edit of `number` or `date` in the plan's own file; what an office gives is not there."""
    year = base.plan.year
    if not year:
        return None
    source = year.text.source
    plan = value_at(source, ())
    known = plan.get(key) if isinstance(plan, dict) else None
    if known is None:
        after = "symbol" if isinstance(plan, dict) and "symbol" in plan else "year"
        return AddKey(source, (), key, value, after=after)
    if isinstance(known, str) and known:
        return Reword(source, (key,), known, value)
    return Put(source, (key,), value)


def _day(year: int, month: int | None, day: int | None) -> str:
    if month is None:
        return f"năm {year}"
    if day is None:
        return f"tháng {month} năm {year}"
    return f"{day:02}/{month:02}/{year}" if month < 3 else f"{day:02}/{month}/{year}"
