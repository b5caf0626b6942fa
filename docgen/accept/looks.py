"""One line on both sides: how the letters of each of its strings look, and its footnotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import accumulate

from docgen.accept.change import Kind
from docgen.accept.emit import Note, Wish
from docgen.accept.letters import looks_of
from docgen.accept.printed import Printed
from docgen.accept.units import Line
from docgen.view.inline import Inline, Styled

Opcode = tuple[str, int, int, int, int]
ENDS = (";", ".", "/")
_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True, order=True)
class Typed:
    """Letters from `start` to `end` give way to `words`, which stand at `at` in the new line."""

    start: int
    end: int
    words: str
    at: int


class LineSides:
    """A line of the base beside that of the Word file.

    `lost` are the words whose emphasis or notes the content cannot say.
    """

    def __init__(self, base: Printed, old: Line, new: Line) -> None:
        self.base = base
        self.old = old
        self.new = new
        self.lost = ""

    @cached_property
    def _opcodes(self) -> list[Opcode]:
        """What stayed and what did not, by whole words, as places of letters."""
        before, after = _TOKEN.findall(self.old.key), _TOKEN.findall(self.new.key)
        starts, ends = ([0, *accumulate(map(len, each))] for each in (before, after))
        first, last = _without_ends(before), _without_ends(after)
        if before[first:] != after[last:]:
            first, last = len(before), len(after)
        matcher = SequenceMatcher(None, before[:first], after[:last], autojunk=False)
        ends_alike = ("equal", first, len(before), last, len(after))
        found = [
            (tag, starts[a], starts[b], ends[c], ends[d])
            for tag, a, b, c, d in (*matcher.get_opcodes(), ends_alike)
            if a < b or c < d
        ]
        return [*self._slid(found)]

    def _slid(self, opcodes: Sequence[Opcode]) -> Iterator[Opcode]:
        """What came or went between equal letters as far behind a mark as it can be said to be.

        `- việc` with a word more is ` mới` behind the dash or `mới ` before the next word.
        """
        shift = 0
        for number, (tag, a, b, c, d) in enumerate(opcodes):
            if tag == "equal":
                yield tag, a + shift, b, c + shift, d
                shift = 0
                continue
            following = opcodes[number + 1] if number + 1 < len(opcodes) else None
            if tag in ("insert", "delete") and following:
                shift = self._room(a, b, c, d, following[2])
            if shift:
                yield "equal", a, a + shift, c, c + shift
            yield tag, a + shift, b + shift, c + shift, d + shift

    def _room(self, a: int, b: int, c: int, d: int, end: int) -> int:
        """How far something slides until it stands in a text of the content."""
        old, new = self.old.key, self.new.key
        shift = 0
        while b + shift < end and not self._in_text(a + shift):
            same = new[c + shift] == new[d + shift] if a == b else old[a + shift] == old[b + shift]
            if not same:
                return 0
            shift += 1
        return shift if self._in_text(a + shift) else 0

    def _in_text(self, at: int) -> bool:
        owner = self._owner(at)
        return owner is not None and self.base.strings[owner].origin.kind != "mark"

    @property
    def edits(self) -> Iterator[Typed]:
        """Where the words differ; places of the old line."""
        for tag, a, b, c, d in self._opcodes:
            if tag != "equal":
                yield Typed(a, b, self.new.text[c:d], c)

    @cached_property
    def kept(self) -> dict[int, int]:
        """For each letter that stayed its place in the new line."""
        return {
            each: each - a + c
            for tag, a, b, c, _ in self._opcodes
            if tag == "equal"
            for each in range(a, b)
        }

    @cached_property
    def restyled(self) -> list[int | None]:
        """The strings of which letters that stayed look otherwise, or the notes changed."""
        found = [
            self._owner(at)
            for at, other in self.kept.items()
            if self.old.looks[at] != self.new.looks[other] and self.old.text[at] != " "
        ]
        if None in found:
            self.lost = self.lost or self.new.text
        called = [at for at, _ in self.old.notes]
        if self._has_other_notes or self._has_moved_notes:
            found += [self._owner(max(at - 1, 0)) for at in called]
            back = {other: at for at, other in self.kept.items()}
            for at, _ in self.new.notes:
                stayed = [back[each] for each in range(at - 1, -1, -1) if each in back]
                found.append(self._owner(stayed[0] if stayed else 0))
        return [each for each in dict.fromkeys(found) if each is not None]

    @property
    def _has_other_notes(self) -> bool:
        before, after = ([words for _, words in each.notes] for each in (self.old, self.new))
        return before != after

    @cached_property
    def _has_moved_notes(self) -> bool:
        """Whether a footnote is called behind other words of those that stayed."""
        stayed = {*self.kept.values()}
        for (at, _), (to, _) in zip(self.old.notes, self.new.notes, strict=False):
            behind = next((self.kept[x] + 1 for x in range(at - 1, -1, -1) if x in self.kept), 0)
            between = range(min(behind, to), max(behind, to))
            if any(self.new.text[each].isalnum() and each in stayed for each in between):
                return True
        return False

    def _owner(self, at: int) -> int | None:
        mark = self.old.marks[at] if at < len(self.old.marks) else None
        return mark[0] if isinstance(mark, tuple) else None

    def lose(self) -> None:
        """Some of the emphasis, or a note, cannot be taken over."""
        self.lost = self.new.text

    def kind_of(self, number: int) -> Kind:
        """What changed in a string whose words stayed."""
        string = self.base.strings[number]
        known = [*self._known(string)] if isinstance(string, Inline) else []
        said = [words for _, words in self.new.notes]
        if self._has_moved_notes:
            return "note"
        return "look" if said == [words for _, words in self.old.notes] or known == said else "note"

    @staticmethod
    def _known(string: Inline) -> Iterator[str]:
        return (" ".join(str(note.words).split()) for _, note in string.notes)

    def is_restyled(self, number: int, edits: Sequence[Typed]) -> bool:
        """Whether more than words is wished: other emphasis, here or of what was typed, notes."""
        looks = {look for each in edits for look in self._typed(each)}
        return (
            number in self.restyled
            or bool(self.old.notes or self.new.notes)
            or looks - {self.style(number)} != set()
            or len({*self.old.looks}) > 1
        )

    def is_emphatic(self, number: int, edits: Sequence[Typed]) -> bool:
        """Whether a string has got a look that it has no marks for: at most above and below."""
        known = "~^" if isinstance(self.base.strings[number], Styled) else ""
        looks = {look.rstrip(known) for each in edits for look in self._typed(each)}
        changed = (
            self.old.looks[at].rstrip(known) != self.new.looks[other].rstrip(known)
            for at, other in self.kept.items()
            if self.old.text[at] != " " and self._owner(at) == number
        )
        return looks - {look.rstrip(known) for look in self.old.looks} != set() or any(changed)

    def _typed(self, edit: Typed) -> Iterator[str]:
        """The looks of the letters that were typed, spaces left out."""
        for at in range(edit.at, edit.at + len(edit.words)):
            if self.new.text[at] != " ":
                yield self.new.looks[at]

    @cached_property
    def _styles(self) -> dict[int, str]:
        """How letters without emphasis look in each string of this line that has such."""
        owners = {mark[0] for mark in self.old.marks if isinstance(mark, tuple)}
        own = {number: self._own(number) for number in owners}
        found: dict[int, str] = {}
        for at, mark in enumerate(self.old.marks):
            if isinstance(mark, tuple) and not own[mark[0]][mark[1]]:
                found.setdefault(mark[0], self.old.looks[at])
        return found

    def style(self, number: int) -> str:
        """How letters without emphasis look in a string, or would."""
        if self._styles:
            return self._styles.get(number, next(iter(self._styles.values())))
        first = next((mark for mark in self.old.marks if isinstance(mark, tuple)), None)
        own = self._own(first[0])[first[1]] if first else ""
        return "".join(each for each in self.old.looks[0] if each not in own)

    def _own(self, number: int) -> list[str]:
        """How each letter of a string looks by its own marks."""
        string = self.base.strings[number]
        if not isinstance(string, Inline | Styled):
            return [""] * len(string)
        return [looks_of(run) for run in string.runs for _ in run.text]

    def wish(
        self, number: int, edits: Sequence[Typed], asked: Sequence[tuple[int, int]] = ()
    ) -> Wish:
        """What a string is to become; its letters that are `asked` about look as they did."""
        string, style = self.base.strings[number], self.style(number)
        paper, own = str(string), self._own(number)
        here = {
            mark[1]: at
            for at, mark in enumerate(self.old.marks)
            if isinstance(mark, tuple) and mark[0] == number
        }
        looks: list[str] = []
        kept: list[int | None] = []
        places: list[int | None] = []
        waiting = sorted(edits)
        at = 0
        while at < len(paper) or waiting:
            if waiting and waiting[0].start == at:
                edit = waiting.pop(0)
                for offset in range(len(edit.words)):
                    looks.append(self._beside(self.new.looks[edit.at + offset], style))
                    kept.append(None)
                    places.append(edit.at + offset)
                at = max(at, edit.end)
                continue
            other = self.kept.get(here[at]) if at in here else None
            look = own[at]
            now = None if other is None else self.new.looks[other]
            open_one = any(start <= at < end for start, end in asked)
            if now is not None and now != self.old.looks[here[at]] and not open_one:
                look = self._beside(now, style)
            looks.append(look)
            kept.append(at)
            places.append(other)
            at += 1
        if isinstance(string, Styled):
            looks = [look.lstrip("bi") for look in looks]
        spans = tuple((each.start, each.end, each.words) for each in sorted(edits))
        notes = tuple(self._notes(string, places)) if isinstance(string, Inline) else ()
        return Wish(paper, spans, tuple(looks), tuple(kept), notes)

    def _beside(self, look: str, style: str) -> str:
        """The emphasis that gives a letter its look; what the style gives cannot be taken away."""
        if any(each not in look for each in style):
            self.lose()
        return "".join(each for each in look if each not in style)

    def _notes(self, string: Inline, places: Sequence[int | None]) -> Iterator[Note]:
        """The notes of the Word file that stand in a string, each with its number in the text."""
        was = [*self._known(string)]
        known = [place for place in places if place is not None]
        if not known:
            return
        first, last = min(known), max(known)
        said = [(at, words) for at, words in self.new.notes if first < at <= last + 1]
        matcher = SequenceMatcher(None, was, [words for _, words in said], autojunk=False)
        numbers: dict[int, int] = {}
        for _, i1, i2, j1, j2 in matcher.get_opcodes():
            numbers |= dict(zip(range(j1, j2), range(i1, i2), strict=False))
        for order, (at, words) in enumerate(said):
            behind = [n for n, place in enumerate(places) if place is not None and place < at]
            yield Note(behind[-1] + 1, words, numbers.get(order))


def style_of(base: Printed, line: Line | None) -> str:
    """How letters without emphasis look in most of a line of the paper; "" where there is none."""
    marks = [mark[0] for mark in (line.marks if line else ()) if isinstance(mark, tuple)]
    own = Counter(each for each in marks if base.strings[each].origin.kind != "mark")
    return LineSides(base, line, line).style(own.most_common(1)[0][0]) if line and own else ""


def _without_ends(tokens: Sequence[str]) -> int:
    """How many tokens there are before the signs that end a line."""
    count = len(tokens)
    while count and tokens[count - 1] in ENDS:
        count -= 1
    return count
