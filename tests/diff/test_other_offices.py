"""Two plans of two offices have hardly a thing in common: all that only one has is told."""

import json

import pytest

from docgen.diff.compare import diff
from docgen.diff.forms.json import json as as_json
from docgen.diff.outline import Outline
from docgen.diff.rows import Rows
from docgen.load.folder import load
from tests.plan_files import ROOTS

PAIRS = [("2024", "2034"), ("2034", "2036"), ("2036", "2024"), ("2031", "2035-2039")]


def plan(year):
    return load(ROOTS[year] / "content" / year, ROOTS[year])[0]


def said(of):
    """Every text, title and cell of a plan, as it prints."""
    outline = Outline(of)
    texts = [each.place.text for each in (*outline.entries, *outline.owners)]
    for owner in outline.owners:
        for table in owner.tables.values():
            rows = Rows(outline, owner, table)
            for line in rows.lines:
                texts.append(line.place.text)
                texts += [rows.said(line, key) for key in rows.columns if key not in rows.titles]
    return {" ".join(text.split()) for text in texts}


def strings(value):
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from strings(each)
    elif value is not None:
        yield str(value)


@pytest.mark.slow
@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_what_only_one_of_two_plans_says_is_told(one, other):
    old, new = plan(one), plan(other)
    told = " ".join(" ".join(strings(json.loads(as_json(diff(old, new))))).split())
    apart = said(old) ^ said(new)
    assert len(apart) > 50
    figures = {text: text.replace(".", "").replace(",", ".") for text in apart}
    assert [text for text in apart if text not in told and figures[text] not in told] == []
