"""Content edited at random and built, its document given to `accept` over the old content."""

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.accept.look import look
from docgen.builds import stamp_of
from docgen.edit.apply import apply
from docgen.edit.edits import Delete, Insert, Reword, tree_of
from docgen.load.folder import load
from tests.accept.test_corpus import paper
from tests.plan_files import ROOTS, copy_project, printed
from tests.word_edits import Word

pytestmark = pytest.mark.slow

CORE = "docProps/core.xml"
WORDS = ("kịp thời", "đúng hạn", 'gọi là "điểm"', "(mới): 20%", "hoà, thuỷ", "A&B <c>", "*sao* #1")


@pytest.fixture(scope="module")
def projects(tmp_path_factory):
    """Every plan with its document and its texts that print their own words."""
    found = {}
    for year, root in ROOTS.items():
        project = copy_project(tmp_path_factory.mktemp(year), root)
        plan, _ = load(project / "content" / year, project)
        found[year] = project, printed(project, year), prose(plan)
    return found


def prose(plan):
    """The sentences of lists in the files of the year: source, place, value."""
    found = []
    for source in plan.sources:
        if f"/{plan.year.text.source.name.split('/')[1]}/" in source.name:
            found += [(source, place, said) for place, said in scalars(tree_of(source), ())]
    return found


def scalars(value, place):
    """The texts of lists that are sentences of their own."""
    if isinstance(value, dict):
        for key, child in value.items():
            if key not in ("columns", "shared", "rows", "table"):
                yield from scalars(child, (*place, key))
    elif isinstance(value, list):
        for number, child in enumerate(value):
            here = (*place, number)
            if isinstance(child, str) and len(child.split()) > 7 and "^[" not in child:
                yield here, child
            else:
                yield from scalars(child, here)


def rewritten(draw, value):
    """A sentence with words in, out or changed where no value and no emphasis stands."""
    tokens = value.split(" ")
    plain = [
        at for at, each in enumerate(tokens[:-1])
        if at and re.fullmatch(r"\w+", each) and re.fullmatch(r"\w+,?", tokens[at + 1])
        and not re.search(r"\{\{|\}\}|\*", " ".join(tokens[max(at - 3, 0) : at + 4]))
    ]  # fmt: skip
    if not plain:
        return value
    at = draw(st.sampled_from(plain))
    how = draw(st.sampled_from(("in", "out", "other")))
    new = draw(st.sampled_from(WORDS)).replace("*", r"\*").split(" ")
    tokens[at : at + (how != "in")] = [] if how == "out" else new
    return " ".join(tokens)


@st.composite
def edits(draw, texts):
    """Some edits of different sentences, of which no two are neighbours."""
    chosen = draw(st.lists(st.integers(0, len(texts) - 1), min_size=1, max_size=4, unique=True))
    made, touched = [], set()
    for number in chosen:
        source, place, value = texts[number]
        lists = {(source.name, place[:-1]), source.name if "appendix" in source.name else None}
        if lists & touched:
            continue
        touched |= lists - {None}
        siblings = [each for each in texts if each[0] is source and each[1][:-1] == place[:-1]]
        kind = draw(st.sampled_from(("reword", "insert", "delete")))
        if kind == "insert":
            new = f"Tổ chức {draw(st.sampled_from(WORDS[:5]))} ở từng cơ quan"
            made.append(Insert(source, (*place[:-1], place[-1] + 1), new))
        elif kind == "delete" and len(siblings) > 2 and siblings[0][1] != place:
            made.append(Delete(source, place))
        else:
            made.append(Reword(source, place, value, rewritten(draw, value)))
    return made


@pytest.mark.parametrize("year", ROOTS)
@settings(
    max_examples=4, deadline=None, derandomize=True,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
@given(data=st.data())
def test_edited_content_comes_back_from_its_document(projects, year, data):
    _, before, texts = projects[year]
    made = data.draw(edits(texts))
    with tempfile.TemporaryDirectory() as scratch:
        there = copy_project(Path(scratch) / "there", ROOTS[year])
        assert apply(made, there).findings == []
        word = Word(printed(there, year))
        new = stamp_of(word.saved()).encode()
        word.parts[CORE] = word.parts[CORE].replace(new, stamp_of(before).encode())
        saved = word.noise().saved()
        here = copy_project(Path(scratch) / "here", ROOTS[year])
        found = look(saved, here / "content" / year, here)
        assert found.known
        assert found.left == [], made
        assert apply(found.edits, here).findings == []
        assert paper(printed(here, year)) == paper(printed(there, year))
