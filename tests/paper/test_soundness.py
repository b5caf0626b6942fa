"""Every .docx that is built, and the template, is sound by the standard's own schemas."""

from pathlib import Path

import pytest
from docx import Document

from tests.plan_files import ROOTS, TINY, build, printed, tiny_project
from tests.tools import REPOSITORY, sampled

TEMPLATE = REPOSITORY / "templates" / "KH_template.docx"


@pytest.mark.parametrize("year", sampled(sorted(ROOTS, reverse=True), every=5))
def test_a_built_document_is_sound(year, documents, check_ooxml, audit_ooxml):
    assert check_ooxml(documents[year]) == []
    assert audit_ooxml(documents[year]) == []


def test_the_template_is_sound_but_for_its_tags(check_ooxml, audit_ooxml):
    assert [each for each in check_ooxml(TEMPLATE) if "template tag" not in each] == []
    assert audit_ooxml(TEMPLATE) == []


VARIANTS = {
    "nothing but the head": TINY[: TINY.index("sections:")] + TINY[TINY.index("signature:") :],
    "no signature lines": TINY.replace("lines: [TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH], ", ""),
    "a table at the end": TINY.replace(
        "      - Việc thứ nhất.\n",
        "      - table:\n          columns: [{key: a, title: A, width: 160}]\n",
    ).replace("closing:", "# closing:"),
    "an appendix of words only": TINY
    + "appendices: [{title: TÊN, text: [Lời dẫn], notes: [Ghi chú]}]\n",
    "an appendix of nothing": TINY + "appendices: [{title: TÊN}]\n",
    "three appendices across and upright": TINY
    + "appendices: [{title: A, orientation: portrait}, {title: B}, "
    "{title: C, orientation: portrait}]\n",
}


@pytest.mark.parametrize("name", VARIANTS)
def test_a_plan_at_the_edge_of_what_can_be_said_is_sound(name, tmp_path, check_ooxml, audit_ooxml):
    document = tmp_path / "KH.docx"
    document.write_bytes(printed(tiny_project(tmp_path / "project", VARIANTS[name])))
    assert check_ooxml(document) == []
    assert audit_ooxml(document) == []


@pytest.mark.parametrize("year", sampled(ROOTS, every=4))
def test_python_docx_opens_it_and_finds_its_sections(year, documents):
    document = Document(str(documents[year]))
    appendices = {
        "2024": 1,
        "2030": 0,
        "2031": 2,
        "2032": 0,
        "2033": 0,
        "2034": 4,
        "2035-2039": 0,
        "2036": 2,
        "2037": 1,
    }
    assert len(document.sections) == 1 + appendices[year]


def test_the_core_properties_name_the_plan_and_stay_within_words_limit(documents):
    properties = Document(str(documents["2024"])).core_properties
    assert properties.title.startswith("Kế hoạch Khắc phục tồn tại")
    assert len(properties.title) <= 255
    assert properties.author == "ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ"
    assert properties.language == "vi-VN"


def test_core_properties_hold_what_xml_would_not(tmp_path):
    plan = TINY.replace("Thử phần mềm", "Thử & <phần> mềm " + "rất dài " * 60)
    path: Path = build(tiny_project(tmp_path / "project", plan)).written.path
    title = Document(str(path)).core_properties.title
    assert title.startswith("Kế hoạch Thử & <phần> mềm")
    assert len(title) == 255
