"""What an office says once in `content/office.yaml`: its names, and the form that it chose."""

from decimal import Decimal

import pytest

from docgen.docx.read import read
from docgen.load.folder import load
from docgen.paper import check_paper
from docgen.paper.facts import Paper
from docgen.plan.fields import Number
from docgen.plan.office import Form
from docgen.render.office_form import in_form
from tests.plan_files import TINY, build, lines, tiny_project

OFFICE = """\
issuer: {name: [ỦY BAN NHÂN DÂN, TỈNH SÔNG XANH], short: UBND tỉnh Sông Xanh}
symbol: KH-UBND
place: Sông Xanh
authority: [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH]
"""
SHORT = (
    "\n".join(
        line for line in TINY.splitlines() if not line.startswith(("issuer:", "symbol:", "place:"))
    ).replace("lines: [TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH], ", "")
    + "\n"
)
TABLE = """\
      - table:
          columns: [{key: a, title: Việc, width: 160}]
          rows: [{a: Việc trong bảng}]
"""
ITEM = "      - Việc thứ nhất.\n"


def project(folder, office, plan=SHORT):
    root = tiny_project(folder, plan)
    if office:
        (root / "content/office.yaml").write_text(office, "utf-8")
    return root


def test_what_the_office_says_once_no_plan_has_to_say(tmp_path):
    built = build(project(tmp_path, OFFICE))
    assert built.written, built.findings
    said = lines(built.written.path)
    for words in ("TỈNH SÔNG XANH", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn Mẫu"):
        assert words in said
    assert any(line.startswith("Sông Xanh, ngày") for line in said)
    assert any(line.endswith("/KH-UBND") for line in said)


def test_what_neither_the_plan_nor_the_office_says_is_missing(tmp_path):
    findings = build(project(tmp_path, "place: Sông Xanh\n")).findings
    missing = {finding.message for finding in findings if finding.code == "KH011"}
    assert missing == {"thiếu cơ quan ban hành", "thiếu ký hiệu"}


def test_the_plan_goes_before_the_office(tmp_path):
    plan, _ = load(project(tmp_path, OFFICE, TINY + "\n") / "content/2030", tmp_path)
    assert [str(each) for each in plan.signature.lines] == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]
    assert plan.sources[0].name.endswith("plan.yaml")


def paper(root):
    built = build(root)
    assert built.written, built.findings
    data = built.written.path.read_bytes()
    assert check_paper(data, "KH.docx") == []
    return Paper(read(data), "KH.docx")


FORM = """\
form:
  head_size: 12
  body_size: 13
  first_line: 1
  line_spacing: 1,5
  paragraph_spacing: 8
  table_size: 13
  table_align: center
"""


def test_the_form_that_an_office_chose_is_on_its_paper(tmp_path):
    made = paper(project(tmp_path, OFFICE + FORM, SHORT.replace(ITEM, ITEM + TABLE)))
    sizes = {
        style: made.look(made.components[style][0]).size
        for style in ("KHNational", "KHMotto", "KHPlaceDate", "KHDash", "KHSigner", "KHTableCell")
    }
    assert sizes == {
        "KHNational": 12, "KHMotto": 13, "KHPlaceDate": 13, "KHDash": 13, "KHSigner": 13,
        "KHTableCell": 13,
    }  # fmt: skip
    layout = made.layout(made.components["KHDash"][0])
    assert (layout.first_line, layout.line, layout.after) == (567, 360, 160)
    assert made.layout(made.components["KHTableCell"][0]).alignment == "center"


def test_without_an_office_file_the_styles_are_those_of_the_template(tmp_path):
    plain = build(tiny_project(tmp_path / "a")).written.path.read_bytes()
    empty = build(project(tmp_path / "b", "form:\n", TINY)).written.path.read_bytes()
    assert plain == empty


@pytest.mark.parametrize(("value", "code"), [("13,5", "KH645"), ("13.5", "KH013"), ("to", "KH013")])
def test_a_form_that_the_decree_does_not_know_is_found_at_its_line(tmp_path, value, code):
    root = project(tmp_path, f"{OFFICE}form:\n  body_size: {value}\n")
    (finding,) = [each for each in build(root).findings if each.severity.name == "ERROR"]
    assert (finding.code, str(finding.where)) == (code, "content/office.yaml:6:14")


def test_a_style_without_a_size_of_its_own_gets_one_in_the_order_of_the_standard():
    bare = (
        b'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        b'<w:style w:styleId="KHDash"><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'
        b'<w:rPr><w:b/><w:lang w:val="vi-VN"/></w:rPr></w:style></w:styles>'
    )
    form = Form(body_size=Number(Decimal(13), None), line_spacing=Number(Decimal("1.2"), None))
    made = in_form(bare, form).decode()
    assert '<w:spacing w:line="288"/><w:outlineLvl' in made
    assert '<w:b/><w:sz w:val="26"/><w:szCs w:val="26"/><w:lang' in made
