"""The signs behind paragraphs and items that docgen sets itself: `;`, `.`, `./.`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.accept.align import Pair
from docgen.accept.change import value_at
from docgen.accept.letters import ENDINGS
from docgen.accept.line_places import LinePlaces
from docgen.accept.units import Line
from docgen.edit.edits import Edit, Reword, Steps, place_of
from docgen.plan.source import Source, Text

END = "./."
SIGNED = ("bases", "recipients", "addressees")


def unended(words: str, beside: Text | None) -> str:
    """The words of a new line of the list that a text stands in, without what docgen sets."""
    key = place_of(beside)[0] if beside else ""
    if key in SIGNED:
        return words.rstrip(ENDINGS)
    return words.removesuffix(END) if key == "closing" else words


def ended_before(
    places: LinePlaces, sides: Iterable[Pair], source: Source, place: Steps
) -> Iterator[Edit]:
    """The sign of the paragraph that was the last, where a new one at `place` takes its `./.`."""
    known = value_at(source, place[:-1])
    if place[:1] != ("closing",) or not isinstance(known, list) or place[-1] != len(known):
        return
    last = (*place[:-1], len(known) - 1)
    for old, new in sides:
        text = places.places.get(old) if isinstance(old, Line) else None
        if text and isinstance(new, Line) and (text.source, place_of(text)) == (source, last):
            sign = new.text[len(new.text.rstrip(ENDINGS)) :].strip()
            value = text.value.rstrip(ENDINGS) + sign
            if sign != END and value != text.value:
                yield Reword(source, last, text.value, value)
