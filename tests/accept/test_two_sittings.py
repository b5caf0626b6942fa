"""Two people edit one build: what the one wrote is content by the time the other's file comes.

What one person with all edits would have made of the content, which `test_corpus` holds to the
paper, the two must make of it one after the other.
"""

import shutil

import pytest

from docgen import builds
from docgen.accept.look import answer, look
from docgen.edit.apply import apply
from docgen.load.folder import load
from tests.accept.test_corpus import edits_of, paper
from tests.plan_files import ROOTS, copy_project, printed
from tests.wide_edits import Wide
from tests.word_edits import Word

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def projects(tmp_path_factory):
    """Every plan with its document, and what that was built from."""
    found = {}
    for year, root in ROOTS.items():
        project = copy_project(tmp_path_factory.mktemp(year), root)
        data = printed(project, year)
        plan, _ = load(project / "content" / year, project)
        template = project / plan.template_path
        builds.keep(data, project / "content" / year, template, project, draft=False)
        found[year] = project, data
    return found


@pytest.fixture
def sitting(request, projects, tmp_path):
    """A copy of a plan to write into, and its document."""
    year = request.param
    shutil.copytree(projects[year][0], tmp_path / "project")
    return year, tmp_path / "project", projects[year][1]


def accepted(project, year, saved):
    """What a file changes of the content as it stands; it is written."""
    found = look(saved, project / "content" / year, project)
    assert apply(found.edits, project).findings == []
    return found


@pytest.mark.parametrize("sitting", ROOTS, indirect=True)
def test_two_sittings_in_other_places_come_to_what_one_would(sitting, tmp_path):
    year, project, data = sitting
    every = [edit for edit in Wide(data, project / "content" / year).edits()
             if edit.wanted == "taken"]  # fmt: skip
    every.sort(key=lambda edit: edit.name == "replace_all")  # the last: it touches any line
    halves = (every[start::2] for start in (len(every) % 2, 1 - len(every) % 2))
    one, other = ([order for edit in half for order in edit.orders] for half in halves)
    shutil.copytree(project, tmp_path / "at once")
    assert accepted(tmp_path / "at once", year, Word(data).do(*one, *other).saved()).left == []
    for orders in (one, other):
        assert accepted(project, year, Word(data).do(*orders).noise().saved()).left == []
    assert paper(printed(project, year)) == paper(printed(tmp_path / "at once", year))


@pytest.mark.parametrize("sitting", ["2024", "2034"], indirect=True)
def test_the_same_sitting_twice_changes_nothing_more(sitting):
    year, project, data = sitting
    saved = Word(data).do(*edits_of(project, year, data)).saved()
    accepted(project, year, saved)
    before = printed(project, year)
    again = look(saved, project / "content" / year, project)
    assert again.edits == []
    assert {change.verdict for change in again.changes} == {"already"}
    assert printed(project, year) == before


@pytest.mark.parametrize("sitting", ["2024", "2031", "2034"], indirect=True)
def test_other_words_in_the_same_places_are_conflicts_and_either_side_can_be_had(sitting):
    year, project, data = sitting
    orders = [order for order in edits_of(project, year, data)
              if order[0] == "replace" and order[2] and order[1].casefold() not in
              order[2].casefold() and not order[1].startswith(("Số", "ngày"))]  # fmt: skip
    others = [(name, old, "lời khác hẳn") for name, old, _ in orders]
    accepted(project, year, Word(data).do(*orders).saved())
    first = paper(printed(project, year))
    found = look(Word(data).do(*others).saved(), project / "content" / year, project)
    assert found.edits == []
    assert found.questions
    assert {change.verdict for change in found.changes} == {"asked"}
    kept = answer(found, {each.key: 1 for each in found.questions})
    assert (list(kept.edits), kept.left) == ([], ())
    decided = answer(found, {each.key: 0 for each in found.questions})
    assert apply(decided.edits, project).findings == []
    wanted = paper(Word(data).do(*others).saved())
    assert first != wanted
    assert paper(printed(project, year)) == wanted
