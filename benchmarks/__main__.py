"""Measures docgen and writes docs/performance.md: `python -m benchmarks`, or `make bench`.

Everything in one run, processes in turn, processor time only: the ratios say something on any
machine. `--quick` leaves the largest sizes out. The peers are those of `benchmarks/peers`, which
npm installs there; without npm they are left out.
"""

from __future__ import annotations

import json
import math
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path

from benchmarks import cold, growth, many, plans, render_only
from benchmarks.plots import plot
from benchmarks.processes import ROOT, Cost, least

SIZES = (60, 1_000, 10_000, 50_000)
PIPELINE = (1_000, 10_000)
REAL = 54
MANY = 1_000
TURNS = 5
PACKAGES = ("docxtpl", "Jinja2", "lxml", "PyYAML")
PEERS = ROOT / "benchmarks" / "peers"
PAGE = ROOT / "docs" / "performance.md"
PYTHON = sys.executable


def main() -> None:
    sizes = SIZES[:-1] if "--quick" in sys.argv else SIZES
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rendered = _rendered(folder / "render", sizes)
        staged = _staged(folder / "stages")
        told = cold.measured(folder / "cold", TURNS)
        warm = _warm(folder / "warm")
    (PAGE.parent / "performance-render.svg").write_text(
        plot(
            "Render alone, times the limit", "times the limit, processor time",
            {kind: {at: costs[kind].seconds / costs["limit"].seconds
                    for at, costs in rendered.items() if kind in costs}
             for kind in rendered[sizes[0]]},
        ), encoding="utf-8", newline="\n",
    )  # fmt: skip
    (PAGE.parent / "performance-stages.svg").write_text(
        plot(
            "A whole build by stage", "seconds of processor time",
            {stage: {at: told[stage][0] for at, told in staged.items()}
             for stage in staged[REAL] if stage != "imports"},
        ), encoding="utf-8", newline="\n",
    )  # fmt: skip
    page = PROSE.format(
        python=f"{platform.python_implementation()} {platform.python_version()}",
        machine=f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        packages=", ".join(f"{each} {version(each)}" for each in PACKAGES),
        turns=TURNS,
        rendered=_render_table(rendered),
        staged=_stage_table(staged),
        cold="\n".join(cold.table(told)),
        growth="\n".join(growth.table(growth.measured_all(growth.ROWS))),
        many="\n".join(many.table(many.measured(MANY // 10 if "--quick" in sys.argv else MANY))),
        studio=_studio(),
        warm=f"{warm * 1000:.0f} ms, {warm / told[cold.BARE].seconds:.2f} of the bare script",
    )
    kept = PAGE.read_text(encoding="utf-8").partition(BY_HAND)[2] if PAGE.is_file() else ""
    PAGE.write_text(page + BY_HAND + kept, encoding="utf-8", newline="\n")
    print(page)


STUDIO = """
## From a key to the page

In `docgen studio`, on the plan of 2024 (21 pages), in headless Chromium: from a key until the
pages are drawn and until the findings are told; wanted: a median of at most 300 ms on an idle
machine. `python -m benchmarks.keystrokes` measures it alone; `python -m benchmarks.paper` holds
the pages against LibreOffice's.

{table}
"""
BY_HAND = "\n<!-- From here on written by hand, kept by `make bench`. -->\n"
PROSE = """\
# Performance

`make bench` (`python -m benchmarks`) wrote the tables; the figures of each come from one run.
{python}, {machine}; {packages}.
All times are processor time (user and system) of whole processes, the least of {turns} runs taken
in turn, so that a busy machine slows all alike. Read the ratios: the times are that machine's.
Memory is the kernel's `ru_maxrss`.

## Render alone

Ten columns of N rows, texts of the real appendix, no two rows alike; the process reads them as
JSON, makes the document, and ends. **The limit** is the same XML joined as strings and zipped by
Python; x is times the limit. docgen's process makes a plan of the rows, its view, and the document.

{rendered}

![Render alone](performance-render.svg)

## A whole build

Load, check, print, end the pages, render, read back, compare, look at the form: the plan of 2024
({rows}), and the same with an appendix of 1,000 and 10,000 rows, every text numbered. The exponent
is that from 1,000 to 10,000 rows: 1 where time grows as the rows do.

{staged}

![A whole build by stage](performance-stages.svg)

## Commands, cold

New processes on the plan of 2024. The bare script loads the YAML by the C loader and renders it
with stock docxtpl: `benchmarks/bare.py`. `check` and `build` are given anew (nothing kept beside
the output), after a word has changed (the template and what the texts hold are kept), after the
other of the two (what the rules found is kept), and with nothing changed; `accept` is given the
document that was built, and the same with a word more in ten texts.
`python -m benchmarks.cold` measures it alone.

{cold}

## Warm

In one process, after the first build: a word of a file changed, the document built, checked, read
back and written: {warm}.

## Many plans

`docgen batch` in two processes over copies of the plan of 2024, words of each changed, beside the
bare script in a pool of as many: processor time of all processes by document. docgen's documents
are checked, read back, compared with their content and looked at for their form.
`python -m benchmarks.many 1000` measures it alone.

{many}

## Comparing, as rows grow

An appendix of so many rows against itself with a tenth of its scores changed: processor time of
the comparison, and of each form that holds it (docx: the tracked changes).

{growth}
{studio}""".replace("{rows}", f"{REAL} rows")


def _studio() -> str:
    """What a key costs in `docgen studio`, where there is a browser to press it in."""
    if not shutil.which("chromium"):
        return ""
    from benchmarks import keystrokes

    return STUDIO.format(table="\n".join(keystrokes.table()))


def _rendered(folder: Path, sizes: Iterable[int]) -> dict[int, dict[str, Cost]]:
    """By rows what each way to render costs."""
    office = plans.project(folder) / plans.pipeline.TEMPLATE
    (folder / "output").mkdir()
    render_only.templates(folder)
    peers = _peers()
    told = {}
    for rows in sizes:
        data, target = folder / f"{rows}.json", folder / "out.docx"
        render_only.data(rows, data)

        files = [str(data), str(target)]
        python = [PYTHON, "-m", "benchmarks.render_only"]
        commands = {
            "limit": [*python, "limit", str(office), *files],
            "docgen": [*python, "docgen", str(office), *files],
        }
        for name in peers:
            script = str(PEERS / f"{name}.js")
            words = ["node", "--max-old-space-size=8192", script]
            commands[name] = [*words, str(folder / f"{name}.docx"), *files]
        if rows <= PIPELINE[-1]:
            commands["docxtpl"] = [*python, "docxtpl", str(folder / "docxtpl.docx"), *files]
        told[rows] = least(commands, TURNS if rows < PIPELINE[-1] else 3)
    return told


def _peers() -> tuple[str, ...]:
    """The peers that npm could install."""
    npm = shutil.which("npm")
    if npm and not (PEERS / "node_modules").is_dir():
        subprocess.run([npm, "install", "--no-audit", "--no-fund"], cwd=PEERS, check=False)
    return ("carbone", "docxtemplater") if (PEERS / "node_modules").is_dir() else ()


def _staged(folder: Path) -> dict[int, dict[str, tuple[float, float]]]:
    """By rows the seconds and megabytes of each stage; the least of three runs."""
    told = {}
    for rows in (REAL, *PIPELINE):
        root = plans.project(folder / str(rows), rows if rows != REAL else None)
        (root / "output").mkdir()
        runs = [_json("benchmarks.stages", root) for _ in range(3 if rows < PIPELINE[-1] else 2)]
        told[rows] = {stage: min(run[stage] for run in runs) for stage in runs[0]}
    return told


def _warm(folder: Path) -> float:
    taken = _json("benchmarks.warm", plans.project(folder))
    return min(taken[1:])


def _json(module: str, root: Path) -> dict[str, tuple[float, float]]:
    run = subprocess.run(
        [PYTHON, "-m", module, str(root)], cwd=ROOT, check=True, capture_output=True, text=True
    )
    told: dict[str, tuple[float, float]] = json.loads(run.stdout)
    return told


def _render_table(told: Mapping[int, Mapping[str, Cost]]) -> str:
    kinds = list(told[min(told)])
    rows = []
    for kind in kinds:
        cells = [
            f"{costs[kind].seconds / costs['limit'].seconds:.2f} x, {costs[kind].megabytes:.0f} MB"
            if kind in costs
            else "–"
            for costs in told.values()
        ]
        rows.append((f"**{kind}**" if kind == "docgen" else kind, *cells))
    seconds = (f"{costs['limit'].seconds * 1000:,.0f} ms" for costs in told.values())
    return _table(("", *(f"N = {at:,}" for at in told)), ("the limit takes", *seconds), *rows)


def _stage_table(told: Mapping[int, Mapping[str, tuple[float, float]]]) -> str:
    small, large = PIPELINE
    totals = {at: sum(seconds for seconds, _ in stages.values()) for at, stages in told.items()}
    rows = [
        (
            stage,
            *(f"{told[at][stage][0]:.2f} s" for at in told),
            f"{100 * told[large][stage][0] / totals[large]:.0f} %",
            "" if stage in ("imports", "template") else _exponent(
                told[small][stage][0], told[large][stage][0]
            ),
            f"{told[large][stage][1]:.0f} MB",
        )
        for stage in told[REAL]
    ]  # fmt: skip
    whole = (
        "**all**", *(f"**{totals[at]:.2f} s**" for at in told), "",
        _exponent(totals[small], totals[large]), "",
    )  # fmt: skip
    head = ("stage", "real plan", *(f"{at:,} rows" for at in PIPELINE), "share", "exponent")
    return _table((*head, f"peak, {large:,}"), *rows, whole)


def _exponent(small: float, large: float) -> str:
    return f"{math.log(large / small) / math.log(PIPELINE[1] / PIPELINE[0]):.2f}"


def _table(*rows: Iterable[str]) -> str:
    """A Markdown table; the first row is its header."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|---" * lines[0].count(" | ") + "|---|", *lines[1:]])


if __name__ == "__main__":
    main()
