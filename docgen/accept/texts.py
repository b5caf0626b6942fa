"""A text of the content of which the paper says other words: what it must say, what is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from docgen.accept.ask import KEEP, of_value
from docgen.accept.cells import NO_WAY
from docgen.accept.change import Change, Choice, Kind, value_at
from docgen.accept.emit import wished
from docgen.accept.letters import PLACEHOLDER, Overtyped, Unsayable, rewritten_value
from docgen.accept.looks import LineSides, Typed
from docgen.accept.printed import Printed
from docgen.edit.edits import Edit, Reword, place_of, reword
from docgen.plan.source import Text
from docgen.view.inline import Inline, Styled

_WORD = re.compile(r"\w+")
_ENDS = re.compile(r"[.;!?]\s")
MOST_BETWEEN = 2
KEEP_VALUE = "giữ chỗ tự điền như nội dung, lấy các chữ sửa khác của câu"
OVERTYPED = (
    "Chỗ này tự điền bằng {}: sửa giá trị gốc (mọi chỗ đổi theo), hoặc sửa tay câu này trong tệp."
)


@dataclass(slots=True)
class _Asked:
    """A value that a phrase goes over, and the phrases beside it in its sentence."""

    phrase: list[Typed]
    error: Overtyped
    beside: list[Typed] = field(default_factory=list)


def text_change(
    base: Printed, number: int, text: Text, edits: list[Typed], sides: LineSides
) -> Iterator[Change]:
    """What the content must say; of a sentence in which a value is typed over all is asked.

    Each question shows the line of the Word file with its own words alone as they were. A text of
    which some words cannot be said is asked as a whole: what is left would be half of an edit.
    """
    old = str(base.strings[number])
    whole = Change("words", "asked", text.where, old, said_with(old, edits), why=NO_WAY)
    asked: list[_Asked] = []
    others: list[list[Typed]] = []
    for phrase in _phrases(base, number, text, edits):
        try:
            _value(base, number, text, phrase)
        except Overtyped as error:
            asked.append(_Asked(phrase, error))
            continue
        except Unsayable:
            if not _is_sayable(base, number, text, phrase, sides):
                yield whole
                return
        others.append(phrase)
    sayable: list[Typed] = []
    for phrase in others:
        gaps = [(_between(old, each.phrase, phrase), each) for each in asked]
        near = min((each for each in gaps if not _ENDS.search(each[0])), key=_length, default=None)
        (near[1].beside if near else sayable).extend(phrase)
    questions = [_question(base, number, text, each, edits, sides) for each in asked]
    if asked and not sayable:  # its look alone would be half of an edit
        yield from questions
        return
    try:
        value = _value(base, number, text, sayable, sides, [each.phrase for each in asked])
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
    yield from questions


def _question(
    base: Printed, number: int, text: Text, asked: _Asked, edits: list[Typed], sides: LineSides
) -> Change:
    """The question of a value; its answers write its whole sentence."""
    string = base.strings[number]
    own = sorted([*asked.phrase, *asked.beside])
    old = str(string)

    def written(plain: Text) -> str:
        try:
            return _value(base, number, plain, own, sides)
        except Unsayable:
            return _value(base, number, plain, own)

    spans = [(each.start, each.end, each.words) for each in own]
    choices = [*of_value(base, string, text, spans, asked.error.at, written), KEEP]
    if asked.beside:
        with suppress(Overtyped, Unsayable):
            rest = reword(text, _value(base, number, text, sorted(asked.beside)))
            choices.insert(-1, Choice(KEEP_VALUE, (rest,), as_word=False))
    before, now = said_with(old, [each for each in edits if each not in own]), said_with(old, edits)
    why = OVERTYPED.format(asked.error.expression)
    return Change("value", "asked", text.where, before, now, why=why, choices=tuple(choices))


def _between(words: str, one: list[Typed], other: list[Typed]) -> str:
    """What stands on paper between two phrases."""
    first, last = sorted((one, other))
    return words[first[-1].end : last[0].start]


def _length(gap: tuple[str, _Asked]) -> int:
    return len(gap[0])


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
    base: Printed,
    number: int,
    text: Text,
    edits: list[Typed],
    sides: LineSides | None = None,
    asked: Sequence[Sequence[Typed]] = (),
) -> str:
    """The value that prints a string with edits; with both `sides` emphasis and notes too.

    The sentences of which something is `asked` look as they did.
    """
    string = base.strings[number]
    if isinstance(string, Inline | Styled) and sides and sides.is_restyled(number, edits):
        wish = sides.wish(number, edits, [*_sentences(str(string), asked)])
        return wished(text, base.names_in(string), wish)
    spans = [(each.start, each.end, each.words) for each in edits]
    return rewritten_value(
        text, base.names_in(string), str(string), spans, marked=isinstance(string, Inline | Styled)
    )


def _sentences(words: str, phrases: Sequence[Sequence[Typed]]) -> Iterator[tuple[int, int]]:
    """From where to where the sentences go that some phrases touch."""
    for phrase in phrases:
        before = [each.end() for each in _ENDS.finditer(words, 0, phrase[0].start)]
        after = _ENDS.search(words, phrase[-1].end)
        yield before[-1] if before else 0, after.start() if after else len(words)
