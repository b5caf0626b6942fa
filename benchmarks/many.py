"""What one of many documents costs: `python -m benchmarks.many [COUNT]` prints Markdown.

Copies of the plan of 2024, words of each changed, in two processes: docgen whole by `docgen
batch`, and the bare script that only loads and renders with stock docxtpl, in a pool of as many.
Then the batch anew, killed when half of the plans are done, and started again.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from benchmarks import bare
from benchmarks.plans import YEAR, project
from benchmarks.processes import ROOT, Cost, cost, environment

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


class Told(NamedTuple):
    """By way what a document costs, and how many come in a second; what came of the killed one."""

    costs: dict[str, Cost]
    a_second: dict[str, float]
    killed: str


def measured(count: int) -> Told:
    """The processor time of a document, and the memory of the largest process."""
    with tempfile.TemporaryDirectory() as name:
        plans(Path(name), count)
        again = [sys.executable, "-m", "docgen", "-C", name, "batch", name]
        batch = [*again, "--workers", str(PROCESSES)]
        commands = {
            "stock docxtpl, loaded and rendered": [sys.executable, "-m", __spec__.name, "-", name],
            "docgen, whole": batch,
            "docgen again, nothing changed": again,
        }
        costs, a_second = {}, {}
        for kind, words in commands.items():
            began = time.monotonic()
            whole = cost(words)
            a_second[kind] = count / (time.monotonic() - began)
            costs[kind] = Cost(whole.seconds / count, whole.megabytes)
        assert _written(Path(name)) == count
        for output in Path(name).glob("**/output"):
            shutil.rmtree(output)
        return Told(costs, a_second, killed(batch, Path(name), count))


def killed(batch: list[str], folder: Path, count: int) -> str:
    """What came of a batch that was killed (SIGKILL, all its processes) half-way and run again."""
    log = folder / "output" / "hang-loat" / "nhat-ky.jsonl"
    first = subprocess.Popen(
        batch, cwd=ROOT, env=environment(), stdout=subprocess.DEVNULL, start_new_session=True
    )
    while first.poll() is None and len(_logged(log)) < count / 2:
        time.sleep(0.1)
    os.killpg(first.pid, signal.SIGKILL)
    first.wait()
    done = len(_logged(log))
    cost(batch)
    twice = sum(times > 1 for times in Counter(_logged(log)).values())
    missing = count - _written(folder)
    return (
        f"Killed (SIGKILL, all processes) with {done:,} of {count:,} plans done and started again: "
        f"{twice} plans done twice, {missing} missing."
    )


def _written(folder: Path) -> int:
    return len(list(folder.glob("*/output/KH_*.docx")))


def _logged(log: Path) -> list[str]:
    """The plans that the log tells of, each as often as it does; a torn line tells of none."""
    lines = log.read_text(encoding="utf-8").splitlines() if log.is_file() else []
    return [json.loads(line)["plan"] for line in lines if line.endswith("}")]


def table(told: Told) -> list[str]:
    """A line for each way."""
    least = next(iter(told.costs.values())).seconds
    lines = [
        "| of many plans | a document | of stock docxtpl | documents a second | largest process |",
        "|---|---|---|---|---|",
    ]
    for kind, each in told.costs.items():
        times = f"{each.seconds * 1000:.0f} ms | {each.seconds / least:.2f}"
        lines.append(f"| {kind} | {times} | {told.a_second[kind]:.1f} | {each.megabytes:.0f} MB |")
    return [*lines, "", told.killed]


if __name__ == "__main__":
    if sys.argv[1:2] == ["-"]:
        stock(Path(sys.argv[2]))
    else:
        print("\n".join(table(measured(int(sys.argv[1]) if sys.argv[1:] else COUNT))))
