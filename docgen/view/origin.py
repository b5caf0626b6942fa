"""Where printed words come from: the whole view knows, from letterhead to last cell.

The read-back, the comparison and whatever carries people's edits back into the content
all stand on this; none of them walks the plan again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, Self

from docgen.finding import Where
from docgen.plan.source import Text
from docgen.plan.table import Column, Row


@dataclass(slots=True, eq=False)
class Origin:
    """What made a printed string.

    `kind` is `text`: words of the content; `number` or `date`: a value of the content in its
    printed form; `agency`: the official `names` that the reference `text` calls; `computed`:
    the result of `formula`; `blank`: nothing yet, as in an empty cell, a gap for the number or
    `[[thiếu: …]]`; `mark`: a word of docgen or of the template, such as `a)` or `Phụ lục I`.

    `text` is the scalar behind the string, or for what the content does not say the one that it
    belongs to; `agency` is what `{{ agency }}` says in it. `row` and `column` say which cell of a
    table it stands in; a header has no row.
    """

    kind: Literal["text", "number", "date", "agency", "computed", "blank", "mark"]
    text: Text | None
    row: Row | None = field(default=None, repr=False)
    column: Column | None = field(default=None, repr=False)
    formula: Text | None = None
    names: tuple[Text, ...] = ()
    agency: str = ""

    @property
    def where(self) -> Where | None:
        """The place in the content that an officer is sent to."""
        return self.text.where if self.text else None


class Traced(str):
    """Printed words that know their origin; to a template a string like any other."""

    __slots__ = ("origin",)
    origin: Origin

    def __new__(cls, words: str, origin: Origin) -> Self:
        """The words with their origin."""
        self = super().__new__(cls, words)
        self.origin = origin
        return self

    def __reduce__(self) -> tuple[type[Traced], tuple[str, Origin]]:
        """How a copy is made."""
        return Traced, (str(self), self.origin)
