"""The texts as they reach the paper: each `{{ … }}` filled in, each place still known.

A rule that reads years or figures must look at what is printed: `tháng 13/{{ year }}` is no
month, and `so với năm {{ year - 1 }}` may compare a year with itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from docgen.plan.compute import names
from docgen.plan.expressions import fill
from docgen.plan.model import Plan
from docgen.plan.reading_order import Printed
from docgen.plan.source import Text

_PLACEHOLDER = re.compile(r"\{\{.*?\}\}", re.DOTALL)


class Filled(NamedTuple):
    """A printed text with its values: `prose`, and what each stretch of it stands for.

    `values` holds for each `{{ … }}`: where its value begins and ends in `prose`, and where
    the braces begin and end in the text.
    """

    printed: Printed
    prose: str
    values: tuple[tuple[int, int, int, int], ...] = ()

    @property
    def text(self) -> Text:
        """The text as the content has it."""
        return self.printed.text

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The offset and length in the content of the stretch of `prose` from `start` to `end`."""
        first = self._written(start, at_end=False)
        return first, max(1, self._written(end, at_end=True) - first)

    def _written(self, index: int, *, at_end: bool) -> int:
        shift = 0
        for begin, stop, opened, closed in self.values:
            if begin < index < stop or (index == (stop if at_end else begin)):
                return closed if at_end else opened
            if index >= stop:
                shift = closed - stop
        return index + shift


def filled(plan: Plan, texts: Iterable[Printed]) -> Iterator[Filled]:
    """Every one of the texts, filled in, in their order."""
    known = names(plan)
    for printed in texts:
        value = printed.text.value
        if "{{" not in value:
            yield Filled(printed, value)
            continue
        prose, end, values = "", 0, []
        for match in _PLACEHOLDER.finditer(value):
            prose += value[end : match.start()]
            written = fill(replace(printed.text, value=match[0]), known)[0]
            values.append((len(prose), len(prose) + len(written), *match.span()))
            prose += written
            end = match.end()
        yield Filled(printed, prose + value[end:], tuple(values))
