"""What a whole process costs: its processor time and the most memory that it held."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]


class Cost(NamedTuple):
    """Seconds of processor time, user and system, and megabytes."""

    seconds: float
    megabytes: float


def cost(words: Sequence[str], folder: Path = ROOT) -> Cost:
    """One run of a command. Linux only: it asks the kernel."""
    path = os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))
    own = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    run = subprocess.Popen(
        words, cwd=folder, env={**own, "PYTHONPATH": path},
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    _, status, used = os.wait4(run.pid, 0)
    if status:
        raise RuntimeError((run.stderr.read() if run.stderr else b"").decode("utf-8", "replace"))
    run.returncode = status
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


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
