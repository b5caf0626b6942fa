"""What a whole process costs: its processor time and the most memory that it held."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]


class Cost(NamedTuple):
    """Seconds of processor time, user and system, and megabytes."""

    seconds: float
    megabytes: float


def environment() -> dict[str, str]:
    """What every measured process is given: this checkout's docgen, compiled modules kept."""
    path = os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))
    own = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {**own, "PYTHONPATH": path}


def cost(words: Sequence[str], folder: Path = ROOT) -> Cost:
    """One run of a command. Linux only: it asks the kernel.

    A small process starts it, for a process is said to hold at least what its parent did.
    """
    run = subprocess.run(
        [sys.executable, "-SE", "-c", _SMALL, *words], cwd=folder, env=environment(),
        capture_output=True, check=False,
    )  # fmt: skip
    if run.returncode:
        raise RuntimeError(run.stderr.decode("utf-8", "replace"))
    seconds, kilobytes = run.stdout.split()
    return Cost(float(seconds), int(kilobytes) / 1024)


_SMALL = """
import os, sys
child = os.fork()
if not child:
    os.dup2(2, 1)
    os.execvp(sys.argv[1], sys.argv[1:])
_, status, used = os.wait4(child, 0)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
sys.exit(status != 0)
"""


def least(
    commands: Mapping[str, Sequence[str]],
    turns: int,
    before: Callable[[str], None] = lambda _: None,
) -> dict[str, Cost]:
    """The cheapest of several runs of each command, all in turn: a busy machine slows all alike."""
    runs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(turns):
        for name, words in commands.items():
            before(name)
            runs[name].append(cost(words))
    return {
        name: Cost(min(each.seconds for each in costs), min(each.megabytes for each in costs))
        for name, costs in runs.items()
    }
