"""Every printed string says where it comes from, and what it says is true."""

import copy
import io
import pickle
import re
import zipfile

import pytest

from docgen.load.folder import load
from docgen.plan.compute import names
from docgen.plan.expressions import fill
from docgen.plan.footnotes import parted
from docgen.plan.reading_order import printed_texts
from docgen.verify import verify
from docgen.view.origin import Origin, Traced
from docgen.view.plan import build_view
from tests.plan_files import ROOTS
from tests.tools import REPOSITORY

LOOK, AGENCY = re.compile(r"[*~^]"), "\ue001"
TEMPLATE = REPOSITORY / "templates" / "KH_template.docx"


@pytest.fixture(params=ROOTS, scope="module")
def printed(request):
    """A plan, and all its printed strings with their origins."""
    root = ROOTS[request.param]
    plan, _ = load(root / "content" / request.param, root)
    view, _ = build_view(plan)
    return plan, [each for piece in view.pieces for each in piece.strings]


def test_every_text_of_the_plan_is_the_origin_of_a_printed_string(printed):
    plan, strings = printed
    known = {each.origin.text for each in strings if each.origin.kind == "text"}
    above = {each.value for each in known}  # columns side by side say the title above them again
    lost = [
        each.text.path
        for each in printed_texts(plan)
        if whole(each) not in known and not (each.role == "column" and each.text.value in above)
    ]
    assert lost == []


def whole(printed):
    """A sentence with its footnotes is one text of the content; a footnote is told apart."""
    return (
        printed.text if printed.role == "footnote" else getattr(printed.text, "whole", printed.text)
    )


def test_what_the_content_says_stands_at_the_place_that_is_named(printed):
    plan, strings = printed
    for string in strings:
        origin = string.origin
        if origin.kind == "text" and str(string):  # a merged cell is empty but for its first
            said = fill(parted(origin.text)[0], {**names(plan), "agency": AGENCY})[0]
            said = said.replace("[…]", "⋯")
            bare = [LOOK.sub("", each).rstrip(" ;./") for each in said.split(AGENCY)]
            assert all(each in LOOK.sub("", str(string)) for each in bare)
        elif origin.kind == "number":
            assert origin.text.value.lstrip("0") in str(string)
        elif origin.kind == "agency":
            assert str(string).rstrip(":") == ", ".join(name.value for name in origin.names)


def test_every_string_but_a_gap_sends_the_officer_to_a_line(printed):
    _, strings = printed
    assert [str(each) for each in strings if str(each).strip() and not each.origin.where] == []


def test_a_computed_number_names_its_formula_and_its_cell(printed):
    _, strings = printed
    computed = [each.origin for each in strings if each.origin.kind == "computed"]
    assert all(each.formula and each.column for each in computed)


def test_the_cells_of_the_real_plan_come_from_what_made_them():
    plan, _ = load(REPOSITORY / "content" / "2024", REPOSITORY)
    view, _ = build_view(plan)
    header, field, row = (each for each in view.appendices[0].body[-1].table.rows[:3])
    kinds = [[cell.paragraphs[0].origin.kind for cell in each.cells[:6]] for each in (field, row)]
    assert kinds == [
        ["text", "text", "number", "computed", "computed", "blank"],
        ["text", "text", "number", "number", "computed", "text"],
    ]
    assert {cell.paragraphs[0].origin.row for cell in header.cells} == {None}
    loss = row.cells[4].paragraphs[0].origin
    assert (loss.formula.value, loss.column.key.value) == ("score - max", "loss")
    merged = [
        cell for each in view.appendices[0].body[-1].table.rows for cell in each.cells if cell.merge
    ]
    assert {cell.paragraphs[0].origin.kind for cell in merged} == {"text"}


@pytest.mark.parametrize(
    ("good", "bad", "line"),
    [
        (">TỈNH SÔNG XANH<", "><", "  name: [ỦY BAN NHÂN DÂN, TỈNH SÔNG XANH]"),
        ("128/KH-UBND<", "128<", "symbol: KH-UBND"),
        (">Sông Xanh, ngày", ">ngày", "place: Sông Xanh"),
        (">- Các sở, ban, ngành;<", "><", "  - Các sở, ban, ngành"),
        (">PHÓ CHỦ TỊCH<", "><", "  lines: [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH]"),
        (">Trần Thị Ví Dụ<", "><", "  name: Trần Thị Ví Dụ"),
        (">PHÂN CÔNG NHIỆM VỤ<", "><", "title: [PHÂN CÔNG NHIỆM VỤ]"),
        (">Tháng 7<", ">Tháng 8<", "          time: Tháng 7"),
        (">Danh mục thiết bị<", "><", "          product: [Danh mục phần mềm, Danh mục thiết bị]"),
        (">Quý III<", "><", "            time: Quý III"),
    ],
)
def test_a_string_that_is_lost_on_the_way_is_named_by_its_line(good, bad, line, documents):
    root = ROOTS["2031"]
    plan, _ = load(root / "content" / "2031", root)
    damaged = io.BytesIO()
    with zipfile.ZipFile(documents["2031"]) as whole, zipfile.ZipFile(damaged, "w") as spoilt:
        for name in whole.namelist():
            spoilt.writestr(name, whole.read(name).decode().replace(good, bad))
    findings = verify(damaged.getvalue(), build_view(plan)[0].pieces, TEMPLATE, "KH.docx")
    named = [
        (root / each.where.file).read_text(encoding="utf-8").splitlines()[each.where.line - 1]
        for each in findings
        if each.code == "KH045" and each.where.line
    ]
    assert line in named, findings


def test_a_copy_of_printed_words_keeps_its_origin():
    words = Traced("chữ", Origin("mark", None))
    for again in (copy.deepcopy(words), pickle.loads(pickle.dumps(words))):
        assert (again, again.origin.kind) == (words, "mark")
