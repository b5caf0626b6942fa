"""The log of a batch: a line of JSON for each plan that was done, the newest last.

It is also how a batch knows what is done: killed and started again, it goes on from there.
"""

from __future__ import annotations

from pathlib import Path

from docgen.batch.outcome import Outcome, as_line, of_line
from docgen.output import append_line


def read_log(log: Path) -> dict[str, Outcome]:
    """The last outcome of each plan, by its folder; a line that was torn counts for none."""
    try:
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return {}
    outcomes = filter(None, map(of_line, lines))
    return {outcome.plan: outcome for outcome in outcomes}


def add(log: Path, outcome: Outcome) -> None:
    """Adds an outcome; raises `OSError` as files do."""
    append_line(log, as_line(outcome))
