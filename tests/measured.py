"""How well a comparison finds known edits: plans from data, and what was missed or made up."""

import json
from decimal import Decimal

from docgen.load.folder import load


def loaded(folder, plan, offices):
    """A plan given as data that has nothing to be told of: `read`."""
    made, findings = read(folder, plan, offices)
    assert made is not None
    assert not findings, findings
    return made


def read(folder, plan, offices):
    """A plan given as data and what is found in it; its agencies are names, or all that is known.

    JSON is YAML, but for `null`: what is not known is blank there.

    A plan that an edit gave `agencies` of its own has those.
    """
    year = folder / "content" / plan["year"]
    year.mkdir(parents=True)
    offices = plan.pop("agencies", offices)
    agencies = {
        key: {"name": each} if isinstance(each, str) else each for key, each in offices.items()
    }
    for path, data in ((year / "plan.yaml", plan), (year.parent / "agencies.yaml", agencies)):
        text = json.dumps(data, ensure_ascii=False, indent=1).replace(": null", ": ")
        path.write_text(text, encoding="utf-8")
    return load(year, folder)


def says(place, words):
    said = place and " ".join(f"{place.label} {place.text}".split())
    return place is None if not words else words in (said or "")


def fits(change, found):
    differences = [each.difference for each in change.figures if each.difference is not None]
    figures = [Decimal(each.replace(",", ".")) for each in found.figures or ()]
    moved = change.kind == "moved" and not found.old
    any_aspect = found.aspect is None or found.kind == "moved"
    return (
        (change.kind, str(change.subject)) == (found.kind, found.subject)
        and (any_aspect or change.aspect == found.aspect)
        and (moved or (says(change.old, found.old) and says(change.new, found.new)))
        and (not figures or figures == differences)
    )


def unmatched(changes, expected):
    """The expected changes that were not found, and the found ones that were not expected."""
    left, missed = list(changes), []
    for found in expected:
        hit = next((change for change in left if fits(change, found)), None)
        if hit is None:
            missed.append(found)
        else:
            left.remove(hit)
    return missed, left
