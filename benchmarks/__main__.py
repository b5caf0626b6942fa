"""Measures docgen and writes docs/performance.md: `python -m benchmarks`, or `make bench`.

Exit code 1 where a figure misses its target.
"""

import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from benchmarks import cold, growth, rendering

ROWS = 10_000
PLAN_TURNS, ROWS_TURNS, COMMAND_TURNS = 25, 5, 11
LEAST_PLAN_RATIO, LEAST_ROWS_RATIO, MOST_MEGABYTES, MOST_EXPONENT = 4, 8, 150, 1.1
SHOWN_IMPORT_SECONDS = 0.001
PACKAGES = ("docxtpl", "python-docx", "Jinja2", "lxml", "PyYAML")
PAGE = rendering.ROOT / "docs" / "performance.md"


def main() -> int:
    docgen_peak, docxtpl_peak = _peak("docgen"), _peak("docxtpl")
    plan = rendering.race(rendering.real_view(), PLAN_TURNS)
    rows = rendering.race(rendering.long_view(ROWS), ROWS_TURNS)
    with tempfile.TemporaryDirectory() as folder:
        root = cold.project(rendering.ROOT, Path(folder))
        check, build = cold.command(root, "check", "2024"), cold.command(root, "build", "2024")
        document = root / "output" / "KH_2024.docx"
        commands = {
            "Python itself, doing nothing": _median([sys.executable, "-c", "pass"]),
            "`docgen --version`": _median(cold.command(root, "--version")),
            "`docgen check`": _median(check),
            "`docgen build`": _median(build, document),
        }
        imports = cold.import_seconds(check), cold.import_seconds(build)
    times = growth.measured_all(growth.ROWS)
    exponents = growth.exponents(times)
    packages = [
        name for name, seconds in imports[1].most_common() if seconds >= SHOWN_IMPORT_SECONDS
    ]
    page = PROSE.format(
        python=f"{platform.python_implementation()} {platform.python_version()}",
        machine=f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        packages=", ".join(f"{name} {version(name)}" for name in PACKAGES),
        rows=f"{ROWS:,}",
        turns=COMMAND_TURNS,
        rendering=_table(
            ("what", "docgen", "stock docxtpl", "ratio", "wanted"),
            _raced(f"the plan of 2024, median of {PLAN_TURNS}", plan, LEAST_PLAN_RATIO),
            _raced(f"{ROWS:,} rows, median of {ROWS_TURNS}", rows, LEAST_ROWS_RATIO),
            (
                f"{ROWS:,} rows, peak memory",
                f"{docgen_peak:.0f} MB",
                f"{docxtpl_peak:.0f} MB",
                f"{docxtpl_peak / docgen_peak:.1f}",
                f"at most {MOST_MEGABYTES} MB",
            ),
        ),
        commands=_table(("command", "time"), *((name, _ms(t)) for name, t in commands.items())),
        imports=_table(
            ("package", "`docgen check`", "`docgen build`"),
            *((name, *(_ms(each[name]) for each in imports)) for name in packages),
            ("all", *(_ms(each.total()) for each in imports)),
        ),
        growth="\n".join(growth.table(times)),
        studio=_studio(),
        exponent=MOST_EXPONENT,
    )
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page, encoding="utf-8", newline="\n")
    print(page)
    held = plan.ratio >= LEAST_PLAN_RATIO and rows.ratio >= LEAST_ROWS_RATIO
    held = held and docgen_peak <= MOST_MEGABYTES
    return 0 if held and max(exponents.values()) <= MOST_EXPONENT else 1


STUDIO = """
## From a key to the page

In `docgen studio`, on the plan of 2024 (21 pages), in headless Chromium: from a key until the
pages are drawn and until the findings are told; wanted: a median of at most 300 ms on an idle
machine. `python -m benchmarks.keystrokes` measures it alone; `python -m benchmarks.paper` holds
the pages against LibreOffice's.

{table}
"""
PROSE = """\
# Performance

`make bench` (`python -m benchmarks`) wrote this page; the figures of a table come from one run.
{python}, {machine}; {packages}.
Times are those of that machine; a ratio is of runs taken in turn, so it says more elsewhere.

## Rendering, warm

From the printed strings (the view) to the bytes of the .docx. docgen has its template compiled
and parses nothing again; stock docxtpl opens, renders and saves, as its documentation shows.
Both get the same prepared template, the same names and the same sandbox. Before the clock
starts, every part under `word/` is asserted to have an equal canonical XML tree.

{rendering}

The {rows} rows are those of the real appendix again and again, every text numbered so that no
two rows share one. Peak memory is the most resident memory (`VmHWM`) of a process that makes
the view and renders it once: Python, the libraries and the view itself are in it.

## Commands, cold

Wall time of a new process on the plan of 2024, median of {turns}. The bytecode is compiled;
the document is written anew each time and read back.

{commands}

### What the imports cost

The modules' own times by top-level package (`python -X importtime`, one run, which itself slows
importing); packages below 1 ms are in the sum only. 0 ms: the command does not import it.

{imports}

## Comparing, as rows grow

An appendix of so many rows against itself with a tenth of its scores changed: processor time of
the comparison, and of each form that holds it (docx: the tracked changes). The exponent is that
between the least and the most rows: 1 where time grows as the rows do; wanted: at most {exponent}.

{growth}
{studio}"""


def _peak(name: str) -> float:
    """Megabytes that one rendering of the long appendix needs in a process of its own."""
    words = [sys.executable, "-m", "benchmarks.rendering", name, str(ROWS)]
    run = subprocess.run(words, check=True, capture_output=True, text=True, cwd=rendering.ROOT)
    return float(run.stdout)


def _studio() -> str:
    """What a key costs in `docgen studio`, where there is a browser to press it in."""
    if not shutil.which("chromium"):
        return ""
    from benchmarks import keystrokes

    return STUDIO.format(table="\n".join(keystrokes.table()))


def _median(words: list[str], clear: Path | None = None) -> float:
    return cold.median_seconds(words, COMMAND_TURNS, clear)


def _raced(name: str, race: rendering.Race, least: int) -> tuple[str, ...]:
    return name, _ms(race.docgen), _ms(race.docxtpl), f"{race.ratio:.1f}", f"at least {least}"


def _table(*rows: Iterable[str]) -> str:
    """A Markdown table; the first row is its header."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|---" * lines[0].count(" | ") + "|---|", *lines[1:]])


def _ms(seconds: float) -> str:
    milliseconds = seconds * 1000
    return f"{milliseconds:.1f} ms" if 0 < milliseconds < 10 else f"{milliseconds:,.0f} ms"


if __name__ == "__main__":
    sys.exit(main())
