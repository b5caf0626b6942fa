"""What a command costs from nothing: a new process each time, imports included."""

import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from statistics import median

from docgen import pipeline

REPOSITORY = Path(__file__).resolve().parents[1]
STANDARD_LIBRARY = "Python's own library"


def project(source: Path, target: Path) -> Path:
    """The content and the template in a folder of their own, where a build may write."""
    for folder in (pipeline.CONTENT, pipeline.TEMPLATE.parent):
        shutil.copytree(source / folder, target / folder)
    return target


def command(root: Path, *words: str) -> list[str]:
    """`docgen WORDS` as a command of its own."""
    return [sys.executable, "-m", "docgen", "-C", str(root), *words]


def median_seconds(words: list[str], turns: int, clear: Path | None = None) -> float:
    """The median wall time of a command; the file `clear` is deleted before each turn."""
    taken = []
    for _ in range(turns):
        if clear:
            clear.unlink(missing_ok=True)
        start = time.perf_counter()
        subprocess.run(words, check=True, capture_output=True, cwd=REPOSITORY)
        taken.append(time.perf_counter() - start)
    return median(taken)


def import_seconds(words: list[str]) -> Counter[str]:
    """What importing costs in a command, by top-level package (`python -X importtime`)."""
    python, *rest = words
    run = subprocess.run(
        [python, "-X", "importtime", *rest],
        check=True,
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
    )
    costs: Counter[str] = Counter()
    for line in run.stderr.splitlines():
        microseconds, _, name = line.removeprefix("import time:").split("|")
        if microseconds.strip().isdigit():
            costs[_package(name.strip())] += int(microseconds) / 1e6
    return costs


def _package(module: str) -> str:
    top = module.split(".", maxsplit=1)[0]
    return STANDARD_LIBRARY if top in sys.stdlib_module_names else top
