"""What one of many documents costs: `python -m benchmarks.many [COUNT]` prints Markdown.

Copies of the plan of 2024, words of each changed, in two processes: docgen whole by `docgen
batch`, and the bare script that only loads and renders with stock docxtpl, in a pool of as many.
"""

from __future__ import annotations

import multiprocessing
import sys
import tempfile
from pathlib import Path

from benchmarks import bare
from benchmarks.plans import YEAR, project
from benchmarks.processes import Cost, cost

COUNT, PROCESSES = 200, 2
WORDS = ("thực hiện", "cải cách", "hành chính", "cơ quan", "kết quả")


def plans(folder: Path, count: int) -> None:
    """So many projects, of which no two have the same sentences."""
    for number in range(count):
        made = project(folder / f"{number:05}")
        for path in (made / "content" / YEAR).glob("*.yaml"):
            text = path.read_text(encoding="utf-8")
            for word in WORDS:
                text = text.replace(f" {word} ", f" {word} đợt {number} ")
            path.write_text(text, encoding="utf-8", newline="\n")


def stock(folder: Path) -> None:
    """All plans below a folder by stock docxtpl."""
    bare.template(folder / "bare.docx")
    given = [
        (str(each), str(folder / "bare.docx"), str(each / "bare.docx"))
        for each in sorted(folder.glob(f"*/content/{YEAR}"))
    ]
    with multiprocessing.get_context("spawn").Pool(PROCESSES) as pool:
        pool.starmap(bare.main, given, chunksize=1)
        pool.close()
        pool.join()


def measured(count: int) -> dict[str, Cost]:
    """The processor time of a document, and the memory of the largest process."""
    with tempfile.TemporaryDirectory() as name:
        plans(Path(name), count)
        batch = [sys.executable, "-m", "docgen", "-C", name, "batch", name]
        commands = {
            "stock docxtpl, loaded and rendered": [sys.executable, "-m", __spec__.name, "-", name],
            "docgen, whole": [*batch, "--workers", str(PROCESSES)],
            "docgen again, nothing changed": batch,
        }
        taken = {kind: cost(words) for kind, words in commands.items()}
        written = len(list(Path(name).glob("*/output/KH_*.docx")))
        assert written == count, written
    return {kind: Cost(each.seconds / count, each.megabytes) for kind, each in taken.items()}


def table(told: dict[str, Cost]) -> list[str]:
    """A line for each way."""
    least = next(iter(told.values())).seconds
    lines = [
        "| of many plans | a document | of stock docxtpl | largest process |",
        "|---|---|---|---|",
    ]
    for kind, each in told.items():
        times = f"{each.seconds * 1000:.0f} ms | {each.seconds / least:.2f}"
        lines.append(f"| {kind} | {times} | {each.megabytes:.0f} MB |")
    return lines


if __name__ == "__main__":
    if sys.argv[1:2] == ["-"]:
        stock(Path(sys.argv[2]))
    else:
        print("\n".join(table(measured(int(sys.argv[1]) if sys.argv[1:] else COUNT))))
