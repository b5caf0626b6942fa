"""Which agencies each line of a sheet names: by itself, through what rows share, as its task."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from docgen.plan.agencies import find, references, within
from docgen.rules.facts import Facts
from docgen.sheets.lines import Line, Sheet, Sheets


class Whose:
    """Whom the texts of a plan name."""

    def __init__(self, sheets: Sheets) -> None:
        self.sheets = sheets
        self.agencies = sheets.paper.plan.agencies

    @cached_property
    def _named(self) -> Mapping[tuple[str, int], frozenset[str]]:
        """The agencies by the file of a text and where it begins."""
        found: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
        for mention in Facts(self.sheets.paper.plan).mentions:
            found[mention.text.source.name, mention.text.start].add(mention.key)
        return {spot: frozenset(keys) for spot, keys in found.items()}

    def named(self, sheet: Sheet) -> dict[str, frozenset[str]]:
        """The keys of the agencies that each line names, by its address; groups as groups."""
        found: dict[str, frozenset[str]] = {}
        above: list[frozenset[str]] = [frozenset()] * len(sheet.columns)
        for line in sheet.lines:
            above = [
                above[at] if state == "above" else self._of_cell(line, at)
                for at, state in enumerate(line.states)
            ]
            found[line.address] = frozenset().union(*above, self._of_task(line))
        return found

    def of(self, key: str, sheet: Sheet) -> list[str]:
        """The addresses of the lines that name an agency, or a group that it is in."""
        meant = {each for each in self.agencies if key in within(each, self.agencies)}
        return [address for address, named in self.named(sheet).items() if named & meant]

    def _of_cell(self, line: Line, position: int) -> frozenset[str]:
        texts = (each.text for each in self.sheets.origins(line, position))
        named = (self._named.get((text.source.name, text.start)) for text in texts if text)
        return frozenset().union(*filter(None, named))

    def _of_task(self, line: Line) -> frozenset[str]:
        called = references(line.assignment) if line.assignment else ()
        return frozenset(filter(None, (find(each.value, self.agencies) for each in called)))
