"""Where on paper something stands, and where the same stands in another draft."""

from types import SimpleNamespace

import pytest

from docgen.accept.base import base_today
from docgen.accept.units import Line
from docgen.gather.bridge import Bridge
from docgen.gather.place import Places
from docgen.gather.wish import Annotating, Rewording, Spot, contradict, fulfilled
from tests.plan_files import tiny_project


def paper(words, *notes):
    marks = (None,) * len(words)
    return SimpleNamespace(units=(Line(words, marks, ("",) * len(words), "KHText", notes=notes),))


OLD, NEW = "Các xã trồng cây ven đường.", "Các phường và xã trồng cây ven đường."
LATER = len(NEW) - len(OLD)
AT = OLD.index("cây")


def test_an_edit_behind_words_that_grew_meets_its_own_words_in_the_other_draft():
    wish = Rewording(Spot(0), AT, AT + len("cây"), "hoa", ("", "", ""))
    carried = Bridge(paper(OLD), paper(NEW)).wish(wish)
    assert NEW[carried.start : carried.end] == "cây"
    back = Bridge(paper(NEW), paper(OLD)).wish(carried)
    assert back == wish


@pytest.mark.parametrize("old", ["", "Bịa."])
def test_a_footnote_behind_words_that_grew_is_called_behind_the_same_word(old):
    wish = Annotating(Spot(0), AT, old, "Bịa khác.")
    notes = [(AT + LATER, old)] if old else []
    carried = Bridge(paper(OLD, *((AT, old) for _ in notes)), paper(NEW, *notes)).wish(wish)
    assert carried == Annotating(Spot(0), AT + LATER, old, "Bịa khác.")


def test_a_footnote_that_the_other_draft_has_not_is_not_carried():
    wish = Annotating(Spot(0), AT, "Bịa.", "")
    assert Bridge(paper(OLD, (AT, "Bịa.")), paper(NEW)).wish(wish) is None


def test_words_of_the_template_are_named_by_themselves_and_have_no_line(tmp_path):
    root = tiny_project(tmp_path)
    base, _ = base_today(root / "content" / "2030", root)
    units = base.paper.units
    at = next(number for number, unit in enumerate(units) if unit.text.startswith("CỘNG HÒA"))
    place = Places(base.paper).of(Spot(at))
    assert place.label == f"Chữ của tệp mẫu: {units[at].text}"
    assert place.where is None


@pytest.mark.parametrize(("at", "against"), [(4, False), (5, True), (7, False), (9, False)])
def test_a_footnote_contradicts_only_words_amid_which_it_is_called(at, against):
    note = Annotating(Spot(0), at, "", "Bịa.")
    words = Rewording(Spot(0), 4, 7, "95%", ("",) * 3)
    assert contradict(note, words) is contradict(words, note) is against


def test_words_and_the_footnote_behind_them_are_both_met():
    line = Line("Đạt 100% vốn.", (None,) * 13, ("",) * 13, "")
    wishes = [Rewording(Spot(0), 4, 7, "95", ("",) * 2), Annotating(Spot(0), 8, "", "Bịa.")]
    (met,) = fulfilled([line], wishes)
    assert (met.text, met.notes) == ("Đạt 95% vốn.", ((7, "Bịa."),))
