"""Rows to the bytes of a .docx, nothing else: docgen, the limit, and what others use.

`python -m benchmarks.render_only docgen|limit|docxtpl TEMPLATE DATA TARGET`, a process each. The
limit is the same XML joined as strings and zipped by Python: nobody who makes a .docx in Python
does less. DATA is JSON, `{"rows": [{"c0": …, … "c9": …}]}`; every text is of the real appendix.
"""

from __future__ import annotations

import json
import sys
import zipfile
from pathlib import Path
from typing import Any

from docgen.at_one_go import at_one_go

COLUMNS = 10


def data(rows: int, target: Path) -> None:
    """So many rows of the real appendix, its texts again and again, each numbered."""
    from benchmarks.plans import ROOT, YEAR
    from docgen.load.folder import load
    from docgen.plan.reading_order import printed_texts

    plan, _ = load(ROOT / "content" / YEAR, ROOT)
    assert plan
    texts = (each.text.value for each in printed_texts(plan) if each.role == "cell")
    cells = [text for text in texts if "{" not in text]
    lines = [
        {
            f"c{column}": f"{cells[(at * COLUMNS + column) % len(cells)]} {at}"
            for column in range(COLUMNS)
        }
        for at in range(rows)
    ]
    target.write_text(json.dumps({"rows": lines}, ensure_ascii=False), encoding="utf-8")


def templates(folder: Path) -> None:
    """One page with one table of ten columns, in the language of each."""
    from docx import Document

    loops = {
        "docxtpl": ("{{%tr for row in rows %}}", "{{{{ row.{0} }}}}", "{{%tr endfor %}}"),
        "docxtemplater": ("", "{0}", ""),
        "carbone": ("", "{{d.rows[i].{0}}}", "{{d.rows[i+1].{0}}}"),
    }
    for name, (before, cell, after) in loops.items():
        document = Document()
        lines = [line for line in (before, cell, after) if line]
        table = document.add_table(len(lines), COLUMNS)
        for row, line in zip(table.rows, lines, strict=True):
            for column, place in enumerate(row.cells):
                text = line.format(f"c{column}")
                if name == "docxtemplater":
                    opens, closes = "{#rows}" * (column == 0), "{/rows}" * (column == COLUMNS - 1)
                    text = f"{opens}{{{text}}}{closes}"
                if column == 0 or "%tr" not in text:
                    place.text = text
        document.save(str(folder / f"{name}.docx"))


def limit(template: str, source: str, target: str) -> None:
    """The same XML as docgen's, joined as strings and zipped."""
    from html import escape

    rows = json.loads(Path(source).read_text(encoding="utf-8"))["rows"]
    cell = (
        '<w:tc><w:tcPr><w:tcW w:w="1400" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle '
        'w:val="KHTableCell"/></w:pPr><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p></w:tc>'
    )
    with zipfile.ZipFile(template) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    main = "word/document.xml"
    head, body, tail = parts[main].decode("utf-8").partition("<w:body>")
    table = "".join(
        f"<w:tr>{''.join([cell.format(escape(text, quote=False)) for text in row.values()])}</w:tr>"
        for row in rows
    )
    grid = '<w:gridCol w:w="1400"/>' * COLUMNS
    parts[main] = f"{head}{body}<w:tbl><w:tblGrid>{grid}</w:tblGrid>{table}</w:tbl>{tail}".encode()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)


@at_one_go()  # as the pipeline does
def docgen(template: str, source: str, target: str) -> None:
    """A plan with these rows, its view, its document."""
    from docgen.kept import Kept
    from docgen.plan.model import Appendix, Plan
    from docgen.plan.source import Source, Text
    from docgen.plan.table import Column, Row, Table
    from docgen.render.document import render
    from docgen.render.template import open_template
    from docgen.view.plan import build_view

    rows = json.loads(Path(source).read_text(encoding="utf-8"))["rows"]
    nowhere = Source("rows.json", "")

    def text(value: str) -> Text:
        return Text(value, nowhere, 0, 0, "")

    columns = [_column(Column, text, name) for name in rows[0]]
    where = text("")
    lines = tuple(
        Row("row", {name: (text(value),) for name, value in row.items()}, (), None, where)
        for row in rows
    )
    del rows
    table = Table(columns=tuple(columns), rows=lines)
    plan = Plan(appendices=(Appendix(table=table),))
    path = Path(template)
    kept = Kept(path.parents[1])
    compiled, findings = open_template(path, path.name, None, kept)
    assert compiled, findings
    made, findings = render(compiled, build_view(plan)[0])
    assert made, findings
    Path(target).write_bytes(made)


def _column(kind: Any, text: Any, name: str) -> Any:
    from decimal import Decimal

    from docgen.plan.fields import Number

    return kind(key=text(name), title=text(name), width=Number(Decimal(20), text("20")))


def docxtpl(template: str, source: str, target: str) -> None:
    """As its documentation shows."""
    from docxtpl import DocxTemplate

    document = DocxTemplate(template)
    document.render(json.loads(Path(source).read_text(encoding="utf-8")), autoescape=True)
    document.save(target)


if __name__ == "__main__":
    {"docgen": docgen, "limit": limit, "docxtpl": docxtpl}[sys.argv[1]](*sys.argv[2:])
