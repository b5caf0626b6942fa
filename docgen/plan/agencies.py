"""Agencies by key, name or short form: what a reference in the content means."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from docgen.plan.dates import Period
from docgen.plan.model import Agency, Assignment
from docgen.plan.source import Text

# What a sentence says that an agency does, of which it has named the agency.
ACTS = (
    "chủ trì|phối hợp|tham mưu|hướng dẫn|theo dõi|đôn đốc|chịu trách nhiệm|có trách nhiệm|căn cứ|"
    "thực hiện|triển khai|tổ chức|xây dựng|kiểm tra|tổng hợp|rà soát|báo cáo|bố trí|chỉ đạo"
)


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


def members_of(key: str, agencies: Mapping[str, Agency], years: Period | None) -> tuple[str, ...]:
    """Who acts where an agency is named: itself, or for a group its members, those of groups too.

    A member that is known not to exist in the `years` is left out, or its successor stands for it;
    a group that has no members acts by itself.
    """
    if key not in agencies or agencies[key].group != "yes":
        return (key,)
    inner = within(key, agencies) - {key}
    members = [each for each in agencies if each in inner and not agencies[each].members]
    now = (_in_years(each, agencies, years) for each in members)
    return tuple(dict.fromkeys(each for each in now if each)) or (key,)


def _in_years(key: str, agencies: Mapping[str, Agency], years: Period | None) -> str | None:
    begins, ends = agencies[key].valid_from, agencies[key].valid_until
    if years is None:
        return key
    if ends and ends.value < date(years, 1, 1):
        successor = agencies[key].successor
        return successor.value if successor and successor.value in agencies else None
    return None if begins and begins.value > date(years.last, 12, 31) else key


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
