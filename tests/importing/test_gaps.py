"""What an old document does not say of what content must say: the officer is told to fill it in."""

from dataclasses import replace

import pytest

from docgen.importing.gaps import GAP, WORDS, filled
from docgen.load.folder import load
from docgen.plan.dates import Period
from docgen.plan.office import Issuer, Office
from tests.plan_files import tiny_project


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    root = tiny_project(tmp_path_factory.mktemp("tiny"))
    return load(root / "content" / "2030", root)[0]


@pytest.mark.parametrize("said", ["name", "short"])
def test_half_an_issuer_keeps_what_it_says_and_the_rest_is_to_fill_in(plan, said):
    half = replace(Issuer(), **{said: getattr(plan.issuer, said)})
    changed, to_fill = filled(replace(plan, issuer=half), Period.parse("2030"), "cũ.docx", Office())
    assert to_fill == (WORDS["issuer"],)
    assert getattr(changed.issuer, said) == getattr(plan.issuer, said)
    other = changed.issuer.short if said == "name" else changed.issuer.name[0]
    assert str(other) == GAP


def test_what_the_plan_says_is_not_to_fill_in(plan):
    assert filled(plan, Period.parse("2030"), "cũ.docx", Office())[1] == ()
