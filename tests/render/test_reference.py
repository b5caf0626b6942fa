"""docgen's render path against stock docxtpl: the same template and view give the same tree."""

import io
import os
import subprocess
import sys
import zipfile

import pytest
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined
from lxml import etree

from docgen.docx.package import parts_of
from docgen.load.folder import load
from docgen.page.page_ends import parted
from docgen.page.sheet import sheet
from docgen.plan.office import Form
from docgen.render.prepare import prepare
from docgen.view.plan import View, build_view
from tests import plan_files
from tests.plan_files import ROOTS
from tests.tools import REPOSITORY, sampled

TEMPLATE = REPOSITORY / "templates" / "KH_template.docx"


def view_of(year: str) -> View:
    plan, findings = load(ROOTS[year] / "content" / year, ROOTS[year])
    assert plan
    assert not findings
    view, findings = build_view(plan)
    assert not findings
    return view


def form_of(year: str) -> Form | None:
    plan, _ = load(ROOTS[year] / "content" / year, ROOTS[year])
    return plan.office.form


def stock(view: View, form: Form | None) -> DocxTemplate:
    """The template rendered by docxtpl as it comes, only with values escaped."""
    prepared = io.BytesIO()
    with zipfile.ZipFile(prepared, "w") as package:
        for name, data in prepare(parts_of(TEMPLATE), form).items():
            package.writestr(name, data)
    template = DocxTemplate(prepared)
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    template.render(view.context, environment)
    return template


@pytest.mark.parametrize("year", sampled(ROOTS, every=4))
def test_the_document_is_the_tree_that_stock_docxtpl_renders(year, documents):
    ours = plan_files.xml(documents[year])
    form = form_of(year)
    theirs = stock(parted(view_of(year), sheet(TEMPLATE, form)), form).docx.element
    assert etree.tostring(ours, method="c14n") == etree.tostring(theirs, method="c14n")


@pytest.mark.parametrize("year", sampled(ROOTS, every=4))
def test_the_same_input_gives_the_same_bytes(year, documents, tmp_path):
    root = plan_files.copy_project(tmp_path / "again", ROOTS[year])
    again = plan_files.build(root, year)
    assert again.written.path.read_bytes() == documents[year].read_bytes()


@pytest.mark.slow
def test_another_process_with_another_hash_seed_gives_the_same_bytes(documents, tmp_path):
    root = plan_files.copy_project(tmp_path / "again")
    subprocess.run(
        [sys.executable, "-m", "docgen", "-C", root, "build", "2024"],
        env={
            **os.environ,
            "PYTHONHASHSEED": "1",
            "PYTHONPATH": str(REPOSITORY),
            "TZ": "Asia/Tokyo",
        },
        check=True,
        capture_output=True,
    )
    assert (root / "output/KH_2024.docx").read_bytes() == documents["2024"].read_bytes()
