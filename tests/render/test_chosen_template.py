"""A plan, or an office for all of its plans, chooses its template by name."""

import re
import zipfile

import pytest

from docgen.accept.base import base_of
from docgen.builds import stamp_of
from docgen.importing.take_over import _copy
from docgen.project import TEMPLATE, template_called
from tests.plan_files import TINY, build, lines, tiny_project

CHOSEN = "template: KH_so.docx\n"


def own_template(root):
    """A second template, which says another word."""
    usual = root / TEMPLATE
    with (
        zipfile.ZipFile(usual) as package,
        zipfile.ZipFile(usual.with_name("KH_so.docx"), "w") as other,
    ):
        for name in package.namelist():
            data = package.read(name)
            if name == "word/document.xml":
                assert "Nơi nhận:".encode() in data
                data = data.replace("Nơi nhận:".encode(), "Nơi gửi:".encode())
            other.writestr(name, data)
    return root


@pytest.mark.parametrize("who", ["plan", "office"])
def test_the_document_is_made_with_the_chosen_template(who, tmp_path):
    root = own_template(tiny_project(tmp_path, TINY + CHOSEN * (who == "plan")))
    if who == "office":
        (root / "content" / "office.yaml").write_text(CHOSEN, "utf-8")
    built = build(root)
    assert built.written
    assert "Nơi gửi:" in lines(built.written.path)


def test_the_plan_goes_before_its_office(tmp_path):
    root = own_template(tiny_project(tmp_path, TINY + f"template: {TEMPLATE.name}\n"))
    (root / "content" / "office.yaml").write_text(CHOSEN, "utf-8")
    assert "Nơi nhận:" in lines(build(root).written.path)


def test_a_name_that_no_template_has_is_told_at_its_line_with_those_that_there_are(tmp_path):
    built = build(tiny_project(tmp_path, TINY + CHOSEN))
    assert built.written is None
    (finding,) = (each for each in built.findings if each.code == "KH030")
    assert finding.line_text.strip() == CHOSEN.strip()
    assert TEMPLATE.name in finding.hint


@pytest.mark.parametrize("name", ["../KH_so.docx", "C:\\mau\\KH_so.docx", "mau/KH_so.docx"])
def test_a_template_lies_in_the_folder_of_templates(name):
    assert template_called(name).parent == TEMPLATE.parent


def test_an_edit_in_word_finds_the_template_that_its_document_was_built_with(tmp_path):
    root = own_template(tiny_project(tmp_path, TINY + CHOSEN))
    data = build(root).written.path.read_bytes()
    plan = root / "content" / "2030" / "plan.yaml"
    plan.write_text(re.sub(CHOSEN, "", plan.read_text("utf-8")), "utf-8")
    base, _ = base_of(data, root / "content" / "2030", root)
    assert base.known
    assert not base.today
    assert base.paper.stamp == stamp_of(data)


def test_an_import_tries_its_plan_with_every_template_at_hand(tmp_path):
    root = own_template(tiny_project(tmp_path / "here"))
    project = tmp_path / "there"
    project.mkdir()
    _copy(root, project)
    assert (project / template_called("KH_so.docx")).is_file()
