"""Projects that tests build in folders of their own, and their paper read with plain lxml.

Nothing of docgen reads the documents here: a test that asks what stands on the paper must not
ask the code that wrote it.
"""

import io
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from yaml.nodes import MappingNode, ScalarNode

from docgen import pipeline
from docgen.docx.cut_rows import make_whole
from docgen.docx.named_styles import with_known_ids
from docgen.docx.package import parts_of
from docgen.finding import Severity, has_errors
from docgen.load.folder import load
from docgen.page.page_ends import on_pages
from docgen.render.document import render
from docgen.render.template import open_template
from docgen.verify import verify
from docgen.view.plan import build_view
from tests.tools import REPOSITORY

MADE_UP = REPOSITORY / "tests" / "plans"
SECOND_OFFICE = REPOSITORY / "tests" / "second_office"
ROOTS = {
    "2024": REPOSITORY, "2030": MADE_UP, "2031": MADE_UP, "2032": MADE_UP, "2033": MADE_UP,
    "2034": MADE_UP,
    "2035-2039": SECOND_OFFICE, "2036": SECOND_OFFICE, "2037": SECOND_OFFICE,
}  # fmt: skip
# Of the files of the real plan: from here on, up to there, is left out of the short one.
LEFT_OUT = {
    "appendix.yaml": ("    - code: 3\n", "  total:\n"),
    "assignments.yaml": ("  - agency: van-phong-ubnd-tinh\n", "  - title: UBND các huyện"),
}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SIGNS = {W + "noBreakHyphen": "-", W + "tab": "⋯"}

TINY = """\
# Kế hoạch bịa ra để thử phần mềm.
year: 2030
issuer: {name: [ỦY BAN NHÂN DÂN, TỈNH SÔNG XANH], short: UBND tỉnh Sông Xanh}
symbol: KH-UBND
number:
date:
place: Sông Xanh
subject: Thử phần mềm
sections:
  - title: NỘI DUNG
    items:
      - Việc thứ nhất.
closing: [Các cơ quan báo cáo kết quả thực hiện về Sở Nội vụ]
recipients: [Sở Nội vụ, "Lưu: VT"]
signature: {lines: [TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH], name: Nguyễn Văn Mẫu}
"""


def every_plan(*quick: str) -> list[Any]:
    """Year and root of every plan, as parameters: those of `quick` are quick, the others slow."""
    slow = pytest.mark.slow
    return [
        pytest.param(year, root, id=year, marks=() if year in quick else slow)
        for year, root in ROOTS.items()
    ]


def copy_project(folder: Path, root: Path = REPOSITORY) -> Path:
    """A copy of the content under `root`, with the office's template."""
    shutil.copytree(root / "content", folder / "content")
    return with_template(folder)


def short_project(folder: Path) -> Path:
    """The real plan with its first rows and tasks alone: the same lines at the same addresses.

    For tests of what is done with one line: a fifth of the plan costs a fifth of the time.
    """
    copy_project(folder)
    for name, (start, end) in LEFT_OUT.items():
        path = folder / "content" / "2024" / name
        before, _, rest = path.read_text(encoding="utf-8").partition(start)
        path.write_text(before + rest[rest.index(end) :], encoding="utf-8")
    return folder


def with_template(folder: Path) -> Path:
    """The folder with the office's template in it, also under the name that one plan chooses."""
    (folder / "templates").mkdir(parents=True)
    for name in ("KH_template.docx", "KH_nui_bac.docx"):
        shutil.copy(REPOSITORY / "templates" / "KH_template.docx", folder / "templates" / name)
    return folder


def tiny_project(folder: Path, plan: str | bytes = TINY, **files: str | bytes) -> Path:
    """A project of one small plan of 2030; `files` are more files of its year, by stem."""
    year = with_template(folder) / "content" / "2030"
    year.mkdir(parents=True)
    agencies = (MADE_UP / "content" / "agencies.yaml").read_bytes()
    (folder / "content" / "agencies.yaml").write_bytes(agencies)
    for stem, text in {"plan": plan, **files}.items():
        data = text.encode() if isinstance(text, str) else text
        (year / f"{stem}.yaml").write_bytes(data)
    return folder


def build(root: Path, year: str = "2030", **how: bool) -> pipeline.Built:
    """What the pipeline makes of a plan."""
    return pipeline.build(root / "content" / year, root, **how)


def documents(folder: Path) -> dict[str, Path]:
    """The real plan and the made-up ones, built, by year; about the latter there are only hints."""
    roots = {
        root: copy_project(folder / str(number), root)
        for number, root in enumerate(dict.fromkeys(ROOTS.values()))
    }
    built = {year: build(roots[root], year) for year, root in ROOTS.items()}
    assert all(each.written for each in built.values()), built
    made_up = (each for year, plan in built.items() if year != "2024" for each in plan.findings)
    assert [each for each in made_up if each.severity is not Severity.INFO] == []
    return {year: each.written.path for year, each in built.items()}


def xml(document: Path | bytes, part: str = "word/document.xml") -> etree._Element:
    """The root element of a part of a .docx."""
    with zipfile.ZipFile(
        io.BytesIO(document) if isinstance(document, bytes) else document
    ) as package:
        return etree.fromstring(package.read(part))


def words(paragraph: etree._Element) -> str:
    """The text of one paragraph, as a reader sees it: nobody sees where no line may break."""
    said = (
        SIGNS.get(each.tag) or (each.text or "").replace("\u00a0-", " -")
        for run in paragraph.iter(W + "r")
        for each in run.iterchildren(W + "t", *SIGNS)
    )
    return "".join(said)


def lines(document: Path | bytes) -> list[str]:
    """The text of every paragraph in reading order, tables included, empty ones left out.

    A row that is printed in parts over two pages counts as one.
    """
    return [text for each in whole(document).iter(W + "p") if (text := words(each)).strip()]


def whole(document: Path | bytes) -> etree._Element:
    """The root of the main part, rows that are printed in parts made one as docgen reads them."""
    parts = with_known_ids(parts_of(document))
    root = etree.fromstring(parts["word/document.xml"])
    make_whole(root)
    return root


def printed(root: Path, year: str = "2030") -> bytes:
    """The document of a plan by load, view, render and verify alone, no rule asked."""
    plan, findings = load(root / "content" / year, root)
    assert plan, findings
    view, view_findings = build_view(plan)
    assert view_findings == []
    assert not has_errors(findings), findings
    path = root / plan.template_path
    template, findings = open_template(path, plan.template_path.as_posix(), plan.office.form)
    assert template, findings
    data, findings = render(template, on_pages(view, template))
    assert findings + verify(data, view.pieces, path, "KH.docx") == []
    return data


def plain(node):
    """A YAML node as lists, mappings and strings."""
    if isinstance(node, ScalarNode):
        return node.value
    if isinstance(node, MappingNode):
        return {key.value: plain(child) for key, child in node.value}
    return [plain(child) for child in node.value]
