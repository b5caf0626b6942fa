"""What anybody would write without docgen: the YAML loaded, a template rendered by stock docxtpl.

`python -m benchmarks.bare CONTENT TEMPLATE TARGET`. It checks nothing, computes nothing and reads
nothing back; the template is `template`'s, with one loop over the texts and one over the rows.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

COLUMNS = (
    "code", "name", "max", "score", "loss", "reason", "remedy", "agencies", "time", "product",
)  # fmt: skip


def template(target: Path) -> None:
    """A template in docxtpl's language."""
    from docx import Document

    document = Document()
    for text in ("{%p for text in texts %}", "{{ text }}", "{%p endfor %}"):
        document.add_paragraph(text)
    table = document.add_table(4, len(COLUMNS))
    table.cell(1, 0).text, table.cell(3, 0).text = "{%tr for row in rows %}", "{%tr endfor %}"
    for column, (head, cell) in enumerate(zip(table.row_cells(0), table.row_cells(2), strict=True)):
        head.text, cell.text = COLUMNS[column], f"{{{{ row.{COLUMNS[column]} }}}}"
    document.save(str(target))


def _rows(value: Any) -> Iterator[dict[str, Any]]:
    for row in value or ():
        yield row
        yield from _rows(row.get("rows"))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            if key != "table":
                yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif value is not None:
        yield str(value)


def main(content: str, template: str, target: str) -> None:
    import yaml
    from docxtpl import DocxTemplate

    files = [
        yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        for path in sorted(Path(content).glob("*.yaml"))
    ]
    tables = [file["table"] for file in files if "table" in file]
    document = DocxTemplate(template)
    rows = [row for table in tables for row in _rows(table["rows"])]
    document.render({"texts": [*_texts(files)], "rows": rows}, autoescape=True)
    document.save(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
