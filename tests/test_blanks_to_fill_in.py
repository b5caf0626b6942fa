"""Blanks that run to a stop: `[…]` in the content, a tab with a line of dots in Word, and back."""

import io
import shutil
import zipfile
from copy import deepcopy

import pytest
import yaml
from lxml import etree

from docgen.accept.look import look
from docgen.diff.compare import diff
from docgen.edit.apply import apply
from docgen.importing.take_over import taken
from docgen.load.folder import load
from docgen.plan.dates import Period
from docgen.verify import verify
from docgen.view.inline import inline
from docgen.view.origin import Origin, Traced
from docgen.view.plan import build_view
from tests.plan_files import TINY, W, build, printed, tiny_project, whole
from tests.word_edits import Word

FORM = """\
label: Mẫu số 01
title: PHIẾU ĐĂNG KÝ
reference: none
orientation: portrait
items:
  - plain: "Họ và tên: […]"
  - plain: "Ngày sinh: […] Nam, nữ: […]"
  - plain: "**Điện thoại: [… 50 mm]** Thư điện tử: [___]"
  - plain: "[…]"
  - plain: "Ghi rõ: ……………………………………"
  - text: "Hộ có:"
    marker: letter
    items:
      - "Số người: […] người;"
  - table:
      columns:
        - {key: order, title: STT, kind: order, width: 15}
        - {key: work, title: Nhiệm vụ, align: center}
      rows:
        - {work: ["Việc: […]", "Đạt […] %"]}
"""
PLAN = TINY.replace("Việc thứ nhất.", "Việc thứ nhất, đăng ký theo Mẫu số 01.")
PLAN += "appendices: [form.yaml]\n"
ROOM = 11906 - 1701 - 1134


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    root = tiny_project(tmp_path_factory.mktemp("blanks") / "project", PLAN, form=FORM)
    return root, printed(root)


@pytest.fixture
def project(original, tmp_path):
    root = tmp_path / "project"
    shutil.copytree(original[0], root)
    return root, original[1]


def paragraph(root, words):
    return next(each for each in root.iter(W + "p") if "".join(each.itertext()).startswith(words))


def stops(root, words):
    tabs = paragraph(root, words).iterfind(f"{W}pPr/{W}tabs/{W}tab")
    return [tuple(each.get(W + name) for name in ("val", "leader", "pos")) for each in tabs]


def test_each_blank_runs_to_its_stop_and_typed_dots_stay_dots(original):
    root = whole(original[1])
    assert stops(root, "Họ và tên: ") == [("right", "dot", str(ROOM))]
    assert stops(root, "Ngày sinh: ") == [
        ("left", "dot", str(ROOM // 2)), ("right", "dot", str(ROOM)),
    ]  # fmt: skip
    assert stops(root, "Điện thoại: ") == [
        ("left", "dot", "2834"), ("right", "underscore", str(ROOM)),
    ]  # fmt: skip
    assert stops(root, "Ghi rõ: ……………………………………") == []
    (in_cell,) = stops(root, "Việc: ")
    assert int(in_cell[2]) < ROOM
    properties = [each.tag for each in paragraph(root, "Việc: ").find(W + "pPr")]
    assert properties.index(W + "tabs") < properties.index(W + "jc")


def test_neither_the_rules_nor_the_form_rules_take_a_blank_for_a_gap(project):
    built = build(project[0])
    assert {each.code for each in built.findings if "blank" in str(each.where.file)} == set()
    assert {"KH440", "KH447", "KH204", "KH788"} & {each.code for each in built.findings} == set()
    assert built.written


def test_a_blank_that_word_does_not_draw_is_missed(project):
    root, data = project
    paper = whole(data)
    for each in [*paper.iter(W + "tabs")]:
        each.getparent().remove(each)
    plan, _ = load(root / "content" / "2030", root)
    view, _ = build_view(plan)
    found = verify(with_body(data, paper), view.pieces, root / plan.template_path, "KH.docx")
    missed = [each.message for each in found if each.code == "KH045"]
    assert any("Họ và tên" in each for each in missed)
    assert any("Việc: " in each for each in missed)


def with_body(data, root):
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            is_text = name == "word/document.xml"
            new.writestr(name, etree.tostring(root) if is_text else old.read(name))
    return made.getvalue()


def test_import_writes_them_as_the_content_does(project):
    root, data = project
    files = taken(data, "cu.docx", Period.parse("2031"), root).files
    form = next(text for text in files.values() if "PHIẾU ĐĂNG KÝ" in text)
    for line in FORM.splitlines():
        if "[" in line:
            assert line.partition('"')[2].partition('"')[0] in form


def test_a_number_left_as_a_blank_that_word_draws_is_still_to_come(project):
    root, data = project
    paper = whole(data)
    line = paragraph(paper, "Số: ")
    for run in line.findall(W + "r"):
        line.remove(run)
    made = '<w:p xmlns:w="{}"><w:pPr><w:tabs>{}</w:tabs></w:pPr>{}{}{}</w:p>'.format(
        W.strip("{}"), '<w:tab w:val="left" w:leader="dot" w:pos="1500"/>',
        "<w:r><w:t>Số:</w:t></w:r>", "<w:r><w:tab/></w:r>", "<w:r><w:t>/KH-UBND</w:t></w:r>",
    )  # fmt: skip
    line.getparent().replace(line, etree.fromstring(made))
    files = taken(with_body(data, paper), "cu.docx", Period.parse("2031"), root).files
    head = yaml.safe_load(files["plan.yaml"])
    assert (head["number"], head["symbol"]) == (None, "KH-UBND")


def values(root):
    return yaml.safe_load((root / "content" / "2030" / "form.yaml").read_text("utf-8"))["items"]


def test_what_is_typed_beside_a_blank_in_word_comes_back(project):
    root, data = project
    word = Word(data)
    word.replace("Họ và tên", "Họ, tên chủ hộ")
    found = look(word.saved(), root / "content" / "2030", root)
    assert [each.verdict for each in found.changes] == ["applied"]
    assert apply(found.edits, root).findings == []
    assert values(root)[0] == {"plain": "Họ, tên chủ hộ: […]"}


def test_a_blank_that_came_or_went_in_word_comes_back(project):
    root, data = project
    word = Word(data)
    line = word.paragraph("Ngày sinh: ")
    [*_, last] = line.iter(W + "tab")
    last.getparent().remove(last)
    other = word.paragraph("Họ và tên: ")
    [tab] = other.iterfind(f"{W}r/{W}tab")
    tab.addnext(deepcopy(tab))
    found = look(word.saved(), root / "content" / "2030", root)
    assert {each.verdict for each in found.changes} == {"applied"}
    assert apply(found.edits, root).findings == []
    assert values(root)[0] == {"plain": "Họ và tên: […][…]"}
    assert values(root)[1] == {"plain": "Ngày sinh: […] Nam, nữ:"}


def test_a_blank_made_of_typed_dots_is_a_change(project):
    root, _ = project
    old, _ = load(root / "content" / "2030", root)
    path = root / "content" / "2030" / "form.yaml"
    path.write_text(FORM.replace("Họ và tên: […]", "Họ và tên: ……"), "utf-8")
    new, _ = load(root / "content" / "2030", root)
    (change,) = diff(old, new).changes
    assert (change.old.text, change.new.text) == ("Họ và tên: […]", "Họ và tên: ……")


@pytest.mark.parametrize("typed", [r"Theo \[…]", "Theo [1]", "Theo [tên]", "Theo … và ..."])
def test_other_dots_and_brackets_are_themselves(typed):
    made = inline(Traced(typed, Origin("text", None)))
    assert str(made) == typed.replace("\\", "")
    assert made.stops(1000, 28) == ""
