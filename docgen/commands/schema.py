"""`docgen schema`: the schemas beside the content, or on the screen."""

from __future__ import annotations

from argparse import Namespace

from docgen.commands.say import CLEAN, Say
from docgen.load.folder import shown
from docgen.report import findings as report


def run(options: Namespace, say: Say) -> int:
    """`docgen schema`: the schemas beside the content, or on the screen."""
    from docgen.load.schema import schemas

    if options.print:
        say.out(report.as_json(schemas()))
        return CLEAN
    folder = options.root / "schemas"
    folder.mkdir(exist_ok=True)
    for name, value in schemas().items():
        path = folder / f"{name}.schema.json"
        path.write_text(report.as_json(value) + "\n", encoding="utf-8", newline="\n")
        say.out(f"Đã ghi {shown(path, options.root)}")
    return CLEAN
