"""The answers that a question has: where a value, a name or a figure was typed over in Word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal, DecimalException
from typing import Any

from docgen.accept.change import Choice, value_at
from docgen.accept.letters import (
    PLACEHOLDER,
    Overtyped,
    Unsayable,
    core_of,
    letters,
    literal,
    rewritten_value,
)
from docgen.accept.named_agencies import CALLED, assigned, given_to, names_pattern
from docgen.accept.printed import Printed, String
from docgen.edit.edits import AddKey, Edit, place_of, reword
from docgen.plan.agencies import find
from docgen.plan.expressions import formula
from docgen.plan.fields import Integer, Number
from docgen.plan.source import Text
from docgen.vietnamese import format_decimal, parse_decimal
from docgen.view.body import CALLS_AGENCY
from docgen.view.inline import Inline, Styled
from docgen.view.origin import Origin

KEEP = Choice("giữ như nội dung, bỏ chỗ sửa", as_word=False)
_NAME = re.compile(r"\s*(\w+)(?:\.(\w+))?\s*")
_NUMBER = re.compile(r"-?\d[\d.]*(?:,\d+)?(?!\w)")
_ANY_WORDS = re.compile(r"\S(?:.*\S)?")
MOST_DIGITS = 8

Spans = Sequence[tuple[int, int, str]]


def of_value(
    base: Printed,
    string: String,
    text: Text,
    edits: Spans,
    at: int,
    written: Callable[[Text], str],
) -> Iterator[Choice]:
    """What may be meant where a `{{ … }}` (at `at` in the value) was typed over.

    `written` says what a text must say for the paper to say what the Word file does.
    """
    yield from _at_its_source(base, string, text, edits, at)
    yield from _here(base, string, text, written)


def _here(
    base: Printed, string: String, text: Text, written: Callable[[Text], str]
) -> Iterator[Choice]:
    """The words as they are, in this sentence only, where it still stands where it did.

    A task that calls nobody has a label before it; a label without `:` is a heading.
    """
    names, marked = base.names_in(string), isinstance(string, Inline | Styled)
    plain = text
    for _ in range(len(PLACEHOLDER.findall(text.value)) + 1):
        try:
            value = written(plain)
        except Overtyped as error:
            plain = _without(plain, error.at, names, marked=marked)
        except Unsayable:
            return
        else:
            is_task = place_of(text)[-1] == "task" and CALLS_AGENCY.search(text.value)
            stays = text.value.endswith(":") <= value.endswith(":")
            if stays and (not is_task or CALLS_AGENCY.search(value)):
                yield Choice("ghi thẳng vào câu này, thôi tự điền", (reword(text, value),))
            return


def _without(text: Text, at: int, names: Mapping[str, Any], *, marked: bool) -> Text:
    """The text with the words that a placeholder prints in its place."""
    match = PLACEHOLDER.match(text.value, at)
    assert match
    own = replace(text, value=match[0])
    words = "".join(each.said for each in letters(own, names, marked=False))
    said = literal(words, marked=marked)
    return replace(text, value=f"{text.value[:at]}{said}{text.value[match.end() :]}")


def _at_its_source(
    base: Printed, string: String, text: Text, edits: Spans, at: int
) -> Iterator[Choice]:
    """The value itself, wherever it is printed, and the words beside it in this sentence."""
    match = PLACEHOLDER.match(text.value, at)
    if match is None:
        return
    expression = match[0][2:-2].strip()
    names, marked = base.names_in(string), isinstance(string, Inline | Styled)
    called = assigned(text) if expression == "agency" else None
    source = named(base, expression)
    if not source and not called:
        return
    meant = _NUMBER if source and _is_number(source) else _ANY_WORDS
    meant = names_pattern(base.plan.agencies) if called else meant
    try:
        known, before, _ = core_of(text, names, str(string), marked=marked)
        own = [number for number, each in enumerate(known) if each.hole and each.start == at]
        words, rest = _parted(str(string), edits, (before + own[0], before + own[-1] + 1), meant)
        value = rewritten_value(text, names, str(string), rest, marked=marked)
    except (Overtyped, Unsayable):
        return
    beside = ", lấy cả chữ sửa bên cạnh" if rest else ""
    here = [reword(text, value)] if rest else []
    if called and (given := given_to(called, words, base.plan.agencies)):
        said = f"giao cho “{words}” thay “{', '.join(called.names)}”{beside}"
        yield Choice(said, (*given, *here))
    elif source and (meant is not _NUMBER or _prints_as(words)):
        others = _other_places(base, expression, text)
        said = f"sửa giá trị gốc {match[0]} thành “{words}”{beside}"
        said += f"; {others} chỗ khác cùng in giá trị này" if others else ""
        yield Choice(said, (reword(source, words), *here))


def _parted(
    paper: str, edits: Spans, hole: tuple[int, int], meant: re.Pattern[str]
) -> tuple[str, Spans]:
    """The words that stand in the place of a value, and the edits of what is beside it.

    They are what is `meant` of what stands there; raises `Unsayable` where it is not clear.
    """
    first, last = hole
    inside = [each for each in edits if each[0] < last and first < each[1]]
    start, end = min(first, *(each[0] for each in inside)), max(last, *(each[1] for each in inside))
    said = paper[start:end]
    for begun, stop, new in sorted(inside, reverse=True):
        said = f"{said[: begun - start]}{new}{said[stop - start :]}"
    found = [*meant.finditer(said)]
    if len(found) != 1 or not inside:
        raise Unsayable
    beside = (start, first, said[: found[0].start()]), (last, end, said[found[0].end() :])
    kept = [each for each in edits if each not in inside]
    changed = [each for each in beside if paper[each[0] : each[1]] != each[2]]
    return found[0][0], sorted([*kept, *changed])


def _prints_as(words: str) -> bool:
    """Whether a number that is written so is printed so."""
    number = parse_decimal(words)
    return number is not None and format_decimal(number) == words


def _is_number(text: Text) -> bool:
    return parse_decimal(text.value) is not None


def named(base: Printed, expression: str) -> Text | None:
    """The text of the content that a placeholder names just as it stands; never the year's."""
    match = _NAME.fullmatch(expression)
    plan = base.plan
    if not match:
        return None
    name, part = match[1], match[2]
    if name in plan.indices and part:
        field = getattr(plan.indices[name], part, None)
        return field.text if isinstance(field, Number | Integer) else _text(field)
    if name == "issuer" and part == "short" and plan.issuer:
        return plan.issuer.short
    return _text(getattr(plan, name)) if name in ("place", "symbol") else None


def _text(value: object) -> Text | None:
    return value if isinstance(value, Text) else None


def _other_places(base: Printed, expression: str, text: Text) -> int:
    """In how many other texts an expression has a part."""
    texts = {each.origin.text for each in base.strings if each.origin.kind == "text"}
    return sum(
        each is not None and each != text and expression in "".join(PLACEHOLDER.findall(each.value))
        for each in texts
    )


def of_agency(base: Printed, origin: Origin, name: str) -> list[Choice]:
    """What may be meant where the name of an agency was typed over."""
    called, agencies = origin.text, base.plan.agencies
    try:
        holder = assigned(called) if called else None
        words = literal(name, marked=True)
    except (LookupError, Unsayable):
        return [KEEP]
    if holder is None or called is None or not name:
        return [KEEP]
    found: list[Choice] = []
    given = given_to(holder, name, agencies)
    if given:
        found.append(Choice(f"giao cho “{name}” thay “{', '.join(holder.names)}”", tuple(given)))
    known = value_at(holder.source, holder.place)
    if isinstance(known, dict) and "title" not in known:
        after = next(key for key in CALLED if key in known)
        edit: Edit = AddKey(holder.source, holder.place, "title", words, after=after)
        found.append(Choice("ghi tên này ở riêng phân công này (title:)", (edit,)))
    is_free = not given and find(name, agencies) is None  # two agencies of one name are an error
    if len(origin.names) == 1 and origin.names[0] is not called and is_free:
        rename = reword(origin.names[0], name)
        found.append(Choice("đổi tên cơ quan trong agencies.yaml, cho mọi năm", (rename,)))
    return [*found, KEEP]


def of_figure(origin: Origin, new: str) -> list[Choice]:
    """Which typed number of the row would give the figure that was typed over a computed one."""
    wanted, row, column = parse_decimal(new), origin.row, origin.column
    if wanted is None or row is None or column is None or origin.formula is None:
        return [KEEP]
    typed = {key: cell for key, cell in row.cells.items() if isinstance(cell, Number | Integer)}
    numbers = {key: Decimal(cell.value) for key, cell in typed.items()}
    found = []
    for key, cell in typed.items():
        number = _solved(origin.formula, numbers, key, wanted)
        if number not in (None, numbers[key]) and number >= 0 and key != column.key.value:
            said = format_decimal(_as_typed(number, numbers[key]))
            edit = reword(cell.text, said)
            found.append(
                Choice(f"sửa {key} của dòng này từ {cell.text.value} thành {said}", (edit,))
            )
    return [*found, KEEP]


def _solved(text: Text, numbers: dict[str, Decimal], key: str, wanted: Decimal) -> Decimal | None:
    """The number at `key` for which a formula that is straight in it gives what is wanted."""

    def at(number: Decimal) -> Decimal | None:
        value, findings = formula(text, {**numbers, key: number})
        return Decimal(value) if not findings and isinstance(value, Decimal | int) else None

    here, there = at(numbers[key]), at(numbers[key] + 1)
    if here is None or there is None or here == there:
        return None
    try:
        number = numbers[key] + (wanted - here) / (there - here)
    except DecimalException:
        return None
    exponent = number.normalize().as_tuple().exponent
    short = isinstance(exponent, int) and -exponent <= MOST_DIGITS
    return number.normalize() if short and at(number) == wanted else None


def _as_typed(number: Decimal, like: Decimal) -> Decimal:
    """A number with as many digits behind the comma as another, where it needs no more."""
    exponent = like.as_tuple().exponent
    assert isinstance(exponent, int)
    rounded = number.quantize(Decimal(1).scaleb(min(exponent, 0)))
    return rounded if rounded == number else number


def as_meant(edit: Edit, meant: str) -> list[Choice]:
    """A number that was not written as Vietnamese numbers are."""
    return [Choice(f"ghi {meant}", (edit,), as_word=False), KEEP]


def is_the_number(base: Printed, origin: Origin, old: str, new: str) -> bool:
    """Whether two numbers differ in the zeros at their end only, which the office has printed."""
    padded = origin.column and base.plan.office.pads(origin.column)
    number = parse_decimal(old) if padded else None
    return number is not None and number == parse_decimal(new)
