"""Agencies by key, name or short form: what a reference in the content means."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.plan.model import Agency, Assignment
from docgen.plan.source import Text


def find(reference: str, agencies: Mapping[str, Agency]) -> str | None:
    """The key of the agency that `reference` names by key, official name or short form."""
    if reference in agencies:
        return reference
    for key, agency in agencies.items():
        if reference == agency.name.value or any(reference == each.value for each in agency.short):
            return key
    return None


def within(key: str, agencies: Mapping[str, Agency]) -> frozenset[str]:
    """The agency itself and, where it is a group, all that belong to it, at any depth."""
    found: set[str] = set()
    waiting = [key]
    while waiting:
        each = waiting.pop()
        if each in agencies and each not in found:
            found.add(each)
            waiting += [member.value for member in agencies[each].members]
    return frozenset(found)


def references(assignment: Assignment) -> tuple[Text, ...]:
    """The agencies that an assignment names, as the content writes them."""
    return (assignment.agency, *assignment.agencies) if assignment.agency else assignment.agencies


def printed_name(
    assignment: Assignment, agencies: Mapping[str, Agency]
) -> tuple[str, tuple[Text, ...]]:
    """The official names of an assignment's agencies in one line, and as agencies.yaml has them.

    What names no agency stands as the content writes it.
    """
    called = references(assignment)
    names = [agencies[key].name if (key := find(each.value, agencies)) else each for each in called]
    return ", ".join(name.value for name in names), tuple(names)
