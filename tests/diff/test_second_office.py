"""A changed copy of the plan of several years: every change of its forms is named, and no other."""

import shutil

import pytest

from docgen.diff.compare import diff
from docgen.load.folder import load
from tests.content_edits import reword
from tests.plan_files import SECOND_OFFICE

PLAN, OFFICE = "2035-2039/plan.yaml", "office.yaml"
EDITS = {
    "the years": (
        reword(PLAN, "year: 2035 - 2039", "year: 2035 - 2040"),
        ("phần đầu", "year", "2039", "2040"),
    ),
    "the day known at last": (
        reword(PLAN, "date: tháng 12 năm 2034", "date: 15/12/2034"),
        ("phần đầu", "date", "tháng 12 năm 2034", "15/12/2034"),
    ),
    "the line below the subject": (
        reword(PLAN, "(Ban hành kèm theo", "(Kèm theo"),
        ("phần đầu", "below_subject", "Ban hành kèm", "Kèm"),
    ),
    "a footnote in a basis": (
        reword(PLAN, "hiểu theo Luật Lâm nghiệp.]", "hiểu theo Luật Lâm nghiệp mới.]"),
        ("căn cứ", "", "", "mới"),
    ),
    "a footnote in the preamble": (
        reword(PLAN, "tháng 11 năm {{ year - 1 }}", "tháng 10 năm {{ year - 1 }}"),
        ("đoạn văn", "", "11", "10"),
    ),
    "a footnote in a point": (
        reword(PLAN, "lim xanh, giổi xanh", "lát hoa, giổi xanh"),
        ("đoạn văn", "", "lim xanh", "lát hoa"),
    ),
    "a footnote in a cell": (
        reword(PLAN, "Gồm cả vùng lòng hồ.", "Không kể vùng lòng hồ."),
        ("tiêu chí", "", "Gồm cả", "Không kể"),
    ),
    "what the office says for all its plans": (
        reword(OFFICE, "place: Núi Bạc", "place: Núi Vàng"),
        ("phần đầu", "place", "Bạc", "Vàng"),
    ),
    "who signs": (
        reword(OFFICE, "KT. CHỦ TỊCH, PHÓ CHỦ TỊCH", "CHỦ TỊCH"),
        ("chữ ký", "signature.lines", "KT. CHỦ TỊCH", ""),
    ),
}


@pytest.fixture
def content(tmp_path):
    return shutil.copytree(SECOND_OFFICE / "content", tmp_path / "content")


def plan(content):
    read, findings = load(content / "2035-2039", content.parent)
    assert findings == []
    return read


@pytest.mark.parametrize(("edit", "said"), EDITS.values(), ids=EDITS)
def test_a_change_is_named_as_what_it_is(content, edit, said):
    before = plan(content)
    edit(content)
    (change,) = diff(before, plan(content)).changes
    differing = [span for span in change.spans if not span.same]
    old, new = ("".join(getattr(span, side) for span in differing) for side in ("old", "new"))
    subject, aspect, was, now = said
    assert (str(change.subject), change.aspect) == (subject, aspect)
    assert was in old or was in change.old.text
    assert now in new or now in change.new.text
    assert change.old.text != change.new.text


def test_all_changes_together_are_each_named_once(content):
    before = plan(content)
    for edit, _ in EDITS.values():
        edit(content)
    assert len(diff(before, plan(content)).changes) == len(EDITS)


def test_nothing_changed_is_nothing_said(content):
    assert diff(plan(content), plan(content)).changes == ()
