"""Where in the content the lines of a paper stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from pathlib import PurePosixPath

from docgen.accept.change import holder, value_at
from docgen.accept.printed import Printed
from docgen.accept.units import Line, Unit
from docgen.edit.edits import Steps, place_of
from docgen.plan.source import Source, Text

Place = tuple[Source, Steps]


class LinePlaces:
    """The lines of a paper, each with the text that it prints, and what stands below what."""

    def __init__(self, base: Printed) -> None:
        self.base = base

    @cached_property
    def places(self) -> dict[Line, Text | None]:
        """The lines of the paper, each with its text."""
        return {line: self.text_of(line) for line in self.base.units if isinstance(line, Line)}

    def text_of(self, line: Line) -> Text | None:
        """The text of the content that a line prints most of."""
        counts = Counter(mark[0] for mark in line.marks if isinstance(mark, tuple))
        origins = (self.base.strings[string].origin for string, _ in counts.most_common())
        return next((each.text for each in origins if each.kind in ("text", "agency")), None)

    def item(self, unit: Unit | None) -> Place | None:
        """The item of a list that a line is, or stands in."""
        text = self.places.get(unit) if isinstance(unit, Line) else None
        if text is None:
            return None
        try:
            place = place_of(text)
        except LookupError:
            return None
        called = place[-2:-1] == ("agencies",)
        return text.source, holder(place[:-2] if called else place) or place

    def called(self, source: Source) -> Place | None:
        """Where the plan calls a file that holds a section or an appendix; None for its own."""
        year = self.base.plan.year
        name = PurePosixPath(source.name).name
        for key in ("sections", "appendices"):
            known = value_at(year.text.source, (key,)) if year else None
            if year and isinstance(known, list) and name in known:
                return year.text.source, (key, known.index(name))
        return None

    def left_below(self, item: Place) -> Sequence[Unit]:
        """The lines and rows that print something of an item."""
        return self.below.get((id(item[0]), item[1]), ())

    @cached_property
    def below(self) -> dict[tuple[int, Steps], list[Unit]]:
        """The lines and rows that print something of each place, by its file and its steps."""
        found: dict[tuple[int, Steps], list[Unit]] = {}
        for unit in self.base.units:
            lines = [unit] if isinstance(unit, Line) else [n for cell in unit.cells for n in cell]
            known = [each for each in map(self.of_line, lines) if each]
            known += [call for source, _ in known if (call := self.called(source))]
            places = {(id(source), steps) for source, steps in known}
            above = {(source, steps[:n]) for source, steps in places for n in range(len(steps) + 1)}
            for place in above:
                found.setdefault(place, []).append(unit)
        return found

    def of_line(self, line: Line) -> Place | None:
        """The place of the text that a line prints most of."""
        text = self.places[line] if line in self.places else self.text_of(line)
        try:
            return (text.source, place_of(text)) if text else None
        except LookupError:
            return None

    def is_plain(self, line: Line | None) -> bool:
        """Whether a line of the paper is a paragraph among points, which the content says."""
        text = self.places.get(line) if line else None
        return bool(text and place_of(text)[-1] == "plain")
