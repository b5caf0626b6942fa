"""Edits of every kind in every plan, made as Word makes them and by LibreOffice itself.

The paper test shares nothing with `accept`: with the edits in the content, a build has the lines
of the Word file. `python -m tests.accept.test_corpus` makes each edit in a document of its own,
typed and tracked, and counts.
"""

import re
import shutil
import sys
import tempfile
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from docgen.accept.look import answer, look
from docgen.edit.apply import apply
from tests.edit_corpus import bare
from tests.libreoffice_edits import sittings
from tests.plan_files import ROOTS, W, copy_project, printed, whole
from tests.tools import program
from tests.tracked_settling import settled
from tests.wide_edits import Wide
from tests.word_edits import Word

pytestmark = pytest.mark.slow

MANNERS = ("typed", "tracked")


def soffice():
    return program("soffice", package="libreoffice-writer-nogui")


def paper(data):
    """The lines of a document with its changes accepted; form, marks and ends set aside."""
    body = settled(whole(data).find(W + "body"), accept=True)
    said = (unicodedata.normalize("NFC", words_of(each)) for each in body.iter(W + "p"))
    return sorted(filter(None, (plain(each) for each in said)))


def words_of(paragraph):
    signs = {W + "br": " ", W + "tab": " ", W + "noBreakHyphen": "-"}
    return "".join(signs.get(each.tag, each.text or "") for each in paragraph.iter(W + "t", *signs))


def plain(line):
    quoted = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
    return bare(re.sub(r"\s+", " ", line).strip()).rstrip(" ;./").translate(quoted)


def judged(root, year, saved):
    """What became of the edits of one document, and the changes; `wrong` must never be."""
    found = look(saved, root / "content" / year, root)
    kinds = [(change.kind, change.verdict, change.why) for change in found.changes]
    if all(change.verdict == "noted" for change in found.changes):
        return "nothing", kinds
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "project"
        shutil.copytree(root, copy)
        again = look(saved, copy / "content" / year, copy)
        decided = answer(again, {each.key: 0 for each in again.questions})
        assert decided.unproved == ()
        assert apply(decided.edits, copy).findings == []
        built = paper(printed(copy, year))
    follows = {plain(said) for each in found.follows for said in (each.old, each.new)}
    in_word, on_paper = Counter(paper(saved)), Counter(built)
    sides = (in_word - on_paper) + (on_paper - in_word)
    other = [line for line in sides if line not in follows]
    if decided.left or (found.left and other):
        return "asked", kinds
    return ("wrong" if other else "answered" if found.left else "taken"), (other or kinds)


@pytest.fixture(scope="module")
def projects(tmp_path_factory):
    """Every plan with its document."""
    found = {}
    for year, root in ROOTS.items():
        project = copy_project(tmp_path_factory.mktemp(year), root)
        found[year] = project, printed(project, year)
    return found


def edits_of(project, year, data, wanted="taken"):
    every = Wide(data, project / "content" / year).edits()
    return [order for edit in every if edit.wanted == wanted for order in edit.orders]


@pytest.mark.parametrize("year", ROOTS)
def test_a_sitting_in_word_comes_home(projects, year):
    project, data = projects[year]
    word = Word(data, tracked=int(year[:4]) % 2 == 0).do(*edits_of(project, year, data))
    outcome, changes = judged(project, year, word.noise().saved())
    assert outcome == "taken", changes


@pytest.fixture(scope="module")
def saved_by_libreoffice(projects, tmp_path_factory):
    """For each plan what LibreOffice only saved, and what it edited and saved."""
    folder = tmp_path_factory.mktemp("libreoffice")
    orders = []
    for year, (project, data) in projects.items():
        document = folder / f"{year}.docx"
        document.write_bytes(data)
        orders += [(document, False, []), (document, False, edits_of(project, year, data))]
    written = sittings(soffice(), folder, orders)
    return dict(zip(projects, zip(written[::2], written[1::2], strict=True), strict=True))


@pytest.mark.parametrize("year", ROOTS)
def test_a_sitting_in_libreoffice_comes_home(projects, saved_by_libreoffice, year):
    only_saved, edited = saved_by_libreoffice[year]
    assert judged(projects[year][0], year, only_saved.read_bytes()) == ("nothing", [])
    outcome, changes = judged(projects[year][0], year, edited.read_bytes())
    assert outcome == "taken", changes


def count(manners=("Word", "LibreOffice")):
    """Every edit in a document of its own; prints what became of each that is not as wanted."""
    totals = Counter()
    for year, root in ROOTS.items():
        folder = Path(tempfile.mkdtemp())
        project = copy_project(folder / "project", root)
        data = printed(project, year)
        document = folder / "document.docx"
        document.write_bytes(data)
        every = alone(data, project / "content" / year)
        cases = [(edit, tracked) for edit in every for tracked in (False, True)]
        made = {"Word": [Word(data, tracked=t).do(*e.orders).saved() for e, t in cases]}
        if "LibreOffice" in manners:
            orders = [(document, tracked, edit.orders) for edit, tracked in cases]
            made["LibreOffice"] = [p.read_bytes() for p in sittings(soffice(), folder, orders)]
        for manner in manners:
            for (edit, tracked), saved in zip(cases, made[manner], strict=True):
                try:
                    outcome, why = judged(project, year, saved)
                except Exception as error:  # noqa: BLE001
                    outcome, why = "crashed", repr(error)
                totals[manner, edit.wanted, outcome] += 1
                if outcome != edit.wanted:
                    sys.stdout.write(f"{year} {manner} {edit.name} {tracked=}: {outcome} {why}\n")
                    sys.stdout.flush()
    for key, number in sorted(totals.items()):
        sys.stdout.write(f"{number:5} {' '.join(key)}\n")


def alone(data, folder):
    """Each kind of edit with all of the paper to choose from."""
    for name in sorted(name for name in dir(Wide) if name.startswith("e_")):
        fresh = Wide(data, folder)
        fresh.only = name
        yield from fresh.edits()


if __name__ == "__main__":
    count(tuple(sys.argv[1:]) or ("Word", "LibreOffice"))
