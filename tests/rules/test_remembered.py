"""What was found in words before is found in them again, and only new words are looked at."""

import random
import re
from shutil import copytree

import pytest

from docgen.kept import Kept
from docgen.load.folder import load
from docgen.plan.reading_order import Printed
from docgen.plan.source import Source, Text
from docgen.rules.checks import CHECKS
from docgen.rules.facts import Facts, run
from docgen.rules.prose import held
from docgen.rules.prose.asked import as_data, name_of, of_data
from docgen.rules.prose.held import Held
from tests.plan_files import ROOTS
from tests.test_saves import edited
from tests.tools import sampled


@pytest.fixture
def nothing_known(monkeypatch):
    monkeypatch.setattr(held, "_LAST", [held._Remembered()])


def found(plan):
    return sorted(run(CHECKS, Facts(plan)), key=repr)


def found_anew(plan):
    """What all rules find when nothing is remembered; what is remembered stays."""
    known, held._LAST[:] = [*held._LAST], [held._Remembered()]
    try:
        return found(plan)
    finally:
        held._LAST[:] = known


@pytest.mark.usefixtures("nothing_known")
@pytest.mark.parametrize("seed", sampled(range(6), every=6))
def test_plans_that_change_one_after_another_are_told_as_if_each_were_the_first(seed, tmp_path):
    rng = random.Random(seed)
    folders = [
        copytree(ROOTS[year] / "content", tmp_path / year / "content") / year
        for year in ("2030", "2033", "2036")
    ]
    for _ in range(8):
        folder = rng.choice(folders)
        path = rng.choice(sorted(folder.glob("*.yaml")))
        path.write_text(edited(path.read_text("utf-8"), rng), encoding="utf-8", newline="\n")
        plan, _ = load(folder, folder.parents[1])
        if plan:
            assert found(plan) == found_anew(plan)


@pytest.mark.usefixtures("nothing_known")
@pytest.mark.parametrize("seed", sampled(range(6), every=6))
def test_a_new_process_finds_the_same_as_one_that_asks_all_anew(seed, tmp_path):
    rng = random.Random(seed)
    folder = copytree(ROOTS["2036"] / "content", tmp_path / "content") / "2036"
    (tmp_path / "output").mkdir()
    for _ in range(6):
        path = rng.choice(sorted(folder.glob("*.yaml")))
        path.write_text(edited(path.read_text("utf-8"), rng), encoding="utf-8", newline="\n")
        plan, _ = load(folder, tmp_path)
        if plan:
            held._LAST[:] = [held._Remembered()]
            with held.remembering(Kept(tmp_path), "2036"):
                again = found(plan)
            assert again == found_anew(plan)


@pytest.mark.usefixtures("nothing_known")
def test_a_new_process_looks_only_where_words_are_new(tmp_path):
    (tmp_path / "output").mkdir()
    for words, left in (("xa", "mở"), ["xa", "mở"]), (("mở", "xa", "lên"), ["lên"]):
        held._LAST[:] = [held._Remembered()]
        LOOKED.clear()
        with held.remembering(Kept(tmp_path), "2036"):
            assert [seen for _, seen in Held(texts(*words)).seeing(with_an_a)] == [True]
        assert left == LOOKED


@pytest.mark.usefixtures("nothing_known")
def test_texts_that_are_gone_are_not_kept_for_good(tmp_path):
    (tmp_path / "output").mkdir()
    for number in range(40):
        held._LAST[:] = [held._Remembered()]
        with held.remembering(Kept(tmp_path), "2036"):
            Held(texts("mở", "xa", f"lần {number}")).seeing(with_an_a)
    assert 3 < len(held._LAST[0].proses) < 12


LOOKED = []


def with_an_a(prose):
    LOOKED.append(prose)
    return "a" in prose


def test_answers_come_back_as_they_were_and_what_is_no_plain_data_is_asked_again():
    proses = ["một", "hai", "ba", "bốn", "năm"]
    found = {0: "một", 1: [(1, "b", (True, []))], 2: (held._small((), ()),), 3: ({},), 4: ("m", [])}
    data = as_data(proses, {"q": (0b11111, found), "r": (0b10, {})})
    plain = {at: found[at] for at in (0, 1, 4)}
    assert of_data(data) == (proses, {"q": (0b10011, plain), "r": (0b10, {})})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (re.compile("a"), re.compile("a", re.IGNORECASE)),
        (re.compile("a").match, re.compile("a").search),
        ((with_an_a, ("một",)), (with_an_a, ("hai",))),
        ((with_an_a, ("một", "hai")), (with_an_a, ("một, hai",))),
        ((1,), ("1",)),
    ],
    ids=["flags", "method", "given", "comma", "kind"],
)
def test_two_questions_have_two_names(one, other):
    assert name_of(one)
    assert name_of(one) != name_of(other)


def test_a_question_that_is_made_anew_each_time_has_no_name():
    assert name_of((lambda prose: prose, ())) == name_of((object(), ())) == ""
    assert name_of(frozenset("ab")) == name_of(frozenset("ba")) != ""


@pytest.mark.usefixtures("nothing_known")
def test_too_many_words_are_forgotten_and_told_the_same(tmp_path, monkeypatch):
    monkeypatch.setattr(held, "MOST_REMEMBERED", 60)
    plans = [load(ROOTS[year] / "content" / year, tmp_path)[0] for year in ("2030", "2036")]
    for plan in (*plans, *plans):
        assert found(plan) == found_anew(plan)


def texts(*words):
    source = Source("a.yaml", "\n".join(words))
    return [Printed(Text(each, source, 0, len(each), ""), "point") for each in words]


@pytest.mark.usefixtures("nothing_known")
def test_it_looks_only_at_words_that_are_new_and_answers_in_the_order_of_the_texts():
    asked = []

    def look(prose):
        asked.append(prose)
        return prose.count("a")

    Held(texts("xa", "không", "cả nhà")).seeing(look)
    answers = Held(texts("cả nhà", "la ba", "xa", "xa")).seeing(look)
    assert [(each.prose, count) for each, count in answers] == [("la ba", 2), ("xa", 1), ("xa", 1)]
    assert asked == ["xa", "không", "cả nhà", "la ba"]


@pytest.mark.usefixtures("nothing_known")
def test_what_is_given_beside_the_words_is_part_of_the_question():
    both = Held(texts("một hai"))
    assert [seen for _, seen in both.seeing(str.find, "hai")] == [4]
    assert [seen for _, seen in both.seeing(str.find, "ba")] == [-1]
    assert [match[0] for _, match in both.matches("h..", "một")] == ["hai"]
    assert [*both.matches("h..", "ba")] == []
