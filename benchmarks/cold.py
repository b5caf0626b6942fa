"""What commands cost from nothing, beside a script without docgen: `python -m benchmarks.cold`.

New processes on the plan of 2024. `anew`: nothing is kept beside the output; `a word changed`: the
template is, and what the texts hold; `after its check`: what the rules found too. `accept` is given
the document that was built, and the same with a word more in ten of its texts.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from collections.abc import Mapping
from itertools import count
from pathlib import Path

from benchmarks import bare, plans
from benchmarks.processes import ROOT, Cost, cost, least
from docgen.docx.package import packed, unpacked

PYTHON = sys.executable
PLAIN, BARE = "Python, doing nothing", "a bare script"
EDITS = 10
LONG = 40
MAIN = "word/document.xml"
TURNS = 5


def measured(folder: Path, turns: int) -> dict[str, Cost]:
    """The least of some runs of each command, in turn."""
    root = plans.project(folder)
    template, same, other = (folder / f"{name}.docx" for name in ("bare", "same", "other"))
    bare.template(template)
    content = root / plans.pipeline.CONTENT / plans.YEAR
    script = [PYTHON, str(ROOT / "benchmarks" / "bare.py"), str(content), str(template)]
    docgen = [PYTHON, "-m", "docgen", "-C", str(root)]
    check, build = [*docgen, "check", plans.YEAR], [*docgen, "build", plans.YEAR]
    as_built, ten = ([*docgen, "accept", str(each), plans.YEAR] for each in (same, other))
    commands = {
        PLAIN: [PYTHON, "-c", "pass"],
        BARE: [*script, str(folder / "bare-out.docx")],
        "`docgen --version`": [*docgen, "--version"],
        "`docgen -h`": [*docgen, "-h"],
        "`docgen check`, anew": check,
        "`docgen build`, anew": build,
        "`docgen check`, a word changed": check,
        "`docgen build`, a word changed": build,
        "`docgen build`, after its `check`": build,
        "`docgen check`, after its `build`": check,
        "`docgen check`, nothing changed": check,
        "`docgen build`, nothing changed": build,
        "`docgen accept`, nothing edited": as_built,
        "`docgen accept`, ten texts edited": ten,
        "`docgen accept --write`, ten texts edited": [*ten, "--write"],
    }
    output, kept, before = root / "output", folder / "kept", folder / "before"
    shutil.copytree(content, before)
    output.mkdir()
    cost(build)
    document = (output / f"KH_{plans.YEAR}.docx").read_bytes()
    same.write_bytes(document)
    other.write_bytes(edited(document))
    cost(as_built)
    shutil.copytree(output, kept)
    path = content / "assignments.yaml"
    text = path.read_text(encoding="utf-8")
    turn = count(1)

    def prepare(name: str) -> None:
        if "accept" in name:
            shutil.copytree(before, content, dirs_exist_ok=True)
            shutil.copytree(kept, output, dirs_exist_ok=True)
        elif name.endswith("anew"):
            shutil.rmtree(output, ignore_errors=True)
            output.mkdir()
        elif "after its" in name or name.endswith("a word changed"):
            cost(build)
            changed = text.replace("tham mưu", f"tham mưu lần {next(turn)}", 1)
            path.write_text(changed, encoding="utf-8", newline="\n")
            if "after its" in name:
                cost(check if name.endswith("`check`") else build)
        elif name.endswith("nothing changed"):
            cost(commands[name])

    return least(commands, turns, prepare)


def edited(document: bytes) -> bytes:
    """A document with a word more in ten of its long texts."""
    parts = unpacked(document)
    said = parts[MAIN].decode("utf-8")
    texts = [*re.finditer(rf"(?<=>)[^<>]{{{LONG},}}(?=</w:t>)", said)]
    apart = len(texts) // (EDITS + 1)
    for text in reversed(texts[apart::apart][:EDITS]):
        middle = said.index(" ", sum(text.span()) // 2 - 1)
        said = f"{said[:middle]} kịp thời{said[middle:]}"
    return packed({**parts, MAIN: said.encode("utf-8")})


def table(told: Mapping[str, Cost]) -> list[str]:
    """A line for each command."""
    script, python = told[BARE].seconds, told[PLAIN].seconds
    lines = ["| command | processor time | x bare script | x Python |", "|---|---|---|---|"]
    for name, each in told.items():
        times = f"{each.seconds / script:.2f} | {each.seconds / python:.1f}"
        lines.append(f"| {name} | {each.seconds * 1000:.0f} ms | {times} |")
    return lines


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        print("\n".join(table(measured(Path(name), TURNS))))
