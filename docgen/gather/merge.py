"""Many people's wishes and remarks as one list: the same once, what contradicts side by side."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from rapidfuzz.distance import Indel

from docgen.accept.change import Kind
from docgen.accept.printed import Printed
from docgen.accept.units import Line, TableRow
from docgen.diff.outline import STEP
from docgen.gather.find import Wanted
from docgen.gather.hunks import hunks
from docgen.gather.opinion import COMMENT, Answer, Opinion, Piece
from docgen.gather.place import Places
from docgen.gather.remarks import Remark
from docgen.gather.voices import Voice
from docgen.gather.wish import (
    Addition,
    Annotating,
    Moving,
    Refilling,
    Removal,
    Reshaping,
    Rewording,
    Spot,
    Wish,
    contradict,
)

ALIKE = 70  # of 100: two additions at one place that are as alike are two drafts of one
_ORIGINS: dict[str, Kind] = {
    "text": "words", "number": "number", "date": "date", "agency": "agency",
    "computed": "computed", "mark": "mark", "blank": "cell",
}  # fmt: skip
_KINDS: dict[type, Kind] = {
    Annotating: "note", Moving: "move", Refilling: "cell", Reshaping: "merge",
}  # fmt: skip
Order = tuple[Spot, int, int]
BLANK = " |"  # empty cells at the end of a row


class Merger:
    """The opinions about one built paper."""

    def __init__(self, base: Printed) -> None:
        self.base = base
        self.places = Places(base)

    def opinions(self, wanted: Iterable[Wanted], remarks: Iterable[Remark]) -> list[Opinion]:
        """All opinions, numbered from 1 in reading order."""
        found = [*self._edits(wanted), *self._remarks(remarks)]
        found.sort(key=lambda pair: pair[0])
        numbered = [replace(each, number=at) for at, (_, each) in enumerate(found, 1)]
        seen: Counter[str] = Counter()
        return [
            replace(each, key=f"{name}-{seen[name]}")
            for each in _held_together(numbered)
            if (name := each.fingerprint) and not seen.update([name])
        ]

    # ------------------------------------------------------------------------------- edits

    def _edits(self, wanted: Iterable[Wanted]) -> Iterator[tuple[Order, Opinion]]:
        """Each wish once; rewordings of one line that the same people have are one opinion."""
        who: dict[Wish, dict[Voice, None]] = {}
        for wish, voices in wanted:
            who.setdefault(wish, {}).update(dict.fromkeys(voices))
        groups: dict[object, list[Wish]] = {}
        for wish, known in who.items():
            people = frozenset((each.name, each.copy) for each in known)
            one = (wish.spot, people) if isinstance(wish, Rewording) else wish
            groups.setdefault(one, []).append(wish)
        for wishes in groups.values():
            yield self._edit(wishes, _people(each for wish in wishes for each in who[wish]))

    def _edit(self, wishes: Sequence[Wish], people: tuple[Voice, ...]) -> tuple[Order, Opinion]:
        first, spot = wishes[0], wishes[0].spot
        rewordings = sorted(
            (each for each in wishes if isinstance(each, Rewording)), key=lambda each: each.start
        )
        start = rewordings[0].start if rewordings else 0
        start = first.at if isinstance(first, Annotating) else start
        end = rewordings[0].end if rewordings else None
        place = self.places.of(spot, start, end)
        label, note = place.label, ""
        if isinstance(first, Addition | Moving):
            behind = first.behind if isinstance(first, Moving) else spot.unit
            near = self._words(behind)
            note = f"đặt sau “{_short(near)}”" if near else "đặt ở đầu văn bản"
        if isinstance(first, Annotating):
            label = f"{label}{STEP}chú thích cuối trang"
        kind = self._kind(first, rewordings)
        pieces = tuple(each for each in self._pieces(first, rewordings) if each.words)
        if kind == "look":
            looks = "; ".join(f"“{_short(each.words)}” {_look(each)}" for each in rewordings)
            pieces, note = (Piece(self._line(spot).text),), looks
        opinion = Opinion(
            0, kind, label, place.where, people, pieces, note=note, wishes=tuple(wishes)
        )
        behind_it = 1 if isinstance(first, Addition) else 0
        return (spot if spot.unit >= 0 else Spot(len(self.base.units)), behind_it, start), opinion

    def _words(self, unit: int) -> str:
        return self.base.units[unit].text if unit >= 0 else ""

    def _pieces(self, wish: Wish, rewordings: Sequence[Rewording]) -> Iterator[Piece]:
        if rewordings:
            yield from _marked(self._line(wish.spot), rewordings)
        elif isinstance(wish, Addition):
            yield Piece(wish.unit.text.rstrip(BLANK), "in")
        elif isinstance(wish, Removal):
            yield Piece(self._words(wish.spot.unit).rstrip(BLANK), "out")
        elif isinstance(wish, Moving):
            yield Piece(self._words(wish.spot.unit))
        elif isinstance(wish, Refilling):
            yield from self._cell(wish)
        elif isinstance(wish, Reshaping):
            yield from _sides(self._words(wish.spot.unit), wish.row.text)
        elif isinstance(wish, Annotating):
            yield from _sides(wish.old, wish.said)

    def _line(self, spot: Spot) -> Line:
        unit = self.base.units[spot.unit]
        return unit if isinstance(unit, Line) else unit.cells[spot.cell][spot.line]

    def _cell(self, wish: Refilling) -> Iterator[Piece]:
        unit = self.base.units[wish.spot.unit]
        assert isinstance(unit, TableRow)
        old, new = (
            " ¶ ".join(line.text for line in each)
            for each in (unit.cells[wish.spot.cell], wish.lines)
        )
        yield from _sides(old, new)

    def _kind(self, wish: Wish, rewordings: Sequence[Rewording]) -> Kind:
        if isinstance(wish, Rewording):
            if all(each.words == self._said(each) for each in rewordings):
                return "look"
            origin = self.places.origin(wish.spot, wish.start, wish.end)
            return _ORIGINS[origin.kind] if origin else "template"
        if isinstance(wish, Addition):
            return "row in" if isinstance(wish.unit, TableRow) else "in"
        if isinstance(wish, Removal):
            row = isinstance(self.base.units[wish.spot.unit], TableRow)
            return "row out" if row else "out"
        return _KINDS[type(wish)]

    def _said(self, wish: Rewording) -> str:
        return self._line(wish.spot).text[wish.start : wish.end]

    # ----------------------------------------------------------------------------- remarks

    def _remarks(self, remarks: Iterable[Remark]) -> Iterator[tuple[Order, Opinion]]:
        same: dict[tuple[Spot, int, str], list[Remark]] = {}
        for each in remarks:
            same.setdefault((each.spot, each.start, each.said), []).append(each)
        for (spot, start, said), several in same.items():
            place = self.places.of(spot, start, several[0].end)
            answers: dict[Answer, None] = {}
            for each in several:
                answers |= dict.fromkeys(each.answers)
            opinion = Opinion(
                0, COMMENT, place.label, place.where,
                _people(each.voice for each in several),
                said=said, quote=several[0].quote, answers=tuple(answers),
                resolved=_settled(several),
            )  # fmt: skip
            yield (spot, 0, start), opinion


def _settled(remarks: Iterable[Remark]) -> bool:
    """Whether what each said is settled in one of the copies that hold it."""
    by_voice: defaultdict[Voice, list[bool]] = defaultdict(list)
    for each in remarks:
        by_voice[each.voice].append(each.resolved)
    return all(map(any, by_voice.values()))


def _people(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    """Everybody once, with the date at which he spoke first."""
    known: dict[tuple[str, str], Voice] = {}
    for each in dict.fromkeys(voices):
        before = known.setdefault((each.name, each.copy), each)
        if each.date < before.date:
            known[each.name, each.copy] = each
    return tuple(known.values())


def _held_together(opinions: Sequence[Opinion]) -> list[Opinion]:
    """The opinions with the numbers of those that contradict them and those that stand beside."""
    against: defaultdict[int, list[int]] = defaultdict(list)
    beside: defaultdict[int, list[int]] = defaultdict(list)
    by_unit: defaultdict[int, list[Opinion]] = defaultdict(list)
    for each in opinions:
        if each.wishes:
            by_unit[each.wishes[0].spot.unit].append(each)
    for several in by_unit.values():
        for one, other in combinations(several, 2):
            pairs = [(mine, its) for mine in one.wishes for its in other.wishes]
            if any(contradict(*pair) or _two_drafts(*pair) for pair in pairs):
                kept = against
            elif one.wishes[0].spot == other.wishes[0].spot and _rewords(one) and _rewords(other):
                kept = beside
            else:
                continue
            kept[one.number].append(other.number)
            kept[other.number].append(one.number)
    return [
        replace(each, against=tuple(against[each.number]), beside=tuple(beside[each.number]))
        for each in opinions
    ]


def _rewords(opinion: Opinion) -> bool:
    return isinstance(opinion.wishes[0], Rewording)


def _two_drafts(one: Wish, other: Wish) -> bool:
    """Whether two additions at one place are two drafts of one."""
    if not isinstance(one, Addition) or not isinstance(other, Addition) or one.spot != other.spot:
        return False
    words = [each.unit.text.split() for each in (one, other)]
    return 100 * Indel.normalized_similarity(*words) >= ALIKE


def _marked(line: Line, rewordings: Iterable[Rewording]) -> Iterator[Piece]:
    at = 0
    for wish in rewordings:
        yield Piece(line.text[at : wish.start])
        yield Piece(line.text[wish.start : wish.end], "out")
        yield Piece(wish.words, "in")
        at = wish.end
    yield Piece(line.text[at:])


def _sides(old: str, new: str) -> Iterator[Piece]:
    """Two texts as pieces."""
    one, other = (Line(each, (None,) * len(each), ("",) * len(each), "") for each in (old, new))
    at = 0
    for hunk in hunks(one, other):
        yield Piece(old[at : hunk.start])
        yield Piece(old[hunk.start : hunk.end], "out")
        yield Piece(new[hunk.first : hunk.last], "in")
        at = hunk.end
    yield Piece(old[at:])


def _look(wish: Rewording) -> str:
    """How words are to look."""
    named = {"b": "in đậm", "i": "in nghiêng", "~": "chỉ số dưới", "^": "chỉ số trên"}
    looks = (", ".join(named[each] for each in look) or "in thường" for look in wish.looks)
    return ", ".join(dict.fromkeys(looks))


def _short(words: str, most: int = 60) -> str:
    return words if len(words) <= most else f"{words[:most].rpartition(' ')[0]}…"
