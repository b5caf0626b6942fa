"""What a column offers to choose from: the agencies of the office, or words that it uses again."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.plan.model import Agency
from docgen.sheets.lines import AGENCY, Sheet
from docgen.tasking.ownership import is_owner

LONGEST_CHOICE = 60  # letters: longer words are sentences, of which nobody chooses one


def choices(sheet: Sheet, position: int, agencies: Mapping[str, Agency]) -> tuple[str, ...]:
    """The values that a column of texts offers; none where it is written freely.

    A column of agencies offers the official names; one of few short phrases, such as deadlines,
    offers its own.
    """
    column = sheet.columns[position]
    said = [
        line.words(position)
        for line in sheet.lines
        if line.states[position] == "open" and line.words(position)
    ]
    if column.is_number or (column.column and column.column.kind == "order"):
        return ()
    if column.key == AGENCY or is_owner(column.column):
        return tuple(each.name.value for each in agencies.values() if each.name)
    phrases = [words[0] for words in said if len(words) == 1 and len(words[0]) <= LONGEST_CHOICE]
    known = dict.fromkeys(phrases)
    return tuple(known) if len(phrases) == len(said) and len(known) < len(phrases) else ()
