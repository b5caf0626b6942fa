"""docgen's render path and stock docxtpl's, on the same template and the same view.

`python -m benchmarks.rendering docgen|docxtpl ROWS` renders once, in a process of its own,
and prints the most memory that it held at any time, in MB.
"""

import io
import sys
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

from lxml import etree

from docgen import pipeline
from docgen.docx.package import parts_of
from docgen.render.document import render
from docgen.render.prepare import prepare
from docgen.render.template import Template, _environment, open_template
from docgen.view.inline import Inline, Run
from docgen.view.plan import View
from docgen.view.printed import Cell, TableRow

ROOT = Path(__file__).resolve().parents[1]
TEMPLATE = ROOT / pipeline.TEMPLATE

Render = Callable[[View], bytes]


@dataclass(frozen=True)
class Race:
    """Median seconds of both, of runs taken in turn."""

    docgen: float
    docxtpl: float

    @property
    def ratio(self) -> float:
        return self.docxtpl / self.docgen


def real_view() -> View:
    """The plan of 2024 as printed."""
    checked = pipeline.check(ROOT / pipeline.CONTENT / "2024", ROOT)
    assert checked.view, "the plan of 2024 cannot be read"
    return checked.view


def long_view(rows: int) -> View:
    """The same plan with an appendix of so many rows: its own rows again and again, numbered."""
    view = real_view()
    (appendix,) = view.appendices
    table = appendix.table
    header = [row for row in table.rows if row.header]
    body = [row for row in table.rows if not row.header]
    numbered = (_numbered(body[number % len(body)], number) for number in range(rows))
    long_table = replace(table, rows=(*header, *numbered))
    return replace(view, appendices=(replace(appendix, table=long_table),))


def _numbered(row: TableRow, number: int) -> TableRow:
    """A row that shares no text with another, as rows that were read do not."""
    cells = (
        Cell(tuple(_copied(each, number) for each in cell.paragraphs), cell.span, cell.merge)
        for cell in row.cells
    )
    return TableRow(row.style, tuple(cells), row.header)


def _copied(text: Inline, number: int) -> Inline:
    runs = (Run(f"{run.text} {number}", run.bold, run.italic) for run in text.runs)
    return Inline(tuple(runs), text.origin)


def docgen() -> Render:
    """docgen as it runs warm: the template is compiled."""
    template = _template()

    def run(view: View) -> bytes:
        data, findings = render(template, view)
        assert not findings, findings
        return data

    return run


def docxtpl() -> Render:
    """Stock docxtpl as its documentation shows it: open, render, save.

    It gets the template that docgen has prepared, the same names and the same sandbox.
    """
    from docxtpl import DocxTemplate

    prepared = io.BytesIO()
    with zipfile.ZipFile(prepared, "w", zipfile.ZIP_DEFLATED) as package:
        for part, data in prepare(parts_of(TEMPLATE)).items():
            package.writestr(part, data)

    def run(view: View) -> bytes:
        document = DocxTemplate(io.BytesIO(prepared.getvalue()))
        document.render(view.context, jinja_env=_environment(), autoescape=True)
        target = io.BytesIO()
        document.save(target)
        return target.getvalue()

    return run


def _template() -> Template:
    template, findings = open_template(TEMPLATE, TEMPLATE.name)
    assert template, findings
    return template


def race(view: View, turns: int) -> Race:
    """Both renderings in turn, after one of each whose XML must be equal."""
    renderings = (docgen(), docxtpl())
    first, second = (rendering(view) for rendering in renderings)
    assert_equal_trees(first, second)
    del first, second
    seconds: tuple[list[float], list[float]] = ([], [])
    for _ in range(turns):
        for rendering, taken in zip(renderings, seconds, strict=True):
            start = time.perf_counter()
            rendering(view)
            taken.append(time.perf_counter() - start)
    return Race(*map(median, seconds))


def assert_equal_trees(one: bytes, other: bytes) -> None:
    """Every part under `word/` has the same tree; white space between elements is no content."""
    trees, others = _trees(one), _trees(other)
    assert trees.keys() == others.keys()
    for part, tree in trees.items():
        assert tree == others[part], f"{part} differs from what stock docxtpl makes"


def _trees(document: bytes) -> dict[str, bytes]:
    parser = etree.XMLParser(remove_blank_text=True, huge_tree=True)
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        return {
            part: etree.tostring(etree.fromstring(package.read(part), parser), method="c14n")
            for part in package.namelist()
            if part.startswith("word/") and part.endswith(".xml")
        }


def peak_megabytes() -> float:
    """The most resident memory that this process has held (`VmHWM`; Linux only)."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    {"docgen": docgen, "docxtpl": docxtpl}[sys.argv[1]]()(long_view(int(sys.argv[2])))
    print(peak_megabytes())
