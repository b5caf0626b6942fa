"""`docgen schema`: the schemas beside the content, or on the screen."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from docgen import pipeline
from docgen.commands.say import CLEAN, Say
from docgen.load.folder import load, load_shared, shown
from docgen.load.schema import Known, schemas
from docgen.output import replace_file
from docgen.plan.reading_order import tables
from docgen.report import findings as report


def run(options: Namespace, say: Say) -> int:
    """`docgen schema`: the schemas beside the content, or on the screen."""
    made = schemas(_known(options.root))
    if options.print:
        say.out(report.as_json(made))
        return CLEAN
    folder = options.root / "schemas"
    folder.mkdir(exist_ok=True)
    for name, value in made.items():
        path = folder / f"{name}.schema.json"
        replace_file(path, (report.as_json(value) + "\n").encode())
        say.out(f"Đã ghi {shown(path, options.root)}")
    return CLEAN


def _known(root: Path) -> Known:
    """The agencies of the project, and the columns of the tables of all years, the newest first."""
    content = root / pipeline.CONTENT
    agencies = load_shared(content, root).agencies
    names = (text.value for each in agencies.values() for text in (each.name, *each.short))
    plans = (load(content / year, root)[0] for year in reversed(pipeline.years(root)))
    columns: dict[str, str] = {}
    for table in (table for plan in plans if plan for table in tables(plan)):
        for column in table.columns:
            title = column.title.value if column.title else ""
            columns.setdefault(column.key.value, " ".join(title.split()))
    return Known(tuple(dict.fromkeys((*agencies, *names))), columns)
