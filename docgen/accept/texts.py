"""A text of the content of which the paper says other words: what it must say, what is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from docgen.accept.ask import of_value
from docgen.accept.cells import NO_WAY
from docgen.accept.change import Change, Kind, value_at
from docgen.accept.emit import wished
from docgen.accept.letters import PLACEHOLDER, Overtyped, Unsayable, rewritten_value
from docgen.accept.looks import LineSides, Typed
from docgen.accept.printed import Printed
from docgen.edit.edits import Edit, Reword, place_of, reword
from docgen.plan.source import Text
from docgen.view.inline import Inline, Styled

_WORD = re.compile(r"\w+")
MOST_BETWEEN = 2
OVERTYPED = (
    "Chỗ này tự điền bằng {}: sửa giá trị gốc (mọi chỗ đổi theo), hoặc sửa tay câu này trong tệp."
)


def text_change(
    base: Printed, number: int, text: Text, edits: list[Typed], sides: LineSides
) -> Iterator[Change]:
    """What the content must say; of several edits those of values are asked, the others said.

    Each question shows the line of the Word file with its own words alone as they were. A text of
    which some words cannot be said is asked as a whole: what is left would be half of an edit.
    """
    old = str(base.strings[number])
    whole = Change("words", "asked", text.where, old, said_with(old, edits), why=NO_WAY)
    sayable: list[Typed] = []
    asked: list[Change] = []
    for phrase in _phrases(base, number, text, edits):
        rest = [each for each in edits if each not in phrase]
        before, now = said_with(old, rest), said_with(old, edits)
        try:
            _value(base, number, text, phrase)
        except Overtyped as error:
            why = OVERTYPED.format(error.expression)
            spans = [(each.start, each.end, each.words) for each in phrase]
            choices = tuple(of_value(base, base.strings[number], text, spans, error.at))
            asked.append(
                Change("value", "asked", text.where, before, now, why=why, choices=choices)
            )
        except Unsayable:
            if not _is_sayable(base, number, text, phrase, sides):
                yield whole
                return
            sayable += phrase
        else:
            sayable += phrase
    if asked and not sayable:  # its look alone would be half of an edit
        yield from asked
        return
    try:
        value = _value(base, number, text, sayable, sides)
        kind: Kind = "words" if sayable else sides.kind_of(number)
    except (Overtyped, Unsayable):
        sides.lose()
        kind = "words"
        try:
            value = _value(base, number, text, sayable)
        except (Overtyped, Unsayable):
            yield whole
            return
    if value != text.value:
        now = said_with(old, sayable)
        edits_of_file = reword(text, value), *_beside(text, value)
        yield Change(kind, "applied", text.where, old, now, edits=edits_of_file)
    yield from asked


def _is_sayable(
    base: Printed, number: int, text: Text, edits: list[Typed], sides: LineSides
) -> bool:
    """Whether a value prints the edits with their looks, where none keeps the signs of before."""
    try:
        _value(base, number, text, edits, sides)
    except (Overtyped, Unsayable):
        return False
    return True


def said_with(words: str, edits: Sequence[Typed]) -> str:
    """Words of the paper with edits."""
    for edit in sorted(edits, reverse=True):
        words = words[: edit.start] + edit.words + words[edit.end :]
    return " ".join(words.split())


def _beside(text: Text, value: str) -> Iterator[Edit]:
    """The edits of the columns beside that one title stands above too."""
    place = place_of(text)
    if "above" not in place:
        return
    at = place.index("above") - 1
    for step in (-1, 1):
        other = place
        while True:
            number = other[at]
            assert isinstance(number, int)
            other = (*place[:at], number + step, *place[at + 1 :])
            if value_at(text.source, other) != text.value:
                break
            yield Reword(text.source, other, text.value, value)


def _phrases(base: Printed, number: int, text: Text, edits: Iterable[Typed]) -> list[list[Typed]]:
    """The edits as they are taken or asked: those of one value at once, with the words beside.

    Beside is what has two words between at most, as `tháng 6 năm {{ year }}`: a date of which the
    year alone is asked is a date that nobody wrote. Two values are two phrases.
    """
    old = str(base.strings[number])
    found: list[list[Typed]] = []
    value: int | None = None
    for edit in edits:
        own = _overtyped(base, number, text, edit)
        near = found and len(_WORD.findall(old[found[-1][-1].end : edit.start])) <= MOST_BETWEEN
        if found and (own == value if own is not None and value is not None else near):
            found[-1].append(edit)
            value = own if value is None else value
        else:
            found.append([edit])
            value = own
    return found


def _overtyped(base: Printed, number: int, text: Text, edit: Typed) -> int | None:
    """Where in the text the value stands that an edit goes over; None where it does not."""
    if not PLACEHOLDER.search(text.value):
        return None
    try:
        _value(base, number, text, [edit])
    except Overtyped as error:
        return error.at
    except Unsayable:
        pass
    return None


def _value(
    base: Printed, number: int, text: Text, edits: list[Typed], sides: LineSides | None = None
) -> str:
    """The value that prints a string with edits; with both `sides` emphasis and notes too."""
    string = base.strings[number]
    if isinstance(string, Inline | Styled) and sides and sides.is_restyled(number, edits):
        return wished(text, base.names_in(string), sides.wish(number, edits))
    spans = [(each.start, each.end, each.words) for each in edits]
    return rewritten_value(
        text, base.names_in(string), str(string), spans, marked=isinstance(string, Inline | Styled)
    )
