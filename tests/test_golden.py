"""The built plans as text: page, margins, each paragraph's style, alignment and words, each cell.

A change of form or of words shows as a line of the diff of `tests/golden`. When it is meant,
`pytest tests/test_golden.py --update-golden` writes the files anew.
"""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from tests import plan_files
from tests.plan_files import W, words

GOLDEN = Path(__file__).parent / "golden"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
NEW_PARAGRAPH = " ¶ "


@pytest.mark.parametrize("year", plan_files.ROOTS)
def test_the_paper_says_and_looks_as_the_golden_text(year, documents, request):
    golden = GOLDEN / f"KH_{year}.txt"
    built = "\n".join(Form(documents[year])) + "\n"
    if request.config.getoption("--update-golden"):
        GOLDEN.mkdir(exist_ok=True)
        golden.write_text(built, encoding="utf-8", newline="\n")
    assert built.splitlines() == golden.read_text(encoding="utf-8").splitlines()


def value(element, path: str, attribute: str = "val", default: str = "") -> str:
    """An attribute of the element at a path, such as `value(paragraph, "pPr/jc")`."""
    found = element.find("/".join(W + step for step in path.split("/")))
    return default if found is None else found.get(W + attribute, default)


class Form:
    """A .docx as lines of text."""

    def __init__(self, document: Path) -> None:
        with zipfile.ZipFile(document) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        self.body = etree.fromstring(parts["word/document.xml"])[0]
        self.alignments = {
            style.get(W + "styleId"): value(style, "pPr/jc", default="left")
            for style in etree.fromstring(parts["word/styles.xml"]).iter(W + "style")
        }
        self.related = {
            each.get("Id"): parts.get(f"word/{each.get('Target')}")
            for each in etree.fromstring(parts["word/_rels/document.xml.rels"])
        }

    def __iter__(self) -> Iterator[str]:
        for block in self.body:
            if block.tag == W + "p":
                yield f"{self.form(block)} | {look(block)}".rstrip()
            elif block.tag == W + "tbl":
                yield from self.table(block)
            sections = block.iter(W + "sectPr")
            yield from (line for section in sections for line in self.section(section))

    def form(self, paragraph) -> str:
        style = value(paragraph, "pPr/pStyle", default="Normal")
        ends = [value(paragraph, "pPr/ind", side) for side in ("left", "right")]
        indents = f" indented {' and '.join(ends)}" if any(ends) else ""
        return f"{style} {value(paragraph, 'pPr/jc', default=self.alignments[style])}{indents}"

    def table(self, table) -> Iterator[str]:
        grid = " ".join(column.get(W + "w") for column in table.iter(W + "gridCol"))
        yield f"table {value(table, 'tblPr/tblStyle', default='plain')}: {grid}"
        for row in table.iter(W + "tr"):
            said = [each for each in row.iterfind(f"{W}trPr/*") if each.get(W + "val") != "off"]
            yield " ".join(("  row", *(each.tag.removeprefix(W) for each in said)))
            yield from (f"    {self.cell(cell)}".rstrip() for cell in row.iter(W + "tc"))

    def cell(self, cell) -> str:
        properties = [
            each.tag.removeprefix(W) + f" {each.get(W + 'val', '')}".rstrip()
            for each in cell.iterfind(f"{W}tcPr/*")
            if each.tag != W + "tcW"
        ]
        paragraphs = cell.findall(W + "p")
        forms = dict.fromkeys([*properties, *map(self.form, paragraphs)])
        return f"{', '.join(forms)} | {NEW_PARAGRAPH.join(map(look, paragraphs))}"

    def section(self, section) -> Iterator[str]:
        size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
        page = [size.get(W + name, "") for name in ("w", "h", "orient")]
        sides = (f"{side} {margins.get(W + side)}" for side in ("top", "bottom", "left", "right"))
        own = "first page its own" if section.find(W + "titlePg") is not None else ""
        start = f"from {value(section, 'pgNumType', 'start')}"
        yield " ".join(filter(None, ("page", *page, *sides, start, own)))
        for reference in section.iter(W + "headerReference"):
            header = etree.fromstring(self.related[reference.get(RELATION)])
            fields = "".join(each.text for each in header.iter(W + "instrText"))
            forms = (self.form(paragraph) for paragraph in header.iter(W + "p"))
            yield f"  header {reference.get(W + 'type')}: {', '.join(forms)} |{fields}".rstrip()


def look(paragraph) -> str:
    """The words, with the looks that a run has of its own; `~` is a space that does not break."""
    marked = ""
    for run in paragraph.iter(W + "r"):
        looks = "".join(each.tag.removeprefix(W) for each in run.iterfind(f"{W}rPr/*"))
        marked += f"<{looks}>{words(run)}</{looks}>" if looks else words(run)
    return marked.replace("\u00a0", "~")
